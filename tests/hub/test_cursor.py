"""Cursors: only the hub can make one, and reading one back never fails, whatever it is given."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.cursor import MAC_BYTES, MAX_CURSOR_CHARS, Cursor, seal, unseal

KEY = bytes(range(32))
HERE = Cursor("epoch", "space:zoia|terminal:zoia-1", 7, "tag")


@given(epoch=st.text(max_size=32), scopes=st.text(max_size=60), pos=st.integers(0, 2**63), tag=st.text(max_size=16))
def test_a_cursor_reads_back_as_it_was_sealed(epoch: str, scopes: str, pos: int, tag: str) -> None:
    cursor = Cursor(epoch, scopes, pos, tag)
    text = seal(cursor, KEY)
    assert text.isascii()
    if len(text) <= MAX_CURSOR_CHARS:
        assert unseal(text, KEY) == cursor


@given(
    st.text(max_size=MAX_CURSOR_CHARS + 10)
    | st.binary(max_size=400).map(lambda raw: base64.urlsafe_b64encode(raw).decode())
)
def test_no_other_text_is_a_cursor(text: str) -> None:
    assert unseal(text, KEY) is None


@given(st.data())
def test_a_cursor_that_was_changed_anywhere_is_none(data: st.DataObject) -> None:
    raw = bytearray(base64.urlsafe_b64decode(seal(HERE, KEY) + "=="))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert unseal(base64.urlsafe_b64encode(raw).decode(), KEY) is None


def test_a_cursor_of_another_hub_is_none() -> None:
    assert unseal(seal(HERE, bytes(32)), KEY) is None


@pytest.mark.parametrize("cut", range(0, MAC_BYTES + 8, 4))
def test_a_cursor_that_was_cut_off_is_none(cut: int) -> None:
    raw = base64.urlsafe_b64decode(seal(HERE, KEY) + "==")[:cut]
    assert unseal(base64.urlsafe_b64encode(raw).decode(), KEY) is None


def test_a_cursor_beyond_all_bounds_is_not_looked_at() -> None:
    long = seal(Cursor("epoch", "x" * MAX_CURSOR_CHARS, 1, "tag"), KEY)
    assert unseal(long, KEY) is None
