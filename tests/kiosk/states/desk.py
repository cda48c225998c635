"""The desk itself: who may work at it, drop-ins and their record, check-in, signing people up."""

from __future__ import annotations

from collections.abc import Callable

from tests.kiosk.hand import Hand
from tests.kiosk.states.ways import before_camera, go
from tests.kiosk.world import NUMBER, badge_code, card_code


def at_the_desk(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.tap("desk.reason.pratiche_bandi_casa")
    hand.tap("toast.add")
    hand.tap("desk.reason.salute_prenotazioni")
    hand.tap("desk.people.5")
    hand.tap("desk.age.65-74")


def in_the_log(hand: Hand) -> None:
    at_the_desk(hand)
    if "desk.show.log" in hand.names():
        hand.tap("desk.show.log")


def whole_record(*answers: str) -> Callable[[Hand], None]:
    """The whole record of a drop-in, as far as some answers; "skip" for none."""

    def act(hand: Hand) -> None:
        at_the_desk(hand)
        hand.tap("toast.record")
        for answer in answers:
            hand.tap("record.skip" if answer == "skip" else f"record.answer.{answer}")

    return act


def checking_in(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.tap("bar.checkin")


def not_here(hand: Hand) -> None:
    checking_in(hand)
    hand.app.shell.go("checkin", "booking:0192a3b4c5d67e8f8a9bacbdcedfe0f1")


def choosing_for_a_card(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.app.shell.go("checkin", f"card:{NUMBER}")


def enrolling(occurrence: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.scan(badge_code())
        hand.app.context.session.named = True
        hand.tap("bar.enrol")
        if occurrence:
            hand.app.shell.go("enrol.name", occurrence)
            for letter in "AMINA":
                hand.tap(f"enrol.key.{letter}")
            hand.tap("enrol.confirm")

    return act


def writing_who(hand: Hand) -> None:
    enrolling("")(hand)
    hand.app.shell.go("enrol.name", "italiano-1")
    for letter in "OMAR":
        hand.tap(f"enrol.key.{letter}")


def enrolling_with_contact(*, mail: bool) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        writing_who(hand)
        hand.tap("enrol.contact")
        if mail:
            hand.tap("enrol.contact.by.mail")
            for sign in "omar-h":
                hand.tap(f"enrol.contact.mail.key.{sign}")
            hand.tap("enrol.contact.mail.key.123")

    return act


def enrolling_a_member(hand: Hand) -> None:
    enrolling("")(hand)
    hand.app.shell.go("enrol.name", "italiano-1")
    hand.scan(card_code())


def desk_at_the_same_hour(hand: Hand) -> None:
    hand.app.terminal.sign_up("visita3-1", name="Amina")
    enrolling("visita4-1")(hand)


STATES: dict[str, Callable[[Hand], None]] = {
    "desk, record": whole_record(),
    "desk, record, language": whole_record("residente", "no", "f"),
    "desk, record, sent on": whole_record("skip", "skip", "skip", "it", "inviato"),
    "desk, record, done": whole_record(
        "residente", "no", "f", "ar", "True", "inviato", "caf_patronato", "15", "telefono"
    ),
    "staff": go("staff"),
    "pin": go("pin", "giulia"),
    "desk": at_the_desk,
    "desk, log": in_the_log,
    "check in": checking_in,
    "check in, camera": before_camera(checking_in),
    "check in, camera, not here": before_camera(not_here),
    "enrol": enrolling(""),
    "enrol, name": enrolling("italiano-1"),
    "enrol, writing": writing_who,
    "enrol, contact": enrolling_with_contact(mail=False),
    "enrol, e-mail": enrolling_with_contact(mail=True),
    "enrol, with a card": enrolling_a_member,
    "enrol, same hour": desk_at_the_same_hour,
    "enrol, full": enrolling("scacchi-1"),
    "check in, choosing": choosing_for_a_card,
}
