"""Drop-ins in bulk: the drop-ins, amendments and voids of a push, folded in their order in plain Python over the rows
that they change, and written at once. Most of what terminals state is this.

The outcome is that of `sync.hub.apply` one by one. Other kinds neither read nor write drop-ins, so that these may be
folded apart from them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from sync import rows
from sync.details import details
from sync.envelope import Fact
from sync.facts import parse
from sync.hub.apply import no_dropin, personal_part, space_of, time_of
from sync.hub.entries import Entry
from sync.hub.store.feed import Change, changed, encode
from sync.hub.store.models import Terminal
from sync.hub.store.rapid import each, matching
from sync.rows import space_scope

KINDS = frozenset(("dropin", "dropin_amend", "dropin_void"))


@dataclass(slots=True)
class Row:
    """A drop-in as it stands while the facts are folded. `old`: it is in the table; `touched`: it changed."""

    id: str
    space: str
    terminal: str
    at: str
    data: dict[str, Any]
    void: bool
    old: bool
    touched: bool = True


def apply(session: Session, terminal: Terminal, entries: Sequence[Entry]) -> None:
    """Applies facts of these kinds; one that cannot be is quarantined.

    Raises:
        sqlalchemy.exc.DBAPIError: the database resists, for example to an id that is another terminal's; nothing may
            be kept of the savepoint that it was called in.
    """
    held = _read(session, entries)
    for entry in entries:
        if entry.fact is None:
            continue
        try:
            _fold(held, terminal, entry, entry.fact)
        except Exception as error:
            entry.quarantine(error)
    _write(session, [row for row in held.values() if row.touched])


def _read(session: Session, entries: Sequence[Entry]) -> dict[str, Row]:
    """The rows that amendments and voids name, locked."""
    names = {entry.fact.body["dropin"] for entry in entries if entry.fact and entry.kind != "dropin"}
    query = 'SELECT id, space_id, terminal, "at", data, void FROM dropin WHERE id'
    tail = "ORDER BY id FOR UPDATE" if session.get_bind().dialect.name == "postgresql" else ""
    held = {}
    for name, space, maker, at, data, void in matching(session, query, sorted(names), tail=tail):
        values = json.loads(data) if isinstance(data, str) else data
        held[name] = Row(name, space, maker, at, values, bool(void), old=True, touched=False)
    return held


def _fold(held: dict[str, Row], terminal: Terminal, entry: Entry, fact: Fact) -> None:
    if entry.personal is not None:
        personal_part(fact, entry.personal)
    space = space_of(fact, terminal)
    if entry.kind == "dropin":
        at = time_of(fact)
        if fact.id in held:
            raise no_dropin(fact.id, exists=True)
        held[fact.id] = Row(fact.id, space, terminal.id, at, dict(fact.body), void=False, old=False)
        return
    row = held.get(fact.body["dropin"])
    if row is None or row.space != space:
        raise no_dropin(fact.body["dropin"])
    if entry.kind == "dropin_amend":
        row.data = parse("dropin", {**row.data, **fact.body["changes"]}).model_dump(mode="json")
    else:
        row.void = True
    row.touched = True


_INSERT = 'INSERT INTO dropin (id, space_id, terminal, "at", data, void) VALUES (?, ?, ?, ?, ?, ?)'
_UPDATE = "UPDATE dropin SET data = ?, void = ? WHERE id = ?"


def _write(session: Session, touched: Sequence[Row]) -> None:
    each(session, _INSERT, [
        (row.id, row.space, row.terminal, row.at, json.dumps(row.data), row.void) for row in touched if not row.old
    ])  # fmt: skip
    each(session, _UPDATE, [(json.dumps(row.data), row.void, row.id) for row in touched if row.old])
    changed(session, map(change, touched))


def change(row: Row) -> Change:
    """What the feed holds of it: a row for the terminals of its space."""
    return Change("dropin", row.id, space_scope(row.space), body(row))


def body(row: Row) -> str:
    """A `sync.rows.DropIn` as `sync.hub.store.feed.encode` writes it, by hand: it is written for every drop-in."""
    people, band = row.data["people"], row.data["age_band"]
    members = (
        "" if band == _DEFAULT.age_band else f'"age_band":{quoted(band)},',
        f'"at":{quoted(row.at)},',
        f'"details":{encode(said)},' if (said := details(row.data)) else "",
        f'"id":{quoted(row.id)},',
        "" if people == _DEFAULT.people else f'"people":{people},',
        f'"reasons":[{",".join(map(quoted, row.data["reasons"]))}],',
        f'"space":{quoted(row.space)},"terminal":{quoted(row.terminal)}',
        ',"void":true' if row.void else "",
    )
    return f"{{{''.join(members)}}}"


_DEFAULT = rows.DropIn("", "", "", "", [])
quoted = json.encoder.encode_basestring
"""A text as JSON, with its letters as they are."""
