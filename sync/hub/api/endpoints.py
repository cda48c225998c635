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

from sync import lines
from sync.clock import stamp
from sync.errors import StoreError, UsageError
from sync.hub import epochs, granting, greeting, ledger, pictures, plain, pull, snapshots, terminals, travel, views
from sync.hub.api import gate, ranges
from sync.hub.api.exchange import Answer, Incoming, Refused, answer
from sync.hub.api.gate import message_of
from sync.hub.api.packing import inflate, packed, takes
from sync.hub.epochs import TimeTravel
from sync.hub.frames import ENCODINGS
from sync.hub.hub import Hub
from sync.hub.news import Waits
from sync.hub.store.models import Terminal
from sync.pictures import MEDIA_TYPE, is_name
from sync.wire import (
    HUB_LIMITS,
    EnrolReply,
    EnrolRequest,
    Hello,
    HelloReply,
    Push,
    PushReply,
    Seats,
    SeatsReply,
)  # fmt: skip

__all__ = ["Answer", "Asked", "Endpoints", "Incoming", "Look"]

log = logging.getLogger(__name__)

SERVICE = "quartieri-connessi-hub"
BUSY_SECONDS = 5
"""After which a terminal tries again where the hub could not store."""
PICTURES = "/v1/pictures/"
MAX_PARAMETERS = 32
MAX_ROTATIONS = 2
"""That one request may cause: its second look is at an epoch that it does not know."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A genuine pull. `wait`: seconds that it would wait for news, not bounded yet."""

    request: Incoming
    sender: gate.Sender
    ask: pull.Ask
    wait: float


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to tell at this moment.

    Attributes:
        news: it is worth telling at once.
        waits: how the terminal stands, where it would wait for more.
    """

    answer: Answer
    news: bool = True
    waits: Waits | None = None


class Endpoints:
    """The terminals' endpoints over one hub. Every method may be called from any thread, at the same time."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._routes: dict[tuple[str, str], Callable[[Incoming], Answer]] = {
            ("GET", "/v1"): self._about,
            ("POST", "/v1/enrol"): self._enrol,
            ("POST", "/v1/hello"): self._hello,
            ("POST", "/v1/push"): self._push,
            ("GET", "/v1/pull"): lambda request: self._first(request)[1].answer,
            ("GET", "/v1/snapshot"): self._snapshot,
            ("POST", "/v1/seats"): self._seats,
        }

    def answer(self, request: Incoming) -> Answer:
        """Answers a request; a pull at once, whatever it would wait. Never raises."""
        return guarded(lambda: self._route(request)(request))

    def first(self, request: Incoming) -> tuple[Asked, Look] | Answer:
        """A pull through the gate, and what there is to tell to it; or its refusal. Never raises."""
        return guarded(lambda: self._first(request))

    def look(self, asked: Asked) -> Look:
        """What there is to tell by now to a pull that came through the gate. Never raises."""
        found = guarded(lambda: self._look(asked))
        return Look(found) if isinstance(found, Answer) else found

    def _route(self, request: Incoming) -> Callable[[Incoming], Answer]:
        found = self._routes.get((request.method, request.path))
        if found is not None:
            return found
        if request.method == "GET" and request.path.startswith(PICTURES):
            return self._picture
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
        with hub.database.write() as session:
            gate.use_nonce(session.connection(), wanted.public, nonce, created)
            try:
                reply: EnrolReply = terminals.enrol(session, hub, wanted)
            except UsageError as error:
                raise Refused(400, "bad_request", str(error)) from None
        return answer(reply.model_copy(update={"url": f"{request.origin}/office/terminals"}))

    def _hello(self, request: Incoming) -> Answer:
        hub = self._hub
        sender = gate.recognise(hub, request)
        message = message_of(Hello, inflate(request))
        _same_version(message.protocols)
        enters = _Once(hub, sender)

        def work() -> HelloReply:
            view = enters.look(greeting.wanted(hub, sender.terminal, sender.space, message))
            stands, durable = greeting.greet(hub, view, message)
            return HelloReply(
                epoch=stands.epoch, have=stands.have, durable=durable, incarnation=stands.incarnation,
                time=stamp(hub.clock.now()), limits=HUB_LIMITS,
                resync=message.epoch is not None and message.epoch != stands.epoch,
            )  # fmt: skip

        return answer(self._in_history(work))

    def _push(self, request: Incoming) -> Answer:
        hub = self._hub
        sender = gate.recognise(hub, request)
        message = message_of(Push, inflate(request))

        def work() -> PushReply | ledger.Refusal:
            with hub.database.write() as session:
                gate.enter(session.connection(), hub, sender)
                return ledger.push(session, hub, sender.terminal, message)

        taken = plain.push(hub, sender.terminal, sender.space, sender.to_use, message)
        if taken is not None:
            return answer(taken)
        done = self._in_history(work)
        if isinstance(done, ledger.Refusal):
            raise Refused.of(done.status, done.problem)
        return answer(done)

    def _first(self, request: Incoming) -> tuple[Asked, Look]:
        sender = gate.recognise(self._hub, request)
        query = _parameters(request)
        wait = _number(query, "wait", float, 0.0)
        asked = Asked(request, sender, _ask(query), wait if math.isfinite(wait) else 0.0)
        return asked, self._look(asked, _Once(self._hub, sender))

    def _look(self, asked: Asked, enters: _Once | None = None) -> Look:
        hub, who = self._hub, asked.sender

        def work() -> pull.Page:
            want = pull.wanted(hub, who.terminal, who.space, asked.ask)
            return pull.page(hub, want, asked.ask, enters.look if enters else None)

        found = self._in_history(work)
        waits = Waits(asked.ask, found.standing, found.at)
        return Look(packed(asked.request, found.text), found.news, waits)

    def _snapshot(self, request: Incoming) -> Answer:
        sender = gate.recognise(self._hub, request)
        gate.look(self._hub, sender, views.Want(sender.terminal, sender.space))
        kept, wanted = snapshots.of(self._hub), ranges.wanted(request)
        begun = kept.kept(sender.terminal, wanted[0]) if wanted else None
        if wanted and begun:
            return ranges.part(begun.content, wanted[1], wanted[2], _describe(begun))
        ask = _ask(_parameters(request))
        encoding = next(one for one in ENCODINGS if one == "identity" or takes(request, one))
        made = self._in_history(lambda: kept.make(sender.terminal, ask, encoding))
        return Answer(200, _describe(made), made.content)

    def _picture(self, request: Incoming) -> Answer:
        sender = gate.recognise(self._hub, request)
        gate.look(self._hub, sender, views.Want(sender.terminal, sender.space))
        name = request.path.removeprefix(PICTURES)
        content = None
        if is_name(name):
            with self._hub.database.read() as session:
                content = pictures.content(session, name)
        if content is None:
            raise Refused(404, "bad_request", "There is no such picture, or none any more.")
        return Answer(200, {"content-type": MEDIA_TYPE}, content)

    def _seats(self, request: Incoming) -> Answer:
        hub = self._hub
        sender = gate.recognise(hub, request)
        message = message_of(Seats, inflate(request))

        def work() -> SeatsReply:
            with hub.database.write() as session:
                gate.enter(session.connection(), hub, sender)
                terminal = session.get_one(Terminal, sender.terminal, with_for_update=True)
                head = travel.head_of(session)
                told = travel.Told(message.epoch, message.incarnation, None, (message.seen,))
                travel.judge(travel.tags(session, head), hub, terminal, head, told)
                if message.incarnation != terminal.incarnation:
                    text = "These counters are of another incarnation."
                    raise Refused(409, "fork", text, incarnation=terminal.incarnation)
                complete = message.complete and message.epoch == head.epoch
                try:
                    grants = granting.exchange(session, hub, terminal, message.lines, complete=complete)
                except TimeTravel as proof:
                    proof.epoch = head.epoch
                    raise
            at = session.stamp or head.stamp
            seen = travel.sealed(hub, terminal.id, terminal.space_id, at)
            return SeatsReply(grants=grants, epoch=at.epoch, seen=seen)

        return answer(self._in_history(work))

    def _in_history(self, work: Callable[[], T]) -> T:
        """Does the work; where it finds proof that the hub went back in time, ends the epoch and does it again, as for
        any terminal whose epoch is over.
        """
        for _ in range(MAX_ROTATIONS):
            try:
                return work()
            except TimeTravel as proof:
                log.error("this hub went back in time (%s): its epoch ends", proof)
                with self._hub.database.write() as session:
                    believed = epochs.believe(session, self._hub, proof)
                if not believed:
                    text = "This terminal ended the hub's history too often. A technician can approve it again."
                    raise Refused(403, "stopped", text) from None
        try:
            return work()
        except TimeTravel as proof:
            text = f"This hub went back in time again and again ({proof}). Trying again later is safe."
            raise StoreError(text) from None


class _Once:
    """The way in of a request that only reads: its first look uses its nonce up, the others are looks alone."""

    def __init__(self, hub: Hub, sender: gate.Sender) -> None:
        self._hub, self._sender = hub, sender
        self._inside = False

    def look(self, want: views.Want) -> views.View:
        """What is wanted."""
        if self._inside:
            return pull.look(self._hub, want)
        view = gate.look(self._hub, self._sender, want)
        self._inside = True
        return view


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


def _describe(made: snapshots.Snapshot) -> dict[str, str]:
    headers = {"content-type": lines.MEDIA_TYPE, "etag": f'"{made.etag}"', "accept-ranges": "bytes"}
    return headers if made.encoding == "identity" else {**headers, "content-encoding": made.encoding}


def _ask(query: dict[str, str]) -> pull.Ask:
    return pull.Ask(
        cursor=query.get("cursor", ""), have=_number(query, "have", int, 0), told=_number(query, "told", int, None),
        incarnation=_number(query, "inc", int, None), epoch=query.get("epoch") or None, seen=query.get("seen") or None,
    )  # fmt: skip


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
