"""Today's terminal against hubs as they were shipped: it gets by with what they say, and asks for no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sync.errors import HubUnreachable
from sync.terminal import enrol as enrolment
from sync.terminal.folder import Folder, open_folder
from tests.compat.exchange import stories
from tests.compat.old_hub import MAX_FACTS, OldHub, serving
from tests.support.pair import Machine
from tests.support.served import HandClock

VERSION = "0.1.0"
"""The last version whose hubs have no limits, digests or snapshots as lines."""
ENDPOINTS = {"GET /v1", "POST /v1/enrol", "POST /v1/hello", "POST /v1/push", "GET /v1/pull", "POST /v1/seats"}
"""Without the snapshot, which had another form then and which no terminal asked for."""


@pytest.fixture
def hub() -> OldHub:
    return OldHub(stories(VERSION)["first_day"])


@pytest.fixture
def machine(hub: OldHub, tmp_path: Path) -> Iterator[Machine]:
    """Today's terminal, enrolled at the old hub."""
    with serving(hub) as address:
        folder = replace(open_folder(tmp_path / "terminal", "file", create=True), clock=HandClock())
        _ask(folder, address)
        hub.approve()
        _ask(folder, address)
        opened = Machine(folder)
        yield opened
        opened.close()


def _ask(folder: Folder, address: str) -> None:
    enrolment.enrol(folder, address, "zoia", show=lambda _waiting: None, wait=False)


def turn(machine: Machine) -> None:
    """What the engine does."""
    machine.syncer.introduce()
    machine.sync()


def held(machine: Machine) -> dict[tuple[str, str, str], Any]:
    with machine.replica.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT entity, id, scope, body FROM item").all()
        connection.rollback()
    return {(row.entity, row.id, row.scope): json.loads(row.body) for row in rows}


def ids(hub: OldHub) -> list[str]:
    return [json.loads(raw)["id"] for raw in hub.facts]


def test_the_first_synchronisation_goes_by_pages(hub: OldHub, machine: Machine) -> None:
    turn(machine)
    assert held(machine) == hub.rows()
    assert set(hub.asked) <= ENDPOINTS
    assert len(hub.pages) > 3


def test_facts_arrive_once_each_in_order_and_within_the_old_bounds(hub: OldHub, machine: Machine) -> None:
    turn(machine)
    stated = [machine.dropin() for _ in range(2 * MAX_FACTS + 7)]
    turn(machine)
    assert ids(hub) == stated
    assert machine.journal.position().pending == 0
    assert hub.asked.count("POST /v1/push") == 3


def test_a_terminal_that_begins_with_a_backlog_sends_before_anything_was_told(hub: OldHub, machine: Machine) -> None:
    stated = [machine.dropin() for _ in range(MAX_FACTS + 1)]
    machine.syncer.push()
    assert ids(hub) == stated


def test_an_answer_that_is_lost_doubles_nothing(hub: OldHub, machine: Machine) -> None:
    turn(machine)
    stated = [machine.dropin() for _ in range(3)]
    hub.lose = 2  # on a connection that was in use, a terminal asks once more by itself
    with pytest.raises(HubUnreachable):
        machine.syncer.push()
    turn(machine)
    assert ids(hub) == stated
    assert machine.journal.position().have == 3


def test_a_terminal_with_nothing_to_do_stays_as_it_is(hub: OldHub, machine: Machine) -> None:
    turn(machine)
    turn(machine)  # the seats that were granted
    before, rows = machine.replica.standing(), held(machine)
    asked = len(hub.asked)
    for _ in range(5):
        turn(machine)
    after = machine.replica.standing()
    assert (after.cursor, after.applied, after.incarnation) == (before.cursor, before.applied, before.incarnation)
    assert held(machine) == rows
    assert set(hub.asked[asked:]) == {"GET /v1/pull"}


def test_seats_that_an_old_hub_grants_pay_for_bookings(hub: OldHub, machine: Machine) -> None:
    turn(machine)
    occurrence = next(row for row in hub.rows() if row[0] == "occurrence" and row[1].startswith("cucito"))[1]
    assert machine.terminal.sign_up(occurrence, name="Amina Diallo", people=2).state == "final"
    turn(machine)
    assert [json.loads(raw)["kind"] for raw in hub.facts] == ["booking"]


def test_an_old_hub_that_went_back_gets_its_facts_again(hub: OldHub, machine: Machine) -> None:
    turn(machine)
    stated = [machine.dropin() for _ in range(5)]
    turn(machine)
    hub.forget(from_=3)
    stated.append(machine.dropin())
    turn(machine)
    turn(machine)
    assert ids(hub) == stated
    assert machine.journal.position().incarnation == 1
