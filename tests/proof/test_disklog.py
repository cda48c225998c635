"""A disk that forgets its cache: what was flushed is there, what asked to be safe is there, the rest may be."""

from __future__ import annotations

import struct
from pathlib import Path
from random import Random

import pytest

from tests.proof.disklog import FLUSH, FUA, MAGIC, SECTOR, Entry, after_cut, read

A, B = b"a" * SECTOR, b"b" * SECTOR


def _log(*requests: tuple[int, bytes, int]) -> bytes:
    """A log as QEMU writes it. A request: (sector, data, flags)."""
    out = struct.pack("<QQQI", MAGIC, 1, len(requests), SECTOR).ljust(SECTOR, b"\0")
    for sector, data, flags in requests:
        out += struct.pack("<QQQQ", sector, len(data) // SECTOR, flags, 0).ljust(SECTOR, b"\0") + data
    return out


def test_a_log_is_read_in_the_order_of_its_requests(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(_log((2, A + B, 0), (0, b"", FLUSH), (1, B, FUA)))
    assert read(tmp_path / "log") == [
        Entry(2 * SECTOR, A + B, False, False), Entry(0, b"", True, False), Entry(SECTOR, B, False, True),
    ]  # fmt: skip


def test_something_else_is_no_log(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"x" * SECTOR)
    with pytest.raises(ValueError, match="no log"):
        read(tmp_path / "log")


def test_what_was_flushed_and_what_asked_to_be_safe_is_there_and_the_rest_may_be() -> None:
    flushed, safe, cached = Entry(0, B, False, False), Entry(SECTOR, B, False, True), Entry(2 * SECTOR, B, False, False)
    requests = [flushed, Entry(0, b"", True, False), safe, cached]
    seen = {bytes(after_cut(A * 3, requests, Random(seed))) for seed in range(50)}
    assert seen == {B + B + A, B + B + B}
