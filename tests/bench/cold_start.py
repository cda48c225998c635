"""From the start of the process to Home's first frame, with the large programme in the replica.

Not as cold as a machine that was just switched on: the files have been read before, and the compiled forms of Python
and QML are there. That is so for the yardstick too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from tests.bench.measure import Tell, Turns, interleave
from tests.bench.report import Result, Target
from tests.bench.world import World

NAME = "cold-start"
TARGET = Target("ratio", 1.5)
START_SECONDS = 60


def run(world: World, turns: Turns, tell: Tell) -> Result:
    """Starts both windows in turns."""
    folder = world.copy(world.synced)
    load = os.getloadavg()[0]
    kiosk = ["tests.bench.start_kiosk", "run", "--data", str(folder), "--window", "1080x1920"]
    bare = ["tests.bench.start_bare"]
    rows = started(kiosk, world.env())[1]["rows"]  # the first start compiles what a later one finds
    started(bare, world.env())
    sides = {
        "kiosk": lambda: started(kiosk, world.env())[0],
        "bare window": lambda: started(bare, world.env())[0],
    }
    samples = interleave(sides, turns, tell)
    size = f"{world.rows['activities']} activities and {world.rows['occurrences']} occurrences in the replica"
    return Result(
        NAME, f"cold start to Home's first frame, {size}", samples,
        {
            "kiosk": "`kiosk run`, from the start of the process until the first frame with Home's rows was swapped",
            "bare window": "a bare Qt Quick window with one text, after importing sqlalchemy.orm and sqlcipher3",
        },
        (TARGET,), {"rows_on_first_frame": rows}, load,
    )  # fmt: skip


def started(command: Sequence[str], env: Mapping[str, str]) -> tuple[float, Mapping[str, int]]:
    """Starts a window that ends with its first frame: the seconds until then, and what it said of it."""
    words = [sys.executable, "-m", *command]
    environment = {**os.environ, **env}
    began = time.monotonic_ns()  # CLOCK_MONOTONIC: the same clock in both processes
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            out, errors = process.communicate(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    if process.returncode != 0 or not out:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}:\n{errors[-2000:]}")
    said = json.loads(out.splitlines()[0])  # on X11 a second frame may come before the end
    return (said["ns"] - began) / 1e9, said
