"""Wrong clocks: a terminal whose clock jumps by up to ten years either way, with real processes.

Everything arrives in the order in which it happened. From the first synchronisation after a jump on, what happens is
told with its true time, and what is on can be signed up for.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from sync.clock import instant
from sync.hub.hub import Hub
from tests.proof.account import Told, record, settle
from tests.proof.proof import Check, Proof
from tests.proof.world import Fact, World, template, traffic

YEARS = timedelta(days=3652)
JUMPS = 3
TOLERANCE = timedelta(seconds=5)
"""A measured offset is noted again when it moved by more than two seconds; a stamp has whole seconds."""


@contextmanager
def prepare(place: Path) -> Iterator[Check]:
    """A hub whose clock is right, and a terminal."""
    with template(place) as made:

        def check(seed: int) -> Counter[str]:
            rng, told = random.Random(f"clock {seed}"), Told()
            with made.copy(place / str(seed)) as world:
                for _ in range(JUMPS):
                    shift = timedelta(seconds=rng.uniform(-1, 1) * YEARS.total_seconds())
                    try:
                        _jump(world, shift, rng, told)
                    except AssertionError as error:
                        raise AssertionError(f"a clock {shift} ahead: {error}") from error
                settle(world, rng, told)
            told.figures["jumps"] += JUMPS
            return told.figures

        yield check


def _jump(world: World, shift: timedelta, rng: random.Random, told: Told) -> None:
    """The clock jumps; the terminal works before it knows, and after."""
    record(_shifted(world, shift), traffic(rng, 2, world.occurrence, kinds=("dropin", "notice")), told)
    with world.serving():
        assert _shifted(world, shift).terminal.sync()["pushed"] == 2
        began = datetime.now(UTC)
        facts: list[Fact] = [
            ("dropin", {"reasons": ["chiavi"], "people": 1}),
            ("booking", {"occurrence": world.occurrence, "name": "Ada"}),
        ]
        record(_shifted(world, shift), facts, told)
        ended = datetime.now(UTC)
        assert _shifted(world, shift).terminal.sync()["pushed"] == 2
    found = _happened(world, told.saved[-2])
    assert began - TOLERANCE <= found <= ended + TOLERANCE, f"what happened at {began} is told as of {found}"
    told.figures["times_corrected"] += 1


def _shifted(world: World, shift: timedelta) -> World:
    """The world with the terminal's clock that far ahead, from now on."""
    now = (datetime.now(UTC) + shift).isoformat()
    return replace(world, terminal=replace(world.terminal, env={**os.environ, "QC_NOW": now}))


def _happened(world: World, dropin: str) -> datetime:
    """When the hub says that somebody came by."""
    with closing(Hub.open(world.hub.database, world.hub.folder)) as hub, hub.database.read() as session:
        return instant(
            str(session.execute(sa.text("SELECT at FROM dropin WHERE id = :id"), {"id": dropin}).scalar_one())
        )


PROOF = Proof(
    "clocks",
    "A clock that is wrong by up to ten years changes times and nothing else, and those only until the hub was heard.",
    prepare,
    seeds=100,
    sample=2,
    jobs=2,
)
