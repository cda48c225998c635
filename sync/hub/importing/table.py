"""An entry out of named fields, as CSV and JSON have them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sync.hub.importing import texts
from sync.hub.importing.entry import (
    MAX_AUDIENCE_CHARS,
    MAX_CATEGORY_CHARS,
    MAX_DESCRIPTION_CHARS,
    MAX_PLACE_CHARS,
    MAX_SUMMARY_CHARS,
    MAX_TITLE_CHARS,
    Entry,
    Unusable,
)
from sync.hub.importing.times import read_local, table_times
from sync.hub.recurrence import RuleError, check
from sync.hub.rrule import MAX_RULE_CHARS, normalised
from sync.ids import derived

FIELDS = frozenset({
    "id", "title", "start", "end", "capacity", "summary", "description", "category", "audience", "venue", "address",
    "cost", "url", "rrule",
})  # fmt: skip
MAX_TIME_CHARS = 60


def entry_of(fields: Mapping[str, object], where: str) -> Entry:
    """An entry out of `FIELDS`; all but title and start may be missing.

    An entry without an id is known by its title and start: it is the same in the next version of the file if they are.

    Raises:
        Unusable: title or start is missing, or a time or the recurrence cannot be used.
    """
    notes: list[str] = []

    def line(name: str, limit: int) -> str:
        return texts.line(fields.get(name), limit, name, notes)

    title = line("title", MAX_TITLE_CHARS)
    if not title:
        raise Unusable("it has no title")
    times = table_times(line("start", MAX_TIME_CHARS), line("end", MAX_TIME_CHARS), notes)
    venue, address = line("venue", MAX_PLACE_CHARS), line("address", MAX_PLACE_CHARS)
    cost, free = texts.cost(fields.get("cost"), notes)
    entry = Entry(
        where=where,
        uid=texts.identifier(fields.get("id")) or derived(title, times.start),
        title=title,
        start=times.start,
        end=times.end,
        all_day=times.all_day,
        summary=texts.prose(fields.get("summary"), MAX_SUMMARY_CHARS, "summary", notes),
        description=texts.prose(fields.get("description"), MAX_DESCRIPTION_CHARS, "description", notes),
        category=line("category", MAX_CATEGORY_CHARS),
        audience=line("audience", MAX_AUDIENCE_CHARS),
        venue=venue,
        address="" if address.casefold() == venue.casefold() else address,  # once is enough on a screen
        cost=cost,
        free=free,
        url=texts.web_address(fields.get("url"), notes),
        capacity=texts.seats(fields.get("capacity"), notes),
        rrule=_rule(line("rrule", MAX_RULE_CHARS + 1), times.start),
        notes=tuple(notes),
    )
    try:
        check(entry)
    except RuleError as error:
        raise Unusable(str(error)) from None
    return entry


def _rule(text: str, start: str) -> str | None:
    rule = re.sub(r"^RRULE:", "", text, flags=re.IGNORECASE)
    try:
        return normalised(rule, read_local(start), "Europe/Rome") if rule else None
    except RuleError as error:
        raise Unusable(str(error)) from None
