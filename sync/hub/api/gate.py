"""The gate of ``/v1``: bounds, signatures, nonces. Whoever comes through is a known terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import BaseModel, ValidationError

from sync.clock import instant, stamp
from sync.hub.api.exchange import Incoming, Refused
from sync.hub.api.turnstile import Turnstile
from sync.hub.hub import Hub
from sync.hub.store.models import Nonce
from sync.signing import Message, SignatureError, verify
from sync.wire import PROTOCOL, Push

MAX_COMPRESSED_BYTES = 2 * 1024 * 1024
WINDOW_SECONDS = 300
SEEN_STEP = timedelta(minutes=1)
"""When a terminal was last heard of is known so well: not every request writes it."""
NUL = b"\\u0000"
"""As JSON writes it; a bare one is no JSON."""


@dataclass(frozen=True, slots=True)
class Sender:
    """A terminal whose request is genuine.

    Attributes:
        nonce, created: of the request.
        seen: the time to note as that at which it was heard of; None where that is known well enough.
    """

    terminal: str
    space: str
    nonce: str
    created: int
    seen: str | None


def bounded(size: int) -> None:
    """Checks the size of a body as it comes.

    Raises:
        Refused: it is too large.
    """
    if size > MAX_COMPRESSED_BYTES:
        text = f"A request is at most {MAX_COMPRESSED_BYTES} bytes. Send fewer facts at a time."
        raise Refused(413, "too_large", text)


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


def check_signature(hub: Hub, request: Incoming, resolve: dict[str, Ed25519PublicKey]) -> tuple[str, str, int]:
    """Who signed: key id, nonce, created.

    Raises:
        Refused: unsigned, altered, stale, or by nobody that we know.
    """
    # Path and query exactly as they were received; the host is not signed.
    url = f"http://hub{request.path}{f'?{request.query}' if request.query else ''}"
    message = Message(method=request.method, url=url, headers=request.headers, body=request.body)

    def key(keyid: str) -> Ed25519PublicKey:
        return resolve[keyid]

    try:
        verified = verify(message, resolve=key, now=int(hub.clock.now().timestamp()), window=WINDOW_SECONDS)
    except SignatureError as error:
        raise _unsigned(hub, error) from None
    return verified.keyid, verified.nonce, verified.created


def _unsigned(hub: Hub, error: SignatureError) -> Refused:
    reason = str(error.reason)
    if reason == "stale":
        return Refused(401, "stale", "The request's time is not the hub's.", time=stamp(hub.clock.now()))
    if reason == "unknown_key":
        return Refused(401, "unknown_terminal", "The hub does not know this terminal. Approve it in the office.")
    return Refused(401, "unsigned", f"The request's signature was refused: {error}")


_TERMINAL = sa.text("SELECT public, state, space_id, last_seen FROM terminal WHERE id = :keyid")
_USE = sa.text("INSERT INTO nonce (keyid, nonce, expires) VALUES (:keyid, :nonce, :expires) ON CONFLICT DO NOTHING")
_SEEN = sa.text("UPDATE terminal SET last_seen = :now WHERE id = :keyid")
_SEEN_IF_FREE = sa.text(
    "UPDATE terminal SET last_seen = :now WHERE id IN "
    "(SELECT id FROM terminal WHERE id = :keyid FOR NO KEY UPDATE SKIP LOCKED)"
)
"""So that nobody's pull waits for somebody's long push."""


def recognise(hub: Hub, request: Incoming) -> Sender:
    """The terminal that sent a request. That the request is new is judged when it enters.

    Raises:
        Refused: see `check_signature`; also too_large, revoked, stopped.
    """
    bounded(len(request.body))
    keyid = claimed_keyid(request)
    with hub.database.single() as connection:
        found = connection.execute(_TERMINAL, {"keyid": keyid}).one_or_none()
    known = {} if found is None else {keyid: Ed25519PublicKey.from_public_bytes(bytes.fromhex(found.public))}
    _, nonce, created = check_signature(hub, request, known)
    if found is None or found.state != "active":
        text = "This terminal is no longer admitted. A technician can approve it again in the office."
        raise Refused(403, found.state if found else "revoked", text)
    now = hub.clock.now()
    heard = found.last_seen is not None and now - SEEN_STEP < instant(found.last_seen) <= now
    return Sender(keyid, found.space_id, nonce, created, None if heard else stamp(now))


def enter(connection: sa.Connection, sender: Sender, *, wait: bool = True) -> None:
    """Uses the request's nonce up, in the transaction that does what it asks for, and notes that its sender was heard
    of, once a minute. `wait`: for others who work on the terminal's row.

    Raises:
        Refused: the request was received before.
    """
    use_nonce(connection, sender.terminal, sender.nonce, sender.created)
    if sender.seen is not None:
        statement = _SEEN if wait or connection.dialect.name != "postgresql" else _SEEN_IF_FREE
        connection.execute(statement, {"keyid": sender.terminal, "now": sender.seen})


def readers(hub: Hub) -> Turnstile[Sender]:
    """Where requests enter that only read."""

    def together(senders: Sequence[Sender]) -> list[Exception | None]:
        failures: list[Exception | None] = []
        with hub.database.single() as connection:  # who only reads waits for no disk
            for sender in senders:
                try:
                    enter(connection, sender, wait=False)
                except Refused as refused:
                    failures.append(refused)
                else:
                    failures.append(None)
        return failures

    return Turnstile(together)


def use_nonce(connection: sa.Connection, keyid: str, nonce: str, created: int) -> None:
    """Uses a nonce up.

    Raises:
        Refused: it was used before.
    """
    values = {"keyid": keyid, "nonce": nonce, "expires": created + 2 * WINDOW_SECONDS}
    if connection.execute(_USE, values).rowcount != 1:
        raise Refused(401, "replayed", "This request was received before.")


def forget_nonces(hub: Hub) -> None:
    """Deletes nonces that would be stale by now."""
    limit = int((hub.clock.now() - timedelta(seconds=2 * WINDOW_SECONDS)).timestamp())
    with hub.database.write() as session:
        session.execute(sa.delete(Nonce).where(Nonce.expires < limit))


def claimed_keyid(request: Incoming) -> str:
    """The key id that a request claims, to look its key up; it proves nothing yet."""
    text = request.header("signature-input")
    _, found, rest = text.partition('keyid="')
    keyid, closed, _ = rest.partition('"')
    if not found or not closed or not 0 < len(keyid) <= 80:
        raise Refused(401, "unsigned", "This address is for terminals, whose requests are signed.")
    return keyid


def protocols() -> list[int]:
    """The versions of the protocol that this hub speaks."""
    return [PROTOCOL]
