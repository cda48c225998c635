"""What a desk says to everybody and takes back, and the days that it closes."""

from __future__ import annotations

import secrets
from random import Random
from typing import TYPE_CHECKING

from sync.clock import local
from sync.terminal import closing
from tests.simulation.actions import action, known, stated, terminal_of
from tests.simulation.machine import Machine

if TYPE_CHECKING:
    from tests.simulation.world import World


@action
def notice_down(world: World, random: Random) -> str | None:
    """A notice is taken off the board: one that is on it, or one that left it, or one that nobody knows."""

    def work(at: Machine) -> str:
        shown = [one.id for one in terminal_of(at).projection.notices() if one.own]
        if not shown or random.random() < 0.2:
            shown = known(world, at, "notice") or [secrets.token_hex(16)]
        chosen = random.choice(shown)
        terminal_of(at).say("notice_remove", {"notice": chosen})
        return f"takes down notice {chosen}"

    return stated(world, work)


@action
def day_close(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        terminal = terminal_of(at)
        day = local(terminal.clock.now()).date()
        totals = closing.totals(terminal.projection, day).named()
        return f"closes {day}: {terminal.say('day_close', {'day': day.isoformat(), 'totals': totals})}"

    return stated(world, work)
