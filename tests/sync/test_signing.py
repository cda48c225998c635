"""HTTP message signatures: what is signed verifies, and nothing else does."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
import requests

from sync.signing import (
    WINDOW_SECONDS,
    FieldLines,
    Message,
    SignatureReason,
    Verified,
    content_digest,
    sign,
)
from tests.sync.signed_requests import (
    KEY,
    NONCE,
    NOW,
    STRANGER,
    URL,
    Signed,
    WireHeaders,
    check,
    refusal,
    signed,
    with_header,
    without_header,
)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("body", [b"", b"{}", bytes(range(256))])
@pytest.mark.parametrize("url", [URL, "http://hub.example/", "https://hub.example:8443/v1/seats", "http://[::1]:8000"])
@pytest.mark.parametrize("encoding", [None, "zstd"])
def test_a_signed_request_verifies_and_tells_who_asked(
    method: str, body: bytes, url: str, encoding: str | None
) -> None:
    message = signed(method=method, url=url, body=body, encoding=encoding)
    assert check(message) == Verified("t-7k2m", NONCE, NOW)


def test_a_request_of_the_requests_library_is_signed_as_it_is() -> None:
    body = gzip.compress(b'{"facts":[]}')
    session = requests.Session()
    prepared = session.prepare_request(
        requests.Request(
            "POST", "http://hub.example/v1/push", params={"a": "b c"}, data=body, headers={"Content-Encoding": "gzip"}
        )
    )
    sign(prepared, key=KEY, keyid="t-7k2m", created=NOW, nonce=NONCE)
    assert prepared.method is not None
    assert prepared.url is not None
    received = WireHeaders(tuple((name.lower(), value) for name, value in prepared.headers.items()))
    assert check(Message(prepared.method, prepared.url, received, body)) == Verified("t-7k2m", NONCE, NOW)


def test_a_request_without_a_body_is_signed_over_no_bytes() -> None:
    prepared = requests.Request("GET", "http://hub.example/v1/pull").prepare()
    assert prepared.body is None
    sign(prepared, key=KEY, keyid="t-7k2m", created=NOW, nonce=NONCE)
    assert prepared.headers["Content-Digest"] == content_digest(b"")


def test_signing_again_replaces_the_signature_whatever_the_case_of_its_headers() -> None:
    message = signed(created=NOW - 10_000)
    lower = replace(message, headers={name.lower(): value for name, value in message.headers.items()})
    sign(lower, key=KEY, keyid="t-7k2m", created=NOW, nonce="n" * 16)
    assert check(lower) == Verified("t-7k2m", "n" * 16, NOW)
    assert sorted(lower.headers) == ["Content-Digest", "Signature", "Signature-Input", "accept"]


def test_the_host_is_not_covered_so_that_a_proxy_may_name_the_hub_otherwise() -> None:
    message = signed()
    assert check(replace(message, url=message.url.replace("hub.example", "127.0.0.1:8000"))).keyid == "t-7k2m"


def test_another_header_may_change_on_the_way() -> None:
    assert check(with_header(signed(), "Via", "1.1 proxy")).keyid == "t-7k2m"


def test_a_digest_is_the_one_of_rfc_9530() -> None:
    assert content_digest(b'{"hello": "world"}\n') == "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"


@pytest.mark.parametrize("offset", [-WINDOW_SECONDS, 0, WINDOW_SECONDS])
def test_a_request_is_good_within_the_window_either_way(offset: int) -> None:
    assert check(signed(created=NOW + offset)).created == NOW + offset


@pytest.mark.parametrize("offset", [-WINDOW_SECONDS - 1, WINDOW_SECONDS + 1, -NOW, 10 * 365 * 86_400])
def test_a_request_beyond_the_window_is_stale_either_way(offset: int) -> None:
    assert refusal(signed(created=NOW + offset)) is SignatureReason.STALE


def test_only_what_was_really_signed_is_called_stale() -> None:
    message = signed(created=NOW - 10_000)
    assert refusal(replace(message, body=b"other")) is SignatureReason.ALTERED
    assert refusal(signed(created=NOW - 10_000, key=STRANGER)) is SignatureReason.ALTERED


# ── What was altered is refused ──

ALTERATIONS: Mapping[str, Callable[[Signed], Message[FieldLines]]] = {
    "method": lambda m: replace(m, method="PUT"),
    "path": lambda m: replace(m, url=m.url.replace("/pull", "/push")),
    "path in capitals": lambda m: replace(m, url=m.url.replace("/pull", "/PULL")),
    "query": lambda m: replace(m, url=m.url.replace("wait=25", "wait=0")),
    "query without its encoding": lambda m: replace(m, url=m.url.replace("%2F", "/")),
    "no query": lambda m: replace(m, url=m.url.partition("?")[0]),
    "body": lambda m: replace(m, body=m.body + b" "),
    "no body": lambda m: replace(m, body=b""),
    "body and digest": lambda m: with_header(
        replace(m, body=b"other"), "Content-Digest", content_digest(b"other")
    ),
    "content encoding": lambda m: with_header(m, "Content-Encoding", "gzip"),
    "keyid": lambda m: with_header(
        m, "Signature-Input", m.headers["Signature-Input"].replace("t-7k2m", "t-other")
    ),
    "nonce": lambda m: with_header(m, "Signature-Input", m.headers["Signature-Input"].replace(NONCE, "z" * 22)),
    "created": lambda m: with_header(
        m, "Signature-Input", m.headers["Signature-Input"].replace(str(NOW), str(NOW + 1))
    ),
    "signature": lambda m: with_header(m, "Signature", "qc=:" + base64.b64encode(bytes(64)).decode() + ":"),
}  # fmt: skip


@pytest.mark.parametrize("alter", ALTERATIONS.values(), ids=ALTERATIONS.keys())
def test_an_altered_request_is_refused(alter: Callable[[Signed], Message[FieldLines]]) -> None:
    message = signed(encoding="zstd")
    assert check(message)
    assert refusal(alter(message)) is SignatureReason.ALTERED


def test_a_content_encoding_that_appears_or_vanishes_is_refused() -> None:
    assert refusal(with_header(signed(), "Content-Encoding", "gzip")) is SignatureReason.WRONG_COMPONENTS
    assert refusal(without_header(signed(encoding="gzip"), "Content-Encoding")) is SignatureReason.WRONG_COMPONENTS


def test_a_request_signed_with_another_key_is_refused() -> None:
    assert refusal(signed(key=STRANGER)) is SignatureReason.ALTERED


def test_a_request_of_an_unknown_key_is_refused_as_such() -> None:
    assert refusal(signed(keyid="t-nobody")) is SignatureReason.UNKNOWN_KEY


@pytest.mark.parametrize("name", ["Signature", "Signature-Input"])
def test_an_unsigned_request_is_refused_as_such(name: str) -> None:
    assert refusal(without_header(signed(), name)) is SignatureReason.MISSING
    assert refusal(Message("GET", URL, {}, b"")) is SignatureReason.MISSING


def test_a_request_without_a_digest_is_malformed() -> None:
    assert refusal(without_header(signed(), "Content-Digest")) is SignatureReason.MALFORMED


def test_a_second_signature_is_refused_even_if_both_are_good() -> None:
    message = signed()
    first, value = message.headers["Signature-Input"], message.headers["Signature"]
    both = replace(
        message,
        headers={
            **message.headers,
            "Signature-Input": f"{first}, b{first}",
            "Signature": f"{value}, b{value}",
        },
    )
    assert refusal(both) is SignatureReason.MALFORMED


@pytest.mark.parametrize("name", ["Signature", "Signature-Input", "Content-Digest", "Content-Encoding"])
def test_a_repeated_header_that_matters_is_refused(name: str) -> None:
    lines = tuple(signed(encoding="zstd").headers.items())
    repeated = next((key.upper(), value) for key, value in lines if key == name)
    message = Message("POST", URL, WireHeaders((*lines, repeated)), b'{"facts":[]}')
    assert check(replace(message, headers=WireHeaders(lines)))
    assert refusal(message) is SignatureReason.MALFORMED
