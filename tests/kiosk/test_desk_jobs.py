"""The desk's other jobs: who is expected, who is to be told, what waits."""

from __future__ import annotations

from sync.terminal.desk import MAX_PIN_FAILURES
from tests.kiosk.conftest import Hand
from tests.kiosk.desk_acts import at_work
from tests.kiosk.states.jobs import same_hour_elsewhere


def rows_of(hand: Hand, screen: str) -> list[str]:
    return [name for name in hand.names() if name.startswith(f"{screen}.row.")]


def test_the_desk_lists_who_is_to_be_told_and_what(desk: Hand) -> None:
    at_work("totell")(desk)
    assert len(rows_of(desk, "totell")) == 4
    for words in (
        "Guendalina S. · +39 02 1234 5678", "Il posto c'è: iscrizione confermata",
        "Aurora Ginevra T. · 333 123 45 67", "Posti finiti: è in lista d'attesa",
        "Incontro annullato", "Il posto non c'è",
    ):  # fmt: skip
        assert desk.text(words), words


def test_names_and_numbers_wait_for_the_pin(desk: Hand) -> None:
    for screen in ("totell", "expected"):
        at_work(screen, named=False)(desk)
        words = " ".join(desk.texts())
        for secret in ("Guendalina", "Fatima", "Pavel", "Aurora", "1234 5678", "333"):
            assert secret not in words, (screen, secret)
        assert desk.text("… ")
        desk.tap(f"{screen}.pin")
        assert desk.screen == "pin"
        desk.app.shell.exit()


def test_whoever_was_told_leaves_the_list_and_the_hub_hears_of_it(desk: Hand) -> None:
    at_work("totell")(desk)
    desk.tap("totell.row.atteso5")
    assert "totell.row.atteso5" not in desk.names()
    assert desk.text("Avvisato: Guendalina S.")
    assert desk.recorded("told") == [{"booking": "atteso5"}]
    assert "atteso5" not in [one.booking.id for one in desk.app.terminal.to_tell()]


def test_a_place_at_the_same_hour_in_another_space_is_to_be_told_and_named(desk: Hand) -> None:
    same_hour_elsewhere(desk)
    assert desk.text("Ha un posto anche alle 17:00: Ginnastica dolce per chi ha più di sessant'anni, Piazzetta Capuana")
    desk.tap("totell.row.doppio")
    assert desk.text("Avvisato: Amina D.")
    assert desk.recorded("told") == [{"booking": "doppio"}]
    assert "totell.row.doppio" not in desk.names()


def test_whoever_was_ticked_off_by_mistake_is_back_on_the_list_by_one_tap(desk: Hand) -> None:
    at_work("totell")(desk)
    before = rows_of(desk, "totell")
    desk.tap("totell.row.atteso5")
    desk.tap("totell.undo")
    assert rows_of(desk, "totell") == before
    assert desk.recorded("told_undo") == [{"booking": "atteso5"}]
    assert desk.text("Guendalina S. · +39 02 1234 5678")
    assert "totell.undo" not in desk.names()
    desk.app.models["totell"].undo()
    assert len(desk.recorded("told_undo")) == 1, "once"


def test_when_all_are_told_the_list_says_so(desk: Hand) -> None:
    at_work("totell")(desk)
    for name in rows_of(desk, "totell"):
        desk.tap(name)
    at_work("totell")(desk)
    assert desk.text("Nessuno da avvisare.")


def test_who_is_expected_today_is_checked_in_by_one_tap(desk: Hand) -> None:
    at_work("expected")(desk)
    assert desk.text("Attese 7 persone, arrivate 2")
    desk.tap("expected.row.atteso0")
    assert desk.text("Attese 7 persone, arrivate 3")
    assert desk.recorded("checkin") == [{"booking": "atteso0"}]
    assert "expected.row.atteso0" not in desk.names()


def test_what_is_over_is_no_news_any_more(desk: Hand) -> None:
    before = {one.booking.id for one in desk.app.terminal.to_tell()}
    assert "atteso4" in before
    desk.clock.forward(4 * 3600)  # the ride ended at six
    assert {one.booking.id for one in desk.app.terminal.to_tell()} == before - {"atteso4"}


def test_the_jobs_say_how_much_waits(desk: Hand) -> None:
    at_work("")(desk)
    for words in ("Attesi oggi", "7 persone", "Da avvisare", "4 persone", "Richieste", "Tutto inviato."):
        assert desk.text(words), words
    desk.tap("more.totell")
    desk.tap("totell.row.atteso5")
    desk.tap("bar.more")
    assert desk.text("3 persone")
    assert desk.text("1 registrazione da inviare")


def test_a_colleague_with_a_pin_unlocks_another_and_a_badge_alone_does_not(desk: Hand) -> None:
    for staff in ("marco", "giulia"):
        for _ in range(MAX_PIN_FAILURES):
            desk.app.terminal.journal.count_pin_attempt(staff, 0)
    at_work("", named=False)(desk)
    assert not [name for name in desk.names() if name.startswith("more.unlock")]
    desk.app.context.session.named = True
    desk.app.models["more"].refresh()
    assert [name for name in desk.names() if name.startswith("more.unlock")] == ["more.unlock.marco"], "not themselves"
    desk.tap("more.unlock.marco")
    assert [one.id for one in desk.app.terminal.locked_out()] == ["giulia"]
    assert not [name for name in desk.names() if name.startswith("more.unlock")]


def test_nothing_of_anybody_is_left_when_the_desk_is_locked(desk: Hand) -> None:
    at_work("totell")(desk)
    desk.tap("bar.lock")
    models = desk.app.models
    lists = [models["more"], *(models[name].property("listing") for name in ("totell", "expected"))]
    assert [one.property("rows").rowCount() for one in lists] == [0, 0, 0]
    words = " ".join(desk.texts())
    assert not [name for name in ("Guendalina", "Fatima", "1234") if name in words]


def test_whoever_works_at_the_desk_makes_the_text_large_and_is_still_there(desk: Hand) -> None:
    at_work("access")(desk)
    assert desk.screen == "access"
    desk.tap("access.large")
    assert desk.app.context.session.modes.large
    desk.app.shell.back()
    assert desk.screen == "more"
    assert desk.app.context.session.named
    desk.tap("bar.lock")
    assert not desk.app.context.session.modes.large
