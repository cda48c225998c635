"""The hub as one web application: terminals' endpoints, public site, office; and the chores that it does while it
serves.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from sync import __version__
from sync.hub import certificates, erasure, granting, holds, members, parked, recovery, retention, sightings, snapshots
from sync.hub.api import gate
from sync.hub.api.endpoints import Endpoints
from sync.hub.api.notifier import Notifier
from sync.hub.api.v1 import Terminals
from sync.hub.api.waiting import Waiting
from sync.hub.hub import Hub
from sync.hub.letters.deliver import deliver
from sync.hub.office.routes import office_router
from sync.hub.rolling import roll_on
from sync.hub.site.routes import page_of_error, site_router

log = logging.getLogger(__name__)

CHORE_SECONDS = 20.0
LOOK_FOR_DAY_SECONDS = 600.0
FORGET_SECONDS = 6 * 3600.0


class _Application(FastAPI):
    """The pages, and before them, past all layers of the framework, what terminals ask (`app.state.terminals`)."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        terminals: Terminals = self.state.terminals
        if scope["type"] == "http" and terminals.concerns(scope["path"]):
            await terminals(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def create_app(hub: Hub) -> FastAPI:
    """The application over an open hub."""
    notifier = Notifier(hub.database)
    waiting = Waiting(hub, notifier)
    terminals = Terminals(Endpoints(hub), waiting)

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await notifier.start()
        await waiting.start()
        chores = [
            asyncio.create_task(_every(CHORE_SECONDS, lambda: gate.forget_nonces(hub))),
            asyncio.create_task(_every(CHORE_SECONDS, lambda: _look_after_seats(hub))),
            asyncio.create_task(_every(LOOK_FOR_DAY_SECONDS, lambda: roll_on(hub))),
            asyncio.create_task(_every(LOOK_FOR_DAY_SECONDS, lambda: certificates.renew(hub))),
            asyncio.create_task(_every(CHORE_SECONDS, snapshots.of(hub).warm)),
            asyncio.create_task(_every(FORGET_SECONDS, lambda: retention.forget(hub))),
            asyncio.create_task(_every(LOOK_FOR_DAY_SECONDS, lambda: erasure.expire(hub))),
            asyncio.create_task(_every(LOOK_FOR_DAY_SECONDS, lambda: sightings.expire(hub))),
            asyncio.create_task(_every(LOOK_FOR_DAY_SECONDS, lambda: members.give_pages(hub))),
            asyncio.create_task(_every(LOOK_FOR_DAY_SECONDS, lambda: parked.replay(hub))),
            asyncio.create_task(_every(CHORE_SECONDS, lambda: deliver(hub))),
        ]
        try:
            yield
        finally:
            for chore in chores:
                chore.cancel()
            await asyncio.gather(*chores, return_exceptions=True)
            await waiting.stop()
            await notifier.stop()
            terminals.close()

    app = _Application(
        title="Quartieri Connessi: hub", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None
    )
    app.state.terminals = terminals
    app.add_exception_handler(HTTPException, page_of_error(hub))
    app.include_router(office_router(hub))
    app.include_router(site_router(hub))
    app.state.notifier = notifier
    return app


def _look_after_seats(hub: Hub) -> None:
    with hub.database.write() as session:
        holds.expire(session, hub)
    granting.gather(hub)
    recovery.bring_back(hub)


async def _every(seconds: float, chore: Callable[[], object]) -> None:
    """Does a chore now and again; a failure is logged and does not end it."""
    while True:
        try:
            await run_in_threadpool(chore)
        except Exception:
            log.exception("a chore failed; trying again in %.0f s", seconds)
        await asyncio.sleep(seconds)
