"""iCalendar feeds (RFC 5545) of what is on, for the calendars on people's phones.

What recurs is one series: RRULE, EXDATE and RDATE as the activity has them, and a component with a RECURRENCE-ID for
each occurrence that differs in the table: moved, cancelled, ended otherwise. Calendars read that well (Google, Apple,
Outlook, Thunderbird, DAVx5), they can say "every Tuesday", and somebody who took an activity into the phone by mistake
removes one entry instead of sixty. The table of occurrences stays the truth: what it no longer has is excluded.

- UID: the activity's id, so that taking it in again brings it up to date instead of doubling it.
- DTSTAMP: midnight of the day that the feed is made. The same data give the same bytes for a day (an ETag holds), and a
  phone that takes the file in again sees a newer version.
- STATUS:CANCELLED, with the word in the title too: Outlook shows titles only. An occurrence that was cancelled is sent,
  not dropped: whoever had it in the calendar shall read it.
- Times carry TZID=Europe/Rome with its VTIMEZONE, so that 18:30 stays 18:30 when the clocks change. An unknown end is
  no DTEND (RFC 5545, section 3.6.1); what counts in days carries dates.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur
from sqlalchemy.orm import Session

from sync.clock import ROME, instant, local, stamp
from sync.errors import UsageError
from sync.hub.catalogue import window
from sync.hub.recurrence import EVERY, Local, Planned, RuleError, plan, zone_of
from sync.hub.store.models import Activity, Occurrence, Space
from sync.ids import occurrence_id
from sync.rows import pick

NAME = "Quartieri Connessi"
DOMAIN = "quartieri-connessi"
REFRESH = timedelta(hours=1)
"""How often calendars that subscribe are asked to look again."""


@dataclass(frozen=True)
class _Bare:
    """A series without what was said of single occurrences."""

    start: str
    end: str | None
    zone: str
    all_day: bool
    rrule: str | None
    exdates: Sequence[str]
    rdates: Sequence[str]
    overrides: Mapping[str, Any]


def calendar_for(
    session: Session,
    *,
    now: datetime,
    space: str | None = None,
    area: int | None = None,
    activity: str | None = None,
) -> bytes:
    """The calendar of a space, of an area, of an activity or of everything, in the rolling window.

    Raises:
        UsageError: there is no such space, area or activity.
    """
    spaces = {one.id: one for one in session.scalars(sa.select(Space))}
    query = sa.select(Activity).where(Activity.active).order_by(Activity.start, Activity.id)
    title = NAME
    if activity is not None:
        query = query.where(Activity.id == activity)
    elif space is not None:
        if space not in spaces:
            raise UsageError(f"There is no space {space!r}.")
        query, title = query.where(Activity.space_id == space), f"{NAME} · {spaces[space].name}"
    elif area is not None:
        within = [one.id for one in spaces.values() if one.area == area]
        if not within:
            raise UsageError(f"There is no area {area}.")
        query, title = query.where(Activity.space_id.in_(within)), f"{NAME} · area {area}"
    activities = session.scalars(query).all()
    if activity is not None:
        if not activities:
            raise UsageError(f"There is no activity {activity!r}.")
        title = _text(activities[0].title)
    return _calendar(title, activities, _rows(session, activities, now), spaces, now)


def entry_for(activity: Activity, row: Occurrence, space: Space, now: datetime) -> bytes:
    """A file with one occurrence, for somebody who signed up for it."""
    calendar = Calendar()
    calendar.add("PRODID", "-//Quartieri Connessi//hub//IT")
    calendar.add("VERSION", "2.0")
    for name in sorted({ROME.key, activity.zone} - {"UTC"}):
        calendar.add_component(_zone(name, now))
    event = _event(activity, row, _uid(row.id))
    event.add("DTSTAMP", now.astimezone(UTC))
    _describe(event, activity, space)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _rows(session: Session, activities: Sequence[Activity], now: datetime) -> dict[str, list[Occurrence]]:
    first, last = window(now)
    query = sa.select(Occurrence).where(
        Occurrence.start < stamp(last), sa.func.coalesce(Occurrence.end, Occurrence.start) >= stamp(first)
    )
    if len(activities) == 1:
        query = query.where(Occurrence.activity_id == activities[0].id)
    elif len({one.space_id for one in activities}) == 1:
        query = query.where(Occurrence.space_id == activities[0].space_id)
    found: dict[str, list[Occurrence]] = {}
    for row in session.scalars(query.order_by(Occurrence.start, Occurrence.id)):
        found.setdefault(row.activity_id, []).append(row)
    return found


def _calendar(
    title: str,
    activities: Sequence[Activity],
    rows: Mapping[str, Sequence[Occurrence]],
    spaces: Mapping[str, Space],
    now: datetime,
) -> bytes:
    calendar = Calendar()
    calendar.add("PRODID", "-//Quartieri Connessi//hub//IT")
    calendar.add("VERSION", "2.0")
    calendar.add("X-WR-CALNAME", title)
    calendar.add("X-WR-TIMEZONE", ROME.key)
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")
    made = local(now).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    shown = [one for one in activities if rows.get(one.id)]
    for name in sorted({ROME.key, *(one.zone for one in shown if one.rrule or one.rdates)} - {"UTC"}):
        calendar.add_component(_zone(name, now))
    for one in shown:
        for event in _events(one, rows[one.id], window(now)):
            event.add("DTSTAMP", made)
            _describe(event, one, spaces.get(one.space_id))
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(activity: Activity, rows: Sequence[Occurrence], span: tuple[datetime, datetime]) -> list[Event]:
    """The components of an activity: its series with what differs, or an event for each row."""
    planned: dict[str, Planned] = {}
    series = _Bare(
        activity.start, activity.end, activity.zone, activity.all_day, activity.rrule, activity.exdates,
        activity.rdates, {key: said for key, said in activity.overrides.items() if key == EVERY},
    )  # fmt: skip
    if activity.rrule or activity.rdates:
        with contextlib.suppress(RuleError):  # then its rows are all there is to say
            planned = {occurrence_id(activity.id, stamp(one.original)): one for one in plan(series, *span)}
    if not planned:
        return [_event(activity, row, _uid(activity.id if count == 0 else row.id)) for count, row in enumerate(rows)]
    present = {row.id for row in rows}
    reach = min(row.original for row in rows), max(row.original for row in rows)
    missing = [
        one for key, one in planned.items() if key not in present and reach[0] <= stamp(one.original) <= reach[1]
    ]
    events = [_master(activity, series, missing)]
    for row in rows:
        if row.id not in planned:
            events.append(_event(activity, row, _uid(row.id)))
        elif _differs(row, planned[row.id]):
            event = _event(activity, row, _uid(activity.id))
            event.add("RECURRENCE-ID", _there(row.original, zone_of(activity.zone), all_day=activity.all_day))
            events.append(event)
    return events


def _master(activity: Activity, series: _Bare, missing: Sequence[Planned]) -> Event:
    zone, all_day = zone_of(activity.zone), activity.all_day
    event = Event()
    event.add("UID", _uid(activity.id))
    start = _stored(series.start, zone, all_day=all_day)
    event.add("DTSTART", start)
    if series.end and series.end > series.start:  # RFC 5545: later than the start, or not at all
        event.add("DTEND", _stored(series.end, zone, all_day=all_day))
    if series.rrule:
        event["RRULE"] = vRecur.from_ical(series.rrule)
    for text in series.rdates:
        event.add("RDATE", [_stored(text, zone, all_day=all_day)])
    for text in series.exdates:
        day = _stored(text, zone, all_day=all_day or len(text) == len("2026-11-24"))
        if not isinstance(day, datetime) and isinstance(start, datetime):
            day = datetime.combine(day, start.timetz())  # the usual hour: clients compare exact starts
        event.add("EXDATE", [day])
    for one in missing:
        event.add("EXDATE", [_there(stamp(one.original), zone, all_day=all_day)])
    if series.overrides.get(EVERY, {}).get("status") == "cancelled":
        _cancel(event, str(series.overrides[EVERY].get("reason", "")))
    return event


def _event(activity: Activity, row: Occurrence, uid: str) -> Event:
    zone = zone_of(activity.zone) if activity.rrule or activity.rdates else ROME
    event = Event()
    event.add("UID", uid)
    event.add("DTSTART", _there(row.start, zone, all_day=row.all_day))
    if row.end:
        event.add("DTEND", _there(row.end, zone, all_day=row.all_day))
    if row.status == "cancelled":
        _cancel(event, row.reason)
    elif row.reason:
        event.add("COMMENT", row.reason)
    return event


def _cancel(event: Event, reason: str) -> None:
    event.add("STATUS", "CANCELLED")
    if reason:
        event.add("COMMENT", reason)


def _differs(row: Occurrence, one: Planned) -> bool:
    end = stamp(one.end) if one.end else None
    return (row.start, row.end, row.status) != (stamp(one.start), end, one.status)


def _describe(event: Event, activity: Activity, space: Space | None) -> None:
    """What the event is, where, and for whom, in Italian: calendars have one language."""
    cancelled = event.get("STATUS") == "CANCELLED"
    comment = str(event.pop("COMMENT", ""))
    event.add("SUMMARY", ("Annullato: " if cancelled else "") + _text(activity.title))
    where = [activity.venue, activity.address or (space.address if space else "")]
    event.add("LOCATION", ", ".join(dict.fromkeys(filter(None, where))))
    cost = "Gratuito" if activity.free else f"Costo: {activity.cost}" if activity.cost else ""
    audience, access = _text(activity.audience), _text(activity.access)
    lines = [
        comment,
        _text(activity.summary),
        _text(activity.description),
        f"Per chi: {audience}" if audience else "",
        f"Accesso: {access}" if access else "",
        cost,
        "Posti su iscrizione" if activity.signup else "",
    ]
    event.add("DESCRIPTION", "\n".join(filter(None, lines)))
    if activity.category:
        event.add("CATEGORIES", [activity.category])
    page = f"{space.web.rstrip('/')}/activities/{activity.id}" if space and space.web else activity.url
    if page:
        event.add("URL", page)


def _text(texts: Mapping[str, str]) -> str:
    return pick(texts, "it")[0]


def _uid(name: str) -> str:
    return f"{name}@{DOMAIN}"


def _there(text: str, zone: ZoneInfo, *, all_day: bool) -> Local:
    """A stored instant in a zone, or its day."""
    there = instant(text).astimezone(zone)
    return there.date() if all_day else there


def _stored(text: str, zone: ZoneInfo, *, all_day: bool) -> Local:
    """A stored local text in its zone, or its day."""
    value = datetime.fromisoformat(text)
    return value.date() if all_day else value.replace(tzinfo=zone)


def _zone(name: str, now: datetime) -> Timezone:
    """The rules of a zone; Milano's without an end (directive 2000/84/EC), others as the database has them around
    now.
    """
    if name != ROME.key:
        around = date(now.year - 2, 1, 1), date(now.year + 3, 1, 1)
        return Timezone.from_tzid(name, first_date=around[0], last_date=around[1])
    zone = Timezone()
    zone.add("TZID", name)
    for kind, onset, month, before, after, label in (
        (TimezoneStandard, datetime(1996, 10, 27, 3), 10, 2, 1, "CET"),  # noqa: DTZ001 - local, as RFC 5545 wants it
        (TimezoneDaylight, datetime(1996, 3, 31, 2), 3, 1, 2, "CEST"),  # noqa: DTZ001
    ):
        part = kind()
        part.add("DTSTART", onset)
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        part.add("TZOFFSETFROM", timedelta(hours=before))
        part.add("TZOFFSETTO", timedelta(hours=after))
        part.add("TZNAME", label)
        zone.add_component(part)
    return zone
