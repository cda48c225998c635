"""The same commands with the hub on PostgreSQL, as a Comune would run it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.support.platform import HubSite, TerminalSite


def test_a_hub_on_postgresql_serves_a_terminal_from_enrolment_to_a_final_booking(
    postgres_database: Callable[[], str], tmp_path: Path
) -> None:
    (tmp_path / "hub").mkdir()
    hub = HubSite(tmp_path / "hub", database=postgres_database())
    counts = hub.run("init", "--demo").value
    assert counts["activities"] >= 60
    terminal = TerminalSite(tmp_path / "terminal")
    with hub.serving():
        assert terminal.enrol(hub, "omero") == "omero-1"
        assert terminal.sync()["pulled"] > 500
        card = hub.run("card", "issue", "--space", "omero", "--name", "Prova Verdi").value
        terminal.sync()
        lines = terminal.run("agenda", "--day", "all").values
        occurrence = next(line["id"] for line in lines if line["seats"] and line["seats"]["right"])
        done = terminal.record([("booking", {"occurrence": occurrence, "card": card["number"]})])
        assert done.status == 0, done
        assert terminal.sync()["pushed"] == 1
        assert [line["state"] for line in terminal.run("bookings", occurrence).values] == ["final"]
        seats = hub.run("seats", occurrence).value
        assert (seats["sold"], seats["waiting"]) == (1, 0)
    assert [fact["kind"] for fact in hub.run("facts").values] == ["booking"]


def test_init_on_a_database_that_is_not_there_says_so(tmp_path: Path, free_port: int) -> None:
    (tmp_path / "hub").mkdir()
    done = HubSite(tmp_path / "hub", database=f"postgresql://nobody@127.0.0.1:{free_port}/hub").run("init")
    assert done.status == 1
    assert "cannot be reached" in done.errors
    assert "Traceback" not in done.errors
