"""Cursors: only the hub can make one, and reading one back never fails, whatever it is given."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.cursor import (
    MAC_BYTES,
    MAX_CURSOR_CHARS,
    Cursor,
    mark_of_epoch,
    mark_of_scopes,
    name_of_epoch,
    seal,
    unseal,
)
from sync.hub.store import history

KEY = bytes(range(32))
EPOCH = "000002-1f3a5c7e9b2d4f60"
HERE = Cursor(mark_of_epoch(EPOCH), mark_of_scopes("space:zoia|terminal:zoia-1"), 7, "00112233445566ff")


@given(
    epoch=st.text(max_size=32),
    scopes=st.text(max_size=60),
    pos=st.integers(0, 2**63 - 1),
    tag=st.just("") | st.binary(min_size=8, max_size=8).filter(any).map(bytes.hex),
)
def test_a_cursor_reads_back_as_it_was_sealed(epoch: str, scopes: str, pos: int, tag: str) -> None:
    cursor = Cursor(mark_of_epoch(epoch), mark_of_scopes(scopes), pos, tag)
    text = seal(cursor, KEY)
    assert text.isascii()
    assert len(text) == MAX_CURSOR_CHARS
    assert unseal(text, KEY) == cursor


@given(
    st.text(max_size=MAX_CURSOR_CHARS + 10)
    | st.binary(min_size=57, max_size=57).map(lambda raw: base64.urlsafe_b64encode(raw).decode())
)
def test_no_other_text_is_a_cursor(text: str) -> None:
    assert unseal(text, KEY) is None


@given(st.data())
def test_a_cursor_that_was_changed_anywhere_is_none(data: st.DataObject) -> None:
    raw = bytearray(base64.urlsafe_b64decode(seal(HERE, KEY)))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert unseal(base64.urlsafe_b64encode(raw).decode(), KEY) is None


def test_a_cursor_of_another_hub_is_none() -> None:
    assert unseal(seal(HERE, bytes(32)), KEY) is None


@pytest.mark.parametrize("cut", range(0, MAC_BYTES + 48, 4))
def test_a_cursor_that_was_cut_off_or_grew_is_none(cut: int) -> None:
    raw = base64.urlsafe_b64decode(seal(HERE, KEY))
    assert len(raw) > cut or cut > 56
    for changed in (raw[:cut], raw + raw[: cut + 1]):
        assert unseal(base64.urlsafe_b64encode(changed).decode(), KEY) is None or changed == raw


def test_a_cursor_of_the_first_release_is_none() -> None:
    body = b'["1f3a5c7e9b2d4f60","space:zoia|terminal:zoia-1",7,"0011223344556677"]'
    assert unseal(base64.urlsafe_b64encode(bytes(16) + body).decode().rstrip("="), KEY) is None


def test_epochs_are_told_apart_and_named_by_their_marks() -> None:
    first, second = history.following(), ""
    second = history.following(first)
    old = "1f3a5c7e9b2d4f60"
    for epoch in (first, second, old):
        assert name_of_epoch(mark_of_epoch(epoch)) == epoch
    assert mark_of_epoch(old)[0] < mark_of_epoch(first)[0] < mark_of_epoch(second)[0]
    assert mark_of_epoch("another") != mark_of_epoch("and another")
