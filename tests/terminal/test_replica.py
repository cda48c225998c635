"""The replica: what a screen reads is always a committed state of the hub, however the line behaved."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.errors import Damaged, StoreError
from sync.terminal.replica import MAX_ROW_BYTES, Item, Replica, as_items
from sync.terminal.store import reading

KEY = bytes(range(32))
PAGE_BYTES = 4096


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    made = Replica(tmp_path / "replica.db", KEY, create=True)
    yield made
    made.close()


def row(name: str, value: int = 0, *, scope: str = "public", entity: str = "notice") -> Item:
    return (entity, name, scope, json.dumps({"id": name, "value": value}))


def gone(name: str, *, scope: str = "public", entity: str = "notice") -> Item:
    return (entity, name, scope, None)


def shown(replica: Replica) -> dict[tuple[str, str, str], str]:
    """What a screen could read."""
    with reading(replica.engine) as connection:
        found = connection.exec_driver_sql("SELECT entity, id, scope, body FROM item")
        return {(entity, name, scope): body for entity, name, scope, body in found}


def names(replica: Replica) -> set[str]:
    return {name for _, name, _ in shown(replica)}


def stage(replica: Replica, *items: Item, cursor: str, reset: bool = False) -> bool:
    return replica.stage(replica.standing().cursor, items, cursor, reset=reset)


def switch(replica: Replica, *items: Item, cursor: str = "end", applied: int = 0, reset: bool = False) -> bool:
    return replica.switch(
        replica.standing().cursor, items, cursor, applied=applied, incarnation=1, epoch="e1", updated="now", reset=reset
    )


def test_pages_are_invisible_until_the_last_one_has_come(replica: Replica) -> None:
    assert stage(replica, row("a"), row("b"), cursor="1")
    assert stage(replica, row("c"), cursor="2")
    assert shown(replica) == {}
    assert replica.standing().applied == 0
    assert switch(replica, row("d"), cursor="3", applied=7)
    assert names(replica) == {"a", "b", "c", "d"}
    stands = replica.standing()
    assert (stands.cursor, stands.applied, stands.incarnation, stands.epoch) == ("3", 7, 1, "e1")


def test_a_row_that_moves_while_pages_come_is_shown_as_it_was_last(replica: Replica) -> None:
    switch(replica, row("a", 1), row("b", 1))
    stage(replica, row("a", 2), row("b", 2), cursor="1")
    stage(replica, gone("b"), cursor="2")
    switch(replica, row("a", 3))
    assert list(shown(replica).values()) == ['{"id": "a", "value": 3}']


def test_paging_goes_on_where_it_was_after_a_restart(replica: Replica, tmp_path: Path) -> None:
    stage(replica, row("a"), cursor="1")
    replica.close()
    again = Replica(tmp_path / "replica.db", KEY)
    assert again.standing().cursor == "1"
    assert switch(again, row("b"), cursor="2")
    assert names(again) == {"a", "b"}
    again.close()


CHANGES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(["public", "space:zoia"]), st.none() | st.integers(0, 3)),
    max_size=6,
)


@settings(max_examples=15, deadline=None)
@given(pages=st.lists(CHANGES, min_size=1, max_size=5), breaks=st.sets(st.integers(0, 5)), reset=st.booleans())
def test_interrupted_and_resumed_paging_equals_uninterrupted_paging(
    pages: list[list[tuple[str, str, int | None]]], breaks: set[int], reset: bool
) -> None:
    def play(path: Path, breaks: set[int]) -> dict[tuple[str, str, str], str]:
        replica = Replica(path, KEY, create=True)
        switch(replica, row("a", 9), row("z", 9), cursor="before")
        for number, page in enumerate(pages):
            items = [row(name, value, scope=s) if value is not None else gone(name, scope=s) for name, s, value in page]
            first = reset and number == 0
            if number in breaks:
                replica.close()
                replica = Replica(path, KEY)
            if number < len(pages) - 1:
                assert stage(replica, *items, cursor=str(number), reset=first)
            else:
                assert switch(replica, *items, reset=first)
        found = shown(replica)
        replica.close()
        return found

    with tempfile.TemporaryDirectory() as folder:
        assert play(Path(folder) / "one.db", set()) == play(Path(folder) / "two.db", breaks)


def test_a_page_that_was_asked_with_an_outdated_cursor_changes_nothing(replica: Replica) -> None:
    switch(replica, row("a"), cursor="1")
    assert switch(replica, row("b"), cursor="2")
    assert not replica.stage("1", [row("late")], "x", reset=False)
    assert not replica.switch(
        "1", [row("late")], "x", applied=99, incarnation=9, epoch="e9", updated="late", reset=True
    )
    assert names(replica) == {"a", "b"}
    assert replica.standing().cursor == "2"
    assert replica.standing().applied == 0


def test_a_reset_keeps_what_screens_show_until_everything_new_is_there(replica: Replica) -> None:
    switch(replica, row("old"), row("kept", 1), cursor="1")
    stage(replica, row("kept", 2), cursor="2", reset=True)
    assert names(replica) == {"old", "kept"}
    switch(replica, row("new"), cursor="3")
    assert names(replica) == {"kept", "new"}


def test_a_reset_drops_what_an_earlier_reset_had_staged(replica: Replica) -> None:
    stage(replica, row("first try"), cursor="1", reset=True)
    stage(replica, row("second try"), cursor="2", reset=True)
    switch(replica)
    assert names(replica) == {"second try"}


def test_a_reset_happens_once(replica: Replica) -> None:
    switch(replica, row("a"), reset=True)
    switch(replica, row("b"))
    assert names(replica) == {"a", "b"}


def test_forgetting_starts_from_the_beginning_and_screens_keep_what_they_have(replica: Replica) -> None:
    switch(replica, row("old"), cursor="1")
    stage(replica, row("staged"), cursor="2")
    replica.forget()
    assert replica.standing().cursor is None
    assert names(replica) == {"old"}
    switch(replica, row("new"), cursor="3")
    assert names(replica) == {"new"}


def test_a_row_that_is_gone_from_one_scope_stays_in_the_other(replica: Replica) -> None:
    switch(replica, row("a", 1, scope="space:zoia"), row("a", 2, scope="terminal:zoia-1"))
    assert len(shown(replica)) == 2
    switch(replica, gone("a", scope="space:zoia"))
    assert list(shown(replica)) == [("notice", "a", "terminal:zoia-1")]
    switch(replica, gone("a", scope="terminal:zoia-1"), gone("never there"))
    assert shown(replica) == {}


def test_entities_and_fields_of_a_newer_hub_are_kept_as_they_came(replica: Replica, tmp_path: Path) -> None:
    items = as_items(
        [("hologram", "h1", "public", {"depth": 3, "né": ["ò"]}), ("notice", "n1", "public", {"novelty": {"x": None}})]
    )
    switch(replica, *items)
    replica.close()
    again = Replica(tmp_path / "replica.db", KEY)
    assert shown(again) == {
        ("hologram", "h1", "public"): '{"depth":3,"né":["ò"]}',
        ("notice", "n1", "public"): '{"novelty":{"x":null}}',
    }
    again.close()


def test_a_row_beyond_all_bounds_is_left_out_and_the_rest_comes_in(replica: Replica) -> None:
    huge = ("notice", "huge", "public", json.dumps({"text": "x" * MAX_ROW_BYTES}))
    switch(replica, row("a"), huge, row("b"))
    assert names(replica) == {"a", "b"}


def test_hearing_that_there_is_nothing_new_changes_the_time_alone(replica: Replica) -> None:
    switch(replica, row("a"), cursor="1", applied=3)
    before = replica.standing()
    replica.confirm("later")
    after = replica.standing()
    assert (after.updated, after.cursor, after.applied, after.switches) == ("later", "1", 3, before.switches)


def test_a_switch_is_noticed_by_everybody_else_who_has_the_file_open(replica: Replica, tmp_path: Path) -> None:
    other = Replica(tmp_path / "replica.db", KEY)
    seen = other.data_version()
    assert other.data_version() == seen
    switch(replica, row("a"))
    assert other.data_version() != seen
    other.close()


def test_nothing_readable_lies_on_disk(replica: Replica, tmp_path: Path) -> None:
    switch(replica, ("member", "123456789012", "space:zoia", '{"name": "Amina D."}'))
    stage(replica, ("member", "210987654321", "space:zoia", '{"name": "Staged S."}'), cursor="1")
    stored = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("replica.db*")))
    assert len(stored) > 4096
    for word in (b"Amina", b"Staged", b"123456789012", b"member", b"SQLite format", b"CREATE"):
        assert word not in stored


def test_another_key_opens_nothing_and_says_so(replica: Replica, tmp_path: Path) -> None:
    replica.close()
    with pytest.raises(Damaged, match=r"replica\.db is damaged or belongs to another key"):
        Replica(tmp_path / "replica.db", bytes(32))


def test_a_missing_file_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Enrol this terminal"):
        Replica(tmp_path / "nothing.db", KEY)


def test_flipped_bits_are_found_when_their_page_is_read(replica: Replica, tmp_path: Path) -> None:
    switch(replica, *(row(f"{number:04}", number) for number in range(2000)))
    replica.close()
    path = tmp_path / "replica.db"
    content = bytearray(path.read_bytes())
    for page in range(len(content) // 2, len(content), PAGE_BYTES):
        content[page + 100] ^= 1
    path.write_bytes(content)
    again = Replica(path, KEY)
    with pytest.raises(Damaged, match="damaged"):
        shown(again)
    again.close()
