"""The public site, as a browser gets it: what is on, today and later, in words."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest

from sync.clock import ROME
from sync.hub.hub import Hub, set_setting
from sync.hub.staff import PUBLIC_ADDRESS
from sync.hub.store.models import Activity, Space
from tests.hub.web_support import (
    MARKUP,
    Outline,
    add_activity,
    at_noon,
    browser,
    change,
    on_sqlite,
)


@pytest.fixture
def programme(hub: Hub) -> Hub:
    """Tuesday 24 November, 15:20, with something now, later, tomorrow, and for days."""
    at_noon(hub)
    cucito = {"it": "Laboratorio di cucito", "en": "Sewing workshop"}
    weekly = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T225959Z"
    add_activity(hub, "cucito", title=cucito, start="2026-11-24T15:00", end="2026-11-24T17:00", capacity=12, free=True)
    add_activity(hub, "italiano", rrule=weekly, capacity=2, languages=["ar", "es"])
    add_activity(hub, "coro", space="omero", start="2026-11-25T21:00", end=None, cost="5 euro", free=False)
    add_activity(hub, "mostra", space="omero", start="2026-11-10", end="2026-12-16", all_day=True, free=True)
    add_activity(hub, "finito", start="2026-11-24T09:00", end="2026-11-24T10:00")
    return hub


def page(hub: Hub, address: str, status: int = 200, **headers: str) -> Outline:
    response = browser(hub).get(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    assert response.status_code == status, response.text
    return Outline(response.text)


def sections(outline_text: str, *names: str) -> list[int]:
    return [outline_text.index(name) for name in names]


def test_home_shows_what_is_on_now_then_later_today_then_the_coming_days(programme: Hub) -> None:
    text = page(programme, "/").text
    places = sections(
        text, "Oggi, martedì 24 novembre", "Adesso, fino alle 17:00 Laboratorio di cucito", "Più tardi oggi",
        "18:30 Italiano", "Per più giorni", "fino al 15 dic Mostra", "Domani, mercoledì 25 novembre", "21:00 Coro",
    )  # fmt: skip
    assert places == sorted(places)
    assert "12 posti liberi" in text
    assert "Finito" not in text


@on_sqlite
def test_a_chosen_day_shows_that_day_alone_and_marks_it(programme: Hub) -> None:
    outline = page(programme, "/?day=2026-11-25")
    assert "21:00 Coro" in outline.text
    assert "Italiano" not in outline.text
    (current,) = [link for link in outline.all("a") if link.get("aria-current") == "date"]
    assert "day=2026-11-25" in current["href"]


@on_sqlite
@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-45", "0001-01-01", "9999-12-31", "2026-11-24T00:00"])
def test_a_day_that_is_none_or_out_of_reach_is_today(programme: Hub, day: str) -> None:
    assert "Oggi, martedì 24 novembre" in page(programme, f"/?day={day}").text


def test_filters_leave_what_fits_and_say_how_to_remove_them(programme: Hub) -> None:
    assert "Coro" not in page(programme, "/?space=zoia").text
    assert "Italiano" not in page(programme, "/?area=1").text
    free = page(programme, "/?free=1").text
    assert "Laboratorio" in free
    assert "Coro" not in free
    nothing = page(programme, "/?space=omero&free=1&day=2026-11-24")
    assert "Togli i filtri" in nothing.text


@on_sqlite
def test_a_filter_that_names_nothing_filters_nothing(programme: Hub) -> None:
    assert "Laboratorio di cucito" in page(programme, "/?space=atlantide&area=77&free=maybe").text


@on_sqlite
def test_an_empty_day_says_what_to_do(programme: Hub) -> None:
    assert "Scegli un altro giorno" in page(programme, "/?day=2027-03-03").text


def test_cancelled_and_moved_occurrences_are_marked_in_words_and_the_page_says_why(programme: Hub) -> None:
    first = add_activity(programme, "lettura", start="2026-11-24T17:00", end="2026-11-24T18:00", capacity=5)
    second = add_activity(programme, "caffe", start="2026-11-24T16:30", end="2026-11-24T18:00")
    change(programme, first, status="cancelled", reason="La sala è chiusa.")
    change(programme, second, start=datetime(2026, 11, 24, 19, 0, tzinfo=ROME))
    home = page(programme, "/").text
    assert "Lettura Via Fratelli Zoia Annullato" in home
    assert "19:00 Caffe Via Fratelli Zoia Spostato" in home
    cancelled = page(programme, "/activities/lettura").text
    assert "Annullato: oggi, martedì 24 novembre, 17:00 – 18:00." in cancelled
    assert "La sala è chiusa." in cancelled
    assert "Come partecipare" not in cancelled
    assert "era martedì 24 novembre, ore 16:30" in page(programme, "/activities/caffe").text


def test_the_page_of_an_activity_says_when_where_for_whom_what_it_costs_and_how_to_take_part(programme: Hub) -> None:
    text = page(programme, "/activities/italiano").text
    assert "oggi, martedì 24 novembre, 18:30 – 20:00" in text
    assert "ogni martedì, fino a martedì 15 dicembre" in text
    assert "parliamo anche arabo e spagnolo" in text
    assert "2 posti liberi su 2" in text
    assert "Iscriviti al terminale" in text
    assert "martedì 1 dicembre, 18:30 – 20:00" in text
    assert "Non serve iscriversi" in page(programme, "/activities/coro").text


@on_sqlite
def test_the_day_in_the_address_says_which_time_of_an_activity_is_meant(programme: Hub) -> None:
    facts = page(programme, "/activities/italiano?day=2026-12-08").text
    assert facts.index("martedì 8 dicembre") < facts.index("martedì 24 novembre")


@on_sqlite
def test_an_activity_that_is_over_says_when_it_was(programme: Hub) -> None:
    assert "L'ultima volta: oggi, martedì 24 novembre, 09:00 – 10:00" in page(programme, "/activities/finito").text


@on_sqlite
def test_an_activity_that_was_taken_out_is_gone(programme: Hub) -> None:
    with programme.database.write() as session:
        session.get_one(Activity, "coro").active = False
    assert "Questa attività non c'è più." in page(programme, "/activities/coro", 410).text
    assert browser(programme).get("/activities/coro/calendar.ics").status_code == 404
    assert "Coro" not in page(programme, "/?day=2026-11-25").text


def test_a_space_shows_its_hours_and_its_own_programme(programme: Hub) -> None:
    with programme.database.write() as session:
        hours = {str(day): [["09:00", "12:30"], ["14:00", "18:00"]] for day in range(1, 6)}
        session.get_one(Space, "zoia").hours = {**hours, "6": [["10:00", "12:00"]]}
    text = page(programme, "/spaces/zoia").text
    assert "lun – ven: 09:00 – 12:30, 14:00 – 18:00 sab: 10:00 – 12:00" in text
    assert "Italiano" in text
    assert "Coro" not in text


@on_sqlite
def test_a_crowded_day_is_shortened_on_the_first_page_and_whole_on_its_own(programme: Hub) -> None:
    for number in range(15):
        add_activity(programme, f"a{number}", start="2026-11-26T10:00", end="2026-11-26T11:00")
    assert "Altre 3 attività di questo giorno" in page(programme, "/").text
    assert all(f"A{number}" in page(programme, "/?day=2026-11-26").text for number in range(15))


def test_search_finds_words_in_any_order_without_accents_and_shows_the_next_time(programme: Hub) -> None:
    title = {"it": "Caffè delle città"}
    add_activity(programme, "caffe", title=title, start="2026-11-23T10:00", end=None, rrule="FREQ=WEEKLY")
    assert "lun 30 nov 10:00 Caffè delle città" in page(programme, "/search?q=CITTA+caffe").text
    assert "Laboratorio" in page(programme, "/search?q=zoia+labor").text
    nothing = page(programme, "/search?q=ippopotamo").text
    assert "0 attività trovate" in nothing
    assert "Prova con una parola sola" in nothing
    assert "Scrivi una parola" in page(programme, "/search").text


@on_sqlite
@pytest.mark.parametrize("text", ["%00", "x" * 1500, "%F0%9F%98%80", "%25", "%5C", "' OR 1=1 --", "%ff%fe", "." * 100])
def test_search_takes_any_text(programme: Hub, text: str) -> None:
    assert browser(programme).get(f"/search?q={text}").status_code == 200


@on_sqlite
def test_an_address_that_is_far_too_long_is_refused_in_words(programme: Hub) -> None:
    assert "troppo lungo" in page(programme, f"/search?q={'x' * 3000}", 414).text


@pytest.mark.parametrize(
    "path", ["/spaces/atlantide", "/activities/nope", "/spaces/%00", "/static/../site.py", "/static/x"]
)
def test_what_is_not_there_is_a_page_that_says_so(programme: Hub, path: str) -> None:
    response = browser(programme).get(path)
    assert response.status_code == 404
    assert "Traceback" not in response.text


def test_rss_lists_the_coming_times_with_stable_addresses(programme: Hub) -> None:
    with programme.database.write() as session:
        set_setting(session, PUBLIC_ADDRESS, "https://quartieri.example/")
    add_activity(programme, "strana", title={"it": f"\x01\x0b{MARKUP}"}, start="2026-11-24T16:00", end=None)
    response = browser(programme).get("/feed.rss")
    assert response.headers["content-type"].startswith("application/rss+xml")
    items = ET.fromstring(response.content).findall("channel/item")  # noqa: S314 - our own
    titles = [item.findtext("title") or "" for item in items]
    assert "mar 24 nov, 18:30 – 20:00: Italiano" in titles
    assert f"mar 24 nov, 16:00: {MARKUP}" in titles
    assert "https://quartieri.example/activities/italiano?day=2026-11-24" in [item.findtext("link") for item in items]
    assert len({item.findtext("guid") for item in items}) == len(items)


@on_sqlite
def test_json_ld_describes_the_coming_times_and_is_allowed_by_its_own_digest(programme: Hub) -> None:
    with programme.database.write() as session:
        set_setting(session, PUBLIC_ADDRESS, "https://quartieri.example")
    response = browser(programme).get("/activities/italiano")
    (body,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in response.headers["content-security-policy"]
    events = json.loads(body)["@graph"]
    assert len(events) == 4
    first = events[0]
    assert first["@type"] == "Event"
    assert first["name"] == "Italiano"
    assert (first["startDate"], first["endDate"]) == ("2026-11-24T18:30:00+01:00", "2026-11-24T20:00:00+01:00")
    assert first["location"]["name"] == "Via Fratelli Zoia"
    assert first["url"] == "https://quartieri.example/activities/italiano"
    assert (first["maximumAttendeeCapacity"], first["remainingAttendeeCapacity"]) == (2, 2)
