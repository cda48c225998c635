"""A run: a hub, some terminals, a line between them, virtual time, and steps in which things happen.

Everything that a step does is decided by the randomness of that step alone, so that leaving out other steps changes it
as little as possible (`shrink`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from sync import card
from sync.clock import stamp
from sync.hub import signups, terminals
from sync.hub.store.feed import HubSession
from sync.ids import occurrence_id
from tests.simulation import (
    announcing,  # noqa: F401 - its actions are registered
    asking,  # noqa: F401 - likewise
    cards,  # noqa: F401 - likewise
    desk,  # noqa: F401 - likewise
    devices,  # noqa: F401 - likewise
    disasters,  # noqa: F401 - likewise
    disk,
    line,  # noqa: F401 - likewise
    office,  # noqa: F401 - likewise
    registers,  # noqa: F401 - likewise
)
from tests.simulation.actions import ACTIONS, CARDS, NAMES
from tests.simulation.atonce import AtOnce
from tests.simulation.checks import Checks
from tests.simulation.clocks import START, Time
from tests.simulation.disk import Boundaries, Crash, Phase
from tests.simulation.entropy import Entropy
from tests.simulation.feedlog import FeedLog
from tests.simulation.history import History, Violation
from tests.simulation.hubnode import Copy, HubNode
from tests.simulation.machine import Machine, pull, push
from tests.simulation.network import Network
from tests.simulation.places import PLACES
from tests.simulation.resting import Resting
from tests.simulation.setbacks import Setbacks
from tests.simulation.swarm import Swarm
from tests.simulation.template import PROGRAMME, Template
from tests.simulation.truth import Truth

DURABLE_BACKUPS = 2
INSIDE = 2
"""How deep things may happen while others are under way."""
NOT_INSIDE = (
    "enrol", "move", "restore", "hub_restore", "hub_backup", "give_up", "hub_crash", "hub_down", "age", "clone",
    "rewind", "backup",
)  # fmt: skip


class World(Setbacks, Resting):
    """One run.

    Attributes:
        random: of the step.
        ceilings: the most seats that an occurrence ever had, where the office took some away.
        alarming: a disk was put back or copied, or the hub's: epochs and incarnations may end.
        went_back: the hub's disk was put back.
        touched: machines on whose disks something was committed in this step.
        unsure: drop-ins whose facts were replayed out of order.
        sold: bookings that people made on the hub's pages, and were told that they are final.
        forgotten: facts whose personal part was erased at the hub.
        lost: commits that the hub lost when it was put back, as long as it has not found out.
        overtaken: the epoch in which some terminal was ahead of the hub then.
    """

    def __init__(self, seed: object, swarm: Swarm, template: Template, place: Path) -> None:
        self.seed, self.swarm, self._place, self._template = seed, swarm, place, template
        self.time = Time()
        self.random = Random(f"{seed}:start")
        self.synced = disk.Synced()
        self.history = History(self.time)
        self.truth, self.feed, self.checks = Truth(self.time), FeedLog(), Checks(self)
        self.feed.commits.update(template.commits)
        self.truth.on_expired = self._expired
        self.went_back = False
        self.network = Network(self)
        self.hub = HubNode(self, template.copy(place, "hub"), template.drawers["hub"].copy())
        self.machines: list[Machine] = []
        self.tickets: list[card.Ticket] = []
        self.ceilings: dict[str, int] = {}
        self.alarming = False
        self.touched: set[str] = set()
        self.unsure: set[str] = set()
        self.sold: dict[str, None] = {}
        self.forgotten: set[str] = set()
        self.lost: set[tuple[int, str]] = set()
        self.overtaken = ""
        self.beyond_backups = False
        self.depth = self.deaths = 0
        self._busy: set[str] = set()
        self._fuse: tuple[str, int, Phase] | None = None
        self._paths: dict[str, Machine] = {}
        self._occurrences = [
            occurrence_id(activity, stamp(START + timedelta(days=days))) for activity, _, _, days in PROGRAMME
        ]

    # the run

    @property
    def figures(self) -> dict[str, float]:
        """What there was to see."""
        return {
            "requests": self.network.carried, "switches": self.checks.counted["switches"],
            "facts": len(self.truth.facts), "deaths": self.deaths, "max_steps": self.swarm.steps,
        }  # fmt: skip

    def run(self, skip: frozenset[int] = frozenset()) -> History:
        """Does all steps, then brings everything to rest.

        Raises:
            Violation: a property does not hold.
        """
        with self._installed():
            self._boot(list(PLACES)[: self.swarm.machines])
            for number in range(self.swarm.steps):
                if number not in skip:
                    self._step(number)
            self._rest()
        return self.history

    @classmethod
    def enrolled(cls, template: Template, place: Path) -> None:
        """Enrols the machines of a template in its own folders."""
        world = cls("template", Swarm(0, 4), template, place / "making")
        with world._installed():
            world._boot([])
            for name in list(PLACES)[:3]:
                machine = world.machine(name)
                world.machines.append(machine)
                done = machine.enrol(PLACES[name])
                assert done.startswith("is "), done
                for _ in range(2):
                    assert machine.turn(push, pull) == "done", world.history.lines
                machine.stop()
            world.hub.stop()
        template.commits.update(world.feed.commits)
        for name in ("hub", *list(PLACES)[:3]):
            drawer = world.hub.drawer if name == "hub" else world._named(name).drawer
            template.drawers[name].secrets.update(drawer.secrets)
            target = place / name
            disk.replace_folder(place / "making" / name, target)

    @contextmanager
    def _installed(self) -> Iterator[None]:
        with ExitStack() as stack:
            stack.enter_context(Entropy(self.seed).installed())
            stack.enter_context(Boundaries(self._committed))
            stack.enter_context(patch("sync.terminal.pushing.ThreadPoolExecutor", AtOnce))
            stack.enter_context(patch("os.fsync", self.synced.fsync))
            stack.enter_context(patch.dict(os.environ, {"HUB_DURABLE_BACKUPS": str(DURABLE_BACKUPS)}))
            stack.enter_context(patch("sync.hub.pull.MAX_PAGE_ITEMS", self.swarm.page_items))
            stack.enter_context(patch("sync.wire.MAX_PUSH_FACTS", self.swarm.push_facts))
            stack.callback(self._close)
            yield

    def _boot(self, names: list[str]) -> None:
        self._boot_hub()
        for name in names:
            machine = self.machine(name)
            self.machines.append(machine)
            if (machine.folder / "journal.db").exists():
                machine.boot()
                self._look(machine)

    def machine(self, name: str) -> Machine:
        """A machine of the template, in this run's folders."""
        found = Machine(self, name, self._template.copy(self._place, name), self._template.drawers[name].copy())
        self._paths[str(found.folder)] = found
        return found

    def _step(self, number: int) -> None:
        random = self.random = Random(f"{self.seed}:{number}")
        self.time.move(timedelta(seconds=random.choice((1, 20, 300, 3600, 20_000))))
        self._fuse = self._lit(random)
        if self.hub.hub is None and self.time.ms >= self.hub.away_until:
            self._boot_hub()
        self.network.deliver_late()
        self._act(self._chosen(random))
        self._fuse = None
        if self.hub.hub is None and not self.hub.away_until:
            self._boot_hub()
        self.checks.step()

    def _chosen(self, random: Random, without: tuple[str, ...] = ()) -> str:
        known = [name for name in self.swarm.actions if name in ACTIONS and name not in without]
        return random.choices(known, [self.swarm.actions[name] for name in known])[0]

    def _act(self, name: str) -> None:
        try:
            said = ACTIONS[name](self, self.random)
        except Crash as crash:
            self.died(crash)
            said = f"{crash.where} died over it"
        if said is not None:
            self.history.say(name, said)

    def meanwhile(self, machine: Machine) -> None:
        """What else happens while a request of a machine is on its way."""
        if self.network.healed or self.depth >= INSIDE or self.random.random() >= self.swarm.meanwhile:
            return
        self.depth += 1
        self.history.depth = self.depth
        try:
            self.time.move(timedelta(seconds=self.random.choice((0, 1, 30))))
            self._act(self._chosen(self.random, NOT_INSIDE))
        finally:
            self.depth -= 1
            self.history.depth = self.depth

    # deaths

    def _lit(self, random: Random) -> tuple[str, int, Phase] | None:
        """Whether, and at which of its commits, somebody dies in this step."""
        if random.random() >= self.swarm.fuse:
            return None
        who = random.choice(self.swarm.mortals or ("hub", *(machine.name for machine in self.machines)))
        return who, random.randint(1, 5), random.choice(("before", "after"))

    def _committed(self, path: str, phase: Phase, raw: Any) -> None:
        """A commit boundary of some file."""
        folder, _, file = path.rpartition("/")
        machine = self._paths.get(folder)
        who = machine.name if machine is not None else "hub"
        if phase == "after":
            self._observe(machine, file, raw)
        if self._fuse is not None and self._fuse[0] == who and self._fuse[2] == phase:
            left = self._fuse[1] - 1
            self._fuse = (who, left, phase) if left else None
            if not left:
                self.history.say(who, f"dies {phase} the commit of {file}")
                raise Crash(who)

    def _observe(self, machine: Machine | None, file: str, raw: Any) -> None:
        if machine is not None:
            self.touched.add(machine.name)
        if machine is None:
            self.feed.follow(raw)
        elif file == "journal.db":
            self.truth.look(machine.name, raw)
        elif file == "replica.db":
            self.checks.switched(machine, raw)

    def died(self, crash: Crash) -> None:
        """Somebody died; terminals start again at once."""
        self.deaths += 1
        if crash.where == "hub":
            self.hub.die(power=self.random.random() < 0.5)
            self.hub.away_until = 0
            return
        machine = self._named(crash.where)
        if machine.life != crash.life and crash.life:
            return
        self.checks.forget_switches(machine)
        machine.die(power=self.random.random() < 0.6)
        self.touched.add(machine.name)
        if self.alive(machine):
            machine.boot()

    def _boot_hub(self) -> None:
        self.hub.away_until = 0
        try:
            self.hub.boot()
        except Crash as crash:
            self.died(crash)
            self.hub.boot()
        self._reload_feed()

    def _reload_feed(self) -> None:
        assert self.hub.hub is not None
        with self.hub.hub.database.engine.connect() as connection:
            self.feed.reload(connection.connection.dbapi_connection)

    # who is there

    @property
    def _counting(self) -> list[Copy]:
        """The backups that `durable` counts."""
        return self.hub.copies[-DURABLE_BACKUPS:]

    def somebody(self, *, idle: bool = False) -> Machine | None:
        """A machine that is on; `idle`: whose engine has nothing under way."""
        found = [one for one in self.machines if one.terminal is not None and not (idle and one.name in self._busy)]
        return self.random.choice(found) if found else None

    @contextmanager
    def busy(self, machine: Machine) -> Iterator[None]:
        """The machine's engine is at work, until the block is left."""
        self._busy.add(machine.name)
        try:
            yield
        finally:
            self._busy.discard(machine.name)

    def alive(self, machine: Machine) -> bool:
        """Whether a machine has been enrolled, so that it can start."""
        return (machine.folder / "journal.db").exists()

    def _named(self, name: str) -> Machine:
        return next(machine for machine in self.machines if machine.name == name)

    def occurrence(self, random: Random) -> str:
        """Something to sign up for."""
        return random.choice(self._occurrences)

    # what actions do that concerns more than one

    def approve(self, code: str) -> None:
        """A technician lets a terminal in."""

        def work(session: HubSession) -> str:
            assert self.hub.hub is not None
            return terminals.approve(session, self.hub.hub, code, "technician").id

        self.history.say("hub", f"approves {self.hub.office(work)}")

    def book(self, random: Random, ticket: card.Ticket | None) -> str:
        """Somebody signs up on the hub's pages."""

        def work(session: HubSession) -> str:
            assert self.hub.hub is not None
            by_card = random.random() < 0.4
            booking, _ = signups.book(
                session, self.hub.hub, occurrence_id=ticket.occurrence if ticket else self.occurrence(random),
                people=ticket.people if ticket else random.choice((1, 2, 3)),
                card=random.choice(CARDS) if by_card else None, name=None if by_card else random.choice(NAMES),
                contact=None, language="it", ticket=ticket,
            )  # fmt: skip
            made.append(booking.id)
            return f"books {booking.id} for {booking.occurrence_id}: {booking.state}"

        made: list[str] = []
        said = self.hub.office(work)
        if made and self.hub.hub is not None and said.endswith("final"):
            self.sold.update(dict.fromkeys(made))
        return said

    def _expired(self, fact_id: str) -> None:
        """1: a fact leaves a journal only when each of the last backups holds it."""
        counting = self._counting
        if not self.went_back and (
            len(counting) < DURABLE_BACKUPS or any(fact_id not in one.facts for one in counting)
        ):
            raise Violation(1, f"fact {fact_id} leaves its journal, and not every one of the last backups holds it")

    def _look(self, machine: Machine) -> None:
        assert machine.terminal is not None
        with machine.terminal.journal._engine.connect() as connection:
            self.truth.look(machine.name, connection.connection.dbapi_connection)

    def _close(self) -> None:
        for machine in self.machines:
            machine.stop()
        self.hub.stop()
