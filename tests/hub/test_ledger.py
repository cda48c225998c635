"""The ledger: nothing lost, nothing twice, one bad fact never blocks the next."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from sync import wire
from sync.chain import Encoded
from sync.errors import UsageError
from sync.hub import ledger
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, DropIn, HeldFact, StoredFact, Terminal
from tests.hub.programme import Sender, add_occurrence


def states(hub: Hub) -> list[tuple[int, str, str]]:
    with hub.database.read() as session:
        query = sa.select(StoredFact.seq, StoredFact.kind, StoredFact.state)
        return [tuple(row) for row in session.execute(query.order_by(StoredFact.incarnation, StoredFact.seq))]


def dropins(hub: Hub) -> list[DropIn]:
    with hub.database.read() as session:
        return list(session.scalars(sa.select(DropIn).order_by(DropIn.id)))


def test_facts_are_stored_as_the_exact_bytes_that_were_sent(hub: Hub) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})
    assert sender.taken().have == 1
    with hub.database.read() as session:
        row = session.get_one(StoredFact, (sender.id, 1, 1))
        assert row.raw == sender.facts[0].raw
        assert row.hash == sender.hash_at(1)


def test_a_push_that_is_sent_again_changes_nothing(hub: Hub) -> None:
    sender = Sender(hub)
    for _ in range(3):
        sender.state("dropin", {"reasons": ["chiavi"]})
    assert [sender.taken().have for _ in range(3)] == [3, 3, 3]
    assert len(dropins(hub)) == 3
    assert len(states(hub)) == 3


def test_pushes_that_overlap_store_each_fact_once_in_order(hub: Hub) -> None:
    sender = Sender(hub)
    for _ in range(5):
        sender.state("dropin", {"reasons": ["chiavi"]})
    assert sender.taken(1, 2).have == 2
    assert sender.taken(2, 4).have == 4
    assert sender.taken(1, 5).have == 5
    assert [seq for seq, _, _ in states(hub)] == [1, 2, 3, 4, 5]


def test_a_gap_is_refused_with_where_to_send_from(hub: Hub) -> None:
    sender = Sender(hub)
    for _ in range(3):
        sender.state("dropin", {"reasons": ["chiavi"]})
    refused = sender.push(3)
    assert isinstance(refused, ledger.Refusal)
    assert (refused.status, refused.problem.code, refused.problem.have) == (409, "gap", 0)
    assert states(hub) == []


def test_one_bad_fact_goes_into_quarantine_and_the_others_through(hub: Hub) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})
    sender.state("dropin_void", {"dropin": "nobody"})
    sender.state("dropin", {"reasons": ["ascolto"]})
    reply = sender.taken()
    assert reply.have == 3
    assert [(one.seq, one.state) for one in reply.results] == [(2, "quarantined")]
    assert len(dropins(hub)) == 2
    with hub.database.read() as session:
        held = session.scalars(sa.select(HeldFact)).one()
        assert (held.seq, held.kind) == (2, "dropin_void")
        assert "no drop-in nobody" in held.why


@pytest.mark.parametrize(
    "raw", ["", "{}", "rubbish", '{"id":1}', "[" * 5000, '"\\u0000"', '{"id":"a\\u0000b","kind":"dropin"}']
)
def test_bytes_that_are_no_fact_are_stored_and_never_block_what_comes_after(hub: Hub, raw: str) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})
    from sync.chain import Encoded

    sender.facts.insert(0, Encoded("x", "x", raw.encode()))
    reply = sender.taken()
    assert reply.have == 2
    assert [state for _, _, state in states(hub)] == ["quarantined", "accepted"]
    assert len(dropins(hub)) == 1


def test_a_kind_of_the_future_is_parked_and_kept(hub: Hub) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})
    future = json.loads(sender.facts[0].raw)
    from sync.chain import Encoded

    sender.facts.append(Encoded("y", "teleport", json.dumps({**future, "id": "y", "kind": "teleport"}).encode()))
    assert sender.taken().have == 2
    assert states(hub)[1] == (2, "teleport", "parked")


def test_a_quarantined_fact_is_replayed_once_its_cause_is_mended(hub: Hub) -> None:
    sender = Sender(hub)
    sender.state("booking", {"occurrence": "cucito@nowhere", "name": "Ada Rossi"})
    sender.taken()
    assert states(hub) == [(1, "booking", "quarantined")]
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
        from sync.hub.store.models import Occurrence

        found = session.get_one(Occurrence, occurrence)
        session.add(
            Occurrence(
                id="cucito@nowhere",
                activity_id="cucito",
                space_id="zoia",
                original=found.original,
                start=found.start,
                end=found.end,
                capacity=5,
                status="scheduled",
                sold=0,
                sold_by_hub=0,
            )
        )
    with hub.database.write() as session:
        assert ledger.replay(session, hub, sender.id, 1, 1).state == "accepted"
    with hub.database.read() as session:
        booking = session.scalars(sa.select(Booking)).one()
        assert (booking.state, booking.name) == ("final", "Ada Rossi")
        assert session.scalars(sa.select(HeldFact)).all() == []
    with pytest.raises(UsageError), hub.database.write() as session:
        ledger.replay(session, hub, sender.id, 1, 1)


def test_a_personal_part_that_is_not_the_one_named_is_quarantined(hub: Hub) -> None:
    sender = Sender(hub)
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
    sender.state("booking", {"occurrence": occurrence, "name": "Ada Rossi"})
    message = sender.message(1)
    swapped = message.facts[0].model_copy(update={"personal": '{"name":"Somebody Else"}'})
    with hub.database.write() as session:
        ledger.push(session, hub, sender.id, message.model_copy(update={"facts": [swapped]}))
    assert states(hub)[0][2] == "quarantined"


def test_a_terminal_amends_and_voids_drop_ins_of_its_own_space_only(hub: Hub) -> None:
    here, elsewhere = Sender(hub, "zoia"), Sender(hub, "omero")
    dropin = here.state("dropin", {"reasons": ["chiavi"]})
    here.state("dropin_amend", {"dropin": dropin, "changes": {"people": 3, "age_band": "65-74"}})
    here.taken()
    elsewhere.state("dropin_void", {"dropin": dropin})
    assert [one.state for one in elsewhere.taken().results] == ["quarantined"]
    (row,) = dropins(hub)
    assert (row.data["people"], row.data["age_band"], row.void) == (3, "65-74", False)


def test_a_journal_that_does_not_continue_gets_a_new_incarnation_and_nothing_is_doubled(hub: Hub) -> None:
    sender = Sender(hub)
    for _ in range(3):
        sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    rewound = sender.facts[:1]  # a disk image of yesterday: it lost two facts and states another one
    sender.facts = rewound
    kept = sender.state("dropin", {"reasons": ["ascolto"]})
    refused = sender.push(2)
    assert isinstance(refused, ledger.Refusal)
    assert (refused.problem.code, refused.problem.incarnation) == ("fork", 2)
    sender.incarnation = 2
    reply = sender.taken(1)
    assert reply.have == 2
    assert [(one.seq, one.state) for one in reply.results] == [(1, "duplicate")]
    ids = [one.id for one in dropins(hub)]
    assert len(ids) == 4
    assert kept in ids


def test_a_fact_that_cannot_be_read_is_not_doubled_by_a_new_incarnation(hub: Hub) -> None:
    sender = Sender(hub)
    sender.facts.append(Encoded("x", "x", b"rubbish"))
    sender.taken()
    sender.incarnation = 2  # its disk was a copy: it journals again what it holds
    with hub.database.write() as session:
        ledger.fork(session.get_one(Terminal, sender.id))
    assert [(one.seq, one.state) for one in sender.taken().results] == [(1, "duplicate")]
    assert [state for _, _, state in states(hub)] == ["quarantined", "duplicate"]


def test_an_answer_tells_no_more_than_was_compared(hub: Hub) -> None:
    sender = Sender(hub)
    for _ in range(4):
        sender.state("dropin", {"reasons": ["chiavi"]})
    sender.taken()
    sender.facts = sender.facts[:3]  # its disk is yesterday's, and its pushes are small
    sender.state("dropin", {"reasons": ["ascolto"]})
    assert sender.taken(3, 3).have == 3
    refused = sender.push(4)
    assert isinstance(refused, ledger.Refusal)
    assert refused.problem.code == "fork"


def test_a_second_fork_stops_the_terminal_until_somebody_looks(hub: Hub) -> None:
    sender = Sender(hub)
    for round_ in (1, 2):
        sender.incarnation = round_
        sender.state("dropin", {"reasons": ["chiavi"]})
        sender.taken(1)
        sender.facts = []
        sender.state("dropin", {"reasons": ["ascolto"]})
        assert isinstance(sender.push(1), ledger.Refusal)
    with hub.database.read() as session:
        assert session.get_one(Terminal, sender.id).state == "stopped"


def test_the_answer_tells_again_what_became_of_a_booking_when_the_first_answer_was_lost(hub: Hub) -> None:
    sender = Sender(hub)
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, capacity=1)
    sender.state("booking", {"occurrence": occurrence, "name": "Ada Rossi"})
    sender.state("booking", {"occurrence": occurrence, "name": "Eva Bianchi"})
    expected = [(1, wire.Outcome(state="final")), (2, wire.Outcome(state="waiting", why="no_seats"))]
    assert [(one.seq, one.outcome) for one in sender.taken().results] == expected
    assert [(one.seq, one.outcome) for one in sender.taken().results] == expected


def test_what_a_terminal_stated_before_it_was_moved_counts_where_it_stood(hub: Hub) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]}, space="zoia")
    sender.taken()
    before = sender.state("dropin", {"reasons": ["chiavi"], "people": 2}, space="zoia")
    sender.state("dropin_amend", {"dropin": before, "changes": {"people": 3}}, space="zoia")
    sender.move("omero")
    sender.state("dropin", {"reasons": ["chiavi"], "people": 5}, space="omero")
    sender.state("dropin", {"reasons": ["chiavi"], "people": 7}, space="elsewhere")
    sender.taken(2)
    counted = sorted((one.data["people"], one.space_id) for one in dropins(hub))
    assert counted == [(1, "zoia"), (3, "zoia"), (5, "omero"), (7, "omero")]
    assert {state for _, _, state in states(hub)} == {"accepted"}
