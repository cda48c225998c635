"""What a scanned or typed code is, decided without a network."""

from __future__ import annotations

from functools import lru_cache

from sync import card, rows
from sync.card import CodeError, Reason
from sync.clock import Clock
from sync.keys import verify_keys
from sync.number import NumberError, check
from sync.parcels import read_slip
from sync.terminal.projection import Projection
from sync.terminal.views import CardView, Scanned, StaffView

READABLE: tuple[card.Kind, ...] = (card.Card, card.Badge, card.Booking)


def read(text: str, projection: Projection, clock: Clock, *, clock_trusted: bool) -> Scanned:
    """Reads a code, or a member's number as somebody typed it.

    Raises:
        CodeError: it is not accepted; `reason` says why.
    """
    parcel = read_slip(text)
    if parcel is not None:
        return Scanned(parcel=parcel)
    if card.sniff(text) is None and _digits(text):
        return Scanned(card=_typed(text, projection))
    keys = projection.keys()
    revoked = _revocations(projection, keys)
    now = int(clock.now().timestamp()) if clock_trusted else None
    payload = card.decode(card.to_scan(text), verify_keys(keys), now=now, kinds=READABLE, revocations=revoked).payload
    if isinstance(payload, card.Card):
        member = projection.member(payload.number)
        if member is not None and not member.active:
            raise CodeError(Reason.REVOKED)
        return Scanned(card=CardView(payload.number, payload.language, payload.access))
    if isinstance(payload, card.Badge):
        return Scanned(badge=_staff(payload, projection))
    if isinstance(payload, card.Booking):
        return Scanned(booking=payload.booking)
    raise CodeError(Reason.WRONG_KIND)


def _digits(text: str) -> bool:
    return sum(one.isdigit() for one in text) >= 6 and not any(one.isalpha() for one in text)


def _typed(text: str, projection: Projection) -> CardView:
    """A typed number is known here only of this space's own members: a number proves nothing by itself."""
    try:
        number = check(text)
    except NumberError:
        raise CodeError(Reason.DAMAGED) from None
    member = projection.member(number)
    if member is None:
        raise CodeError(Reason.UNKNOWN_KEY)
    revoked = _revocations(projection, projection.keys())
    if not member.active or (revoked is not None and number in revoked.revoked):
        raise CodeError(Reason.REVOKED)
    return CardView(number, member.language, tuple(member.access))


def _staff(badge: card.Badge, projection: Projection) -> StaffView:
    for one in projection.staff_rows():
        if one.id == badge.staff and one.badge == badge.serial:
            return StaffView(one.id, one.name, one.role)
    raise CodeError(Reason.REVOKED)


def _revocations(projection: Projection, keys: tuple[rows.Key, ...]) -> card.RevocationList | None:
    """The newest list that came, if its signature is good; the replica is authentic, so a bad one is left aside."""
    text = projection.revocations()
    if text is None:
        return None
    return _opened(text, tuple((key.id, key.public) for key in _signing(keys)))


@lru_cache(maxsize=1)
def _opened(text: str, signers: tuple[tuple[str, str], ...]) -> card.RevocationList | None:
    """The list in a text: kept, for it may name a hundred thousand numbers, and a code is read in a moment."""
    keys = verify_keys(rows.Key(kid, public, ["revocations"]) for kid, public in signers)
    try:
        payload = card.decode(text, keys, now=None, kinds=(card.RevocationList,)).payload
    except CodeError:
        return None
    return payload if isinstance(payload, card.RevocationList) else None


def _signing(keys: tuple[rows.Key, ...]) -> tuple[rows.Key, ...]:
    """The keys that may let terminals sign: those may revoke as well."""
    return tuple(key for key in keys if "certificate" in key.kinds)
