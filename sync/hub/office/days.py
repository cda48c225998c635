"""Days that desks closed: what they saw of the day, and what the hub reckons of it by now."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from fastapi import APIRouter, Request
from starlette.responses import Response

from sync.hub import days
from sync.hub.office.office import PROGRAMME, Office
from sync.hub.store.models import Space
from sync.hub.web.words import N_

MAX_DAYS = 40
FIGURES = {
    "people": N_("persone"),
    "dropins": N_("passaggi"),
    "checkins": N_("arrivi"),
    "signups": N_("iscrizioni"),
    "parcels": N_("pacchi presi"),
    "handed": N_("pacchi consegnati"),
}


class Days:
    """The view.

    Args:
        office: what it works with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the address."""
        router.add_api_route("/office/days", self.list, methods=["GET", "HEAD"])

    def list(self, request: Request) -> Response:
        """The days of the own space, or of all."""
        me = self._office.enter(request, PROGRAMME)
        with self._office.hub.database.read() as session:
            names = {one.id: one.name for one in session.scalars(sa.select(Space))}
            closed = [(date.fromisoformat(one.day), one) for one in days.closed(session, me.space, limit=MAX_DAYS)]
            return self._office.show(request, me, "days", "days.html", closed=closed, names=names, figures=FIGURES)
