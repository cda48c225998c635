"""What a proof is: a promise of the design, checked once for each seed, and a record of what was seen.

A proof prepares what its seeds share, then checks one seed after the other. A seed decides everything that is left to
chance, so one that fails can be run again alone. What was seen of a commit is kept in a JSON file after every few
seeds: a run that is interrupted goes on where it stopped.
"""

from __future__ import annotations

import json
import platform
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

Figures = Mapping[str, float]
"""What one seed showed, by name. Over the seeds figures are summed; one whose name begins with ``max_`` keeps its
largest value.
"""
Check = Callable[[int], Figures]
"""Checks one seed. Raises AssertionError, with words that show what was broken."""
Prepare = Callable[[Path], AbstractContextManager[Check]]
"""Makes what the seeds share in a folder of its own."""

KEEP_SECONDS = 5.0
MAX_FAILURES = 20
"""After so many seeds that failed a run stops: the rest would say the same."""
REPOSITORY = Path(__file__).resolve().parents[2]


class NotHereError(Exception):
    """This machine does not allow the proof; the message says what is missing."""


@dataclass(frozen=True)
class Proof:
    """A promise and how it is checked.

    Attributes:
        name: as it is called on the command line, and of its JSON file.
        promise: what holds, in a sentence.
        prepare: see `Prepare`. Raises `NotHereError`.
        seeds: how many seeds the long run checks, from 0.
        sample: how many of them every run of the tests checks.
        manual: run only when it is named.
        jobs: at most so many processes at once; 0 for as many as there are processors.
    """

    name: str
    promise: str
    prepare: Prepare
    seeds: int
    sample: int
    manual: bool = False
    jobs: int = 1


@dataclass
class Failure:
    """A seed that broke the promise."""

    seed: int
    why: str


@dataclass
class Record:
    """What was seen of one proof at one commit.

    Attributes:
        done: ranges of seeds that were checked, [first, after the last], in order.
        seconds: of work, over all runs.
    """

    name: str
    promise: str
    commit: str
    of: int
    done: list[list[int]] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0.0
    machine: str = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    updated: str = ""

    @property
    def checked(self) -> int:
        """How many seeds."""
        return sum(last - first for first, last in self.done)

    def left(self) -> Iterator[int]:
        """The seeds that are still to be checked, in order."""
        known = {seed for first, last in self.done for seed in range(first, last)}
        return (seed for seed in range(self.of) if seed not in known)

    def add(self, seed: int, figures: Figures) -> None:
        """Takes in what a seed showed."""
        for name, value in figures.items():
            before = self.figures.get(name, 0)
            self.figures[name] = max(before, value) if name.startswith("max_") else before + value
        self._mark(seed)

    def fail(self, seed: int, why: str) -> None:
        """Takes in a seed that failed."""
        self.failures.append(Failure(seed, why))
        self._mark(seed)

    def _mark(self, seed: int) -> None:
        spans: list[list[int]] = []
        for first, last in sorted([*self.done, [seed, seed + 1]]):
            if spans and first <= spans[-1][1]:
                spans[-1][1] = max(spans[-1][1], last)
            else:
                spans.append([first, last])
        self.done = spans

    def write(self, folder: Path) -> Path:
        """Keeps it, whole or not at all."""
        folder.mkdir(parents=True, exist_ok=True)
        self.updated = datetime.now(UTC).isoformat(timespec="seconds")
        path = folder / f"{self.name}.json"
        beside = path.with_suffix(".part")
        beside.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        beside.replace(path)
        return path


def record_of(proof: Proof, folder: Path, of: int, *, fresh: bool = False) -> Record:
    """What is known of a proof at this commit; a new record where nothing is."""
    new = Record(proof.name, proof.promise, commit(), of)
    path = folder / f"{proof.name}.json"
    if fresh or not path.exists():
        return new
    values = json.loads(path.read_text(encoding="utf-8"))
    if values["commit"] != new.commit:
        return new
    failures = [Failure(**one) for one in values.pop("failures")]
    return Record(**{**values, "of": of, "failures": failures})


def commit() -> str:
    """The commit that is checked, with a mark where the working copy differs from it."""
    return subprocess.run(
        ["git", "describe", "--always", "--dirty=+changes", "--abbrev=12", "--exclude", "*"],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip


def sample(proof: Proof, place: Path) -> Record:
    """Checks the sample of a proof, for a test: the first seed that fails ends it.

    Raises:
        AssertionError: with the seed.
        NotHereError: this machine does not allow it.
    """
    record = Record(proof.name, proof.promise, "", proof.sample)
    with proof.prepare(place) as check:
        for seed in range(proof.sample):
            try:
                record.add(seed, check(seed))
            except AssertionError as error:
                raise AssertionError(f"{proof.name}, seed {seed}: {error}") from error
    return record
