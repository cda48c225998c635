"""The public site, as a browser gets it: what is on, feeds, errors, headers."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import datetime
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

import sync.hub.office
import sync.hub.site
import sync.hub.web
from sync.clock import ROME
from sync.hub.hub import Hub, set_setting
from sync.hub.office.words import ENGLISH as OFFICE_ENGLISH
from sync.hub.site.words import ENGLISH as SITE_ENGLISH
from sync.hub.staff import PUBLIC_ADDRESS
from sync.hub.store.models import Activity, Space
from tests.hub.web_support import Outline, add_activity, add_space, at_noon, browser, change
from tests.hub.web_words import sentences

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what does not depend on the database."""
MARKUP = "<img src=x onerror=alert(1)>\"'&</script><script>alert(2)</script>"


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


@on_sqlite
def test_english_is_chosen_by_the_address_before_the_browser_and_stays_in_the_links(programme: Hub) -> None:
    outline = page(programme, "/?lang=en", accept_language="it")
    assert outline.all("html")[0]["lang"] == "en"
    assert "Today, Tuesday 24 November" in outline.text
    assert "Sewing workshop" in outline.text
    (sewing,) = [link["href"] for link in outline.all("a") if "/activities/cucito" in link.get("href", "")]
    assert "lang=en" in sewing
    italian = [one for one in outline.all("span") if one.get("lang") == "it"]
    assert italian, "what is not translated is marked as Italian"


@on_sqlite
@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en-GB,en;q=0.9,it;q=0.8", "en"),
        ("de,it;q=0.5,en;q=0.4", "it"),
        ("fr", "it"),
        ("", "it"),
        ("en;q=x,it;q=0.1", "it"),
        (",;q=,;;" * 500, "it"),
    ],
)
def test_the_browser_s_languages_choose_between_italian_and_english(programme: Hub, header: str, language: str) -> None:
    assert page(programme, "/", accept_language=header).all("html")[0]["lang"] == language


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


def test_calendars_hold_what_their_address_names(programme: Hub) -> None:
    client = browser(programme)

    def names(path: str) -> set[str]:
        response = client.get(path)
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/calendar")
        events = Calendar.from_ical(response.content).walk("VEVENT")
        return {str(event["SUMMARY"]) for event in events}

    assert {"Laboratorio di cucito", "Italiano", "Coro", "Mostra"} <= names("/calendar.ics")
    assert {"Coro", "Mostra"} == names("/spaces/omero/calendar.ics") == names("/areas/1/calendar.ics")
    assert {"Italiano"} == names("/activities/italiano/calendar.ics")


@on_sqlite
@pytest.mark.parametrize(
    "path", ["/areas/3/calendar.ics", "/areas/0/calendar.ics", "/areas/x/calendar.ics", "/spaces/x/calendar.ics",
             "/activities/x/calendar.ics"],
)  # fmt: skip
def test_a_calendar_of_nothing_is_not_found(programme: Hub, path: str) -> None:
    assert browser(programme).get(path).status_code == 404


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


@on_sqlite
@pytest.mark.parametrize("language", ["it", "en"])
def test_markup_in_every_text_comes_out_as_text_on_every_page(hub: Hub, language: str) -> None:
    at_noon(hub)
    add_space(hub, "strano", name=MARKUP, address=MARKUP, quarter=MARKUP, hours={"1": [[MARKUP, MARKUP]]}, area=3)
    texts = {"it": MARKUP}
    values = {
        "title": texts, "summary": texts, "description": texts, "audience": texts, "access": texts,
        "category": MARKUP[:80], "venue": MARKUP, "address": MARKUP, "cost": MARKUP, "languages": [MARKUP],
        "url": "javascript:alert(3)",
    }  # fmt: skip
    add_activity(hub, "strana", space="strano", start="2026-11-24T15:00", end="2026-11-24T17:00", capacity=3, **values)
    later = add_activity(hub, "poi", space="strano", start="2026-11-24T18:00", end=None, **values)
    change(hub, later, status="cancelled", reason=MARKUP)
    client = browser(hub)
    found = ("/search?q=img", f"/search?q={quote(MARKUP)}")
    for path in ("/", "/spaces/strano", "/activities/strana", "/activities/poi", *found):
        response = client.get(path, params={"lang": language} if "?" not in path else None)
        assert response.status_code == 200, path
        outline = Outline(response.text)
        assert MARKUP[: MARKUP.index('"')] in outline.text, path
        assert not outline.all("img"), path
        assert all(one.get("type") == "application/ld+json" for one in outline.all("script")), path
        assert not [one for one in outline.all("a") if one.get("href", "").startswith("javascript")], path
        assert not [one for _, one in outline.elements if any(name.startswith("on") for name in one)]


PAGES = (
    "/", "/spaces/zoia", "/activities/italiano", "/search?q=coro", "/search", "/spaces/nope", "/i/x", "/p/x",
    "/office/login",
)  # fmt: skip


@on_sqlite
@pytest.mark.parametrize("path", [*PAGES, "/feed.rss", "/calendar.ics", "/healthz", "/static/site.css"])
def test_every_answer_carries_the_security_headers(programme: Hub, path: str) -> None:
    headers = browser(programme).get(path.partition("?v=")[0]).headers
    rules = headers["content-security-policy"]
    assert rules.startswith("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'")
    assert "frame-ancestors 'none'" in rules
    assert "unsafe" not in rules
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


@on_sqlite
@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_another_site_for_anything_or_carries_a_style_or_a_script(programme: Hub, path: str) -> None:
    outline = Outline(browser(programme).get(path).text)
    fetched = [one.get("href", "") for one in outline.all("link")] + [one.get("src", "") for one in outline.all("img")]
    assert all(address.startswith("/") and not address.startswith("//") for address in fetched)
    assert not [attributes for _, attributes in outline.elements if "style" in attributes]
    assert not outline.all("style")
    assert all(one.get("type") == "application/ld+json" for one in outline.all("script"))


@on_sqlite
@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_heading_a_main_part_a_skip_link_and_labelled_fields(programme: Hub, path: str) -> None:
    outline = Outline(browser(programme).get(path).text)
    assert len(outline.all("h1")) == 1
    assert outline.all("main")[0]["id"] == "main"
    assert outline.all("a")[0] == {"class": "skip", "href": "#main"}
    labelled = {label.get("for") for label in outline.all("label")}
    fields = [one for one in outline.all("input") + outline.all("select") if one.get("type") != "hidden"]
    fields = [one for one in fields if one.get("type") != "checkbox"]  # those stand inside their labels
    assert all(one["id"] in labelled for one in fields)
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {"h1", "h2"} >= {tag for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)}


@on_sqlite
def test_a_page_that_has_not_changed_is_not_sent_again(programme: Hub) -> None:
    client = browser(programme)
    for path in ("/", "/activities/italiano", "/calendar.ics", "/feed.rss", "/spaces/zoia"):
        first = client.get(path)
        assert first.headers["cache-control"].startswith("public, max-age=")
        assert first.headers["vary"] == "Accept-Language"
        again = client.get(path, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["content-security-policy"] == first.headers["content-security-policy"]
        english = client.get(path, headers={"Accept-Language": "en", "If-None-Match": first.headers["etag"]})
        assert english.status_code == (304 if path == "/calendar.ics" else 200)


@on_sqlite
def test_the_style_sheet_may_be_kept_for_ever_because_its_address_names_its_contents(programme: Hub) -> None:
    client = browser(programme)
    (style,) = [one["href"] for one in page(programme, "/").all("link") if one.get("rel") == "stylesheet"]
    response = client.get(style)
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert hashlib.sha256(response.content).hexdigest()[:12] in style


@on_sqlite
@pytest.mark.parametrize("path", ["/", "/activities/italiano", "/calendar.ics", "/healthz"])
def test_head_answers_like_get_without_a_body(programme: Hub, path: str) -> None:
    response = browser(programme).head(path)
    assert (response.status_code, response.content) == (200, b"")


def test_health_is_told_and_a_database_that_is_gone_too(programme: Hub) -> None:
    client = browser(programme)
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    with programme.database.write() as session:
        session.connection().exec_driver_sql("ALTER TABLE feed_head RENAME TO elsewhere")
    assert client.get("/healthz").status_code == 503


def test_an_unexpected_failure_is_a_page_without_a_traceback(programme: Hub) -> None:
    with programme.database.write() as session:
        session.connection().exec_driver_sql("ALTER TABLE space RENAME TO elsewhere")
    response = browser(programme).get("/")
    assert response.status_code == 500
    assert "Qualcosa non ha funzionato." in Outline(response.text).text
    assert "SELECT" not in response.text


FOLDERS = [Path(module.__file__ or "").parent for module in (sync.hub.site, sync.hub.web, sync.hub.office)]


def test_every_sentence_of_the_pages_is_there_in_english() -> None:
    site = sentences(FOLDERS[0]) | sentences(FOLDERS[1])
    office = sentences(FOLDERS[2])
    assert site - set(SITE_ENGLISH) == set()
    assert office - set(SITE_ENGLISH) - set(OFFICE_ENGLISH) == set()
    assert set(SITE_ENGLISH) - site == set(), "words that no page uses any more"
    assert set(OFFICE_ENGLISH) - office == set(), "words that no page uses any more"


@pytest.mark.parametrize("words", [SITE_ENGLISH, OFFICE_ENGLISH], ids=["site", "office"])
def test_translations_keep_the_places_for_values(words: dict[str, str]) -> None:
    for italian, english in words.items():
        assert sorted(re.findall(r"%\(\w+\)s", italian)) == sorted(re.findall(r"%\(\w+\)s", english)), italian


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "paper"), ("quiet-ink", "paper"), ("action", "paper"), ("area-1", "paper"), ("area-2", "paper"),
     ("area-3", "paper"), ("ink", "quiet"), ("on-attention", "attention"), ("white", "action"), ("white", "area-1"),
     ("white", "area-2"), ("white", "area-3"), ("white", "ink"), ("ink", "white")],
)  # fmt: skip
def test_text_colours_have_a_contrast_of_at_least_7(text: str, ground: str) -> None:
    sheet = (FOLDERS[0] / "static" / "site.css").read_text(encoding="utf-8")
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", sheet.replace("#fff;", "#ffffff;").lower()))
    assert contrast(tokens[text], tokens[ground]) >= 7
