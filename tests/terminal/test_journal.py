"""The journal: nothing that was shown as saved is lost, whoever pulls the plug."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sync.chain import Encoded, chain, genesis
from sync.envelope import Moment, encode
from sync.errors import Damaged, DiskFull, FolderInUse
from sync.facts import parse
from sync.seats import Counters
from sync.terminal.journal import Identity, Journal
from sync.terminal.store import Lock

KEY = bytes(range(32))
ME = Identity("zoia-1", "zoia", "http://127.0.0.1:1", "00" * 32)


def fact(number: int) -> Encoded:
    moment = Moment("2026-10-09T08:00:00Z", number, "boot")
    return encode(parse("dropin", {"reasons": ["chiavi"]}), f"{number:032x}", moment)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = Journal(tmp_path / "journal.db", KEY, create=True)
    made.identify(ME, incarnation=1, have=0, epoch="e1")
    return made


def append(journal: Journal, *numbers: int) -> list[int]:
    with journal.append() as tx:
        return [tx.add(fact(number)) for number in numbers]


def test_facts_are_numbered_without_gaps_and_chained_from_the_genesis(journal: Journal) -> None:
    assert append(journal, 1, 2) == [1, 2]
    assert append(journal, 3) == [3]
    held = journal.after(0, facts=10, size=10**6)
    running = genesis("zoia-1", 1)
    for one in held:
        running = chain(running, one.raw)
        assert one.hash == running
    assert journal.hash_at(3) == running
    assert journal.hash_at(0) == genesis("zoia-1", 1)
    assert journal.hash_at(4) is None


def test_a_transaction_that_fails_leaves_nothing_and_no_gap(journal: Journal) -> None:
    append(journal, 1)

    def fail() -> None:
        with journal.append() as tx:
            tx.add(fact(2))
            raise RuntimeError("the plug")

    with pytest.raises(RuntimeError):
        fail()
    assert append(journal, 3) == [2]
    assert [one.id for one in journal.after(0, facts=10, size=10**6)] == [fact(1).id, fact(3).id]


def test_everything_is_there_after_closing_and_opening(journal: Journal, tmp_path: Path) -> None:
    append(journal, 1, 2)
    journal.close()
    again = Journal(tmp_path / "journal.db", KEY)
    assert again.position().last == 2
    assert again.identity() == ME


def test_the_hub_is_believed_even_when_its_have_went_down(journal: Journal) -> None:
    append(journal, 1, 2, 3)
    journal.acknowledge(3, 0, "2026-10-09T08:00:00Z")
    assert journal.position().pending == 0
    journal.acknowledge(1, 0)
    assert journal.position().pending == 2
    assert [one.seq for one in journal.after(1, facts=10, size=10**6)] == [2, 3]


def test_a_batch_is_bounded_in_number_and_size_and_never_empty(journal: Journal) -> None:
    append(journal, *range(1, 21))
    size = len(fact(1).raw)
    assert len(journal.after(0, facts=7, size=10**6)) == 7
    assert len(journal.after(0, facts=100, size=3 * size + 1)) == 3
    assert len(journal.after(0, facts=100, size=1)) == 1


def test_a_new_incarnation_journals_the_same_bytes_again_from_one(journal: Journal) -> None:
    append(journal, 1, 2, 3)
    journal.acknowledge(2, 0)
    before = [(one.id, one.raw) for one in journal.after(0, facts=10, size=10**6)]
    assert journal.begin_incarnation(2) == 3
    again = journal.after(0, facts=10, size=10**6)
    assert [(one.id, one.raw) for one in again] == before
    assert [one.seq for one in again] == [1, 2, 3]
    assert again[0].hash == chain(genesis("zoia-1", 2), again[0].raw)
    assert (journal.position().incarnation, journal.position().have) == (2, 0)
    assert journal.begin_incarnation(2) == 0


def test_a_seat_right_is_spent_with_the_booking_or_not_at_all(journal: Journal) -> None:
    journal.take_grants([("o1", 2)])

    def fail() -> None:
        with journal.append() as tx:
            assert tx.spend("o1", 1)
            raise RuntimeError("the plug")

    with pytest.raises(RuntimeError):
        fail()
    assert journal.counters()["o1"] == Counters(granted=2)
    with journal.append() as tx:
        assert tx.spend("o1", 2)
        assert not tx.spend("o1", 1)
        tx.add(fact(1))
    assert journal.counters()["o1"] == Counters(granted=2, spent=2)


def test_grants_are_cumulative_so_an_old_answer_takes_nothing_back(journal: Journal) -> None:
    assert journal.take_grants([("o1", 3)])
    assert not journal.take_grants([("o1", 1)])
    assert journal.counters()["o1"].granted == 3


def test_pin_failures_survive_and_the_office_resets_them_by_epoch(journal: Journal, tmp_path: Path) -> None:
    assert [journal.count_pin_attempt("ada", 0) for _ in range(3)] == [1, 2, 3]
    journal.close()
    again = Journal(tmp_path / "journal.db", KEY)
    assert again.pin_failures("ada", 0) == 3
    assert again.pin_failures("ada", 1) == 0


def test_another_key_opens_nothing_and_says_so(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    with pytest.raises(Damaged, match="damaged or belongs to another key"):
        Journal(tmp_path / "journal.db", bytes(32))


def test_nothing_readable_lies_on_disk(journal: Journal, tmp_path: Path) -> None:
    append(journal, 1, 2, 3)
    stored = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("journal.db*")))
    assert len(stored) > 4096
    for word in (b"chiavi", b"dropin", b"SQLite format", b"zoia"):
        assert word not in stored


def test_a_full_disk_says_so_and_calls_nothing_stored(small_disk: Path) -> None:
    journal = Journal(small_disk / "journal.db", KEY, create=True)
    journal.identify(ME, incarnation=1, have=0, epoch="e1")
    append(journal, 1)
    (small_disk / "filler").write_bytes(b"x" * (_free(small_disk) - 8192))
    stored = 1

    def fill() -> None:
        nonlocal stored
        for number in range(2, 2000):
            append(journal, number)
            stored = number

    with pytest.raises(DiskFull, match="full"):
        fill()
    journal.close()
    (small_disk / "filler").unlink()
    again = Journal(small_disk / "journal.db", KEY)
    assert again.position().last == stored
    assert append(again, 5000) == [stored + 1]


def _free(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


def test_a_second_process_on_the_same_folder_is_told_so(tmp_path: Path) -> None:
    held = Lock(tmp_path / "run.lock")
    held.acquire()
    program = (
        "import sys; from pathlib import Path; from sync.terminal.store import Lock; "
        "from sync.errors import FolderInUse\n"
        "try:\n Lock(Path(sys.argv[1])).acquire()\nexcept FolderInUse as error:\n print(error)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "run.lock")], capture_output=True, text=True, check=True
    )
    assert "Another terminal already runs" in said.stdout
    held.release()
    with Lock(tmp_path / "run.lock"):
        pass


def test_a_lock_is_free_again_when_its_process_was_killed(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sync.terminal.store import Lock; "
        "Lock(Path(sys.argv[1])).acquire(); print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "run.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(FolderInUse):
            Lock(tmp_path / "run.lock").acquire()
        holder.kill()
        holder.wait()
    mine = Lock(tmp_path / "run.lock")
    mine.acquire()
    mine.release()
