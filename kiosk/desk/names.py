"""How a person who signed up is called at the desk: by name where a PIN opened it, else by what is on the card."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sync.number import grouped
from sync.terminal.views import BookingView

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
