"""Whatever anybody sends: the hub answers with a sentence, never fails, holds no more than its bounds, and goes on."""

from __future__ import annotations

import gzip
import json
import secrets
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any

import pytest
import sqlalchemy as sa
import zstandard
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from sync import wire
from sync.chain import Encoded
from sync.facts import KINDS
from sync.hub.api.endpoints import Answer, Endpoints, Incoming
from sync.hub.hub import Hub
from sync.hub.store.models import Occurrence, Space, Terminal
from sync.hub.store.schema import migrate
from sync.signing import Message, SignatureError, sign
from tests.hub.programme import Sender, add_occurrence

EXPECTED = {200, 400, 401, 403, 404, 405, 409, 413, 415, 426}
PATHS = ("/v1", "/v1/enrol", "/v1/hello", "/v1/push", "/v1/pull", "/v1/snapshot", "/v1/seats")
POSTS: dict[str, dict[str, Any]] = {
    "/v1/hello": {"incarnation": 1, "clock": {"at": "2026-11-24T14:20:00Z", "mono": 1, "boot": "b"}},
    "/v1/push": {"incarnation": 1, "first": 1, "previous": "00" * 32, "facts": []},
    "/v1/seats": {"incarnation": 1, "lines": []},
}
MODELS = {"/v1/hello": wire.Hello, "/v1/push": wire.Push, "/v1/seats": wire.Seats}
PEAK_BYTES = 64 * 1024 * 1024
"""The most that one request may make the hub hold: more than honest ones need, far less than a bomb unpacks to."""

FEW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


class Line(Sender):
    """A terminal that the hub knows, and that says what nobody should."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.endpoints = Endpoints(hub)

    def send(
        self, method: str, path: str, body: bytes = b"", *, query: str = "", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Signs and sends; the answer must be one."""
        url = f"http://hub{path}{f'?{query}' if query else ''}"
        message = Message(method, url, dict(headers or {}), body)
        created = int(self.hub.clock.now().timestamp())
        try:
            sign(message, key=self.key, keyid=self.id, created=created, nonce=secrets.token_hex(16))
        except SignatureError:  # an address that nobody can sign
            reject()
        signed = {name.lower(): value for name, value in message.headers.items()}
        return checked(self.endpoints.answer(Incoming(method, path, query, signed, body)))

    def forgiven(self) -> None:
        """A technician approves the terminal again, whatever it was stopped for."""
        with self.hub.database.write() as session:
            terminal = session.get_one(Terminal, self.id)
            terminal.state, terminal.forks = "active", 0


def checked(answer: Answer) -> Answer:
    assert answer.status in EXPECTED, (answer.status, answer.content[:500])
    if answer.status >= 400:
        problem = wire.Problem.model_validate_json(answer.content)
        assert problem.code
        assert problem.message
    return answer


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def line(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    place = tmp_path_factory.mktemp("hostile")
    with ExitStack() as stack:
        url = f"sqlite:///{place / 'hub.db'}"
        if request.param == "postgresql":
            url = stack.enter_context(request.getfixturevalue("_postgres").database())
        hub = Hub.open(url, place / "hub")
        stack.callback(hub.close)
        migrate(hub.database)
        with hub.database.write() as session:
            session.add(Space(id="zoia", name="Via Fratelli Zoia", area=2, reasons=[]))
            add_occurrence(session, hub)
        yield Line(hub)


@pytest.fixture(scope="module")
def teller(line: Line) -> Line:
    """Another terminal of the same hub, whose chain nothing but facts touches."""
    return Line(line.hub)


texts = st.text(max_size=40) | st.sampled_from(["", "\x00", "2026-11-24T14:20:00Z", "9" * 400, "cucito", "public"])
numbers = st.integers() | st.sampled_from([-1, 0, 2**31, 2**63, 10**40])
plain = st.none() | st.booleans() | numbers | st.floats() | texts
anything = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=12
)


@given(
    method=st.sampled_from(["GET", "POST", "PUT", ""]) | st.text(max_size=8),
    path=st.sampled_from(PATHS) | st.text(max_size=60),
    query=st.text(max_size=200),
    headers=st.dictionaries(
        st.sampled_from(["signature-input", "signature", "content-digest", "content-encoding", "accept-encoding"]),
        st.text(max_size=200) | st.sampled_from(['qc=("@method");keyid="zoia-1";created=1', "gzip", "zstd"]),
        max_size=5,
    ),
    body=st.binary(max_size=400),
)
@FEW
def test_nobody_gets_in_or_breaks_anything(
    line: Line, method: str, path: str, query: str, headers: dict[str, str], body: bytes
) -> None:
    answer = checked(line.endpoints.answer(Incoming(method, path, query, headers, body)))
    assert answer.status >= 400 or (method, path) == ("GET", "/v1")


@pytest.mark.parametrize("path", POSTS)
@given(data=st.data())
@FEW
def test_a_terminal_may_say_anything_in_a_message(line: Line, path: str, data: st.DataObject) -> None:
    names = st.sampled_from([*MODELS[path].model_fields, "unknown"])
    members = data.draw(st.dictionaries(names, anything, max_size=4))
    line.send("POST", path, json.dumps({**POSTS[path], **members}).encode())
    line.forgiven()


@pytest.mark.parametrize("path", POSTS)
@given(
    body=st.binary(max_size=300), encoding=st.sampled_from(["", "gzip", "zstd", "br", "gzip, gzip"]), pack=st.booleans()
)
@FEW
def test_a_terminal_may_send_any_bytes(line: Line, path: str, body: bytes, encoding: str, pack: bool) -> None:
    packers: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "zstd": zstandard.compress}
    content = packers[encoding](body) if pack and encoding in packers else body
    answer = line.send("POST", path, content, headers={"content-encoding": encoding} if encoding else {})
    assert answer.status >= 400


@given(
    query=st.dictionaries(
        st.sampled_from(["cursor", "wait", "have", "told", "inc", "epoch", "seen", "x"]),
        st.sampled_from(["0", "-1", "nan", "inf", "1e999", "9" * 300, "%00", "%ff", "=", "made-up"])
        | st.text("0123456789abcdefXYZ%-_.=&", max_size=60),
    ),
    path=st.sampled_from(["/v1/pull", "/v1/snapshot"]),
    headers=st.fixed_dictionaries(
        {}, optional={"range": st.text("bytes=-0123456789,", max_size=30), "if-range": st.text(max_size=30)}
    ),
)
@FEW
def test_a_terminal_may_ask_for_anything(line: Line, query: dict[str, str], path: str, headers: dict[str, str]) -> None:
    line.send("GET", path, query="&".join(f"{name}={value}" for name, value in query.items()), headers=headers)
    line.forgiven()


@st.composite
def facts(draw: st.DrawFn) -> str:
    """The raw text of a fact: something like one that some program writes, with anything in any place; or anything."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.text(max_size=200) | anything.map(json.dumps))
    kind = draw(st.sampled_from([*KINDS]) | texts)
    fields = {field.alias or name for name, field in KINDS[kind].model_fields.items()} if kind in KINDS else set()
    names = st.sampled_from(sorted(fields) or ["x"])
    fact = {
        "id": secrets.token_hex(16), "kind": kind, "v": 1, "at": "2026-11-24T14:20:00Z", "mono": 1, "boot": "b",
        "offset": None, "body": draw(st.dictionaries(names, anything | st.just("?occurrence"), max_size=5) | anything),
    }  # fmt: skip
    fact |= draw(st.dictionaries(st.sampled_from([*fact, "by", "personal"]), anything, max_size=2))
    return json.dumps(fact)


@given(raws=st.lists(facts(), min_size=1, max_size=6))
@settings(FEW, max_examples=60)
def test_no_fact_blocks_the_next(teller: Line, raws: list[str]) -> None:
    with teller.hub.database.read() as session:
        occurrence = session.scalars(sa.select(Occurrence.id)).one()
    before = len(teller.facts)
    teller.facts += [Encoded("x", "x", raw.replace("?occurrence", occurrence).encode()) for raw in raws]
    good = teller.state("dropin", {"reasons": ["chiavi"]})
    answer = teller.send("POST", "/v1/push", teller.message(before + 1).model_dump_json(exclude_none=True).encode())
    assert answer.status == 200, answer.content
    reply = wire.PushReply.model_validate_json(answer.content)
    assert reply.have == len(teller.facts)
    # Where it says nothing of the good one, that was plainly accepted.
    assert not [one for one in reply.results if one.seq == reply.have], (good, reply.results)


def bombs() -> dict[str, bytes]:
    """Small bodies that unpack to a gigabyte, or say so."""
    machine = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    zeros = bytes(1024 * 1024)
    packed = b"".join(machine.compress(zeros) for _ in range(1024)) + machine.flush()
    frame = zstandard.ZstdCompressor(level=3).compressobj(size=1024 * len(zeros))
    return {"gzip": packed, "zstd": b"".join(frame.compress(zeros) for _ in range(1024)) + frame.flush()}


@pytest.mark.parametrize("line", ["sqlite"], indirect=True)
def test_a_bomb_is_refused_before_it_fills_the_memory(line: Line) -> None:
    for encoding, bomb in bombs().items():
        assert len(bomb) < 2 * 1024 * 1024
        tracemalloc.start()
        try:
            answer = line.send("POST", "/v1/push", bomb, headers={"content-encoding": encoding})
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert answer.status == 413
        assert peak < PEAK_BYTES


@pytest.mark.parametrize("line", ["sqlite"], indirect=True)
def test_deep_and_wide_json_is_refused_in_a_sentence(line: Line) -> None:
    for body in (b"[" * 500_000, b'{"a":' * 100_000, b'{"facts":[' + b"{}," * 300_000 + b"{}]}", b"9" * 1_000_000):
        for path in POSTS:
            assert line.send("POST", path, body).status == 400
