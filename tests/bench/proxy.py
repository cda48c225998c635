"""A line between the sides of a benchmark: counts what crosses it and makes it as long as it should be.

    python -m tests.bench.proxy

Speaks on standard input and output, a JSON object a line each way:

    {"open": port}       listens for connections to a port of this machine; answers {"port": where}
    {"delay": seconds}   how long each byte travels from now on, either way: half of a round trip
    {"take": port}       what crossed the line to a port since it was last asked: {"up", "down", "turns", "connections"}

Bytes are those of HTTP, heads included; a turn is a request with its answer. A delay takes nothing from the bandwidth:
what was sent in one go arrives in one go. A connection opens at once for every side; only what is sent travels. Ends
when its standard input does.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Protocol

import httptools

HOST = "127.0.0.1"


@dataclass
class Counts:
    """What crossed a line."""

    up: int = 0
    down: int = 0
    turns: int = 0
    connections: int = 0


class Timer(Protocol):
    """What a delay line needs of an event loop."""

    def time(self) -> float:
        """Seconds."""

    def call_at(self, when: float, callback: Callable[[], None], /) -> Any:
        """Calls back at an instant."""


class DelayLine:
    """Gives each chunk on when it has travelled long enough, in order; None is the end."""

    def __init__(self, timer: Timer, give: Callable[[bytes | None], None]) -> None:
        self._timer, self._give = timer, give
        self._travelling: deque[tuple[float, bytes | None]] = deque()

    def put(self, chunk: bytes | None, delay: float) -> None:
        """A chunk that sets off now."""
        if delay <= 0 and not self._travelling:
            self._give(chunk)
            return
        due = self._timer.time() + delay
        if self._travelling:
            due = max(due, self._travelling[-1][0])  # a line that became shorter lets nothing overtake
        else:
            self._timer.call_at(due, self._arrive)
        self._travelling.append((due, chunk))

    def _arrive(self) -> None:
        now = self._timer.time()
        while self._travelling and self._travelling[0][0] <= now:
            self._give(self._travelling.popleft()[1])
        if self._travelling:
            self._timer.call_at(self._travelling[0][0], self._arrive)


class Answers:
    """Tells of each answer in a stream of bytes, for as long as it is HTTP."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._parser: Any = httptools.HttpResponseParser(self)

    def feed(self, chunk: bytes) -> None:
        """The next bytes."""
        if self._parser is not None:
            try:
                self._parser.feed_data(chunk)
            except httptools.HttpParserError:
                self._parser = None

    def on_headers_complete(self) -> None:
        """The parser's: an answer comes."""
        self._tell()


class End(asyncio.Protocol):
    """One end of a connection: what it receives sets off towards the other end."""

    def __init__(self, loop: asyncio.AbstractEventLoop, delay: Callable[[], float], count: Callable[[bytes], None]):
        self._loop, self._delay, self._count = loop, delay, count
        self.transport: asyncio.Transport | None = None
        self._early: list[bytes | None] = []
        self.line: DelayLine | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """asyncio's."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        early, self._early = self._early, []
        for chunk in early:
            self.give(chunk)

    def leads_to(self, other: End) -> None:
        """What is received here from now on goes there."""
        self.line = DelayLine(self._loop, other.give)

    def give(self, chunk: bytes | None) -> None:
        """What has arrived for whoever is at this end."""
        if self.transport is None:
            self._early.append(chunk)
        elif chunk is None:
            self.transport.close()
        elif not self.transport.is_closing():
            self.transport.write(chunk)

    def data_received(self, data: bytes) -> None:
        """asyncio's."""
        self._count(data)
        assert self.line is not None
        self.line.put(data, self._delay())

    def connection_lost(self, exc: Exception | None) -> None:
        """asyncio's."""
        assert self.line is not None
        self.line.put(None, self._delay())


class Proxy:
    """Lines to some ports of this machine.

    Attributes:
        delay: seconds that each byte travels, either way.
        counts: by the port that a line leads to.
    """

    def __init__(self) -> None:
        self.delay = 0.0
        self.counts: dict[int, Counts] = {}
        self._connecting: set[asyncio.Task[None]] = set()

    async def open(self, target: int) -> int:
        """Listens for connections to a port; returns where."""
        loop = asyncio.get_running_loop()
        self.counts[target] = Counts()
        server = await loop.create_server(lambda: self._accept(loop, target), HOST, 0)
        return int(server.sockets[0].getsockname()[1])

    def take(self, target: int) -> Counts:
        """What crossed since it was last asked."""
        counts, self.counts[target] = self.counts[target], Counts()
        return counts

    def _accept(self, loop: asyncio.AbstractEventLoop, target: int) -> End:
        self.counts[target].connections += 1

        def turn() -> None:
            self.counts[target].turns += 1

        answers = Answers(turn)

        def up(chunk: bytes) -> None:
            self.counts[target].up += len(chunk)

        def down(chunk: bytes) -> None:
            self.counts[target].down += len(chunk)
            answers.feed(chunk)

        client, server = End(loop, lambda: self.delay, up), End(loop, lambda: self.delay, down)
        client.leads_to(server)
        server.leads_to(client)
        task = loop.create_task(self._connect(loop, target, client, server))
        self._connecting.add(task)
        task.add_done_callback(self._connecting.discard)
        return client

    async def _connect(self, loop: asyncio.AbstractEventLoop, target: int, client: End, server: End) -> None:
        try:
            await loop.create_connection(lambda: server, HOST, target)
        except OSError:
            client.give(None)


async def obey(proxy: Proxy) -> None:
    """Does what standard input says."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        words = json.loads(line)
        found: dict[str, Any] = {}
        if "open" in words:
            found = {"port": await proxy.open(words["open"])}
        elif "delay" in words:
            proxy.delay = float(words["delay"])
        else:
            found = asdict(proxy.take(words["take"]))
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(obey(Proxy()))
