"""Each rule of the protocol is switched off in turn, and the simulation notices every one.

How many seeds that takes is printed by ``python -m tests.simulation --mutants all``; here each begins with a seed that
is known to notice (`mutants.FIRST`), so that the test is quick, and goes on from there when the code has moved on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.simulation.mutants import HOLES, MUTANTS

GROUPS = 4
NAMES = sorted(set(MUTANTS) - set(HOLES))


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_mutant_is_noticed(group: int) -> None:
    names = NAMES[group::GROUPS]
    command = [sys.executable, "-m", "tests.simulation", "--mutants", *names]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["mutant"] for one in found] == names, done.stderr[-2000:]
    missed = [one["mutant"] for one in found if one["what"] is None]
    assert not missed, f"nothing is noticed when these rules are off: {missed}"
