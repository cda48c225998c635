"""What else there is to do at the desk: the lists of a shift, a day that is called off or closed, cards, requests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent

from sync import rows
from sync.clock import stamp
from sync.terminal.desk import MAX_PIN_FAILURES
from tests.kiosk.card_acts import carding, document_to_see, finding, seen_twice
from tests.kiosk.desk_acts import Waiting, at_work, handing_over, keeping, leaving_a_note, left_a_note, mistyped_code
from tests.kiosk.hand import Hand
from tests.kiosk.states.desk import at_the_desk
from tests.kiosk.world import NUMBER, at, badge_code, tell


def calling_off(step: str) -> Callable[[Hand], None]:
    """An activity that the desk calls off, as far as a step."""

    def act(hand: Hand) -> None:
        at_work("today")(hand)
        hand.tap("today.row.visita0-1")
        if step == "write":
            hand.tap("today.reason.altro")
            for letter in "SCIOPERO":
                hand.tap(f"today.key.{letter}")
        elif step:
            hand.tap("today.reason.conduce")
            hand.tap("today.proceed")
        if step == "off":
            hand.tap("today.confirm")

    return act


def posting(step: str) -> Callable[[Hand], None]:
    """A notice that the desk writes, as far as a step."""

    def act(hand: Hand) -> None:
        at_work("notice")(hand)
        hand.tap("notice.new")
        for letter in "CHIUSO PER LAVORI":
            hand.tap("notice.space" if letter == " " else f"notice.key.{letter}")
        if step == "title":
            return
        hand.tap("notice.next")
        for letter in "DALLE DUE ALLE QUATTRO.":
            hand.tap("notice.space" if letter == " " else f"notice.key.{letter}")
        hand.tap("notice.next")
        hand.tap("notice.until.domani")
        hand.tap("notice.urgent")
        if step in ("posted", "taken"):
            hand.tap("notice.post")
        if step == "taken":
            hand.tap(next(name for name in sorted(hand.names()) if name.startswith("notice.row.")))

    return act


def closing(*taps: str) -> Callable[[Hand], None]:
    """The close of a day with work in it, after some taps."""

    def act(hand: Hand) -> None:
        at_the_desk(hand)
        for reason in ("chiavi", "ascolto", "chiavi", "altro"):
            hand.tap(f"desk.reason.{reason}")
        hand.app.context.session.named = True
        hand.tap("bar.more")
        hand.tap("more.closing")
        for name in taps:
            hand.tap(name)

    return act


def closed_and_printed(hand: Hand) -> None:
    model = hand.app.models["closing"]
    printing = Waiting(model)
    model.slips.use(printing)
    closing("closing.close")(hand)
    printing.done.emit(1, "paper")
    QCoreApplication.sendPostedEvents(model.slips, QEvent.Type.MetaCall.value)


def closed_then_more(hand: Hand) -> None:
    closing("closing.close")(hand)
    hand.app.terminal.log_dropin(["chiavi"])
    hand.app.context.changed.emit()
    hand.app.settle()


def same_hour_elsewhere(hand: Hand) -> None:
    """Somebody who signed up here and, unknown to this terminal, elsewhere at the same hour."""
    row = rows.Booking("doppio", "italiano-1", 1, "final", card=NUMBER, name="Amina D.", told=True, clash="altrove-1")
    start, end = at(24, 17), at(24, 19)
    other = rows.Activity("altrove", "capuana", {"it": "Ginnastica dolce per chi ha più di sessant'anni"})
    when = rows.Occurrence("altrove-1", "altrove", "capuana", stamp(start), stamp(end))
    own = rows.space_scope(hand.app.terminal.space)
    told = [("activity", other, rows.PUBLIC), ("occurrence", when, rows.PUBLIC), ("booking", row, own)]
    tell(hand.app.terminal.folder, told)
    hand.app.terminal.projection.refresh()
    at_work("totell")(hand)


def note_done(hand: Hand) -> None:
    at_work("handover")(hand)
    hand.tap("handover.row.nota1")


def arrived(hand: Hand) -> None:
    at_work("expected")(hand)
    hand.tap("expected.row.atteso0")


def locked_colleague(hand: Hand) -> None:
    for _ in range(MAX_PIN_FAILURES):
        hand.app.terminal.journal.count_pin_attempt("marco", 0)
    at_work("")(hand)


def ticked_off(hand: Hand) -> None:
    at_work("totell")(hand)
    hand.tap("totell.row.atteso5")


def requests(*, named: bool) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.scan(badge_code())
        hand.app.context.session.named = named
        hand.tap("bar.more")
        hand.tap("more.requests")

    return act


def one_request(hand: Hand) -> None:
    requests(named=True)(hand)
    hand.tap("requests.row.chiesto1")
    hand.tap("requests.outcome.risolto")


def closed_request(hand: Hand) -> None:
    one_request(hand)
    hand.tap("requests.close")


STATES: dict[str, Callable[[Hand], None]] = {
    "desk, more": at_work(""),
    "desk, today": at_work("today"),
    "desk, today, reasons": calling_off(""),
    "desk, today, writing": calling_off("write"),
    "desk, today, asking": calling_off("confirm"),
    "desk, today, called off": calling_off("off"),
    "desk, notices": at_work("notice"),
    "desk, notice, writing": posting("title"),
    "desk, notice, look": posting("look"),
    "desk, notice, posted": posting("posted"),
    "desk, notice, taken down": posting("taken"),
    "desk, closing": closing(),
    "desk, closed": closing("closing.close"),
    "desk, closed, no paper": closed_and_printed,
    "desk, closed, then more": closed_then_more,
    "desk, expected": at_work("expected"),
    "desk, expected, no names": at_work("expected", named=False),
    "desk, expected, one came": arrived,
    "desk, colleague locked": locked_colleague,
    "desk, to tell": at_work("totell"),
    "desk, to tell, no names": at_work("totell", named=False),
    "desk, to tell, ticked off": ticked_off,
    "desk, to tell, same hour": same_hour_elsewhere,
    "desk, parcels": at_work("parcels"),
    "desk, parcels, no names": at_work("parcels", named=False),
    "desk, parcels, handed over": handing_over,
    "desk, parcels, no such code": mistyped_code,
    "desk, parcel, for whom": keeping(done=False),
    "desk, parcel, kept": keeping(done=True),
    "desk, cards": at_work("cards"),
    "desk, cards, no names": at_work("cards", named=False),
    "desk, card, document": document_to_see,
    "desk, card, in two spaces": seen_twice,
    "desk, card, name": carding("name"),
    "desk, card, look": carding("look"),
    "desk, card, contact": carding("contact"),
    "desk, card, e-mail": carding("mail"),
    "desk, find": finding(""),
    "desk, find, found": finding("AM"),
    "desk, find, nobody": finding("XYZ"),
    "desk, card, made": carding("made"),
    "desk, card, no paper": carding("no paper"),
    "desk, card, lost": carding("lost"),
    "desk, card, revoke": carding("revoke"),
    "desk, notes": at_work("handover"),
    "desk, notes, writing": leaving_a_note,
    "desk, notes, left": left_a_note,
    "desk, notes, ticked off": note_done,
    "requests": requests(named=False),
    "requests, named": requests(named=True),
    "requests, one": one_request,
    "requests, closed": closed_request,
}
