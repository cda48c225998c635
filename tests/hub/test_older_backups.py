"""A backup that is older than the witness: it is brought up to the database that the witness began with, and on."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync import wire
from sync.hub import erasure, granting, members, recovery, seating, witness, witnessed
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, Member, Occurrence, Terminal
from tests.hub.programme import Sender
from tests.hub.recovering import book, copied, grant, occurrence_with, put_back, state


@pytest.fixture
def path(hub: Hub, tmp_path: Path) -> Path:
    found = tmp_path / "elsewhere" / "witness.log"
    recovery.begin(hub, found)
    return found


def shows_everything(hub: Hub, sender: Sender, occurrence: str, granted: int) -> None:
    """A terminal shows its seats, of which it has no others."""
    with hub.database.write() as session:
        line = wire.SeatLine(occurrence=occurrence, granted=granted)
        granting.exchange(session, hub, session.get_one(Terminal, sender.id), [line], complete=True)


def attested(hub: Hub, sender: Sender) -> bool:
    with hub.database.read() as session:
        return session.get_one(Terminal, sender.id).attested


def lost(hub: Hub, path: Path) -> None:
    """The witness is gone, and another begins."""
    witnessed.detach(hub.database)
    path.unlink()
    assert recovery.begin(hub, path).epoch is not None


def test_a_backup_that_is_older_than_the_witness_is_restored_exactly(hub: Hub, path: Path) -> None:
    sender, occurrence = Sender(hub), occurrence_with(hub, 20)
    early = book(hub, occurrence)
    card = members.issue_card(hub, "zoia", "Bea Neri", "it").number
    rows = copied(hub)
    assert grant(hub, sender, occurrence, 3) == 3
    late = book(hub, occurrence, people=2)
    with hub.database.write() as session:
        seating.cancel(session, session.get_one(Booking, early))
        session.get_one(Occurrence, occurrence).capacity = 8
    erasure.erase(hub, card)
    lost(hub, path)
    assert not attested(hub, sender)
    shows_everything(hub, sender, occurrence, 3)
    last = book(hub, occurrence)
    expected = state(hub, occurrence)

    put_back(hub, rows)
    begun = recovery.begin(hub, path)
    assert begun.epoch is not None
    assert state(hub, occurrence) == expected
    assert attested(hub, sender)
    with hub.database.read() as session:
        assert [session.get_one(Booking, one).state for one in (early, late, last)] == ["cancelled", "final", "final"]
        assert session.get_one(Member, card).name == ""
    assert recovery.begin(hub, path).words == ()


def test_one_that_is_older_by_several_witnesses_is_so_too(hub: Hub, path: Path) -> None:
    occurrence = occurrence_with(hub)
    rows = copied(hub)
    sold = []
    for _ in range(3):
        sold.append(book(hub, occurrence))
        lost(hub, path)
    put_back(hub, rows)
    assert recovery.begin(hub, path).epoch is not None
    with hub.database.read() as session:
        assert {session.get_one(Booking, one).state for one in sold} == {"final"}


def test_a_terminal_that_has_not_shown_its_seats_since_is_asked_again(hub: Hub, path: Path) -> None:
    sender, occurrence = Sender(hub), occurrence_with(hub)
    rows = copied(hub)
    assert grant(hub, sender, occurrence, 3) == 3
    lost(hub, path)
    put_back(hub, rows)
    recovery.begin(hub, path)
    assert not attested(hub, sender)
    shows_everything(hub, sender, occurrence, 3)
    found = witness.read(path)
    assert found is not None
    assert found.remembered.attested


def test_what_the_witness_began_with_outlives_its_being_written_anew(hub: Hub, path: Path) -> None:
    occurrence = occurrence_with(hub)
    rows = copied(hub)
    sold = book(hub, occurrence)
    lost(hub, path)
    before = witness.read(path)
    witness.Witness(path).rewrite()
    assert witness.read(path) == before
    put_back(hub, rows)
    recovery.begin(hub, path)
    with hub.database.read() as session:
        assert session.get_one(Booking, sold).state == "final"


def test_the_witness_of_another_database_is_none_of_this_one(hub: Hub, path: Path) -> None:
    occurrence = occurrence_with(hub)
    rows = copied(hub)
    book(hub, occurrence)
    put_back(hub, rows)
    witness.Witness(path).begin(witness.Remembered(epoch="e"), after=["somebody else's"])
    assert "another database" in recovery.begin(hub, path).words[0]
    assert state(hub, occurrence).sold == 0
