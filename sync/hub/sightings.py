"""Where cards were shown, and which of them were shown in two spaces in less time than the way takes.

A code that never changes can be photographed. So each fact that says that a card was shown at a terminal leaves a
sighting: card, space, time. Two sightings of one card that nobody can have made alone flag the card, at the office and
at the desk of its own space, until somebody has looked at it. Nobody is turned away for it.

The flag follows from the set of sightings, so it is the same in whatever order facts arrive and however often. Only
facts whose terminal had measured its clock against the hub's leave one. Sightings go after `KEPT`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from math import asin, cos, radians, sin, sqrt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import instant, stamp
from sync.errors import UsageError
from sync.hub import audit
from sync.hub.apply import Received
from sync.hub.hub import Hub
from sync.hub.store.models import Member, Sighting, Space

SHOWN = ("booking", "checkin", "request", "offer")
"""Kinds of facts that are stated while a card is shown, where their body names one."""
MADE = ("card_issue", "card_replace")
"""Kinds that make a card, of which sightings may have come before."""
KEPT = timedelta(days=30)
FASTEST_KMH = 40.0
"""Nobody crosses the town faster, the crow's way, from door to door."""
AT_LEAST, AT_MOST = timedelta(minutes=2), timedelta(minutes=30)
"""Bounds of the way between two spaces: less is within what clocks are off by."""
UNKNOWN_WAY = timedelta(minutes=5)
"""Between spaces of which one has no coordinates."""
MAX_EACH = 200
"""Sightings of one card that are compared at most, the newest."""
MOST_AT_ONCE = 5_000
"""Sightings that one run of the chore forgets."""
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sightings of one card that nobody can have made alone, the earlier first."""

    first: Sighting
    second: Sighting


def record(session: Session, got: Received) -> None:
    """Notes that a card was shown, where the fact says so and its time is known; to be called once it was applied."""
    kind, body = got.fact.kind, got.fact.body
    if kind in MADE:
        _reckon(session, body["number"])
    if kind not in SHOWN or not body.get("card") or got.fact.moment.offset is None:
        return
    if got.fact.by is not None and kind != "checkin":  # the desk finds members without their card, also by telephone
        return
    member = session.get(Member, body["card"], with_for_update=True)  # one after the other: each sees those before
    if session.get(Sighting, got.fact.id) is not None:
        return
    seen = Sighting(fact=got.fact.id, card=body["card"], space_id=got.space, at=got.at, looked=False)
    session.add(seen)
    if member is not None and not member.doubled:
        moment = instant(seen.at)
        near = Sighting.at.between(stamp(moment - AT_MOST), stamp(moment + AT_MOST))
        others = session.scalars(
            sa.select(Sighting)
            .where(Sighting.card == seen.card, Sighting.space_id != seen.space_id, near)
            .limit(MAX_EACH)
        ).all()
        member.doubled = bool(_pairs(session, [*others, seen]))


def pairs(session: Session, number: str) -> list[Pair]:
    """What nobody has looked at yet of a card's sightings in two places at once, by time."""
    newest = sa.select(Sighting).where(Sighting.card == number).order_by(Sighting.at.desc(), Sighting.fact)
    return _pairs(session, session.scalars(newest.limit(MAX_EACH)))


def of(session: Session, numbers: Iterable[str]) -> Sequence[Sighting]:
    """Where cards were shown, by time."""
    query = sa.select(Sighting).where(Sighting.card.in_(list(numbers))).order_by(Sighting.at, Sighting.fact)
    return session.scalars(query).all()


def flagged(session: Session, space: str | None) -> Sequence[Member]:
    """Members in use whose card was in two places at once, of one space or of all, by number."""
    query = sa.select(Member).where(Member.doubled.is_(True), Member.active.is_(True)).order_by(Member.number)
    return session.scalars(query.where(Member.space_id == space) if space else query).all()


def look_at(hub: Hub, number: str, *, by: str) -> None:
    """Somebody looked at it and found nothing wrong, or did what was to be done. Doing so again changes nothing.

    Raises:
        UsageError: there is no such card.
    """
    with hub.database.write() as session:
        member = session.get(Member, number, with_for_update=True)
        if member is None:
            raise UsageError(f"There is no card with the number {number}. Compare it with the card.")
        if member.doubled:
            for one in session.scalars(sa.select(Sighting).where(Sighting.card == number)):
                one.looked = True
            session.flush()
            _reckon(session, number)
            audit.record(session, hub, by, "card.doubled", number)


def forget(session: Session, numbers: Iterable[str]) -> None:
    """Forgets where cards were shown, with whoever had them."""
    gone = list(numbers)
    session.execute(sa.delete(Sighting).where(Sighting.card.in_(gone)))
    for member in session.scalars(sa.select(Member).where(Member.number.in_(gone), Member.doubled.is_(True))):
        member.doubled = False


def expire(hub: Hub) -> int:
    """The chore: forgets sightings that are older than `KEPT`, and flags that nothing speaks for any more; returns how
    many sightings.
    """
    before = stamp(hub.clock.now() - KEPT)
    with hub.database.write() as session:
        old = session.scalars(sa.select(Sighting).where(Sighting.at < before).limit(MOST_AT_ONCE)).all()
        for one in old:
            session.delete(one)
        session.flush()
        for number in sorted({one.card for one in old}):
            _reckon(session, number)
    return len(old)


def way(one: Space | None, other: Space | None) -> timedelta:
    """The least time in which anybody gets from one space to another."""
    ends = [(space.lat, space.lon) for space in (one, other) if space is not None]
    known = [(lat, lon) for lat, lon in ends if lat is not None and lon is not None]
    if len(known) < 2:
        return UNKNOWN_WAY
    return min(AT_MOST, max(AT_LEAST, timedelta(hours=_kilometres(*known) / FASTEST_KMH)))


def _reckon(session: Session, number: str) -> None:
    member = session.get(Member, number, with_for_update=True)
    if member is not None:
        member.doubled = bool(pairs(session, number))


def _pairs(session: Session, some: Iterable[Sighting]) -> list[Pair]:
    found = sorted(some, key=lambda one: (one.at, one.fact))
    wanted = sa.select(Space).where(Space.id.in_({one.space_id for one in found}))
    places = {one.id: one for one in session.scalars(wanted)}
    return [
        Pair(one, other)
        for number, one in enumerate(found)
        for other in takewhile(_within(one), found[number + 1 :])
        if one.space_id != other.space_id
        and not (one.looked and other.looked)
        and instant(other.at) - instant(one.at) < way(places.get(one.space_id), places.get(other.space_id))
    ]


def _within(one: Sighting) -> Callable[[Sighting], bool]:
    last = stamp(instant(one.at) + AT_MOST)
    return lambda other: other.at <= last


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points in degrees (haversine)."""
    (north, east), (up, right) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((up - north) / 2) ** 2 + cos(north) * cos(up) * sin((right - east) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
