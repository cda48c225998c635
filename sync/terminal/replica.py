"""The replica: what the hub told this terminal, disposable, rebuilt from the hub at any time.

Rows and fields of a newer hub are kept although this program does not know them (`sync.terminal.tables`). What comes in
is kept aside until it is whole: then rows, cursor, `applied` and digest are switched in one transaction, which is given
up where the rows are not what the hub says that they are. So what a screen reads is always a committed state of the
hub. The file is synchronous=NORMAL: after a power cut it may be an
older such state, and the journal still holds every fact above that state's `applied`.

A file that does not authenticate is set aside, and an empty one takes its place; whoever has the old one open notices
at the next call and opens the new one.
"""

from __future__ import annotations

import json
import logging
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

from sync import digest
from sync.clock import instant
from sync.errors import Damaged, HubError
from sync.terminal import fresh
from sync.terminal.fresh import MAX_ROW_BYTES, MAX_STATE_BYTES, BadState, Head, Item, Progress
from sync.terminal.glance import Glance, Version
from sync.terminal.store import Lock, faults, open_database, reading, transaction, translate
from sync.terminal.tables import SCHEMA, prepare

__all__ = [
    "MAX_ROW_BYTES",
    "BadState",
    "Differs",
    "Head",
    "Item",
    "Progress",
    "Replica",
    "Standing",
    "as_items",
    "standing",
    "switches",
]

log = logging.getLogger(__name__)

CACHE_KIB = 16 * 1024
CHECKPOINT_PAGES = 4_000
"""Of the write-ahead log, before they are written back: a first synchronisation is not written twice on its way."""
_PRAGMAS = (f"cache_size = -{CACHE_KIB}", f"wal_autocheckpoint = {CHECKPOINT_PAGES}")
CONFIRM_EVERY = timedelta(seconds=30)
"""How often it is written down that the hub had nothing new. It waits 25 s with each question, and a screen calls
itself in touch for 90 s; a disk that is written for nothing wears out.
"""
PATIENCE = 8
"""After a difference of digests that a snapshot did not mend, so many times more are let pass before the next one, and
each time so many times as many.
"""

CHUNK = 1_000
SEATS = ("occurrence", "seat", "space")
"""The entities that a terminal's questions about seats depend on."""

T = TypeVar("T")


class Differs(HubError):
    """What came in does not add up to what the hub says; it was not switched, and screens keep what they have.

    Attributes:
        anew: the next pull starts from the beginning; else it asks again for what was refused.
    """

    def __init__(self, *, anew: bool) -> None:
        super().__init__("What the hub sent is not what it says that it is. Trying again later.")
        self.anew = anew


class _Refused(Exception):
    """Gives a switch up, within its transaction."""

    def __init__(self, told: str, total: int) -> None:
        super().__init__(told[:16])
        self.told, self.total = told, total


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the replica stands.

    Attributes:
        cursor: to pull on from, including what is staged; None to begin.
        applied, incarnation: the state includes this terminal's facts up to `applied` of that incarnation.
        epoch: of the hub.
        updated: when it was last known to be current, as the terminal's wall clock said.
        switches: grows with each switch.
        seats_at: the switch that last brought anything that seats depend on (`SEATS`).
        progress: of a snapshot that is coming in.
    """

    cursor: str | None
    applied: int
    incarnation: int
    epoch: str | None
    updated: str | None
    switches: int
    seats_at: int = 0
    progress: Progress | None = None


class Replica:
    """An open replica."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        self.path, self._key = path, key
        self._glance = Glance(_meta)
        self._engine = self._open(create=create)

    @classmethod
    def opened(cls, path: Path, key: bytes) -> Replica:
        """The replica at a path, whatever is there: a missing or damaged one begins empty."""
        try:
            return cls(path, key, create=True)
        except Damaged as damage:
            with Lock(path.with_suffix(".lock")):
                _set_aside(path, damage)
            return cls(path, key, create=True)

    def _open(self, *, create: bool) -> sa.Engine:
        engine = open_database(self.path, self._key, create=create, synchronous="NORMAL", pragmas=_PRAGMAS)
        self._inode = _inode(self.path)
        with reading(engine) as connection:
            known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'meta'").first()
            current = known is not None and _meta(connection).get("schema") == str(SCHEMA)
        if not current:
            with transaction(engine, self.path) as connection:
                prepare(_cursor(connection))
        return engine

    @property
    def engine(self) -> sa.Engine:
        """For the tests' own queries."""
        return self._engine

    def close(self) -> None:
        """Closes the file."""
        self._engine.dispose()

    # reading

    def read(self, work: Callable[[sa.Connection], T]) -> T:
        """Reads one committed state. Where that finds the file damaged, it reads the empty one that takes its place."""
        self._follow()
        try:
            with reading(self._engine) as connection:
                return work(connection)
        except Damaged as damage:
            self.set_aside(damage)
            with reading(self._engine) as connection:
                return work(connection)

    def _known(self) -> Mapping[str, str]:
        """Its small things, read anew only where somebody committed; see `read`."""
        self._follow()
        try:
            return self._glance.look(self._engine)
        except Damaged as damage:
            self.set_aside(damage)
            return self._glance.look(self._engine)

    def version(self) -> Version:
        """What changes with each commit, whoever made it."""
        self._follow()
        return self._glance.version(self._engine)

    def _write(self, work: Callable[[Any, sa.Connection], T]) -> T:
        """A write transaction, with the driver's own cursor; see `read`.

        Raises:
            BadState, DiskFull, StoreError: nothing was stored.
        """
        self._follow()
        try:
            return self._written(work)
        except Damaged as damage:
            self.set_aside(damage)
            return self._written(work)

    def _written(self, work: Callable[[Any, sa.Connection], T]) -> T:
        from sqlcipher3 import dbapi2

        try:
            with transaction(self._engine, self.path) as connection:
                return work(_cursor(connection), connection)
        except dbapi2.Error as error:
            raise translate(error, self.path) from error
        finally:
            self._glance.forget()

    def standing(self) -> Standing:
        """Where it stands."""
        return _standing(self._known())

    def rows(self) -> int:
        """How many rows a screen could read."""
        return self.read(lambda connection: int(connection.exec_driver_sql("SELECT count(*) FROM item").scalar_one()))

    def ids(self, entity: str) -> frozenset[str]:
        """The ids of all rows of an entity."""
        query = "SELECT id FROM item WHERE entity = ?"
        return self.read(lambda connection: frozenset(connection.exec_driver_sql(query, (entity,)).scalars()))

    def data_version(self) -> int:
        """A number that changes when another connection committed."""
        return self.version()[1] + (self._inode[1] << 32)

    # changes, in pages

    def stage(self, expected: str | None, items: Sequence[Item], cursor: str, *, reset: bool) -> bool:
        """Keeps a page that is not the last one.

        Args:
            expected: the cursor that the page was asked with; if another process went on meanwhile, nothing happens.
            items: the page's items.
            cursor: where to go on.
            reset: the hub starts this terminal from the beginning.

        Returns:
            whether the page was of use.

        Raises:
            BadState: more was staged than any hub sends; it is dropped.
        """

        def work(raw: Any, connection: sa.Connection) -> bool:
            if standing(connection).cursor != expected:
                return False
            _take_page(raw, connection, items, cursor, reset=reset or expected is None)
            return True

        return self._guarded(work)

    def switch(  # noqa: PLR0913 - all that a page says
        self, expected: str | None, items: Sequence[Item], cursor: str, *, applied: int, incarnation: int, epoch: str,
        updated: str, reset: bool, digest: str = "",
    ) -> bool:  # fmt: skip
        """Takes in the last page and switches rows, cursor and `applied` in one transaction; see `stage`.

        Raises:
            BadState: see `stage`.
            Differs: the hub told a `digest` that is not the rows'; nothing is switched.
        """
        head = Head(cursor, applied, incarnation, epoch, digest)

        def work(raw: Any, connection: sa.Connection) -> bool:
            known = _meta(connection)
            if _standing(known).cursor != expected:
                return False
            anew = reset or expected is None
            progress = _take_page(raw, connection, items, cursor, reset=anew) if anew or "fresh" in known else None
            if progress is not None:
                fresh.exchange(raw)
                _settle(raw, known, head, progress.sum, updated, whole=True)
                return True
            total, entities = int(known["digest"]) if "digest" in known else fresh.measure(raw), set()
            for some in (*(_staged(connection) if "staged_cursor" in known else ()), items):
                total += fresh.merge(raw, "item", some)
                entities |= {item[0] for item in some}
            _settle(raw, known, head, total, updated, whole=False, seats=not entities.isdisjoint(SEATS))
            return True

        return self._guarded(work)

    def confirm(self, updated: str, *, told: str = "") -> bool:
        """Notes, now and then, that the hub had nothing new; returns whether the digest that it told is the rows'."""
        stands = self._known()
        agrees = not told or told == digest.text(int(stands.get("digest", "0"))) or "digest" not in stands
        if agrees and stands.keys().isdisjoint(_DOUBTS) and _is_recent(stands.get("updated"), updated):
            return True

        def work(raw: Any, connection: sa.Connection) -> bool:
            known = _meta(connection)
            raw.execute(_SET, ("updated", updated))
            total = int(known.get("digest", "0"))
            if not told or "digest" not in known or _agree(raw, told, total):
                return True
            _doubt(raw, known, told, total)
            return False

        return self._write(work)

    def forget(self) -> None:
        """Drops what is staged and the cursor: the next pull starts from the beginning; screens keep what they have."""
        self._write(lambda raw, _connection: _forget(raw))

    def renumbered(self) -> None:
        """The journal was numbered anew: which of its facts the state includes is no longer known by their numbers."""
        self._write(lambda raw, _connection: raw.execute(_SET, ("incarnation", "0")))

    # a whole state, as a snapshot

    def begin(self, etag: str, encoding: str, offset: int, head: Head) -> None:
        """Begins to take a snapshot in: its first frame, which ends at `offset`, said `head`."""

        def work(raw: Any, _connection: sa.Connection) -> None:
            fresh.begin(raw)
            raw.execute("DELETE FROM staged")
            raw.execute("DELETE FROM meta WHERE key = 'staged_cursor'")
            raw.execute(_SET, ("fresh", fresh.dump(Progress(etag, encoding, offset, head=head))))

        self._write(work)

    def take(self, expected: Progress, offset: int, text: bytes, updated: str) -> Progress | None:
        """Takes in the next frame of a snapshot, and switches when it is the last.

        Args:
            expected: how far the snapshot had come; where that is not so any more, nothing happens.
            offset: of the byte after the frame.
            text: of the frame.
            updated: see `switch`.

        Returns:
            how far it has come now; None when there is nothing to go on with: it was switched, or another process did.

        Raises:
            BadState: it is no snapshot; what came of it is dropped.
            Differs: its rows are not what its head says; what came of it is dropped.
        """

        def work(raw: Any, connection: sa.Connection) -> Progress | None:
            known = _meta(connection)
            if known.get("fresh") != fresh.dump(expected) or expected.head is None:
                return None
            lines, grown, ended = fresh.take_frame(raw, expected, text)
            now = replace(
                expected, offset=offset, lines=expected.lines + lines, size=expected.size + len(text),
                sum=digest.signed(expected.sum + grown),
            )  # fmt: skip
            if not ended:
                raw.execute(_SET, ("fresh", fresh.dump(now)))
                return now
            fresh.exchange(raw)
            _settle(raw, known, expected.head, now.sum, updated, whole=True)
            return None

        return self._guarded(work)

    def _guarded(self, work: Callable[[Any, sa.Connection], T]) -> T:
        try:
            return self._write(work)
        except BadState as bad:
            log.warning("%s What it sent is dropped.", bad)
            self.forget()
            raise
        except _Refused as refused:
            told, total = refused.told, refused.total
            anew = self._write(lambda raw, connection: _refuse(raw, _meta(connection), told, total))
            raise Differs(anew=anew) from None

    # damage

    def check(self) -> None:
        """Authenticates every page of the file and checks its structure; a damaged one is set aside.

        Raises:
            Damaged: it was damaged, and is set aside.
        """
        self._follow()
        try:
            if found := faults(self._engine):
                raise Damaged(f"{self.path.name} is damaged: {'; '.join(found[:3])}.")
        except Damaged as damage:
            self.set_aside(damage)
            raise

    def set_aside(self, damage: Damaged) -> None:
        """Renames the file, at most one being kept, and begins an empty one, unless another process has done so."""
        with Lock(self.path.with_suffix(".lock")):
            if _inode(self.path) == self._inode:
                _set_aside(self.path, damage)
            self._engine.dispose()
            self._engine = self._open(create=True)

    def _follow(self) -> None:
        """Opens the file anew where another process has put another one in its place."""
        if _inode(self.path) != self._inode:
            with Lock(self.path.with_suffix(".lock")):
                self._engine.dispose()
                self._engine = self._open(create=True)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_DIGEST = re.compile(r"[0-9a-f]{16}")
_DOUBTS = ("doubts", "difference", "accepted")
_SET = "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"


def _cursor(connection: sa.Connection) -> Any:
    """The driver's own cursor, for what moves many rows."""
    return connection.connection.cursor()


def _inode(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def _set_aside(path: Path, damage: Damaged) -> None:
    """Moves a database out of the way, its log with it."""
    log.error("%s It is set aside and fetched anew.", damage)
    aside = path.with_suffix(".damaged")
    for suffix in ("-wal", "-shm"):
        Path(f"{aside}{suffix}").unlink(missing_ok=True)
    if path.exists():
        path.replace(aside)
    for suffix in ("-wal", "-shm"):
        if Path(f"{path}{suffix}").exists():
            Path(f"{path}{suffix}").replace(f"{aside}{suffix}")


def _meta(connection: sa.Connection) -> dict[str, str]:
    return {row.key: row.value for row in connection.exec_driver_sql("SELECT key, value FROM meta")}


def standing(connection: sa.Connection) -> Standing:
    """Where the replica stands, within a transaction."""
    return _standing(_meta(connection))


def _standing(known: Mapping[str, str]) -> Standing:
    progress = fresh.load(known["fresh"]) if "fresh" in known else None
    in_pages = progress.cursor if progress is not None else None
    return Standing(
        cursor=(in_pages or None) if progress is not None else known.get("staged_cursor") or known.get("cursor"),
        applied=int(known.get("applied", "0")),
        incarnation=int(known.get("incarnation", "0")),
        epoch=known.get("epoch"),
        updated=known.get("updated"),
        switches=int(known.get("switches", "0")),
        seats_at=int(known.get("seats_at", known.get("switches", "0"))),
        progress=progress if progress is not None and progress.etag else None,
    )


def switches(connection: sa.Connection) -> int:
    """How often it was switched, within a transaction: names the state that is read."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'switches'").scalar()
    return int(found or 0)


def _take_page(
    raw: Any, connection: sa.Connection, items: Sequence[Item], cursor: str, *, reset: bool
) -> Progress | None:
    """Keeps a page: of a new state as its rows, of changes as they came. Returns how far a new state has come."""
    known = _meta(connection)
    if reset:
        _forget(raw)
        fresh.begin(raw)
        progress: Progress | None = Progress(cursor=cursor)
    else:
        progress = fresh.load(known["fresh"]) if "fresh" in known else None
    size = sum(len(item[3] or "") for item in items)
    if progress is not None:
        grown = fresh.merge(raw, "fresh", items)
        progress = replace(progress, cursor=cursor, size=progress.size + size, sum=digest.signed(progress.sum + grown))
        raw.execute(_SET, ("fresh", fresh.dump(progress)))
        size = progress.size
    else:
        rows = [item for item in items if sum(len(part or "") for part in item) <= MAX_ROW_BYTES]
        raw.executemany("INSERT INTO staged (entity, id, scope, body) VALUES (?, ?, ?, ?)", rows)
        size += int(known.get("staged_size", "0"))
        raw.executemany(_SET, [("staged_cursor", cursor), ("staged_size", str(size))])
    if size > MAX_STATE_BYTES:
        raise BadState("The hub sends more than any programme holds.")
    return progress


def _staged(connection: sa.Connection) -> Iterator[list[Item]]:
    """What waits for the last page, in the order in which it came."""
    query = "SELECT place, entity, id, scope, body FROM staged WHERE place > ? ORDER BY place LIMIT ?"
    place = 0
    while found := connection.exec_driver_sql(query, (place, CHUNK)).all():
        place = found[-1].place
        yield [(row.entity, row.id, row.scope, row.body) for row in found]


def _is_recent(noted: str | None, now: str) -> bool:
    """Whether an instant that was noted is as good as now; not where a clock was set back."""
    try:
        return noted is not None and timedelta() <= instant(now) - instant(noted) < CONFIRM_EVERY
    except ValueError:
        return False


def _settle(
    raw: Any, known: dict[str, str], head: Head, total: int, updated: str, *, whole: bool, seats: bool = True
) -> None:  # fmt: skip
    """The end of a switch: nothing is staged any more, and everything says so. `seats`: what they depend on came.

    A whole state that differs as the one before it did is taken, and what is built on it: then it is the hub's sum that
    is wrong, or a row that this program leaves out, and screens would stand still for ever.

    Raises:
        _Refused: the rows are not what the hub says.
    """
    raw.execute("DELETE FROM staged")
    raw.execute("DELETE FROM meta WHERE key IN ('fresh', 'staged_cursor', 'staged_size')")
    number = str(int(known.get("switches", "0")) + 1)
    values = {
        "cursor": head.cursor, "applied": str(head.applied), "incarnation": str(head.incarnation), "epoch": head.epoch,
        "updated": updated, "switches": number, "digest": str(digest.signed(total)),
        "seats_at": number if seats else known.get("seats_at", number),
    }  # fmt: skip
    raw.executemany(_SET, list(values.items()))
    if not head.digest or _agree(raw, head.digest, total):
        return
    difference = _difference(head.digest, total)
    if difference != known.get("accepted") and not (whole and difference == known.get("difference")):
        raise _Refused(head.digest, total)
    raw.execute(_SET, ("accepted", difference))
    _doubt(raw, {**known, "accepted": difference}, head.digest, total)


def _agree(raw: Any, told: str, total: int) -> bool:
    """Compares digests; where they agree, there is no doubt any more."""
    if told != digest.text(total):
        return False
    raw.execute(f"DELETE FROM meta WHERE key IN {_DOUBTS}")  # noqa: S608 - names of this module
    return True


def _difference(told: str, total: int) -> str:
    """By how much a told digest is off: the same for every state where a hub's sum is, another with each lost row."""
    if not _DIGEST.fullmatch(told):
        return "none"
    return digest.text(int(told, 16) - total)


def _doubt(raw: Any, known: dict[str, str], told: str, total: int) -> bool:
    """Counts a difference; returns whether the next pull starts from the beginning: the first time, then ever more
    rarely, so that two ends that will not agree do not send everything for ever.
    """
    difference = _difference(told, total)
    is_other = known.get("accepted", difference) != difference
    doubts = 1 if is_other else int(known.get("doubts", "0")) + 1
    raw.executemany(_SET, [("doubts", str(doubts)), ("difference", difference)])
    if is_other:
        raw.execute("DELETE FROM meta WHERE key = 'accepted'")
    due = math.log(doubts, PATIENCE).is_integer()
    log.warning(
        "The replica is not what the hub says that it is (%s, not %s): %s", digest.text(total), told[:16],
        "it is fetched anew." if due else "it was fetched anew before.",
    )  # fmt: skip
    if due:
        _forget(raw)
    return due


def _refuse(raw: Any, known: dict[str, str], told: str, total: int) -> bool:
    """Drops what was not switched, and counts why; see `_doubt`."""
    raw.execute("DELETE FROM staged")
    raw.execute("DROP TABLE IF EXISTS fresh")
    raw.execute("DELETE FROM meta WHERE key IN ('fresh', 'staged_cursor', 'staged_size')")
    return _doubt(raw, known, told, total)


def _forget(raw: Any) -> None:
    raw.execute("DELETE FROM staged")
    raw.execute("DROP TABLE IF EXISTS fresh")
    raw.execute("DELETE FROM meta WHERE key IN ('cursor', 'fresh', 'staged_cursor', 'staged_size')")


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
