"""The programme as a terminal shows it: spaces, activities, occurrences with the seats that are left."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from sync import rows
from sync.clock import ROME, Clock, local, stamp
from sync.errors import UsageError
from sync.pictures import is_name
from sync.seats import Counters
from sync.terminal import announced
from sync.terminal.journal import Journal
from sync.terminal.pending import Stated
from sync.terminal.reading import one_state
from sync.terminal.replica import Replica
from sync.terminal.signed import SignUps
from sync.terminal.views import OccurrenceView, SeatsView, SpaceView, picture_of

MAX_KNOWN = 1_000
"""Activities that are kept as they were read, until the state is another one."""
_BY_START = "item INDEXED BY item_time"
"""Said outright: without statistics SQLite would rather read every occurrence, or all that are still to come."""
_TOUCHES = "entity = 'occurrence' AND start < :end AND finish >= :begin AND (finish > :begin OR start = finish)"


class Programme(SignUps):
    """What takes place, and where."""

    def __init__(self, journal: Journal, replica: Replica, space: str, clock: Clock) -> None:
        self._spaces: dict[str, SpaceView] = {}
        self._known: dict[str, rows.Activity] = {}  # of this state: lists and searches ask for the same ones again
        super().__init__(journal, replica, space, clock)

    def _forget(self) -> None:
        self._spaces, self._known = {}, {}

    # spaces

    @one_state
    def space(self, space_id: str | None = None) -> SpaceView:
        """A space; this terminal's by default.

        Raises:
            UsageError: the replica knows no such space.
        """
        wanted = space_id or self._space
        self._load_spaces()
        if wanted not in self._spaces:
            known = ", ".join(sorted(self._spaces)) or "none yet: synchronise first"
            raise UsageError(f"There is no space {wanted!r}. Known spaces: {known}.")
        return self._spaces[wanted]

    @one_state
    def spaces(self) -> tuple[SpaceView, ...]:
        """All spaces by name."""
        self._load_spaces()
        return tuple(sorted(self._spaces.values(), key=lambda one: one.name))

    def _load_spaces(self) -> None:
        if not self._spaces:
            for body in self._bodies("SELECT body FROM item WHERE entity = 'space'"):
                row = rows.load(rows.Space, body)
                reasons = tuple((reason.code, reason.label) for reason in row.reasons)
                self._spaces[row.id] = SpaceView(
                    row.id, row.name, row.address, row.quarter or "", row.area, row.hours, reasons, row.web,
                    row.lat, row.lon,
                )  # fmt: skip

    # the programme

    @one_state
    def agenda(
        self, first: date, last: date, *, space: str | None = None, all_spaces: bool = False
    ) -> tuple[OccurrenceView, ...]:
        """The occurrences that touch the days from `first` to `last` (on Milano's clocks), by start."""
        begin, end = bounds(first, last)
        if all_spaces:
            found = [body for one in self.spaces() for body in self._touching(one.id, begin, end)]
        else:
            found = self._touching(space or self._space, begin, end)
        views = self._occurrences(found)
        return tuple(sorted(views, key=lambda one: (one.start, one.id)))

    @one_state
    def coming(self, after: datetime, *, space: str | None = None, limit: int = 50) -> tuple[OccurrenceView, ...]:
        """The next occurrences that start after an instant, by start."""
        query = (
            "SELECT body FROM item WHERE entity = 'occurrence' AND space = :space AND start > :after "
            "ORDER BY start, id LIMIT :limit"
        )
        bodies = self._bodies(query, space=space or self._space, after=stamp(after), limit=limit)
        return tuple(self._occurrences(bodies))

    @one_state
    def occurrence(self, occurrence_id: str) -> OccurrenceView | None:
        """One occurrence; None where there is none."""
        query = "SELECT body FROM item WHERE entity = 'occurrence' AND id = :id"
        found = self._occurrences(self._bodies(query, id=occurrence_id))
        return found[0] if found else None

    @one_state
    def occurrences(self, ids: Sequence[str]) -> dict[str, OccurrenceView]:
        """Occurrences by their ids; those that there are not are left out."""
        found = [json.loads(text) for text in self._by_id("occurrence", ids)]
        return {view.id: view for view in self._occurrences(found)}

    @one_state
    def series(self, activity: str, after: datetime, *, limit: int = 20) -> tuple[OccurrenceView, ...]:
        """The coming occurrences of an activity, by start."""
        query = (
            "SELECT body FROM item WHERE entity = 'occurrence' AND activity = :activity AND start > :after "
            "ORDER BY start LIMIT :limit"
        )
        return tuple(self._occurrences(self._bodies(query, activity=activity, after=stamp(after), limit=limit)))

    @one_state
    def pictures(self, after: datetime, *, limit: int = 400) -> tuple[str, ...]:
        """The pictures of what is still to come, by name, those that are wanted first before the others."""
        query = (
            "SELECT a.body ->> '$.picture.sha256' AS name FROM item AS a JOIN item AS o ON o.entity = 'occurrence' "
            "AND o.activity = a.id AND o.finish > :after WHERE a.entity = 'activity' AND name IS NOT NULL "
            "GROUP BY name ORDER BY min(o.start), name LIMIT :limit"
        )
        found = self._read(sa.text(query), {"after": stamp(after), "limit": limit})
        return tuple(name for (name,) in found if is_name(name))

    @one_state
    def counts(self, first: date, last: date) -> dict[str, int]:
        """How many occurrences that are not cancelled touch the days, by space."""
        begin, end = bounds(first, last)
        on = "body ->> 'status' IS NOT 'cancelled' AND id NOT IN :off"
        spaces = [one.id for one in self.spaces()]
        off = sorted(announced.called_off(self._pending))
        query = sa.text(
            f"SELECT space, count(*) FROM {_BY_START} WHERE space IN :spaces AND {_TOUCHES} AND {on} GROUP BY space"  # noqa: S608
        ).bindparams(sa.bindparam("spaces", expanding=True), sa.bindparam("off", expanding=True))
        values = {"spaces": spaces, "begin": begin, "end": end, "off": off}
        found = {space: int(count) for space, count in self._read(query, values)}
        return {space: found.get(space, 0) for space in spaces}

    @one_state
    def categories(self, first: date, last: date) -> dict[str, int]:
        """The categories as they are written, with how many occurrences of all spaces touch the days."""
        begin, end = bounds(first, last)
        query = (
            "SELECT (SELECT body ->> 'category' FROM item WHERE entity = 'activity' AND id = o.activity) AS name, "  # noqa: S608
            f"count(*) AS many FROM item AS o INDEXED BY item_time WHERE space = :space AND {_TOUCHES} GROUP BY name"
        )
        found: dict[str, int] = {}

        def work(connection: sa.Connection) -> None:
            for space in spaces:
                for name, many in connection.exec_driver_sql(query, {"space": space, "begin": begin, "end": end}):
                    if isinstance(name, str) and name:
                        found[name] = found.get(name, 0) + int(many)

        spaces = [one.id for one in self.spaces()]
        self._in_state(work)
        return found

    def _touching(self, space: str, begin: str, end: str) -> list[dict[str, Any]]:
        query = f"SELECT body FROM {_BY_START} WHERE space = :space AND {_TOUCHES}"  # noqa: S608 - a constant of this module
        return self._bodies(query, space=space, begin=begin, end=end)

    def _occurrences(self, bodies: Sequence[dict[str, Any]]) -> list[OccurrenceView]:
        activities = self._activities({body["activity"] for body in bodies})
        plans = announced.plans(self._pending)
        mine = self._own_unsent()
        views = []
        for body in bodies:
            activity = activities.get(body["activity"])
            if activity is not None:
                views.append(self._view(rows.load(rows.Occurrence, body), activity, plans, mine))
        return views

    def _activities(self, ids: Iterable[str]) -> dict[str, rows.Activity]:
        wanted = set(ids)
        missing = sorted(wanted - self._known.keys())
        for text in self._by_id("activity", missing) if missing else ():
            row = rows.load(rows.Activity, json.loads(text))
            self._known[row.id] = row
        found = {name: self._known[name] for name in wanted if name in self._known}
        if len(self._known) > MAX_KNOWN:
            self._known = {}
        return found

    def _view(
        self, row: rows.Occurrence, activity: rows.Activity, plans: dict[str, Stated], mine: dict[str, int]
    ) -> OccurrenceView:
        word = plans.get(row.id)
        seats = None
        if activity.signup and row.capacity is not None:
            right = self._counters.get(row.id, Counters()).right
            left = row.capacity - row.sold - mine.get(row.id, 0)
            seats = SeatsView(row.capacity, max(left, right, 0), right)
        space = self._spaces.get(row.space) or self.space(row.space)
        return OccurrenceView(
            id=row.id, activity=activity.id, space=row.space, space_name=space.name, title=activity.title,
            summary=activity.summary, description=activity.description, category=activity.category,
            audience=activity.audience, venue=activity.venue, address=activity.address or space.address,
            access=activity.access, cost=activity.cost, free=activity.free, languages=tuple(activity.languages),
            rrule=activity.rrule, start=local(row.start), end=local(row.end) if row.end else None, all_day=row.all_day,
            cancelled=announced.is_off(row, word), reason=announced.reason(row, word),
            moved_from=local(row.moved_from) if row.moved_from else None, signup=activity.signup, seats=seats,
            url=activity.url, picture=picture_of(activity.picture),
        )  # fmt: skip

    @one_state
    def bookable_elsewhere(self, after: datetime, until: datetime, *, limit: int) -> list[rows.Occurrence]:
        """The next occurrences of other spaces with counted seats that start between two instants, by start."""
        query = (
            f"SELECT body FROM {_BY_START} WHERE entity = 'occurrence' AND space = :space AND start > :after "  # noqa: S608
            "AND start < :until AND body ->> 'capacity' IS NOT NULL AND body ->> 'status' IS NOT 'cancelled' "
            "ORDER BY start LIMIT :limit"
        )
        between = {"after": stamp(after), "until": stamp(until), "limit": limit}
        elsewhere = [{"space": one.id, **between} for one in self.spaces() if one.id != self._space]
        found = [rows.load(rows.Occurrence, body) for body in self._bodies_of_each(query, elsewhere)]
        return sorted(found, key=lambda one: (one.start, one.id))[:limit]

    @one_state
    def bookable(self, until: datetime) -> list[rows.Occurrence]:
        """Occurrences with counted seats that start between now and `until`, by start."""
        query = (
            "SELECT body FROM item WHERE entity = 'occurrence' AND space = :space AND start > :now AND start < :until "
            "AND body ->> 'capacity' IS NOT NULL AND body ->> 'status' IS NOT 'cancelled' ORDER BY start"
        )
        bodies = self._bodies(query, space=self._space, now=stamp(self._clock.now()), until=stamp(until))
        return [rows.load(rows.Occurrence, body) for body in bodies]


def bounds(first: date, last: date) -> tuple[str, str]:
    """The days as instants: from the first one's midnight to the midnight after the last, on Milano's clocks."""
    begin = datetime.combine(first, time(), ROME)
    end = datetime.combine(last + timedelta(days=1), time(), ROME)
    return stamp(begin), stamp(end)
