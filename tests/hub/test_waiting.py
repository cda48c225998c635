"""The waiting list: a seat that becomes free is the next one's at once, in the order in which people came."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from sync import wire
from sync.hub import granting, seating, signups
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, Letter, Occurrence, Terminal
from tests.hub.programme import Sender, add_occurrence
from tests.support.served import HandClock


@pytest.fixture
def clock(hub: Hub) -> HandClock:
    hub.clock = made = HandClock()
    return made


def full(hub: Hub, capacity: int = 2) -> tuple[str, list[str]]:
    """An occurrence without a free seat, and the bookings that hold its seats."""
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, capacity=capacity)
    return occurrence, [sign_up(hub, occurrence) for _ in range(capacity)]


def sign_up(hub: Hub, occurrence: str, people: int = 1, contact: str | None = None) -> str:
    if isinstance(hub.clock, HandClock):
        hub.clock.move(seconds=1)
    with hub.database.write() as session:
        booking, _ = signups.book(
            session, hub, occurrence_id=occurrence, people=people, card=None, name="Ada R.", contact=contact,
            language="it", ticket=None,
        )  # fmt: skip
        return booking.id


def withdraw(hub: Hub, booking: str) -> None:
    with hub.database.write() as session:
        seating.cancel(session, session.get_one(Booking, booking))


def states(hub: Hub, bookings: list[str]) -> list[str]:
    with hub.database.read() as session:
        return [session.get_one(Booking, one).state for one in bookings]


def seats(hub: Hub, occurrence: str) -> tuple[int, int]:
    """Sold, and on the list."""
    with hub.database.read() as session:
        found = seating.state(session, session.get_one(Occurrence, occurrence))
        return found.sold, found.waiting


def test_the_first_who_came_gets_the_seat_and_is_to_be_told(hub: Hub, clock: HandClock) -> None:
    occurrence, held = full(hub)
    first, second = sign_up(hub, occurrence, contact="333 123 45 67"), sign_up(hub, occurrence, contact="b@example.org")
    withdraw(hub, held[0])
    assert states(hub, [first, second]) == ["final", "waiting"]
    withdraw(hub, held[1])
    with hub.database.read() as session:
        found = [session.get_one(Booking, one) for one in (first, second)]
        assert [(one.state, one.told, one.why) for one in found] == [("final", False, "")] * 2
        letter = session.get_one(Letter, second)  # by letter, where there is an address; else at the desk
        assert letter.due is not None
        assert session.get(Letter, first) is None
    assert seats(hub, occurrence) == (2, 0)


def test_whoever_waits_and_withdraws_frees_nothing(hub: Hub, clock: HandClock) -> None:
    occurrence, held = full(hub)
    first, second = sign_up(hub, occurrence), sign_up(hub, occurrence)
    for _ in range(2):  # twice is once
        withdraw(hub, first)
    assert states(hub, [*held, first, second]) == ["final", "final", "cancelled", "waiting"]
    assert seats(hub, occurrence) == (2, 1)


def test_a_group_at_the_head_waits_for_enough_seats_and_nobody_overtakes_it(hub: Hub, clock: HandClock) -> None:
    host = Sender(hub)
    occurrence, held = full(hub, 3)
    group, single = sign_up(hub, occurrence, people=2), sign_up(hub, occurrence)
    withdraw(hub, held[0])
    late = sign_up(hub, occurrence)
    assert states(hub, [group, single, late]) == ["waiting"] * 3
    with hub.database.write() as session:  # nor is it promised to a terminal
        line = wire.SeatLine(occurrence=occurrence, want=1)
        (grant,) = granting.exchange(session, hub, session.get_one(Terminal, host.id), [line])
    assert grant.granted == 0
    withdraw(hub, group)  # what it held back is the next one's
    assert states(hub, [single, late]) == ["final", "waiting"]
    assert seats(hub, occurrence) == (3, 1)


def test_a_cancellation_stated_without_a_line_counts_when_it_arrives(hub: Hub, clock: HandClock) -> None:
    host = Sender(hub)
    occurrence, held = full(hub)
    waits = sign_up(hub, occurrence)
    host.state("booking_cancel", {"booking": held[0]})
    assert states(hub, [waits]) == ["waiting"]
    host.taken()
    assert states(hub, [waits]) == ["final"]


def test_what_is_called_off_moves_nobody_up_until_it_takes_place_after_all(hub: Hub, clock: HandClock) -> None:
    host = Sender(hub)
    occurrence, held = full(hub)
    waits = sign_up(hub, occurrence)
    host.state("occurrence_cancel", {"occurrence": occurrence})
    host.taken()
    withdraw(hub, held[0])
    assert states(hub, [waits]) == ["waiting"]
    host.state("occurrence_restore", {"occurrence": occurrence})
    host.taken()
    assert states(hub, [waits]) == ["final"]


def test_seats_given_back_by_many_at_once_are_never_sold_twice(hub: Hub) -> None:
    occurrence, held = full(hub, 6)
    waiting = [sign_up(hub, occurrence, people=1 + index % 2) for index in range(6)]
    work = [threading.Thread(target=withdraw, args=(hub, one)) for one in held[:4]]
    work += [threading.Thread(target=sign_up, args=(hub, occurrence)) for _ in range(3)]
    for one in work:
        one.start()
    for one in work:
        one.join(timedelta(minutes=1).total_seconds())
    with hub.database.read() as session:
        query = sa.select(Booking).where(Booking.occurrence_id == occurrence).order_by(Booking.at, Booking.id)
        rows = list(session.scalars(query))
    assert sum(one.people for one in rows if one.state == "final") == seats(hub, occurrence)[0] <= 6
    came = [one.state for one in rows if one.id in waiting]
    assert came == sorted(came, key=("final", "waiting").index)  # those who came first, first
    assert len(rows) == 6 + 6 + 3
