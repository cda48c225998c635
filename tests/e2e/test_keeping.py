"""What a technician does with a terminal in trouble: looks, repairs, carries its facts away."""

from __future__ import annotations

from pathlib import Path

from sync.terminal.folder import open_folder
from sync.terminal.store import open_database
from tests.support.platform import HubSite, TerminalSite

FACTS = [("dropin", {"reasons": ["chiavi"], "people": number}) for number in (1, 2, 3)]


def wreck(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[2000] ^= 1
    path.write_bytes(data)


def carry_over(folder: Path) -> None:
    """Empties the journal's log into its file: a page of which the log has a newer copy would be no damage."""
    engine = open_database(folder / "journal.db", open_folder(folder, "file").database_key(), create=False)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def test_facts_of_a_terminal_without_a_line_reach_the_hub_in_a_file_and_only_once(
    hub: HubSite, terminal: TerminalSite, tmp_path: Path
) -> None:
    terminal.record(FACTS)
    stick = tmp_path / "facts.qc"
    assert terminal.run("export", str(stick)).value == {"facts": 3}
    assert hub.run("facts", "import", str(stick)).value == {"facts": 3, "new": 3}
    assert hub.run("facts", "import", str(stick)).value == {"facts": 3, "new": 0}
    assert [line["seq"] for line in hub.run("facts", "--terminal", "zoia-1").values] == [1, 2, 3]
    again = terminal.run("export", str(stick))
    assert again.status == 1
    assert "is there already" in again.errors
    with hub.serving():
        assert terminal.sync()["have"] == 3


def test_a_file_that_is_no_export_is_a_sentence(hub: HubSite, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"rubbish")
    done = hub.run("facts", "import", str(tmp_path / "x"))
    assert done.status == 1
    assert "no export of a terminal" in done.errors


def test_status_is_true_before_enrolment_after_damage_and_after_repair(
    served: HubSite, terminal: TerminalSite, newcomer: TerminalSite
) -> None:
    newcomer.run("enrol", "--hub", served.address, "--space", "zoia", "--no-wait")
    before = newcomer.run("status").value
    assert (before["state"], before["terminal"], before["pending"]) == ("not_enrolled", None, None)
    terminal.record(FACTS)
    carry_over(terminal.folder)
    wreck(terminal.folder / "journal.db")
    (terminal.folder / "journal.suspect").touch()  # as whoever met it notes
    damaged = terminal.run("status")
    assert "3 records were saved" in damaged.errors
    assert (damaged.value["state"], damaged.value["terminal"], damaged.value["pending"]) == ("repaired", "zoia-1", 3)
    assert terminal.run("status").value["state"] == "repaired"
    terminal.sync()
    healed = terminal.run("status").value
    assert (healed["state"], healed["pending"], healed["have"]) == ("ok", 0, 3)
    assert len(served.run("facts", "--terminal", "zoia-1").values) == 3


def test_the_self_test_says_of_each_part_whether_it_works(hub: HubSite, terminal: TerminalSite) -> None:
    with hub.serving():
        done = terminal.run("self-test")
        assert done.status == 0, done.values
        tests = {line["test"]: line for line in done.values}
        assert list(tests) == ["keys", "journal", "replica", "disk", "clock", "network", "scanner", "camera", "screen"]
        assert all(line["ok"] and line["detail"] for line in done.values)
    wreck(terminal.folder / "replica.db")
    done = terminal.run("self-test")
    assert done.status == 1
    failed = {line["test"] for line in done.values if not line["ok"]}
    assert failed == {"replica", "network"}
