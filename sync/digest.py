"""What a set of rows adds up to, so that two ends can tell that they hold the same without sending it.

The digest of a row is 64 bits of BLAKE2b over its entity, id, scope and exact body text; that of a set is the sum of
its rows' modulo 2⁶⁴ (after Bellare and Micciancio's incremental hashing, 1997). So it changes with each row in constant
time and in any order. It finds mistakes, not forgers: those are kept out by signatures and TLS.
"""

from __future__ import annotations

import hashlib

MODULUS = 1 << 64


def of_row(entity: str, row_id: str, scope: str, body: str) -> int:
    """The digest of one row, 0 ≤ digest < 2⁶⁴."""
    text = f"{entity}\x1f{row_id}\x1f{scope}\x1f{body}"
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def signed(value: int) -> int:
    """A sum of digests as a signed 64-bit integer, as databases store it."""
    value %= MODULUS
    return value - MODULUS if value >= MODULUS >> 1 else value


def text(value: int) -> str:
    """A sum of digests, signed or not, as 16 hexadecimal digits."""
    return f"{value % MODULUS:016x}"
