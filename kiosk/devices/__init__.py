"""Hardware, each piece behind a small protocol, so that one that is absent is a state and never a crash."""
