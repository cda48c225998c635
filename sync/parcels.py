"""Parcels that a space keeps: pick-up codes that can be said aloud, and what stands on a parcel's slip. Pure.

A code names a parcel among those that the space keeps now. Two terminals of one space that do not hear of each other
may give the same code out: then a desk shows both, and their names decide. A slip names one parcel for good.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import timedelta

LETTERS = "AFHKLMRUZ"
"""Letters whose Italian names differ to the ear, without those that look like a digit."""
UNCOLLECTED = timedelta(days=14)
"""A parcel that has lain for longer is pointed out to the desk and to the office."""
SLIP = "QCP1:"
"""What a slip's code begins with; the id of the parcel follows, in capitals, which make a smaller QR code."""
FIRST_DIGITS, MAX_DIGITS = 2, 9
SHORT = 1 + FIRST_DIGITS
"""Characters of the codes that are given out as long as there are any."""
_SLIP = re.compile(re.escape(SLIP) + r"([0-9A-F]{32})", re.ASCII)


def free_code(taken: Collection[str], below: Callable[[int], int]) -> str:
    """A code that nobody has: a letter and two digits, or more digits where all of those are given out.

    Args:
        taken: codes that are not free.
        below: draws a number from 0 to below its argument, such as `secrets.randbelow`.
    """
    for digits in range(FIRST_DIGITS, MAX_DIGITS + 1):
        first = 10 ** (digits - 1)
        some = 9 * first  # A10 to A99: nobody has to say a leading nought
        count = len(LETTERS) * some
        start = below(count)
        for step in range(min(count, len(taken) + 1)):
            letter, number = divmod((start + step) % count, some)
            code = f"{LETTERS[letter]}{first + number}"
            if code not in taken:
                return code
    raise ValueError("no code is free")


def slip_text(parcel: str) -> str:
    """What the QR code on a parcel's slip says."""
    return SLIP + parcel.upper()


def read_slip(text: str) -> str | None:
    """The id of the parcel that a slip's code names; None where it is no such code."""
    found = _SLIP.fullmatch(text)
    return found[1].lower() if found else None
