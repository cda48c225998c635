"""Files become activities: what is good comes in, what is not is named, and the same file again changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.clock import local
from sync.errors import ImportProblem, UsageError
from sync.hub import catalogue
from sync.hub.hub import Hub
from sync.hub.importing import ImportResult, csv_file, icalendar_file, import_file, importer, json_file
from sync.hub.importing.entry import MAX_ENTRIES, Entry, Skipped
from sync.hub.importing.reading import read
from sync.hub.recurrence import EVERY
from sync.hub.store.models import Activity, FeedHead, Occurrence
from sync.ids import derived
from tests.hub.web_support import at_noon

DATA = Path(__file__).parent / "data"
ICS, JSON = DATA / "cortile.ics", DATA / "bacheca.json"


@pytest.fixture
def ready(hub: Hub) -> Hub:
    at_noon(hub)
    return hub


def activity(hub: Hub, uid: str, space: str = "zoia") -> Activity:
    with hub.database.read() as session:
        return session.get_one(Activity, derived(space, uid))


def occurrences(hub: Hub, uid: str) -> list[Occurrence]:
    with hub.database.read() as session:
        query = sa.select(Occurrence).where(Occurrence.activity_id == derived("zoia", uid))
        return list(session.scalars(query.order_by(Occurrence.start)))


def times(hub: Hub, uid: str) -> list[str]:
    return [f"{local(row.start):%Y-%m-%d %H:%M}" for row in occurrences(hub, uid)]


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.added, result.changed, result.unchanged, len(result.skipped)


def state(hub: Hub) -> tuple[int, int]:
    with hub.database.read() as session:
        activities = session.scalar(sa.select(sa.func.count()).select_from(Activity)) or 0
        return session.get_one(FeedHead, 1).pos, activities


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def listed(tmp_path: Path, *entries: dict[str, Any]) -> Path:
    return written(tmp_path, "lista.json", json.dumps(entries))


def calendar(*events: str, end: str = "END:VCALENDAR\r\n") -> str:
    blocks = "".join(f"BEGIN:VEVENT\r\n{event.strip()}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{blocks}{end}"


def only(items: Iterator[Entry | Skipped]) -> Entry:
    (item,) = items
    assert isinstance(item, Entry), item
    return item


# ---------------------------------------------------------------------------------------------------- any file


@pytest.mark.parametrize("path", [ICS, JSON])
def test_the_same_file_again_changes_nothing(ready: Hub, path: Path) -> None:
    first = import_file(ready, path, "zoia")
    before = state(ready)
    again = import_file(ready, path, "zoia")
    assert first.added > 5
    assert counts(again) == (0, 0, first.added, len(first.skipped))
    assert state(ready) == before


def test_each_space_has_its_own_activities_of_the_same_file(ready: Hub) -> None:
    import_file(ready, JSON, "zoia")
    result = import_file(ready, JSON, "omero")
    assert result.added == 10
    assert activity(ready, "b-1", "omero").space_id == "omero"
    assert activity(ready, "b-1", "zoia").space_id == "zoia"


def test_a_newer_version_changes_what_changed_and_deletes_nothing(ready: Hub, tmp_path: Path) -> None:
    first = {"id": "a", "title": "Coro", "start": "2026-12-01T18:00"}
    other = {"id": "b", "title": "Orto", "start": "2026-12-02T18:00"}
    import_file(ready, listed(tmp_path, first, other), "zoia")
    assert counts(import_file(ready, listed(tmp_path, first | {"start": "2026-12-01T19:00"}), "zoia")) == (0, 1, 0, 0)
    assert times(ready, "a") == ["2026-12-01 19:00"]
    assert times(ready, "b") == ["2026-12-02 18:00"]


def test_what_the_office_edited_stays_until_the_file_says_something_new(ready: Hub, tmp_path: Path) -> None:
    entry = {"id": "a", "title": "Coro", "summary": "Si canta.", "start": "2026-12-01T18:00"}
    import_file(ready, listed(tmp_path, entry), "zoia")
    with ready.database.write() as session:
        found = session.get_one(Activity, derived("zoia", "a"))
        found.title, found.venue = {"it": "Coro", "en": "Choir"}, "Sala grande"
        found.summary = {"it": "Si canta.", "en": "We sing."}
    import_file(ready, listed(tmp_path, entry), "zoia")
    assert activity(ready, "a").venue == "Sala grande"
    import_file(ready, listed(tmp_path, entry | {"summary": "Si canta insieme.", "venue": "Cortile"}), "zoia")
    found = activity(ready, "a")
    assert found.title == {"it": "Coro", "en": "Choir"}
    assert found.summary == {"it": "Si canta insieme."}
    assert found.venue == "Cortile"


def test_what_staff_cancelled_stays_cancelled_in_the_next_version_of_the_file(ready: Hub, tmp_path: Path) -> None:
    entry = {"id": "a", "title": "Coro", "start": "2026-12-01T18:00", "rrule": "FREQ=WEEKLY;COUNT=2"}
    import_file(ready, listed(tmp_path, entry), "zoia")
    with ready.database.write() as session:
        row = session.get_one(Occurrence, occurrences(ready, "a")[0].id)
        catalogue.change_occurrence(session, row, ready.clock.now(), status="cancelled", reason="Sciopero")
    import_file(ready, listed(tmp_path, entry | {"end": "2026-12-01T20:00"}), "zoia")
    first, second = occurrences(ready, "a")
    assert (first.status, first.reason, first.end) == ("cancelled", "Sciopero", "2026-12-01T19:00:00Z")
    assert second.status == "scheduled"


def test_what_a_file_had_cancelled_takes_place_again_when_it_says_so(ready: Hub, tmp_path: Path) -> None:
    event = "UID:a\r\nSUMMARY:Coro\r\nDTSTART:20261201T180000"
    path = written(tmp_path, "a.ics", calendar(f"{event}\r\nSTATUS:CANCELLED"))
    import_file(ready, path, "zoia")
    with ready.database.write() as session:
        row = session.get_one(Occurrence, occurrences(ready, "a")[0].id)
        assert row.status == "cancelled"
        row.pinned = True
    import_file(ready, written(tmp_path, "a.ics", calendar(f"{event}\r\nSTATUS:CONFIRMED")), "zoia")
    assert occurrences(ready, "a")[0].status == "scheduled"


def test_progress_is_told_in_entries(ready: Hub, tmp_path: Path) -> None:
    entries = [{"id": n, "title": "Coro", "start": "2026-12-01T18:00"} for n in range(catalogue.BATCH + 1)]
    told: list[tuple[int, int]] = []
    import_file(ready, listed(tmp_path, *entries), "zoia", progress=lambda *step: told.append(step))
    assert told == [(catalogue.BATCH, catalogue.BATCH + 1), (catalogue.BATCH + 1, catalogue.BATCH + 1)]


# ---------------------------------------------------------------------------------------------------- bad files


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("rubbish.ics", bytes(range(256)) * 40, "text"),
        ("photo.json", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 50, "text"),
        ("empty.ics", b"", "empty"),
        ("blank.csv", b" \r\n\r\n", "empty"),
        ("page.ics", b"<!DOCTYPE html><html><body>BEGIN:VCALENDAR</body></html>", "web page"),
        ("page.json", b"  <html><body>404</body></html>", "web page"),
        ("notes.ics", b"SUMMARY:Coro\r\nDTSTART:20261201T180000\r\n", "BEGIN:VCALENDAR"),
        ("object.json", b'{"title": "Coro", "start": "2026-12-01T18:00"}', "array"),
        ("deep.json", b"[" * 200_000, "nested"),
        ("wreck.json", b"[" + b'{"title": } , {' * 2_000, "damaged"),
        ("people.csv", b"nome;cognome\r\nAda;B\r\n", "column title"),
        ("sheet.csv", b"PK\x03\x04" + b"x" * 500, "spreadsheet"),
        ("many.ics", b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 100_000 + b"END:VCALENDAR\n", "20000"),
        ("many.json", b"[" + b'{"title":"a"},' * 100_000 + b"1]", "20000"),
        ("many.csv", b"title,start\n" + b"a,2026-12-01\n" * 100_000, "20000"),
        ("large.ics", b"BEGIN:VCALENDAR\n" + b"X" * (32 * 1024 * 1024), "32 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_file_that_is_no_calendar_or_too_large_is_refused_with_a_sentence_and_changes_nothing(
    tmp_path: Path, small_hub: Hub, name: str, content: bytes, word: str
) -> None:
    before = state(small_hub)
    with pytest.raises(ImportProblem) as refused:
        import_file(small_hub, written(tmp_path, name, content), "zoia")
    assert word in str(refused.value)
    assert "hanged" in str(refused.value)
    assert state(small_hub) == before


@pytest.fixture
def small_hub(tmp_path: Path) -> Iterator[Hub]:
    """On SQLite alone: for what never reaches the database."""
    from sync.hub.store.models import Space
    from sync.hub.store.schema import migrate

    opened = Hub.open(f"sqlite:///{tmp_path / 'small.db'}", tmp_path / "small")
    migrate(opened.database)
    with opened.database.write() as session:
        session.add(Space(id="zoia", name="Via Fratelli Zoia", area=2))
    at_noon(opened)
    yield opened
    opened.close()


def test_a_file_that_would_fill_the_programme_is_refused_and_changes_nothing(
    ready: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "MAX_OCCURRENCES", 300)
    before = state(ready)
    entry = {"id": "a", "title": "Coro", "start": "2026-12-01T18:00", "rrule": "FREQ=DAILY"}
    with pytest.raises(ImportProblem, match="more than 300 times"):
        import_file(ready, listed(tmp_path, entry), "zoia")
    assert state(ready) == before


def test_a_wrong_name_is_a_wrong_usage(small_hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file"):
        import_file(small_hub, tmp_path / "nowhere.ics", "zoia")
    with pytest.raises(UsageError, match="folder"):
        import_file(small_hub, tmp_path, "zoia")
    with pytest.raises(UsageError, match="The spaces are: zoia"):
        import_file(small_hub, JSON, "atlantide")
    with pytest.raises(UsageError, match="no format"):
        import_file(small_hub, JSON, "zoia", "xlsx")


def test_the_content_tells_the_format_where_the_name_does_not(tmp_path: Path) -> None:
    for path, kind in ((ICS, "ics"), (JSON, "json")):
        assert read(written(tmp_path, "scaricato", path.read_bytes()), None)[0] == kind
    assert read(written(tmp_path, "scaricato.txt", "title;start\n"), None)[0] == "csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_with_accents_come_in_whatever_wrote_them(tmp_path: Path, encoding: str) -> None:
    text = "title;start;cost\r\nCaffè à côté;2026-12-01 18:00;5 €\r\n"
    found = read(written(tmp_path, "a.csv", text.encode(encoding)), None)[1]
    assert found == text


@given(data=st.binary(min_size=1, max_size=2_000), name=st.sampled_from(["a.ics", "a.csv", "a.json", "a"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_refused_or_read_but_never_break_anything(tmp_path: Path, data: bytes, name: str) -> None:
    prefix = {"a.ics": b"BEGIN:VCALENDAR\n", "a.csv": b"title,start\n", "a.json": b"[", "a": b""}[name]
    parsers = importer.PARSERS
    for content in (data, prefix + data):
        try:
            kind, text = read(written(tmp_path, name, content), None)
            items = list(parsers[kind](text, []))
        except ImportProblem as problem:
            assert str(problem).endswith(".")  # noqa: PT017 - either way is right
        else:
            assert all(isinstance(item, Entry | Skipped) for item in items)


# ---------------------------------------------------------------------------------------------------- cut copies


@given(share=st.floats(0.05, 0.999))
@settings(max_examples=60, deadline=None)
def test_a_cut_calendar_gives_every_whole_event_and_names_where_it_was_cut(share: float) -> None:
    text = calendar(*(f"UID:{n}\r\nSUMMARY:Coro {n}\r\nDTSTART:20261201T180000" for n in range(40)))
    cut = text[: max(int(len(text) * share), len("BEGIN:VCALENDAR\r\n"))]
    if "END:VCALENDAR" in cut:
        return
    items = list(icalendar_file.parse(cut, []))
    whole = cut.count("\r\nEND:VEVENT")
    assert [item.uid for item in items if isinstance(item, Entry)] == [str(n) for n in range(whole)]
    assert "cut off" in [item.why for item in items if isinstance(item, Skipped)][-1]


@given(share=st.floats(0.01, 0.999))
@settings(max_examples=60, deadline=None)
def test_a_cut_array_gives_every_whole_object_and_names_where_it_was_cut(share: float) -> None:
    text = json.dumps([{"id": n, "title": f"Coro {n}", "start": "2026-12-01T18:00"} for n in range(40)], indent=1)
    cut = text[: max(int(len(text) * share), 1)]
    if cut.endswith("]"):
        return
    items = list(json_file.parse(cut, []))
    assert [item.uid for item in items if isinstance(item, Entry)] == [str(n) for n in range(cut.count("}"))]
    (skipped,) = [item for item in items if isinstance(item, Skipped)]
    assert skipped.where.startswith("line ")
    assert "cut off" in skipped.why


def test_a_cut_copy_and_then_the_whole_file_are_the_whole_file(ready: Hub, tmp_path: Path) -> None:
    content = ICS.read_bytes()
    import_file(ready, written(tmp_path, "cortile.ics", content[: content.index(b"UID:annullato")]), "zoia")
    result = import_file(ready, ICS, "zoia")
    assert result.unchanged == 8
    assert result.added == 2


def test_a_cut_that_splits_a_letter_costs_only_the_entry_it_is_in(tmp_path: Path) -> None:
    entries = [{"id": n, "title": "Caffè", "start": "2026-12-01T18:00"} for n in range(3)]
    data = json.dumps(entries, ensure_ascii=False).encode()
    path = written(tmp_path, "a.json", data[: data.rindex("è".encode()) + 1])
    items = list(json_file.parse(read(path, None)[1], []))
    assert [item.title for item in items if isinstance(item, Entry)] == ["Caffè", "Caffè"]


def test_a_damaged_object_in_the_middle_costs_only_itself() -> None:
    good = '{"id": "%s", "title": "Coro", "start": "2026-12-01T18:00"}'
    text = f'[{good % "a"},\n{{"id": "b", "title": "Orto" "start": 1}},\n{good % "c"}]'
    items = list(json_file.parse(text, []))
    assert [item.uid for item in items if isinstance(item, Entry)] == ["a", "c"]
    (skipped,) = [item for item in items if isinstance(item, Skipped)]
    assert skipped.where == "line 2, 'b'"
    assert "line 3" in skipped.why


# ---------------------------------------------------------------------------------------------- JSON and its oddities


@pytest.fixture
def board(ready: Hub) -> tuple[Hub, ImportResult]:
    return ready, import_file(ready, JSON, "zoia")


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


# ---------------------------------------------------------------------------------------------------- iCalendar


@pytest.fixture
def courtyard(ready: Hub) -> tuple[Hub, ImportResult]:
    return ready, import_file(ready, ICS, "zoia")


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
    assert [item.uid for item in items if isinstance(item, Entry)] == ["a", "c"]
    (skipped,) = [item for item in items if isinstance(item, Skipped)]
    assert "Manca la fine" in skipped.where
    assert "END:VEVENT" in skipped.why


def test_a_one_line_calendar_that_names_a_file_does_not_read_that_file(tmp_path: Path) -> None:
    path = written(tmp_path, "a.ics", f"BEGIN:VCALENDAR\n{ICS}")
    items = list(icalendar_file.parse(read(path, None)[1], []))
    assert not [item for item in items if isinstance(item, Entry)]


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


# ---------------------------------------------------------------------------------------------------- CSV


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
    assert [item.title for item in items if isinstance(item, Entry)] == ["Coro"]
    assert [item.where for item in items if isinstance(item, Skipped)] == ["line 3", "line 4"]


def test_a_table_that_ends_inside_a_quoted_text_is_named_as_cut() -> None:
    items = list(csv_file.parse('title,start,description\nCoro,2026-12-01,ok\nOrto,2026-12-02,"Si pianta', []))
    assert isinstance(items[0], Entry)
    assert isinstance(items[1], Skipped)
    assert "cut off" in items[1].why


# ---------------------------------------------------------------------------------------------------- size


def test_as_many_entries_as_are_allowed_come_in() -> None:
    text = "title,start\n" + "".join(f"Coro {n},2026-12-01 18:00\n" for n in range(MAX_ENTRIES))
    assert sum(isinstance(item, Entry) for item in csv_file.parse(text, [])) == MAX_ENTRIES
