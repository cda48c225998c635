"""Signing up with a phone: the code on the terminal's screen, read from its picture; a real Chromium on the hub's
pages; the outcome back on the terminal while the person still stands there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.browser import Phone, phone
from tests.support.pictures import decode
from tests.support.platform import HubSite, TerminalSite
from tests.support.player import Player, playing

PAGES = (
    "/",
    "/spaces/zoia",
    "/spaces/zoia/services",
    "/search?q=corso",
    "/activities/zoia-cucito",
    "/nothing",
    "/office",
)
NOW = datetime(2026, 11, 24, 15, 20)  # noqa: DTZ001 - on Milano's clocks, as QC_NOW takes it


@pytest.fixture(scope="module")
def browser() -> Iterator[Phone]:
    with phone() as made:
        yield made


@pytest.fixture
def hand(browser: Phone) -> Phone:
    browser.complaints(), browser.hosts()  # what was before is over
    return browser


def well_made(page: Phone, hub: HubSite) -> None:
    """What holds for every page: as wide as the phone, accessible, without complaint, and from nobody but the hub."""
    assert page.overflow() <= 0, f"the page is wider than the phone:\n{page.text()}"
    assert page.violations() == []
    assert page.complaints() == []
    assert page.hosts() <= {hub.address.removeprefix("http://")}


def test_somebody_signs_up_with_a_phone_is_seen_on_the_terminal_and_cancels(
    hub: HubSite, terminal: TerminalSite, hand: Phone, tmp_path: Path
) -> None:
    began = time.monotonic()
    hub.env["QC_NOW"] = terminal.env["QC_NOW"] = NOW.isoformat()
    with hub.serving():
        terminal.sync()
        today = terminal.run("agenda").values
        occurrence = next(one["id"] for one in today if one["seats"] and one["start"] > NOW.isoformat())
        passed = timedelta(seconds=time.monotonic() - began)
        clock = (NOW + passed).isoformat(timespec="seconds")
        with playing(terminal.folder, env={"KIOSK_VAULT": "file", "QC_NOW": clock}) as player:
            url = shown(player, occurrence, tmp_path / "code.png")
            hand.open(url)
            well_made(hand, hub)
            mistaken(hand)
            well_made(hand, hub)
            hand.fill(name="Amina", people="2", contact="")
            hand.tick("consent")
            hand.press("Iscriviti")
            assert "Iscritto" in hand.text()
            assert "Vi aspettiamo: 2 persone." in hand.text()
            well_made(hand, hub)
            hand.picture(tmp_path / "booking.png")
            assert decode(tmp_path / "booking.png").startswith("QCB1:"), "the code for the door"
            player.wait_item(name="result.done")
            assert any("Iscritto" in text for text in player.texts())
            assert not any("Amina" in text for text in player.texts()), "residents' screens never list names"
            own = hand.driver.current_url
            assert "Adesso hai anche una tessera" in hand.text()
            hand.open(url)
            assert "Questo codice è già stato usato." in hand.text()
            well_made(hand, hub)
            hand.open(own)
            hand.press("Non vengo più")
            well_made(hand, hub)
            hand.press("Sì, annulla l'iscrizione")
            assert "Iscrizione annullata" in hand.text()
    with hub.serving():
        terminal.sync()
    assert [line["state"] for line in terminal.run("bookings", occurrence).values] == ["cancelled"]


def shown(player: Player, occurrence: str, picture: Path) -> str:
    """Walks to the code on the terminal's screen; returns what a phone's camera reads of it."""
    player.go(screen="activity", key=occurrence)
    player.tap("activity.signup")
    player.tap("signup.phone")
    player.wait_item(name="signup.qr")
    player.grab(path=str(picture))
    return decode(picture)


def mistaken(page: Phone) -> None:
    """Sends the form with mistakes: each is said beside its field, and nothing that was typed is lost."""
    page.fill(name="", card="1234", people="0", contact="amina@")
    page.press("Iscriviti")
    words = page.text()
    for sentence in (
        "Il numero della tessera ha 12 cifre: qui ne mancano.", "Scrivi quante persone siete",
        "Scrivi un indirizzo e-mail o un numero di telefono", "Per iscriverti serve il tuo consenso.",
    ):  # fmt: skip
        assert sentence in words
    assert page.field("card").get_attribute("value") == "1234"
    assert page.field("contact").get_attribute("value") == "amina@"
    page.fill(card="")


def test_public_pages_fit_a_phone_and_are_accessible(served: HubSite, hand: Phone) -> None:
    for path in PAGES:
        for language in ("it", "en"):
            hand.open(f"{served.address}{path}{'&' if '?' in path else '?'}lang={language}")
            well_made(hand, served)


def test_somebody_new_in_the_office_gets_in_by_their_link_and_finds_every_page_in_order(
    served: HubSite, hand: Phone
) -> None:
    link = served.run("staff", "add", "--role", "comune", "--name", "Prova").value["link"]
    hand.open(link)
    well_made(hand, served)
    hand.fill(password="tre parole qualunque", again="tre parole diverse")
    hand.press("Salva ed entra")
    well_made(hand, served)
    hand.fill(password="tre parole qualunque", again="tre parole qualunque")
    hand.press("Salva ed entra")
    assert "Che cosa ti aspetta" in hand.text()
    pages = [one.get_attribute("href") for one in hand.driver.find_elements("css selector", "nav a")]
    assert len(pages) >= 8
    for page in pages:
        hand.open(str(page))
        well_made(hand, served)
    hand.open(link)
    assert "Ciao, Prova" not in hand.text(), "the link is good for one time"
    well_made(hand, served)
