"""Home: today's activities here, without a tap."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from sync import rows
from sync.clock import stamp
from tests.kiosk.conftest import Hand
from tests.kiosk.world import NOW, HandClock, World, at, tell, whole


def row_names(hand: Hand) -> list[str]:
    rows_shown = [item for item in hand.shown() if item.objectName().startswith("home.row.")]
    rows_shown.sort(key=lambda item: item.mapToScene(item.boundingRect().topLeft()).y())
    return [item.objectName().removeprefix("home.row.") for item in rows_shown]


def made(tmp_path: Path, world: World) -> Path:
    world.write(tmp_path / "made")
    return tmp_path / "made"


def test_what_is_on_now_stands_out_and_what_comes_later_follows_in_order(hand: Hand) -> None:
    assert hand.item("home.now").property("label") == "Laboratorio di cucito: ripariamo insieme"
    assert hand.text("Adesso, fino alle 17:00")
    assert row_names(hand)[:3] == ["doposcuola-1", "italiano-1", "cineforum-1"]
    assert hand.text("Oggi qui")
    assert hand.text("15:20")
    assert hand.text("martedì 24 novembre")


def test_a_block_of_days_comes_after_the_days_own_activities_and_says_until_when(hand: Hand) -> None:
    assert row_names(hand)[3] == "mostra-1"
    assert hand.text("fino a\ndom 29")


def test_what_is_over_is_not_shown(hand: Hand) -> None:
    assert not hand.text("Mercato contadino")


def test_an_activity_opens_with_one_tap(hand: Hand) -> None:
    hand.tap("home.row.italiano-1")
    assert hand.screen == "activity"
    assert hand.text("Italiano per chi arriva, livello A1")


def test_the_next_one_stands_out_when_nothing_is_on_now(window: Callable[..., Hand], clock: HandClock) -> None:
    clock.forward(2 * 3600)
    hand = window()
    assert hand.item("home.now").property("label") == "Doposcuola aperto"
    clock.forward(1 * 3600 + 600)
    hand.wait(0)
    assert hand.item("home.now").property("label") == "Italiano per chi arriva, livello A1"


def test_the_minute_hand_moves_what_is_on(hand: Hand) -> None:
    hand.wait(2 * 3600)
    assert hand.text("17:20")
    assert hand.text("Adesso, fino alle 18:30")


def test_at_midnight_the_next_day_begins(hand: Hand) -> None:
    hand.wait(8 * 3600 + 41 * 60)
    hand.app.shell.wake()
    assert hand.text("mercoledì 25 novembre")
    assert hand.item("home.now").property("label") == "Torneo di scacchi"
    assert not hand.text("Doposcuola aperto")


def test_a_day_that_is_over_shows_what_comes_next(
    window: Callable[..., Hand], clock: HandClock, tmp_path: Path
) -> None:
    world = World()
    world.spaces()
    world.activity("mattina", "Colazione insieme", at(24, 8), at(24, 9))
    world.activity("giovedi", "Ginnastica dolce", at(26, 10), at(26, 11))
    hand = window(path=made(tmp_path, world))
    assert hand.text("Per oggi qui è tutto.")
    assert hand.text("Nei prossimi giorni")
    assert row_names(hand) == ["giovedi-1"]
    assert hand.text("gio 26\n10:00")


def test_nothing_today_reaches_beyond_the_week(window: Callable[..., Hand], tmp_path: Path) -> None:
    world = World()
    world.spaces()
    world.activity("natale", "Pranzo di Natale", at(30, 12).replace(month=12), at(30, 15).replace(month=12))
    hand = window(path=made(tmp_path, world))
    assert hand.text("Oggi qui non c'è niente in programma.")
    assert row_names(hand) == ["natale-1"]


def test_an_empty_programme_says_what_to_do(window: Callable[..., Hand], tmp_path: Path) -> None:
    world = World()
    world.spaces()
    hand = window(path=made(tmp_path, world))
    assert hand.text("Guarda che cosa c'è negli altri spazi, oppure chiedi al portiere.")


def test_before_the_first_synchronisation_home_stands_all_the_same(window: Callable[..., Hand], tmp_path: Path) -> None:
    hand = window(path=made(tmp_path, World(updated=None)))
    assert hand.text("Il programma non è ancora arrivato.")
    assert hand.text("Arriva da solo appena c'è la rete. Intanto chiedi al portiere.")
    hand.tap("home.tile.spaces")
    assert hand.text("L'elenco degli spazi non è ancora arrivato: chiedi al portiere.")


@pytest.mark.parametrize(
    ("area", "order"),
    [
        (1, ["staff", "services", "offers", "week", "spaces", "board"]),
        (2, ["week", "spaces", "services", "board", "staff"]),
        (3, ["product", "services", "opening", "week", "spaces", "staff"]),
    ],
)
def test_each_area_puts_first_what_it_is_for(
    window: Callable[..., Hand], tmp_path: Path, area: int, order: list[str]
) -> None:
    hand = window(path=made(tmp_path, whole(area=area)))
    # What is urgent stands before all that, in every area, and is read without a tap.
    assert tiles(hand) == ["board", *(name for name in order if name != "board")]
    assert hand.text("Urgente: Ascensore fermo")
    titles, texts = {"it": "Ascensore fermo"}, {"it": "…"}
    later = rows.Notice("ascensore", None, titles, texts, stamp(at(24, 9)))
    tell(hand.app.terminal.folder, [("notice", later, rows.PUBLIC)])
    hand.app.terminal.projection.refresh()
    hand.app.context.changed.emit()
    hand.app.settle()
    assert tiles(hand) == order


def tiles(hand: Hand) -> list[str]:
    """The names of Home's tiles, as one reads."""
    found = [item for item in hand.shown() if item.objectName().startswith("home.tile.")]
    places = [(item.mapToScene(item.boundingRect().topLeft()), item.objectName()) for item in found]
    places.sort(key=lambda one: (round(one[0].y()), one[0].x()))
    return [name.removeprefix("home.tile.") for _, name in places]


@pytest.mark.parametrize(
    ("tile", "screen"), [("week", "week"), ("spaces", "spaces"), ("board", "board"), ("staff", "staff")]
)
def test_everything_else_is_one_tap_away(hand: Hand, tile: str, screen: str) -> None:
    hand.tap(f"home.tile.{tile}")
    assert hand.screen == screen


def test_what_the_hub_tells_appears_without_a_touch(hand: Hand, data: Path) -> None:
    activity = rows.Activity("nuova", "zoia", {"it": "Merenda a sorpresa"})
    occurrence = rows.Occurrence("nuova-1", "nuova", "zoia", stamp(at(24, 16)), stamp(at(24, 17)))
    tell(data, [("activity", activity, rows.PUBLIC), ("occurrence", occurrence, rows.PUBLIC)])
    hand.wait(6)
    assert row_names(hand)[0] == "nuova-1"


def test_a_clock_that_is_not_to_be_trusted_shows_days_and_never_now(window: Callable[..., Hand], data: Path) -> None:
    hand = window()
    hand.app.terminal.journal.note("offset", str(3 * 3600 * 1000))
    hand.wait(60)
    assert not hand.text("Adesso")
    assert not hand.text("15:21")
    assert hand.text("L'orologio è da verificare: guarda la data di ogni attività.")
    assert hand.text("oggi\n17:00")


def test_the_programme_is_as_old_as_the_pill_says(window: Callable[..., Hand], tmp_path: Path) -> None:
    world = whole(updated=NOW.replace(day=20))
    hand = window(path=made(tmp_path, world))
    assert hand.text("Programma di venerdì 20: chiedi conferma al portiere.")


@pytest.mark.parametrize("section", ["product", "opening"])
def test_a_section_of_the_board_is_one_tap_away_where_the_area_puts_it_first(
    window: Callable[..., Hand], tmp_path: Path, section: str
) -> None:
    hand = window(path=made(tmp_path, whole(area=3)))
    hand.tap(f"home.tile.{section}")
    assert hand.screen == "board"
    assert hand.item(f"board.tab.{section}").property("selected") is True


@pytest.mark.parametrize(
    ("forward", "words"),
    [
        (timedelta(), "Aperto fino alle 18:00"),
        (timedelta(hours=-2), "Apre alle 14:00"),
        (timedelta(hours=3), "Chiuso. Riapre domani alle 09:00"),
    ],
)
def test_home_says_whether_the_space_is_open(
    window: Callable[..., Hand], clock: HandClock, forward: timedelta, words: str
) -> None:
    clock.forward(forward.total_seconds())
    assert window().text(words)


def test_the_bar_searches_while_nobody_is_there_and_leaves_during_a_visit(hand: Hand) -> None:
    assert "bar.exit" not in hand.names()
    hand.tap("bar.search")
    assert hand.screen == "search"
    assert "bar.search" not in hand.names()
    hand.tap("bar.exit")
    assert hand.screen == "home"
