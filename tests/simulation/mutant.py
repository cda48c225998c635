"""A rule of the protocol that is switched off, and where such rules are named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Any

from tests.simulation.swarm import COMMANDS, MEMBERS, REGISTERS, SAID, Swarm

Patch = Callable[[], AbstractContextManager[Any]]


@dataclass(frozen=True)
class Mutant:
    """A rule that is switched off.

    Attributes:
        rule: what no longer holds.
        patch: switches it off.
        focus: actions and their weights, beside the swarm's.
        line: faults of the line and their probabilities, beside the swarm's.
        swarm: other values of the configuration.
    """

    rule: str
    patch: Patch
    focus: dict[str, float]
    line: dict[str, float]
    swarm: dict[str, Any]

    def configured(self, seed: int) -> Swarm:
        """The configuration of a seed for this mutant."""
        base = Swarm.of(seed)
        apart = COMMANDS | REGISTERS | MEMBERS | SAID
        named = {name: weight for name, weight in base.actions.items() if name not in apart}
        actions, line = {**named, **self.focus}, {**base.line, **self.line}
        return replace(base, **{"steps": 60, "actions": actions, "line": line, **self.swarm})


MUTANTS: dict[str, Mutant] = {}
RESTORES: dict[str, float] = {"backup": 8, "restore": 6, "sync": 25, "dropin": 10}
SETBACKS: dict[str, float] = {"keep_disk": 6, "rewind": 6, "sync": 20, "dropin": 15}


def mutant(
    rule: str, focus: dict[str, float] | None = None, line: dict[str, float] | None = None, **swarm: Any
) -> Callable[[Callable[[], Iterator[None]]], Callable[[], Iterator[None]]]:
    """Registers a mutant under the name of its function."""

    def register(call: Callable[[], Iterator[None]]) -> Callable[[], Iterator[None]]:
        MUTANTS[call.__name__] = Mutant(rule, contextmanager(call), focus or {}, line or {}, swarm)
        return call

    return register
