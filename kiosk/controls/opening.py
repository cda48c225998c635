"""When a space is open, by the hours that it published: pure, on the clocks of Milano, whenever they change.

Hours come from outside: what cannot be read is left out, and a space whose hours are not known is never taken to be
closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sync.clock import ROME

Hours = Mapping[str, Sequence[Sequence[str]]]
"""Spans by ISO weekday ("1" is Monday): [["09:00", "12:30"], ...]."""
Span = tuple[datetime, datetime]

MAX_SPANS = 12
"""Spans of a day that are read."""
DAYS = 8
"""How many days are looked through for the next opening."""
BEFORE_HOURS = timedelta(minutes=30)
AFTER_HOURS = timedelta(minutes=30)
"""How long before the first opening the screen wakes, and how long after the last closing it stays awake."""
BEFORE_ACTIVITY = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Door:
    """Whether a space is open.

    Attributes:
        open_until: until when it is open; None while it is closed.
        opens: when it opens next; None while it is open, or where no opening is known.
    """

    open_until: datetime | None = None
    opens: datetime | None = None


def spans(hours: Hours, day: date) -> list[Span]:
    """When it is open on a day, by start; a span that ends before it starts goes on past midnight."""
    found: list[Span] = []
    for pair in list(hours.get(str(day.isoweekday()), ()))[:MAX_SPANS]:
        read = [_time(text) for text in list(pair)[:2]]
        if len(read) != 2 or None in read:
            continue
        start = _at(day, read[0] or timedelta())
        end = _at(day, read[1] or timedelta())
        if end <= start:
            end = _at(day + timedelta(days=1), read[1] or timedelta())
        found.append((start, end))
    return sorted(found)


def known(hours: Hours) -> bool:
    """Whether any opening can be read."""
    monday = date(2024, 1, 1)
    return any(spans(hours, monday + timedelta(days=i)) for i in range(7))


def door(hours: Hours, now: datetime) -> Door:
    """Whether it is open now, until when, or when it opens next."""
    today = now.date()
    near = [span for i in range(-1, DAYS) for span in spans(hours, today + timedelta(days=i))]
    ends = [end for start, end in near if start <= now < end]
    if ends:
        return Door(open_until=max(ends))
    return Door(opens=min((start for start, _ in near if start > now), default=None))


def asleep(hours: Hours, now: datetime, activities: Iterable[Span]) -> bool:
    """Whether nobody is expected: the space is closed for the night, and nothing happens there.

    Between a day's first opening and its last closing the screen stays awake, over a closed midday too.

    Args:
        hours: of the space.
        now: the time, aware.
        activities: what takes place there in these days.
    """
    if not known(hours):
        return False
    for i in (-1, 0, 1):
        day = spans(hours, now.date() + timedelta(days=i))
        if day and day[0][0] - BEFORE_HOURS <= now < max(end for _, end in day) + AFTER_HOURS:
            return False
    return not any(start - BEFORE_ACTIVITY <= now < end + AFTER_HOURS for start, end in activities)


def _time(text: object) -> timedelta | None:
    """A time of day as what has passed since midnight; None where it is none. "24:00" is the end of the day."""
    if text == "24:00":
        return timedelta(days=1)
    try:
        read = time.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return None if read is None else timedelta(hours=read.hour, minutes=read.minute)


def _at(day: date, since_midnight: timedelta) -> datetime:
    """A time on the clocks of a day: wall time, whatever the clocks do that night."""
    return (datetime.combine(day, time()) + since_midnight).replace(tzinfo=ROME)
