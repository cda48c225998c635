"""Signatures that are good and not of our profile, and whatever else may come."""

from __future__ import annotations

import base64
import hashlib
import json
import random
from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier, MappingKeyResolver
from http_message_signatures.algorithms import ED25519
from hypothesis import example, given
from hypothesis import strategies as st

from sync.signing import (
    MAX_HEADERS,
    MAX_URL_CHARS,
    FieldLines,
    Message,
    SignatureError,
    SignatureReason,
    Verified,
    content_digest,
    sign,
    verify,
)
from tests.sync.signed_requests import (
    KEY,
    KEYS,
    NONCE,
    NOW,
    URL,
    Signed,
    WireHeaders,
    check,
    refusal,
    signed,
    with_header,
    without_header,
)


def signed_otherwise(message: Signed | None = None, **options: Any) -> Signed:
    """A request signed with the library, without the limits of our profile."""
    message = message or Message("POST", URL, {"Content-Digest": content_digest(b"{}"), "Date": "now"}, b"{}")
    components = ("@method", "@path", "@query", "content-digest")
    defaults: dict[str, Any] = {
        "key_id": "t-7k2m", "created": datetime.fromtimestamp(NOW, UTC), "nonce": NONCE, "label": "qc",
        "tag": "qc-terminal", "covered_component_ids": components, "use_existing_digest": True,
    }  # fmt: skip
    resolver = MappingKeyResolver(public_keys={}, private_keys={"t-7k2m": KEY, "t 7": KEY, "": KEY})
    HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=resolver).sign(message, **defaults | options)
    return message


def test_the_next_tests_start_from_a_request_in_our_profile() -> None:
    assert check(signed_otherwise()) == Verified("t-7k2m", NONCE, NOW)


COVERED = ("@method", "@path", "@query", "content-digest")


@pytest.mark.parametrize(
    "options",
    [
        *({"covered_component_ids": tuple(name for name in COVERED if name != left_out)} for left_out in COVERED),
        {"covered_component_ids": ()},
        {"covered_component_ids": (*COVERED, "date")},
        {"covered_component_ids": ("@path", "@method", "@query", "content-digest")},
        {"covered_component_ids": ("@method", "@path", '"@query-param";name="wait"', "content-digest")},
        {"covered_component_ids": ("@method", "@path", "@query", '"content-digest";sf')},
        {"covered_component_ids": ("@method", "@path", "@query", '"content-digest";key="sha-256"')},
        {"include_alg": False},
        {"nonce": None},
        {"tag": None},
        {"tag": "another-tag"},
        {"expires": datetime.fromtimestamp(NOW + 60, UTC)},
    ],
    ids=str,
)
def test_a_signature_of_another_profile_is_refused_though_it_is_good(options: dict[str, Any]) -> None:
    assert refusal(signed_otherwise(**options)) is SignatureReason.WRONG_COMPONENTS


@pytest.mark.parametrize(
    "options", [{"key_id": "t 7"}, {"key_id": ""}, {"nonce": "short"}, {"nonce": "n" * 65}], ids=str
)
def test_a_key_id_or_nonce_out_of_bounds_is_refused_though_it_is_signed(options: dict[str, Any]) -> None:
    assert refusal(signed_otherwise(**options)) is SignatureReason.MALFORMED


def test_a_request_signed_over_a_digest_of_another_kind_is_refused_though_it_is_right() -> None:
    digest = base64.b64encode(hashlib.sha512(b"{}").digest()).decode()
    other = Message("POST", URL, {"Content-Digest": f"sha-512=:{digest}:"}, b"{}")
    assert refusal(signed_otherwise(other)) is SignatureReason.MALFORMED


def test_the_digest_of_other_bytes_is_refused_though_it_is_signed() -> None:
    other = Message("POST", URL, {"Content-Digest": content_digest(b"[]")}, b"{}")
    assert refusal(signed_otherwise(other)) is SignatureReason.ALTERED


@pytest.mark.parametrize(
    "value", ["", "qc", "qc=1", "qc=:AAAA:", "qc=::", "qc=:" + "A" * 85 + "B==:", "é", "\ud800"], ids=repr
)
def test_a_signature_that_is_none_is_refused(value: str) -> None:
    assert refusal(with_header(signed(), "Signature", value)) is SignatureReason.MALFORMED


SIGNATURE_INPUTS = [
    "", ",", "qc", "qc=1", 'qc=("@method")', "qc=();created=1", 'qc=("@method" "@path" "@query" "content-digest")',
    'qc=("@signature-params");created=1', "qc=(1 2 3 4);created=1", 'other=("@method");created=1', "qc=:AAAA:",
    'qc=("@method" "@method" "@query" "content-digest");created=1', "\x00", "qc=(\ud800)", "é=()",
    'qc="' + "a" * 300 + '"',
]  # fmt: skip


@pytest.mark.parametrize("value", SIGNATURE_INPUTS, ids=repr)
def test_a_signature_input_that_is_none_is_refused(value: str) -> None:
    reason = refusal(with_header(signed(), "Signature-Input", value))
    assert reason in {SignatureReason.MALFORMED, SignatureReason.WRONG_COMPONENTS}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("created=1795460760", "created=-1"),
        ("created=1795460760", "created=999999999999999"),
        ("created=1795460760", 'created="1795460760"'),
        ("created=1795460760", "created=1795460760.0"),
        ("created=1795460760", "created=1795460760;created=1795460760"),
        ('alg="ed25519"', 'alg="hmac-sha256"'),
        ('alg="ed25519"', "alg=ed25519"),
        ('keyid="t-7k2m"', "keyid"),
        ('keyid="t-7k2m"', "keyid=:AAAA:"),
        ('nonce="', 'nonce=?1;x="'),
        (";alg=", "; alg="),
        ("qc=", "other="),
    ],
)  # fmt: skip
def test_parameters_that_are_none_are_refused(old: str, new: str) -> None:
    message = signed()
    value = message.headers["Signature-Input"]
    assert old in value
    assert check(message)
    assert refusal(with_header(message, "Signature-Input", value.replace(old, new))) in {
        SignatureReason.MALFORMED,
        SignatureReason.WRONG_COMPONENTS,
        SignatureReason.ALTERED,
    }


@pytest.mark.parametrize("name", ["Signature", "Signature-Input", "Content-Digest", "Content-Encoding"])
def test_a_header_that_is_too_long_is_not_parsed(name: str) -> None:
    message = signed(encoding="zstd")
    assert refusal(with_header(message, name, message.headers[name] + " " * 600)) is SignatureReason.MALFORMED


def test_a_request_with_too_many_headers_or_too_long_an_address_is_refused() -> None:
    message = signed()
    many = {f"X-{n}": "x" for n in range(MAX_HEADERS)}
    assert refusal(replace(message, headers=message.headers | many)) is SignatureReason.MALFORMED
    long = signed(url="http://hub.example/?" + "a" * MAX_URL_CHARS)
    assert refusal(long) is SignatureReason.MALFORMED


@pytest.mark.parametrize("url", ["", "/v1/pull", "http://", "http://hub.example/a b", "http://hub.example/\ud800", "x"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    assert refusal(replace(signed(), url=url)) is SignatureReason.MALFORMED


def test_a_store_of_keys_that_is_away_is_no_fault_of_the_request() -> None:
    def away(keyid: str) -> Ed25519PublicKey:
        raise ConnectionError("the database is away")

    with pytest.raises(ConnectionError, match="the database is away"):
        verify(signed(), resolve=away, now=NOW)


@pytest.mark.parametrize(
    ("change", "options"),
    [
        ({"body": "text"}, {}),
        ({"body": iter([b"x"])}, {}),
        ({"method": "get"}, {}),
        ({"method": None}, {}),
        ({"url": "/v1/pull"}, {}),
        ({"url": None}, {}),
        ({}, {"keyid": ""}),
        ({}, {"keyid": "k" * 65}),
        ({}, {"keyid": 'a"b'}),
        ({}, {"nonce": "short"}),
        ({}, {"nonce": "n" * 65}),
        ({}, {"nonce": "nn nn nn nn nn nn nn"}),
        ({}, {"created": 10**18}),
    ],
    ids=lambda value: "an iterator" if isinstance(value.get("body"), Iterator) else str(value),
)
def test_what_cannot_be_signed_is_said_to_the_signer(change: dict[str, Any], options: dict[str, Any]) -> None:
    headers: MutableMapping[str, str] = {}
    request = SimpleNamespace(**{"method": "GET", "url": URL, "headers": headers, "body": b""} | change)
    arguments: dict[str, Any] = {"key": KEY, "keyid": "t-7k2m", "created": NOW, "nonce": NONCE} | options
    with pytest.raises(SignatureError) as caught:
        sign(request, **arguments)
    assert caught.value.reason is SignatureReason.UNSIGNABLE
    assert "Signature" not in headers


# ── A library of the RFC agrees ──

PARTS = st.text(alphabet=st.sampled_from("abcXYZ019-._~!$&'()*+,;=:@/?%2F%20"), max_size=40).filter(
    lambda text: all(len(rest) > 1 and rest[:2] in ("2F", "20") for rest in text.split("%")[1:])
)


@given(
    st.sampled_from(["GET", "POST", "DELETE"]),
    PARTS.map(lambda text: text.replace("?", "")),
    st.none() | PARTS,
    st.binary(max_size=40),
    st.none() | st.sampled_from(["gzip", "zstd"]),
)
def test_the_library_verifies_what_is_signed_here_and_writes_the_same(
    method: str, path: str, query: str | None, body: bytes, encoding: str | None
) -> None:
    url = f"http://hub.example/{path}" + ("" if query is None else f"?{query}")
    ours = signed(method=method, url=url, body=body, encoding=encoding)
    resolver = MappingKeyResolver(public_keys=KEYS, private_keys={})
    [result] = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=resolver).verify(ours, max_age=None)
    assert result.parameters["nonce"] == NONCE
    theirs = Message(method, url, dict(ours.headers), body)
    components = (*COVERED, "content-encoding") if encoding else COVERED
    signed_otherwise(theirs, nonce=NONCE, covered_component_ids=components)
    assert theirs.headers == ours.headers
    assert check(theirs) == Verified("t-7k2m", NONCE, NOW)


# ── Whatever comes ──

names = st.sampled_from(["Signature", "signature-input", "Content-Digest", "content-encoding", "Host"]) | st.text(
    max_size=10
)
GOOD = signed()
values = (
    st.text(max_size=200)
    | st.sampled_from([*GOOD.headers.values(), *SIGNATURE_INPUTS, "qc=:AAAA:", "sha-256=:AAAA:"])
    | st.from_regex(
        r'qc=\((("@method"|"@path"|"date"|[a-z]|;sf| )){0,6}\)(;(created|nonce|keyid|alg|tag)=?["0-9a]{0,3}){0,6}'
    )
)


@given(
    st.text(max_size=8) | st.just("POST"),
    st.text(max_size=60) | st.just(URL),
    st.lists(st.tuples(names, values), max_size=8),
    st.binary(max_size=40),
)
@example(
    "POST", URL, [*without_header(GOOD, "Content-Digest").headers.items(), ("content-digest", "\udcff")], GOOD.body
)
def test_whatever_comes_is_refused_with_a_signature_error(
    method: str, url: str, lines: list[tuple[str, str]], body: bytes
) -> None:
    # "{}" is not among the bodies of the good headers that may be drawn, so nothing here can be good.
    assert isinstance(refusal(Message(method, url, WireHeaders(tuple(lines)), body)), SignatureReason)


def test_no_change_of_one_character_in_any_header_that_matters_is_accepted() -> None:
    rng = random.Random(9421)
    message = signed(encoding="zstd")
    accepted = []
    for name in ("Signature-Input", "Signature", "Content-Digest", "Content-Encoding"):
        value = message.headers[name]
        for place in range(len(value)):
            for change in (rng.choice('aZ09"=;:, ()'), "", value[place] + rng.choice("a0;")):
                mutant = value[:place] + change + value[place + 1 :]
                if mutant != value and outcome(with_header(message, name, mutant)) is None:
                    accepted.append((name, mutant))
    assert accepted == []


def outcome(message: Message[FieldLines]) -> SignatureReason | None:
    try:
        check(message)
    except SignatureError as error:
        return error.reason
    return None


def test_the_signature_of_rfc_9421_verifies_is_made_again_and_is_not_of_our_profile() -> None:
    vector = json.loads((Path(__file__).parent / "vectors" / "rfc9421.json").read_text(encoding="utf-8"))
    request, label = vector["request"], "sig-b26"
    secret = base64.urlsafe_b64decode(vector["key"]["d"] + "=")
    key = Ed25519PrivateKey.from_private_bytes(secret)
    assert key.public_key().public_bytes_raw() == base64.urlsafe_b64decode(vector["key"]["x"] + "=")
    keyid = vector["key"]["keyid"]
    resolver = MappingKeyResolver(public_keys={keyid: key.public_key()}, private_keys={keyid: key})

    received = {**request["headers"], "Signature-Input": vector["signature_input"], "Signature": vector["signature"]}
    body = request["body"].encode()
    message = Message(request["method"], request["url"], received, body)
    results = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=resolver).verify(message, max_age=None)
    assert [result.parameters["keyid"] for result in results] == [keyid]
    with pytest.raises(SignatureError) as caught:
        verify(message, resolve={keyid: key.public_key()}.__getitem__, now=vector["created"])
    assert caught.value.reason is SignatureReason.MALFORMED

    again = Message(request["method"], request["url"], dict(request["headers"]), body)
    HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=resolver).sign(
        again,
        key_id=keyid,
        created=datetime.fromtimestamp(vector["created"], UTC),
        label=label,
        include_alg=False,
        covered_component_ids=vector["components"],
        use_existing_digest=True,
    )
    assert again.headers["Signature-Input"] == vector["signature_input"]
    assert again.headers["Signature"] == vector["signature"]
