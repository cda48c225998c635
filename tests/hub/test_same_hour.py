"""Two places of one card at the same hour, of which no terminal could know: the hub says so beside the later one."""

from __future__ import annotations

import pytest

from sync import rows
from sync.hub import catalogue, seating, signups
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, Occurrence
from tests.hub.programme import Sender, add_occurrence
from tests.hub.test_requests import states, told

AMINA, OMAR = "100000000001", "200000000002"
ZOIA, OMERO = rows.space_scope("zoia"), rows.space_scope("omero")


@pytest.fixture
def both(hub: Hub) -> tuple[str, str]:
    """Two occurrences at the same hour, one in each of two spaces."""
    with hub.database.write() as session:
        here = add_occurrence(session, hub)
        return here, add_occurrence(session, hub, activity="scacchi", space="omero")


def booked(sender: Sender, occurrence: str, card: str = AMINA, first: int = 1) -> str:
    made = sender.state("booking", {"occurrence": occurrence, "card": card})
    sender.taken(first)
    return made


def clash(hub: Hub, booking: str) -> str | None:
    with hub.database.read() as session:
        return session.get_one(Booking, booking).clash


def row(hub: Hub, scope: str) -> rows.Booking:
    return rows.load(rows.Booking, told(hub, "booking")[scope])


def test_the_later_of_two_terminals_that_did_not_know_has_the_other_place_named_at_the_desk_alone(
    hub: Hub, both: tuple[str, str]
) -> None:
    here, elsewhere = Sender(hub), Sender(hub, "omero")
    first = booked(here, both[0])
    second = booked(elsewhere, both[1])
    assert (clash(hub, first), clash(hub, second)) == (None, both[0])
    found = told(hub, "booking")
    assert row(hub, OMERO).clash == both[0]
    maker = rows.load(rows.Booking, found[rows.terminal_scope(elsewhere.id)])
    assert (maker.clash, row(hub, ZOIA).clash) == ("", "")


def test_what_the_terminal_could_know_it_said_itself(hub: Hub, both: tuple[str, str]) -> None:
    with hub.database.write() as session:
        beside = add_occurrence(session, hub, activity="coro")
    here = Sender(hub)
    own, same, away = (booked(here, one, first=1 + n) for n, one in enumerate((both[0], beside, both[1])))
    assert [clash(hub, one) for one in (own, same, away)] == [None] * 3
    other = booked(Sender(hub), both[0], card=OMAR)
    assert (clash(hub, other), set(states(hub))) == (None, {"accepted"})


def test_a_place_from_a_phone_counts_and_a_page_that_asked_itself_leaves_nothing(
    hub: Hub, both: tuple[str, str]
) -> None:
    with hub.database.write() as session:
        more = {"people": 1, "name": None, "language": "it", "ticket": None, "contact": None}
        phone = signups.book(session, hub, occurrence_id=both[0], card=AMINA, **more)[0].id
    made = booked(Sender(hub, "omero"), both[1])
    assert (clash(hub, phone), clash(hub, made)) == (None, both[0])


def test_who_waits_or_was_refused_holds_no_place_yet(hub: Hub, both: tuple[str, str]) -> None:
    booked(Sender(hub), both[0])
    with hub.database.write() as session:
        session.get_one(Occurrence, both[1]).capacity = 0
    assert clash(hub, booked(Sender(hub, "omero"), both[1])) is None


@pytest.mark.parametrize("end", ["told", "cancelled", "called off"])
def test_it_is_gone_when_the_person_heard_of_it_or_one_of_the_two_is(hub: Hub, both: tuple[str, str], end: str) -> None:
    first = booked(Sender(hub), both[0])
    elsewhere = Sender(hub, "omero")
    second = booked(elsewhere, both[1])
    if end == "told":
        elsewhere.state("told", {"booking": second})
        elsewhere.taken(2)
        assert clash(hub, second) is None
        elsewhere.state("told_undo", {"booking": second})
        elsewhere.taken(3)
        assert row(hub, OMERO).clash == both[0], "it was ticked off by mistake"
        return
    with hub.database.write() as session:
        if end == "cancelled":
            seating.cancel(session, session.get_one(Booking, first))
        else:
            found = session.get_one(Occurrence, both[1])
            catalogue.change_occurrence(session, found, hub.clock.now(), status="cancelled", reason="")
            seating.cancel(session, session.get_one(Booking, second))
    assert row(hub, OMERO).clash == ""
