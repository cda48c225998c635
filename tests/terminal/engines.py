"""Engines that run, for tests."""

from __future__ import annotations

import io
import json
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from sync.terminal.engine import Engine
from sync.terminal.folder import Folder
from tests.support.pair import Pair

WAIT_SECONDS = 60.0


class Said(io.StringIO):
    """Standard output of an engine: its reports, as they come."""

    def __init__(self) -> None:
        self.reports: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()

    def write(self, text: str) -> int:
        self.reports.put(json.loads(text))
        return len(text)

    def until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next report of which this holds."""
        while True:
            report = self.reports.get(timeout=WAIT_SECONDS)
            if holds(report):
                return report


class Running:
    """An engine at work in this process."""

    def __init__(self, folder: Folder) -> None:
        self.said = Said()
        self._commands: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._status: queue.SimpleQueue[int] = queue.SimpleQueue()
        engine = Engine(folder, self.said)
        commands = iter(self._commands.get, None)
        self._thread = threading.Thread(target=lambda: self._status.put(engine.run(commands)))
        self._thread.start()

    def tell(self, line: bytes) -> None:
        """A line on its standard input."""
        self._commands.put(line)

    def status(self) -> int:
        """Its exit status, when it ends."""
        return self._status.get(timeout=WAIT_SECONDS)

    def close(self) -> None:
        """The end of its standard input."""
        self._commands.put(None)
        self._thread.join(WAIT_SECONDS)
        assert not self._thread.is_alive()


@contextmanager
def running(folder: Folder) -> Iterator[Running]:
    engine = Running(folder)
    try:
        yield engine
    finally:
        engine.close()


@contextmanager
def facts_at(pair: Pair) -> Iterator[Callable[[int], None]]:
    """Waits until the hub holds so many facts."""
    committing = threading.Semaphore(0)

    def note(*_: object) -> None:
        committing.release()

    database = pair.hub.hub.database.engine
    sa.event.listen(database, "commit", note)

    def until(count: int) -> None:
        deadline = time.monotonic() + WAIT_SECONDS
        while len(pair.hub.facts()) < count:
            assert time.monotonic() < deadline, f"{len(pair.hub.facts())} facts of {count}"
            committing.acquire(timeout=0.5)  # the word comes just before the commit

    yield until
    sa.event.remove(database, "commit", note)
