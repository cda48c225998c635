"""The desk: opened by a PIN or a badge, one tap a person, undone, amended, checked in, locked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.desk.people import initials
from sync import rows
from sync.terminal.views import DropInView, StaffView
from tests.kiosk.conftest import SMALL, Hand
from tests.kiosk.world import (
    MEMBER_NAME,
    NUMBER,
    OTHER_NUMBER,
    PIN,
    HandClock,
    badge_code,
    booking_code,
    card_code,
    open_terminal,
    whole,
)  # fmt: skip


def today(hand: Hand) -> tuple[DropInView, ...]:
    return hand.app.terminal.projection.dropins(hand.app.context.today())


@pytest.fixture
def desk(hand: Hand) -> Hand:
    """Giulia's badge has just been read."""
    hand.scan(badge_code())
    assert hand.screen == "desk"
    return hand


def enter_pin(hand: Hand, pin: str) -> None:
    for digit in pin:
        hand.tap(f"pin.key.{digit}")


def test_a_person_and_six_digits_open_the_desk(hand: Hand, qtbot: Any) -> None:
    hand.tap("home.tile.staff")
    hand.tap("staff.person.giulia")
    enter_pin(hand, PIN)
    qtbot.waitUntil(lambda: hand.screen == "desk", timeout=20_000)
    assert hand.text("Via Fratelli Zoia · aperta con il PIN")


def test_before_the_pin_nobody_reads_a_name(hand: Hand) -> None:
    hand.tap("home.tile.staff")
    words = " ".join(hand.texts())
    assert "G. R." in words
    assert "M. B." in words
    assert not [name for name in ("Giulia", "Rossi", "Marco", "Bianchi") if name in words]


def test_a_wrong_pin_says_how_often_one_may_still_try_and_then_locks(hand: Hand, qtbot: Any) -> None:
    hand.tap("home.tile.staff")
    hand.tap("staff.person.giulia")
    for sentence in (
        "PIN sbagliato. Puoi provare ancora 4 volte.", "PIN sbagliato. Puoi provare ancora 3 volte.",
        "PIN sbagliato. Puoi provare ancora 2 volte.", "PIN sbagliato. Puoi provare ancora 1 volta.",
        "PIN bloccato dopo troppi errori. Lo sblocca un collega (Portineria, Altro) o l'ufficio.",
        "PIN bloccato dopo troppi errori. Lo sblocca un collega (Portineria, Altro) o l'ufficio.",
    ):  # fmt: skip
        enter_pin(hand, "000000")
        qtbot.waitUntil(lambda: not hand.app.models["pin"].property("busy"), timeout=20_000)
        assert hand.text(sentence)
    enter_pin(hand, PIN)
    qtbot.waitUntil(lambda: not hand.app.models["pin"].property("busy"), timeout=20_000)
    assert hand.screen == "pin"
    assert hand.app.context.session.staff is None


def test_who_leaves_while_the_pin_is_checked_finds_the_desk_closed(hand: Hand, qtbot: Any) -> None:
    hand.tap("home.tile.staff")
    hand.tap("staff.person.giulia")
    with qtbot.waitSignal(hand.app.models["pin"]._checked, timeout=20_000):
        enter_pin(hand, PIN)
        hand.tap("bar.exit")
    assert hand.screen == "home"
    assert hand.app.context.session.staff is None


def test_digits_are_taken_back_and_never_shown(hand: Hand) -> None:
    hand.tap("home.tile.staff")
    hand.tap("staff.person.giulia")
    enter_pin(hand, "13")
    assert hand.app.models["pin"].property("filled") == 2
    assert "13" not in hand.texts()
    hand.tap("pin.erase")
    assert hand.app.models["pin"].property("filled") == 1
    hand.tap("pin.clear")
    assert hand.app.models["pin"].property("filled") == 0


def test_a_badge_opens_the_desk_from_any_screen_and_ends_the_visit_before(hand: Hand) -> None:
    hand.scan(card_code())
    hand.app.go("activity", occurrence="italiano-1")
    hand.scan(badge_code())
    assert hand.screen == "desk"
    assert hand.text("aperta con il badge")
    assert hand.app.context.session.card is None


def test_one_tap_records_one_person_on_disk(desk: Hand, data: Path, clock: HandClock) -> None:
    desk.tap("desk.reason.pacchi_posta")
    again = open_terminal(data, clock)
    found = again.projection.dropins(desk.app.context.today())
    again.close()
    assert [(one.reasons, one.people, one.pending) for one in found] == [(("pacchi_posta",), 1, True)]
    assert desk.text("Registrato: Pacchi e posta · 1 persona")
    assert desk.text("Oggi: 1 persona, 1 passaggio")
    assert desk.text("da inviare")
    assert desk.item("desk.reason.pacchi_posta").property("selected") is True


def test_the_next_tap_is_the_next_person(desk: Hand) -> None:
    desk.tap("desk.reason.pacchi_posta")
    desk.tap("desk.reason.pacchi_posta")
    desk.tap("desk.reason.chiavi")
    assert [one.reasons for one in today(desk)] == [("chiavi",), ("pacchi_posta",), ("pacchi_posta",)]
    assert desk.item("desk.reason.pacchi_posta").property("selected") is False


def test_how_many_and_how_old_amend_the_same_drop_in(desk: Hand) -> None:
    desk.tap("desk.reason.chiavi")
    desk.tap("desk.people.3")
    desk.tap("desk.age.65-74")
    assert [(one.people, one.age_band) for one in today(desk)] == [(3, "65-74")]
    assert desk.text("Chiavi · 3 · 65–74")
    desk.tap("desk.age.65-74")
    assert [one.age_band for one in today(desk)] == ["non_rilevata"]


def test_five_and_more_are_counted_on(desk: Hand) -> None:
    desk.tap("desk.reason.chiavi")
    for people in (5, 6, 7):
        desk.tap("desk.people.5")
        assert [one.people for one in today(desk)] == [people]
    desk.tap("desk.people.2")
    assert [one.people for one in today(desk)] == [2]


def test_another_reason_is_added_to_the_same_visit_on_purpose_only(desk: Hand) -> None:
    desk.tap("desk.reason.chiavi")
    desk.tap("toast.add")
    desk.tap("desk.reason.ascolto")
    assert [one.reasons for one in today(desk)] == [("chiavi", "ascolto")]
    desk.tap("desk.reason.informazioni")
    assert len(today(desk)) == 2


def test_undo_takes_back_the_last_one_and_any_of_today(desk: Hand) -> None:
    for reason in ("chiavi", "ascolto", "informazioni"):
        desk.tap(f"desk.reason.{reason}")
    desk.tap("toast.undo")
    assert [one.reasons for one in today(desk)] == [("ascolto",), ("chiavi",)]
    assert "toast.undo" not in desk.names()
    desk.tap(f"desk.row.undo.{today(desk)[1].id}")
    assert [one.reasons for one in today(desk)] == [("ascolto",)]
    assert desk.text("Oggi: 1 persona, 1 passaggio")


def test_without_somebody_in_hand_numbers_and_ages_do_not_answer(desk: Hand) -> None:
    assert not desk.item("desk.people.2").isEnabled()
    assert not desk.item("desk.age.75+").isEnabled()


def test_staff_see_what_waits_and_a_row_leaves_the_queue_only_when_the_hub_has_it(desk: Hand) -> None:
    for reason in ("chiavi", "ascolto", "informazioni"):
        desk.tap(f"desk.reason.{reason}")
    assert desk.text("3 registrazioni da inviare")
    desk.app.terminal.journal.acknowledge(2, 0, "2026-11-24T12:40:00Z")
    desk.app.terminal.projection.touch()
    desk.wait(6)
    assert desk.text("1 registrazione da inviare · ultimo invio 13:40")
    assert sorted(one.pending for one in today(desk)) == [False, False, True]
    assert desk.text("inviato")


def test_the_spaces_own_reasons_stand_in_its_order(window: Callable[..., Hand], tmp_path: Path) -> None:
    own = [rows.Reason("ortobotanico", {"it": "Orto di cortile", "en": "Courtyard garden"}), rows.Reason("chiavi", {})]
    world = whole(reasons=own)
    world.write(tmp_path / "own")
    hand = window(path=tmp_path / "own")
    hand.scan(badge_code())
    assert hand.text("Orto di cortile")
    assert hand.text("Chiavi")
    assert not hand.text("Pacchi e posta")
    hand.tap("desk.reason.ortobotanico")
    assert [one.reasons for one in today(hand)] == [("ortobotanico",)]


def test_on_a_low_screen_many_reasons_are_on_a_second_page(window: Callable[..., Hand], tmp_path: Path) -> None:
    own = [rows.Reason(f"motivo_{i}", {"it": f"Motivo numero {i}"}) for i in range(14)]
    world = whole(reasons=own)
    world.write(tmp_path / "many")
    hand = window(SMALL, path=tmp_path / "many")
    hand.scan(badge_code())
    first = {name for name in hand.names() if name.startswith("desk.reason.")}
    hand.tap("desk.reasons.more")
    second = {name for name in hand.names() if name.startswith("desk.reason.")}
    assert first | second == {f"desk.reason.motivo_{i}" for i in range(14)}
    assert not first & second
    hand.tap("desk.reason.motivo_12")
    assert [one.reasons for one in today(hand)] == [("motivo_12",)]


def test_on_a_low_screen_the_log_is_one_tap_away(window: Callable[..., Hand]) -> None:
    hand = window(SMALL)
    hand.scan(badge_code())
    hand.tap("desk.reason.chiavi")
    hand.tap("desk.show.log")
    hand.tap(f"desk.row.undo.{today(hand)[0].id}")
    assert not today(hand)


def test_locking_ends_the_session_of_staff(desk: Hand) -> None:
    desk.tap("desk.reason.chiavi")
    desk.tap("bar.lock")
    assert desk.screen == "home"
    assert desk.app.context.session.staff is None
    assert not desk.text("Chiavi")


def test_a_facts_author_is_who_opened_the_desk(desk: Hand) -> None:
    desk.tap("desk.reason.chiavi")
    facts = desk.app.terminal.journal.after(0, facts=10, size=100_000)
    assert b"giulia" in facts[-1].raw


def test_a_sign_ups_code_checks_its_person_in(desk: Hand) -> None:
    done = desk.app.terminal.sign_up("italiano-1", card=NUMBER)
    desk.scan(booking_code(done.booking, "italiano-1"))
    assert desk.text("Presenza segnata.")
    assert desk.text("Italiano per chi arriva, livello A1 · 1 persona")
    booking = desk.app.terminal.projection.booking(done.booking)
    assert booking is not None
    assert booking.state == "checked_in"
    desk.clock.forward(10)
    desk.scan(booking_code(done.booking, "italiano-1"))
    assert desk.text("Presenza già segnata.")


def test_a_card_checks_in_to_the_one_sign_up_that_it_has_today(desk: Hand) -> None:
    done = desk.app.terminal.sign_up("doposcuola-1", card=NUMBER)
    desk.scan(card_code())
    assert desk.screen == "checkin"
    assert desk.text("Presenza segnata.")
    booking = desk.app.terminal.projection.booking(done.booking)
    assert booking is not None
    assert booking.state == "checked_in"


def test_a_card_without_a_sign_up_is_asked_for_the_activity(desk: Hand) -> None:
    desk.scan(card_code(OTHER_NUMBER))
    assert desk.text("Tessera letta. Per quale attività di oggi?")
    desk.tap("checkin.occurrence.cineforum-1")
    assert desk.text("Presenza segnata.")
    kinds = [fact.kind for fact in desk.app.terminal.journal.after(0, facts=10, size=100_000)]
    assert kinds == ["checkin"]


def test_a_typed_number_checks_in_and_a_wrong_one_says_why(desk: Hand) -> None:
    desk.app.terminal.sign_up("doposcuola-1", card=NUMBER)
    desk.tap("bar.checkin")
    desk.type_number("checkin.number", "123456789012")
    desk.tap("checkin.number.confirm")
    assert desk.text("Una cifra non torna. Confronta il numero con la tessera e riscrivilo.")
    desk.tap("checkin.number.clear")
    desk.type_number("checkin.number", NUMBER)
    desk.tap("checkin.number.confirm")
    assert desk.text("Presenza segnata.")
    desk.tap("checkin.back")
    assert desk.screen == "desk"


@pytest.mark.parametrize("named", [False, True])
def test_a_name_is_read_at_the_desk_only_after_a_pin(desk: Hand, named: bool) -> None:
    done = desk.app.terminal.sign_up("italiano-1", name=MEMBER_NAME, by="giulia")
    desk.app.context.session.named = named
    desk.scan(booking_code(done.booking, "italiano-1"))
    assert desk.text("Presenza segnata.")
    assert desk.text(MEMBER_NAME) is named


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Giulia Rossi"], ["G. R."]),
        (["Giulia Rossi", "Gina Riva"], ["Giu. R.", "Gin. R."]),
        (["Anna Neri", "Alba Neri"], ["An. N.", "Al. N."]),
        (["Anna Neri", "Anna Nava"], ["Ann. N. 1", "Ann. N. 2"]),
        (["Maria Grazia De Luca", "Omar"], ["M. L.", "O."]),
        ([""], ["?."]),
    ],
)
def test_initials_tell_staff_apart(names: list[str], expected: list[str]) -> None:
    found = initials([StaffView(str(i), name, "portiere") for i, name in enumerate(names)])
    assert [found[str(i)] for i in range(len(names))] == expected


@pytest.fixture
def named_desk(desk: Hand) -> Hand:
    """Giulia has also given her PIN."""
    desk.app.context.session.named = True
    return desk


def spell(hand: Hand, name: str) -> None:
    for letter in name:
        hand.tap("enrol.space" if letter == " " else f"enrol.key.{letter}")


def test_a_person_without_card_or_phone_is_signed_up_by_name(named_desk: Hand) -> None:
    named_desk.tap("bar.enrol")
    named_desk.tap("enrol.row.italiano-1")
    spell(named_desk, "AMINA D")
    named_desk.tap("enrol.people.more")
    assert named_desk.text("Amina D")
    named_desk.tap("enrol.confirm")
    assert named_desk.text("Iscrizione fatta.")
    assert named_desk.text("Amina D · 2 persone")
    (booking,) = named_desk.app.terminal.projection.bookings("italiano-1")
    assert (booking.name, booking.people, booking.state, booking.card) == ("Amina D", 2, "final", None)


@pytest.mark.parametrize(
    ("way", "keys", "left"),
    [
        ("", ["+", "3", "9", "3", "3", "3", "1", "2", "3"], "+39333123"),
        (".mail", ["o", "m", "@gmail.com"], "om@gmail.com"),
        (".mail", ["o", "123", "1", "@libero.it"], "o1@libero.it"),
        (".mail", ["o", "m"], None),
        ("", ["1", "2"], None),
    ],
)
def test_who_is_signed_up_by_name_may_leave_a_number_or_an_address(
    named_desk: Hand, way: str, keys: list[str], left: str | None
) -> None:
    named_desk.app.shell.go("enrol")
    named_desk.tap("enrol.row.italiano-1")
    spell(named_desk, "OMAR")
    named_desk.tap("enrol.contact")
    if way:
        named_desk.tap("enrol.contact.by.mail")
    for key in keys:
        named_desk.tap(f"enrol.contact{way}.key.{key}")
    if left is None:
        assert not named_desk.item("enrol.contact.next").isEnabled()
        named_desk.tap("enrol.back")
    else:
        named_desk.tap("enrol.contact.next")
        assert named_desk.text(left)
    named_desk.tap("enrol.confirm")
    (personal,) = [one.personal for one in pending_facts(named_desk) if one.kind == "booking"]
    assert personal.get("contact") == left


def pending_facts(hand: Hand) -> Any:
    """What the terminal has recorded and not sent."""
    return hand.app.terminal.projection.laid("booking")[1]


def test_a_card_that_is_read_while_somebody_is_signed_up_says_who_it_is(named_desk: Hand) -> None:
    named_desk.app.shell.go("enrol")
    named_desk.tap("enrol.row.italiano-1")
    named_desk.scan(card_code())
    assert named_desk.screen == "enrol.name"
    assert named_desk.text(MEMBER_NAME)
    assert "enrol.contact" not in named_desk.names()
    named_desk.tap("enrol.confirm")
    assert named_desk.text("Iscrizione fatta.")
    (booking,) = named_desk.app.terminal.projection.bookings("italiano-1")
    assert (booking.card, booking.state) == (NUMBER, "final")
    named_desk.app.shell.go("enrol", f"card:{NUMBER}")
    named_desk.tap("enrol.row.italiano-1")
    named_desk.tap("enrol.confirm")
    assert named_desk.text("È già in lista per questa attività.")


def test_a_member_is_found_and_signed_up_without_the_card_in_hand(named_desk: Hand) -> None:
    named_desk.tap("bar.more")
    named_desk.tap("more.cards")
    named_desk.tap("cards.find")
    named_desk.tap("cards.find.key.A")
    named_desk.tap("cards.find.key.M")
    named_desk.tap(f"cards.find.row.{NUMBER}")
    named_desk.tap("cards.enrol")
    assert named_desk.text(f"Iscrivi {MEMBER_NAME}")
    named_desk.tap("enrol.row.italiano-1")
    named_desk.tap("enrol.confirm")
    (booking,) = named_desk.app.terminal.projection.bookings("italiano-1")
    assert booking.card == NUMBER
    named_desk.app.shell.go("enrol")
    named_desk.tap("enrol.row.cucito-1")
    assert named_desk.app.models["enrol"].property("name").property("text") == "", "the next person is another"


def test_beyond_the_terminals_right_a_name_is_a_request(named_desk: Hand) -> None:
    named_desk.app.shell.go("enrol")
    named_desk.tap("enrol.row.cucito-1")
    spell(named_desk, "OMAR")
    named_desk.tap("enrol.confirm")
    assert named_desk.text("Richiesta ricevuta: la conferma arriva con la rete.")
    assert not named_desk.text("Iscrizione fatta.")


def test_a_full_activity_asks_for_the_waiting_list_at_the_desk_too(named_desk: Hand) -> None:
    named_desk.app.shell.go("enrol")
    assert named_desk.item("enrol.row.scacchi-1").property("seats") == "posti finiti"
    named_desk.tap("enrol.row.scacchi-1")
    spell(named_desk, "OMAR")
    named_desk.tap("enrol.confirm")
    assert not named_desk.app.terminal.projection.bookings("scacchi-1")
    named_desk.tap("enrol.waiting")
    assert named_desk.text("In lista d'attesa.")
    assert [one.name for one in named_desk.app.terminal.projection.bookings("scacchi-1")] == ["Omar"]


def test_names_are_written_after_the_pin_alone(desk: Hand) -> None:
    desk.tap("bar.enrol")
    assert desk.screen == "pin"
    assert desk.text("G. R. · portineria")


@pytest.mark.parametrize("job", ["cards", "totell", "handover", "notice"])
def test_the_pin_leads_to_the_job_that_asked_for_it_and_back_to_where_one_was(desk: Hand, qtbot: Any, job: str) -> None:
    desk.tap("bar.more")
    desk.app.shell.go(job)
    if desk.screen != "pin":  # a list that shows itself without names, and asks where one wants them
        desk.app.shell.go("pin", "giulia")
    desk.app.shell.back()
    assert desk.screen == "more"
    assert desk.app.context.session.staff is not None
    desk.app.shell.go(job)
    if desk.screen != "pin":
        desk.app.shell.go("pin", "giulia")
    enter_pin(desk, PIN)
    qtbot.waitUntil(lambda: desk.screen == job, timeout=20_000)
    assert desk.app.context.session.named
    desk.app.shell.back()
    assert desk.screen == "more"


def test_who_walks_away_from_the_pin_leaves_the_desk_closed(desk: Hand) -> None:
    desk.tap("bar.enrol")
    assert desk.screen == "pin"
    desk.tap("bar.exit")
    assert desk.screen == "home"
    assert desk.app.context.session.staff is None


def test_a_name_that_was_being_written_is_forgotten_with_the_desk(named_desk: Hand) -> None:
    named_desk.app.shell.go("enrol")
    named_desk.tap("enrol.row.italiano-1")
    spell(named_desk, "AMINA")
    named_desk.tap("bar.lock")
    assert named_desk.app.models["enrol"].property("name").property("text") == ""
    assert named_desk.app.models["enrol"].property("title") == ""


@pytest.mark.parametrize(
    ("keys", "name"),
    [("ANNA MARIA", "Anna Maria"), ("D'ANGELO", "D'Angelo"), ("  OMAR", "Omar"), ("JEAN-LUC", "Jean-Luc"), ("'-", "")],
)
def test_names_get_their_capitals(named_desk: Hand, keys: str, name: str) -> None:
    named_desk.app.shell.go("enrol")
    named_desk.tap("enrol.row.italiano-1")
    spell(named_desk, keys)
    assert named_desk.app.models["enrol"].property("name").property("text") == name
    assert named_desk.item("enrol.confirm").isEnabled() is bool(name)
