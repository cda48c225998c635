"""Where runs take place: a template and a folder in memory, made once a process."""

from __future__ import annotations

import gc
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.proof.proof import Figures
from tests.simulation.haste import haste
from tests.simulation.history import Violation
from tests.simulation.swarm import Swarm
from tests.simulation.template import Template
from tests.simulation.world import World

COLLECT_EVERY = 5
"""Runs, so that memory stays bounded."""
MEMORY = Path("/dev/shm")


@dataclass(frozen=True)
class Found:
    """How a run went. `violation`: in words, "" where there is none; `number`: of the property, 0 for a failure of
    another kind.
    """

    violation: str
    number: int
    history: list[str]
    digest: str
    steps: int
    figures: Figures

    @property
    def kind(self) -> str:
        """What tells two failures apart: the property, or the first words."""
        return self.violation[:40] if not self.number else self.violation[:20]


class Ground:
    """Runs seeds one after the other."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._runs = 0
        self._template = Template.made(place / "template")

    @classmethod
    @contextmanager
    def made(cls) -> Iterator[Ground]:
        """A ground in memory, gone after the block."""
        folder = tempfile.mkdtemp(prefix="qc-simulation-", dir=MEMORY if MEMORY.is_dir() else None)
        try:
            with haste():
                yield cls(Path(folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def run(self, seed: int, swarm: Swarm | None = None, skip: frozenset[int] = frozenset()) -> Found:
        """One run."""
        swarm = swarm or Swarm.of(seed)
        place = self._place / "run"
        shutil.rmtree(place, ignore_errors=True)
        world = World(seed, swarm, self._template, place)
        violation, number = "", 0
        try:
            world.run(skip)
        except Violation as error:
            violation, number = str(error), error.number
        except Exception as error:
            violation = f"{type(error).__name__}: {error}\n{traceback.format_exc(limit=-8)}"
        if self._runs % COLLECT_EVERY == 0:
            gc.collect()
        self._runs += 1
        figures = {"steps": swarm.steps, **world.figures}
        return Found(violation, number, world.history.lines, world.history.digest(), swarm.steps, figures)
