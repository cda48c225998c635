"""The replica: what the hub told this terminal, disposable, rebuilt from the hub at any time.

A row is kept as the JSON that came, under (entity, id, scope); what screens look for by is indexed through generated
columns. So rows and fields of a newer hub are kept although this program does not know them.

Pages are staged. The page without `more` switches rows, cursor and `applied` in one transaction: what a screen reads
is always a committed state of the hub. The file is synchronous=NORMAL: after a power cut it may be an older such
state, and the journal still holds every fact above that state's `applied`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.terminal.store import open_database, reading, transaction

SCHEMA = 2
MAX_ROW_BYTES = 256 * 1024
"""A body beyond this is not stored; the hub never sends one."""

_META = "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
_TABLES = (
    """CREATE TABLE IF NOT EXISTS item (
        entity TEXT NOT NULL, id TEXT NOT NULL, scope TEXT NOT NULL, body TEXT NOT NULL,
        space TEXT AS (body ->> 'space') VIRTUAL,
        start TEXT AS (body ->> 'start') VIRTUAL,
        finish TEXT AS (coalesce(body ->> 'end', body ->> 'start')) VIRTUAL,
        at TEXT AS (body ->> 'at') VIRTUAL,
        occurrence TEXT AS (body ->> 'occurrence') VIRTUAL,
        activity TEXT AS (body ->> 'activity') VIRTUAL,
        PRIMARY KEY (entity, id, scope))""",
    "CREATE INDEX IF NOT EXISTS item_time ON item (space, start, finish) WHERE entity = 'occurrence'",
    "CREATE INDEX IF NOT EXISTS item_activity ON item (activity) WHERE entity = 'occurrence'",
    "CREATE INDEX IF NOT EXISTS item_booking ON item (occurrence) WHERE entity = 'booking'",
    "CREATE INDEX IF NOT EXISTS item_dropin ON item (space, at) WHERE entity = 'dropin'",
    # In the order of arrival: a key would scatter each page over the whole file, and each commit with it.
    """CREATE TABLE IF NOT EXISTS staged (
        place INTEGER PRIMARY KEY, entity TEXT NOT NULL, id TEXT NOT NULL, scope TEXT NOT NULL, body TEXT)""",
)
_FROM_1 = (
    "DROP TABLE staged",
    "DELETE FROM meta WHERE key = 'staged_cursor'",
    "DROP INDEX item_finish",
)
"""Brings a file of version 1 to this one: what it had staged is fetched again."""
_SWITCH = (
    # Where a row came several times, the last counts.
    "INSERT OR REPLACE INTO item (entity, id, scope, body) "
    "SELECT entity, id, scope, body FROM staged WHERE body IS NOT NULL ORDER BY place",
    """DELETE FROM item WHERE (entity, id, scope) IN (
        SELECT entity, id, scope FROM (
            SELECT entity, id, scope, body, max(place) FROM staged
            WHERE EXISTS (SELECT 1 FROM staged WHERE body IS NULL) GROUP BY entity, id, scope)
        WHERE body IS NULL)""",
    "DELETE FROM staged",
    "DELETE FROM meta WHERE key IN ('staged_cursor', 'staged_reset')",
)

Item = tuple[str, str, str, str | None]
"""(entity, id, scope, body as JSON text or None where the row is gone)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the replica stands.

    Attributes:
        cursor: to pull on from, including what is staged; None to begin.
        applied, incarnation: the state includes this terminal's facts up to `applied` of that incarnation.
        epoch: of the hub.
        updated: when it was last known to be current, as the terminal's wall clock said.
        switches: grows with each switch.
    """

    cursor: str | None
    applied: int
    incarnation: int
    epoch: str | None
    updated: str | None
    switches: int


class Replica:
    """An open replica."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        self.path = path
        self._engine = open_database(path, key, create=create, synchronous="NORMAL")
        if create or self._is_of_version_1():
            with transaction(self._engine, path) as connection:
                connection.exec_driver_sql(_META)
                older = _meta(connection).get("schema") == "1"
                for statement in (*(_FROM_1 if older else ()), *_TABLES):
                    connection.exec_driver_sql(statement)
                connection.execute(_SET, {"k": "schema", "v": str(SCHEMA)})

    def _is_of_version_1(self) -> bool:
        with reading(self._engine) as connection:
            return _meta(connection).get("schema") == "1"

    @property
    def engine(self) -> sa.Engine:
        """For the queries of the projection."""
        return self._engine

    def close(self) -> None:
        """Closes the file."""
        self._engine.dispose()

    def standing(self) -> Standing:
        """Where it stands."""
        with reading(self._engine) as connection:
            return standing(connection)

    def rows(self) -> int:
        """How many rows a screen could read."""
        with reading(self._engine) as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM item").scalar_one())

    def stage(self, expected: str | None, items: Sequence[Item], cursor: str, *, reset: bool) -> bool:
        """Keeps a page that is not the last one.

        Args:
            expected: the cursor that the page was asked with; if another process went on meanwhile, nothing happens.
            items: the page's items.
            cursor: where to go on.
            reset: the hub starts this terminal from the beginning.

        Returns:
            whether the page was of use.
        """
        with transaction(self._engine, self.path) as connection:
            if standing(connection).cursor != expected:
                return False
            _stage(connection, items, reset=reset)
            connection.execute(_SET, {"k": "staged_cursor", "v": cursor})
            return True

    def switch(
        self, expected: str | None, items: Sequence[Item], cursor: str, *, applied: int, incarnation: int, epoch: str,
        updated: str, reset: bool,
    ) -> bool:  # fmt: skip
        """Takes in the last page and switches rows, cursor and `applied` in one transaction; see `stage`."""
        with transaction(self._engine, self.path) as connection:
            before = standing(connection)
            if before.cursor != expected:
                return False
            _stage(connection, items, reset=reset)
            if _meta(connection).get("staged_reset"):
                connection.exec_driver_sql("DELETE FROM item")
            for statement in _SWITCH:
                connection.exec_driver_sql(statement)
            values = {
                "cursor": cursor, "applied": str(applied), "incarnation": str(incarnation), "epoch": epoch,
                "updated": updated, "switches": str(before.switches + 1),
            }  # fmt: skip
            connection.execute(_SET, [{"k": key, "v": value} for key, value in values.items()])
            return True

    def confirm(self, updated: str) -> None:
        """Notes that the hub had nothing new."""
        with transaction(self._engine, self.path) as connection:
            connection.execute(_SET, {"k": "updated", "v": updated})

    def forget(self) -> None:
        """Drops what is staged and the cursor: the next pull starts from the beginning; screens keep what they have."""
        with transaction(self._engine, self.path) as connection:
            connection.exec_driver_sql("DELETE FROM staged")
            connection.exec_driver_sql("DELETE FROM meta WHERE key IN ('cursor', 'staged_cursor')")
            connection.execute(_SET, {"k": "staged_reset", "v": "1"})

    def data_version(self) -> int:
        """A number that changes when another connection committed."""
        with self._engine.connect() as connection:
            version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
            connection.rollback()
            return int(version)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SET = sa.text("INSERT OR REPLACE INTO meta (key, value) VALUES (:k, :v)")


def _meta(connection: sa.Connection) -> dict[str, str]:
    return {row.key: row.value for row in connection.exec_driver_sql("SELECT key, value FROM meta")}


def standing(connection: sa.Connection) -> Standing:
    """Where the replica stands, within a transaction."""
    known = _meta(connection)
    return Standing(
        cursor=known.get("staged_cursor") or known.get("cursor"),
        applied=int(known.get("applied", "0")),
        incarnation=int(known.get("incarnation", "0")),
        epoch=known.get("epoch"),
        updated=known.get("updated"),
        switches=int(known.get("switches", "0")),
    )


def _stage(connection: sa.Connection, items: Sequence[Item], *, reset: bool) -> None:
    if reset:
        connection.exec_driver_sql("DELETE FROM staged")
        connection.execute(_SET, {"k": "staged_reset", "v": "1"})
    if items:
        connection.exec_driver_sql(
            "INSERT INTO staged (entity, id, scope, body) VALUES (?, ?, ?, ?)",
            [item for item in items if item[3] is None or len(item[3]) <= MAX_ROW_BYTES],
        )


def as_items(items: Iterable[Sequence[Any]]) -> list[Item]:
    """Items as they came in a message, with bodies as JSON text."""
    return [
        (entity, row_id, scope, None if body is None else _ENCODER.encode(body))
        for entity, row_id, scope, body in items
    ]
