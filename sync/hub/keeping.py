"""How long the hub keeps what is personal, as whoever runs it says in the environment."""

from __future__ import annotations

import os
from datetime import timedelta

from sync.errors import UsageError

MAX_DAYS = 3_650
PERSONAL, PARCELS, HANDOVERS = "HUB_PERSONAL_DAYS", "HUB_PARCEL_DAYS", "HUB_HANDOVER_DAYS"
DEFAULTS = {PERSONAL: 90, PARCELS: 30, HANDOVERS: 30}
"""Days, by variable: personal parts of facts that were applied; parcels after their hand-over; notes to the next
shift.
"""


def kept_for(variable: str) -> timedelta:
    """How long something is kept.

    Args:
        variable: one of `DEFAULTS`.

    Raises:
        UsageError: the environment's value is no number of days.
    """
    text = os.environ.get(variable, str(DEFAULTS[variable]))
    if not text.isdecimal() or not 1 <= int(text) <= MAX_DAYS:
        raise UsageError(f"{variable} is {text!r}: write a number of days from 1 to {MAX_DAYS}.")
    return timedelta(days=int(text))
