"""The terminal's end of the line against a real hub: whatever the line does, everything arrives, once, in order."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from sync import __version__, wire
from sync.envelope import Moment, encode
from sync.errors import HubRefused, HubUnreachable
from sync.facts import parse
from sync.hub import ledger, terminals
from sync.hub.hub import Hub
from sync.hub.store.models import DropIn
from sync.hub.store.models import Terminal as TerminalRow
from sync.ids import uuid7
from sync.terminal.journal_schema import outcome_table
from sync.terminal.store import reading
from tests.support.pair import Pair
from tests.support.served import NOW
from tests.terminal.syncing import bookable, shown


def dropins(hub: Hub) -> list[str]:
    """The ids of the drop-ins that the hub has applied."""
    with hub.database.read() as session:
        return list(session.scalars(sa.select(DropIn.id).order_by(DropIn.id)))


def test_facts_arrive_in_order_as_the_bytes_that_were_journaled(pair: Pair) -> None:
    machine = pair.machine()
    ids = [machine.dropin(people) for people in (1, 2, 3)]
    tally = machine.sync()
    assert (tally.pushed, machine.journal.position().have, machine.journal.position().pending) == (3, 3, 0)
    held = pair.hub.facts()
    assert [fact.id for fact in held] == ids
    assert [(fact.raw, fact.hash) for fact in held] == [
        (one.raw, one.hash) for one in machine.journal.after(0, facts=10, size=10**6)
    ]
    assert machine.journal.position().last_sent == "2026-11-24T14:20:00Z"


def test_a_second_turn_with_nothing_new_moves_nothing(pair: Pair) -> None:
    machine = pair.machine()
    machine.dropin()
    machine.sync()
    before = machine.transport.bytes_down
    tally = machine.sync()
    assert (tally.pushed, tally.pulled, tally.switched) == (0, 0, False)
    assert machine.transport.bytes_down - before < 1000


def test_many_facts_go_in_pushes_of_a_bounded_number_and_size(pair: Pair) -> None:
    machine, line = pair.lossy()
    notice = parse("notice", {"title": "Lungo", "text": "x" * 4000})
    small = parse("dropin", {"reasons": ["chiavi"]})
    with machine.journal.append() as tx:
        for number, body in enumerate([*[small] * (wire.MAX_PUSH_FACTS + 1), *[notice] * 300]):
            tx.add(
                encode(body, uuid7(NOW + timedelta(milliseconds=number)), Moment("2026-11-24T14:20:00Z", number, "b"))
            )
    machine.syncer.push()
    assert len(pair.hub.facts()) == machine.journal.position().have == wire.MAX_PUSH_FACTS + 301
    assert line.answers == ["PushReply"] * 3


def test_an_answer_that_is_lost_doubles_nothing(pair: Pair) -> None:
    machine, line = pair.lossy()
    ids = [machine.dropin() for _ in range(3)]
    line.lose = lambda reply: reply == "PushReply"
    with pytest.raises(HubUnreachable):
        machine.syncer.push()
    assert machine.journal.position().pending == 3
    line.lose = lambda _reply: False
    more = machine.dropin()
    machine.sync()
    assert [fact.id for fact in pair.hub.facts()] == [*ids, more]
    assert dropins(pair.hub.hub) == sorted([*ids, more])


def test_a_line_that_loses_answers_at_random_loses_no_fact_and_shows_each_once(pair: Pair) -> None:
    rng = random.Random(11)
    machine, line = pair.lossy()
    line.lose = lambda _reply: rng.random() < 0.4
    ids: list[str] = []
    for _ in range(40):
        step = rng.choice(["record", "record", "push", "pull", "seats", "hello"])
        try:
            if step == "record":
                ids.append(machine.dropin())
            else:
                getattr(machine.syncer, step)()
        except HubUnreachable:
            pass
        assert shown(machine) == sorted(ids), step
    line.lose = lambda _reply: False
    machine.sync()
    assert [fact.id for fact in pair.hub.facts()] == ids
    assert dropins(pair.hub.hub) == sorted(ids) == shown(machine)
    assert machine.journal.position().pending == 0


def test_a_drop_in_is_on_screen_exactly_once_at_every_step_of_its_way(pair: Pair) -> None:
    machine, neighbour = pair.machine(), pair.machine()
    one = machine.dropin()
    assert shown(machine) == [one]
    machine.syncer.push()
    assert shown(machine) == [one]
    neighbour.syncer.pull()
    assert shown(neighbour) == shown(machine) == [one]
    machine.terminal.void_dropin(one)
    assert shown(machine) == []
    machine.syncer.push()
    assert shown(machine) == []
    machine.syncer.pull()
    assert shown(machine) == []


def test_what_became_of_a_sign_up_is_kept_and_shown(pair: Pair) -> None:
    machine = pair.machine()
    occurrence = bookable(pair, capacity=1)
    machine.syncer.pull()
    with machine.journal.append() as tx:
        for name in ("Ada Rossi", "Eva Bianchi"):
            body = parse("booking", {"occurrence": occurrence, "name": name})
            tx.add(encode(body, uuid7(NOW), Moment("2026-11-24T14:20:00Z", 1, "b")))
    machine.terminal.void_dropin("nobody")
    machine.syncer.push()
    with reading(machine.journal._engine) as connection:
        kept = connection.execute(sa.select(outcome_table).order_by(outcome_table.c.seq)).all()
    assert [tuple(row)[:3] for row in kept] == [
        (1, "accepted", "final"),
        (2, "accepted", "waiting"),
        (3, "quarantined", None),
    ]
    machine.sync()
    assert sorted(one.state for one in machine.terminal.projection.bookings()) == ["final", "waiting"]


def test_a_hub_restored_from_an_older_copy_gets_its_facts_back(pair: Pair, tmp_path: Path) -> None:
    machine = pair.machine()
    ids = [machine.dropin()]
    machine.sync()
    copy = pair.hub.backup(tmp_path / "copy.db")
    ids += [machine.dropin() for _ in range(3)]
    machine.sync()
    pair.hub.restore(copy)
    assert len(dropins(pair.hub.hub)) == 1
    machine.syncer.pull()
    assert machine.journal.position().pending == 3
    assert shown(machine) == sorted(ids)
    machine.sync()
    assert dropins(pair.hub.hub) == sorted(ids) == shown(machine)
    assert machine.journal.position().incarnation == 1


def test_a_hub_restored_while_facts_are_recorded_takes_them_at_the_next_push(pair: Pair, tmp_path: Path) -> None:
    machine = pair.machine()
    copy = pair.hub.backup(tmp_path / "copy.db")
    ids = [machine.dropin()]
    machine.sync()
    pair.hub.restore(copy)
    ids.append(machine.dropin())
    machine.syncer.push()
    assert dropins(pair.hub.hub) == sorted(ids)


@pytest.mark.parametrize(("before", "after"), [(0, 1), (3, 0), (2, 1)])
def test_a_hub_restored_from_before_a_new_incarnation_goes_on_above_it(
    pair: Pair, tmp_path: Path, before: int, after: int
) -> None:
    machine = pair.machine()
    ids = [machine.dropin() for _ in range(before)]
    machine.sync()
    copy = pair.hub.backup(tmp_path / "copy.db")
    with pair.hub.hub.database.write() as session:
        ledger.fork(session.get_one(TerminalRow, "zoia-1"))
    machine.syncer.pull()
    ids += [machine.dropin() for _ in range(after)]
    machine.sync()
    assert machine.journal.position().incarnation == 2
    pair.hub.restore(copy)
    machine.sync()
    machine.sync()
    assert dropins(pair.hub.hub) == sorted(ids) == shown(machine)
    assert machine.journal.position().incarnation == 3
    assert pair.hub.terminal().state == "active"
    assert pair.hub.terminal().forks == 0


def test_a_push_under_an_incarnation_that_the_hub_forgot_is_taken_under_a_new_one(pair: Pair, tmp_path: Path) -> None:
    machine = pair.machine()
    copy = pair.hub.backup(tmp_path / "copy.db")
    with pair.hub.hub.database.write() as session:
        ledger.fork(session.get_one(TerminalRow, "zoia-1"))
    ids = [machine.dropin()]
    machine.sync()
    pair.hub.restore(copy)
    ids.append(machine.dropin())
    machine.syncer.push()
    assert dropins(pair.hub.hub) == sorted(ids)


def test_a_terminal_that_is_refused_keeps_everything(pair: Pair) -> None:
    machine = pair.machine()
    machine.dropin()
    with pair.hub.hub.database.write() as session:
        terminals.revoke(session, "zoia-1")
    for attempt in (machine.syncer.push, machine.syncer.pull, machine.syncer.hello):
        with pytest.raises(HubRefused) as refused:
            attempt()
        assert (refused.value.status, refused.value.code) == (403, "revoked")
    assert machine.journal.position().pending == 1


@pytest.mark.parametrize("ahead", [timedelta(days=-3650), timedelta(hours=1), timedelta(days=3650)])
def test_a_wrong_clock_changes_timestamps_and_nothing_else(pair: Pair, ahead: timedelta) -> None:
    machine = pair.machine(ahead=ahead)
    first = machine.dropin()
    machine.sync()
    measured = int(machine.journal.notes()["offset"])
    assert measured == -int(ahead.total_seconds() * 1000)
    second = machine.dropin()
    machine.sync()
    with pair.hub.hub.database.read() as session:
        assert session.get_one(DropIn, second).at == "2026-11-24T14:20:00Z"
        assert session.get_one(DropIn, first).at != "2026-11-24T14:20:00Z"


def test_a_small_difference_between_clocks_is_not_noted_again_and_again(pair: Pair) -> None:
    machine = pair.machine()
    machine.sync()
    assert machine.journal.notes()["offset"] == "0"
    machine.folder.clock.ahead = timedelta(seconds=1)  # type: ignore[attr-defined]
    machine.sync()
    assert machine.journal.notes()["offset"] == "0"
    machine.folder.clock.ahead = timedelta(seconds=30)  # type: ignore[attr-defined]
    machine.sync()
    assert machine.journal.notes()["offset"] == "-30000"


def test_a_program_introduces_itself_once_a_version(pair: Pair) -> None:
    machine, line = pair.lossy()
    machine.syncer.introduce()
    machine.syncer.introduce()
    assert line.answers == ["HelloReply"]
    assert pair.hub.terminal().version == __version__
    machine.journal.note("hello", "0.0.1")
    machine.syncer.introduce()
    assert line.answers == ["HelloReply"] * 2
