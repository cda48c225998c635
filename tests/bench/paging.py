"""Whether a list of very many lines turns its pages as smoothly as it rests (`tests.bench.turn_pages`)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from typing import Any

from tests.bench.measure import Tell, p99
from tests.bench.report import Result, Target
from tests.bench.world import World, child

NAME = "list"
WORK_MS = 8.0
LONG_SECONDS = 0.025
GROWTH_PERCENT = 0.5
SIDES = {
    "paging": "p99 of a frame's work while pages are turned four times a second",
    "idle": "the same window, drawn as often, at rest",
    "scrolling": "the same list scrolled without a stop",
}


def run(world: World, rows: int, seconds: float, runs: int, tell: Tell) -> Result:
    """Turns pages in a window of 1080 × 1920, by the software renderer."""
    begin = os.getloadavg()[0]
    taken: list[Mapping[str, Any]] = []
    for number in range(runs):
        folder = world.copy(world.synced)
        taken.append(
            child("tests.bench.turn_pages", "--data", folder, "--seconds", seconds, "--rows", rows, env=world.env())
        )
        shutil.rmtree(folder)
        tell(number + 1, runs)

    def work(part: str) -> list[float]:
        return [value for one in taken for value in one[part]["work"]]

    def long(part: str) -> float:
        intervals = [value for one in taken for value in one[part]["intervals"]]
        return 100 * sum(value > LONG_SECONDS for value in intervals) / len(intervals)

    facts: dict[str, Any] = {
        "work_p99_ms": 1000 * p99(work("paging")), "work_p99_scrolling_ms": 1000 * p99(work("scrolling")),
        "work_p99_idle_ms": 1000 * p99(work("idle")), "worst_frame_ms": 1000 * max(work("paging")),
        "long_intervals_growth_percent": long("paging") - long("idle"), "long_intervals_percent": long("paging"),
        "rows": taken[0]["rows"], "frames": len(work("paging")),
    }  # fmt: skip
    samples = {part: [p99(one[part]["work"]) for one in taken] for part in SIDES}
    targets = (
        Target("work_p99_ms", WORK_MS), Target("work_p99_scrolling_ms", WORK_MS),
        Target("long_intervals_growth_percent", GROWTH_PERCENT),
    )  # fmt: skip
    what = f"p99 of a frame's work over a list of {taken[0]['rows']:,} lines"
    return Result(NAME, what, samples, SIDES, targets, facts, begin)
