"""The engine: it sends and fetches by itself, says how things stand, and ends when it should."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sync.clock import stamp
from sync.errors import StoreError
from sync.hub.store.models import Activity, Notice, Occurrence
from sync.terminal.engine import NICE
from sync.terminal.folder import Folder
from sync.terminal.index import Index
from sync.terminal.journal import Journal
from sync.terminal.store import Lock
from tests.support.pair import Pair
from tests.support.processes import Process
from tests.support.served import NOW
from tests.terminal.engines import WAIT_SECONDS, facts_at, running


def test_an_engine_says_that_the_line_is_up_and_what_waits(pair: Pair) -> None:
    machine = pair.machine()
    machine.dropin()
    with running(machine.folder) as engine:
        report = engine.said.until(lambda one: one["online"] and one["pending"] == 0)
        assert set(report) == {"online", "updated", "pending", "last_sent", "changed", "reason", "clock_trusted"}
        assert report["updated"] == "2026-11-24T14:20:00Z"
        assert report["reason"] == ""
        assert report["clock_trusted"] is True
        engine.close()
        assert engine.status() == 0
    assert len(pair.hub.facts()) == 1


def test_facts_are_sent_when_it_is_told_of_them(pair: Pair) -> None:
    machine = pair.machine()
    with running(machine.folder) as engine, facts_at(pair) as until:
        engine.said.until(lambda one: one["online"])
        for count in (1, 2, 3):
            machine.dropin()
            engine.tell(b"facts\n")
            until(count)
        engine.tell(b"nonsense\n")
        engine.tell(b"quit\n")
        assert engine.status() == 0


def test_facts_that_another_process_recorded_are_sent_without_a_word(pair: Pair) -> None:
    machine = pair.machine()
    with running(machine.folder) as engine, facts_at(pair) as until:
        engine.said.until(lambda one: one["online"])
        machine.dropin()
        until(1)
        assert engine.said.until(lambda one: one["pending"] == 0)["last_sent"] is not None


def test_a_fact_recorded_while_another_is_being_sent_is_not_forgotten(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = pair.machine()
    done = threading.Event()

    def at_the_worst_moment(report: Any, journal: Any, replica: Any, *, changed: bool = False) -> None:
        if not done.is_set():  # everything is sent, and the wait for news has not begun
            other = Journal(machine.folder.journal, machine.folder.database_key())
            with other.append() as tx:
                tx.add(fact)
            other.close()
            done.set()

    from sync.envelope import Moment, encode
    from sync.facts import parse

    fact = encode(parse("dropin", {"reasons": ["chiavi"]}), f"{1:032x}", Moment("2026-11-24T14:20:00Z", 1, "b"))
    machine.syncer.introduce()
    machine.sync()  # so that nothing else writes to the journal and wakes the engine by chance
    monkeypatch.setattr("sync.terminal.engine.Report.files", at_the_worst_moment)
    with running(machine.folder), facts_at(pair) as until:
        assert done.wait(WAIT_SECONDS)
        until(1)


def test_the_index_of_search_follows_what_comes_down_and_stops_nothing_when_it_fails(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = pair.machine()
    start, end = stamp(NOW + timedelta(hours=1)), stamp(NOW + timedelta(hours=2))
    with pair.hub.hub.database.write() as session:
        session.add(Activity(id="coro", space_id="zoia", title={"it": "Coro"}, start="2026-11-24T16:20"))
        session.flush()
        session.add(Occurrence(id="o1", activity_id="coro", space_id="zoia", original=start, start=start, end=end))
    caught_up, failing = threading.Semaphore(0), threading.Event()
    really = Index.catch_up

    def noted(index: Index, *given: Any, **more: Any) -> bool:
        if failing.is_set():
            caught_up.release()
            raise StoreError("The disk is broken.")
        goes_on = really(index, *given, **more)
        if not goes_on:
            caught_up.release()
        return goes_on

    monkeypatch.setattr(Index, "catch_up", noted)
    index = Index(machine.folder.search, machine.folder.database_key())
    with running(machine.folder) as engine:
        engine.said.until(lambda one: one["online"] and one["changed"])
        while index.behind(machine.replica):
            assert caught_up.acquire(timeout=WAIT_SECONDS), "the index stands still"
        held = index.read(lambda connection: connection.exec_driver_sql("SELECT activity FROM entry").scalars().all())
        assert "coro" in held
        failing.set()
        with pair.hub.hub.database.write() as session:
            session.add(Notice(id="n1", space_id="zoia", title={"it": "Ciao"}, text={"it": "…"}, at=stamp(NOW)))
        engine.said.until(lambda one: one["changed"])
        while caught_up.acquire(blocking=False):
            pass
        machine.dropin()
        engine.tell(b"facts\n")
        engine.said.until(lambda one: one["pending"] == 0 and one["last_sent"] is not None)
    index.close()


def test_news_of_the_hub_are_fetched_and_said_to_have_changed_something(pair: Pair) -> None:
    machine = pair.machine()
    with running(machine.folder) as engine:
        engine.said.until(lambda one: one["online"] and one["changed"])
        notice = Notice(
            id="n1", space_id="zoia", title={"it": "Ciao"}, text={"it": "…"}, at="2026-11-24T14:20:00Z", urgent=False
        )
        with pair.hub.hub.database.write() as session:
            session.add(notice)
        engine.said.until(lambda one: one["changed"])
        machine.terminal.projection.refresh()
        assert [one.id for one in machine.terminal.projection.notices()] == ["n1"]


def test_a_line_that_is_cut_and_comes_back_is_said_and_everything_arrives_once(pair: Pair) -> None:
    machine = pair.machine()
    with running(machine.folder) as engine, facts_at(pair) as until:
        engine.said.until(lambda one: one["online"])
        pair.hub.stop()
        assert engine.said.until(lambda one: not one["online"])["reason"] == "no_network"
        ids = [machine.dropin() for _ in range(3)]
        engine.tell(b"facts\n")
        assert engine.said.until(lambda one: one["pending"] == 3)["online"] is False
        pair.hub.start()
        until(3)
        engine.said.until(lambda one: one["online"] and one["pending"] == 0)
    assert [fact.id for fact in pair.hub.facts()] == ids


def test_a_refused_terminal_says_so_and_goes_on_trying(pair: Pair) -> None:
    machine = pair.machine()
    machine.sync()
    with pair.hub.hub.database.write() as session:
        from sync.hub import terminals

        terminals.revoke(session, "zoia-1")
    with running(machine.folder) as engine:
        assert engine.said.until(lambda one: bool(one["reason"]))["reason"] == "revoked"
        machine.dropin()
        engine.tell(b"facts\n")
        engine.said.until(lambda one: one["pending"] == 1)
        engine.close()
        assert engine.status() == 0


def test_a_clock_that_cannot_be_trusted_is_said(pair: Pair) -> None:
    from datetime import timedelta

    machine = pair.machine(ahead=timedelta(minutes=6))
    with running(machine.folder) as engine:
        report = engine.said.until(lambda one: one["online"])
        assert report["clock_trusted"] is False


def test_an_engine_that_cannot_work_ends_instead_of_standing_still(pair: Pair) -> None:
    machine = pair.machine()
    machine.close()
    for path in machine.folder.path.glob("journal.db*"):
        path.unlink()
    machine.folder.vault.delete("journal")  # nobody knows that there was one
    with running(machine.folder) as engine:
        assert engine.status() == 1


def command(folder: Folder) -> list[str]:
    return [sys.executable, "-m", "sync.terminal.engine", "--data", str(folder.path), "--vault", "file"]


def test_the_process_ends_when_whoever_started_it_is_gone(pair: Pair) -> None:
    folder = pair.folder()
    with subprocess.Popen(command(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as engine:
        assert engine.stdout is not None
        assert engine.stdin is not None
        assert json.loads(engine.stdout.readline())["reason"] in ("", "hub_refused")
        engine.stdin.close()
        assert engine.wait(WAIT_SECONDS) == 0


def test_the_process_steps_back_behind_the_screen(pair: Pair) -> None:
    mine = os.getpriority(os.PRIO_PROCESS, 0)
    with subprocess.Popen(command(pair.folder()), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as engine:
        assert engine.stdout is not None
        assert engine.stdin is not None
        engine.stdout.readline()  # it is at work
        threads = [int(path.name) for path in Path(f"/proc/{engine.pid}/task").iterdir()]
        assert {os.getpriority(os.PRIO_PROCESS, thread) for thread in threads} == {min(mine + NICE, 19)}
        engine.stdin.close()
        assert engine.wait(WAIT_SECONDS) == 0


def test_the_process_ends_with_a_sentence_when_it_cannot_work(pair: Pair) -> None:
    folder = pair.folder()
    for path in folder.path.glob("journal.db*"):
        path.unlink()
    folder.vault.delete("journal")
    with subprocess.Popen(
        command(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as engine:
        assert engine.wait(WAIT_SECONDS) == 1
        assert engine.stderr is not None
        said = engine.stderr.read()
        assert "kiosk enrol --hub URL" in said
        assert "Traceback" not in said


def test_a_second_engine_on_the_same_folder_ends_with_a_sentence(pair: Pair) -> None:
    folder = pair.folder()
    held = Lock(folder.path / "engine.lock")
    held.acquire()
    with Process(command(folder)) as second:
        assert second.wait() == 3
        assert "Another terminal already runs on" in second.errors
        assert "Traceback" not in second.errors
    held.release()


def test_an_engine_without_a_terminal_ends_with_a_sentence(pair: Pair, tmp_path: Any) -> None:
    with Process([*command(pair.folder())[:-3], str(tmp_path / "nothing"), "--vault", "file"]) as engine:
        assert engine.wait() == 1
        assert "There is no terminal in" in engine.errors
