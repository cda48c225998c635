"""What a power cut can leave on a disk with a volatile cache: rebuilt from a log of all that was written.

The log comes from strace: each write with its bytes, each truncation, fsync, creation and removal, in order. A state of
the disk is what was synced before the cut, and of what was not any part, in sectors of 512 or 4,096 bytes.

What an fsync promises is taken as ext4 and XFS keep it: it covers the file's bytes, its length, and its name if it was
just created. A removal is safe with the fsync of its folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

OPTIONS = (
    "-ttt", "-y", "-xx", "-s", "1000000",
    "-e", "trace=openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat,rename",
)  # fmt: skip
SECTORS = (512, 4096)
_LINE = re.compile(r"^(\d+) +([\d.]+) (.*)$")
_UNFINISHED, _RESUMED = " <unfinished ...>", re.compile(r"^<\.\.\. (\w+) resumed>(.*)$")
_CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)(?:<([^>]*)>)?")
_HANDLE = re.compile(r"^(\d+)<([^>]*)>(?:\(deleted\))?(?:, )?")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was done to a file.

    Attributes:
        at: the instant, in seconds of the wall clock, when the call began.
        what: create, write, truncate, sync, remove, or say (to a stream).
        path: of the file.
        offset: where the bytes go; the new length of a truncation.
        data: the bytes.
    """

    at: float
    what: str
    path: Path
    offset: int = 0
    data: bytes = b""


def read(log: Path) -> list[Event]:
    """The events of a log, in the order in which the calls ended; those that failed are left out."""
    return list(_events(log))


def _events(log: Path) -> Iterator[Event]:
    begun: dict[str, tuple[str, str]] = {}
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            found = _LINE.match(line)
            if found is None:
                continue
            thread, at, text = found.groups()
            if text.endswith(_UNFINISHED):
                begun[thread] = at, text.removesuffix(_UNFINISHED)
                continue
            if resumed := _RESUMED.match(text):
                at, before = begun.pop(thread)
                text = before + resumed[2]
            if (call := _CALL.match(text)) and int(call[3]) >= 0:
                yield from _event(float(at), call[1], call[2], int(call[3]))


def _event(at: float, name: str, arguments: str, result: int) -> Iterator[Event]:
    if name in ("unlink", "unlinkat"):
        yield Event(at, "remove", Path(_text(_strings(arguments)[-1])))
    elif name == "openat":
        if "O_CREAT" in arguments:
            yield Event(at, "create", Path(_text(_strings(arguments)[-1])))
    elif name == "rename":
        raise ValueError("a file was renamed: this model does not know that yet")
    elif handle := _HANDLE.match(arguments):
        path, rest = Path(_text(handle[2])), arguments[handle.end() :]
        if name in ("fsync", "fdatasync"):
            yield Event(at, "sync", path)
        elif name == "ftruncate":
            yield Event(at, "truncate", path, int(rest))
        elif name == "pwrite64":
            data = _bytes(_strings(rest)[0])[:result]
            yield Event(at, "write", path, int(rest.rpartition(",")[2]), data)
        elif name == "write":
            yield Event(at, "say", path, data=_bytes(_strings(rest)[0])[:result])


def _strings(arguments: str) -> list[str]:
    return re.findall(r'"([^"]*)"', arguments)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _text(text: str) -> str:
    return _bytes(text).decode() if text.startswith("\\x") else text


Keep = Callable[[Sequence[Event]], Sequence[Event]]
"""Chooses, of what was not synced, what reached the disk; it may tear writes."""


def nothing(pending: Sequence[Event]) -> Sequence[Event]:
    """The cache was lost whole."""
    return ()


def everything(pending: Sequence[Event]) -> Sequence[Event]:
    """The cache was written whole: what a killed process leaves."""
    return pending


def some(rng: Random) -> Keep:
    """Any part of it, in any order of arrival, torn where the disk writes by sectors."""
    share, sector = rng.choice((0.2, 0.5, 0.8, 0.95)), rng.choice(SECTORS)

    def keep(pending: Sequence[Event]) -> Sequence[Event]:
        kept: list[Event] = []
        for event in pending:
            if event.what == "write" and rng.random() < 0.5:
                kept += _torn(event, sector, share, rng)
            elif rng.random() < share:
                kept.append(event)
        return kept

    return keep


def first(rng: Random) -> Keep:
    """It was written in order, and the last write was torn."""

    def keep(pending: Sequence[Event]) -> Sequence[Event]:
        until = rng.randint(0, len(pending))
        last = pending[until : until + 1]
        torn = [part for event in last if event.what == "write" for part in _torn(event, rng.choice(SECTORS), 0.5, rng)]
        return [*pending[:until], *torn]

    return keep


def _torn(event: Event, sector: int, share: float, rng: Random) -> list[Event]:
    """Some of the sectors that a write touches."""
    parts, start, end = [], event.offset, event.offset + len(event.data)
    while start < end:
        stop = min(end, (start // sector + 1) * sector)
        if rng.random() < share:
            data = event.data[start - event.offset : stop - event.offset]
            parts.append(Event(event.at, "write", event.path, start, data))
        start = stop
    return parts


@dataclass
class _File:
    """A file: what is safe, and what is not yet. None: it is not there."""

    safe: bytearray | None
    pending: list[Event] = field(default_factory=list)

    def settle(self) -> None:
        """All of it is safe."""
        self.safe = _applied(self.safe, self.pending)
        self.pending = []


def state_at(before: dict[Path, bytes], events: Sequence[Event], keep: Keep) -> dict[Path, bytes]:
    """The files after a cut.

    Args:
        before: the files when the log began.
        events: all that had ended before the cut.
        keep: chooses what of the unsynced is there, file by file.
    """
    files = {path: _File(bytearray(data)) for path, data in before.items()}
    for event in events:
        if event.what == "sync":
            _sync(files, event.path)
        elif event.what != "say" and (event.path in files or event.what in ("create", "write")):
            files.setdefault(event.path, _File(None)).pending.append(event)
    found = {path: _applied(file.safe, keep(file.pending)) for path, file in files.items()}
    return {path: bytes(data) for path, data in found.items() if data is not None}


def _sync(files: dict[Path, _File], path: Path) -> None:
    if path in files:
        files[path].settle()
    for other, file in files.items():
        if other.parent == path and any(event.what == "remove" for event in file.pending):
            file.settle()


def _applied(data: bytearray | None, events: Sequence[Event]) -> bytearray | None:
    """A file's bytes after these events; `data` itself is changed."""
    for event in events:
        if event.what == "remove":
            data = None
            continue
        if data is None:
            data = bytearray()
        if event.what == "truncate":
            del data[event.offset :]
            data.extend(bytes(event.offset - len(data)))
        elif event.what == "write":
            data.extend(bytes(max(0, event.offset - len(data))))
            data[event.offset : event.offset + len(event.data)] = event.data
    return data
