"""Journals that were lost, put back to an older state, or copied: found out, and nothing shown as saved is lost."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from sync.chain import Encoded
from sync.errors import HubRefused
from sync.facts import DropIn as DropInBody
from sync.hub.store.models import DropIn, StoredFact
from sync.terminal import enrol as enrolment
from sync.terminal.folder import open_folder
from sync.terminal.journal import Journal
from sync.upcasting import UPCASTERS
from tests.support.pair import Machine, Pair


def dropins(pair: Pair) -> list[str]:
    with pair.hub.hub.database.read() as session:
        return sorted(session.scalars(sa.select(DropIn.id)))


def image(tmp_path: Path, name: str = "image") -> Path:
    """A copy of the closed terminal's disk."""
    return Path(shutil.copytree(tmp_path / "zoia", tmp_path / name))


def put_back(tmp_path: Path, copy: Path) -> None:
    shutil.rmtree(tmp_path / "zoia")
    shutil.copytree(copy, tmp_path / "zoia")


def worked(pair: Pair, count: int) -> list[str]:
    """A terminal is opened, records, synchronises, and is closed."""
    machine = Machine(pair.folder())
    ids = [machine.dropin() for _ in range(count)]
    machine.sync()
    machine.close()
    return ids


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("first", ["push", "pull"])
def test_a_disk_put_back_to_yesterday_loses_nothing_whatever_it_does_first(
    pair: Pair, tmp_path: Path, count: int, first: str
) -> None:
    ids = worked(pair, 2)
    yesterday = image(tmp_path)
    ids += worked(pair, 3)
    put_back(tmp_path, yesterday)
    machine = pair.machine()
    ids += [machine.dropin() for _ in range(count)]
    getattr(machine.syncer, first)()
    machine.sync()
    assert dropins(pair) == sorted(ids)
    assert machine.journal.position().incarnation == 2
    assert machine.journal.position().pending == 0
    assert pair.hub.terminal().forks == 1


def test_a_disk_put_back_to_yesterday_is_found_out_before_anything_new_is_recorded(pair: Pair, tmp_path: Path) -> None:
    ids = worked(pair, 1)
    yesterday = image(tmp_path)
    ids += worked(pair, 3)
    put_back(tmp_path, yesterday)
    machine = pair.machine()
    machine.sync()
    assert machine.journal.position().incarnation == 2
    ids.append(machine.dropin())
    machine.sync()
    assert dropins(pair) == sorted(ids)


@pytest.mark.parametrize("count", [0, 2, 3, 5])
def test_a_lost_journal_begins_anew_and_is_sent_whole(pair: Pair, tmp_path: Path, count: int) -> None:
    ids = worked(pair, 3)
    for path in (tmp_path / "zoia").glob("journal.db*"):
        path.unlink()
    folder = replace(open_folder(tmp_path / "zoia", "file"), clock=pair.clock)
    enrolment.enrol(folder, pair.hub.address, "zoia", show=lambda _: None, wait=False)
    machine = pair.machine()
    ids += [machine.dropin() for _ in range(count)]
    machine.sync()
    machine.sync()
    ids.append(machine.dropin())
    machine.sync()
    assert dropins(pair) == sorted(ids)
    assert machine.journal.position().incarnation == 2


def test_a_copied_terminal_is_stopped_until_a_technician_approves_it_and_keeps_what_it_recorded(
    pair: Pair, tmp_path: Path
) -> None:
    worked(pair, 1)
    copy = image(tmp_path)
    ids = worked(pair, 1)
    twin = image(tmp_path, "twin")
    put_back(tmp_path, copy)
    ids += worked(pair, 1)  # the first fork: incarnation 2
    put_back(tmp_path, twin)
    machine = pair.machine()
    ids.append(machine.dropin())
    with pytest.raises(HubRefused) as refused:
        machine.sync()
    assert refused.value.code == "stopped"
    assert machine.journal.position().pending > 0
    assert len(dropins(pair)) == 3
    codes: list[str] = []
    enrolment.enrol(machine.folder, pair.hub.address, "zoia", show=lambda one: codes.append(one.code), wait=False)
    assert pair.hub.approve(codes[0]) == "zoia-1"
    enrolment.enrol(machine.folder, pair.hub.address, "zoia", show=lambda one: codes.append(one.code), wait=False)
    machine.sync()
    assert set(ids) <= set(dropins(pair))
    assert len(dropins(pair)) == 4
    assert machine.journal.position().pending == 0


def test_two_copies_that_recorded_equally_much_do_not_take_each_others_facts_for_their_own(
    pair: Pair, tmp_path: Path
) -> None:
    copy = image(tmp_path) if worked(pair, 0) == [] else tmp_path
    theirs = worked(pair, 2)
    put_back(tmp_path, copy)
    machine = pair.machine()
    mine = [machine.dropin() for _ in range(2)]
    machine.syncer.pull()
    assert machine.journal.position().pending == 2
    machine.sync()
    assert dropins(pair) == sorted([*theirs, *mine])


def test_a_journal_of_a_hub_that_is_gone_is_sent_whole_under_its_new_name(pair: Pair, tmp_path: Path) -> None:
    ids = worked(pair, 2)
    folder = replace(open_folder(tmp_path / "zoia", "file"), clock=pair.clock)
    journal = Journal(folder.journal, folder.database_key())
    known = journal.identity()
    assert known is not None
    journal.begin_incarnation(2)
    journal.identify(replace(known, terminal="gone-7"), 3, 0, "another epoch")
    journal.close()
    enrolment.enrol(folder, pair.hub.address, "zoia", show=lambda _: None, wait=False)
    machine = pair.machine()
    ids.append(machine.dropin())
    machine.sync()
    machine.sync()
    assert dropins(pair) == sorted(ids)
    assert pair.hub.terminal().forks == 0


def test_old_facts_are_shown_and_applied_in_their_newest_form_and_newer_ones_block_nothing(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal recorded before its program was updated, and one is of a later version than the hub."""
    machine = pair.machine()
    old = machine.dropin(people=3)
    later = Encoded("f" * 32, "dropin", _of_version(machine, old, 7, "f" * 32))
    unknown = Encoded("e" * 32, "teleport", _of_version(machine, old, 1, "e" * 32, kind="teleport"))
    with machine.journal.append() as appending:
        appending.add(later)
        appending.add(unknown)
    last = machine.dropin()
    monkeypatch.setattr(DropInBody, "schema_version", 2)
    monkeypatch.setitem(UPCASTERS, ("dropin", 1), lambda body: {**body, "people": body.get("people", 1) + 40})
    machine = pair.machine()
    day = machine.terminal.clock.now().date()
    assert {one.id: one.people for one in machine.terminal.projection.dropins(day)}[old] == 43
    machine.sync()
    with pair.hub.hub.database.read() as session:
        held = {row.id: row.data["people"] for row in session.scalars(sa.select(DropIn))}
        states = {row.id: row.state for row in session.scalars(sa.select(StoredFact))}
    assert held == {old: 43, last: 41}
    assert states == {old: "accepted", later.id: "parked", unknown.id: "parked", last: "accepted"}


def _of_version(machine: Machine, fact_id: str, version: int, new_id: str, *, kind: str = "dropin") -> bytes:
    (fact,) = machine.journal.by_ids([fact_id])
    return json.dumps({**json.loads(fact.raw), "id": new_id, "v": version, "kind": kind}).encode()
