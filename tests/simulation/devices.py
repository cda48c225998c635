"""What becomes of terminals: they are moved, restarted, copied and put back; their clocks jump."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.simulation import disk
from tests.simulation.actions import action, known, terminal_of
from tests.simulation.places import PLACES

if TYPE_CHECKING:
    from tests.simulation.world import World


@action
def move(world: World, random: Random) -> str | None:
    """A technician carries a terminal to the other space and enrols it there."""
    machine = world.somebody(idle=True)
    if machine is None or machine.name not in PLACES:
        return None
    there = "omero" if terminal_of(machine).space == "zoia" else "zoia"
    world.unsure |= set(known(world, machine, "dropin"))  # what it says of them from now on is said elsewhere
    return f"{machine.name}: moves to {there}, {machine.enrol(there)}"


@action
def enrol(world: World, random: Random) -> str | None:
    """A new terminal comes."""
    fresh = [machine for machine in world.machines if not world.alive(machine) and not machine.retired]
    if not fresh:
        return None
    return f"{fresh[0].name}: {fresh[0].enrol(PLACES[fresh[0].name])}"


@action
def restart(world: World, random: Random) -> str | None:
    machine = world.somebody()
    if machine is None:
        return None
    power = random.random() < 0.6
    world.checks.forget_switches(machine)
    machine.die(power=power)
    machine.boot()
    return f"{machine.name}: {'power cut' if power else 'killed'}, starts again"


@action
def jump(world: World, random: Random) -> str | None:
    machine = world.somebody()
    if machine is None:
        return None
    days = random.choice((-3653, -30, -1, 0, 1, 30, 3653))
    machine.clock.ahead = timedelta(days=days, seconds=random.randint(-600, 600))
    return f"{machine.name}: its clock is {days} days ahead"


@action
def leap(world: World, random: Random) -> str | None:
    """The hub's clock is set."""
    world.hub.clock.ahead = timedelta(seconds=random.choice((-900, -200, 0, 200, 900)))
    return f"hub: its clock is {world.hub.clock.ahead} ahead"


@action
def age(world: World, random: Random) -> str | None:
    days = random.choice((1, 10, 40, 100))
    world.time.move(timedelta(days=days))
    return f"{days} days pass"


@action
def keep_disk(world: World, random: Random) -> str | None:
    """Somebody makes a copy of a terminal's disk."""
    machine = world.somebody()
    if machine is None:
        return None
    machine.kept = {path.name: disk.image(path) for path in machine.files}
    return f"{machine.name}: its disk is copied"


@action
def rewind(world: World, random: Random) -> str | None:
    """That copy is put back."""
    machine = world.somebody()
    if machine is None or machine.kept is None:
        return None
    world.set_back(machine, replica=random.random() < 0.7)
    return f"{machine.name}: its disk is put back to an earlier copy"


@action
def clone(world: World, random: Random) -> str | None:
    machine = world.somebody()
    if machine is None or len(world.machines) > 5 or machine.retired or machine.condemned:
        return None
    return f"{machine.name}: its disk runs a second time as {world.clone(machine)}"


@action
def prune(world: World, random: Random) -> str | None:
    """The engine lets go of what is durable and old."""
    machine = world.somebody()
    if machine is None:
        return None
    trusted = random.random() < 0.8
    told = world.hub.clock.now()
    return f"{machine.name}: lets go of {terminal_of(machine).journal.prune(told, trusted)} facts, trusted {trusted}"
