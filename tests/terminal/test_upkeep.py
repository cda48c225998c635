"""What the engine does for the journal, and what it says of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from sync.errors import Damaged
from sync.terminal.mirror import Mirror
from sync.terminal.opening import MEMORY
from sync.terminal.retention import RETENTION_DAYS
from sync.terminal.store import BALLAST
from sync.terminal.upkeep import health, look_through, tidy
from tests.support.pair import Machine, Pair
from tests.terminal.test_salvage import flip, open_at, recorded


def test_a_round_lets_go_of_what_is_old_and_keeps_room_memory_and_mirror(pair: Pair, tmp_path: Path) -> None:
    machine = pair.machine()
    (tmp_path / "medium").mkdir()
    mirror = Mirror(tmp_path / "medium", machine.folder.database_key(), wait=30.0, anywhere=True)
    mirror.follow(machine.journal)
    ids = [machine.dropin() for _ in range(3)]
    machine.journal.acknowledge(3, 2)
    machine.folder.vault.delete(MEMORY)
    now = pair.clock.now()
    assert tidy(machine.folder, machine.journal, now) == 0
    assert tidy(machine.folder, machine.journal, None) == 0
    assert tidy(machine.folder, machine.journal, now + timedelta(days=RETENTION_DAYS)) == 0
    assert tidy(machine.folder, machine.journal, now + timedelta(days=RETENTION_DAYS + 1)) == 2
    assert [fact.id for fact in machine.journal.after(0, facts=9, size=10**6)] == ids[2:]
    assert machine.folder.vault.get(MEMORY) is not None
    assert (machine.folder.path / BALLAST).exists()
    assert health(machine.folder, machine.journal)["mirror"] == {"state": "ok", "behind": 0, "why": ""}


def test_health_says_what_an_office_wants_to_know_and_nothing_of_what_is_recorded(pair: Pair, tmp_path: Path) -> None:
    recorded(pair, 2)
    (tmp_path / "zoia" / "journal.db").unlink()
    machine = pair.opened(Machine(open_at(pair, tmp_path)))
    found = health(machine.folder, machine.journal)
    assert set(found) == {"disk_free_mb", "ballast", "mirror", "salvaged"}
    assert found["disk_free_mb"] > 0
    assert found["mirror"] is None
    assert found["salvaged"] is not None
    assert found["salvaged"]["facts"] == 0


def test_a_whole_journal_is_looked_through_and_a_damaged_one_is_repaired_at_the_next_start(
    pair: Pair, tmp_path: Path
) -> None:
    ids = recorded(pair, 30)
    folder = open_at(pair, tmp_path)
    look_through(folder)
    flip(folder.journal, folder.journal.stat().st_size - 200)
    with pytest.raises(Damaged, match="repaired when the terminal starts again"):
        look_through(folder)
    machine = pair.opened(Machine(folder))
    assert "repaired" in machine.terminal.repaired
    assert {fact.id for fact in machine.journal.after(0, facts=99, size=10**6)} <= set(ids)
