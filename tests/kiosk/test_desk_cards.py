"""Cards at the desk: made on the spot without a network, found again, replaced, and taken out of use."""

from __future__ import annotations

from sync.card import CodeError, Reason
from sync.number import check
from sync.terminal import cards
from tests.kiosk.card_acts import carding, from_a_phone, seen_twice, with_a_lane, writing_name
from tests.kiosk.conftest import Hand
from tests.kiosk.decoders import codes_on
from tests.kiosk.desk_acts import at_work
from tests.kiosk.world import NUMBER, OTHER_NUMBER


def code_on_screen(hand: Hand) -> str:
    hand.app.settle()
    (found,) = codes_on(hand.app.grab())
    return found


def refusal(hand: Hand, text: str) -> Reason | None:
    try:
        hand.app.terminal.read_code(text)
    except CodeError as error:
        return error.reason
    return None


def test_the_desk_makes_a_card_that_is_good_at_once_and_can_be_shown_again(desk: Hand) -> None:
    with_a_lane(desk)
    writing_name(desk, "Fatima B")
    desk.tap("cards.next")
    desk.tap("cards.language.fr")
    desk.tap("cards.access.large_text")
    desk.tap("cards.contact")
    for digit in "3331234567":
        desk.tap(f"cards.contact.key.{digit}")
    desk.tap("cards.contact.next")
    desk.tap("cards.issue")
    (body,) = desk.recorded("card_issue")
    number = check(body["number"])
    assert (body["language"], body["access"]) == ("fr", ["large_text"])
    text = code_on_screen(desk)
    found = desk.app.terminal.read_code(text).card
    assert found is not None
    assert (found.number, found.language, found.access) == (number, "fr", ("large_text",))
    at_work("cards")(desk)
    desk.tap(f"cards.row.{number}")
    assert code_on_screen(desk) == text


def test_a_lost_card_is_replaced_and_a_blocked_one_refused(desk: Hand) -> None:
    with_a_lane(desk)
    at_work("cards")(desk)
    desk.tap(f"cards.row.{NUMBER}")
    desk.tap("cards.lost")
    desk.tap("cards.cancel")
    assert desk.recorded("card_replace") == []
    desk.tap("cards.lost")
    desk.tap("cards.confirm")
    (body,) = desk.recorded("card_replace")
    assert body["card"] == NUMBER
    assert refusal(desk, NUMBER) is Reason.REVOKED
    text = code_on_screen(desk)
    assert refusal(desk, text) is None
    desk.tap("cards.revoke")
    desk.tap("cards.confirm")
    assert desk.recorded("card_revoke") == [{"card": body["number"]}]
    assert refusal(desk, text) is Reason.REVOKED
    assert f"cards.row.{body['number']}" not in desk.names()


def test_names_wait_for_the_pin_and_a_terminal_without_the_hubs_word_says_so(desk: Hand) -> None:
    at_work("cards", named=False)(desk)
    assert desk.screen == "pin"
    assert not desk.text("Amina")
    desk.app.shell.exit()
    writing_name(desk, "Ugo P")
    desk.tap("cards.next")
    desk.tap("cards.issue")
    assert desk.recorded("card_issue") == []
    assert desk.text("Questo terminale non può ancora fare tessere: serve la rete una volta.")


def test_a_printer_that_stands_still_costs_no_card(desk: Hand) -> None:
    carding("no paper")(desk)
    assert desk.text("La stampante è ferma. La tessera è salva.")
    (body,) = desk.recorded("card_issue")
    assert cards.text_of(desk.app.terminal, body["number"])


def test_a_document_is_asked_for_once_of_who_signed_up_on_a_phone(desk: Hand) -> None:
    from_a_phone(desk)
    at_work("cards")(desk)
    assert desk.text("documento da vedere")
    desk.tap(f"cards.row.{NUMBER}")
    desk.tap("cards.saw")
    assert desk.recorded("member_seen") == [{"card": NUMBER}]
    assert "cards.saw" not in desk.names()
    desk.tap("cards.back")
    assert not [text for text in desk.texts() if "documento" in text]


def test_a_card_that_was_shown_in_two_spaces_at_once_is_asked_about_until_it_is_replaced(desk: Hand) -> None:
    with_a_lane(desk)
    seen_twice(desk)
    assert desk.text("Usata in due spazi insieme")
    desk.tap("cards.back")
    assert desk.text("usata in due spazi insieme")
    desk.tap(f"cards.row.{NUMBER}")
    desk.tap("cards.lost")
    desk.tap("cards.confirm")
    assert not [text for text in desk.texts() if "due spazi" in text]


def test_a_member_is_found_by_the_number_or_by_the_beginning_of_the_name(desk: Hand) -> None:
    at_work("cards")(desk)
    desk.tap("cards.find")
    assert desk.text("Scrivi il nome o il numero.")
    for digit in NUMBER[-4:]:
        desk.tap(f"cards.find.key.{digit}")
    assert f"cards.find.row.{NUMBER}" in desk.names()
    assert f"cards.find.row.{OTHER_NUMBER}" not in desk.names()
    for _ in range(4):
        desk.tap("cards.find.erase")
    for sign in "PAV":
        desk.tap(f"cards.find.key.{sign}")
    desk.tap(f"cards.find.row.{OTHER_NUMBER}")
    desk.tap("cards.back")
    assert desk.app.models["cards"].property("finder").property("entry").property("text") == "Pav", (
        "back leads to what was typed"
    )


def test_a_whole_number_with_a_wrong_figure_is_said_to_be_one(desk: Hand) -> None:
    at_work("cards")(desk)
    desk.tap("cards.find")
    for digit in NUMBER[:-1] + str((int(NUMBER[-1]) + 1) % 10):
        desk.tap(f"cards.find.key.{digit}")
    assert desk.text("Una cifra non torna. Confronta il numero con la tessera e riscrivilo.")
    desk.tap("cards.find.erase")
    desk.tap("cards.find.key.X")
    assert desk.text("Qui non trovo nessuno così.")


def test_nobody_is_found_without_the_pin_and_nothing_typed_stays(desk: Hand) -> None:
    at_work("cards")(desk)
    desk.tap("cards.find")
    desk.tap("cards.find.key.A")
    desk.tap("bar.lock")
    assert desk.app.models["cards"].property("finder").property("entry").property("text") == ""
    desk.app.models["cards"].property("finder").property("entry").add("A")
    assert desk.app.models["cards"].property("finder").property("rows").rowCount() == 0


def test_a_new_card_takes_an_address_for_letters(desk: Hand) -> None:
    with_a_lane(desk)
    carding("mail")(desk)
    desk.tap("cards.contact.next")
    assert desk.text("E-mail: massimiliano.d@gmail.com")
    desk.tap("cards.issue")
    (issued,) = [one for one in desk.app.terminal.projection.laid("member")[1] if one.kind == "card_issue"]
    assert issued.personal["contact"] == "massimiliano.d@gmail.com"
