"""Rows and pages for tests of the replica."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from sync import digest
from sync.lines import write
from sync.terminal.fresh import Head, Item
from sync.terminal.replica import Replica
from sync.terminal.store import reading

KEY = bytes(range(32))


def row(name: str, value: int = 0, *, scope: str = "public", entity: str = "notice") -> Item:
    return (entity, name, scope, json.dumps({"id": name, "value": value}))


def gone(name: str, *, scope: str = "public", entity: str = "notice") -> Item:
    return (entity, name, scope, None)


def shown(replica: Replica) -> dict[tuple[str, str, str], str]:
    """What a screen could read."""
    with reading(replica.engine) as connection:
        found = connection.exec_driver_sql("SELECT entity, id, scope, body FROM item")
        return {(entity, name, scope): body for entity, name, scope, body in found}


def names(replica: Replica) -> set[str]:
    return {name for _, name, _ in shown(replica)}


def stage(replica: Replica, *items: Item, cursor: str, reset: bool = False) -> bool:
    return replica.stage(replica.standing().cursor, items, cursor, reset=reset)


def switch(replica: Replica, *items: Item, cursor: str = "end", applied: int = 0, reset: bool = False) -> bool:
    return replica.switch(
        replica.standing().cursor, items, cursor, applied=applied, incarnation=1, epoch="e1", updated="now", reset=reset
    )


CHANGES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(["public", "space:zoia"]), st.none() | st.integers(0, 3)),
    max_size=6,
)


def total(replica: Replica) -> str:
    """The digest of what a screen could read."""
    return digest.text(sum(digest.of_row(*key, body) for key, body in shown(replica).items()))


def kept(replica: Replica) -> str:
    """The digest as the replica keeps it."""
    with reading(replica.engine) as connection:
        value = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'digest'").scalar_one()
    return digest.text(int(value))


def frames(*rows: Item, size: int = 2, end: int | None = None) -> list[bytes]:
    """A snapshot's text in frames of so many rows, without the head."""
    lines = [write(one) for one in rows]
    cut = [lines[start : start + size] for start in range(0, len(lines), size)] or [[]]
    cut[-1] = [*cut[-1], json.dumps({"end": len(lines) if end is None else end})]
    return ["".join(f"{line}\n" for line in one).encode() for one in cut]


def take(replica: Replica, texts: list[bytes], *, told: str = "", etag: str = '"s1"') -> bool:
    """Takes a snapshot in, on from where it stands; returns whether it was switched."""
    if replica.standing().progress is None:
        replica.begin(etag, "zstd", 0, Head("after", 7, 1, "e1", told))
    while (progress := replica.standing().progress) is not None and progress.offset < len(texts):
        replica.take(progress, progress.offset + 1, texts[progress.offset], "now")
    return replica.standing().progress is None
