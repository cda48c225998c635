"""Nothing else than the one form of a code is accepted, whoever signed it."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from typing import Any

import cbor2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sync.card import (
    TICKET_SECONDS,
    Card,
    CodeError,
    Reason,
    RevocationList,
    Ticket,
    from_url,
    sniff,
    to_url,
)
from tests.support.codes import (
    DAY,
    HUB,
    NOW,
    armoured,
    canonical,
)
from tests.sync.codes import read, refusal


def signed(prefix: str, body: bytes, protected: bytes | None = None) -> bytes:
    """The parts of a code around any bytes, with a good signature."""
    protected = protected or cbor2.dumps({1: -8, 4: bytes.fromhex(HUB.kid)}, canonical=True)
    signature = HUB.private.sign(cbor2.dumps(["Signature1", protected, prefix.encode(), body]))
    return cbor2.dumps([protected, {}, body, signature])


CARD_CLAIMS: dict[Any, Any] = {1: "omero", 4: NOW + DAY, 6: NOW, 7: int("48213907756").to_bytes(5)}
TICKET_CLAIMS: dict[Any, Any] = {
    1: "t-7k2m", 4: NOW + 60, 6: NOW, 7: bytes(8), -65537: [1, "a@1", 1, True],
}  # fmt: skip
LIST_CLAIMS: dict[Any, Any] = {6: NOW, -65537: [1, ["a", "b"], [bytes(8)]]}


def test_the_claims_that_the_next_test_spoils_are_good_before() -> None:
    assert isinstance(read(armoured("QCT1:", signed("QCT1:", cbor2.dumps(CARD_CLAIMS, canonical=True)))), Card)
    assert isinstance(read(armoured("QCP1:", signed("QCP1:", cbor2.dumps(TICKET_CLAIMS, canonical=True)))), Ticket)
    raw = signed("QCR1:", cbor2.dumps(LIST_CLAIMS, canonical=True))
    assert isinstance(read("QCR1:" + base64.urlsafe_b64encode(raw).decode().rstrip("=")), RevocationList)


@pytest.mark.parametrize("preferences", ["ar+cz", "ar,contrast"])
def test_a_card_from_a_newer_or_older_program_is_read_as_far_as_it_is_understood(preferences: str) -> None:
    raw = signed("QCT1:", canonical(CARD_CLAIMS | {-65537: preferences}))
    card = read(armoured("QCT1:", raw))
    assert isinstance(card, Card)
    assert card.language == "ar"
    assert card.access == ("contrast",)


SPOILT: Mapping[str, tuple[str, bytes]] = {
    "nothing": ("QCT1:", b""),
    "no map": ("QCT1:", canonical([1, 2])),
    "a number": ("QCT1:", canonical(7)),
    "bytes after the end": ("QCT1:", canonical(CARD_CLAIMS) + b"\x00"),
    "a claim too many": ("QCT1:", canonical(CARD_CLAIMS | {5: NOW})),
    "a claim too few": ("QCT1:", canonical({1: "omero", 4: NOW + DAY, 6: NOW})),
    "keys out of order": ("QCT1:", cbor2.dumps(dict(reversed(CARD_CLAIMS.items())))),
    "a duplicate key": ("QCT1:", b"\xa5" + canonical(CARD_CLAIMS)[1:] + b"\x07\x45" + bytes(5)),
    "a key that only equals its integer": (
        "QCT1:", canonical({True: "omero", 4: NOW + DAY, 6: NOW, 7: CARD_CLAIMS[7]}),
    ),
    "a floating-point key": ("QCT1:", canonical({1.0: "omero", 4: NOW + DAY, 6: NOW, 7: CARD_CLAIMS[7]})),
    "an indefinite map": ("QCT1:", b"\xbf" + canonical(CARD_CLAIMS)[1:] + b"\xff"),
    "an indefinite text": ("QCT1:", canonical(CARD_CLAIMS).replace(b"\x65omero", b"\x7f\x65omero\xff")),
    "a long integer": ("QCT1:", canonical(CARD_CLAIMS).replace(b"\x06\x1a", b"\x06\x1b\x00\x00\x00\x00")),
    "a huge integer": ("QCT1:", canonical(CARD_CLAIMS | {4: 2**70})),
    "a small integer as a big one": (
        "QCT1:", canonical(CARD_CLAIMS).replace(b"\x06\x1a" + NOW.to_bytes(4), b"\x06\xc2\x44" + NOW.to_bytes(4)),
    ),
    "a long length": ("QCT1:", canonical(CARD_CLAIMS).replace(b"\x65omero", b"\x78\x05omero")),
    "a floating-point time": ("QCT1:", canonical(CARD_CLAIMS | {6: float(NOW)})),
    "a time as a tag": ("QCT1:", canonical(CARD_CLAIMS).replace(b"\x06\x1a", b"\x06\xc1\x1a")),
    "a time that is true": ("QCT1:", canonical(CARD_CLAIMS | {6: True})),
    "a time that is missing": ("QCT1:", canonical(CARD_CLAIMS | {6: None})),
    "a text that is no UTF-8": ("QCT1:", canonical(CARD_CLAIMS).replace(b"\x65omero", b"\x65omer\xff")),
    "a space in bytes": ("QCT1:", canonical(CARD_CLAIMS | {1: b"omero"})),
    "a number in text": ("QCT1:", canonical(CARD_CLAIMS | {7: "48213"})),
    "a number with a leading zero": ("QCT1:", canonical(CARD_CLAIMS | {7: (10**10 - 1).to_bytes(5)})),
    "a number with a digit too many": ("QCT1:", canonical(CARD_CLAIMS | {7: (10**11).to_bytes(5)})),
    "the default language spelt out": ("QCT1:", canonical(CARD_CLAIMS | {-65537: "it"})),
    "letters out of order": ("QCT1:", canonical(CARD_CLAIMS | {-65537: "it+lc"})),
    "a letter twice": ("QCT1:", canonical(CARD_CLAIMS | {-65537: "it+ll"})),
    "codes out of order": ("QCT1:", canonical(CARD_CLAIMS | {-65537: "it,b,a"})),
    "preferences that are too long": ("QCT1:", canonical(CARD_CLAIMS | {-65537: "it" + ",abcdefgh" * 15})),
    "preferences that are a list": ("QCT1:", canonical(CARD_CLAIMS | {-65537: ["it"]})),
    "a regular expression": ("QCT1:", canonical(CARD_CLAIMS).replace(b"\x65omero", b"\xd8\x23\x65omero")),
    "a regular expression that is none": ("QCT1:", canonical(CARD_CLAIMS).replace(b"\x65omero", b"\xd8\x23\x65(((((")),
    "a shared reference": ("QCT1:", canonical(CARD_CLAIMS).replace(b"\x65omero", b"\xd8\x1d\x00")),
    "a decimal fraction": ("QCT1:", canonical(CARD_CLAIMS).replace(b"\x65omero", b"\xc4\x82\x1b" + b"\x7f" * 9)),
    "deep nesting": ("QCT1:", b"\x81" * 200 + b"\x01"),
    "deep nesting in a claim": ("QCT1:", b"\xa1\x01" + b"\x81" * 200 + b"\x01"),
    "a length beyond the end": ("QCT1:", b"\xbb" + b"\xff" * 8),
    "an array beyond the end": ("QCT1:", b"\x9a\x7f\xff\xff\xff"),
    "a row that is too short": ("QCP1:", canonical(TICKET_CLAIMS | {-65537: [1, "a@1", 1]})),
    "a row in a map": ("QCP1:", canonical(TICKET_CLAIMS | {-65537: {0: 1, 1: "a@1", 2: 1, 3: True}})),
    "a seat kept by a number": ("QCP1:", canonical(TICKET_CLAIMS | {-65537: [1, "a@1", 1, 1]})),
    "people that are true": ("QCP1:", canonical(TICKET_CLAIMS | {-65537: [1, "a@1", True, True]})),
    "a ticket that lasts too long": ("QCP1:", canonical(TICKET_CLAIMS | {4: NOW + TICKET_SECONDS + 1})),
    "a key of another curve": ("QCC1:", canonical(
        {2: "t", 4: NOW + 1, 6: NOW, 8: {1: {1: 1, -1: 7, -2: bytes(32)}}, -65537: "omero"}
    )),
    "a key with more than a key": ("QCC1:", canonical(
        {2: "t", 4: NOW + 1, 6: NOW, 8: {1: {1: 1, -1: 6, -2: bytes(32), 2: b"x"}}, -65537: "omero"}
    )),
    "a key type that only equals its integer": ("QCC1:", canonical(
        {2: "t", 4: NOW + 1, 6: NOW, 8: {1: {1: True, -1: 6, -2: bytes(32)}}, -65537: "omero"}
    )),
    "revoked ids out of order": ("QCR1:", canonical(LIST_CLAIMS | {-65537: [1, ["b", "a"], [bytes(8)]]})),
    "a revoked id twice": ("QCR1:", canonical(LIST_CLAIMS | {-65537: [1, ["a", "a"], [bytes(8)]]})),
    "a revoked id that is a list": ("QCR1:", canonical(LIST_CLAIMS | {-65537: [1, [["a"]], [bytes(8)]]})),
    "revoked key ids out of order": ("QCR1:", canonical(LIST_CLAIMS | {-65537: [1, ["a"], [b"b" * 8, b"a" * 8]]})),
    "a revoked key id twice": ("QCR1:", canonical(LIST_CLAIMS | {-65537: [1, ["a"], [bytes(8), bytes(8)]]})),
    "a revoked key id that is short": ("QCR1:", canonical(LIST_CLAIMS | {-65537: [1, ["a"], [bytes(7)]]})),
}  # fmt: skip


@pytest.mark.parametrize(("prefix", "body"), SPOILT.values(), ids=SPOILT.keys())
def test_claims_that_we_would_not_write_are_damaged_even_with_a_good_signature(prefix: str, body: bytes) -> None:
    raw = signed(prefix, body)
    text = (
        f"{prefix}{base64.urlsafe_b64encode(raw).decode().rstrip('=')}" if prefix == "QCR1:" else armoured(prefix, raw)
    )
    assert refusal(text) is Reason.DAMAGED


PROTECTED = cbor2.dumps({1: -8, 4: bytes.fromhex(HUB.kid)}, canonical=True)
OTHER_HEADERS: Mapping[str, bytes] = {
    "another algorithm": cbor2.dumps({1: -7, 4: bytes.fromhex(HUB.kid)}),
    "no algorithm": cbor2.dumps({4: bytes.fromhex(HUB.kid)}),
    "a key id that is longer": cbor2.dumps({1: -8, 4: bytes.fromhex(HUB.kid) + b"\x00"}),
    "a content type besides": cbor2.dumps({1: -8, 3: 0, 4: bytes.fromhex(HUB.kid)}),
    "a critical header": cbor2.dumps({1: -8, 2: [1], 4: bytes.fromhex(HUB.kid)}),
    "headers out of order": cbor2.dumps({4: bytes.fromhex(HUB.kid), 1: -8}),
    "a duplicate algorithm": b"\xa3\x01\x26" + PROTECTED[1:],
    "a long integer": b"\xa2\x01\x38\x07" + PROTECTED[3:],
    "an indefinite map": b"\xbf" + PROTECTED[1:] + b"\xff",
}


@pytest.mark.parametrize("protected", OTHER_HEADERS.values(), ids=OTHER_HEADERS.keys())
def test_headers_other_than_algorithm_and_key_id_are_damaged_even_with_a_good_signature(protected: bytes) -> None:
    raw = signed("QCT1:", canonical(CARD_CLAIMS), protected)
    assert refusal(armoured("QCT1:", raw)) is Reason.DAMAGED


def test_bytes_around_the_one_form_of_a_code_are_damaged_even_with_a_good_signature() -> None:
    good = signed("QCT1:", canonical(CARD_CLAIMS))
    protected, _, body, signature = cbor2.loads(good)
    others = {
        "tagged": b"\xd2" + good,
        "tagged as a CWT": b"\xd8\x3d\xd2" + good,
        "followed by a byte": good + b"\x00",
        "indefinite": b"\x9f" + good[1:] + b"\xff",
        "unprotected header": cbor2.dumps([protected, {4: b"11"}, body, signature]),
        "detached": cbor2.dumps([protected, {}, None, signature]),
        "a fifth member": cbor2.dumps([protected, {}, body, signature, 0]),
        "long length of the array": b"\x98\x04" + good[1:],
        "long length of the claims": good.replace(b"\xa0\x58", b"\xa0\x59\x00", 1),
        "long length of the signature": good.replace(b"\x58\x40", b"\x59\x00\x40", 1),
        "signature in pieces": good[: -66] + b"\x5f\x58\x40" + signature + b"\xff",
        "claims as text": good.replace(b"\xa0\x58", b"\xa0\x78", 1),
        "a longer signature": cbor2.dumps([protected, {}, body, signature + b"\x00"]),
    }  # fmt: skip
    assert isinstance(read(armoured("QCT1:", good)), Card)
    assert {name: refusal(armoured("QCT1:", raw)) for name, raw in others.items()} == dict.fromkeys(
        others, Reason.DAMAGED
    )


@given(st.binary(max_size=300))
@example(b"\xd8\x23\x61(")
def test_whatever_a_thief_with_a_good_key_signs_it_is_damaged(body: bytes) -> None:
    assert refusal(armoured("QCT1:", signed("QCT1:", body))) is Reason.DAMAGED


@given(st.text(max_size=400) | st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", max_size=400))
@example("\ud800")
@example("\n")
def test_any_text_after_any_prefix_is_refused_with_a_code_error(text: str) -> None:
    for prefix in ("", "QCT1:", "QCP1:", "QCB1:", "QCS1:", "QCC1:", "QCR1:"):
        assert isinstance(refusal(prefix + text), Reason)
    assert (sniff(text) is None) == (re.match("QC[TPBSCR][0-9]:", text) is None)


@given(st.text(max_size=100) | st.from_regex(r"[TPBSCRX][0-9]\.[A-Za-z0-9_\-]{0,300}", fullmatch=True))
@example("P1.A")
@example("P1.AB")
@example("P1.\n")
def test_any_segment_of_an_address_gives_a_code_or_a_code_error(segment: str) -> None:
    try:
        text = from_url(segment)
    except CodeError:
        return
    assert to_url(text) == segment
    assert isinstance(refusal(text), Reason)


@given(st.text(max_size=100))
def test_any_text_made_into_a_segment_gives_one_or_a_code_error(text: str) -> None:
    for prefix in ("", "QCP1:", "QCR1:"):
        try:
            segment = to_url(prefix + text)
        except CodeError:
            continue
        assert from_url(segment) == prefix + text
