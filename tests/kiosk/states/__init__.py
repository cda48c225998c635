"""Every screen in every state that one can meet: one list for the checks of the layout and for the pictures.

A state is a way to it from Home, as a person takes it. The programme that it stands on is `crowded` unless `WORLDS`
names another.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.controls.context import Modes
from tests.kiosk.hand import PORTRAIT, SMALL, WIDE, Hand
from tests.kiosk.states import agenda, desk, jobs, services, signup
from tests.kiosk.states.worlds import (
    among_makers,
    before_the_first_programme,
    crowded,
    in_the_lodge,
    of_last_week,
    quiet_day,
)
from tests.kiosk.world import World, whole

SIZES = {"portrait": PORTRAIT, "wide": WIDE, "small": SMALL}
LANGUAGES = ["it", "en", "ar", "zh", "es", "fil"]
MODES = {"plain": Modes(), "large": Modes(large=True), "contrast": Modes(contrast=True), "reach": Modes(reach=True)}

STATES: dict[str, Callable[[Hand], None]] = {
    **jobs.STATES,
    **agenda.STATES,
    **services.STATES,
    **signup.STATES,
    **desk.STATES,
}

WORLDS: dict[str, Callable[[], World]] = {
    "home, area 1": in_the_lodge,
    "home, area 3": among_makers,
    "home, nothing today": quiet_day,
    "home, first start": before_the_first_programme,
    "home, old": of_last_week,
    "night": whole,
}
"""The programmes of the states that stand on another one than `crowded`: an empty one, an old one."""


def world_of(state: str) -> Callable[[], World]:
    """What makes the programme that a state stands on."""
    return WORLDS.get(state, crowded)
