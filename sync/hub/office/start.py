"""The first page of the office: what needs somebody's attention."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa
from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.clock import stamp
from sync.hub import terminals
from sync.hub.office.office import MACHINES, OBSERVERS, PROGRAMME, Me, Office
from sync.hub.site import agenda
from sync.hub.site.agenda import Filters, midnight
from sync.hub.store.models import Booking, Occurrence, StoredFact, Terminal

SILENT = timedelta(hours=24)
"""After this long without a word from a terminal somebody should look."""
MAX_TODAY = 60


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
        now = self._office.hub.clock.now()
        with self._office.hub.database.read() as session:
            counts = self._counts(session, me)
            today = self._office.pages.visit(request).now.date()
            first, last = midnight(today), midnight(today + timedelta(days=1))
            entries = agenda.between(session, first, last, Filters(space=me.space), MAX_TODAY)
            if me.role not in PROGRAMME:
                entries = []
            return self._office.show(request, me, "start", "start.html", counts=counts, entries=entries, now=now)

    def _counts(self, session: Session, me: Me) -> dict[str, int]:
        now = self._office.hub.clock.now()
        counts: dict[str, int] = {}
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
        if me.role in PROGRAMME:
            coming = sa.select(Occurrence.id).where(Occurrence.start > stamp(now), Occurrence.status == "scheduled")
            own = Booking.space_id == me.space if me.space else sa.true()
            counts["waiting"] = _count(
                session, Booking, Booking.state == "waiting", Booking.occurrence_id.in_(coming), own
            )
        return counts


def _count(session: Session, model: type, *where: sa.ColumnElement[bool]) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(model).where(*where)) or 0
