"""The stable commands, as scripts use them: JSON, exit statuses, sentences."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.support.platform import HubSite, TerminalSite, run


def test_init_prints_counts_and_a_second_init_changes_nothing(hub: HubSite) -> None:
    again = hub.run("init", "--demo").value
    assert set(again) == {"spaces", "activities", "occurrences"}
    assert again["spaces"] == 9
    assert again["activities"] >= 60
    assert hub.run("init", "--demo").value == again


def test_init_says_which_pins_and_cards_are_for_trying(hub: HubSite) -> None:
    said = hub.run("init", "--demo").errors
    assert "PIN of the desk" in said
    assert "zoia" in said


def test_a_terminal_is_enrolled_synchronised_and_shows_what_the_hub_plans(
    served: HubSite, newcomer: TerminalSite
) -> None:
    name = newcomer.enrol(served, "zoia")
    first = newcomer.sync()
    assert set(first) == {"pushed", "have", "durable", "pulled", "epoch", "seconds", "bytes_up", "bytes_down"}
    assert first["pulled"] > 500
    lines = newcomer.run("agenda", "--day", "all").values
    assert len(lines) > 100
    assert set(lines[0]) == {"id", "activity", "title", "start", "end", "space", "status", "seats"}
    assert {line["space"] for line in lines} == {"zoia"}
    everywhere = {line["space"] for line in newcomer.run("agenda", "--day", "all", "--space", "all").values}
    assert len(everywhere) == 9
    status = newcomer.run("status").value
    assert status["terminal"] == name
    assert (status["pending"], status["have"]) == (0, 0)
    assert status["last_sync"] is not None
    second = newcomer.sync()
    assert (second["pushed"], second["pulled"]) == (0, 0)
    assert second["bytes_down"] < 1000


def test_recorded_facts_reach_the_hub_once_and_in_order(served: HubSite, terminal: TerminalSite) -> None:
    done = terminal.record([("dropin", {"reasons": ["chiavi"], "people": n}) for n in (1, 2, 3)])
    assert done.status == 0
    assert [line["seq"] for line in done.values] == [1, 2, 3]
    assert terminal.run("status").value["pending"] == 3
    assert terminal.sync()["pushed"] == 3
    assert terminal.sync()["pushed"] == 0
    facts = served.run("facts", "--terminal", "zoia-1").values
    assert [fact["id"] for fact in facts] == [line["id"] for line in done.values]
    assert [fact["body"]["people"] for fact in facts] == [1, 2, 3]
    assert {fact["state"] for fact in facts} == {"accepted"}


def test_a_bad_line_is_named_and_the_others_are_recorded(served: HubSite, terminal: TerminalSite) -> None:
    good = json.dumps({"kind": "dropin", "body": {"reasons": ["chiavi"]}})
    lines = [good, "not json", json.dumps({"kind": "dropin", "body": {}}), "", "x" * 100_000, good]
    done = terminal.run("record", stdin="\n".join(lines) + "\n")
    assert done.status == 1
    assert [("seq" in line, line.get("line")) for line in done.values] == [
        (True, None), (False, 2), (False, 3), (False, 5), (True, None),
    ]  # fmt: skip
    assert terminal.run("status").value["pending"] == 2


def test_a_booking_with_a_card_is_final_offline_within_the_grant(served: HubSite, terminal: TerminalSite) -> None:
    card = served.run("card", "issue", "--space", "zoia", "--name", "Prova Verdi").value
    terminal.sync()
    occurrence = _bookable(terminal)
    done = terminal.record([("booking", {"occurrence": occurrence, "card": card["card"]})])
    assert done.status == 0, done
    assert [line["state"] for line in terminal.run("bookings", occurrence).values] == ["final"]
    before = served.run("seats", occurrence).value
    terminal.sync()
    after = served.run("seats", occurrence).value
    assert after["sold"] == before["sold"] + 1
    assert after["granted"] >= 1
    assert [line["state"] for line in terminal.run("bookings", occurrence).values] == ["final"]


def _bookable(terminal: TerminalSite) -> str:
    lines = terminal.run("agenda", "--day", "all").values
    return str(next(line["id"] for line in lines if line["seats"] and line["seats"]["right"] >= 2))


def test_bookings_that_cannot_be_are_refused_each_with_its_sentence(
    served: HubSite, terminal: TerminalSite, tmp_path: Path
) -> None:
    good = served.run("card", "issue", "--space", "zoia", "--name", "Prova Verdi").value["card"]
    revoked = served.run("card", "issue", "--space", "zoia", "--name", "Prova Neri").value
    served.run("card", "revoke", revoked["number"])
    (tmp_path / "other").mkdir()
    other = HubSite(tmp_path / "other").init()
    foreign = other.run("card", "issue", "--space", "zoia", "--name", "Di Altri").value["card"]
    terminal.sync()
    occurrence = _bookable(terminal)
    damaged = good[:-7] + ("0" if good[-7] != "0" else "1") + good[-6:]
    cases = [
        ({"card": "QCT1:RUBBISH"}, "cannot be read"),
        ({"card": "111111111111"}, "cannot be read"),
        ({"card": damaged}, "cannot be read"),
        ({"card": foreign}, "Nobody that this machine knows"),
        ({"card": revoked["card"]}, "revoked"),
        ({"name": "Ada Rossi", "occurrence": "nothing@20200101T000000Z"}, "no such occurrence"),
        ({"name": "Ada Rossi", "paid": True}, "seat right"),
        ({"name": "Ada Rossi", "people": 0}, "people"),
        ({}, "card or name"),
    ]
    done = terminal.record([("booking", {"occurrence": occurrence, **body}) for body, _ in cases])
    assert done.status == 1
    for line, (body, says) in zip(done.values, cases, strict=True):
        assert says in line.get("error", ""), (body, line)
    assert terminal.run("status").value["pending"] == 0
    assert terminal.record([("booking", {"occurrence": occurrence, "card": good})]).values[0]["seq"] == 1


def test_an_expired_card_is_refused_with_a_sentence(served: HubSite, terminal: TerminalSite) -> None:
    card = served.run("card", "issue", "--space", "zoia", "--name", "Prova Verdi").value["card"]
    terminal.sync()
    occurrence = _bookable(terminal)
    terminal.env["QC_NOW"] = "2031-01-01T10:00"
    done = terminal.record([("booking", {"occurrence": occurrence, "card": card})])
    assert done.status == 1
    assert "expired" in done.values[0]["error"]


def test_a_code_that_nobody_waits_with_is_refused(served: HubSite) -> None:
    done = served.run("approve", "BCDF-GHJK")
    assert done.status == 1
    assert "No terminal waits" in done.errors


def test_a_revoked_terminal_is_refused_at_once_and_keeps_what_it_recorded(
    served: HubSite, terminal: TerminalSite
) -> None:
    terminal.record([("dropin", {"reasons": ["chiavi"]})])
    assert served.run("revoke", "zoia-1").value == {"terminal": "zoia-1"}
    done = terminal.run("sync", "--once")
    assert done.status == 1
    assert "no longer admitted" in done.errors
    assert terminal.run("status").value["pending"] == 1


def test_a_wrong_clock_locks_nobody_out(served: HubSite, terminal: TerminalSite) -> None:
    terminal.env["QC_NOW"] = "2016-01-01T10:00"
    terminal.record([("dropin", {"reasons": ["chiavi"]})])
    assert terminal.sync()["have"] == 1


@pytest.mark.parametrize(
    ("hub", "says"),
    [
        ("http://127.0.0.1:9", "does not answer"),
        ("http://hub.invalid", "https"),
        ("https://hub.invalid", "does not answer"),
        ("not an address", "no address"),
        ("ftp://127.0.0.1", "no address"),
    ],
)
def test_a_wrong_address_of_the_hub_is_said(newcomer: TerminalSite, hub: str, says: str) -> None:
    done = newcomer.run("enrol", "--hub", hub, "--space", "zoia", "--no-wait")
    assert done.status == 1
    assert says in done.errors
    assert "Traceback" not in done.errors


@contextmanager
def answering(status: int, kind: str, content: bytes) -> Iterator[str]:
    """A web server that gives the same answer to everything; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 - the base class's name

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "kind", "content", "says"),
    [
        (200, "text/html", b"<html>Sign in to the network</html>", "no hub"),
        (302, "text/html", b"", "no hub"),
        (200, "application/json", b'{"hello": "world"}', "no hub"),
        (200, "application/json", b"\xff\xfe", "no hub"),
        (200, "application/json", b'{"service": "quartieri-connessi-hub", "protocols": [7]}', "speaks versions"),
        (503, "text/html", b"busy", "not there at the moment"),
    ],
)
def test_what_is_no_hub_of_ours_is_said_and_loses_nothing(
    served: HubSite, terminal: TerminalSite, status: int, kind: str, content: bytes, says: str
) -> None:
    terminal.record([("dropin", {"reasons": ["chiavi"]})])
    with answering(status, kind, content) as address:
        done = terminal.run("enrol", "--hub", address, "--space", "zoia", "--no-wait")
    assert done.status == 1
    assert says in done.errors
    assert terminal.run("status").value["pending"] == 1
    assert terminal.sync()["have"] == 1


def test_the_line_breaking_in_the_middle_loses_nothing(hub: HubSite, terminal: TerminalSite) -> None:
    terminal.record([("dropin", {"reasons": ["chiavi"]})])
    done = terminal.run("sync", "--once")
    assert done.status == 1
    assert "does not answer" in done.errors
    with hub.serving():
        assert terminal.sync()["have"] == 1


def test_a_command_in_a_folder_without_a_terminal_says_what_to_do(newcomer: TerminalSite) -> None:
    done = newcomer.run("status")
    assert done.status == 1
    assert "kiosk enrol" in done.errors


def test_qc_now_is_refused_where_keys_are_real(tmp_path: Path) -> None:
    env = {
        "KIOSK_DATA": str(tmp_path),
        "KIOSK_VAULT": "systemd",
        "CREDENTIALS_DIRECTORY": str(tmp_path),
        "QC_NOW": "2026-10-09T10:00",
    }
    done = run("kiosk", "status", env=env)
    assert done.status == 1
    assert "QC_NOW" in done.errors


def test_wrong_usage_ends_with_status_2() -> None:
    assert run("kiosk", "sync", "--twice").status == 2
    assert run("sync.hub", "card", "issue").status == 2
