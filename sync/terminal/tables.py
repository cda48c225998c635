"""The tables of a replica, and how a file of an older version is brought to this one.

    item      what screens read
    fresh     a whole new `item` while it comes in; it takes the place of the old one in one transaction
    staged    changes that came in pages, until the last page is here
    changed   which activities differ from before, for the index of search; "" where it may be any
    meta      small things by name (`sync.terminal.replica`)

A row is kept as the JSON that came, under (entity, id, scope); what screens look for by is indexed through generated
columns.
"""

from __future__ import annotations

from typing import Any

SCHEMA = 4
MAX_CHANGED = 10_000
"""Changes that are remembered; whoever is farther behind looks at everything."""

META = "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
_ROWS = """(
    entity TEXT NOT NULL, id TEXT NOT NULL, scope TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body)),
    space TEXT AS (body ->> 'space') VIRTUAL,
    start TEXT AS (body ->> 'start') VIRTUAL,
    finish TEXT AS (coalesce(body ->> 'end', body ->> 'start')) VIRTUAL,
    at TEXT AS (body ->> 'at') VIRTUAL,
    occurrence TEXT AS (body ->> 'occurrence') VIRTUAL,
    activity TEXT AS (body ->> 'activity') VIRTUAL,
    PRIMARY KEY (entity, id, scope)) WITHOUT ROWID"""
FRESH = f"CREATE TABLE fresh {_ROWS}"
INDEXES = (
    "CREATE INDEX IF NOT EXISTS item_time ON item (space, start, finish) WHERE entity = 'occurrence'",
    "CREATE INDEX IF NOT EXISTS item_activity ON item (activity) WHERE entity = 'occurrence'",
    "CREATE INDEX IF NOT EXISTS item_booking ON item (occurrence) WHERE entity = 'booking'",
    "CREATE INDEX IF NOT EXISTS item_dropin ON item (space, at) WHERE entity = 'dropin'",
)
_NAMED = """CASE {0}.entity WHEN 'activity' THEN {0}.id WHEN 'occurrence' THEN coalesce({0}.body ->> 'activity', '')
    ELSE '' END"""


def _trigger(event: str, row: str) -> str:
    """Notes which activity a row is about, whoever changes it. A whole new state has no triggers while it comes in."""
    return (
        f"CREATE TRIGGER IF NOT EXISTS item_{event} AFTER {event} ON item "  # noqa: S608 - constants of this module
        f"WHEN {row}.entity IN ('activity', 'occurrence', 'space') "
        f"BEGIN INSERT INTO changed (activity) VALUES ({_NAMED.format(row)}); END"
    )


TRIGGERS = (_trigger("INSERT", "NEW"), _trigger("DELETE", "OLD"))
ALL_CHANGED = ("DELETE FROM changed", "INSERT INTO changed (activity) VALUES ('')")
_BOUND = f"""CREATE TRIGGER IF NOT EXISTS changed_bound AFTER INSERT ON changed WHEN NEW.place % 256 = 0
    BEGIN DELETE FROM changed WHERE place <= NEW.place - {MAX_CHANGED}; END"""  # noqa: S608 - a constant of this module
_TABLES = (
    f"CREATE TABLE IF NOT EXISTS item {_ROWS}",
    *INDEXES,
    # In the order of arrival: a key would scatter each page over the whole file, and each commit with it.
    """CREATE TABLE IF NOT EXISTS staged (
        place INTEGER PRIMARY KEY, entity TEXT NOT NULL, id TEXT NOT NULL, scope TEXT NOT NULL, body TEXT)""",
    "CREATE TABLE IF NOT EXISTS changed (place INTEGER PRIMARY KEY AUTOINCREMENT, activity TEXT NOT NULL)",
    _BOUND,
    *TRIGGERS,
    *ALL_CHANGED,
    # Tells this file's count of changes from that of one that was here before.
    "INSERT OR REPLACE INTO meta (key, value) VALUES ('born', hex(randomblob(8)))",
)
_FROM_1 = ("DROP INDEX item_finish",)
_FROM_OLDER = ("DROP TABLE staged", "DELETE FROM meta WHERE key = 'staged_cursor'")
"""What an older version had staged is fetched again; its rows stay until a snapshot takes their place."""


def prepare(cursor: Any) -> None:
    """Makes the tables, or brings those of an older version to this one. Within a write transaction."""
    cursor.execute(META)
    found = cursor.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    version = int(found[0]) if found else SCHEMA
    if version >= SCHEMA and found:
        return
    for statement in (*(_FROM_1 if version == 1 else ()), *(_FROM_OLDER if version < SCHEMA else ()), *_TABLES):
        cursor.execute(statement)
    cursor.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('schema', ?)", (str(SCHEMA),))
