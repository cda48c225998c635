"""Requests that are altered, replayed, late, put in another order or signed by somebody else: none is accepted.

The requests are those of a real terminal, recorded on the line. Each seed signs one of them anew as that terminal
would, does one thing to it that somebody on the line could do, and asks the hub. Then the good request is sent, which
must be accepted: so it was the alteration that was refused, and nobody can use up another one's request.
"""

from __future__ import annotations

import base64
import random
import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import wire
from sync.hub.api.endpoints import Answer, Endpoints, Incoming
from sync.signing import WINDOW_SECONDS, Message, content_digest, sign
from sync.terminal.transport import Packed, Transport
from tests.hub.programme import Sender
from tests.proof.proof import Check, Proof
from tests.support.pair import Machine, Pair, Template
from tests.support.served import HandClock

TERMINAL = "zoia-1"
SIGNED_FIELDS = ("signature", "signature-input", "content-digest", "content-encoding")
ENDPOINTS = ("/v1/hello", "/v1/push", "/v1/pull", "/v1/snapshot", "/v1/seats", "/v1/enrol")


class Recorder(Transport):
    """A line that keeps what is sent."""

    def __init__(self, *values: Any) -> None:
        super().__init__(*values)
        self.sent: list[Incoming] = []

    def _prepared(
        self, method: str, target: str, body: Packed | None, signed: bool, extra: Mapping[str, str]
    ) -> requests.PreparedRequest:
        request = super()._prepared(method, target, body, signed, extra)
        kept = {name.lower(): value for name, value in request.headers.items() if isinstance(value, str)}
        parts = urlsplit(target)
        self.sent.append(Incoming(method, parts.path, parts.query, kept, cast("bytes", request.body or b"")))
        return request


@dataclass
class Line:
    """A hub, and what a terminal sent to it."""

    endpoints: Endpoints
    key: Ed25519PrivateKey
    clock: HandClock
    recorded: list[Incoming]

    def signed(
        self, request: Incoming, *, keyid: str = TERMINAL, key: Ed25519PrivateKey | None = None, late: int = 0
    ) -> Incoming:
        """The request, signed as new. `late`: by so many seconds."""
        headers = {name: value for name, value in request.headers.items() if not name.startswith("signature")}
        target = f"http://hub{request.path}{f'?{request.query}' if request.query else ''}"
        message = Message(request.method, target, headers, request.body)
        created = int(self.clock.now().timestamp()) - late
        sign(message, key=key or self.key, keyid=keyid, created=created, nonce=secrets.token_urlsafe(12))
        return replace(request, headers={name.lower(): value for name, value in headers.items()})

    def ask(self, request: Incoming) -> Answer:
        """What the hub answers."""
        return self.endpoints.answer(request)


@contextmanager
def prepare(place: Path) -> Iterator[Check]:
    """A hub, a terminal, and its requests."""
    pair = Pair(Template.made(place / "template"), place)
    with closing(pair):
        line = _recorded(pair)
        stranger = Sender(pair.hub.hub, "omero")
        ways = (_altered, _altered, _altered, _altered, _replayed, _late, _anothers, _reordered)

        def check(seed: int) -> Counter[str]:
            rng = random.Random(f"altered {seed}")
            before = len(pair.hub.facts(TERMINAL))
            way = rng.choice(ways)
            way(line, rng, stranger)
            assert len(pair.hub.facts(TERMINAL)) == before, "a fact was stored"
            return Counter({way.__name__.removeprefix("_"): 1, "refused": 1})

        yield check


def _recorded(pair: Pair) -> Line:
    """Lets a terminal do its work, and keeps its requests."""
    machine = pair.opened(Machine(pair.folder("zoia"), line=Recorder))
    transport = cast("Recorder", machine.transport)
    for people in range(1, 6):
        machine.dropin(people)
        machine.sync()
    machine.syncer.hello()  # last: an earlier one would rightly be taken for a journal that was put back
    line = Line(Endpoints(pair.hub.hub), machine.folder.private_key(), pair.clock, [])
    line.recorded = [one for one in transport.sent if line.ask(line.signed(one)).status == 200]
    assert {one.path for one in line.recorded} >= {"/v1/hello", "/v1/push", "/v1/pull"}
    return line


def _refused(line: Line, request: Incoming, what: str) -> None:
    answer = line.ask(request)
    assert 400 <= answer.status < 500, f"{what} was answered with {answer.status}: {request}"


def _accepted(line: Line, request: Incoming) -> None:
    answer = line.ask(request)
    assert answer.status == 200, f"the good request was refused: {answer.content!r}"


def _altered(line: Line, rng: random.Random, _stranger: Sender) -> None:
    good = line.signed(rng.choice(line.recorded))
    bad = good
    while bad == good:
        bad = rng.choice((_method, _path, _query, _body, _body, _field, _field, _field))(line, good, rng)
    _refused(line, bad, "an altered request")
    _accepted(line, good)


def _method(_line: Line, good: Incoming, rng: random.Random) -> Incoming:
    return replace(good, method=rng.choice(("GET", "POST", "PUT", "HEAD", "post", "")))


def _path(_line: Line, good: Incoming, rng: random.Random) -> Incoming:
    other = (*ENDPOINTS, f"{good.path}/", f"/{good.path}", good.path.upper(), good.path.replace("v1", "v%31"))
    return replace(good, path=rng.choice(other))


def _query(_line: Line, good: Incoming, rng: random.Random) -> Incoming:
    text = good.query
    others = [f"{text}&have=0", f"{text}&", "wait=25", "", f"{text}%20", "&".join(reversed(text.split("&")))]
    if text:
        place = rng.randrange(len(text))
        others += 5 * [text[:place] + rng.choice("0aZ-_%=&") + text[place + 1 :], text[:place] + text[place + 1 :]]
    return replace(good, query=rng.choice(others))


def _body(line: Line, good: Incoming, rng: random.Random) -> Incoming:
    """Other bytes; sometimes with the digest that belongs to them."""
    body = bytearray(good.body)
    match rng.randrange(4):
        case 0 if body:
            body[rng.randrange(len(body))] ^= 1 << rng.randrange(8)
        case 1 if body:
            del body[rng.randrange(len(body)) :]
        case 2:
            body += rng.choice((b"\n", b" ", b"{}", b"\0"))
        case _:
            body = bytearray(rng.choice(line.recorded).body)
    headers = dict(good.headers)
    if rng.random() < 0.5 and bytes(body) != good.body:
        headers["content-digest"] = content_digest(bytes(body))
    return replace(good, body=bytes(body), headers=headers)


def _field(line: Line, good: Incoming, rng: random.Random) -> Incoming:
    """A header field that is signed, or says what was signed: gone, another one's, or other by a character."""
    name = rng.choice(SIGNED_FIELDS)
    value, headers = good.headers.get(name, ""), dict(good.headers)
    changes: list[Callable[[], str]] = [
        lambda: "",
        lambda: line.signed(rng.choice(line.recorded)).headers.get(name, ""),
        lambda: f"{value}, {value}",
        lambda: f"{value};a=1",
        lambda: value.replace("qc", "qd"),
        lambda: rng.choice(("gzip", "zstd", "identity", "br")) if name == "content-encoding" else value.upper(),
        lambda: f"sha-256=:{base64.b64encode(rng.randbytes(32)).decode()}:" if name == "content-digest" else value[1:],
    ]
    if value:
        place = rng.randrange(len(value))
        changes += 8 * [lambda: value[:place] + rng.choice('0123456789aZ+/="();:-_ ') + value[place + 1 :]]
    headers[name] = rng.choice(changes)()
    if not headers[name]:
        del headers[name]
    return replace(good, headers=headers)


def _replayed(line: Line, rng: random.Random, _stranger: Sender) -> None:
    good = line.signed(rng.choice(line.recorded))
    _accepted(line, good)
    for _ in range(rng.randint(1, 3)):
        _refused(line, good, "a replayed request")


def _late(line: Line, rng: random.Random, _stranger: Sender) -> None:
    late = (WINDOW_SECONDS + rng.randint(1, 10 ** rng.randint(1, 8))) * rng.choice((1, -1))
    _refused(line, line.signed(rng.choice(line.recorded), late=late), f"a request {late} s late")


def _anothers(line: Line, rng: random.Random, stranger: Sender) -> None:
    """Signed by another terminal of this hub in this one's name, or by a key that nobody knows."""
    request = rng.choice(line.recorded)
    key = rng.choice((stranger.key, Ed25519PrivateKey.from_private_bytes(rng.randbytes(32))))
    _refused(line, line.signed(request, key=key), "another key's request")
    nobody = rng.choice(("zoia-2", "omero-9", "zoia", "ZOIA-1"))
    _refused(line, line.signed(request, keyid=nobody), "a request in the name of nobody")


def _reordered(line: Line, rng: random.Random, stranger: Sender) -> None:
    """Pushes that overtake each other: what comes before its time waits for it, and nothing is stored out of order."""
    held = len(stranger.facts)
    count = rng.randint(2, 5)
    for _ in range(count):
        stranger.state("dropin", {"reasons": ["chiavi"], "people": rng.randint(1, 9)})

    def push(number: int) -> Answer:
        body = stranger.message(number, number).model_dump_json(exclude_none=True).encode()
        request = Incoming("POST", "/v1/push", "", {"content-type": wire.MEDIA_TYPE}, body)
        return line.ask(line.signed(request, keyid=stranger.id, key=stranger.key))

    waiting = list(range(held + 1, held + count + 1))
    rng.shuffle(waiting)
    next_ = held + 1
    while waiting:
        for number in list(waiting):
            answer = push(number)
            assert (answer.status == 200) == (number == next_), (
                f"push {number} was {answer.status} where {next_} is due"
            )
            if number == next_:
                waiting.remove(number)
                next_ += 1


PROOF = Proof(
    "altered",
    "No request that was altered, replayed, late, out of order or signed by another is accepted.",
    prepare,
    seeds=10_000,
    sample=300,
    jobs=2,
)
