"""What the replica does not contain yet: each fact once, in its place, whatever the hub says next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.chain import Encoded
from sync.envelope import Moment, encode
from sync.facts import parse
from sync.terminal.journal import Identity, Journal
from sync.terminal.pending import UNREADABLE, Pending

ME = Identity("zoia-1", "zoia", "http://127.0.0.1:1", "00" * 32)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "journal.db", bytes(32), create=True)
    made.identify(ME, incarnation=1, have=0, epoch="e1")
    yield made
    made.close()


def name(number: int) -> str:
    return f"{number:032x}"


def state(journal: Journal, *numbers: int) -> None:
    with journal.append() as tx:
        for number in numbers:
            moment = Moment("2026-11-24T14:20:00Z", number, "boot")
            tx.add(encode(parse("dropin", {"reasons": ["chiavi"], "people": number}), name(number), moment))


def people(pending: Pending) -> list[int]:
    return [fact.body.get("people", 1) for fact in pending]


def test_facts_above_what_the_replica_includes_come_in_order(journal: Journal) -> None:
    state(journal, 1, 2, 3, 4)
    pending = Pending(journal)
    pending.catch_up(1, 2, frozenset())
    assert people(pending) == [3, 4]
    assert len(pending) == 2


def test_new_facts_are_added_and_included_ones_leave(journal: Journal) -> None:
    pending = Pending(journal)
    for number in range(1, 6):
        state(journal, number)
        pending.catch_up(1, max(0, number - 2), frozenset())
        assert people(pending) == [n for n in range(1, number + 1) if n > number - 2]


def test_a_hub_that_went_back_in_time_has_them_shown_again(journal: Journal) -> None:
    state(journal, 1, 2, 3)
    pending = Pending(journal)
    pending.catch_up(1, 3, frozenset())
    assert people(pending) == []
    pending.catch_up(1, 1, frozenset())
    assert people(pending) == [2, 3]


def test_a_fact_that_the_hub_could_not_apply_stays_until_it_could(journal: Journal) -> None:
    state(journal, 1, 2, 3)
    pending = Pending(journal)
    pending.catch_up(1, 2, frozenset({name(2)}))
    assert people(pending) == [2, 3]
    pending.catch_up(1, 3, frozenset({name(2)}))
    assert people(pending) == [2]
    pending.catch_up(1, 3, frozenset())
    assert people(pending) == []


def test_a_fact_that_could_not_be_applied_is_listed_once_while_it_is_sent_again(journal: Journal) -> None:
    state(journal, 1, 2, 3)
    pending = Pending(journal)
    pending.catch_up(1, 3, frozenset({name(2)}))
    assert people(pending) == [2]
    journal.begin_incarnation(2)
    pending.catch_up(2, 0, frozenset({name(2)}))
    assert people(pending) == [1, 2, 3]
    pending.catch_up(2, 3, frozenset({name(2)}))
    assert people(pending) == [2]


def test_what_is_held_elsewhere_or_unknown_is_no_fact_of_this_journal(journal: Journal) -> None:
    state(journal, 1)
    pending = Pending(journal)
    pending.catch_up(1, 1, frozenset({"zoia-1:1:7", name(9)}))
    assert people(pending) == []


def test_a_personal_part_is_read_beside_its_fact(journal: Journal) -> None:
    booking = parse("booking", {"occurrence": "cucito@x", "name": "Ada Rossi", "contact": "ada@example.org"})
    with journal.append() as tx:
        tx.add(encode(booking, name(1), Moment("2026-11-24T14:20:00Z", 1, "boot")))
    pending = Pending(journal)
    pending.catch_up(1, 0, frozenset())
    (fact,) = pending
    assert fact.personal == {"name": "Ada Rossi", "contact": "ada@example.org"}
    assert fact.body == {"occurrence": "cucito@x"}
    assert (fact.seq, fact.id, fact.kind, fact.at) == (1, name(1), "booking", "2026-11-24T14:20:00Z")


@pytest.mark.parametrize(
    "raw", [b"", b"\xf0\x9f", b"[" * 9_000, b"7", b'{"at": 1, "body": {}}', b'{"at": "x", "body": []}']
)
def test_what_no_program_can_read_stands_in_nobodys_way(journal: Journal, raw: bytes) -> None:
    with journal.append() as tx:
        tx.add(Encoded(name(9), "booking", raw))
    state(journal, 2)
    pending = Pending(journal)
    pending.catch_up(1, 0, frozenset())
    assert [(fact.kind, fact.body.get("people")) for fact in pending] == [(UNREADABLE, None), ("dropin", 2)]
