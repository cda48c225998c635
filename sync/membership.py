"""What both ends say of a member in the same way, pure: how they are called and reached, how long a card lasts,
and their page.

The secret in the address of a member's own page follows from the pepper of the space, which the hub and that space's
terminals hold: a card issued without a network can say the address, and whoever reads a database cannot.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from datetime import timedelta

CARD_LIFE = timedelta(days=3 * 365)
"""How long a card lasts."""
LINK_BYTES = 18
"""Of the secret in an address: 144 bits."""
MAX_ADDRESS = 200
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z0-9-]*[A-Za-z0-9]")
"""What web forms take for an address (HTML, valid e-mail address), with at least one dot: no quoted names, no comments,
and never a line's end, so that no address can bring a header of its own into a letter."""
_LINK = b"page of a member\x00"


def short_name(name: str) -> str:
    """First name and initial: all that a terminal needs to call somebody."""
    first, *rest = name.split()[:8] or [""]
    return f"{first} {rest[-1][0]}." if rest else first


def is_address(contact: str | None) -> bool:
    """Whether what a person left is an e-mail address; a phone number is none."""
    return contact is not None and len(contact) <= MAX_ADDRESS and _ADDRESS.fullmatch(contact.strip()) is not None


def link_secret(pepper: bytes, number: str) -> str:
    """The secret in the address of a member's own page.

    Args:
        pepper: of the space; HMAC-SHA256 (RFC 2104) keeps this use of it apart from that for PINs.
        number: of the card. A new card has a new page.
    """
    mac = hmac.new(pepper, _LINK + number.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mac[:LINK_BYTES]).decode()


def link_digest(secret: str) -> str:
    """What a database keeps of a secret in a link."""
    return hashlib.sha256(secret.encode()).hexdigest()
