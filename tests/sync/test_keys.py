"""Public keys as they come down: only what is what it says becomes a key that verifies."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import card, rows
from sync.keys import verify_keys

PUBLIC = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
KID = card.key_id(PUBLIC)


def row(**values: object) -> rows.Key:
    return rows.Key(**{"id": KID, "public": PUBLIC.hex(), "kinds": ["card"], **values})  # type: ignore[arg-type]


def test_a_row_becomes_a_key_with_its_limits() -> None:
    found = verify_keys([row(kinds=["card", "booking"], spaces=["zoia"], not_before=5, not_after=9, terminal="zoia-1")])
    key = found[KID]
    assert key.public.public_bytes_raw() == PUBLIC
    assert (key.kid, key.not_before, key.not_after, key.terminal) == (KID, 5, 9, "zoia-1")
    assert key.kinds == frozenset({card.Card, card.Booking})
    assert key.spaces == frozenset({"zoia"})


def test_no_spaces_means_all_and_an_empty_list_means_none() -> None:
    assert verify_keys([row(spaces=None)])[KID].spaces is None
    assert verify_keys([row(spaces=[])])[KID].spaces == frozenset()


def test_a_row_under_another_keys_name_is_left_out() -> None:
    other = "0" * 16
    assert verify_keys([row(id=other)]) == {}
    assert set(verify_keys([row(id=other), row()])) == {KID}


def test_kinds_of_a_newer_hub_are_left_out_and_the_others_count() -> None:
    assert verify_keys([row(kinds=["hologram", "card"])])[KID].kinds == frozenset({card.Card})


@pytest.mark.parametrize("kind", list(card.KINDS))
def test_every_kind_of_code_has_a_name_that_rows_use(kind: str) -> None:
    assert verify_keys([row(kinds=[kind])])[KID].kinds == frozenset({card.KINDS[kind]})
