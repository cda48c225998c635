"""What an administrator of the hub does before and after a disaster, by the commands that are scripted, with a terminal
that was there before.
"""

from __future__ import annotations

import json
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sync.clock import stamp
from tests.support.platform import HubSite, TerminalSite

FACTS = [("dropin", {"reasons": ["chiavi"], "people": number}) for number in (1, 2, 3)]


def numbers(hub: HubSite) -> list[int]:
    """Sequence numbers of the facts that the hub holds."""
    return [line["seq"] for line in hub.run("facts").values]


def backups(hub: HubSite, file: Path, count: int = 3) -> Any:
    """That many backups; returns what the last one said."""
    return [hub.run("backup", str(file), "--keep", "5").value for _ in range(count)][-1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where backups go."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "hub.backup"


def test_facts_that_came_after_the_backup_are_sent_again_after_a_restore(
    hub: HubSite, terminal: TerminalSite, file: Path
) -> None:
    with hub.serving():
        terminal.record(FACTS[:1])
        terminal.sync()
        saved = hub.run("backup", str(file)).value
        assert saved["facts"] == 1
        terminal.record(FACTS[1:])
        assert terminal.sync()["have"] == 3
    restored = hub.run("restore", str(file)).value
    assert restored["facts"] == 1
    assert restored["epoch"] > saved["epoch"]
    assert numbers(hub) == [1]
    with hub.serving():
        done = terminal.sync()  # one command: it hears that the hub was restored, and sends to the end
        assert (done["pushed"], done["have"], done["epoch"]) == (2, 3, restored["epoch"])
        assert terminal.run("status").value["pending"] == 0
        assert numbers(hub) == [1, 2, 3]
        assert terminal.sync()["pushed"] == 0


def test_a_database_that_was_put_back_without_a_word_is_found_out_and_nothing_is_lost(
    hub: HubSite, terminal: TerminalSite, tmp_path: Path
) -> None:
    before = terminal.run("status").value["epoch"]
    old = shutil.copytree(hub.folder, tmp_path / "old")
    with hub.serving():
        terminal.record(FACTS)
        terminal.sync()
    (hub.folder / "hub.db").unlink()
    shutil.copy(old / "hub.db", hub.folder / "hub.db")
    with hub.serving() as process:
        process.wait_for(r"older than the witness.*Applied again: nothing was missing\. A new epoch")
        done = terminal.sync()
        assert (done["pushed"], done["have"]) == (3, 3)
        assert done["epoch"] > before
        assert numbers(hub) == [1, 2, 3]


def test_a_terminal_hears_what_is_durable_with_its_next_pull(hub: HubSite, terminal: TerminalSite, file: Path) -> None:
    with hub.serving():
        terminal.record(FACTS)
        assert terminal.sync()["durable"] == 0
        backups(hub, file, 2)
        assert terminal.sync()["durable"] == 0  # three copies must hold a fact before its terminal may delete it
        backups(hub, file, 1)
        assert terminal.sync()["durable"] == 3
        assert terminal.run("status").value["durable"] == 3


def test_backups_made_by_other_means_count_as_of_when_they_were_begun(hub: HubSite, terminal: TerminalSite) -> None:
    with hub.serving():
        terminal.record(FACTS)
        terminal.sync()
        for _ in range(3):
            assert hub.run("backup-mark").value == {"facts": 0}  # as of a day ago
        assert terminal.sync()["durable"] == 0
    wrong = hub.run("backup-mark", "--begun", "yesterday")
    assert wrong.status == 1
    assert "write a time like" in wrong.errors


def test_older_backups_move_on_and_no_more_are_kept_than_asked_for(hub: HubSite, file: Path) -> None:
    for _ in range(4):
        assert hub.run("backup", str(file), "--keep", "2").status == 0
    assert sorted(path.name for path in file.parent.iterdir()) == ["hub.backup", "hub.backup.1"]


@pytest.mark.parametrize("maimed", [b"rubbish", b""])
def test_what_is_no_backup_changes_nothing(hub: HubSite, file: Path, maimed: bytes) -> None:
    file.write_bytes(maimed)
    before = hub.run("epoch", "rotate").value["epoch"]
    done = hub.run("restore", str(file))
    assert done.status == 1
    assert "Traceback" not in done.errors
    after = hub.run("epoch", "rotate").value["epoch"]
    assert int(after.split("-")[0]) == int(before.split("-")[0]) + 1


def test_a_backup_that_lost_a_row_is_refused(hub: HubSite, file: Path) -> None:
    import sqlite3

    assert hub.run("backup", str(file)).status == 0
    with sqlite3.connect(file) as copy:
        copy.execute("DELETE FROM activity WHERE id = (SELECT min(id) FROM activity)")
    copy.close()
    done = hub.run("restore", str(file))
    assert done.status == 1
    assert "is damaged. Nothing was changed" in done.errors


def test_nobody_restores_under_a_hub_that_serves(served: HubSite, file: Path) -> None:
    assert served.run("backup", str(file)).status == 0
    done = served.run("restore", str(file))
    assert done.status == 1
    assert "Stop it first" in done.errors


def test_a_backup_into_a_folder_that_is_not_there_says_so(hub: HubSite, tmp_path: Path) -> None:
    done = hub.run("backup", str(tmp_path / "nowhere" / "x"))
    assert done.status == 1
    assert "There is no folder" in done.errors


def test_after_a_new_epoch_everything_is_fetched_anew_and_nothing_is_sent_twice(
    hub: HubSite, terminal: TerminalSite
) -> None:
    with hub.serving():
        terminal.record(FACTS)
        terminal.sync()
        epoch = hub.run("epoch", "rotate").value["epoch"]
        done = terminal.sync()
        assert (done["epoch"], done["pushed"], done["have"]) == (epoch, 0, 3)
        assert done["pulled"] == terminal.run("status").value["replica_rows"]
        assert numbers(hub) == [1, 2, 3]


def test_what_is_held_of_a_person_can_be_had_and_erased_at_the_hub_and_at_a_terminal(
    hub: HubSite, terminal: TerminalSite
) -> None:
    with hub.serving():
        number = hub.run("card", "issue", "--space", "zoia", "--name", "Zenobia Quarenghi").value["number"]
        coming = stamp(datetime.now(UTC) + timedelta(days=1))
        days = terminal.run("agenda", "--day", "all").values
        occurrence = next(line["id"] for line in days if line["seats"] is not None and line["start"] > coming)
        terminal.sync()
        terminal.record([("booking", {"occurrence": occurrence, "card": number, "contact": "zenobia@example.org"})])
        terminal.sync()
        held = hub.run("member", "export", number).value
        assert held["member"]["name"] == "Zenobia Quarenghi"
        assert [one["occurrence_id"] for one in held["bookings"]] == [occurrence]
        erased = hub.run("member", "erase", number).value
        assert (erased["facts"], erased["bookings"]) == (1, 1)
        terminal.sync()
        left = json.dumps(hub.run("member", "export", number).values)
        assert "zenobia" not in left.lower()
    wrong = hub.run("member", "erase", "123456789012")
    assert wrong.status == 1
    assert "Traceback" not in wrong.errors


def test_a_hub_that_was_stopped_leaves_one_file_that_holds_all_and_that_others_cannot_read(
    hub: HubSite, terminal: TerminalSite
) -> None:
    with hub.serving() as process:
        terminal.record(FACTS)
        terminal.sync()
        assert process.stop() == 0
    assert not (hub.folder / "hub.db-wal").exists()
    assert stat.S_IMODE((hub.folder / "hub.db").stat().st_mode) == 0o600
    assert numbers(hub) == [1, 2, 3]


def test_the_password_of_the_mail_server_goes_into_the_vault_and_nowhere_else(hub: HubSite) -> None:
    from tests.support.platform import run

    done = run("sync.hub", "mail", "password", "--json", env=hub.variables(), stdin="open-sesame-42\n")
    assert done.value == {"kept": True}
    assert not [path for path in hub.folder.iterdir() if b"open-sesame-42" in path.read_bytes()]
    empty = run("sync.hub", "mail", "password", "--json", env=hub.variables(), stdin="")
    assert empty.status == 1
    without = hub.run("mail", "test", "a@example.org")
    assert without.status == 1
    assert "HUB_SMTP" in without.errors
