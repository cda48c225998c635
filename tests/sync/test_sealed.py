"""Sealed files: whole or refused, and read by the hub alone."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey

from sync.sealed import MAGIC, PIECE_BYTES, SealError, opened, seal

SEED = bytes(range(32))
PUBLIC = bytes(SigningKey(SEED).verify_key)


def sealed(*content: bytes) -> bytes:
    out = io.BytesIO()
    seal(content, PUBLIC, out)
    return out.getvalue()


def read(data: bytes, seed: bytes = SEED) -> bytes:
    return b"".join(opened(io.BytesIO(data), seed))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=300), st.integers(0, 3 * PIECE_BYTES).map(bytes)), max_size=6))
def test_what_was_sealed_is_what_is_read(content: list[bytes]) -> None:
    assert read(sealed(*content)) == b"".join(content)


def test_nobody_reads_it_without_the_hubs_key() -> None:
    data = sealed(b"Amina Diallo, 3331234567")
    assert b"Amina" not in data
    with pytest.raises(SealError, match="another hub"):
        read(data, bytes(32))


def test_a_shorter_longer_or_reordered_file_is_refused() -> None:
    data = sealed(*[bytes([number]) * PIECE_BYTES for number in range(3)])
    begin = len(data) - 3 * (4 + PIECE_BYTES + 17)
    pieces = [data[begin + n * (4 + PIECE_BYTES + 17) : begin + (n + 1) * (4 + PIECE_BYTES + 17)] for n in range(3)]
    assert data == data[:begin] + b"".join(pieces)
    for other in (
        data[:begin] + pieces[0] + pieces[1],
        data[:begin] + pieces[1] + pieces[0] + pieces[2],
        data[:begin] + pieces[0] + pieces[0] + pieces[1] + pieces[2],
        data[:begin] + pieces[2],
        data + b"more",
        data[:begin],
    ):
        with pytest.raises(SealError):
            read(other)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_changed_byte_and_no_cut_goes_unseen(data: st.DataObject) -> None:
    whole = sealed(b"first", bytes(500))
    if data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(whole) - 1))
        changed = bytearray(whole)
        changed[place] ^= data.draw(st.integers(1, 255))
        other = bytes(changed)
    else:
        other = whole[: data.draw(st.integers(0, len(whole) - 1))]
    with pytest.raises(SealError):
        read(other)


def test_a_length_beyond_any_piece_is_refused_without_being_read() -> None:
    begin = len(MAGIC) + 80 + 24
    with pytest.raises(SealError, match="damaged"):
        read(sealed(b"x")[:begin] + b"\xff\xff\xff\xff" + bytes(10))


def test_a_key_that_is_none_is_a_sentence() -> None:
    with pytest.raises(SealError, match="Enrol the terminal again"):
        seal([b"x"], b"short", io.BytesIO())
