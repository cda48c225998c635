"""From the rows that name public keys to the keys that verify codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

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


class CardKeys(Mapping[str, card.VerifyKey]):
    """The keys that sign cards, by key id: the hub's, and each terminal's as far as its certificate goes. Made when one
    is asked for: of many terminals, one has signed.

    A terminal without a certificate signs no card that is good by itself; those that the hub confirmed stay good.
    """

    def __init__(self, keys: Iterable[rows.Key]) -> None:
        self._rows = {row.id: row for row in keys}
        signing = (row for row in self._rows.values() if "certificate" in row.kinds)
        self._hubs = tuple((row.id, row.public) for row in signing)

    def __getitem__(self, kid: str) -> card.VerifyKey:
        row = self._rows[kid]
        if row.terminal is None:
            return verify_keys([row])[kid]
        certificate = opened(row.certificate, self._hubs) if row.certificate else None
        if certificate is not None and (certificate.kid, certificate.terminal) == (kid, row.terminal):
            return card.verify_key(certificate)
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(row.public))
        return card.VerifyKey(kid, public, 0, 2**53, None, frozenset({card.Card}), row.terminal, withdrawn=True)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@lru_cache(maxsize=256)
def opened(certificate: str, hubs: tuple[tuple[str, str], ...]) -> card.Certificate | None:
    """The certificate in a text, if one of these keys signed it; its end is judged where a code is read.

    Args:
        certificate: the code.
        hubs: key ids and public keys, in hexadecimal, of who may certify.
    """
    keys = verify_keys(rows.Key(kid, public, ["certificate"]) for kid, public in hubs)
    try:
        payload = card.decode(certificate, keys, now=None, kinds=(card.Certificate,)).payload
    except card.CodeError:
        return None
    return payload if isinstance(payload, card.Certificate) else None
