"""A file into the catalogue of one space.

A file is one transaction: what can be used of it comes in together, or nothing does. An activity's id is made of its
space and of what the file calls it, so the next version of the file finds it again. A digest of what was imported
tells whether anything changed: the same file again touches no row, and what the office edited stays until the file
itself says something new about that activity. What is missing from a newer file is not deleted: calendars are often
published in pieces.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.errors import ImportProblem, UsageError
from sync.hub.catalogue import BATCH, STAFF, Progress, expand_many, reinstate
from sync.hub.hub import Hub
from sync.hub.importing import csv_file, icalendar_file, json_file
from sync.hub.importing.entry import MAX_OCCURRENCES, Entry, Item, Skipped
from sync.hub.importing.reading import read
from sync.hub.store.models import Activity, Space
from sync.ids import derived

PARSERS: dict[str, Callable[[str, list[str]], Iterator[Item]]] = {
    "ics": icalendar_file.parse,
    "csv": csv_file.parse,
    "json": json_file.parse,
}
DIGEST_VERSION = "1"
"""Grows when entries are read otherwise than before, so that files imported earlier are brought up to date."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was read in a way somebody may want to know: how often, and where first."""

    what: str
    times: int
    where: str


@dataclass
class ImportResult:
    """What became of a file: activities added, changed and unchanged, what was skipped, and notes on the rest."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def import_file(
    hub: Hub,
    path: Path,
    space: str,
    format: str | None = None,  # noqa: A002 - that is what the option is called
    progress: Progress | None = None,
) -> ImportResult:
    """Brings in the activities of a file.

    Args:
        hub: an open hub.
        path: of the file.
        space: id of the space that the activities belong to.
        format: "ics", "csv" or "json"; otherwise the file's name and content tell.
        progress: told how many entries are done.

    Raises:
        UsageError: no such file, space or format.
        ImportProblem: the file is no calendar, or beyond the bounds; nothing was changed.
        StoreError: the database did not store it; nothing was changed.
    """
    with hub.database.read() as session:
        known = session.scalars(sa.select(Space.id).order_by(Space.id)).all()
    if space not in known:
        raise UsageError(
            f"There is no space {space!r}. The spaces are: {', '.join(known) or 'none yet, run hub init'}."
        )
    kind, text = read(path, format)
    remarks: list[str] = []
    items = list(PARSERS[kind](text, remarks))
    result = ImportResult(skipped=[item for item in items if isinstance(item, Skipped)])
    entries = _distinct([item for item in items if isinstance(item, Entry)], result)
    result.notes = _notes(entries, remarks)
    with hub.database.write() as session:
        added = 0
        for start in range(0, len(entries), BATCH):
            touched = _store(session, entries[start : start + BATCH], space, kind, result)
            added += expand_many(session, touched, hub.clock.now()).added
            if added > MAX_OCCURRENCES:
                raise ImportProblem(
                    f"The activities of {path.name} take place more than {MAX_OCCURRENCES} times within the next year. "
                    "Import fewer at a time; nothing was changed."
                )
            session.flush()
            if progress:
                progress(min(start + BATCH, len(entries)), len(entries))
    return result


def store_entry(session: Session, activity: Activity | None, values: dict[str, Any], digest: str) -> Activity | None:
    """Stores an activity that comes from a file where it is new or has changed; returns it then, else None.

    Args:
        session: of a transaction that writes.
        activity: as it is stored, if it is.
        values: its attributes, ``id`` among them.
        digest: of what the file says.
    """
    if activity is None:
        activity = Activity(**values, digest=digest)
        session.add(activity)
        return activity
    if activity.digest == digest:
        return None
    before = activity.overrides
    decided = {key: said for key, said in before.items() if said.get(STAFF)}
    for name, value in values.items():
        present = getattr(activity, name)
        if isinstance(present, dict) and name != "overrides" and present.get("it") == value.get("it"):
            continue  # translations that the office added stay with the text that they translate
        if present != value:
            setattr(activity, name, value)
    activity.overrides = {**activity.overrides, **decided}
    activity.digest = digest
    reinstate(session, activity, before)
    return activity


def _distinct(entries: Sequence[Entry], result: ImportResult) -> list[Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.uid in found:
            result.skipped.append(Skipped(entry.where, f"its id is that of {found[entry.uid].where}"))
        else:
            found[entry.uid] = entry
    return list(found.values())


def _notes(entries: Sequence[Entry], remarks: Sequence[str]) -> list[Note]:
    times = Counter(note for entry in entries for note in entry.notes)
    where: dict[str, str] = {}
    for entry in entries:
        for note in entry.notes:
            where.setdefault(note, entry.where)
    return [Note(remark, 1, "") for remark in remarks] + [Note(what, n, where[what]) for what, n in times.most_common()]


def _store(session: Session, entries: Sequence[Entry], space: str, kind: str, result: ImportResult) -> list[Activity]:
    """Stores a batch; returns the activities that are new or changed."""
    ids = {derived(space, entry.uid): entry for entry in entries}
    query = sa.select(Activity).where(Activity.id.in_(ids))
    present = {activity.id: activity for activity in session.scalars(query)}
    touched: list[Activity] = []
    for activity_id, entry in ids.items():
        stored = store_entry(
            session, present.get(activity_id), _values(activity_id, entry, space, kind), _digest(entry)
        )
        if stored is None:
            result.unchanged += 1
            continue
        touched.append(stored)
        if activity_id in present:
            result.changed += 1
        else:
            result.added += 1
    return touched


def _digest(entry: Entry) -> str:
    content = json.dumps([DIGEST_VERSION, entry.content()], sort_keys=True, ensure_ascii=True)
    return sha256(content.encode()).hexdigest()


def _values(activity_id: str, entry: Entry, space: str, kind: str) -> dict[str, Any]:
    same = ("title", "summary", "description", "audience")
    texts = {name: {"it": getattr(entry, name)} if getattr(entry, name) else {} for name in same}
    plain = (
        "uid",
        "category",
        "venue",
        "address",
        "cost",
        "free",
        "url",
        "capacity",
        "zone",
        "start",
        "end",
        "all_day",
    )
    return {
        "id": activity_id,
        "space_id": space,
        "source": kind,
        **texts,
        **{name: getattr(entry, name) for name in (*plain, "rrule")},
        "signup": entry.capacity is not None,
        "exdates": list(entry.exdates),
        "rdates": list(entry.rdates),
        "overrides": dict(entry.overrides),
    }
