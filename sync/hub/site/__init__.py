"""The public site: what is on in the spaces, and the pages on which a phone signs somebody up."""
