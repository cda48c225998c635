"""Erases a terminal by the hub's order, after an export of all that is not durable at the hub.

    1  the order came with a refusal, is verified, and lies in the folder        erase.order
    2  nobody else has the folder: the journal is closed, nothing is recorded any more
    3  what the hub may not hold is sealed for it                                TERMINAL-INCARNATION.export
    4  that it is erased is written down, where the file is among it             erased.json
    5  the keys are destroyed; then the files that they encrypted go

Whoever opens the folder goes on where it was stopped, at any point: up to 4 with an export of its own, since of another
nobody knows whether it is complete; from 4 on with what is left of 5. So each fact is durable at the hub, in the
export, or still in the journal. What remains is the export, and a sentence for whoever asks.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NoReturn

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import orders
from sync.clock import stamp
from sync.errors import Erased, HubRefused, StoreError, SyncError
from sync.terminal.export import export
from sync.terminal.folder import Folder
from sync.terminal.journal import Identity, Journal
from sync.terminal.store import BALLAST, JOURNAL, REPLICA, SALVAGED, SEARCH, clear_suspicion, release_ballast, translate
from sync.vault import VaultError

MAX_MARK_BYTES = 8 * 1024
MAX_EXPORTS = 1_000
"""Names that are tried for the export."""
MAX_LEFT_CHARS = 2_000
_FILES = (f"{JOURNAL}*", f"{SALVAGED}*", "salvaging.db*", f"{REPLICA}*", "replica.damaged*", f"{SEARCH}*", BALLAST)
"""What the terminal wrote and its key encrypted, set aside or not, and the room that it kept."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a terminal.

    Attributes:
        terminal, incarnation: who it was.
        at: when.
        facts: how many were exported; file: where to, by its whole name.
        mirror: the mirror's folder, where there is one.
        finished: keys and files are gone.
        left: what could not be removed, as a sentence.
    """

    terminal: str
    incarnation: int
    at: str
    facts: int
    file: str
    mirror: str = ""
    finished: bool = False
    left: str = ""

    def words(self) -> str:
        """What to tell a technician."""
        carried = f"The {self.facts} records that the hub may not hold are" if self.facts else "What was left of it is"
        rest = f" {self.left}" if self.left else ""
        return (
            f"This terminal, {self.terminal}, was erased by order of its hub on {self.at}. {carried} sealed in "
            f"{self.file}: take it to the hub, `hub facts import {Path(self.file).name}`. Enrol the machine anew with "
            f"`kiosk enrol` if it is to be used again.{rest}"
        )

    @classmethod
    def read(cls, path: Path) -> Mark | None:
        """What is written down; None where nothing is.

        Raises:
            StoreError: it cannot be read, or is none.
        """
        try:
            with path.open("rb") as file:
                values = json.loads(file.read(MAX_MARK_BYTES))
            return cls(**values)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise translate(error, path) from error
        except (ValueError, TypeError, RecursionError):
            raise StoreError(f"{path} is damaged: this terminal was erased. Remove the file to enrol anew.") from None

    def write(self, path: Path) -> None:
        """Writes it down; it is on disk when this returns."""
        _put(path, json.dumps(asdict(self), ensure_ascii=False).encode())


def take(folder: Folder, journal: Journal, refused: SyncError) -> bool:
    """Keeps the order that a refusal carries, if it is one of this terminal's hub for this terminal.

    Returns:
        whether there is an order to obey: it is obeyed when the folder is opened and nobody else has it.

    Raises:
        StoreError: it cannot be kept.
    """
    text = refused.details.get("order") if isinstance(refused, HubRefused) else None
    identity = journal.identity()
    if text is None or identity is None:
        return False
    try:
        _verified(text, identity, journal, folder.private_key())
    except orders.OrderError:
        return False
    _put(folder.order, str(text).encode())
    return True


def _verified(text: object, identity: Identity, journal: Journal, key: Ed25519PrivateKey) -> None:
    order = orders.read(text, _raw(identity.hub_key))
    mine = key.public_key().public_bytes_raw()
    if not order.concerns(identity.terminal, journal.position().incarnation, mine):
        raise orders.OrderError("This order is for another terminal, or for one that was let in again since.")


def _raw(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


def obey(folder: Folder, journal: Journal) -> None:
    """Does what the kept order says, with the journal open; returns where somebody else has the folder too.

    An order that does not hold is thrown away, and this returns as well.

    Raises:
        Erased: it is done. The journal is closed.
        StoreError: nothing is erased yet; the next opening tries again. The journal is closed.
    """
    try:
        identity = _concerned(folder, journal)
        if identity is None or not journal.alone():
            return
        journal.close_for_good()
        _exported(folder, journal, identity).write(folder.erased)
    except BaseException:
        journal.close()
        raise
    journal.close()
    refuse(folder)


def _concerned(folder: Folder, journal: Journal) -> Identity | None:
    """Who is to obey the kept order: this terminal, or None; then the order is thrown away."""
    identity = journal.identity()
    if identity is None:
        return None
    try:
        _verified(_text(folder.order), identity, journal, folder.private_key())
    except orders.OrderError:
        folder.order.unlink(missing_ok=True)
        return None
    return identity


def _exported(folder: Folder, journal: Journal, identity: Identity) -> Mark:
    """Writes the export beside the journal, under a name that nothing has."""
    release_ballast(folder.path)
    position = journal.position()
    path = _free(folder.path.absolute(), f"{identity.terminal}-{position.incarnation}")
    facts = export(journal, identity, folder.private_key(), folder.clock, path)
    _flush(folder.path)
    mirror = str(folder.mirror or "")
    return Mark(identity.terminal, position.incarnation, stamp(folder.clock.now()), facts, str(path), mirror)


def _free(folder: Path, name: str) -> Path:
    candidates = (folder / f"{name}{f'-{number}' if number > 1 else ''}.export" for number in range(1, MAX_EXPORTS))
    for candidate in candidates:
        if not candidate.exists():
            return candidate
    raise StoreError(f"There are too many exports in {folder}. Move them elsewhere.")


def refuse(folder: Folder) -> NoReturn:
    """Says that the terminal was erased, after removing what is still left of it.

    Raises:
        Erased: always, or
        StoreError: what was written down of it cannot be read.
    """
    with folder.lock("mend"):
        mark = Mark.read(folder.erased)
        if mark is not None and not mark.finished:
            mark = _finish(folder, mark)
            mark.write(folder.erased)
    if mark is None:  # somebody enrols it anew at this moment
        raise Erased("This terminal was erased and is being enrolled anew. Try again.")
    raise Erased(mark.words())


def begin_anew(folder: Folder) -> None:
    """Forgets that a terminal was erased here, since a person enrols a new one. What it exported stays.

    Raises:
        StoreError: something of the old one is still there.
    """
    with folder.lock("mend"):
        mark = Mark.read(folder.erased)
        if mark is None:
            return
        mark = mark if mark.finished else _finish(folder, mark)
        if not mark.finished:
            mark.write(folder.erased)
            raise StoreError(mark.words())
        folder.erased.unlink()


def _finish(folder: Folder, mark: Mark) -> Mark:
    """Destroys the keys, then removes what they encrypted, as far as it can be removed."""
    left = []
    try:
        folder.vault.destroy()
    except VaultError as error:
        left.append(str(error))
    places = [path for pattern in _FILES for path in folder.path.glob(pattern)]
    if mark.mirror:
        places += Path(mark.mirror).glob("mirror.db*")
    for path in (*places, folder.order):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            left.append(f"{path} cannot be removed: {error.strerror}.")
    shutil.rmtree(folder.pictures, ignore_errors=True)
    clear_suspicion(folder.journal)
    _flush(folder.path)
    return replace(mark, finished=not left, left=" ".join(left)[:MAX_LEFT_CHARS])


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(orders.MAX_ORDER_CHARS + 1).decode("ascii", errors="replace")
    except OSError as error:
        raise translate(error, path) from error


def _put(path: Path, content: bytes) -> None:
    """Writes a small file; the whole of it is on disk when this returns, or none.

    Raises:
        StoreError: it cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _flush(path.parent)
    except OSError as error:
        raise translate(error, path) from error


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
