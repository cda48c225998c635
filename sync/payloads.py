"""What the codes say: cards, badges, tickets, bookings, certificates, and the list of what is revoked.

Times are whole seconds since 1970.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TypeAlias

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

DEFAULT_LANGUAGE = "it"
KID_BYTES = 8
"""Of SHA-256(public key), in a key id."""


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


def key_id(public: Ed25519PublicKey | bytes) -> str:
    """The key id of a public key (or of its 32 raw bytes): 16 hexadecimal digits."""
    raw = public if isinstance(public, bytes) else public.public_bytes_raw()
    return hashlib.sha256(raw).digest()[:KID_BYTES].hex()
