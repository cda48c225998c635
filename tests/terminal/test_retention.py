"""What leaves the journal, and when: durable, old by the hub's clock, and not a day earlier."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.chain import Encoded, chain
from sync.envelope import Moment, encode
from sync.facts import parse
from sync.seats import Counters
from sync.terminal import retention
from sync.terminal.journal import Journal
from sync.terminal.retention import RETENTION_DAYS
from tests.terminal.test_journal import KEY, ME, append, fact

DAY0 = datetime(2026, 1, 1, 9, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = Journal(tmp_path / "journal.db", KEY, create=True)
    made.identify(ME, incarnation=1, have=0, epoch="e1")
    return made


def day(number: float) -> datetime:
    return DAY0 + timedelta(days=number)


def test_facts_go_when_they_are_durable_and_ninety_days_old_by_two_days_word(journal: Journal) -> None:
    append(journal, 1, 2, 3)
    hash3 = journal.hash_at(3)
    assert journal.prune(day(0), trusted=True) == 0
    append(journal, 4)
    journal.acknowledge(4, 4)
    assert journal.prune(day(RETENTION_DAYS - 1), trusted=True) == 0
    assert journal.prune(day(RETENTION_DAYS), trusted=True) == 0, "one day's word is not enough"
    assert journal.prune(day(RETENTION_DAYS + 1), trusted=True) == 3
    position = journal.position()
    assert (position.floor, position.last, position.base_hash) == (4, 4, (hash3 or b"").hex())
    assert journal.hash_at(3) == hash3
    assert journal.hash_at(2) is None
    assert list(journal.verify()) == []


def test_the_hash_of_the_last_fact_is_never_lost(journal: Journal) -> None:
    append(journal, 1, 2, 3)
    last = journal.hash_at(3)
    journal.prune(day(0), trusted=True)
    journal.acknowledge(3, 3)
    journal.prune(day(100), trusted=True)
    assert journal.prune(day(101), trusted=True) == 3
    position = journal.position()
    assert (position.floor, position.last, position.pending) == (4, 3, 0)
    assert append(journal, 4) == [4]
    assert last is not None
    assert journal.hash_at(4) == chain(last, fact(4).raw)
    assert list(journal.verify()) == []


def test_what_is_not_durable_stays_however_old(journal: Journal) -> None:
    append(journal, 1, 2, 3)
    for number in range(0, 1000, 100):
        assert journal.prune(day(number), trusted=True) == 0
    journal.acknowledge(3, 2)
    assert journal.prune(day(1000), trusted=True) == 2
    assert journal.position().floor == 3


def test_a_clock_that_nobody_vouches_for_ends_nothing(journal: Journal) -> None:
    append(journal, 1)
    journal.acknowledge(1, 1)
    for number in (0, 100, 3650, 3651):
        assert journal.prune(day(number), trusted=False) == 0
    assert journal.position().floor == 1


def test_one_wrong_answer_ends_nothing_and_a_time_before_an_earlier_one_is_not_believed(journal: Journal) -> None:
    append(journal, 1)
    journal.acknowledge(1, 1)
    journal.prune(day(0), trusted=True)
    assert journal.prune(day(3650), trusted=True) == 0
    assert journal.prune(day(1), trusted=True) == 0
    assert journal.prune(day(200), trusted=True) == 0
    assert journal.position().floor == 1


def test_pruning_goes_in_batches_so_that_nobody_waits_long(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "MAX_PRUNE_FACTS", 4)
    append(journal, *range(1, 11))
    journal.prune(day(0), trusted=True)
    journal.acknowledge(10, 10)
    journal.prune(day(99), trusted=True)
    assert [journal.prune(day(100), trusted=True) for _ in range(4)] == [4, 4, 2, 0]


def test_what_was_durable_of_an_earlier_incarnation_goes_in_its_time(journal: Journal) -> None:
    append(journal, 1, 2, 3)
    journal.prune(day(0), trusted=True)
    journal.acknowledge(3, 2)
    assert journal.begin_incarnation(2) == 1
    assert journal.prune(day(10), trusted=True) == 0
    journal.prune(day(100), trusted=True)
    assert journal.prune(day(101), trusted=True) == 2
    assert [one.id for one in journal.after(0, facts=9, size=10**6)] == [fact(3).id]
    assert list(journal.verify()) == []


def test_a_journal_under_a_new_name_begins_its_ninety_days_anew(journal: Journal) -> None:
    append(journal, 1, 2, 3)
    journal.prune(day(0), trusted=True)
    journal.identify(replace(ME, terminal="zoia-7"), incarnation=1, have=0, epoch="e2")
    journal.acknowledge(3, 3)
    journal.prune(day(100), trusted=True)
    assert journal.prune(day(101), trusted=True) == 0
    assert journal.position().floor == 1
    assert list(journal.verify()) == []


@settings(max_examples=30, deadline=None)
@given(
    steps=st.lists(
        st.one_of(
            st.tuples(st.just("append"), st.integers(1, 3)),
            st.tuples(st.just("acknowledge"), st.integers(0, 40)),
            st.tuples(st.just("day"), st.integers(-30, 120)),
        ),
        max_size=30,
    )
)
def test_whatever_happens_only_what_is_durable_and_old_goes_and_the_chain_stays_whole(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    journal = Journal(tmp_path_factory.mktemp("j") / "journal.db", KEY, create=True)
    journal.identify(ME, incarnation=1, have=0, epoch="e1")
    today, recorded, durable = 0, [], 0
    for what, amount in steps:
        if what == "append":
            for _ in range(amount):
                append(journal, len(recorded) + 1)
                recorded.append(today)
        elif what == "acknowledge":
            durable = min(amount, len(recorded))
            journal.acknowledge(len(recorded), durable)
        else:
            today += amount
            before = journal.position().floor
            journal.prune(day(today), trusted=True)
            after = journal.position().floor
            for seq in range(before, after):
                assert seq <= durable
                assert today - recorded[seq - 1] >= RETENTION_DAYS
        position = journal.position()
        assert position.last == len(recorded)
        assert list(journal.verify()) == []
        assert journal.hash_at(position.last) is not None
        assert journal.hash_at(position.floor - 1) is not None
    journal.close()


def personal_fact(number: int, name: str) -> Encoded:
    body = parse("booking", {"occurrence": "o1", "name": name, "people": 1})
    return encode(body, f"{number:032x}", Moment("2026-10-09T08:00:00Z", number, "boot"))


def test_a_personal_part_is_erased_and_the_chain_stays_whole(journal: Journal) -> None:
    with journal.append() as tx:
        for number in (1, 2):
            tx.add(personal_fact(number, "Amina Diallo"))
    assert journal.forget_personal([f"{1:032x}", f"{7:032x}"]) == 1
    first, second = journal.after(0, facts=9, size=10**6)
    assert (first.salt, first.personal) == (None, None)
    assert second.personal is not None
    assert list(journal.verify()) == []
    assert journal.forget_personal([f"{1:032x}"]) == 0


def test_what_a_hub_said_of_facts_is_kept_within_bounds(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "MAX_OUTCOMES", 3)
    journal.store_outcomes([(seq, "accepted", "final", "") for seq in range(1, 9)])
    with journal._reading() as connection:
        kept = [row[0] for row in connection.exec_driver_sql("SELECT seq FROM outcome ORDER BY seq")]
    assert kept == [6, 7, 8]


def test_a_grant_and_where_the_hub_stood_are_stored_together_and_shown_until_it_is_beyond(journal: Journal) -> None:
    assert journal.seen() is None
    assert journal.take_grants([("o1", 2)], "sealed-1")
    assert journal.seen() == "sealed-1"
    journal.take_grants([], "sealed-2")
    journal.outgrow("sealed-1")
    assert journal.seen() == "sealed-2", "a newer one was told meanwhile"
    journal.outgrow("sealed-2")
    assert journal.seen() is None


def test_seats_that_are_given_back_are_on_disk_before_they_are_told_and_told_again_until_they_are_known(
    journal: Journal, tmp_path: Path
) -> None:
    journal.take_grants([("o1", 5)])
    journal.note_asked([("o1", 0, 0, 9)])
    assert journal.give_back([("o1", 2)]) == 2
    assert journal.give_back([("o1", 2)]) == 0, "cumulative: asked for twice, given once"
    journal.close()
    again = Journal(tmp_path / "journal.db", KEY)
    assert again.counters()["o1"] == Counters(granted=5, returned=2)
    assert again.asked()["o1"] == (0, 0, 9)
    again.note_asked([("o1", 0, 2, 9)])
    assert again.asked()["o1"] == (0, 2, 9)
    assert again.give_back([("o1", None)]) == 3
    assert again.counters()["o1"].right == 0
