"""Backups: what they hold of each terminal decides which facts that terminal may delete (`durable`)."""

from __future__ import annotations

import os
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.errors import UsageError
from sync.hub.store.models import Backup, Terminal

DEFAULT_DURABLE_BACKUPS = 3
MAX_DURABLE_BACKUPS = 1_000


def wanted() -> int:
    """How many verified backups must hold a fact before its terminal may delete it (``HUB_DURABLE_BACKUPS``).

    Raises:
        UsageError: the variable holds no such number.
    """
    text = os.environ.get("HUB_DURABLE_BACKUPS", str(DEFAULT_DURABLE_BACKUPS))
    if not text.isdecimal() or not 1 <= int(text) <= MAX_DURABLE_BACKUPS:
        raise UsageError(f"HUB_DURABLE_BACKUPS is {text!r}: write a number from 1 to {MAX_DURABLE_BACKUPS}.")
    return int(text)


_haves: WeakKeyDictionary[object, tuple[int, str, dict[str, list[int]]]] = WeakKeyDictionary()
"""By engine: id, time and content of the backup that decides; it is asked for with every request."""


def durable(session: Session, terminal: Terminal) -> int:
    """The highest sequence number of the terminal's incarnation that each of the last backups holds: what it may
    delete once it is old. 0 while there are fewer backups than wanted.

    Costs one short query; the content is read once for each new backup.
    """
    last = sa.select(Backup.id, Backup.at).where(Backup.gone.is_(False)).order_by(Backup.id.desc())
    number = wanted()
    found = session.execute(last.offset(number - 1).limit(1)).first()
    if found is None:
        return 0
    incarnation, have = _content(session, found.id, found.at).get(terminal.id, (0, 0))
    return min(have, terminal.have) if incarnation == terminal.incarnation else 0


def _content(session: Session, backup_id: int, at: str) -> dict[str, list[int]]:
    engine = session.get_bind().engine
    known = _haves.get(engine)
    if known is None or known[:2] != (backup_id, at):
        content = session.scalar(sa.select(Backup.haves).where(Backup.id == backup_id)) or {}
        known = _haves[engine] = (backup_id, at, content)
    return known[2]
