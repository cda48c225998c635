"""How people are called on terminals."""

from __future__ import annotations


def short_name(name: str) -> str:
    """First name and initial: all that a terminal needs to call somebody."""
    first, *rest = name.split()[:8] or [""]
    return f"{first} {rest[-1][0]}." if rest else first
