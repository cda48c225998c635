"""Epochs: names of the hub's history, as its terminals know it. When it is rotated, every terminal drops its replica,
takes a snapshot, and sends again what the hub does not have.

It is rotated when the hub went back in time: by `hub restore`, by `hub serve` that finds its database behind the
witness, by the first contact of a terminal that is ahead of the hub; and by a person (`hub epoch rotate`).
"""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.errors import SyncError
from sync.hub import audit
from sync.hub.hub import Hub
from sync.hub.store import history
from sync.hub.store.models import Audit, FeedHead, Terminal

MAX_CLAIMS, CLAIMS_WITHIN = 3, timedelta(days=1)
"""How often within this time the bare word of one terminal ends an epoch: more often than any hub is put back."""
CLAIM = "epoch.claim"
"""How the audit log names that the bare word of a terminal ended an epoch."""


class TimeTravel(SyncError):
    """A terminal proved that this hub went back in time. The transaction is to be given up, and the epoch rotated.

    Attributes:
        epoch: the one that was in force when it was found out; None where the finder does not know.
        beyond: an epoch that the terminal knew and that this hub has not come to.
        claimed_by: the terminal on whose bare word it rests; "" where the proof is sealed with the hub's own key.
    """

    def __init__(self, why: str, *, epoch: str | None = None, beyond: str = "", claimed_by: str = "") -> None:
        super().__init__(why)
        self.epoch, self.beyond, self.claimed_by = epoch, beyond, claimed_by


def believe(session: Session, hub: Hub, proof: TimeTravel) -> bool:
    """Ends the epoch over a proof. A terminal whose bare word did so too often is stopped instead, until a technician
    approves it again: a broken one must not have all others resynchronise for ever.

    Args:
        session: of a write transaction of its own that holds no lock.
        hub: for the time and the audit log.
        proof: what was found out.

    Returns:
        whether the epoch is over.
    """
    name = proof.claimed_by
    if name and _claims(session, hub, name) >= MAX_CLAIMS:
        session.get_one(Terminal, name, with_for_update=True).state = "stopped"
        audit.record(session, hub, audit.COMMAND_LINE, "terminal.stop", f"{name} {proof}")
        return False
    rotate(session, hub, proof.epoch, str(proof), attested=False, beyond=proof.beyond, claimed_by=name)
    return True


def _claims(session: Session, hub: Hub, terminal: str) -> int:
    """How often a terminal's bare word ended an epoch, lately and since it was approved."""
    since = max(stamp(hub.clock.now() - CLAIMS_WITHIN), session.get_one(Terminal, terminal).approved_at)
    where = (Audit.what == CLAIM, Audit.subject == terminal, Audit.at >= since)
    return session.scalar(sa.select(sa.func.count()).select_from(Audit).where(*where)) or 0


def rotate(
    session: Session, hub: Hub, expected: str | None, why: str, *, attested: bool, beyond: str = "",
    claimed_by: str = "",
) -> str:  # fmt: skip
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
        claimed_by: the terminal on whose bare word this rests, if on any's.
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
    if claimed_by:
        audit.record(session, hub, audit.COMMAND_LINE, CLAIM, claimed_by)
    return head.epoch
