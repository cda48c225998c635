"""Once a day the window of occurrences is rolled on (60 days back, 400 ahead)."""

from __future__ import annotations

from sync.clock import local
from sync.hub import catalogue
from sync.hub.hub import Hub, set_setting, setting

ROLLED = "rolled-on"
"""Setting: the day, in Milano, on which the window was last rolled on."""


def roll_on(hub: Hub) -> bool:
    """Rolls the window on if that was not done today; returns whether it was done now."""
    today = local(hub.clock.now()).date().isoformat()
    with hub.database.read() as session:
        if setting(session, ROLLED) == today:
            return False
    catalogue.expand_all(hub)
    with hub.database.write() as session:
        set_setting(session, ROLLED, today)
    return True
