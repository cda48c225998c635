"""Backups: a consistent, verified copy while the hub serves; and which facts a terminal may delete because they hold
them (`durable`). Secrets are never in a backup: the vault is apart.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple, Protocol
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.errors import StoreError, UsageError
from sync.hub import audit, copying
from sync.hub.copying import Manifest, Progress
from sync.hub.hub import Hub
from sync.hub.store.database import Database
from sync.hub.store.models import Backup, FeedHead, StoredFact, Terminal

DEFAULT_DURABLE_BACKUPS = 3
MAX_DURABLE_BACKUPS = 1_000
MAX_KEEP = 1_000
MARK_AGE = timedelta(hours=24)
"""How old a copy that was made by other means is taken to be, where nobody says when it was begun: what a terminal has
sent by the time of the command may be more than the copy holds, and would be deleted too early."""


def wanted() -> int:
    """How many verified backups must hold a fact before its terminal may delete it (``HUB_DURABLE_BACKUPS``).

    Raises:
        UsageError: the variable holds no such number.
    """
    text = os.environ.get("HUB_DURABLE_BACKUPS", str(DEFAULT_DURABLE_BACKUPS))
    if not text.isdecimal() or not 1 <= int(text) <= MAX_DURABLE_BACKUPS:
        raise UsageError(f"HUB_DURABLE_BACKUPS is {text!r}: write a number from 1 to {MAX_DURABLE_BACKUPS}.")
    return int(text)


class Decides(NamedTuple):
    """The backup that decides what is durable: its id, and when it began."""

    id: int
    at: str


class Stands(Protocol):
    """How far a terminal's stream of facts has come."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def incarnation(self) -> int:
        """Of its journal."""

    @property
    def have(self) -> int:
        """The highest gapless sequence number held."""


Content = Mapping[str, Sequence[int]]
"""What a backup holds: by terminal, its incarnation then and its `have`."""
_contents: WeakKeyDictionary[object, tuple[Decides, Content]] = WeakKeyDictionary()
"""By engine: the backup that decides; it is asked for with every request."""


_DECIDES = sa.text("SELECT id, at FROM backup WHERE NOT gone ORDER BY id DESC LIMIT 1 OFFSET :before")


def durable(session: Session, terminal: Stands) -> int:
    """The highest sequence number of the terminal's incarnation that each of the last backups holds: what it may
    delete once it is old. 0 while there are fewer backups than wanted.

    Costs one short query; the content is read once for each new backup.
    """
    return durables(session, [terminal])[terminal.id]


def durables(session: Session, terminals: Sequence[Stands]) -> dict[str, int]:
    """The same for many at once, by their ids."""
    found = session.execute(_DECIDES, {"before": wanted() - 1}).first()
    content = _content(session, Decides(*found)) if found is not None else {}
    return {terminal.id: _held(content, terminal) for terminal in terminals}


def durable_by(database: Database, decides: Decides | None, terminal: Stands) -> int:
    """The same where the backup that decides is known."""
    if decides is None:
        return _held({}, terminal)
    known = _contents.get(database.engine)
    if known is None or known[0] != decides:
        with Session(database.engine) as session:
            return _held(_content(session, decides), terminal)
    return _held(known[1], terminal)


def _held(content: Content, terminal: Stands) -> int:
    incarnation, have = content.get(terminal.id, (0, 0))
    return min(have, terminal.have) if incarnation == terminal.incarnation else 0


def _content(session: Session, decides: Decides) -> Content:
    engine = session.get_bind().engine
    known = _contents.get(engine)
    if known is None or known[0] != decides:
        content = session.scalar(sa.select(Backup.haves).where(Backup.id == decides.id)) or {}
        known = _contents[engine] = (decides, content)
    return known[1]


def backup(hub: Hub, path: Path, keep: int, progress: Progress = lambda _done, _of: None) -> Manifest:
    """Writes a verified copy of the whole database, while the hub serves.

    It gets its name only after it was read back whole. Earlier ones move on: FILE becomes FILE.1, and so on.

    Args:
        hub: what is copied.
        path: of the file.
        keep: how many copies there may be, this one included; the oldest beyond are deleted.
        progress: called with (rows done, rows in all), once while writing and once while verifying.

    Raises:
        UsageError: there is no such folder, or `keep` is out of bounds.
        StoreError: it was not written or does not verify; earlier ones are as they were.
    """
    path = path.expanduser().absolute()
    if not 1 <= keep <= MAX_KEEP:
        raise UsageError(f"--keep is a number from 1 to {MAX_KEEP}.")
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent}. Make it, or choose another place for the backup.")
    at = stamp(hub.clock.now())
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    try:
        with hub.database.read() as session:
            manifest = copying.write(session, fresh, _described(session, at), progress)
        copying.verify(fresh, progress)
        _make_room(hub, path, keep)
        fresh.replace(path)
        copying.sync(path)
    except OSError as error:
        raise StoreError(f"The backup {path} was not written: {error.strerror}. Choose a place with room.") from None
    finally:
        fresh.unlink(missing_ok=True)
    _register(hub, path, manifest)
    return manifest


def _described(session: Session, at: str) -> Manifest:
    head = session.get_one(FeedHead, 1)
    revision = MigrationContext.configure(session.connection()).get_current_revision() or ""
    facts = session.scalar(sa.select(sa.func.count()).select_from(StoredFact)) or 0
    return Manifest(at, head.epoch, head.pos, head.tag, revision, facts, _present_haves(session), {})


def _present_haves(session: Session) -> dict[str, list[int]]:
    query = sa.select(Terminal.id, Terminal.incarnation, Terminal.have)
    return {name: [incarnation, have] for name, incarnation, have in session.execute(query)}


def _place(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.{number}") if number else path


def _make_room(hub: Hub, path: Path, keep: int) -> None:
    """Moves earlier copies on. What will be deleted counts no longer before it is."""
    there = [number for number in range(MAX_KEEP + 1) if _place(path, number).exists()]
    doomed = [_place(path, number) for number in there if number >= keep - 1]
    with hub.database.write() as session:
        for row in session.scalars(sa.select(Backup).where(Backup.place.in_([str(one) for one in doomed]))):
            row.gone = True
    for one in doomed:
        one.unlink(missing_ok=True)
    for number in sorted(set(there), reverse=True):
        if number < keep - 1:
            _place(path, number).replace(_place(path, number + 1))


def _register(hub: Hub, path: Path, manifest: Manifest) -> None:
    """Notes the new copy, where the earlier ones are now, and which are gone."""
    family = {_key(found): _place(path, number) for number in range(MAX_KEEP) if (found := _read(path, number))}
    with hub.database.write() as session:
        for row in session.scalars(sa.select(Backup).where(Backup.kind == "backup", Backup.gone.is_(False))):
            moved = family.get((row.at, row.epoch, row.pos))
            if moved is not None:
                row.place = str(moved)
            elif not Path(row.place).exists() or Path(row.place) in family.values():
                row.gone = True
        session.add(
            Backup(
                at=manifest.at, kind="backup", place=str(path), epoch=manifest.epoch, pos=manifest.pos,
                facts=manifest.facts, haves=manifest.haves, gone=False,
            )
        )  # fmt: skip
        audit.record(session, hub, audit.COMMAND_LINE, "backup.make", f"{manifest.epoch} {manifest.pos}")


def _read(path: Path, number: int) -> Manifest | None:
    return copying.read_manifest(_place(path, number))


def _key(manifest: Manifest) -> tuple[str, str, int]:
    return manifest.at, manifest.epoch, manifest.pos


def mark(hub: Hub, begun: datetime | None = None) -> int:
    """Registers a backup that was made by other means; returns how many facts it holds for certain.

    Args:
        hub: what was copied.
        begun: when the copy was begun; `MARK_AGE` ago by default.

    Raises:
        UsageError: that time is yet to come.
    """
    now = hub.clock.now()
    at = begun or now - MARK_AGE
    if at > now:
        raise UsageError(f"--begun is {stamp(at)}, which is yet to come. Write when the copy was begun.")
    with hub.database.write() as session:
        haves = _present_haves(session)
        since = sa.select(StoredFact.terminal, StoredFact.incarnation, sa.func.min(StoredFact.seq))
        since = since.where(StoredFact.received >= stamp(at)).group_by(StoredFact.terminal, StoredFact.incarnation)
        for terminal, incarnation, seq in session.execute(since):
            if terminal in haves and haves[terminal][0] == incarnation:
                haves[terminal][1] = seq - 1
        held = sa.select(sa.func.count()).select_from(StoredFact).where(StoredFact.received < stamp(at))
        facts = session.scalar(held) or 0
        head = session.get_one(FeedHead, 1)
        session.add(
            Backup(at=stamp(at), kind="mark", place="", epoch=head.epoch, pos=head.pos, facts=facts, haves=haves)
        )
        audit.record(session, hub, audit.COMMAND_LINE, "backup.mark", stamp(at))
    return facts
