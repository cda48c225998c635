"""The gate of ``/v1``: bounds, decompression, signatures, nonces. Whoever comes through is a known terminal."""

from __future__ import annotations

import logging
import zlib
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool

from sync.clock import stamp
from sync.errors import StoreError
from sync.hub.hub import Hub
from sync.hub.store.models import Nonce, Terminal
from sync.signing import Message, SignatureError, verify
from sync.wire import MAX_REQUEST_BYTES, PROTOCOL, Problem, Push

log = logging.getLogger(__name__)

MAX_COMPRESSED_BYTES = 2 * 1024 * 1024
WINDOW_SECONDS = 300
NUL = b"\\u0000"
"""As JSON writes it; a bare one is no JSON."""
BUSY_SECONDS = 5
"""After which a terminal tries again where the hub could not store."""


class Refused(Exception):
    """An answer that ends the request."""

    def __init__(self, status: int, code: str, message: str, **details: object) -> None:
        super().__init__(message)
        self.status = status
        self.problem = Problem.model_validate({"code": code, "message": message, **details})


def refusal(_request: Request, refused: Refused) -> JSONResponse:
    """The refusal as JSON."""
    body = refused.problem.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return JSONResponse(body, refused.status)


def malformed(request: Request, error: RequestValidationError) -> JSONResponse:
    """The refusal of an address whose parameters are none. Pages answer for themselves: this is for terminals."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return refusal(request, Refused(400, "bad_request", f"{where}: {first['msg']}"))


def busy(_request: Request, error: StoreError) -> JSONResponse:
    """The refusal while the database cannot store: the terminal keeps what it has and comes back."""
    log.error("%s", error)
    return JSONResponse({"code": "busy", "message": str(error)}, 503, {"Retry-After": str(BUSY_SECONDS)})


@dataclass(frozen=True, slots=True)
class Sender:
    """A terminal whose request is genuine and new."""

    terminal: str
    space: str


async def read_body(request: Request) -> bytes:
    """The body as it came, bounded.

    Raises:
        Refused: it is too large.
    """
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MAX_COMPRESSED_BYTES:
            raise Refused(
                413, "too_large", f"A request is at most {MAX_COMPRESSED_BYTES} bytes. Send fewer facts at a time."
            )
        chunks.append(chunk)
    return b"".join(chunks)


def inflate(request: Request, body: bytes) -> bytes:
    """The body without its compression, bounded.

    Raises:
        Refused: it is too large, or no gzip.
    """
    encoding = request.headers.get("content-encoding", "identity")
    if encoding == "identity":
        return body
    if encoding != "gzip":
        raise Refused(415, "bad_request", "The hub reads gzip or plain bodies.")
    machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        plain = machine.decompress(body, MAX_REQUEST_BYTES)
    except zlib.error:
        raise Refused(400, "bad_request", "The body is no gzip.") from None
    if machine.unconsumed_tail or (len(plain) >= MAX_REQUEST_BYTES and not machine.eof):
        raise Refused(413, "too_large", f"A request is at most {MAX_REQUEST_BYTES} bytes. Send fewer facts at a time.")
    if not machine.eof:
        raise Refused(400, "bad_request", "The body breaks off.")
    return plain


M = TypeVar("M", bound=BaseModel)


def message_of(model: type[M], body: bytes) -> M:
    """The body as a message.

    Raises:
        Refused: it is something else; the text names the member.
    """
    if model is not Push and NUL in body:  # within a fact it is the fact's affair
        raise Refused(400, "bad_request", "A text holds the character NUL, which no database takes.")
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Refused(400, "bad_request", f"{where}: {first['msg']}") from None


def check_signature(
    hub: Hub, request: Request, body: bytes, resolve: dict[str, Ed25519PublicKey]
) -> tuple[str, str, int]:
    """Who signed: key id, nonce, created.

    Raises:
        Refused: unsigned, altered, stale, or by nobody that we know.
    """
    message = Message(method=request.method, url=_received_url(request), headers=request.headers, body=body)

    def key(keyid: str) -> Ed25519PublicKey:
        return resolve[keyid]

    try:
        verified = verify(message, resolve=key, now=int(hub.clock.now().timestamp()), window=WINDOW_SECONDS)
    except SignatureError as error:
        raise _unsigned(hub, error) from None
    return verified.keyid, verified.nonce, verified.created


def _received_url(request: Request) -> str:
    """The address with path and query exactly as they were received; the framework's own is decoded. Its host is not
    signed.
    """
    path, query = request.scope["raw_path"].decode("ascii"), request.scope["query_string"].decode("ascii")
    return f"http://hub{path}{f'?{query}' if query else ''}"


def _unsigned(hub: Hub, error: SignatureError) -> Refused:
    reason = str(error.reason)
    if reason == "stale":
        return Refused(401, "stale", "The request's time is not the hub's.", time=stamp(hub.clock.now()))
    if reason == "unknown_key":
        return Refused(401, "unknown_terminal", "The hub does not know this terminal. Approve it in the office.")
    return Refused(401, "unsigned", f"The request's signature was refused: {error}")


async def admit(hub: Hub, request: Request) -> tuple[Sender, bytes]:
    """The terminal that sent a request, and the request's body without compression.

    Raises:
        Refused: see `check_signature`; also replayed, revoked, stopped.
    """
    body = await read_body(request)
    sender = await run_in_threadpool(_identify, hub, request, body)
    return sender, inflate(request, body)


def _identify(hub: Hub, request: Request, body: bytes) -> Sender:
    keyid = claimed_keyid(request)
    with hub.database.read() as session:
        terminal = session.get(Terminal, keyid)
        known = {keyid: Ed25519PublicKey.from_public_bytes(bytes.fromhex(terminal.public))} if terminal else {}
        state = terminal.state if terminal else ""
        sender = Sender(keyid, terminal.space_id if terminal else "")
    _, nonce, created = check_signature(hub, request, body, known)
    if state != "active":
        raise Refused(
            403, state, "This terminal is no longer admitted. A technician can approve it again in the office."
        )
    use_nonce(hub, keyid, nonce, created)
    return sender


def use_nonce(hub: Hub, keyid: str, nonce: str, created: int) -> None:
    """Uses a nonce up, and notes that the terminal was heard of.

    Raises:
        Refused: the nonce was used before.
    """
    now = hub.clock.now()
    with hub.database.write() as session:
        fresh = session.execute(
            sa.text(
                "INSERT INTO nonce (keyid, nonce, expires) VALUES (:keyid, :nonce, :expires) ON CONFLICT DO NOTHING"
            ),
            {"keyid": keyid, "nonce": nonce, "expires": created + 2 * WINDOW_SECONDS},
        )
        if fresh.rowcount != 1:  # type: ignore[attr-defined]
            raise Refused(401, "replayed", "This request was received before.")
        session.execute(sa.update(Terminal).where(Terminal.id == keyid).values(last_seen=stamp(now)))


def forget_nonces(hub: Hub) -> None:
    """Deletes nonces that would be stale by now."""
    limit = int((hub.clock.now() - timedelta(seconds=2 * WINDOW_SECONDS)).timestamp())
    with hub.database.write() as session:
        session.execute(sa.delete(Nonce).where(Nonce.expires < limit))


def claimed_keyid(request: Request) -> str:
    """The key id that a request claims, to look its key up; it proves nothing yet."""
    text = request.headers.get("signature-input", "")
    _, found, rest = text.partition('keyid="')
    keyid, closed, _ = rest.partition('"')
    if not found or not closed or not 0 < len(keyid) <= 80:
        raise Refused(401, "unsigned", "This address is for terminals, whose requests are signed.")
    return keyid


def protocols() -> list[int]:
    """The versions of the protocol that this hub speaks."""
    return [PROTOCOL]
