"""A disk's own log of what a virtual machine wrote to it, and what the disk holds after a cut of the power.

QEMU's blklogwrites driver writes the log, in the form of the kernel's dm-log-writes: every write with its bytes, in the
order of the requests, and every flush of the disk's cache. What was written before a flush is safe; so is a write that
asked for it (FUA). Of the rest any part may be there, in sectors of 512 or 4,096 bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

MAGIC = 0x6A736677736872
SECTOR = 512
TEARS = (512, 4096)
FLUSH, FUA, DISCARD, MARK = 1, 2, 4, 8
_SUPER, _ENTRY = struct.Struct("<QQQI"), struct.Struct("<QQQQ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A request. `offset`: in bytes; a flush has no data."""

    offset: int
    data: bytes
    flush: bool
    fua: bool


def read(log: Path) -> list[Entry]:
    """The requests of a log, in order."""
    return list(_entries(log.read_bytes()))


def _entries(log: bytes) -> Iterator[Entry]:
    magic, version, count, sector = _SUPER.unpack_from(log)
    if magic != MAGIC or version != 1 or sector != SECTOR:
        raise ValueError("this is no log of writes")
    place = SECTOR
    for _ in range(count):
        start, sectors, flags, _length = _ENTRY.unpack_from(log, place)
        place += SECTOR
        if flags & (DISCARD | MARK):
            continue
        data = log[place : place + sectors * SECTOR]
        place += len(data)
        yield Entry(start * SECTOR, data, bool(flags & FLUSH), bool(flags & FUA))


def after_cut(before: bytes, entries: Sequence[Entry], rng: Random) -> bytearray:
    """The disk after a cut that came when these requests had been made."""
    disk = bytearray(before)
    safe = max((number for number, entry in enumerate(entries) if entry.flush), default=-1) + 1
    share, tear = rng.choice((0.0, 0.3, 0.7, 1.0)), rng.choice(TEARS)
    for number, entry in enumerate(entries):
        if number < safe or entry.fua:
            disk[entry.offset : entry.offset + len(entry.data)] = entry.data
            continue
        for start in range(0, len(entry.data), tear):
            if rng.random() < share:
                part = entry.data[start : start + tear]
                disk[entry.offset + start : entry.offset + start + len(part)] = part
    return disk
