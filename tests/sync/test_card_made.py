"""How large codes are, and what is not made into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
import qrcode
import qrcode.constants

from sync.card import (
    ACCESS_LETTERS,
    CERTIFICATE_SECONDS,
    MAX_CODE_CHARS,
    MAX_LIST_CHARS,
    TICKET_SECONDS,
    Card,
    CodeError,
    Payload,
    Reason,
    encode,
    from_url,
    to_url,
)
from sync.number import new_number
from tests.support.codes import (
    BADGE,
    BOOKING,
    CARD,
    CERTIFICATE,
    DAY,
    HUB,
    NOW,
    REVOCATIONS,
    TICKET,
)
from tests.sync.codes import read

SPACES = ("boccioni", "capuana", "monti", "erlembaldo", "palmanova", "omero", "faenza", "zoia", "visconti")


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
