"""iCalendar (RFC 5545): each VEVENT is read by the library, on its own.

The text is only cut into components here, so that one that is damaged, or the end of a copy that was cut off, costs
nothing but itself. Read as they are found out there:

- A TZID needs no VTIMEZONE if the time zone database knows it (names as Windows writes them included); one that nobody
  knows makes the event unusable. Times without a zone are Europe/Rome. What does not recur is shown on the clocks of
  Milano; what recurs keeps its zone, so that it follows the clocks there.
- RECURRENCE-ID folds into the overrides of its series. A change of an occurrence that the rule does not give becomes
  an additional date; one whose series is not in the file, an activity of its own; RANGE=THISANDFUTURE is named and
  skipped.
- STATUS:CANCELLED keeps the event, cancelled. CLASS:PRIVATE and CONFIDENTIAL are skipped: screens are public.
- A UID that comes a second time without a RECURRENCE-ID is named and skipped. An event without a UID is known by its
  title and start. METHOD, alarms, organisers and attendees are not read.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from icalendar import Event, Timezone
from icalendar.error import GloballyUniqueTZIDGuessed
from icalendar.timezone import tzp

from sync.errors import ImportProblem
from sync.hub.importing.entry import MAX_ENTRIES, Item, Skipped, Unusable
from sync.hub.importing.events import Read, entry_of

SUMMARY = re.compile(r"SUMMARY[^:]*:(.{1,60})", re.IGNORECASE)


@dataclass
class Block:
    """The lines of a component, as long as they are whole.

    Attributes:
        number: counts the events of the file, from 1.
        line: of its BEGIN.
        whole: it has its END.
    """

    name: str
    number: int
    line: int
    lines: list[str] = field(default_factory=list)
    whole: bool = False

    def where(self) -> str:
        """Its place, for people."""
        found = next(filter(None, map(SUMMARY.match, self.lines)), None)
        title = f", {' '.join(found[1].split())!r}" if found else ""
        return f"event {self.number}, line {self.line}{title}"


def parse(text: str, notes: list[str]) -> Iterator[Item]:  # noqa: ARG001 - as the other formats
    """The entries of an iCalendar text, each series once.

    Raises:
        ImportProblem: it has more events than are taken in.
    """
    blocks, ended = _blocks(text)
    if sum(block.name == "VEVENT" for block in blocks) > MAX_ENTRIES:
        raise ImportProblem(
            f"The file has more than {MAX_ENTRIES} events. Import a shorter period; nothing was changed."
        )
    tzp.use_default()  # forgets the zones that another file defined
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GloballyUniqueTZIDGuessed)
        for block in blocks:
            if block.name == "VTIMEZONE" and block.whole:
                _define_zone(block)
        read, skipped = _read_all(block for block in blocks if block.name == "VEVENT")
        yield from skipped
        yield from _series(read)
    if not ended:
        end = f"line {text.count(chr(10)) + 1}"
        yield Skipped(end, "the file ends without END:VCALENDAR: the copy was cut off here")


def _blocks(text: str) -> tuple[list[Block], bool]:
    """The events and zones, and whether the calendar is closed. One that starts inside another ends that, broken."""
    blocks: list[Block] = []
    current: Block | None = None
    events, ended = 0, False
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.rstrip("\r")
        word = line.rstrip().upper()
        if word in ("BEGIN:VEVENT", "BEGIN:VTIMEZONE"):
            events += word == "BEGIN:VEVENT"
            current = Block(word.removeprefix("BEGIN:"), events, number)
            blocks.append(current)
        if word == "END:VCALENDAR":
            current, ended = None, True
        elif word == "BEGIN:VCALENDAR":
            ended = False
        if current is not None:
            current.lines.append(line)
            if word == f"END:{current.name}":
                current.whole, current = True, None
    return blocks, ended


def _define_zone(block: Block) -> None:
    try:
        zone = Timezone.from_ical("\r\n".join(block.lines))
        if isinstance(zone, Timezone):
            tzp.cache_timezone_component(zone)
    except Exception:  # noqa: S110 - whatever is wrong with it, the events that need it will say so
        pass


def _read_all(blocks: Iterator[Block]) -> tuple[list[Read], list[Skipped]]:
    read: list[Read] = []
    skipped: list[Skipped] = []
    for block in blocks:
        if not block.whole:
            skipped.append(Skipped(block.where(), "it is not whole: it has no END:VEVENT, the copy may be cut off"))
            continue
        try:
            read.append(Read.of(_event(block), block.where()))
        except Unusable as error:
            skipped.append(Skipped(block.where(), str(error)))
    return read, skipped


def _event(block: Block) -> Event:
    try:
        event = Event.from_ical("\r\n".join(block.lines))
    except Exception:
        raise Unusable("it cannot be read: its lines are damaged") from None
    if not isinstance(event, Event):
        raise Unusable("it cannot be read: its lines are damaged")
    return event


def _series(read: list[Read]) -> Iterator[Item]:
    masters: dict[str, Read] = {}
    changes: dict[str, list[Read]] = {}
    for one in read:
        if one.original is not None:
            changes.setdefault(one.uid, []).append(one)
        elif one.uid in masters:
            yield Skipped(one.where, f"its UID is that of {masters[one.uid].where}")
        else:
            masters[one.uid] = one
    for uid, master in masters.items():
        yield from _folded(master, changes.pop(uid, []))
    for orphans in changes.values():
        for orphan in orphans:
            yield from _folded(orphan.alone(), [])


def _folded(master: Read, changes: list[Read]) -> Iterator[Item]:
    usable = []
    for change in changes:
        if change.this_and_future:
            yield Skipped(change.where, "it changes all that follow too (RANGE): enter that as a series of its own")
        else:
            usable.append(change)
    try:
        yield entry_of(master, usable)
    except Unusable as error:
        yield Skipped(master.where, str(error))
