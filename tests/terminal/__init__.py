"""The terminal's end."""
