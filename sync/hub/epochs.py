"""Epochs: names of the hub's history, as its terminals know it. When it is rotated, every terminal drops its replica,
takes a snapshot, and sends again what the hub does not have.

It is rotated when the hub went back in time: by `hub restore`, by `hub serve` that finds its database behind the
witness, by the first contact of a terminal that is ahead of the hub; and by a person (`hub epoch rotate`).
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.errors import SyncError
from sync.hub import audit
from sync.hub.hub import Hub
from sync.hub.store import history
from sync.hub.store.models import FeedHead, Terminal


class TimeTravel(SyncError):
    """A terminal proved that this hub went back in time. The transaction is to be given up, and the epoch rotated.

    Attributes:
        epoch: the one that was in force when it was found out; None where the finder does not know.
        beyond: an epoch that the terminal knew and that this hub has not come to.
    """

    def __init__(self, why: str, *, epoch: str | None = None, beyond: str = "") -> None:
        super().__init__(why)
        self.epoch, self.beyond = epoch, beyond


def rotate(session: Session, hub: Hub, expected: str | None, why: str, *, attested: bool, beyond: str = "") -> str:
    """Begins a new epoch, if the one in force is still the expected one; returns the epoch that is in force then.

    Compare-and-set under the head's lock: of several that found out at the same time one rotates, and the others get
    its result. Locks are taken in the order terminals by id, head: the caller must hold none of either.

    Args:
        session: of a write transaction of its own.
        hub: for the time and the audit log.
        expected: the epoch to end; None ends whichever is in force.
        why: for the audit log, without personal content.
        attested: nothing was lost sight of. Else every terminal's seats count as the most that they can be, until it
            has shown its counters.
        beyond: an epoch outside this database that the new one must be newer than.
    """
    terminals = session.scalars(sa.select(Terminal.id).order_by(Terminal.id).with_for_update()).all()
    locked = sa.select(FeedHead).where(FeedHead.id == 1).with_for_update()
    head = session.scalars(locked.execution_options(populate_existing=True)).one()
    if expected is not None and head.epoch != expected:
        return head.epoch
    before, head.epoch = head.epoch, history.following(head.epoch, beyond)
    if terminals and not attested:
        session.execute(sa.update(Terminal).values(attested=False))
        session.expire_all()
    audit.record(session, hub, audit.COMMAND_LINE, "epoch.rotate", f"{before} {head.epoch} {why}")
    return head.epoch
