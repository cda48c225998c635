"""Member numbers: what is printed large on a card, for whoever has to type or dictate it.

Twelve decimal digits: eleven and a check digit by Damm's algorithm (H. M. Damm, "Total anti-symmetrische
Quasigruppen", Marburg 2004), which finds every single wrong digit and every swap of two neighbours. The first digit is
never 0, so that no spreadsheet shortens a number. A number says nothing about its person; a card's id is its number.

Who chooses it: the hub takes eleven digits at random of which the first is none of 0 and 9. A terminal that issues
cards has a *lane* of its own, four digits that the hub gives to no other; its numbers are a 9, the lane, and six digits
at random. So neither two terminals without a network nor a terminal and the hub ever choose the same number.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Container
from enum import StrEnum

from sync.errors import SyncError

NUMBER_DIGITS = 12
"""Digits of a number, the check digit included."""
MAX_TYPED_CHARS = 64
"""Characters that are looked at when somebody types a number; what is longer is none."""
GROUP_DIGITS = 4
LANES = 10_000
"""Terminals that can issue cards."""
LANE_NUMBERS = 1_000_000
"""Numbers that each of them has."""
_LANE = "9"
"""With what the numbers of terminals begin."""

# What stands between digits as people type and paste them, besides spaces: dashes, and marks of writing direction.
_SEPARATOR_CATEGORIES = frozenset({"Pd", "Cf"})
# Damm's quasigroup of order 10: row = interim digit, column = next digit. Its diagonal is 0: a whole number ends at 0.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


class NumberReason(StrEnum):
    """Why a text is no member number."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_DIGITS = "not_digits"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    MISTYPED = "mistyped"


class NumberError(SyncError):
    """A text that is no member number; its text is a sentence that says what to do.

    Attributes:
        reason: why, for programs and for the words on a screen.
        digits: how many digits were read.
    """

    def __init__(self, reason: NumberReason, message: str, digits: int = 0) -> None:
        super().__init__(message)
        self.reason = reason
        self.digits = digits


def new_number() -> str:
    """A new number of the hub's: twelve digits, unpredictable. Whoever stores it sees to it that none is twice."""
    return with_check_digit(str(10 ** (NUMBER_DIGITS - 2) + secrets.randbelow(8 * 10 ** (NUMBER_DIGITS - 2))))


def lane_number(lane: int, taken: Container[str]) -> str:
    """A new number of a terminal's, unpredictable within its lane.

    Args:
        lane: of the terminal, below `LANES`.
        taken: numbers that are known to be given out.
    """
    while True:
        digits = f"{lane_start(lane)}{secrets.randbelow(LANE_NUMBERS):06d}"
        if (number := with_check_digit(digits)) not in taken:
            return number


def lane_start(lane: int) -> str:
    """With what all numbers of a lane begin, and no others."""
    return f"{_LANE}{lane:04d}"


def with_check_digit(digits: str) -> str:
    """Decimal digits with the digit appended that makes `check` accept them."""
    return f"{digits}{_interim(digits)}"


def check(text: str) -> str:
    """The twelve digits of a number as somebody typed it: spaces, hyphens, dots, and the digits of any script are fine.

    Raises:
        NumberError: it is no number, or was mistyped.
    """
    if len(text) > MAX_TYPED_CHARS:
        raise NumberError(NumberReason.TOO_LONG, f"A card number has {NUMBER_DIGITS} digits. This text is too long.")
    kept = "".join(char for char in text if not _separates(char))
    digits = "".join(str(unicodedata.decimal(char, "")) for char in kept)
    if not kept:
        raise NumberError(NumberReason.EMPTY, f"Type the {NUMBER_DIGITS} digits of the card number.")
    if len(digits) != len(kept):
        raise NumberError(NumberReason.NOT_DIGITS, "A card number has digits only. Type it again.", len(digits))
    if len(digits) != NUMBER_DIGITS:
        reason = NumberReason.TOO_FEW if len(digits) < NUMBER_DIGITS else NumberReason.TOO_MANY
        sentence = f"A card number has {NUMBER_DIGITS} digits, here are {len(digits)}. Compare it with the card."
        raise NumberError(reason, sentence, len(digits))
    if digits.startswith("0") or _interim(digits) != 0:
        sentence = "A digit is wrong, or two are swapped. Compare the number with the card and type it again."
        raise NumberError(NumberReason.MISTYPED, sentence, len(digits))
    return digits


def grouped(number: str) -> str:
    """A number as it is printed and read out: ``1234 5678 9012``."""
    return " ".join(number[start : start + GROUP_DIGITS] for start in range(0, len(number), GROUP_DIGITS))


def _separates(char: str) -> bool:
    return char.isspace() or char == "." or unicodedata.category(char) in _SEPARATOR_CATEGORIES


def _interim(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim
