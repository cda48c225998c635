"""A terminal that has no hub within reach: its folder, and rows as a hub would have told them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sync import rows
from sync.clock import Clock, stamp
from sync.ids import occurrence_id
from sync.rows import PUBLIC
from sync.terminal.folder import PEPPER, Folder, open_folder
from sync.terminal.fresh import Item
from sync.terminal.journal import Identity, Journal
from sync.terminal.replica import Replica
from sync.terminal.staging import as_items

NAMES = {kind: entity for entity, kind in rows.ENTITIES.items()}


def alone(path: Path, clock: Clock, *, terminal: str = "zoia-1", space: str = "zoia") -> Folder:
    """The folder of a terminal that was enrolled and has heard nothing since."""
    folder = replace(open_folder(path, "file", create=True), clock=clock)
    folder.make_keys()
    folder.vault.put(PEPPER, secrets.token_bytes(32))
    key = folder.database_key()
    journal = Journal(folder.journal, key, create=True)
    journal.identify(Identity(terminal, space, "https://hub.test", "00" * 32), 1, 0, "e1")
    journal.close()
    Replica(folder.replica, key, create=True).close()
    return folder


def item(row: Any, scope: str = PUBLIC) -> Item:
    """A row as it comes down."""
    return as_items([(NAMES[type(row)], row.id, scope, rows.dump(row))])[0]


def gone(row: Any, scope: str = PUBLIC) -> Item:
    """A row that left."""
    return (NAMES[type(row)], row.id, scope, None)


def tell(replica: Replica, *items: Item, applied: int = 0, incarnation: int = 1, reset: bool = False) -> None:
    """One page that is the last."""
    stands = replica.standing()
    switched = replica.switch(
        stands.cursor, items, f"cursor {stands.switches + 1}", applied=applied, incarnation=incarnation, epoch="e1",
        updated="2026-11-24T14:20:00Z", reset=reset,
    )  # fmt: skip
    assert switched


def space(name: str = "zoia", **values: Any) -> rows.Space:
    """A space."""
    return rows.Space(name, name.capitalize(), **values)


def activity(name: str = "cucito", *, at: str = "zoia", **values: Any) -> rows.Activity:
    """An activity. `at`: the space."""
    return rows.Activity(name, at, **{"title": {"it": name.capitalize()}, "signup": True, **values})


def occurrence(
    start: datetime,
    name: str = "cucito",
    *,
    at: str = "zoia",
    lasts: timedelta | None = timedelta(hours=2),
    **values: Any,
) -> rows.Occurrence:
    """One time of an activity."""
    end = stamp(start + lasts) if lasts is not None else None
    return rows.Occurrence(occurrence_id(name, stamp(start)), name, at, stamp(start), end, **values)


def programme(*times: rows.Occurrence, spaces: Sequence[str] = ("zoia", "omero")) -> list[Item]:
    """Spaces, the activities of these occurrences, and the occurrences."""
    activities = {one.activity: activity(one.activity, at=one.space) for one in times}
    return [item(row) for row in (*map(space, spaces), *activities.values(), *times)]
