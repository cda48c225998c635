"""What is on the disks, and what of it survives: commit boundaries, process deaths, power cuts.

A file that is synchronous=FULL holds, after either, its last commit. One that is NORMAL may, after a power cut, hold
any earlier commit since its last checkpoint: write-ahead frames are found in the file itself, and everything after the
chosen commit frame is cut off.
"""

from __future__ import annotations

import os
import shutil
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Literal
from unittest.mock import patch

from sqlalchemy import event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.pool import Pool

Phase = Literal["before", "after"]
WAL_HEADER, FRAME_HEADER = 32, 24
BACKFILLED_AT = 96
"""Where the shared-memory index says how many frames have been copied into the database."""


class Crash(BaseException):
    """A machine dies here: not an error that any code may handle. `where`: its name; `life`: which of its lives, 0 for
    the present one.
    """

    def __init__(self, where: str, life: int = 0) -> None:
        super().__init__(f"{where} dies")
        self.where, self.life = where, life


@dataclass
class Boundaries:
    """Calls `reached` at every commit of every SQLite file, with the file's path, before and after.

    Only commits in transactions that changed something matter, but all are told.
    """

    reached: Callable[[str, Phase, Any], None]
    _paths: dict[int, tuple[Any, str]] = field(default_factory=dict)

    def __enter__(self) -> Boundaries:
        event.listen(Pool, "connect", self._connected)
        event.listen(Pool, "close", self._closed)
        boundaries = self

        def do_commit(dialect: DefaultDialect, connection: Any) -> None:
            raw = connection.dbapi_connection
            path = boundaries._path(raw)
            if not path or not raw.in_transaction:
                raw.commit()
                return
            boundaries.reached(path, "before", raw)
            raw.commit()
            boundaries.reached(path, "after", raw)

        self._patch = patch.object(SQLiteDialect_pysqlite, "do_commit", do_commit)
        self._patch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.stop()
        event.remove(Pool, "connect", self._connected)
        event.remove(Pool, "close", self._closed)
        self._paths.clear()

    def _connected(self, raw: Any, _record: object) -> None:
        found = raw.execute("PRAGMA database_list").fetchone()
        self._paths[id(raw)] = (raw, str(found[2]) if found else "")

    def _closed(self, raw: Any, _record: object) -> None:
        self._paths.pop(id(raw), None)

    def _path(self, raw: Any) -> str:
        return self._paths.get(id(raw), (None, ""))[1]


@dataclass
class Synced:
    """How much of each file that is not a database was synced: `os.fsync` tells."""

    sizes: dict[int, int] = field(default_factory=dict)

    def fsync(self, file: int) -> None:
        """Stands in for `os.fsync`: what is in memory needs none."""
        status = os.fstat(file)
        self.sizes[status.st_ino] = status.st_size

    def keep(self, path: Path) -> None:
        """A file is on the disk as it is: it was there before the machine started, or somebody put it there."""
        with suppress(FileNotFoundError):
            status = path.stat()
            self.sizes[status.st_ino] = status.st_size

    def cut(self, path: Path, found: Image, random: Random) -> Image:
        """An image as a power cut may leave it: what was not synced is there, or in part, or not at all."""
        content = found[""]
        if content is None:
            return found
        synced = min(self.sizes.get(path.stat().st_ino, 0), len(content))
        return {**found, "": content[: random.randint(synced, len(content))]}


Image = dict[str, bytes | None]
"""The files of a database by suffix ("", "-wal"), or None where there is none."""


def image(path: Path) -> Image:
    """What is on the disk of a database now."""
    return {suffix: _read(Path(f"{path}{suffix}")) for suffix in ("", "-wal")}


def put_back(path: Path, found: Image) -> None:
    """Makes the disk hold an image."""
    Path(f"{path}-shm").unlink(missing_ok=True)
    for suffix, content in found.items():
        file = Path(f"{path}{suffix}")
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content)


def cut(path: Path, found: Image, random: Random) -> Image:
    """An image as a power cut may leave it where the file is synchronous=NORMAL."""
    log = found["-wal"]
    if not log or len(log) <= WAL_HEADER:
        return found
    ends = _commits(log)
    done = _backfilled(Path(f"{path}-shm"))
    possible = [end for count, end in ends if count >= done]
    if done == 0:
        possible.append(WAL_HEADER)
    return {**found, "-wal": log[: random.choice(possible)]} if possible else found


def replace_folder(source: Path, target: Path) -> None:
    """Makes one folder a copy of another."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def _commits(log: bytes) -> list[tuple[int, int]]:
    """Where each commit in a write-ahead log ends: (frames up to there, bytes up to there)."""
    page = struct.unpack(">I", log[8:12])[0]
    salts, size = log[16:24], FRAME_HEADER + page
    found: list[tuple[int, int]] = []
    count, at = 0, WAL_HEADER
    while at + size <= len(log) and log[at + 8 : at + 16] == salts:
        count, at = count + 1, at + size
        if struct.unpack(">I", log[at - size + 4 : at - size + 8])[0]:
            found.append((count, at))
    return found


def _backfilled(index: Path) -> int:
    content = _read(index)
    if content is None or len(content) < BACKFILLED_AT + 4:
        return 0
    return int(struct.unpack("=I", content[BACKFILLED_AT : BACKFILLED_AT + 4])[0])


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
