"""Who waits for news, and how news reaches them: from this process, from other processes on PostgreSQL
(LISTEN/NOTIFY), and from other processes on SQLite (its data version, asked a few times a second by one task).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from sync.hub.store.database import Database
from sync.hub.store.feed import HubSession, Stamp

log = logging.getLogger(__name__)

SQLITE_LOOK_SECONDS = 0.2
LISTEN_RETRY_SECONDS = 2.0
LISTEN_PAUSE_SECONDS = 0.01
"""After a notification: those that come meanwhile are one."""


class Notifier:
    """Wakes everybody who waits when the feed grew. Lives on the event loop of the serving process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._loop: asyncio.AbstractEventLoop | None = None
        self._changed = asyncio.Event()
        self._stop = threading.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self.closing = False
        self.version = 0

    async def start(self) -> None:
        """Begins to listen."""
        self._loop = asyncio.get_running_loop()
        event.listen(HubSession, "after_commit", self._committed)
        self._database.listeners.append(self._moved)
        if self._database.postgresql:
            threading.Thread(target=self._listen, name="feed-listen", daemon=True).start()
        else:
            self._tasks.append(asyncio.create_task(self._look()))

    async def stop(self) -> None:
        """Ends the listening and lets everybody go who waits."""
        self.release()
        self._stop.set()
        event.remove(HubSession, "after_commit", self._committed)
        self._database.listeners.remove(self._moved)
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    def release(self) -> None:
        """Lets everybody go who waits, because the server is about to end: whoever waits is answered, not cut off."""
        self.closing = True
        self._wake()

    async def wait(self, seen: int, seconds: float) -> None:
        """Returns when `version` is no longer `seen`, or after the time."""
        if self.version != seen or seconds <= 0:
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), seconds)

    def poke(self) -> None:
        """Says, from any thread, that there may be news."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and with it everybody who waited
                self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self.version += 1
        self._changed.set()
        self._changed = asyncio.Event()

    def _committed(self, session: HubSession) -> None:
        if session.stamped is not None and not session.in_nested_transaction():
            self.poke()

    def _moved(self, _at: Stamp) -> None:
        self.poke()

    async def _look(self) -> None:
        connection = self._database.engine.connect()
        try:
            seen: Any = None
            head: Any = None
            while True:
                version = connection.execute(sa.text("PRAGMA data_version")).scalar_one()
                if version != seen:
                    pos = connection.execute(sa.text("SELECT pos FROM feed_head")).scalar_one_or_none()
                    if pos != head:
                        self._wake()
                    seen, head = version, pos
                connection.rollback()
                await asyncio.sleep(SQLITE_LOOK_SECONDS)
        finally:
            connection.close()

    def _listen(self) -> None:
        import psycopg

        url = self._database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        while not self._stop.is_set():
            try:
                with psycopg.connect(url, autocommit=True) as connection:
                    connection.execute("LISTEN qc_feed")
                    self.poke()
                    while not self._stop.is_set():
                        if list(connection.notifies(timeout=1.0, stop_after=1)):
                            self.poke()
                            self._stop.wait(LISTEN_PAUSE_SECONDS)
            except psycopg.Error as error:
                log.warning("lost the feed's notifications, trying again: %s", type(error).__name__)
                self._stop.wait(LISTEN_RETRY_SECONDS)
