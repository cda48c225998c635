"""Whether the screen stays smooth while a first synchronisation runs beside it (`tests.bench.scroll`)."""

from __future__ import annotations

import contextlib
import os
import shutil
import statistics
from collections.abc import Mapping, Sequence
from typing import Any

from tests.bench.measure import Tell, p99
from tests.bench.report import Result, Target
from tests.bench.world import World, child
from tests.support.xserver import x_server

NAME = "screen"
WORK_SECONDS = 0.008
LONG_SECONDS = 0.025
GROWTH_PERCENT = 0.5
SIDES = {
    "synchronising": "p99 of a frame's work while the engine takes everything in: `kiosk run`, a list that scrolls",
    "alone": "the same window before its engine was started",
}
LEAST_PRIORITY = 19
"""Of the hub: in the field it works on another machine."""


def run(world: World, seconds: float, runs: int, tell: Tell) -> Result:
    """Scrolls, on Qt's offscreen platform and, where there is an X server without a screen, on X11."""
    begin = os.getloadavg()[0]
    taken: dict[str, list[Mapping[str, Any]]] = {"offscreen": []}
    left_out = {}
    with world.serving() as hub, contextlib.ExitStack() as open_:
        os.setpriority(os.PRIO_PROCESS, hub.pid, LEAST_PRIORITY)
        platforms = {"offscreen": {"QT_QPA_PLATFORM": "offscreen"}}
        if shutil.which("Xvfb") is None:
            left_out = {"left_out": "xcb: Xvfb is not installed"}
        else:
            platforms["xcb"] = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": open_.enter_context(x_server((1080, 1920)))}
        for number in range(runs):
            for place, (platform, env) in enumerate(platforms.items()):
                folder = world.copy(world.synced)
                arguments = ("--data", folder, "--seconds", seconds)
                found = child("tests.bench.scroll", *arguments, env={**world.env(), **env})
                shutil.rmtree(folder)
                taken.setdefault(platform, []).append(found)
                tell(number * len(platforms) + place + 1, runs * len(platforms))
    facts: dict[str, Any] = {}
    for platform, found_ in taken.items():
        facts |= {f"{key}_{platform}": value for key, value in _figures(found_).items()}
    targets = [
        Target(f"{figure}_{platform}", bound)
        for platform in taken
        for figure, bound in (("work_p99_ms", WORK_SECONDS * 1000), ("long_intervals_growth_percent", GROWTH_PERCENT))
    ]
    samples = {
        f"{half}, {platform}": [p99(one[half]["work"]) for one in found_]
        for platform, found_ in taken.items()
        for half in SIDES
    }
    sides = {f"{half}, {platform}": what for platform in taken for half, what in SIDES.items()}
    what = (
        "p99 of a frame's work, in a window of 1080 × 1920 by the software renderer, with and without synchronisation"
    )
    return Result(NAME, what, samples, sides, tuple(targets), {**facts, **left_out}, begin)


def _figures(runs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What the frames of several runs say together, and what the least and the most is of one run."""

    def long(half: str) -> float:
        intervals: list[float] = [interval for run in runs for interval in run[half]["intervals"]]
        return 100 * sum(interval > LONG_SECONDS for interval in intervals) / len(intervals)

    both, alone = long("synchronising"), long("alone")
    return {
        "work_p99_ms": 1000 * p99([work for run in runs for work in run["synchronising"]["work"]]),
        "work_p99_alone_ms": 1000 * p99([work for run in runs for work in run["alone"]["work"]]),
        "worst_frame_ms": 1000 * max(work for run in runs for work in run["synchronising"]["work"]),
        "long_intervals_growth_percent": both - alone, "long_intervals_percent": both,
        "long_intervals_alone_percent": alone, "synchronised_in_s": statistics.median(
            run["synchronised_in"] for run in runs
        ),
        "rows": runs[0]["rows"], "frames": sum(len(run["synchronising"]["work"]) for run in runs),
    }  # fmt: skip
