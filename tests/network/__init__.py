"""Terminals on bad lines."""
