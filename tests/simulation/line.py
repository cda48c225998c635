"""What terminals do on the line to the hub, and how it is cut."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from tests.simulation.actions import action
from tests.simulation.machine import Machine, hello, pull, push

if TYPE_CHECKING:
    from tests.simulation.world import World


def _turn(world: World, *works: Callable[[Machine], None]) -> str | None:
    machine = world.somebody(idle=True)
    if machine is None:
        return None
    with world.busy(machine):
        return f"{machine.name}: {machine.turn(*works)}"


@action
def sync(world: World, random: Random) -> str | None:
    return _turn(world, push, pull)


@action
def push_(world: World, random: Random) -> str | None:
    return _turn(world, push)


@action
def pull_(world: World, random: Random) -> str | None:
    return _turn(world, pull)


@action
def hello_(world: World, random: Random) -> str | None:
    return _turn(world, hello)


@action
def cut(world: World, random: Random) -> str | None:
    machine = world.somebody()
    if machine is None:
        return None
    minutes = random.choice((5, 120, 3 * 24 * 60))
    world.network.apart[machine.name] = world.time.ms + minutes * 60_000
    return f"{machine.name} is cut off for {minutes} minutes"
