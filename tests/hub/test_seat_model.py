"""Random histories of seats, with loss, repetition and restores; and faults that they must find."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy.orm import Session

from sync import card, seats
from sync.hub import holds, reapplying, seating
from sync.hub.store.models import Booking, Occurrence, TicketHold
from tests.hub import seat_model
from tests.hub.seat_model import Template, World

which = st.integers(0, 2)
index = st.integers(0, 9)
party = st.integers(1, 3)
lost = st.booleans()
SAMPLE = settings(
    max_examples=12, stateful_step_count=40, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return seat_model.template(tmp_path_factory.mktemp("template"))


def histories(made: Template) -> Callable[[], RuleBasedStateMachine]:
    class Histories(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self._folder = tempfile.TemporaryDirectory()
            self.world = World(made, Path(self._folder.name))

        def teardown(self) -> None:
            self.world.close()
            self._folder.cleanup()

        @invariant()
        def holds(self) -> None:
            self.world.check()

        @rule(who=which, want=st.integers(0, 8), lost=lost)
        def ask(self, who: int, want: int, lost: bool) -> None:
            self.world.ask(self.world.machines[who], want, lost=lost)

        @rule(who=which, which=index)
        def late_reply(self, who: int, which: int) -> None:
            self.world.late_reply(self.world.machines[who], which)

        @rule(who=which, people=party)
        def sell(self, who: int, people: int) -> None:
            self.world.sell(self.world.machines[who], people)

        @rule(who=which, which=index)
        def cancel(self, who: int, which: int) -> None:
            self.world.cancel(self.world.machines[who], which)

        @rule(who=which, count=st.integers(1, 9), lost=lost)
        def push(self, who: int, count: int, lost: bool) -> None:
            self.world.push(self.world.machines[who], count, lost=lost)

        @rule(who=which)
        def hold(self, who: int) -> None:
            self.world.hold(self.world.machines[who])

        @rule(who=which, people=st.integers(1, 2))
        def scan(self, who: int, people: int) -> None:
            self.world.scan(self.world.machines[who], people)

        @rule(who=which)
        def give_back(self, who: int) -> None:
            self.world.give_back(self.world.machines[who])

        @rule(people=party)
        def book(self, people: int) -> None:
            self.world.book(people)

        @rule(which=index)
        def cancel_page(self, which: int) -> None:
            self.world.cancel_page(which)

        @rule()
        def chores(self) -> None:
            self.world.chores()

        @rule()
        def starts_soon(self) -> None:
            self.world.starts_soon()

        @rule()
        def save(self) -> None:
            self.world.save()

        @rule(witness=st.booleans())
        def restore(self, witness: bool) -> None:
            self.world.restore(witness=witness)

    return Histories


def test_nothing_is_oversold_or_taken_back_whatever_happens(made: Template) -> None:
    run_state_machine_as_test(histories(made), settings=SAMPLE)


Steps = list[Callable[[World], object]]


def asks(who: int, want: int) -> Callable[[World], object]:
    return lambda world: world.ask(world.machines[who], want, lost=False)


def sells(who: int, people: int) -> Callable[[World], object]:
    return lambda world: world.sell(world.machines[who], people)


def cancels(who: int, which: int) -> Callable[[World], object]:
    return lambda world: world.cancel(world.machines[who], which)


def pushes(who: int) -> Callable[[World], object]:
    return lambda world: world.push(world.machines[who], 9, lost=False)


def books(people: int) -> Callable[[World], object]:
    return lambda world: world.book(people)


def restores(*, witness: bool) -> Callable[[World], object]:
    return lambda world: world.restore(witness=witness)


def no_cap(patch: pytest.MonkeyPatch) -> Steps:
    patch.setattr(seats, "grant", lambda wanted, _cap, _account, free: max(0, min(wanted, free)))
    return [asks(0, 8)]


def grants_from_nothing(patch: pytest.MonkeyPatch) -> Steps:
    patch.setattr(seats, "grant", lambda wanted, cap, account, _free: max(0, min(wanted, cap - account.outstanding)))
    return [books(3), books(3), asks(0, 4)]


def sales_forget_the_terminals(patch: pytest.MonkeyPatch) -> Steps:
    patch.setattr(seats, "free", lambda capacity, sold, _outstanding: capacity - sold)
    return [asks(0, 4), books(3), books(3)]


def no_attestation(patch: pytest.MonkeyPatch) -> Steps:
    real = seats.exposed
    patch.setattr(seats, "exposed", lambda outstanding, cap, **_attested: real(outstanding, cap, attested=True))
    return [World.save, asks(0, 4), restores(witness=False), books(3), books(3)]


def no_witness(patch: pytest.MonkeyPatch) -> Steps:
    patch.setattr(reapplying, "apply", lambda _session, _hub, _known: {})
    return [World.save, asks(0, 4), restores(witness=True), books(3), books(3)]


def unpaid_credit(patch: pytest.MonkeyPatch) -> Steps:
    real = seating.release

    def release(session: Session, booking: Booking, occurrence: Occurrence, state: str, why: str = "") -> None:
        if booking.paid_by is None and booking.terminal:
            seating.account(session, occurrence.id, booking.terminal, 1).credited += booking.people
        real(session, booking, occurrence, state, why)

    patch.setattr(seating, "release", release)
    filled = [asks(0, 4), books(3), books(1), sells(0, 3), sells(0, 2), pushes(0)]
    return [*filled, cancels(0, 1), pushes(0), books(1)]


def used_hold_is_credited_too(patch: pytest.MonkeyPatch) -> Steps:
    real = holds.use

    def use(session: Session, ticket: card.Ticket, occurrence: Occurrence, people: int) -> bool:
        paid = real(session, ticket, occurrence, people)
        session.get_one(TicketHold, ticket.nonce).state = "open"
        return paid

    patch.setattr(holds, "use", use)
    used: Steps = [
        lambda world: world.hold(world.machines[0]),
        pushes(0),
        lambda world: world.scan(world.machines[0], 1),
    ]
    return [asks(0, 4), *used, World.chores, books(3), books(2)]


def local_credit(_patch: pytest.MonkeyPatch) -> Steps:
    return [asks(0, 4), sells(0, 3), cancels(0, 0), books(3), pushes(0), books(3)]


FAULTS = [
    no_cap, grants_from_nothing, sales_forget_the_terminals, no_attestation, no_witness, unpaid_credit,
    used_hold_is_credited_too, local_credit,
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one.__name__)
def test_each_fault_is_found_by_a_history_that_goes_well_without_it(
    made: Template, tmp_path: Path, fault: Callable[[pytest.MonkeyPatch], Steps]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        steps = fault(patch)
    play(made, tmp_path / "well", steps)
    with pytest.MonkeyPatch.context() as patch:
        fault(patch)
        with pytest.raises(AssertionError, match=r"oversold|above the cap|more sold"):
            play(made, tmp_path / "ill", steps, local_credit=fault is local_credit)


def play(made: Template, folder: Path, steps: Steps, *, local_credit: bool = False) -> None:
    folder.mkdir()
    world = World(made, folder, local_credit=local_credit)
    try:
        for step in steps:
            step(world)
            world.check()
    finally:
        world.close()
