"""Seats: never sold twice, whoever sells them and in whatever order the facts arrive."""

from __future__ import annotations

import json
import random
from datetime import timedelta

import pytest
import sqlalchemy as sa

from sync import card, wire
from sync.clock import stamp
from sync.hub import granting, holds, seating
from sync.hub.hub import Hub
from sync.hub.seating import SeatingError
from sync.hub.store.models import Booking, Feed, Occurrence, SeatAccount, Terminal
from tests.hub.programme import Sender
from tests.hub.seats_support import ask, book, occurrence_with, show, state

CARD = "123456789012"


def ticket_of(
    hub: Hub, sender: Sender, occurrence: str, nonce: str = "00000000000000aa", *, held: bool = True
) -> card.Ticket:
    now = int(hub.clock.now().timestamp())
    return card.Ticket(sender.id, 1, occurrence, nonce, 1, now, now + 900, held)


def test_grants_are_cumulative_and_stop_at_the_cap_of_the_host_space(hub: Hub) -> None:
    host, guest = Sender(hub, "zoia"), Sender(hub, "omero")
    occurrence = occurrence_with(hub, 20)
    assert ask(hub, host, occurrence, want=5) == 5
    assert ask(hub, host, occurrence, want=100) == 12
    assert ask(hub, host, occurrence, want=100) == 12
    assert ask(hub, guest, occurrence, want=100) == 1
    assert state(hub, occurrence).granted == 13


def test_what_the_terminals_may_promise_is_not_sold_by_the_hub(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 5)
    assert ask(hub, host, occurrence, want=100) == 3
    assert [book(hub, occurrence).state for _ in range(3)] == ["final", "final", "waiting"]
    found = state(hub, occurrence)
    assert (found.capacity, found.sold, found.granted, found.waiting, found.free) == (5, 2, 3, 1, 0)


def test_a_booking_that_a_right_paid_for_is_final_even_when_nothing_is_free(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 2)
    ask(hub, host, occurrence, want=1)
    book(hub, occurrence)
    host.state("booking", {"occurrence": occurrence, "name": "Eva Bianchi", "paid": True})
    assert [one.outcome for one in host.taken().results] == [wire.Outcome(state="final")]
    found = state(hub, occurrence)
    assert (found.sold, found.granted, found.free) == (2, 1, 0)


def test_a_cancelled_booking_gives_its_seat_to_who_waits_and_credits_it_once(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 2)
    ask(hub, host, occurrence, want=1)
    paid = host.state("booking", {"occurrence": occurrence, "name": "Eva Bianchi", "paid": True})
    host.taken()
    book(hub, occurrence)
    waiting = book(hub, occurrence, name="Zoe Verdi")
    assert waiting.state == "waiting"
    host.state("booking_cancel", {"booking": paid})
    host.state("booking_cancel", {"booking": paid})
    host.taken()
    with hub.database.read() as session:
        assert session.get_one(Booking, waiting.id).state == "final"
    found = state(hub, occurrence)
    assert (found.sold, found.granted, found.free, found.waiting) == (2, 0, 0, 0)


def test_the_same_card_at_two_terminals_holds_one_place_and_the_second_seat_comes_back(hub: Hub) -> None:
    first, second = Sender(hub, "zoia"), Sender(hub, "omero")
    occurrence = occurrence_with(hub, 20)
    for sender in (first, second):
        ask(hub, sender, occurrence, want=1)
        sender.state("booking", {"occurrence": occurrence, "card": "123456789012", "paid": True})
    first.taken()
    assert [one.outcome for one in second.taken().results] == [wire.Outcome(state="refused", why="already")]
    found = state(hub, occurrence)
    assert (found.sold, found.granted, found.free) == (1, 1, 19)


def test_a_phone_uses_the_held_seat_once_whichever_arrives_first(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 2)
    assert ask(hub, host, occurrence, want=2) == 1
    book(hub, occurrence)
    host.state("hold", {"occurrence": occurrence, "nonce": "00000000000000aa"})
    booked = book(hub, occurrence, ticket=ticket_of(hub, host, occurrence), name="Zoe Verdi")
    assert booked.state == "final"
    host.taken()
    found = state(hub, occurrence)
    assert (found.sold, found.granted, found.free) == (2, 1, 0)
    with pytest.raises(SeatingError, match="già stato usato"):
        book(hub, occurrence, ticket=ticket_of(hub, host, occurrence))


def test_an_unused_hold_is_credited_after_its_time_and_only_once_it_is_known(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 2)
    ask(hub, host, occurrence, want=1)
    past = stamp(hub.clock.now() - timedelta(hours=1))
    host.state("hold", {"occurrence": occurrence, "nonce": "00000000000000aa", "expires": past})

    def expire() -> int:
        with hub.database.write() as session:
            return holds.expire(session, hub)

    assert expire() == 0
    host.taken()
    assert expire() == 1
    assert expire() == 0
    assert state(hub, occurrence).granted == 0
    late = book(hub, occurrence, ticket=ticket_of(hub, host, occurrence))
    assert late.state == "final"
    assert late.paid_by == "hub"


def test_a_party_larger_than_the_hold_competes_and_the_held_seat_comes_back(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 4)
    assert ask(hub, host, occurrence, want=1) == 1
    booked = book(hub, occurrence, people=3, ticket=ticket_of(hub, host, occurrence))
    assert booked.state == "final"
    host.state("hold", {"occurrence": occurrence, "nonce": "00000000000000aa"})
    host.taken()
    found = state(hub, occurrence)
    assert (found.sold, found.granted, found.free) == (3, 0, 1)


def test_what_a_lost_terminal_has_not_sold_is_written_off_by_a_person(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 10)
    ask(hub, host, occurrence, want=6)
    host.state("booking", {"occurrence": occurrence, "name": "Ada Rossi", "people": 2, "paid": True})
    host.taken()
    with hub.database.write() as session:
        assert granting.write_off(session, occurrence, host.id) == 4
    found = state(hub, occurrence)
    assert (found.sold, found.granted, found.free) == (2, 2, 8)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": "cancelled"}, "cancelled"),
        ({"capacity": None}, "no_signup"),
        ({"end": "2020-01-01T00:00:00Z"}, "over"),
    ],
)
def test_the_page_refuses_what_cannot_be_booked(hub: Hub, change: dict[str, object], reason: str) -> None:
    occurrence = occurrence_with(hub, 5)
    with hub.database.write() as session:
        found = session.get_one(Occurrence, occurrence)
        for name, value in change.items():
            setattr(found, name, value)
    with pytest.raises(SeatingError) as refused:
        book(hub, occurrence)
    assert refused.value.reason == reason


def test_terminals_with_seats_of_one_occurrence_are_each_told_of_their_own(hub: Hub) -> None:
    senders = [Sender(hub, "zoia"), Sender(hub, "zoia"), Sender(hub, "omero")]
    occurrence = occurrence_with(hub, 20)
    granted = {sender.id: ask(hub, sender, occurrence, want=3) for sender in senders}
    with hub.database.read() as session:
        query = sa.select(Feed.scope, Feed.body).where(Feed.entity == "seat")
        told = {scope: json.loads(body)["granted"] for scope, body in session.execute(query)}
    assert told == {f"terminal:{terminal}": seats for terminal, seats in granted.items()}


def told(
    sender: Sender, occurrence: str, *, people: int = 1, paid: bool = True, card: str = CARD
) -> wire.Outcome | None:
    sender.state("booking", {"occurrence": occurrence, "card": card, "people": people, "paid": paid})
    return sender.taken().results[-1].outcome


def test_a_paid_seat_outlives_the_same_card_on_the_waiting_list(hub: Hub) -> None:
    host, guest = Sender(hub, "zoia"), Sender(hub, "omero")
    occurrence = occurrence_with(hub, 2)
    assert ask(hub, host, occurrence, want=1) == 1
    assert book(hub, occurrence).state == "final"
    assert told(guest, occurrence, paid=False) == wire.Outcome(state="waiting", why="no_seats")
    assert told(host, occurrence) == wire.Outcome(state="final")
    found = state(hub, occurrence)
    assert (found.sold, found.waiting, found.free) == (2, 0, 0)


def test_of_two_paid_bookings_of_a_card_the_larger_party_keeps_its_seats(hub: Hub) -> None:
    first, second = Sender(hub, "zoia"), Sender(hub, "omero")
    occurrence = occurrence_with(hub, 64)
    ask(hub, first, occurrence, want=1)
    ask(hub, second, occurrence, want=3)
    told(first, occurrence, people=1)
    assert told(second, occurrence, people=3) == wire.Outcome(state="final")
    with hub.database.read() as session:
        states = {one.terminal: (one.state, one.why) for one in session.scalars(sa.select(Booking))}
    assert states == {first.id: ("refused", "already"), second.id: ("final", "")}
    found = state(hub, occurrence)
    assert (found.sold, found.granted, found.free) == (3, 3, 61)


def test_a_paid_seat_of_a_cancelled_occurrence_stays_and_an_unpaid_one_is_refused(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 10)
    ask(hub, host, occurrence, want=1)
    with hub.database.write() as session:
        session.get_one(Occurrence, occurrence).status = "cancelled"
    assert told(host, occurrence) == wire.Outcome(state="final")
    assert told(host, occurrence, paid=False, card="987654321098") == wire.Outcome(state="refused", why="cancelled")
    assert state(hub, occurrence).sold == 1


def recalled(hub: Hub) -> dict[str, int]:
    with hub.database.read() as session:
        return {one.terminal: one.recalled for one in session.scalars(sa.select(SeatAccount)) if one.recalled}


def test_a_lowered_capacity_recalls_what_is_not_promised_from_the_host_last(hub: Hub) -> None:
    host, guests = Sender(hub, "zoia"), [Sender(hub, "omero"), Sender(hub, "omero")]
    occurrence = occurrence_with(hub, 64)
    ask(hub, host, occurrence, want=10)
    for guest in guests:
        ask(hub, guest, occurrence, want=4)
    told(host, occurrence, people=4)
    show(hub, host, wire.SeatLine(occurrence=occurrence, granted=10, spent=4))
    with hub.database.write() as session:
        found = session.get_one(Occurrence, occurrence)
        found.capacity = 12
        granting.adjust(session, hub, found)
    assert recalled(hub) == {guests[0].id: 3, guests[1].id: 3}
    with hub.database.write() as session:
        found = session.get_one(Occurrence, occurrence)
        found.capacity = 1
        granting.adjust(session, hub, found)
    assert recalled(hub) == {guests[0].id: 4, guests[1].id: 4, host.id: 6}
    assert granting.gather(hub) == 0
    assert state(hub, occurrence).sold == 4


def test_a_returned_seat_goes_to_who_waits(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 2)
    ask(hub, host, occurrence, want=1)
    assert [book(hub, occurrence).state for _ in range(2)] == ["final", "waiting"]
    show(hub, host, wire.SeatLine(occurrence=occurrence, granted=1, returned=1))
    found = state(hub, occurrence)
    assert (found.sold, found.waiting, found.free) == (2, 0, 0)


def test_near_the_start_others_return_what_they_hold_and_only_the_host_is_granted_more(hub: Hub) -> None:
    host, guest = Sender(hub, "zoia"), Sender(hub, "omero")
    occurrence = occurrence_with(hub, 64)
    ask(hub, host, occurrence, want=5)
    ask(hub, guest, occurrence, want=4)
    assert granting.gather(hub) == 0
    with hub.database.write() as session:
        found = session.get_one(Occurrence, occurrence)
        found.start = stamp(hub.clock.now() + timedelta(minutes=90))
    assert granting.gather(hub) == 4
    assert granting.gather(hub) == 0
    assert recalled(hub) == {guest.id: 4}
    assert show(hub, guest, wire.SeatLine(occurrence=occurrence, granted=4, returned=3, spent=1, want=5)) == 4
    assert show(hub, host, wire.SeatLine(occurrence=occurrence, granted=5, want=9)) == 14


def test_a_cancelled_occurrence_recalls_everything_and_grants_nothing(hub: Hub) -> None:
    host, guest = Sender(hub, "zoia"), Sender(hub, "omero")
    occurrence = occurrence_with(hub, 64)
    ask(hub, host, occurrence, want=5)
    ask(hub, guest, occurrence, want=4)
    host.state("occurrence_cancel", {"occurrence": occurrence})
    host.taken()
    assert granting.gather(hub) == 9
    assert recalled(hub) == {host.id: 5, guest.id: 4}
    assert ask(hub, host, occurrence, want=9) == 5


def test_a_new_incarnation_starts_with_nothing_and_the_old_ones_seats_stay_out(hub: Hub) -> None:
    host = Sender(hub)
    occurrence = occurrence_with(hub, 10)
    ask(hub, host, occurrence, want=4)
    with hub.database.write() as session:
        session.get_one(Terminal, host.id).incarnation = 2
    assert ask(hub, host, occurrence, want=9) == 2  # what both hold stays within the cap
    found = state(hub, occurrence)
    assert (found.granted, found.free) == (6, 4)


def test_random_histories_never_oversell(hub: Hub) -> None:
    rng = random.Random(7)
    senders = [Sender(hub, "zoia"), Sender(hub, "omero")]
    occurrence = occurrence_with(hub, 8)
    rights = {sender.id: [0, 0] for sender in senders}
    for _ in range(120):
        sender = rng.choice(senders)
        granted, spent = rights[sender.id]
        match rng.choice(["ask", "book", "book", "push", "page", "cancel"]):
            case "ask":
                rights[sender.id][0] = ask(
                    hub, sender, occurrence, want=rng.randint(0, 5), spent=spent, granted=granted
                )
            case "book":
                people = rng.randint(1, 2)
                paid = granted - spent >= people
                rights[sender.id][1] += people if paid else 0
                sender.state("booking", {"occurrence": occurrence, "name": "N", "people": people, "paid": paid})
            case "push" if sender.facts:
                sender.taken()
            case "page":
                book(hub, occurrence, people=rng.randint(1, 3))
            case "cancel" if sender.facts:
                booking = rng.choice([fact.id for fact in sender.facts if fact.kind == "booking"] or ["none"])
                if booking != "none":
                    sender.state("booking_cancel", {"booking": booking})
        with hub.database.read() as session:
            taken = sa.select(sa.func.coalesce(sa.func.sum(Booking.people), 0)).where(Booking.state == "final")
            found = seating.state(session, session.get_one(Occurrence, occurrence))
            assert session.scalar(taken) == found.sold <= 8
            assert found.free is not None
            assert found.free >= 0
