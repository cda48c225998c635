"""Signing up at a terminal without a network: what is final, what waits for the hub, what cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sync import card, rows
from sync.errors import DiskFull, FactError
from sync.facts import parse
from sync.keys import verify_keys
from sync.rows import terminal_scope
from sync.seats import Counters
from sync.terminal.signing_up import SignUpError
from sync.terminal.store import BALLAST, keep_ballast
from sync.terminal.terminal import Terminal
from sync.terminal.views import SignUp
from tests.support import alone
from tests.support.alone import item, occurrence, programme, tell
from tests.support.served import NOW, HandClock
from tests.terminal.test_journal import _free

SEWING = occurrence(NOW + timedelta(hours=3), capacity=10, sold=4)
SEATS = occurrence(NOW + timedelta(hours=3), "arena", capacity=9000)
CARD = "123456789012"


@pytest.fixture
def terminal(tmp_path: Path, clock: HandClock) -> Iterator[Terminal]:
    made = opened(tmp_path, clock)
    yield made
    made.close()


def opened(path: Path, clock: HandClock, *times: rows.Occurrence) -> Terminal:
    """A terminal that knows the programme."""
    made = Terminal(alone.alone(path, clock))
    tell(made.replica, *programme(SEWING, *times), item(alone.space("zoia", web="https://quartieri.test/")))
    made.projection.touch()
    made.projection.refresh()
    return made


def grant(terminal: Terminal, seats: int) -> None:
    terminal.journal.take_grants([(SEWING.id, seats)])
    terminal.projection.touch()
    terminal.projection.refresh()


def hear(terminal: Terminal, row: object) -> None:
    tell(terminal.replica, item(row))
    terminal.projection.touch()
    terminal.projection.refresh()


def right(terminal: Terminal) -> int:
    return terminal.journal.counters().get(SEWING.id, Counters()).right


def bodies(terminal: Terminal) -> list[dict[str, object]]:
    terminal.projection.touch()
    terminal.projection.refresh()
    return [fact.body for fact in terminal.projection._pending]


def refusal(terminal: Terminal, **who: object) -> str:
    with pytest.raises(SignUpError) as refused:
        terminal.sign_up(str(who.pop("occurrence", SEWING.id)), **{"name": "Ada Rossi", **who})  # type: ignore[arg-type]
    return refused.value.reason


def test_within_the_right_a_sign_up_is_final_and_uses_it_up(terminal: Terminal) -> None:
    grant(terminal, 3)
    done = terminal.sign_up(SEWING.id, card=CARD, people=2)
    assert done == SignUp(done.booking, "final")
    assert right(terminal) == 1
    assert bodies(terminal) == [{"occurrence": SEWING.id, "card": CARD, "people": 2, "paid": True}]


def test_beyond_the_right_a_sign_up_waits_for_the_hub_and_uses_nothing(terminal: Terminal) -> None:
    grant(terminal, 1)
    assert terminal.sign_up(SEWING.id, card=CARD, people=2).state == "provisional"
    assert right(terminal) == 1
    assert "paid" not in bodies(terminal)[0]


def test_where_no_seats_are_known_to_be_left_a_person_is_asked_before_waiting(terminal: Terminal) -> None:
    assert refusal(terminal, people=7) == "no_seats"
    assert bodies(terminal) == []
    assert terminal.sign_up(SEWING.id, name="Ada Rossi", people=7, waiting=True).state == "waiting"
    assert len(bodies(terminal)) == 1


def test_seats_taken_here_are_not_offered_twice(terminal: Terminal) -> None:
    terminal.sign_up(SEWING.id, name="Ada Rossi", people=6)
    assert refusal(terminal, people=1) == "no_seats"


def test_a_card_that_is_signed_up_already_is_told_so_and_nothing_is_recorded(terminal: Terminal) -> None:
    first = terminal.sign_up(SEWING.id, card=CARD)
    again = terminal.sign_up(SEWING.id, card=CARD)
    assert again == SignUp(first.booking, "provisional", already=True)
    assert len(bodies(terminal)) == 1
    terminal.cancel_booking(first.booking)
    assert not terminal.sign_up(SEWING.id, card=CARD).already


def test_what_the_hub_knows_of_a_card_counts_too(terminal: Terminal) -> None:
    theirs = rows.Booking("b1", SEWING.id, 1, "waiting", card=CARD)
    tell(terminal.replica, item(theirs, terminal_scope("zoia-1")))
    assert terminal.sign_up(SEWING.id, card=CARD) == SignUp("b1", "waiting", already=True)


def test_what_is_over_cancelled_unknown_or_open_to_all_cannot_be_signed_up_for(
    tmp_path: Path, clock: HandClock
) -> None:
    over = occurrence(NOW - timedelta(hours=3), "finito", capacity=5)
    running = occurrence(NOW - timedelta(minutes=59), "senza_fine", lasts=None, capacity=5)
    off = occurrence(NOW + timedelta(hours=1), "annullato", capacity=5, status="cancelled")
    free = occurrence(NOW + timedelta(hours=1), "libero")
    terminal = opened(tmp_path, clock, over, running, off, free)
    hear(terminal, alone.activity("libero", signup=False))
    assert refusal(terminal, occurrence=over.id) == "over"
    assert refusal(terminal, occurrence=off.id) == "cancelled"
    assert refusal(terminal, occurrence=free.id) == "no_signup"
    assert refusal(terminal, occurrence="nothing@x") == "unknown_occurrence"
    assert terminal.sign_up(running.id, name="Ada Rossi").state == "provisional"
    clock.move(minutes=2)
    assert refusal(terminal, occurrence=running.id) == "over"
    terminal.record(parse("occurrence_cancel", {"occurrence": SEWING.id}))
    assert refusal(terminal) == "cancelled"
    terminal.close()


def test_where_the_clock_is_not_trusted_nothing_is_called_over(terminal: Terminal, clock: HandClock) -> None:
    clock.move(days=10)
    assert refusal(terminal) == "over"
    terminal.journal.note("offset", str(-10 * 86_400_000))
    assert terminal.sign_up(SEWING.id, name="Ada Rossi").state == "provisional"


@pytest.mark.parametrize("who", [{"name": "x" * 121}, {"name": ""}, {"people": 0}, {"people": 100}, {"contact": "x"}])
def test_a_field_out_of_its_bounds_is_refused_and_uses_nothing(terminal: Terminal, who: dict[str, object]) -> None:
    grant(terminal, 6)
    fields = {"name": "Ada Rossi", "waiting": True, **who}
    with pytest.raises(FactError):
        terminal.sign_up(SEWING.id, **fields)  # type: ignore[arg-type]
    assert right(terminal) == 6
    assert bodies(terminal) == []


def test_a_person_needs_either_a_card_or_a_name(terminal: Terminal) -> None:
    with pytest.raises(FactError, match="either card or name"):
        terminal.sign_up(SEWING.id)
    with pytest.raises(FactError, match="either card or name"):
        terminal.sign_up(SEWING.id, card=CARD, name="Ada Rossi")


def test_a_full_disk_leaves_no_seat_spent_and_nothing_called_signed_up(small_disk: Path, clock: HandClock) -> None:
    terminal = opened(small_disk, clock, SEATS)
    terminal.journal.take_grants([(SEATS.id, 5000)])
    terminal.projection.touch()
    terminal.projection.refresh()
    told: list[str] = []
    (small_disk / BALLAST).write_bytes(b"x" * 400_000)
    (small_disk / "filler").write_bytes(b"x" * (_free(small_disk) - 8192))

    def sign_up_until_full() -> None:
        for _ in range(5000):
            told.append(terminal.sign_up(SEATS.id, name="Ada Rossi", contact="x" * 200).booking)

    # Nobody is refused before the room that is kept for this moment was used.
    while (small_disk / BALLAST).exists():
        told.append(terminal.sign_up(SEATS.id, name="Ada Rossi", contact="x" * 200).booking)
    with pytest.raises(DiskFull, match="what was saved before is safe"):
        sign_up_until_full()
    assert terminal.journal.position().last == len(told) > 0
    assert terminal.journal.counters()[SEATS.id].spent == len(told)
    (small_disk / "filler").unlink()
    told.append(terminal.sign_up(SEATS.id, name="Eva Bianchi").booking)
    terminal.close()
    again = Terminal(terminal._folder)
    assert [one.id for one in again.journal.after(0, facts=10_000, size=10**9)] == told
    assert again.journal.counters()[SEATS.id].spent == len(told)
    again.close()


# the phone


def ticket_of(terminal: Terminal, url: str) -> card.Ticket:
    """The ticket in an offered address, read as the hub reads it: with this terminal's public key alone."""
    public = terminal._folder.private_key().public_key()
    key = rows.Key(card.key_id(public), public.public_bytes_raw().hex(), ["ticket", "booking"], terminal=terminal.id)
    segment = urlsplit(url).path.removeprefix("/i/")
    found = card.decode(
        card.from_url(segment), verify_keys([key]), now=int(NOW.timestamp()), kinds=(card.Ticket,)
    ).payload
    assert isinstance(found, card.Ticket)
    return found


def test_a_ticket_holds_a_seat_and_its_address_can_be_read_with_the_terminals_key(terminal: Terminal) -> None:
    grant(terminal, 2)
    offer = terminal.offer_ticket(SEWING.id, people=2)
    assert offer.url.startswith("https://quartieri.test/i/")
    assert offer.held
    ticket = ticket_of(terminal, offer.url)
    seconds = int(NOW.timestamp())
    assert ticket == card.Ticket("zoia-1", 1, SEWING.id, offer.nonce, 2, seconds, seconds + 900, held=True)
    assert offer.expires == NOW + timedelta(minutes=15)
    assert right(terminal) == 1
    assert bodies(terminal) == [{"occurrence": SEWING.id, "nonce": offer.nonce, "expires": "2026-11-24T14:35:00Z"}]


def test_without_a_right_a_ticket_holds_nothing_and_says_so(terminal: Terminal) -> None:
    offer = terminal.offer_ticket(SEWING.id)
    assert not offer.held
    assert not ticket_of(terminal, offer.url).held
    assert bodies(terminal) == []


def test_no_two_tickets_are_the_same(terminal: Terminal) -> None:
    grant(terminal, 5)
    offers = [terminal.offer_ticket(SEWING.id) for _ in range(5)]
    assert len({one.nonce for one in offers}) == len({one.url for one in offers}) == 5
    assert right(terminal) == 0


def test_a_ticket_bears_the_hubs_time_where_the_clock_is_wrong(terminal: Terminal, clock: HandClock) -> None:
    clock.move(hours=-2)
    terminal.journal.note("offset", str(2 * 3_600_000))
    assert ticket_of(terminal, terminal.offer_ticket(SEWING.id).url).issued == int(NOW.timestamp())


def test_a_ticket_for_what_cannot_be_signed_up_for_is_refused_and_holds_nothing(terminal: Terminal) -> None:
    with pytest.raises(SignUpError) as refused:
        terminal.offer_ticket("nothing@x")
    assert refused.value.reason == "unknown_occurrence"
    with pytest.raises(SignUpError) as refused:
        terminal.hold(parse("hold", {"occurrence": SEWING.id, "nonce": "0123456789abcdef"}))
    assert refused.value.reason == "no_seats"
    assert bodies(terminal) == []


def test_room_is_kept_for_a_full_disk_once(tmp_path: Path) -> None:
    keep_ballast(tmp_path)
    made = (tmp_path / BALLAST).stat()
    keep_ballast(tmp_path)
    assert (tmp_path / BALLAST).stat().st_mtime_ns == made.st_mtime_ns
