"""That a virtual terminal's requests are those of a real one."""

from __future__ import annotations

import json

import pytest

from sync import wire
from sync.chain import chain, genesis
from sync.envelope import decode
from sync.signing import Message, SignatureError, verify
from tests.bench.load_line import Virtual


@pytest.fixture
def virtual() -> Virtual:
    return Virtual.numbered(7, "zoia")


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_its_signature_is_what_the_hub_verifies(virtual: Virtual, encoding: str) -> None:
    fields = virtual.signed("POST", "/v1/push?a=b", b"body", encoding=encoding)
    created = int(fields["Signature-Input"].partition("created=")[2].partition(";")[0])
    message = Message("POST", "http://hub/v1/push?a=b", fields, b"body")
    verified = verify(message, resolve={virtual.name: virtual.key.public_key()}.__getitem__, now=created)
    assert verified.keyid == "zoia-load-7"
    assert len(verified.nonce) == 16


def test_its_signature_is_of_that_request_alone(virtual: Virtual) -> None:
    fields = virtual.signed("GET", "/v1/pull?wait=25", b"")
    for method, target, body in (("POST", "wait=25", b""), ("GET", "wait=0", b""), ("GET", "wait=25", b"x")):
        message = Message(method, f"http://hub/v1/pull?{target}", fields, body)
        with pytest.raises(SignatureError):
            verify(message, resolve={virtual.name: virtual.key.public_key()}.__getitem__, now=0, window=2**40)


def test_its_messages_are_those_of_the_wire(virtual: Virtual) -> None:
    first = wire.Hello.model_validate_json(json.dumps(virtual.hello()))
    assert (first.last, first.have_hash) == (0, genesis("zoia-load-7", 1).hex())
    message, tip = virtual.push(3)
    push = wire.Push.model_validate_json(json.dumps(message))
    expected = genesis("zoia-load-7", 1)
    for fact in push.facts:
        assert decode(fact.raw.encode()).kind == "dropin"
        expected = chain(expected, fact.raw.encode())
    assert (push.first, len(push.facts), tip) == (1, 3, expected)


def test_its_chain_goes_on_where_it_was(virtual: Virtual) -> None:
    message, tip = virtual.push(1)
    virtual.have, virtual.hash = 1, tip
    again = wire.Hello.model_validate_json(json.dumps(virtual.hello()))
    assert again.floor_hash == again.last_hash == again.have_hash == tip.hex()
    following, _ = virtual.push(1)
    assert (following["first"], following["previous"]) == (2, tip.hex())
    assert message["facts"] != following["facts"]


def test_a_short_answer_leaves_what_it_does_not_name(virtual: Virtual) -> None:
    assert virtual.take({"cursor": "c", "epoch": "e", "applied": 1, "items": [["space", "zoia", "public", {}]]})
    assert not virtual.take({"applied": 2})
    assert (virtual.cursor, virtual.epoch, virtual.applied) == ("c", "e", 2)
    assert "cursor=c&" in virtual.pull(25)
