"""Signing up: with a card, with the phone, at the desk; how it comes out; undoing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from kiosk.devices.slip import Slip
from kiosk.devices.slip import picture as slip_picture
from sync import card, rows
from sync.clock import stamp
from sync.keys import verify_keys
from sync.terminal.folder import open_folder
from sync.terminal.views import BookingView
from tests.kiosk.conftest import Hand
from tests.kiosk.decoders import codes_on
from tests.kiosk.world import NOW, NUMBER, OTHER_NUMBER, HandClock, at, booking_code, card_code, open_terminal, tell


def bookings(hand: Hand, occurrence: str) -> list[BookingView]:
    return list(hand.app.terminal.projection.bookings(occurrence))


def test_with_a_card_read_two_taps_sign_up_and_that_is_final(hand: Hand) -> None:
    hand.scan(card_code())
    hand.app.shell.go("home")
    hand.tap("home.row.italiano-1")
    hand.tap("activity.signup")
    assert hand.screen == "signup.result"
    assert hand.text("Iscritto")
    assert hand.text("Il posto è tuo.")
    assert [(one.card, one.state, one.people) for one in bookings(hand, "italiano-1")] == [(NUMBER, "final", 1)]


def test_a_card_scanned_on_the_activity_waits_for_the_tap(hand: Hand) -> None:
    hand.tap("home.row.italiano-1")
    hand.scan(card_code())
    assert hand.screen == "activity"
    assert not bookings(hand, "italiano-1")
    assert hand.text("Tessera letta: tocca Iscriviti e hai finito.")
    hand.tap("activity.signup")
    assert [one.state for one in bookings(hand, "italiano-1")] == ["final"]


def test_a_card_scanned_at_any_step_of_the_sign_up_signs_up(hand: Hand) -> None:
    for step, number in (("", NUMBER), ("signup.phone", OTHER_NUMBER)):
        hand.app.shell.exit()
        hand.app.go("activity", occurrence="doposcuola-1")
        hand.tap("activity.signup")
        if step:
            hand.tap(step)
        hand.scan(card_code(number))
        assert hand.screen == "signup.result"
    assert {one.card for one in bookings(hand, "doposcuola-1")} == {NUMBER, OTHER_NUMBER}


def test_a_typed_number_does_what_a_card_does_and_is_saved_for_good(
    window: Callable[..., Hand], data: Path, clock: HandClock
) -> None:
    hand = window()
    hand.tap("home.row.italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.card")
    hand.type_number("signup.number", NUMBER)
    hand.tap("signup.number.confirm")
    assert hand.text("Iscritto")
    again = open_terminal(data, clock)
    assert [one.card for one in again.projection.bookings("italiano-1")] == [NUMBER]
    again.close()


def test_a_whole_household_signs_up_at_once(hand: Hand) -> None:
    hand.app.go("activity", occurrence="doposcuola-1")
    hand.tap("activity.signup")
    hand.tap("signup.people.more")
    hand.tap("signup.people.more")
    hand.tap("signup.people.fewer")
    hand.scan(card_code())
    assert [one.people for one in bookings(hand, "doposcuola-1")] == [2]
    assert hand.text("2 persone")


@pytest.mark.parametrize(
    ("digits", "sentence"),
    [
        ("123456789012", "Una cifra non torna. Confronta il numero con la tessera e riscrivilo."),
        ("300000000003", "Tessera non attiva. Chiedi al portiere."),
    ],
)
def test_a_wrong_number_says_what_to_do_and_stays_to_be_compared(hand: Hand, digits: str, sentence: str) -> None:
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.card")
    hand.type_number("signup.number", digits if digits[0] == "1" else _number(digits[:11]))
    hand.tap("signup.number.confirm")
    assert hand.text(sentence)
    assert not bookings(hand, "italiano-1")
    hand.tap("signup.number.erase")
    assert not hand.text(sentence)
    assert not hand.item("signup.number.confirm").isEnabled()


def _number(eleven: str) -> str:
    from sync.number import with_check_digit

    return with_check_digit(eleven)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (card_code()[:60] + "0" + card_code()[61:], "Non leggo il codice. Tieni ferma la tessera o scrivi il numero."),
        (card_code(expires=NOW - timedelta(days=1)), "Tessera non attiva. Chiedi al portiere."),
        ("https://example.org/anything", "Questo codice non serve qui. Mostra la tessera o scrivi il numero."),
        (card_code()[:-4], "Non leggo il codice. Tieni ferma la tessera o scrivi il numero."),
    ],
)
def test_a_code_that_will_not_do_says_what_to_do_on_any_screen(hand: Hand, code: str, sentence: str) -> None:
    hand.scan(code)
    assert hand.screen == "home"
    assert hand.text(sentence)
    hand.tap("message.close")
    assert not hand.text(sentence)


def test_signing_up_again_says_so_and_changes_nothing(hand: Hand) -> None:
    for _ in range(2):
        hand.app.go("activity", occurrence="italiano-1")
        hand.scan(card_code())
        hand.clock.forward(5)
        hand.tap("activity.signup")
    assert hand.text("Sei già iscritto.")
    assert len(bookings(hand, "italiano-1")) == 1


def test_beyond_what_the_terminal_may_promise_a_place_never_looks_final(hand: Hand) -> None:
    hand.scan(card_code())
    hand.app.go("activity", occurrence="cucito-1")
    hand.tap("activity.signup")
    assert hand.text("Richiesta ricevuta.")
    assert hand.text("Ti confermiamo quando torna la rete.")
    assert not hand.text("Iscritto")
    assert not hand.text("Il posto è tuo.")
    assert hand.app.models["result"].property("tone") == "open"


def test_a_request_that_the_hub_confirms_becomes_final_on_screen(hand: Hand, data: Path) -> None:
    hand.scan(card_code())
    hand.app.go("activity", occurrence="cucito-1")
    hand.tap("activity.signup")
    booking = bookings(hand, "cucito-1")[0]
    hand.app.terminal.journal.acknowledge(1, 0)
    _apply(data, rows.Booking(booking.id, "cucito-1", 1, "final", "terminale-1", NUMBER), applied=1)
    hand.wait(6)
    assert hand.text("Iscritto")
    assert hand.text("Il posto è tuo.")


def _apply(data: Path, row: rows.Booking, applied: int) -> None:
    """The hub applied this terminal's facts and told what came of them."""
    import json

    from sync.terminal.folder import open_folder
    from sync.terminal.replica import Replica

    folder = open_folder(data, "file")
    replica = Replica(folder.replica, folder.database_key())
    items = [("booking", row.id, rows.terminal_scope("terminale-1"), json.dumps(rows.dump(row)))]
    replica.switch(
        replica.standing().cursor, items, "cursor-2", applied=applied, incarnation=1, epoch="epoch-1",
        updated=stamp(NOW), reset=False,
    )  # fmt: skip
    replica.close()


def test_no_seats_left_offers_the_waiting_list(hand: Hand) -> None:
    hand.app.go("activity", occurrence="scacchi-1")
    hand.scan(card_code())
    hand.tap("activity.signup")
    assert hand.text("Posti finiti. Vuoi la lista d'attesa?")
    assert not bookings(hand, "scacchi-1")
    hand.tap("signup.waiting")
    assert hand.text("Sei in lista d'attesa.")
    assert not hand.text("Il posto è tuo.")
    assert len(bookings(hand, "scacchi-1")) == 1


def test_who_declines_the_waiting_list_is_not_signed_up(hand: Hand) -> None:
    hand.tap("home.row.italiano-1")
    hand.app.go("activity", occurrence="scacchi-1")
    hand.scan(card_code())
    hand.tap("activity.signup")
    hand.tap("signup.waiting.no")
    assert hand.screen == "activity"
    assert not bookings(hand, "scacchi-1")


def test_a_sign_up_is_undone_with_one_tap(hand: Hand) -> None:
    hand.scan(card_code())
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("result.undo")
    assert hand.text("Iscrizione annullata.")
    assert [one.state for one in bookings(hand, "italiano-1")] == ["cancelled"]
    assert "result.undo" not in hand.names()


def test_done_ends_the_visit(hand: Hand) -> None:
    hand.scan(card_code())
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("result.done")
    assert hand.screen == "home"
    assert hand.app.context.session.card is None


def test_the_phones_code_is_a_ticket_of_this_terminal_and_counts_down(hand: Hand) -> None:
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.phone")
    assert hand.item("signup.qr").property("text").startswith("https://quartieri.example.org/i/")
    assert hand.text("Intanto il posto resta tuo.\nIl codice vale ancora 15 minuti.")
    hand.clock.forward(14 * 60 + 30)
    hand.app.shell.more()
    hand.app.models["signup"]._look()
    assert hand.text("Il codice vale ancora 1 minuto.")
    hand.clock.forward(60)
    hand.app.models["signup"]._look()
    assert hand.text("Questo codice è scaduto. Torna indietro e scegli di nuovo il telefono.")
    assert "signup.qr" not in hand.names()


def test_what_the_phone_confirmed_is_said_on_screen(hand: Hand, data: Path, qtbot: Any) -> None:
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.phone")
    nonce = hand.app.models["signup"]._ticket.nonce
    row = rows.Booking("0199" + "0" * 28, "italiano-1", 1, "final", "terminale-1", nonce=nonce)
    tell(data, [("booking", row, rows.terminal_scope("terminale-1"))])
    qtbot.waitUntil(lambda: hand.screen == "signup.result", timeout=5000)
    assert hand.text("Iscritto")


def test_the_phone_is_not_offered_a_place_that_is_not_there(hand: Hand) -> None:
    hand.app.go("activity", occurrence="scacchi-1")
    hand.tap("activity.signup")
    hand.tap("signup.phone")
    assert not hand.text("Intanto il posto resta tuo.")
    assert hand.text("Il posto è tuo quando il telefono lo conferma.")


def test_the_desk_says_when_somebody_is_there(hand: Hand) -> None:
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.desk")
    assert hand.text("Chiedi al portiere.")
    assert hand.text("Oggi, martedì 24 novembre: 09:00 – 12:30, 14:00 – 18:00")


def test_an_activity_that_is_cancelled_meanwhile_is_refused_in_words(hand: Hand, data: Path) -> None:
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    row = rows.Occurrence(
        "italiano-1", "italiano", "zoia", stamp(at(24, 18, 30)), None, status="cancelled", capacity=14
    )
    tell(data, [("occurrence", row, rows.PUBLIC)])
    hand.wait(6)
    hand.scan(card_code())
    assert hand.text("Questa attività è annullata. Scegline un'altra.")
    assert not bookings(hand, "italiano-1")


def test_the_holder_sees_the_cards_own_sign_ups_and_nobody_elses(hand: Hand) -> None:
    terminal = hand.app.terminal
    terminal.sign_up("italiano-1", card=NUMBER)
    terminal.sign_up("doposcuola-1", card=OTHER_NUMBER)
    hand.scan(card_code())
    assert hand.screen == "card"
    assert hand.text("Le tue iscrizioni")
    assert hand.text("Italiano per chi arriva, livello A1")
    assert not hand.text("Doposcuola aperto")
    hand.tap(f"card.booking.{bookings(hand, 'italiano-1')[0].id}")
    assert hand.text("Iscritto")


def test_the_number_can_be_typed_where_the_card_is_asked_for(hand: Hand) -> None:
    hand.tap("bar.card")
    hand.type_number("card.number", NUMBER)
    hand.tap("card.number.confirm")
    assert hand.text("Tessera letta. Non hai iscrizioni.")
    hand.tap("card.home")
    assert hand.screen == "home"
    assert hand.app.context.session.card is not None


def test_the_card_carries_its_language(hand: Hand) -> None:
    hand.scan(card_code(OTHER_NUMBER, language="en"))
    assert hand.text("Your sign-ups") or hand.text("Card read. You have no sign-ups.")


def test_a_new_scan_replaces_the_person(hand: Hand) -> None:
    hand.app.terminal.sign_up("italiano-1", card=NUMBER)
    hand.scan(card_code())
    hand.scan(card_code(OTHER_NUMBER))
    assert hand.app.context.session.card is not None
    assert hand.app.context.session.card.number == OTHER_NUMBER
    assert not hand.text("Italiano per chi arriva, livello A1")


def test_a_code_that_is_held_under_the_scanner_counts_as_shown_once(hand: Hand) -> None:
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    for _ in range(20):
        hand.scan(card_code())
        hand.clock.forward(0.05)
    assert hand.screen == "signup.result"
    assert hand.text("Iscritto")


def test_the_code_of_a_sign_up_opens_that_sign_up(hand: Hand) -> None:
    done = hand.app.terminal.sign_up("italiano-1", card=NUMBER)
    hand.scan(booking_code(done.booking, "italiano-1"))
    assert hand.screen == "signup.result"
    assert hand.text("Iscritto")


def test_a_place_elsewhere_at_the_same_hour_is_said_and_not_forbidden(hand: Hand) -> None:
    hand.app.terminal.sign_up("doposcuola-1", card=OTHER_NUMBER)  # somebody else's
    tell(hand.app.terminal.folder, [("occurrence", at_the_hour_of_homework(), rows.PUBLIC)])
    hand.app.terminal.sign_up("doposcuola-1", card=NUMBER)
    hand.scan(card_code())
    for answer in ("no", ""):
        hand.app.go("activity", occurrence="italiano-1")
        hand.tap("activity.signup")
        assert hand.text("Alle 17:00 sei già iscritto a: Doposcuola aperto")
        assert not bookings(hand, "italiano-1")
        hand.tap("signup.anyway.no" if answer else "signup.anyway")
    assert hand.text("Iscritto")
    assert [one.card for one in bookings(hand, "italiano-1")] == [NUMBER]


def at_the_hour_of_homework() -> rows.Occurrence:
    """The Italian lesson, moved to five o'clock."""
    return rows.Occurrence("italiano-1", "italiano", "zoia", stamp(at(24, 17)), stamp(at(24, 18)), capacity=14)


class Queue(QObject):
    """The queue before a printer: keeps what is to be printed."""

    done = Signal(int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.slips: list[Slip] = []

    def submit(self, slip: Slip) -> int:
        self.slips.append(slip)
        return len(self.slips)


def test_a_sure_place_is_printed_with_a_code_that_any_door_reads(hand: Hand, qtbot: Any) -> None:
    queue = Queue(hand.app.engine)
    hand.app.models["result"].slips.use(queue)
    hand.scan(card_code())
    hand.app.go("activity", occurrence="cucito-1")
    hand.tap("activity.signup")
    assert "result.slip" not in hand.names(), "what is not sure yet never looks final"
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("result.slip")
    (slip,) = queue.slips
    words = " ".join(one.text for one in (*slip.above, *slip.below))
    assert "Italiano" in words
    assert "Amina" not in words, "a slip that is lost names nobody"
    (text,) = codes_on(slip_picture(slip, 576))
    terminal = hand.app.terminal
    public = open_folder(terminal.folder, "file").private_key().public_key().public_bytes_raw()
    key = rows.Key(card.key_id(public), public.hex(), ["booking"], terminal=terminal.id)
    found = card.decode(text, verify_keys([key]), now=int(NOW.timestamp()), kinds=(card.Booking,)).payload
    assert isinstance(found, card.Booking)
    assert [found.booking] == [one.id for one in bookings(hand, "italiano-1")]
    with qtbot.waitSignal(hand.app.models["result"].slips.changed):
        queue.done.emit(1, "stuck")
    assert hand.text("La stampante è ferma. La tua iscrizione è salva.")
