"""The QR codec: round trips, limits, and that nothing but a good code is ever accepted."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import cbor2
import pytest
from base45 import b45decode
from hypothesis import given
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
)
from tests.sync.codes import read, refusal


def name_of(payload: Payload) -> str:
    return type(payload).__name__


each_example = pytest.mark.parametrize("payload", EXAMPLES, ids=name_of)
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


def test_the_same_bytes_in_another_base45_spelling_are_damaged() -> None:
    text = encode(BADGE, HUB)
    assert refusal(text + "\n") is Reason.DAMAGED
    assert refusal(text + ":::") is Reason.DAMAGED
