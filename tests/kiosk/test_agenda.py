"""The week, the other spaces, one activity, the board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sync import rows
from sync.clock import stamp
from tests.kiosk.conftest import Hand
from tests.kiosk.world import at, tell


def test_the_week_opens_on_tomorrow_and_says_what_changed(hand: Hand) -> None:
    hand.tap("home.tile.week")
    assert hand.text("Domani, mercoledì 25 novembre")
    assert hand.item("agenda.row.coro-1").property("notice") == "Annullato"
    assert hand.item("agenda.row.caffe-1").property("notice") == "Spostato: era mar 24, 20:30"
    assert hand.item("agenda.row.scacchi-1").property("seats") == "posti finiti"


def test_another_day_is_one_tap_and_carries_a_mark(hand: Hand) -> None:
    hand.tap("home.tile.week")
    assert hand.item("agenda.day.2026-11-25").property("selected") is True
    hand.tap("agenda.day.2026-11-24")
    assert hand.item("agenda.day.2026-11-24").property("selected") is True
    assert hand.item("agenda.day.2026-11-25").property("selected") is False
    assert hand.item("agenda.row.cucito-1")


def test_a_day_without_anything_says_what_to_do(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.tap("agenda.day.2026-11-30")
    assert hand.text("In questo giorno non c'è niente in programma.")
    assert hand.text("Vai al giorno più vicino, oppure guarda gli altri spazi.")
    hand.tap("agenda.nearest")
    assert hand.item("agenda.day.2026-11-25").property("selected") is True
    assert hand.item("agenda.row.scacchi-1")


def test_a_space_without_anything_this_week_leads_to_the_next_thing_there_and_to_the_others(
    window: Callable[..., Hand], data: Path
) -> None:
    start = stamp(at(24, 10) + timedelta(days=20))
    tell(data, [
        ("activity", rows.Activity("festa", "omero", {"it": "Festa di cortile"}), rows.PUBLIC),
        ("occurrence", rows.Occurrence("festa-1", "festa", "omero", start), rows.PUBLIC),
    ])  # fmt: skip
    hand = window()
    hand.app.go("space", space="omero")
    hand.tap("agenda.elsewhere")
    assert hand.screen == "spaces"
    hand.tap("header.back")
    assert hand.item("agenda.nearest").property("label") == "Lunedì 14 dicembre: Festa di cortile"
    hand.tap("agenda.nearest")
    assert hand.text("Festa di cortile")
    assert hand.screen == "activity"


def test_the_whole_week_is_one_tap_and_headed_by_its_days(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.tap("agenda.day.week")
    assert hand.text("Oggi, martedì 24 novembre")
    assert hand.text("Domani, mercoledì 25 novembre")
    assert hand.item("agenda.row.coro-1").property("notice") == "Annullato"
    keys = [row.key for row in hand.app.models["agenda"]._rows]
    assert keys.count("mostra-1") == 1, "what lasts for days is told once"
    assert keys.index("mostra-1") > keys.index("cineforum-1"), "and after what has an hour"


def test_filters_narrow_the_list_and_say_so_until_they_are_taken_away(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.tap("agenda.day.2026-11-24")
    hand.tap("agenda.filters")
    assert hand.item("filters.category.culture").property("below") == "2"
    hand.tap("filters.category.culture")
    assert hand.item("filters.category.culture").property("selected") is True
    hand.tap("filters.free")
    assert hand.item("filters.show").property("label") == "Mostra 2 attività"
    hand.tap("filters.show")
    assert hand.screen == "week"
    assert hand.item("agenda.day.2026-11-24").property("selected") is True, "the day is kept"
    assert hand.text("Cultura · gratuite — 2 attività")
    assert {name for name in hand.names() if name.startswith("agenda.row.")} == {
        "agenda.row.cineforum-1", "agenda.row.mostra-1",
    }  # fmt: skip
    hand.tap("agenda.clear")
    assert hand.item("agenda.row.cucito-1")
    assert "agenda.clear" not in hand.names()


def test_a_choice_that_would_show_nothing_is_not_offered(hand: Hand) -> None:
    hand.app.go("week")
    hand.tap("agenda.filters")
    hand.tap("filters.language.ar")
    assert "filters.category.culture" not in hand.names()
    assert hand.item("filters.category.language")
    hand.tap("filters.language.ar")
    assert hand.item("filters.category.culture")


def test_filters_that_leave_a_day_empty_lead_to_the_nearest_that_is_not(hand: Hand) -> None:
    hand.app.go("week")
    hand.tap("agenda.filters")
    hand.tap("filters.category.lab")
    hand.tap("filters.show")
    assert hand.text("Con questi filtri non c'è niente qui.")
    hand.tap("agenda.nearest")
    assert hand.item("agenda.day.2026-11-24").property("selected") is True
    assert hand.item("agenda.row.cucito-1")


def test_what_somebody_chose_is_gone_with_them(hand: Hand) -> None:
    hand.app.go("week")
    hand.tap("agenda.filters")
    hand.tap("filters.free")
    hand.tap("bar.exit")
    hand.tap("home.tile.week")
    assert "agenda.clear" not in hand.names()


def test_all_spaces_together_say_where_each_thing_is(hand: Hand) -> None:
    hand.tap("home.tile.spaces")
    hand.tap("spaces.all")
    assert hand.text("Tutti gli spazi")
    assert hand.item("agenda.row.altrove-1").property("detail").startswith("Piazzetta Capuana")
    assert hand.item("agenda.row.cucito-1").property("detail").startswith("Via Fratelli Zoia")


def test_the_plan_shows_the_spaces_by_the_numbers_of_the_list(hand: Hand) -> None:
    hand.tap("home.tile.spaces")
    hand.app.settle()
    assert hand.item("spaces.map")
    points = {row.key: row for row in hand.app.models["spaces"]._points}
    assert set(points) == {"here", "capuana", "omero", "duomo"}
    assert points["capuana"].at_y < points["here"].at_y < points["omero"].at_y, "north is up"
    assert points["here"].at_x < points["capuana"].at_x < points["omero"].at_x
    assert hand.item("spaces.capuana").property("number") == points["capuana"].number == "1"
    assert points["here"].kind == "here"
    assert hand.text("Sei qui")


def test_coming_back_from_an_activity_one_is_on_the_same_day(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.tap("agenda.day.2026-11-24")
    hand.tap("agenda.row.cineforum-1")
    hand.tap("header.back")
    assert hand.screen == "week"
    assert hand.item("agenda.day.2026-11-24").property("selected") is True


def test_the_other_spaces_say_how_much_is_on_and_open_on_today(hand: Hand) -> None:
    assert hand.item("home.tile.spaces").property("label") == "Gli altri due spazi"
    hand.tap("home.tile.spaces")
    assert hand.item("spaces.capuana").property("subtitle") == "Quarto Oggiaro · a 5,4 km · 1 attività oggi"
    assert hand.item("spaces.omero").property("subtitle") == "Corvetto · a 9,9 km · oggi niente"
    assert "spaces.zoia" not in hand.names()
    hand.tap("spaces.capuana")
    assert hand.item("agenda.day.2026-11-24").property("selected") is True
    assert hand.item("agenda.row.altrove-1")
    assert hand.text("Piazzetta Capuana, Milano, Quarto Oggiaro")


def test_an_activity_tells_its_facts_at_a_glance(hand: Hand) -> None:
    hand.tap("home.row.italiano-1")
    for words in (
        "Oggi, martedì 24 novembre", "18:30\u00a0–\u2060\u00a020:00", "ogni martedì fino al 15 dicembre",
        "Sala piccola, Via Fratelli Zoia, Milano", "piano terra, senza gradini", "adulti",
        "italiano; parliamo anche arabo e spagnolo", "gratuito", "2 posti, conferma subito",
    ):  # fmt: skip
        assert words in hand.texts()


def test_other_dates_of_an_activity_are_one_tap_away(hand: Hand) -> None:
    hand.tap("home.row.italiano-1")
    assert hand.item("activity.date.italiano-2").property("label") == "mar 1 dic, 18:30"
    hand.tap("activity.date.italiano-2")
    assert hand.item("activity.day").property("text") == "Martedì 1 dicembre"
    assert hand.item("activity.date.italiano-3")
    hand.tap("header.back")
    assert hand.screen == "home"


def test_a_text_can_be_read_in_each_of_its_languages(hand: Hand) -> None:
    hand.app.go("activity", occurrence="cucito-1")
    assert hand.item("activity.language.it").property("selected") is True
    hand.tap("activity.language.ar")
    assert hand.item("activity.text").property("text").startswith("أحضروا")
    assert hand.text("Laboratorio di cucito"), "what has no translation stays as it is"
    assert "activity.original" not in hand.names()
    hand.tap("activity.language.en")
    assert hand.text("Sewing together")
    assert hand.item("activity.original").property("text") == "Testo in italiano"
    hand.tap("bar.exit")
    hand.app.go("activity", occurrence="cucito-1")
    assert hand.item("activity.language.it").property("selected") is True


def test_seats_beyond_what_this_terminal_may_promise_are_said_to_wait(window: Callable[..., Hand], data: Path) -> None:
    hand = window()
    hand.app.go("activity", occurrence="cucito-1")
    assert hand.text("4 posti, conferma quando torna la rete")
    hand.app.go("activity", occurrence="doposcuola-1")
    assert hand.text("12 posti: 3 con conferma subito, gli altri quando torna la rete")
    hand.app.context.heard_online = True
    hand.app.context.changed.emit()
    assert hand.text("12 posti, conferma subito")


def test_what_needs_no_sign_up_says_so_and_what_has_no_end_says_when_it_begins(
    window: Callable[..., Hand], data: Path
) -> None:
    tell(data, [
        ("activity", rows.Activity("festa", "zoia", {"it": "Festa"}), rows.PUBLIC),
        ("occurrence", rows.Occurrence("festa-1", "festa", "zoia", stamp(at(24, 16)), None), rows.PUBLIC),
    ])  # fmt: skip
    hand = window()
    hand.app.go("activity", occurrence="festa-1")
    assert hand.item("activity.hours").property("text") == "Dalle 16:00"
    assert hand.text("non serve: vieni e basta")
    hand.app.go("activity", occurrence="mostra-1")
    assert hand.text("Da giovedì 19 novembre a domenica 29 novembre")


def test_a_cancelled_activity_says_so_and_why_and_takes_no_sign_up(hand: Hand) -> None:
    hand.app.go("activity", occurrence="coro-1")
    assert hand.text("Annullato: questa volta non si fa.")
    assert hand.text("La maestra è malata.")
    assert "activity.signup" not in hand.names()


def test_a_moved_activity_says_when_it_was(hand: Hand) -> None:
    hand.app.go("activity", occurrence="caffe-1")
    assert hand.text("Spostato: era martedì 24 novembre, 20:30.")
    assert hand.item("activity.signup")


def test_what_is_over_or_needs_no_sign_up_offers_none(hand: Hand) -> None:
    hand.app.go("activity", occurrence="mercato-1")
    assert hand.text("È già finita.")
    assert "activity.signup" not in hand.names()
    hand.app.go("activity", occurrence="cineforum-1")
    assert "activity.signup" not in hand.names()


def test_one_that_is_cancelled_while_somebody_reads_says_so_at_once(hand: Hand, data: Path) -> None:
    hand.tap("home.row.italiano-1")
    row = rows.Occurrence(
        "italiano-1", "italiano", "zoia", stamp(at(24, 18, 30)), stamp(at(24, 20)), status="cancelled", capacity=14
    )
    tell(data, [("occurrence", row, rows.PUBLIC)])
    hand.wait(6)
    assert hand.text("Annullato: questa volta non si fa.")
    assert "activity.signup" not in hand.names()


def test_an_activity_that_has_gone_says_what_to_do(hand: Hand) -> None:
    hand.app.go("activity", occurrence="mai-esistita")
    assert hand.text("Questa attività non c'è più")
    assert not {"activity.signup", "activity.takeaway"} & hand.names()


def test_markup_in_a_text_is_shown_as_it_is_written(window: Callable[..., Hand], data: Path) -> None:
    evil = '<img src="http://127.0.0.1:9/x.png"> <b>Festa</b>'
    tell(data, [
        ("activity", rows.Activity("festa", "zoia", {"it": evil}, description={"it": evil}), rows.PUBLIC),
        ("occurrence", rows.Occurrence("festa-1", "festa", "zoia", stamp(at(24, 16)), None), rows.PUBLIC),
    ])  # fmt: skip
    hand = window()
    hand.tap("home.row.festa-1")
    assert hand.texts().count(evil) == 2


def test_the_board_shows_its_notices_and_which_is_urgent(hand: Hand) -> None:
    hand.tap("home.tile.board")
    assert hand.text("Ascensore fermo")
    assert hand.text("Il tecnico arriva mercoledì mattina.")
    assert hand.text("Urgente")
    assert hand.text("oggi")
