"""An occurrence in the few words that a sign-up needs: what, when, where."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from sync.terminal.views import OccurrenceView


@dataclass(frozen=True, slots=True)
class Summary:
    """What one signs up for."""

    title: str = ""
    when: str = ""
    where: str = ""


def summary(context: Context, one: OccurrenceView | None) -> Summary:
    """The words for an occurrence; empty ones for none."""
    if one is None:
        return Summary()
    day = dates.sentence(dates.day_in_words(one.start.date(), context.today(), context.language))
    when = day
    if not one.all_day:
        same_day = one.end is not None and one.end > one.start and one.end.date() == one.start.date()
        hours = dates.span(one.start, one.end) if same_day and one.end is not None else dates.clock(one.start)
        when = f"{day}{bidi.comma()}{hours}"
    return Summary(context.text(one.title), when, one.venue or one.space_name)
