"""Services, products and openings: the list, a new one, and changing one."""

from __future__ import annotations

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.clock import stamp
from sync.hub import audit
from sync.hub.office.office import PLANNERS, Me, Office, space_of, told
from sync.hub.office.service_form import KINDS, filled, read
from sync.hub.site import agenda
from sync.hub.site.agenda import fold
from sync.hub.store.asking import ServiceRequest
from sync.hub.store.models import Service, Space
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.words import N_
from sync.ids import uuid7
from sync.rows import pick

MAX_SERVICES = 200
"""That one space may have: each goes to every terminal."""
NO_SERVICE = (404, N_("Questo servizio non c'è."))
FULL = (409, N_("Questo spazio ha già troppi servizi."), N_("Modificane uno che non serve più."))


class Services:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/services", self.all, methods=["GET", "HEAD"])
        router.add_api_route("/office/services/new", self.new, methods=["GET", "HEAD"])
        router.add_api_route("/office/services", self.add, methods=["POST"])
        router.add_api_route("/office/services/{service_id}", self.one, methods=["GET", "HEAD"])
        router.add_api_route("/office/services/{service_id}", self.change, methods=["POST"])

    def all(self, request: Request) -> Response:
        """What the spaces that this person looks after offer, by kind and title."""
        me = self._office.enter(request, PLANNERS)
        visit = self._office.pages.visit(request)
        with self._office.hub.database.read() as session:
            spaces = [space for space in agenda.spaces(session) if me.sees(space.id)]
            wanted = request.query_params.get("space", "")
            chosen = [space.id for space in spaces if space.id == wanted] or [space.id for space in spaces]
            rows = session.scalars(sa.select(Service).where(Service.space_id.in_(chosen))).all()
            listed = {kind: [one for one in rows if one.kind == kind] for kind in KINDS}
            for some in listed.values():
                some.sort(key=lambda one: (not one.active, fold(pick(one.title, visit.language)[0]), one.id))
            open_ones = self._open(session, chosen)
            return self._office.show(
                request, me, "services", "services.html", listed=listed, kinds=KINDS, spaces=spaces, chosen=wanted,
                names={space.id: space.name for space in spaces}, open=open_ones, now=stamp(visit.now),
            )  # fmt: skip

    def _open(self, session: Session, spaces: list[str]) -> dict[str, int]:
        """How many requests of each service are open."""
        query = (
            sa.select(ServiceRequest.service_id, sa.func.count())
            .where(ServiceRequest.space_id.in_(spaces), ServiceRequest.closed.is_(None))
            .group_by(ServiceRequest.service_id)
        )
        return {row[0]: row[1] for row in session.execute(query)}

    def new(self, request: Request) -> Response:
        """The empty form."""
        me = self._office.enter(request, PLANNERS)
        kind = request.query_params.get("kind", "service")
        typed = {"kind": kind if kind in KINDS else "service", "ask": "yes", "active": "yes"}
        return self._form(request, me, None, typed, {}, 200)

    def add(self, request: Request, form: Form = Depends(read_form)) -> Response:
        """Stores a new one."""
        me = self._office.enter(request, PLANNERS, form)
        changes, problems = read(form)
        if problems:
            return self._form(request, me, None, form, problems, 422)
        with self._office.hub.database.write() as session:
            space = space_of(session, me, form.get("space", "")).id
            count = sa.select(sa.func.count()).select_from(Service).where(Service.space_id == space)
            if (session.scalar(count) or 0) >= MAX_SERVICES:
                raise PageError(*FULL)
            service = Service(id=uuid7(self._office.hub.clock.now()), space_id=space)
            changes.apply(service)
            session.add(service)
            audit.record(session, self._office.hub, me.id, "service.add", service.id)
            made = service.id
        return see_other(f"/office/services/{made}?done=saved")

    def one(self, request: Request, service_id: str) -> Response:
        """The form of one."""
        me = self._office.enter(request, PLANNERS)
        with self._office.hub.database.read() as session:
            service = self._find(session, me, service_id)
            return self._form(request, me, service, filled(service), {}, 200)

    def change(self, request: Request, service_id: str, form: Form = Depends(read_form)) -> Response:
        """Stores what was changed."""
        me = self._office.enter(request, PLANNERS, form)
        changes, problems = read(form)
        with self._office.hub.database.write() as session:
            service = self._find(session, me, service_id)
            if problems:
                return self._form(request, me, service, form, problems, 422)
            changes.apply(service)
            audit.record(session, self._office.hub, me.id, "service.change", service_id)
        return see_other(f"/office/services/{service_id}?done=saved")

    def _form(
        self, request: Request, me: Me, service: Service | None, typed: Form, problems: dict[str, str], status: int
    ) -> Response:
        visit = self._office.pages.visit(request)
        with self._office.hub.database.read() as session:
            spaces = [space for space in agenda.spaces(session) if me.sees(space.id)]
            space = session.get(Space, service.space_id) if service else None
            return self._office.show(
                request, me, "services", "service_edit.html", status=status, service=service, typed=typed,
                problems=told(visit, problems), kinds=KINDS, spaces=spaces, space=space,
            )  # fmt: skip

    def _find(self, session: Session, me: Me, service_id: str) -> Service:
        service = session.get(Service, service_id)
        if service is None or not me.sees(service.space_id):
            raise PageError(*NO_SERVICE)
        return service
