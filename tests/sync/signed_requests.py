"""Signed requests for the tests of signatures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.signing import (
    FieldLines,
    Message,
    SignatureError,
    SignatureReason,
    Verified,
    sign,
    verify,
)

NOW = 1_795_460_760
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
KEYS = {"t-7k2m": KEY.public_key(), "t-other": STRANGER.public_key()}
NONCE = "abcdefghijklmnopqrstuv"
URL = "http://hub.example/v1/pull?cursor=a%2Fb&wait=25"
Signed = Message[dict[str, str]]


def signed(
    *, method: str = "POST", url: str = URL, body: bytes = b'{"facts":[]}', encoding: str | None = None,
    keyid: str = "t-7k2m", nonce: str = NONCE, created: int = NOW, key: Ed25519PrivateKey = KEY,
) -> Signed:  # fmt: skip
    headers = {"Accept": "*/*"} if encoding is None else {"Accept": "*/*", "Content-Encoding": encoding}
    message = Message(method, url, headers, body)
    sign(message, key=key, keyid=keyid, created=created, nonce=nonce)
    return message


def check(message: Message[FieldLines], now: int = NOW) -> Verified:
    return verify(message, resolve=KEYS.__getitem__, now=now)


def refusal(message: Message[FieldLines], now: int = NOW) -> SignatureReason:
    with pytest.raises(SignatureError) as caught:
        check(message, now)
    assert str(caught.value).endswith(".")
    return caught.value.reason


def with_header(message: Signed, name: str, value: str) -> Signed:
    return replace(message, headers={**message.headers, name: value})


def without_header(message: Signed, name: str) -> Signed:
    return replace(message, headers={key: value for key, value in message.headers.items() if key != name})


@dataclass(frozen=True)
class WireHeaders:
    """Header lines as a server received them, repetitions included."""

    lines: tuple[tuple[str, str], ...]

    def items(self) -> Iterable[tuple[str, str]]:
        return self.lines
