"""A real hub served in this process, and real terminals on disk: the whole line between the two without a subprocess.

The hub is uvicorn in a thread on a loopback port, over a real SQLite file. A terminal is a data folder with the file
vault, and its journal, replica, transport and syncer. Time is in the hands of the test.
"""

from __future__ import annotations

import contextlib
import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel

from sync.clock import ROME, Clock
from sync.errors import HubUnreachable
from sync.hub import members, serving, terminals
from sync.hub.api.app import create_app
from sync.hub.hub import Hub
from sync.hub.store.models import Space, StoredFact
from sync.hub.store.models import Terminal as TerminalRow
from sync.hub.store.schema import migrate
from sync.terminal import enrol as enrolment
from sync.terminal.folder import Folder, open_folder
from sync.terminal.journal import Identity, Journal
from sync.terminal.replica import Replica
from sync.terminal.store import JOURNAL
from sync.terminal.syncer import Syncer, Tally
from sync.terminal.terminal import Terminal
from sync.terminal.transport import Transport

NOW = datetime(2026, 11, 24, 15, 20, tzinfo=ROME)
"""A Tuesday afternoon."""
START_SECONDS = 20.0
STOP_SECONDS = 20.0
SPACES = {"zoia": ("Via Fratelli Zoia", 2), "omero": ("Viale Omero", 1)}

M = TypeVar("M", bound=BaseModel)


class HandClock:
    """Time that moves when a test moves it. `ahead`: of another clock, which it follows."""

    def __init__(
        self, now: datetime = NOW, *, follows: HandClock | None = None, ahead: timedelta = timedelta()
    ) -> None:
        self._now, self._follows, self.ahead = now.astimezone(UTC), follows, ahead
        self._ms = 1_000_000

    def now(self) -> datetime:
        """The wall clock."""
        return (self._follows.now() if self._follows else self._now) + self.ahead

    def monotonic_ms(self) -> int:
        """Milliseconds since the machine started."""
        return self._follows.monotonic_ms() if self._follows else self._ms

    def boot_id(self) -> str:
        """Which start of the machine."""
        return "test"

    def move(self, **amount: float) -> None:
        """Moves on by a `timedelta` of these arguments."""
        step = timedelta(**amount)
        self._now += step
        self._ms += int(step.total_seconds() * 1000)


class _Server(serving._Server):
    """The hub's own server, and a word when it is ready."""

    def __init__(self, config: uvicorn.Config, hub: ServedHub) -> None:
        super().__init__(config, f"The hub is ready at {hub.address}", hub.app.state.notifier)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts, then says so."""
        await super().startup(sockets)
        if self.started:
            self.ready.set()


class ServedHub:
    """A hub on a SQLite file, served while `start` and `stop` say so; its port stays the same."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.clock, self.port = folder, clock, 0
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self.hub = self._open()

    def _open(self) -> Hub:
        hub = Hub.open(f"sqlite:///{self.folder / 'hub.db'}", self.folder)
        hub.clock = self.clock
        return hub

    @classmethod
    def made(cls, folder: Path, clock: Clock) -> ServedHub:
        """A new hub with two spaces and its keys."""
        served = cls(folder, clock)
        migrate(served.hub.database)
        with served.hub.database.write() as session:
            reasons = [{"code": "chiavi", "label": {"it": "Chiavi"}}]
            for space, (name, area) in SPACES.items():
                session.add(Space(id=space, name=name, area=area, reasons=reasons))
        members.ensure_keys(served.hub)
        return served

    @property
    def address(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serves; returns when it is ready."""
        listener = serving._listen("127.0.0.1", self.port)
        self.port = int(listener.getsockname()[1])
        self.app = create_app(self.hub)
        config = uvicorn.Config(
            self.app, log_config=None, access_log=False, timeout_graceful_shutdown=serving.GRACE_SECONDS
        )
        server = self._server = _Server(config, self)
        self._thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="hub")
        self._thread.start()
        if not server.ready.wait(START_SECONDS):
            raise AssertionError("the hub did not start")

    def stop(self) -> None:
        """Ends serving in good order, as SIGTERM does."""
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join(STOP_SECONDS)
        assert not self._thread.is_alive(), "the hub did not stop"
        self._server = self._thread = None

    def close(self) -> None:
        """Ends serving and closes the database."""
        self.stop()
        self.hub.close()

    @contextmanager
    def down(self) -> Iterator[None]:
        """The line is cut, until the block is left."""
        self.stop()
        yield
        self.start()

    def backup(self, path: Path) -> Path:
        """A consistent copy of the database, made while it serves."""
        with self.hub.database.engine.connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
        return path

    def restore(self, path: Path) -> None:
        """Goes back to a copy, as an administrator would who knows nothing of epochs."""
        self.stop()
        self.hub.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.folder / 'hub.db'}{suffix}").unlink(missing_ok=True)
        shutil.copyfile(path, self.folder / "hub.db")
        self.hub = self._open()
        self.start()

    def approve(self, code: str) -> str:
        """Lets a terminal in; returns its id."""
        with self.hub.database.write() as session:
            return terminals.approve(session, self.hub, code, "test").id

    def facts(self, terminal: str = "zoia-1") -> list[StoredFact]:
        """The facts that are held of a terminal, in order, without those that came a second time."""
        with self.hub.database.read() as session:
            query = sa.select(StoredFact).where(StoredFact.terminal == terminal, StoredFact.state != "duplicate")
            return list(session.scalars(query.order_by(StoredFact.incarnation, StoredFact.seq)))

    def terminal(self, terminal: str = "zoia-1") -> TerminalRow:
        """What it knows of a terminal."""
        with self.hub.database.read() as session:
            return session.get_one(TerminalRow, terminal)


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

    def _message(self, answer: tuple[int, Mapping[str, str], bytes], reply: type[M]) -> M:
        found = super()._message(answer, reply)
        self.answers.append(reply.__name__)
        if self.lose(reply.__name__):
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


@contextmanager
def answering(status: int, content: bytes, headers: dict[str, str] | None = None) -> Iterator[str]:
    """Something at a loopback address that gives every request the same answer."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            with contextlib.suppress(BrokenPipeError):
                self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 - the base class's name

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
