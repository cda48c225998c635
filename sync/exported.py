"""What a terminal's export says, as lines of JSON, pure. It is sealed for the hub (`sync.sealed`).

    {"format": 1, "terminal", "incarnation", "epoch", "have", "durable", "first", "before", "counters", "health", …}
    {"raw", "salt", "personal"}         a fact; the first is number `first`, and `before` the hash before it
    {"facts": how many, "signature"}    by the terminal's key, over SHA-256 of all bytes before this line

So a hub can tell that the terminal itself wrote it: anybody could seal a file for the hub's key.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.sealed import SealError

FORMAT = 1
MAX_LINE_BYTES = 256 * 1024
"""Of a fact's line; the head's may be longer: it holds a counter for each occurrence."""
MAX_HEAD_BYTES = 8 * 1024 * 1024
_CONTEXT = b"quartieri-connessi export\x1f"


@dataclass(frozen=True, slots=True)
class Head:
    """Whose facts they are, and where they stand in its chain.

    Attributes:
        terminal: its id.
        incarnation: of its journal.
        first: sequence number of the first fact that follows.
        before: hash of the fact before it, hexadecimal.
        values: all that the head says, counters and health among it.
    """

    terminal: str
    incarnation: int
    first: int
    before: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A fact: its exact text, and its personal part where it has one. `salt` is hexadecimal."""

    raw: str
    salt: str | None
    personal: str | None


def write(head: dict[str, Any], facts: Iterable[Line], key: Ed25519PrivateKey) -> Iterator[bytes]:
    """The content of an export, line by line."""
    digest, count = hashlib.sha256(), 0

    def line(values: dict[str, Any]) -> bytes:
        text = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        digest.update(text)
        return text

    yield line({"format": FORMAT, **head})
    for fact in facts:
        count += 1
        yield line({"raw": fact.raw, "salt": fact.salt, "personal": fact.personal})
    signature = key.sign(_CONTEXT + digest.digest()).hex()
    yield line({"facts": count, "signature": signature})


class Reader:
    """Reads an export.

    Attributes:
        head: known from the start.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        """Reads the head.

        Raises:
            SealError: it is no export that this program reads.
        """
        self._lines = _lines(pieces)
        self._digest = hashlib.sha256()
        first = next(self._lines, b"")
        self._digest.update(first)
        values = _object(first)
        if values.get("format") != FORMAT:
            raise SealError("This export was written by a newer program. Update the hub.")
        try:
            self.head = Head(
                str(values["terminal"]), int(values["incarnation"]), int(values["first"]), str(values["before"]), values
            )
            bytes.fromhex(self.head.before)
        except (KeyError, TypeError, ValueError):
            raise SealError("This export does not say whose facts it holds. Export again.") from None

    def facts(self, terminal_key: bytes) -> Iterator[Line]:
        """The facts; that the terminal itself wrote them is known when this ends.

        Args:
            terminal_key: its raw public key.

        Raises:
            SealError: it did not, or the export is incomplete. What came before must not be used.
        """
        for count, text in enumerate(self._lines):
            values = _object(text)
            if "signature" in values:
                self._check(values, count, terminal_key)
                if next(self._lines, None) is not None:
                    raise SealError("This export goes on after its signature. Export again.")
                return
            self._digest.update(text)
            yield _fact(values)
        raise SealError("This export has no signature: it is cut short. Export again.")

    def _check(self, values: dict[str, Any], count: int, terminal_key: bytes) -> None:
        try:
            key = Ed25519PublicKey.from_public_bytes(terminal_key)
            key.verify(bytes.fromhex(str(values["signature"])), _CONTEXT + self._digest.digest())
        except (InvalidSignature, ValueError):
            raise SealError(f"Terminal {self.head.terminal} did not write this export: it is forged.") from None
        if values.get("facts") != count:
            raise SealError("This export does not hold as many facts as it says. Export again.")


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    pending, limit = b"", MAX_HEAD_BYTES
    for piece in pieces:
        pending += piece
        while (end := pending.find(b"\n")) >= 0:
            yield pending[: end + 1]
            pending, limit = pending[end + 1 :], MAX_LINE_BYTES
        if len(pending) > limit:
            raise SealError("This export has a line that no terminal writes. Export again.")
    if pending:
        raise SealError("This export ends in the middle of a line. Export again.")


def _object(text: bytes) -> dict[str, Any]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        raise SealError("This export is not written as exports are. Export again.")
    return values


def _fact(values: dict[str, Any]) -> Line:
    raw, salt, personal = values.get("raw"), values.get("salt"), values.get("personal")
    if not isinstance(raw, str) or not all(part is None or isinstance(part, str) for part in (salt, personal)):
        raise SealError("This export has a line that is no fact. Export again.")
    return Line(raw, salt, personal)
