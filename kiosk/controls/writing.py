"""Text from the screen's own keys, which have capitals only: sentences begin with one, the rest is small."""

from __future__ import annotations

ENDS = (".", "!", "?")
"""What ends a sentence."""


def written(text: str, sign: str, most: int) -> str:
    """A text after one more key.

    Args:
        text: so far.
        sign: what the key says.
        most: characters that it may have.
    """
    starts = not text
    if len(text) >= most or (starts and not sign.isalnum()) or (sign == " " and text.endswith(" ")):
        return text
    capital = starts or text.rstrip().endswith(ENDS)
    return text + (sign.upper() if capital else sign.lower())
