"""ESC/POS in as many words as a slip needs: start, a picture, how the paper stands, feed and cut. Pure.

Everything is printed as a picture: a printer's own letters know one code page at a time, and no Arabic or Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

DOTS = {80: 576, 58: 384}
"""Width of the paper in mm → dots that are printed on it, at 8 a millimetre (203 dpi)."""
DOTS_PER_MM = 8
BAND = 64
"""Lines in one command: a printer that stops in the middle has taken little that it cannot print."""
MAX_LINES = 4_000
"""Half a metre of paper."""

START = b"\x1b@"
ASK_CAUSE = b"\x10\x04\x02"
"""DLE EOT 2: why it is offline; answered at once, whatever the printer is doing."""
ASK_PAPER = b"\x10\x04\x04"
"""DLE EOT 4: how the paper stands."""
CUT = b"\x1bd\x01\x1dVB\x00"
"""A line of feed, then GS V 66: to the knife, and a cut that leaves a corner."""

State = Literal["ready", "paper", "stuck"]


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture of black dots.

    Attributes:
        width: dots in a line, a multiple of 8.
        lines: from the top, 8 dots a byte, the leftmost in the highest bit; 1 is black.
    """

    width: int
    lines: tuple[bytes, ...]


def job(raster: Raster) -> Iterator[bytes]:
    """A slip as commands, each to be sent whole."""
    yield START
    across = raster.width // 8
    for first in range(0, len(raster.lines), BAND):
        band = raster.lines[first : first + BAND]
        size = across.to_bytes(2, "little") + len(band).to_bytes(2, "little")
        yield b"\x1dv0\x00" + size + b"".join(band)
    yield CUT


def told(answer: bytes) -> int | None:
    """The last status byte in what came; None where none did. Bytes of other messages do not have its fixed bits."""
    return next((byte for byte in reversed(answer) if byte & 0x93 == 0x12), None)


def judged(cause: int | None, paper: int | None) -> State:
    """What the answers to `ASK_CAUSE` and `ASK_PAPER` come to; a printer that says nothing is taken to be ready."""
    cause, paper = cause or 0, paper or 0
    if paper & 0x60 or cause & 0x20:
        return "paper"
    return "stuck" if cause & 0x44 else "ready"  # its cover is open, or it has an error
