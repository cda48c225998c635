"""The QR codec, pure: cards, badges, tickets and bookings, and the certificates and revocation list behind them.

A code is a prefix that names kind and version (``QCT1:`` …), then Base45 (RFC 9285) of a COSE_Sign1 (RFC 9052) that
carries CWT claims (RFC 8392), signed with Ed25519. One profile, and nothing else is read:

    [ << {1: -8 (EdDSA), 4: key id, 8 bytes} >>, {}, << claims >>, signature of 64 bytes ]

untagged, in deterministic CBOR (RFC 8949, section 4.2). The prefix is the external_aad of the signature, so a code of
one kind never passes for another. No general decoder sees a byte whose signature is not verified: up to there a code is
compared with the one form that it can have. The revocation list alone is base64url, because it is never a picture.

A key id is the first 8 bytes of SHA-256(public key), here in hexadecimal. Times are whole seconds since 1970.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Mapping
from dataclasses import dataclass
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.claims import (
    ACCESS_LETTERS,
    CERTIFICATE_SECONDS,
    TICKET_SECONDS,
    read_badge,
    read_booking,
    read_card,
    read_certificate,
    read_revocations,
    read_ticket,
    write_badge,
    write_booking,
    write_card,
    write_certificate,
    write_revocations,
    write_ticket,
)
from sync.cose import (
    HEAD,
    assemble,
    claims_in,
    from_base45,
    from_base64,
    split,
    to_base45,
    to_base64,
    to_be_signed,
    verify_ed25519,
    verify_sign1,
)
from sync.payloads import (
    DEFAULT_LANGUAGE,
    Badge,
    Booking,
    Card,
    Certificate,
    Kind,
    Payload,
    RevocationList,
    Ticket,
    key_id,
)
from sync.refusals import CodeError, Reason

__all__ = [
    "ACCESS_LETTERS",
    "CERTIFICATE_SECONDS",
    "CLOCK_SKEW_SECONDS",
    "DEFAULT_LANGUAGE",
    "KINDS",
    "MAX_CODE_CHARS",
    "MAX_LIST_CHARS",
    "TICKET_SECONDS",
    "Badge",
    "Booking",
    "Card",
    "Certificate",
    "CodeError",
    "Decoded",
    "Kind",
    "Payload",
    "Reason",
    "RevocationList",
    "Signer",
    "Ticket",
    "VerifyKey",
    "decode",
    "encode",
    "from_url",
    "identity",
    "key_id",
    "sniff",
    "to_scan",
    "to_url",
    "verify_ed25519",
    "verify_key",
    "verify_sign1",
]

MAX_CODE_CHARS = 700
"""Characters of a code, its prefix included: room for the longest identifiers. A card has about 180."""
MAX_LIST_CHARS = 2_000_000
"""Characters of a revocation list: some 100,000 numbers."""
CLOCK_SKEW_SECONDS = 300
"""By how much the clock of the signer may be ahead of ours."""

_PREFIX = re.compile(r"QC([A-Z])([0-9]):")
_SEGMENT = re.compile(r"([A-Z])([0-9])\.([A-Za-z0-9_\-]*)")
_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key with its key id."""

    kid: str
    private: Ed25519PrivateKey

    @classmethod
    def of(cls, private: Ed25519PrivateKey) -> Signer:
        """The signer of a private key, under the key id that everybody derives."""
        return cls(key_id(private.public_key()), private)


@dataclass(frozen=True, slots=True)
class VerifyKey:
    """A public key, and what it may sign.

    Attributes:
        not_before, not_after: epoch seconds between which its codes are accepted.
        spaces: whose cards it may sign; None: all.
        kinds: which codes it may sign.
        terminal: the only one that its tickets and bookings may name; None: any.
        withdrawn: it may sign nothing any more; what the hub confirmed before stays good.
    """

    kid: str
    public: Ed25519PublicKey
    not_before: int
    not_after: int
    spaces: frozenset[str] | None
    kinds: frozenset[Kind]
    terminal: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Decoded:
    """A code that was accepted, and the id of the key that signed it."""

    payload: Payload
    kid: str


def identity(payload: Payload) -> str:
    """The id by which a code is revoked or confirmed: card number, badge serial, nonce, booking, key id."""
    match payload:
        case Card():
            return payload.number
        case Badge():
            return payload.serial
        case Ticket():
            return payload.nonce
        case Booking():
            return payload.booking
        case Certificate():
            return payload.kid
        case RevocationList():
            return str(payload.number)


def verify_key(certificate: Certificate) -> VerifyKey:
    """What a terminal may sign while its certificate lasts: cards of its own space, its own tickets and bookings."""
    return VerifyKey(
        kid=certificate.kid,
        public=Ed25519PublicKey.from_public_bytes(certificate.public),
        not_before=certificate.issued,
        not_after=certificate.expires,
        spaces=frozenset({certificate.space}),
        kinds=frozenset({Card, Ticket, Booking}),
        terminal=certificate.terminal,
    )


def encode(payload: Payload, signer: Signer) -> str:
    """The text of a code: for a QR in alphanumeric mode, or (a revocation list) for the wire.

    Raises:
        CodeError: a field is out of its bounds (`Reason.UNFIT`).
    """
    form = _FORMS[type(payload)]
    try:
        claims = form.write(payload)
        if form.read(claims) != payload:
            raise ValueError("what would be read is not what was meant")
        body = cbor2.dumps(claims, canonical=True)
        kid = bytes.fromhex(signer.kid)
        protected = HEAD[2:] + kid
        signature = signer.private.sign(to_be_signed(protected, form.prefix.encode(), body))
        raw = assemble(kid, body, signature)
        text = form.prefix + form.armour(raw)
    except (ValueError, TypeError, AttributeError, OverflowError, cbor2.CBOREncodeError) as error:
        raise CodeError(Reason.UNFIT) from error
    if len(text) > form.max_chars:
        raise CodeError(Reason.UNFIT)
    return text


def decode(
    text: str,
    keys: Mapping[str, VerifyKey],
    *,
    now: int | None,
    kinds: Collection[Kind] | None = None,
    revocations: RevocationList | None = None,
    confirmed: Container[str] = frozenset(),
) -> Decoded:
    """Reads and verifies a code, whatever text it is given.

    Args:
        text: as a reader delivered it (`to_scan`).
        keys: the accepted keys by key id.
        now: epoch seconds; None where the clock is not trusted: then no end and no beginning is judged.
        kinds: the payload types that make sense here; None: all.
        revocations: the newest list, where there is one.
        confirmed: ids that the hub confirmed: good although the key that signed them has expired, was revoked or moved
            to another space since, and whatever dates they bear: whoever stole the key could write any.

    Raises:
        CodeError: it is not accepted. No other exception leaves here for any text.
    """
    form = _form_of(text, kinds)
    try:
        kid, body, signature = split(form.disarm(text[len(form.prefix) :]))
        key = keys.get(kid)
        if key is None:
            raise CodeError(Reason.UNKNOWN_KEY)
        if not verify_sign1(key.public, HEAD[2:] + bytes.fromhex(kid), form.prefix.encode(), body, signature):
            raise CodeError(Reason.DAMAGED)
        payload = form.read(claims_in(body))
    except ValueError as error:
        raise CodeError(Reason.DAMAGED) from error
    _judge_signer(payload, key, confirmed)
    _judge_validity(payload, key, now, revocations, confirmed)
    return Decoded(payload, kid)


def sniff(text: str) -> Kind | None:
    """Which kind of code a text claims to be, of any version, by its prefix alone; None: no code of ours."""
    match = _PREFIX.match(text)
    return _BY_LETTER.get(match[1]) if match else None


def to_scan(text: str) -> str:
    """What a reader delivered, without the line end and blanks that it added: no code begins or ends with a blank."""
    return text.strip()


def to_url(text: str) -> str:
    """A code as one segment of an address (``/i/{ticket}``): the same bytes as base64url, after kind and version.

    Raises:
        CodeError: the text is no code of this version. Its signature is not looked at.
    """
    form = _form_of(text, None)
    try:
        return f"{form.prefix[2:-1]}.{to_base64(form.disarm(text[len(form.prefix) :]))}"
    except ValueError as error:
        raise CodeError(Reason.DAMAGED) from error


def from_url(segment: str) -> str:
    """The code that `to_url` made into a segment, ready for `decode`.

    Raises:
        CodeError: the segment is none. Its signature is not looked at.
    """
    if len(segment) > MAX_CODE_CHARS:
        raise CodeError(Reason.TOO_LONG)
    match = _SEGMENT.fullmatch(segment)
    if match is None:
        raise CodeError(Reason.FOREIGN)
    form = _form_of(f"QC{match[1]}{match[2]}:", None)
    try:
        return form.prefix + form.armour(from_base64(match[3]))
    except ValueError as error:
        raise CodeError(Reason.DAMAGED) from error


def _judge_signer(payload: Payload, key: VerifyKey, confirmed: Container[str]) -> None:
    allowed = type(payload) in key.kinds
    match payload:
        case Card(number=number, space=space):
            allowed = allowed and (key.spaces is None or space in key.spaces or number in confirmed)
        case Ticket(terminal=terminal) | Booking(terminal=terminal):
            allowed = allowed and key.terminal in {None, terminal}
    if not allowed:
        raise CodeError(Reason.NOT_ALLOWED)


def _judge_validity(
    payload: Payload, key: VerifyKey, now: int | None, revocations: RevocationList | None, confirmed: Container[str]
) -> None:
    known_good = identity(payload) in confirmed
    if revocations is not None:
        if identity(payload) in revocations.revoked:
            raise CodeError(Reason.REVOKED)
        kids = {key.kid, payload.kid} if isinstance(payload, Certificate) else {key.kid}
        if not known_good and not kids.isdisjoint(revocations.revoked_kids):
            raise CodeError(Reason.KEY_REVOKED)
    if not known_good and key.withdrawn:
        raise CodeError(Reason.KEY_REVOKED)
    if now is None or known_good:
        return
    if now >= key.not_after:
        raise CodeError(Reason.KEY_EXPIRED)
    if now < max(key.not_before, payload.issued) - CLOCK_SKEW_SECONDS:
        raise CodeError(Reason.NOT_YET_VALID)
    if not isinstance(payload, RevocationList) and now >= payload.expires:
        raise CodeError(Reason.EXPIRED)


def _form_of(text: str, kinds: Collection[Kind] | None) -> _Form:
    match = _PREFIX.match(text)
    if match is None:
        raise CodeError(Reason.FOREIGN)
    kind = _BY_LETTER.get(match[1])
    if kind is None or match[2] != _VERSION:
        raise CodeError(Reason.WRONG_VERSION)
    if kinds is not None and kind not in kinds:
        raise CodeError(Reason.WRONG_KIND)
    form = _FORMS[kind]
    if len(text) > form.max_chars:
        raise CodeError(Reason.TOO_LONG)
    return form


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind of code is written and read."""

    prefix: str
    write: Callable[[Any], dict[int, Any]]
    read: Callable[[dict[int, Any]], Payload]
    max_chars: int = MAX_CODE_CHARS
    armour: Callable[[bytes], str] = to_base45
    disarm: Callable[[str], bytes] = from_base45


_FORMS: Mapping[Kind, _Form] = {
    Card: _Form("QCT1:", write_card, read_card),
    Ticket: _Form("QCP1:", write_ticket, read_ticket),
    Booking: _Form("QCB1:", write_booking, read_booking),
    Badge: _Form("QCS1:", write_badge, read_badge),
    Certificate: _Form("QCC1:", write_certificate, read_certificate),
    RevocationList: _Form("QCR1:", write_revocations, read_revocations, MAX_LIST_CHARS, to_base64, from_base64),
}
_BY_LETTER: Mapping[str, Kind] = {form.prefix[2]: kind for kind, form in _FORMS.items()}
KINDS: Mapping[str, Kind] = {
    "card": Card, "ticket": Ticket, "booking": Booking, "badge": Badge,
    "certificate": Certificate, "revocations": RevocationList,
}  # fmt: skip
"""Payload types by the names under which rows store what a key may sign."""
