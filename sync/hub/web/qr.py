"""QR codes as SVG inside a page: no other file, no script, no style of their own, sharp on screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass

import qrcode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A code as one SVG path of unit squares. `size`: of the square that holds it, its white border included."""

    size: int
    path: str


def picture(text: str, *, paper: bool = False) -> Picture:
    """The picture of a code.

    Args:
        text: what a scanner shall read.
        paper: with more redundancy, for what gets worn.
    """
    rows = runs(text, paper=paper)
    return Picture(len(rows) + 2 * QUIET, "".join(_row(y, row) for y, row in enumerate(rows)))


def runs(text: str, *, paper: bool = False) -> list[list[tuple[int, int]]]:
    """The dark runs of each row of a code, as beginning and length in modules, without the quiet zone."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q if paper else ERROR_CORRECT_M, border=0)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return [_runs(row) for row in code.get_matrix()]


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    found, x = [], 0
    while x < len(row):
        end = x
        while end < len(row) and row[end]:
            end += 1
        if end > x:
            found.append((x, end - x))
        x = max(end, x + 1)
    return found


def _row(y: int, row: list[tuple[int, int]]) -> str:
    return "".join(f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z" for x, length in row)
