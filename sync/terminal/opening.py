"""Opens a terminal's journal in whatever state it was left, and repairs it first where it must.

Damage is repaired by whoever has the journal alone: at the start of `kiosk run`, of the engine or of a command, before
anything is read or written. Whoever meets damage while others have it open notes a suspicion beside the file; the next
start looks at the whole file.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

from sync.errors import Damaged, NotEnrolled, SyncError
from sync.terminal.appending import walk
from sync.terminal.folder import Folder
from sync.terminal.journal import Identity, Journal
from sync.terminal.journal_schema import SCHEMA
from sync.terminal.replica import Replica
from sync.terminal.store import (
    SALT_BYTES,
    SALVAGED,
    SharedLock,
    check_pages,
    clear_suspicion,
    is_suspected,
    open_database,
    reading,
    translate,
)
from sync.vault import VaultError

log = logging.getLogger(__name__)

TRIES, TRY_SECONDS = 50, 0.02
LOOK_SECONDS = 1.0
MEMORY = "journal"
"""Under which name the vault remembers whose journal this is."""


def open_journal(folder: Folder, *, create: bool = False, told: Identity | None = None) -> tuple[Journal, str]:
    """Opens the journal of a data folder, with its mirror where there is one.

    Args:
        folder: of the terminal.
        create: make one where there is none (enrolment).
        told: who the terminal is, where the hub has just told it.

    Returns:
        the journal, and what was repaired as a sentence, "" where nothing was.

    Raises:
        Damaged: it cannot be repaired now; the sentence says what to do.
        Erased: the terminal was erased by order of the hub, perhaps just now.
        NotEnrolled: there is no journal.
        StoreError: it cannot be read.
    """
    if folder.erased.exists():
        from sync.terminal import erasing

        erasing.refuse(folder)
    journal, words = _opened(folder, create=create, told=told)
    if folder.order.exists():
        from sync.terminal import erasing

        erasing.obey(folder, journal)
    return journal, words


def _opened(folder: Folder, *, create: bool, told: Identity | None) -> tuple[Journal, str]:
    key, words = folder.database_key(), ""
    if _wants_mending(folder):
        words = _mend(folder, key, told, damaged=False)
    if not create and not folder.journal.exists():
        raise NotEnrolled
    try:
        journal = Journal(folder.journal, key, create=create)
    except Damaged:
        words = _mend(folder, key, told, damaged=True)
        journal = Journal(folder.journal, key)
    if folder.mirror is not None:
        from sync.terminal.mirror import Mirror

        if _is_behind(folder.mirror, key, journal):
            journal.close()
            words = _mend(folder, key, told, damaged=False, behind=True) or words
            journal = Journal(folder.journal, key)
        Mirror(folder.mirror, key).follow(journal)
    if words:
        remember(folder, journal)
    return journal, words


def remember(folder: Folder, journal: Journal) -> None:
    """Has the vault remember whose journal this is, for the day when the file has forgotten; see `Remembered`."""
    from sync.terminal.salvage import Remembered

    identity = journal.identity()
    if identity is None:
        return
    with folder.journal.open("rb") as file:
        salt = file.read(SALT_BYTES)
    known = Remembered(identity, journal.position().incarnation, salt).text()
    try:
        if folder.vault.get(MEMORY) != known:
            folder.vault.put(MEMORY, known)
    except VaultError as error:  # a vault that keeps nothing new; the journal itself still knows
        log.info("The vault cannot remember whose journal this is: %s", error)


def check_journal(folder: Folder) -> list[str]:
    """Authenticates every page of the journal and walks its chains; returns what is wrong, nothing where it is whole.

    Reads all of the file: for the engine, soon after its start. What it finds is repaired at the next start.

    Raises:
        StoreError: the file cannot be read at all.
    """
    return _problems(folder.journal, folder.database_key())


def _wants_mending(folder: Folder) -> bool:
    if folder.journal.exists():
        return is_suspected(folder.journal)
    return folder.journal.with_name(SALVAGED).exists() or folder.vault.get(MEMORY) is not None


def _is_behind(place: Path, key: bytes, journal: Journal) -> bool:
    """Whether the mirror holds facts that the journal lacks. Asked before the hub hears of the older journal, and for a
    bounded time: a medium that hangs holds no start.
    """
    from sync.terminal.mirror import MIRROR, is_ahead

    found: list[bool] = []

    def look() -> None:
        try:
            if (place / MIRROR).exists():
                found.append(is_ahead(place / MIRROR, key, journal))
        except (SyncError, OSError) as error:
            log.info("The mirror cannot be asked: %s", error)

    thread = threading.Thread(target=look, name="mirror-look", daemon=True)
    thread.start()
    thread.join(LOOK_SECONDS)
    return any(found)


def _mend(folder: Folder, key: bytes, told: Identity | None, *, damaged: bool, behind: bool = False) -> str:
    """Looks at the whole journal and salvages it where it is damaged or gone; returns a sentence if it did.

    Args:
        folder: of the terminal.
        key: of its databases.
        told: see `open_journal`.
        damaged: whether it is known to be; otherwise it is only suspected, and others may go on working with it.
        behind: whether the mirror holds facts that the journal, which is whole, does not.
    """
    from sync.terminal.mirror import MIRROR
    from sync.terminal.salvage import Remembered, finish, salvage

    path = folder.journal
    with folder.lock("mend"):
        if not path.exists():
            finish(path)  # somebody was stopped while putting the new one in place
        if path.exists() and not behind and not _problems(path, key):
            clear_suspicion(path)  # or another process has just repaired it
            return ""
        alone = SharedLock(path.with_suffix(".lock"))
        if not _taken(alone, TRIES if damaged else 1):
            if not damaged:
                return ""
            raise Damaged(
                f"{path.name} is damaged, and another process still has it open. Close the terminal's window, or end "
                "its engine: the next start repairs it."
            )
        try:
            remembered = Remembered.read(folder.vault.get(MEMORY))
            _renumber(folder, key)
            mirror = folder.mirror / MIRROR if folder.mirror is not None else None
            return salvage(path, key, folder.clock.now(), remembered=remembered, told=told, mirror=mirror).words()
        except OSError as error:
            raise translate(error, path) from error
        finally:
            alone.release()


def _taken(lock: SharedLock, tries: int) -> bool:
    """Takes the journal's lock alone. Whoever failed to open the journal lets go at once: a few tries tell them from
    those who have it open.
    """
    for attempt in range(tries):
        if attempt:
            time.sleep(TRY_SECONDS)
        if lock.acquire_alone():
            return True
    return False


def _problems(path: Path, key: bytes) -> list[str]:
    """What is wrong with a journal's file."""
    try:
        found = check_pages(path, key)
        if found:
            return found
        engine = open_database(path, key, create=False)
        try:
            with reading(engine) as connection:
                if connection.exec_driver_sql("PRAGMA user_version").scalar_one() != SCHEMA:
                    return []  # of an earlier version: brought up when it is opened
                return list(walk(connection))
        finally:
            engine.dispose()
    except Damaged as error:
        return [str(error)]


def _renumber(folder: Folder, key: bytes) -> None:
    """Has the replica forget which facts of this journal it includes: they are about to be numbered anew."""
    if not folder.replica.exists():
        return
    try:
        replica = Replica(folder.replica, key)
        replica.renumbered()
        replica.close()
    except SyncError as error:  # it will be rebuilt anyway
        log.info("The replica cannot be told: %s", error)
