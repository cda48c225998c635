"""The public page of what a space offers."""

from __future__ import annotations

import pytest

from sync.hub import requests
from sync.hub.hub import Hub
from sync.hub.store.models import Notice, Offer
from tests.hub.programme import Sender
from tests.hub.test_requests import add_service
from tests.hub.web_support import MARKUP, Outline, at_noon, browser, on_sqlite, seen


@pytest.fixture
def offered(hub: Hub) -> Hub:
    at_noon(hub)
    add_service(hub, "chiavi", hours={"it": "lun – ven, 9 – 12", "en": "Mon – Fri, 9 – 12"})
    add_service(hub, "cuoco", kind="opening", price={"it": "600 € al mese"}, until="2026-12-31T23:00:00Z", places=2)
    add_service(hub, "vecchio", until="2026-11-24T14:20:00Z")
    add_service(hub, "nascosto", active=False)
    add_service(hub, "altrove", space="omero")
    with hub.database.write() as session:
        for name, space in (("qui", "zoia"), ("ovunque", None), ("la", "omero")):
            session.add(
                Notice(
                    id=name, space_id=space, title={"it": f"Avviso {name}"}, text={"it": "x"}, at="2026-11-24T08:00:00Z"
                )
            )
    return hub


def test_a_space_shows_what_it_offers_now_and_what_it_has_to_say(offered: Hub) -> None:
    text = seen(offered, "/spaces/zoia/services")
    for words in (
        "Chiavi",
        "lun – ven, 9 – 12",
        "Cuoco",
        "600 € al mese",
        "giovedì 31 dicembre",
        "Avviso qui",
        "Avviso ovunque",
    ):
        assert words in text, words
    for words in ("Vecchio", "Nascosto", "Altrove", "Avviso la"):
        assert words not in text, words
    assert "Servizi e bacheca" in seen(offered, "/spaces/zoia")
    assert "Mon – Fri, 9 – 12" in seen(offered, "/spaces/zoia/services?lang=en")
    assert seen(offered, "/spaces/nowhere/services", 404)


@on_sqlite
def test_a_space_without_anything_says_what_to_do(hub: Hub) -> None:
    at_noon(hub)
    assert "Guarda che cosa c'è in programma." in seen(hub, "/spaces/zoia/services")


def test_neighbours_notes_and_requests_are_not_on_the_web(offered: Hub) -> None:
    sender = Sender(offered)
    note = sender.state("offer", {"what": "offro", "title": "Torte di mele", "name": "Ada"})
    sender.state("request", {"service": "chiavi", "name": "Fatima"})
    sender.taken()
    with offered.database.write() as session:
        requests.approve(session.get_one(Offer, note), offered.clock.now())
    for address in ("/", "/spaces/zoia", "/spaces/zoia/services", "/search?q=torte"):
        page = browser(offered).get(address).text
        assert "Torte di mele" not in page, address
        assert "Fatima" not in page, address


@on_sqlite
def test_markup_and_addresses_that_run_stay_text(hub: Hub) -> None:
    at_noon(hub)
    texts = {"it": MARKUP}
    add_service(hub, "m", text=texts, hours=texts, price=texts, who=texts, contact="javascript:alert(1)")
    add_service(hub, "w", contact="https://example.org/lavoro")
    outline = Outline(browser(hub).get("/spaces/zoia/services").text)
    assert not outline.all("img")
    assert outline.text.count("<img src=x") == 4
    links = [link["href"] for link in outline.all("a")]
    assert "https://example.org/lavoro" in links
    assert not [link for link in links if link.startswith("javascript")]
