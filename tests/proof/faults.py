"""EIO, ENOSPC and a failed fsync at each call by which something is written: at the terminal and at the hub.

A short scenario (record five facts, synchronise them) is run once to count the calls that write. Each seed is one of
these calls: it fails, alone or with all that follow. What was acknowledged must be there when everything is opened
again, the chain must be whole, and everything must work at once.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.proof import strace
from tests.proof.account import Told, record, settle
from tests.proof.proof import Check, Proof
from tests.proof.world import Template, World, printed, template, traffic
from tests.support.forkserver import Forked

WRITING = ("pwrite64", "fsync", "fdatasync", "ftruncate")
ERRORS = {"pwrite64": ("EIO", "ENOSPC"), "fsync": ("EIO", "ENOSPC"), "fdatasync": ("EIO",), "ftruncate": ("EIO",)}
FACTS = 5
SYNC = ("sync", "--once", "--json")
VICTIMS = ("record", "sync", "serve")


@dataclass(frozen=True)
class Point:
    """A call that fails. `lasting`: all that follow fail too."""

    victim: str
    call: str
    number: int
    error: str
    lasting: bool

    def options(self) -> list[str]:
        """For the tracer."""
        return strace.inject(self.call, self.number, f"error={self.error}", lasting=self.lasting)


@contextmanager
def prepare(place: Path) -> Iterator[Check]:
    """A hub and a terminal to copy, and all calls by which they write."""
    strace.needed()
    with template(place) as made:
        points = _points(made, place)

        def check(seed: int) -> Counter[str]:
            if seed >= len(points):
                return Counter(beyond_the_last=1)
            rng, point = random.Random(f"fault {seed}"), points[seed]
            told = Told()
            with made.copy(place / str(seed)) as world:
                try:
                    _fail(world, point, rng, told, place / "log")
                    settle(world, rng, told)
                except AssertionError as error:
                    raise AssertionError(f"{point}: {error}") from error
            told.figures[f"at_{point.victim}"] += 1
            return told.figures

        yield check


def _points(made: Template, place: Path) -> list[Point]:
    """Every call that writes, of every victim, in an order that lets a few stand for all."""
    counts: dict[str, Counter[str]] = {}
    watch = ["-e", f"trace={','.join(WRITING)}"]
    with made.copy(place / "calm") as world:
        facts = traffic(random.Random("calm"), FACTS, world.occurrence)
        with world.begin("record", "--json", facts=facts, held=True) as recording:
            counts["record"] = _watched(recording, watch, place / "log")
        with (
            world.serving() as serve,
            strace.attached(serve, watch, place / "log"),
            world.begin(*SYNC, held=True) as sync,
        ):
            counts["sync"] = _watched(sync, watch, place / "sync")
        counts["serve"] = strace.counted(place / "log")
    points = [
        Point(victim, call, number, error, lasting)
        for victim in VICTIMS
        for call in WRITING
        for number in range(1, counts[victim][call] + 1)
        for error in ERRORS[call]
        for lasting in (False, True)
    ]
    random.Random("order").shuffle(points)
    return points


def _watched(process: Forked, watch: list[str], log: Path) -> Counter[str]:
    with strace.attached(process, watch, log):
        process.release()
        assert process.wait() == 0, process.errors
    return strace.counted(log)


def _fail(world: World, point: Point, rng: random.Random, told: Told, log: Path) -> None:
    """Runs the scenario with the fault."""
    facts = traffic(rng, FACTS, world.occurrence)
    if point.victim == "record":
        with world.begin("record", "--json", facts=facts, held=True) as recording:
            _under(recording, point, told, log)
            told.heard(recording)
        return
    record(world, facts, told)
    if point.victim == "sync":
        with world.serving(), world.begin(*SYNC, held=True) as sync:
            _under(sync, point, told, log)
        return
    with world.serving() as serve, strace.attached(serve, point.options(), log):
        for _ in range(2):  # the second time on the connections that saw the fault
            with world.begin(*SYNC) as sync:
                _ended_well(sync, told)


def _under(process: Forked, point: Point, told: Told, log: Path) -> None:
    with strace.attached(process, point.options(), log):
        process.release()
        _ended_well(process, told)


def _ended_well(process: Forked, told: Told) -> None:
    """It did what it should, or said in a sentence why not."""
    status = process.wait()
    told.figures["commands_that_failed"] += status != 0
    assert status in (0, 1), f"it ended with {status}: {process.errors}"
    assert "Traceback" not in process.errors, f"it fell over: {process.errors}"
    if status == 1:
        assert process.errors.strip() or any("error" in line for line in printed(process.output))


PROOF = Proof(
    "faults",
    "Whatever write fails, nothing that was said to be saved is lost, the chain is whole, and all works at once again.",
    prepare,
    seeds=2000,
    sample=12,
    jobs=2,
)
