"""Seeds checked by several processes at once. Each prepares its own ground; one record is kept of them all."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.proof.proof import KEEP_SECONDS, MAX_FAILURES, Figures, NotHereError, Proof, Record
from tests.proof.registry import load

AT_ONCE = 8
"""How many seeds a worker takes at a time: few enough to end together."""
Seen = tuple[int, Figures | None, str]
"""(seed, what it showed or None where it failed, why)."""


def run(
    proof: Proof, record: Record, begin: int, jobs: int, keep: Callable[[Record], object],
    tell: Callable[[Record], object],
) -> None:  # fmt: skip
    """Checks the seeds from `begin` that are left.

    Args:
        proof: what to check; a registered one where there are several processes.
        record: where it is written down.
        begin: the first seed.
        jobs: processes at once; 1 is this one, 0 as many as there are processors.
        keep: called every few seconds and at the end.
        tell: called as seeds are done.

    Raises:
        NotHereError: this machine does not allow it.
    """
    left = [seed for seed in record.left() if seed >= begin]
    parts = [left[start : start + AT_ONCE] for start in range(0, len(left), AT_ONCE)]
    if not parts:
        return
    jobs = min(jobs or multiprocessing.cpu_count(), len(parts))
    book = _Book(record, keep, tell)
    try:
        if jobs == 1:
            _here(proof, left, book)
        else:
            _spread(proof, parts, jobs, book)
    finally:
        book.close()


class _Book:
    """The record, written down now and then."""

    def __init__(self, record: Record, keep: Callable[[Record], object], tell: Callable[[Record], object]) -> None:
        self._record, self._keep, self._tell = record, keep, tell
        self._began = self._kept = time.monotonic()

    def take(self, seen: Seen) -> bool:
        """Takes in what a seed showed; returns whether to go on."""
        seed, figures, why = seen
        if figures is None:
            self._record.fail(seed, why)
        else:
            self._record.add(seed, figures)
        self._tell(self._record)
        if time.monotonic() - self._kept > KEEP_SECONDS:
            self.close()
        return len(self._record.failures) < MAX_FAILURES

    def close(self) -> None:
        """Writes it down."""
        now = time.monotonic()
        self._record.seconds += now - self._began
        self._began = self._kept = now
        self._keep(self._record)


def checked(check: Callable[[int], Figures], seed: int) -> Seen:
    """What a seed showed."""
    try:
        return seed, check(seed), ""
    except AssertionError as error:
        return seed, None, str(error)


def _here(proof: Proof, seeds: list[int], book: _Book) -> None:
    with tempfile.TemporaryDirectory(prefix=f"qc-{proof.name}-") as place, proof.prepare(Path(place)) as check:
        for seed in seeds:
            if not book.take(checked(check, seed)):
                return


def _spread(proof: Proof, parts: list[list[int]], jobs: int, book: _Book) -> None:
    context = multiprocessing.get_context("spawn")
    tasks: Any = context.Queue()  # it takes any number at once; a pipe alone is full after some thousands of seeds
    seen: Any = context.SimpleQueue()
    for part in (*parts, *([None] * jobs)):
        tasks.put(part)
    crew = [context.Process(target=_work, args=(proof.name, tasks, seen), daemon=True) for _ in range(jobs)]
    for one in crew:
        one.start()
    working = jobs
    try:
        while working:
            found = seen.get()
            if found is None:
                working -= 1
            elif isinstance(found, str):
                raise NotHereError(found)
            elif not all(book.take(one) for one in found):
                return
    finally:
        tasks.cancel_join_thread()  # what nobody takes any more
        tasks.close()
        for one in crew:
            one.terminate()
            one.join()


def _work(name: str, tasks: Any, seen: Any) -> None:
    """One worker: parts of seeds from the queue until a None."""
    proof = load(name)
    try:
        with tempfile.TemporaryDirectory(prefix=f"qc-{name}-") as place, proof.prepare(Path(place)) as check:
            while (part := tasks.get()) is not None:
                seen.put([checked(check, seed) for seed in part])
    except NotHereError as error:
        seen.put(str(error))
    seen.put(None)
