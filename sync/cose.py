"""The bytes of a code: COSE_Sign1 (RFC 9052) in one form, and how they are written as text.

    [ << {1: -8 (EdDSA), 4: key id, 8 bytes} >>, {}, << claims >>, signature of 64 bytes ]

untagged, in deterministic CBOR (RFC 8949, section 4.2).
"""

from __future__ import annotations

import base64
from typing import Any

import cbor2
from base45 import b45decode, b45encode
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.payloads import (
    KID_BYTES,
)

HEAD = b"\x84\x4d" + b"\xa2\x01\x27\x04\x48"  # an array of 4, the first a string of 13 bytes: {1: -8, 4: 8 bytes
_SIGNATURE_BYTES = 64


def verify_sign1(public: Ed25519PublicKey, protected: bytes, aad: bytes, payload: bytes, signature: bytes) -> bool:
    """Whether the parts of a COSE_Sign1 carry a good Ed25519 signature (RFC 9052, section 4.4)."""
    return verify_ed25519(public, signature, to_be_signed(protected, aad, payload))


def verify_ed25519(public: Ed25519PublicKey, signature: bytes, message: bytes) -> bool:
    """Whether a signature is good (RFC 8032). Every code comes through here."""
    try:
        public.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def to_be_signed(protected: bytes, aad: bytes, payload: bytes) -> bytes:
    """What is signed (RFC 9052, section 4.4). `aad`: bytes that are signed along and not written."""
    return cbor2.dumps(["Signature1", protected, aad, payload])


def assemble(kid: bytes, body: bytes, signature: bytes) -> bytes:
    """The one form that a code has."""
    return HEAD + kid + b"\xa0" + cbor2.dumps(body) + b"\x58\x40" + signature


def split(raw: bytes) -> tuple[str, bytes, bytes]:
    """The key id, claims and signature of bytes that have exactly the form of `assemble`; else ValueError."""
    start = len(HEAD) + KID_BYTES + 1
    kid, wrapped, signature = raw[len(HEAD) : start - 1], raw[start : -_SIGNATURE_BYTES - 2], raw[-_SIGNATURE_BYTES:]
    body = next((wrapped[n:] for n in (1, 2, 3, 5) if cbor2.dumps(wrapped[n:]) == wrapped), b"")
    if assemble(kid, body, signature) != raw:
        raise ValueError("not of the one form that a code has")
    return kid.hex(), body, signature


def claims_in(body: bytes) -> dict[int, Any]:
    """The claims in bytes whose signature is good (the signer may be a thief); ValueError where they are none."""
    try:
        claims = cbor2.loads(body, max_depth=3, allow_indefinite=False, allow_duplicate_keys=False)
        canonical = cbor2.dumps(claims, canonical=True)
    except Exception as error:  # a general decoder's own troubles with hostile bytes are the bytes' fault
        raise ValueError("no CBOR") from error
    if type(claims) is not dict or canonical != body or any(type(label) is not int for label in claims):
        raise ValueError("no deterministic map")
    return claims


def to_base45(raw: bytes) -> str:
    """Base45 (RFC 9285), for a QR in alphanumeric mode."""
    return str(b45encode(raw), "ascii")


def from_base45(text: str) -> bytes:
    """The bytes of a text that `to_base45` would write; else ValueError."""
    raw = bytes(b45decode(text))
    if to_base45(raw) != text:
        raise ValueError("not the one Base45 of these bytes")
    return raw


def to_base64(raw: bytes) -> str:
    """Base64url without padding, for addresses and the wire."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_base64(text: str) -> bytes:
    """The bytes of a text that `to_base64` would write; else ValueError."""
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if to_base64(raw) != text:
        raise ValueError("not the one base64url of these bytes")
    return raw
