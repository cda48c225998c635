"""The close of a day: one set of figures, in the log, at the close, and at the hub once it has everything."""

from __future__ import annotations

from sync.hub import days
from sync.terminal import closing, registers
from sync.totals import Totals
from tests.hub.programme import add_occurrence
from tests.support.pair import Machine, Pair


def a_day(pair: Pair, machine: Machine) -> str:
    """Work at a desk, some of it before it was synchronised, some after; returns what was signed up for."""
    with pair.hub.hub.database.write() as session:
        occurrence = add_occurrence(session, pair.hub.hub)
        elsewhere = add_occurrence(session, pair.hub.hub, activity="yoga", space="omero")
    machine.sync()
    terminal = machine.terminal
    first = terminal.log_dropin(["chiavi", "ascolto"], people=2)
    wrong = terminal.log_dropin(["chiavi"])
    terminal.amend_dropin(first, {"people": 3, "age_band": "65-74"})
    ada = terminal.sign_up(occurrence, name="Ada R.")
    terminal.sign_up(elsewhere, name="Ugo P.")  # of another space
    terminal.cancel_booking(terminal.sign_up(occurrence, name="Eva B.").booking)
    terminal.check_in(booking=ada.booking)
    machine.sync()
    terminal.void_dropin(wrong)
    terminal.log_dropin(["altro"])
    terminal.say("checkin_undo", {"checkin": terminal.check_in(booking=ada.booking)})
    parcel = registers.keep_parcel(terminal, "A12", name="Conti")
    registers.keep_parcel(terminal, "A13", name="Bassi")
    registers.hand_over(terminal, parcel)
    return occurrence


DAY = Totals(
    dropins=2, people=4, reasons={"chiavi": 1, "ascolto": 1, "altro": 1}, ages={"65-74": 3, "non_rilevata": 1},
    checkins=1, signups=1, parcels=2, handed=1,
)  # fmt: skip


def test_the_figures_of_a_day_are_those_of_the_log_and_of_the_hub(pair: Pair) -> None:
    machine = pair.machine()
    a_day(pair, machine)
    projection, today = machine.terminal.projection, pair.clock.now().date()
    assert closing.totals(projection, today) == DAY
    log = projection.dropins(today)
    assert (len(log), sum(one.people for one in log)) == (DAY.dropins, DAY.people)
    machine.sync()
    assert closing.totals(projection, today) == DAY
    with pair.hub.hub.database.read() as session:
        assert days.totals(session, "zoia", today) == DAY
        assert days.totals(session, "omero", today) == Totals(signups=1)


def test_a_closed_day_is_closed_at_every_terminal_of_the_space_and_says_when_more_came(pair: Pair) -> None:
    machine, other = pair.machine(), pair.machine("omero")
    today = pair.clock.now().date()
    machine.sync()
    machine.dropin(2)
    named = closing.totals(machine.terminal.projection, today).named()
    assert closing.closed(machine.terminal.projection, today) is None
    machine.terminal.say("day_close", {"day": today.isoformat(), "totals": named}, by="giulia")
    for pending in (True, False):
        view = closing.closed(machine.terminal.projection, today)
        assert view is not None
        assert (view.by, view.totals, view.pending) == ("giulia", named, pending)
        machine.sync()
    other.sync()
    assert closing.closed(other.terminal.projection, today) is None

    def known() -> list[tuple[str, bool, int]]:
        with pair.hub.hub.database.read() as session:
            return [(one.day, one.changed, one.now["people"]) for one in days.closed(session, "zoia", limit=5)]

    assert known() == [(today.isoformat(), False, 2)]
    machine.dropin()
    machine.sync()
    assert known() == [(today.isoformat(), True, 3)]
