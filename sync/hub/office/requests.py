"""Requests and applications, followed stage by stage to their outcome.

Who asked is shown to those who work in the space; others see the number of the card, or that there is a name.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.hub import audit, requests
from sync.hub.office.office import PROGRAMME, Me, Office
from sync.hub.office.service_form import KINDS
from sync.hub.site import agenda
from sync.hub.store.models import Member, Offer, Service, ServiceRequest, Space
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.words import N_
from sync.number import grouped
from sync.rows import Texts
from sync.stages import CLOSED, OUTCOMES, StageError, following, kind_of, stood

PAGE = 50
MAX_PAGE = 1_000
STAGE_WORDS = {
    "received": N_("Ricevuta"), "working": N_("In corso"), "ready": N_("Pronta"), "reading": N_("In lettura"),
    "interview": N_("Colloquio"), "trial": N_("Prova"), CLOSED: N_("Chiusa"),
}  # fmt: skip
OUTCOME_WORDS = {
    "risolto": N_("Risolta"), "appuntamento": N_("Appuntamento preso"), "inviato": N_("Inviata a un altro servizio"),
    "non_risolvibile": N_("Non si può fare"), "ritirata": N_("Ritirata"), "consegnato": N_("Consegnato"),
    "non_disponibile": N_("Non disponibile"), "inserito": N_("Inserimento riuscito"),
    "posti_finiti": N_("Posti finiti"), "non_adatto": N_("Non adatta"), "messi_in_contatto": N_("Messi in contatto"),
}  # fmt: skip
KIND_WORDS = {**KINDS, "offer": N_("Biglietto")}
NO_REQUEST = (404, N_("Questa richiesta non c'è."))
NO_STEP = (409, N_("La richiesta non può andare lì."), N_("Forse qualcuno l'ha già cambiata: ricarica la pagina."))


class Requests:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/requests", self.all, methods=["GET", "HEAD"])
        router.add_api_route("/office/requests/{request_id}", self.one, methods=["GET", "HEAD"])
        router.add_api_route("/office/requests/{request_id}", self.move, methods=["POST"])

    def all(self, request: Request) -> Response:
        """Open ones, the oldest first; or closed ones, the newest first."""
        me = self._office.enter(request, PROGRAMME)
        wanted = request.query_params
        closed, kind = wanted.get("state") == CLOSED, wanted.get("kind", "")
        page = min(int(wanted.get("page", "0")) if wanted.get("page", "0").isdecimal() else 0, MAX_PAGE)
        with self._office.hub.database.read() as session:
            spaces = {space.id: space.name for space in agenda.spaces(session) if me.sees(space.id)}
            query = sa.select(ServiceRequest).where(ServiceRequest.space_id.in_(list(spaces)))
            if kind in KIND_WORDS:
                query = query.where(ServiceRequest.kind == kind)
            if closed:
                query = query.where(ServiceRequest.closed.is_not(None)).order_by(ServiceRequest.closed.desc())
            else:
                query = query.where(ServiceRequest.closed.is_(None)).order_by(ServiceRequest.at)
            rows = session.scalars(query.order_by(ServiceRequest.id).offset(page * PAGE).limit(PAGE + 1)).all()
            return self._office.show(
                request, me, "requests", "requests.html", rows=rows[:PAGE], more=len(rows) > PAGE, number=page,
                names=spaces, titles=_titles(session, rows), closed=closed, kind=kind, kinds=KIND_WORDS,
                stages=STAGE_WORDS, outcomes=OUTCOME_WORDS, grouped=grouped,
            )  # fmt: skip

    def one(self, request: Request, request_id: str) -> Response:
        """A request: who, what, how it went on, and where it can go."""
        me = self._office.enter(request, PROGRAMME)
        with self._office.hub.database.read() as session:
            row = self._find(session, me, request_id)
            mine = me.space == row.space_id
            member = session.get(Member, row.card) if row.card and mine else None
            ways = following(row.kind, row.stage)
            return self._office.show(
                request, me, "requests", "request.html", row=row, title=_titles(session, [row]).get(row.service_id),
                space=session.get(Space, row.space_id), mine=mine, member=member, steps=row.taken(), ways=ways,
                ends=OUTCOMES[kind_of(row.kind)], stood=stood(row.taken()), kinds=KIND_WORDS, stages=STAGE_WORDS,
                outcomes=OUTCOME_WORDS, grouped=grouped,
            )  # fmt: skip

    def move(self, request: Request, request_id: str, form: Form = Depends(read_form)) -> Response:
        """Takes a request to a stage, closes it, or opens it again."""
        me = self._office.enter(request, PROGRAMME, form)
        stage, outcome = form.get("stage", ""), form.get("outcome", "")
        with self._office.hub.database.write() as session:
            row = self._find(session, me, request_id)
            if stage == CLOSED and outcome not in OUTCOMES[kind_of(row.kind)]:
                raise PageError(*NO_STEP)
            try:
                requests.step(session, self._office.hub, request_id, stage, me.id, outcome if stage == CLOSED else "")
            except StageError:
                raise PageError(*NO_STEP) from None
            audit.record(session, self._office.hub, me.id, "request.step", f"{request_id} {stage}")
        return see_other(f"/office/requests/{request_id}?done=saved_step")

    def _find(self, session: Session, me: Me, request_id: str) -> ServiceRequest:
        row = session.get(ServiceRequest, request_id)
        if row is None or not me.sees(row.space_id):
            raise PageError(*NO_REQUEST)
        return row


def _titles(session: Session, rows: Sequence[ServiceRequest]) -> dict[str, Texts]:
    """What was asked for, by id; a code that names nothing is left out."""
    ids = sorted({row.service_id for row in rows})
    found: dict[str, Texts] = {}
    for kind in (Service, Offer):
        found |= {row[0]: row[1] for row in session.execute(sa.select(kind.id, kind.title).where(kind.id.in_(ids)))}
    return found
