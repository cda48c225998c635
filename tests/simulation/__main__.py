"""`make simulate`: runs seeds, or replays one.

python -m tests.simulation --seed N [--history] [--shrink] [--mutant NAME]
python -m tests.simulation --seeds A:B [--jobs N]
"""

from __future__ import annotations

import os
import sys

if os.environ.get("PYTHONHASHSEED") != "0":  # the order of sets must not differ between two runs of a seed
    os.environ["PYTHONHASHSEED"] = "0"
    os.execv(sys.executable, [sys.executable, "-m", "tests.simulation", *sys.argv[1:]])  # noqa: S606

from tests.simulation.commands import main

sys.exit(main())
