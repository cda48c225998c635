"""Sealed positions: where a terminal stands in the feed, or where the hub stood when it told something, as text that
nobody else can make.

A position names the epoch, the scopes, a place in the feed, and the tag of the commit that contains that place, under
a MAC whose key is outside the database. A bad MAC makes that terminal alone start again. What a good MAC proves is
judged by `sync.hub.travel`.

    version 1 | epoch: counter 8, name 8 | scopes: hash 8 | place 8 | tag 8 | MAC 16     57 bytes, base64url
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
from dataclasses import dataclass
from functools import lru_cache

MAC_BYTES = 16
MAX_CURSOR_CHARS = 76
"""All have this length."""

_VERSION = 1
_BODY = struct.Struct(">BQ8s8sQ8s")
_NO_TAG = "0" * 16


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the feed.

    Attributes:
        epoch: as `mark_of_epoch` has it.
        scopes: as `mark_of_scopes` has them.
        pos: up to which, itself included.
        tag: of the commit that contains it, 16 hexadecimal digits; "" before the first.
    """

    epoch: tuple[int, bytes]
    scopes: bytes
    pos: int
    tag: str


@lru_cache(maxsize=64)
def mark_of_epoch(epoch: str) -> tuple[int, bytes]:
    """An epoch's name in 16 bytes: its counter (0 where the name has none) and eight bytes of its random part."""
    counter, dash, name = epoch.partition("-")
    if not dash:
        counter, name = "0", epoch
    if counter.isdecimal() and len(counter) <= 15 and len(name) == 16:
        try:
            return int(counter), bytes.fromhex(name)
        except ValueError:
            pass
    return 0, hashlib.blake2b(epoch.encode(), digest_size=8).digest()


def name_of_epoch(mark: tuple[int, bytes]) -> str:
    """The name that has this mark, where names are the hub's own (`sync.hub.store.history`)."""
    counter, name = mark
    return f"{counter:06d}-{name.hex()}" if counter else name.hex()


@lru_cache(maxsize=65_536)
def mark_of_scopes(scopes: str) -> bytes:
    """Eight bytes of a hash of scopes."""
    return hashlib.blake2b(scopes.encode(), digest_size=8).digest()


def seal(cursor: Cursor, key: bytes) -> str:
    """The position as opaque text."""
    counter, name = cursor.epoch
    tag = bytes.fromhex(cursor.tag or _NO_TAG)
    body = _BODY.pack(_VERSION, counter, name, cursor.scopes, cursor.pos, tag)
    return base64.urlsafe_b64encode(body + hmac.digest(key, body, "sha256")[:MAC_BYTES]).decode()


@lru_cache(maxsize=4_096)
def unseal(text: str, key: bytes) -> Cursor | None:
    """The position, or None where the text was not sealed with this key. One request asks several times."""
    if len(text) != MAX_CURSOR_CHARS or not text.isascii():
        return None
    try:
        data = base64.urlsafe_b64decode(text)
    except ValueError:
        return None
    body, mac = data[: _BODY.size], data[_BODY.size :]
    if len(body) != _BODY.size or not hmac.compare_digest(mac, hmac.digest(key, body, "sha256")[:MAC_BYTES]):
        return None
    _, counter, name, scopes, pos, tag = _BODY.unpack(body)
    return Cursor((counter, name), scopes, pos, "" if tag == bytes(8) else tag.hex())
