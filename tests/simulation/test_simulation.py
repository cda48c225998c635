"""A sample of the simulation, in every run of the tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

SECONDS = 70.0
LEAST = 15
"""Seeds of each part that run at least, however slow the machine is."""
REPLAYED = 7


def simulation(*arguments: str) -> subprocess.CompletedProcess[str]:
    """``python -m tests.simulation``, as people call it."""
    command = [sys.executable, "-m", "tests.simulation", *arguments]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def sample(part: int) -> None:
    """Runs a part of the sample. Each part is a file of its own, so that two of them run side by side."""
    done = simulation("--seconds", str(SECONDS), "--first", str(part * 10_000), "--least", str(LEAST))
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert not found["failed"], "\n\n".join(f"seed {seed}:\n{what}" for seed, what in found["failed"].items())
    assert found["seeds"] >= LEAST


def test_no_seed_of_the_first_part_breaks_a_property() -> None:
    sample(0)


def test_a_seed_replays_exactly() -> None:
    first, second = (simulation("--seed", str(REPLAYED), "--history") for _ in range(2))
    assert first.returncode == second.returncode == 0, first.stdout
    assert len(first.stdout.splitlines()) > 10
    assert first.stdout == second.stdout
