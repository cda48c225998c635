"""A snapshot's text as compressed frames (`sync.lines`), pure."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from typing import Literal

import zstandard

from sync.lines import MAX_FRAME_BYTES, Row, write

Encoding = Literal["zstd", "gzip", "identity"]
ENCODINGS: tuple[Encoding, ...] = ("zstd", "gzip", "identity")
"""The best first."""
ONCE, OFTEN = 3, 9
"""How hard to press what is sent once, and what is kept and sent to many: zstd's levels, and gzip's."""


def compress(text: bytes, encoding: Encoding, level: int) -> bytes:
    """One frame: it can be read by itself, and one after the other read as one."""
    if encoding == "zstd":
        return zstandard.ZstdCompressor(level=level).compress(text)
    if encoding == "gzip":
        return gzip.compress(text, compresslevel=min(level, 6), mtime=0)
    return text


def cut(lines: Iterable[str]) -> Iterator[bytes]:
    """The lines as pieces of text of at most `MAX_FRAME_BYTES`; a longer line is a piece of its own."""
    piece: list[bytes] = []
    size = 0
    for line in lines:
        text = line.encode() + b"\n"
        if piece and size + len(text) > MAX_FRAME_BYTES:
            yield b"".join(piece)
            piece, size = [], 0
        piece.append(text)
        size += len(text)
    if piece:
        yield b"".join(piece)


def of_rows(rows: Iterable[Row], encoding: Encoding, level: int) -> list[bytes]:
    """Rows as frames, in the order of the terminal's key, so that it inserts them side by side."""
    lines = (write(row) for row in sorted(rows, key=lambda row: row[:3]))
    return [compress(piece, encoding, level) for piece in cut(lines)]
