"""What is on: queries for the public pages, as frozen entries that know Milano's clocks and nothing of the database."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import ROME, local, stamp
from sync.hub.store.models import Activity, Occurrence, Space
from sync.rows import Texts

LONG = timedelta(hours=24)
"""What lasts longer is on for several days: it is listed apart, not among the hours of a day."""
ENDLESS = timedelta(hours=2)
"""How long something is taken to go on where nobody said when it ends."""
MAX_ENTRIES = 1_000
"""Entries on one page."""
CHUNK = 500
"""Ids in one query."""
MAX_FOUND = 60
MAX_WORDS, MAX_WORD_CHARS = 8, 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One time that an activity takes place, as a page shows it.

    Attributes:
        start, end: on Milano's clocks; of what counts in days, `end` is the midnight after the last day.
        left: seats not taken; None where places are not booked.
    """

    id: str
    activity: str
    space: str
    space_name: str
    address: str
    area: int
    title: Texts
    summary: Texts
    audience: Texts
    category: str
    venue: str
    cost: str
    free: bool | None
    start: datetime
    end: datetime | None
    all_day: bool
    cancelled: bool
    reason: str
    moved_from: datetime | None
    capacity: int | None
    left: int | None

    @property
    def long(self) -> bool:
        """Whether it is on for several days."""
        return self.end is not None and self.end - self.start > LONG

    @property
    def place(self) -> str:
        """Room, space and address; the space is not named twice where its address begins with its name."""
        space = "" if self.address.startswith(self.space_name) else self.space_name
        return ", ".join(part for part in (self.venue, space, self.address) if part)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return (self.end - timedelta(microseconds=1)).date() if self.end is not None else self.start.date()

    def goes_on(self, now: datetime) -> bool:
        """Whether it has begun and has not ended."""
        return self.start <= now < (self.end or self.start + ENDLESS)

    def over(self, now: datetime) -> bool:
        """Whether it has ended."""
        return (self.end or self.start + ENDLESS) <= now


@dataclass(frozen=True, slots=True)
class Filters:
    """What a visitor wants to see of it all."""

    space: str | None = None
    area: int | None = None
    free: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.space or self.area or self.free)

    def query(self) -> dict[str, object]:
        """As the address names them."""
        return {"space": self.space, "area": self.area, "free": "1" if self.free else None}


def midnight(day: date) -> datetime:
    """The first instant of a day in Milano."""
    return datetime.combine(day, time(), ROME)


def between(
    session: Session, first: datetime, last: datetime, filters: Filters = Filters(), limit: int = MAX_ENTRIES
) -> list[Entry]:  # fmt: skip
    """What touches the span from `first` to `last` (exclusive), by start."""
    start, stop = stamp(first), stamp(last)
    query = _query().where(Occurrence.start < stop, sa.or_(Occurrence.start >= start, Occurrence.end > start))
    if filters.space:
        query = query.where(Occurrence.space_id == filters.space)
    if filters.area:
        query = query.where(Space.area == filters.area)
    if filters.free:
        query = query.where(Activity.free.is_(True))
    return _entries(session, query.limit(limit))


def of_activity(session: Session, activity: str, since: datetime, limit: int) -> list[Entry]:
    """The times of one activity that have not ended at an instant."""
    text = stamp(since)
    later = sa.or_(Occurrence.start >= stamp(since - ENDLESS), Occurrence.end > text)
    found = _entries(session, _query().where(Occurrence.activity_id == activity, later).limit(limit + 1))
    return [entry for entry in found if not entry.over(since)][:limit]


def latest(session: Session, activity: str) -> Entry | None:
    """The last time that an activity took or takes place."""
    query = _query().where(Occurrence.activity_id == activity).order_by(None).order_by(Occurrence.start.desc())
    return next(iter(_entries(session, query.limit(1))), None)


def occurrence(session: Session, occurrence_id: str) -> Entry | None:
    """One time that an activity takes place."""
    return next(iter(_entries(session, _query(active=False).where(Occurrence.id == occurrence_id))), None)


def search(session: Session, text: str, now: datetime) -> list[Entry]:
    """The next time of each activity in which every word of a text occurs; accents and capitals do not count."""
    words = [fold(word) for word in text.split()[:MAX_WORDS] if len(word) <= MAX_WORD_CHARS]
    if not words:
        return []
    query = sa.select(
        Activity.id, Activity.title, Activity.summary, Activity.category, Activity.venue, Activity.audience, Space.name,
        Space.quarter,
    )  # fmt: skip
    found: dict[str, int] = {}
    for row in session.execute(query.join(Space, Space.id == Activity.space_id).where(Activity.active.is_(True))):
        title = fold(" ".join(row.title.values()))
        rest = fold(" ".join(_texts([row.summary, row.category, row.venue, row.audience, row.name, row.quarter])))
        if all(word in title or word in rest for word in words):
            found[row.id] = sum(word not in title for word in words)
    starts = _next_starts(session, found, now)
    best = sorted(starts, key=lambda activity: (found[activity], starts[activity], activity))[:MAX_FOUND]
    entries = _next(session, best, starts)
    return [entries[activity] for activity in best if activity in entries]


@functools.lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """A text for comparing: without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def _texts(values: Iterable[object]) -> Iterable[str]:
    for value in values:
        if isinstance(value, Mapping):
            yield from (text for text in value.values() if isinstance(text, str))
        elif isinstance(value, str):
            yield value


def _next_starts(session: Session, activities: Iterable[str], now: datetime) -> dict[str, str]:
    """When each of some activities takes place next; those that do not any more are left out."""
    text, ids = stamp(now), sorted(activities)
    starts: dict[str, str] = {}
    for begin in range(0, len(ids), CHUNK):
        query = (
            sa.select(Occurrence.activity_id, sa.func.min(Occurrence.start))
            .where(Occurrence.activity_id.in_(ids[begin : begin + CHUNK]))
            .where(sa.or_(Occurrence.start >= text, Occurrence.end > text))
            .group_by(Occurrence.activity_id)
        )
        for activity, start in session.execute(query):
            starts[activity] = start
    return starts


def _next(session: Session, activities: Sequence[str], starts: Mapping[str, str]) -> dict[str, Entry]:
    wanted = [
        sa.and_(Occurrence.activity_id == activity, Occurrence.start == starts[activity]) for activity in activities
    ]
    return {entry.activity: entry for entry in _entries(session, _query().where(sa.or_(sa.false(), *wanted)))}


Rows: TypeAlias = sa.Select[Occurrence, Activity, Space]


def _query(*, active: bool = True) -> Rows:
    query = (
        sa.select(Occurrence, Activity, Space)
        .join(Activity, Activity.id == Occurrence.activity_id)
        .join(Space, Space.id == Occurrence.space_id)
        .order_by(Occurrence.start, Occurrence.id)
    )
    return query.where(Activity.active.is_(True)) if active else query


def _entries(session: Session, query: Rows) -> list[Entry]:
    return [_entry(occurrence, activity, space) for occurrence, activity, space in session.execute(query)]


def _entry(occurrence: Occurrence, activity: Activity, space: Space) -> Entry:
    left = None if occurrence.capacity is None else max(0, occurrence.capacity - occurrence.sold)
    return Entry(
        id=occurrence.id, activity=activity.id, space=space.id, space_name=space.name,
        address=activity.address or space.address, area=space.area, title=activity.title, summary=activity.summary,
        audience=activity.audience, category=activity.category, venue=activity.venue, cost=activity.cost,
        free=activity.free, start=local(occurrence.start), end=local(occurrence.end) if occurrence.end else None,
        all_day=occurrence.all_day, cancelled=occurrence.status == "cancelled", reason=occurrence.reason,
        moved_from=local(occurrence.original) if occurrence.original != occurrence.start else None,
        capacity=occurrence.capacity, left=left,
    )  # fmt: skip


def spaces(session: Session) -> Sequence[Space]:
    """The spaces by name."""
    return session.scalars(sa.select(Space).order_by(Space.name)).all()
