"""The seats of one occurrence: the real hub, terminals reduced to their counters and facts, and everything that can
happen between them. What people were told is written down apart, and compared after every step.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event

from sync import card, seats, wire
from sync.clock import stamp
from sync.hub import epochs, granting, holds, ledger, recovery, seating, signups, witnessed
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, FeedHead, Occurrence, SeatAccount, Space, Terminal
from sync.hub.store.schema import migrate
from sync.seats import Counters
from tests.hub.programme import Sender, add_occurrence

SPACES = ("zoia", "omero", "omero")
CAPACITY = 8


@dataclass
class Template:
    """A hub with an occurrence and three terminals, made once and copied for each history."""

    folder: Path
    senders: list[Sender]
    occurrence: str


def template(folder: Path) -> Template:
    """Makes it."""
    hub = Hub.open(f"sqlite:///{folder / 'hub.db'}", folder)
    migrate(hub.database)
    with hub.database.write() as session:
        session.add(Space(id="zoia", name="Zoia"))
        session.add(Space(id="omero", name="Omero"))
        session.flush()
        occurrence = add_occurrence(session, hub, capacity=CAPACITY)
    senders = [Sender(hub, space) for space in SPACES]
    recovery.begin(hub, folder / "witness.log")
    witnessed.detach(hub.database)
    hub.close()
    return Template(folder, senders, occurrence)


@dataclass
class Machine:
    """A terminal. `told`: people whom it told that their seat is theirs, by booking."""

    sender: Sender
    hosts: bool
    held: Counters = field(default_factory=Counters)
    have: int = 0
    attested_for: str = ""
    told: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    replies: list[int] = field(default_factory=list)
    tickets: list[str] = field(default_factory=list)
    local_credit: bool = False

    @property
    def id(self) -> str:
        """Its name."""
        return self.sender.id


class World:
    """A hub, its terminals, and what people were told.

    Args:
        made: what it starts from.
        folder: an empty one, for this history.
        local_credit: a fault: a terminal takes a seat back by itself when a booking is cancelled.
    """

    def __init__(self, made: Template, folder: Path, *, local_credit: bool = False) -> None:
        self.folder, self.occurrence = folder, made.occurrence
        for name in ("hub.db", "witness.log"):
            shutil.copyfile(made.folder / name, folder / name)
        for one in made.folder.glob("*.json"):
            shutil.copyfile(one, folder / one.name)
        self.hub = self._open()
        self.machines = []
        for index, sender in enumerate(made.senders):
            mine = object.__new__(Sender)
            mine.hub, mine.key, mine.id, mine.incarnation, mine.facts = self.hub, sender.key, sender.id, 1, []
            self.machines.append(Machine(mine, SPACES[index] == "zoia", local_credit=local_credit))
        self.page: dict[str, int] = {}
        self.outcomes: dict[str, str] = {}
        self.nonces = 0
        self.saved: tuple[Path, set[str], set[str]] | None = None
        self._look()

    def _open(self) -> Hub:
        hub = Hub.open(f"sqlite:///{self.folder / 'hub.db'}", self.folder)

        @event.listens_for(hub.database.engine, "connect")
        def _fast(connection: object, _record: object) -> None:  # power cuts are proven elsewhere
            connection.execute("PRAGMA synchronous=OFF")  # type: ignore[attr-defined]

        return hub

    def _look(self) -> None:
        recovery.begin(self.hub, self.folder / "witness.log")

    # what terminals do

    def ask(self, machine: Machine, want: int, *, lost: bool) -> None:
        """Counters and wishes to the hub; the answer may be lost."""
        held = machine.held
        line = wire.SeatLine(
            occurrence=self.occurrence, granted=held.granted, returned=held.returned, spent=held.spent, want=want
        )
        try:
            with self.hub.database.write() as session:
                epoch = session.get_one(FeedHead, 1).epoch
                terminal = session.get_one(Terminal, machine.id)
                complete = machine.attested_for != epoch
                grants = granting.exchange(session, self.hub, terminal, [line], complete=complete)
        except epochs.TimeTravel:
            with self.hub.database.write() as session:
                epochs.rotate(session, self.hub, None, "ahead", attested=False)
            return
        if not lost:
            machine.attested_for = epoch
            machine.replies.append(grants[0].granted)
            machine.held = machine.held.merge(Counters(granted=grants[0].granted))

    def late_reply(self, machine: Machine, index: int) -> None:
        """An answer from before comes once more."""
        if machine.replies:
            old = machine.replies[index % len(machine.replies)]
            machine.held = machine.held.merge(Counters(granted=old))

    def sell(self, machine: Machine, people: int) -> None:
        """Somebody signs up at a terminal, online or not."""
        paid = machine.held.right >= people
        if paid:
            machine.held = machine.held.spend(people)
        body = {"occurrence": self.occurrence, "name": "N", "people": people, "paid": paid}
        booking = machine.sender.state("booking", body)
        (machine.told if paid else machine.asked)[booking] = people

    def cancel(self, machine: Machine, index: int) -> None:
        """Somebody says at a terminal that they do not come."""
        mine = [*machine.told, *machine.asked]
        if not mine:
            return
        booking = mine[index % len(mine)]
        machine.sender.state("booking_cancel", {"booking": booking})
        people = machine.told.pop(booking, 0)
        machine.asked.pop(booking, None)
        self.outcomes.pop(booking, None)
        if machine.local_credit and people:
            machine.held = Counters(machine.held.granted, machine.held.returned, machine.held.spent - people)

    def hold(self, machine: Machine) -> None:
        """A phone ticket is offered."""
        if machine.held.right < 1:
            return
        machine.held = machine.held.spend(1)
        self.nonces += 1
        nonce = f"{self.nonces:016x}"
        machine.sender.state("hold", {"occurrence": self.occurrence, "nonce": nonce, "expires": "2020-01-01T00:00:00Z"})
        machine.tickets.append(nonce)

    def scan(self, machine: Machine, people: int) -> None:
        """Somebody books on the phone with the ticket."""
        if machine.tickets:
            nonce = machine.tickets.pop()
            self._book(people, card.Ticket(machine.id, 1, self.occurrence, nonce, 1, 0, 0, True))

    def push(self, machine: Machine, count: int, *, lost: bool) -> None:
        """Facts go up; the answer may be lost."""
        if machine.have >= len(machine.sender.facts):
            return
        reply = machine.sender.push(machine.have + 1, machine.have + count)
        if isinstance(reply, ledger.Refusal):
            machine.have = reply.problem.have or 0
            return
        if lost:
            return
        for result in reply.results:
            booking = machine.sender.facts[result.seq - 1].id
            if result.outcome and booking in machine.asked:
                self.outcomes[booking] = result.outcome.state
        machine.have = reply.have

    def give_back(self, machine: Machine) -> None:
        """What the hub asked for."""
        with self.hub.database.read() as session:
            account = session.get(SeatAccount, (self.occurrence, machine.id, 1))
            wanted = (account.recalled if account else 0) - machine.held.returned
        if min(machine.held.right, wanted) > 0:
            machine.held = machine.held.give_back(min(machine.held.right, wanted))

    # what the hub does

    def _book(self, people: int, ticket: card.Ticket | None) -> None:
        with self.hub.database.write() as session:
            booking, _ = signups.book(
                session, self.hub, occurrence_id=self.occurrence, people=people, card=None, name="N", contact=None,
                language="it", ticket=ticket,
            )  # fmt: skip
            found, state = booking.id, booking.state
        if state == "final":
            self.page[found] = people

    def book(self, people: int) -> None:
        """Somebody books at the hub."""
        self._book(people, None)

    def cancel_page(self, index: int) -> None:
        """Somebody cancels on the phone."""
        if self.page:
            booking = sorted(self.page)[index % len(self.page)]
            with self.hub.database.write() as session:
                seating.cancel(session, session.get_one(Booking, booking))
            del self.page[booking]

    def chores(self) -> None:
        """Tickets run out, rights are gathered."""
        with self.hub.database.write() as session:
            holds.expire(session, self.hub)
        granting.gather(self.hub)

    def starts_soon(self) -> None:
        """Two hours before."""
        with self.hub.database.write() as session:
            found = session.get_one(Occurrence, self.occurrence)
            found.start = stamp(self.hub.clock.now() + timedelta(minutes=90))

    # disasters

    def save(self) -> None:
        """A backup by other means."""
        with self.hub.database.engine.connect() as connection:
            connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
        copy = self.folder / "saved.db"
        shutil.copyfile(self.folder / "hub.db", copy)
        self.saved = (copy, set(self.page), set(self.outcomes))

    def restore(self, *, witness: bool) -> None:
        """It is put back, by somebody who tells nobody."""
        if self.saved is None:
            return
        witnessed.detach(self.hub.database)
        self.hub.close()
        for end in ("-wal", "-shm"):
            (self.folder / f"hub.db{end}").unlink(missing_ok=True)
        shutil.copyfile(self.saved[0], self.folder / "hub.db")
        self.hub = self._open()
        for machine in self.machines:
            machine.sender.hub = self.hub
        if not witness:
            (self.folder / "witness.log").unlink()
            # What the hub alone had promised since is lost with its books, its witness and its log: no program helps.
            self.page = {one: people for one, people in self.page.items() if one in self.saved[1]}
            self.outcomes = {one: state for one, state in self.outcomes.items() if one in self.saved[2]}
        self._look()

    def close(self) -> None:
        """The end of a history."""
        witnessed.detach(self.hub.database)
        self.hub.close()

    # what must hold

    def check(self) -> None:
        """Nothing oversold, nothing demoted, counters within their bounds, nobody above the cap."""
        promised = sum(self.page.values())
        for machine in self.machines:
            held = machine.held
            assert 0 <= held.spent <= held.granted - held.returned, "counters out of their bounds"
            promised += sum(machine.told.values()) + held.right
            promised += sum(people for one, people in machine.asked.items() if self.outcomes.get(one) in seating.TAKEN)
        assert promised <= CAPACITY, f"oversold: {promised} of {CAPACITY}"
        with self.hub.database.read() as session:
            self._check_books(seating.Books.of(session, session.get_one(Occurrence, self.occurrence)))
            final = {**self.page, **{one: 0 for one, state in self.outcomes.items() if state in seating.TAKEN}}
            for machine in self.machines:
                final |= machine.told
            states = session.execute(sa.select(Booking.id, Booking.state).where(Booking.id.in_(final)))
            for booking, state in states:
                assert state in seating.TAKEN, f"{booking} was final and is {state}"

    def _check_books(self, books: seating.Books) -> None:
        assert books.occurrence.sold_by_hub >= 0
        assert books.occurrence.sold <= CAPACITY, "more sold than there are seats"
        for machine in self.machines:
            if machine.id not in books.unattested:
                limit = seats.cap(CAPACITY, hosts=machine.hosts)
                assert books.outstanding.get(machine.id, 0) <= limit, "above the cap"
