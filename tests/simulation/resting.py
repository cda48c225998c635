"""How a world comes to rest: everything is healed, and everybody synchronises to the end."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from sync.hub import intake
from tests.simulation import (
    cards,  # noqa: F401 - its actions are registered
    registers,  # noqa: F401 - its actions are registered
)
from tests.simulation.history import Violation
from tests.simulation.machine import Machine, pull, push
from tests.simulation.places import PLACES

REST_ROUNDS = 14


class Resting:
    """The part of a world that comes to rest."""

    def _rest(self) -> None:
        """Heals everything and has everybody synchronise to the end, clones one after the other."""
        self.random = Random(f"{self.seed}:rest")
        self.network.healed, self.network.late, self._fuse = True, [], None
        if self.hub.hub is None:
            self._boot_hub()
        clones = [one for one in self.machines if one.name not in PLACES]
        for one in clones:
            self._drain([one])
            one.retired = True
            one.stop()
        self._drain([one for one in self.machines if not one.retired and self.alive(one)])
        for machine in self.machines:
            self._carry_over(machine)
        self._drain([one for one in self.machines if not one.retired and self.alive(one)])
        self.checks.step()
        self.checks.rest()

    def _drain(self, machines: list[Machine]) -> None:
        for _ in range(REST_ROUNDS):
            before = self._standing(machines)
            ended = [self._rest_turn(machine) for machine in machines]
            if all(ended) and self._standing(machines) == before:
                return
        raise Violation(13, f"not at rest after {REST_ROUNDS} rounds: {self._standing(machines)}")

    def _rest_turn(self, machine: Machine) -> bool:
        """One turn of a machine; returns whether it went well."""
        if machine.retired:  # it was erased meanwhile
            return True
        self.time.move(timedelta(seconds=5))
        said = machine.turn(push, pull)
        self.history.say("rest", f"{machine.name}: {said}")
        if machine.refused:
            assert machine.terminal is not None
            self.history.say("rest", f"{machine.name}: {machine.enrol(machine.terminal.space)}")
        return said == "done"

    def _carry_over(self, machine: Machine) -> None:
        """Somebody carries what an erased terminal exported to the hub, twice."""
        for path in sorted(machine.folder.glob("*.export")) if machine.retired else ():
            self.alarming = True  # its facts may be taken under a new incarnation
            assert self.hub.hub is not None
            done = [intake.import_facts(self.hub.hub, path) for _ in range(2)]
            self.history.say("hub", f"takes in what {machine.name} exported: {done}")
            if done[1]["new"]:
                raise Violation(1, f"{path.name} brings {done[1]['new']} facts in a second time")

    def given_up(self, machine: Machine, durable: list[str]) -> None:
        """A terminal was erased by the hub's order: what was not exported left it as durable."""
        for fact_id in durable:
            self.truth.expired.add(fact_id)
            self.truth.on_expired(fact_id)
        self.checks.forget_switches(machine)
        self.history.say(machine.name, "is erased by the hub's order")

    def _standing(self, machines: list[Machine]) -> list[object]:
        found: list[object] = [self.feed.head]
        for machine in machines:
            if machine.terminal is not None:
                stands = machine.terminal.replica.standing()
                pending = machine.terminal.journal.position().pending
                found.append((machine.name, pending, stands.switches, stands.cursor))
        return found
