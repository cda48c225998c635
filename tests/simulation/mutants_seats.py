"""Rules about seats, and about what survives a restore, switched off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from sync import seats
from sync.hub import epochs, holds, recovery, seating, witness, witnessed
from sync.hub.witness import Place
from sync.terminal.journal import Journal
from sync.terminal.terminal import Terminal
from tests.simulation.mutant import RESTORES, mutant


@mutant(
    "a cancellation gives no right back locally", {"cancel": 20, "card_booking": 30, "name_booking": 30, "sync": 10}
)
def local_credit_on_cancel() -> Iterator[None]:
    real = Terminal.cancel_booking

    def cancel(terminal: Terminal, booking: str, *, by: str | None = None) -> None:
        view = terminal.projection.booking(booking)
        real(terminal, booking, by=by)
        if view is not None and view.state == "final":
            with terminal.journal.append() as journal:
                journal._connection.exec_driver_sql(
                    "UPDATE counter SET granted = granted + ? WHERE occurrence = ?", (view.people, view.occurrence)
                )

    with patch.object(Terminal, "cancel_booking", cancel):
        yield


@mutant("what no right paid for is not credited", {"cancel": 20, "wait": 20, "name_booking": 20, "sync": 15})
def credit_of_a_seat_that_no_right_paid() -> Iterator[None]:
    real = seating.release

    def release(session: Any, booking: Any, occurrence: Any, new_state: str, why: str = "") -> None:
        if booking.paid_by is None and booking.terminal and booking.incarnation is not None:
            mine = seating.account(session, occurrence.id, booking.terminal, booking.incarnation)
            mine.credited += booking.people
        real(session, booking, occurrence, new_state, why)

    with patch.object(seating, "release", release):
        yield


@mutant(
    "an unused hold is credited once, after its fact was received",
    {"ticket": 40, "phone": 40, "sync": 10},
)
def holds_credited_twice() -> Iterator[None]:
    def credit(session: Any, held: Any) -> None:
        session.flush()
        seating.account(session, held.occurrence_id, held.terminal, held.incarnation).credited += 1
        session.flush()

    with patch.object(holds, "_credit", credit):
        yield


@mutant("after a lost witness terminals show their counters", RESTORES | {"sell": 25, "card_booking": 25})
def no_attestation() -> Iterator[None]:
    real = epochs.rotate

    def rotate(session: Any, hub: Any, expected: Any, why: str, **named: Any) -> str:
        return real(session, hub, expected, why, **{**named, "attested": True})

    with patch.object(epochs, "rotate", rotate):
        yield


@mutant("the hub has a witness", RESTORES | {"sell": 20})
def no_witness() -> Iterator[None]:
    from sync.hub.witness import Witness

    def begin(hub: Any, path: Any) -> Any:
        return recovery.Begun(Witness(path))

    with patch.object(recovery, "begin", begin):
        yield


@mutant("sales and grants are witnessed before they are answered", RESTORES | {"sell": 30})
def answered_before_the_witness() -> Iterator[None]:
    def write_down(session: Any, witness: Any) -> None:
        session.info.pop("records", None)
        place = Place(*session.stamp) if session.stamp else None
        if place:
            witness.append(place, [])

    with patch.object(witnessed, "_write_down", write_down):
        yield


@mutant("a grant that the books do not know proves that the hub went back", RESTORES | {"card_booking": 20, "sell": 20})
def grants_unknown_are_passed_over() -> Iterator[None]:
    def told(books: seats.Counters, other: seats.Counters, *, lost_sight: bool) -> seats.Counters:
        return seats.Counters(books.granted, max(books.returned, 0), max(books.spent, min(other.spent, books.granted)))

    with patch.object(seats.Counters, "told", told), patch.object(Journal, "seen", lambda _journal: None):
        yield


@mutant(
    "a witness knows the copies that are older than itself",
    {"backup": 8, "restore": 10, "sell": 30, "sync": 20, "dropin": 10},
)
def witnesses_before_unknown() -> Iterator[None]:
    real = witness.read

    def read(path: Any) -> Any:
        found = real(path)
        return found and replace(found, after=())

    with patch.object(witness, "read", read):
        yield
