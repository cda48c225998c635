"""The terminals' endpoints. Each request comes through the gate; the work is done in `terminals`, `ledger`, `pull`,
`seating`.
"""

from __future__ import annotations

import gzip
import json
import math
import time
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from sync.clock import stamp
from sync.errors import UsageError
from sync.hub import ledger, pull, seating, terminals
from sync.hub.api import gate
from sync.hub.api.gate import Refused, admit, message_of
from sync.hub.api.notifier import Notifier
from sync.hub.hub import Hub
from sync.hub.store.models import FeedHead, Terminal
from sync.wire import (
    MAX_WAIT_SECONDS,
    MEDIA_TYPE,
    EnrolReply,
    EnrolRequest,
    Hello,
    HelloReply,
    Push,
    Seats,
    SeatsReply,
)

SERVICE = "quartieri-connessi-hub"
COMPRESS_FROM = 600
GZIP_LEVEL = 5
MAX_SEQ = 2**63 - 1
"""The database's integers end there."""
MAX_HEALTH_CHARS = 4000


def router(hub: Hub, notifier: Notifier) -> APIRouter:
    """All of ``/v1``."""
    api = APIRouter(prefix="/v1", tags=["terminals"])

    @api.get("")
    def about() -> dict[str, Any]:
        """What this is, so that a terminal can tell a hub from anything else."""
        return {"service": SERVICE, "protocols": gate.protocols(), "time": stamp(hub.clock.now())}

    @api.post("/enrol")
    async def enrol(request: Request) -> Response:
        body = await gate.read_body(request)
        return answer(await run_in_threadpool(_enrol, hub, request, body))

    @api.post("/hello")
    async def hello(request: Request) -> Response:
        sender, body = await admit(hub, request)
        return answer(await run_in_threadpool(_hello, hub, sender.terminal, message_of(Hello, body)))

    @api.post("/push")
    async def push(request: Request) -> Response:
        sender, body = await admit(hub, request)
        return answer(await run_in_threadpool(_push, hub, sender.terminal, message_of(Push, body)))

    @api.get("/pull")
    async def pull_page(request: Request, cursor: str = "", wait: float = 0.0, have: int = 0) -> Response:
        sender, _ = await admit(hub, request)
        deadline = time.monotonic() + (min(max(wait, 0.0), MAX_WAIT_SECONDS) if math.isfinite(wait) else 0.0)
        while True:
            seen = notifier.version
            found = await run_in_threadpool(_page, hub, sender.terminal, cursor, have)
            left = deadline - time.monotonic()
            if found.news or left <= 0 or notifier.closing or await request.is_disconnected():
                return await run_in_threadpool(packed, request, found.text)
            await notifier.wait(seen, left)

    @api.get("/snapshot")
    async def snapshot(request: Request) -> Response:
        sender, _ = await admit(hub, request)
        made = await run_in_threadpool(_snapshot, hub, sender.terminal)
        return Response(
            made.content,
            media_type="application/x-ndjson",
            headers={"etag": f'"{made.etag}"', "content-encoding": "gzip"},
        )

    @api.post("/seats")
    async def seats(request: Request) -> Response:
        sender, body = await admit(hub, request)
        return answer(await run_in_threadpool(_seats, hub, sender.terminal, message_of(Seats, body)))

    return api


def answer(message: BaseModel) -> Response:
    """A message as JSON, without what equals its default."""
    return Response(message.model_dump_json(exclude_none=True), media_type=MEDIA_TYPE)


def packed(request: Request, text: str) -> Response:
    """JSON text, compressed where it is worth it and the terminal takes it."""
    content = text.encode()
    if len(content) < COMPRESS_FROM or "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(content, media_type=MEDIA_TYPE)
    small = gzip.compress(content, compresslevel=GZIP_LEVEL, mtime=0)
    return Response(small, media_type=MEDIA_TYPE, headers={"content-encoding": "gzip"})


def _enrol(hub: Hub, request: Request, body: bytes) -> EnrolReply:
    wanted = message_of(EnrolRequest, gate.inflate(request, body))
    if not set(wanted.protocols) & set(gate.protocols()):
        raise Refused(
            426, "version", "This hub speaks another version. Update the terminal.", protocols=gate.protocols()
        )
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(wanted.public))
    _, nonce, created = gate.check_signature(hub, request, body, {wanted.public: key})
    gate.use_nonce(hub, wanted.public, nonce, created)
    with hub.database.write() as session:
        try:
            reply = terminals.enrol(session, hub, wanted)
        except UsageError as error:
            raise Refused(400, "bad_request", str(error)) from None
    return reply.model_copy(update={"url": f"{str(request.base_url).rstrip('/')}/office/terminals"})


def _hello(hub: Hub, terminal_id: str, message: Hello) -> HelloReply:
    if not set(message.protocols) & set(gate.protocols()):
        raise Refused(
            426, "version", "This hub speaks another version. Update the terminal.", protocols=gate.protocols()
        )
    with hub.database.write() as session:
        terminal = session.get_one(Terminal, terminal_id, with_for_update=True)
        terminal.version, terminal.last = message.version[:40], min(max(message.last, 0), MAX_SEQ)
        terminal.health = _health(message.health)
        ledger.greet(session, terminal, message)
        head = session.get_one(FeedHead, 1)
        return HelloReply(
            epoch=head.epoch, have=terminal.have, durable=ledger.DURABLE,
            incarnation=terminal.incarnation, time=stamp(hub.clock.now()),
            resync=message.epoch is not None and message.epoch != head.epoch,
        )  # fmt: skip


def _health(values: dict[str, Any]) -> dict[str, Any]:
    """What a terminal says of its health, if it is something to keep."""
    try:
        text = json.dumps(values, allow_nan=False)
    except ValueError:
        return {}
    return values if len(text) < MAX_HEALTH_CHARS else {}


def _push(hub: Hub, terminal_id: str, message: Push) -> BaseModel:
    with hub.database.write() as session:
        done = ledger.push(session, hub, terminal_id, message)
    if isinstance(done, ledger.Refusal):
        refused = Refused(done.status, done.problem.code, done.problem.message)
        refused.problem = done.problem
        raise refused
    return done


def _page(hub: Hub, terminal_id: str, cursor: str, have: int) -> pull.Page:
    with hub.database.read() as session:
        return pull.page(session, hub, terminal_id, cursor or None, have)


def _snapshot(hub: Hub, terminal_id: str) -> pull.Snapshot:
    with hub.database.read() as session:
        return pull.snapshot(session, hub, terminal_id)


def _seats(hub: Hub, terminal_id: str, message: Seats) -> SeatsReply:
    with hub.database.write() as session:
        terminal = session.get_one(Terminal, terminal_id, with_for_update=True)
        if message.incarnation != terminal.incarnation:
            raise Refused(409, "fork", "These counters are of another incarnation.", incarnation=terminal.incarnation)
        grants = seating.exchange(session, hub, terminal, message.lines)
        return SeatsReply(grants=grants, epoch=session.get_one(FeedHead, 1).epoch)
