"""The gate of ``/v1``: genuine requests of known terminals come through, once; nothing else, whatever it is made of."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import orders, wire
from sync.clock import stamp
from sync.errors import StoreError
from sync.hub import terminals
from sync.hub.api import gate
from sync.hub.api.endpoints import BUSY_SECONDS
from sync.hub.hub import Hub
from sync.hub.store.models import Nonce, Terminal
from sync.signing import WINDOW_SECONDS
from tests.support.served import HandClock, ServedHub
from tests.support.signed import CLOCK, Caller, client_of, problem, reply

HELLO = wire.Hello(incarnation=1, clock=CLOCK).model_dump_json(exclude_none=True).encode()
GZIP = {"Content-Encoding": "gzip"}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """One hub for all: each test has a terminal of its own, and nothing here changes anything else."""
    made = ServedHub.made(tmp_path_factory.mktemp("gate"), HandClock())
    yield made.hub
    made.close()


@pytest.fixture(scope="module")
def client(hub: Hub) -> Any:
    return client_of(hub)


@pytest.fixture
def caller(hub: Hub, client: Any) -> Caller:
    return Caller(hub, client)


def move(hub: Hub, **amount: float) -> None:
    assert isinstance(hub.clock, HandClock)
    hub.clock.move(**amount)


def test_a_genuine_request_comes_through_and_notes_that_the_terminal_was_heard_of(hub: Hub, caller: Caller) -> None:
    assert caller.hello().incarnation == 1
    with hub.database.read() as session:
        assert session.get_one(Terminal, caller.id).last_seen == stamp(hub.clock.now())


def test_when_a_terminal_was_heard_of_is_written_once_a_minute_and_after_a_clock_went_back(
    hub: Hub, caller: Caller
) -> None:
    def seen() -> str | None:
        with hub.database.read() as session:
            return session.get_one(Terminal, caller.id).last_seen

    caller.pull()
    first = seen()
    move(hub, seconds=59)
    caller.pull()
    assert seen() == first
    move(hub, seconds=1)
    caller.pull()
    assert seen() == stamp(hub.clock.now()) != first
    move(hub, hours=-1)
    caller.pull()
    assert seen() == stamp(hub.clock.now())
    move(hub, hours=1)  # the hub's nonces are of that time


def test_only_what_nobody_is_promised_is_committed_without_waiting_for_the_disk(hub: Hub) -> None:
    asked, on, off = (
        ("SHOW synchronous_commit", "on", "off") if hub.database.postgresql else ("PRAGMA synchronous", 2, 1)
    )
    for line, wanted in ((hub.database.lax(), off), (hub.database.firm(), on)):
        with line as one:
            assert one.ask(asked, {}) == [(wanted,)]
    with hub.database.write() as session:
        assert session.execute(sa.text(asked)).scalar_one() == on


def test_a_request_that_is_not_signed_is_refused(caller: Caller) -> None:
    for path in ("/v1/hello", "/v1/push", "/v1/seats"):
        assert problem(caller.client.post(path, content=HELLO)).code == "unsigned"
    for path in ("/v1/pull", "/v1/snapshot"):
        refused = problem(caller.client.get(path))
        assert refused.code == "unsigned"
        assert "terminals" in refused.message


@pytest.mark.parametrize("header", ["Signature", "Signature-Input", "Content-Digest"])
def test_a_header_that_is_missing_or_changed_is_refused(caller: Caller, header: str) -> None:
    message = caller.prepared("POST", "/v1/hello", HELLO)
    kept = message.headers.pop(header)
    response = caller.send(message)
    assert (response.status_code, problem(response).code) == (401, "unsigned")
    message.headers[header] = kept[:-6] + ("A" if kept[-6] != "A" else "B") + kept[-5:]
    response = caller.send(message)
    assert (response.status_code, problem(response).code) == (401, "unsigned")
    message.headers[header] = kept
    assert caller.send(message).status_code == 200


@pytest.mark.parametrize(
    ("method", "target", "body"),
    [
        ("POST", "/v1/hello", HELLO + b" "),
        ("POST", "/v1/hello", b""),
        ("POST", "/v1/seats", HELLO),
        ("POST", "/v1/hello?x=1", HELLO),
    ],
)
def test_a_request_that_was_altered_on_its_way_is_refused(
    caller: Caller, method: str, target: str, body: bytes
) -> None:
    signed = caller.prepared("POST", "/v1/hello", HELLO)
    response = caller.client.request(method, target, content=body, headers=signed.headers)
    assert (response.status_code, problem(response).code) == (401, "unsigned")


def test_a_query_that_was_altered_on_its_way_is_refused(caller: Caller) -> None:
    signed = caller.prepared("GET", "/v1/pull?cursor=&wait=0&have=0")
    response = caller.client.get("/v1/pull?cursor=&wait=0&have=1", headers=signed.headers)
    assert (response.status_code, problem(response).code) == (401, "unsigned")


def test_a_request_that_is_replayed_is_refused(caller: Caller) -> None:
    message = caller.prepared("POST", "/v1/hello", HELLO)
    assert caller.send(message).status_code == 200
    for _ in range(2):
        response = caller.send(message)
        assert (response.status_code, problem(response).code) == (401, "replayed")
    nonce = "0123456789abcdef"
    assert caller.post("/v1/hello", HELLO, nonce=nonce).status_code == 200
    assert problem(caller.get("/v1/pull", nonce=nonce)).code == "replayed"


def test_a_nonce_is_forgotten_only_when_its_request_would_be_stale(hub: Hub, caller: Caller) -> None:
    old = caller.prepared("POST", "/v1/hello", HELLO, ahead=WINDOW_SECONDS)
    assert caller.send(old).status_code == 200
    for seconds in (WINDOW_SECONDS, WINDOW_SECONDS - 1, 1, 1, WINDOW_SECONDS, WINDOW_SECONDS, WINDOW_SECONDS):
        gate.forget_nonces(hub)
        assert problem(caller.send(old)).code in ("replayed", "stale")
        move(hub, seconds=seconds)
    gate.forget_nonces(hub)
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Nonce)) == 0


@pytest.mark.parametrize("ahead", [-WINDOW_SECONDS - 1, WINDOW_SECONDS + 1, -(10**9), 10**9])
def test_a_stale_request_is_refused_with_the_hubs_time(hub: Hub, caller: Caller, ahead: int) -> None:
    response = caller.post("/v1/hello", HELLO, ahead=ahead)
    refused = problem(response)
    assert (response.status_code, refused.code, refused.time) == (401, "stale", stamp(hub.clock.now()))


@pytest.mark.parametrize("ahead", [-WINDOW_SECONDS, WINDOW_SECONDS])
def test_a_request_within_the_window_comes_through(caller: Caller, ahead: int) -> None:
    assert caller.post("/v1/hello", HELLO, ahead=ahead).status_code == 200


def test_the_hubs_time_is_told_only_to_whoever_signed_with_a_known_key(caller: Caller) -> None:
    response = caller.post("/v1/hello", HELLO, ahead=-(10**6), key=Ed25519PrivateKey.generate())
    assert problem(response).code == "unsigned"
    assert problem(response).time is None


def test_a_terminal_that_nobody_knows_is_told_what_to_do(caller: Caller) -> None:
    response = caller.post("/v1/hello", HELLO, keyid="zoia-77")
    refused = problem(response)
    assert (response.status_code, refused.code) == (401, "unknown_terminal")
    assert "office" in refused.message


def test_one_terminal_cannot_speak_for_another(hub: Hub, caller: Caller) -> None:
    other = Caller(hub, caller.client, "omero")
    response = caller.post("/v1/hello", HELLO, keyid=other.id)
    assert problem(response).code == "unsigned"


def test_a_revoked_terminal_is_refused_from_its_next_request_on(hub: Hub, caller: Caller) -> None:
    prepared = caller.prepared("POST", "/v1/hello", HELLO)
    with hub.database.write() as session:
        terminals.revoke(session, caller.id)
    for message in (prepared, caller.prepared("GET", "/v1/pull"), caller.prepared("GET", "/v1/snapshot")):
        response = caller.send(message)
        assert (response.status_code, problem(response).code) == (403, "revoked")
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).where(Nonce.keyid == caller.id)) == 0


def test_a_terminal_that_is_to_erase_itself_is_told_so_in_the_hubs_name(hub: Hub, caller: Caller) -> None:
    with hub.database.write() as session:
        terminals.revoke(session, caller.id, erase=True)
    response = caller.post("/v1/hello", HELLO)
    refused = problem(response)
    assert (response.status_code, refused.code) == (403, "revoked")  # earlier terminals know this word
    order = orders.read(refused.order, hub.private_key.public_key().public_bytes_raw())
    with hub.database.read() as session:
        known = session.get_one(Terminal, caller.id)
        assert order == orders.Erase(caller.id, known.incarnation, bytes.fromhex(known.public))
    assert problem(caller.post("/v1/hello", HELLO, keyid="zoia-77")).order is None
    with hub.database.write() as session:
        terminals.revoke(session, caller.id)
    assert problem(caller.post("/v1/hello", HELLO)).order is None


@pytest.mark.parametrize("keyid", ["", "x" * 81, '"', "zoia-1\\"])
def test_a_claimed_name_that_is_none_is_refused(caller: Caller, keyid: str) -> None:
    signed = caller.prepared("POST", "/v1/hello", HELLO)
    signed.headers["Signature-Input"] = signed.headers["Signature-Input"].replace(caller.id, keyid)
    assert problem(caller.send(signed)).code in ("unsigned", "unknown_terminal")


# sizes and compression


def test_a_compressed_body_is_read(caller: Caller) -> None:
    assert caller.post("/v1/hello", gzip.compress(HELLO), headers=GZIP).status_code == 200


def test_a_body_that_is_too_large_is_refused_before_it_is_read_to_its_end(caller: Caller) -> None:
    response = caller.post("/v1/push", b" " * (gate.MAX_COMPRESSED_BYTES + 1))
    assert (response.status_code, problem(response).code) == (413, "too_large")


def test_a_small_body_that_grows_without_measure_is_refused(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = gzip.compress(b" " * (wire.MAX_REQUEST_BYTES * 20))
    assert len(bomb) < gate.MAX_COMPRESSED_BYTES / 20
    made: list[int] = []
    real = zlib.decompressobj

    class Watched:
        def __init__(self, window: int) -> None:
            self._machine = real(window)

        def decompress(self, data: bytes, limit: int) -> bytes:
            plain = self._machine.decompress(data, limit)
            made.append(len(plain))
            return plain

        def __getattr__(self, name: str) -> object:
            return getattr(self._machine, name)

    monkeypatch.setattr("sync.hub.api.packing.zlib.decompressobj", Watched)
    response = caller.post("/v1/push", bomb, headers=GZIP)
    assert (response.status_code, problem(response).code) == (413, "too_large")
    assert sum(made) <= wire.MAX_REQUEST_BYTES


def test_a_body_of_exactly_the_largest_size_comes_through(caller: Caller) -> None:
    padded = HELLO + b" " * (wire.MAX_REQUEST_BYTES - len(HELLO))
    assert caller.post("/v1/hello", gzip.compress(padded), headers=GZIP).status_code == 200
    assert problem(caller.post("/v1/hello", gzip.compress(padded + b" "), headers=GZIP)).code == "too_large"


@pytest.mark.parametrize(
    ("encoding", "body", "status"),
    [
        ("gzip", b"no gzip", 400),
        ("gzip", b"", 400),
        ("gzip", gzip.compress(HELLO, mtime=0)[:-3], 400),
        ("gzip", gzip.compress(HELLO, mtime=0)[:20] + b"\x00" * 40, 400),
        ("gzip", zlib.compress(HELLO), 400),
        ("deflate", zlib.compress(HELLO), 415),
        ("br", HELLO, 415),
        ("gzip, gzip", gzip.compress(gzip.compress(HELLO, mtime=0), mtime=0), 415),
    ],
)
def test_compression_that_is_broken_or_unknown_is_refused(
    caller: Caller, encoding: str, body: bytes, status: int
) -> None:
    response = caller.post("/v1/hello", body, headers={"Content-Encoding": encoding})
    assert response.status_code == status
    problem(response)


@pytest.mark.parametrize("path", ["/v1/hello", "/v1/push", "/v1/seats"])
@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"7", b"null", b"{}", b"\xff\xfe", b'"\xed\xa0\x80"', b'{"incarnation": "\\ud800"}',
        b"[" * 100_000, b'{"incarnation": 1e999}', b'{"incarnation": NaN}', b'{"incarnation": ' + b"9" * 5000 + b"}",
        b'{"incarnation": 1, "incarnation": {}}', b'{"incarnation": 1, "version": "\\u0000", "lines": [], "facts": 7}',
        b'{"incarnation": true, "first": 0, "previous": "", "facts": []}',
    ],
)  # fmt: skip
def test_a_body_that_is_no_message_is_refused_with_a_sentence_that_names_the_member(
    caller: Caller, path: str, body: bytes
) -> None:
    refused = problem(caller.post(path, body))
    assert refused.code == "bad_request"


def test_the_sentence_names_the_member_that_is_wrong(caller: Caller) -> None:
    body = json.loads(HELLO) | {"clock": {"at": 7}}
    assert problem(caller.post("/v1/hello", json.dumps(body).encode())).message.startswith("clock.at: ")


@pytest.mark.parametrize("query", ["have=many", "wait=soon", f"have={'9' * 5000}", "have=1.5"])
def test_a_parameter_that_is_none_is_refused_with_a_sentence(caller: Caller, query: str) -> None:
    refused = problem(caller.get(f"/v1/pull?{query}"))
    assert refused.code == "bad_request"
    assert refused.message.startswith(f"query.{query.partition('=')[0]}: ")


@pytest.mark.parametrize("wait", ["nan", "inf", "-inf", "-1", "0"])
def test_a_wait_that_is_no_time_does_not_wait(caller: Caller, wait: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: object) -> None:
        raise AssertionError("it waits")

    monkeypatch.setattr("sync.hub.api.waiting.Waiting.wait", refuse)
    first = caller.pull()
    response = caller.get(f"/v1/pull?cursor={first.cursor}&wait={wait}&have=0")
    assert reply(response, wire.PullReply).items == []


def test_a_database_that_cannot_store_is_a_reason_to_come_back_later(
    hub: Hub, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("The hub's database did not store it: disk full. Nothing was changed; try again.")

    monkeypatch.setattr("sync.hub.views.look", full)
    response = caller.post("/v1/hello", HELLO)
    assert (response.status_code, response.headers["retry-after"]) == (503, str(BUSY_SECONDS))
    assert response.json()["code"] == "busy"
    assert "Nothing was changed" in response.json()["message"]


def test_what_the_hub_is_can_be_asked_without_a_signature(client: Any) -> None:
    about = client.get("/v1").json()
    assert (about["service"], about["protocols"]) == ("quartieri-connessi-hub", [wire.PROTOCOL])
