"""How a person who signed up is called at the desk: by name where a PIN opened it, else by what is on the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from sync.number import grouped
from sync.terminal.members import find
from sync.terminal.views import BookingView

if TYPE_CHECKING:
    from sync.terminal.projection import Projection
    from sync.terminal.registers import ParcelView

translate = QCoreApplication.translate

LAST_DIGITS = 4


def who(booking: BookingView, *, named: bool) -> str:
    """A person. Without a PIN a card is known by its last digits: the holder shows it, others learn nothing."""
    if named and booking.name:
        return booking.name
    if booking.card:
        number = grouped(booking.card) if named else "… " + booking.card[-LAST_DIGITS:]
        return translate("Desk", "Tessera %1").replace("%1", number)
    return translate("Desk", "Senza tessera")


def member(number: str, projection: Projection) -> str:
    """The holder of a card, where a PIN opened the desk: by name where this space knows it, else by the number."""
    found = find(projection, number)
    if found is not None and found.name:
        return found.name
    return translate("Desk", "Tessera %1").replace("%1", grouped(number))


def parcel_for(parcel: ParcelView, projection: Projection) -> str:
    """Whom a parcel is for, where a PIN opened the desk."""
    return parcel.name or (member(parcel.card, projection) if parcel.card else "")
