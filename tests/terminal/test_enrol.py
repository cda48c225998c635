"""Enrolment: a code until somebody lets the terminal in; asking again never loses what was recorded."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from sync.errors import HubNotOurs, HubRefused, HubUnreachable, HubVersion, UsageError
from sync.hub import ledger, terminals
from sync.hub.store.models import Enrolment
from sync.hub.store.models import Terminal as TerminalRow
from sync.terminal import enrol as enrolment
from sync.terminal.enrol import Waiting
from sync.terminal.folder import Folder, open_folder
from sync.terminal.journal import Identity
from sync.terminal.store import BALLAST
from sync.terminal.terminal import Terminal
from tests.support.pair import Machine, Pair
from tests.support.served import answering

JSON = {"Content-Type": "application/json"}


@pytest.fixture
def folder(pair: Pair, tmp_path: Path) -> Folder:
    """The folder of a terminal that nobody knows."""
    return replace(open_folder(tmp_path / "newcomer", "file", create=True), clock=pair.clock)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waiting between questions takes no time; how long it would have been."""
    waited: list[float] = []
    monkeypatch.setattr("sync.terminal.enrol.time.sleep", waited.append)
    return waited


def ask(pair: Pair, folder: Folder, space: str = "zoia") -> tuple[Identity | None, list[Waiting]]:
    """One question."""
    codes: list[Waiting] = []
    found = enrolment.enrol(folder, pair.hub.address, space, show=codes.append, wait=False)
    return found, codes


def test_a_newcomer_shows_a_code_and_stays_out_until_somebody_approves_it(pair: Pair, folder: Folder) -> None:
    nobody, (waiting,) = ask(pair, folder)
    assert nobody is None
    assert re.fullmatch(r"[B-Z]{4}-[B-Z]{4}", waiting.code)
    assert waiting.url == f"{pair.hub.address}/office/terminals"
    assert ask(pair, folder) == (None, [waiting])
    assert not folder.journal.exists()
    name = pair.hub.approve(waiting.code)
    identity, codes = ask(pair, folder)
    assert codes == []
    assert identity is not None
    public = pair.hub.hub.private_key.public_key().public_bytes_raw().hex()
    assert identity == Identity(name, "zoia", pair.hub.address, public)
    assert folder.pepper() == pair.hub.hub.pepper("zoia")
    assert (folder.path / BALLAST).exists()
    machine = pair.opened(Machine(folder))
    machine.dropin()
    machine.sync()
    assert len(pair.hub.facts(name)) == 1


@pytest.mark.parametrize("written", ["{}", "{} ", "{lower}", "{plain}"])
def test_a_code_is_understood_as_people_write_it(pair: Pair, folder: Folder, written: str) -> None:
    _, (waiting,) = ask(pair, folder)
    code = waiting.code
    assert pair.hub.approve(written.format(code, lower=code.lower(), plain=code.replace("-", ""))) == "zoia-2"


def test_waiting_shows_each_new_code_once_and_ends_with_the_approval(
    pair: Pair, folder: Folder, impatient: list[float]
) -> None:
    shown: list[str] = []
    asked = threading.Event()

    def show(waiting: Waiting) -> None:
        shown.append(waiting.code)
        if len(shown) == 1:
            pair.clock.move(minutes=31)  # the code expires
        else:
            pair.hub.approve(waiting.code)
            asked.set()

    identity = enrolment.enrol(folder, pair.hub.address, "zoia", show=show)
    assert identity is not None
    assert len(set(shown)) == len(shown) == 2
    assert asked.is_set()
    assert set(impatient) == {2.0}


def test_a_line_that_breaks_while_waiting_is_waited_for(pair: Pair, folder: Folder, impatient: list[float]) -> None:
    def show(waiting: Waiting) -> None:
        pair.hub.stop()
        impatient.clear()

    def sleep(_seconds: float) -> None:
        impatient.append(_seconds)
        if len(impatient) == 3:
            pair.hub.start()
            with pair.hub.hub.database.read() as session:
                code = session.query(Enrolment).one().code
            pair.hub.approve(code)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sync.terminal.enrol.time.sleep", sleep)
        identity = enrolment.enrol(folder, pair.hub.address, "zoia", show=show)
    assert identity is not None
    assert impatient == [2.0, 5.0, 5.0]


def test_a_space_that_is_not_there_is_said_with_those_that_are(pair: Pair, folder: Folder) -> None:
    with pytest.raises(UsageError, match=r"There is no space 'atlantide'\. The spaces are: omero, zoia\."):
        ask(pair, folder, "atlantide")


def test_a_terminal_that_the_office_gave_up_is_told_so(pair: Pair) -> None:
    known = pair.folder()
    with pair.hub.hub.database.write() as session:
        terminals.revoke(session, "zoia-1", erase=True)
    with pytest.raises(UsageError, match="it erases itself"):
        ask(pair, known)


@pytest.mark.parametrize("state", ["stopped", "revoked"])
def test_a_terminal_that_was_shut_out_waits_for_a_technician_with_a_code(pair: Pair, state: str) -> None:
    known = pair.folder()
    with pair.hub.hub.database.write() as session:
        session.get_one(TerminalRow, "zoia-1").state = state
    nobody, (waiting,) = ask(pair, known)
    assert nobody is None
    assert pair.hub.approve(waiting.code) == "zoia-1"
    identity, _ = ask(pair, known)
    assert identity is not None
    machine = pair.machine()
    machine.dropin()
    machine.sync()
    assert len(pair.hub.facts()) == 1


def test_enrolling_again_changes_nothing_and_keeps_what_waits(pair: Pair) -> None:
    machine = pair.machine()
    one = machine.dropin()
    identity, codes = ask(pair, machine.folder)
    assert codes == []
    assert identity == machine.journal.identity()
    assert machine.journal.position().pending == 1
    machine.sync()
    assert [fact.id for fact in pair.hub.facts()] == [one]


def test_enrolling_after_the_hub_gave_a_new_incarnation_keeps_what_waits(pair: Pair) -> None:
    machine = pair.machine()
    one = machine.dropin()
    with pair.hub.hub.database.write() as session:
        ledger.fork(session.get_one(TerminalRow, "zoia-1"))
    ask(pair, machine.folder)
    assert (machine.journal.position().incarnation, machine.journal.position().pending) == (2, 1)
    machine.sync()
    assert [fact.id for fact in pair.hub.facts()] == [one]


def test_a_terminal_that_moves_to_another_space_keeps_its_facts_and_drops_what_is_not_its_any_more(pair: Pair) -> None:
    machine = pair.machine()
    machine.dropin()
    machine.sync()
    assert {scope for _, _, scope in rows(machine)} == {"public", "space:zoia"}
    one = machine.dropin()
    _, (waiting,) = ask(pair, machine.folder, "omero")
    assert pair.hub.approve(waiting.code) == "zoia-1"
    identity, _ = ask(pair, machine.folder, "omero")
    assert identity is not None
    assert (identity.terminal, identity.space) == ("zoia-1", "omero")
    again = pair.opened(Machine(machine.folder))
    again.sync()
    assert "space:zoia" not in {scope for _, _, scope in rows(again)}
    assert [fact.id for fact in pair.hub.facts()][-1] == one
    assert again.folder.pepper() == pair.hub.hub.pepper("omero")


def rows(machine: Machine) -> set[tuple[str, str, str]]:
    with machine.replica.engine.connect() as connection:
        return {tuple(row) for row in connection.exec_driver_sql("SELECT entity, id, scope FROM item")}


def test_a_hub_that_lost_everything_lets_the_terminal_in_again_and_gets_its_facts(pair: Pair, tmp_path: Path) -> None:
    empty = pair.hub.backup(tmp_path / "empty.db")
    newcomer = replace(open_folder(tmp_path / "newcomer", "file", create=True), clock=pair.clock)
    _, (waiting,) = ask(pair, newcomer)
    pair.hub.approve(waiting.code)
    ask(pair, newcomer)
    terminal = Terminal(newcomer)
    ids = [terminal.log_dropin(["chiavi"]) for _ in range(2)]
    terminal.close()
    machine = pair.opened(Machine(newcomer))
    machine.sync()
    machine.close()
    pair.hub.restore(empty)
    with pytest.raises(HubRefused) as refused:
        pair.opened(Machine(newcomer)).sync()
    assert refused.value.code == "unknown_terminal"
    _, (again,) = ask(pair, newcomer)
    name = pair.hub.approve(again.code)
    ask(pair, newcomer)
    machine = pair.opened(Machine(newcomer))
    machine.sync()
    machine.sync()
    assert [fact.id for fact in pair.hub.facts(name)] == ids


@pytest.mark.parametrize(
    ("status", "content", "error"),
    [
        (200, b"<html>", HubNotOurs),
        (200, b'{"service": "quartieri-connessi-hub", "protocols": [7]}', HubVersion),
        (503, b"busy", HubRefused),
    ],
)
def test_an_address_that_is_no_hub_makes_no_terminal(
    folder: Folder, status: int, content: bytes, error: type[Exception]
) -> None:
    with answering(status, content, JSON) as address, pytest.raises(error):
        enrolment.enrol(folder, address, "zoia", show=lambda _: None, wait=False)
    assert not folder.journal.exists()


def test_a_hub_that_is_not_there_is_said_at_once(folder: Folder, free_port: int) -> None:
    with pytest.raises(HubUnreachable, match="connection refused"):
        enrolment.enrol(folder, f"http://127.0.0.1:{free_port}", "zoia", show=lambda _: None)
