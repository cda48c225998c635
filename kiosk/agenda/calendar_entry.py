"""One occurrence as a calendar entry for a phone: what the code says that a phone reads without a network. Pure.

It is a bare VEVENT of RFC 5545: phones take it without a calendar around it, and the shorter a code's text, the larger
its modules. Instants are in UTC, which needs no definition of a time zone. No line is longer than 75 octets, so that
none has to be folded, which not every phone's reader undoes: what is too long is cut, and says so with an ellipsis.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta

LINE_OCTETS = 75
"""RFC 5545, 3.1: a longer line should be folded."""
END = "\r\n"
CUT = "…"


def calendar_entry(
    title: str, start: datetime, end: datetime | None, *, all_day: bool = False, place: str = ""
) -> str:  # fmt: skip
    """The text of an entry, at most some 300 octets whatever it is about.

    Args:
        title: what it is called.
        start: aware.
        end: aware; where `all_day`, the midnight after the last day.
        all_day: the dates count, the times do not.
        place: where it is; empty for nowhere in particular.
    """
    lines = ["BEGIN:VEVENT", _text("SUMMARY", title), *_times(start, end, all_day=all_day)]
    if place:
        lines.append(_text("LOCATION", place))
    return END.join([*lines, "END:VEVENT"])


def _times(start: datetime, end: datetime | None, *, all_day: bool) -> list[str]:
    if not all_day:
        until = [f"DTEND:{_instant(end)}"] if end is not None and end > start else []
        return [f"DTSTART:{_instant(start)}", *until]
    first = start.date()
    after = max(end.date() if end is not None else first, first + timedelta(days=1))
    return [f"DTSTART;VALUE=DATE:{_date(first)}", f"DTEND;VALUE=DATE:{_date(after)}"]


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _date(day: date) -> str:
    return day.strftime("%Y%m%d")


def _text(name: str, value: str) -> str:
    """A line with a text, escaped (RFC 5545, 3.3.11) and cut to what one line holds."""
    room = LINE_OCTETS - len(name) - 1
    pieces = [_escaped(character) for character in " ".join(_printable(value).split())]
    if sum(map(_octets, pieces)) > room:
        kept, used = 0, _octets(CUT)
        while used + _octets(pieces[kept]) <= room:
            used += _octets(pieces[kept])
            kept += 1
        while kept and (pieces[kept - 1] == " " or unicodedata.combining(pieces[kept][:1])):
            kept -= 1
        pieces = [*pieces[:kept], CUT]
    return f"{name}:{''.join(pieces)}"


def _octets(text: str) -> int:
    return len(text.encode())


def _escaped(character: str) -> str:
    return f"\\{character}" if character in "\\;," else character


def _printable(text: str) -> str:
    """The text without controls and halves of pairs, which no calendar may hold; lines become one."""
    return "".join(
        " " if character in "\n\r\t" else character
        for character in text
        if character in "\n\r\t" or unicodedata.category(character) not in ("Cc", "Cs")
    )
