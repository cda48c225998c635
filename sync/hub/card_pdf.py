"""A member's card to print: a page as large as a credit card (ISO/IEC 7810, ID-1): the code and a large number."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
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
"""Debian's fonts-noto-core. A name in letters that no typeface has is left out: the number says whose it is."""
CHINESE = Path("/usr/share/fonts/opentype/noto")
"""Debian's fonts-noto-cjk."""
SIMPLIFIED = 2
"""The place of the simplified Chinese forms in its collections."""
NOTO = "Noto"
_UNPARTED = ("CJK", "HIRAGANA", "KATAKANA")


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
    _code(page, text)
    left = 2.0 + CODE + 1.0
    name = textwrap.shorten(name, MAX_NAME, placeholder=" ...")
    space = textwrap.shorten(space, MAX_SPACE, placeholder=" ...")
    letters = _letters(page, name + space)
    page.set_xy(left, EDGE + 3)
    for size, style, words in ((TITLE_PT, "B", "Quartieri Connessi"), (NAME_PT, "B", name), (SMALL_PT, "", space)):
        family = letters.family(words)
        if words and family:
            page.set_font(family, style, size)
            page.set_x(left)
            page.multi_cell(WIDTH - left - EDGE, size * 0.45, words, align="L", new_x="LMARGIN", new_y="NEXT")
            page.set_y(page.get_y() + 2.5)
    page.set_font(letters.latin, "B", NUMBER_PT)
    page.set_xy(0, HEIGHT - EDGE - 9)
    page.cell(WIDTH, 9, grouped(number), align="C")
    content = bytes(page.output())
    for font in page.fonts.values():  # the library leaves the files open
        if isinstance(font, TTFFont):
            font.ttfont.close()
    return content


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


@dataclass(frozen=True, slots=True)
class _Letters:
    """The typefaces of a page, by family, with the characters that each has; the first is for Latin letters."""

    covered: dict[str, frozenset[int]]

    @property
    def latin(self) -> str:
        """The family of Latin letters and figures."""
        return next(iter(self.covered))

    def family(self, words: str) -> str:
        """The family that has all of the words, else the first one, which the others help out; "" where some letter is
        in none.
        """
        needed = {ord(char) for char in words if not _unseen(char)}
        if not needed <= frozenset().union(*self.covered.values()):
            return ""
        return next((name for name, has in self.covered.items() if needed <= has), self.latin)


def _letters(page: FPDF, words: str) -> _Letters:
    """Adds the typefaces that the words need, as far as they are there, and has words shaped as their scripts ask."""
    regular, bold = FONTS / "NotoSans-Regular.ttf", FONTS / "NotoSans-Bold.ttf"
    if not (regular.is_file() and bold.is_file()):
        return _Letters({"Helvetica": frozenset(range(256))})
    covered = {NOTO: _added(page, NOTO, regular, bold)}
    for script in sorted(_scripts(char for char in words if ord(char) not in covered[NOTO])):
        if script == "CJK":
            files = CHINESE / "NotoSansCJK-Regular.ttc", CHINESE / "NotoSansCJK-Bold.ttc"
        else:
            files = FONTS / f"NotoSans{script}-Regular.ttf", FONTS / f"NotoSans{script}-Bold.ttf"
        if all(file.is_file() for file in files):
            covered[script] = _added(page, script, *files, place=SIMPLIFIED if script == "CJK" else 0)
    if len(covered) > 1:
        page.set_fallback_fonts([name for name in covered if name != NOTO], exact_match=False)
        page.set_text_shaping(True)
    return _Letters(covered)


def _added(page: FPDF, family: str, regular: Path, bold: Path, place: int = 0) -> frozenset[int]:
    for style, file in (("", regular), ("B", bold)):
        page.add_font(family, style, file, collection_font_number=place)
    drawn = page.fonts[f"{family.lower()}B"]
    return frozenset(drawn.cmap) if isinstance(drawn, TTFFont) else frozenset()


def _scripts(chars: Iterable[str]) -> set[str]:
    """The scripts of letters, as Noto's files name them."""
    names = {unicodedata.name(char, "").split(" ")[0] for char in chars if not _unseen(char)}
    return {"CJK" if name in _UNPARTED else name.title() for name in names if name.isalpha()}


def _unseen(char: str) -> bool:
    """Whether a character only joins or parts others."""
    return char.isspace() or unicodedata.category(char) == "Cf"


def _code(page: FPDF, text: str) -> None:
    rows = runs(text, paper=True)
    module = CODE / (len(rows) + 2 * QUIET)
    page.set_fill_color(0)
    for y, row in enumerate(rows):
        for x, length in row:
            left, top = 2.0 + (x + QUIET) * module, 2.0 + (y + QUIET) * module
            page.rect(left, top, length * module, module, style="F")
