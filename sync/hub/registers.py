"""The desk's registers: parcels that a space keeps, and notes to the next shift; the facts about them, and their end.

A hand-over may be stated twice, by two terminals that did not hear of each other: each is remembered by its fact, and
the parcel is here again when all of them were taken back.
"""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.hub.apply import NotApplicable, Received, handles
from sync.hub.hub import Hub
from sync.hub.keeping import HANDOVERS, PARCELS, kept_for
from sync.hub.store.registers import TO_ALL, Handover, Parcel

MAX_OUTS = 20
"""Hand-overs that are remembered of one parcel."""
CHUNK = 500


@handles("parcel")
def _parcel(session: Session, _hub: Hub, got: Received) -> None:
    if session.get(Parcel, got.fact.id) is not None:
        raise NotApplicable(f"a parcel {got.fact.id} exists")
    body = got.fact.body
    session.add(
        Parcel(
            id=got.fact.id, space_id=got.space, code=body["code"], at=got.at, terminal=got.terminal.id,
            card=got.card(session), name=got.personal.get("for"), outs=[],
        )
    )  # fmt: skip


@handles("parcel_out")
def _parcel_out(session: Session, hub: Hub, got: Received) -> None:
    parcel = _kept_here(session, got)
    if len(parcel.outs) < MAX_OUTS:
        parcel.outs = [*parcel.outs, got.fact.id]
    if parcel.out is None:
        parcel.out, parcel.gone = got.at, stamp(hub.clock.now())


@handles("parcel_back")
def _parcel_back(session: Session, _hub: Hub, got: Received) -> None:
    parcel = _kept_here(session, got)
    parcel.outs = [one for one in parcel.outs if one != got.fact.body["out"]]
    if not parcel.outs:
        parcel.out = parcel.gone = None


def _kept_here(session: Session, got: Received) -> Parcel:
    name = got.fact.body["parcel"]
    parcel = session.get(Parcel, name, with_for_update=True, populate_existing=True)
    if parcel is None or parcel.space_id != got.space:
        raise NotApplicable(f"no parcel {name} in this space")
    return parcel


@handles("handover")
def _handover(session: Session, hub: Hub, got: Received) -> None:
    if session.get(Handover, got.fact.id) is not None:
        raise NotApplicable(f"a note {got.fact.id} exists")
    session.add(
        Handover(
            id=got.fact.id, space_id=got.space, text=got.personal.get("text"), at=got.at, by=got.fact.by,
            to=got.fact.body["to"], done={}, terminal=got.terminal.id, heard=stamp(hub.clock.now()),
        )
    )  # fmt: skip


@handles("handover_done")
def _handover_done(session: Session, _hub: Hub, got: Received) -> None:
    note = _note_for(session, got)
    note.done = {got.space: got.at, **note.done}  # two who ticked it off agree that the first one did


@handles("handover_undo")
def _handover_undo(session: Session, _hub: Hub, got: Received) -> None:
    note = _note_for(session, got)  # of two who disagree, the one that is heard last counts
    note.done = {space: at for space, at in note.done.items() if space != got.space}


def _note_for(session: Session, got: Received) -> Handover:
    name = got.fact.body["handover"]
    note = session.get(Handover, name, with_for_update=True, populate_existing=True)
    if note is None or (note.to != TO_ALL and note.space_id != got.space):
        raise NotApplicable(f"no note {name} for this space")
    return note


def forget(session: Session, card: str) -> None:
    """Forgets how the parcels of a card's holder are addressed."""
    for parcel in session.scalars(sa.select(Parcel).where(Parcel.card == card)):
        parcel.name = None


def expire(session: Session, now: datetime) -> list[tuple[str, str]]:
    """Lets go of parcels that were handed over, and of notes, whose time is over, for good.

    Returns:
        Their facts, by id and terminal, whose personal parts are to be forgotten too.

    Raises:
        UsageError: the environment says no number of days.
    """
    handed = sa.select(Parcel).where(Parcel.gone < stamp(now - kept_for(PARCELS)))
    noted = sa.select(Handover).where(Handover.heard < stamp(now - kept_for(HANDOVERS)))
    over = [*session.scalars(handed.limit(CHUNK)), *session.scalars(noted.limit(CHUNK))]
    for one in over:
        session.delete(one)
    return [(one.id, one.terminal) for one in over]
