"""The engine: it sends and fetches by itself, says how things stand, and ends when it should."""

from __future__ import annotations

import io
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from sync.hub.store.models import Notice, StoredFact
from sync.terminal.engine import Engine
from sync.terminal.folder import Folder
from sync.terminal.journal import Journal
from sync.terminal.store import Lock
from tests.support.pair import Pair
from tests.support.processes import Process

WAIT_SECONDS = 30.0


class Said(io.StringIO):
    """Standard output of an engine: its reports, as they come."""

    def __init__(self) -> None:
        self.reports: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()

    def write(self, text: str) -> int:
        self.reports.put(json.loads(text))
        return len(text)

    def until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next report of which this holds."""
        while True:
            report = self.reports.get(timeout=WAIT_SECONDS)
            if holds(report):
                return report


class Running:
    """An engine at work in this process."""

    def __init__(self, folder: Folder) -> None:
        self.said = Said()
        self._commands: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._status: queue.SimpleQueue[int] = queue.SimpleQueue()
        engine = Engine(folder, self.said)
        commands = iter(self._commands.get, None)
        self._thread = threading.Thread(target=lambda: self._status.put(engine.run(commands)))
        self._thread.start()

    def tell(self, line: bytes) -> None:
        """A line on its standard input."""
        self._commands.put(line)

    def status(self) -> int:
        """Its exit status, when it ends."""
        return self._status.get(timeout=WAIT_SECONDS)

    def close(self) -> None:
        """The end of its standard input."""
        self._commands.put(None)
        self._thread.join(WAIT_SECONDS)
        assert not self._thread.is_alive()


@contextmanager
def running(folder: Folder) -> Iterator[Running]:
    engine = Running(folder)
    try:
        yield engine
    finally:
        engine.close()


@contextmanager
def facts_at(pair: Pair) -> Iterator[Callable[[int], None]]:
    """Waits until the hub holds so many facts."""
    stored = threading.Semaphore(0)

    def note(*_: object) -> None:
        stored.release()

    sa.event.listen(StoredFact, "after_insert", note)
    seen = 0

    def until(count: int) -> None:
        nonlocal seen
        while seen < count:
            assert stored.acquire(timeout=WAIT_SECONDS), f"{seen} facts of {count}"
            seen += 1

    yield until
    sa.event.remove(StoredFact, "after_insert", note)


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

    def at_the_worst_moment(report: Any, parts: Any, *, changed: bool = False) -> None:
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
    for path in machine.folder.path.glob("replica.db*"):
        path.unlink()
    with running(machine.folder) as engine:
        assert engine.status() == 1


# as the process that it is


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


def test_the_process_ends_with_a_sentence_when_it_cannot_work(pair: Pair) -> None:
    folder = pair.folder()
    for path in folder.path.glob("replica.db*"):
        path.unlink()
    with subprocess.Popen(
        command(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as engine:
        assert engine.wait(WAIT_SECONDS) == 1
        assert engine.stderr is not None
        said = engine.stderr.read()
        assert "replica.db is missing" in said
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
