"""Nine terminals, 72 hours without a line, then a bad one: real engines against a real hub, until all hold the same.

Time is virtual while nobody has a line, and real when they meet again.
"""

from __future__ import annotations

import io
import json
import queue
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync import digest
from sync.clock import local, stamp
from sync.facts import parse
from sync.hub.store.models import Activity, Booking, Feed, Notice, Occurrence, Space, StoredFact
from sync.ids import occurrence_id
from sync.terminal.engine import Engine
from sync.terminal.folder import Folder
from tests.network.proxy import FaultProxy, Faults
from tests.proof.proof import Check, Figures, Proof
from tests.support.pair import Machine, enrolled
from tests.support.served import HandClock, ServedHub

TERMINALS = 9
OFFLINE = timedelta(hours=72)
STEP = timedelta(hours=6)
SHARED = "festa"
"""An activity that people sign up for at every terminal."""
SEATS = 20
PATIENCE = 240.0
"""Seconds after which a run is given up."""
EXCELLENT = Faults(loss=0.0, delay=0.0, paces=(0.0,))


class Running:
    """A terminal's engine at work in threads of this process."""

    def __init__(self, folder: Folder, heard: queue.Queue[object]) -> None:
        self._commands: queue.Queue[bytes] = queue.Queue()
        self._engine = Engine(folder, _Heard(heard))
        self._thread = threading.Thread(target=self._engine.run, args=(iter(self._commands.get, b""),))
        self._thread.start()

    def stop(self) -> None:
        """Ends it, as its screen would."""
        self._commands.put(b"quit\n")
        self._thread.join(PATIENCE)


class _Heard(io.StringIO):
    """Where an engine tells how it stands: each line is news."""

    def __init__(self, heard: queue.Queue[object]) -> None:
        super().__init__()
        self._heard = heard

    def write(self, text: str) -> int:
        self._heard.put(text)
        return len(text)


@dataclass
class Report:
    """What a run showed.

    Attributes:
        seconds: from the line's return until all held the same.
    """

    facts: int
    seconds: float
    turns: Counter[str]
    bytes_down: int


class Nine:
    """The hub, its nine terminals and the line between them."""

    def __init__(self, place: Path, seed: int) -> None:
        self._chance = random.Random(seed)
        self.clock = HandClock()
        self.hub = ServedHub.made(place / "hub", self.clock)
        self.spaces = [f"space-{number}" for number in range(1, TERMINALS + 1)]
        self._programme()
        self.hub.start()
        self.line = FaultProxy(self.hub.port, EXCELLENT, seed)
        self.line.start()
        self.folders = [self._enrolled(place / space, space) for space in self.spaces]
        self.stated: dict[str, list[str]] = {}

    def close(self) -> None:
        """Ends everything."""
        self.line.stop()
        self.hub.close()

    # before

    def _programme(self) -> None:
        start = (self.clock.now() + timedelta(days=10)).replace(minute=0, second=0, microsecond=0)
        with self.hub.hub.database.write() as session:
            session.add_all(
                Space(id=space, name=space, area=1, reasons=[{"code": "chiavi", "label": {"it": "Chiavi"}}])
                for space in self.spaces
            )
            session.flush()
            for name, space in [(SHARED, self.spaces[0]), *((f"corso-{space}", space) for space in self.spaces)]:
                session.add(_activity(name, space, start))
                session.flush()
                session.add(_occurrence(name, space, start))
        self.shared = occurrence_id(SHARED, stamp(start))

    def _enrolled(self, path: Path, space: str) -> Folder:
        folder = enrolled(self.hub, path, self.clock, space)
        machine = Machine(folder)
        machine.syncer.introduce()
        machine.sync()
        machine.sync()  # the seats that it asked for
        machine.journal.relocate(replace(machine.terminal.identity, hub=self.line.address))
        machine.close()
        return folder

    # 72 hours

    def be_alone(self) -> None:
        """Days without a line: people come to every terminal, and the office works."""
        self.line.cut()
        machines = [Machine(folder) for folder in self.folders]
        for machine in machines:
            machine.terminal.projection.refresh()
        try:
            for number in range(int(OFFLINE / STEP)):
                self.clock.move(seconds=STEP.total_seconds())
                self._office(number)
                for machine in machines:
                    self._people(machine)
            for machine in machines:
                facts = machine.journal.after(0, facts=100_000, size=10**9)
                self.stated[machine.terminal.id] = [json.loads(fact.raw)["id"] for fact in facts]
        finally:
            for machine in machines:
                machine.close()

    def _office(self, number: int) -> None:
        with self.hub.hub.database.write() as session:
            for space in self._chance.sample(self.spaces, 3):
                texts = {"title": {"it": "Avviso"}, "text": {"it": "x" * self._chance.randrange(2000)}}
                at = stamp(self.clock.now())
                session.add(Notice(id=f"office-{number}-{space}", space_id=space, at=at, urgent=False, **texts))
            session.get_one(Space, self._chance.choice(self.spaces)).name = f"Nuovo nome {number}"

    def _people(self, machine: Machine) -> None:
        for _ in range(self._chance.randrange(4, 9)):
            machine.dropin(people=self._chance.randrange(1, 4))
        if self._chance.random() < 0.5:
            text = "y" * self._chance.randrange(4000)
            machine.terminal.record(parse("notice", {"title": "Dal banco", "text": text}))
        # Whoever finds no seat that is known to be free waits for one.
        done = machine.terminal.sign_up(self.shared, name=f"Persona {self._chance.randrange(10**6)}", waiting=True)
        if self._chance.random() < 0.2:
            machine.terminal.cancel_booking(done.booking)

    # and then

    def meet(self, faults: Faults) -> Report:
        """The line comes back, as bad as this; returns when all hold what the hub holds.

        Raises:
            AssertionError: they did not within `PATIENCE`, with who stands where.
        """
        self.line.worsen(faults)
        self.line.turns.clear()
        self.line.passed = 0
        self.line.cut(False)
        heard: queue.Queue[object] = queue.Queue()
        begun = time.monotonic()
        with ExitStack() as running:
            for folder in self.folders:
                running.callback(Running(folder, heard).stop)
            while differ := self._who_differs():
                self._next(heard, begun, differ)
            seconds = time.monotonic() - begun
            self.line.worsen(EXCELLENT)
            self.line.cut()  # whoever waits at the hub is let go
        facts = sum(len(ids) for ids in self.stated.values())
        return Report(facts, seconds, self.line.turns.copy(), self.line.passed)

    def _next(self, heard: queue.Queue[object], begun: float, differ: list[str]) -> None:
        """Waits for the next news of an engine, and takes in what else came."""
        left = begun + PATIENCE - time.monotonic()
        try:
            heard.get(timeout=max(left, 0.001))
        except queue.Empty:
            raise AssertionError(f"not together after {PATIENCE:g} s: {differ}; {dict(self.line.turns)}") from None
        while not heard.empty():
            heard.get_nowait()

    def _who_differs(self) -> list[str]:
        return [words for folder in self.folders if (words := self._difference(folder))]

    def _difference(self, folder: Folder) -> str:
        machine = Machine(folder)
        try:
            position, name = machine.journal.position(), machine.terminal.id
            if position.pending:
                return f"{name} has {position.pending} facts to send"
            ours, theirs = digests(held(machine)), digests(self.fed(name, machine.terminal.space))
            return f"{name} holds {ours}, the hub {theirs}" if ours != theirs else ""
        finally:
            machine.close()

    def fed(self, terminal: str, space: str) -> Rows:
        """What a terminal shall hold."""
        mine = ("public", f"space:{space}", f"terminal:{terminal}")
        with self.hub.hub.database.read() as session:
            query = sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body)
            rows = session.execute(query.where(Feed.scope.in_(mine), Feed.body.is_not(None)))
            return {(row.entity, row.id, row.scope): row.body for row in rows}

    def stored(self) -> dict[str, list[str]]:
        """The ids of all facts at the hub by terminal, in order."""
        with self.hub.hub.database.read() as session:
            query = sa.select(StoredFact.terminal, StoredFact.id).order_by(StoredFact.incarnation, StoredFact.seq)
            found: dict[str, list[str]] = {}
            for row in session.execute(query):
                found.setdefault(row.terminal, []).append(row.id)
            return found

    def bookings(self) -> list[Booking]:
        """Of the shared occurrence."""
        with self.hub.hub.database.read() as session:
            return list(session.scalars(sa.select(Booking).where(Booking.occurrence_id == self.shared)))


Rows = dict[tuple[str, str, str], str]


def held(machine: Machine) -> Rows:
    """A replica's rows, with the text of their bodies."""
    with machine.replica.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT entity, id, scope, body FROM item").all()
        connection.rollback()
    return {(row.entity, row.id, row.scope): row.body for row in rows}


def digests(rows: Rows) -> dict[str, str]:
    """The digest of each scope's rows."""
    sums: dict[str, int] = {}
    for (entity, row_id, scope), body in rows.items():
        sums[scope] = sums.get(scope, 0) + digest.of_row(entity, row_id, scope, body)
    return {scope: digest.text(value) for scope, value in sorted(sums.items())}


def _activity(name: str, space: str, start: Any) -> Activity:
    return Activity(
        id=name, space_id=space, title={"it": name.title()}, signup=True, capacity=SEATS,
        start=f"{local(start):%Y-%m-%dT%H:%M}", end=f"{local(start + timedelta(hours=2)):%Y-%m-%dT%H:%M}",
    )  # fmt: skip


def _occurrence(name: str, space: str, start: Any) -> Occurrence:
    return Occurrence(
        id=occurrence_id(name, stamp(start)), activity_id=name, space_id=space, original=stamp(start),
        start=stamp(start), end=stamp(start + timedelta(hours=2)), capacity=SEATS, status="scheduled", sold=0,
        sold_by_hub=0,
    )  # fmt: skip


def run(place: Path, seed: int, faults: Faults) -> Report:
    """A whole run, checked.

    Raises:
        AssertionError: something was lost, doubled, oversold, or did not come together.
    """
    nine = Nine(place, seed)
    try:
        nine.be_alone()
        report = nine.meet(faults)
        assert nine.stored() == nine.stated, "a fact is missing, is there twice, or came in another order"
        seats = sum(one.people for one in nine.bookings() if one.state in ("final", "checked_in"))
        assert 0 < seats <= SEATS, f"{seats} of {SEATS} seats are taken"
        assert all(one.state in ("final", "waiting", "cancelled") for one in nine.bookings())
        return report
    finally:
        nine.close()


# -- the long form: a delay of 2 seconds, in real time


@contextmanager
def _prepare(place: Path) -> Iterator[Check]:
    def check(seed: int) -> Figures:
        report = run(place / str(seed), seed, Faults())
        broken = report.turns.total() - report.turns["whole"]
        return {
            "facts": report.facts, "turns": report.turns.total(), "broken_turns": broken,
            "megabytes_down": report.bytes_down / 1e6, "seconds": report.seconds,
            "max_seconds_to_converge": report.seconds,
        }  # fmt: skip

    yield check


PROOF = Proof(
    "network",
    "Nine terminals that were alone for 72 hours come together over a line of 2 s delay that breaks 30 % of all turns: "
    "each fact once and in order, all replicas equal to the hub, nothing oversold.",
    _prepare,
    seeds=20,
    sample=1,
)
