"""The hub's order that a terminal erases what it holds, pure: one line of text, signed with the hub's Ed25519 key.

    ERASE1 terminal incarnation key signature

    terminal      its id
    incarnation   the last that the hub issued to it, decimal
    key           the terminal's own public key, 64 hexadecimal digits: ids are given again, keys are not
    signature     the hub's, over a context of its own and the line up to here, 128 hexadecimal digits

There is one spelling of an order, and nothing else is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.errors import SyncError

MAX_ORDER_CHARS = 320
_LINE = re.compile(r"ERASE1 ([A-Za-z0-9][A-Za-z0-9_.\-]{0,79}) ([1-9][0-9]{0,14}) ([0-9a-f]{64}) ([0-9a-f]{128})")
_CONTEXT = b"quartieri-connessi order\x1f"


class OrderError(SyncError):
    """An order that is not obeyed. Its text is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Erase:
    """Who is to erase what it holds. `key`: the terminal's raw public key."""

    terminal: str
    incarnation: int
    key: bytes

    def concerns(self, terminal: str, incarnation: int, key: bytes) -> bool:
        """Whether it is meant for a terminal: in the incarnation that it names or in an earlier one (a clone, a copy
        that was put back, one that has not heard of its newest). One of a later incarnation was let in again since.
        """
        return (self.terminal, self.key) == (terminal, key) and incarnation <= self.incarnation


def write(order: Erase, hub_key: Ed25519PrivateKey) -> str:
    """The order as it is sent.

    Raises:
        OrderError: a member is out of its bounds.
    """
    said = f"ERASE1 {order.terminal} {order.incarnation} {order.key.hex()}"
    text = f"{said} {hub_key.sign(_CONTEXT + said.encode()).hex()}"
    if not _LINE.fullmatch(text):
        raise OrderError(f"No order can be written for the terminal {order.terminal!r}: its id has other characters.")
    return text


def read(text: object, hub_key: bytes) -> Erase:
    """An order, if it is the hub's; whatever is given, this answers or raises an `OrderError`.

    Args:
        text: as it came.
        hub_key: the raw public key of the hub that the terminal was enrolled with.

    Raises:
        OrderError: it is none, or somebody else's.
    """
    if not isinstance(text, str) or len(text) > MAX_ORDER_CHARS:
        raise OrderError("This is no order of a hub.")
    found = _LINE.fullmatch(text)
    if found is None:
        raise OrderError("This is no order of a hub.")
    said = text.rpartition(" ")[0]
    try:
        Ed25519PublicKey.from_public_bytes(hub_key).verify(bytes.fromhex(found[4]), _CONTEXT + said.encode())
    except (InvalidSignature, ValueError):
        raise OrderError("This order was not signed by the hub that this terminal was enrolled with.") from None
    return Erase(found[1], int(found[2]), bytes.fromhex(found[3]))
