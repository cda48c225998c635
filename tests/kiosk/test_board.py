"""The board: what hangs in each section, one thing to read, and a note from the first letter to the office."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.board.board import MAX_BRIEF
from kiosk.controls.writing import brief
from sync import rows
from sync.clock import stamp
from sync.terminal.pending import Stated
from tests.kiosk.hand import PORTRAIT, Hand
from tests.kiosk.world import NUMBER, World, at, card_code, tell, whole

MARKUP = "<i>x</i><img src='http://127.0.0.1:1/'>"


def notes(hand: Hand) -> list[Stated]:
    """The notes that were written here."""
    return [fact for fact in hand.app.terminal.projection._pending if fact.kind == "offer"]


def tabs(hand: Hand) -> list[str]:
    return sorted(name.removeprefix("board.tab.") for name in hand.names() if name.startswith("board.tab."))


def write(hand: Hand, text: str) -> None:
    for letter in text:
        hand.tap("write.space" if letter == " " else f"write.key.{letter}")


@pytest.mark.parametrize(
    ("area", "sections"), [(1, ["notices", "offers"]), (2, []), (3, ["notices", "opening", "product"])]
)
def test_each_area_has_its_sections_even_where_nothing_hangs_there(
    window: Callable[..., Hand], tmp_path: Path, area: int, sections: list[str]
) -> None:
    world = World(area=area)
    world.spaces()
    world.people()
    world.write(tmp_path / "bare")
    hand = window(PORTRAIT, "it", tmp_path / "bare")
    hand.app.go("board")
    assert tabs(hand) == sections
    assert hand.text("Adesso non ci sono avvisi.")
    for section in sections[1:]:
        hand.tap(f"board.tab.{section}")
        assert hand.app.models["board"].property("empty")
        assert hand.text(hand.app.models["board"].property("hint"))


def test_what_hangs_there_has_a_section_in_any_area(hand: Hand) -> None:
    hand.app.go("board")
    assert tabs(hand) == ["notices", "offers", "opening", "product"]


def test_an_urgent_notice_is_first_and_read_whole(hand: Hand) -> None:
    hand.app.go("board")
    assert hand.text("Urgente")
    hand.tap("board.row.ascensore")
    assert hand.text("Il tecnico arriva mercoledì mattina.")
    assert hand.text("Urgente")
    assert "board.ask" not in hand.names()
    hand.tap("header.back")
    assert hand.screen == "board"


def test_back_leads_to_the_section_that_one_came_from(hand: Hand) -> None:
    hand.app.go("board")
    hand.tap("board.tab.offers")
    hand.tap("board.row.mate")
    assert hand.text("Offro")
    hand.tap("header.back")
    assert "board.row.mate" in hand.names()
    hand.tap("header.back")
    assert hand.screen == "home"


def test_a_neighbour_is_reached_through_the_portiere(hand: Hand) -> None:
    hand.app.go("board.item", key="scala")
    assert hand.text("il portiere vi mette in contatto")
    hand.tap("board.ask")
    hand.scan(card_code())
    assert hand.text("Il portiere vi mette in contatto. Passa al banco.")
    made = [one for one in hand.app.terminal.projection.requests() if one.service == "scala"]
    assert [(one.kind, one.card) for one in made] == [("offer", NUMBER)]


def test_a_note_is_saved_and_on_no_screen_before_the_office_has_read_it(hand: Hand) -> None:
    hand.app.go("board", key="offers")
    hand.tap("board.write.cerco")
    assert not hand.item("write.next").isEnabled()
    write(hand, "UNA SCALA ALTA")
    hand.tap("write.next")
    hand.scan(card_code())
    assert hand.text("Biglietto salvato.")
    (note,) = notes(hand)
    assert (note.body["what"], note.body["card"], note.personal) == ("cerco", NUMBER, {"title": "Una scala alta"})
    assert not hand.text("Una scala alta")
    hand.app.go("board", key="offers")
    assert not hand.text("Una scala alta")


def test_a_note_without_a_card_asks_for_a_name_and_never_shows_it(hand: Hand) -> None:
    hand.app.go("board.write")
    write(hand, "TORTE")
    hand.tap("write.next")
    hand.tap("note.no_card")
    for letter in "EVA":
        hand.tap(f"note.key.{letter}")
    hand.tap("note.name.confirm")
    assert [(note.body["what"], note.personal) for note in notes(hand)] == [
        ("offro", {"title": "Torte", "name": "Eva"})
    ]
    assert not hand.text("Eva")


def test_a_note_that_nobody_finishes_is_forgotten(hand: Hand) -> None:
    hand.app.go("board.write")
    write(hand, "TORTE")
    hand.wait(31)
    hand.wait(31)
    assert hand.screen == "home"
    assert hand.app.models["note"].property("note").property("text") == ""
    assert not notes(hand)


def test_what_leaves_the_board_while_one_reads_it_says_so(hand: Hand, data: Path) -> None:
    hand.app.go("board.item", key="mate")
    row = rows.Offer("mate", "zoia", "offro", {"it": "x"}, at=stamp(at(20, 9)), until=stamp(at(21, 9)))
    tell(data, [("offer", row, rows.space_scope("zoia"))])
    hand.wait(6)
    assert hand.text("Questo non c'è più.")
    assert "board.ask" not in hand.names()


def test_markup_in_notices_and_notes_is_shown_as_text(hand: Hand, data: Path) -> None:
    texts, day = {"it": MARKUP}, stamp(at(24, 9))
    tell(data, [
        ("offer", rows.Offer("m", "zoia", "offro", texts, texts, day), rows.space_scope("zoia")),
        ("notice", rows.Notice("n", "zoia", texts, texts, day), rows.space_scope("zoia")),
    ])  # fmt: skip
    hand.wait(6)
    for screen, key in (("board", "offers"), ("board", "notices"), ("board.item", "m"), ("board.item", "n")):
        hand.app.go(screen, key=key)
        assert hand.texts().count(MARKUP) >= 2, (screen, key)


def test_a_brief_is_whole_words_within_its_bound() -> None:
    assert brief("Corto.\nDue righe", MAX_BRIEF) == "Corto. Due righe"
    long = brief("parola, " * 60, MAX_BRIEF)
    assert len(long) <= MAX_BRIEF + 2
    assert long.endswith("parola …")
    assert brief("x" * 500, MAX_BRIEF) == "x" * MAX_BRIEF + " …"


def test_a_large_board_is_paged_by_taps(window: Callable[..., Hand], tmp_path: Path) -> None:
    world = whole()
    for i in range(40):
        row = rows.Offer(f"n{i}", "zoia", "cerco", {"it": f"Biglietto {i}"}, at=stamp(at(20, 9)))
        world.add("offer", row, rows.space_scope("zoia"))
    world.write(tmp_path / "full")
    hand = window(PORTRAIT, "it", tmp_path / "full")
    hand.app.go("board", key="offers")
    before = hand.item("board.list").property("contentY")
    hand.tap("board.down")
    assert hand.item("board.list").property("contentY") > before
