"""Everything that ``/v1`` answers, as plain functions: a request in, an answer out, nothing else between.

`Endpoints.answer` is all that a request meets, from bounds and signature to the commit, and never raises. Who serves
over a socket (`sync.hub.api.v1`) adds reading, waiting and writing.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.errors import StoreError, UsageError
from sync.hub import epochs, granting, ledger, pull, terminals
from sync.hub.api import gate
from sync.hub.api.exchange import Answer, Incoming, Refused, answer
from sync.hub.api.gate import message_of
from sync.hub.api.packing import inflate, packed
from sync.hub.epochs import TimeTravel
from sync.hub.hub import Hub
from sync.hub.store.models import FeedHead, Terminal
from sync.wire import EnrolReply, EnrolRequest, Hello, HelloReply, Push, Seats, SeatsReply

__all__ = ["Answer", "Asked", "Endpoints", "Incoming", "Look"]

log = logging.getLogger(__name__)

SERVICE = "quartieri-connessi-hub"
BUSY_SECONDS = 5
"""After which a terminal tries again where the hub could not store."""
MAX_SEQ = 2**63 - 1
"""The database's integers end there."""
MAX_HEALTH_CHARS = 4000
MAX_PARAMETERS = 32

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A pull that came through the gate. `wait`: seconds that it would wait for news, not bounded yet."""

    request: Incoming
    terminal: str
    cursor: str
    have: int
    wait: float


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to tell at this moment. `news`: it is worth telling at once."""

    answer: Answer
    news: bool


class Endpoints:
    """The terminals' endpoints over one hub. Every method may be called from any thread, at the same time."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._routes: dict[tuple[str, str], Callable[[Incoming], Answer]] = {
            ("GET", "/v1"): self._about,
            ("POST", "/v1/enrol"): self._enrol,
            ("POST", "/v1/hello"): self._hello,
            ("POST", "/v1/push"): self._push,
            ("GET", "/v1/pull"): lambda request: self._look(self._asked(request)).answer,
            ("GET", "/v1/snapshot"): self._snapshot,
            ("POST", "/v1/seats"): self._seats,
        }

    def answer(self, request: Incoming) -> Answer:
        """Answers a request; a pull at once, whatever it would wait. Never raises."""
        return guarded(lambda: self._route(request)(request))

    def asked(self, request: Incoming) -> Asked | Answer:
        """A pull through the gate, or its refusal. Never raises."""
        return guarded(lambda: self._asked(request))

    def look(self, asked: Asked) -> Look:
        """What there is to tell to a pull that came through the gate. Never raises."""
        found = guarded(lambda: self._look(asked))
        return Look(found, news=True) if isinstance(found, Answer) else found

    def _route(self, request: Incoming) -> Callable[[Incoming], Answer]:
        found = self._routes.get((request.method, request.path))
        if found is not None:
            return found
        methods = [method for method, path in self._routes if path == request.path]
        if methods:
            raise Refused(405, "bad_request", f"This address takes {methods[0]} alone.")
        raise Refused(404, "bad_request", "There is nothing for terminals at this address.")

    def _about(self, _request: Incoming) -> Answer:
        """What this is, so that a terminal can tell a hub from anything else."""
        values = {"service": SERVICE, "protocols": gate.protocols(), "time": stamp(self._hub.clock.now())}
        return Answer(200, {"content-type": "application/json"}, json.dumps(values).encode())

    def _enrol(self, request: Incoming) -> Answer:
        hub = self._hub
        gate.bounded(len(request.body))
        wanted = message_of(EnrolRequest, inflate(request))
        _same_version(wanted.protocols)
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(wanted.public))
        _, nonce, created = gate.check_signature(hub, request, {wanted.public: key})
        gate.use_nonce(hub, wanted.public, nonce, created)
        with hub.database.write() as session:
            try:
                reply: EnrolReply = terminals.enrol(session, hub, wanted)
            except UsageError as error:
                raise Refused(400, "bad_request", str(error)) from None
        return answer(reply.model_copy(update={"url": f"{request.origin}/office/terminals"}))

    def _hello(self, request: Incoming) -> Answer:
        hub = self._hub
        sender, body = gate.admit(hub, request)
        message = message_of(Hello, body)
        _same_version(message.protocols)
        with hub.database.write() as session:
            terminal = session.get_one(Terminal, sender.terminal, with_for_update=True)
            terminal.version, terminal.last = message.version[:40], min(max(message.last, 0), MAX_SEQ)
            terminal.health = _health(message.health)
            ledger.greet(session, terminal, message)
            head = session.get_one(FeedHead, 1)
            reply = HelloReply(
                epoch=head.epoch, have=terminal.have, durable=ledger.DURABLE,
                incarnation=terminal.incarnation, time=stamp(hub.clock.now()),
                resync=message.epoch is not None and message.epoch != head.epoch,
            )  # fmt: skip
        return answer(reply)

    def _push(self, request: Incoming) -> Answer:
        sender, body = gate.admit(self._hub, request)
        message = message_of(Push, body)
        with self._hub.database.write() as session:
            done = ledger.push(session, self._hub, sender.terminal, message)
        if isinstance(done, ledger.Refusal):
            raise Refused.of(done.status, done.problem)
        return answer(done)

    def _asked(self, request: Incoming) -> Asked:
        sender, _ = gate.admit(self._hub, request)
        query = _parameters(request)
        wait = _number(query, "wait", float, 0.0)
        have = _number(query, "have", int, 0)
        return Asked(request, sender.terminal, query.get("cursor", ""), have, wait if math.isfinite(wait) else 0.0)

    def _look(self, asked: Asked) -> Look:
        with self._hub.database.read() as session:
            found = pull.page(session, self._hub, asked.terminal, asked.cursor or None, asked.have)
        return Look(packed(asked.request, found.text), found.news)

    def _snapshot(self, request: Incoming) -> Answer:
        sender, _ = gate.admit(self._hub, request)
        with self._hub.database.read() as session:
            made = pull.snapshot(session, self._hub, sender.terminal)
        headers = {"content-type": "application/x-ndjson", "etag": f'"{made.etag}"', "content-encoding": "gzip"}
        return Answer(200, headers, made.content)

    def _seats(self, request: Incoming) -> Answer:
        hub = self._hub
        sender, body = gate.admit(hub, request)
        message = message_of(Seats, body)
        try:
            with hub.database.write() as session:
                return answer(self._granted(session, sender.terminal, message))
        except TimeTravel as proof:
            with hub.database.write() as session:
                epochs.rotate(session, hub, message.epoch, str(proof), attested=False)
            raise Refused(409, "resync", "This hub went back in time: take a snapshot and send again.") from None

    def _granted(self, session: Session, terminal_id: str, message: Seats) -> SeatsReply:
        terminal = session.get_one(Terminal, terminal_id, with_for_update=True)
        if message.incarnation != terminal.incarnation:
            text = "These counters are of another incarnation."
            raise Refused(409, "fork", text, incarnation=terminal.incarnation)
        epoch = session.get_one(FeedHead, 1).epoch
        complete = message.complete and message.epoch == epoch
        grants = granting.exchange(session, self._hub, terminal, message.lines, complete=complete)
        return SeatsReply(grants=grants, epoch=epoch)


def guarded(work: Callable[[], T]) -> T | Answer:
    """What the work returns, or the answer that tells why there is nothing."""
    try:
        return work()
    except Refused as refused:
        return refused.answer()
    except StoreError as error:  # the terminal keeps what it has and comes back
        return _busy(str(error))
    except sa.exc.OperationalError as error:  # of a transaction that only reads
        return _busy(f"The hub's database does not answer: {error.orig}. Trying again later is safe.")
    except Exception:
        log.exception("a request failed")
        text = "The hub failed at this; its log says why. Trying again later is safe."
        return Refused(500, "busy", text).answer()


def _busy(text: str) -> Answer:
    log.error("%s", text)
    return Refused(503, "busy", text).answer({"retry-after": str(BUSY_SECONDS)})


def _same_version(protocols: list[int]) -> None:
    if not set(protocols) & set(gate.protocols()):
        text = "This hub speaks another version. Update the terminal."
        raise Refused(426, "version", text, protocols=gate.protocols())


def _parameters(request: Incoming) -> dict[str, str]:
    try:
        pairs = parse_qsl(request.query, keep_blank_values=True, errors="replace", max_num_fields=MAX_PARAMETERS)
    except ValueError:
        raise Refused(400, "bad_request", "query: too many parameters") from None
    return dict(pairs)


def _number(query: dict[str, str], name: str, kind: Callable[[str], Any], default: Any) -> Any:
    try:
        return kind(query[name]) if name in query else default
    except ValueError:
        raise Refused(400, "bad_request", f"query.{name}: not a number") from None


def _health(values: dict[str, Any]) -> dict[str, Any]:
    """What a terminal says of its health, if it is something to keep."""
    try:
        text = json.dumps(values, allow_nan=False)
    except ValueError:
        return {}
    return values if len(text) < MAX_HEALTH_CHARS else {}
