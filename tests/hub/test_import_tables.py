"""JSON and CSV, with the oddities of real agendas: what each of them becomes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.hub.hub import Hub
from sync.hub.importing import ImportResult, csv_file, import_file, json_file
from sync.hub.importing.entry import MAX_ENTRIES, MAX_UID_CHARS, Entry, Skipped
from sync.ids import derived
from tests.hub.import_support import (
    JSON,
    activity,
    counts,
    left_out,
    listed,
    occurrences,
    on_sqlite,
    only,
    taken,
    times,
    written,
)
from tests.hub.web_support import at_noon


@pytest.fixture
def ready(hub: Hub) -> Hub:
    at_noon(hub)
    return hub


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hub, ImportResult]]:
    with on_sqlite(tmp_path_factory.mktemp("board")) as opened:
        yield opened, import_file(opened, JSON, "zoia")


def test_of_an_odd_list_the_usable_comes_in_and_the_rest_is_named(board: tuple[Hub, ImportResult]) -> None:
    _, result = board
    assert counts(result) == (10, 0, 0, 5)
    assert {one.where.split(", ")[-1]: one.why for one in result.skipped} == {
        "'b-10'": "it has no start",
        "'b-11'": "it has no title",
        "'b-12'": "'domani sera' is no time. Write it like 2026-11-24T18:30",
        "'b-1'": "its id is that of entry 1, line 2, 'b-1'",
        "line 19": "it is no object with title and start",
    }


def test_stray_spaces_collapse_and_an_address_that_repeats_the_venue_is_left_out(
    board: tuple[Hub, ImportResult],
) -> None:
    found = activity(board[0], "b-1")
    assert found.title == {"it": "Mercatino di primavera"}
    assert (found.venue, found.address) == ("Piazza del mercato", "")
    assert found.summary == {"it": "Banchi di fiori e di piantine."}
    assert found.audience == {}


def test_free_text_about_the_cost_stays_and_says_free_only_where_it_does(board: tuple[Hub, ImportResult]) -> None:
    hub, _ = board
    assert [activity(hub, f"b-{n}").free for n in (1, 2, 3, 4)] == [True, False, None, None]
    assert activity(hub, "b-1").cost == "Gratis"
    assert activity(hub, "b-2").cost == "Intero 5,00 €, ridotto 3,00 €"


def test_a_relative_web_address_is_left_out_with_a_note_and_an_absolute_one_stays(
    board: tuple[Hub, ImportResult],
) -> None:
    hub, result = board
    assert activity(hub, "b-1").url is None
    assert activity(hub, "b-2").url == "https://biblioteca.example/fiabe"
    (note,) = [note for note in result.notes if "web address" in note.what]
    assert (note.times, note.where) == (1, "entry 1, line 2, 'b-1'")


def test_an_end_at_the_start_a_minute_later_or_before_it_is_an_unknown_end(board: tuple[Hub, ImportResult]) -> None:
    hub, result = board
    for uid in ("b-2", "b-3", "b-13"):
        assert activity(hub, uid).end is None
        assert [row.end for row in occurrences(hub, uid)] == [None]
    (note,) = [note for note in result.notes if "unknown" in note.what]
    assert note.times == 3


def test_a_block_of_days_is_one_occurrence_from_its_first_minute_to_its_last(board: tuple[Hub, ImportResult]) -> None:
    hub, _ = board
    (row,) = occurrences(hub, "b-4")
    assert (row.start, row.end) == ("2026-11-20T09:00:00Z", "2026-12-06T18:00:00Z")
    assert activity(hub, "b-4").venue == "Evento diffuso"


def test_a_block_that_ends_at_the_minute_at_which_it_starts_stays_with_a_note(board: tuple[Hub, ImportResult]) -> None:
    hub, result = board
    (row,) = occurrences(hub, "b-5")
    assert (row.start, row.end) == ("2026-11-21T09:00:00Z", "2026-12-08T09:00:00Z")
    assert [note.where for note in result.notes if "closing hour" in note.what] == ["entry 5, line 10, 'b-5'"]


def test_the_same_title_under_two_ids_is_two_activities(board: tuple[Hub, ImportResult]) -> None:
    hub, _ = board
    assert activity(hub, "b-6").title == activity(hub, "b-7").title
    assert times(hub, "b-6") == ["2026-11-25 16:30"]
    assert times(hub, "b-7") == ["2026-12-02 16:30"]


def test_a_date_without_a_time_is_whole_days_to_the_last_inclusive(board: tuple[Hub, ImportResult]) -> None:
    (row,) = occurrences(board[0], "b-8")
    assert row.all_day
    assert (row.start, row.end) == ("2026-12-04T23:00:00Z", "2026-12-06T23:00:00Z")


def test_an_instant_with_an_offset_is_shown_on_the_clocks_of_milano(board: tuple[Hub, ImportResult]) -> None:
    assert activity(board[0], "b-9").start == "2026-12-09T20:00"
    assert times(board[0], "b-9") == ["2026-12-09 20:00", "2026-12-16 20:00"]


def test_a_capacity_opens_sign_up(board: tuple[Hub, ImportResult]) -> None:
    hub, _ = board
    assert (activity(hub, "b-3").capacity, activity(hub, "b-3").signup) == (20, True)
    assert (activity(hub, "b-4").capacity, activity(hub, "b-4").signup) == (None, False)
    assert occurrences(hub, "b-3")[0].capacity == 20


def test_hostile_values_of_a_member_cost_nothing_else(ready: Hub, tmp_path: Path) -> None:
    nasty = {
        "id": "a\u0000b",
        "title": "<b>Coro</b>\u0000 \ud800<script>alert(1)</script>",
        "start": "2026-12-01T18:00",
    }
    nasty |= {
        "capacity": 10**30,
        "cost": {"a": 1},
        "venue": ["x"],
        "summary": "y" * 100_000,
        "url": "javascript:alert(1)",
    }
    result = import_file(ready, listed(tmp_path, nasty), "zoia")
    found = activity(ready, "ab")
    assert counts(result) == (1, 0, 0, 0)
    assert found.title == {"it": "Coro"}
    assert (found.capacity, found.cost, found.venue, found.url) == (None, "", "", None)
    assert len(found.summary["it"]) == 500
    assert found.summary["it"].endswith("…")
    assert {"its summary was cut to 500 characters"} < {note.what for note in result.notes}


def test_a_spreadsheet_set_to_italian_comes_in(ready: Hub, tmp_path: Path) -> None:
    lines = [
        "Start;TITLE;end;capacity;description;category;audience;venue;cost;rrule;id;colore",
        '01/12/2026 18:30;"Coro; prove aperte";20:00;24;Si canta.;Musica;Adulti;Sala;gratuito;FREQ=WEEKLY;c-1;blu',
        ";;;;;;;;;;;",
        "2.12.2026 9.30;Orto;;molti;;;;;5 €;;;",
        "05/12/2026;Festa;06/12/2026;;;;;;;;;",
    ]
    result = import_file(ready, written(tmp_path, "programma.csv", "\r\n".join(lines).encode("cp1252")), "zoia")
    assert counts(result) == (3, 0, 0, 0)
    choir = activity(ready, "c-1")
    assert choir.title == {"it": "Coro; prove aperte"}
    assert (choir.start, choir.end, choir.rrule) == ("2026-12-01T18:30", "2026-12-01T20:00", "FREQ=WEEKLY")
    assert (choir.audience, choir.capacity, choir.free) == ({"it": "Adulti"}, 24, True)
    garden = activity(ready, derived("Orto", "2026-12-02T09:30"))
    assert (garden.end, garden.capacity, garden.free) == (None, None, False)
    party = activity(ready, derived("Festa", "2026-12-05"))
    assert (party.all_day, party.end) == (True, "2026-12-07")
    notes = {note.what for note in result.notes}
    assert "the column 'colore' is not known and was left out" in notes
    assert any("capacity" in note for note in notes)


def test_a_row_with_a_column_too_many_or_too_few_is_named_with_its_line() -> None:
    text = (
        "title,start,venue\nCoro,2026-12-01 18:00,Sala grande\nOrto,2026-12-02 18:00,Cortile, in fondo\nYoga,2026-12-03"
    )
    items = list(csv_file.parse(text, []))
    assert [item.title for item in taken(items)] == ["Coro"]
    assert [item.where for item in left_out(items)] == ["line 3", "line 4"]


def test_a_table_that_ends_inside_a_quoted_text_is_named_as_cut() -> None:
    items = list(csv_file.parse('title,start,description\nCoro,2026-12-01,ok\nOrto,2026-12-02,"Si pianta', []))
    assert isinstance(items[0], Entry)
    assert isinstance(items[1], Skipped)
    assert "cut off" in items[1].why


def test_as_many_entries_as_are_allowed_come_in() -> None:
    text = "title,start\n" + "".join(f"Coro {n},2026-12-01 18:00\n" for n in range(MAX_ENTRIES))
    assert sum(isinstance(item, Entry) for item in csv_file.parse(text, [])) == MAX_ENTRIES


@pytest.mark.parametrize(
    ("end", "stored"), [("01:30", "2026-12-02T01:30"), ("21:00", None), ("25:00", None), ("22.15", "2026-12-01T22:15")]
)
def test_an_end_that_is_a_time_alone_is_of_that_day_or_night(end: str, stored: str | None) -> None:
    assert only(csv_file.parse(f"title,start,end\nBallo,2026-12-01 21:00,{end}", [])).end == stored


def test_an_id_that_is_too_long_to_be_stored_is_still_its_own() -> None:
    entries = [{"id": "x" * 400 + end, "title": "Coro", "start": "2026-12-01"} for end in "ab"]
    found = taken(json_file.parse(json.dumps(entries), []))
    assert len({entry.uid for entry in found}) == 2
    assert all(len(entry.uid) <= MAX_UID_CHARS for entry in found)
