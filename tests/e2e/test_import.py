"""`hub import`: real calendars come in, bad files change nothing, and a terminal shows the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.platform import HubSite, TerminalSite

ICS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Prova//it\r
BEGIN:VEVENT\r
UID:uno@prova\r
DTSTAMP:20260901T080000Z\r
SUMMARY:Torneo di carte del quartiere\r
DTSTART;TZID=Europe/Rome:20261009T163000\r
DTEND;TZID=Europe/Rome:20261009T183000\r
X-CAPACITY:16\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:due@prova\r
DTSTAMP:20260901T080000Z\r
SUMMARY:Merenda in cortile\r
DTSTART:20261009T170000\r
RRULE:FREQ=WEEKLY;COUNT=3\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_a_calendar_is_shown_by_the_terminal_and_the_same_file_again_changes_nothing(
    served: HubSite, terminal: TerminalSite, tmp_path: Path
) -> None:
    served.env["QC_NOW"] = terminal.env["QC_NOW"] = "2026-10-09T10:00"
    (tmp_path / "prova.ics").write_text(ICS, encoding="utf-8")
    first = served.run("import", str(tmp_path / "prova.ics"), "--space", "zoia").value
    assert first == {"added": 2, "changed": 0, "unchanged": 0, "skipped": []}
    pulled = terminal.sync()["pulled"]
    assert pulled >= 6
    today = {line["title"]: line for line in terminal.run("agenda").values}
    assert today["Torneo di carte del quartiere"]["start"] == "2026-10-09T16:30:00+02:00"
    assert today["Torneo di carte del quartiere"]["seats"]["capacity"] == 16
    assert today["Merenda in cortile"]["end"] is None
    assert "Merenda in cortile" in {line["title"] for line in terminal.run("agenda", "--day", "2026-10-16").values}
    again = served.run("import", str(tmp_path / "prova.ics"), "--space", "zoia").value
    assert again == {"added": 0, "changed": 0, "unchanged": 2, "skipped": []}
    assert terminal.sync()["pulled"] == 0


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.ics", bytes(range(256)) * 40, "no calendar"),
        ("a.ics", b"<!doctype html><html><body>Not found</body></html>", "no calendar"),
        ("a.json", b'{"an": "object"}', "array"),
        ("a.csv", b"a;b\n1;2\n", "title"),
        ("a.ics", b"", "empty"),
        (
            "a.ics",
            b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n" * 100_000 + b"END:VCALENDAR\r\n",
            "20000 events",
        ),
    ],
)
def test_a_file_that_is_no_calendar_changes_nothing_and_is_told_why(
    hub: HubSite, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    before = hub.run("init").value
    done = hub.run("import", str(tmp_path / name), "--space", "zoia")
    assert done.status == 1
    assert says in done.errors
    assert "Traceback" not in done.errors
    assert hub.run("init").value == before


def test_a_file_or_a_space_that_is_not_there_is_told(hub: HubSite, tmp_path: Path) -> None:
    (tmp_path / "prova.ics").write_text(ICS, encoding="utf-8")
    missing = hub.run("import", str(tmp_path / "nowhere.ics"), "--space", "zoia")
    assert (missing.status, "nowhere.ics" in missing.errors) == (1, True)
    space = hub.run("import", str(tmp_path / "prova.ics"), "--space", "nowhere")
    assert space.status == 1
    assert "zoia" in space.errors
