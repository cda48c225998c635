"""Parcels and notes to the next shift at terminals: at once, offline, at the other desks, and after the plug."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from sync import rows
from sync.errors import FactError
from sync.hub import erasure
from sync.terminal import registers
from sync.terminal.pending import Stated
from sync.terminal.registers import HandoverView, ParcelView
from sync.terminal.terminal import Terminal
from tests.support.pair import Machine, Pair, enrolled

NOW = "2026-11-24T14:20:00Z"


def only(machine: Machine | Terminal) -> ParcelView:
    terminal = machine.terminal if isinstance(machine, Machine) else machine
    (found,) = registers.parcels(terminal.projection)
    return found


def notes(machine: Machine) -> list[HandoverView]:
    return list(registers.handovers(machine.terminal.projection))


def test_a_parcel_is_there_at_once_without_a_line_and_the_other_terminal_of_the_space_hands_it_over(
    pair: Pair, tmp_path: Path
) -> None:
    here, elsewhere = pair.machine(), pair.machine("omero")
    beside = pair.opened(Machine(enrolled(pair.hub, tmp_path / "beside", pair.clock)))
    terminal = here.terminal
    code = registers.propose_code(terminal.projection)
    made = registers.keep_parcel(terminal, code, name="Famiglia Conti", by="giulia")
    assert (only(here).code, only(here).name, only(here).kept, only(here).pending) == (
        code,
        "Famiglia Conti",
        True,
        True,
    )
    for machine in (here, beside, elsewhere):
        machine.sync()
    told = only(here)
    assert (told.id, told.name, told.pending) == (made, "Famiglia Conti", False)
    assert registers.parcels(elsewhere.terminal.projection) == ()
    registers.hand_over(beside.terminal, made)
    assert not only(beside).kept
    assert only(here).kept
    beside.sync()
    here.sync()
    assert not only(here).kept
    registers.take_back(terminal, only(here))
    assert (only(here).kept, only(here).out) == (True, None)
    here.sync()
    beside.sync()
    assert (only(here).kept, only(beside).kept) == (True, True)


def test_a_parcel_for_a_card_that_was_replaced_is_for_the_new_one_before_the_hub_has_heard_of_it() -> None:
    def stated(seq: int, kind: str, body: dict[str, object]) -> Stated:
        return Stated(seq=seq, id=f"f{seq}", kind=kind, at=NOW, by=None, body=body, personal={})

    old, new, newest, other = "100000000001", "900420000003", "900420000011", "200000000007"
    kept = {"id": "p1", "space": "zoia", "code": "A17", "at": NOW, "card": old}
    pending = [
        stated(1, "parcel", {"code": "A18", "card": other}),
        stated(2, "card_replace", {"card": old, "number": new}),
        stated(3, "card_replace", {"card": new, "number": newest}),
    ]
    found = registers.lay_parcels([kept], pending, 0)
    assert {one.code: one.card for one in found} == {"A17": newest, "A18": other}


def test_who_is_named_must_be_somebody(pair: Pair) -> None:
    terminal = pair.machine().terminal
    with pytest.raises(FactError, match="for, or card"):
        registers.keep_parcel(terminal, "A17")
    registers.keep_parcel(terminal, "A17", card="100000000001")
    assert (only(terminal).card, only(terminal).name) == ("100000000001", "")


def test_a_code_is_free_among_what_is_kept_here_also_before_anything_was_sent(pair: Pair) -> None:
    terminal = pair.machine().terminal
    for _ in range(40):
        registers.keep_parcel(terminal, registers.propose_code(terminal.projection), name="Ada")
    codes = [one.code for one in registers.parcels(terminal.projection)]
    assert len(set(codes)) == 40


def test_short_codes_come_back_when_all_are_given_out_and_some_were_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    every = [f"{letter}{number}" for letter in "AFHKLMRUZ" for number in range(10, 100)]

    class Projection:
        def laid(self, _entity: str) -> tuple[list[dict[str, object]], tuple[Stated, ...], int]:
            outs = {"M42": ["fact"]}
            found = [rows.Parcel(code, "zoia", code, NOW, outs=outs.get(code, [])) for code in every]
            return [rows.dump(one) for one in found], (), 0

    assert registers.propose_code(Projection()) == "M42"  # type: ignore[arg-type]


def test_what_was_kept_noted_and_ticked_is_there_after_the_plug(pair: Pair) -> None:
    machine = pair.machine()
    made = registers.keep_parcel(machine.terminal, "A17", name="Ada")
    registers.hand_over(machine.terminal, made)
    note = registers.leave_note(machine.terminal, "Il furgone passa alle 17", by="giulia")
    registers.tick_note(machine.terminal, note)
    folder = machine.folder
    machine.close()
    again = Terminal(folder)
    try:
        assert (only(again).kept, only(again).name) == (False, "Ada")
        (found,) = registers.handovers(again.projection)
        assert (found.text, found.by, found.done is not None) == ("Il furgone passa alle 17", "giulia", True)
    finally:
        again.close()


def test_a_note_for_every_desk_is_ticked_off_by_each_for_itself_and_one_for_here_stays_here(pair: Pair) -> None:
    here, elsewhere = pair.machine(), pair.machine("omero")
    registers.leave_note(here.terminal, "Chiave del locale in cassetta")
    shared = registers.leave_note(here.terminal, "Domani niente corriere", to="all", by="giulia")
    assert [one.pending for one in notes(here)] == [True, True]
    here.sync()
    elsewhere.sync()
    assert [(one.text, one.space, one.done) for one in notes(elsewhere)] == [("Domani niente corriere", "zoia", None)]
    registers.tick_note(elsewhere.terminal, shared)
    assert notes(elsewhere)[0].done is not None
    elsewhere.sync()
    here.sync()
    assert all(one.done is None for one in notes(here))
    assert not any(one.pending for one in notes(here))


def test_a_note_that_was_ticked_off_by_mistake_is_open_again_here_and_at_the_hub(pair: Pair) -> None:
    here, beside = pair.machine(), pair.machine()
    note = registers.leave_note(here.terminal, "Chiave del locale in cassetta")
    here.sync()
    beside.sync()
    registers.tick_note(beside.terminal, note)
    beside.sync()
    here.sync()
    assert notes(here)[0].done is not None
    registers.untick_note(here.terminal, note)
    assert (notes(here)[0].done, notes(here)[0].pending) == (None, True)
    here.sync()
    beside.sync()
    assert [(one.done, one.pending) for machine in (here, beside) for one in notes(machine)] == [(None, False)] * 2


def test_open_notes_come_first_and_then_the_newest() -> None:
    def row(name: str, at: str, **more: object) -> dict[str, object]:
        return rows.dump(rows.Handover(name, "zoia", name, at, **more))  # type: ignore[arg-type]

    bodies = [row("a", "2026-11-22T08:00:00Z"), row("b", "2026-11-24T08:00:00Z", done={"zoia": NOW})]
    bodies.append(row("c", "2026-11-23T08:00:00Z", done={"omero": NOW}, to="all"))
    assert [one.id for one in registers.lay_handovers(bodies, [], 0, here="zoia")] == ["c", "a", "b"]


def test_names_leave_the_terminal_when_their_time_at_the_hub_is_over(pair: Pair) -> None:
    machine = pair.machine()
    made = registers.keep_parcel(machine.terminal, "A17", name="Ada")
    registers.leave_note(machine.terminal, "Citofono della signora Ada")
    registers.hand_over(machine.terminal, made)
    machine.sync()
    pair.clock.move(days=31)
    erasure.expire(pair.hub.hub)
    machine.sync()
    assert registers.parcels(machine.terminal.projection) == ()
    assert notes(machine) == []
    held = machine.journal.after(0, facts=100, size=100_000)
    assert [one.personal for one in held] == [None] * len(held)


def test_no_log_holds_a_name_or_a_note(pair: Pair, caplog: pytest.LogCaptureFixture) -> None:
    machine = pair.machine()
    with caplog.at_level(logging.DEBUG):
        made = registers.keep_parcel(machine.terminal, "A17", name="Famiglia Conti")
        registers.leave_note(machine.terminal, "Citofono rotto alla scala B")
        registers.hand_over(machine.terminal, made)
        machine.sync()
    assert not [word for word in ("Conti", "Citofono") if word in caplog.text]
