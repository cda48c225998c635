"""Seats of terminals that the hub lost sight of."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from sync import wire
from sync.clock import stamp
from sync.errors import UsageError
from sync.hub import epochs, granting, holds, terminals
from sync.hub.hub import Hub
from sync.hub.store.models import SeatAccount
from tests.hub.programme import Sender
from tests.hub.seats_support import ask, book, occurrence_with, show, state


def lose_sight(hub: Hub) -> None:
    with hub.database.write() as session:
        epochs.rotate(session, hub, None, "test", attested=False)


def test_a_terminal_out_of_sight_counts_as_the_most_that_it_can_hold_until_it_has_shown_its_counters(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 10)
    lose_sight(hub)
    assert state(hub, occurrence).free == 4
    assert [book(hub, occurrence).state for _ in range(5)] == ["final"] * 4 + ["waiting"]
    show(hub, host, wire.SeatLine(occurrence=occurrence, granted=3, spent=2), complete=False)
    assert state(hub, occurrence).free == 0
    show(hub, host, wire.SeatLine(occurrence=occurrence, granted=3, spent=2), complete=True)
    assert state(hub, occurrence).free == 3


def test_grants_after_a_restore_go_on_from_what_the_terminal_shows(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 10)
    lose_sight(hub)
    line = wire.SeatLine(occurrence=occurrence, granted=3, spent=2, want=9)
    assert show(hub, host, line, complete=True) == 6


def test_counters_ahead_of_the_books_prove_that_the_hub_went_back_in_time(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 10)
    with pytest.raises(epochs.TimeTravel, match="granted 3, the books say 0"):
        show(hub, host, wire.SeatLine(occurrence=occurrence, granted=3))
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(SeatAccount)) == 0


def test_a_lost_terminal_out_of_sight_is_waited_for_until_it_is_revoked_and_written_off(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 10)
    lose_sight(hub)

    def write_off() -> int:
        with hub.database.write() as session:
            return granting.write_off(session, occurrence, host.id)

    with pytest.raises(UsageError, match="holds no unsold seats"):
        write_off()
    with hub.database.write() as session:
        terminals.revoke(session, host.id)
    assert state(hub, occurrence).free == 4
    assert write_off() == 0
    assert state(hub, occurrence).free == 10


def test_seats_that_were_written_off_and_are_returned_after_all_come_back_once(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 10)
    ask(hub, host, occurrence, want=6)
    host.state("booking", {"occurrence": occurrence, "name": "Ada Rossi", "people": 2, "paid": True})
    host.taken()
    with hub.database.write() as session:
        assert granting.write_off(session, occurrence, host.id) == 4
    assert state(hub, occurrence).free == 8
    show(hub, host, wire.SeatLine(occurrence=occurrence, granted=6, spent=2, returned=4))
    assert state(hub, occurrence).free == 8
    assert show(hub, host, wire.SeatLine(occurrence=occurrence, granted=6, spent=2, returned=4, want=9)) == 10
    assert state(hub, occurrence).free == 4


def test_a_hold_that_is_open_is_not_written_off_and_credited_once(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 10)
    ask(hub, host, occurrence, want=3)
    past = stamp(hub.clock.now() - timedelta(hours=1))
    host.state("hold", {"occurrence": occurrence, "nonce": "00000000000000aa", "expires": past})
    host.taken()
    with hub.database.write() as session:
        assert granting.write_off(session, occurrence, host.id) == 2
        assert holds.expire(session, hub) == 1
    assert state(hub, occurrence).granted == 0
