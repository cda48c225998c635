"""What a scanned or typed code is, decided without a network."""

from __future__ import annotations

from functools import lru_cache

from sync import card, rows
from sync.card import CodeError, Reason
from sync.clock import Clock, stamp
from sync.keys import CardKeys, verify_keys
from sync.number import NumberError, check
from sync.parcels import read_slip
from sync.terminal.members import find
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
    now = int(clock.now().timestamp()) if clock_trusted else None
    payload = card.decode(
        card.to_scan(text), CardKeys(keys) if card.sniff(text.lstrip()) is card.Card else verify_keys(keys), now=now,
        kinds=READABLE, revocations=_revocations(projection, keys),
        confirmed=_Confirmed(projection, stamp(clock.now()) if clock_trusted else ""),
    ).payload  # fmt: skip
    if isinstance(payload, card.Card):
        member = find(projection, payload.number)
        if member is not None and not member.active:
            raise CodeError(Reason.REVOKED)
        return Scanned(card=CardView(payload.number, payload.language, payload.access))
    if isinstance(payload, card.Badge):
        return Scanned(badge=_staff(payload, projection))
    if isinstance(payload, card.Booking):
        return Scanned(booking=payload.booking)
    raise CodeError(Reason.WRONG_KIND)


class _Confirmed:
    """The cards that are good whoever signed them: those that the hub heard of, and those that the desk issued here.

    Args:
        projection: says which.
        now: as an instant; "" where the clock is not trusted.
    """

    def __init__(self, projection: Projection, now: str) -> None:
        self._projection, self._now = projection, now

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, str):
            return False
        expires = self._projection.confirmed(number)
        if expires is not None:
            return self._now < expires
        member = find(self._projection, number)
        return member is not None and member.at != ""  # one that is out of use is refused as such


def _digits(text: str) -> bool:
    return sum(one.isdigit() for one in text) >= 6 and not any(one.isalpha() for one in text)


def _typed(text: str, projection: Projection) -> CardView:
    """A typed number is known here only of this space's own members: a number proves nothing by itself."""
    try:
        number = check(text)
    except NumberError:
        raise CodeError(Reason.DAMAGED) from None
    member = find(projection, number)
    if member is None:
        raise CodeError(Reason.UNKNOWN_KEY)
    revoked = _revocations(projection, projection.keys())
    if not member.active or (revoked is not None and number in revoked.revoked):
        raise CodeError(Reason.REVOKED)
    return CardView(number, member.language, tuple(member.access))


def revoked_ids(projection: Projection) -> frozenset[str]:
    """Every number and serial that is no longer accepted, as far as this terminal heard."""
    listed = _revocations(projection, projection.keys())
    return listed.revoked if listed is not None else frozenset()


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
