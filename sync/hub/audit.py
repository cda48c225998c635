"""Who did what in the office and on the command line: one row a change, chained like facts, without personal content.

Each row's hash is SHA-256(hash of the row before it ‖ the row's own values), so that a row that is altered, removed or
slipped in later is found by `verify`. Rows cut off at the very end are not: compare the newest hash with one that was
written down elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import closing

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.hub.hub import Hub
from sync.hub.store.models import Audit

GENESIS = hashlib.sha256(b"quartieri-connessi audit").hexdigest()
"""The hash that stands before the first row."""
COMMAND_LINE = "command line"
"""Who, where a change was made by a command and not by a person of the office."""
MAX_WHO_CHARS, MAX_WHAT_CHARS, MAX_SUBJECT_CHARS = 120, 64, 300
_LOCK = 0x71634175646974
"""Key of the PostgreSQL advisory lock that lets one transaction at a time append."""
_ROWS_AT_A_TIME = 500


def record(session: Session, hub: Hub, who: str, what: str, subject: str = "") -> Audit:
    """Appends a row in the caller's transaction. To be called last: it holds a lock until the commit.

    Locks are taken in the order terminal, occurrences by id, audit, head.

    Args:
        session: of the transaction that makes the change.
        hub: for the time.
        who: id of the member of staff, or `COMMAND_LINE`.
        what: the change as a short code, such as ``terminal.approve``.
        subject: ids of what was changed; never a name, a contact or a text.
    """
    if session.get_bind().dialect.name == "postgresql":  # on SQLite a write transaction is alone anyway
        session.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    session.flush()
    before = session.scalar(sa.select(Audit.hash).order_by(Audit.id.desc()).limit(1)) or GENESIS
    who, what, subject = who[:MAX_WHO_CHARS], what[:MAX_WHAT_CHARS], subject[:MAX_SUBJECT_CHARS]
    row = Audit(at=stamp(hub.clock.now()), who=who, what=what, subject=subject)
    row.hash = _hash(before, row)
    session.add(row)
    session.flush()
    return row


def verify(session: Session) -> int | None:
    """The id of the first row that does not continue the chain; None where all do."""
    running = GENESIS
    query = sa.select(Audit).order_by(Audit.id).execution_options(yield_per=_ROWS_AT_A_TIME)
    with closing(session.scalars(query)) as rows:
        for row in rows:
            running = _hash(running, row)
            if row.hash != running:
                return row.id
    return None


def _hash(before: str, row: Audit) -> str:
    values = json.dumps([row.at, row.who, row.what, row.subject], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{before}\x1f{values}".encode()).hexdigest()
