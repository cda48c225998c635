"""`hub restore`: a backup back into the database, all or nothing; then what the witness remembers, and a new epoch."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from alembic.script import ScriptDirectory
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.errors import UsageError
from sync.hub import alone, audit, copying, recovery, witnessed
from sync.hub.copying import Manifest, Progress
from sync.hub.hub import Hub, set_setting
from sync.hub.store import history
from sync.hub.store.database import Database
from sync.hub.store.models import FeedHead
from sync.hub.store.schema import alembic_config, migrate


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back. `words`: for people."""

    epoch: str
    facts: int
    words: tuple[str, ...]


def restore(hub: Hub, path: Path, witness: Path, progress: Progress = lambda _done, _of: None) -> Restored:
    """Puts a backup back into the hub's database, which need not exist yet.

    What is there now is replaced in one transaction, so that a restore which is interrupted leaves it as it was. The
    new epoch begins in the same transaction: every terminal takes a snapshot and sends again what this hub lost.

    Args:
        hub: into whose database.
        path: of the backup.
        witness: where the hub's witness is.
        progress: called with (rows done, rows in all), while verifying and while loading.

    Raises:
        UsageError: the backup is of a newer program.
        Damaged: the backup is damaged; nothing was changed.
        FolderInUse: a hub serves from that database.
    """
    path = path.expanduser().absolute()
    with alone.restoring(hub):
        witnessed.detach(hub.database)
        manifest = copying.verify(path, progress)
        _check_revision(manifest)
        migrate(hub.database)
        with _of_today(hub, path, manifest) as source, hub.database.write() as session:
            _load(session, hub, source, progress)
        begun = recovery.begin(hub, witness)
        with hub.database.read() as session:
            epoch = session.get_one(FeedHead, 1).epoch
    return Restored(epoch, manifest.facts, begun.words)


def _load(session: Session, hub: Hub, source: Path, progress: Progress) -> None:
    before = session.get_one(FeedHead, 1).epoch
    session.expunge_all()
    copying.load(source, session.connection(), progress)
    head = session.get_one(FeedHead, 1)
    head.epoch = history.following(head.epoch, before)
    set_setting(session, recovery.RESTORED, stamp(hub.clock.now()))
    session.flush()
    audit.record(session, hub, audit.COMMAND_LINE, "backup.restore", f"{before} {head.epoch}")


def _check_revision(manifest: Manifest) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}
    if manifest.revision not in known:
        raise UsageError("The backup was made by a newer version of the hub. Install that version, then restore.")


@contextmanager
def _of_today(hub: Hub, path: Path, manifest: Manifest) -> Iterator[Path]:
    """The backup in the present schema: a migrated copy, where it is older."""
    if manifest.revision == ScriptDirectory.from_config(alembic_config()).get_current_head():
        yield path
        return
    copy = hub.folder / f".restore-{secrets.token_hex(4)}.db"
    try:
        shutil.copyfile(path, copy)
        database = Database(f"sqlite:///{copy}")
        migrate(database)
        with database.engine.connect() as connection:
            connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
        database.dispose()
        yield copy
    finally:
        for end in ("", "-wal", "-shm"):
            copy.with_name(copy.name + end).unlink(missing_ok=True)
