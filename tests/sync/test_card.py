"""The QR codec: round trips, limits, and that nothing but a good code is ever accepted."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import cbor2
import pytest
import qrcode
import qrcode.constants
from base45 import b45decode
from hypothesis import example, given
from hypothesis import strategies as st

from sync.card import (
    ACCESS_LETTERS,
    CERTIFICATE_SECONDS,
    CLOCK_SKEW_SECONDS,
    MAX_CODE_CHARS,
    MAX_LIST_CHARS,
    TICKET_SECONDS,
    Badge,
    Booking,
    Card,
    Certificate,
    CodeError,
    Payload,
    Reason,
    RevocationList,
    Signer,
    Ticket,
    VerifyKey,
    decode,
    encode,
    from_url,
    identity,
    key_id,
    sniff,
    to_scan,
    to_url,
    verify_key,
)
from sync.number import new_number, with_check_digit
from tests.support.codes import (
    BADGE,
    BOOKING,
    CARD,
    CERTIFICATE,
    DAY,
    EVERY_KIND,
    EXAMPLES,
    HUB,
    HUB_KEY,
    NOW,
    REVOCATIONS,
    TERMINAL,
    TICKET,
    armoured,
    canonical,
)

SPACES = ("boccioni", "capuana", "monti", "erlembaldo", "palmanova", "omero", "faenza", "zoia", "visconti")


def name_of(payload: Payload) -> str:
    return type(payload).__name__


each_example = pytest.mark.parametrize("payload", EXAMPLES, ids=name_of)


def read(text: str, *keys: VerifyKey, now: int | None = NOW, **options: Any) -> Payload:
    known = {key.kid: key for key in keys or (HUB_KEY,)}
    return decode(text, known, now=now, **options).payload


def refusal(text: str, *keys: VerifyKey, now: int | None = NOW, **options: Any) -> Reason:
    with pytest.raises(CodeError) as caught:
        read(text, *keys, now=now, **options)
    return caught.value.reason


# ── Round trips ──

idents = st.from_regex(r"[A-Za-z0-9_.@:\-]{1,120}", fullmatch=True)
hexes = st.binary(min_size=8, max_size=8).map(bytes.hex)
people = st.integers(1, 99)
numbers = st.integers(10**10, 10**11 - 1).map(lambda value: with_check_digit(str(value)))
languages = st.sampled_from(["it", "en", "ar", "zh-Hans", "es", "fil", "ro", "uk", "si", "bn", "sq", "fr"])
accesses = st.sets(st.sampled_from([*ACCESS_LETTERS, "braille", "more_time"])).map(tuple)
starts = st.integers(0, 2**40)
uuids = st.uuids(version=4).map(lambda value: value.hex[:12] + "7" + value.hex[13:])


def lasting(build: Callable[[int, int], st.SearchStrategy[Payload]], longest: int) -> st.SearchStrategy[Payload]:
    spans = st.tuples(starts, st.integers(1, longest))
    return spans.flatmap(lambda span: build(span[0], span[0] + span[1]))


payloads: st.SearchStrategy[Payload] = st.one_of(
    lasting(lambda i, e: st.builds(Card, numbers, idents, st.just(i), st.just(e), languages, accesses), 2**40),
    lasting(lambda i, e: st.builds(Badge, idents, idents, st.just(i), st.just(e), hexes), 2**40),
    lasting(
        lambda i, e: st.builds(
            Ticket, idents, st.integers(0, 2**53 - 1), idents, hexes, people, st.just(i), st.just(e), st.booleans()
        ),
        TICKET_SECONDS,
    ),
    lasting(lambda i, e: st.builds(Booking, uuids, idents, people, idents, st.just(i), st.just(e)), 2**40),
    lasting(
        lambda i, e: st.builds(
            lambda raw, terminal, space: Certificate(key_id(raw), terminal, space, raw, i, e),
            st.binary(min_size=32, max_size=32),
            idents,
            idents,
        ),
        CERTIFICATE_SECONDS,
    ),
    st.builds(RevocationList, st.integers(0, 2**53 - 1), starts, st.frozensets(idents), st.frozensets(hexes)),
)


@given(payloads)
def test_what_is_encoded_is_read_back_the_same_and_names_its_signer(payload: Payload) -> None:
    decoded = decode(encode(payload, HUB), {HUB.kid: HUB_KEY}, now=None)
    assert decoded.payload == payload
    assert decoded.kid == HUB.kid


@given(payloads.filter(lambda payload: not isinstance(payload, RevocationList)))
def test_a_code_survives_the_way_through_an_address(payload: Payload) -> None:
    text = encode(payload, HUB)
    segment = to_url(text)
    assert re.fullmatch(r"[A-Za-z0-9._\-]+", segment)
    assert from_url(segment) == text


@given(payloads)
def test_a_reader_may_add_blanks_around_a_code_because_none_begins_or_ends_with_one(payload: Payload) -> None:
    text = encode(payload, HUB)
    assert to_scan(f" {text}\r\n") == text


def test_access_preferences_are_a_set_whatever_the_order_in_which_they_were_given() -> None:
    assert replace(CARD, access=("speech", "large_text", "speech")) == CARD


@each_example
def test_a_code_is_a_cose_sign1_with_cwt_claims_as_any_library_reads_them(payload: Payload) -> None:
    text = encode(payload, HUB)
    coded = text[5:]
    if isinstance(payload, RevocationList):
        raw = base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4))
    else:
        raw = b45decode(coded)
    protected, unprotected, body, signature = cbor2.loads(raw)
    assert cbor2.loads(protected) == {1: -8, 4: bytes.fromhex(HUB.kid)}
    assert unprotected == {}
    assert cbor2.loads(body)[6] == payload.issued
    to_be_signed = cbor2.dumps(["Signature1", protected, text[:5].encode(), body])
    HUB.private.public_key().verify(signature, to_be_signed)


GOLDEN: Mapping[type[Payload], str] = {
    Card: (
        "QCT1:TWGSLK/-4N69-09-6LZOC-U9Q6BV%KCKD.KE0$CUJCSVDP1EEF332TU13DF3-P0*9JZW8TD7LKR/E7V50B20GEC1M58QE+7"
        "8%*4G$KT 89B3V2Q$9Q$K85LKYQK3Q9FO0G*3D%2DLKT55NNSF:F:GNAFOKN14S00Z0YCP5R0YBWP 1X RINR5DLS5AMW270"
    ),
    Badge: (
        "QCS1:TWGSLK/-4N69-09-6LZOC-U9T6BV%K2$CF$D0LE$D0 QE4ECC-C746HA7F-CCOCFN0MYD8OOWY0 ND91IJ-0H00PE4XS8.0"
        "D27B4Z2-Q752OV/E 3J*OA3:OZSB*7KTOOZH73SM4T46JR9AV$H6RSN1EM25QTH9T5QMD8M/5-.KEDWIA3KVMULOX*2AV93.LU:K"
    ),
    Ticket: (
        "QCP1:TWGSLK/-4N69-09-6LZOC-U9D7BV%K%.CAW5$OD8ZDDF30Q0JO3DF3-P0*9JS49TK404DGWL.AU1000000VGI8F0ECJPC% "
        "CC3DVED5QDO$D/3E958846D%66466B7E466466462HBX0VC68M52CT4ACUG54DWNR%9LTNF73Q-F+D378TJOBMUH4SLO1G%%OBKU"
        "G5AEQ5LY6$FHLYRL/K*J7RI1THN97O/VDFRQEG5-:580"
    ),
    Booking: (
        "QCB1:TWGSLK/-4N69-09-6LZOC-U9J7BV%K%.CAW5$OD8ZDDF3JX0U13DF3-P0*9J65A-PI%FOFPMT$NU9UTK404D4TL100000AM"
        "G+94WJC6VCP.C:8DIKD$VDB/DQ8ENF6TF6$96F46.SAT47646356FD0E48728R:R6LH UQRWL.GH*MDH4D$7A+.V2FHR7A MQXQ7"
        "9TP6T11/AD$N$*4K:5Y2Q6QF73FIPG1CF5EN8CAY/VVOM5$DEK020"
    ),
    Certificate: (
        "QCC1:TWGSLK/-4N69-09-6LZOC-U9I7BW%K%.CAW5$OD8ZDDF3-+2%9JDF3-P0+9J.FKERKI60*Y0F6BHHFC+AS8IIXAY68FHMQI"
        "TLTH+9I-$GY6TU5OGJS6FIC*LP0J/E7V50G205$CTVDC$DAECGVC27BIOS$P4KSKD$ADUO3P2E$QSK4U+G.U2Z$6*DDNI41*DF3G"
        "RJO6%A9+33JPPO79$F-MO3 RPZKIK1FUA+K9AO8I+F1Q4+P6HVS"
    ),
    RevocationList: (
        "QCR1:hE2iAScESFZHWqdUY0dMoFg3ogYaawSOmDoAAQAAgweCcDAwMTEyMjMzNDQ1NTY2ZmZsNDgyMTM5MDc3NTY0gUhltgZz1u2"
        "IS1hAzovi1lA5Ll-8N-XfgXIw8IgNk3Eol5crcShBYhMbPwnbewgf5fVvWKgTpq5xh9XlFM6hMdAlFVoxV_HOSyWZAw"
    ),
}
"""The codes of `EXAMPLES` as the first release wrote them: cards live for years."""


@each_example
def test_codes_are_written_and_read_as_by_the_first_release(payload: Payload) -> None:
    assert encode(payload, HUB) == GOLDEN[type(payload)]
    assert read(GOLDEN[type(payload)]) == payload


# ── Sizes ──


def qr_version(text: str, level: int) -> int:
    code = qrcode.QRCode(error_correction=level)
    code.add_data(text)
    code.make(fit=True)
    return int(code.version)


@pytest.mark.parametrize("space", SPACES)
def test_a_plain_card_of_every_space_has_at_most_180_characters_and_fits_the_promised_pictures(space: str) -> None:
    text = encode(Card(new_number(), space, NOW, NOW + 5 * 365 * DAY), HUB)
    assert len(text) <= 180
    assert qr_version(text, qrcode.constants.ERROR_CORRECT_M) <= 8
    assert qr_version(text, qrcode.constants.ERROR_CORRECT_Q) <= 9


@pytest.mark.parametrize("language", ["zh-Hans", "fil", "en"])
def test_a_card_with_every_preference_still_fits_version_8_at_level_m(language: str) -> None:
    text = encode(Card(new_number(), "erlembaldo", NOW, NOW + 5 * 365 * DAY, language, tuple(ACCESS_LETTERS)), HUB)
    assert qr_version(text, qrcode.constants.ERROR_CORRECT_M) <= 8


def test_the_longest_identifiers_still_fit_into_a_code() -> None:
    long = "x" * 120
    ticket = replace(TICKET, terminal=long, occurrence=long, incarnation=2**53 - 1, issued=2**40, expires=2**40 + 1)
    text = encode(ticket, HUB)
    assert len(text) <= MAX_CODE_CHARS
    assert read(from_url(to_url(text)), now=None) == ticket


# ── What cannot be written ──

UNFIT: Mapping[str, Payload] = {
    "a number with a wrong check digit": replace(CARD, number="482139077560"),
    "a number that is too short": replace(CARD, number="48213907756"),
    "a number with foreign digits": replace(CARD, number="٤82139077564"),
    "a number of letters": replace(CARD, number="abcdefghijkl"),
    "a space with a blank": replace(CARD, space="largo boccioni"),
    "an empty space": replace(CARD, space=""),
    "a language that is none": replace(CARD, language="italiano"),
    "an access preference that is no code": replace(CARD, access=("grande, grande",)),
    "more access preferences than fit": replace(CARD, access=tuple(f"preference_number_{n}" for n in range(9))),
    "an end before the beginning": replace(CARD, expires=NOW),
    "a time before 1970": replace(CARD, issued=-1),
    "a time that is no whole number": replace(CARD, issued=float(NOW)),  # type: ignore[arg-type]
    "a serial in capitals": replace(BADGE, serial="00112233445566FF"),
    "a serial that is too short": replace(BADGE, serial="0011"),
    "a ticket that lasts too long": replace(TICKET, expires=NOW + TICKET_SECONDS + 1),
    "a ticket for nobody": replace(TICKET, people=0),
    "a ticket for a hundred": replace(TICKET, people=100),
    "a ticket held by a number": replace(TICKET, held=1),  # type: ignore[arg-type]
    "a negative incarnation": replace(TICKET, incarnation=-1),
    "a booking that is no UUIDv7": replace(BOOKING, booking="0192f0c0a1b24abc8def0123456789ab"),
    "an identifier that is too long": replace(BOOKING, occurrence="x" * 121),
    "a certificate that lasts too long": replace(CERTIFICATE, expires=NOW + CERTIFICATE_SECONDS + 1),
    "a certificate under another key id": replace(CERTIFICATE, kid=HUB.kid),
    "a public key that is too short": replace(CERTIFICATE, public=b"x" * 31),
    "a revoked key id that is none": replace(REVOCATIONS, revoked_kids=frozenset({"abc"})),
    "a revoked id with a line end": replace(REVOCATIONS, revoked=frozenset({"482139077564\n"})),
}


@pytest.mark.parametrize("payload", UNFIT.values(), ids=UNFIT.keys())
def test_what_is_out_of_bounds_is_not_made_into_a_code(payload: Payload) -> None:
    with pytest.raises(CodeError) as caught:
        encode(payload, HUB)
    assert caught.value.reason is Reason.UNFIT


def test_a_revocation_list_beyond_its_bound_is_not_made() -> None:
    too_many = frozenset(f"{n:0120d}" for n in range(MAX_LIST_CHARS // 160))
    with pytest.raises(CodeError) as caught:
        encode(replace(REVOCATIONS, revoked=too_many), HUB)
    assert caught.value.reason is Reason.UNFIT


# ── Whom and when to believe ──


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    sentences = {str(CodeError(reason)) for reason in Reason}
    assert len(sentences) == len(Reason)
    assert all(sentence.endswith(".") for sentence in sentences)


@each_example
def test_a_code_of_an_unknown_key_is_refused_as_such(payload: Payload) -> None:
    assert refusal(encode(payload, TERMINAL)) is Reason.UNKNOWN_KEY


@each_example
def test_a_code_signed_with_another_key_under_a_known_key_id_is_damaged(payload: Payload) -> None:
    assert refusal(encode(payload, Signer(HUB.kid, TERMINAL.private))) is Reason.DAMAGED


@each_example
def test_a_key_signs_only_the_kinds_that_it_may(payload: Payload) -> None:
    key = replace(HUB_KEY, kinds=EVERY_KIND - {type(payload)})
    assert refusal(encode(payload, HUB), key) is Reason.NOT_ALLOWED


@each_example
def test_only_the_kinds_that_make_sense_here_are_read(payload: Payload) -> None:
    text = encode(payload, HUB)
    assert read(text, kinds={type(payload)}) == payload
    assert refusal(text, kinds=EVERY_KIND - {type(payload)}) is Reason.WRONG_KIND


@each_example
def test_a_code_never_passes_for_one_of_another_kind(payload: Payload) -> None:
    text = encode(payload, HUB)
    for other in "TPBSC":
        if other != text[2]:
            assert refusal(f"QC{other}{text[3:]}") is Reason.DAMAGED


@each_example
def test_another_version_is_refused_as_such_but_still_recognised(payload: Payload) -> None:
    text = encode(payload, HUB)
    newer = f"{text[:3]}2{text[4:]}"
    assert sniff(newer) is type(payload)
    assert refusal(newer) is Reason.WRONG_VERSION


def test_a_kind_that_only_a_newer_program_knows_is_another_version() -> None:
    assert sniff("QCX1:ABC") is None
    assert refusal("QCX1:ABC") is Reason.WRONG_VERSION


@pytest.mark.parametrize(
    "text", ["", "8001120789003", "https://example.org/i/P1.AAAA", "qct1:ABC", " QCT1:ABC", "HC1:6BF"]
)
def test_what_is_no_code_of_ours_is_foreign(text: str) -> None:
    assert sniff(text) is None
    assert refusal(text) is Reason.FOREIGN


def test_what_is_too_long_is_not_even_looked_at() -> None:
    assert refusal("QCT1:" + "0" * MAX_CODE_CHARS) is Reason.TOO_LONG
    assert refusal("QCR1:" + "A" * MAX_LIST_CHARS) is Reason.TOO_LONG
    with pytest.raises(CodeError) as caught:
        from_url("P1." + "A" * MAX_CODE_CHARS)
    assert caught.value.reason is Reason.TOO_LONG


@pytest.mark.parametrize("payload", [CARD, BADGE, TICKET, BOOKING, CERTIFICATE], ids=name_of)
def test_a_code_is_good_until_the_second_before_it_expires(
    payload: Card | Badge | Ticket | Booking | Certificate,
) -> None:
    text = encode(payload, HUB)
    assert read(text, now=payload.expires - 1) == payload
    assert refusal(text, now=payload.expires) is Reason.EXPIRED


def test_a_revocation_list_has_an_age_and_no_end() -> None:
    assert read(encode(REVOCATIONS, HUB), now=HUB_KEY.not_after - 1) == REVOCATIONS


@each_example
def test_a_code_from_a_clock_that_is_a_little_ahead_is_good_already(payload: Payload) -> None:
    text = encode(payload, HUB)
    assert read(text, now=payload.issued - CLOCK_SKEW_SECONDS) == payload
    assert refusal(text, now=payload.issued - CLOCK_SKEW_SECONDS - 1) is Reason.NOT_YET_VALID


@each_example
def test_a_key_signs_nothing_before_its_time(payload: Payload) -> None:
    key = replace(HUB_KEY, not_before=NOW + DAY)
    text = encode(payload, HUB)
    assert refusal(text, key, now=NOW + DAY - CLOCK_SKEW_SECONDS - 1) is Reason.NOT_YET_VALID


@each_example
def test_without_a_trusted_clock_neither_codes_nor_keys_expire(payload: Payload) -> None:
    ended = replace(HUB_KEY, not_before=NOW - 20 * DAY, not_after=NOW - 10 * DAY)
    assert read(encode(payload, HUB), ended, now=None) == payload


def test_a_terminals_certificate_lets_it_sign_cards_of_its_space_and_its_own_tickets_and_bookings() -> None:
    certificate = read(encode(CERTIFICATE, HUB), kinds={Certificate})
    assert isinstance(certificate, Certificate)
    key = verify_key(certificate)
    within: tuple[Payload, ...] = (CARD, TICKET, BOOKING)
    for payload in within:
        assert read(encode(payload, TERMINAL), key) == payload
    beyond: tuple[Payload, ...] = (
        replace(CARD, space="omero"),
        replace(TICKET, terminal="t-other"),
        replace(BOOKING, terminal="t-other"),
        BADGE,
        CERTIFICATE,
        REVOCATIONS,
    )
    for payload in beyond:
        assert refusal(encode(payload, TERMINAL), key) is Reason.NOT_ALLOWED


def test_a_delegated_card_is_good_after_its_certificate_only_when_the_hub_confirmed_it() -> None:
    key = verify_key(CERTIFICATE)
    text = encode(CARD, TERMINAL)
    after = CERTIFICATE.expires
    assert read(text, key, now=after - 1) == CARD
    assert refusal(text, key, now=after) is Reason.KEY_EXPIRED
    assert refusal(text, key, now=after, confirmed={new_number()}) is Reason.KEY_EXPIRED
    assert read(text, key, now=after, confirmed={CARD.number}) == CARD


def test_codes_of_a_revoked_key_are_refused_except_those_that_the_hub_confirmed() -> None:
    key = verify_key(CERTIFICATE)
    text = encode(CARD, TERMINAL)
    stolen = RevocationList(8, NOW, frozenset(), frozenset({TERMINAL.kid}))
    assert refusal(text, key, revocations=stolen) is Reason.KEY_REVOKED
    assert refusal(text, key, revocations=stolen, now=None) is Reason.KEY_REVOKED
    assert read(text, key, revocations=stolen, confirmed={CARD.number}) == CARD
    assert refusal(encode(CERTIFICATE, HUB), revocations=stolen) is Reason.KEY_REVOKED


@pytest.mark.parametrize("payload", [CARD, BADGE, TICKET, BOOKING], ids=name_of)
def test_a_revoked_id_is_refused_even_if_it_was_confirmed(payload: Payload) -> None:
    listed = RevocationList(8, NOW, frozenset({identity(payload)}), frozenset())
    other = RevocationList(8, NOW, frozenset({new_number()}), frozenset())
    text = encode(payload, HUB)
    assert read(text, revocations=other) == payload
    for now in (NOW, None):
        assert refusal(text, revocations=listed, confirmed={identity(payload)}, now=now) is Reason.REVOKED


# ── Nothing else is accepted ──


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


# ── Mutations of good codes: all of them in the proof `mutations` ──


def test_the_same_bytes_in_another_base45_spelling_are_damaged() -> None:
    text = encode(BADGE, HUB)
    assert refusal(text + "\n") is Reason.DAMAGED
    assert refusal(text + ":::") is Reason.DAMAGED
