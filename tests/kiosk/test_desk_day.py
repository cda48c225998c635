"""The desk's day: calling an activity off, notices, a whole record; all of it without a network."""

from __future__ import annotations

import pytest

from kiosk.desk.today import REASONS, reason_names
from tests.kiosk.conftest import Hand
from tests.kiosk.desk_acts import at_work
from tests.kiosk.states.desk import enrolling, whole_record
from tests.kiosk.states.jobs import closed_and_printed, closed_then_more, closing, posting


def off(hand: Hand, occurrence: str) -> bool:
    view = hand.app.terminal.projection.occurrence(occurrence)
    assert view is not None
    return view.cancelled


def test_an_activity_is_called_off_after_a_question_that_says_who_is_signed_up(desk: Hand) -> None:
    at_work("today")(desk)
    assert desk.text("1 persona attesa")
    desk.tap("today.row.visita0-1")
    desk.tap("today.reason.sala")
    desk.tap("today.proceed")
    assert desk.text("1 persona iscritta.")
    assert desk.recorded("occurrence_cancel") == []
    desk.tap("today.confirm")
    assert desk.recorded("occurrence_cancel") == [{"occurrence": "visita0-1", "reason": "La sala non è disponibile."}]
    assert off(desk, "visita0-1")
    desk.tap("today.totell")
    assert desk.text("Visita guidata · oggi, 16:00")
    assert desk.text("Incontro annullato")
    desk.app.shell.exit()
    desk.tap("home.row.visita0-1")
    assert desk.text("La sala non è disponibile.")  # for everybody


def test_who_was_told_of_it_leaves_the_list_though_nothing_was_sent(desk: Hand) -> None:
    at_work("today")(desk)
    before = {one.booking.id for one in desk.app.terminal.to_tell()}
    desk.app.terminal.say("occurrence_cancel", {"occurrence": "visita0-1"})
    assert {one.booking.id for one in desk.app.terminal.to_tell()} == before | {"atteso3"}
    desk.app.terminal.tell("atteso3")
    assert {one.booking.id for one in desk.app.terminal.to_tell()} == before


def test_no_leaves_everything_as_it_is_and_a_reason_can_be_written(desk: Hand) -> None:
    at_work("today")(desk)
    desk.tap("today.row.visita0-1")
    desk.tap("today.reason.altro")
    for key in ("123", "key.2", "ABC", "space", "key.G", "key.A", "key.."):
        desk.tap(f"today.{key}" if "." in key or key == "space" else f"today.key.{key}")
    desk.tap("today.next")
    desk.tap("today.keep")
    assert desk.recorded("occurrence_cancel") == []
    desk.tap("today.reason.altro")
    for letter in "SI":
        desk.tap(f"today.key.{letter}")
    desk.tap("today.next")
    desk.tap("today.confirm")
    assert desk.recorded("occurrence_cancel")[0]["reason"] == "Si"


def test_it_takes_place_after_all_and_nobody_is_to_be_told(desk: Hand) -> None:
    before = [one.booking.id for one in desk.app.terminal.to_tell()]
    at_work("today")(desk)
    desk.tap("today.row.visita0-1")
    for name in ("today.reason.tempo", "today.proceed", "today.confirm", "today.restore"):
        desk.tap(name)
    assert desk.text("L'incontro si fa.")
    assert desk.recorded("occurrence_restore") == [{"occurrence": "visita0-1"}]
    assert not off(desk, "visita0-1")
    assert [one.booking.id for one in desk.app.terminal.to_tell()] == before


@pytest.mark.usefixtures("qapp")
def test_residents_read_the_very_words_that_the_desk_chose() -> None:
    assert {key: name for key, name in reason_names().items() if key in REASONS} == REASONS


def test_an_urgent_notice_is_on_home_and_on_the_board_at_once_and_gone_when_its_day_is_over(desk: Hand) -> None:
    posting("posted")(desk)
    words = {"title": "Chiuso per lavori", "text": "Dalle due alle quattro."}
    assert desk.recorded("notice") == [{**words, "urgent": True, "until": "2026-11-25T23:00:00Z"}]
    desk.app.shell.exit()
    assert desk.text("Urgente: Chiuso per lavori")  # before the older one
    desk.tap("home.tile.board")
    assert desk.text("Dalle due alle quattro.")
    desk.clock.forward(33 * 3600)  # 25 November is over
    assert "Chiuso per lavori" not in [one.title["it"] for one in desk.app.terminal.projection.notices()]


def test_a_notice_is_taken_down_by_one_tap_and_put_back_by_another(desk: Hand) -> None:
    posting("taken")(desk)
    assert desk.text("Tolto: Chiuso per lavori")
    hangs = [one.title["it"] for one in desk.app.terminal.projection.notices()]
    assert hangs == ["Ascensore fermo"]  # everybody's: not the desk's to take down
    desk.tap("notice.undo")
    assert [one["title"] for one in desk.recorded("notice")] == ["Chiuso per lavori"] * 2
    assert any(name.startswith("notice.row.") for name in desk.names())


def test_what_is_not_a_notice_yet_cannot_be_posted_and_locking_forgets_it(desk: Hand) -> None:
    at_work("notice")(desk)
    desk.tap("notice.new")
    assert not desk.item("notice.next").isEnabled()
    desk.tap("notice.space")
    desk.tap("notice.key.A")
    desk.tap("notice.next")
    desk.tap("bar.lock")
    model = desk.app.models["notice"]
    assert (model.property("title").property("text"), model.property("step")) == ("", "list")
    assert desk.recorded("notice") == []


def test_a_whole_record_takes_a_tap_a_question_and_amends_the_drop_in(desk: Hand) -> None:
    whole_record("residente", "no", "f", "ar", "True", "inviato", "caf_patronato", "15", "telefono")(desk)
    assert desk.text("Registrato. Non c'è altro da chiedere.")
    (view,) = desk.app.terminal.projection.dropins(desk.app.context.today())
    assert dict(view.details) == {
        "who": "residente", "first_visit": "no", "gender": "f", "language": "ar", "mediation": True,
        "outcome": "inviato", "referred_to": "caf_patronato", "minutes": 15, "channel": "telefono",
    }  # fmt: skip
    assert (view.people, view.age_band) == (5, "65-74")


def test_nothing_is_asked_twice_and_only_what_makes_sense(desk: Hand) -> None:
    whole_record("altro", "skip", "m", "it", "risolto", "5", "skip")(desk)  # no mediation in Italian, nobody sent on
    assert desk.text("Registrato. Non c'è altro da chiedere.")
    desk.tap("record.close")
    desk.tap(next(name for name in sorted(desk.names()) if name.startswith("desk.row.0")))
    assert desk.text("È la prima volta?")  # the first that nobody has answered
    desk.tap("record.skip")
    assert desk.text("Come si è fatta viva?")
    desk.tap("record.before")
    assert desk.text("Quanti minuti?")
    desk.tap("record.answer.5")  # the same again takes it back, and stays
    assert desk.text("Quanti minuti?")
    (view,) = desk.app.terminal.projection.dropins(desk.app.context.today())
    assert "minutes" not in view.details


def test_a_record_of_a_drop_in_that_was_taken_back_says_so(desk: Hand) -> None:
    whole_record()(desk)
    desk.app.terminal.void_dropin(desk.app.models["record"].property("key") or desk.app.models["desk"].property("last"))
    desk.app.models["record"].refresh()
    assert desk.text("Questo passaggio non c'è più.")


def value(hand: Hand, key: str) -> str:
    return str(hand.item(f"closing.value.{key}").property("text"))


def test_the_day_is_closed_with_the_figures_of_the_log_and_what_is_open_is_named(desk: Hand) -> None:
    closing()(desk)
    assert {key: value(desk, key) for key in ("people", "dropins", "reason.chiavi", "age.65-74")} == {
        "people": "9", "dropins": "5", "reason.chiavi": "2", "age.65-74": "5",
    }  # fmt: skip
    for words in ("Attese e non arrivate: 5 persone", "Richieste: 2 aperte", "Da avvisare: 4 persone", "da inviare"):
        assert desk.text(words), words
    desk.tap("closing.close")
    assert desk.text("Giornata chiusa alle 15:20.")
    totals = {"people": 9, "dropins": 5, "checkins": 0, "signups": 0, "parcels": 0, "handed": 0}
    assert desk.recorded("day_close") == [{"day": "2026-11-24", "totals": totals}]
    assert "closing.close" not in desk.names()


def test_what_comes_after_the_close_is_said_and_the_day_can_be_closed_again(desk: Hand) -> None:
    closed_then_more(desk)
    assert desk.text("Poi è cambiato qualcosa")
    desk.tap("closing.close")
    assert [one["totals"]["people"] for one in desk.recorded("day_close")] == [9, 10]  # type: ignore[index]
    assert desk.text("Giornata chiusa")


def test_a_printer_without_paper_costs_no_close(desk: Hand) -> None:
    closed_and_printed(desk)
    assert len(desk.recorded("day_close")) == 1
    assert desk.text("La stampante ha finito la carta. La chiusura è salva.")
    words = [one.text for one in desk.app.models["closing"]._slip().above]
    assert {"Persone: 9", "Chiavi: 2", "65–74: 5", "Giornata chiusa alle 15:20."} <= set(words)


def test_at_the_desk_a_name_that_has_a_place_at_that_hour_is_said_and_not_forbidden(desk: Hand) -> None:
    desk.app.terminal.sign_up("visita1-1", name="Amina")
    enrolling("doposcuola-1")(desk)  # both at five
    assert desk.text("Alle 17:00 c'è già Amina in: Giro in bicicletta")
    assert len(desk.recorded("booking")) == 1
    desk.tap("enrol.anyway")
    assert desk.text("Iscrizione fatta.")
    assert len(desk.recorded("booking")) == 2


@pytest.mark.parametrize("screen", ["notice", "closing", "today"])
def test_what_everybody_reads_is_changed_by_a_person_with_a_pin_and_not_by_a_badge(desk: Hand, screen: str) -> None:
    at_work("", named=False)(desk)
    desk.tap(f"more.{screen}")
    if screen == "today":
        desk.tap("today.row.visita0-1")
    assert desk.screen == "pin"
