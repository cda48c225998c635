"""A member's own page on the phone: the card, the sign-ups, not coming to one, and that a new card has a new page."""

from __future__ import annotations

import pytest

from sync import card
from sync.hub import erasure, members, signups
from sync.hub.hub import Hub
from sync.hub.store.models import Key, Member
from sync.keys import verify_keys
from sync.membership import link_secret
from tests.hub.programme import Sender
from tests.hub.test_personal import read_svg
from tests.hub.web_support import FixedClock, add_activity, at_noon, bookings, browser, on_sqlite, seen

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def clock(hub: Hub) -> FixedClock:
    return at_noon(hub)


def page_of(hub: Hub, number: str) -> str:
    with hub.database.read() as session:
        member = session.get_one(Member, number)
        address = members.page_address(hub, member, "https://hub.example.org/")
    assert address.endswith(link_secret(hub.pepper("zoia"), number))
    return address.removeprefix("https://hub.example.org")


def signed_up(hub: Hub, occurrence: str, number: str) -> str:
    with hub.database.write() as session:
        booking, _ = signups.book(
            session, hub, occurrence_id=occurrence, people=1, card=number, name=None, contact=None, language="it",
            ticket=None,
        )  # fmt: skip
        return booking.id


def test_the_page_of_a_card_from_the_desk_shows_card_and_sign_ups_and_cancels_one(hub: Hub, clock: FixedClock) -> None:
    sender = Sender(hub)
    number = "900421917092"
    sender.state("card_issue", {"name": "Ada Rossi", "number": number})
    sender.taken()
    occurrence = add_activity(hub, "italiano", capacity=3)
    page = page_of(hub, number)
    assert "Non hai iscrizioni." in seen(hub, page)
    booking = signed_up(hub, occurrence, number)
    shown = browser(hub).get(page)
    assert (shown.headers["cache-control"], shown.headers["referrer-policy"]) == ("no-store", "no-referrer")
    assert "Ada" not in shown.text
    assert "9004 2191 7092" in shown.text
    with hub.database.read() as session:
        keys = verify_keys(key.row() for key in session.query(Key))
    read = card.decode(read_svg(shown.text), keys, now=int(clock.now().timestamp()), kinds={card.Card}).payload
    assert isinstance(read, card.Card)
    assert read.number == number
    assert f"{page}/{booking}/cancel" in shown.text
    assert "Vuoi annullare l'iscrizione?" in seen(hub, f"{page}/{booking}/cancel")
    done = browser(hub).post(f"{page}/{booking}/cancel", content="", headers=FORM)
    assert (done.status_code, done.headers["location"]) == (303, f"{page}/{booking}")
    assert "Iscrizione annullata" in seen(hub, f"{page}/{booking}")
    assert bookings(hub)[0].state == "cancelled"


@on_sqlite
def test_a_page_goes_with_its_card_and_shows_nobody_elses_sign_ups(hub: Hub, clock: FixedClock) -> None:
    mine = members.issue_card(hub, "zoia", "Ada Rossi", "it").number
    other = members.issue_card(hub, "zoia", "Bea Neri", "it").number
    booking = signed_up(hub, add_activity(hub, "italiano", capacity=3), other)
    page = page_of(hub, mine)
    assert browser(hub).get(f"{page}/{booking}").status_code == 404
    assert browser(hub).post(f"{page}/{booking}/cancel", content="", headers=FORM).status_code == 404
    new = members.reissue_card(hub, mine).number
    assert browser(hub).get(page).status_code == 404
    assert browser(hub).get(page_of(hub, new)).status_code == 200
    members.revoke_card(hub, other)
    assert browser(hub).get(page_of(hub, other)).status_code == 404
    assert browser(hub).get(f"{page_of(hub, other)}/{booking}").status_code == 404


def test_members_of_before_there_were_pages_get_theirs_and_who_was_forgotten_gets_none(
    hub: Hub, clock: FixedClock
) -> None:
    numbers = [members.issue_card(hub, "zoia", name, "it").number for name in ("Ada Rossi", "Bea Neri", "Ugo Blu")]
    with hub.database.write() as session:
        for number in numbers:
            session.get_one(Member, number).link = None
    erasure.erase(hub, numbers[1])
    members.revoke_card(hub, numbers[2])
    assert browser(hub).get(page_of(hub, numbers[0])).status_code == 404
    assert members.give_pages(hub) == 1
    assert browser(hub).get(page_of(hub, numbers[0])).status_code == 200
    assert members.give_pages(hub) == 0
