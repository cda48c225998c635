"""A whole new state while it comes in: rows into a table of its own, which takes the place of the old one at once.

It comes as a snapshot in frames (`sync.lines`) or, from a hub that has none, in pages. Each frame is one transaction
with how far it came, so that a broken line, a killed process and a power cut cost a frame at most. Screens read the old
state until the last transaction, which exchanges the tables.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sync import digest
from sync.errors import HubError
from sync.terminal.tables import ALL_CHANGED, FRESH, INDEXES, TRIGGERS

MAX_ROW_BYTES = 256 * 1024
"""A row beyond this is not stored; the hub never sends one."""
MAX_STATE_BYTES = 512 * 1024 * 1024
"""Of the text of all rows: far beyond any programme."""

Item = tuple[str, str, str, str | None]
"""(entity, id, scope, body as JSON text or None where the row is gone)."""
Key = tuple[str, str, str]
CHUNK = 300
"""Rows that are looked up with one statement."""


class BadState(HubError):
    """What came in is no state of a hub: it is discarded and fetched anew."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a state says of itself: see `sync.wire.PullReply`."""

    cursor: str
    applied: int
    incarnation: int
    epoch: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a new state has come in.

    Attributes:
        etag, encoding, offset: where in which snapshot to go on; "" for one in pages.
        cursor: where to go on with pages.
        head: of a snapshot.
        lines, size, sum: how many row lines came, their bytes, and the digest of the rows (`sync.digest`).
    """

    etag: str = ""
    encoding: str = ""
    offset: int = 0
    cursor: str = ""
    head: Head | None = None
    lines: int = 0
    size: int = 0
    sum: int = 0


def dump(progress: Progress) -> str:
    """As text for the table of small things."""
    return json.dumps(asdict(progress))


def load(text: str) -> Progress:
    """What `dump` wrote."""
    values = json.loads(text)
    head = values.pop("head")
    return Progress(**values, head=Head(**head) if head else None)


def begin(cursor: Any) -> None:
    """Makes room for a new state; one that was begun is dropped."""
    cursor.execute("DROP TABLE IF EXISTS fresh")
    cursor.execute(FRESH)


def take_frame(cursor: Any, progress: Progress, text: bytes) -> tuple[int, int, bool]:
    """Adds the rows of a frame's text.

    Returns:
        how many row lines it had, by how much the digest grew, and whether its last line was the snapshot's.

    Raises:
        BadState: the text is none of a snapshot.
    """
    if progress.size + len(text) > MAX_STATE_BYTES:
        raise BadState("The hub sends more than any programme holds.")
    # A digest is of a row with these separators: so each line is what is hashed.
    lines = text.replace(b"\t", b"\x1f").split(b"\n")
    if not lines[-1]:
        lines.pop()
    end = lines.pop() if lines and lines[-1].startswith(b"{") else None
    count = len(lines)
    if end is not None:
        _check_end(end, progress.lines + count)
    try:
        rows = [line.split("\x1f") for line in b"\n".join(lines).decode().split("\n")] if lines else []
    except UnicodeDecodeError:
        raise BadState("A row of the hub's is no text.") from None
    if any(len(row) != 4 for row in rows):
        raise BadState("A line of the hub's is no row.")
    if _is_plain(lines) and _insert(cursor, rows):
        return count, _sum_of(lines), end is not None
    grown = merge(cursor, "fresh", ((entity, name, scope, body or None) for entity, name, scope, body in rows))
    return count, grown, end is not None


def _check_end(line: bytes, count: int) -> None:
    try:
        told = json.loads(line)["end"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BadState("The end of the hub's snapshot cannot be read.") from None
    if told != count:
        raise BadState(f"The hub's snapshot has {count} rows where it says {str(told)[:20]}.")


def _is_plain(lines: list[bytes]) -> bool:
    """Whether all rows are there and none is too large."""
    return not any(line.endswith(b"\x1f") for line in lines) and max(map(len, lines), default=0) <= MAX_ROW_BYTES


def _sum_of(lines: list[bytes]) -> int:
    hashed = b"".join([hashlib.blake2b(line, digest_size=8).digest() for line in lines])
    return sum(struct.unpack(f">{len(lines)}Q", hashed))


def _insert(cursor: Any, rows: list[list[str]]) -> bool:
    """Adds rows that are all new; returns False, with nothing added, where one is not."""
    from sqlcipher3 import dbapi2

    cursor.execute("SAVEPOINT frame")
    try:
        cursor.executemany("INSERT INTO fresh (entity, id, scope, body) VALUES (?, ?, ?, ?)", rows)
    except (dbapi2.IntegrityError, dbapi2.OperationalError) as error:
        if not _is_content(error):
            raise
        cursor.execute("ROLLBACK TO frame")
        cursor.execute("RELEASE frame")
        return False
    cursor.execute("RELEASE frame")
    return True


def _is_content(error: Exception) -> bool:
    """Whether the rows were the trouble, and not the file."""
    return "constraint failed" in str(error) or "JSON" in str(error) or isinstance(error, UnicodeEncodeError)


def merge(cursor: Any, table: str, items: Iterable[Item]) -> int:
    """Brings rows to what items say, where the last of a row counts; returns by how much the table's digest grew.

    Raises:
        BadState: a body is no JSON.
    """
    from sqlcipher3 import dbapi2

    latest = {item[:3]: item[3] for item in items}
    grown, kept, gone = 0, [], []
    stored = _stored(cursor, table, [key for key, body in latest.items() if _size(key, body) <= MAX_ROW_BYTES])
    for key, before in stored.items():
        body = latest[key]
        if before is not None:
            grown -= digest.of_row(*key, before)
        if body is not None:
            grown += digest.of_row(*key, body)
            kept.append((*key, body))
        elif before is not None:
            gone.append(key)
    put = f"INSERT OR REPLACE INTO {table} (entity, id, scope, body) VALUES (?, ?, ?, ?)"  # noqa: S608
    drop = f"DELETE FROM {table} WHERE entity = ? AND id = ? AND scope = ?"  # noqa: S608
    try:
        cursor.executemany(put, kept)
    except (dbapi2.IntegrityError, dbapi2.OperationalError, UnicodeEncodeError) as error:
        if not _is_content(error):
            raise
        raise BadState("A row of the hub's is no JSON.") from None
    cursor.executemany(drop, gone)
    return grown


def _size(key: Key, body: str | None) -> int:
    return sum(map(len, key)) + len(body or "")


def _stored(cursor: Any, table: str, keys: list[Key]) -> dict[Key, str | None]:
    """The bodies that rows have, None where there is none, in the order of the keys."""
    found: dict[Key, str | None] = dict.fromkeys(keys)
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        query = (
            f"SELECT entity, id, scope, body FROM {table} "  # noqa: S608 - one of two tables
            f"WHERE (entity, id, scope) IN (VALUES {', '.join(['(?, ?, ?)'] * len(some))})"
        )
        for entity, name, scope, body in cursor.execute(query, [part for key in some for part in key]):
            found[entity, name, scope] = body
    return found


def exchange(cursor: Any) -> None:
    """Puts the new state in the place of the old one, within the transaction."""
    cursor.execute("DROP TABLE item")
    cursor.execute("ALTER TABLE fresh RENAME TO item")
    for statement in (*INDEXES, *TRIGGERS, *ALL_CHANGED):
        cursor.execute(statement)


def measure(cursor: Any) -> int:
    """The digest of all rows, counted anew."""
    found = cursor.execute("SELECT entity, id, scope, body FROM item")
    return sum(digest.of_row(*row) for row in found)
