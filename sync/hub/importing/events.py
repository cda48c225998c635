"""An entry out of a VEVENT and the changes of its single occurrences (RFC 5545, section 3.6.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event
from icalendar.prop import vBroken, vRecur

from sync.clock import ROME
from sync.hub.importing import texts
from sync.hub.importing.entry import (
    MAX_CATEGORY_CHARS,
    MAX_DATES,
    MAX_DESCRIPTION_CHARS,
    MAX_PLACE_CHARS,
    MAX_REASON_CHARS,
    MAX_TITLE_CHARS,
    Entry,
    Unusable,
)
from sync.hub.importing.times import settled
from sync.hub.recurrence import (
    EVERY,
    FIRST_YEAR,
    LAST_YEAR,
    Local,
    RuleError,
    check,
    happens,
    text_of,
)
from sync.hub.rrule import normalised
from sync.ids import derived

HIDDEN = ("PRIVATE", "CONFIDENTIAL")


@dataclass(frozen=True)
class Read:
    """A VEVENT as far as it was read.

    Attributes:
        start, end: aware where the file names a zone or UTC, naive where not, or days; no end where nobody said.
        original: its RECURRENCE-ID.
    """

    event: Event
    where: str
    uid: str
    title: str
    start: Local
    end: Local | None
    original: Local | None
    this_and_future: bool

    @classmethod
    def of(cls, event: Event, where: str) -> Read:
        """Reads an event.

        Raises:
            Unusable: it is hidden, has no title, or its times cannot be read.
        """
        if str(event.get("CLASS", "")).upper() in HIDDEN:
            raise Unusable("it is marked as private, and screens are public")
        title = texts.line(first(event, "SUMMARY"), MAX_TITLE_CHARS, "title", [])
        if not title:
            raise Unusable("it has no title (SUMMARY)")
        start = _when(event, "DTSTART")
        if start is None:
            raise Unusable("it has no start (DTSTART)")
        uid = texts.identifier(first(event, "UID")) or derived(title, start.isoformat())
        reach = getattr(first(event, "RECURRENCE-ID"), "params", {}).get("RANGE")
        original = _when(event, "RECURRENCE-ID")
        return cls(event, where, uid, title, start, _end(event, start), original, reach is not None)

    def alone(self) -> Read:
        """A change without its series, as something of its own."""
        original = self.original.isoformat() if self.original else ""
        return replace(self, uid=texts.identifier(f"{self.uid}#{original}"), original=None)

    @property
    def cancelled(self) -> bool:
        """It says that it does not take place."""
        return str(first(self.event, "STATUS") or "").upper() == "CANCELLED"

    def place(self, notes: list[str]) -> str:
        """Where."""
        return texts.line(first(self.event, "LOCATION"), MAX_PLACE_CHARS, "place", notes)


def first(event: Event, name: str) -> Any:
    """A property, the first where there are several; None where its value cannot be read."""
    found = event.get(name)
    found = found[0] if isinstance(found, list) and found else found
    return None if isinstance(found, vBroken) else found


def entry_of(master: Read, changes: Sequence[Read]) -> Entry:
    """The entry of an event, with what changes single occurrences of it folded in.

    Raises:
        Unusable: its zone or its recurrence cannot be used.
    """
    event, notes = master.event, list[str]()
    recurs = bool(changes) or any(name in event for name in ("RRULE", "RDATE"))
    zone = _zone(master.start, recurs=recurs)
    all_day = not isinstance(master.start, datetime)
    start = localised(master.start, zone, all_day=all_day)
    end = None if master.end is None else localised(master.end, zone, all_day=all_day)
    dates = [_days(event, name, zone, start) for name in ("EXDATE", "RDATE")]
    if max(*map(len, dates), len(changes)) > MAX_DATES:
        raise Unusable(f"it has more than {MAX_DATES} dates of its own")
    texts.line(first(event, "SUMMARY"), MAX_TITLE_CHARS, "title", notes)
    try:
        entry = Entry(
            where=master.where,
            uid=master.uid,
            title=master.title,
            start=text_of(start),
            end=settled(start, end, notes),
            zone=zone.key,
            all_day=all_day,
            description=texts.prose(first(event, "DESCRIPTION"), MAX_DESCRIPTION_CHARS, "description", notes),
            category=_category(event, notes),
            venue=master.place(notes),
            url=texts.web_address(first(event, "URL"), notes),
            capacity=texts.seats(texts.scalar(first(event, "X-CAPACITY")), notes),
            rrule=_rule(event, start, zone),
            exdates=tuple(dates[0]),
            rdates=tuple(dates[1]),
            overrides={EVERY: {"status": "cancelled"}} if master.cancelled else {},
        )
        entry = _with_changes(entry, changes, zone, notes)
        check(entry)
    except RuleError as error:
        raise Unusable(str(error)) from None
    return replace(entry, notes=tuple(notes))


def localised(value: Local, zone: tzinfo, *, all_day: bool) -> Local:
    """A time of the file as a local one of the zone; a time without a zone is local already.

    Raises:
        Unusable: it lies in a year that cannot be meant.
    """
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise Unusable(f"the year {value.year} cannot be meant")
    if not isinstance(value, datetime):
        return value if all_day else datetime.combine(value, time())
    there = value.astimezone(zone).replace(tzinfo=None) if value.tzinfo else value
    return there.date() if all_day else there.replace(microsecond=0)


def _with_changes(entry: Entry, changes: Sequence[Read], zone: ZoneInfo, notes: list[str]) -> Entry:
    start = _parsed(entry.start, entry)
    lasting = _parsed(entry.end, entry) - start if entry.end else None
    overrides, more = dict(entry.overrides), list(entry.rdates)
    for change in changes:
        original = change.original
        assert original is not None  # noqa: S101 - by `_series`
        if not isinstance(original, datetime) and isinstance(start, datetime):
            original = datetime.combine(original, start.time())
        key = localised(original, zone, all_day=entry.all_day)
        said = _said(change, entry, key, lasting, zone)
        if said:
            overrides[text_of(key)] = said
        if not happens(entry, key) and text_of(key) not in more:
            more.append(text_of(key))
            notes.append("it changes an occurrence that its rule does not give: that is an additional date")
    return replace(entry, overrides=overrides, rdates=tuple(more))


def _said(change: Read, entry: Entry, key: Local, lasting: timedelta | None, zone: ZoneInfo) -> dict[str, Any]:
    """What a changed occurrence says otherwise than its series; words about title and place become its reason."""
    if change.cancelled:
        return {"status": "cancelled"}
    said: dict[str, Any] = {}
    start = localised(change.start, zone, all_day=entry.all_day)
    end = None if change.end is None else localised(change.end, zone, all_day=entry.all_day)
    if start != key:
        said["start"] = text_of(start)
    if end is not None and end - start != lasting and settled(start, end, []):
        said["end"] = text_of(end)
    place = change.place([])
    words = [change.title if change.title != entry.title else "", place if place != entry.venue else ""]
    reason = " · ".join(filter(None, words))
    if reason:
        said["reason"] = reason[:MAX_REASON_CHARS]
    capacity = texts.seats(texts.scalar(first(change.event, "X-CAPACITY")), [])
    if capacity is not None and capacity != entry.capacity:
        said["capacity"] = capacity
    return said


def _parsed(text: str, entry: Entry) -> Local:
    return date.fromisoformat(text) if entry.all_day else datetime.fromisoformat(text)


def _when(event: Event, name: str) -> Local | None:
    found = first(event, name)
    if found is None and name not in event:
        return None
    value = getattr(found, "dt", None)
    if not isinstance(value, date):
        raise Unusable(f"its {name} cannot be read")
    zone = found.params.get("TZID")
    if zone and isinstance(value, datetime) and value.tzinfo is None:
        raise Unusable(f"its time zone {str(zone)[:60]!r} is not known")
    return value


def _end(event: Event, start: Local) -> Local | None:
    lasts = getattr(first(event, "DURATION"), "dt", None)
    try:
        if "DTEND" not in event and isinstance(lasts, timedelta):
            return start + lasts
        return _when(event, "DTEND")
    except (Unusable, OverflowError):
        return None  # an event without an end is better than none


def _zone(start: Local, *, recurs: bool) -> ZoneInfo:
    """The zone whose clocks an event follows: its own where it recurs, else Milano's."""
    zone = start.tzinfo if isinstance(start, datetime) else None
    if zone is None or not recurs:
        return ROME
    if isinstance(zone, ZoneInfo) and zone.key:
        return zone
    year = start.year
    days = [datetime(year + month // 12, month % 12 + 1, 15, 12) for month in range(24)]  # noqa: DTZ001 - local
    for known in (ROME, ZoneInfo("UTC")):
        if all(zone.utcoffset(day) == known.utcoffset(day) for day in days):
            return known
    raise Unusable("it recurs in a time zone that only this file defines")


def _days(event: Event, name: str, zone: tzinfo, start: Local) -> list[str]:
    """Dates of EXDATE or RDATE as local texts. A mere day excludes whatever starts on it, and adds the usual hour."""
    found = event.get(name, [])
    values: Iterable[Any] = [
        one.dt for many in (found if isinstance(found, list) else [found]) for one in _dates(many, name)
    ]
    texts_: list[str] = []
    for value in values:
        day = value[0] if isinstance(value, tuple) else value  # a period: its start
        if not isinstance(day, datetime) and isinstance(start, datetime):
            day = day if name == "EXDATE" else datetime.combine(day, start.time())
            texts_.append(text_of(day))
        else:
            texts_.append(text_of(localised(day, zone, all_day=not isinstance(start, datetime))))
    return list(dict.fromkeys(texts_))


def _dates(many: Any, name: str) -> Iterable[Any]:
    if isinstance(many, vBroken) or not hasattr(many, "dts"):
        raise Unusable(f"its {name} cannot be read")
    return many.dts  # type: ignore[no-any-return]


def _rule(event: Event, start: Local, zone: ZoneInfo) -> str | None:
    found = event.get("RRULE")
    if found is None:
        return None
    if isinstance(found, list) or "EXRULE" in event:
        raise Unusable("it has several recurrence rules, which RFC 5545 no longer knows")
    if not isinstance(found, vRecur):
        raise Unusable("its recurrence cannot be read")
    return normalised(bytes(found.to_ical()).decode(), start, zone.key)  # type: ignore[no-untyped-call]


def _category(event: Event, notes: list[str]) -> str:
    categories = getattr(first(event, "CATEGORIES"), "cats", [])
    return texts.line(categories[0] if categories else "", MAX_CATEGORY_CHARS, "category", notes)
