"""From the rows that name public keys to the keys that verify codes."""

from __future__ import annotations

from collections.abc import Iterable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync import card, rows


def verify_keys(keys: Iterable[rows.Key]) -> dict[str, card.VerifyKey]:
    """The accepted keys by key id. A row whose key id is not its key's own is left out, and so is a kind that is not
    known.
    """
    found = {}
    for row in keys:
        raw = bytes.fromhex(row.public)
        if card.key_id(raw) != row.id:
            continue
        found[row.id] = card.VerifyKey(
            kid=row.id,
            public=Ed25519PublicKey.from_public_bytes(raw),
            not_before=row.not_before,
            not_after=row.not_after,
            spaces=None if row.spaces is None else frozenset(row.spaces),
            kinds=frozenset(card.KINDS[kind] for kind in row.kinds if kind in card.KINDS),
            terminal=row.terminal,
        )
    return found
