"""The desk's registers, to be read: parcels that are kept, and notes from shift to shift.

Whose a parcel is, and what a note to the own shift says, is shown to those who work in the space; others see how much
there is. A note to every desk is for everybody who works at one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.clock import stamp
from sync.hub.office.office import PROGRAMME, Office
from sync.hub.site import agenda
from sync.hub.store.models import Handover, Member, Parcel, Staff
from sync.hub.store.registers import TO_ALL
from sync.number import grouped
from sync.parcels import UNCOLLECTED

MAX_LISTED = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """Parcels of a space in figures: those that are here, those of them that have lain for long, those handed over and
    not forgotten yet.
    """

    space: str
    name: str
    here: int
    late: int
    handed: int


class Registers:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/parcels", self.parcels, methods=["GET", "HEAD"])
        router.add_api_route("/office/handovers", self.handovers, methods=["GET", "HEAD"])

    def parcels(self, request: Request) -> Response:
        """How many parcels each space keeps; and those of the own space."""
        me = self._office.enter(request, PROGRAMME)
        late = late_before(self._office.hub.clock.now())
        with self._office.hub.database.read() as session:
            spaces = {space.id: space.name for space in agenda.spaces(session) if me.sees(space.id)}
            query = sa.select(Parcel).where(Parcel.space_id == me.space, Parcel.gone.is_(None))
            rows = session.scalars(query.order_by(Parcel.at, Parcel.id).limit(MAX_LISTED)).all() if me.space else []
            return self._office.show(
                request, me, "parcels", "parcels.html", kept=_kept(session, spaces, late), rows=rows, late=late,
                names=_members(session, rows), grouped=grouped,
            )  # fmt: skip

    def handovers(self, request: Request) -> Response:
        """The notes of the own spaces and those to every desk, the newest first."""
        me = self._office.enter(request, PROGRAMME)
        with self._office.hub.database.read() as session:
            spaces = {space.id: space.name for space in agenda.spaces(session)}
            mine = [name for name in spaces if me.sees(name)]
            query = sa.select(Handover).where(
                Handover.text.is_not(None), sa.or_(Handover.space_id.in_(mine), Handover.to == TO_ALL)
            )
            rows = session.scalars(query.order_by(Handover.at.desc(), Handover.id).limit(MAX_LISTED)).all()
            authors = sa.select(Staff.id, Staff.name).where(Staff.id.in_({row.by for row in rows if row.by}))
            return self._office.show(
                request, me, "handovers", "handovers.html", rows=rows, names=spaces, to_all=TO_ALL,
                authors={row[0]: row[1] for row in session.execute(authors)},
            )  # fmt: skip


def late_before(now: datetime) -> str:
    """A parcel that came before this instant has lain for long."""
    return stamp(now - UNCOLLECTED)


def _kept(session: Session, spaces: dict[str, str], late: str) -> list[Kept]:
    """The figures of each space, in the order of the spaces."""

    def counted(*where: sa.ColumnElement[bool]) -> Counter[str]:
        query = sa.select(Parcel.space_id, sa.func.count()).where(*where).group_by(Parcel.space_id)
        return Counter({row[0]: row[1] for row in session.execute(query)})

    here, handed = counted(Parcel.gone.is_(None)), counted(Parcel.gone.is_not(None))
    old = counted(Parcel.gone.is_(None), Parcel.at < late)
    return [Kept(key, name, here[key], old[key], handed[key]) for key, name in spaces.items()]


def _members(session: Session, rows: Sequence[Parcel]) -> dict[str, str]:
    """Who the cards belong to that parcels are for."""
    cards = {row.card for row in rows if row.card}
    return {
        row[0]: row[1] for row in session.execute(sa.select(Member.number, Member.name).where(Member.number.in_(cards)))
    }
