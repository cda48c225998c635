"""The witness: an append-only log outside the hub's database and its backups, best on another disk.

Each line is a checksum and a JSON object: {"e": epoch, "p": position, "t": tag, "r": records}. The checksum covers the
line and the checksum of the line before it, so that a line which was altered or lost is found; a last line that was
not written to its end was never answered for, and is cut off.

Lines are appended after the database's commit and are on disk before anybody is answered; where several wait, one
fsync serves them all. Several processes may append: each holds the file's lock while it does.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sync.errors import StoreError
from sync.hub.remembered import Record, Remembered

VERSION = 1
CHECKSUM_CHARS = 16
TAIL_BYTES = 1 << 20
RECORDS_A_LINE = 500
REWRITE_BYTES = 64 << 20
"""A log beyond this is rewritten with what still matters."""


class Place(NamedTuple):
    """Where the feed stood."""

    epoch: str
    pos: int
    tag: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a witness holds.

    Attributes:
        name: tells it from every other witness.
        after: the names of those that the database had before it, the oldest first. A copy that has one of them is an
            older one of the database that this witness began with.
        whole: nothing in it is damaged. What a damaged one holds may be incomplete.
        ends_well: its last line is not damaged: how far it came is certain.
    """

    name: str
    remembered: Remembered
    whole: bool
    ends_well: bool = True
    after: tuple[str, ...] = ()


class Witness:
    """A log that is appended to.

    Args:
        path: of the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None
        self._end, self._checksum = -1, ""
        self._broken = False
        self._mutex, self._turn = threading.Lock(), threading.Lock()
        self._queue: list[str] = []
        self._queued = self._written = 0

    def begin(self, known: Remembered, name: str | None = None, after: Sequence[str] = ()) -> str:
        """Makes the file with all that is known, in one step, and returns its name. A file that is there already is
        set aside.

        Args:
            known: what it holds at first.
            name: tells it from every other witness; a new one by default.
            after: see `Read`.

        Raises:
            StoreError: it could not be written; the old file stays.
        """
        name = name or secrets.token_hex(8)
        with self._turn:
            self._close()
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                if self.path.exists():
                    os.link(self.path, self.path.with_name(f"{self.path.name}.{secrets.token_hex(4)}.aside"))
                self._copy(_whole(name, known, after))
            except OSError as error:
                raise _unwritten(self.path, error) from None
        return name

    @property
    def owes(self) -> bool:
        """Whether something was committed that could not be written down yet."""
        return self._queued > self._written

    def append(self, place: Place | None, records: Sequence[Record]) -> None:
        """Writes down what a commit changed; returns when it is on disk. A commit without records only moves the
        position: nobody's answer waits for that.

        Raises:
            StoreError: it could not be written. It is tried again with the next call; until then nothing of it may be
                answered.
        """
        lines = _lines(place, records) or [_text(_at(place))]
        with self._mutex:
            self._queue += lines
            self._queued += len(lines)
            mine = self._queued
        self._write_out(mine, sync=bool(records))

    def settle(self) -> None:
        """Writes down what is owed.

        Raises:
            StoreError: it could not be written.
        """
        if self.owes:
            with self._mutex:
                mine = self._queued
            self._write_out(mine, sync=True)

    def _write_out(self, mine: int, *, sync: bool) -> None:
        """Waits for the turn; then writes everybody's lines, if nobody did meanwhile."""
        with self._turn:
            if self._written >= mine:
                return
            with self._mutex:
                batch = list(self._queue)
            try:
                with self._locked() as file:
                    self._append(file, batch, sync=sync or self._broken)
            except OSError as error:
                self._broken = True
                self._close()
                raise _unwritten(self.path, error) from None
            with self._mutex:
                del self._queue[: len(batch)]
                self._written += len(batch)

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """The file, locked; opened anew where another process has rewritten it."""
        while True:
            if self._file is None:
                self._file = os.open(self.path, os.O_RDWR | os.O_CLOEXEC)
                self._end = -1
            fcntl.flock(self._file, fcntl.LOCK_EX)
            here, there = os.fstat(self._file), self.path.stat()
            if (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev):
                break
            self._close()
        try:
            yield self._file
        finally:
            if self._file is not None:
                fcntl.flock(self._file, fcntl.LOCK_UN)

    def _append(self, file: int, texts: Sequence[str], *, sync: bool) -> None:
        if os.fstat(file).st_size != self._end:  # another process wrote, or this is the first time
            self._end, self._checksum = _tail(file)
            os.ftruncate(file, self._end)
        if self._broken:  # what a failed fsync left behind may only look as if it were on disk
            before = os.pread(file, self._end, 0)
            self._copy(before + _chained(self._checksum, texts)[0])
            return
        data, checksum = _chained(self._checksum, texts)
        _write_all(file, data, self._end)
        if sync:
            os.fsync(file)
        self._end, self._checksum = self._end + len(data), checksum

    def _copy(self, data: bytes) -> None:
        _replace(self.path, data)
        self._broken = False
        self._close()

    def rewrite(self, over: set[str] | None = None) -> None:
        """Rewrites the file with what still matters: a new file, on disk, then renamed.

        Args:
            over: occurrences that are over.

        Raises:
            StoreError: it could not be written; the old file stays.
        """
        with self._turn:
            try:
                with self._locked():
                    found = read(self.path)
                    if found is None or not found.whole:
                        return
                    self._copy(_whole(found.name, found.remembered.without(over or ()), found.after))
            except OSError as error:
                raise _unwritten(self.path, error) from None

    @property
    def large(self) -> bool:
        """Whether it should be rewritten."""
        try:
            return self.path.stat().st_size > REWRITE_BYTES
        except OSError:
            return False

    def close(self) -> None:
        """Closes the file."""
        with self._turn:
            self._close()

    def _close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None
            self._end = -1


def read(path: Path) -> Read | None:
    """What a witness holds; None where there is no file, or none that is a witness.

    Raises:
        StoreError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return _read(file)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"The witness {path} cannot be read: {error.strerror}. Nothing was changed.") from None


def _read(file: Any) -> Read | None:
    first = file.readline()
    head = _open(first, "")
    if head is None or not isinstance(head.get("witness"), str):
        return None
    found, checksum, whole, good = Remembered(), first[:CHECKSUM_CHARS].decode(), True, True
    lines: list[tuple[int, list[Record]]] = []
    for line in file:
        if not line.endswith(b"\n"):
            break  # torn: it was never answered for
        values = _open(line, checksum)
        good = values is not None
        if values is None:
            whole = False
            values = _open(line, None) or {}
        checksum = line[:CHECKSUM_CHARS].decode(errors="replace")
        with suppress(KeyError, TypeError):  # only a damaged line can be so
            if values.get("p", 0) > found.pos:
                found.pos, found.tag = values["p"], values["t"]
            lines.append((values.get("p", found.pos), values.get("r", [])))
    for _, records in sorted(lines, key=lambda one: one[0]):  # commits may be written down out of their order
        for record in records:
            with suppress(TypeError):
                found.take(record)
    after = head.get("after")
    names = tuple(one for one in after if isinstance(one, str)) if isinstance(after, list) else ()
    return Read(head["witness"], found, whole, good, names)


def _open(line: bytes, before: str | None) -> dict[str, Any] | None:
    """A line's object; None where its checksum does not fit. Without a checksum before, only the line's form counts."""
    checksum, _, text = line[:-1].partition(b" ")
    if before is not None and checksum.decode(errors="replace") != _checksum(before, text):
        return None
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _checksum(before: str, text: bytes) -> str:
    return hashlib.blake2b(before.encode() + text, digest_size=CHECKSUM_CHARS // 2).hexdigest()


def _chained(before: str, texts: Sequence[str]) -> tuple[bytes, str]:
    lines = []
    for text in texts:
        before = _checksum(before, text.encode())
        lines.append(f"{before} {text}\n")
    return "".join(lines).encode(), before


def _tail(file: int) -> tuple[int, str]:
    """Where the last whole line ends, and its checksum."""
    size = os.fstat(file).st_size
    start = max(0, size - TAIL_BYTES)
    data = os.pread(file, size - start, start)
    end = data.rfind(b"\n") + 1
    line = data[data.rfind(b"\n", 0, end - 1) + 1 : end]
    if not line:
        raise OSError(5, "it holds no whole line")
    return start + end, line[:CHECKSUM_CHARS].decode(errors="replace")


def _write_all(file: int, data: bytes, offset: int) -> None:
    while data:
        done = os.pwrite(file, data, offset)
        data, offset = data[done:], offset + done


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_name(f"{path.name}.new")
    file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        _write_all(file, data, 0)
        os.fsync(file)
    finally:
        os.close(file)
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _text(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _lines(place: Place | None, records: Sequence[Record]) -> list[str]:
    return [
        _text({**_at(place), "r": list(records[start : start + RECORDS_A_LINE])})
        for start in range(0, len(records), RECORDS_A_LINE)
    ]


def _whole(name: str, known: Remembered, after: Sequence[str]) -> bytes:
    place = Place(known.epoch, known.pos, known.tag)
    head = {"witness": name, "version": VERSION, "after": list(after)}
    return _chained("", [_text(head), *_lines(place, list(known.records()))])[0]


def _at(place: Place | None) -> dict[str, Any]:
    return {} if place is None else {"e": place.epoch, "p": place.pos, "t": place.tag}


def _unwritten(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"The witness {path} was not written: {error.strerror}. Nothing that it must know is answered until it is; "
        "make room on its disk or mend it."
    )
