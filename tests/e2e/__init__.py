"""Real processes, real files, a real line between them."""
