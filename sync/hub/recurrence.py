"""When an activity takes place: its recurrence (RFC 5545), over a span of time.

Pure: no database, no clock. The rules are read by icalendar and expanded by recurring-ical-events, in the local time of
the activity's zone: so 18:30 stays 18:30 when the clocks change, and an end at 04:00 stays at 04:00. Only then local
times become instants. A local time that the clocks skip is read with the offset before the gap, one that comes twice is
the first of the two (RFC 5545, section 3.3.5; Python's ``fold=0`` is the same).

Texts of times are local and naive, ``2026-11-24T18:30`` or, where an activity counts in days, ``2026-11-24``. Ends are
exclusive: of something that lasts one day, the next day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from icalendar import Event
from recurring_ical_events import CalendarQuery, ComponentsWithName
from recurring_ical_events import Occurrence as LibraryOccurrence

from sync.hub.rrule import FIRST_YEAR, LAST_YEAR, Local, RuleError, naive, zone_of

__all__ = ["EVERY", "FIRST_YEAR", "LAST_YEAR", "Local", "Planned", "RuleError", "Series"]
__all__ += ["check", "happens", "plan", "text_of", "zone_of"]

EVERY = "*"
"""Key in `Series.overrides` that speaks of every occurrence, for a series that is cancelled as a whole."""
DATE_CHARS = len("2026-11-24")


class Series(Protocol):
    """What `plan` needs to know; `sync.hub.store.models.Activity` has it.

    Attributes:
        overrides: what was said of single occurrences, by original local start (or `EVERY`): {"start", "end", "status",
            "reason", "capacity"}, each optional. What speaks of an occurrence that the series does not have is ignored.
    """

    @property
    def start(self) -> str: ...  # noqa: D102 - described by the class
    @property
    def end(self) -> str | None: ...  # noqa: D102
    @property
    def zone(self) -> str: ...  # noqa: D102
    @property
    def all_day(self) -> bool: ...  # noqa: D102
    @property
    def rrule(self) -> str | None: ...  # noqa: D102
    @property
    def exdates(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def rdates(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def overrides(self) -> Mapping[str, Any]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Planned:
    """One time that something takes place; instants are aware, in UTC.

    Attributes:
        original: the start that the recurrence gave it.
        end: None where nobody said.
        explicit: the status was said in so many words.
        capacity: of this one occurrence; None where that of the activity counts.
    """

    original: datetime
    start: datetime
    end: datetime | None
    status: str = "scheduled"
    reason: str = ""
    capacity: int | None = None
    explicit: bool = False


def plan(series: Series, first: datetime, last: datetime) -> list[Planned]:
    """The occurrences of a series that touch the span from `first` to `last` (aware, `last` exclusive), by start.

    Raises:
        RuleError: the series carries a rule, a zone or a time that cannot be used.
    """
    zone = zone_of(series.zone)
    span = first.astimezone(zone).replace(tzinfo=None), last.astimezone(zone).replace(tzinfo=None)
    try:
        overrides = {_local(key, series.all_day): value for key, value in series.overrides.items() if key != EVERY}
        every = series.overrides.get(EVERY, {})
        start = _local(series.start, series.all_day)
        if series.rrule or series.rdates:
            originals = set(_recurring(series, start, [key for key in overrides if overrides[key].get("start")], span))
        else:
            originals = set(_single(series, start))
        found = [_moved(series, original, overrides.get(original, {})) for original in originals]
        planned = [_planned(one, zone, {**every, **overrides.get(one[0], {})}) for one in found if _touches(one, span)]
    except (ValueError, OverflowError) as error:
        raise RuleError(f"the times of this activity cannot be used: {error}") from error
    return sorted(planned, key=lambda one: (one.start, one.original))


def check(series: Series) -> None:
    """Tries a series around its start.

    Raises:
        RuleError: its rule, its zone or its times cannot be used.
    """
    zone = zone_of(series.zone)
    try:
        first = _instant(_local(series.start, series.all_day), zone)
    except (ValueError, OverflowError) as error:
        raise RuleError(f"its start cannot be used: {error}") from error
    plan(series, first, first + timedelta(days=1))


def happens(series: Series, original: Local) -> bool:
    """Whether the recurrence gives that local start (moved or not).

    Raises:
        RuleError: as `plan`.
    """
    wanted = _instant(original, zone_of(series.zone))
    return any(one.original == wanted for one in plan(series, wanted, wanted + timedelta(seconds=1)))


def text_of(local: Local) -> str:
    """A local time as it is stored."""
    if isinstance(local, datetime):
        return local.isoformat(timespec="seconds" if local.second else "minutes")
    return local.isoformat()


def _local(text: str, all_day: bool) -> Local:
    value = datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"the year {value.year} is out of reach")
    return value.date() if all_day else value


Found = tuple[Local, Local, Local | None]
"""Original start, start and end, local; the end is None where nobody said."""
Span = tuple[datetime, datetime]
"""Local and naive; the second is exclusive."""


def _touches(found: Found, span: Span) -> bool:
    start = _at(found[1])
    return span[0] <= start < span[1] or (start < span[0] < _at(found[2] or found[1]))


def _single(series: Series, start: Local) -> Iterator[Local]:
    """Something that happens once: most of what is imported, so it does not go through the library."""
    excluded = {_excluded(text, series) for text in series.exdates}
    if not excluded & {start, _day(start)}:
        yield start


def _excluded(text: str, series: Series) -> Local:
    return _local(text, series.all_day or len(text) == DATE_CHARS)


def _recurring(series: Series, start: Local, elsewhere: Iterable[Local], span: Span) -> Iterator[Local]:
    """The original starts of what recurs and touches the span, and those of `elsewhere` that the recurrence has."""
    lasting = _lasting(series)
    event = Event()
    event.add("DTSTART", start)
    if lasting is not None:
        event.add("DTEND", start + lasting)
    if series.rrule:
        event["RRULE"] = naive(series.rrule, zone_of(series.zone))
    if series.rdates:
        event.add("RDATE", [_local(text, series.all_day) for text in series.rdates])
    for text in series.exdates:  # one property for each: a property's values are all times or all days
        event.add("EXDATE", [_excluded(text, series)])
    query = CalendarQuery(event, components=[_STARTS])
    yield from query.between(*span)
    for original in elsewhere:
        after = original + (timedelta(seconds=1) if isinstance(original, datetime) else timedelta(days=1))
        yield from (one for one in query.between(original, after) if one == original)


class _Start(LibraryOccurrence):  # type: ignore[misc]  # the library is not typed
    """An occurrence that hands out its start instead of a copy of the whole event, which is most of the work."""

    def as_component(self, _keep_recurrence_attributes: bool) -> Local:
        start: Local = self.start
        return start


_STARTS = ComponentsWithName("VEVENT", occurrence=_Start)


def _moved(series: Series, original: Local, override: Mapping[str, Any]) -> Found:
    """An occurrence with what was said about it; without a word about the end, it lasts as long as ever."""
    start = _local(override["start"], series.all_day) if override.get("start") else original
    if override.get("end"):
        end = _local(override["end"], series.all_day)
        return original, start, end if _at(end) > _at(start) else None
    lasting = _lasting(series)
    return original, start, None if lasting is None else start + lasting


def _lasting(series: Series) -> timedelta | None:
    start = _local(series.start, series.all_day)
    end = _local(series.end, series.all_day) if series.end else None
    if end is None or _at(end) <= _at(start):
        return timedelta(days=1) if series.all_day else None
    return _at(end) - _at(start)


def _planned(found: Found, zone: ZoneInfo, override: Mapping[str, Any]) -> Planned:
    original, start, end = found
    return Planned(
        original=_instant(original, zone),
        start=_instant(start, zone),
        end=None if end is None else _instant(end, zone),
        status=str(override.get("status") or "scheduled"),
        reason=str(override.get("reason") or ""),
        capacity=override.get("capacity"),
        explicit="status" in override,
    )


def _at(local: Local) -> datetime:
    return local if isinstance(local, datetime) else datetime.combine(local, time())


def _day(local: Local) -> date:
    return local.date() if isinstance(local, datetime) else local


def _instant(local: Local, zone: ZoneInfo) -> datetime:
    return _at(local).replace(tzinfo=zone).astimezone(UTC)
