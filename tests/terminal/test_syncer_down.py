"""What comes down to a terminal: over lines that break, changed, erased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from sync.errors import HubError, HubUnreachable
from sync.hub import epochs, snapshots
from sync.hub.store.models import Notice
from sync.lines import MAX_SNAPSHOT_BYTES
from sync.terminal.pulling import Puller
from sync.terminal.replica import Replica
from sync.terminal.settling import Differs
from sync.terminal.store import transaction
from tests.support.pair import Machine, Pair
from tests.terminal.syncing import bookable, fill, held, shown


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
