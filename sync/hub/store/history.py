"""Names of epochs: ordered, so that of two histories of one hub the newer is known.

A name is a counter and a random part, such as ``000002-1f3a5c7e9b2d4f60``. Names as version 0.1.0 gave them, a random
part alone, come before all others.
"""

from __future__ import annotations

import re
import secrets

_COUNTED = re.compile(r"([0-9]{6,15})-[0-9a-f]{16}")


def order(epoch: str) -> int:
    """Where an epoch stands among those of its hub: the higher, the newer."""
    found = _COUNTED.fullmatch(epoch)
    return int(found[1]) if found else 0


def following(*epochs: str) -> str:
    """A name for an epoch that comes after these; without any, for the first."""
    counter = max(map(order, epochs), default=0) + 1
    return f"{counter:06d}-{secrets.token_hex(8)}"
