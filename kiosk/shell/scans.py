"""What a code does that was read: decided by what it is and by the screen that one is on, as one table.

Nothing here knows Qt. What a code is has been verified before (`sync.terminal.codes`); what is refused does not come
here.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kiosk.shell.graph import Screen
    from sync.terminal.views import Scanned

Kind = Literal["card", "badge", "booking", "parcel"]
Place = Literal["open", "keep", "who", "checkin", "subject", "pin"]
"""What a card does on a screen (`graph.Screen.card`); and the screens where people of staff say who they are."""


class Act(Enum):
    """What happens."""

    OPEN_CARD = auto()
    """Whoever was here is replaced by the card's holder, whose sign-ups are shown."""
    KEEP_CARD = auto()
    """Whoever was here is replaced by the holder, who goes on where they are."""
    GIVE_CARD = auto()
    """The screen asks who it is, and this is the answer."""
    SHOW_BOOKING = auto()
    """How the sign-up came out."""
    FOR_CARD = auto()
    """The parcel is for the card's holder, who need not be here."""
    SHOW_PARCEL = auto()
    """The desk shows the parcel."""
    SAY_PARCEL = auto()
    """A resident holds a parcel's slip: the portiere knows what to do."""
    CHECK_IN = auto()
    """The holder of the card or of the booking has come."""
    NAME_STAFF = auto()
    """This is who wants to enter the PIN."""
    OPEN_DESK = auto()
    """The resident's visit ends, and the desk opens without names."""
    CHANGE_STAFF = auto()
    """At the desk now stands another person, or the same again; without names."""


TABLE: dict[Kind, dict[Place, Act]] = {
    "card": {
        "open": Act.OPEN_CARD, "keep": Act.KEEP_CARD, "who": Act.GIVE_CARD, "checkin": Act.CHECK_IN,
        "subject": Act.FOR_CARD, "pin": Act.OPEN_CARD,
    },
    "badge": {
        "open": Act.OPEN_DESK, "keep": Act.OPEN_DESK, "who": Act.OPEN_DESK, "checkin": Act.CHANGE_STAFF,
        "subject": Act.CHANGE_STAFF, "pin": Act.NAME_STAFF,
    },
    "booking": {
        "open": Act.SHOW_BOOKING, "keep": Act.SHOW_BOOKING, "who": Act.SHOW_BOOKING, "checkin": Act.CHECK_IN,
        "subject": Act.CHECK_IN, "pin": Act.SHOW_BOOKING,
    },
    "parcel": {
        "open": Act.SAY_PARCEL, "keep": Act.SAY_PARCEL, "who": Act.SAY_PARCEL, "checkin": Act.SHOW_PARCEL,
        "subject": Act.SHOW_PARCEL, "pin": Act.SAY_PARCEL,
    },
}  # fmt: skip


def kind(found: Scanned) -> Kind:
    """What a code is."""
    if found.parcel is not None:
        return "parcel"
    return "badge" if found.badge is not None else "booking" if found.booking is not None else "card"


def place(screen: Screen) -> Place:
    """Where one is, as far as codes care."""
    return "pin" if screen.model == "pin" else screen.card


def act(screen: Screen, found: Scanned) -> Act:
    """What a code does on a screen."""
    return TABLE[kind(found)][place(screen)]
