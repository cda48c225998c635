"""What people do at the desk's registers: parcels come and go, shifts leave each other notes."""

from __future__ import annotations

import secrets
from random import Random
from typing import TYPE_CHECKING

from sync.facts import parse
from sync.terminal import registers
from tests.simulation.actions import CARDS, NAMES, action, known, stated, terminal_of
from tests.simulation.machine import Machine

if TYPE_CHECKING:
    from tests.simulation.world import World


@action
def parcel(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        terminal = terminal_of(at)
        code = registers.propose_code(terminal.projection)
        who = {"card": random.choice(CARDS)} if random.random() < 0.3 else {"name": random.choice(NAMES)}
        return f"parcel {registers.keep_parcel(terminal, code, **who)} as {code}"

    return stated(world, work)


@action
def parcel_out(world: World, random: Random) -> str | None:
    """Handed over, or taken back; now and then one that nobody knows."""

    def work(at: Machine) -> str:
        terminal = terminal_of(at)
        there = registers.parcels(terminal.projection)
        if not there or random.random() < 0.1:
            return f"hands over what is not there: {registers.hand_over(terminal, secrets.token_hex(16))}"
        chosen = random.choice(there)
        if chosen.kept:
            return f"hands over {chosen.id}: {registers.hand_over(terminal, chosen.id)}"
        registers.take_back(terminal, chosen)
        return f"takes back {chosen.id}"

    return stated(world, work)


@action
def handover(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        to = random.choice(("here", registers.TO_ALL))
        return f"note to {to} {registers.leave_note(terminal_of(at), f'Furgone {random.random()}', to=to)}"

    return stated(world, work)


@action
def handover_done(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        shown = {one.id: one for one in registers.handovers(terminal_of(at).projection)}
        chosen = random.choice([*shown] or known(world, at, "dropin") or [secrets.token_hex(16)])
        over = chosen in shown and shown[chosen].done is not None
        terminal_of(at).record(parse("handover_undo" if over else "handover_done", {"handover": chosen}))
        return f"{'opens again' if over else 'ticks off'} {chosen}"

    return stated(world, work)
