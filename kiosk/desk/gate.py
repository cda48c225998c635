"""What needs more than a badge: a badge opens drop-ins and check-in, all else asks for the person's PIN."""

from __future__ import annotations

from kiosk.controls.context import Context


def asks_pin(context: Context) -> bool:
    """Asks for the PIN where a badge alone opened the desk; whether it did."""
    session = context.session
    if session.staff is None or session.named:
        return False
    context.navigate.emit("pin", session.staff.id)
    return True
