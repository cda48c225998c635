"""Hubs that are put back, for the tests of what comes after."""

from __future__ import annotations

import sqlalchemy as sa

from sync import wire
from sync.hub import granting, seating, signups, witnessed
from sync.hub.hub import Hub
from sync.hub.store.feed import Base
from sync.hub.store.models import (
    FeedHead,
    Occurrence,
    Terminal,
)
from tests.hub.programme import Sender, add_occurrence

Rows = dict[sa.Table, list[dict[str, object]]]


def copied(hub: Hub) -> Rows:
    """All that the database holds."""
    with hub.database.read() as session:
        return {
            table: [dict(row) for row in session.execute(sa.select(table)).mappings()]
            for table in Base.metadata.sorted_tables
        }


def put_back(hub: Hub, rows: Rows) -> None:
    """As an operator does who knows nothing of us."""
    witnessed.detach(hub.database)
    with hub.database.engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(sa.delete(table))
        for table, values in rows.items():
            if values:
                connection.execute(sa.insert(table), values)


def epoch(hub: Hub) -> str:
    with hub.database.read() as session:
        return session.get_one(FeedHead, 1).epoch


def occurrence_with(hub: Hub, capacity: int = 10) -> str:
    with hub.database.write() as session:
        return add_occurrence(session, hub, capacity=capacity)


def grant(hub: Hub, sender: Sender, occurrence: str, want: int) -> int:
    with hub.database.write() as session:
        line = wire.SeatLine(occurrence=occurrence, want=want)
        return granting.exchange(session, hub, session.get_one(Terminal, sender.id), [line])[0].granted


def book(hub: Hub, occurrence: str, people: int = 1) -> str:
    with hub.database.write() as session:
        booking, _ = signups.book(
            session, hub, occurrence_id=occurrence, people=people, card=None, name="Ada Rossi", contact=None,
            language="it", ticket=None,
        )  # fmt: skip
        return booking.id


def state(hub: Hub, occurrence: str) -> seating.SeatState:
    with hub.database.read() as session:
        return seating.state(session, session.get_one(Occurrence, occurrence))
