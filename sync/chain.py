"""The chain of facts: SHA-256 over the hash before and the exact bytes, so that a journal cannot be rewritten unseen.

Imported by the screen's process before its first frame: nothing heavy belongs here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encoded:
    """A fact as it is stored and sent.

    Attributes:
        id: UUIDv7, 32 hexadecimal digits.
        kind: one of `KINDS`.
        raw: the exact bytes that are chained.
        salt: 16 random bytes where there is a personal part.
        personal: the personal part as UTF-8 JSON.
    """

    id: str
    kind: str
    raw: bytes
    salt: bytes | None = None
    personal: bytes | None = None


def personal_hash(salt: bytes, personal: bytes) -> str:
    """What the raw bytes say of the personal part: SHA-256(salt ‖ part), hexadecimal."""
    return hashlib.sha256(salt + personal).hexdigest()


def genesis(terminal: str, incarnation: int) -> bytes:
    """The hash that stands before the first fact of an incarnation."""
    return hashlib.sha256(f"quartieri-connessi journal\x1f{terminal}\x1f{incarnation}".encode()).digest()


def chain(previous: bytes, raw: bytes) -> bytes:
    """The hash of a fact: SHA-256(hash of the fact before it ‖ its raw bytes)."""
    return hashlib.sha256(previous + raw).digest()
