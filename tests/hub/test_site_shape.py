"""What every page of the site has: headers, language, caching, words, contrast; and nothing that runs."""

from __future__ import annotations

import hashlib
import itertools
import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from icalendar import Calendar
from starlette.exceptions import HTTPException

import sync.hub.office
import sync.hub.site
import sync.hub.web
from sync.hub.api.app import create_app
from sync.hub.hub import Hub
from sync.hub.office.words import ENGLISH as OFFICE_ENGLISH
from sync.hub.site.routes import page_of_error
from sync.hub.site.words import ENGLISH as SITE_ENGLISH
from sync.hub.store.models import Service
from tests.hub.web_support import (
    MARKUP,
    Outline,
    TestClient,
    add_activity,
    add_space,
    at_noon,
    browser,
    change,
    on_sqlite,
)
from tests.hub.web_words import sentences


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
    with hub.database.write() as session:
        texts = {"it": "Custodia delle chiavi"}
        session.add(Service(id="chiavi", space_id="zoia", kind="service", title=texts, text=texts, contact="a@b.it"))
    return hub


def page(hub: Hub, address: str, status: int = 200, **headers: str) -> Outline:
    response = browser(hub).get(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    assert response.status_code == status, response.text
    return Outline(response.text)


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
    "/", "/spaces/zoia", "/spaces/zoia/services", "/activities/italiano", "/search?q=coro", "/search", "/spaces/nope",
    "/i/x", "/p/x", "/office/login",
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
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in itertools.pairwise(levels))


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


@on_sqlite
def test_an_address_that_no_route_has_is_a_page_for_people_and_json_for_programs(programme: Hub) -> None:
    application = create_app(programme)
    application.add_exception_handler(HTTPException, page_of_error(programme))
    client = TestClient(application, base_url="http://hub.test")
    nowhere = client.get("/nope", headers={"Accept-Language": "en"})
    assert nowhere.status_code == 404
    assert "There is no such page." in Outline(nowhere.text).text
    assert nowhere.headers["content-security-policy"].startswith("default-src 'none'")
    assert nowhere.headers["x-content-type-options"] == "nosniff"
    wrong = client.post("/")
    assert (wrong.status_code, set(wrong.headers["allow"].split(", "))) == (405, {"GET", "HEAD"})
    assert "Questa richiesta non si può leggere." in Outline(wrong.text).text
    assert client.get("/v1/nope").headers["content-type"] == "application/json"


def test_a_calendar_says_at_once_what_the_office_changed_and_a_new_day_makes_a_new_one(programme: Hub) -> None:
    client = browser(programme)

    def calendar() -> bytes:
        return bytes(client.get("/spaces/zoia/calendar.ics").content)

    first = calendar()
    assert calendar() == first
    add_activity(programme, "nuova", start="2026-11-27T10:00", end=None)
    second = calendar()
    assert b"Nuova" in second
    assert b"Nuova" not in first
    programme.clock.wall += timedelta(days=1)  # type: ignore[attr-defined]
    assert calendar() != second
