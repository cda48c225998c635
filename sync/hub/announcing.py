"""What a desk says to everybody: that an activity does not take place, or does after all; a notice, and its end."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.hub import catalogue, granting, seating
from sync.hub.apply import NotApplicable, Received, handles
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, Notice, Occurrence

MAX_REASON_CHARS = 500


def _own(session: Session, got: Received) -> Occurrence:
    occurrence = seating.lock(session, got.fact.body["occurrence"])
    if occurrence.space_id != got.space:
        raise NotApplicable("a terminal cancels occurrences of its own space only")
    return occurrence


@handles("occurrence_cancel")
def _occurrence_cancel(session: Session, _hub: Hub, got: Received) -> None:
    occurrence = _own(session, got)
    if occurrence.status == "scheduled":
        knowing = sa.select(Booking.id).where(Booking.occurrence_id == occurrence.id, Booking.told)
        session.info.setdefault(_KNEW, {})[occurrence.id] = list(session.scalars(knowing))
    occurrence.status, occurrence.pinned = "cancelled", True
    occurrence.reason = (got.fact.body.get("reason") or "")[:MAX_REASON_CHARS]
    session.flush()


_KNEW = "knew before it was called off"
"""Who knew how they stood, by occurrence: of this transaction, since letters go out after it."""


@handles("occurrence_restore")
def _occurrence_restore(session: Session, hub: Hub, got: Received) -> None:
    occurrence = _own(session, got)
    if occurrence.status == "scheduled":  # two who took it back agree
        return
    if catalogue.is_called_off(occurrence):
        raise NotApplicable("the office cancelled it: the office says that it takes place after all")
    occurrence.status, occurrence.reason = "scheduled", ""
    session.flush()
    # Where nobody has heard of it yet, there is nothing to set right: both came in one push.
    knew = session.info.get(_KNEW, {}).pop(occurrence.id, [])
    for booking in session.scalars(sa.select(Booking).where(Booking.id.in_(knew))) if knew else ():
        booking.told = True
    granting.adjust(session, hub, occurrence)


@handles("notice")
def _notice(session: Session, _hub: Hub, got: Received) -> None:
    body, known = got.fact.body, session.get(Notice, got.fact.id)
    if known is not None and known.down and known.space_id == got.space:
        return
    session.merge(
        Notice(
            id=got.fact.id,
            space_id=got.space,
            title={"it": body["title"]},
            text={"it": body["text"]},
            at=got.at,
            until=body.get("until"),
            urgent=body["urgent"],
        )
    )


@handles("notice_remove")
def _notice_remove(session: Session, _hub: Hub, got: Received) -> None:
    name = got.fact.body["notice"]
    notice = session.get(Notice, name)
    if notice is not None and notice.space_id != got.space:
        raise NotApplicable("a terminal takes down notices of its own space only")
    # It may come after its end, where the terminal that put it up was out of touch or the hub was restored: what stays
    # of it says that it is down.
    session.merge(Notice(id=name, space_id=got.space, title={}, text={}, at=got.at, until=Notice.DOWN, urgent=False))
