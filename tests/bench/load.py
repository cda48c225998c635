"""The load generator: many virtual terminals in one process, each on its own connection (`load_line`).

    python -m tests.bench.load --port N --space ID [--space ID ...]

A worker (`tests.bench.worker`). Terminal number n is of the space n modulo the spaces, and has been registered at the
hub. It is told

    {"do": "wait", "terminals": n}   all pull, then wait for news, again and again; answers when all have asked
    {"do": "watch"}                  from now on it is noted when each terminal is told something
    {"do": "told"}                   answers when all were: {"last", "median"}, instants of the monotonic clock in ns
    {"do": "rounds", "terminals": n, "seconds": s, "facts": f}
                                     n terminals, one round after the other: hello, push of f facts, pull; answers with
                                     the rounds' number and times, and this process's own seconds of CPU
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import uvloop

from sync.wire import MAX_WAIT_SECONDS
from tests.bench.load_line import Line, Virtual

AT_A_TIME = 16
"""Terminals that arrive together: the crowd is there before it is measured."""


class Crowd:
    """The terminals."""

    def __init__(self, port: int, spaces: Sequence[str]) -> None:
        self._port, self._spaces = port, spaces
        self._lines: list[Line] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._asked: set[int] = set()
        self._told: dict[int, int] = {}
        self._news = asyncio.Event()

    def _gather(self, count: int) -> Sequence[Line]:
        for number in range(len(self._lines), count):
            virtual = Virtual.numbered(number, self._spaces[number % len(self._spaces)])
            self._lines.append(Line(virtual, self._port))
        return self._lines[:count]

    # waiting

    async def wait(self, count: int) -> dict[str, Any]:
        """So many are there, and all of them wait."""
        arriving = asyncio.Semaphore(AT_A_TIME)

        async def stay(number: int, line: Line) -> None:
            async with arriving:
                await catch_up(line)
            while True:
                self._asked.add(number)
                self._news.set()
                if line.virtual.take(await line.get(line.virtual.pull(MAX_WAIT_SECONDS))):
                    self._told.setdefault(number, time.monotonic_ns())
                    self._news.set()

        for number, line in list(enumerate(self._gather(count)))[len(self._tasks) :]:
            task = asyncio.create_task(stay(number, line))
            task.add_done_callback(lambda _: self._news.set())
            self._tasks.append(task)
        await self._until(lambda: len(self._asked) == count)
        return {"waiting": count}

    async def watch(self) -> dict[str, Any]:
        """Forgets who was told."""
        self._told.clear()
        return {}

    async def told(self) -> dict[str, Any]:
        """When all have been told."""
        await self._until(lambda: len(self._told) == len(self._tasks))
        instants = list(self._told.values())
        return {"last": max(instants), "median": statistics.median_low(instants)}

    async def _until(self, reached: Callable[[], bool]) -> None:
        """Returns when a count is reached, or raises what ended a terminal."""
        while not reached():
            self._news.clear()
            for task in self._tasks:
                if task.done():
                    task.result()
            await self._news.wait()

    # rounds

    async def rounds(self, count: int, seconds: float, facts: int) -> dict[str, Any]:
        """Rounds of some terminals, for some time."""
        lines = self._gather(count)
        for line in lines:
            await catch_up(line)
        cpu, began = time.process_time(), time.monotonic()
        taken: list[float] = []

        async def work(line: Line) -> None:
            while (start := time.monotonic()) - began < seconds:
                await one_round(line, facts)
                taken.append(time.monotonic() - start)

        await asyncio.gather(*(work(line) for line in lines))
        passed = time.monotonic() - began
        slowest = statistics.quantiles(taken, n=100, method="inclusive")[98] if len(taken) > 1 else taken[0]
        return {
            "rounds": len(taken), "seconds": passed, "median": statistics.median(taken), "p99": slowest,
            "cpu": time.process_time() - cpu,
        }  # fmt: skip


async def catch_up(line: Line) -> None:
    """Pulls until there is no more."""
    more = True
    while more:
        page = await line.get(line.virtual.pull(0.0))
        line.virtual.take(page)
        more = bool(page.get("more"))


async def one_round(line: Line, facts: int) -> None:
    """hello, push, pull, as a terminal does that was away."""
    virtual = line.virtual
    await line.post("/v1/hello", virtual.hello())
    message, tip = virtual.push(facts)
    reply = await line.post("/v1/push", message)
    if reply["have"] != virtual.have + facts:
        raise RuntimeError(f"the hub has {reply['have']} facts of {virtual.name} instead of {virtual.have + facts}")
    virtual.have, virtual.hash = reply["have"], tip
    await catch_up(line)
    if virtual.applied != virtual.have:
        raise RuntimeError(f"a pull of {virtual.name} does not include fact {virtual.have}, which the hub has")


async def obey(crowd: Crowd) -> None:
    """Does what standard input says."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    print(json.dumps({"ready": True}), flush=True)
    while line := await reader.readline():
        words = json.loads(line)
        if words["do"] == "wait":
            found = await crowd.wait(words["terminals"])
        elif words["do"] == "watch":
            found = await crowd.watch()
        elif words["do"] == "told":
            found = await crowd.told()
        else:
            found = await crowd.rounds(words["terminals"], words["seconds"], words["facts"])
        print(json.dumps(found), flush=True)


def main() -> int:
    """The process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--space", action="append", required=True)
    options = parser.parse_args()

    async def run() -> None:
        await obey(Crowd(options.port, options.space))

    uvloop.run(run())
    return 0


if __name__ == "__main__":
    sys.exit(main())
