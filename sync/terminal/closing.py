"""The close of a day at a terminal: the day in figures, as everything here shows it, and whether it was closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sync import rows
from sync.clock import local
from sync.terminal import registers
from sync.terminal.pending import Stated
from sync.totals import CAME, Totals, reckon, span

if TYPE_CHECKING:
    from sync.terminal.projection import Projection


@dataclass(frozen=True, slots=True)
class ClosedView:
    """A day that was closed. `pending`: the hub does not know yet."""

    at: datetime
    by: str | None
    totals: dict[str, int]
    pending: bool


def totals(projection: Projection, day: date) -> Totals:
    """A day of this space."""
    begin, end = span(day)
    parcels = registers.parcels(projection)
    return reckon(
        ((one.reasons, one.people, one.age_band) for one in projection.dropins(day)),
        checkins=_checkins(*projection.laid("checkin"), begin=begin, end=end),
        signups=_signups(projection, begin, end),
        parcels=sum(one.at.date() == day for one in parcels),
        handed=sum(one.out is not None and one.out.date() == day for one in parcels),
    )


def _checkins(
    bodies: Iterable[Mapping[str, Any]], pending: Iterable[Stated], _have: int, *, begin: str, end: str
) -> int:
    found = {body["id"] for body in bodies if begin <= body["at"] < end and not body.get("void")}
    for fact in pending:
        if fact.kind == "checkin" and begin <= fact.at < end:
            found.add(fact.id)
        elif fact.kind == "checkin_undo":
            found.discard(fact.body["checkin"])
    return len(found)


def _signups(projection: Projection, begin: str, end: str) -> int:
    bodies, pending, _have = projection.laid("booking")
    today = {body["id"] for body in bodies if begin <= body.get("at", "") < end}
    today |= {fact.id for fact in pending if fact.kind == "booking" and begin <= fact.at < end}
    made = [one for one in projection.bookings() if one.id in today and one.state in CAME]
    here = projection.occurrences(sorted({one.occurrence for one in made}))
    return sum(here[one.occurrence].space == projection.here for one in made if one.occurrence in here)


def closed(projection: Projection, day: date) -> ClosedView | None:
    """The last close of a day of this space; None while it is open."""
    bodies, pending, have = projection.laid("day_close")
    found = [
        (row.at, ClosedView(local(row.at), row.by, dict(row.totals), pending=False))
        for row in (rows.load(rows.DayClose, body) for body in bodies)
        if row.day == day.isoformat() and row.space == projection.here
    ]
    found += [
        (fact.at, ClosedView(local(fact.at), fact.by, dict(fact.body.get("totals") or {}), fact.seq > have))
        for fact in pending
        if fact.kind == "day_close" and fact.body["day"] == day.isoformat()
    ]
    return sorted(found, key=lambda pair: pair[0])[-1][1] if found else None  # of the same instant, the later stated
