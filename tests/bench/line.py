"""The proxy as a benchmark uses it: every side goes through it, and what it counted is taken after each turn."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench import worker


@dataclass(frozen=True, slots=True)
class Crossed:
    """What crossed the line in one turn of a side: bytes of HTTP with its heads, exchanges, new connections."""

    up: int
    down: int
    turns: int
    connections: int


class Line:
    """A proxy that runs. `delay_ms`: its round trip."""

    def __init__(self, process: worker.Worker) -> None:
        self._process = process
        self._ports: dict[int, int] = {}

    def to(self, port: int) -> int:
        """Where to connect instead of a port of this machine."""
        if port not in self._ports:
            self._ports[port] = int(self._process.ask(open=port)["port"])
        return self._ports[port]

    def lengthen(self, round_trip_ms: float) -> None:
        """How long a round trip takes from now on."""
        self._process.ask(delay=round_trip_ms / 2000)

    def take(self, port: int) -> Crossed:
        """What crossed on the way to a port since this was last asked."""
        return Crossed(**self._process.ask(take=port))


@contextlib.contextmanager
def between() -> Iterator[Line]:
    """A proxy, until the block is left."""
    with worker.python("tests.bench.proxy") as process:
        yield Line(process)
