"""The terminal's end of the line against a real hub: whatever the line does, everything arrives, once, in order."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from sync import __version__, wire
from sync.envelope import Moment, encode
from sync.errors import HubError, HubRefused, HubUnreachable
from sync.facts import parse
from sync.hub import epochs, ledger, seating, snapshots, terminals
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, DropIn, Notice, Occurrence, SeatAccount
from sync.hub.store.models import Terminal as TerminalRow
from sync.ids import uuid7
from sync.lines import MAX_SNAPSHOT_BYTES
from sync.terminal.journal_schema import outcome_table
from sync.terminal.pulling import Puller
from sync.terminal.replica import Replica
from sync.terminal.settling import Differs
from sync.terminal.store import reading, transaction
from tests.hub.programme import add_occurrence
from tests.support.pair import LossyLine, Machine, Pair
from tests.support.served import NOW

TODAY = NOW.date()


def dropins(hub: Hub) -> list[str]:
    """The ids of the drop-ins that the hub has applied."""
    with hub.database.read() as session:
        return list(session.scalars(sa.select(DropIn.id).order_by(DropIn.id)))


def shown(machine: Machine) -> list[str]:
    """The ids of the drop-ins on screen."""
    machine.terminal.projection.touch()
    machine.terminal.projection.refresh()
    return sorted(one.id for one in machine.terminal.projection.dropins(TODAY))


def bookable(pair: Pair, capacity: int = 10) -> str:
    """An occurrence with seats."""
    with pair.hub.hub.database.write() as session:
        return add_occurrence(session, pair.hub.hub, capacity=capacity)


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


# a hub that went back in time


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


# seats


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


# refusals, clocks, introductions


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


def test_what_came_down_before_the_line_broke_is_not_asked_for_again(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.hub.pull.MAX_PAGE_ITEMS", 2)
    machine, line = pair.lossy()
    machine.syncer._greeting.without_snapshot()
    line.lose = lambda _reply: len(line.answers) == 2
    with pytest.raises(HubError):
        machine.syncer.pull()
    assert machine.replica.rows() == 0
    first = machine.replica.standing().cursor
    assert first is not None
    line.lose = lambda _reply: False
    tally = machine.syncer.pull()
    assert machine.replica.rows() == 2 + tally.pulled
    assert tally.switched


class Breaking:
    """Has a terminal's line break after so many bytes of each snapshot; counts what came."""

    def __init__(self, machine: Machine, after: int) -> None:
        self.after, self.offsets = after, []  # type: ignore[var-annotated]
        self._chunks = machine.transport._chunks
        self._opened = machine.transport._opened
        machine.transport._chunks = self._break  # type: ignore[method-assign]
        machine.transport._opened = self._note  # type: ignore[method-assign]

    def _note(self, method: str, target: str, *args: Any, **more: Any) -> Any:
        if "/snapshot" in target:
            self.offsets.append(int(more["extra"].get("Range", "bytes=0-")[6:-1]))
        return self._opened(method, target, *args, **more)

    def _break(self, response: Any, limit: int, wait: float = 0.0) -> Iterator[bytes]:
        whole = b"".join(self._chunks(response, limit, wait))
        if limit == MAX_SNAPSHOT_BYTES and len(whole) > self.after:
            yield whole[: self.after]
            raise HubUnreachable("The line broke.")
        yield whole


def fill(pair: Pair, count: int, first: int = 0) -> None:
    """Notices, so that a snapshot has something to break in."""
    with pair.hub.hub.database.write() as session:
        for number in range(first, first + count):
            session.add(
                Notice(
                    id=f"n{number:03}", space_id="zoia", title={"it": f"Avviso {number}"},
                    text={"it": secrets.token_hex(200)}, at="2026-11-24T14:20:00Z", urgent=False,
                )
            )  # fmt: skip


@pytest.mark.parametrize("restarts", [False, True])
def test_a_first_synchronisation_goes_on_where_the_line_broke_or_the_machine_stopped(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, restarts: bool
) -> None:
    monkeypatch.setattr("sync.hub.frames.MAX_FRAME_BYTES", 2_000)
    fill(pair, 60)
    machine = pair.machine()
    line = Breaking(machine, after=5_000)
    turns = 0
    while machine.replica.standing().cursor is None:
        try:
            machine.syncer.pull()
        except HubUnreachable:
            turns += 1
            assert turns < 20
            assert machine.replica.rows() == 0
            if restarts:
                machine.close()
                machine = pair.machine()
                line_again = Breaking(machine, after=5_000)
                line_again.offsets, line = line.offsets, line_again
    assert turns >= 3
    assert line.offsets == sorted(set(line.offsets)), "it went on from where it was"
    assert len([key for key in held(machine) if key[0] == "notice"]) == 60
    assert held(machine) == held(pair.machine("zoia"))
    machine.terminal.projection.refresh()
    assert len(machine.terminal.projection.notices()) == 60


def held(machine: Machine) -> set[tuple[str, str, str]]:
    """The keys of the rows that a screen could read."""
    with reading(machine.replica.engine) as connection:
        return {tuple(row) for row in connection.exec_driver_sql("SELECT entity, id, scope FROM item")}  # type: ignore[misc]


def test_a_snapshot_that_is_another_one_by_now_begins_anew(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.hub.frames.MAX_FRAME_BYTES", 2_000)
    fill(pair, 30)
    machine = pair.machine()
    line = Breaking(machine, after=5_000)
    with pytest.raises(HubUnreachable):
        machine.syncer.pull()
    progress = machine.replica.standing().progress
    assert progress is not None
    assert progress.offset > 1000
    snapshots.discard(pair.hub.hub)
    line.after = 10**9
    machine.syncer.pull()
    assert line.offsets == [0, progress.offset]
    assert machine.replica.standing().progress is None
    assert len([key for key in held(machine) if key[0] == "notice"]) == 30


def test_a_replica_that_is_not_what_the_hub_says_is_fetched_anew_once(pair: Pair) -> None:
    machine = pair.machine()
    fill(pair, 3)
    machine.sync()
    with transaction(machine.replica.engine, machine.replica.path) as connection:
        connection.exec_driver_sql("UPDATE meta SET value = '12345' WHERE key = 'digest'")
        connection.exec_driver_sql("DELETE FROM item WHERE id = 'n001'")
    with pair.hub.hub.database.write() as session:
        more = {"title": {"it": "A"}, "text": {"it": "B"}, "at": "2026-11-24T14:20:00Z", "urgent": False}
        session.add(Notice(id="m1", space_id="zoia", **more))
    before = machine.replica.standing()
    machine.syncer.pull()
    assert machine.replica.standing().switches == before.switches + 1
    assert {"n001", "m1"} <= {name for _, name, _ in held(machine)}
    before = machine.replica.standing()
    machine.syncer.pull()
    assert machine.replica.standing().cursor == before.cursor


def test_a_page_that_differs_again_is_said_and_asked_for_again_later(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first difference has everything fetched anew; one that comes back before the next is due ends the turn."""
    machine = pair.machine()
    fill(pair, 2)
    machine.sync()
    take, refusals = Replica.switch, []

    def refused(replica: Replica, *args: Any, **told: Any) -> bool:
        try:
            return take(replica, *args, **{**told, "digest": f"{len(refusals):016x}"})
        except Differs as differs:
            refusals.append(differs.anew)
            raise

    monkeypatch.setattr(Replica, "switch", refused)
    monkeypatch.setattr(Puller, "_takes_snapshots", lambda _: False)
    before, rows = machine.replica.standing(), held(machine)
    fill(pair, 1, first=2)
    with pytest.raises(Differs):
        machine.syncer.pull()
    assert refusals == [True, False]
    assert machine.replica.standing() == replace(before, cursor=None)
    assert held(machine) == rows
    monkeypatch.undo()
    machine.syncer.pull()
    assert held(machine) != rows
    assert machine.replica.standing().switches == before.switches + 1


def test_a_changed_epoch_has_everything_fetched_anew_while_screens_keep_what_they_have(pair: Pair) -> None:
    machine = pair.machine()
    ids = [machine.dropin()]
    machine.sync()
    with pair.hub.hub.database.write() as session:
        epochs.rotate(session, pair.hub.hub, None, "a test", attested=False)
    Breaking(machine, after=10)
    with pytest.raises(HubError):
        machine.syncer.pull()
    assert shown(machine) == ids
    again = pair.machine()
    again.sync()
    assert shown(again) == ids
    assert again.journal.position().epoch == again.replica.standing().epoch != "e1"
    assert again.journal.notes()["attested"] == again.journal.position().epoch
    assert pair.hub.terminal().attested


def test_personal_parts_that_the_hub_erased_are_forgotten_here(pair: Pair) -> None:
    occurrence = bookable(pair)
    machine = pair.machine()
    machine.syncer.pull()
    booking = machine.terminal.sign_up(occurrence, name="Ada Rossi").booking
    machine.sync()
    row = ("erasure", booking, "terminal:zoia-1", f'{{"id":"{booking}"}}')
    stands = machine.replica.standing()
    machine.replica.switch(
        stands.cursor, [row], stands.cursor or "", applied=stands.applied, incarnation=stands.incarnation,
        epoch=stands.epoch or "", updated="now", reset=False,
    )  # fmt: skip
    machine.syncer.pull()
    (fact,) = [one for one in machine.journal.after(0, facts=10, size=10**6) if one.id == booking]
    assert fact.personal is None
