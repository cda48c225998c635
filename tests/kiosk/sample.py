"""Which screens every run of the tests looks at. All of them, in every mode, take minutes: `make prove` does
(``QC_EVERY_SCREEN=1``); each run takes the same share, spread by name.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence

EVERY = os.environ.get("QC_EVERY_SCREEN") == "1"


def share(cases: Sequence[tuple[str, ...]], one_in: int) -> list[tuple[str, ...]]:
    """One in so many of the cases, the same ones each time; all of them where every screen is wanted."""
    return [case for case in cases if EVERY or zlib.crc32("/".join(case).encode()) % one_in == 0]
