"""The hub in a run: the real one on SQLite, its files, its backups, its deaths."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sync.errors import SyncError
from sync.hub import recovery, restoring
from sync.hub.api.endpoints import Answer, Endpoints, Incoming
from sync.hub.hub import Hub
from sync.hub.store.database import Database
from sync.hub.store.feed import HubSession
from sync.vault import Vault
from tests.simulation import disk
from tests.simulation.clocks import MachineClock
from tests.simulation.disk import Crash, Image
from tests.simulation.vaults import Drawer

if TYPE_CHECKING:
    from tests.simulation.world import World

NAME = "hub"


@dataclass(frozen=True)
class Copy:
    """A copy of the hub's disk.

    Attributes:
        database, witness: their files as they were.
        head: epoch and position of the feed then; commits: how many there had been; facts: ids of those it holds.
        knows: the name of the witness that the database had: a later one began after it, and is another's to it.
        file: what `hub backup` wrote, where that made it.
    """

    database: Image
    witness: Image
    head: tuple[str, int]
    commits: int
    facts: frozenset[str]
    knows: str
    file: Path | None = None


class HubNode:
    """The hub's machine.

    Attributes:
        hub: the open hub, None while it is down.
        copies: of its disk, the oldest first.
        away_until: when it is started again, in milliseconds; 0 for at once.
    """

    def __init__(self, world: World, folder: Path, drawer: Drawer) -> None:
        self._world, self.folder, self.drawer = world, folder, drawer
        self.clock = MachineClock(world.time, NAME)
        self.hub: Hub | None = None
        self._endpoints: Endpoints | None = None
        self.copies: list[Copy] = []
        self.away_until = 0
        self.trouble = TROUBLE
        world.synced.keep(self.witness)

    @property
    def path(self) -> Path:
        """Its database."""
        return self.folder / "hub.db"

    @property
    def witness(self) -> Path:
        """Its witness."""
        return self.folder / recovery.FILE

    def boot(self) -> None:
        """Starts serving, as `hub serve` does: database and witness are compared first."""
        vault = Vault(self.drawer, "hub")
        self.hub = Hub(self.folder, Database(f"sqlite:///{self.path}"), vault, self.clock)
        for words in recovery.begin(self.hub, recovery.place(self.hub)).words:
            self._world.history.say(NAME, words.replace(f"{self.folder}/", ""))
        self._endpoints = Endpoints(self.hub)

    def answer(self, incoming: Incoming) -> Answer | None:
        """Answers a request; None where the hub is away, or dies over it."""
        if self._endpoints is None:
            return None
        before = self._world.feed.head[0]
        try:
            answer = self._endpoints.answer(incoming)
        except Crash as crash:
            self._world.died(crash)
            return None
        self._world.checks.ended(before, incoming)
        return answer

    @property
    def name(self) -> str:
        """The name of the witness that the database has."""
        return str(self.query("SELECT value FROM setting WHERE key = ?", recovery.NAME)[0][0])

    def descends_from(self, name: str) -> bool:
        """Whether the witness of that name is this database's, or was before."""
        before = self.query("SELECT value FROM setting WHERE key = ?", recovery.BEFORE)
        return name == self.name or (bool(before) and name in str(before[0][0]).split())

    @contextmanager
    def writing(self) -> Iterator[HubSession]:
        """A write transaction, as the office's pages and commands use it."""
        assert self.hub is not None
        with self.hub.database.write() as session:
            yield session

    def query(self, text: str, *values: object) -> list[Any]:
        """What the database holds, committed, past all layers."""
        assert self.hub is not None
        with self.hub.database.engine.connect() as connection:
            found = connection.exec_driver_sql(text, values).fetchall()
            connection.rollback()
            return list(found)

    def die(self, *, power: bool = False) -> None:
        """The process or the machine ends. What is committed is on the disk, and of the witness what was synced."""
        if self.hub is None:
            return
        kept, log = disk.image(self.path), disk.image(self.witness)
        self.hub.database.dispose()
        self.hub = self._endpoints = None
        disk.put_back(self.path, kept)
        if power:
            disk.put_back(self.witness, self._world.synced.cut(self.witness, log, self._world.random))
            self._world.synced.keep(self.witness)

    def copy(self, file: Path | None = None) -> Copy:
        """The disk as it is now."""
        feed = self._world.feed
        facts = frozenset(row[0] for row in self.query("SELECT id FROM fact"))
        return Copy(disk.image(self.path), disk.image(self.witness), feed.head, len(feed.order), facts, self.name, file)

    def restore(self, found: Copy, *, witness: str) -> str:
        """`hub restore`, with the witness kept or lost; returns what is said. Who dies over it begins anew."""
        self.stop()
        if witness == "lost":
            self.witness.unlink(missing_ok=True)
        hub = Hub(self.folder, Database(f"sqlite:///{self.path}"), Vault(self.drawer, "hub"), self.clock)
        try:
            assert found.file is not None
            words = restoring.restore(hub, found.file, recovery.place(hub)).words
            return " ".join(words).replace(f"{self.folder}/", "")
        finally:
            hub.database.dispose()

    def put_back(self, found: Copy, *, witness: str) -> None:
        """An administrator puts a copy of the database back who knows nothing of epochs.

        Args:
            found: the copy.
            witness: what becomes of it: kept, lost, or old (put back as well).
        """
        self.stop()
        disk.put_back(self.path, found.database)
        if witness == "old":
            disk.put_back(self.witness, found.witness)
            self._world.synced.keep(self.witness)
        elif witness == "lost":
            self.witness.unlink(missing_ok=True)

    def stop(self) -> None:
        """Ends in good order."""
        if self.hub is not None:
            self.hub.close()
        self.hub = self._endpoints = None

    def office(self, work: Callable[[HubSession], str]) -> str:
        """Does something that a person does at the hub; returns what, or why not."""
        if self.hub is None:
            return "the hub is away"
        try:
            with self.writing() as session:
                return work(session)
        except SyncError as error:
            return f"refused: {error}"
        except Crash as crash:
            self._world.died(crash)
            return "the hub dies over it"


class Trouble(logging.Handler):
    """What the hub logged last as having failed."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.last = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.last = record.getMessage() + (
            logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        )


TROUBLE = Trouble()
logging.getLogger("sync").addHandler(TROUBLE)
logging.getLogger("sync").propagate = False
