"""`make bench`: runs the benchmarks, writes ``build/bench/<name>.json``, prints a table.

    python -m tests.bench [--only NAME ...] [--quick] [--out DIR]

Ends with status 1 only when a benchmark could not be run: a target that is missed is a finding.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tests.bench import cold_start, drop_in, report, synchronise
from tests.bench.measure import Tell, Turns
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
    taps: int
    starts: Turns
    syncs: Turns


FULL = Size(
    activities=10_000, pending=10_000, today=2_000, facts=10_000, taps=41, starts=Turns(15, 40), syncs=Turns(5, 9)
)
QUICK = Size(activities=90, pending=60, today=20, facts=60, taps=3, starts=Turns(2, 2), syncs=Turns(2, 2))
"""For a look whether it all runs; its figures say nothing."""

Benchmark = Callable[[World, Size, Tell], Result]
BENCHMARKS: dict[str, Benchmark] = {
    cold_start.NAME: lambda world, size, tell: cold_start.run(world, size.starts, tell),
    drop_in.NAME: lambda world, size, tell: drop_in.online(world, size.taps, tell),
    f"{drop_in.NAME}-backlog": lambda world, size, tell: drop_in.offline(
        world, size.taps, size.pending, size.today, tell
    ),
    synchronise.FIRST_SYNC: lambda world, size, tell: synchronise.first(world, size.syncs, tell),
    synchronise.UPLOAD: lambda world, size, tell: synchronise.upload(world, size.facts, size.syncs, tell),
}


def main(arguments: list[str] | None = None) -> int:
    """Runs what was chosen; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=list(BENCHMARKS), help="one benchmark; may be repeated")
    parser.add_argument("--quick", action="store_true", help="tiny sizes: whether it runs, not how fast")
    parser.add_argument("--out", type=Path, default=OUT, help="where the JSON files go")
    options = parser.parse_args(arguments)
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its compiled modules
    size = QUICK if options.quick else FULL
    results = []
    with tempfile.TemporaryDirectory(prefix="qc-bench-") as place, _progress() as step:
        with step("a hub with the programme") as tell:
            world = build(Path(place), size.activities, tell)
        for name in options.only or BENCHMARKS:
            with step(name) as tell:
                results.append(BENCHMARKS[name](world, size, tell))
            report.write(results[-1], options.out, quick=options.quick)
    report.show(results)
    print(f"Load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors. The samples are in {options.out}/*.json.")
    return 0


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
