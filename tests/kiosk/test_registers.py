"""Parcels and notes to the next shift in the real window: by taps, by codes, with and without the PIN."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from kiosk.devices.slip import Slip
from sync.parcels import slip_text
from sync.terminal import registers
from tests.kiosk.conftest import Hand
from tests.kiosk.desk_acts import at_work, kept_and_noted
from tests.kiosk.test_desk_jobs import rows_of
from tests.kiosk.world import NUMBER, card_code, whole

SECRETS = ("Abdelrahman", "Guendalina", "Inquilino", "corriere", "Amina D.")


@pytest.fixture
def desk(window: Callable[..., Hand], tmp_path: Path) -> Hand:
    """A terminal that keeps parcels and has notes; its desk is closed."""
    world = whole()
    kept_and_noted(world)
    world.write(tmp_path / "kept")
    return window(path=tmp_path / "kept")


def write(hand: Hand, name: str, words: str) -> None:
    for letter in words:
        hand.tap(f"{name}.space" if letter == " " else f"{name}.key.{letter}")


def keep(hand: Hand, words: str) -> str:
    """Keeps a parcel; returns its code."""
    at_work("parcels")(hand)
    hand.tap("parcels.keep")
    write(hand, "keep", words)
    hand.tap("keep.next")
    return str(hand.app.models["keep"].property("code"))


def test_a_parcel_is_kept_by_a_name_under_a_code_that_nothing_else_has(desk: Hand) -> None:
    before = {one.code for one in registers.parcels(desk.app.terminal.projection)}
    code = keep(desk, "ADA CONTI")
    assert code not in before
    assert desk.text(f"Pacco registrato: codice {code}")
    assert desk.recorded("parcel") == [{"code": code}], "the name is beside the fact"
    desk.tap("keep.back")
    assert desk.text("10 pacchi")
    write(desk, "parcels", code)
    assert desk.text(f"{code} · Ada Conti")
    assert desk.text("da inviare")


def test_the_code_that_somebody_says_hands_the_parcel_over_and_that_can_be_taken_back(desk: Hand) -> None:
    at_work("parcels")(desk)
    write(desk, "parcels", "M42")
    assert rows_of(desk, "parcels") == ["parcels.row.pacco1"]
    desk.tap("parcels.row.pacco1")
    assert desk.text("Consegnato: M42 · Amina D.")
    assert desk.text("8 pacchi")
    desk.tap("parcels.undo")
    assert desk.text("9 pacchi")
    assert desk.recorded("parcel_out") == [{"parcel": "pacco1"}]
    (back,) = desk.recorded("parcel_back")
    assert back["parcel"] == "pacco1"


def test_what_was_handed_over_today_can_be_taken_back_from_the_list_too(desk: Hand) -> None:
    at_work("parcels")(desk)
    write(desk, "parcels", "Z30")
    assert desk.text("Consegnato oggi, 09:30")
    desk.tap("parcels.row.pacco3")
    assert desk.text("10 pacchi")
    assert desk.recorded("parcel_back") == [{"parcel": "pacco3", "out": "consegna"}]


def test_a_slip_shows_its_parcel_at_the_desk_and_sends_a_resident_there(desk: Hand) -> None:
    code = keep(desk, "ADA")
    made = next(one.id for one in registers.parcels(desk.app.terminal.projection) if one.code == code)
    desk.tap("bar.lock")
    desk.scan(slip_text(made))
    assert desk.app.shell.property("message") == "Questo è il codice di un pacco. Mostralo al portiere."
    at_work("", named=False)(desk)
    desk.clock.forward(60)
    desk.scan(slip_text(made))
    assert desk.screen == "parcels"
    assert rows_of(desk, "parcels") == [f"parcels.row.{made}"]
    desk.clock.forward(60)
    desk.scan(slip_text("0" * 32))
    assert desk.text("Qui non c'è un pacco con questo codice.")


def test_a_card_says_whom_a_parcel_is_for_and_changes_nothing_else_at_the_desk(desk: Hand) -> None:
    at_work("parcels")(desk)
    desk.tap("parcels.keep")
    desk.scan(card_code())
    assert desk.screen == "parcels.keep"
    assert desk.app.context.session.card is None
    desk.tap("keep.next")
    assert [(one["card"]) for one in desk.recorded("parcel")] == [NUMBER]


def test_names_and_notes_wait_for_the_pin(desk: Hand) -> None:
    at_work("parcels", named=False)(desk)
    words = " ".join(desk.texts())
    assert "A17" in words
    assert not [one for one in SECRETS if one in words]
    for way in ("parcels.pin", "parcels.keep"):
        desk.tap(way)
        assert desk.screen == "pin"
        desk.app.shell.exit()
        at_work("parcels", named=False)(desk)
    at_work("", named=False)(desk)
    desk.tap("more.handover")
    assert desk.screen == "pin"
    assert not [one for one in SECRETS if one in " ".join(desk.texts())]


def test_a_parcel_that_has_lain_for_long_is_pointed_out(desk: Hand) -> None:
    at_work("parcels")(desk)
    assert [text for text in desk.texts() if "avvisa" in text] == ["Qui da 21 giorni: avvisa chi lo aspetta."]


def test_a_note_waits_for_the_next_shift_is_counted_and_ticked_off(desk: Hand) -> None:
    at_work("handover")(desk)
    assert desk.text("Altro (3)")
    assert desk.text("Viale Omero · Giulia Rossi")
    desk.tap("handover.write")
    write(desk, "handover", "IL FABBRO")
    desk.tap("handover.all")
    desk.tap("handover.next")
    assert desk.text("La trovano anche gli altri spazi.")
    assert desk.text("Altro (4)")
    assert desk.recorded("handover") == [{"to": "all"}]
    (made,) = [one for one in registers.handovers(desk.app.terminal.projection) if one.text == "Il fabbro"]
    assert (made.by, made.to) == ("giulia", "all")
    for note in (made.id, "nota0"):
        desk.tap(f"handover.row.{note}")
    assert desk.recorded("handover_done") == [{"handover": made.id}, {"handover": "nota0"}]
    desk.tap("bar.more")
    assert desk.text("2 da leggere")


def test_a_note_that_was_ticked_off_is_opened_again_at_once_or_from_the_list(desk: Hand) -> None:
    at_work("handover")(desk)
    desk.tap("handover.row.nota1")
    assert desk.text("Segnata come fatta.")
    desk.tap("handover.undo")
    assert "handover.undo" not in desk.names()
    assert desk.recorded("handover_undo") == [{"handover": "nota1"}]
    assert desk.text("Fatto lun 23, 09:00")
    desk.tap("handover.row.fatta")
    assert desk.recorded("handover_undo") == [{"handover": "nota1"}, {"handover": "fatta"}]
    assert [one.done for one in registers.handovers(desk.app.terminal.projection)] == [None] * 4


def test_nothing_of_it_is_left_when_the_desk_is_locked(desk: Hand) -> None:
    at_work("parcels")(desk)
    desk.tap("parcels.row.pacco0")
    at_work("handover")(desk)
    desk.tap("handover.write")
    write(desk, "handover", "IL FABBRO")
    desk.tap("bar.lock")
    for screen in ("home", "board", "services"):
        desk.app.go(screen)
        assert not [one for one in (*SECRETS, "fabbro", "A17") if one in " ".join(desk.texts())]
    models = desk.app.models
    lists = [models[name].property("listing").property("rows").rowCount() for name in ("parcels", "handover")]
    assert (lists, models["keep"].property("holder")) == ([0, 0], "")
    typed = [models["keep"].property("name"), models["handover"].property("note")]
    assert [one.property("text") for one in typed] == ["", ""]


class Queue(QObject):
    """The queue before a printer, that keeps what it is given."""

    done = Signal(int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.slips: list[Slip] = []

    def submit(self, slip: Slip) -> int:
        self.slips.append(slip)
        return len(self.slips)


def test_the_slip_has_the_code_and_no_name(desk: Hand, qtbot: Any) -> None:
    queue = Queue(desk.app.engine)
    slips = desk.app.models["keep"].slips
    slips.use(queue)
    code = keep(desk, "ADA CONTI")
    desk.tap("keep.slip")
    (slip,) = queue.slips
    words = " ".join(one.text for one in slip.above + slip.below)
    assert code in words
    assert "Conti" not in words
    assert slip.code
    with qtbot.waitSignal(slips.changed):
        queue.done.emit(1, "paper")
    assert desk.text("La stampante ha finito la carta. Scrivi il codice sul pacco a mano.")
