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

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

from sync import digest
from sync.clock import instant
from sync.errors import Damaged
from sync.terminal import fresh
from sync.terminal.fresh import BadState, Head, Item, Progress
from sync.terminal.glance import Glance, Version
from sync.terminal.settling import DOUBTS, Differs, Refused, agree, doubt, forget, refuse, settle
from sync.terminal.staging import staged, take_page
from sync.terminal.standing import SEATS, SET, Standing, small_things, standing, standing_of
from sync.terminal.store import Lock, faults, open_database, reading, transaction, translate
from sync.terminal.tables import SCHEMA, prepare

log = logging.getLogger(__name__)

CACHE_KIB = 16 * 1024
CHECKPOINT_PAGES = 4_000
"""Of the write-ahead log, before they are written back: a first synchronisation is not written twice on its way."""
_PRAGMAS = (f"cache_size = -{CACHE_KIB}", f"wal_autocheckpoint = {CHECKPOINT_PAGES}")
CONFIRM_EVERY = timedelta(seconds=30)
"""How often it is written down that the hub had nothing new. It waits 25 s with each question, and a screen calls
itself in touch for 90 s; a disk that is written for nothing wears out.
"""

T = TypeVar("T")


class Replica:
    """An open replica."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        self.path, self._key = path, key
        self._glance = Glance(small_things)
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
            current = known is not None and small_things(connection).get("schema") == str(SCHEMA)
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
        return standing_of(self._known())

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
            take_page(raw, connection, items, cursor, reset=reset or expected is None)
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
            known = small_things(connection)
            if standing_of(known).cursor != expected:
                return False
            anew = reset or expected is None
            progress = take_page(raw, connection, items, cursor, reset=anew) if anew or "fresh" in known else None
            if progress is not None:
                fresh.exchange(raw)
                settle(raw, known, head, progress.sum, updated, whole=True)
                return True
            total, entities = int(known["digest"]) if "digest" in known else fresh.measure(raw), set()
            for some in (*(staged(connection) if "staged_cursor" in known else ()), items):
                total += fresh.merge(raw, "item", some)
                entities |= {item[0] for item in some}
            settle(raw, known, head, total, updated, whole=False, seats=not entities.isdisjoint(SEATS))
            return True

        return self._guarded(work)

    def confirm(self, updated: str, *, told: str = "") -> bool:
        """Notes, now and then, that the hub had nothing new; returns whether the digest that it told is the rows'."""
        stands = self._known()
        agrees = not told or told == digest.text(int(stands.get("digest", "0"))) or "digest" not in stands
        if agrees and stands.keys().isdisjoint(DOUBTS) and _is_recent(stands.get("updated"), updated):
            return True

        def work(raw: Any, connection: sa.Connection) -> bool:
            known = small_things(connection)
            raw.execute(SET, ("updated", updated))
            total = int(known.get("digest", "0"))
            if not told or "digest" not in known or agree(raw, told, total):
                return True
            doubt(raw, known, told, total)
            return False

        return self._write(work)

    def forget(self) -> None:
        """Drops what is staged and the cursor: the next pull starts from the beginning; screens keep what they have."""
        self._write(lambda raw, _connection: forget(raw))

    def renumbered(self) -> None:
        """The journal was numbered anew: which of its facts the state includes is no longer known by their numbers."""
        self._write(lambda raw, _connection: raw.execute(SET, ("incarnation", "0")))

    # a whole state, as a snapshot

    def begin(self, etag: str, encoding: str, offset: int, head: Head) -> None:
        """Begins to take a snapshot in: its first frame, which ends at `offset`, said `head`."""

        def work(raw: Any, _connection: sa.Connection) -> None:
            fresh.begin(raw)
            raw.execute("DELETE FROM staged")
            raw.execute("DELETE FROM meta WHERE key = 'staged_cursor'")
            raw.execute(SET, ("fresh", fresh.dump(Progress(etag, encoding, offset, head=head))))

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
            known = small_things(connection)
            if known.get("fresh") != fresh.dump(expected) or expected.head is None:
                return None
            lines, grown, ended = fresh.take_frame(raw, expected, text)
            now = replace(
                expected, offset=offset, lines=expected.lines + lines, size=expected.size + len(text),
                sum=digest.signed(expected.sum + grown),
            )  # fmt: skip
            if not ended:
                raw.execute(SET, ("fresh", fresh.dump(now)))
                return now
            fresh.exchange(raw)
            settle(raw, known, expected.head, now.sum, updated, whole=True)
            return None

        return self._guarded(work)

    def _guarded(self, work: Callable[[Any, sa.Connection], T]) -> T:
        try:
            return self._write(work)
        except BadState as bad:
            log.warning("%s What it sent is dropped.", bad)
            self.forget()
            raise
        except Refused as refused:
            told, total = refused.told, refused.total
            anew = self._write(lambda raw, connection: refuse(raw, small_things(connection), told, total))
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


def _is_recent(noted: str | None, now: str) -> bool:
    """Whether an instant that was noted is as good as now; not where a clock was set back."""
    try:
        return noted is not None and timedelta() <= instant(now) - instant(noted) < CONFIRM_EVERY
    except ValueError:
        return False
