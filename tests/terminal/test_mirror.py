"""The mirror: a second copy of each fact, that follows the journal in everything and never stops it."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.errors import DiskFull
from sync.terminal import mirror as mirroring
from sync.terminal.journal import Journal
from sync.terminal.mirror import BATCH, MIRROR, Mirror
from sync.terminal.salvage import read_file, salvage
from sync.terminal.store import open_database
from tests.support.served import NOW
from tests.terminal.test_journal import KEY, ME, append, fact
from tests.terminal.test_retention import day, personal_fact


@pytest.fixture
def medium(tmp_path: Path) -> Path:
    place = tmp_path / "medium"
    place.mkdir()
    return place


@pytest.fixture
def journal(tmp_path: Path, medium: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "journal.db", KEY, create=True)
    made.identify(ME, incarnation=1, have=0, epoch="e1")
    mirrored(made, medium)
    yield made
    made.close()


def mirrored(journal: Journal, medium: Path, wait: float = 30.0) -> Mirror:
    """Waits as long as it takes, so that no test depends on how fast the machine is."""
    return Mirror(medium, KEY, wait=wait, anywhere=True).follow(journal)


def copied(medium: Path) -> list[tuple[int, int, str]]:
    found, _ = read_file(medium / MIRROR, KEY)
    return sorted((incarnation, one.seq, one.id) for incarnation, one in found.facts.values())


def held(journal: Journal) -> list[tuple[int, int, str]]:
    incarnation = journal.position().incarnation
    return [(incarnation, one.seq, one.id) for one in journal.after(0, facts=10_000, size=10**9)]


def test_each_fact_is_there_before_it_is_called_saved(journal: Journal, medium: Path) -> None:
    for number in range(1, 4):
        append(journal, number)
        assert copied(medium)[-1] == (1, number, fact(number).id)
    found, _ = read_file(medium / MIRROR, KEY)
    assert found.identity() == ME
    assert [one.raw for _, one in found.facts.values()] == [fact(number).raw for number in (1, 2, 3)]


def test_nothing_readable_lies_on_the_medium(journal: Journal, medium: Path) -> None:
    with journal.append() as tx:
        tx.add(personal_fact(1, "Amina Diallo"))
    stored = b"".join(path.read_bytes() for path in medium.iterdir())
    assert len(stored) > 4096
    for word in (b"Amina", b"booking", b"zoia", b"SQLite format"):
        assert word not in stored


def test_a_medium_that_is_not_there_stops_nobody_and_is_caught_up_with_when_it_is_back(
    journal: Journal, medium: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirroring, "RETRY_SECONDS", 0.0)
    assert journal.mirror is not None
    mirror = journal.mirror
    assert isinstance(mirror, Mirror)
    append(journal, 1)
    gone = shutil.move(medium, medium.with_name("elsewhere"))
    mirror._let_go()
    assert append(journal, *range(2, BATCH + 40)) == list(range(2, BATCH + 40))
    assert mirror.health(journal)["state"] == "missing"
    assert "Put it back" in mirror.health(journal)["why"]
    shutil.move(gone, medium)
    append(journal, BATCH + 40)
    assert copied(medium) == held(journal)
    assert mirror.health(journal) == {"state": "ok", "behind": 0, "why": ""}


def test_a_folder_on_the_journals_own_medium_is_none(tmp_path: Path, medium: Path) -> None:
    journal = Journal(tmp_path / "journal.db", KEY, create=True)
    journal.identify(ME, incarnation=1, have=0, epoch="e1")
    mirror = Mirror(medium, KEY, wait=30.0).follow(journal)
    append(journal, 1)
    assert not (medium / MIRROR).exists()
    assert "own medium" in mirror.health(journal)["why"]
    journal.close()


def test_a_full_medium_stops_nobody(tmp_path: Path, small_disk: Path) -> None:
    journal = Journal(tmp_path / "journal.db", KEY, create=True)
    journal.identify(ME, incarnation=1, have=0, epoch="e1")
    mirror = Mirror(small_disk, KEY, wait=30.0).follow(journal)
    append(journal, 1)
    fill(small_disk)
    append(journal, *range(2, 400))
    assert journal.position().last == 399
    assert mirror.health(journal)["state"] in ("behind", "full")
    journal.close()


def fill(place: Path) -> None:
    with contextlib.suppress(OSError), (place / "filler").open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


def test_a_medium_that_hangs_holds_the_first_fact_for_a_bounded_time_and_the_others_not_at_all(
    tmp_path: Path, medium: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "journal.db", KEY, create=True)
    journal.identify(ME, incarnation=1, have=0, epoch="e1")
    mirrored(journal, medium, wait=0.01)
    hangs, goes = threading.Event(), threading.Event()
    write = mirroring._write_batch

    def hang(*arguments: object) -> None:
        hangs.set()
        assert goes.wait(60)
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(mirroring, "_write_batch", hang)
    waits: list[float] = []
    mirror = journal.mirror
    assert isinstance(mirror, Mirror)
    waiting = mirror._condition.wait_for

    def counted(predicate: object, timeout: float | None = None) -> bool:
        if timeout is not None:
            waits.append(timeout)
        return waiting(predicate, timeout)  # type: ignore[arg-type]

    monkeypatch.setattr(mirror._condition, "wait_for", counted)
    append(journal, 1)
    assert hangs.wait(60)
    for number in range(2, 10):
        append(journal, number)
    assert waits == [0.01], "one wait, as long as it is set to, for all of them"
    assert journal.position().last == 9
    goes.set()
    monkeypatch.setattr(mirror, "_wait", 30.0)
    with mirror._condition:
        assert waiting(lambda: not mirror._late, 60)
    append(journal, 10)
    assert copied(medium) == held(journal)
    journal.close()


def test_what_is_erased_is_erased_there_too_even_if_it_was_away(journal: Journal, medium: Path) -> None:
    with journal.append() as tx:
        tx.add(personal_fact(1, "Amina Diallo"))
        tx.add(personal_fact(2, "Bruno Conti"))
    journal.forget_personal([f"{1:032x}"])
    found, _ = read_file(medium / MIRROR, KEY)
    parts = {one.id: one.personal for _, one in found.facts.values()}
    assert parts[f"{1:032x}"] is None
    assert parts[f"{2:032x}"] is not None


def test_what_leaves_the_journal_leaves_the_mirror(journal: Journal, medium: Path) -> None:
    append(journal, 1, 2, 3)
    journal.prune(day(0), trusted=True)
    journal.acknowledge(3, 2)
    journal.prune(day(100), trusted=True)
    assert journal.prune(day(101), trusted=True) == 2
    append(journal, 4)
    engine = open_database(medium / MIRROR, KEY, create=False)
    with engine.connect() as connection:
        kept = [tuple(row) for row in connection.exec_driver_sql("SELECT seq, id FROM fact ORDER BY seq")]
        connection.rollback()
    engine.dispose()
    assert kept == [(3, fact(3).id), (4, fact(4).id)]


def test_a_new_incarnation_moves_the_copies(journal: Journal, medium: Path) -> None:
    append(journal, *range(1, BATCH + 20))
    journal.acknowledge(5, 5)
    journal.begin_incarnation(2)
    append(journal, 1000)
    engine = open_database(medium / MIRROR, KEY, create=False)
    with engine.connect() as connection:
        kept = [tuple(row) for row in connection.exec_driver_sql("SELECT incarnation, seq, id FROM fact ORDER BY 1, 2")]
        connection.rollback()
    engine.dispose()
    assert kept == [(1, seq, fact(seq).id) for seq in range(1, 6)] + held(journal)


def test_an_older_journal_that_was_put_back_does_not_make_the_mirror_forget(
    journal: Journal, medium: Path, tmp_path: Path
) -> None:
    append(journal, 1, 2)
    journal.close()
    shutil.copy(tmp_path / "journal.db", tmp_path / "older.db")
    journal = Journal(tmp_path / "journal.db", KEY)
    mirrored(journal, medium)
    append(journal, 3, 4, 5)
    journal.close()
    shutil.copy(tmp_path / "older.db", tmp_path / "journal.db")
    journal = Journal(tmp_path / "journal.db", KEY)
    mirrored(journal, medium)
    append(journal, 30)
    journal.close()
    assert {one[2] for one in copied(medium)} == {fact(number).id for number in (1, 2, 3, 4, 5, 30)}


def test_a_mirror_that_is_damaged_is_kept_once_and_made_anew(journal: Journal, medium: Path) -> None:
    append(journal, 1, 2)
    journal.close()
    (medium / MIRROR).write_bytes(b"rubbish" * 1000)
    again = Journal(journal.path, KEY)
    mirrored(again, medium)
    append(again, 3)
    assert copied(medium) == held(again)
    assert (medium / f"{MIRROR}.damaged").read_bytes().startswith(b"rubbish")
    again.close()


@settings(max_examples=20, deadline=None)
@given(
    wrecked=st.sets(st.integers(0, 20)),
    lag=st.integers(0, 10),
    count=st.integers(1, 60),
)
def test_whatever_pages_are_lost_journal_and_mirror_together_give_every_fact_that_either_holds(
    tmp_path_factory: pytest.TempPathFactory, wrecked: set[int], lag: int, count: int
) -> None:
    place = tmp_path_factory.mktemp("s")
    (place / "medium").mkdir()
    journal = Journal(place / "journal.db", KEY, create=True)
    journal.identify(ME, incarnation=1, have=0, epoch="e1")
    mirrored(journal, place / "medium")
    append(journal, *range(1, count + 1))
    mirror = journal.mirror
    assert mirror is not None
    mirror.close()
    journal.mirror = None
    if lag:
        append(journal, *range(count + 1, count + lag + 1))
    journal.close()
    data = bytearray(journal.path.read_bytes())
    for page in wrecked:
        if (page + 1) * 4096 <= len(data):
            data[page * 4096 + 100] ^= 1
    journal.path.write_bytes(data)
    readable, _ = read_file(journal.path, KEY)
    made = salvage(journal.path, KEY, NOW, mirror=place / "medium" / MIRROR)
    again = Journal(journal.path, KEY)
    facts = again.after(0, facts=1000, size=10**8)
    wanted = set(readable.facts) | {fact(number).id for number in range(1, count + 1)}
    assert [one.id for one in facts] == sorted(wanted)
    assert all(one.raw == fact(int(one.id, 16)).raw for one in facts)
    assert list(again.verify()) == []
    assert made.facts == len(wanted)
    again.close()


def test_an_error_of_the_medium_has_words(journal: Journal, medium: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(journal, 1)

    def full(*_: object, **__: object) -> None:
        raise DiskFull("The disk of this terminal is full.")

    monkeypatch.setattr(mirroring, "open_database", full)
    assert isinstance(journal.mirror, Mirror)
    assert journal.mirror.health(journal)["state"] == "full"
