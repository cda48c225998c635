"""Text from the screen's own keys, which have capitals only; and the beginning of a text that is too long."""

from __future__ import annotations

ENDS = (".", "!", "?")
"""What ends a sentence."""


def written(text: str, sign: str, most: int) -> str:
    """A text after one more key: sentences begin with a capital, the rest is small.

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


def brief(text: str, most: int) -> str:
    """The beginning of a text, whole words of at most so many characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    words = flat[:most].rpartition(" ")[0] or flat[:most]
    return words.rstrip(".,;:") + " …"


def name_written(text: str, sign: str, most: int) -> str:
    """A name after one more key: its words begin with a capital. The arguments are those of `written`."""
    starts = not text or text[-1] in " -'"
    if len(text) >= most or (starts and not sign.isalnum()):
        return text
    return text + (sign.upper() if starts else sign.lower())


def name_of(text: str) -> str:
    """A name that was written, without what stands at its ends only because more was to come."""
    return text.strip(" -'")
