"""The endpoints without a web server: a request in, an answer out, whatever happens between."""

from __future__ import annotations

import json
import secrets

import pytest
import zstandard

from sync import wire
from sync.errors import StoreError
from sync.hub.api.endpoints import Answer, Endpoints, Incoming
from sync.hub.hub import Hub
from sync.signing import Message, sign
from tests.hub.programme import Sender
from tests.support.signed import CLOCK

HELLO = wire.Hello(incarnation=1, clock=CLOCK).model_dump_json(exclude_none=True).encode()


def incoming(
    sender: Sender, method: str, path: str, query: str = "", body: bytes = b"", encoding: str = ""
) -> Incoming:
    headers = {"content-encoding": encoding} if encoding else {}
    message = Message(method, f"http://hub{path}{f'?{query}' if query else ''}", headers, body)
    created = int(sender.hub.clock.now().timestamp())
    sign(message, key=sender.key, keyid=sender.id, created=created, nonce=secrets.token_urlsafe(12))
    return Incoming(method, path, query, {name.lower(): value for name, value in headers.items()}, body)


def code(answer: Answer) -> tuple[int, str]:
    return answer.status, str(json.loads(answer.content)["code"])


@pytest.fixture
def sender(hub: Hub) -> Sender:
    return Sender(hub)


@pytest.fixture
def endpoints(hub: Hub) -> Endpoints:
    return Endpoints(hub)


def test_a_round_of_a_terminal(endpoints: Endpoints, sender: Sender) -> None:
    sender.state("dropin", {"reasons": ["chiavi"]})
    push = sender.message(1).model_dump_json().encode()
    told = endpoints.answer(incoming(sender, "POST", "/v1/hello", body=HELLO))
    assert wire.HelloReply.model_validate_json(told.content).have == 0
    taken = endpoints.answer(incoming(sender, "POST", "/v1/push", body=push))
    assert wire.PushReply.model_validate_json(taken.content).have == 1
    page = endpoints.answer(incoming(sender, "GET", "/v1/pull", "wait=25&have=0"))
    assert wire.PullReply.model_validate_json(page.content).applied == 1
    assert {told.status, taken.status, page.status} == {200}


def test_a_body_in_zstd_is_read_and_one_that_is_none_refused(endpoints: Endpoints, sender: Sender) -> None:
    small = zstandard.ZstdCompressor().compress(HELLO)
    unsized = zstandard.ZstdCompressor(write_content_size=False).compress(HELLO)
    bomb = zstandard.ZstdCompressor().compress(b" " * (wire.MAX_REQUEST_BYTES + 1))
    just = zstandard.ZstdCompressor().compress(HELLO + b" " * (wire.MAX_REQUEST_BYTES - len(HELLO)))

    def ask(body: bytes) -> Answer:
        return endpoints.answer(incoming(sender, "POST", "/v1/hello", body=body, encoding="zstd"))

    assert ask(small).status == ask(just).status == 200
    for body in (unsized, small[:-2], small + b"x", b"", b"no zstd", HELLO):
        assert code(ask(body)) == (400, "bad_request")
    assert code(ask(bomb)) == (413, "too_large")


def test_whatever_fails_is_an_answer_that_gives_nothing_away(
    endpoints: Endpoints, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the hub")

    def full(*_: object) -> None:
        raise StoreError("The hub's database did not store it: disk full. Nothing was changed; try again.")

    message = incoming(sender, "POST", "/v1/hello", body=HELLO)
    monkeypatch.setattr("sync.hub.greeting.greet", fail)
    answer = endpoints.answer(message)
    assert code(answer) == (500, "busy")
    assert b"secret" not in answer.content
    monkeypatch.setattr("sync.hub.greeting.greet", full)
    answer = endpoints.answer(incoming(sender, "POST", "/v1/hello", body=HELLO))
    assert code(answer) == (503, "busy")
    assert int(answer.headers["retry-after"]) > 0


def test_an_address_or_a_method_that_is_none_is_refused(endpoints: Endpoints) -> None:
    assert code(endpoints.answer(Incoming("GET", "/v1/nothing"))) == (404, "bad_request")
    assert code(endpoints.answer(Incoming("GET", "/v1/hello"))) == (405, "bad_request")
    assert code(endpoints.answer(Incoming("POST", "/v1/hello"))) == (401, "unsigned")
    assert endpoints.answer(Incoming("GET", "/v1")).status == 200
