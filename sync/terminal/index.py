"""The index of search: which activities hold which words, in a file of its own beside the replica.

It is disposable: a missing, damaged or older one begins empty and is filled again. The replica notes which activities
changed (`sync.terminal.tables`); the index notes how far it has read that, and catches up in bounded batches, in the
engine's process and never in the transaction of a switch. What it finds is looked up in the replica before anybody sees
it, so that an index that lags behind misses a new word for a moment but never shows a row that is gone.

    entry   an activity that is still to come or under way, with its next occurrence
    word    its words (FTS5), already folded by `sync.folding`: the table itself folds nothing
    todo    activities that wait to be looked at

An entry's `place` is the row of its words: the minute of its next occurrence, then its number. So the matches of any
question come in the order of time, and the first ones are found without looking at the others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

from sync import folding
from sync.clock import instant, stamp
from sync.errors import Damaged
from sync.terminal.replica import Replica
from sync.terminal.store import Lock, open_database, reading, transaction

VERSION = "1"
BATCH = 100
"""Activities in one transaction: some 30 ms of work."""
UNSAID = timedelta(hours=1)
"""How long an occurrence is taken to last where nobody said its end (`OccurrenceView.ends`)."""
LONG = timedelta(hours=24)
"""What lasts this long and has begun stands where it ends: a show of two months is no news every day."""
NUMBER_BITS = 24
MAX_TOKENS = 2_000
"""Tokens of one activity, in its title or in the rest."""

T = TypeVar("T")

_TABLES = (
    "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE IF NOT EXISTS entry (
        number INTEGER PRIMARY KEY, activity TEXT NOT NULL UNIQUE, place INTEGER NOT NULL, digest BLOB NOT NULL,
        occurrence TEXT NOT NULL, finish TEXT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS entry_finish ON entry (finish)",
    "CREATE TABLE IF NOT EXISTS todo (activity TEXT PRIMARY KEY) WITHOUT ROWID",
    # The tokens come folded and parted by spaces; beyond ASCII this tokenizer takes every character as a letter's.
    """CREATE VIRTUAL TABLE IF NOT EXISTS word USING fts5 (title, text, tag, content = '', contentless_delete = 1,
        detail = column, prefix = '1 2 3', tokenize = 'ascii')""",
)
_SET = "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class _Next:
    """The occurrence that an activity is found for. `minute`: its place in time."""

    occurrence: str
    minute: int
    finish: str


class Index:
    """An open index.

    Args:
        path: its file.
        key: of the terminal's databases.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._engine: sa.Engine | None = None
        self._inode = (0, 0)

    def close(self) -> None:
        """Closes the file."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    # the file

    def _opened(self) -> sa.Engine:
        """The file's engine; opened anew where another process put another file in its place."""
        if self._engine is None or _inode(self._path) != self._inode:
            self.close()
            engine = open_database(self._path, self._key, synchronous="NORMAL")
            with transaction(engine, self._path) as connection:
                known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'meta'").first()
                old = known is not None and _meta(connection).get("version") != VERSION
                for name in ("word", "entry", "todo", "meta") if old else ():
                    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
                for statement in _TABLES if old or known is None else ():
                    connection.exec_driver_sql(statement)
                if old or known is None:
                    connection.exec_driver_sql(_SET, ("version", VERSION))
            self._engine, self._inode = engine, _inode(self._path)
        return self._engine

    def _safely(self, work: Callable[[sa.Engine], T]) -> T:
        """Works with the file; a damaged one is thrown away, once, and an empty one takes its place.

        Raises:
            DiskFull, StoreError: it cannot be used.
        """
        try:
            return work(self._opened())
        except Damaged:
            with Lock(self._path.with_suffix(".mend")):
                if self._engine is None or _inode(self._path) == self._inode:
                    for suffix in ("", "-wal", "-shm"):
                        Path(f"{self._path}{suffix}").unlink(missing_ok=True)
                self.close()
            return work(self._opened())

    def read(self, work: Callable[[sa.Connection], T]) -> T:
        """Reads one committed state.

        Raises:
            StoreError: the file cannot be used.
        """

        def inside(engine: sa.Engine) -> T:
            with reading(engine) as connection:
                return work(connection)

        return self._safely(inside)

    def _write(self, work: Callable[[sa.Connection], T]) -> T:
        def inside(engine: sa.Engine) -> T:
            with transaction(engine, self._path) as connection:
                return work(connection)

        return self._safely(inside)

    # catching up

    def catch_up(self, replica: Replica, now: datetime, *, batch: int = BATCH) -> bool:
        """Does one batch of what there is to do; returns whether there is more. For one process at a time.

        Args:
            replica: what is indexed.
            now: the time; what is over by then is found no more.
            batch: activities that are looked at.

        Raises:
            DiskFull, StoreError: a file cannot be used; what is done so far is kept.
        """
        wanted, left = self._note(replica, stamp(now), batch)
        if not wanted:
            return False
        found = replica.read(lambda connection: _look_up(connection, wanted, now))
        self._write(lambda connection: _take(connection, wanted, found))
        return left

    def behind(self, replica: Replica) -> bool:
        """Whether the replica has changed since the last `catch_up`, or that did not finish."""
        born, last = replica.read(_position)

        def work(connection: sa.Connection) -> bool:
            known = _meta(connection)
            waits = connection.exec_driver_sql("SELECT 1 FROM todo LIMIT 1").first()
            return waits is not None or known.get("born") != born or int(known.get("read", "0")) < last

        return self.read(work)

    def _note(self, replica: Replica, now: str, batch: int) -> tuple[list[str], bool]:
        """Notes what has changed, and what is over; returns the next batch, and whether there is more after it."""
        known = self.read(_meta)
        before = int(known.get("read", "0"))
        born, last, names = replica.read(lambda connection: _changed(connection, before, known.get("born")))
        whole = "" in names or now < known.get("now", "")
        everything = replica.ids("activity") if whole else frozenset()

        def work(connection: sa.Connection) -> list[str]:
            over = connection.exec_driver_sql("SELECT activity FROM entry WHERE finish <= ?", (now,)).scalars().all()
            add = {*names, *everything, *over} - {""}
            if whole:
                add |= set(connection.exec_driver_sql("SELECT activity FROM entry").scalars())
            if add:
                connection.exec_driver_sql("INSERT OR IGNORE INTO todo VALUES (?)", [(name,) for name in sorted(add)])
            connection.exec_driver_sql(_SET, [("born", born), ("read", str(last)), ("now", now)])
            return list(connection.exec_driver_sql("SELECT activity FROM todo LIMIT ?", (batch + 1,)).scalars())

        if known.get("born") == born and before == last and not whole and not self.read(lambda c: _waits(c, now)):
            return [], False
        todo = self._write(work)
        return todo[:batch], len(todo) > batch


def tag(space: str) -> str:
    """The token that says in which space an activity is; no word of anybody's looks like it."""
    return "s" + space.encode("utf-8", "surrogatepass").hex()


def place(minute: int, number: int) -> int:
    """The row of an entry's words."""
    return max(0, minute) << NUMBER_BITS | number


def _inode(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def _meta(connection: sa.Connection) -> dict[str, str]:
    return {row.key: row.value for row in connection.exec_driver_sql("SELECT key, value FROM meta")}


def _waits(connection: sa.Connection, now: str) -> bool:
    query = "SELECT EXISTS (SELECT 1 FROM todo) OR EXISTS (SELECT 1 FROM entry WHERE finish <= ?)"
    return bool(connection.exec_driver_sql(query, (now,)).scalar())


# what is read of the replica


def _position(connection: sa.Connection) -> tuple[str, int]:
    """The name of the replica's file, and how far its changes go."""
    born = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'born'").scalar()
    return str(born), int(connection.exec_driver_sql("SELECT coalesce(max(place), 0) FROM changed").scalar_one())


def _changed(connection: sa.Connection, before: int, born: str | None) -> tuple[str, int, set[str]]:
    """Where the replica's changes are by now, and the activities that changed since a place; "" stands for any."""
    name, last = _position(connection)
    first = int(connection.exec_driver_sql("SELECT coalesce(min(place), 0) FROM changed").scalar_one())
    if name != born or before > last or before + 1 < first:
        return name, last, {""}
    query = "SELECT DISTINCT activity FROM changed WHERE place > ?"
    return name, last, set(connection.exec_driver_sql(query, (before,)).scalars())


@dataclass(frozen=True, slots=True)
class _Found:
    """What an entry is made of."""

    digest: bytes
    next: _Next
    title: str
    text: str
    tag: str


def _look_up(connection: sa.Connection, names: Sequence[str], now: datetime) -> dict[str, _Found]:
    """What the replica says of some activities; those that are gone or over are not in it."""
    marks = ", ".join("?" * len(names))
    query = f"SELECT id, body FROM item WHERE entity = 'activity' AND id IN ({marks})"  # noqa: S608 - question marks
    bodies: dict[str, str] = {row.id: row.body for row in connection.exec_driver_sql(query, tuple(names))}
    all_spaces = connection.exec_driver_sql("SELECT id, body FROM item WHERE entity = 'space'")
    spaces: dict[str, str] = {row.id: row.body for row in all_spaces}
    coming = _next_of(connection, list(bodies), now)
    found = {}
    for name, body in bodies.items():
        if name in coming:
            told = json.loads(body)
            there = json.loads(spaces.get(str(told.get("space")), "{}"))
            one = coming[name]
            digest = hashlib.blake2b(repr((body, sorted(_words_of_space(there)), one)).encode("utf-8", "replace"))
            found[name] = _Found(
                digest.digest()[:16], one, _line(_every(told.get("title"))),
                _line([*_texts(told), *_words_of_space(there)]), tag(str(told.get("space"))),
            )  # fmt: skip
    return found


def _next_of(connection: sa.Connection, names: Sequence[str], now: datetime) -> dict[str, _Next]:
    """The occurrence of each activity that is under way or comes next."""
    if not names:
        return {}
    query = (
        "SELECT activity, id, start, body ->> 'end' FROM item INDEXED BY item_activity WHERE entity = 'occurrence' "  # noqa: S608
        f"AND activity IN ({', '.join('?' * len(names))}) AND finish > ? ORDER BY start, id"
    )
    found: dict[str, _Next] = {}
    for activity, name, start, end in connection.exec_driver_sql(query, (*names, stamp(now - UNSAID))):
        if activity not in found and (one := _next(name, start, end, now)) is not None:
            found[activity] = one
    return found


def _next(name: str, start: str, end: str | None, now: datetime) -> _Next | None:
    try:
        begins = instant(start)
        finish = instant(end) if end else begins + UNSAID
        at = finish if begins <= now and finish - begins >= LONG else begins
        return _Next(name, int(at.timestamp()) // 60, stamp(finish)) if finish > now else None
    except (ValueError, OverflowError, TypeError):  # a row that says no time is found by nobody
        return None


def _texts(told: Mapping[str, Any]) -> Iterator[str]:
    for name in ("summary", "description", "audience", "access", "category", "venue", "address"):
        yield from _every(told.get(name))


def _words_of_space(there: Mapping[str, Any]) -> list[str]:
    return [text for name in ("name", "address", "quarter") for text in _every(there.get(name))]


def _every(value: object) -> list[str]:
    """The text, or those of all languages; nothing where a row is of another shape."""
    if isinstance(value, str):
        return [value]
    return [text for text in value.values() if isinstance(text, str)] if isinstance(value, dict) else []


def _line(texts: Iterable[str]) -> str:
    """The tokens of texts as one line: each once, for they are found by being there."""
    found: dict[str, None] = {}
    for text in texts:
        found.update(dict.fromkeys(folding.tokens(text)))
        if len(found) > MAX_TOKENS:
            break
    return " ".join(list(found)[:MAX_TOKENS])


# what is written


def _take(connection: sa.Connection, names: Sequence[str], found: Mapping[str, _Found]) -> None:
    """Brings the entries of some activities to what was found of them."""
    for name in names:
        query = "SELECT number, place, digest FROM entry WHERE activity = ?"
        held = connection.exec_driver_sql(query, (name,)).first()
        new = found.get(name)
        if held is not None and (new is None or held.digest != new.digest):
            connection.exec_driver_sql("DELETE FROM word WHERE rowid = ?", (held.place,))
            connection.exec_driver_sql("DELETE FROM entry WHERE number = ?", (held.number,))
        if new is not None and (held is None or held.digest != new.digest):
            _put(connection, name, new, held.number if held is not None else None)
    connection.exec_driver_sql("DELETE FROM todo WHERE activity = ?", [(name,) for name in names])


def _put(connection: sa.Connection, name: str, new: _Found, number: int | None) -> None:
    if number is None:
        number = int(connection.exec_driver_sql("SELECT coalesce(max(number), 0) + 1 FROM entry").scalar_one())
    if number >= 1 << NUMBER_BITS:  # far beyond any programme, even after years: it begins again
        raise Damaged("The index of search has no number left.")
    at = place(new.next.minute, number)
    connection.exec_driver_sql(
        "INSERT INTO entry (number, activity, place, digest, occurrence, finish) VALUES (?, ?, ?, ?, ?, ?)",
        (number, name, at, new.digest, new.next.occurrence, new.next.finish),
    )
    words = (at, new.title, new.text, new.tag)
    connection.exec_driver_sql("INSERT INTO word (rowid, title, text, tag) VALUES (?, ?, ?, ?)", words)
