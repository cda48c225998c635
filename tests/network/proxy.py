"""A bad line: passes connections on to the hub late, slowly, and not always whole.

What a connection suffers follows from the seed and its number. A connection that is opened costs one delay (the
handshake), each answer another. A *turn* is a request and its answer on a connection; of each, by chance:

    whole          passed on
    lost           the connection breaks before the hub hears of it
    request cut    the hub gets a part of the request
    answer lost    the hub did what was asked, and nobody hears of it
    answer cut     the terminal gets a part of the answer
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import threading
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

CHUNK = 16 * 1024
START_SECONDS = 20.0
BREAKS = ("lost", "request cut", "answer lost", "answer cut")


@dataclass(frozen=True)
class Faults:
    """How bad the line is.

    Attributes:
        loss: share of turns that break, 0 to 1.
        delay: seconds between a request and the first byte of its answer, beyond what the hub needs.
        paces: bytes a second of an answer, one of them by chance for each turn; 0 for as fast as it comes.
    """

    loss: float = 0.3
    delay: float = 2.0
    paces: tuple[float, ...] = (0.0, 0.0, 128 * 1024, 16 * 1024)


@dataclass
class Turn:
    """What a turn will suffer: `left` bytes pass in the direction that is cut."""

    fate: str
    left: int
    pace: float


@dataclass(eq=False)
class Connection:
    """The two ends of a connection, and the turn that it is in."""

    chance: random.Random
    ends: tuple[asyncio.StreamWriter, asyncio.StreamWriter]
    turn: Turn | None = None
    answered: bool = True
    queue: asyncio.Queue[tuple[float, bytes]] = field(default_factory=asyncio.Queue)

    def abort(self) -> None:
        """Breaks it, both ways, without a farewell."""
        for end in self.ends:
            end.transport.abort()


class FaultProxy:
    """The line, served by a thread of its own.

    Attributes:
        turns: how many turns had which fate.
        passed: bytes of answers that were passed on.
    """

    def __init__(self, port: int, faults: Faults, seed: int) -> None:
        self._port, self.faults, self._seed = port, faults, seed
        self._loop = asyncio.new_event_loop()
        self._open: set[Connection] = set()
        self._number = 0
        self.port = 0
        self.turns: Counter[str] = Counter()
        self.passed = 0
        self._cut = False
        self._over = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),), name="line")

    @property
    def address(self) -> str:
        """Where terminals reach the hub."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serves; returns when it does."""
        self._thread.start()
        if not self._ready.wait(START_SECONDS):
            raise AssertionError("the line did not start")

    def stop(self) -> None:
        """Breaks everything and ends."""
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(START_SECONDS)
        self._loop.close()

    def cut(self, cut: bool = True) -> None:
        """Cuts the line, or mends it: while it is cut connections are refused, and those that are open break."""

        async def work() -> None:
            self._cut = cut
            for connection in list(self._open) if cut else ():
                connection.abort()

        self._do(work())

    def worsen(self, faults: Faults) -> None:
        """From here on the line is like this."""
        self.faults = faults

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(START_SECONDS)

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=CHUNK)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._over.wait()
        server.close()
        for connection in list(self._open):
            connection.abort()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _connected(self, terminal: asyncio.StreamReader, to_terminal: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.CancelledError):  # the end of everything is no failure of this connection
            await self._carry(terminal, to_terminal)

    async def _carry(self, terminal: asyncio.StreamReader, to_terminal: asyncio.StreamWriter) -> None:
        self._number += 1
        chance = random.Random(f"{self._seed}/{self._number}")
        if self._cut:
            to_terminal.transport.abort()
            return
        await asyncio.sleep(self.faults.delay)
        try:
            hub, to_hub = await asyncio.open_connection("127.0.0.1", self._port, limit=CHUNK)
        except OSError:
            to_terminal.transport.abort()
            return
        connection = Connection(chance, (to_terminal, to_hub))
        self._open.add(connection)
        with contextlib.suppress(ConnectionError):
            ways = [self._up(connection, terminal, to_hub), self._down(connection, hub), self._late(connection)]
            tasks = [asyncio.create_task(way) for way in ways]
            _, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in rest:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        self._open.discard(connection)
        connection.abort()

    async def _up(self, connection: Connection, terminal: asyncio.StreamReader, hub: asyncio.StreamWriter) -> None:
        while data := await terminal.read(CHUNK):
            if connection.answered:
                connection.turn, connection.answered = self._next(connection.chance), False
                self.turns[connection.turn.fate] += 1
            turn = connection.turn
            assert turn is not None
            if turn.fate == "lost":
                return
            if turn.fate == "request cut":
                hub.write(data[: min(turn.left, len(data) - 1)])
                await hub.drain()
                return
            hub.write(data)
            await hub.drain()

    async def _down(self, connection: Connection, hub: asyncio.StreamReader) -> None:
        """Takes answers from the hub as they come; `_late` passes them on."""
        due = 0.0
        while data := await hub.read(CHUNK):
            turn, now = connection.turn, self._loop.time()
            if turn is None or turn.fate == "answer lost":
                return
            first = not connection.answered
            connection.answered = True
            due = max(due, now + self.faults.delay) if first else max(due, now)
            due += len(data) / turn.pace if turn.pace else 0.0
            if turn.fate == "answer cut":
                connection.queue.put_nowait((due, data[: min(turn.left, len(data) - 1)]))
                connection.queue.put_nowait((due, b""))
                await asyncio.Event().wait()  # `_late` ends it
            connection.queue.put_nowait((due, data))
        connection.queue.put_nowait((due, b""))
        await asyncio.Event().wait()

    async def _late(self, connection: Connection) -> None:
        terminal = connection.ends[0]
        while True:
            due, data = await connection.queue.get()
            await asyncio.sleep(max(0.0, due - self._loop.time()))
            if not data:
                return
            terminal.write(data)
            self.passed += len(data)
            await terminal.drain()

    def _next(self, chance: random.Random) -> Turn:
        fate = chance.choice(BREAKS) if chance.random() < self.faults.loss else "whole"
        return Turn(fate, chance.randrange(1, 4096), chance.choice(self.faults.paces))
