"""Digests and snapshots of the replica."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync import digest
from sync.terminal.fresh import MAX_ROW_BYTES, BadState, Head, Item
from sync.terminal.replica import Replica
from sync.terminal.settling import Differs
from sync.terminal.store import reading
from tests.terminal.replicas import (
    CHANGES,
    KEY,
    frames,
    gone,
    kept,
    names,
    row,
    shown,
    stage,
    switch,
    take,
    total,
)


def settle(replica: Replica, *items: Item, told: str) -> None:
    """A last page with what the hub says that the rows add up to."""
    stands = replica.standing()
    assert replica.switch(
        stands.cursor, items, f"c{stands.switches}", applied=0, incarnation=1, epoch="e1", updated="now", reset=False,
        digest=told,
    )  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(pages=st.lists(st.tuples(CHANGES, st.booleans()), min_size=1, max_size=6))
def test_the_digest_follows_the_rows_whatever_comes(
    pages: list[tuple[list[tuple[str, str, int | None]], bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        replica = Replica(Path(folder) / "r.db", KEY, create=True)
        for number, (page, last) in enumerate(pages):
            items = [row(name, value, scope=s) if value is not None else gone(name, scope=s) for name, s, value in page]
            (switch if last else stage)(replica, *items, cursor=str(number))
            if last:
                assert kept(replica) == total(replica)
        replica.close()


def test_a_page_that_does_not_add_up_is_not_switched_and_the_next_pull_starts_anew(replica: Replica) -> None:
    settle(replica, row("a"), row("b"), told="")
    before, rows = replica.standing(), shown(replica)
    right = digest.text(sum(digest.of_row("notice", name, "public", row(name)[3] or "") for name in "abcd"))
    assert stage(replica, row("c"), cursor="c9")
    with pytest.raises(Differs) as refused:
        replica.switch(
            "c9", [gone("a")], "c10", applied=5, incarnation=1, epoch="e1", updated="later", reset=False, digest=right
        )
    assert refused.value.anew
    assert shown(replica) == rows
    assert kept(replica) == total(replica)
    assert replica.standing() == replace(before, cursor=None)
    settle(replica, *(row(name) for name in "abcd"), told=right)
    assert names(replica) == set("abcd")


def test_a_snapshot_that_does_not_add_up_is_not_switched(replica: Replica) -> None:
    switch(replica, row("old"))
    replica.forget()
    for lost, anew in (("a", True), ("b", False), ("c", False)):
        texts = frames(*(row(name) for name in "abc" if name != lost))
        right = digest.text(sum(digest.of_row("notice", name, "public", row(name)[3] or "") for name in "abc"))
        with pytest.raises(Differs) as refused:
            take(replica, texts, told=right)
        assert refused.value.anew is anew
        assert names(replica) == {"old"}
        assert (replica.standing().cursor, replica.standing().progress) == (None, None)
    assert take(replica, frames(*(row(name) for name in "abc")), told=right)
    assert names(replica) == set("abc")


def off(replica: Replica, *rows: Item, by: int = 255) -> str:
    """What a hub says of the rows that are here and these, whose own sum is off."""
    here = {**shown(replica), **{one[:3]: one[3] or "" for one in rows}}
    return digest.text(sum(digest.of_row(*key, body) for key, body in here.items()) + by)


def test_a_hub_whose_own_sum_is_off_is_followed_and_fetched_anew_ever_more_rarely(replica: Replica) -> None:
    with pytest.raises(Differs):
        settle(replica, row("a"), told=off(replica, row("a")))
    assert names(replica) == set()
    begun = []
    for number in range(600):
        begun.append(replica.standing().cursor is None)
        settle(replica, row("a", number), told=off(replica, row("a", number)))
    assert [number for number, fresh in enumerate(begun) if fresh] == [0, 7, 63, 511]
    rows = shown(replica)
    with pytest.raises(Differs) as refused:
        settle(replica, row("b"), told=off(replica, by=9))
    assert refused.value.anew
    assert shown(replica) == rows
    settle(replica, row("a"), told=off(replica, row("a"), by=0))
    with pytest.raises(Differs) as refused:
        settle(replica, row("b"), told="no digest")
    assert refused.value.anew


def test_hearing_nothing_new_compares_too(replica: Replica) -> None:
    switch(replica, row("a"), cursor="1")
    for _ in range(2):
        assert replica.confirm("2026-11-24T14:20:00Z", told=total(replica))
    assert replica.standing().cursor == "1"
    assert not replica.confirm("2026-11-24T14:20:01Z", told="00000000000000ff")
    assert replica.standing().cursor is None
    assert names(replica) == {"a"}


def test_a_snapshot_takes_the_place_of_everything_at_its_last_line(replica: Replica) -> None:
    switch(replica, row("old"), row("b", 1))
    texts = frames(row("a"), row("b", 2), row("c"))
    assert not take(replica, texts[:1])
    assert names(replica) == {"old", "b"}
    assert replica.standing().cursor is None
    assert take(replica, texts)
    assert names(replica) == {"a", "b", "c"}
    stands = replica.standing()
    assert (stands.cursor, stands.applied, stands.incarnation, stands.epoch) == ("after", 7, 1, "e1")
    assert kept(replica) == total(replica)


def test_the_last_line_of_a_row_counts_and_a_row_may_be_gone_again(replica: Replica) -> None:
    assert take(replica, frames(row("a", 1), row("b"), row("c"), row("a", 2), gone("b"), gone("never"), size=3))
    assert list(shown(replica).values()) == ['{"id": "a", "value": 2}', '{"id": "c", "value": 0}']
    assert kept(replica) == total(replica)


@settings(max_examples=15, deadline=None)
@given(rows=CHANGES, size=st.integers(1, 3), breaks=st.sets(st.integers(0, 6)))
def test_a_snapshot_resumed_after_breaks_equals_one_that_came_at_once(
    rows: list[tuple[str, str, int | None]], size: int, breaks: set[int]
) -> None:
    items = [row(name, value, scope=s) if value is not None else gone(name, scope=s) for name, s, value in rows]
    texts = frames(*items, size=size)

    def play(path: Path, breaks: set[int]) -> dict[tuple[str, str, str], str]:
        replica = Replica(path, KEY, create=True)
        for number in range(len(texts)):
            if number in breaks:
                replica.close()
                replica = Replica(path, KEY)
            take(replica, texts[: number + 1])
        found = shown(replica)
        assert kept(replica) == total(replica)
        replica.close()
        return found

    with tempfile.TemporaryDirectory() as folder:
        assert play(Path(folder) / "one.db", set()) == play(Path(folder) / "two.db", breaks)


@pytest.mark.parametrize(
    "text",
    [
        b"notice\ta\tpublic\n",
        b"notice\ta\tpublic\t{}\textra\n",
        b'notice\ta\tpublic\t{"a": \n',
        b"notice\ta\tpublic\tNaN\n",
        b"notice\ta\tpublic\t\xff\n",
        b'{"end": 7}\n',
        b'{"end": "many"}\n',
        b"{}\n",
        b"{\n",
        b"\n\n",
        b"[" * 5000,
        b"notice\ta\tpublic\t" + b"[" * 3000 + b"]" * 3000,
    ],
)
def test_what_is_no_snapshot_is_dropped_and_screens_keep_what_they_have(replica: Replica, text: bytes) -> None:
    switch(replica, row("old"))
    replica.begin('"s1"', "zstd", 10, Head("after", 7, 1, "e1"))
    progress = replica.standing().progress
    assert progress is not None
    with pytest.raises(BadState):
        replica.take(progress, 20, text, "now")
    assert replica.standing().progress is None
    assert replica.standing().cursor is None
    assert names(replica) == {"old"}


def test_a_frame_that_another_process_took_in_changes_nothing(replica: Replica, tmp_path: Path) -> None:
    other = Replica(tmp_path / "replica.db", KEY)
    texts = frames(row("a"), row("b"), row("c"))
    replica.begin('"s1"', "zstd", 0, Head("after", 7, 1, "e1"))
    progress = replica.standing().progress
    assert progress is not None
    assert replica.take(progress, 1, texts[0], "now") is not None
    assert other.take(progress, 1, texts[0], "late") is None
    assert take(other, texts)
    assert names(replica) == {"a", "b", "c"}
    other.close()


def test_a_snapshot_without_end_is_given_up(replica: Replica, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.terminal.fresh.MAX_STATE_BYTES", 1000)
    monkeypatch.setattr("sync.terminal.staging.MAX_STATE_BYTES", 1000)
    many = [row(f"{number:04}") for number in range(100)]
    with pytest.raises(BadState, match="more than any programme"):
        take(replica, frames(*many))

    def page_after_page() -> None:
        for number in range(100):
            stage(replica, row(f"{number:04}"), cursor=str(number))

    with pytest.raises(BadState, match="more than any programme"):
        page_after_page()
    assert replica.rows() == 0


def test_rows_beyond_all_bounds_are_left_out_of_snapshots_too(replica: Replica) -> None:
    huge = ("notice", "huge", "public", json.dumps({"text": "x" * MAX_ROW_BYTES}))
    assert take(replica, frames(row("a"), huge, row("b"), size=3))
    assert names(replica) == {"a", "b"}


def test_readers_see_the_old_state_or_the_new_one_and_their_queries_go_on(replica: Replica, tmp_path: Path) -> None:
    switch(replica, row("old"))
    other = Replica(tmp_path / "replica.db", KEY)
    with reading(other.engine) as connection:
        query = "SELECT id FROM item INDEXED BY item_booking WHERE entity = 'booking'"
        plain = "SELECT id FROM item"
        assert connection.exec_driver_sql(plain).scalars().all() == ["old"]
        assert take(replica, frames(row("new"), row("b", entity="booking")))
        assert connection.exec_driver_sql(plain).scalars().all() == ["old"]
        assert connection.exec_driver_sql(query).scalars().all() == []
    with reading(other.engine) as connection:
        assert connection.exec_driver_sql(query).scalars().all() == ["b"]
    other.close()
