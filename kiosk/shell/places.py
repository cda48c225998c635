"""Places in words, as the *back* button calls them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kiosk.shell.graph import Place

translate = QCoreApplication.translate


def back_label(place: Place, space_name: Callable[[str], str]) -> str:
    """A place as the *back* button calls it."""
    if place.screen == "space":
        return space_name(place.key)
    names = {
        "home": translate("Shell", "Oggi qui"),
        "week": translate("Shell", "La settimana"),
        "spaces": translate("Shell", "Gli altri spazi"),
        "services": translate("Shell", "I servizi"),
        "board": translate("Shell", "La bacheca"),
        "all": translate("Shell", "Tutti gli spazi"),
        "search": translate("Shell", "Cerca"),
        "activity": translate("Shell", "L'attività"),
        "signup": translate("Shell", "Iscriviti"),
        "card": translate("Shell", "La tua tessera"),
        "desk": translate("Shell", "Portineria"),
        "more": translate("Shell", "Altro"),
        "staff": translate("Shell", "Personale"),
    }
    return names.get(place.screen) or translate("Shell", "Indietro")
