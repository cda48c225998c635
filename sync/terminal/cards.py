"""Cards that the desk issues: a fact first, durable, which names the number; then the card, signed by this terminal.

The hub lets a terminal sign cards of its space with a certificate of 14 days (`sync.keys`). A card that is issued
without a network is good here at once; elsewhere as long as the certificate lasts, and for good when the hub heard of
it. The same card can be made again from what is known, so that no plug that is pulled costs anybody their card.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import TYPE_CHECKING

from sync import card as codec
from sync.clock import instant
from sync.errors import SyncError
from sync.membership import CARD_LIFE, link_secret
from sync.number import lane_number, lane_start
from sync.terminal import codes
from sync.terminal.members import MemberView, find, lay

if TYPE_CHECKING:
    from sync.terminal.terminal import Terminal


class CardsError(SyncError):
    """No card. `reason`: no_lane (the hub has not let this terminal issue any yet), unknown (nobody has such)."""

    def __init__(self, reason: str) -> None:
        sentences = {
            "no_lane": "The hub has not let this terminal issue cards yet. Synchronise: kiosk sync --once.",
            "unknown": "No member of this space has a card in use with that number. Compare it with the card.",
        }
        super().__init__(sentences[reason])
        self.reason = reason


def free_number(terminal: Terminal) -> str:
    """A number for a new card that nobody else can choose: out of this terminal's lane, and not given out before.

    Raises:
        CardsError: this terminal has no lane yet.
    """
    lane = _lane(terminal)
    if lane is None:
        raise CardsError("no_lane")
    known = lay(*terminal.projection.laid("member"))
    return lane_number(lane, known.keys() | codes.revoked_ids(terminal.projection))


def issue(
    terminal: Terminal, name: str, *, language: str = "it", contact: str | None = None, access: Collection[str] = (),
    by: str | None = None,
) -> str:  # fmt: skip
    """Somebody becomes a member of this space; returns the number of the card.

    Raises:
        CardsError: this terminal may not issue cards yet.
        FactError: a field is out of its bounds.
        DiskFull, StoreError: it was not stored.
    """
    number = free_number(terminal)
    values = {"name": name, "contact": contact, "language": language, "access": sorted(set(access)), "number": number}
    terminal.say("card_issue", {key: value for key, value in values.items() if value}, by=by)
    return number


def reissue(terminal: Terminal, number: str, *, by: str | None = None) -> str:
    """A member lost the card: refuses it from now on, and returns the number of the new one, which has the sign-ups.

    Raises:
        CardsError: nobody has that card, or this terminal may not issue cards yet.
        DiskFull, StoreError: it was not stored.
    """
    _in_use(terminal, number)
    new = free_number(terminal)
    terminal.say("card_replace", {"card": number, "number": new}, by=by)
    return new


def revoke(terminal: Terminal, number: str, *, by: str | None = None) -> None:
    """A card goes out of use.

    Raises:
        CardsError: nobody has that card.
        DiskFull, StoreError: it was not stored.
    """
    _in_use(terminal, number)
    terminal.say("card_revoke", {"card": number}, by=by)


def saw(terminal: Terminal, number: str, *, by: str | None = None) -> None:
    """A document of a member was seen, who became one on a phone; only this is recorded.

    Raises:
        CardsError: nobody has that card.
        DiskFull, StoreError: it was not stored.
    """
    if not _in_use(terminal, number).seen:
        terminal.say("member_seen", {"card": number}, by=by)


def made_here(terminal: Terminal, number: str) -> bool:
    """Whether this terminal issued a card, and so can show it again."""
    lane = _lane(terminal)
    return lane is not None and number.startswith(lane_start(lane))


def text_of(terminal: Terminal, number: str) -> str:
    """The text of the QR code of a card that this terminal issued.

    Raises:
        CardsError: it did not, or it is no longer in use.
    """
    member = _in_use(terminal, number)
    if not made_here(terminal, number):
        raise CardsError("unknown")
    told = terminal.projection.confirmed(number)
    if told is not None:
        expires = instant(told)
        issued = expires - CARD_LIFE
    else:
        issued = (instant(member.at) if member.at else terminal.clock.now()) + timedelta(
            milliseconds=terminal.offset_ms
        )
        expires = issued + CARD_LIFE
    card = codec.Card(
        number=number, space=terminal.space, issued=int(issued.timestamp()), expires=int(expires.timestamp()),
        language=member.language, access=member.access,
    )  # fmt: skip
    return terminal.sign(card)


def page_of(terminal: Terminal, number: str) -> str:
    """The address of a member's own page at the hub, which shows the card and the sign-ups; it is there as soon as the
    hub has heard of the card. "" where this terminal does not know the hub's address for phones, or has no pepper.
    """
    pepper, web = terminal.pepper(), terminal.projection.space().web
    return f"{web.rstrip('/')}/p/{link_secret(pepper, number)}" if pepper and web else ""


def _in_use(terminal: Terminal, number: str) -> MemberView:
    member = find(terminal.projection, number)
    if member is None or not member.active:
        raise CardsError("unknown")
    return member


def _lane(terminal: Terminal) -> int | None:
    keys = terminal.projection.keys()
    return next((one.lane for one in keys if one.terminal == terminal.id and one.lane is not None), None)
