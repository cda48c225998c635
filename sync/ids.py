"""Identifiers: UUIDv7 (RFC 9562) for what is created, short digests for what is derived.

A UUIDv7 starts with the time, so that keys made one after the other lie one after the other in an index.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import uuid
from datetime import datetime


def uuid7(now: datetime) -> str:
    """A new UUIDv7 as 32 hexadecimal digits; 74 of its bits are random."""
    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return uuid.UUID(int=value).hex


def derived(*parts: str) -> str:
    """A short stable id (16 characters, 80 bits) of what the parts name; the same parts give the same id."""
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return base64.b32encode(digest[:10]).decode().lower()


def occurrence_id(activity: str, start_utc: str) -> str:
    """The id of an occurrence: its activity and its original start, so that moving it does not rename it.

    Args:
        activity: id of the activity.
        start_utc: original start as `sync.clock.stamp` writes it.
    """
    return f"{activity}@{start_utc.replace('-', '').replace(':', '')}"
