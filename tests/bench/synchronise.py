"""The four works of synchronisation, over a line of no length and one of 50 ms, beside the same rows moved otherwise.

All sides go through the proxy (`tests.bench.proxy`), each end of each in a process of its own. Time begins at the
client with its files open. The first synchronisation and the upload are a new process's first: its line is not open
yet. In the steady state (some rows changed; nothing to do) the client's process and its connection stay from turn to
turn, on every side, as the engine's do.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median_low
from typing import Any

from sync.terminal.folder import open_folder
from sync.terminal.journal import Journal
from tests.bench import line as lines
from tests.bench import side_plain, side_pouch
from tests.bench.measure import Tell, Turns, interleave
from tests.bench.report import Result, Target
from tests.bench.side_terminal import TerminalSide
from tests.bench.sides import Done, Fact, Follower, Side, check
from tests.bench.world import World

ROUND_TRIPS_MS = (0, 50)
KB = 1_000
WHOLE_JOURNAL = 1_000_000_000

FIRST_SYNC, UPLOAD, CHANGED, NOTHING = "first-sync", "upload", "changed", "nothing"


@dataclass(frozen=True, slots=True)
class Promise:
    """What issue and design ask of a work: times the limit without and with a long line, and of what crosses it."""

    ratios: dict[int, float]
    bytes_up: int | None = None
    bytes_down: int | None = None
    bytes_both: int | None = None
    turns: int | None = None

    def targets(self, round_trip_ms: int) -> tuple[Target, ...]:
        """As a result tells them."""
        of = ("bytes_up", "bytes_down", "bytes_both", "turns")
        bounds = {name: getattr(self, name) for name in of}
        rest = [Target(name, bound) for name, bound in bounds.items() if bound is not None]
        return (Target("ratio", self.ratios[round_trip_ms]), *rest)


PROMISES = {
    FIRST_SYNC: Promise({0: 2.0, 50: 2.0}, bytes_down=1_800 * KB),
    UPLOAD: Promise({0: 3.0, 50: 3.0}, bytes_up=900 * KB),
    CHANGED: Promise({0: 3.0, 50: 1.3}, bytes_down=20 * KB, turns=1),
    NOTHING: Promise({0: 3.0, 50: 1.2}, bytes_both=1 * KB, turns=1),
}


@dataclass
class Course:
    """One work in turns.

    Attributes:
        sides: ours first.
        expected: how much each moves.
        missing: which side could not be had, and why.
        load: when it began.
        done: by side, turn by turn.
    """

    sides: Sequence[Side]
    expected: int
    missing: str
    load: float = field(default_factory=lambda: os.getloadavg()[0])
    done: dict[str, list[Done]] = field(default_factory=dict)

    def timed(self, side: Side, work: Callable[[], Done]) -> Callable[[], float]:
        """A work as `interleave` takes it."""

        def turn() -> float:
            found = work()
            check(side.name, found.moved, self.expected)
            self.done.setdefault(side.name, []).append(found)
            return found.seconds

        return turn

    def result(self, work: str, what: str, samples: dict[str, list[float]], round_trip_ms: int) -> Result:
        """What was found."""
        crossed = {side.name: _crossed(self.done[side.name]) for side in self.sides}
        facts: dict[str, Any] = {"moved": self.expected, "crossed": crossed, **crossed[self.sides[0].name]}
        if self.missing:
            facts["left_out"] = self.missing
        return Result(
            named(work, round_trip_ms), f"{what}, round trip {round_trip_ms} ms", samples,
            {side.name: side.what for side in self.sides}, PROMISES[work].targets(round_trip_ms), facts, self.load,
        )  # fmt: skip


def _crossed(turns: Sequence[Done]) -> dict[str, int]:
    """What crossed the line in a turn: the median of several."""
    found = {
        "bytes_up": [one.crossed.up for one in turns], "bytes_down": [one.crossed.down for one in turns],
        "bytes_both": [one.crossed.up + one.crossed.down for one in turns],
        "turns": [one.crossed.turns for one in turns], "connections": [one.crossed.connections for one in turns],
    }  # fmt: skip
    return {name: median_low(values) for name, values in found.items()}


def named(work: str, round_trip_ms: int) -> str:
    """The benchmark's name."""
    return f"{work}-{round_trip_ms}ms" if round_trip_ms else work


@contextlib.contextmanager
def _sides(world: World, round_trip_ms: int) -> Iterator[tuple[TerminalSide, list[Side], str]]:
    """Ours, all sides, and which could not be had."""
    with contextlib.ExitStack() as open_, lines.between() as line:
        line.lengthen(round_trip_ms)
        ours = TerminalSide(world, line)
        sides: list[Side] = [ours, *open_.enter_context(side_plain.sides(world.place, line))]
        missing = ""
        try:
            sides.append(open_.enter_context(side_pouch.side(world.place, line)))
        except side_pouch.NoPouchError as error:
            missing = f"PouchDB: {error}"
        yield ours, sides, missing


def first(world: World, round_trip_ms: int, turns: Turns, tell: Tell) -> Result:
    """A new terminal takes everything in."""
    rows = world.feed()
    with _sides(world, round_trip_ms) as (ours, sides, missing), world.serving():
        for side in sides:
            side.offer(rows)
        fresh_hub = ours.first().seconds  # the hub has made nothing ready yet; told, and not among the samples
        course = Course(sides, len(rows), missing)
        samples = interleave({side.name: course.timed(side, side.first) for side in sides}, turns, tell)
    what = f"first synchronisation of {world.rows['activities']} activities ({len(rows)} rows)"
    found = course.result(FIRST_SYNC, what, samples, round_trip_ms)
    bodies = [len(body.encode()) for kind, *_, body in rows if kind == "activity"]
    found.facts["bytes_of_an_activity"] = round(sum(bodies) / len(bodies))
    found.facts["seconds_with_a_fresh_hub"] = fresh_hub
    return found


def upload(world: World, count: int, round_trip_ms: int, turns: Turns, tell: Tell) -> Result:
    """A terminal that was long without a network sends what it recorded."""
    with _sides(world, round_trip_ms) as (ours, sides, missing):
        facts = _facts(ours, count)
        for side in sides:
            side.own(facts)
        course = Course(sides, count, missing)
        samples = interleave({side.name: course.timed(side, side.up) for side in sides}, turns, tell)
    found = course.result(UPLOAD, f"upload of {count} facts", samples, round_trip_ms)
    found.facts["bytes_of_a_fact"] = round(sum(len(raw.encode()) for *_, raw in facts) / count)
    return found


def _facts(ours: TerminalSide, count: int) -> list[Fact]:
    folder = open_folder(ours.backlog(count), "file")
    journal = Journal(folder.journal, folder.database_key())
    facts = [(one.seq, one.id, one.kind, one.raw.decode()) for one in journal.after(0, facts=count, size=WHOLE_JOURNAL)]
    journal.close()
    return facts


def changed(world: World, count: int, round_trip_ms: int, turns: Turns, tell: Tell) -> Result:
    """Some of the activities are others now."""
    what = f"{count} changed of {world.rows['activities']} activities"
    return _steady(world, CHANGED, what, count, round_trip_ms, turns, tell)


def nothing(world: World, round_trip_ms: int, turns: Turns, tell: Tell) -> Result:
    """Nothing is new."""
    what = f"nothing to do, with {world.rows['activities']} activities"
    return _steady(world, NOTHING, what, 0, round_trip_ms, turns, tell)


def _steady(
    world: World, name: str, what: str, count: int, round_trip_ms: int, turns: Turns, tell: Tell
) -> Result:  # fmt: skip
    with _sides(world, round_trip_ms) as (_, sides, missing), world.serving(), contextlib.ExitStack() as open_:
        rows = world.feed()
        for side in sides:
            side.offer(rows)
        followers: dict[str, Follower] = {side.name: open_.enter_context(side.following()) for side in sides}

        def change(_turn: int) -> None:
            rows = world.change(count) if count else []
            for follower in followers.values() if rows else ():
                follower.change(rows)

        for turn in range(-WARM_TURNS, 0):
            change(turn)
            for follower in followers.values():
                follower.cycle()
        course = Course(sides, count, missing)
        timed = {side.name: course.timed(side, followers[side.name].cycle) for side in sides}
        samples = interleave(timed, turns, tell, change)
    return course.result(name, what, samples, round_trip_ms)


WARM_TURNS = 3
"""Turns before the first that is measured: the processes have been at it for long."""
