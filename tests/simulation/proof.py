"""The simulation as one of the long proofs (`make prove`)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.proof.proof import Check, Figures, Proof
from tests.simulation.ground import Ground

SEEDS = 100_000
SAMPLE = 20


@contextmanager
def prepare(_place: Path) -> Iterator[Check]:
    """A ground in memory; the check of a seed is its run."""
    with Ground.made() as ground:

        def check(seed: int) -> Figures:
            found = ground.run(seed)
            assert not found.violation, found.violation
            return found.figures

        yield check


# Workers are started as new processes: the order of their sets must be the same as in a replay.
os.environ["PYTHONHASHSEED"] = "0"

SIMULATION = Proof(
    name="simulation",
    promise="Whatever the network, the clocks, the disks and the processes do, the properties of synchronisation hold.",
    prepare=prepare, seeds=SEEDS, sample=SAMPLE, jobs=0,
)  # fmt: skip
