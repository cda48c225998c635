"""The witness: what is on disk before it is answered, and what is read of a log that was torn, altered or lost."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from sync.errors import StoreError
from sync.hub import witness
from sync.hub.remembered import Remembered, Sale
from sync.hub.witness import Place, Witness


@pytest.fixture
def log(tmp_path: Path) -> Witness:
    made = Witness(tmp_path / "witness.log")
    made.begin(Remembered(epoch="e1"))
    return made


def read(log: Witness) -> witness.Read:
    found = witness.read(log.path)
    assert found is not None
    return found


def test_what_was_appended_is_read_again_whatever_the_order_of_the_lines(log: Witness) -> None:
    log.append(Place("e1", 5, "t5"), [["gone", "b1", "o1", 2], ["grant", "o1", "zoia-1", 1, 3]])
    log.append(Place("e1", 4, "t4"), [["sale", "b1", "o1", 2, "hub", None, None, None, None]])
    log.append(Place("e1", 9, "t9"), [])
    log.append(None, [["grant", "o1", "zoia-1", 1, 2], ["capacity", "o1", None], ["something newer", 1]])
    found = read(log)
    assert found.whole
    assert found.remembered == Remembered(
        "e1", 9, "t9", grants={("o1", "zoia-1", 1): 3}, gone={"b1": ("o1", 2)}, capacities={"o1": None}
    )


def test_several_processes_append_to_one_chain(log: Witness) -> None:
    other = Witness(log.path)
    for turn in range(6):
        (log if turn % 2 else other).append(Place("e1", turn + 1, "t"), [["grant", f"o{turn}", "zoia-1", 1, 1]])
    found = read(log)
    assert found.whole
    assert len(found.remembered.grants) == 6


def test_many_that_wait_are_served_together_and_all_are_on_disk(log: Witness, monkeypatch: pytest.MonkeyPatch) -> None:
    syncs: list[int] = []
    real, first, go = os.fsync, threading.Event(), threading.Event()

    def slow(file: int) -> None:
        first.set()
        go.wait()
        syncs.append(file)
        real(file)

    monkeypatch.setattr(os, "fsync", slow)
    threads = [
        threading.Thread(target=log.append, args=(Place("e1", n, f"t{n}"), [["grant", f"o{n}", "z", 1, 1]]))
        for n in range(1, 21)
    ]
    threads[0].start()
    first.wait()
    for thread in threads[1:]:
        thread.start()
    while log._queued < 20:
        os.sched_yield()
    go.set()
    for thread in threads:
        thread.join()
    assert len(syncs) == 2
    assert len(read(log).remembered.grants) == 20


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_last_line_is_cut_and_the_chain_goes_on(log: Witness, cut: int) -> None:
    log.append(Place("e1", 1, "t1"), [["grant", "o1", "z", 1, 1]])
    whole = log.path.read_bytes()
    log.append(Place("e1", 2, "t2"), [["grant", "o2", "z", 1, 1]])
    log.close()
    os.truncate(log.path, len(whole) + cut)
    assert read(log).remembered.pos == 1
    after = Witness(log.path)
    after.append(Place("e1", 3, "t3"), [["grant", "o3", "z", 1, 1]])
    found = read(after)
    assert found.whole
    assert [key[0] for key in found.remembered.grants] == ["o1", "o3"]


def test_a_flipped_bit_or_a_missing_line_is_found_and_the_rest_is_still_read(log: Witness) -> None:
    for n in range(1, 6):
        log.append(Place("e1", n, f"t{n}"), [["grant", f"o{n}", "z", 1, 1]])
    lines = log.path.read_bytes().splitlines(keepends=True)
    log.path.write_bytes(b"".join(lines[:3] + lines[4:]))
    found = read(log)
    assert not found.whole
    assert {key[0] for key in found.remembered.grants} == {"o1", "o3", "o4", "o5"}
    for position in range(0, len(b"".join(lines)), 37):
        data = bytearray(b"".join(lines))
        data[position] ^= 4
        log.path.write_bytes(bytes(data))
        flipped = witness.read(log.path)
        assert flipped is None or not flipped.whole


def test_what_could_not_be_written_is_not_answered_and_is_written_first_when_there_is_room(
    log: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.pwrite

    def full(file: int, data: bytes, offset: int) -> int:
        real(file, data[:10], offset)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", full)
        for n in (1, 2):
            with pytest.raises(StoreError, match="No space left on device"):
                log.append(Place("e1", n, f"t{n}"), [["grant", f"o{n}", "z", 1, 1]])
        assert log.owes
    log.settle()
    assert not log.owes
    found = read(log)
    assert found.whole
    assert len(found.remembered.grants) == 2


def test_after_a_failed_fsync_the_file_is_written_anew(log: Witness, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_file: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    inode = log.path.stat().st_ino
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        with pytest.raises(StoreError, match="Input/output error"):
            log.append(Place("e1", 1, "t1"), [["grant", "o1", "z", 1, 1]])
    log.append(Place("e1", 2, "t2"), [["grant", "o2", "z", 1, 1]])
    assert log.path.stat().st_ino != inode
    found = read(log)
    assert found.whole
    assert len(found.remembered.grants) == 2


def test_a_rewritten_log_keeps_what_still_matters_and_others_go_on_in_it(log: Witness) -> None:
    other = Witness(log.path)
    other.append(Place("e1", 1, "t1"), [["grant", "o1", "z", 1, 1], ["grant", "o2", "z", 1, 1], ["forgotten", "9"]])
    before = read(log)
    log.rewrite({"o1"})
    other.append(Place("e1", 2, "t2"), [["sale", "b", "o2", 1, "hub", None, None, None, None]])
    found = read(log)
    assert (found.whole, found.name) == (True, before.name)
    assert set(found.remembered.grants) == {("o2", "z", 1)}
    assert found.remembered.sales == {"b": Sale("o2", 1, "hub")}
    assert found.remembered.forgotten == {"9"}


def test_a_file_that_is_no_witness_is_none(tmp_path: Path) -> None:
    path = tmp_path / "witness.log"
    assert witness.read(path) is None
    path.write_bytes(os.urandom(400))
    assert witness.read(path) is None
