"""A drop-in, from the tap until it is on disk and its line is on the screen.

Twice: at a desk that is in touch with the hub and has sent everything, and at one that was without a network for weeks.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from tests.bench.measure import Tell, steady
from tests.bench.report import Result, Target
from tests.bench.world import World, child

NAME = "drop-in"
TARGET = Target("seconds", 0.050)
SIDES = {
    "terminal": "from a mouse click on a reason's tile in `kiosk run`, engine running, to the frame with the new line",
    "bare commit and repaint": "a bare SQLCipher commit (WAL, FULL) and the repaint of a bare window with one text",
}


def online(world: World, taps: int, tell: Tell) -> Result:
    """Nothing waits, and the hub answers."""
    folder = world.copy(world.synced)
    with world.serving():
        what = "a drop-in from tap to durable and shown; hub in reach, nothing pending"
        return _taps(world, folder, NAME, what, taps, tell)


def offline(world: World, taps: int, pending: int, today: int, tell: Tell) -> Result:
    """Much waits, the day was busy, and there is no hub."""
    folder, _ = world.backlog(pending, today)
    what = f"a drop-in from tap to durable and shown; no hub, {pending} facts pending, {today} of them today's"
    return _taps(world, folder, f"{NAME}-backlog", what, taps, tell)


def _taps(world: World, folder: Path, name: str, what: str, taps: int, tell: Tell) -> Result:
    load = os.getloadavg()[0]
    tell(0, taps)
    found = child("tests.bench.desk_taps", "--data", folder, "--badge", world.badge, "--taps", taps, env=world.env())
    tell(taps, taps)
    if found["recorded"] != len(found["ours"]):
        raise RuntimeError(f"{len(found['ours'])} taps were seen and {found['recorded']} facts recorded")
    # The first tap of a day is told apart: it lays out what the others find.
    ours, bare = found["ours"][1:] or found["ours"], found["bare"][1:] or found["bare"]
    facts = {
        "first_tap_ms": round(found["ours"][0] * 1000, 1), "worst_ms": round(max(ours) * 1000, 1),
        "pending": found["pending"], "lines_today": found["today"], "hub_in_reach": bool(found["heard_online"]),
        "steady": steady(ours, bare),
    }  # fmt: skip
    with contextlib.suppress(OSError):
        facts["load_after"] = round(os.getloadavg()[0], 2)
    return Result(name, what, {"terminal": ours, "bare commit and repaint": bare}, SIDES, (TARGET,), facts, load)
