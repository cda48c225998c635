"""The engine: it sends and fetches by itself, says how things stand, and ends when it should."""

from __future__ import annotations

import io
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from sync.clock import stamp
from sync.errors import DiskFull, HubRefused, StoreError
from sync.hub.store.models import Activity, Notice, Occurrence
from sync.terminal import engine as engine_module
from sync.terminal.engine import NICE, Engine
from sync.terminal.folder import Folder
from sync.terminal.index import Index
from sync.terminal.journal import Journal
from sync.terminal.store import BALLAST, Lock, keep_ballast, transaction
from tests.support.pair import Pair
from tests.support.processes import Process
from tests.support.served import NOW

WAIT_SECONDS = 60.0
TODAY = NOW.date()


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
    committing = threading.Semaphore(0)

    def note(*_: object) -> None:
        committing.release()

    database = pair.hub.hub.database.engine
    sa.event.listen(database, "commit", note)

    def until(count: int) -> None:
        deadline = time.monotonic() + WAIT_SECONDS
        while len(pair.hub.facts()) < count:
            assert time.monotonic() < deadline, f"{len(pair.hub.facts())} facts of {count}"
            committing.acquire(timeout=0.5)  # the word comes just before the commit

    yield until
    sa.event.remove(database, "commit", note)


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


@pytest.mark.parametrize("harm", ["missing", "rubbish", "pages"])
def test_a_replica_that_is_lost_or_damaged_is_fetched_anew(pair: Pair, harm: str) -> None:
    machine = pair.machine()
    ids = [machine.dropin()]
    machine.sync()
    before = machine.replica.rows()
    machine.close()
    path = machine.folder.replica
    content = bytearray(path.read_bytes())
    for page in range(8192, len(content), 4096):
        content[page + 50] ^= 4
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    if harm != "missing":
        path.write_bytes(content if harm == "pages" else b"rubbish " * 2000)
    with running(machine.folder) as engine:
        while engine.said.until(lambda one: one["online"]):
            again = pair.machine()
            if again.replica.rows() == before:
                break
            again.close()
    assert sorted(one.id for one in again.terminal.projection.dropins(TODAY)) == ids


def test_damage_that_nobody_reads_is_found_by_the_engine_and_mended(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = pair.machine()
    machine.sync()
    with transaction(machine.replica.engine, machine.replica.path) as connection:
        rows = [("filler", f"{number:05}", "public", f'{{"x": "{"y" * 200}"}}') for number in range(2000)]
        connection.exec_driver_sql("INSERT INTO item (entity, id, scope, body) VALUES (?, ?, ?, ?)", rows)
        connection.exec_driver_sql("UPDATE meta SET value = '1' WHERE key = 'digest'")
    machine.close()
    path = machine.folder.replica
    content = bytearray(path.read_bytes())
    for page in range(len(content) // 8192 * 4096, len(content) - 16384, 4096):
        content[page + 50] ^= 4
    path.write_bytes(content)
    monkeypatch.setattr("sync.terminal.engine.UPKEEP_AFTER_SECONDS", 0.0)
    with running(machine.folder) as engine:
        engine.said.until(lambda one: one["changed"])
        again = pair.machine()
        while again.replica.rows() > 1000 or again.replica.standing().cursor is None:
            engine.said.until(bool)
    assert (machine.folder.path / "replica.damaged").exists()


def test_a_disk_that_fails_has_everything_closed_and_opened_again(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = pair.machine()
    machine.sync()
    failures = iter([True, True])
    acknowledge = Journal.acknowledge
    opened = []
    parts = engine_module.Parts.__init__

    def fail(journal: Journal, *args: Any) -> None:
        if next(failures, False):
            raise StoreError("journal.db cannot be used: disk I/O error.")
        acknowledge(journal, *args)

    def note(self: Any, *args: Any, **more: Any) -> None:
        opened.append(threading.current_thread().name)
        parts(self, *args, **more)

    monkeypatch.setattr(Journal, "acknowledge", fail)
    monkeypatch.setattr(engine_module.Parts, "__init__", note)
    monkeypatch.setattr("sync.terminal.backoff.BASE_SECONDS", 0.1)
    with running(machine.folder) as engine, facts_at(pair) as until:
        engine.said.until(lambda one: one["online"])
        machine.dropin()
        engine.tell(b"facts\n")
        until(1)
        engine.said.until(lambda one: one["pending"] == 0)
        engine.close()
        assert engine.status() == 0
    assert opened.count("push") == 3
    assert len(pair.hub.facts()) == 1


def test_a_disk_that_goes_on_failing_ends_the_process(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = pair.machine()
    machine.sync()

    def fail(*_: Any) -> None:
        raise StoreError("journal.db cannot be used: disk I/O error.")

    monkeypatch.setattr(Journal, "acknowledge", fail)
    monkeypatch.setattr("sync.terminal.engine.MAX_REOPENED", 2)
    with running(machine.folder) as engine:
        machine.dropin()
        engine.tell(b"facts\n")
        assert engine.status() == 1


def test_a_thread_that_stands_still_ends_the_process(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = pair.machine()
    released = threading.Event()
    monkeypatch.setattr("sync.terminal.syncer.Syncer.pull", lambda *_: released.wait())
    monkeypatch.setattr("sync.terminal.engine.STUCK_SECONDS", 0.5)
    monkeypatch.setattr("sync.terminal.engine.LOOK_SECONDS", 0.1)
    monkeypatch.setattr("sync.terminal.engine.BEAT_SECONDS", 0.1)
    with running(machine.folder) as engine:
        assert engine.status() == 1
        released.set()


def test_facts_go_up_although_seats_are_refused(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = pair.machine()

    def refuse(_syncer: Any) -> bool:
        raise HubRefused("No.", status=500, code="busy", retry_after=3600.0)

    monkeypatch.setattr("sync.terminal.syncer.Syncer.seats", refuse)
    with running(machine.folder) as engine, facts_at(pair) as until:
        engine.said.until(lambda one: one["online"])
        for count in (1, 2, 3):
            machine.dropin()
            engine.tell(b"facts\n")
            until(count)


def test_a_full_disk_is_said_and_its_reserve_given_free(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = pair.machine()
    keep_ballast(machine.folder.path)
    full = threading.Event()
    full.set()
    acknowledge = Journal.acknowledge

    def fail(journal: Journal, *args: Any) -> None:
        if full.is_set():
            raise DiskFull("The disk of this terminal is full.")
        acknowledge(journal, *args)

    monkeypatch.setattr(Journal, "acknowledge", fail)
    with running(machine.folder) as engine:
        machine.dropin()
        engine.tell(b"facts\n")
        engine.said.until(lambda one: one["reason"] == "disk_full")
        assert not (machine.folder.path / BALLAST).exists()
        full.clear()
        engine.said.until(lambda one: one["pending"] == 0 and one["online"])


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
