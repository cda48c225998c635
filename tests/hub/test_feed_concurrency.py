"""Eight writers at once, aborts and savepoints included: terminals read each commit once and in order, on SQLite and on
PostgreSQL; and a commit at one hub process reaches terminals that wait at another.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.hub.hub import Hub
from tests.hub import feed_load
from tests.hub.feed_load import READERS, Commit, Reader, Seen, Written

ROWS = 3_000
PATIENCE = 60.0


@pytest.fixture
def loaded(database_url: str, tmp_path: Path) -> Iterator[Hub]:
    opened = feed_load.prepared(database_url, tmp_path / "hub")
    yield opened
    opened.close()


def test_every_reader_sees_each_commit_once_whole_and_in_order(loaded: Hub) -> None:
    outcome = feed_load.load(loaded, seed=1, rows=ROWS)
    assert outcome.written.rows >= ROWS
    assert outcome.written.aborted > 0
    assert outcome.pages > 10, "the readers did not read while the writers wrote"
    assert outcome.seen == [Seen()] * READERS
    assert outcome.hot_differ == 0
    if loaded.database.postgresql:
        # The same rows in a feed by plain sequence, in the same transactions: what this load would find in ours.
        assert outcome.lost_by_control


def test_the_comparison_finds_every_kind_of_fault() -> None:
    written = Written([Commit(2, ("a", "b")), Commit(5, ("c", "d", "e"))])

    def seen(order: str, ends: tuple[int, ...] = (5,)) -> Seen:
        reader = Reader.__new__(Reader)
        reader.order, reader.ends = list(order), list(ends)
        return Seen.against(written, reader)

    assert seen("abcde", (2, 5)) == Seen()
    assert seen("abcd", ()) == Seen(missed=1)
    assert seen("abcdee") == Seen(doubled=1)
    assert seen("abcdeX") == Seen(invented=1)
    assert seen("cdeab") == Seen(out_of_order=1)
    assert seen("abcde", (1, 3)) == Seen(torn=2)
