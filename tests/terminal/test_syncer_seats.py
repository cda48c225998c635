"""Seats: asked for, given back, recalled, shown."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from sync import wire
from sync.errors import HubUnreachable
from sync.facts import parse
from sync.hub import seating
from sync.hub.store.models import Booking, Occurrence, SeatAccount
from tests.hub.programme import add_occurrence
from tests.support.pair import LossyLine, Pair
from tests.terminal.syncing import bookable, fill


def asked(line: LossyLine) -> int:
    """How often the hub was asked for seats."""
    return line.answers.count("SeatsReply")


def test_seats_are_asked_once_and_again_only_when_something_changed(pair: Pair) -> None:
    occurrence = bookable(pair)
    machine, line = pair.lossy()
    for _ in range(3):
        machine.sync()
    assert asked(line) == 1
    assert machine.journal.counters()[occurrence].right == 6
    machine.terminal.sign_up(occurrence, name="Ada Rossi")
    for _ in range(3):
        machine.sync()
    assert asked(line) == 2
    with pair.hub.hub.database.read() as session:
        account = session.get_one(SeatAccount, (occurrence, "zoia-1", 1))
        assert (account.granted, account.spent) == (6, 1)
    with pair.hub.hub.database.write() as session:
        session.get_one(Occurrence, occurrence).capacity = 20
    for _ in range(3):
        machine.sync()
    assert asked(line) == 3
    assert machine.journal.counters()[occurrence].granted == 12


def test_an_answer_about_seats_that_is_lost_is_asked_for_again_and_grants_nothing_twice(pair: Pair) -> None:
    occurrence = bookable(pair)
    machine, line = pair.lossy()
    machine.syncer.pull()
    line.lose = lambda reply: reply == "SeatsReply"
    for _ in range(2):
        with pytest.raises(HubUnreachable):
            machine.syncer.seats()
    assert machine.journal.counters() == {}
    line.lose = lambda _reply: False
    assert machine.syncer.seats()
    assert not machine.syncer.seats()
    with pair.hub.hub.database.read() as session:
        held = session.get_one(Occurrence, occurrence)
        assert seating.state(session, held).granted == machine.journal.counters()[occurrence].granted == 6


def test_what_to_ask_for_is_looked_up_again_when_anything_changed_and_each_minute(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    occurrence = bookable(pair)
    machine = pair.machine()
    machine.sync()
    looked: list[timedelta] = []
    look = machine.terminal.projection.bookable

    def watched(until: Any) -> Any:
        looked.append(until - pair.clock.now())
        return look(until)

    monkeypatch.setattr(machine.terminal.projection, "bookable", watched)

    def looks() -> int:
        """How often a turn looks."""
        looked.clear()
        machine.syncer.seats()
        return len(looked)

    looks()
    assert looks() == 0
    machine.dropin()
    assert looks() == 1
    pair.clock.move(minutes=1)
    assert looks() == 1
    assert looks() == 0
    machine.terminal.sign_up(occurrence, name="Ada Rossi")
    assert looks() == 1
    machine.sync()
    looks()
    assert looks() == 0
    bookable(pair)
    machine.syncer.pull()
    assert looks() == 1
    machine.sync()
    machine.sync()
    assert looks() == 0
    fill(pair, 1)
    assert machine.syncer.pull().switched
    assert looks() == 0, "no notice changes anything about seats"


def test_seats_of_what_is_far_away_or_not_counted_are_not_asked_for(pair: Pair) -> None:
    hub = pair.hub.hub
    with hub.database.write() as session:
        add_occurrence(session, hub, activity="lontano", starts_in=timedelta(days=31))
        add_occurrence(session, hub, activity="altrove", space="omero", starts_in=timedelta(days=8))
        add_occurrence(session, hub, activity="presto", space="omero", starts_in=timedelta(hours=1))
        add_occurrence(session, hub, activity="aperto", capacity=None)
    machine, line = pair.lossy()
    machine.sync()
    assert asked(line) == 0


def test_of_other_spaces_a_few_seats_are_held_of_what_is_near_and_given_back_before_it_starts(pair: Pair) -> None:
    hub = pair.hub.hub
    with hub.database.write() as session:
        near = add_occurrence(session, hub, activity="altrove", space="omero", starts_in=timedelta(days=2), capacity=40)
    machine, line = pair.lossy()
    machine.sync()
    assert machine.journal.counters()[near].right == 2
    machine.terminal.sign_up(near, name="Ada Rossi")
    machine.sync()
    pair.clock.move(hours=46.5)
    machine.sync()
    held = machine.journal.counters()[near]
    assert (held.right, held.spent, held.returned) == (0, 1, 1)
    with hub.database.read() as session:
        account = session.get_one(SeatAccount, (near, "zoia-1", 1))
        assert (account.granted, account.spent, account.returned) == (2, 1, 1)
    before = asked(line)
    machine.sync()
    assert asked(line) == before


def test_rights_go_back_when_something_is_called_off_here(pair: Pair) -> None:
    occurrence = bookable(pair)
    machine = pair.machine()
    machine.sync()
    machine.terminal.sign_up(occurrence, name="Ada Rossi")
    machine.terminal.record(parse("occurrence_cancel", {"occurrence": occurrence}))
    machine.syncer.seats()
    held = machine.journal.counters()[occurrence]
    assert (held.right, held.spent, held.returned) == (0, 1, 5)
    machine.sync()
    assert machine.journal.counters()[occurrence].right == 0


def test_a_recall_is_answered_with_what_is_not_promised_before_it_is_told(pair: Pair) -> None:
    occurrence = bookable(pair)
    machine, line = pair.lossy()
    machine.sync()
    machine.terminal.sign_up(occurrence, name="Ada Rossi", people=2)
    machine.sync()
    with pair.hub.hub.database.write() as session:
        session.get_one(SeatAccount, (occurrence, "zoia-1", 1)).recalled = 3
    line.lose = lambda reply: reply == "SeatsReply"
    machine.syncer.pull()
    with pytest.raises(HubUnreachable):
        machine.syncer.seats()
    held = machine.journal.counters()[occurrence]
    assert (held.returned, held.spent) == (3, 2)
    line.lose = lambda _reply: False
    machine.sync()
    with pair.hub.hub.database.read() as session:
        assert session.get_one(SeatAccount, (occurrence, "zoia-1", 1)).returned == 3
    assert machine.journal.counters()[occurrence].returned == 3


def test_after_the_hub_lost_sight_all_counters_are_shown_once(pair: Pair) -> None:
    occurrences = [bookable(pair)]
    with pair.hub.hub.database.write() as session:
        occurrences.append(add_occurrence(session, pair.hub.hub, activity="altro", capacity=5))
    machine, line = pair.lossy()
    machine.sync()
    sent: list[wire.Seats] = []
    post = machine.transport.post

    def listen(path: str, message: object, reply: type) -> object:
        if isinstance(message, wire.Seats):
            sent.append(message)
        return post(path, message, reply)  # type: ignore[arg-type]

    machine.transport.post = listen  # type: ignore[method-assign, assignment]
    machine.journal.note("attested", "an epoch that is over")
    line.lose = lambda reply: reply == "SeatsReply"
    with pytest.raises(HubUnreachable):
        machine.syncer.seats()
    line.lose = lambda _reply: False
    machine.syncer.seats()
    machine.syncer.seats()
    assert [(one.complete, {line.occurrence for line in one.lines}) for one in sent] == [(True, set(occurrences))] * 2
    assert all(line.granted > 0 for one in sent for line in one.lines)
    assert machine.journal.notes()["attested"] == machine.journal.position().epoch


def test_a_grant_comes_with_a_proof_that_is_shown_until_a_pull_has_gone_beyond_it(pair: Pair) -> None:
    bookable(pair)
    machine, line = pair.lossy()
    machine.syncer.pull()
    reply = wire.SeatsReply(grants=[], epoch="e", seen="sealed")
    machine.journal.take_grants([("x", 1)], reply.seen)
    asked: list[dict[str, str]] = []
    get = machine.transport.get
    machine.transport.get = lambda path, query, *a, **k: asked.append(dict(query)) or get(path, query, *a, **k)  # type: ignore[method-assign, misc, func-returns-value]
    line.lose = lambda reply: reply == "PullReply"
    with pytest.raises(HubUnreachable):
        machine.syncer.pull()
    line.lose = lambda _reply: False
    machine.syncer.pull()
    machine.syncer.pull()
    assert [query.get("seen") for query in asked] == ["sealed", "sealed", None]
    assert asked[0]["told"] == "0"
    assert asked[0]["inc"] == "1"
    assert asked[0]["epoch"] == machine.journal.position().epoch


def test_a_booking_that_a_right_paid_for_is_final_at_the_hub_too(pair: Pair) -> None:
    occurrence = bookable(pair)
    machine = pair.machine()
    machine.sync()
    assert machine.terminal.sign_up(occurrence, name="Ada Rossi", people=2).state == "final"
    machine.sync()
    with pair.hub.hub.database.read() as session:
        booking = session.scalars(sa.select(Booking)).one()
        assert (booking.state, booking.paid_by, booking.people, booking.name) == ("final", "terminal", 2, "Ada Rossi")
        assert session.get_one(Occurrence, occurrence).sold == 2
