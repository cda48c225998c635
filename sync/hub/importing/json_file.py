"""JSON: an array of objects.

A file that is damaged or was cut off gives what is whole: objects are read one by one (`json.JSONDecoder.raw_decode`),
and where one cannot be read, reading goes on at the next that can; each damaged place is named with its line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sync.errors import ImportProblem
from sync.hub.importing import texts
from sync.hub.importing.entry import MAX_ENTRIES, Item, Skipped, Unusable
from sync.hub.importing.table import FIELDS, entry_of

SPACE = re.compile(r"[\s,]*")
NEXT = re.compile(r"\}\s*,\s*(?=\{)")
MAX_DAMAGED = 100
"""Damaged places after which a file is given up as no JSON."""
MAX_ID_CHARS = 60


def parse(text: str, notes: list[str]) -> Iterator[Item]:
    """The entries of a JSON text.

    Raises:
        ImportProblem: it is nested absurdly, hopelessly damaged, or has more entries than are taken in.
    """
    unknown: set[str] = set()
    try:
        for count, (where, value) in enumerate(_values(text), start=1):
            if count > MAX_ENTRIES:
                raise ImportProblem(
                    f"The file has more than {MAX_ENTRIES} entries. Import a shorter period; nothing was changed."
                )
            if isinstance(value, dict):
                unknown |= value.keys() - FIELDS
            yield value if isinstance(value, Skipped) else _item(value, f"entry {count}, {where}")
    except RecursionError:
        raise ImportProblem("This JSON is nested too deeply for a list of activities. Nothing was changed.") from None
    notes += [f"the member {name[:40]!r} is not known and was left out" for name in sorted(unknown)[:10]]


def _values(text: str) -> Iterator[tuple[str, object]]:
    """Every value of the array with its place; a `Skipped` where one is damaged or the text is cut."""
    decoder = json.JSONDecoder()
    at = text.index("[") + 1
    lines = _Lines(text)
    damaged = 0
    while True:
        found = SPACE.match(text, at)
        at = found.end() if found else at
        place = lines.place(at)
        if at == len(text):
            yield place, Skipped(place, "the file ends without the closing ]: the copy was cut off here")
            return
        if text[at] == "]":
            if text[at + 1 :].strip():
                yield place, Skipped(place, "what follows the closing ] was not read")
            return
        try:
            value, at = decoder.raw_decode(text, at)
        except ValueError as error:
            damaged += 1
            if damaged > MAX_DAMAGED:
                raise ImportProblem("This file is too damaged to be read as JSON. Nothing was changed.") from None
            follower = NEXT.search(text, max(at, getattr(error, "pos", at)))
            where = _named(text, at, place)
            at = follower.end() if follower else len(text)
            yield place, _damage(where, lines.place(at) if follower else None)
            if follower is None:
                return
        else:
            yield place, value


class _Lines:
    """Counts lines on the way through a text, so that it is counted once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at, self._line = 0, 1

    def place(self, at: int) -> str:
        """The place of a position that is not before the last one."""
        self._line += self._text.count("\n", self._at, at)
        self._at = at
        return f"line {self._line}"


def _named(text: str, at: int, place: str) -> str:
    named = re.search(r'"(?:id|title)"\s*:\s*"([^"\n]{1,60})"', text[at : at + 2_000])
    return f"{place}, {named[1].strip()!r}" if named else place


def _damage(where: str, follower: str | None) -> Skipped:
    if follower is None:
        return Skipped(where, "the entry is not whole: the copy was cut off inside it, or is damaged from here on")
    return Skipped(where, f"the entry is no valid JSON; what could be read again begins at {follower}")


def _item(value: object, where: str) -> Item:
    if not isinstance(value, dict):
        return Skipped(where, "it is no object with title and start")
    name = texts.line(value.get("id") or value.get("title"), MAX_ID_CHARS, "", [])
    where = f"{where}, {name!r}" if name else where
    try:
        return entry_of(value, where)
    except Unusable as error:
        return Skipped(where, str(error))
