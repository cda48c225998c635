"""The activities' pictures on a terminal's disk: fetched after everything else, few, and the first to go.

A picture is a file named by its SHA-256, written beside its name and renamed, so that a name always stands before a
whole picture. What is wanted is fetched in the order of the days that it is for; what is no longer wanted stays until
its place is needed, the longest unwanted goes first. Nothing here is encrypted: pictures hang in public.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sync.errors import HubRefused
from sync.pictures import MAX_BYTES, is_name
from sync.terminal.store import PICTURE_SUFFIX

MAX_PICTURES = 400
"""At most 59 MB: `sync.pictures.MAX_BYTES` each."""
MIN_FREE_BYTES = 256 * 1024 * 1024
"""On a disk with less room there are no pictures: facts need it."""
SOI = b"\xff\xd8\xff"
"""How a JPEG begins."""


class Shelf:
    """The folder with the pictures.

    Args:
        path: of the folder; it is made when the first picture comes.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def place(self, name: str) -> Path:
        """Where a picture is, or would be."""
        return self._path / f"{name}{PICTURE_SUFFIX}"

    def has(self, name: str) -> bool:
        """Whether a picture is here; it counts as wanted now."""
        try:
            os.utime(self.place(name))
        except OSError:
            return False
        return True

    def put(self, name: str, content: bytes) -> None:
        """Keeps a picture.

        Raises:
            OSError: there is no room.
        """
        self._path.mkdir(mode=0o700, exist_ok=True)
        part = self._path / f"{name}.part"
        try:
            part.write_bytes(content)
            part.replace(self.place(name))
        except OSError:
            part.unlink(missing_ok=True)
            raise

    def check(self) -> int:
        """Throws away what is not what its name says, such as after a power cut; returns how many."""
        gone = 0
        for path in self._files():
            with contextlib.suppress(OSError):
                whole = path.suffix == PICTURE_SUFFIX and _is(path.read_bytes()[: MAX_BYTES + 1], path.stem)
                if not whole:
                    path.unlink()
                    gone += 1
        return gone

    def trim(self, most: int = MAX_PICTURES) -> None:
        """Keeps the pictures that were wanted last, at most so many."""
        aged = []
        for path in self._files():
            with contextlib.suppress(OSError):
                aged.append((path.stat().st_mtime_ns, path))
        for _, path in sorted(aged, reverse=True)[most:]:
            path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Throws all away."""
        for path in self._files():
            with contextlib.suppress(OSError):
                path.unlink()

    def free(self) -> int:
        """Bytes that the disk has left."""
        room = os.statvfs(self._path if self._path.exists() else self._path.parent)
        return room.f_bavail * room.f_frsize

    def _files(self) -> Iterator[Path]:
        try:
            yield from sorted(self._path.iterdir())
        except OSError:  # there is no folder yet
            return


def fetch(shelf: Shelf, wanted: Sequence[str], get: Callable[[str], bytes], breathe: Callable[[], bool]) -> int:
    """One round: gets what is wanted and not here, then lets go of what is too much; returns how many came.

    Args:
        shelf: where they are kept.
        wanted: names, the most urgent first.
        get: fetches one from the hub.
        breathe: called before each; whether to go on.

    Raises:
        HubError: the line failed; what came is kept.
        OSError: the disk did.
    """
    if shelf.free() < MIN_FREE_BYTES:
        shelf.clear()
        return 0
    came = 0
    for name in wanted[:MAX_PICTURES]:
        if not is_name(name) or shelf.has(name):
            continue
        if not breathe():
            break
        try:
            content = get(name)
        except HubRefused as refused:
            if refused.status != 404:
                raise
            continue  # it was replaced meanwhile
        if _is(content, name) and content.startswith(SOI):
            shelf.put(name, content)
            came += 1
    shelf.trim()
    return came


def _is(content: bytes, name: str) -> bool:
    return len(content) <= MAX_BYTES and hashlib.sha256(content).hexdigest() == name
