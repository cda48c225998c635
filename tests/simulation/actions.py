"""What can happen in a step: what people do at terminals and at the hub, what machines do, what goes wrong.

Each action takes the world and the step's randomness, does it, and returns a line for the history, or None where there
was nothing to do it with.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from sync.errors import SyncError
from sync.terminal.signing_up import SignUpError
from tests.simulation.machine import Machine

if TYPE_CHECKING:
    from tests.simulation.world import World

Action = Callable[["World", Random], "str | None"]
ACTIONS: dict[str, Action] = {}
CARDS = ("482910573648", "590182736455", "617283940521", "738291046583")
NAMES = ("Ada Rossi", "Bruno Bianchi", "Carla Verdi", "Dino Neri")


def action(call: Action) -> Action:
    """Registers an action under its function's name."""
    ACTIONS[call.__name__.rstrip("_")] = call
    return call


def stated(world: World, work: Callable[[Machine], str]) -> str | None:
    """Somebody does something at a terminal."""
    machine = world.somebody()
    if machine is None:
        return None
    try:
        return f"{machine.name}: {work(machine)}"
    except (SyncError, SignUpError) as error:
        return f"{machine.name}: no: {error}"


def known(world: World, machine: Machine, kind: str) -> list[str]:
    """Facts of a kind that were stated at a machine."""
    return [fact.id for fact in world.truth.facts.values() if fact.kind == kind and fact.machine == machine.name]


def terminal_of(machine: Machine):  # type: ignore[no-untyped-def]
    assert machine.terminal is not None
    return machine.terminal
