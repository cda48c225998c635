"""A hub that was restored: what its witness remembers is brought back before anybody is served."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import wire
from sync.clock import instant
from sync.errors import StoreError
from sync.hub import epochs, erasure, granting, members, recovery, seating, terminals, witness, witnessed
from sync.hub.hub import Hub
from sync.hub.store.models import (
    Booking,
    Erased,
    Member,
    Occurrence,
    RevocationList,
    Revoked,
    SeatAccount,
    StoredFact,
    Terminal,
)
from tests.hub.programme import Sender, add_occurrence
from tests.hub.recovering import book, copied, epoch, grant, occurrence_with, put_back, state


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "witness.log"


@pytest.fixture
def witnessed_hub(hub: Hub, path: Path) -> Iterator[Hub]:
    assert recovery.begin(hub, path).words == ()
    yield hub
    witnessed.detach(hub.database)


def test_a_database_that_is_as_it_was_begins_nothing(witnessed_hub: Hub, path: Path) -> None:
    occurrence = occurrence_with(witnessed_hub)
    book(witnessed_hub, occurrence)
    before = epoch(witnessed_hub)
    for _ in range(2):
        assert recovery.begin(witnessed_hub, path).words == ()
    assert epoch(witnessed_hub) == before


def test_what_only_the_hub_knew_is_applied_again_and_a_new_epoch_begins(witnessed_hub: Hub, path: Path) -> None:
    hub = witnessed_hub
    occurrence = occurrence_with(hub, 20)
    early = book(hub, occurrence)
    first = Sender(hub)
    card = members.issue_card(hub, "zoia", "Bea Neri", "it")
    rows, before = copied(hub), epoch(hub)

    second = Sender(hub)
    assert grant(hub, first, occurrence, 3) == 3
    late = book(hub, occurrence, people=2)
    with hub.database.write() as session:
        seating.cancel(session, session.get_one(Booking, early))
        granting.adjust(session, hub, _with_capacity(session, occurrence, 8))
        terminals.revoke(session, second.id)
    members.revoke_card(hub, card.number)
    with hub.database.read() as session:
        number = session.get_one(RevocationList, members.LIST_ID).number
    expected = state(hub, occurrence)

    put_back(hub, rows)
    begun = recovery.begin(hub, path)
    assert "1 grants, 1 bookings, 1 cancellations, 1 capacities" in begun.words[0]
    assert begun.epoch == epoch(hub) > before
    assert state(hub, occurrence) == expected
    with hub.database.read() as session:
        assert session.get_one(Terminal, first.id).attested
        assert session.get_one(Terminal, second.id).state == "revoked"
        restored = session.get_one(Booking, late)
        assert (restored.state, restored.people, restored.name) == ("final", 2, None)
        assert session.get_one(Booking, early).state == "cancelled"
        assert session.get_one(Revoked, card.number).what == "card"
        assert not session.get_one(Member, card.number).active
        assert session.get_one(RevocationList, members.LIST_ID).number > number
    assert recovery.begin(hub, path).words == ()


def _with_capacity(session: Session, occurrence: str, capacity: int) -> Occurrence:
    found = session.get_one(Occurrence, occurrence)
    found.capacity = capacity
    return found


def test_a_restored_database_that_has_overtaken_the_lost_one_is_found_out_too(witnessed_hub: Hub, path: Path) -> None:
    hub = witnessed_hub
    occurrence = occurrence_with(hub)
    rows = copied(hub)
    book(hub, occurrence)
    put_back(hub, rows)
    for _ in range(5):  # somebody wrote into it without the witness
        book(hub, occurrence)
    begun = recovery.begin(hub, path)
    assert begun.epoch is not None
    assert state(hub, occurrence).sold == 6


def test_a_commit_that_the_witness_missed_is_caught_up(witnessed_hub: Hub, path: Path) -> None:
    hub = witnessed_hub
    occurrence = occurrence_with(hub)
    kept = book(hub, occurrence)
    witnessed.detach(hub.database)  # the hub stopped between the commits and their lines
    missed = book(hub, occurrence)
    with hub.database.write() as session:
        seating.cancel(session, session.get_one(Booking, kept))
        fresh = epochs.rotate(session, hub, None, "test", attested=True)
    assert recovery.begin(hub, path).words == ()
    found = witness.read(path)
    assert found is not None
    assert set(found.remembered.sales) == {missed}
    assert set(found.remembered.gone) == {kept}
    assert found.remembered.epoch == fresh == epoch(hub)


@pytest.mark.parametrize("lost", ["gone", "foreign", "damaged and behind", "damaged at its end"])
def test_without_a_witness_that_can_be_trusted_every_terminal_is_asked_for_its_seats(
    witnessed_hub: Hub, path: Path, lost: str
) -> None:
    hub = witnessed_hub
    sender = Sender(hub)
    occurrence = occurrence_with(hub)
    rows, before = copied(hub), epoch(hub)
    grant(hub, sender, occurrence, 3)
    put_back(hub, rows)
    match lost:
        case "gone":
            path.unlink()
        case "foreign":
            witness.Witness(path).begin(witness.Remembered(epoch="e"))
        case "damaged at its end":
            path.write_bytes(path.read_bytes()[:-4] + b"]}}\n")
        case _:
            lines = path.read_bytes().splitlines(keepends=True)
            path.write_bytes(b"".join(lines[:1] + lines[2:]))
    begun = recovery.begin(hub, path)
    assert begun.words
    assert epoch(hub) > before
    with hub.database.read() as session:
        assert not session.get_one(Terminal, sender.id).attested
    assert state(hub, occurrence).free == 4
    assert recovery.begin(hub, path).words == ()


def test_a_damaged_witness_of_a_database_that_is_ahead_loses_nothing(witnessed_hub: Hub, path: Path) -> None:
    hub = witnessed_hub
    sender = Sender(hub)
    book(hub, occurrence_with(hub))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:1] + lines[2:]))
    begun = recovery.begin(hub, path)
    assert "damaged" in begun.words[0]
    assert begun.epoch is None
    with hub.database.read() as session:
        assert session.get_one(Terminal, sender.id).attested
    found = witness.read(path)
    assert found is not None
    assert found.whole
    assert list(path.parent.glob("*.aside"))


def test_nobody_is_un_erased(witnessed_hub: Hub, path: Path) -> None:
    hub = witnessed_hub
    sender, number = Sender(hub), "123456789018"
    number = members.issue_card(hub, "zoia", "Bea Neri", "it", "bea@example.org").number
    occurrence = occurrence_with(hub)
    fact = sender.state("booking", {"occurrence": occurrence, "card": number, "contact": "bea@example.org"})
    sender.taken()
    rows = copied(hub)
    assert erasure.erase(hub, number) == {"number": number, "facts": 1, "bookings": 1}

    put_back(hub, rows)
    recovery.begin(hub, path)
    with hub.database.read() as session:
        member = session.get_one(Member, number)
        assert (member.name, member.contact, member.active) == ("", None, False)
        assert session.get_one(Booking, fact).contact is None
        assert session.get_one(Erased, fact).terminal == sender.id
        (stored,) = session.scalars(sa.select(StoredFact)).all()
        assert (stored.salt, stored.personal) == (None, None)


def test_a_personal_part_that_comes_again_after_its_erasure_is_dropped(witnessed_hub: Hub, path: Path) -> None:
    hub = witnessed_hub
    sender = Sender(hub)
    number = members.issue_card(hub, "zoia", "Bea Neri", "it").number
    occurrence = occurrence_with(hub)
    rows = copied(hub)
    fact = sender.state("booking", {"occurrence": occurrence, "card": number, "contact": "bea@example.org"})
    sender.taken()
    erasure.erase(hub, number)
    put_back(hub, rows)
    recovery.begin(hub, path)
    sender.taken()
    with hub.database.read() as session:
        assert session.get_one(Booking, fact).contact is None
        assert session.scalar(sa.select(StoredFact.personal)) is None


def test_a_booking_that_the_hub_sold_to_a_terminal_is_final_when_its_fact_comes_again(
    witnessed_hub: Hub, path: Path
) -> None:
    hub = witnessed_hub
    sender, occurrence = Sender(hub), occurrence_with(hub, 2)
    rows = copied(hub)
    fact = sender.state("booking", {"occurrence": occurrence, "name": "Eva Bianchi"})
    assert sender.taken().results[0].outcome == wire.Outcome(state="final")
    put_back(hub, rows)
    recovery.begin(hub, path)
    book(hub, occurrence)
    assert sender.taken().results[0].outcome == wire.Outcome(state="final")
    found = state(hub, occurrence)
    assert (found.sold, found.free) == (2, 0)
    with hub.database.read() as session:
        assert session.get_one(Booking, fact).name == "Eva Bianchi"


def test_a_cancellation_made_on_the_page_outlives_the_fact_that_comes_again(witnessed_hub: Hub, path: Path) -> None:
    hub = witnessed_hub
    sender, occurrence = Sender(hub), occurrence_with(hub, 2)
    assert grant(hub, sender, occurrence, 1) == 1
    rows = copied(hub)
    fact = sender.state("booking", {"occurrence": occurrence, "name": "Eva Bianchi", "paid": True})
    sender.taken()
    with hub.database.write() as session:
        seating.cancel(session, session.get_one(Booking, fact))
    expected = state(hub, occurrence)
    put_back(hub, rows)
    recovery.begin(hub, path)
    assert sender.taken().results[0].outcome == wire.Outcome(state="cancelled")
    assert state(hub, occurrence) == expected


def test_what_is_remembered_of_an_occurrence_that_is_not_there_is_kept_for_when_it_is(
    witnessed_hub: Hub, path: Path
) -> None:
    hub = witnessed_hub
    sender = Sender(hub)
    rows = copied(hub)
    occurrence = occurrence_with(hub)
    assert grant(hub, sender, occurrence, 3) == 3
    book(hub, occurrence, people=2)
    with hub.database.read() as session:
        start = session.get_one(Occurrence, occurrence).start
    put_back(hub, rows)
    assert recovery.begin(hub, path).epoch is not None
    assert recovery.begin(hub, path).epoch is None  # the hub was stopped and started before it was imported again
    with hub.database.write() as session:
        add_occurrence(session, hub, starts_in=instant(start) - hub.clock.now().replace(microsecond=0))
    assert recovery.bring_back(hub) == 1
    found = state(hub, occurrence)
    assert (found.sold, found.granted, found.free) == (2, 3, 5)
    with hub.database.write() as session:
        seating.cancel(session, session.scalars(sa.select(Booking)).one())
    for _ in range(2):
        assert recovery.begin(hub, path).words == ()
        assert recovery.bring_back(hub) == 0
    assert state(hub, occurrence).sold == 0


def test_while_the_witness_cannot_be_written_nothing_is_promised(
    witnessed_hub: Hub, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = witnessed_hub
    occurrence = occurrence_with(hub)
    aside = path.with_suffix(".aside")
    shutil.move(path, aside)
    for _ in range(3):
        with pytest.raises(StoreError, match="was not written"):
            book(hub, occurrence)
    assert state(hub, occurrence).sold == 1  # the first was committed; nobody was told
    shutil.move(aside, path)
    book(hub, occurrence)
    found = witness.read(path)
    assert found is not None
    assert len(found.remembered.sales) == 2


def test_rolled_back_changes_leave_no_trace(witnessed_hub: Hub, path: Path) -> None:
    hub = witnessed_hub
    occurrence = occurrence_with(hub)
    size = path.stat().st_size

    def change_and_fail() -> None:
        with hub.database.write() as session:
            _with_capacity(session, occurrence, 3)
            session.flush()
            raise ZeroDivisionError

    def grant_and_fail(session: Session) -> None:
        with session.begin_nested():
            session.add(SeatAccount(occurrence_id=occurrence, terminal="z", incarnation=1, granted=4))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    with hub.database.write() as session, pytest.raises(ZeroDivisionError):
        grant_and_fail(session)
    assert path.stat().st_size == size


def test_a_witness_that_was_named_once_is_found_by_every_later_command(hub: Hub, path: Path) -> None:
    assert recovery.place(hub) == hub.folder / recovery.FILE
    assert recovery.settle(hub, path) == path
    assert recovery.begin(hub, recovery.place(hub)).words == ()
    witnessed.detach(hub.database)
    assert recovery.place(hub) == path
    assert recovery.begin(hub, recovery.place(hub)).words == ()
    witnessed.detach(hub.database)


def test_a_witness_that_is_named_elsewhere_is_taken_along(hub: Hub, path: Path, tmp_path: Path) -> None:
    recovery.begin(hub, recovery.settle(hub, path))
    witnessed.detach(hub.database)
    sender, before = Sender(hub), epoch(hub)
    other = tmp_path / "third" / "w.log"
    assert recovery.settle(hub, other) == other
    assert recovery.begin(hub, recovery.place(hub)).words == ()
    witnessed.detach(hub.database)
    assert sender.id in witness_terminals(other)
    assert epoch(hub) == before


def witness_terminals(path: Path) -> set[str]:
    found = witness.read(path)
    assert found is not None
    return set(found.remembered.terminals)


def test_a_folder_with_its_witness_that_is_copied_has_a_witness_of_its_own(hub: Hub) -> None:
    assert recovery.settle(hub) == hub.folder / recovery.FILE
    assert not (hub.folder / recovery.NOTED).exists()
