"""Terminals that wait for news. When the feed grew, it is read once, and everybody whom it concerns is told from
memory; the others sleep on.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool

from sync.hub import news, pull
from sync.hub.api.notifier import Notifier
from sync.hub.hub import Hub
from sync.hub.news import News, Waits
from sync.hub.store.feed import Stamp

log = logging.getLogger(__name__)

FAR = 3600.0
"""Seconds; what ends the wait is news."""
PAUSE_SECONDS = 0.02
"""Between two readings: what is committed meanwhile is told together."""
RETRY_SECONDS = 1.0

Told = asyncio.Future["pull.Page | None"]


class Waiting:
    """Lives on the event loop of the serving process."""

    def __init__(self, hub: Hub, notifier: Notifier) -> None:
        self._hub, self._notifier = hub, notifier
        self._waiting: dict[Told, Waits] = {}
        self._read: Stamp | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def closing(self) -> bool:
        """Whether the hub is about to end: nobody waits any more."""
        return self._notifier.closing

    async def start(self) -> None:
        """Begins to tell."""
        self._task = asyncio.create_task(self._tell())

    async def stop(self) -> None:
        """Lets everybody go, and ends."""
        self._let_go()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    @property
    def version(self) -> int:
        """Grows with the feed; taken before the database is asked, it says whether something came since."""
        return self._notifier.version

    async def wait(self, waits: Waits, seconds: float, seen: int) -> pull.Page | None:
        """The page that tells the news; None where the database must be asked: the time is over, or there is more to
        it. `seen`: `version` before the database was last asked.
        """
        if seconds <= 0 or self.closing or not self._joins(waits.at, seen):
            return None
        told: Told = asyncio.get_running_loop().create_future()
        self._waiting[told] = waits
        try:
            return await asyncio.wait_for(told, seconds)
        except TimeoutError:
            return None
        finally:
            self._waiting.pop(told, None)

    def _joins(self, at: Stamp, seen: int) -> bool:
        """Whether nothing was read that somebody who stands there has missed."""
        if self._read is None or not self._waiting:
            if seen != self.version:
                return False  # news that came while nobody waited were read by nobody
            self._read = at
        elif at.epoch != self._read.epoch:
            self._let_go()
            self._read = at
        return at.pos >= self._read.pos

    def _let_go(self) -> None:
        for told in list(self._waiting):
            if not told.done():
                told.set_result(None)

    async def _tell(self) -> None:
        handled = self._notifier.version
        while True:
            await self._notifier.wait(handled, FAR)
            handled = self._notifier.version
            if self._notifier.closing:
                self._let_go()
                return
            if not self._waiting or self._read is None:
                self._read = None
                continue
            chosen = list(self._waiting.items())
            try:
                found = await run_in_threadpool(self._look, self._read, [waits for _, waits in chosen])
            except Exception:
                log.exception("could not read what is new; trying again")
                handled = -1
                await asyncio.sleep(RETRY_SECONDS)
                continue
            self._answer(found, [told for told, _ in chosen])
            await asyncio.sleep(PAUSE_SECONDS)

    def _look(self, after: Stamp, waiting: Sequence[Waits]) -> News:
        with self._hub.database.read() as session:
            return news.read(session, self._hub, after, waiting)

    def _answer(self, found: News, chosen: Sequence[Told]) -> None:
        for index, page in found.pages.items():
            if not chosen[index].done():
                chosen[index].set_result(page)
        asked = set(chosen)
        for told, waits in self._waiting.items():  # who came while it was read, and stood before its end
            if told not in asked and not told.done() and waits.at.pos < found.at.pos:
                told.set_result(None)
        self._read = found.at
