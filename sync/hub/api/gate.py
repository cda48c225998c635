"""The gate of ``/v1``: bounds, signatures, nonces. Whoever comes through is a known terminal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from typing import TypeVar

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import BaseModel, ValidationError

from sync import orders
from sync.clock import instant, stamp
from sync.hub import views
from sync.hub.api.exchange import Incoming, Refused
from sync.hub.hub import Hub
from sync.hub.store.models import Nonce
from sync.signing import Message, SignatureError, verify
from sync.wire import PROTOCOL, Push

MAX_COMPRESSED_BYTES = 2 * 1024 * 1024
WINDOW_SECONDS = 300
SEEN_STEP = timedelta(minutes=1)
"""When a terminal was last heard of is known so well: not every request writes it."""
MAX_KEYS = 20_000
"""Public keys that are kept in memory."""
NUL = b"\\u0000"
"""As JSON writes it; a bare one is no JSON."""


@dataclass(frozen=True, slots=True)
class Sender:
    """A terminal whose request is genuine. That it is admitted, and the request new, is judged when it enters.

    Attributes:
        public: its public key, hexadecimal; `space`: where it stood when it was last looked up.
        nonce, created: of the request.
    """

    terminal: str
    public: str
    space: str
    nonce: str
    created: int

    @property
    def to_use(self) -> views.Nonce:
        """The nonce, and until when it must be remembered."""
        return views.Nonce(self.nonce, self.created + 2 * WINDOW_SECONDS, self.public)


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
        return _unknown()
    return Refused(401, "unsigned", f"The request's signature was refused: {error}")


def _unknown() -> Refused:
    return Refused(401, "unknown_terminal", "The hub does not know this terminal. Approve it in the office.")


_PUBLIC = "SELECT public, space_id FROM terminal WHERE id = :terminal"
_INCARNATION = "SELECT incarnation FROM terminal WHERE id = :terminal"
_TERMINAL = sa.text("SELECT public, state, last_seen FROM terminal WHERE id = :terminal")
_USE = sa.text("INSERT INTO nonce (keyid, nonce, expires) VALUES (:keyid, :nonce, :expires) ON CONFLICT DO NOTHING")
_SEEN = "UPDATE terminal SET last_seen = :now WHERE id = :terminal"
_SEEN_IF_FREE = (
    "UPDATE terminal SET last_seen = :now WHERE id IN "
    "(SELECT id FROM terminal WHERE id = :terminal FOR NO KEY UPDATE SKIP LOCKED)"
)
"""So that nobody's pull waits for somebody's long push."""


def recognise(hub: Hub, request: Incoming) -> Sender:
    """The terminal that sent a request, by its key. Keys are kept in memory: a terminal's never changes. Whether it is
    still admitted is not kept.

    Raises:
        Refused: see `check_signature`; also too_large.
    """
    bounded(len(request.body))
    keyid = claimed_keyid(request)
    public, space = _known(hub).get(keyid) or _look_up(hub, keyid) or ("", "")
    _, nonce, created = check_signature(hub, request, {keyid: _key(public)} if public else {})
    return Sender(keyid, public, space, nonce, created)


Known = dict[str, tuple[str, str]]
"""By terminal: its public key, and where it stands."""


def _known(hub: Hub) -> Known:
    found: Known = hub.kept.setdefault("keys", {})
    return found


def _look_up(hub: Hub, keyid: str) -> tuple[str, str] | None:
    known = _known(hub)
    with hub.database.lax() as line:
        found = line.ask(_PUBLIC, {"terminal": keyid})
    if not found:
        return None
    if len(known) >= MAX_KEYS:
        known.clear()
    public, space = found[0]
    return known.setdefault(keyid, (public, space))


@lru_cache(maxsize=MAX_KEYS)
def _key(public: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))


def admit(hub: Hub, sender: Sender, public: str | None, state: str | None, space: str | None = None) -> None:
    """Judges a terminal's row: it is admitted, under the key that the request was signed with. None: there is no row.

    Raises:
        Refused: it is not.
    """
    if public != sender.public:
        _known(hub).pop(sender.terminal, None)
        raise _unknown()
    if state != "active":
        raise _not_admitted(hub, sender, state or "revoked")
    if space is not None and space != sender.space:
        _known(hub)[sender.terminal] = (sender.public, space)


def _not_admitted(hub: Hub, sender: Sender, state: str) -> Refused:
    """The refusal of a terminal that is known, with the order to erase what it holds where it has one to obey."""
    text = "This terminal is no longer admitted. A technician can approve it again in the office."
    if state != "erasing":
        return Refused(403, state, text)
    with hub.database.lax() as line:
        incarnation = line.ask(_INCARNATION, {"terminal": sender.terminal})[0][0]
    order = orders.Erase(sender.terminal, incarnation, bytes.fromhex(sender.public))
    return Refused(403, "revoked", text, order=orders.write(order, hub.private_key))


def once(fresh: bool) -> None:
    """Refuses a request whose nonce was used.

    Raises:
        Refused: it was received before.
    """
    if not fresh:
        raise Refused(401, "replayed", "This request was received before.")


def look(hub: Hub, sender: Sender, want: views.Want) -> views.View:
    """Lets a request in that only reads: uses its nonce up, in the one statement that also finds what is wanted.

    Raises:
        Refused: the terminal is not admitted, or the request was received before.
    """
    with hub.database.lax() as line:
        view = views.look(line, replace(want, nonce=sender.to_use))
        if view is not None and view.fresh and (now := _to_note(hub, view.terminal.last_seen)) is not None:
            line.do(_SEEN_IF_FREE if line.postgresql else _SEEN, {"terminal": sender.terminal, "now": now})
    if view is None:
        _known(hub).pop(sender.terminal, None)
        raise _unknown()
    admit(hub, sender, view.terminal.public, view.terminal.state, view.terminal.space_id)
    once(view.fresh)
    return view


def enter(connection: sa.Connection, hub: Hub, sender: Sender) -> None:
    """Uses the request's nonce up, in the transaction that does what it asks for, and notes that its sender was heard
    of, once a minute.

    Raises:
        Refused: the terminal is not admitted, or the request was received before.
    """
    found = connection.execute(_TERMINAL, {"terminal": sender.terminal}).one_or_none()
    admit(hub, sender, *(found[:2] if found is not None else (None, None)))
    use_nonce(connection, sender.terminal, sender.nonce, sender.created)
    now = _to_note(hub, found.last_seen) if found is not None else None
    if now is not None:
        connection.execute(sa.text(_SEEN), {"terminal": sender.terminal, "now": now})


def _to_note(hub: Hub, last_seen: str | None) -> str | None:
    """The time to note as that at which a terminal was heard of; None where that is known well enough."""
    now = hub.clock.now()
    heard = last_seen is not None and now - SEEN_STEP < instant(last_seen) <= now
    return None if heard else stamp(now)


def use_nonce(connection: sa.Connection, keyid: str, nonce: str, created: int) -> None:
    """Uses a nonce up.

    Raises:
        Refused: it was used before.
    """
    values = {"keyid": keyid, "nonce": nonce, "expires": created + 2 * WINDOW_SECONDS}
    once(connection.execute(_USE, values).rowcount == 1)


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
