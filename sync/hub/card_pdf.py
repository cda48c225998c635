"""A member's card to print: a page as large as a credit card (ISO/IEC 7810, ID-1): the code and a large number."""

from __future__ import annotations

import textwrap
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import TTFFont

from sync.errors import StoreError, UsageError
from sync.hub.web.qr import QUIET, runs
from sync.number import grouped

WIDTH, HEIGHT = 85.60, 53.98
"""Millimetres."""
EDGE = 3.0
CODE = 40.0
"""Millimetres of the code with its quiet zone: at version 9 a module is two thirds of a millimetre."""
NUMBER_PT, TITLE_PT, NAME_PT, SMALL_PT = 24, 10, 12, 8
"""The number's digits are 6 mm high."""
MAX_NAME, MAX_SPACE = 48, 64
"""Characters that there is room for; a longer name ends in dots."""
FONTS = Path("/usr/share/fonts/truetype/noto")
"""Debian's fonts-noto-core. Without it a name that is not in Latin letters is left out: the number says whose it is."""


def card_pdf(text: str, number: str, name: str, space: str) -> bytes:
    """A card as a PDF of one page.

    Args:
        text: of the code.
        number: of the card, its check digit included.
        name: as the person wants to be called.
        space: the space's name.
    """
    page = FPDF(orientation="landscape", unit="mm", format=(HEIGHT, WIDTH))
    page.set_auto_page_break(False)
    page.set_margin(EDGE)
    page.set_title(f"Quartieri Connessi {grouped(number)}")
    page.add_page()
    family, covered = _typeface(page)
    _code(page, text)
    left = 2.0 + CODE + 1.0
    name = textwrap.shorten(name, MAX_NAME, placeholder=" ...")
    space = textwrap.shorten(space, MAX_SPACE, placeholder=" ...")
    page.set_xy(left, EDGE + 3)
    for size, style, words in ((TITLE_PT, "B", "Quartieri Connessi"), (NAME_PT, "B", name), (SMALL_PT, "", space)):
        if words and _writable(words, covered):
            page.set_font(family, style, size)
            page.set_x(left)
            page.multi_cell(WIDTH - left - EDGE, size * 0.45, words, align="L", new_x="LMARGIN", new_y="NEXT")
            page.set_y(page.get_y() + 2.5)
    page.set_font(family, "B", NUMBER_PT)
    page.set_xy(0, HEIGHT - EDGE - 9)
    page.cell(WIDTH, 9, grouped(number), align="C")
    return bytes(page.output())


def write(path: Path, content: bytes) -> None:
    """Writes a card to a file.

    Raises:
        UsageError: the folder is not there.
        StoreError: it could not be written.
    """
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent}. Make it, or name another file.")
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StoreError(f"The card could not be written to {path}: {error.strerror}. Name another file.") from None


def _typeface(page: FPDF) -> tuple[str, frozenset[int] | None]:
    """The typeface's name, and the characters that it has; None: those of Latin-1."""
    regular, bold = FONTS / "NotoSans-Regular.ttf", FONTS / "NotoSans-Bold.ttf"
    if not (regular.is_file() and bold.is_file()):
        return "Helvetica", None
    page.add_font("Noto", "", regular)
    page.add_font("Noto", "B", bold)
    drawn = page.fonts["notoB"]
    return "Noto", frozenset(drawn.cmap) if isinstance(drawn, TTFFont) else None


def _writable(words: str, covered: frozenset[int] | None) -> bool:
    if covered is not None:
        return all(ord(char) in covered for char in words)
    return all(ord(char) < 256 for char in words)


def _code(page: FPDF, text: str) -> None:
    rows = runs(text, paper=True)
    module = CODE / (len(rows) + 2 * QUIET)
    page.set_fill_color(0)
    for y, row in enumerate(rows):
        for x, length in row:
            left, top = 2.0 + (x + QUIET) * module, 2.0 + (y + QUIET) * module
            page.rect(left, top, length * module, module, style="F")
