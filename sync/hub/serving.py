"""`hub serve`: the web server, and what is looked after before it starts."""

from __future__ import annotations

import gc
import signal
import socket
from pathlib import Path

import uvicorn

from sync.commandline import say
from sync.errors import UsageError
from sync.hub import alone, recovery
from sync.hub.api.app import create_app
from sync.hub.api.notifier import Notifier
from sync.hub.hub import Hub, set_setting
from sync.hub.staff import PUBLIC_ADDRESS
from sync.hub.store.models import Space

LOOPBACK = ("127.0.0.1", "localhost", "::1")
BACKLOG = 2048
GRACE_SECONDS = 5
ENDING = (signal.SIGTERM, signal.SIGINT)


def serve(hub: Hub, host: str, port: int, public: str | None, witness: Path | None = None) -> None:
    """Serves until it is told to end (SIGTERM, SIGINT). Before that, the database and its witness are compared, and
    what a restore lost is brought back.

    Args:
        hub: what is served.
        host: address to listen on.
        port: where to listen; 0 takes a free one.
        public: address by which people's phones reach the hub.
        witness: where the witness is (`sync.hub.recovery.place`).

    Raises:
        UsageError: the address is taken or is none.
        StoreError: the witness cannot be used, or a backup is being restored.
    """
    with alone.serving(hub):
        look_back(hub, witness)
        _serve(hub, host, port, public)
    # Empties SQLite's log into the file: who copies the file of a hub that was stopped copies all of it.
    hub.database.dispose()


def look_back(hub: Hub, named: Path | None = None) -> None:
    """Compares the database with its witness and says what came of it."""
    path = recovery.settle(hub, named)
    begun = recovery.begin(hub, path)
    for words in begun.words:
        say(words)
    if path.parent == hub.folder:
        say(f"The witness is {path}. Keep it on another disk than the database: --witness or HUB_WITNESS names it.")
    if begun.witness.large:
        begun.witness.rewrite(recovery.over(hub))


def _serve(hub: Hub, host: str, port: int, public: str | None) -> None:
    listener = _listen(host, port)
    port = listener.getsockname()[1]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    _publish(hub, public.rstrip("/") if public else address if host in LOOPBACK else None)
    app = create_app(hub)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE_SECONDS,
        proxy_headers=host in LOOPBACK, server_header=False, h11_max_incomplete_event_size=64 * 1024,
    )  # fmt: skip
    for number in ENDING:
        # uvicorn ends in good order, then raises the signal anew: what stands after this function is to run as well.
        signal.signal(number, lambda _number, _frame: None)
    _Server(config, f"The hub is ready at {address}", app.state.notifier).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        raise UsageError(
            f"The hub cannot listen on {host}:{port}: {error.strerror}. Choose another --port or --host."
        ) from None
    listener.listen(BACKLOG)
    return listener


def _publish(hub: Hub, web: str | None) -> None:
    """Tells the terminals by which address people's phones reach the hub; without one, what was told before stays."""
    if web is None:
        return
    with hub.database.write() as session:
        set_setting(session, PUBLIC_ADDRESS, web)
        for space in session.query(Space):
            space.web = web


class _Server(uvicorn.Server):
    """Says that it is ready when it is, and answers those who wait before it ends."""

    def __init__(self, config: uvicorn.Config, ready: str, notifier: Notifier) -> None:
        super().__init__(config)
        self._ready, self._notifier = ready, notifier

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts, then says so."""
        await super().startup(sockets)
        # What is there by now stays. The collector would walk through all of it again and again: it took two fifths of
        # the time of a large push.
        gc.collect()
        gc.freeze()
        if self.started:
            say(self._ready)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends in good order."""
        self._notifier.release()
        await super().shutdown(sockets)
