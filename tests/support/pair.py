"""A real hub and real terminals on disk: the whole line between the two without a subprocess.

The hub is served in this process (`tests.support.served`). A terminal is a data folder with the file vault, and its
journal, replica, transport and syncer.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel

from sync.clock import Clock
from sync.errors import HubUnreachable
from sync.terminal import enrol as enrolment
from sync.terminal.answers import M
from sync.terminal.folder import Folder, open_folder
from sync.terminal.journal import Identity, Journal
from sync.terminal.replica import Replica
from sync.terminal.store import JOURNAL
from sync.terminal.syncer import Syncer, Tally
from sync.terminal.terminal import Terminal
from sync.terminal.transport import Packed, Transport
from tests.support.served import SPACES, HandClock, ServedHub


class Machine:
    """A terminal's data folder with everything open that one process opens."""

    def __init__(self, folder: Folder, *, line: type[Transport] = Transport) -> None:
        self.folder = folder
        self.terminal = Terminal(folder)
        identity = self.terminal.identity
        self.transport = line(identity.hub, identity.terminal, folder.private_key(), folder.clock)
        self.syncer = Syncer(
            self.terminal.journal, self.terminal.replica, self.transport, self.terminal.projection, folder.clock
        )

    @property
    def journal(self) -> Journal:
        """What happened here."""
        return self.terminal.journal

    @property
    def replica(self) -> Replica:
        """What the hub told."""
        return self.terminal.replica

    def dropin(self, people: int = 1) -> str:
        """Somebody came by; returns the fact's id."""
        return self.terminal.log_dropin(["chiavi"], people=people)

    def sync(self) -> Tally:
        """One push and pull to the end, and the seats, as `kiosk sync --once` does."""
        tally = self.syncer.push()
        self.syncer.pull(0.0, tally)
        self.syncer.seats()
        self.terminal.projection.touch()
        self.terminal.projection.refresh()
        return tally

    def close(self) -> None:
        """Closes everything."""
        self.transport.close()
        self.terminal.close()


class LossyLine(Transport):
    """A line that can lose answers: the hub did what was asked, and nobody hears of it.

    Attributes:
        answers: the names of the messages that the hub answered with.
        lose: told the name of an answer; whether it is lost.
    """

    def __init__(self, hub: str, keyid: str, key: Ed25519PrivateKey, clock: Clock) -> None:
        super().__init__(hub, keyid, key, clock)
        self.answers: list[str] = []
        self.lose: Callable[[str], bool] = lambda _answer: False

    def post(self, path: str, message: BaseModel | Packed, reply: type[M]) -> M:
        return self._heard(super().post(path, message, reply))

    def get(self, path: str, query: Mapping[str, str], reply: type[M], *, wait: float = 0.0) -> M:
        return self._heard(super().get(path, query, reply, wait=wait))

    def _heard(self, found: M) -> M:
        name = type(found).__name__
        self.answers.append(name)
        if self.lose(name):
            raise HubUnreachable("The line broke before the answer was here.")
        return found


def enrolled(hub: ServedHub, path: Path, clock: Clock, space: str = "zoia") -> Folder:
    """A new terminal's folder, let in by a hub that serves."""
    folder = replace(open_folder(path, "file", create=True), clock=clock)
    codes: list[str] = []
    enrolment.enrol(folder, hub.address, space, show=lambda waiting: codes.append(waiting.code), wait=False)
    hub.approve(codes[0])
    identity = enrolment.enrol(folder, hub.address, space, show=lambda _waiting: None, wait=False)
    assert identity is not None
    return folder


@dataclass(frozen=True)
class Template:
    """Folders of a hub and of one terminal a space, made once and copied for each test."""

    place: Path

    @classmethod
    def made(cls, place: Path) -> Template:
        """Makes them."""
        clock = HandClock()
        hub = ServedHub.made(place / "hub", clock)
        hub.start()
        try:
            for space in SPACES:
                enrolled(hub, place / space, clock, space)
        finally:
            hub.close()
        return cls(place)


class Pair:
    """A hub that serves, and its terminals.

    Attributes:
        clock: everybody's.
        hub: serving.
    """

    def __init__(self, template: Template, place: Path) -> None:
        self._template, self._place = template, place
        self._open: list[Machine] = []
        self.clock = HandClock()
        self.hub = ServedHub(Path(shutil.copytree(template.place / "hub", place / "hub")), self.clock)
        self.hub.start()

    def folder(self, space: str = "zoia", *, ahead: timedelta = timedelta()) -> Folder:
        """The folder of the terminal of a space, its clock `ahead` of the hub's."""
        path = self._place / space
        if not path.exists():
            shutil.copytree(self._template.place / space, path)
        folder = replace(open_folder(path, "file"), clock=HandClock(follows=self.clock, ahead=ahead))
        journal = Journal(path / JOURNAL, folder.database_key())
        identity = journal.identity()
        assert identity is not None
        journal.relocate(Identity(identity.terminal, identity.space, self.hub.address, identity.hub_key))
        journal.close()
        return folder

    def machine(self, space: str = "zoia", *, ahead: timedelta = timedelta()) -> Machine:
        """The terminal of a space, opened; a second call opens it as a second process would."""
        return self.opened(Machine(self.folder(space, ahead=ahead)))

    def lossy(self, space: str = "zoia") -> tuple[Machine, LossyLine]:
        """The terminal of a space on a line that can lose answers."""
        machine = self.opened(Machine(self.folder(space), line=LossyLine))
        assert isinstance(machine.transport, LossyLine)
        return machine, machine.transport

    def opened(self, machine: Machine) -> Machine:
        """Has a machine closed with everything else."""
        self._open.append(machine)
        return machine

    def close(self) -> None:
        """Closes everything."""
        for machine in self._open:
            machine.close()
        self.hub.close()
