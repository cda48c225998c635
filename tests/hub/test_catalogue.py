"""The catalogue: recurrences become occurrences, and occurrences follow the programme without being touched in vain."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from sync.clock import ROME, stamp
from sync.hub import catalogue
from sync.hub.hub import Hub
from sync.hub.recurrence import RuleError
from sync.hub.store.models import Activity, Booking, Feed, FeedHead, Occurrence, Space
from sync.resources import resource
from tests.hub.web_support import add_activity, at_noon


def rows(hub: Hub, activity: str) -> list[Occurrence]:
    with hub.database.read() as session:
        query = sa.select(Occurrence).where(Occurrence.activity_id == activity)
        return list(session.scalars(query.order_by(Occurrence.start, Occurrence.id)))


def head(hub: Hub) -> int:
    with hub.database.read() as session:
        return session.get_one(FeedHead, 1).pos


def expand(hub: Hub, activity: str, **values: Any) -> None:
    with hub.database.write() as session:
        found = session.get_one(Activity, activity)
        for name, value in values.items():
            setattr(found, name, value)
        catalogue.expand(session, found, hub.clock.now())


def book(hub: Hub, occurrence: str) -> None:
    with hub.database.write() as session:
        row = session.get_one(Occurrence, occurrence)
        row.sold, row.pinned = 1, True
        session.add(
            Booking(
                id=f"booking-{occurrence}",
                occurrence_id=row.id,
                space_id=row.space_id,
                people=1,
                state="final",
                at=stamp(hub.clock.now()),
            )
        )


def test_an_activity_gets_its_occurrences_in_the_window_and_no_others(hub: Hub) -> None:
    at_noon(hub)
    add_activity(hub, "cucito", start="2026-01-06T15:00", end="2026-01-06T17:00", rrule="FREQ=WEEKLY", capacity=10)
    found = rows(hub, "cucito")
    assert found[0].start == "2026-09-29T13:00:00Z"  # the first Tuesday within 60 days before 24 November
    assert found[-1].start == "2027-12-28T14:00:00Z"  # the last within 400 days after it
    assert len(found) == 66
    assert {row.capacity for row in found} == {10}
    assert found[0].id == "cucito@20260929T130000Z"


def test_expanding_again_touches_nothing(hub: Hub) -> None:
    at_noon(hub)
    add_activity(hub, "cucito", rrule="FREQ=WEEKLY", capacity=10)
    add_activity(hub, "festa", start="2026-12-19T15:00")
    before = head(hub)
    rolled = catalogue.expand_all(hub)
    assert (rolled.activities, rolled.added, rolled.changed, rolled.removed) == (2, 0, 0, 0)
    assert head(hub) == before


def test_the_window_rolls_on_and_leaves_behind_only_what_was_booked(hub: Hub) -> None:
    clock = at_noon(hub)
    add_activity(hub, "ginnastica", start="2026-09-25T10:00", end="2026-09-25T11:00", rrule="FREQ=DAILY", capacity=10)
    first, second, third = (row.id for row in rows(hub, "ginnastica")[:3])
    book(hub, second)
    clock.pass_time(3 * 86_400)
    rolled = catalogue.expand_all(hub)
    found = {row.id: row for row in rows(hub, "ginnastica")}
    assert (rolled.added, rolled.removed) == (3, 2)
    assert first not in found
    assert third not in found
    assert found[second].status == "scheduled"


def test_what_left_the_recurrence_is_deleted_and_what_was_booked_is_cancelled_with_a_reason(hub: Hub) -> None:
    at_noon(hub)
    booked = add_activity(hub, "cucito", rrule="FREQ=WEEKLY", capacity=10)
    book(hub, booked)
    expand(hub, "cucito", exdates=["2026-11-24T18:30", "2026-12-01T18:30"])
    found = {row.id: row for row in rows(hub, "cucito")}
    assert (found[booked].status, found[booked].reason) == ("cancelled", catalogue.LEFT)
    assert "cucito@20261201T173000Z" not in found
    with hub.database.read() as session:
        gone = session.scalar(sa.select(Feed.body).where(Feed.id == "cucito@20261201T173000Z"))
        assert gone is None


def test_what_came_back_into_the_recurrence_takes_place_again(hub: Hub) -> None:
    at_noon(hub)
    booked = add_activity(hub, "cucito", rrule="FREQ=WEEKLY", capacity=10)
    book(hub, booked)
    expand(hub, "cucito", exdates=["2026-11-24T18:30"])
    expand(hub, "cucito", exdates=[])
    assert (rows(hub, "cucito")[0].status, rows(hub, "cucito")[0].reason) == ("scheduled", "")


def test_an_activity_that_is_no_longer_offered_keeps_only_what_was_booked(hub: Hub) -> None:
    at_noon(hub)
    booked = add_activity(hub, "cucito", rrule="FREQ=WEEKLY", capacity=10)
    book(hub, booked)
    expand(hub, "cucito", active=False)
    assert [(row.id, row.status) for row in rows(hub, "cucito")] == [(booked, "cancelled")]


def test_what_a_terminal_cancelled_stays_cancelled(hub: Hub) -> None:
    at_noon(hub)
    cancelled = add_activity(hub, "cucito", rrule="FREQ=WEEKLY", capacity=10)
    with hub.database.write() as session:
        row = session.get_one(Occurrence, cancelled)
        row.status, row.reason, row.pinned = "cancelled", "Sala allagata", True
    expand(hub, "cucito", end="2026-11-24T20:30", capacity=12)
    found = rows(hub, "cucito")[0]
    assert (found.status, found.reason) == ("cancelled", "Sala allagata")
    assert (found.end, found.capacity) == ("2026-11-24T19:30:00Z", 12)


def test_something_that_happens_once_keeps_its_bookings_when_it_is_moved(hub: Hub) -> None:
    at_noon(hub)
    booked = add_activity(hub, "festa", start="2026-12-19T15:00", end="2026-12-19T18:00", capacity=10)
    book(hub, booked)
    for _ in range(2):
        expand(hub, "festa", start="2026-12-20T16:00", end="2026-12-20T19:00")
        (found,) = rows(hub, "festa")
        assert (found.id, found.status, found.start) == (booked, "scheduled", "2026-12-20T15:00:00Z")
        assert found.original == "2026-12-19T14:00:00Z"


def test_something_that_nobody_booked_is_simply_elsewhere_when_it_is_moved(hub: Hub) -> None:
    at_noon(hub)
    before = add_activity(hub, "festa", start="2026-12-19T15:00")
    expand(hub, "festa", start="2026-12-20T16:00", end=None)
    (found,) = rows(hub, "festa")
    assert found.id != before
    assert found.start == found.original


def decide(hub: Hub, occurrence: str, **changes: Any) -> Occurrence:
    with hub.database.write() as session:
        row = session.get_one(Occurrence, occurrence)
        catalogue.change_occurrence(session, row, hub.clock.now(), **changes)
    with hub.database.read() as session:
        return session.get_one(Occurrence, occurrence)


def test_what_a_person_decides_about_one_occurrence_outlives_every_expansion(hub: Hub) -> None:
    clock = at_noon(hub)
    moved = add_activity(hub, "cucito", rrule="FREQ=WEEKLY", capacity=10)
    start = datetime(2026, 11, 25, 17, 0, tzinfo=ROME)
    decide(hub, moved, start=start, end=start + timedelta(hours=1), reason="Sala occupata", capacity=4)
    clock.pass_time(86_400)
    expand(hub, "cucito", end="2026-11-24T21:00")
    found = next(row for row in rows(hub, "cucito") if row.id == moved)
    assert (found.start, found.end) == ("2026-11-25T16:00:00Z", "2026-11-25T17:00:00Z")
    assert (found.reason, found.capacity, found.original) == ("Sala occupata", 4, "2026-11-24T17:30:00Z")


def test_what_was_cancelled_by_the_office_can_be_restored_and_cancelled_again_by_a_terminal(hub: Hub) -> None:
    at_noon(hub)
    one = add_activity(hub, "cucito", rrule="FREQ=WEEKLY")
    assert decide(hub, one, status="cancelled", reason="Sciopero").status == "cancelled"
    restored = decide(hub, one, status="scheduled", reason="")
    assert (restored.status, restored.reason) == ("scheduled", "")
    with hub.database.write() as session:
        row = session.get_one(Occurrence, one)
        row.status, row.pinned = "cancelled", True
    catalogue.expand_all(hub)
    assert rows(hub, "cucito")[0].status == "cancelled"


def test_an_occurrence_cannot_be_moved_out_of_the_programme(hub: Hub) -> None:
    at_noon(hub)
    one = add_activity(hub, "cucito", rrule="FREQ=WEEKLY")
    with pytest.raises(RuleError):
        decide(hub, one, start=datetime(2031, 1, 1, tzinfo=ROME))
    assert rows(hub, "cucito")[0].start == "2026-11-24T17:30:00Z"


def test_places_are_counted_only_where_they_are_booked(hub: Hub) -> None:
    at_noon(hub)
    add_activity(hub, "aperto")
    assert rows(hub, "aperto")[0].capacity is None
    expand(hub, "aperto", capacity=8)
    assert rows(hub, "aperto")[0].capacity is None
    expand(hub, "aperto", signup=True)
    assert rows(hub, "aperto")[0].capacity == 8


def test_an_activity_whose_times_cannot_be_used_keeps_its_occurrences_and_does_not_stop_the_others(
    hub: Hub, caplog: pytest.LogCaptureFixture
) -> None:
    clock = at_noon(hub)
    add_activity(hub, "rotta", start="2026-09-30T10:00", end=None, rrule="FREQ=DAILY;COUNT=3")
    add_activity(hub, "sana", rrule="FREQ=DAILY")
    with hub.database.write() as session:
        session.get_one(Activity, "rotta").rrule = "FREQ=NEVER"
    clock.pass_time(30 * 86_400)
    rolled = catalogue.expand_all(hub)
    assert rolled.unusable == 1
    assert rolled.added == 30
    assert len(rows(hub, "rotta")) == 3
    assert "rotta" in caplog.text


def test_rolling_goes_in_batches_and_says_how_far_it_is(hub: Hub) -> None:
    at_noon(hub)
    count = 2 * catalogue.BATCH + 5
    with hub.database.write() as session:
        for number in range(count):
            session.add(Activity(id=f"a{number:04}", space_id="zoia", title={"it": "A"}, start="2026-12-01T10:00"))
    told: list[tuple[int, int]] = []
    rolled = catalogue.expand_all(hub, lambda done, total: told.append((done, total)))
    assert rolled.added == count
    assert told == [(catalogue.BATCH, count), (2 * catalogue.BATCH, count), (count, count)]
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Occurrence)) == count


# ---------------------------------------------------------------------------------------------------- spaces


def test_the_nine_spaces_come_with_hours_and_reasons(hub: Hub) -> None:
    with hub.database.write() as session:
        assert catalogue.load_spaces(session, resource("config/spaces.json")) == 9
    with hub.database.read() as session:
        spaces = session.scalars(sa.select(Space)).all()
    assert len(spaces) == 9
    assert sorted(space.area for space in spaces) == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    for space in spaces:
        assert set(space.hours) <= set("1234567")
        assert all(re.fullmatch(r"\d\d:\d\d", hour) for day in space.hours.values() for pair in day for hour in pair)
        assert space.reasons[0] == {"code": "pacchi_posta", "label": {"it": "Pacchi e posta", "en": "Parcels and post"}}
        assert space.reasons[-1]["code"] == "altro"
        assert all(set(reason["label"]) >= {"it", "en"} for reason in space.reasons)


def test_loading_the_spaces_again_keeps_what_the_office_edited_until_the_file_changes(hub: Hub, tmp_path: Path) -> None:
    copies = {name: tmp_path / name for name in ("spaces.json", "reasons.json")}
    for name, copy in copies.items():
        copy.write_text(resource(f"config/{name}").read_text(encoding="utf-8"), encoding="utf-8")

    def load() -> Space:
        with hub.database.write() as session:
            catalogue.load_spaces(session, copies["spaces.json"])
        with hub.database.read() as session:
            return session.get_one(Space, "zoia")

    load()
    with hub.database.write() as session:
        session.get_one(Space, "zoia").name = "Zoia, la casa di tutti"
    before = head(hub)
    assert load().name == "Zoia, la casa di tutti"
    assert head(hub) == before
    config = json.loads(copies["spaces.json"].read_text(encoding="utf-8"))
    next(space for space in config["spaces"] if space["id"] == "zoia")["quarter"] = "Baggio"
    copies["spaces.json"].write_text(json.dumps(config), encoding="utf-8")
    assert (load().name, load().quarter) == ("Via Fratelli Zoia", "Baggio")
