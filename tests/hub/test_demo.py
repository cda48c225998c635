"""The demonstration programme: every day's Home of every space is alive, and loading it again changes nothing."""

from __future__ import annotations

import functools
import json
from collections import Counter
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from sync.clock import ROME, instant, stamp
from sync.facts import parse
from sync.hub import catalogue, demo, demo_desk
from sync.hub.demo_pictures import DRAWINGS
from sync.hub.hub import Hub
from sync.hub.importing.entry import Entry
from sync.hub.office.service_form import KINDS, TEXTS
from sync.hub.recurrence import Planned, happens, plan
from sync.hub.rrule import normalised
from sync.hub.store.models import (
    Activity,
    Booking,
    FeedHead,
    Handover,
    Notice,
    Occurrence,
    Offer,
    Parcel,
    Picture,
    Service,
    ServiceRequest,
)  # fmt: skip
from sync.parcels import LETTERS, UNCOLLECTED
from sync.resources import resource
from tests.hub.web_support import NOW, at_noon

PROGRAMME: dict[str, Any] = json.loads(resource(demo.PROGRAMME).read_text(encoding="utf-8"))
ACTIVITIES: list[dict[str, Any]] = PROGRAMME["activities"]
DESKS: list[dict[str, Any]] = json.loads(resource(demo_desk.DESKS).read_text(encoding="utf-8"))["desks"]
SPACES: list[dict[str, Any]] = json.loads(resource("config/spaces.json").read_text(encoding="utf-8"))["spaces"]
MONDAY = date(2026, 11, 23)
DAYS = [MONDAY + timedelta(days=n) for n in range(28)]


def series(entry: dict[str, Any]) -> Entry:
    return Entry("", entry["id"], entry["title"]["it"], entry["start"], entry["end"], rrule=entry["rrule"])


@functools.cache
def planned(space: str) -> list[Planned]:
    ours = [entry for entry in ACTIVITIES if entry["space"] == space]
    after = moment(DAYS[-1] + timedelta(days=1), 0)
    return [one for entry in ours for one in plan(series(entry), moment(MONDAY, 0), after)]


def on(space: str, first: datetime, last: datetime) -> list[Planned]:
    return [one for one in planned(space) if one.start < last and one.end is not None and one.end > first]


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ROME)


@pytest.mark.parametrize("space", [space["id"] for space in SPACES])
def test_every_day_of_every_space_has_something_on(space: str) -> None:
    for day in DAYS:
        found = on(space, moment(day, 0), moment(day + timedelta(days=1), 0))
        assert len(found) >= 2, day
        if day.weekday() < 5:
            assert len(found) >= 3, day


@pytest.mark.parametrize("space", [space["id"] for space in SPACES])
def test_something_is_going_on_right_now_at_the_usual_hours(space: str) -> None:
    for day in DAYS:
        hours = [(10, 30), (17, 15)] if day.weekday() < 5 else [(16, 30)]
        for hour in hours:
            now = moment(day, *hour)
            assert on(space, now, now + timedelta(minutes=1)), now


def test_the_programme_is_as_varied_as_the_nine_spaces() -> None:
    assert len(ACTIVITIES) >= 66
    spaces = Counter(entry["space"] for entry in ACTIVITIES)
    assert set(spaces) == {space["id"] for space in SPACES}
    assert min(spaces.values()) >= 7
    assert len({entry["category"] for entry in ACTIVITIES}) >= 8
    assert len({entry["audience"]["it"] for entry in ACTIVITIES}) >= 8
    assert 0.5 < sum("capacity" in entry for entry in ACTIVITIES) / len(ACTIVITIES) < 0.8
    assert {True, False, None} == {entry["free"] for entry in ACTIVITIES}
    assert len({code for entry in ACTIVITIES for code in entry.get("languages", [])}) >= 5


@pytest.mark.parametrize("entry", ACTIVITIES, ids=lambda entry: entry["id"])
def test_each_activity_is_complete_and_its_rule_gives_its_start(entry: dict[str, Any]) -> None:
    for name in ("title", "summary", "audience", "access"):
        assert entry[name]["it"].strip() == entry[name]["it"] != ""
        assert entry[name]["en"].strip() == entry[name]["en"] != ""
    start, end = datetime.fromisoformat(entry["start"]), datetime.fromisoformat(entry["end"])
    assert time(8, 30) <= start.time() < end.time() <= time(22, 45)
    assert normalised(entry["rrule"], start, "Europe/Rome") == entry["rrule"]
    assert happens(series(entry), start)
    second = plan(series(entry), start.replace(tzinfo=ROME), start.replace(tzinfo=ROME) + timedelta(days=40))[1]
    assert second.start > start.replace(tzinfo=ROME)
    assert len(entry["title"]["it"]) <= 60
    assert entry["venue"]


def state(hub: Hub) -> int:
    with hub.database.read() as session:
        return session.get_one(FeedHead, 1).pos


on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What the programme says is the same on every database, and loading it takes seconds."""


@pytest.fixture
def loaded(hub: Hub) -> Hub:
    at_noon(hub)
    with hub.database.write() as session:
        catalogue.load_spaces(session, resource("config/spaces.json"))
    demo.load_demo(hub)
    return hub


def test_loading_it_again_changes_nothing(loaded: Hub) -> None:
    before = state(loaded)
    again = demo.load_demo(loaded)
    assert state(loaded) == before
    assert again.activities == len(ACTIVITIES)
    assert again.notices == len(PROGRAMME["notices"])
    with loaded.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Occurrence)) == again.occurrences


def test_a_few_days_later_nothing_more_is_cancelled_and_what_the_office_changed_stays(loaded: Hub) -> None:
    def cancelled() -> int:
        with loaded.database.read() as session:
            query = sa.select(sa.func.count()).select_from(Occurrence).where(Occurrence.status == "cancelled")
            return session.scalar(query) or 0

    before = cancelled()
    with loaded.database.write() as session:
        session.get_one(Activity, "zoia-cucito").venue = "Veranda"
    loaded.clock.pass_time(5 * 86_400)  # type: ignore[attr-defined]
    demo.load_demo(loaded)
    catalogue.expand_all(loaded)
    assert cancelled() == before == 2
    with loaded.database.read() as session:
        assert session.get_one(Activity, "zoia-cucito").venue == "Veranda"


@on_sqlite
def test_somebody_who_tries_it_meets_a_cancelled_and_a_moved_occurrence_within_ten_days(loaded: Hub) -> None:
    soon = stamp(NOW + timedelta(days=10))
    with loaded.database.read() as session:
        other = sa.or_(Occurrence.status != "scheduled", Occurrence.start != Occurrence.original)
        changed = sa.select(Occurrence).where(Occurrence.pinned, other, Occurrence.start.between(stamp(NOW), soon))
        found = {row.activity_id: row for row in session.scalars(changed)}
    assert set(found) == {change["activity"] for change in PROGRAMME["changes"]}
    assert found["capuana-yoga"].status == "cancelled"
    choir = found["zoia-coro"]
    assert instant(choir.start) - instant(choir.original) == timedelta(minutes=45)
    assert all(row.reason for row in found.values())


@on_sqlite
def test_the_notices_are_there_for_a_while_and_one_of_them_is_for_everybody(loaded: Hub) -> None:
    with loaded.database.read() as session:
        notices = list(session.scalars(sa.select(Notice)))
    assert sorted(notice.space_id or "" for notice in notices) == ["", "boccioni", "zoia"]
    assert all(notice.until and notice.until > notice.at == stamp(NOW) for notice in notices)
    assert all(set(notice.title) == set(notice.text) == {"it", "en"} for notice in notices)


@on_sqlite
def test_places_are_offered_where_the_programme_says_so(loaded: Hub) -> None:
    with loaded.database.read() as session:
        signup = {row.id: (row.signup, row.capacity) for row in session.scalars(sa.select(Activity))}
        capacities = session.scalars(sa.select(Occurrence.capacity).where(Occurrence.activity_id == "zoia-cucito"))
        assert set(capacities) == {10}
    for entry in ACTIVITIES:
        assert signup[entry["id"]] == ("capacity" in entry, entry.get("capacity"))


@pytest.mark.parametrize("space", SPACES, ids=lambda space: space["id"])
def test_every_space_offers_what_its_area_is_about(space: dict[str, Any]) -> None:
    services = Counter(entry["kind"] for entry in PROGRAMME["services"] if entry["space"] == space["id"])
    notes = Counter(entry["what"] for entry in PROGRAMME["offers"] if entry["space"] == space["id"])
    assert services["service"] >= {1: 5, 2: 3, 3: 1}[space["area"]]
    if space["area"] == 1:
        assert set(notes) == {"offro", "cerco"}
    if space["area"] == 3:
        assert services["product"] >= 3
        assert services["opening"] >= 2


@pytest.mark.parametrize("entry", PROGRAMME["services"], ids=lambda entry: entry["id"])
def test_each_service_is_complete_in_both_languages_and_within_the_offices_bounds(entry: dict[str, Any]) -> None:
    assert entry["id"].startswith(entry["space"] + "-")
    assert set(entry["title"]) == set(entry["text"]) == {"it", "en"}
    for name, limit in TEXTS.items():
        assert all(0 < len(text) <= limit for text in entry.get(name, {}).values()), name
    assert entry["kind"] in KINDS
    assert entry["kind"] != "opening" or {"places", "contact", "days", "price"} <= set(entry)


def test_services_and_neighbours_notes_are_there_and_loading_again_leaves_what_the_office_did(loaded: Hub) -> None:
    def count(kind: type[Any]) -> int:
        with loaded.database.read() as session:
            return session.scalar(sa.select(sa.func.count()).select_from(kind)) or 0

    assert (count(Service), count(Offer)) == (len(PROGRAMME["services"]), len(PROGRAMME["offers"]))
    with loaded.database.write() as session:
        session.get_one(Service, "demo-faenza-orli").active = False
        session.get_one(Offer, "demo-omero-tavolo").state = "withdrawn"
    before = state(loaded)
    demo.load_demo(loaded)
    assert state(loaded) == before
    with loaded.database.read() as session:
        assert all(offer.state != "new" for offer in session.scalars(sa.select(Offer)))


@pytest.mark.parametrize("space", SPACES, ids=lambda space: space["id"])
def test_each_desk_has_something_to_hand_over_to_read_to_answer_and_to_tell(space: dict[str, Any]) -> None:
    (desk,) = [one for one in DESKS if one["space"] == space["id"]]
    assert len(desk["parcels"]) >= 2
    for parcel in desk["parcels"]:
        parse("parcel", {"for": parcel["name"], "code": parcel["code"]})
        assert parcel["code"][0] in LETTERS
    parse("handover", desk["note"])
    service = next(one for one in PROGRAMME["services"] if one["id"] == desk["request"]["service"])
    assert service["space"] == space["id"]
    assert service.get("ask", True)
    names = [desk["signup"]["name"], desk["request"]["name"], *(one["name"] for one in desk["parcels"])]
    assert all(name.startswith(("Prova ", "Famiglia ")) for name in names)
    assert desk["signup"]["contact"].startswith("333 000 00")


@on_sqlite
def test_what_the_desk_did_with_it_stays_and_somebody_signs_up_again_when_nobody_is_to_come(loaded: Hub) -> None:
    spaces = len(SPACES)
    with loaded.database.write() as session:
        counts = [len(list(session.scalars(sa.select(kind)))) for kind in (Parcel, Handover, ServiceRequest, Booking)]
        assert counts == [2 * spaces, spaces, spaces, spaces]
        assert not any(one.told or one.state != "final" for one in session.scalars(sa.select(Booking)))
        late = [one for one in session.scalars(sa.select(Parcel)) if NOW - instant(one.at) > UNCOLLECTED]
        assert late, "one has lain for long"
        session.get_one(Parcel, "demo-zoia-a17").outs = ["out"]
        session.get_one(Handover, "demo-zoia-note").done = {"zoia": stamp(NOW)}
    before = state(loaded)
    demo.load_demo(loaded)
    assert state(loaded) == before
    loaded.clock.pass_time(20 * 86_400)  # type: ignore[attr-defined]
    demo.load_demo(loaded)
    with loaded.database.read() as session:
        assert session.get_one(Parcel, "demo-zoia-a17").outs == ["out"]
        assert len(list(session.scalars(sa.select(Booking)))) == 2 * spaces


@on_sqlite
def test_some_activities_have_pictures_that_are_drawn_here_and_small(loaded: Hub) -> None:
    with loaded.database.read() as session:
        shown = [one for one in session.scalars(sa.select(Activity)) if one.picture]
        kept = {one.sha256: one.content for one in session.scalars(sa.select(Picture))}
    assert {one.id.rpartition("-")[2] for one in shown} == set(DRAWINGS)
    assert {one.picture["sha256"] for one in shown if one.picture} == set(kept)
    assert len(kept) == len(DRAWINGS)
    assert all(len(content) < 64 * 1024 for content in kept.values())
