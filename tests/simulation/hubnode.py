"""The hub in a run: the real one on SQLite, its files, its backups, its deaths."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sync.errors import SyncError
from sync.hub import backups
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
    """A copy of the hub's database. `announced`: made and noted by the hub itself."""

    number: int
    image: Image
    announced: bool
    facts: frozenset[str]


class HubNode:
    """The hub's machine.

    Attributes:
        hub: the open hub, None while it is down.
        copies: of its database, the oldest first.
        restores: how often it went back in time.
    """

    def __init__(self, world: World, folder: Path, drawer: Drawer) -> None:
        self._world, self.folder, self.drawer = world, folder, drawer
        self.clock = MachineClock(world.time, NAME)
        self.hub: Hub | None = None
        self._endpoints: Endpoints | None = None
        self.copies: list[Copy] = []
        self.restores = 0
        self.away_until = 0

    @property
    def path(self) -> Path:
        """Its database."""
        return self.folder / "hub.db"

    def boot(self) -> None:
        """Starts serving, as `hub serve` does."""
        vault = Vault(self.drawer, "hub")
        self.hub = Hub(self.folder, Database(f"sqlite:///{self.path}"), vault, self.clock)
        start = getattr(backups, "before_serving", None)
        if start is not None:
            start(self.hub)
        self._endpoints = Endpoints(self.hub)

    def answer(self, incoming: Incoming) -> Answer | None:
        """Answers a request; None where the hub is away, or dies over it."""
        if self._endpoints is None:
            return None
        try:
            return self._endpoints.answer(incoming)
        except Crash as crash:
            self._world.died(crash)
            return None

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

    def die(self) -> None:
        """The process or the machine ends; what is committed is on the disk."""
        if self.hub is None:
            return
        kept = disk.image(self.path)
        self.hub.database.dispose()
        self.hub = self._endpoints = None
        disk.put_back(self.path, kept)

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


logging.getLogger("sync").setLevel(logging.CRITICAL + 1)
