"""What a space offers, on one page: services, products, work and courses, and its notices.

Neighbours' notes stay in the house: they hang on the space's own terminals, not on the web.
"""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa
from fastapi import APIRouter, Request
from starlette.responses import Response

from sync.clock import local, stamp
from sync.hub.site.activity import web_address
from sync.hub.site.agenda import fold
from sync.hub.site.site import Site
from sync.hub.store.models import Notice, Service, Space
from sync.hub.web.answers import PUBLIC
from sync.hub.web.pages import NOT_FOUND, PageError
from sync.hub.web.words import N_
from sync.rows import pick

KINDS = {"service": N_("Servizi"), "product": N_("Prodotti"), "opening": N_("Lavoro e corsi")}
MAX_NOTICES = 20


class Offering:
    """The view.

    Args:
        site: what it works with.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    def add_to(self, router: APIRouter) -> None:
        """Registers the address."""
        router.add_api_route("/spaces/{space_id}/services", self.space, methods=["GET", "HEAD"])

    def space(self, request: Request, space_id: str) -> Response:
        """All that one space offers now."""
        visit = self._site.pages.visit(request)
        now = stamp(visit.now)
        with self._site.hub.database.read() as session:
            space = session.get(Space, space_id)
            if space is None:
                raise PageError(*NOT_FOUND)
            here = sa.select(Service).where(Service.space_id == space_id, Service.active.is_(True))
            found = session.scalars(here.where(sa.or_(Service.until.is_(None), Service.until > now))).all()
            listed = {kind: [one for one in found if one.kind == kind] for kind in KINDS}
            for some in listed.values():
                some.sort(
                    key=lambda one: (fold(pick(one.group, "it")[0]), fold(pick(one.title, visit.language)[0]), one.id)
                )
            told = sa.select(Notice).where(sa.or_(Notice.space_id == space_id, Notice.space_id.is_(None)))
            told = told.where(sa.or_(Notice.until.is_(None), Notice.until > now))
            notices = session.scalars(told.order_by(Notice.urgent.desc(), Notice.at.desc()).limit(MAX_NOTICES)).all()
            return self._site.show(
                visit, "services.html", cache=PUBLIC, space=space, listed=listed, kinds=KINDS, notices=notices,
                last_day=last_day, link=web_address,
            )  # fmt: skip


def last_day(until: str) -> date:
    """The last day on which something is offered, by the instant after it."""
    return (local(until) - timedelta(seconds=1)).date()
