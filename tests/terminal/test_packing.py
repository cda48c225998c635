"""What crosses the line compressed: the same bytes come out, and never more of them than was allowed."""

from __future__ import annotations

import contextlib
import gzip
import tracemalloc
import zlib

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.terminal.packing import BadEncoding, Frames, pack, unpack

LIMIT = 100_000


def frame(encoding: str, text: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(text) if encoding == "zstd" else gzip.compress(text, mtime=0)


@pytest.mark.parametrize("encoding", ["zstd", "gzip"])
@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(st.binary(max_size=3000), min_size=1, max_size=5), sizes=st.lists(st.integers(1, 900), min_size=1)
)
def test_frames_come_out_whole_however_they_were_cut(encoding: str, texts: list[bytes], sizes: list[int]) -> None:
    whole = [frame(encoding, text) for text in texts]
    content = b"".join(whole)
    ends = [sum(map(len, whole[: count + 1])) for count in range(len(whole))]
    frames, at, found = Frames(encoding, LIMIT, offset=7), 0, []
    while at < len(content):
        size = sizes[at % len(sizes)]
        found += list(frames.feed(content[at : at + size]))
        at += size
    assert found == [(text, 7 + end) for text, end in zip(texts, ends, strict=True)]
    assert frames.pending == 0


@pytest.mark.parametrize("checksum", [False, True])
@pytest.mark.parametrize("size", [0, 1, 255, 256, 70_000])
def test_frames_with_and_without_checksum_and_size_are_told_apart(checksum: bool, size: int) -> None:
    packer = zstandard.ZstdCompressor(write_checksum=checksum, write_content_size=False).compressobj()
    text = bytes(range(256)) * (size // 256) + bytes(size % 256)
    one = packer.compress(text) + packer.flush()
    assert [found for found, _ in Frames("zstd", LIMIT).feed(one + one)] == [text, text]


def bomb(encoding: str, size: int) -> bytes:
    if encoding == "gzip":
        return gzip.compress(bytes(size), mtime=0)
    packer = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return packer.compress(bytes(size)) + packer.flush()


@pytest.mark.parametrize("encoding", ["zstd", "gzip"])
def test_a_bomb_is_refused_without_being_unpacked(encoding: str) -> None:
    content = bomb(encoding, 200_000_000)
    tracemalloc.start()
    with pytest.raises(BadEncoding):
        unpack(content, encoding, LIMIT)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * LIMIT


def test_a_frame_that_claims_to_be_large_is_refused() -> None:
    with pytest.raises(BadEncoding, match="larger"):
        unpack(zstandard.ZstdCompressor().compress(bytes(LIMIT + 1)), "zstd", LIMIT)
    assert unpack(zstandard.ZstdCompressor().compress(bytes(LIMIT)), "zstd", LIMIT) == bytes(LIMIT)


@pytest.mark.parametrize("encoding", ["zstd", "gzip"])
@settings(max_examples=60, deadline=None)
@given(junk=st.binary(max_size=200), cut=st.integers(0, 60))
def test_rubbish_is_refused_or_waited_for_and_nothing_else(encoding: str, junk: bytes, cut: int) -> None:
    good = frame(encoding, b"a text that is long enough to be compressed " * 3)
    for content in (junk, good[:cut] + junk, junk + good):
        frames = Frames(encoding, LIMIT)
        with contextlib.suppress(BadEncoding):
            assert all(len(text) <= LIMIT for text, _ in frames.feed(content))
            assert frames.pending <= len(content)


def test_a_frame_without_end_is_not_collected_for_ever() -> None:
    endless = zlib.compressobj(0, zlib.DEFLATED, 31)
    frames = Frames("gzip", 1000)

    def feed() -> None:
        for _ in range(1000):
            list(frames.feed(endless.compress(b"x" * 100) + endless.flush(zlib.Z_SYNC_FLUSH)))

    with pytest.raises(BadEncoding, match="larger"):
        feed()


@pytest.mark.parametrize("encoding", ["br", "", "zstd, gzip", "x" * 10_000])
def test_another_encoding_is_no_snapshot(encoding: str) -> None:
    with pytest.raises(BadEncoding):
        Frames(encoding, LIMIT)


@pytest.mark.parametrize(
    ("encodings", "chosen"),
    [(("zstd", "gzip"), "zstd"), (("gzip", "zstd"), "zstd"), (("gzip",), "gzip"), (("br",), "")],
)
def test_a_body_goes_out_in_the_best_way_that_the_hub_takes(encodings: tuple[str, ...], chosen: str) -> None:
    body = b'{"facts": []}' * 100
    packed, encoding = pack(body, encodings)
    assert encoding == chosen
    assert unpack(packed, encoding, LIMIT) == body
    assert pack(b"short", encodings) == (b"short", "")
