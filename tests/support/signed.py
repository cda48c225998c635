"""A terminal that speaks HTTP by hand: signed requests, and requests that are wrong on purpose."""

from __future__ import annotations

import secrets
import warnings
from collections.abc import Mapping
from typing import Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel

from sync import wire
from sync.hub.api.app import create_app
from sync.hub.hub import Hub
from sync.signing import Message, sign
from tests.hub.programme import Sender

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette would rather have a client that is not in the lock yet
    from starlette.testclient import TestClient

M = TypeVar("M", bound=BaseModel)
Signed = Message[dict[str, str]]
CLOCK = wire.Clock(at="2026-11-24T14:20:00Z", mono=1, boot="test")


def client_of(hub: Hub) -> TestClient:
    """The hub's application without a server; what fails inside it is an answer, not an exception."""
    return TestClient(create_app(hub), base_url="http://hub.test", raise_server_exceptions=False)


class Caller(Sender):
    """An approved terminal, its facts, and its requests."""

    def __init__(self, hub: Hub, client: TestClient | None = None, space: str = "zoia") -> None:
        super().__init__(hub, space)
        self.client = client or client_of(hub)

    def prepared(
        self, method: str, target: str, body: bytes = b"", *, headers: Mapping[str, str] | None = None,
        key: Ed25519PrivateKey | None = None, keyid: str | None = None, ahead: int = 0, nonce: str | None = None,
    ) -> Signed:  # fmt: skip
        """A request, signed; `ahead` seconds of the hub's time."""
        message = Message(method, f"http://hub.test{target}", dict(headers or {}), body)
        created = int(self.hub.clock.now().timestamp()) + ahead
        sign(
            message, key=key or self.key, keyid=keyid or self.id, created=created, nonce=nonce or secrets.token_hex(16)
        )
        return message

    def send(self, message: Signed) -> Any:
        """Sends a request as it is."""
        return self.client.request(message.method, message.url, content=message.body, headers=message.headers)

    def post(self, path: str, body: bytes | BaseModel, **how: Any) -> Any:
        """Posts; returns the response."""
        content = body if isinstance(body, bytes) else body.model_dump_json(exclude_none=True).encode()
        headers = {"Content-Type": wire.MEDIA_TYPE, **how.pop("headers", {})}
        return self.send(self.prepared("POST", path, content, headers=headers, **how))

    def get(self, target: str, **how: Any) -> Any:
        """Gets; returns the response."""
        return self.send(self.prepared("GET", target, **how))

    def pull(self, cursor: str = "", *, wait: float = 0.0, have: int = -1) -> wire.PullReply:
        """A page."""
        return reply(self.get(f"/v1/pull?cursor={cursor}&wait={wait:g}&have={have}"), wire.PullReply)

    def hello(self, **values: Any) -> wire.HelloReply:
        """An introduction."""
        message = wire.Hello(**{"incarnation": self.incarnation, "clock": CLOCK, **values})
        return reply(self.post("/v1/hello", message), wire.HelloReply)


def reply(response: Any, model: type[M]) -> M:
    """A good answer."""
    assert response.status_code == 200, response.text
    return model.model_validate_json(response.content)


def problem(response: Any) -> wire.Problem:
    """A refusal, which must be one that programs and people can read."""
    assert 400 <= response.status_code < 500, f"{response.status_code}: {response.text[:300]}"
    assert response.headers["content-type"] == wire.MEDIA_TYPE
    found = wire.Problem.model_validate_json(response.content)
    assert found.code
    assert found.message
    return found
