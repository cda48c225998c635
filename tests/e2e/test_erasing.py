"""A terminal is given up by the hub's order, all by commands: what it held is in a file, and from there at the hub."""

from __future__ import annotations

from tests.support.platform import HubSite, TerminalSite

FACTS = [("dropin", {"reasons": ["chiavi"], "people": number}) for number in (1, 2, 3)]


def test_the_way_of_a_terminal_that_is_given_up(hub: HubSite, terminal: TerminalSite) -> None:
    with hub.serving():
        terminal.record(FACTS[:1])
        assert terminal.sync()["have"] == 1
        terminal.record(FACTS[1:])
        assert hub.run("revoke", "zoia-1", "--erase").value == {"terminal": "zoia-1"}
        assert hub.run("terminals").value["state"] == "erasing"
        done = terminal.run("sync", "--once")
        assert done.status == 1
        assert "was erased by order of its hub" in done.errors
    file = terminal.folder / "zoia-1-1.export"
    told = terminal.run("status").value
    assert (told["state"], told["terminal"]) == ("erased", None)
    assert str(file) in told["why"]
    for command in (["bookings"], ["agenda"], ["export", str(terminal.folder / "x")], ["sync", "--once"]):
        refused = terminal.run(*command)
        assert (refused.status, "was erased" in refused.errors) == (1, True), command
    late = terminal.record(FACTS[:1])
    assert (late.status, late.values) == (1, [])
    assert "was erased" in late.errors
    assert hub.run("facts", "import", str(file)).value == {"facts": 3, "new": 2}
    assert hub.run("facts", "import", str(file)).value == {"facts": 3, "new": 0}
    assert [line["body"]["people"] for line in hub.run("facts", "--terminal", "zoia-1").values] == [1, 2, 3]


def test_a_terminal_that_was_erased_is_enrolled_anew(hub: HubSite, terminal: TerminalSite) -> None:
    with hub.serving():
        hub.run("revoke", "zoia-1", "--erase")
        assert terminal.run("sync", "--once").status == 1
        assert terminal.enrol(hub, "zoia") == "zoia-2"
        terminal.record(FACTS)
        assert terminal.sync()["have"] == 3
    assert (terminal.folder / "zoia-1-1.export").exists()


def test_plain_revocation_erases_nothing_and_approval_brings_the_terminal_back(
    hub: HubSite, terminal: TerminalSite
) -> None:
    with hub.serving():
        terminal.record(FACTS)
        assert hub.run("revoke", "zoia-1").value == {"terminal": "zoia-1"}
        assert hub.run("terminals").value["state"] == "revoked"
        assert "no longer admitted" in terminal.run("sync", "--once").errors
        assert terminal.run("status").value["pending"] == 3
