"""The neighbours' board: reading notes before they hang there, correcting, approving, refusing, taking down.

Who wrote a note, and how to reach them, is shown to those who work in its space; others judge the words alone.
"""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.clock import stamp
from sync.hub import audit, requests
from sync.hub.office.office import PLANNERS, Me, Office
from sync.hub.site import agenda
from sync.hub.site.agenda import midnight
from sync.hub.site.offering import last_day
from sync.hub.store.asking import APPROVED, NEW, Offer
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.words import N_
from sync.number import grouped

MAX_LISTED = 200
MAX_TITLE_CHARS, MAX_TEXT_CHARS, MAX_WHY_CHARS = 200, 2_000, 300
MAX_DAYS = 400
NO_OFFER = (404, N_("Questo biglietto non c'è."))
NO_TITLE = (422, N_("Il biglietto resta senza parole."), N_("Torna indietro e scrivi che cosa si offre o si cerca."))
NO_WHY = (422, N_("Scrivi perché lo rifiuti."), N_("Chi l'ha scritto lo chiede al portiere."))
NOT_NOW = (409, N_("Questo biglietto è già stato deciso."), N_("Ricarica la pagina."))


class Board:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/board", self.all, methods=["GET", "HEAD"])
        router.add_api_route("/office/board/{offer_id}/approve", self.approve, methods=["POST"])
        router.add_api_route("/office/board/{offer_id}/refuse", self.refuse, methods=["POST"])
        router.add_api_route("/office/board/{offer_id}/withdraw", self.withdraw, methods=["POST"])

    def all(self, request: Request) -> Response:
        """What waits to be read, what hangs there, and what was decided lately."""
        me = self._office.enter(request, PLANNERS)
        with self._office.hub.database.read() as session:
            spaces = {space.id: space.name for space in agenda.spaces(session) if me.sees(space.id)}
            query = sa.select(Offer).where(Offer.space_id.in_(list(spaces))).order_by(Offer.at.desc(), Offer.id)
            waiting = session.scalars(query.where(Offer.state == NEW).limit(MAX_LISTED)).all()
            hanging = session.scalars(query.where(Offer.state == APPROVED).limit(MAX_LISTED)).all()
            others = session.scalars(query.where(Offer.state.not_in((NEW, APPROVED))).limit(20)).all()
            until = (self._office.pages.visit(request).now + requests.ON_BOARD).date()
            return self._office.show(
                request, me, "board", "board.html", waiting=waiting, hanging=hanging, others=others, names=spaces,
                grouped=grouped, until=until.isoformat(), last_day=last_day,
            )  # fmt: skip

    def approve(self, request: Request, offer_id: str, form: Form = Depends(read_form)) -> Response:
        """Puts a note on the board, as the office wrote it."""
        me = self._office.enter(request, PLANNERS, form)
        title = " ".join(form.get("title", "").split())[:MAX_TITLE_CHARS]
        text = form.get("text", "").strip()[:MAX_TEXT_CHARS]
        if not title:
            raise PageError(*NO_TITLE)
        with self._office.hub.database.write() as session:
            offer = self._find(session, me, offer_id, NEW)
            offer.title = {**offer.title, "it": title}
            offer.text = {**offer.text, "it": text} if text else {}
            requests.approve(offer, self._office.hub.clock.now(), self._until(request, form))
            audit.record(session, self._office.hub, me.id, "offer.approve", offer_id)
        return see_other("/office/board?done=offer_approved")

    def _until(self, request: Request, form: Form) -> str | None:
        """The instant after the last day that the form names; None where it names none within reach."""
        today = self._office.pages.visit(request).now.date()
        try:
            day = date.fromisoformat(form.get("until", ""))
        except ValueError:
            return None
        within = 0 <= (day - today).days <= MAX_DAYS
        return stamp(midnight(day + timedelta(days=1))) if within else None

    def refuse(self, request: Request, offer_id: str, form: Form = Depends(read_form)) -> Response:
        """Keeps a note off the board, with a reason."""
        me = self._office.enter(request, PLANNERS, form)
        why = " ".join(form.get("why", "").split())[:MAX_WHY_CHARS]
        if not why:
            raise PageError(*NO_WHY)
        with self._office.hub.database.write() as session:
            requests.refuse(self._find(session, me, offer_id, NEW), self._office.hub.clock.now(), why)
            audit.record(session, self._office.hub, me.id, "offer.refuse", offer_id)
        return see_other("/office/board?done=offer_refused")

    def withdraw(self, request: Request, offer_id: str, form: Form = Depends(read_form)) -> Response:
        """Takes a note off the board."""
        me = self._office.enter(request, PLANNERS, form)
        with self._office.hub.database.write() as session:
            requests.withdraw(self._find(session, me, offer_id, APPROVED), self._office.hub.clock.now())
            audit.record(session, self._office.hub, me.id, "offer.withdraw", offer_id)
        return see_other("/office/board?done=offer_withdrawn")

    def _find(self, session: Session, me: Me, offer_id: str, state: str) -> Offer:
        offer = session.get(Offer, offer_id, with_for_update=True)
        if offer is None or not me.sees(offer.space_id):
            raise PageError(*NO_OFFER)
        if offer.state != state:
            raise PageError(*NOT_NOW)
        return offer
