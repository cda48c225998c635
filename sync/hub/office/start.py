"""The first page of the office: what needs somebody's attention."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa
from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.clock import stamp
from sync.hub import recovery, sightings, terminals
from sync.hub.hub import setting
from sync.hub.office.office import MACHINES, OBSERVERS, PLANNERS, PROGRAMME, Me, Office
from sync.hub.office.registers import late_before
from sync.hub.site import agenda
from sync.hub.site.agenda import Entry, Filters, midnight
from sync.hub.store.asking import NEW, Offer, ServiceRequest
from sync.hub.store.models import Booking, Loss, Occurrence, Parcel, StoredFact, Terminal

SILENT = timedelta(hours=24)
"""After this long without a word from a terminal somebody should look."""
MAX_TODAY = 60
MAX_WAITING = 30


class Start:
    """The view.

    Args:
        office: what it works with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the address."""
        router.add_api_route("/office", self.start, methods=["GET", "HEAD"])

    def start(self, request: Request) -> Response:
        """What waits, and what is on today."""
        me = self._office.enter(request)
        visit = self._office.pages.visit(request)
        today = visit.now.date()
        waiting: list[tuple[Entry, int]] = []
        entries: list[Entry] = []
        with self._office.hub.database.read() as session:
            if me.role in PROGRAMME:
                first, last = midnight(today), midnight(today + timedelta(days=1))
                entries = agenda.between(session, first, last, Filters(space=me.space), MAX_TODAY)
                waiting = self._waiting(session, me)
            counts = self._counts(session, me)
            return self._office.show(
                request, me, "start", "start.html", counts=counts, entries=entries, waiting=waiting
            )

    def _counts(self, session: Session, me: Me) -> dict[str, int]:
        """How much of what needs somebody; 0 where it is not this person's business."""
        now = self._office.hub.clock.now()
        counts = {"pending": 0, "silent": 0, "stopped": 0, "held": 0, "losses": 0, "witness": 0}
        counts |= {"requests": 0, "notes": 0, "parcels": 0, "doubled": 0}
        if me.role in PROGRAMME:
            own = ServiceRequest.space_id == me.space if me.space else sa.true()
            counts["requests"] = _count(session, ServiceRequest, ServiceRequest.closed.is_(None), own)
            own = Parcel.space_id == me.space if me.space else sa.true()
            counts["parcels"] = _count(session, Parcel, Parcel.gone.is_(None), Parcel.at < late_before(now), own)
            counts["doubled"] = len(sightings.flagged(session, me.space))
        if me.role in PLANNERS:
            own = Offer.space_id == me.space if me.space else sa.true()
            counts["notes"] = _count(session, Offer, Offer.state == NEW, own)
        if me.role in MACHINES:
            counts["pending"] = len(terminals.pending(session, now))
        if me.role in OBSERVERS:
            mine = sa.select(Terminal.id).where(Terminal.space_id == me.space if me.space else sa.true())
            heard = sa.func.coalesce(Terminal.last_seen, Terminal.approved_at)
            silent = sa.and_(Terminal.state == "active", heard < stamp(now - SILENT), Terminal.id.in_(mine))
            counts["silent"] = _count(session, Terminal, silent)
            counts["stopped"] = _count(session, Terminal, Terminal.state == "stopped", Terminal.id.in_(mine))
            held = StoredFact.state.in_(("quarantined", "parked"))
            counts["held"] = _count(session, StoredFact, held, StoredFact.terminal.in_(mine))
            counts["losses"] = _count(session, Loss, Loss.terminal.in_(mine))
            counts["witness"] = int(bool(setting(session, recovery.TROUBLE)) and me.space is None)
        return counts

    def _waiting(self, session: Session, me: Me) -> list[tuple[Entry, int]]:
        """Coming occurrences with people on the waiting list, and how many they are."""
        people = sa.func.sum(Booking.people)
        query = (
            sa.select(Booking.occurrence_id, people)
            .join(Occurrence, Occurrence.id == Booking.occurrence_id)
            .where(Booking.state == "waiting", Occurrence.status == "scheduled")
            .where(Occurrence.start > stamp(self._office.hub.clock.now()))
            .where(Booking.space_id == me.space if me.space else sa.true())
            .group_by(Booking.occurrence_id, Occurrence.start)
            .order_by(Occurrence.start)
        )
        found = []
        for occurrence_id, count in session.execute(query.limit(MAX_WAITING)):
            entry = agenda.occurrence(session, occurrence_id)
            if entry is not None:
                found.append((entry, count))
        return found


def _count(session: Session, model: type, *where: sa.ColumnElement[bool]) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(model).where(*where)) or 0
