"""The office's pages of activities, their times and their seats."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from sync import wire
from sync.hub import granting, members, signups
from sync.hub.hub import Hub
from sync.hub.store.models import Activity, Booking, Occurrence, SeatAccount, Terminal
from tests.hub.programme import Sender
from tests.hub.web_support import (
    MARKUP,
    FixedClock,
    Outline,
    add_activity,
    at_noon,
    audited,
    on_sqlite,
    post,
    quick_passwords,
    signed_in,
    text,
    told,
)


@pytest.fixture
def clock(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> FixedClock:
    quick_passwords(monkeypatch)
    return at_noon(hub)


def occurrences(hub: Hub, activity: str) -> list[Occurrence]:
    with hub.database.read() as session:
        query = sa.select(Occurrence).where(Occurrence.activity_id == activity).order_by(Occurrence.start)
        found = list(session.scalars(query))
        session.expunge_all()
        return found


def all_told(hub: Hub, activity: str) -> list[str]:
    """What the terminals are told of an activity and its times."""
    times = [told(hub, "occurrence", one.id) for one in occurrences(hub, activity)]
    return [told(hub, "activity", activity), *times]


def book(hub: Hub, occurrence: str, name: str = "Ada Rossi", people: int = 1) -> str:
    with hub.database.write() as session:
        booking, _ = signups.book(
            session, hub, occurrence_id=occurrence, people=people, card=None, name=name, contact=None, language="it",
            ticket=None,
        )  # fmt: skip
        return booking.id


def form_of(page: str, action: str) -> dict[str, str]:
    """The fields of a form as a browser would send them."""
    start = page.index(f'action="{action}"')
    part = Outline("<form " + page[start : page.index("</form>", start)])
    fields = {
        one["name"]: one.get("value", "")
        for one in part.all("input")
        if one.get("type") != "checkbox" or "checked" in one
    }
    for name, options in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', page[start:], re.DOTALL):
        fields[name] = (re.findall(r'value="([^"]*)"[^>]* selected', options) or [""])[0]
    for name, value in re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>(.*?)</textarea>', page[start:], re.DOTALL):
        fields[name] = value
    return fields


def test_an_activity_is_edited_and_the_terminals_are_told(hub: Hub, clock: FixedClock) -> None:
    add_activity(hub, "cucito", capacity=5, rrule="FREQ=WEEKLY;BYDAY=TU", title={"it": "Cucito", "ar": "خياطة"})
    client, me = signed_in(hub, "operator", "zoia")
    page = "/office/activities/cucito"
    fields = form_of(client.get(page).text, page) | {
        "title_it": "Sartoria", "title_en": MARKUP, "venue": "Sala B", "cost": "gratis", "free": "yes", "capacity": "8",
        "summary_it": "Si cuce.",
    }  # fmt: skip
    done = client.post(page, data=fields)
    assert "Salvato." in text(client.get(done.headers["location"]))
    with hub.database.read() as session:
        activity = session.get_one(Activity, "cucito")
        assert activity.title == {"it": "Sartoria", "en": MARKUP, "ar": "خياطة"}
        assert (activity.venue, activity.free, activity.capacity, activity.signup) == ("Sala B", True, 8, True)
    assert {one.capacity for one in occurrences(hub, "cucito")} == {8}
    assert "Sala B" in told(hub, "activity", "cucito")
    assert audited(hub) == [(me, "activity.change", "cucito")]
    listed = client.get("/office/activities?q=SARTORIA")
    assert "Sartoria" in text(listed)
    assert not Outline(client.get(page).text).all("img")


@on_sqlite
def test_saving_a_form_without_changing_it_changes_nothing(hub: Hub, clock: FixedClock) -> None:
    client, _ = signed_in(hub, "comune")
    for name, values in {
        "una": {"capacity": 5, "free": False, "cost": "5 euro", "summary": {"it": "a & b"}},
        "serie": {"rrule": "FREQ=WEEKLY;BYDAY=TU", "end": None},
        "giorni": {"start": "2026-11-28", "end": "2026-11-30", "all_day": True},
        "notte": {"start": "2026-11-24T22:00", "end": "2026-11-25T02:00", "rrule": "FREQ=DAILY;COUNT=3"},
    }.items():
        add_activity(hub, name, **values)
        before = all_told(hub, name)
        page = f"/office/activities/{name}"
        fields = form_of(client.get(page).text, page)
        fields = {key: value.replace("&amp;", "&") for key, value in fields.items()}
        assert client.post(page, data=fields).status_code == 303, name
        assert all_told(hub, name) == before


def test_new_hours_move_a_series_and_its_exceptions_while_nobody_is_signed_up(hub: Hub, clock: FixedClock) -> None:
    first = add_activity(hub, "cucito", capacity=5, rrule="FREQ=WEEKLY;BYDAY=TU;COUNT=3")
    client, _ = signed_in(hub, "comune")
    second = occurrences(hub, "cucito")[1].id
    post(client, f"/office/occurrences/{second}", f"/office/occurrences/{second}/cancel", reason="Festa")
    page = "/office/activities/cucito"
    fields = form_of(client.get(page).text, page) | {"start": "19:00", "end": "20:30"}
    assert client.post(page, data=fields).status_code == 303
    coming = occurrences(hub, "cucito")
    assert [one.start[11:16] for one in coming] == ["18:00"] * 3
    assert [one.status for one in coming] == ["scheduled", "cancelled", "scheduled"]
    assert coming[1].reason == "Festa"
    book(hub, coming[0].id)
    refused = client.post(page, data=fields | {"start": "17:00", "end": "18:30"})
    assert refused.status_code == 409
    assert "Ci sono già iscrizioni con questo orario" in text(refused)
    assert first not in [one.id for one in coming]
    assert [one.id for one in occurrences(hub, "cucito")] == [one.id for one in coming]


def test_a_single_activity_that_is_moved_keeps_its_bookings(hub: Hub, clock: FixedClock) -> None:
    occurrence = add_activity(hub, "gita", capacity=5)
    booking = book(hub, occurrence)
    client, _ = signed_in(hub, "comune")
    page = "/office/activities/gita"
    fields = form_of(client.get(page).text, page) | {"start": "2026-11-26T09:00", "end": "2026-11-26T12:00"}
    assert client.post(page, data=fields).status_code == 303
    (only,) = occurrences(hub, "gita")
    assert (only.id, only.start, only.status) == (occurrence, "2026-11-26T08:00:00Z", "scheduled")
    with hub.database.read() as session:
        assert session.get_one(Booking, booking).state == "final"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title_it": ""}, "Scrivi il titolo in italiano."),
        ({"title_en": "x" * 201}, "troppo lungo"),
        ({"summary_it": "x" * 2001}, "troppo lungo"),
        ({"venue": "x" * 301}, "troppo lungo"),
        ({"capacity": "0"}, "da 1 a 10000"),
        ({"capacity": "molti"}, "da 1 a 10000"),
        ({"capacity": "99999"}, "da 1 a 10000"),
        ({"capacity": "", "signup": "yes"}, "serve il numero dei posti"),
        ({"start": ""}, "Controlla inizio e fine"),
        ({"start": "domani"}, "Controlla inizio e fine"),
        ({"start": "2026-11-24T20:00", "end": "2026-11-24T19:00"}, "Controlla inizio e fine"),
        ({"start": "0001-01-01T00:00"}, "Controlla inizio e fine"),
    ],
)
@on_sqlite
def test_an_activity_form_that_will_not_do_says_why_and_changes_nothing(
    hub: Hub, clock: FixedClock, fields: dict[str, str], sentence: str
) -> None:
    add_activity(hub, "cucito", capacity=5)
    client, _ = signed_in(hub, "comune")
    page = "/office/activities/cucito"
    before = told(hub, "activity", "cucito")
    response = client.post(page, data=form_of(client.get(page).text, page) | {"venue": "Altrove"} | fields)
    assert response.status_code == 422
    assert sentence in text(response)
    assert told(hub, "activity", "cucito") == before
    assert audited(hub) == []


def test_more_places_are_given_to_those_who_wait(hub: Hub, clock: FixedClock) -> None:
    occurrence = add_activity(hub, "cucito", capacity=1)
    book(hub, occurrence)
    waiting = book(hub, occurrence, "Bea Neri")
    client, _ = signed_in(hub, "comune")
    assert "In lista d'attesa 1 Cucito" in text(client.get("/office"))
    page = "/office/activities/cucito"
    assert client.post(page, data=form_of(client.get(page).text, page) | {"capacity": "3"}).status_code == 303
    with hub.database.read() as session:
        assert session.get_one(Booking, waiting).state == "final"
    assert "Tutto in ordine." in text(client.get("/office"))


def test_one_occurrence_is_cancelled_and_planned_again(hub: Hub, clock: FixedClock) -> None:
    first = add_activity(hub, "cucito", capacity=5, rrule="FREQ=WEEKLY;BYDAY=TU;COUNT=3")
    client, me = signed_in(hub, "portiere", "zoia")
    page = f"/office/occurrences/{first}"
    done = post(client, page, f"{page}/cancel", reason=MARKUP)
    shown = client.get(done.headers["location"])
    assert MARKUP in text(shown)
    assert not Outline(shown.text).all("img")
    assert [one.status for one in occurrences(hub, "cucito")] == ["cancelled", "scheduled", "scheduled"]
    assert '"status":"cancelled"' in told(hub, "occurrence", first)
    assert post(client, page, f"{page}/restore").status_code == 303
    assert [one.status for one in occurrences(hub, "cucito")] == ["scheduled"] * 3
    assert audited(hub) == [(me, "occurrence.cancel", first), (me, "occurrence.restore", first)]


def test_one_occurrence_is_moved_and_keeps_its_id_and_bookings(hub: Hub, clock: FixedClock) -> None:
    first = add_activity(hub, "cucito", capacity=5, rrule="FREQ=WEEKLY;BYDAY=TU;COUNT=2")
    booking = book(hub, first)
    client, me = signed_in(hub, "portiere", "zoia")
    page = f"/office/occurrences/{first}"
    wrong = post(client, page, f"{page}/move", start="2026-11-25T10:00", end="2026-11-25T09:00")
    assert wrong.status_code == 422
    assert "Controlla inizio e fine" in text(wrong)
    assert post(client, page, f"{page}/move", start="2026-11-25T10:00", end="2026-11-25T11:00").status_code == 303
    moved = next(one for one in occurrences(hub, "cucito") if one.id == first)
    assert (moved.start, moved.end) == ("2026-11-25T09:00:00Z", "2026-11-25T10:00:00Z")
    assert moved.original == "2026-11-24T17:30:00Z"
    with hub.database.read() as session:
        assert session.get_one(Booking, booking).state == "final"
    assert audited(hub) == [(me, "occurrence.move", first)]
    assert "Spostato: era martedì 24 novembre, ore 18:30." in text(client.get(page))


def test_days_are_moved_as_days(hub: Hub, clock: FixedClock) -> None:
    made = add_activity(hub, "fiera", start="2026-11-28", end="2026-11-29", all_day=True)
    client, _ = signed_in(hub, "comune")
    page = f"/office/occurrences/{made}"
    assert post(client, page, f"{page}/move", start="2026-12-05", end="2026-12-06").status_code == 303
    (moved,) = occurrences(hub, "fiera")
    assert (moved.start, moved.end) == ("2026-12-04T23:00:00Z", "2026-12-06T23:00:00Z")


def test_seats_are_counted_and_those_of_a_lost_terminal_are_released(hub: Hub, clock: FixedClock) -> None:
    occurrence = add_activity(hub, "cucito", capacity=5)
    sender = Sender(hub)
    with hub.database.write() as session:
        line = wire.SeatLine(occurrence=occurrence, want=3)
        granting.exchange(session, hub, session.get_one(Terminal, sender.id), [line])
    book(hub, occurrence, people=2)
    waiting = book(hub, occurrence, "Bea Neri")
    client, me = signed_in(hub, "operator", "zoia")
    page = f"/office/occurrences/{occurrence}"
    assert "In attesa 5 2 3 0 1" in text(client.get(page))
    assert f"{sender.id} 3 0 0 3 0 Libera" in text(client.get(page))
    assert f"/office/occurrences/{occurrence.replace('@', '%40')}" in client.get(f"/office/terminals/{sender.id}").text
    write_off = f"/office/terminals/{sender.id}/write-off"
    done = post(client, page, write_off, occurrence=occurrence)
    assert "I posti sono di nuovo liberi." in text(client.get(done.headers["location"]))
    with hub.database.read() as session:
        assert session.scalars(sa.select(SeatAccount)).one().credited == 3
        assert session.get_one(Booking, waiting).state == "final"
    assert audited(hub) == [(me, "seats.write_off", f"{occurrence} {sender.id} 3")]
    assert post(client, page, write_off, occurrence=occurrence).status_code == 409


@on_sqlite
def test_a_portiere_sees_seats_but_does_not_write_them_off(hub: Hub, clock: FixedClock) -> None:
    occurrence = add_activity(hub, "cucito", capacity=5)
    sender = Sender(hub)
    with hub.database.write() as session:
        line = wire.SeatLine(occurrence=occurrence, want=3)
        granting.exchange(session, hub, session.get_one(Terminal, sender.id), [line])
    client, _ = signed_in(hub, "portiere", "zoia")
    page = f"/office/occurrences/{occurrence}"
    assert "Libera" not in text(client.get(page))
    assert post(client, page, f"/office/terminals/{sender.id}/write-off", occurrence=occurrence).status_code == 403


@on_sqlite
def test_no_page_of_the_office_is_kept_by_caches_and_each_carries_the_policy(hub: Hub, clock: FixedClock) -> None:
    occurrence = add_activity(hub, "cucito", capacity=5)
    number = members.issue_card(hub, "zoia", "Ada Rossi", "it").number
    sender = Sender(hub)
    client, _ = signed_in(hub, "comune")
    for path in ("/office", "/office/terminals", f"/office/terminals/{sender.id}", "/office/facts", "/office/cards",
                 f"/office/cards/{number}", "/office/activities", "/office/activities/cucito",
                 f"/office/occurrences/{occurrence}"):  # fmt: skip
        for language in ("it", "en"):
            response = client.get(path, params={"lang": language})
            outline = Outline(response.text)
            assert response.status_code == 200, path
            assert response.headers["cache-control"] == "no-store"
            assert response.headers["content-security-policy"].startswith("default-src 'none'")
            assert outline.all("html")[0]["lang"] == language
            assert len(outline.all("h1")) == 1, path
            assert not outline.all("script")
            assert not [one for _, one in outline.elements if "style" in one]
            ids = [one["id"] for _, one in outline.elements if "id" in one]
            assert len(ids) == len(set(ids)), path
