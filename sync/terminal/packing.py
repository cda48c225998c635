"""Compression at the terminal's end: bodies out, answers and snapshots in. Pure, and bounded whatever comes in.

What comes in is unpacked a frame at a time into no more memory than was allowed beforehand: a frame that would grow
beyond that is not unpacked at all, however small it is on the line.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence

import zstandard

from sync.errors import SyncError

TAKES = "zstd, gzip"
"""What a terminal unpacks, as a header says it."""
COMPRESS_FROM = 400
"""Bodies from this size on are compressed."""
ZSTD_LEVEL, GZIP_LEVEL = 3, 6
MAX_WINDOW_BYTES = 8 * 1024 * 1024
"""Of a zstd frame: what its reader may have to hold."""
MAX_COMPRESSED_FACTOR = 1.01
"""Compression makes what cannot be compressed larger by less than this."""

_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_ZSTD_HEADER_BYTES = 18
"""The longest header of a zstd frame (RFC 8878, 3.1.1)."""
_ZSTD_RLE = 1
_ZSTD_RESERVED = 3


class BadEncoding(SyncError):
    """Bytes that are not compressed as they were said to be, or that unpack to more than is allowed."""


def pack(body: bytes, encodings: Sequence[str]) -> tuple[bytes, str]:
    """A body as it goes out, and in which encoding ("" for none): the best that the hub takes."""
    if len(body) < COMPRESS_FROM:
        return body, ""
    if "zstd" in encodings:
        return zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(body), "zstd"
    if "gzip" in encodings:
        return gzip.compress(body, compresslevel=GZIP_LEVEL, mtime=0), "gzip"
    return body, ""


def unpack(content: bytes, encoding: str, limit: int) -> bytes:
    """An answer as it was before its compression.

    Raises:
        BadEncoding: it is none, breaks off, or is larger than `limit` bytes.
    """
    if encoding in ("", "identity"):
        if len(content) > limit:
            raise BadEncoding("the answer is larger than any of a hub")
        return content
    whole = [text for text, _ in Frames(encoding, limit).feed(content)]
    if len(whole) != 1:
        raise BadEncoding("the answer breaks off")
    return whole[0]


class Frames:
    """Takes compressed frames apart that come one after the other in pieces: zstd frames, or gzip members.

    Args:
        encoding: zstd or gzip.
        limit: the most that one frame may unpack to, in bytes.
        offset: where in the whole the first byte stands that will be fed.
    """

    def __init__(self, encoding: str, limit: int, offset: int = 0) -> None:
        if encoding not in ("zstd", "gzip"):
            raise BadEncoding(f"there is no encoding {encoding[:40]!r}")
        self._cut = _zstd_frame if encoding == "zstd" else _gzip_member
        self._limit, self._offset = limit, offset
        self._held = bytearray()

    @property
    def pending(self) -> int:
        """Bytes of a frame that has not come wholly yet."""
        return len(self._held)

    def feed(self, chunk: bytes) -> Iterator[tuple[bytes, int]]:
        """Takes in more bytes; gives each frame that is whole now: its text, and the offset of the byte after it.

        Raises:
            BadEncoding: see the module.
        """
        self._held += chunk
        while self._held:
            found = self._cut(self._held, self._limit)
            if found is None:
                if len(self._held) > self._limit * MAX_COMPRESSED_FACTOR + 1024:
                    raise BadEncoding("a frame is larger than any of a hub")
                return
            text, size = found
            del self._held[:size]
            self._offset += size
            yield text, self._offset


def _zstd_frame(held: bytearray, limit: int) -> tuple[bytes, int] | None:
    """The first frame and its size, once it is whole."""
    size = _zstd_size(held)
    if size is None:
        return None
    frame = bytes(held[:size])
    try:
        if zstandard.frame_content_size(frame) > limit:
            raise BadEncoding("an answer is larger than any of a hub")
        machine = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW_BYTES)
        return machine.decompress(frame, max_output_size=limit), size
    except zstandard.ZstdError:
        raise BadEncoding("a zstd frame cannot be read") from None


def _zstd_size(held: bytearray) -> int | None:
    """The size of the first frame, read off its blocks' headers (RFC 8878, 3.1.1); None while it is not known."""
    if len(held) < _ZSTD_HEADER_BYTES:
        if not _ZSTD_MAGIC.startswith(held[:4]) and held[:4] != _ZSTD_MAGIC:
            raise BadEncoding("this is no zstd frame")
        if len(held) < 6:
            return None
    try:
        at = zstandard.frame_header_size(bytes(held[:_ZSTD_HEADER_BYTES]))
        checksum = 4 if held[4] & 4 else 0
    except zstandard.ZstdError:
        if len(held) >= _ZSTD_HEADER_BYTES or held[:4] != _ZSTD_MAGIC:
            raise BadEncoding("this is no zstd frame") from None
        return None
    while at + 3 <= len(held):
        header = int.from_bytes(held[at : at + 3], "little")
        kind = header >> 1 & 3
        if kind == _ZSTD_RESERVED:
            raise BadEncoding("a zstd frame cannot be read")
        at += 3 + (1 if kind == _ZSTD_RLE else header >> 3)
        if header & 1:
            return at + checksum if at + checksum <= len(held) else None
    return None


def _gzip_member(held: bytearray, limit: int) -> tuple[bytes, int] | None:
    """The first member and its size, once it is whole."""
    machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        text = machine.decompress(held, limit + 1)
    except zlib.error:
        raise BadEncoding("a gzip member cannot be read") from None
    if len(text) > limit:
        raise BadEncoding("an answer is larger than any of a hub")
    return (text, len(held) - len(machine.unused_data)) if machine.eof else None
