"""The claims (CWT, RFC 8392) of each kind of code: a writer, and a reader that raises ValueError for what the writer
would not have written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

import cbor2

from sync.number import NUMBER_DIGITS, with_check_digit
from sync.payloads import (
    DEFAULT_LANGUAGE,
    KID_BYTES,
    Badge,
    Booking,
    Card,
    Certificate,
    RevocationList,
    Ticket,
    key_id,
)

MAX_ID_CHARS = 120
MAX_PREFERENCE_CHARS = 128
MAX_PEOPLE = 99
MAX_INTEGER = 2**53 - 1
TICKET_SECONDS = 15 * 60
"""The longest life of a phone's sign-up ticket."""
CERTIFICATE_SECONDS = 14 * 24 * 3600
"""The longest life of a terminal's certificate."""
ACCESS_LETTERS: Mapping[str, str] = MappingProxyType(
    {"large_text": "l", "contrast": "c", "low_reach": "r", "speech": "s"}
)
"""Access preferences that take one letter on a card; others are written out. Only ever add to it."""

_ISS, _SUB, _EXP, _IAT, _CTI, _CNF, _OWN = 1, 2, 4, 6, 7, 8, -65537  # RFC 8392, RFC 8747; ours is of private use
_ID = re.compile(rf"[A-Za-z0-9_.@:\-]{{1,{MAX_ID_CHARS}}}")
_UUID7 = re.compile(r"[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}")
_PREFERENCES = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]{2,8})?)(?:\+([a-z]{1,26}))?((?:,[a-z0-9_]{1,40})*)")


def write_card(card: Card) -> dict[int, Any]:
    """The claims of a card."""
    claims = {_ISS: card.space, _EXP: card.expires, _IAT: card.issued, _CTI: int(card.number[:-1]).to_bytes(5)}
    preferences = _write_preferences(card.language, card.access)
    return claims if preferences == DEFAULT_LANGUAGE else claims | {_OWN: preferences}


def read_card(claims: dict[int, Any]) -> Card:
    """The card that claims say.

    Raises:
        ValueError: they are not of the one form.
    """
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


def write_badge(badge: Badge) -> dict[int, Any]:
    """The claims of a badge."""
    times = {_EXP: badge.expires, _IAT: badge.issued}
    return {_ISS: badge.space, _SUB: badge.staff, _CTI: bytes.fromhex(badge.serial)} | times


def read_badge(claims: dict[int, Any]) -> Badge:
    """The badge that claims say.

    Raises:
        ValueError: they are not of the one form.
    """
    _has(claims, _ISS, _SUB, _EXP, _IAT, _CTI)
    return Badge(_ident(claims[_SUB]), _ident(claims[_ISS]), *_times(claims), _octets(claims[_CTI], 8).hex())


def write_ticket(ticket: Ticket) -> dict[int, Any]:
    """The claims of a ticket."""
    own = [ticket.incarnation, ticket.occurrence, ticket.people, ticket.held]
    times = {_EXP: ticket.expires, _IAT: ticket.issued}
    return {_ISS: ticket.terminal, _CTI: bytes.fromhex(ticket.nonce), _OWN: own} | times


def read_ticket(claims: dict[int, Any]) -> Ticket:
    """The ticket that claims say.

    Raises:
        ValueError: they are not of the one form.
    """
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


def write_booking(booking: Booking) -> dict[int, Any]:
    """The claims of a booking."""
    times = {_EXP: booking.expires, _IAT: booking.issued}
    own = [booking.occurrence, booking.people]
    return {_ISS: booking.terminal, _CTI: bytes.fromhex(booking.booking), _OWN: own} | times


def read_booking(claims: dict[int, Any]) -> Booking:
    """The booking that claims say.

    Raises:
        ValueError: they are not of the one form.
    """
    _has(claims, _ISS, _EXP, _IAT, _CTI, _OWN)
    occurrence, people = _row(claims[_OWN], str, int)
    booking = _octets(claims[_CTI], 16).hex()
    if not _UUID7.fullmatch(booking):
        raise ValueError("no UUIDv7")
    people = _whole(people, 1, MAX_PEOPLE)
    return Booking(booking, _ident(occurrence), people, _ident(claims[_ISS]), *_times(claims))


def write_certificate(certificate: Certificate) -> dict[int, Any]:
    """The claims of a certificate."""
    times = {_EXP: certificate.expires, _IAT: certificate.issued}
    confirmation = _confirmation(certificate.public)
    return {_SUB: certificate.terminal, _CNF: confirmation, _OWN: certificate.space} | times


def read_certificate(claims: dict[int, Any]) -> Certificate:
    """The certificate that claims say.

    Raises:
        ValueError: they are not of the one form.
    """
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


def write_revocations(revocations: RevocationList) -> dict[int, Any]:
    """The claims of a revocations."""
    kids = [bytes.fromhex(kid) for kid in sorted(revocations.revoked_kids)]
    return {_IAT: revocations.issued, _OWN: [revocations.number, sorted(revocations.revoked), kids]}


def read_revocations(claims: dict[int, Any]) -> RevocationList:
    """The revocations that claims say.

    Raises:
        ValueError: they are not of the one form.
    """
    _has(claims, _IAT, _OWN)
    number, revoked, kids = _row(claims[_OWN], int, list, list)
    ids = [_ident(value) for value in revoked]
    hexes = [_octets(kid, KID_BYTES).hex() for kid in kids]
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
