"""The order to erase: one spelling, one signer, one terminal; whatever else is read is refused with a sentence."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sync.orders import MAX_ORDER_CHARS, Erase, OrderError, read, write

HUB = Ed25519PrivateKey.from_private_bytes(b"h" * 32)
PUBLIC = HUB.public_key().public_bytes_raw()
KEY = bytes(range(32))
ORDER = Erase("zoia-1", 3, KEY)
TEXT = write(ORDER, HUB)


def test_what_the_hub_wrote_is_read() -> None:
    assert read(TEXT, PUBLIC) == ORDER
    assert TEXT.startswith(f"ERASE1 zoia-1 3 {KEY.hex()} ")
    assert len(write(Erase("z" * 80, 10**15 - 1, KEY), HUB)) <= MAX_ORDER_CHARS


def test_another_hub_has_nothing_to_order() -> None:
    stranger = Ed25519PrivateKey.generate()
    with pytest.raises(OrderError, match="not signed by the hub"):
        read(write(ORDER, stranger), PUBLIC)
    with pytest.raises(OrderError, match="not signed by the hub"):
        read(TEXT, stranger.public_key().public_bytes_raw())
    for no_key in (b"", b"x" * 31, b"\xff" * 32):
        with pytest.raises(OrderError):
            read(TEXT, no_key)


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.replace("zoia-1", "zoia-2"), TEXT.replace(" 3 ", " 4 "), TEXT.replace("ERASE1", "ERASE2"),
        TEXT.replace(" 3 ", " 03 "), TEXT + " ", TEXT + "\n", " " + TEXT, TEXT.upper(), TEXT.replace(" ", "  ", 1),
        TEXT.replace(" 3 ", " \uff13 "), TEXT[:-1], "", "ERASE1", "x" * 10_000,
        None, 3, b"bytes", [TEXT], {"order": TEXT},
    ],
)  # fmt: skip
def test_any_other_spelling_is_no_order(changed: object) -> None:
    with pytest.raises(OrderError):
        read(changed, PUBLIC)


@given(st.integers(0, len(TEXT) - 1), st.characters())
def test_an_order_of_which_one_character_is_another_is_none(place: int, other: str) -> None:
    changed = TEXT[:place] + other + TEXT[place + 1 :]
    if changed != TEXT:
        with pytest.raises(OrderError):
            read(changed, PUBLIC)


def test_it_concerns_one_terminal_up_to_the_incarnation_that_it_names() -> None:
    assert ORDER.concerns("zoia-1", 3, KEY)
    assert ORDER.concerns("zoia-1", 2, KEY)
    assert not ORDER.concerns("zoia-1", 4, KEY)
    assert not ORDER.concerns("zoia-2", 3, KEY)
    assert not ORDER.concerns("zoia-1", 3, bytes(32))


@pytest.mark.parametrize("terminal", ["", "a b", "zoia\n1", "z" * 81, "è"])
def test_an_id_that_could_be_read_otherwise_is_not_written(terminal: str) -> None:
    with pytest.raises(OrderError, match="other characters"):
        write(Erase(terminal, 1, KEY), HUB)
