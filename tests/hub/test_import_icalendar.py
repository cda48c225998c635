"""iCalendar files as programs really write them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.clock import local
from sync.hub.hub import Hub
from sync.hub.importing import ImportResult, icalendar_file, import_file
from sync.hub.importing.entry import Entry, Skipped
from sync.hub.importing.reading import read
from sync.hub.recurrence import EVERY
from tests.hub.import_support import (
    ICS,
    activity,
    calendar,
    counts,
    left_out,
    occurrences,
    on_sqlite,
    only,
    taken,
    times,
    written,
)


@pytest.fixture(scope="module")
def courtyard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hub, ImportResult]]:
    with on_sqlite(tmp_path_factory.mktemp("courtyard")) as opened:
        yield opened, import_file(opened, ICS, "zoia")


def test_of_an_odd_calendar_the_usable_comes_in_and_the_rest_is_named(courtyard: tuple[Hub, ImportResult]) -> None:
    _, result = courtyard
    assert counts(result) == (10, 0, 0, 8)
    why = {one.where.split(", ", 2)[-1]: one.why for one in result.skipped}
    assert "Mars/Olympus" in why["'Gita su Marte'"]
    assert "RANGE" in why["'Corso di chitarra'"]
    assert "private" in why["'Colloquio riservato'"]
    assert why["'Merenda, di nuovo'"] == "its UID is that of event 2, line 32, 'Merenda'"
    assert "DTSTART" in why["'Prima o poi'"]
    assert "DTSTART" in why["'Il trentadue del mese'"]
    assert "MINUTELY" in why["'Rintocchi'"]
    assert any("SUMMARY" in one.why and one.where == "event 17, line 129" for one in result.skipped)


def test_an_event_brings_its_words_place_and_seats(courtyard: tuple[Hub, ImportResult]) -> None:
    found = activity(courtyard[0], "zona-senza-vtimezone")
    assert found.title == {"it": "Prove del coro"}
    text = "Si canta a orecchio.\nPorta una bottiglia d'acqua e un amico che non ha mai cantato."
    assert found.description == {"it": text}
    assert (found.venue, found.category) == ("Sala grande, primo piano", "Musica")
    assert (found.capacity, found.signup, found.url) == (24, True, "https://cortile.example/coro")


@pytest.mark.parametrize(
    ("uid", "start", "minutes"),
    [
        ("zona-senza-vtimezone", "2026-11-24 18:30", 90),
        ("senza-zona", "2026-11-25 16:30", 90),
        ("in-utc", "2026-11-26 20:30", 60),
        ("zona-di-windows", "2026-11-27 18:00", 90),
    ],
)
def test_a_time_is_found_whatever_way_its_zone_is_told(
    courtyard: tuple[Hub, ImportResult], uid: str, start: str, minutes: int
) -> None:
    (row,) = occurrences(courtyard[0], uid)
    assert f"{local(row.start):%Y-%m-%d %H:%M}" == start
    assert row.end is not None
    assert local(row.end) - local(row.start) == timedelta(minutes=minutes)
    assert activity(courtyard[0], uid).zone == "Europe/Rome"


def test_a_zone_that_the_file_defines_is_known_by_its_rules(courtyard: tuple[Hub, ImportResult]) -> None:
    assert activity(courtyard[0], "zona-del-file").zone == "Europe/Rome"
    assert times(courtyard[0], "zona-del-file") == ["2026-11-28 10:00", "2026-12-05 10:00", "2026-12-12 10:00"]


def test_a_zone_of_one_file_is_not_known_in_the_next() -> None:
    list(icalendar_file.parse(ICS.read_text(encoding="utf-8"), []))
    event = "UID:a\r\nSUMMARY:Orto\r\nDTSTART;TZID=Orologio del cortile:20261128T100000"
    (skipped,) = icalendar_file.parse(calendar(event), [])
    assert isinstance(skipped, Skipped)
    assert "Orologio del cortile" in skipped.why


def test_dates_count_in_days_with_an_exclusive_end(courtyard: tuple[Hub, ImportResult]) -> None:
    (row,) = occurrences(courtyard[0], "in-giorni")
    assert row.all_day
    assert (row.start, row.end) == ("2026-12-04T23:00:00Z", "2026-12-06T23:00:00Z")


def test_a_series_with_its_exceptions_becomes_its_occurrences(courtyard: tuple[Hub, ImportResult]) -> None:
    hub, _ = courtyard
    assert times(hub, "serie") == [
        "2026-12-01 17:00",
        "2026-12-03 17:00",  # RDATE
        "2026-12-09 17:30",  # moved from the 8th
        "2026-12-15 17:00",  # cancelled
        "2026-12-17 20:00",  # a change of an occurrence that the rule does not give
        "2026-12-22 17:00",  # the 29th is excluded
        "2027-01-05 17:00",
        "2027-01-12 17:00",
        "2027-01-19 17:00",
        "2027-01-26 17:00",  # the day of the UNTIL is included
    ]
    found = {f"{local(row.start):%d/%m}": row for row in occurrences(hub, "serie")}
    assert (found["09/12"].original, found["09/12"].reason) == ("2026-12-08T16:00:00Z", "Cortile")
    assert found["09/12"].end == "2026-12-09T18:00:00Z"
    assert found["15/12"].status == "cancelled"
    assert found["17/12"].reason == "Saggio di chitarra"


def test_a_change_whose_series_is_missing_is_an_activity_of_its_own(courtyard: tuple[Hub, ImportResult]) -> None:
    assert times(courtyard[0], "serie-che-non-c-e#2026-12-10T21:00:00+01:00") == ["2026-12-10 21:30"]


def test_a_cancelled_event_comes_in_as_cancelled(courtyard: tuple[Hub, ImportResult]) -> None:
    (row,) = occurrences(courtyard[0], "annullato")
    assert row.status == "cancelled"
    assert activity(courtyard[0], "annullato").overrides == {EVERY: {"status": "cancelled"}}


def test_an_event_without_a_uid_is_known_by_its_title_and_start() -> None:
    event = "SUMMARY:Coro\r\nDTSTART:20261201T180000"
    first, again = (only(icalendar_file.parse(calendar(event), [])) for _ in range(2))
    other = only(icalendar_file.parse(calendar(event.replace("Coro", "Orto")), []))
    assert first.uid == again.uid != other.uid


def test_what_recurs_elsewhere_keeps_its_zone_and_what_happens_once_does_not() -> None:
    event = "UID:a\r\nSUMMARY:Chiamata\r\nDTSTART;TZID=America/New_York:20261201T090000"
    assert only(icalendar_file.parse(calendar(event), [])).start == "2026-12-01T15:00"
    recurring = only(icalendar_file.parse(calendar(f"{event}\r\nRRULE:FREQ=WEEKLY"), []))
    assert (recurring.start, recurring.zone) == ("2026-12-01T09:00", "America/New_York")


def test_html_in_a_description_becomes_plain_words() -> None:
    html = r"DESCRIPTION:<p>Porta <b>un quaderno</b>\, per favore.</p><ul><li>uno</li><li>due &amp\; tre</li></ul>"
    found = only(icalendar_file.parse(calendar(f"UID:a\r\nSUMMARY:Coro\r\nDTSTART:20261201T180000\r\n{html}"), []))
    assert found.description == "Porta un quaderno, per favore.\n\nuno\ndue & tre"


def test_a_damaged_event_in_the_middle_costs_only_itself() -> None:
    good = "UID:{}\r\nSUMMARY:Coro\r\nDTSTART:20261201T180000"
    broken = "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Manca la fine\r\nDTSTART:20261202T180000\r\n"
    text = calendar(good.format("a"), end="") + broken + calendar(good.format("c"))
    items = list(icalendar_file.parse(text, []))
    assert [item.uid for item in taken(items)] == ["a", "c"]
    (skipped,) = left_out(items)
    assert "Manca la fine" in skipped.where
    assert "END:VEVENT" in skipped.why


def test_a_one_line_calendar_that_names_a_file_does_not_read_that_file(tmp_path: Path) -> None:
    path = written(tmp_path, "a.ics", f"BEGIN:VCALENDAR\n{ICS}")
    items = list(icalendar_file.parse(read(path, None)[1], []))
    assert not taken(items)


LINES = ICS.read_text(encoding="utf-8").split("\n")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_calendar_with_lines_lost_doubled_and_garbled_never_breaks_the_import(data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(1, len(lines) - 1))
        change = data.draw(st.sampled_from(["lose", "double", "garble", "swap"]))
        if change == "lose":
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "garble":
            keep = data.draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:keep] + data.draw(st.text(st.characters(blacklist_characters="\r\n"), max_size=12))
        else:
            other = data.draw(st.integers(1, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
    items = list(icalendar_file.parse("\n".join(lines), []))
    assert all(isinstance(item, Entry | Skipped) for item in items)
