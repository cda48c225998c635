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
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q if paper else ERROR_CORRECT_M, border=0)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    matrix = code.get_matrix()
    return Picture(len(matrix) + 2 * QUIET, "".join(_row(y, row) for y, row in enumerate(matrix)))


def _row(y: int, row: list[bool]) -> str:
    """The dark runs of a row."""
    steps, x = [], 0
    while x < len(row):
        run = x
        while run < len(row) and row[run]:
            run += 1
        if run > x:
            steps.append(f"M{x + QUIET} {y + QUIET}h{run - x}v1h-{run - x}z")
        x = max(run, x + 1)
    return "".join(steps)
