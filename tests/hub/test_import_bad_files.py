"""Files that are no calendars, that are too large, damaged or cut off: nothing is lost, and each gets its sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.errors import ImportProblem, UsageError
from sync.hub.hub import Hub
from sync.hub.importing import icalendar_file, import_file, importer, json_file
from sync.hub.importing.entry import Entry, Skipped
from sync.hub.importing.reading import read
from tests.hub.import_support import ICS, JSON, calendar, left_out, listed, on_sqlite, state, taken, written
from tests.hub.web_support import at_noon


@pytest.fixture
def ready(hub: Hub) -> Hub:
    at_noon(hub)
    return hub


@pytest.fixture
def small_hub(tmp_path: Path) -> Iterator[Hub]:
    with on_sqlite(tmp_path) as opened:
        yield opened


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


@given(share=st.floats(0.05, 0.999))
@settings(max_examples=60, deadline=None)
def test_a_cut_calendar_gives_every_whole_event_and_names_where_it_was_cut(share: float) -> None:
    text = calendar(*(f"UID:{n}\r\nSUMMARY:Coro {n}\r\nDTSTART:20261201T180000" for n in range(40)))
    cut = text[: max(int(len(text) * share), len("BEGIN:VCALENDAR\r\n"))]
    if "END:VCALENDAR" in cut:
        return
    items = list(icalendar_file.parse(cut, []))
    whole = cut.count("\r\nEND:VEVENT")
    assert [item.uid for item in taken(items)] == [str(n) for n in range(whole)]
    assert "cut off" in [item.why for item in left_out(items)][-1]


@given(share=st.floats(0.01, 0.999))
@settings(max_examples=60, deadline=None)
def test_a_cut_array_gives_every_whole_object_and_names_where_it_was_cut(share: float) -> None:
    text = json.dumps([{"id": n, "title": f"Coro {n}", "start": "2026-12-01T18:00"} for n in range(40)], indent=1)
    cut = text[: max(int(len(text) * share), 1)]
    if cut.endswith("]"):
        return
    items = list(json_file.parse(cut, []))
    assert [item.uid for item in taken(items)] == [str(n) for n in range(cut.count("}"))]
    (skipped,) = left_out(items)
    assert skipped.where.startswith("line ")
    assert "cut off" in skipped.why


def test_a_cut_copy_and_then_the_whole_file_are_the_whole_file(ready: Hub, tmp_path: Path) -> None:
    content = ICS.read_bytes()
    import_file(ready, written(tmp_path, "cortile.ics", content[: content.index(b"UID:annullato")]), "zoia")
    result = import_file(ready, ICS, "zoia")
    assert result.unchanged == 8
    assert result.added == 2


def test_a_cut_that_splits_a_letter_costs_only_the_entry_it_is_in(tmp_path: Path) -> None:
    text = '[{"title":"Coro","start":"2026-12-01"},{"title":"Caffè'
    path = written(tmp_path, "a.json", text.encode()[:-1])
    items = list(json_file.parse(read(path, None)[1], []))
    assert [item.title for item in taken(items)] == ["Coro"]
    assert len(left_out(items)) == 1


def test_a_damaged_object_in_the_middle_costs_only_itself() -> None:
    good = '{"id": "%s", "title": "Coro", "start": "2026-12-01T18:00"}'
    text = f'[{good % "a"},\n{{"id": "b", "title": "Orto" "start": 1}},\n{good % "c"}]'
    items = list(json_file.parse(text, []))
    assert [item.uid for item in taken(items)] == ["a", "c"]
    (skipped,) = left_out(items)
    assert skipped.where == "line 2, 'b'"
    assert "line 3" in skipped.why
