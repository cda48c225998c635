"""Finds the steps that a failure needs: leaves out ever smaller parts of a run, as long as it fails in the same way."""

from __future__ import annotations

from tests.simulation.ground import Found, Ground
from tests.simulation.swarm import Swarm

MAX_RUNS = 150


def shrunk(ground: Ground, seed: int, failed: Found, swarm: Swarm) -> Found:
    """The failure with as few steps as were found in `MAX_RUNS` runs."""
    needed, best, runs = list(range(failed.steps)), failed, 0
    size = max(1, len(needed) // 2)
    while size and runs < MAX_RUNS:
        start = 0
        while start < len(needed) and runs < MAX_RUNS:
            without = needed[:start] + needed[start + size :]
            found = ground.run(seed, swarm, frozenset(range(failed.steps)) - frozenset(without))
            runs += 1
            if found.violation and found.kind == failed.kind:
                needed, best = without, found
            else:
                start += size
        size //= 2
    return best
