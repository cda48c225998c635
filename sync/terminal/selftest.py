"""Looks at everything that a terminal needs, and says of each whether it works: what a technician runs on site.

Each test is a line of its own and stands alone: one that fails keeps no other from being made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sync.clock import stamp
from sync.errors import NotEnrolled, StoreError, SyncError
from sync.terminal.folder import Folder
from sync.terminal.journal import Journal
from sync.terminal.mirror import Mirror
from sync.terminal.opening import check_journal, open_journal
from sync.terminal.store import BALLAST_BYTES, check_pages

OLDEST_YEAR, LATEST_YEAR = 2025, 2100
TRUST_MS = 5 * 60 * 1000
MIN_FREE_BYTES = 4 * BALLAST_BYTES


@dataclass(frozen=True, slots=True)
class Result:
    """What a test found.

    Attributes:
        test: keys, journal, replica, mirror, disk, clock, network, or a device.
        ok: whether it works; a device that need not be there and is not is fine.
        detail: a sentence.
    """

    test: str
    ok: bool
    detail: str


def run(folder: Folder) -> Iterator[Result]:
    """Every test of what is not a device, one after the other; takes as long as reading both databases does."""
    yield _made("keys", lambda: _keys(folder))
    yield _made("journal", lambda: _journal(folder))
    yield _made("replica", lambda: _replica(folder))
    if (place := folder.mirror) is not None:
        yield _made("mirror", lambda: _mirror(folder, place))
    yield _made("disk", lambda: _disk(folder.path))
    yield _made("clock", lambda: _clock(folder))
    yield _made("network", lambda: _network(folder))


def _made(name: str, test: Callable[[], str]) -> Result:
    try:
        return Result(name, True, test())
    except SyncError as error:
        return Result(name, False, str(error))
    except OSError as error:
        return Result(name, False, f"{error.filename or name}: {error.strerror}.")


def _keys(folder: Folder) -> str:
    folder.private_key()
    folder.database_key()
    pepper = "" if folder.pepper() else " There is no pepper yet: PINs cannot be checked."
    return f"In the {folder.vault.describe()}{pepper}"


def _journal(folder: Folder) -> str:
    journal, repaired = open_journal(folder)
    try:
        if journal.identity() is None:
            raise NotEnrolled
        position = journal.position()
        journal.note("self_test", stamp(folder.clock.now()))  # a write to the disk and back
    finally:
        journal.close()
    wrong = check_journal(folder)
    if wrong:
        raise StoreError(f"{wrong[0]}. Close the terminal: its next start repairs the journal.")
    whole = f"{position.last - position.floor + 1} records, every page authentic, the chain whole."
    return f"{repaired} {whole}".strip()


def _replica(folder: Folder) -> str:
    if not folder.replica.exists():
        return "Nothing was fetched from the hub yet."
    wrong = check_pages(folder.replica, folder.database_key())
    if wrong:
        raise StoreError(f"{wrong[0]}. It is fetched again from the hub by itself.")
    return "Every page authentic."


def _mirror(folder: Folder, place: Path) -> str:
    key = folder.database_key()
    journal = Journal(folder.journal, key)
    try:
        health = Mirror(place, key).health(journal)
    finally:
        journal.close()
    if health["state"] not in ("ok", "behind"):
        raise StoreError(str(health["why"]))
    return "It holds every record." if not health["behind"] else f"{health['behind']} records are still to be copied."


def _disk(path: Path) -> str:
    found = os.statvfs(path)
    free = found.f_bavail * found.f_frsize
    if free < MIN_FREE_BYTES:
        raise StoreError(f"Only {free // 2**20} MB are free in {path}. Make room.")
    return f"{free // 2**20} MB free."


def _clock(folder: Folder) -> str:
    now = folder.clock.now()
    if not OLDEST_YEAR <= now.year <= LATEST_YEAR:
        raise StoreError(f"The clock says {stamp(now)}. Set it.")
    journal = Journal(folder.journal, folder.database_key())
    try:
        offset = journal.notes().get("offset")
    finally:
        journal.close()
    if offset is None:
        return f"It says {stamp(now)}; the hub's time is not known yet."
    if abs(int(offset)) > TRUST_MS:
        raise StoreError(f"The clock says {stamp(now)}, and the hub's is {int(offset) // 1000} s ahead. Set it.")
    return f"It says {stamp(now)}, {abs(int(offset)) // 1000} s from the hub's."


def _network(folder: Folder) -> str:
    from sync.terminal.transport import Transport

    journal = Journal(folder.journal, folder.database_key())
    try:
        identity = journal.identity()
    finally:
        journal.close()
    if identity is None:
        raise NotEnrolled
    transport = Transport(identity.hub, identity.terminal, folder.private_key(), folder.clock)
    try:
        transport.about()
    finally:
        transport.close()
    return f"A hub answers at {identity.hub}."
