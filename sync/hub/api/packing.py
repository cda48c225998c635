"""Compression at the gate: bodies in, bounded; answers out, where it is worth it."""

from __future__ import annotations

import gzip
import zlib

import zstandard

from sync.hub.api.exchange import Answer, Incoming, Refused
from sync.wire import MAX_REQUEST_BYTES, MEDIA_TYPE

COMPRESS_FROM = 600
"""Answers from this size on are compressed."""
GZIP_LEVEL = 5
ZSTD_LEVEL = 5
MAX_WINDOW_BYTES = 8 * 1024 * 1024
"""Of a zstd frame: what its reader may have to hold."""


def inflate(request: Incoming) -> bytes:
    """A request's body without its compression, bounded.

    Raises:
        Refused: it is too large, broken, or compressed in a way that the hub does not read.
    """
    encoding = request.header("content-encoding") or "identity"
    if encoding == "identity":
        return request.body
    if encoding == "zstd":
        return _unzstd(request.body)
    if encoding == "gzip":
        return _gunzip(request.body)
    raise Refused(415, "bad_request", "The hub reads zstd, gzip or plain bodies.")


def _too_large() -> Refused:
    text = f"A request is at most {MAX_REQUEST_BYTES} bytes. Send fewer facts at a time."
    return Refused(413, "too_large", text)


def _gunzip(body: bytes) -> bytes:
    machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        plain = machine.decompress(body, MAX_REQUEST_BYTES)
    except zlib.error:
        raise Refused(400, "bad_request", "The body is no gzip.") from None
    if machine.unconsumed_tail or (len(plain) >= MAX_REQUEST_BYTES and not machine.eof):
        raise _too_large()
    if not machine.eof:
        raise Refused(400, "bad_request", "The body breaks off.")
    return plain


def _unzstd(body: bytes) -> bytes:
    """One frame that tells its size: so its size is judged before anything of it is unpacked."""
    try:
        size = zstandard.frame_content_size(body)
        if size > MAX_REQUEST_BYTES:
            raise _too_large()
        if size < 0:
            raise Refused(400, "bad_request", "The body's zstd frame does not tell its size.")
        machine = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW_BYTES)
        return machine.decompress(body, max_output_size=MAX_REQUEST_BYTES, allow_extra_data=False)
    except zstandard.ZstdError:
        raise Refused(400, "bad_request", "The body is no zstd, or breaks off.") from None


def takes(request: Incoming, encoding: str) -> bool:
    """Whether the sender takes answers in this encoding."""
    for token in request.header("accept-encoding").split(","):
        name, _, quality = token.partition(";")
        if name.strip().lower() == encoding:
            return quality.replace(" ", "").lower() not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def packed(request: Incoming, text: str) -> Answer:
    """JSON text as an answer, compressed where it is worth it and the sender takes it."""
    content = text.encode()
    if len(content) >= COMPRESS_FROM:
        if takes(request, "zstd"):
            small = zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(content)
            return Answer(200, {"content-type": MEDIA_TYPE, "content-encoding": "zstd"}, small)
        if takes(request, "gzip"):
            small = gzip.compress(content, compresslevel=GZIP_LEVEL, mtime=0)
            return Answer(200, {"content-type": MEDIA_TYPE, "content-encoding": "gzip"}, small)
    return Answer(200, {"content-type": MEDIA_TYPE}, content)
