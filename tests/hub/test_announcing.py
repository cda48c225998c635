"""What a desk says to everybody: an activity called off or taking place after all, notices put up and taken down."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from sync.hub import catalogue, signups
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, Notice, Occurrence
from tests.hub.programme import Sender, add_occurrence


@pytest.fixture
def host(hub: Hub) -> Sender:
    return Sender(hub)


def planned(hub: Hub) -> tuple[str, str]:
    """An occurrence, and somebody who is signed up and knows it."""
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
        booking, _ = signups.book(
            session, hub, occurrence_id=occurrence, people=2, card=None, name="Ada R.", contact=None, language="it",
            ticket=None,
        )  # fmt: skip
        return occurrence, booking.id


def stands(hub: Hub, occurrence: str, booking: str) -> tuple[str, str, bool]:
    with hub.database.read() as session:
        found = session.get_one(Occurrence, occurrence)
        return found.status, found.reason, session.get_one(Booking, booking).told


def test_whoever_is_signed_up_is_to_be_told_that_it_does_not_take_place(hub: Hub, host: Sender) -> None:
    occurrence, booking = planned(hub)
    assert stands(hub, occurrence, booking) == ("scheduled", "", True)
    host.state("occurrence_cancel", {"occurrence": occurrence, "reason": "La sala non è disponibile."})
    host.taken()
    assert stands(hub, occurrence, booking) == ("cancelled", "La sala non è disponibile.", False)


def test_taken_back_before_anybody_heard_of_it_nobody_is_to_be_told(hub: Hub, host: Sender) -> None:
    occurrence, booking = planned(hub)
    host.state("occurrence_cancel", {"occurrence": occurrence})
    host.state("occurrence_restore", {"occurrence": occurrence})
    host.taken()
    assert stands(hub, occurrence, booking) == ("scheduled", "", True)


def test_taken_back_later_those_who_may_have_heard_are_told_that_it_takes_place(hub: Hub, host: Sender) -> None:
    occurrence, booking = planned(hub)
    host.state("occurrence_cancel", {"occurrence": occurrence})
    host.taken()
    host.state("occurrence_restore", {"occurrence": occurrence})
    host.taken()
    assert stands(hub, occurrence, booking) == ("scheduled", "", False)


def test_what_the_office_cancelled_no_terminal_takes_back(hub: Hub, host: Sender) -> None:
    occurrence, booking = planned(hub)
    with hub.database.write() as session:
        found = session.get_one(Occurrence, occurrence)
        catalogue.change_occurrence(session, found, hub.clock.now(), status="cancelled", reason="Sciopero")
    host.state("occurrence_restore", {"occurrence": occurrence})
    assert host.taken().results[-1].state == "quarantined"
    assert stands(hub, occurrence, booking)[0] == "cancelled"


def notices(hub: Hub) -> list[str]:
    with hub.database.read() as session:
        return [one.id for one in session.scalars(sa.select(Notice)) if one.replicas()]


def test_a_notice_is_taken_down_by_its_own_space_and_by_no_other(hub: Hub, host: Sender) -> None:
    guest = Sender(hub, "omero")
    notice = host.state("notice", {"title": "Chiuso", "text": "Domani."})
    host.taken()
    guest.state("notice_remove", {"notice": notice})
    assert guest.taken().results[-1].state == "quarantined"
    assert notices(hub) == [notice]
    for _ in range(2):  # twice is once
        host.state("notice_remove", {"notice": notice})
    assert [one.state for one in host.taken().results] == []
    assert notices(hub) == []


def test_a_notice_that_comes_after_its_end_is_not_put_up(hub: Hub, host: Sender) -> None:
    beside, guest = Sender(hub), Sender(hub, "omero")
    notice = host.state("notice", {"title": "Chiuso", "text": "Domani."})
    for _ in range(2):
        beside.state("notice_remove", {"notice": notice})
    beside.taken()
    host.taken()
    assert notices(hub) == []
    other = host.state("notice", {"title": "Aperto", "text": "Oggi."})
    guest.state("notice_remove", {"notice": other})  # of a space that cannot take it down
    guest.taken()
    host.taken()
    assert notices(hub) == [other]
