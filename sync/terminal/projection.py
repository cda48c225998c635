"""The projection: what screens and commands read. The replica, plus the facts that it does not contain yet.

So nothing is shown twice and nothing vanishes between push and pull.
"""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import wraps
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from sync import rows
from sync.clock import ROME, Clock, local, stamp
from sync.errors import StoreError, UsageError
from sync.pictures import is_name
from sync.rows import Texts
from sync.seats import Counters
from sync.terminal import announced, offering
from sync.terminal.daylog import DayLog
from sync.terminal.journal import Journal
from sync.terminal.offering import OfferView, RequestView, ServiceView
from sync.terminal.pending import Pending, Stated
from sync.terminal.replica import Replica
from sync.terminal.standing import Standing, standing, switches
from sync.terminal.views import (
    BookingState,
    BookingView,
    DropInView,
    NoticeView,
    OccurrenceView,
    SeatsView,
    SpaceView,
    StaffView,
    picture_of,
)

ACTIVE = ("final", "provisional", "waiting", "checked_in")
CHUNK = 500
MAX_KNOWN = 1_000
"""Activities that are kept as they were read, until the state is another one."""
MAX_SWITCHES = 100
"""In a row, while one question is asked; far beyond any engine's pace."""


class _Moved(Exception):
    """The replica is in another state than the pending facts were looked up for."""


F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


def _one_state(method: F) -> F:
    """A question that is answered from one state of the hub, however many queries it takes: asked again where another
    process switched to the next one meanwhile.
    """

    @wraps(method)
    def asked(self: Projection, *args: Any, **kwargs: Any) -> Any:
        if self._asking:  # part of another question, which begins again as a whole
            return method(self, *args, **kwargs)
        self._asking = True
        try:
            for _ in range(MAX_SWITCHES):
                try:
                    return method(self, *args, **kwargs)
                except _Moved:
                    self._unseen = self._look(always=True)
        finally:
            self._asking = False
        raise StoreError("The programme changes faster than it can be read. Try again.")

    return cast("F", asked)


class Projection:
    """Reads for one terminal. Not safe for several threads at a time; each thread opens its own."""

    def __init__(self, journal: Journal, replica: Replica, space: str, clock: Clock) -> None:
        self._journal, self._replica, self._space, self._clock = journal, replica, space, clock
        self._pending = Pending(journal)
        self._log = DayLog()
        self._switches = -1
        self._renumbered = False
        self._asking = self._unseen = False
        self._counters: dict[str, Counters] = {}
        self._have = 0
        self._seen: tuple[int, int] | None = None
        self._spaces: dict[str, SpaceView] = {}
        self._known: dict[str, rows.Activity] = {}  # of this state: lists and searches ask for the same ones again
        self._stale = True
        self.refresh()

    # keeping up

    def touch(self) -> None:
        """Says that this process itself wrote: the next `refresh` looks again."""
        self._stale = True

    def refresh(self) -> bool:
        """Looks whether replica or journal changed since the last call; returns whether they did."""
        unseen, self._unseen = self._unseen, False
        return self._look() or unseen

    def _look(self, *, always: bool = False) -> bool:
        seen = (self._journal.data_version(), self._replica.data_version())
        if not self._stale and not always and seen == self._seen:
            return False
        self._seen, self._stale = seen, False
        stands, held, erased = self._replica.read(_basis)
        position = self._journal.position()
        self._have, self._switches = position.have, stands.switches
        self._renumbered = stands.incarnation != position.incarnation
        applied = 0 if self._renumbered else stands.applied
        self._pending.catch_up(position.incarnation, applied, held, erased)
        self._counters = self._journal.counters()
        self._spaces, self._known = {}, {}
        return True

    # spaces

    @_one_state
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

    @_one_state
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

    @_one_state
    def agenda(
        self, first: date, last: date, *, space: str | None = None, all_spaces: bool = False
    ) -> tuple[OccurrenceView, ...]:
        """The occurrences that touch the days from `first` to `last` (on Milano's clocks), by start."""
        begin, end = _bounds(first, last)
        if all_spaces:
            found = [body for one in self.spaces() for body in self._touching(one.id, begin, end)]
        else:
            found = self._touching(space or self._space, begin, end)
        views = self._occurrences(found)
        return tuple(sorted(views, key=lambda one: (one.start, one.id)))

    @_one_state
    def coming(self, after: datetime, *, space: str | None = None, limit: int = 50) -> tuple[OccurrenceView, ...]:
        """The next occurrences that start after an instant, by start."""
        query = (
            "SELECT body FROM item WHERE entity = 'occurrence' AND space = :space AND start > :after "
            "ORDER BY start, id LIMIT :limit"
        )
        bodies = self._bodies(query, space=space or self._space, after=stamp(after), limit=limit)
        return tuple(self._occurrences(bodies))

    @_one_state
    def occurrence(self, occurrence_id: str) -> OccurrenceView | None:
        """One occurrence; None where there is none."""
        query = "SELECT body FROM item WHERE entity = 'occurrence' AND id = :id"
        found = self._occurrences(self._bodies(query, id=occurrence_id))
        return found[0] if found else None

    @_one_state
    def occurrences(self, ids: Sequence[str]) -> dict[str, OccurrenceView]:
        """Occurrences by their ids; those that there are not are left out."""
        found = [json.loads(text) for text in self._by_id("occurrence", ids)]
        return {view.id: view for view in self._occurrences(found)}

    @_one_state
    def series(self, activity: str, after: datetime, *, limit: int = 20) -> tuple[OccurrenceView, ...]:
        """The coming occurrences of an activity, by start."""
        query = (
            "SELECT body FROM item WHERE entity = 'occurrence' AND activity = :activity AND start > :after "
            "ORDER BY start LIMIT :limit"
        )
        return tuple(self._occurrences(self._bodies(query, activity=activity, after=stamp(after), limit=limit)))

    @_one_state
    def pictures(self, after: datetime, *, limit: int = 400) -> tuple[str, ...]:
        """The pictures of what is still to come, by name, those that are wanted first before the others."""
        query = (
            "SELECT a.body ->> '$.picture.sha256' AS name FROM item AS a JOIN item AS o ON o.entity = 'occurrence' "
            "AND o.activity = a.id AND o.finish > :after WHERE a.entity = 'activity' AND name IS NOT NULL "
            "GROUP BY name ORDER BY min(o.start), name LIMIT :limit"
        )
        found = self._read(sa.text(query), {"after": stamp(after), "limit": limit})
        return tuple(name for (name,) in found if is_name(name))

    @_one_state
    def counts(self, first: date, last: date) -> dict[str, int]:
        """How many occurrences that are not cancelled touch the days, by space."""
        begin, end = _bounds(first, last)
        on = "body ->> 'status' IS NOT 'cancelled' AND id NOT IN :off"
        spaces = [one.id for one in self.spaces()]
        off = sorted(announced.called_off(self._pending))
        query = sa.text(
            f"SELECT space, count(*) FROM {_BY_START} WHERE space IN :spaces AND {_TOUCHES} AND {on} GROUP BY space"  # noqa: S608
        ).bindparams(sa.bindparam("spaces", expanding=True), sa.bindparam("off", expanding=True))
        values = {"spaces": spaces, "begin": begin, "end": end, "off": off}
        found = {space: int(count) for space, count in self._read(query, values)}
        return {space: found.get(space, 0) for space in spaces}

    @_one_state
    def categories(self, first: date, last: date) -> dict[str, int]:
        """The categories as they are written, with how many occurrences of all spaces touch the days."""
        begin, end = _bounds(first, last)
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

    def _by_id(self, entity: str, ids: Sequence[str]) -> list[str]:
        """The bodies of an entity's rows that have one of these ids, in any order. It goes to the driver as it is."""

        def work(connection: sa.Connection) -> list[str]:
            found: list[str] = []
            for start in range(0, len(ids), CHUNK):
                some = ids[start : start + CHUNK]
                query = f"SELECT body FROM item WHERE entity = ? AND id IN ({', '.join('?' * len(some))})"  # noqa: S608
                found += connection.exec_driver_sql(query, (entity, *some)).scalars()
            return found

        return self._in_state(work)

    def _own_unsent(self) -> dict[str, int]:
        """Seats of this terminal's bookings that the replica's counts do not include, by occurrence."""
        taken: dict[str, int] = {}
        # Facts that were journaled again are pending again, though the replica counts some of them already.
        counted = self._replica.ids("booking") if self._renumbered else frozenset()
        for booking in self._pending_bookings().values():
            if booking.id not in counted and booking.state in ("final", "provisional", "checked_in"):
                taken[booking.occurrence] = taken.get(booking.occurrence, 0) + booking.people
        return taken

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

    # sign-ups

    @_one_state
    def bookings(self, occurrence: str | None = None) -> tuple[BookingView, ...]:
        """The sign-ups that this terminal knows, of one occurrence or of all, by id (that is by time)."""
        if occurrence is None:
            query, known = "SELECT id, body FROM item WHERE entity = 'booking'", {}
        else:
            query = "SELECT id, body FROM item WHERE entity = 'booking' AND occurrence = :occurrence"
            known = {"occurrence": occurrence}
        found: dict[str, BookingView] = {}
        for booking_id, text in self._read(sa.text(query), known):
            view = _booking(rows.load(rows.Booking, json.loads(text)))
            if booking_id not in found or view.name or view.contact:  # the space's copy has them
                found[booking_id] = view
        for booking_id, pending in self._pending_bookings(found).items():
            if occurrence in (None, pending.occurrence):
                found[booking_id] = pending
        return tuple(found[key] for key in sorted(found))

    @_one_state
    def booking(self, booking_id: str) -> BookingView | None:
        """One sign-up; None where this terminal knows none."""
        pending = self._pending_bookings().get(booking_id)
        if pending is not None:
            return pending
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'booking' AND id = :id", id=booking_id)
        if not bodies:
            return None
        copies = [_booking(rows.load(rows.Booking, body)) for body in bodies]
        held = next((copy for copy in copies if copy.name or copy.contact), copies[0])  # the space's copy has them
        return self._pending_bookings({booking_id: held}).get(booking_id) or held

    @_one_state
    def booking_of_card(self, occurrence: str, card: str) -> BookingView | None:
        """The sign-up that a card holds or waits with for an occurrence."""
        for booking in self.bookings(occurrence):
            if booking.card == card and booking.state in ACTIVE:
                return booking
        return None

    @_one_state
    def ticket_booking(self, nonce: str) -> BookingView | None:
        """The sign-up that came from a phone ticket, once it has arrived here."""
        query = "SELECT body FROM item WHERE entity = 'booking' AND body ->> 'nonce' = :nonce"
        bodies = self._bodies(query, nonce=nonce)
        return _booking(rows.load(rows.Booking, bodies[0])) if bodies else None

    def _pending_bookings(self, known: dict[str, BookingView] | None = None) -> dict[str, BookingView]:
        """The sign-ups of which pending facts say something, as they are after those facts."""
        found: dict[str, BookingView] = {}
        at_hand = ChainMap(found, known or {})
        checked: dict[str, BookingView] = {}  # by check-in: the booking as it was before
        knew: dict[str, bool] = {}  # by booking that was called off: whether the person knew before
        for fact in self._pending:
            body = fact.body
            if fact.kind == "booking":
                found[fact.id] = BookingView(
                    fact.id, body["occurrence"], body.get("people", 1), _state_of(body),
                    body.get("card"), fact.personal.get("name"), fact.seq > self._have,
                )  # fmt: skip
            elif fact.kind == "checkin_undo":
                undone = checked.get(body["checkin"]) or self._checked_in(body["checkin"], at_hand)
                if undone is not None:
                    found[undone.id] = undone
            elif fact.kind == "told":
                if (booking := at_hand.get(body["booking"])) is not None:
                    found[booking.id] = replace(booking, told=True, contact="")
            elif fact.kind == "card_replace":
                for booking in [one for one in at_hand.values() if one.card == body["card"]]:
                    found[booking.id] = replace(booking, card=body.get("number"))
            elif fact.kind in announced.PLANS:
                for booking in [one for one in at_hand.values() if one.occurrence == body["occurrence"]]:
                    if fact.kind == announced.CALLED_OFF:
                        knew.setdefault(booking.id, booking.told)
                    told = fact.kind != announced.CALLED_OFF and knew.pop(booking.id, booking.told)
                    found[booking.id] = replace(booking, told=told)
            elif fact.kind in _BOOKING_CHANGES and (booking := _meant(body, at_hand)) is not None:
                checked[fact.id] = booking
                found[booking.id] = replace(booking, state=_BOOKING_CHANGES[fact.kind])
        return found

    def _checked_in(self, checkin: str, known: Mapping[str, BookingView]) -> BookingView | None:
        """The booking of a check-in that the hub knows, as it was before."""
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'checkin' AND id = :id", id=checkin)
        booking = known.get(str(bodies[0].get("booking"))) if bodies else None
        return replace(booking, state="final") if booking is not None and booking.state == "checked_in" else None

    # the desk

    @_one_state
    def dropins(self, day: date) -> tuple[DropInView, ...]:
        """The drop-ins of this space on a day, the newest first; voided ones left out."""
        begin, end = _bounds(day, day)
        query = "SELECT body FROM item WHERE entity = 'dropin' AND space = :space AND at >= :begin AND at < :end"

        def stored() -> list[rows.DropIn]:
            return [
                rows.load(rows.DropIn, body) for body in self._bodies(query, space=self._space, begin=begin, end=end)
            ]

        return self._log.shown((begin, end), stored, self._pending, self._have, self._switches)

    @_one_state
    def notices(self) -> tuple[NoticeView, ...]:
        """What is on the board now: urgent ones first, then the newest."""
        stored = self._bodies("SELECT body FROM item WHERE entity = 'notice'")
        return announced.notices(stored, self._pending, stamp(self._clock.now()), self._space)

    # what one can ask for

    @_one_state
    def services(self) -> tuple[ServiceView, ...]:
        """What this space offers now: services, products, openings."""
        query = "SELECT body FROM item WHERE entity = 'service' AND space = :space"
        return offering.services(self._bodies(query, space=self._space), stamp(self._clock.now()))

    @_one_state
    def offers(self) -> tuple[OfferView, ...]:
        """What neighbours offer and look for, as far as the office has approved it."""
        return offering.offers(self._bodies("SELECT body FROM item WHERE entity = 'offer'"), stamp(self._clock.now()))

    @_one_state
    def titles(self) -> dict[str, Texts]:
        """What everything that one can ask for here is called, by id."""
        return {one.id: one.title for one in self.services()} | {one.id: one.title for one in self.offers()}

    @_one_state
    def requests(self) -> tuple[RequestView, ...]:
        """Who asked for what, for the desk."""
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'request'")
        kinds = {one.id: one.kind for one in self.services()} | {one.id: "offer" for one in self.offers()}
        return offering.requests(bodies, self._pending, self._have, kinds)

    @_one_state
    def laid(self, entity: str) -> tuple[list[dict[str, Any]], tuple[Stated, ...], int]:
        """What the replica holds of an entity, as bodies, what was stated here and it does not contain, and up to which
        sequence number the hub has that: for who lays the one over the other.
        """
        bodies = self._bodies("SELECT body FROM item WHERE entity = :entity", entity=entity)
        return bodies, tuple(self._pending), self._have

    @_one_state
    def staff(self) -> tuple[StaffView, ...]:
        """Who may open the desk here."""
        return tuple(StaffView(one.id, one.name, one.role) for one in self.staff_rows())

    # what the terminal itself needs

    @_one_state
    def staff_rows(self) -> tuple[rows.Staff, ...]:
        """Staff with verifiers, active ones, by name."""
        found = [rows.load(rows.Staff, body) for body in self._bodies("SELECT body FROM item WHERE entity = 'staff'")]
        return tuple(sorted((one for one in found if one.active), key=lambda one: one.name))

    @_one_state
    def confirmed(self, number: str) -> str | None:
        """Until when a card is good that a terminal signed and the hub heard of, as an instant; None: it is none."""
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'confirmed' AND id = :id", id=number)
        return rows.load(rows.Confirmed, bodies[0]).expires if bodies else None

    @_one_state
    def keys(self) -> tuple[rows.Key, ...]:
        """The public keys whose codes are accepted."""
        return tuple(rows.load(rows.Key, body) for body in self._bodies("SELECT body FROM item WHERE entity = 'key'"))

    @_one_state
    def revocations(self) -> str | None:
        """The signed list of what is revoked."""
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'revocations'")
        return str(bodies[0]["signed"]) if bodies else None

    @property
    def here(self) -> str:
        """The id of the space where this terminal stands."""
        return self._space

    def called_off(self) -> frozenset[str]:
        """The occurrences that were called off here and that the replica does not show so yet."""
        return announced.called_off(self._pending)

    @_one_state
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

    @_one_state
    def bookable(self, until: datetime) -> list[rows.Occurrence]:
        """Occurrences with counted seats that start between now and `until`, by start."""
        query = (
            "SELECT body FROM item WHERE entity = 'occurrence' AND space = :space AND start > :now AND start < :until "
            "AND body ->> 'capacity' IS NOT NULL AND body ->> 'status' IS NOT 'cancelled' ORDER BY start"
        )
        bodies = self._bodies(query, space=self._space, now=stamp(self._clock.now()), until=stamp(until))
        return [rows.load(rows.Occurrence, body) for body in bodies]

    def _bodies(self, query: str, **values: object) -> list[dict[str, Any]]:
        return self._bodies_of_each(query, [values])

    def _bodies_of_each(self, query: str, questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """The bodies that a query finds with each of these values. It goes to the driver as it is, not compiled."""

        def work(connection: sa.Connection) -> list[str]:
            found = (connection.exec_driver_sql(query, values).scalars() for values in questions)
            return [text for texts in found for text in texts]

        return [json.loads(text) for text in self._in_state(work)]

    def _read(self, query: sa.TextClause, values: Mapping[str, object]) -> Sequence[Any]:
        return self._in_state(lambda connection: connection.execute(query, values).all())

    def _in_state(self, work: Callable[[sa.Connection], T]) -> T:
        """Reads of the replica the state that the pending facts were looked up for (`_one_state`)."""

        def asked(connection: sa.Connection) -> T:
            if switches(connection) != self._switches:
                raise _Moved
            return work(connection)

        return self._replica.read(asked)


def _basis(connection: sa.Connection) -> tuple[Standing, frozenset[str], frozenset[str]]:
    """Where the replica stands, and the ids of facts that the hub holds without having applied them, and of those whose
    personal part must be forgotten.
    """
    found = connection.exec_driver_sql("SELECT entity, id FROM item WHERE entity IN ('held', 'erasure')").all()
    by_entity = {kind: frozenset(name for entity, name in found if entity == kind) for kind in ("held", "erasure")}
    return standing(connection), by_entity["held"], by_entity["erasure"]


_BY_START = "item INDEXED BY item_time"
"""Said outright: without statistics SQLite would rather read every occurrence, or all that are still to come."""
_TOUCHES = "entity = 'occurrence' AND start < :end AND finish >= :begin AND (finish > :begin OR start = finish)"
_BOOKING_CHANGES: dict[str, Any] = {"booking_cancel": "cancelled", "checkin": "checked_in"}


def _state_of(booking: dict[str, Any]) -> BookingState:
    """How a booking stands that the hub has not answered yet."""
    if booking.get("paid"):
        return "final"
    return "waiting" if booking.get("waiting") else "provisional"


def _bounds(first: date, last: date) -> tuple[str, str]:
    """The days as instants: from the first one's midnight to the midnight after the last, on Milano's clocks."""
    begin = datetime.combine(first, time(), ROME)
    end = datetime.combine(last + timedelta(days=1), time(), ROME)
    return stamp(begin), stamp(end)


def _meant(body: Mapping[str, Any], known: Mapping[str, BookingView]) -> BookingView | None:
    """The booking that a check-in or a cancellation is about: named, or the one that the card has."""
    if body.get("booking"):
        return known.get(body["booking"])
    mine = [one for one in known.values() if one.card == body.get("card") and one.occurrence == body.get("occurrence")]
    return next((one for one in mine if one.state in ACTIVE), None)


def _booking(row: rows.Booking) -> BookingView:
    return BookingView(
        row.id,
        row.occurrence,
        row.people,
        row.state,  # type: ignore[arg-type]
        row.card,
        row.name,
        pending=False,
        why=row.why,
        told=row.told,
        contact=row.contact or "",
    )
