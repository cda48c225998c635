"""What a person feels who strolls through the screens, and what is left of it in memory (`tests.bench.stroll`)."""

from __future__ import annotations

import os
import shutil
import statistics
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.bench.measure import Tell, p99
from tests.bench.report import Result, Target
from tests.bench.strolls import STROLL
from tests.bench.world import World, child, open_terminal
from tests.kiosk.states.worlds import crowded
from tests.kiosk.world import tell_dumped

TAPS, VISITS = "taps", "visits"
MEDIAN_SECONDS, P99_MS = 0.033, 100.0
PAUSE_MS = 60
GROWTH_PERCENT = 1.0
"""Of the memory after the first quarter: less than what the allocator's pages come and go by."""
WARM = 0.25
"""The part of the taps after which everything has been seen that is kept on purpose."""
VISITS_SECONDS = 3_600
SLOWEST = 5
TOLD = ("activity", "occurrence", "service", "notice", "offer")
"""What the large programme lacks: services, notices, neighbours' notes, and activities that the way knows by name."""


def taps(world: World, rounds: int, tell: Tell) -> Result:
    """Strolls so many times, each tap beside one into a bare window."""
    begin = os.getloadavg()[0]
    taken, worked, bare, by_step = [], [], [], defaultdict(list)
    whole = lively(world)
    for number in range(rounds):
        folder = world.copy(whole)
        found = child("tests.bench.stroll", "--data", folder, "--taps", 2 * len(STROLL), "--pause", PAUSE_MS, "--bare",
                      env=world.env())  # fmt: skip
        shutil.rmtree(folder)
        taken += [took for _, _, took in found["taken"]]
        worked += found["worked"]
        bare += found["bare"]
        for tap, screen, took in found["taken"]:
            by_step[f"{tap} on {screen}"].append(took)
        tell(number + 1, rounds)
    shutil.rmtree(whole)
    slow = sorted(by_step, key=lambda step: -statistics.median(by_step[step]))[:SLOWEST]
    facts: dict[str, Any] = {
        "p99_ms": 1000 * p99(taken), "worst_ms": 1000 * max(taken), "processor_p99_ms": 1000 * p99(worked),
        "processor_median_ms": 1000 * statistics.median(worked), "p99_bare_ms": 1000 * p99(bare),
        "slowest": ", ".join(f"{step}: {1000 * statistics.median(by_step[step]):.0f} ms" for step in slow),
    }  # fmt: skip
    sides = {
        "taps": "a tap, from the touch to the frame that shows what it did, through all of the residents' screens",
        "bare window": "a tap into a bare Qt Quick window of one text, in the same process",
    }
    what = f"a tap to its frame at 1080 × 1920, {len(STROLL)} taps through the residents' screens, {2 * rounds} times"
    targets = (Target("seconds", MEDIAN_SECONDS), Target("p99_ms", P99_MS))
    return Result(TAPS, what, {"taps": taken, "bare window": bare}, sides, targets, facts, begin)


def visits(world: World, count: int, tell: Tell) -> Result:
    """Strolls until so many taps are made, and looks whether the window has grown."""
    begin = os.getloadavg()[0]
    folder = lively(world)
    found = child("tests.bench.stroll", "--data", folder, "--taps", count, env=world.env(), seconds=VISITS_SECONDS)
    shutil.rmtree(folder)
    tell(1, 1)
    first = next(held for done, held in found["memory"] if done >= WARM * count)
    last = found["memory"][-1][1]
    facts: dict[str, Any] = {
        "growth_percent": 100 * (last - first) / first, "warm_mib": first / 2**20, "last_mib": last / 2**20,
        "start_mib": found["memory"][0][1] / 2**20, "taps": count,
    }  # fmt: skip
    what = f"memory of the window over {count:,} taps through the residents' screens"
    samples = {"taps": [took for _, _, took in found["taken"]]}
    sides = {"taps": "a tap to its frame, one after the other"}
    return Result(VISITS, what, samples, sides, (Target("growth_percent", GROWTH_PERCENT),), facts, begin)


def lively(world: World) -> Path:
    """A copy of the synchronised terminal that has everything that one can stroll through, and its search ready."""
    folder = world.copy(world.synced)
    told = [item for item in crowded().items if item[0] in TOLD]
    tell_dumped(folder, told)
    terminal = open_terminal(folder)
    try:
        while not terminal.search.prepare():
            pass
    finally:
        terminal.close()
    return folder
