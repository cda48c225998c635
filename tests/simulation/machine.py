"""A terminal in a run: a data folder on a virtual disk, the processes that work on it, its deaths."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.clock import Clock
from sync.errors import Erased, HubRefused, SyncError
from sync.hub.cursor import mark_of_epoch, unseal
from sync.hub.hub import CURSOR
from sync.rows import PUBLIC, space_scope, terminal_scope
from sync.terminal import enrol as enrolment
from sync.terminal.engine import Parts
from sync.terminal.erasing import take
from sync.terminal.folder import SERVICE, Folder
from sync.terminal.terminal import Terminal
from sync.terminal.transport import Transport
from sync.vault import Vault
from tests.simulation import disk
from tests.simulation.clocks import MachineClock
from tests.simulation.disk import Crash, Image
from tests.simulation.network import Line
from tests.simulation.vaults import Drawer

if TYPE_CHECKING:
    from tests.simulation.world import World

ADDRESS = "http://127.0.0.1:9"
NEEDS_A_PERSON = ("unknown_terminal", "stopped", "revoked")


class Machine:
    """One terminal's machine.

    Attributes:
        name: of the machine; a clone has one of its own.
        terminal: what the screen's process works with; None while it is off.
        life: grows with each death and start.
        condemned: the hub has an order for it to erase what it holds; retired: it is out of use.
        requests: sent in this turn.
        refused: the code of the last refusal that a person has to settle.
    """

    def __init__(self, world: World, name: str, folder: Path, drawer: Drawer) -> None:
        self._world, self.name, self.folder, self.drawer = world, name, folder, drawer
        self.clock = MachineClock(world.time, name)
        self.terminal: Terminal | None = None
        self._pull: Parts | None = None
        self._push: Parts | None = None
        self.life = 0
        self.requests = 0
        self.refused = ""
        self.kept: dict[str, Image] | None = None
        self.retired = self.condemned = False
        self._durable: list[str] = []

    @property
    def files(self) -> tuple[Path, Path]:
        """Its databases: journal, replica."""
        return self.folder / "journal.db", self.folder / "replica.db"

    def opened(self) -> Folder:
        """The data folder with its keys."""
        return Folder(self.folder, Vault(self.drawer, SERVICE), self.clock)

    def boot(self) -> None:
        """Starts: the screen's process at once, the engine's when it is first needed."""
        self.life += 1
        held = self._durable
        try:
            self.terminal = Terminal(self.opened())
        except Erased:
            self.retired = True
            self._world.given_up(self, held)

    def die(self, *, power: bool) -> None:
        """The machine stops: its processes are killed, or its power is cut."""
        if self.terminal is None:
            return
        self.life += 1
        journal, replica = self.files
        kept = {journal: disk.image(journal), replica: disk.image(replica)}
        if power:
            kept[replica] = disk.cut(replica, kept[replica], self._world.random)
            self.clock.boot()
        self._close()
        for path, found in kept.items():
            disk.put_back(path, found)

    def stop(self) -> None:
        """Stops in good order."""
        self.life += 1
        self._close()

    def _close(self) -> None:
        for parts in (self._push, self._pull):
            if parts is not None:
                parts.close()
        if self.terminal is not None:
            self.terminal.close()
        self.terminal = self._push = self._pull = None

    def crash(self) -> Crash:
        """What ends a call that was under way when the machine died."""
        return Crash(self.name, self.life - 1)

    @property
    def space(self) -> str:
        """Where it stands, as the hub knows it."""
        return str(self._at_hub()[1])

    def scopes(self) -> set[str]:
        """What it may hold."""
        terminal, space = self._at_hub()
        return {PUBLIC, space_scope(space), terminal_scope(terminal)}

    def place(self, cursor: str | None) -> tuple[int, str] | None:
        """Position and tag that a cursor names, where its epoch is the hub's, or a later one."""
        hub = self._world.hub.hub
        found = unseal(cursor, hub.secret(CURSOR)) if cursor and hub is not None else None
        if found is None:
            return None
        ours = mark_of_epoch(self._world.feed.head[0])
        return (found.pos, found.tag) if found.epoch == ours or found.epoch[0] > ours[0] else None

    def _at_hub(self) -> tuple[str, str]:
        assert self.terminal is not None
        known = self._world.hub.query("SELECT space_id FROM terminal WHERE id = ?", self.terminal.id)
        return self.terminal.id, known[0][0] if known else self.terminal.space

    # what the engine's process does

    def pulling(self) -> Parts:
        """What its pull thread works with."""
        if self._pull is None:
            self._pull = self._parts()
        return self._pull

    def pushing(self) -> Parts:
        """What its push thread works with."""
        if not self._world.swarm.threads:
            return self.pulling()
        if self._push is None:
            self._push = self._parts()
        return self._push

    def _parts(self) -> Parts:
        parts = Parts(self.opened())
        parts.transport._session.mount("http://", Line(self._world, self))
        return parts

    def turn(self, *works: Callable[[Machine], None]) -> str:
        """Does what the engine does in a turn; returns how it ended."""
        self.requests = 0
        try:
            for work in works:
                work(self)
        except HubRefused as error:
            if self._ordered(error):
                return "done"
            self.refused = error.code if error.code in NEEDS_A_PERSON else ""
            return f"refused: {error.code}"
        except SyncError as error:
            return f"{type(error).__name__}: {error}"
        self.refused = ""
        return "done"

    def _ordered(self, error: HubRefused) -> bool:
        """Whether a refusal told to erase all; then the processes end and start again, which obeys."""
        assert self.terminal is not None
        journal = self.terminal.journal
        if not take(self.opened(), journal, error):
            return False
        durable, facts = journal.position().durable, journal.after(0, facts=10**6, size=10**9)
        self._durable = [fact.id for fact in facts if fact.seq <= durable]
        self.stop()
        self.boot()
        return True

    def enrol(self, space: str) -> str:
        """`kiosk enrol` by a technician, who approves the code at the hub."""
        world = self._world
        self.stop()
        codes: list[str] = []

        def line(hub: str, keyid: str, key: Ed25519PrivateKey, clock: Clock) -> Transport:
            made = Transport(hub, keyid, key, clock)
            made._session.mount("http://", Line(world, self))
            return made

        try:
            for _ in range(2):
                with patch("sync.terminal.enrol.Transport", line):
                    done = enrolment.enrol(
                        self.opened(), ADDRESS, space, show=lambda waiting: codes.append(waiting.code), wait=False
                    )
                if done is not None:
                    self.refused = ""
                    return f"is {done.terminal}"
                if codes:
                    world.approve(codes[-1])
        except SyncError as error:
            return f"{type(error).__name__}: {error}"
        finally:
            if world.alive(self):
                self.boot()
        return "not approved yet"


def push(machine: Machine) -> None:
    """A turn of the push thread."""
    machine.pushing().syncer.push()


def pull(machine: Machine) -> None:
    """A turn of the pull thread."""
    syncer = machine.pulling().syncer
    syncer.introduce()
    syncer.pull(0.0)
    syncer.seats()


def hello(machine: Machine) -> None:
    """What follows an update of the program."""
    machine.pulling().syncer.hello()
