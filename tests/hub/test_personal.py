"""A person's own page of a sign-up: how it stands, the code for the door, and how not to come."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from sync import card
from sync.hub import signups
from sync.hub.hub import Hub
from sync.hub.store.models import Key, Occurrence
from sync.keys import verify_keys
from tests.hub.programme import Sender
from tests.hub.web_support import (
    FixedClock,
    add_activity,
    at_noon,
    bookings,
    browser,
    change,
    offer,
    on_sqlite,
    seen,
    sent,
)


@pytest.fixture
def clock(hub: Hub) -> FixedClock:
    return at_noon(hub)


@pytest.fixture
def occurrence(hub: Hub, clock: FixedClock) -> str:
    """Three places this evening."""
    return add_activity(hub, "italiano", capacity=3)


def test_the_own_page_cancels_after_asking_and_the_place_goes_to_who_waits(hub: Hub, occurrence: str) -> None:
    sender = Sender(hub)
    first = sent(hub, offer(hub, occurrence, sender=sender), people="3")
    waiting = sent(hub, offer(hub, occurrence, sender=sender, nonce="00000000000000ab"), name="Bea Neri")
    client = browser(hub)
    assert "Vuoi annullare l'iscrizione?" in seen(hub, f"{first}/cancel")
    assert {one.state for one in bookings(hub)} == {"final", "waiting"}, "asking cancels nothing"
    form = {"content-type": "application/x-www-form-urlencoded"}
    for _ in range(2):
        response = client.post(f"{first}/cancel", content="", headers=form)
        assert (response.status_code, response.headers["location"]) == (303, first)
    assert "Iscrizione annullata" in seen(hub, first)
    assert "Iscritto" in seen(hub, waiting)
    with hub.database.read() as session:
        assert session.get_one(Occurrence, occurrence).sold == 1


def test_what_is_over_can_no_longer_be_cancelled(hub: Hub, clock: FixedClock, occurrence: str) -> None:
    address = sent(hub, offer(hub, occurrence))
    clock.pass_time(6 * 3600)
    assert "Non vengo più" not in seen(hub, address)
    form = {"content-type": "application/x-www-form-urlencoded"}
    browser(hub).post(f"{address}/cancel", content="", headers=form)
    assert bookings(hub)[0].state == "final"


def test_the_own_page_says_when_it_was_cancelled_or_moved(hub: Hub, clock: FixedClock, occurrence: str) -> None:
    address = sent(hub, offer(hub, occurrence))
    change(hub, occurrence, start=clock.now().replace(hour=19, minute=0))
    moved = seen(hub, address)
    assert "l'incontro è spostato" in moved
    assert "ore 18:30" in moved
    change(hub, occurrence, status="cancelled", reason="Sala allagata.")
    cancelled = seen(hub, address)
    assert "L'incontro è annullato" in cancelled
    assert "Sala allagata." in cancelled


@pytest.mark.parametrize("link", ["x", "A" * 24, "A" * 500, "%00", "%F0%9F%98%80"])
@on_sqlite
def test_an_address_of_nobody_is_not_found(hub: Hub, occurrence: str, link: str) -> None:
    assert browser(hub).get(f"/p/{link}").status_code == 404
    assert browser(hub).get(f"/p/{link}/cancel").status_code == 404


@on_sqlite
def test_nothing_of_a_person_may_be_kept_by_caches_or_found_by_search_engines(hub: Hub, occurrence: str) -> None:
    address = sent(hub, offer(hub, occurrence))
    for path in (address, f"{address}/cancel"):
        response = browser(hub).get(path)
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["referrer-policy"] == "no-referrer"
        assert 'name="robots" content="noindex"' in response.text
        assert "Ada" not in response.text, "whoever finds the phone reads no name"


@on_sqlite
def test_the_code_on_the_own_page_is_one_that_the_door_accepts(hub: Hub, clock: FixedClock, occurrence: str) -> None:
    page = browser(hub).get(sent(hub, offer(hub, occurrence), people="2")).text
    text = read_svg(page)
    with hub.database.read() as session:
        keys = verify_keys(key.row() for key in session.query(Key))
    payload = card.decode(text, keys, now=int(clock.now().timestamp()), kinds={card.Booking}).payload
    assert isinstance(payload, card.Booking)
    (booking,) = bookings(hub)
    assert (payload.booking, payload.occurrence, payload.people) == (booking.id, occurrence, 2)


def read_svg(page: str) -> str:
    """Draws the page's code as a browser would, and reads it as a scanner would."""
    size = int(re.findall(r'viewBox="0 0 (\d+) ', page)[0])
    (path,) = re.findall(r'<path d="([^"]+)"', page)
    image = QImage(size * 4, size * 4, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    outline = QPainterPath()
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path):
        outline.addRect(int(x) * 4, int(y) * 4, int(width) * 4, 4)
    painter = QPainter(image)
    painter.fillPath(outline, QColor("black"))
    painter.end()
    pixels = bytes(image.constBits())
    width = image.bytesPerLine()
    found = zxingcpp.read_barcodes(memoryview(pixels).cast("B", (image.height(), width)))
    assert len(found) == 1
    return str(found[0].text)


def test_the_secret_of_a_page_is_stored_as_a_digest_alone(hub: Hub, occurrence: str) -> None:
    secret = sent(hub, offer(hub, occurrence)).rpartition("/")[2]
    (booking,) = bookings(hub)
    assert booking.link == signups.digest(secret)
    assert secret not in str(vars(booking))
