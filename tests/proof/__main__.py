"""`make prove`: runs the long proofs and writes ``build/prove/<name>.json``.

    python -m tests.proof [NAME ...] [--sample] [--seeds A:B] [--jobs N] [--fresh] [--out DIR]

Without names all run that are not manual. A run that was interrupted goes on where it stopped, as long as the commit
is the same. Ends with status 1 when a promise was broken, and names the seeds.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from tests.proof import workers
from tests.proof.proof import NotHereError, Proof, Record, record_of
from tests.proof.registry import PROOFS, load

OUT = Path("build/prove")
Tell = Callable[[Record], None]


def main(arguments: list[str] | None = None) -> int:
    """Runs what was chosen; returns the exit status."""
    options = _options(arguments)
    proofs = [load(name) for name in options.names or PROOFS]
    chosen = proofs if options.names else [proof for proof in proofs if not proof.manual]
    failed = False
    with _progress() as step:
        for proof in chosen:
            record = record_of(proof, options.out, _seeds(proof, options), fresh=options.fresh)
            begin = options.seeds.start if options.seeds else 0
            tell = step(proof, record)
            try:
                jobs = options.jobs or proof.jobs
                workers.run(proof, record, begin, jobs, lambda seen: seen.write(options.out), tell)
            except NotHereError as error:
                print(f"{proof.name}: not on this machine: {error}")
                continue
            failed = failed or bool(record.failures)
            print(_line(record))
    return 1 if failed else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*PROOFS, []], metavar="NAME", help=", ".join(PROOFS))
    parser.add_argument("--sample", action="store_true", help="the seeds that every run of the tests checks")
    parser.add_argument("--seeds", type=_span, metavar="A:B", help="these seeds, B not included")
    parser.add_argument("--jobs", type=int, default=0, help="processes at once; by default what suits each proof")
    parser.add_argument("--fresh", action="store_true", help="from the first seed, whatever was seen before")
    parser.add_argument("--out", type=Path, default=OUT, help="where the JSON files go")
    return parser.parse_args(arguments)


def _span(text: str) -> range:
    first, found, last = text.partition(":")
    if not found or not first.isdigit() or not last.isdigit() or int(first) >= int(last):
        raise argparse.ArgumentTypeError(f"{text!r} is no range of seeds. Write it like 0:1000.")
    return range(int(first), int(last))


def _seeds(proof: Proof, options: argparse.Namespace) -> int:
    if options.seeds:
        return int(options.seeds.stop)
    return proof.sample if options.sample else proof.seeds


def _line(record: Record) -> str:
    figures = ", ".join(f"{value:g} {name.replace('_', ' ')}" for name, value in record.figures.items())
    broken = f", BROKEN by {[one.seed for one in record.failures]}: {record.failures[0].why}" if record.failures else ""
    return f"{record.name}: {record.checked} seeds in {record.seconds:.0f} s at {record.commit}: {figures}{broken}"


@contextmanager
def _progress() -> Iterator[Callable[[Proof, Record], Tell]]:
    """A line of progress for each proof, on standard error; without a terminal, its name."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:

        def step(proof: Proof, record: Record) -> Tell:
            console.print(f"{proof.name}: {proof.promise}")
            task = bar.add_task(proof.name, total=record.of, completed=record.checked)
            return lambda seen: bar.update(task, completed=seen.checked)

        yield step


if __name__ == "__main__":
    sys.exit(main())
