"""The addresses of the public site."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from sync.hub.hub import Hub
from sync.hub.site.activity import ActivityPage
from sync.hub.site.feeds import Feeds
from sync.hub.site.personal import Personal
from sync.hub.site.programme import Programme
from sync.hub.site.signup import SignUp
from sync.hub.site.site import Site


def site_router(hub: Hub) -> APIRouter:
    """All public pages over an open hub."""
    site = Site(hub)
    router = site.pages.router()
    for views in (Programme(site), ActivityPage(site), Feeds(site), SignUp(site), Personal(site)):
        views.add_to(router)

    def asset(request: Request, name: str) -> Response:
        return site.asset(name, request)

    router.add_api_route("/static/{name}", asset, methods=["GET", "HEAD"])
    return router
