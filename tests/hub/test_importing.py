"""Files become activities: what is good comes in, and the same file again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.hub import catalogue
from sync.hub.hub import Hub
from sync.hub.importing import import_file
from sync.hub.store.models import Activity, Occurrence
from sync.ids import derived
from tests.hub.import_support import (
    ICS,
    JSON,
    activity,
    calendar,
    counts,
    listed,
    occurrences,
    on_sqlite,
    state,
    times,
    written,
)
from tests.hub.web_support import at_noon


@pytest.fixture
def ready(hub: Hub) -> Hub:
    at_noon(hub)
    return hub


@pytest.fixture
def small_hub(tmp_path: Path) -> Iterator[Hub]:
    with on_sqlite(tmp_path) as opened:
        yield opened


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
