"""Codes and numbers at a terminal without a network: what is accepted, and why something is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import card, rows
from sync.card import CodeError, Reason, Signer
from sync.number import grouped, new_number
from sync.rows import space_scope
from sync.terminal.fresh import Item
from sync.terminal.terminal import Terminal
from sync.terminal.views import CardView, Scanned, StaffView
from tests.support import alone
from tests.support.alone import gone, item, tell
from tests.support.served import NOW, HandClock

HUB = Signer.of(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
STRANGER = Signer.of(Ed25519PrivateKey.from_private_bytes(bytes(32)))
HERE = space_scope("zoia")
ISSUED = int(NOW.timestamp()) - 86_400
EXPIRES = ISSUED + 365 * 86_400
NUMBER = new_number()
BOOKING = "019900000000700080000000000000ab"
SERIAL = "00112233445566ff"


def key(signer: Signer, *kinds: str, **values: object) -> rows.Key:
    public = signer.private.public_key().public_bytes_raw().hex()
    return rows.Key(signer.kid, public, list(kinds), **values)  # type: ignore[arg-type]


HUB_KEY = key(HUB, "card", "booking", "badge", "certificate", "ticket")
ADA = rows.Staff("ada", "Ada", "portiere", "verifier", badge=SERIAL)


@pytest.fixture
def terminal(tmp_path: Path, clock: HandClock) -> Iterator[Terminal]:
    made = Terminal(alone.alone(tmp_path, clock))
    tell(made.replica, item(HUB_KEY), item(ADA, HERE))
    yield made
    made.close()


def card_text(signer: Signer = HUB, number: str = NUMBER, **values: object) -> str:
    fields = {"number": number, "space": "zoia", "issued": ISSUED, "expires": EXPIRES, **values}
    return card.encode(card.Card(**fields), signer)  # type: ignore[arg-type]


def badge_text(serial: str = SERIAL, staff: str = "ada") -> str:
    return card.encode(card.Badge(staff, "zoia", ISSUED, EXPIRES, serial), HUB)


def booking_text(signer: Signer = HUB, terminal: str = "zoia-1") -> str:
    return card.encode(card.Booking(BOOKING, "cucito@x", 1, terminal, ISSUED, EXPIRES), signer)


def revoked(*ids: str, kids: tuple[str, ...] = (), signer: Signer = HUB, number: int = 1) -> Item:
    signed = card.encode(card.RevocationList(number, ISSUED, frozenset(ids), frozenset(kids)), signer)
    return item(rows.Revocations("all", signed))


def why(terminal: Terminal, text: str) -> Reason:
    with pytest.raises(CodeError) as refused:
        terminal.read_code(text)
    return refused.value.reason


def test_a_valid_card_is_read_with_the_preferences_that_it_carries(terminal: Terminal) -> None:
    text = card_text(language="ar", access=("large_text", "contrast"), space="omero")
    assert terminal.read_code(text) == Scanned(card=CardView(NUMBER, "ar", ("contrast", "large_text")))


def test_what_a_scanner_adds_around_a_code_does_no_harm(terminal: Terminal) -> None:
    assert terminal.read_code(f" {card_text()}\r\n").card is not None


def test_a_valid_badge_is_its_member_of_staff(terminal: Terminal) -> None:
    assert terminal.read_code(badge_text()) == Scanned(badge=StaffView("ada", "Ada", "portiere"))


def test_a_valid_booking_code_is_its_booking_whichever_terminal_made_it(terminal: Terminal) -> None:
    maker = Signer.of(Ed25519PrivateKey.generate())
    tell(terminal.replica, item(key(maker, "ticket", "booking", terminal="omero-1")))
    assert terminal.read_code(booking_text(maker, "omero-1")) == Scanned(booking=BOOKING)
    assert terminal.read_code(booking_text()) == Scanned(booking=BOOKING)
    assert why(terminal, booking_text(maker, "zoia-1")) is Reason.NOT_ALLOWED


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("https://evil.example/i/P1.abc", Reason.FOREIGN),
        ("", Reason.FOREIGN),
        ("Ciao!", Reason.FOREIGN),
        ("12345", Reason.FOREIGN),
        ("QCT1:", Reason.DAMAGED),
        ("QCT1:RUBBISH", Reason.DAMAGED),
        ("QCT9:RUBBISH", Reason.WRONG_VERSION),
        ("QCX1:RUBBISH", Reason.WRONG_VERSION),
        ("QCT1:" + "A" * 2000, Reason.TOO_LONG),
        ("QCT1:\ud800", Reason.DAMAGED),
        ("\x00", Reason.FOREIGN),
    ],
)
def test_what_is_no_code_of_ours_is_refused_with_the_reason(terminal: Terminal, text: str, reason: Reason) -> None:
    assert why(terminal, text) is reason


def test_kinds_that_make_no_sense_at_a_terminal_are_refused(terminal: Terminal) -> None:
    ticket = card.Ticket("zoia-1", 1, "cucito@x", "00000000000000aa", 1, ISSUED, ISSUED + 900, held=False)
    assert why(terminal, card.encode(ticket, HUB)) is Reason.WRONG_KIND


def test_a_card_that_an_unknown_key_signed_is_refused(terminal: Terminal) -> None:
    assert why(terminal, card_text(STRANGER)) is Reason.UNKNOWN_KEY


def test_a_key_that_the_hub_withdrew_is_unknown_at_once(terminal: Terminal) -> None:
    assert terminal.read_code(card_text()).card is not None
    tell(terminal.replica, gone(HUB_KEY))
    assert why(terminal, card_text()) is Reason.UNKNOWN_KEY


def test_a_card_of_a_space_that_its_signer_may_not_issue_for_is_refused(terminal: Terminal) -> None:
    local = Signer.of(Ed25519PrivateKey.generate())
    tell(terminal.replica, item(key(local, "card", spaces=["omero"])))
    assert terminal.read_code(card_text(local, space="omero")).card is not None
    assert why(terminal, card_text(local, space="zoia")) is Reason.NOT_ALLOWED


def test_an_expired_card_is_refused_where_the_clock_is_trusted(terminal: Terminal, clock: HandClock) -> None:
    clock.move(days=400)
    assert why(terminal, card_text()) is Reason.EXPIRED


def test_a_card_of_tomorrow_is_refused_where_the_clock_is_trusted(terminal: Terminal) -> None:
    tomorrow = int((NOW + timedelta(days=1)).timestamp())
    assert why(terminal, card_text(issued=tomorrow)) is Reason.NOT_YET_VALID


@pytest.mark.parametrize("days", [-4000, 4000])
def test_where_the_clock_is_not_trusted_no_date_is_judged(terminal: Terminal, clock: HandClock, days: int) -> None:
    terminal.journal.note("offset", str(-days * 86_400_000))
    clock.move(days=days)
    assert terminal.read_code(card_text()).card is not None


def test_a_card_on_the_list_of_revoked_ones_is_refused(terminal: Terminal) -> None:
    tell(terminal.replica, revoked(NUMBER))
    assert why(terminal, card_text()) is Reason.REVOKED
    assert terminal.read_code(card_text(number=new_number())).card is not None


def test_codes_of_a_revoked_key_are_refused(terminal: Terminal) -> None:
    maker = Signer.of(Ed25519PrivateKey.generate())
    tell(terminal.replica, item(key(maker, "booking", terminal="omero-1")), revoked(kids=(maker.kid,)))
    assert why(terminal, booking_text(maker, "omero-1")) is Reason.KEY_REVOKED


def test_a_list_that_somebody_else_signed_revokes_nobody(terminal: Terminal) -> None:
    tickets_only = Signer.of(Ed25519PrivateKey.generate())
    for signer in (STRANGER, tickets_only):
        tell(terminal.replica, item(key(tickets_only, "ticket", "booking")), revoked(NUMBER, signer=signer))
        assert terminal.read_code(card_text()).card is not None


def test_the_card_of_a_member_who_left_is_refused_before_any_list_comes(terminal: Terminal) -> None:
    tell(terminal.replica, item(rows.Member(NUMBER, "zoia", active=False), HERE))
    assert why(terminal, card_text()) is Reason.REVOKED


def test_an_old_badge_and_the_badge_of_somebody_who_left_are_refused(terminal: Terminal) -> None:
    assert why(terminal, badge_text(serial="ffffffffffffffff")) is Reason.REVOKED
    assert why(terminal, badge_text(staff="eva")) is Reason.REVOKED
    tell(terminal.replica, item(rows.Staff("ada", "Ada", "portiere", "verifier", badge=SERIAL, active=False), HERE))
    assert why(terminal, badge_text()) is Reason.REVOKED


# numbers that somebody types


def test_a_typed_number_of_an_own_member_stands_for_the_card(terminal: Terminal) -> None:
    tell(terminal.replica, item(rows.Member(NUMBER, "zoia", language="fr", access=["speech"]), HERE))
    for typed in (NUMBER, grouped(NUMBER), f" {grouped(NUMBER).replace(' ', '-')} "):
        assert terminal.read_code(typed) == Scanned(card=CardView(NUMBER, "fr", ("speech",)))


def test_a_typed_number_of_nobody_here_proves_nothing(terminal: Terminal) -> None:
    assert why(terminal, NUMBER) is Reason.UNKNOWN_KEY


def test_a_mistyped_number_is_said_to_be_damaged(terminal: Terminal) -> None:
    tell(terminal.replica, item(rows.Member(NUMBER, "zoia"), HERE))
    wrong = NUMBER[:-1] + str((int(NUMBER[-1]) + 1) % 10)
    assert why(terminal, wrong) is Reason.DAMAGED
    assert why(terminal, NUMBER[:-1]) is Reason.DAMAGED


def test_a_typed_number_that_was_revoked_is_refused_by_list_or_by_member(terminal: Terminal) -> None:
    other = new_number()
    tell(
        terminal.replica, item(rows.Member(NUMBER, "zoia", active=False), HERE), item(rows.Member(other, "zoia"), HERE)
    )
    tell(terminal.replica, revoked(other))
    assert why(terminal, NUMBER) is Reason.REVOKED
    assert why(terminal, other) is Reason.REVOKED
