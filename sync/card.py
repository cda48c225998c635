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

import base64
import hashlib
import re
from collections.abc import Callable, Collection, Container, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeAlias

import cbor2
from base45 import b45decode, b45encode
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.errors import SyncError
from sync.number import NUMBER_DIGITS, with_check_digit

MAX_CODE_CHARS = 700
"""Characters of a code, its prefix included: room for the longest identifiers. A card has about 180."""
MAX_LIST_CHARS = 2_000_000
"""Characters of a revocation list: some 100,000 numbers."""
MAX_ID_CHARS = 120
MAX_PREFERENCE_CHARS = 128
MAX_PEOPLE = 99
MAX_INTEGER = 2**53 - 1
TICKET_SECONDS = 15 * 60
"""The longest life of a phone's sign-up ticket."""
CERTIFICATE_SECONDS = 14 * 24 * 3600
"""The longest life of a terminal's certificate."""
CLOCK_SKEW_SECONDS = 300
"""By how much the clock of the signer may be ahead of ours."""
DEFAULT_LANGUAGE = "it"
ACCESS_LETTERS: Mapping[str, str] = MappingProxyType(
    {"large_text": "l", "contrast": "c", "low_reach": "r", "speech": "s"}
)
"""Access preferences that take one letter on a card; others are written out. Only ever add to it."""

_ISS, _SUB, _EXP, _IAT, _CTI, _CNF, _OWN = 1, 2, 4, 6, 7, 8, -65537  # RFC 8392, RFC 8747; ours is of private use
_HEAD = b"\x84\x4d" + b"\xa2\x01\x27\x04\x48"  # an array of 4, the first a string of 13 bytes: {1: -8, 4: 8 bytes
_KID_BYTES, _SIGNATURE_BYTES = 8, 64
_ID = re.compile(rf"[A-Za-z0-9_.@:\-]{{1,{MAX_ID_CHARS}}}")
_UUID7 = re.compile(r"[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}")
_PREFERENCES = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]{2,8})?)(?:\+([a-z]{1,26}))?((?:,[a-z0-9_]{1,40})*)")
_PREFIX = re.compile(r"QC([A-Z])([0-9]):")
_SEGMENT = re.compile(r"([A-Z])([0-9])\.([A-Za-z0-9_\-]*)")
_VERSION = "1"


class Reason(StrEnum):
    """Why a code is not accepted."""

    FOREIGN = "foreign"
    DAMAGED = "damaged"
    TOO_LONG = "too_long"
    WRONG_KIND = "wrong_kind"
    WRONG_VERSION = "wrong_version"
    UNKNOWN_KEY = "unknown_key"
    NOT_ALLOWED = "not_allowed"
    REVOKED = "revoked"
    KEY_REVOKED = "key_revoked"
    KEY_EXPIRED = "key_expired"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    UNFIT = "unfit"


_SENTENCES = {
    Reason.FOREIGN: "This is no code of Quartieri Connessi. Show the card, the badge or the booking.",
    Reason.DAMAGED: "The code cannot be read. Hold it still and show it again, or type the number.",
    Reason.TOO_LONG: "This is no code of Quartieri Connessi: it is too long.",
    Reason.WRONG_KIND: "This code is for something else. Show the one that is asked for.",
    Reason.WRONG_VERSION: "This code is of another version. Update this program, or ask for a new code.",
    Reason.UNKNOWN_KEY: "Nobody that this machine knows has signed this code. Synchronise, or ask the office.",
    Reason.NOT_ALLOWED: "Whoever signed this code may not issue such codes. Ask the office for a new one.",
    Reason.REVOKED: "This code has been revoked. Ask the portiere for a new one.",
    Reason.KEY_REVOKED: "The terminal that made this code has been revoked. Ask the portiere for a new one.",
    Reason.KEY_EXPIRED: "The terminal that made this code was out of touch too long. Ask the portiere for a new one.",
    Reason.EXPIRED: "This code has expired. Ask for a new one.",
    Reason.NOT_YET_VALID: "This code is not valid yet. Check the clocks, or come back later.",
    Reason.UNFIT: "This cannot be written as a code: a field is out of its bounds.",
}


class CodeError(SyncError):
    """A code that is not accepted, or cannot be made; its text is a sentence that says what to do.

    Attributes:
        reason: why, for programs and for the words on a screen.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(_SENTENCES[reason])
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Card:
    """A member's card. `number` is its id; `space` issued it; `access` is a set of codes, kept sorted."""

    number: str
    space: str
    issued: int
    expires: int
    language: str = DEFAULT_LANGUAGE
    access: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "access", tuple(sorted(set(self.access))))


@dataclass(frozen=True, slots=True)
class Badge:
    """Says which member of staff this is, and gives no authority by itself. `serial`: 16 hexadecimal digits."""

    staff: str
    space: str
    issued: int
    expires: int
    serial: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """A terminal's offer to a phone, for at most 15 minutes. `held`: a seat is kept. `nonce`: 16 hexadecimal digits."""

    terminal: str
    incarnation: int
    occurrence: str
    nonce: str
    people: int
    issued: int
    expires: int
    held: bool


@dataclass(frozen=True, slots=True)
class Booking:
    """A sign-up to show at the door. `booking`: a UUIDv7 as 32 hexadecimal digits."""

    booking: str
    occurrence: str
    people: int
    terminal: str
    issued: int
    expires: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """The hub's word that a terminal may sign codes for at most 14 days. `public`: raw Ed25519 key, 32 bytes."""

    kid: str
    terminal: str
    space: str
    public: bytes
    issued: int
    expires: int


@dataclass(frozen=True, slots=True)
class RevocationList:
    """Every revoked id and key id, exactly. A higher `number` replaces a lower one; `issued` tells its age."""

    number: int
    issued: int
    revoked: frozenset[str]
    revoked_kids: frozenset[str]


Payload: TypeAlias = Card | Badge | Ticket | Booking | Certificate | RevocationList
Kind: TypeAlias = type[Card] | type[Badge] | type[Ticket] | type[Booking] | type[Certificate] | type[RevocationList]


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
    """

    kid: str
    public: Ed25519PublicKey
    not_before: int
    not_after: int
    spaces: frozenset[str] | None
    kinds: frozenset[Kind]
    terminal: str | None = None


@dataclass(frozen=True, slots=True)
class Decoded:
    """A code that was accepted, and the id of the key that signed it."""

    payload: Payload
    kid: str


def key_id(public: Ed25519PublicKey | bytes) -> str:
    """The key id of a public key (or of its 32 raw bytes): 16 hexadecimal digits."""
    raw = public if isinstance(public, bytes) else public.public_bytes_raw()
    return hashlib.sha256(raw).digest()[:_KID_BYTES].hex()


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
        protected = _HEAD[2:] + kid
        signature = signer.private.sign(_to_be_signed(protected, form.prefix.encode(), body))
        raw = _assemble(kid, body, signature)
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
        confirmed: ids that the hub confirmed: good although the key that signed them has expired or was revoked since.

    Raises:
        CodeError: it is not accepted. No other exception leaves here for any text.
    """
    form = _form_of(text, kinds)
    try:
        kid, body, signature = _split(form.disarm(text[len(form.prefix) :]))
        key = keys.get(kid)
        if key is None:
            raise CodeError(Reason.UNKNOWN_KEY)
        if not verify_sign1(key.public, _HEAD[2:] + bytes.fromhex(kid), form.prefix.encode(), body, signature):
            raise CodeError(Reason.DAMAGED)
        payload = form.read(_claims(body))
    except ValueError as error:
        raise CodeError(Reason.DAMAGED) from error
    _judge_signer(payload, key)
    _judge_validity(payload, key, now, revocations, confirmed)
    return Decoded(payload, kid)


def verify_sign1(public: Ed25519PublicKey, protected: bytes, aad: bytes, payload: bytes, signature: bytes) -> bool:
    """Whether the parts of a COSE_Sign1 carry a good Ed25519 signature (RFC 9052, section 4.4)."""
    return verify_ed25519(public, signature, _to_be_signed(protected, aad, payload))


def verify_ed25519(public: Ed25519PublicKey, signature: bytes, message: bytes) -> bool:
    """Whether a signature is good (RFC 8032). Every code comes through here."""
    try:
        public.verify(signature, message)
    except InvalidSignature:
        return False
    return True


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
        return f"{form.prefix[2:-1]}.{_to_base64(form.disarm(text[len(form.prefix) :]))}"
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
        return form.prefix + form.armour(_from_base64(match[3]))
    except ValueError as error:
        raise CodeError(Reason.DAMAGED) from error


def _judge_signer(payload: Payload, key: VerifyKey) -> None:
    allowed = type(payload) in key.kinds
    match payload:
        case Card(space=space):
            allowed = allowed and (key.spaces is None or space in key.spaces)
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
    if now is None:
        return
    if not known_good and now >= key.not_after:
        raise CodeError(Reason.KEY_EXPIRED)
    if now < max(key.not_before, payload.issued) - CLOCK_SKEW_SECONDS:
        raise CodeError(Reason.NOT_YET_VALID)
    if not isinstance(payload, RevocationList) and now >= payload.expires:
        raise CodeError(Reason.EXPIRED)


def _to_be_signed(protected: bytes, aad: bytes, payload: bytes) -> bytes:
    return cbor2.dumps(["Signature1", protected, aad, payload])


def _assemble(kid: bytes, body: bytes, signature: bytes) -> bytes:
    return _HEAD + kid + b"\xa0" + cbor2.dumps(body) + b"\x58\x40" + signature


def _split(raw: bytes) -> tuple[str, bytes, bytes]:
    """The key id, claims and signature of bytes that have exactly the form of `_assemble`; else ValueError."""
    start = len(_HEAD) + _KID_BYTES + 1
    kid, wrapped, signature = raw[len(_HEAD) : start - 1], raw[start : -_SIGNATURE_BYTES - 2], raw[-_SIGNATURE_BYTES:]
    body = next((wrapped[n:] for n in (1, 2, 3, 5) if cbor2.dumps(wrapped[n:]) == wrapped), b"")
    if _assemble(kid, body, signature) != raw:
        raise ValueError("not of the one form that a code has")
    return kid.hex(), body, signature


def _claims(body: bytes) -> dict[int, Any]:
    """The claims in bytes whose signature is good (the signer may be a thief); ValueError where they are none."""
    try:
        claims = cbor2.loads(body, max_depth=3, allow_indefinite=False, allow_duplicate_keys=False)
        canonical = cbor2.dumps(claims, canonical=True)
    except Exception as error:  # a general decoder's own troubles with hostile bytes are the bytes' fault
        raise ValueError("no CBOR") from error
    if type(claims) is not dict or canonical != body or any(type(label) is not int for label in claims):
        raise ValueError("no deterministic map")
    return claims


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


def _to_base45(raw: bytes) -> str:
    return str(b45encode(raw), "ascii")


def _from_base45(text: str) -> bytes:
    raw = bytes(b45decode(text))
    if _to_base45(raw) != text:
        raise ValueError("not the one Base45 of these bytes")
    return raw


def _to_base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _from_base64(text: str) -> bytes:
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if _to_base64(raw) != text:
        raise ValueError("not the one base64url of these bytes")
    return raw


# Claims of each kind: a writer, and a reader that raises ValueError for what the writer would not have written.


def _write_card(card: Card) -> dict[int, Any]:
    claims = {_ISS: card.space, _EXP: card.expires, _IAT: card.issued, _CTI: int(card.number[:-1]).to_bytes(5)}
    preferences = _write_preferences(card.language, card.access)
    return claims if preferences == DEFAULT_LANGUAGE else claims | {_OWN: preferences}


def _read_card(claims: dict[int, Any]) -> Card:
    _has(claims, _ISS, _EXP, _IAT, _CTI, optional=_OWN)
    digits = str(int.from_bytes(_octets(claims[_CTI], 5)))
    if len(digits) != NUMBER_DIGITS - 1 or claims.get(_OWN) == DEFAULT_LANGUAGE:
        raise ValueError("no card")
    language, access = _read_preferences(claims.get(_OWN, DEFAULT_LANGUAGE))
    return Card(with_check_digit(digits), _ident(claims[_ISS]), *_times(claims), language, access)


def _write_preferences(language: str, access: Collection[str]) -> str:
    """``ar+cl,braille``: the language, letters of known access preferences, others written out."""
    letters = "".join(sorted(ACCESS_LETTERS[code] for code in access if code in ACCESS_LETTERS))
    others = "".join(f",{code}" for code in sorted(access) if code not in ACCESS_LETTERS)
    return language + (f"+{letters}" if letters else "") + others


def _read_preferences(text: object) -> tuple[str, tuple[str, ...]]:
    """Leaves out letters that only a newer program knows: a card that wishes more than a terminal has is still good."""
    match = _PREFERENCES.fullmatch(text) if type(text) is str and len(text) <= MAX_PREFERENCE_CHARS else None
    if match is None:
        raise ValueError("no preferences")
    letters, others = match[2] or "", match[3].split(",")[1:]
    _ascending(list(letters))
    _ascending(others)
    return match[1], (*(code for code, letter in ACCESS_LETTERS.items() if letter in letters), *others)


def _write_badge(badge: Badge) -> dict[int, Any]:
    times = {_EXP: badge.expires, _IAT: badge.issued}
    return {_ISS: badge.space, _SUB: badge.staff, _CTI: bytes.fromhex(badge.serial)} | times


def _read_badge(claims: dict[int, Any]) -> Badge:
    _has(claims, _ISS, _SUB, _EXP, _IAT, _CTI)
    return Badge(_ident(claims[_SUB]), _ident(claims[_ISS]), *_times(claims), _octets(claims[_CTI], 8).hex())


def _write_ticket(ticket: Ticket) -> dict[int, Any]:
    own = [ticket.incarnation, ticket.occurrence, ticket.people, ticket.held]
    times = {_EXP: ticket.expires, _IAT: ticket.issued}
    return {_ISS: ticket.terminal, _CTI: bytes.fromhex(ticket.nonce), _OWN: own} | times


def _read_ticket(claims: dict[int, Any]) -> Ticket:
    _has(claims, _ISS, _EXP, _IAT, _CTI, _OWN)
    incarnation, occurrence, people, held = _row(claims[_OWN], int, str, int, bool)
    issued, expires = _times(claims, longest=TICKET_SECONDS)
    return Ticket(
        terminal=_ident(claims[_ISS]),
        incarnation=_whole(incarnation, 0, MAX_INTEGER),
        occurrence=_ident(occurrence),
        nonce=_octets(claims[_CTI], 8).hex(),
        people=_whole(people, 1, MAX_PEOPLE),
        issued=issued,
        expires=expires,
        held=held,
    )


def _write_booking(booking: Booking) -> dict[int, Any]:
    times = {_EXP: booking.expires, _IAT: booking.issued}
    own = [booking.occurrence, booking.people]
    return {_ISS: booking.terminal, _CTI: bytes.fromhex(booking.booking), _OWN: own} | times


def _read_booking(claims: dict[int, Any]) -> Booking:
    _has(claims, _ISS, _EXP, _IAT, _CTI, _OWN)
    occurrence, people = _row(claims[_OWN], str, int)
    booking = _octets(claims[_CTI], 16).hex()
    if not _UUID7.fullmatch(booking):
        raise ValueError("no UUIDv7")
    people = _whole(people, 1, MAX_PEOPLE)
    return Booking(booking, _ident(occurrence), people, _ident(claims[_ISS]), *_times(claims))


def _write_certificate(certificate: Certificate) -> dict[int, Any]:
    times = {_EXP: certificate.expires, _IAT: certificate.issued}
    confirmation = _confirmation(certificate.public)
    return {_SUB: certificate.terminal, _CNF: confirmation, _OWN: certificate.space} | times


def _read_certificate(claims: dict[int, Any]) -> Certificate:
    _has(claims, _SUB, _EXP, _IAT, _CNF, _OWN)
    match claims[_CNF]:
        case {1: {-2: bytes(public)}} if cbor2.dumps(claims[_CNF], canonical=True) == cbor2.dumps(
            _confirmation(_octets(public, 32)), canonical=True
        ):
            terminal, space = _ident(claims[_SUB]), _ident(claims[_OWN])
            return Certificate(key_id(public), terminal, space, public, *_times(claims, longest=CERTIFICATE_SECONDS))
    raise ValueError("no certificate")


def _confirmation(public: bytes) -> dict[int, Any]:
    """The cnf claim (RFC 8747) with an Ed25519 public key as a COSE_Key (RFC 9053, section 7.2)."""
    return {1: {1: 1, -1: 6, -2: public}}


def _write_revocations(revocations: RevocationList) -> dict[int, Any]:
    kids = [bytes.fromhex(kid) for kid in sorted(revocations.revoked_kids)]
    return {_IAT: revocations.issued, _OWN: [revocations.number, sorted(revocations.revoked), kids]}


def _read_revocations(claims: dict[int, Any]) -> RevocationList:
    _has(claims, _IAT, _OWN)
    number, revoked, kids = _row(claims[_OWN], int, list, list)
    ids = [_ident(value) for value in revoked]
    hexes = [_octets(kid, _KID_BYTES).hex() for kid in kids]
    _ascending(ids)
    _ascending(hexes)
    issued = _whole(claims[_IAT], 0, MAX_INTEGER)
    return RevocationList(_whole(number, 0, MAX_INTEGER), issued, frozenset(ids), frozenset(hexes))


def _has(claims: dict[int, Any], *required: int, optional: int | None = None) -> None:
    if claims.keys() - {optional} != set(required) - {optional}:
        raise ValueError("a claim is missing or too many")


def _times(claims: dict[int, Any], longest: int = MAX_INTEGER) -> tuple[int, int]:
    issued, expires = _whole(claims[_IAT], 0, MAX_INTEGER), _whole(claims[_EXP], 0, MAX_INTEGER)
    if not 0 < expires - issued <= longest:
        raise ValueError("no lifetime")
    return issued, expires


def _row(value: object, *types: type) -> list[Any]:
    if type(value) is not list or [type(item) for item in value] != list(types):
        raise ValueError("no row of that form")
    return value


def _whole(value: object, low: int, high: int) -> int:
    if type(value) is not int or not low <= value <= high:
        raise ValueError("no integer within its bounds")
    return value


def _ident(value: object) -> str:
    if type(value) is not str or not _ID.fullmatch(value):
        raise ValueError("no identifier")
    return value


def _octets(value: object, size: int) -> bytes:
    if type(value) is not bytes or len(value) != size:
        raise ValueError("no byte string of that size")
    return value


def _ascending(values: list[str]) -> None:
    if values != sorted(set(values)):
        raise ValueError("not in order, or twice")


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind of code is written and read."""

    prefix: str
    write: Callable[[Any], dict[int, Any]]
    read: Callable[[dict[int, Any]], Payload]
    max_chars: int = MAX_CODE_CHARS
    armour: Callable[[bytes], str] = _to_base45
    disarm: Callable[[str], bytes] = _from_base45


_FORMS: Mapping[Kind, _Form] = {
    Card: _Form("QCT1:", _write_card, _read_card),
    Ticket: _Form("QCP1:", _write_ticket, _read_ticket),
    Booking: _Form("QCB1:", _write_booking, _read_booking),
    Badge: _Form("QCS1:", _write_badge, _read_badge),
    Certificate: _Form("QCC1:", _write_certificate, _read_certificate),
    RevocationList: _Form("QCR1:", _write_revocations, _read_revocations, MAX_LIST_CHARS, _to_base64, _from_base64),
}
_BY_LETTER: Mapping[str, Kind] = {form.prefix[2]: kind for kind, form in _FORMS.items()}
KINDS: Mapping[str, Kind] = {
    "card": Card, "ticket": Ticket, "booking": Booking, "badge": Badge,
    "certificate": Certificate, "revocations": RevocationList,
}  # fmt: skip
"""Payload types by the names under which rows store what a key may sign."""
