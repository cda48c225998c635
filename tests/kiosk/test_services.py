"""Asking for something: from Home to "Richiesta salvata", by card or by name, offline; and closing it at the desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontMetricsF

from sync import rows
from sync.clock import stamp
from sync.terminal.offering import RequestView
from tests.kiosk.hand import Hand
from tests.kiosk.measure import is_text
from tests.kiosk.world import NUMBER, OTHER_NUMBER, at, badge_code, card_code, tell

MARKUP = '<b>grassetto</b> <img src="file:///etc/passwd">'


def asked(hand: Hand) -> list[RequestView]:
    """What was asked for here since the world began."""
    return [one for one in hand.app.terminal.projection.requests() if not one.id.startswith("chiesto")]


def open_service(hand: Hand, key: str) -> None:
    hand.app.go("services")
    hand.tap(f"services.row.{key}")


def test_a_card_asks_within_three_taps_and_nothing_of_the_holder_is_on_screen(hand: Hand) -> None:
    open_service(hand, "chiavi")
    assert hand.text("da lunedì a venerdì, 9 – 12:30")
    hand.tap("service.ask")
    hand.scan(card_code())
    assert hand.screen == "service.done"
    assert hand.text("Richiesta salvata.")
    assert hand.text("Custodia delle chiavi")
    assert not hand.text(NUMBER[:4])
    (one,) = asked(hand)
    assert (one.service, one.card, one.open, one.pending) == ("chiavi", NUMBER, True, True)


def test_with_the_card_in_hand_one_tap_asks(hand: Hand) -> None:
    hand.scan(card_code())
    open_service(hand, "chiavi")
    assert hand.text("Tessera letta: tocca e hai finito.")
    hand.tap("service.ask")
    assert hand.text("Richiesta salvata.")
    assert len(asked(hand)) == 1


def test_asking_twice_says_so_and_changes_nothing(hand: Hand) -> None:
    hand.scan(card_code())
    for _ in range(2):
        open_service(hand, "chiavi")
        hand.tap("service.ask")
    assert hand.text("L'hai già chiesto.")
    assert len(asked(hand)) == 1


def test_a_number_that_is_typed_asks_and_a_wrong_one_says_what_to_do(hand: Hand) -> None:
    open_service(hand, "trapano")
    hand.tap("service.ask")
    hand.type_number("ask.number", "123456789012")
    hand.tap("ask.number.confirm")
    assert hand.screen == "service.ask"
    assert hand.text("Una cifra non torna.")
    assert not asked(hand)
    hand.type_number("ask.number", "")
    hand.tap("ask.number.clear")
    hand.type_number("ask.number", OTHER_NUMBER)
    hand.tap("ask.number.confirm")
    assert [one.card for one in asked(hand)] == [OTHER_NUMBER]


def test_who_has_no_card_writes_a_name_that_only_the_desk_reads(hand: Hand) -> None:
    open_service(hand, "spesa")
    hand.tap("service.ask")
    hand.tap("ask.no_card")
    assert not hand.item("ask.name.confirm").isEnabled()
    for letter in "EVA":
        hand.tap(f"ask.key.{letter}")
    hand.tap("ask.name.confirm")
    assert hand.text("Richiesta salvata.")
    assert not hand.text("Eva")
    assert [(one.name, one.card) for one in asked(hand)] == [("Eva", None)]


def test_a_request_is_taken_back_with_one_tap(hand: Hand) -> None:
    open_service(hand, "chiavi")
    hand.tap("service.ask")
    hand.scan(card_code())
    hand.tap("saved.undo")
    assert hand.text("Richiesta annullata.")
    assert "saved.undo" not in hand.names()
    (one,) = asked(hand)
    assert (one.open, one.outcome) == (False, "ritirata")
    hand.tap("saved.done")
    assert hand.screen == "home"
    assert hand.app.context.session.card is None


def test_a_request_that_is_answered_while_one_looks_is_not_called_cancelled(hand: Hand) -> None:
    open_service(hand, "chiavi")
    hand.tap("service.ask")
    hand.scan(card_code())
    (one,) = asked(hand)
    hand.app.terminal.close_request(one.id, "risolto")
    hand.app.context.changed.emit()
    assert hand.text("Richiesta chiusa.")
    assert hand.text("Il portiere ha risposto. Passa al banco.")
    assert "saved.undo" not in hand.names()


def test_after_a_while_nothing_of_the_person_remains_in_any_model(hand: Hand) -> None:
    open_service(hand, "spesa")
    hand.tap("service.ask")
    hand.tap("ask.no_card")
    for letter in "EVA":
        hand.tap(f"ask.key.{letter}")
    hand.wait(31)
    assert hand.app.shell.property("asking")
    hand.wait(31)
    assert hand.screen == "home"
    who = hand.app.models["ask"].property("who")
    assert (who.property("name").property("text"), who.property("naming")) == ("", False)
    assert hand.app.models["ask"].property("title") == ""


def test_what_one_need_not_ask_for_has_no_button(hand: Hand) -> None:
    open_service(hand, "sportello")
    assert "service.ask" not in hand.names()
    assert hand.text("Non serve chiedere prima: vieni e basta.")


def test_an_opening_says_what_it_pays_for_whom_until_when_and_is_applied_for(hand: Hand) -> None:
    hand.app.go("board", key="opening")
    hand.tap("board.row.aiuto-cuoco")
    for words in ("600 € al mese", "maggiorenni", "2 posti", "lunedì 30 novembre", "lavoro@example.org", "Candidati"):
        assert hand.text(words), words
    assert hand.item("service.qr").property("text") == "https://quartieri.example.org/spaces/zoia/services"
    hand.tap("service.ask")
    hand.scan(card_code())
    assert hand.text("Chi segue le candidature la legge e ti fa sapere.")
    assert [one.kind for one in asked(hand)] == ["opening"]


def test_what_is_taken_away_meanwhile_cannot_be_asked_for(hand: Hand, data: Path) -> None:
    open_service(hand, "chiavi")
    hand.tap("service.ask")
    tell(
        data, [("service", rows.Service("chiavi", "zoia", "service", {"it": "x"}, until=stamp(at(23, 1))), rows.PUBLIC)]
    )
    hand.wait(6)
    assert hand.text("Questo qui non c'è più.")
    hand.scan(card_code())
    assert not asked(hand)


def test_markup_in_any_text_of_a_service_is_shown_as_text(hand: Hand, data: Path) -> None:
    texts = {"it": MARKUP}
    row = rows.Service("m", "zoia", "service", texts, texts, texts, texts, texts, texts, None, MARKUP)
    tell(data, [("service", row, rows.PUBLIC)])
    hand.wait(6)
    hand.app.go("services")
    assert hand.texts().count(MARKUP) >= 4
    hand.app.go("service", key="m")
    assert hand.texts().count(MARKUP) >= 6
    shown = [item for item in hand.shown() if item.property("text") == MARKUP and is_text(item)]
    assert len(shown) >= 6
    for item in shown:  # what a browser would make of it is much narrower
        assert item.property("implicitWidth") > 0.95 * QFontMetricsF(item.property("font")).horizontalAdvance(MARKUP)


def test_a_space_without_services_says_what_to_do(hand: Hand, data: Path) -> None:
    gone = stamp(at(23, 1))
    offered = hand.app.terminal.projection.services()
    tell(
        data,
        [("service", rows.Service(one.id, "zoia", one.kind, {"it": "x"}, until=gone), rows.PUBLIC) for one in offered],
    )
    hand.wait(6)
    hand.app.go("services")
    assert hand.text("Qui non ci sono ancora servizi.")
    assert hand.text("Chiedi al portiere, negli orari di apertura.")


def test_the_desk_shows_who_asked_only_after_the_pin(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.tap("bar.more")
    hand.tap("more.requests")
    assert hand.text("Custodia delle chiavi")
    assert not hand.text("Fatima")
    assert not hand.text("cantina")
    assert not hand.text("2000")
    hand.tap("requests.pin")
    assert hand.screen == "pin"
    hand.app.shell.exit()
    hand.scan(badge_code())
    hand.app.context.session.named = True
    hand.tap("bar.more")
    hand.tap("more.requests")
    assert hand.text("Fatima B. · Le chiavi della cantina")


def test_the_desk_closes_a_request_with_its_outcome(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.app.context.session.named = True
    hand.tap("bar.more")
    hand.tap("more.requests")
    hand.tap("requests.row.chiesto1")
    assert not hand.item("requests.close").isEnabled()
    hand.tap("requests.outcome.risolto")
    hand.tap("requests.close")
    assert hand.text("Richiesta chiusa.")
    assert "requests.row.chiesto1" not in hand.names()
    closed = {one.id: one for one in hand.app.terminal.projection.requests()}["chiesto1"]
    assert (closed.open, closed.outcome, closed.pending) == (False, "risolto", True)
    hand.tap("bar.lock")
    assert not hand.text("Fatima")


def test_a_request_that_is_still_to_be_sent_is_said_to_be_so_to_staff_alone(hand: Hand) -> None:
    hand.app.terminal.ask("trapano", name="Ugo")
    hand.app.go("services")
    assert not hand.text("da inviare")
    hand.scan(badge_code())
    hand.tap("bar.more")
    hand.tap("more.requests")
    assert hand.text("da inviare")
    assert not hand.text("Ugo")


def test_the_holder_sees_at_the_next_scan_how_the_own_requests_stand_and_nobody_elses(hand: Hand, data: Path) -> None:
    at_noon = stamp(at(24, 12))
    answered = rows.Request("r1", "zoia", "trapano", "service", "closed", at_noon, "risolto", card=NUMBER)
    old = rows.Request("r2", "zoia", "spesa", "service", "closed", stamp(at(1, 9)), "risolto", card=NUMBER)
    tell(data, [("request", one, rows.space_scope("zoia")) for one in (answered, old)])
    hand.app.terminal.ask("chiavi", card=NUMBER)
    hand.app.terminal.ask("chiavi", card=OTHER_NUMBER)
    hand.wait(6)
    hand.scan(card_code())
    assert hand.screen == "card"
    assert hand.texts().count("Custodia delle chiavi") == 1
    assert hand.text("ricevuta")
    assert hand.text("Trapano e cassetta degli attrezzi")
    assert hand.text("Fatto")
    assert not hand.text("Spesa e medicine")
    hand.tap("card.request.r1")
    assert hand.text("Il portiere ha risposto. Passa al banco.")
