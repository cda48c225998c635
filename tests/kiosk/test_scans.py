"""What each code does on each screen: the table, and the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.controls import codes
from kiosk.shell.graph import SCREENS, Navigator, Screen
from kiosk.shell.scans import TABLE, Act, act, place
from sync import card, rows
from sync.number import with_check_digit
from sync.terminal.views import CardView, Scanned, StaffView
from tests.kiosk.hand import Hand
from tests.kiosk.world import BADGE_SERIAL, HUB_KEY, NOW, NUMBER, SPACE, badge_code, booking_code, card_code, whole

CARD = Scanned(card=CardView(NUMBER, "it", ()))
BADGE = Scanned(badge=StaffView("giulia", "Giulia Rossi", "portiere"))
BOOKING = Scanned(booking="00112233445566778899aabbccddeeff")
PARCEL = Scanned(parcel="0192a3b4c5d67e8f8a9bacbdcedfe0f1")

# -- the table ---------------------------------------------------------------------------------------

EXPECTED = {
    "open": (Act.OPEN_CARD, Act.OPEN_DESK, Act.SHOW_BOOKING, Act.SAY_PARCEL),
    "keep": (Act.KEEP_CARD, Act.OPEN_DESK, Act.SHOW_BOOKING, Act.SAY_PARCEL),
    "who": (Act.GIVE_CARD, Act.OPEN_DESK, Act.SHOW_BOOKING, Act.SAY_PARCEL),
    "checkin": (Act.CHECK_IN, Act.CHANGE_STAFF, Act.CHECK_IN, Act.SHOW_PARCEL),
    "subject": (Act.FOR_CARD, Act.CHANGE_STAFF, Act.CHECK_IN, Act.SHOW_PARCEL),
    "pin": (Act.OPEN_CARD, Act.NAME_STAFF, Act.SHOW_BOOKING, Act.SAY_PARCEL),
}
LEADS = {
    Act.OPEN_CARD: "card", Act.SHOW_BOOKING: "signup.result", Act.CHECK_IN: "checkin", Act.CHANGE_STAFF: "desk",
    Act.SHOW_PARCEL: "parcels",
}  # fmt: skip
"""Where an act leads without a detour by Home."""


@pytest.mark.parametrize("screen", SCREENS.values(), ids=lambda screen: screen.name)
def test_every_screen_knows_what_to_do_with_every_code(screen: Screen) -> None:
    assert tuple(act(screen, found) for found in (CARD, BADGE, BOOKING, PARCEL)) == EXPECTED[place(screen)]


@pytest.mark.parametrize("screen", SCREENS.values(), ids=lambda screen: screen.name)
@pytest.mark.parametrize("found", [CARD, BADGE, BOOKING, PARCEL], ids=["card", "badge", "booking", "parcel"])
def test_what_a_code_does_is_a_step_that_the_graph_has(screen: Screen, found: Scanned) -> None:
    target = LEADS.get(act(screen, found))
    if target is not None:
        navigator = Navigator()
        navigator.jump(screen.name)
        navigator.go(target, staff=screen.staff)
        assert navigator.place.screen == target


def test_what_a_resident_shows_never_opens_or_uses_the_desk() -> None:
    for screen in SCREENS.values():
        for found in (CARD, BOOKING):
            done = act(screen, found)
            assert done not in (Act.OPEN_DESK, Act.CHANGE_STAFF, Act.NAME_STAFF)
            assert (done in (Act.CHECK_IN, Act.FOR_CARD)) is screen.staff
        assert (act(screen, PARCEL) is Act.SHOW_PARCEL) is screen.staff


def test_the_table_has_no_gap() -> None:
    assert set(TABLE) == {"card", "badge", "booking", "parcel"}
    assert all(set(row) == set(EXPECTED) for row in TABLE.values())


# -- in the window -----------------------------------------------------------------------------------

TERMINAL_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32, 64)))
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(range(64, 96)))
AGO, AHEAD = int((NOW - timedelta(days=30)).timestamp()), int((NOW + timedelta(days=900)).timestamp())
YESTERDAY = int((NOW - timedelta(days=1)).timestamp())
REVOKED = with_check_digit("30000000000")
PLAIN_CARD = card.Card(NUMBER, SPACE, AGO, AHEAD)


def signed(payload: card.Payload, key: Ed25519PrivateKey = HUB_KEY) -> str:
    return card.encode(payload, card.Signer.of(key))


TICKET = signed(card.Ticket("terminale-1", 1, "italiano-1", "0" * 16, 1, AGO, AGO + 900, held=True))
TERMINAL_PUBLIC = TERMINAL_KEY.public_key().public_bytes_raw()
TERMINAL_KID = card.key_id(TERMINAL_PUBLIC)
CERTIFICATE = signed(card.Certificate(TERMINAL_KID, "terminale-1", SPACE, TERMINAL_PUBLIC, AGO, AGO + 86_400))
GOOD_CERTIFICATE = signed(
    card.Certificate(
        TERMINAL_KID, "terminale-1", SPACE, TERMINAL_PUBLIC, YESTERDAY, YESTERDAY + card.CERTIFICATE_SECONDS
    )
)
BOOKING_ID = "0192a3b4c5d67e8f8a9bacbdcedfe0f1"
BOOKING_HERE = card.Booking(BOOKING_ID, "italiano-1", 1, "terminale-1", AGO, AHEAD)

INACTIVE_CARD = "Tessera non attiva. Chiedi al portiere."
INACTIVE_BADGE = "Badge non attivo. Chiedi a chi lo ha rilasciato."
INACTIVE_BOOKING = "Questa iscrizione non vale più. Chiedi al portiere."
UNREADABLE = "Non leggo il codice. Tieni ferma la tessera o scrivi il numero."
USELESS = "Questo codice non serve qui. Mostra la tessera o scrivi il numero."
NEWER = "Questo codice è più nuovo del terminale. Chiedi al portiere."

BAD: dict[str, tuple[str, str]] = {
    "address": ("https://example.org/qr?x=1", USELESS),
    "address of a ticket": (f"https://quartieri.example.org/i/{card.to_url(TICKET)}", USELESS),
    "wifi": ("WIFI:S:casa;T:WPA;P:segreto;;", USELESS),
    "nothing": ("      ", USELESS),
    "ticket": (TICKET, USELESS),
    "certificate": (CERTIFICATE, USELESS),
    "list": (signed(card.RevocationList(1, AGO, frozenset(), frozenset())), USELESS),
    "newer version": ("QCT2:ABCDEF", NEWER),
    "newer kind": ("QCZ1:ABCDEF", NEWER),
    "expired card": (signed(replace(PLAIN_CARD, expires=YESTERDAY)), INACTIVE_CARD),
    "card of tomorrow": (signed(replace(PLAIN_CARD, issued=AHEAD - 86_400)), INACTIVE_CARD),
    "revoked card": (signed(replace(PLAIN_CARD, number=REVOKED)), INACTIVE_CARD),
    "stranger's card": (signed(PLAIN_CARD, STRANGER), INACTIVE_CARD),
    "terminal's card of another space": (signed(replace(PLAIN_CARD, space="omero"), TERMINAL_KEY), INACTIVE_CARD),
    "damaged card": (card_code()[:-9] + "AAAAAAAAA", UNREADABLE),
    "half a card": (card_code()[:60], UNREADABLE),
    "card in small letters": (card_code()[:5] + card_code()[5:].lower(), UNREADABLE),
    "far too long": ("QCT1:" + "A" * 2000, UNREADABLE),
    "expired badge": (signed(card.Badge("giulia", SPACE, AGO, YESTERDAY, BADGE_SERIAL)), INACTIVE_BADGE),
    "badge that was replaced": (signed(card.Badge("giulia", SPACE, AGO, AHEAD, "ff" * 8)), INACTIVE_BADGE),
    "expired booking": (signed(replace(BOOKING_HERE, expires=YESTERDAY)), INACTIVE_BOOKING),
    "booking of another": (signed(replace(BOOKING_HERE, terminal="other"), TERMINAL_KEY), INACTIVE_BOOKING),
    "number with a slip": ("1000 0000 0002", UNREADABLE),
}  # fmt: skip
KEYS = {"space": "capuana", "pin": "giulia", "signup.result": ""}


@pytest.fixture
def hand(window: Callable[..., Hand], tmp_path: Path) -> Hand:
    """A terminal that knows a terminal's key, and that a card was revoked."""
    world = whole()
    other = rows.Key(TERMINAL_KID, TERMINAL_PUBLIC.hex(), ["ticket", "booking"], [SPACE], terminal="terminale-1")
    world.add("key", replace(other, certificate=GOOD_CERTIFICATE))
    revoked = card.RevocationList(7, AGO, frozenset({REVOKED}), frozenset())
    world.add("revocations", rows.Revocations("all", signed(revoked)))
    world.write(tmp_path / "world")
    return window(path=tmp_path / "world")


def stand(hand: Hand, screen: str) -> None:
    """Stands on a screen, staff at the desk's."""
    shell = hand.app.shell
    shell.exit()
    if SCREENS[screen].staff:
        hand.clock.forward(2)
        shell.scanned(badge_code())
        hand.app.context.session.named = True  # as after a PIN: some of the desk's screens are closed without one
    if screen not in ("home", "desk"):
        shell.jump(screen, KEYS.get(screen, "italiano-1"))
    hand.clock.forward(2)


def test_a_code_that_is_no_good_is_said_to_be_so_on_every_screen_and_the_next_one_is_read_at_once(hand: Hand) -> None:
    shell = hand.app.shell
    for name, screen in SCREENS.items():
        stand(hand, name)
        for what, (text, sentence) in BAD.items():
            shell.scanned(text)
            assert (shell.message, hand.screen) == (sentence, name), what
        shell.scanned(card_code())
        done = act(screen, CARD)
        held = hand.app.context.session.card
        assert shell.message == "" or done is Act.GIVE_CARD, name
        assert (held is not None and held.number == NUMBER) is (done not in (Act.CHECK_IN, Act.FOR_CARD)), name
        if done in LEADS:
            assert hand.screen == LEADS[done], name


def test_a_badge_opens_the_desk_from_every_screen_or_names_who_enters_the_pin(hand: Hand) -> None:
    for name, screen in SCREENS.items():
        stand(hand, name)
        if not screen.staff:
            hand.app.context.use_card(CARD.card)  # type: ignore[arg-type]
        hand.app.shell.scanned(badge_code())
        session = hand.app.context.session
        if place(screen) == "pin":
            assert (hand.screen, session.staff) == ("pin", None), name
        else:
            assert (hand.screen, session.staff, session.named) == ("desk", BADGE.badge, False), name
            assert session.card is None, name


def test_a_booking_shows_how_it_came_out_or_checks_in_on_every_screen(hand: Hand) -> None:
    for name, screen in SCREENS.items():
        stand(hand, name)
        hand.app.shell.scanned(booking_code(BOOKING_ID, "italiano-1"))
        assert hand.screen == ("checkin" if screen.staff else "signup.result"), name


def test_of_twenty_cards_in_a_row_each_is_taken(hand: Hand) -> None:
    numbers = [with_check_digit(str(40_000_000_000 + i)) for i in range(20)]
    taken: list[str] = []
    for number in numbers:
        hand.scan(card_code(number))
        card_here = hand.app.context.session.card
        taken.append(card_here.number if card_here else "")
    assert taken == numbers


def test_a_card_that_a_terminal_signed_for_its_space_is_a_card(hand: Hand) -> None:
    hand.app.scan(signed(replace(PLAIN_CARD, issued=YESTERDAY), TERMINAL_KEY))
    assert hand.screen == "card"


def test_a_number_is_read_from_a_printed_bar_code_too(hand: Hand) -> None:
    hand.app.scan(NUMBER)
    assert hand.screen == "card"


def test_a_badge_that_stays_over_the_scanner_opens_the_desk_once(hand: Hand) -> None:
    hand.app.shell.scanned(badge_code())
    visit = hand.app.shell.visit
    for _ in range(20):
        hand.clock.forward(0.2)
        hand.app.shell.scanned(badge_code())
    assert hand.app.shell.visit == visit


@pytest.mark.parametrize("reason", list(card.Reason))
@pytest.mark.parametrize("kind", ["card", "badge", "booking"])
def test_every_reason_has_words_for_every_kind(reason: card.Reason, kind: str) -> None:
    assert codes.sentence(reason, kind).endswith(".")
