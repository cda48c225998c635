"""A real hub served in this process: uvicorn in a thread on a loopback port, over a real database. Time is in the hands
of the test.
"""

from __future__ import annotations

import contextlib
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import sqlalchemy as sa
import uvicorn

from sync.clock import ROME, Clock
from sync.hub import members, serving, terminals
from sync.hub.api.app import create_app
from sync.hub.hub import Hub
from sync.hub.store.models import Space, StoredFact
from sync.hub.store.models import Terminal as TerminalRow
from sync.hub.store.schema import migrate

NOW = datetime(2026, 11, 24, 15, 20, tzinfo=ROME)
"""A Tuesday afternoon."""
START_SECONDS = 20.0
STOP_SECONDS = 20.0
SPACES = {"zoia": ("Via Fratelli Zoia", 2), "omero": ("Viale Omero", 1)}


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
    """A hub, served while `start` and `stop` say so; its port stays the same.

    Args:
        folder: for its secrets, and its SQLite file.
        clock: the hub's.
        database: SQLAlchemy URL, where it is not that file.
    """

    def __init__(self, folder: Path, clock: Clock, database: str = "") -> None:
        self.folder, self.clock, self.port = folder, clock, 0
        self._database = database or f"sqlite:///{folder / 'hub.db'}"
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self.hub = self._open()

    def _open(self) -> Hub:
        hub = Hub.open(self._database, self.folder)
        hub.clock = self.clock
        return hub

    @classmethod
    def made(cls, folder: Path, clock: Clock, database: str = "") -> ServedHub:
        """A new hub with two spaces and its keys."""
        served = cls(folder, clock, database)
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
