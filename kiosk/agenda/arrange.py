"""A day's occurrences in the order in which a person needs them: now, later, and what lasts for days. Pure.

What lasts for days goes last: a block of ten days that began last week is no news beside tonight's film, and must not
hide it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sync.clock import ROME
from sync.terminal.views import OccurrenceView

LONG = timedelta(hours=24)
"""What lasts this long or longer is told by its last day, not by its hours."""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A day of one space.

    Attributes:
        now: under way, the one that began last first.
        later: still to come that day, by start; cancelled ones among them.
        all_day: that day, without an hour.
        long: over several days, the one that ends first first.
        over: ended already.
    """

    now: tuple[OccurrenceView, ...] = ()
    later: tuple[OccurrenceView, ...] = ()
    all_day: tuple[OccurrenceView, ...] = ()
    long: tuple[OccurrenceView, ...] = ()
    over: tuple[OccurrenceView, ...] = ()

    @property
    def ahead(self) -> int:
        """How many there are to go to, still."""
        return len(self.now) + len(self.later) + len(self.all_day) + len(self.long)


def last_day(occurrence: OccurrenceView) -> date:
    """The last day that an occurrence touches; one that ends at midnight does not touch the day that begins then."""
    if occurrence.end is None or occurrence.end <= occurrence.start:
        return occurrence.start.date()
    return (occurrence.end - timedelta(microseconds=1)).date()


def is_long(occurrence: OccurrenceView) -> bool:
    """Whether it is told by its days: it lasts a day or more and touches several."""
    if last_day(occurrence) == occurrence.start.date():
        return False
    return occurrence.all_day or occurrence.ends() - occurrence.start >= LONG


def arrange(occurrences: Iterable[OccurrenceView], day: date, now: datetime | None) -> DayPlan:
    """Sorts the occurrences that touch a day.

    Args:
        occurrences: of one or more spaces, in any order.
        day: the day to tell about, on the clocks of Milano.
        now: the time; None where the clock is not to be trusted or the day is another: nothing is under way or over.
    """
    midnight = datetime.combine(day + timedelta(days=1), time(), ROME)
    parts: dict[str, list[OccurrenceView]] = {"now": [], "later": [], "all_day": [], "long": [], "over": []}
    for one in sorted(occurrences, key=lambda o: (o.start, o.id)):
        part = _part(one, day, now)
        if part and one.start < midnight:
            parts[part].append(one)
    parts["now"].sort(key=lambda o: o.start, reverse=True)
    parts["long"].sort(key=lambda o: (last_day(o), o.start))
    return DayPlan(**{name: tuple(found) for name, found in parts.items()})


def _part(one: OccurrenceView, day: date, now: datetime | None) -> str:
    """The part of the plan that an occurrence belongs to; nothing where it is not of that day."""
    if is_long(one):
        if last_day(one) < day:
            return ""
        return "over" if now and one.ends() <= now else "long"
    if one.all_day:
        return "all_day" if one.start.date() == day else ""
    if now and one.start <= now < one.ends() and not one.cancelled:
        return "now"
    if one.start.date() != day:
        return ""
    if now and one.ends() <= now:
        return "over"
    return "later"
