"""PINs of staff: six random digits, and the verifier that the hub makes and a terminal checks without a network.

A verifier is Argon2id (RFC 9106) over HMAC-SHA256(pepper of the space, PIN). Six digits alone are soon guessed from a
stolen verifier; the pepper, which lies in the keyring and never in a database, is what makes guessing pointless.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from argon2 import PasswordHasher, Type, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError

from sync.errors import SyncError

PIN_DIGITS = 6
MEMORY_KIB = 64 * 1024
TIME_COST = 3
PARALLELISM = 1
"""With the two above: 250 to 500 ms on a terminal's processor, and so for each guess."""
MAX_MEMORY_KIB = 4 * MEMORY_KIB
MAX_TIME_COST = 4 * TIME_COST
"""A verifier that wants more than these is not computed: it is damaged, or made to stop the machine."""
MIN_PEPPER_BYTES = 16

_PIN = re.compile(rf"[0-9]{{{PIN_DIGITS}}}")
_HASHER = PasswordHasher(time_cost=TIME_COST, memory_cost=MEMORY_KIB, parallelism=PARALLELISM, type=Type.ID)


class PinFormatError(SyncError):
    """A text that is no PIN, or a pepper that is none."""


def new_pin() -> str:
    """Six random digits."""
    return f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}d}"


def make_verifier(pepper: bytes, pin: str) -> str:
    """What may be stored of a PIN: an Argon2id hash in its usual text form, with a fresh salt.

    Args:
        pepper: the space's secret, at least 16 bytes.
        pin: six ASCII digits.

    Raises:
        PinFormatError: it is no PIN, or the pepper is too short.
    """
    if not _PIN.fullmatch(pin):
        raise PinFormatError(f"A PIN has {PIN_DIGITS} digits.")
    return _HASHER.hash(_peppered(pepper, pin))


def matches(verifier: str, pepper: bytes, pin: str) -> bool:
    """Whether this is the PIN. Takes 250 to 500 ms of a processor and 64 MiB: never call it where a screen is drawn.

    A verifier that cannot be read, or that asks for unreasonable work, matches nothing.

    Raises:
        PinFormatError: the pepper is too short.
    """
    if not _PIN.fullmatch(pin) or not _reasonable(verifier):
        return False
    try:
        return _HASHER.verify(verifier, _peppered(pepper, pin))
    except (VerificationError, InvalidHashError):
        return False


def _peppered(pepper: bytes, pin: str) -> bytes:
    if len(pepper) < MIN_PEPPER_BYTES:
        raise PinFormatError(f"The pepper has {len(pepper)} bytes; it needs at least {MIN_PEPPER_BYTES}.")
    return hmac.new(pepper, pin.encode("ascii"), hashlib.sha256).digest()


def _reasonable(verifier: str) -> bool:
    try:
        wanted = extract_parameters(verifier)
    except InvalidHashError:
        return False
    return wanted.type is Type.ID and wanted.memory_cost <= MAX_MEMORY_KIB and wanted.time_cost <= MAX_TIME_COST
