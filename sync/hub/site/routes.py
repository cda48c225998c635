"""The addresses of the public site."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request
from fastapi.exception_handlers import http_exception_handler
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sync.hub.hub import Hub
from sync.hub.site.activity import ActivityPage
from sync.hub.site.feeds import Feeds
from sync.hub.site.offering import Offering
from sync.hub.site.personal import Personal
from sync.hub.site.programme import Programme
from sync.hub.site.signup import SignUp
from sync.hub.site.site import Site
from sync.hub.web.answers import SECURITY_HEADERS
from sync.hub.web.pages import NOT_FOUND, PageError
from sync.hub.web.words import N_

FOR_PROGRAMS = ("/v1", "/openapi.json", "/metrics")
"""Addresses whose errors are JSON."""


def site_router(hub: Hub) -> APIRouter:
    """All public pages over an open hub."""
    site = Site(hub)
    router = site.pages.router()
    for views in (Programme(site), ActivityPage(site), Offering(site), Feeds(site), SignUp(site), Personal(site)):
        views.add_to(router)

    def asset(request: Request, name: str) -> Response:
        return site.asset(name, request)

    def picture(request: Request, name: str) -> Response:
        return site.picture(name, request)

    router.add_api_route("/pictures/{name}.jpg", picture, methods=["GET", "HEAD"])
    router.add_api_route("/static/{name}", asset, methods=["GET", "HEAD"])
    return router


def page_of_error(hub: Hub) -> Callable[[Request, Exception], Awaitable[Response]]:
    """The handler of `HTTPException` for the whole application: an address that no route has, a method that none takes.

    People get a page with a sentence; programs (`FOR_PROGRAMS`) get what FastAPI answers.
    """
    site = Site(hub)

    async def handler(request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            raise error
        if request.url.path.startswith(FOR_PROGRAMS):
            return await http_exception_handler(request, error)
        sentences = PageError(error.status_code, N_("Questa richiesta non si può leggere."))
        response = site.pages.problem(request, PageError(*NOT_FOUND) if error.status_code == 404 else sentences)
        response.headers.update({**SECURITY_HEADERS, **(error.headers or {})})
        return response

    return handler
