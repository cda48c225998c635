"""Times as people write them in tables: local times of Milano, unless they carry an offset.

Read are ISO 8601 (``2026-11-24T18:30``, ``2026-11-24``, with ``Z`` or an offset too) and what a spreadsheet set to
Italian writes (``24/11/2026 18:30``, ``24/11/2026``). A date without a time makes an entry that counts in days; its
end is then the last day, inclusive, as people mean it. An end may also be a time alone, of that day or night. An
instant with an offset is shown on the clocks of Milano.

What an end means that cannot be one:

- An end before the start, at the start, or one minute after it is what forms write when nobody filled it in: the end is
  unknown (and a screen says no end, instead of "over").
- A block of several days is one occurrence, from its first minute to its last, on every day's programme in between.
  It is not cut into days: the file does not say on which days and at which hours one may come in.
- A block that ends at the same minute of a later day at which it starts stays as it is, with a note: what is missing is
  probably the closing hour, and nobody can know it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sync.clock import ROME
from sync.hub.importing.entry import Unusable
from sync.hub.recurrence import FIRST_YEAR, LAST_YEAR, Local, text_of

UNFILLED = timedelta(minutes=1)
"""An end no later than this after the start says that nobody filled it in."""
ITALIAN = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ T,]+(?:ore )?(\d{1,2})[:.](\d{2})(?::(\d{2}))?)?")
HOUR = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Times:
    """Start and end of an entry as they are stored."""

    start: str
    end: str | None
    all_day: bool


def table_times(start: str, end: str, notes: list[str]) -> Times:
    """Start and end out of a table.

    Raises:
        Unusable: the start is missing or no time.
    """
    if not start:
        raise Unusable("it has no start")
    begins = read_local(start)
    try:
        ends = _end(begins, end)
    except Unusable:
        notes.append("its end cannot be read and was left out")
        ends = None
    return Times(text_of(begins), settled(begins, ends, notes), not isinstance(begins, datetime))


def settled(start: Local, end: Local | None, notes: list[str]) -> str | None:
    """The end as it is stored, None where it is unknown or cannot be one."""
    if end is None:
        return None
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return end.isoformat() if end > start else None
    if end - start <= UNFILLED:
        notes.append("it ends when it starts, or a minute later: its end is taken as unknown")
        return None
    if end.time() == start.time() and end - start > timedelta(days=1):
        notes.append("it ends days later at the minute at which it starts: the closing hour is probably missing")
    return text_of(end)


def read_local(text: str) -> Local:
    """A local time of Milano, or a day.

    Raises:
        Unusable: it is neither.
    """
    found = ITALIAN.fullmatch(text)
    try:
        if found:
            day, month, year, hour, minute, second = (int(part or 0) for part in found.groups())
            value = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - local
            days = found[4] is None
        else:
            value = datetime.fromisoformat(text)
            days = len(text) <= len("2026-11-24")
    except ValueError:
        raise Unusable(f"{text[:40]!r} is no time. Write it like 2026-11-24T18:30") from None
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise Unusable(f"the year of {text[:40]!r} cannot be meant")
    if value.tzinfo is not None:
        value = value.astimezone(ROME).replace(tzinfo=None)
    return value.date() if days else value.replace(microsecond=0)


def _end(start: Local, text: str) -> Local | None:
    if not text:
        return None
    hour = HOUR.fullmatch(text)
    if hour and isinstance(start, datetime):
        try:
            parts = [int(part or 0) for part in hour.groups()]
            end_hour = time(parts[0], parts[1], parts[2])
        except ValueError:
            raise Unusable("no hour") from None
        day = _after(start.date()) if end_hour < start.time() else start.date()
        return datetime.combine(day, end_hour)
    end = read_local(text)
    if isinstance(end, datetime):
        return end if isinstance(start, datetime) else _after(end.date())
    return _after(end) if not isinstance(start, datetime) else datetime.combine(_after(end), time())


def _after(day: date) -> date:
    return day + timedelta(days=1)
