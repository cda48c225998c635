"""Ours: the terminal's own code against a real `hub serve`."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench import facts, worker
from tests.bench.line import Line
from tests.bench.sides import Done, Fact, Row
from tests.bench.world import NOW, World

WARMING = 20
"""Facts that another terminal sends to a hub that has just been started: what it does first is not measured."""


class TerminalSide:
    """The engine's parts in a process of their own.

    Its `own` takes no facts: the terminal's journal has them already (`backlog`).
    """

    name = "terminal"
    what = "the engine's own turn: signed requests, SQLCipher, hash chain, staged rows, one switch, seats"

    def __init__(self, world: World, line: Line) -> None:
        self._world, self._line = world, line
        self._backlog: Path | None = None
        self._warmer: Path | None = None

    def offer(self, rows: Sequence[Row]) -> None:
        """The hub has them already."""

    def first(self) -> Done:
        """A new terminal takes everything in."""
        with self._client(self._world.enrolled) as client:
            return self.ask(client, "first")[0]

    def own(self, facts: Sequence[Fact]) -> None:
        """Its journal has them already."""

    def backlog(self, count: int) -> Path:
        """Makes the terminal that was long without a network; returns its folder."""
        self._backlog, _ = self._world.backlog(count, count // 5)
        self._warmer = self._world.copy(self._world.other)
        facts.state(self._warmer, WARMING, 0, NOW)
        return self._backlog

    def up(self) -> Done:
        """It sends everything, to a copy of the hub."""
        assert self._backlog is not None
        assert self._warmer is not None
        hub = self._world.copy(self._world.hub.folder)
        with self._world.serving(hub):
            with self._client(self._warmer) as warming:
                self.ask(warming, "up")
            with self._client(self._backlog) as client:
                done, said = self.ask(client, "up")
        shutil.rmtree(hub)
        if said["pending"]:
            raise RuntimeError(f"{said['pushed']} facts were taken, {said['pending']} wait")
        return done

    @contextlib.contextmanager
    def following(self) -> Iterator[TerminalFollower]:
        """A synchronised terminal."""
        with self._client(self._world.synced) as client:
            follower = TerminalFollower(self, client)
            follower.cycle()
            yield follower

    @contextlib.contextmanager
    def _client(self, template: Path) -> Iterator[worker.Worker]:
        folder = self._world.copy(template)
        url = f"http://127.0.0.1:{self._line.to(self._world.hub.port)}"
        with worker.python(
            "tests.bench.sync_client", "--data", folder, "--hub", url, env=self._world.env()
        ) as client:  # fmt: skip
            client.hear()
            yield client
        shutil.rmtree(folder)

    def ask(self, client: worker.Worker, work: str) -> tuple[Done, dict[str, int]]:
        """Has a client do a work; what it took, and all that it says of it."""
        self._line.take(self._world.hub.port)
        said = client.ask(do=work)
        crossed = self._line.take(self._world.hub.port)
        moved = {"first": "rows", "up": "pushed"}.get(work, "pulled")
        return Done(said["seconds"], crossed, said[moved]), said


class TerminalFollower:
    """A synchronised terminal whose process stays."""

    def __init__(self, side: TerminalSide, client: worker.Worker) -> None:
        self._side, self._client = side, client

    def change(self, rows: Sequence[Row]) -> None:
        """They have changed at the hub."""

    def cycle(self) -> Done:
        """A turn of its engine."""
        return self._side.ask(self._client, "cycle")[0]
