"""A file that only the hub can read, and that nobody can shorten, reorder or extend unseen.

What a terminal exports leaves the building on a stick. It is encrypted for the hub's Ed25519 key, turned into the
X25519 key that belongs to it: a fresh stream key in a libsodium sealed box, then the content in pieces as a libsodium
*secretstream* (XChaCha20-Poly1305), each of which authenticates its place, and the last one that it is the last.

    "QCSEALED1", line end ‖ sealed box of the stream's key (80 bytes) ‖ stream header (24 bytes)
    ‖ piece, piece, …        a piece: its length as 4 bytes, big-endian, then the ciphertext (at most 64 KB + 17 bytes)

Sealing hides and keeps whole; it does not say who sealed. Whoever writes content that must be believed signs it
(`sync.terminal.export`).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.public import PublicKey, SealedBox
from nacl.signing import SigningKey, VerifyKey

from sync.errors import SyncError

MAGIC = b"QCSEALED1\n"
PIECE_BYTES = 64 * 1024
"""Of content in a piece; all that either end holds at a time."""
_SEALED_KEY = bindings.crypto_secretstream_xchacha20poly1305_KEYBYTES + bindings.crypto_box_SEALBYTES
_HEADER = bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_EXTRA = bindings.crypto_secretstream_xchacha20poly1305_ABYTES
_MESSAGE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_FINAL = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL


class SealError(SyncError):
    """A file that is not sealed, not for this key, damaged, or cut short. Its text is a sentence."""


def seal(content: Iterable[bytes], hub_key: bytes, out: BinaryIO) -> None:
    """Writes a sealed file.

    Args:
        content: in pieces of any size.
        hub_key: the hub's raw Ed25519 public key, 32 bytes.
        out: where to.

    Raises:
        SealError: the key is none.
        OSError: it cannot be written.
    """
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    key = bindings.crypto_secretstream_xchacha20poly1305_keygen()
    header = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    out.write(MAGIC + SealedBox(_public(hub_key)).encrypt(key) + header)
    pending = b""
    for part in content:
        pending += part
        while len(pending) > PIECE_BYTES:
            _write(out, state, pending[:PIECE_BYTES], _MESSAGE)
            pending = pending[PIECE_BYTES:]
    _write(out, state, pending, _FINAL)


def opened(file: BinaryIO, hub_seed: bytes) -> Iterator[bytes]:
    """The content of a sealed file, in pieces; each is authentic when it comes, the whole when this ends.

    Args:
        file: to read.
        hub_seed: the 32 bytes of the hub's private Ed25519 key.

    Raises:
        SealError: see there. What came before it must not be used.
    """
    if file.read(len(MAGIC)) != MAGIC:
        raise SealError("This file is no export of a terminal. `kiosk export FILE` writes one.")
    box = SealedBox(SigningKey(hub_seed).to_curve25519_private_key())
    try:
        key = box.decrypt(_exactly(file, _SEALED_KEY))
    except CryptoError:
        raise SealError("This export was sealed for another hub, or its beginning is damaged.") from None
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, _exactly(file, _HEADER), key)
    tag = _MESSAGE
    while tag != _FINAL:
        piece, tag = _pull(file, state)
        yield piece
    if file.read(1):
        raise SealError("This export goes on after its end: it was altered. Export again.")


def _public(hub_key: bytes) -> PublicKey:
    try:
        return VerifyKey(hub_key).to_curve25519_public_key()
    except (ValueError, RuntimeError, CryptoError):
        raise SealError("The hub's key that this terminal knows is none. Enrol the terminal again.") from None


def _write(out: BinaryIO, state: bindings.crypto_secretstream_xchacha20poly1305_state, part: bytes, tag: int) -> None:
    sealed = bindings.crypto_secretstream_xchacha20poly1305_push(state, part, tag=tag)
    out.write(struct.pack(">I", len(sealed)) + sealed)


def _pull(file: BinaryIO, state: bindings.crypto_secretstream_xchacha20poly1305_state) -> tuple[bytes, int]:
    (size,) = struct.unpack(">I", _exactly(file, 4))
    if not _EXTRA <= size <= PIECE_BYTES + _EXTRA:
        raise SealError("This export is damaged. Export again.")
    try:
        piece, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, _exactly(file, size))
    except (CryptoError, RuntimeError):
        raise SealError("This export is damaged. Export again.") from None
    return bytes(piece), int(tag)


def _exactly(file: BinaryIO, size: int) -> bytes:
    found = file.read(size)
    if len(found) != size:
        raise SealError("This export is cut short. Copy it again, or export again.")
    return found
