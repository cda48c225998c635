"""The calendars that phones subscribe to: read back with the library, they are the table of occurrences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import recurring_ical_events
import sqlalchemy as sa
from icalendar import Calendar, Event

from sync.clock import ROME, stamp
from sync.errors import UsageError
from sync.hub import catalogue
from sync.hub.calendars import calendar_for
from sync.hub.hub import Hub
from sync.hub.importing import icalendar_file, import_file
from sync.hub.importing.entry import Entry
from sync.hub.store.models import Activity, Occurrence, Space
from sync.hub.store.schema import migrate
from sync.ids import derived
from tests.hub.web_support import add_activity, at_noon, change

ICS = Path(__file__).parent / "data" / "cortile.ics"
When = tuple[str, str | None, str]
"""Start, end (None where it is not said) and status of one occurrence."""


@pytest.fixture
def on_both(hub: Hub) -> Hub:
    at_noon(hub)
    return hub


@pytest.fixture
def ready(tmp_path: Path) -> Iterator[Hub]:
    """On SQLite: what differs between databases is read in one test on both."""
    opened = Hub.open(f"sqlite:///{tmp_path / 'hub.db'}", tmp_path / "hub")
    migrate(opened.database)
    with opened.database.write() as session:
        session.add_all([Space(id="zoia", name="Via Fratelli Zoia", area=2), Space(id="omero", name="Omero", area=1)])
    at_noon(opened)
    yield opened
    opened.close()


def feed(hub: Hub, **of: Any) -> bytes:
    with hub.database.read() as session:
        return calendar_for(session, now=hub.clock.now(), **of)


def events(hub: Hub, **of: Any) -> list[Event]:
    return Calendar.from_ical(feed(hub, **of)).events


def read_back(hub: Hub, **of: Any) -> list[When]:
    """What a calendar that follows the RFC shows of the feed within the window."""
    first, last = catalogue.window(hub.clock.now())
    calendar = Calendar.from_ical(feed(hub, **of))
    found: list[When] = []
    for event in recurring_ical_events.of(calendar).between(first, last):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        known = end > start
        found.append((at(start), at(end) if known else None, str(event.get("STATUS", "scheduled")).lower()))
    return sorted(found, key=str)


def at(value: date) -> str:
    return stamp(value if isinstance(value, datetime) else datetime.combine(value, time(), ROME))


def table(hub: Hub) -> list[When]:
    with hub.database.read() as session:
        return sorted(((row.start, row.end, row.status) for row in session.scalars(sa.select(Occurrence))), key=str)


def test_a_calendar_read_back_is_the_table_of_occurrences(on_both: Hub) -> None:
    add_activity(on_both, "cucito", start="2026-03-03T15:00", end="2026-03-03T17:00", rrule="FREQ=WEEKLY;BYDAY=TU,TH")
    add_activity(on_both, "coro", start="2026-11-25T19:00", end=None, rrule="FREQ=WEEKLY", exdates=["2026-12-09T19:00"])
    add_activity(
        on_both, "assemblea", rrule="FREQ=MONTHLY;BYDAY=1WE", rdates=["2026-12-17T18:30"], start="2026-10-07T18:30"
    )
    add_activity(on_both, "mostra", start="2026-09-01T10:00", end="2026-12-20T19:00")
    add_activity(on_both, "festa", start="2026-12-05", end="2026-12-07", all_day=True)
    add_activity(on_both, "pulizie", start="2026-10-03", end=None, all_day=True, rrule="FREQ=WEEKLY;COUNT=20")
    add_activity(
        on_both, "ciclofficina", start="2026-11-30T10:00", end=None, rrule="FREQ=WEEKLY", exdates=["2026-12-28"]
    )
    add_activity(on_both, "distratta", start="2026-11-30T10:00", end="2026-11-29T10:00", rrule="FREQ=WEEKLY")
    assert read_back(on_both) == table(on_both)


def test_what_was_moved_cancelled_or_prolonged_reads_so(ready: Hub) -> None:
    one = add_activity(ready, "cucito", rrule="FREQ=WEEKLY;COUNT=5")
    later = [f"cucito@202612{day:02}T173000Z" for day in (1, 8, 15)]
    moved = datetime(2026, 12, 2, 20, 0, tzinfo=ROME)
    change(ready, one, status="cancelled", reason="Sciopero")
    change(ready, later[0], start=moved, end=moved + timedelta(hours=1), reason="Sala occupata")
    change(ready, later[1], end=datetime(2026, 12, 8, 22, 0, tzinfo=ROME))
    assert read_back(ready) == table(ready)
    found = {str(event.get("RECURRENCE-ID", event["DTSTART"]).dt.date()): event for event in events(ready)}
    assert str(found["2026-12-01"]["DESCRIPTION"]).startswith("Sala occupata")
    cancelled = next(event for event in events(ready) if event.get("STATUS") == "CANCELLED")
    assert str(cancelled["SUMMARY"]) == "Annullato: Cucito"
    assert "Sciopero" in str(cancelled["DESCRIPTION"])


def test_what_the_table_no_longer_has_is_excluded_and_what_was_kept_is_cancelled(ready: Hub) -> None:
    one = add_activity(ready, "cucito", rrule="FREQ=WEEKLY;COUNT=5")
    with ready.database.write() as session:
        session.get_one(Occurrence, one).pinned = True
        found = session.get_one(Activity, "cucito")
        found.exdates = ["2026-11-24T18:30"]
        catalogue.expand(session, found, ready.clock.now())
        session.delete(session.get_one(Occurrence, "cucito@20261208T173000Z"))
    assert read_back(ready) == table(ready)
    assert sum(status == "cancelled" for *_, status in read_back(ready)) == 1


def test_a_series_that_is_cancelled_as_a_whole_is_one_cancelled_event(ready: Hub) -> None:
    add_activity(ready, "cucito", rrule="FREQ=WEEKLY;COUNT=5", overrides={"*": {"status": "cancelled"}})
    (event,) = events(ready)
    assert event["STATUS"] == "CANCELLED"
    assert read_back(ready) == table(ready)


def test_what_recurs_in_another_zone_carries_that_zone(ready: Hub) -> None:
    add_activity(
        ready, "chiamata", start="2026-10-21T09:00", end="2026-10-21T10:00", rrule="FREQ=WEEKLY;COUNT=4",
        zone="America/New_York",
    )  # fmt: skip
    assert b"TZID:America/New_York" in feed(ready)
    assert read_back(ready) == table(ready)


def test_an_imported_calendar_goes_out_as_it_came_in(ready: Hub) -> None:
    import_file(ready, ICS, "zoia")
    assert read_back(ready) == table(ready)
    again = list(icalendar_file.parse(feed(ready).decode(), []))
    assert all(isinstance(item, Entry) for item in again)


def test_a_feed_is_valid_where_calendars_are_strict(ready: Hub) -> None:
    add_activity(ready, "cucito", rrule="FREQ=WEEKLY", title={"it": "Cucito, ripariamo insieme; " + "è" * 90})
    content = feed(ready)
    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(b"\n" not in line and len(line) <= 75 for line in lines)
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert b"VERSION:2.0" in lines
    assert any(line.startswith(b"PRODID:") for line in lines)
    (event,) = events(ready)
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        assert name in event
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert b"DTSTART;TZID=Europe/Rome:20261124T183000" in content


def test_the_zone_that_is_sent_has_the_clocks_of_milano(ready: Hub) -> None:
    add_activity(ready, "cucito", rrule="FREQ=WEEKLY")
    zone = Calendar.from_ical(feed(ready)).timezones[0].to_tz(lookup_tzid=False)
    moment = datetime(2026, 1, 1, 12, tzinfo=UTC)
    for _ in range(3 * 365):
        moment += timedelta(days=1)
        assert moment.astimezone(zone).utcoffset() == moment.astimezone(ROME).utcoffset()


def test_the_same_programme_gives_the_same_bytes_all_day_and_names_that_never_change(ready: Hub) -> None:
    add_activity(ready, "cucito", rrule="FREQ=WEEKLY")
    before = feed(ready)
    uid = events(ready)[0]["UID"]
    ready.clock.pass_time(3_600)  # type: ignore[attr-defined]
    assert feed(ready) == before
    ready.clock.pass_time(86_400)  # type: ignore[attr-defined]
    catalogue.expand_all(ready)
    assert events(ready)[0]["UID"] == uid
    assert events(ready)[0]["DTSTAMP"].dt == datetime(2026, 11, 24, 23, tzinfo=UTC)


def test_an_event_says_what_where_for_whom_and_where_to_read_more(ready: Hub) -> None:
    with ready.database.write() as session:
        space = session.get_one(Space, "zoia")
        space.address, space.web = "Via Fratelli Zoia, Milano", "https://quartieri.example/"
    add_activity(
        ready, "cucito", capacity=8, title={"it": "Cucito", "en": "Sewing"}, summary={"it": "Ripariamo insieme."},
        venue="Sala grande", audience={"it": "Per tutti"}, access={"it": "Senza gradini"}, free=True, category="Riuso",
    )  # fmt: skip
    (event,) = events(ready)
    assert (event["SUMMARY"], event["LOCATION"]) == ("Cucito", "Sala grande, Via Fratelli Zoia, Milano")
    assert event["URL"] == "https://quartieri.example/activities/cucito"
    lines = ["Ripariamo insieme.", "Per chi: Per tutti", "Accesso: Senza gradini", "Gratuito", "Posti su iscrizione"]
    assert str(event["DESCRIPTION"]).split("\n") == lines
    assert event["CATEGORIES"].cats == ["Riuso"]


def test_a_space_an_area_and_an_activity_have_calendars_of_their_own(ready: Hub) -> None:
    add_activity(ready, "cucito")
    add_activity(ready, "orto", space="omero")
    add_activity(ready, "chiuso", active=False)

    def names(**of: Any) -> set[str]:
        return {str(event["SUMMARY"]) for event in events(ready, **of)}

    assert names() == {"Cucito", "Orto"}
    assert names(space="zoia") == {"Cucito"}
    assert names(area=1) == {"Orto"}
    assert names(activity="orto") == {"Orto"}
    assert b"X-WR-CALNAME:Quartieri Connessi \xc2\xb7 Via Fratelli Zoia" in feed(ready, space="zoia")


@pytest.mark.parametrize("of", [{"space": "atlantide"}, {"area": 9}, {"activity": derived("nothing")}])
def test_a_calendar_of_something_unknown_is_refused(ready: Hub, of: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="There is no"):
        feed(ready, **of)


def test_a_calendar_with_nothing_in_it_is_still_a_calendar(ready: Hub) -> None:
    calendar = Calendar.from_ical(feed(ready, space="omero"))
    assert calendar.events == []
