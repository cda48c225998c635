"""Cursors: where a terminal stands in the feed, sealed so that nobody else can make one.

A cursor names the epoch, the scopes, a position, and the tag of the commit that contains that position, under a MAC
whose key is outside the database. A bad MAC makes that terminal alone start again. A good MAC with a tag that does
not match, or a position beyond the head, proves that the hub went back in time.
"""

from __future__ import annotations

import base64
import hmac
import json
from dataclasses import dataclass

MAC_BYTES = 16
MAX_CURSOR_CHARS = 600


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the feed. `scopes` is the text of the scopes that it was read under."""

    epoch: str
    scopes: str
    pos: int
    tag: str


def seal(cursor: Cursor, key: bytes) -> str:
    """The cursor as opaque text."""
    body = json.dumps([cursor.epoch, cursor.scopes, cursor.pos, cursor.tag], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(hmac.digest(key, body, "sha256")[:MAC_BYTES] + body).decode().rstrip("=")


def unseal(text: str, key: bytes) -> Cursor | None:
    """The cursor, or None where the text was not sealed with this key."""
    if len(text) > MAX_CURSOR_CHARS:
        return None
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None
    mac, body = data[:MAC_BYTES], data[MAC_BYTES:]
    if not hmac.compare_digest(mac, hmac.digest(key, body, "sha256")[:MAC_BYTES]):
        return None
    epoch, scopes, pos, tag = json.loads(body)
    return Cursor(str(epoch), str(scopes), int(pos), str(tag))
