"""What comes in for the replica in pages, kept aside until it is whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from sync import digest
from sync.terminal import fresh
from sync.terminal.fresh import MAX_ROW_BYTES, MAX_STATE_BYTES, BadState, Item, Progress
from sync.terminal.settling import forget
from sync.terminal.standing import SET, small_things

CHUNK = 1_000
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def take_page(
    raw: Any, connection: sa.Connection, items: Sequence[Item], cursor: str, *, reset: bool
) -> Progress | None:
    """Keeps a page: of a new state as its rows, of changes as they came. Returns how far a new state has come."""
    known = small_things(connection)
    if reset:
        forget(raw)
        fresh.begin(raw)
        progress: Progress | None = Progress(cursor=cursor)
    else:
        progress = fresh.load(known["fresh"]) if "fresh" in known else None
    size = sum(len(item[3] or "") for item in items)
    if progress is not None:
        grown = fresh.merge(raw, "fresh", items)
        progress = replace(progress, cursor=cursor, size=progress.size + size, sum=digest.signed(progress.sum + grown))
        raw.execute(SET, ("fresh", fresh.dump(progress)))
        size = progress.size
    else:
        rows = [item for item in items if sum(len(part or "") for part in item) <= MAX_ROW_BYTES]
        raw.executemany("INSERT INTO staged (entity, id, scope, body) VALUES (?, ?, ?, ?)", rows)
        size += int(known.get("staged_size", "0"))
        raw.executemany(SET, [("staged_cursor", cursor), ("staged_size", str(size))])
    if size > MAX_STATE_BYTES:
        raise BadState("The hub sends more than any programme holds.")
    return progress


def staged(connection: sa.Connection) -> Iterator[list[Item]]:
    """What waits for the last page, in the order in which it came."""
    query = "SELECT place, entity, id, scope, body FROM staged WHERE place > ? ORDER BY place LIMIT ?"
    place = 0
    while found := connection.exec_driver_sql(query, (place, CHUNK)).all():
        place = found[-1].place
        yield [(row.entity, row.id, row.scope, row.body) for row in found]


def as_items(items: Iterable[Sequence[Any]]) -> list[Item]:
    """Items as they came in a message, with bodies as the JSON text that the hub has.

    Raises:
        BadState: a body holds a number that is none in JSON.
    """
    try:
        return [
            (entity, row_id, scope, None if body is None else _ENCODER.encode(body))
            for entity, row_id, scope, body in items
        ]
    except (ValueError, RecursionError):
        raise BadState("A row of the hub's is no JSON.") from None
