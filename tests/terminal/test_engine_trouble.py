"""An engine in trouble: damaged files, disks that fail or are full, threads that stand still."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from sync.errors import DiskFull, HubRefused, StoreError
from sync.terminal import engine as engine_module
from sync.terminal.journal import Journal
from sync.terminal.store import BALLAST, keep_ballast, transaction
from tests.support.pair import Pair
from tests.support.served import NOW
from tests.terminal.engines import facts_at, running

TODAY = NOW.date()


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
