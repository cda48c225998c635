"""`make bench`: runs the benchmarks, writes ``build/bench/<name>.json``, prints a table.

    python -m tests.bench [--only NAME ...] [--quick] [--strict] [--out DIR]

Ends with status 1 only when a benchmark could not be run: a target that is missed is a finding. With ``--strict`` a
missed one ends it so too.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tests.bench import (
    browser,
    cold_start,
    drop_in,
    hub_load,
    paging,
    reading,
    report,
    screen,
    search,
    strolling,
    synchronise,
)  # fmt: skip
from tests.bench.hub_load import Load
from tests.bench.measure import Tell, Turns
from tests.bench.programme import WEEKS
from tests.bench.report import Result
from tests.bench.world import World, build

OUT = Path("build/bench")


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is, and how often it is measured."""

    activities: int
    pending: int
    today: int
    facts: int
    changed: int
    taps: int
    starts: Turns
    syncs: Turns
    cycles: Turns
    load: Load
    scroll_seconds: float
    scrolls: int
    rows: int
    asked: int
    strolls: int
    visits: int
    browsers: Turns


FULL = Size(
    activities=10_000, pending=10_000, today=2_000, facts=10_000, changed=100, taps=41, starts=Turns(15, 40),
    syncs=Turns(5, 9), cycles=Turns(15, 40),
    load=Load(activities=200, waiting=2_000, changes=5, at_once=32, seconds=10.0), scroll_seconds=10.0, scrolls=3,
    rows=10_000, asked=5, strolls=4, visits=10_000, browsers=Turns(7, 15),
)  # fmt: skip
QUICK = Size(
    activities=90, pending=60, today=20, facts=60, changed=10, taps=3, starts=Turns(2, 2), syncs=Turns(2, 2),
    cycles=Turns(2, 2), load=Load(activities=20, waiting=20, changes=2, at_once=4, seconds=0.5),
    scroll_seconds=1.0, scrolls=2, rows=100, asked=1, strolls=1,
    visits=100, browsers=Turns(2, 2),
)  # fmt: skip
"""For a look whether it all runs; its figures say nothing."""

PROGRAMME, LINE = "programme", "line"
"""The worlds: the programme with its occurrences, and activities alone, which is the work of the line's figures."""
OCCURRENCES = {PROGRAMME: WEEKS, LINE: 0}


class Places:
    """A folder for everything, and the worlds in it, each made when it is first asked for."""

    def __init__(self, path: Path, activities: int, step: Callable[[str], Step]) -> None:
        self.path = path
        self._activities, self._step = activities, step
        self._worlds: dict[str, World] = {}

    def world(self, kind: str) -> World:
        """One of the worlds."""
        if kind not in self._worlds:
            with self._step(f"a hub with activities ({kind})") as tell:
                self._worlds[kind] = build(self.path / kind, self._activities, OCCURRENCES[kind], tell)
        return self._worlds[kind]


Benchmark = Callable[[Places, Size, Tell], Result]


def _synchronisation(round_trip_ms: int) -> dict[str, Benchmark]:
    """The four works over a line of some length."""
    works: dict[str, Benchmark] = {
        synchronise.FIRST_SYNC: lambda at, size, tell: synchronise.first(
            at.world(LINE), round_trip_ms, size.syncs, tell
        ),
        synchronise.UPLOAD: lambda at, size, tell: synchronise.upload(
            at.world(LINE), size.facts, round_trip_ms, size.syncs, tell
        ),
        synchronise.CHANGED: lambda at, size, tell: synchronise.changed(
            at.world(LINE), size.changed, round_trip_ms, size.cycles, tell
        ),
        synchronise.NOTHING: lambda at, size, tell: synchronise.nothing(
            at.world(LINE), round_trip_ms, size.cycles, tell
        ),
    }
    return {synchronise.named(work, round_trip_ms): run for work, run in works.items()}


BENCHMARKS: dict[str, Benchmark] = {
    cold_start.NAME: lambda at, size, tell: cold_start.run(at.world(PROGRAMME), size.starts, tell),
    browser.NAME: lambda at, size, tell: browser.run(at.world(PROGRAMME), size.browsers, tell),
    drop_in.NAME: lambda at, size, tell: drop_in.online(at.world(PROGRAMME), size.taps, tell),
    f"{drop_in.NAME}-backlog": lambda at, size, tell: drop_in.offline(
        at.world(PROGRAMME), size.taps, size.pending, size.today, tell
    ),
    reading.NAME: lambda at, size, tell: reading.run(at.world(PROGRAMME), size.cycles, tell),
    **_synchronisation(0),
    **_synchronisation(50),
    search.NAME: lambda at, size, tell: search.run(at.world(PROGRAMME), size.asked, tell),
    paging.NAME: lambda at, size, tell: paging.run(
        at.world(PROGRAMME), size.rows, size.scroll_seconds, size.scrolls, tell
    ),
    screen.NAME: lambda at, size, tell: screen.run(at.world(PROGRAMME), size.scroll_seconds, size.scrolls, tell),
    strolling.TAPS: lambda at, size, tell: strolling.taps(at.world(PROGRAMME), size.strolls, tell),
    strolling.VISITS: lambda at, size, tell: strolling.visits(at.world(PROGRAMME), size.visits, tell),
    hub_load.WAITING: lambda at, size, tell: hub_load.waiting(at.path, size.load, tell),
    hub_load.ROUNDS: lambda at, size, tell: hub_load.rounds(at.path, size.load, tell),
}


def main(arguments: list[str] | None = None) -> int:
    """Runs what was chosen; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=list(BENCHMARKS), help="one benchmark; may be repeated")
    parser.add_argument("--quick", action="store_true", help="tiny sizes: whether it runs, not how fast")
    parser.add_argument("--strict", action="store_true", help="a promise that is missed is a failure")
    parser.add_argument("--out", type=Path, default=OUT, help="where the JSON files go")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # what was started ends with us
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its compiled modules
    size = QUICK if options.quick else FULL
    results = []
    with tempfile.TemporaryDirectory(prefix="qc-bench-") as place, _progress() as step:
        places = Places(Path(place), size.activities, step)
        for name in options.only or BENCHMARKS:
            with step(name) as tell:
                results.append(BENCHMARKS[name](places, size, tell))
            report.write(results[-1], options.out, quick=options.quick)
    report.show(results)
    print(f"Load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors. The samples are in {options.out}/*.json.")
    return 1 if options.strict and not all(one.met for one in results) else 0


@contextmanager
def _progress() -> Iterator[Callable[[str], Step]]:
    """A line of progress for each step, on standard error; without a terminal, its name."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:

        def step(name: str) -> Step:
            if not console.is_terminal:
                console.print(f"{name} ...")
            return Step(bar, name)

        yield step


class Step:
    """A step of the run, shown while it goes on."""

    def __init__(self, bar: Progress, name: str) -> None:
        self._bar, self._task = bar, bar.add_task(name, total=None)

    def __enter__(self) -> Tell:
        return lambda done, of: self._bar.update(self._task, completed=done, total=of)

    def __exit__(self, *_: object) -> None:
        self._bar.stop_task(self._task)


if __name__ == "__main__":
    sys.exit(main())
