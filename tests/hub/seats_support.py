"""Seats asked for and shown, for tests."""

from __future__ import annotations

from sync import card, wire
from sync.hub import granting, seating, signups
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, Occurrence, Terminal
from tests.hub.programme import Sender, add_occurrence


def occurrence_with(hub: Hub, capacity: int | None, **options: object) -> str:
    with hub.database.write() as session:
        return add_occurrence(session, hub, capacity=capacity, **options)  # type: ignore[arg-type]


def ask(hub: Hub, sender: Sender, occurrence: str, want: int, spent: int = 0, granted: int = 0) -> int:
    line = wire.SeatLine(occurrence=occurrence, want=want, spent=spent, granted=granted)
    with hub.database.write() as session:
        (grant,) = granting.exchange(session, hub, session.get_one(Terminal, sender.id), [line])
        return grant.granted


def show(hub: Hub, sender: Sender, line: wire.SeatLine, *, complete: bool = False) -> int:
    with hub.database.write() as session:
        (grant,) = granting.exchange(session, hub, session.get_one(Terminal, sender.id), [line], complete=complete)
        return grant.granted


def state(hub: Hub, occurrence: str) -> seating.SeatState:
    with hub.database.read() as session:
        return seating.state(session, session.get_one(Occurrence, occurrence))


def book(hub: Hub, occurrence: str, people: int = 1, ticket: card.Ticket | None = None, **who: str) -> Booking:
    with hub.database.write() as session:
        booking, _ = signups.book(
            session, hub, occurrence_id=occurrence, people=people, card=who.get("card"),
            name=who.get("name", "Ada Rossi"),
            contact=None, language="it", ticket=ticket,
        )  # fmt: skip
        return booking
