"""The mirror: a second copy of each fact on another medium, where there is one (``KIOSK_MIRROR``).

It is written after the journal's commit and before anybody is told that the fact is saved; encrypted with the journal's
key; and it follows the journal in everything: what is journaled again moves, what is erased is erased, what is deleted
is deleted. The journal never depends on it: whoever records waits for it for a bounded time, a missing, full or broken
medium is noted, and what it lacks is copied from the journal, in bounded batches, when it is back.

A thread of its own does the writing, since a dying medium can hold a write for minutes.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.errors import Damaged, DiskFull, StoreError
from sync.terminal.journal import Journal
from sync.terminal.journal_file import all_state
from sync.terminal.journal_schema import base_table, erased_table, fact_table, pin_table
from sync.terminal.store import open_database, reading, transaction

log = logging.getLogger(__name__)

MIRROR = "mirror.db"
WAIT_SECONDS = 0.25
"""The longest that a fact waits for its second copy; the tap on the screen has 50 ms without a mirror."""
RETRY_SECONDS = 30.0
"""After a failure the medium is left alone for so long."""
BATCH = 500
"""Facts copied in one transaction."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    # The columns stand as in the journal: `sync.terminal.salvage` knows a fact by its shape.
    """CREATE TABLE IF NOT EXISTS fact (
        incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL,
        raw BLOB NOT NULL, hash BLOB NOT NULL, salt BLOB, personal BLOB)""",
    "CREATE INDEX IF NOT EXISTS fact_place ON fact (incarnation, seq)",
    """CREATE TABLE IF NOT EXISTS pin_failure (
        staff TEXT PRIMARY KEY, epoch INTEGER NOT NULL, failures INTEGER NOT NULL)""",
)
_STORE = sa.text("INSERT OR REPLACE INTO meta (key, value) VALUES (:k, :v)")
_FACT = sa.text("INSERT OR REPLACE INTO fact VALUES (:incarnation, :seq, :id, :kind, :raw, :hash, :salt, :personal)")
_TOLD = ("terminal", "space", "hub", "hub_key", "incarnation", "have", "durable", "epoch")


class Mirror:
    """A mirror, for one process. `follow` tells it whose facts to copy."""

    def __init__(self, place: Path, key: bytes, *, wait: float = WAIT_SECONDS, anywhere: bool = False) -> None:
        """Args:
        place: the folder on the other medium; it need not be there.
        key: the journal's.
        wait: how long `copy` waits at most, in seconds.
        anywhere: allow a folder on the journal's own medium, which protects little (tests).
        """
        self.path, self._key, self._wait, self._anywhere = place / MIRROR, key, wait, anywhere
        self._journal: Journal | None = None
        self._engine: sa.Engine | None = None
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._wanted = self._done = 0
        self._closed = self._late = False
        self._said, self._not_before = "", 0.0

    def follow(self, journal: Journal) -> Mirror:
        """Copies from this journal, which tells it of each commit; returns itself."""
        self._journal, journal.mirror = journal, self
        return self

    def copy(self) -> None:
        """Has the copy brought up to date; returns when it is, or after `wait` seconds.

        While the medium is still busy with what one caller has waited for in vain, nobody waits.
        """
        with self._condition:
            if self._closed:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="mirror", daemon=True)
                self._thread.start()
            self._wanted += 1
            mine = self._wanted
            self._condition.notify_all()
            if not self._late:
                self._late = not self._condition.wait_for(lambda: self._done >= mine or self._closed, self._wait)

    def close(self) -> None:
        """Lets go of the medium, as soon as it lets go of us."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(timeout=2 * self._wait)

    def _work(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._wanted > self._done or self._closed)
                if self._closed:
                    break
                target = self._wanted
            self._try()
            with self._condition:
                self._done, self._late = target, False
                self._condition.notify_all()
        self._let_go()

    def _try(self) -> None:
        if time.monotonic() < self._not_before:
            return
        try:
            while not self._closed and self._copy_batch():
                pass
        except (StoreError, OSError) as error:
            self._not_before = time.monotonic() + RETRY_SECONDS
            self._let_go()
            self._say(str(error))
        else:
            self._say("")

    def _say(self, words: str) -> None:
        if words != self._said:
            self._said = words
            log.warning("The mirror cannot be written: %s", words) if words else log.info("The mirror is up to date.")

    def _let_go(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _open(self) -> sa.Engine:
        if self._engine is None:
            _check_place(self.path.parent, self._journal, anywhere=self._anywhere)
            try:
                engine = open_database(self.path, self._key, secure_delete=True)
            except Damaged:
                _set_aside(self.path)
                engine = open_database(self.path, self._key, secure_delete=True)
            with transaction(engine, self.path) as connection:
                for statement in _TABLES:
                    connection.exec_driver_sql(statement)
            self._engine = engine
        return self._engine

    def _copy_batch(self) -> bool:
        """Copies what is next; returns whether there is more."""
        if self._journal is None:
            return False
        engine = self._open()
        with reading(engine) as connection:
            known = _meta(connection)
        try:
            batch = _read_batch(self._journal, known)
        except StoreError as error:  # the journal's trouble, which whoever uses the journal is told of
            log.warning("The mirror cannot read the journal: %s", error)
            return False
        with transaction(engine, self.path) as connection:
            _write_batch(connection, batch)
        return len(batch["facts"]) == BATCH

    # for reports

    def health(self, journal: Journal) -> dict[str, Any]:
        """How the mirror stands, read from the medium: state (ok, behind, missing, full, broken) and, in words, why.

        `behind`: facts that the journal holds and the mirror lacks.
        """
        position = journal.position()
        try:
            _check_place(self.path.parent, journal, anywhere=self._anywhere)
            if not self.path.exists():
                return {"state": "behind", "behind": position.last - position.floor + 1, "why": "nothing is copied yet"}
            engine = open_database(self.path, self._key, create=False)
            try:
                with reading(engine) as connection:
                    known = _meta(connection)
            finally:
                engine.dispose()
        except DiskFull as error:
            return {"state": "full", "behind": None, "why": str(error)}
        except Damaged as error:
            return {"state": "broken", "behind": None, "why": str(error)}
        except (StoreError, OSError) as error:
            return {"state": "missing", "behind": None, "why": str(error)}
        same = known.get("incarnation") == str(position.incarnation)
        behind = position.last - max(int(known.get("seq", "0")) if same else 0, position.floor - 1)
        return {"state": "ok" if behind <= 0 else "behind", "behind": max(0, behind), "why": ""}


def is_ahead(path: Path, key: bytes, journal: Journal) -> bool:
    """Whether a mirror holds facts that the journal does not: an older copy of the journal was put back.

    Raises:
        StoreError: the mirror cannot be read.
    """
    engine = open_database(path, key, create=False)
    try:
        with reading(engine) as connection:
            known = _meta(connection)
    finally:
        engine.dispose()
    position = journal.position()
    incarnation, seq = int(known.get("incarnation", "0")), int(known.get("seq", "0"))
    if position.salvaged or not seq:  # what was repaired holds all that the mirror had
        return False
    if incarnation != position.incarnation or seq < position.floor - 1:
        return incarnation > position.incarnation
    held = journal.hash_at(seq)
    return held is None or held.hex() != known.get("hash")


def _check_place(place: Path, journal: Journal | None, *, anywhere: bool) -> None:
    """Raises:
    StoreError: the medium is not there. A folder where it should be mounted may be there all the same, on ours.
    """
    if not place.is_dir():
        raise StoreError(f"The mirror's medium is not there: {place}. Put it back; recording goes on without it.")
    if journal is not None and not anywhere and place.stat().st_dev == journal.path.parent.stat().st_dev:
        raise StoreError(
            f"{place} is on the journal's own medium: the mirror's is not mounted there. Put it back, or choose "
            "another folder for KIOSK_MIRROR."
        )


def _set_aside(path: Path) -> None:
    """Keeps a mirror that cannot be read, once; a second one within its reach is a medium that is no good.

    Raises:
        StoreError: there is one already.
    """
    aside = path.with_name(path.name + ".damaged")
    if aside.exists():
        raise StoreError(f"{path} is damaged, and so was the one before: replace the mirror's medium.")
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.rename(aside)


def _meta(connection: sa.Connection) -> dict[str, str]:
    return {row.key: row.value for row in connection.exec_driver_sql("SELECT key, value FROM meta")}


def _read_batch(journal: Journal, known: dict[str, str]) -> dict[str, Any]:
    """What the mirror lacks next, of one committed state of the journal."""
    with journal.snapshot() as connection:
        state = all_state(connection)
        incarnation = int(state.get("incarnation", "0"))
        after = _common(connection, incarnation, known)
        query = sa.select(fact_table).where(fact_table.c.incarnation == incarnation, fact_table.c.seq > after)
        erased = sa.select(erased_table).where(erased_table.c.n > int(known.get("erased", "0")))
        return {
            "state": {key: state[key] for key in _TOLD if key in state},
            "facts": [
                dict(row) for row in connection.execute(query.order_by(fact_table.c.seq).limit(BATCH)).mappings()
            ],
            "after": (after, known.get("hash", "") if after else ""),
            "erased": [(row.n, row.id) for row in connection.execute(erased.order_by(erased_table.c.n))],
            "bases": [(row.incarnation, row.seq) for row in connection.execute(sa.select(base_table))],
            "pins": [dict(row) for row in connection.execute(sa.select(pin_table)).mappings()],
        }


def _common(connection: sa.Connection, incarnation: int, known: dict[str, str]) -> int:
    """Up to where the mirror holds what the journal holds; 0 where it has the facts of another journal: an older copy
    that was put back, a new incarnation. What it has beyond stays.
    """
    seq = int(known.get("seq", "0"))
    if known.get("incarnation") != str(incarnation):
        return 0
    for table in (fact_table, base_table):
        where = (table.c.incarnation == incarnation, table.c.seq == seq)
        found = connection.scalar(sa.select(table.c.hash).where(*where))
        if found is not None:
            return seq if found.hex() == known.get("hash") else 0
    return 0


def _write_batch(connection: sa.Connection, batch: dict[str, Any]) -> None:
    facts = batch["facts"]
    if facts:
        connection.execute(_FACT, facts)
    for n, fact_id in batch["erased"]:
        connection.execute(sa.text("UPDATE fact SET salt = NULL, personal = NULL WHERE id = :id"), {"id": fact_id})
        connection.execute(_STORE, {"k": "erased", "v": str(n)})
    for incarnation, seq in batch["bases"]:
        connection.execute(
            sa.text("DELETE FROM fact WHERE incarnation = :i AND seq <= :s"), {"i": incarnation, "s": seq}
        )
    if batch["pins"]:
        connection.execute(
            sa.text("INSERT OR REPLACE INTO pin_failure VALUES (:staff, :epoch, :failures)"), batch["pins"]
        )
    seq, hash_ = (facts[-1]["seq"], facts[-1]["hash"].hex()) if facts else batch["after"]
    values = {**batch["state"], "seq": str(seq), "hash": hash_}
    connection.execute(_STORE, [{"k": key, "v": value} for key, value in values.items()])
