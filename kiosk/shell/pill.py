"""The state of the line in words, for residents and for staff. The words are the product's own: do not polish them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from kiosk.controls import bidi, dates
from kiosk.controls.counts import counted
from sync.clock import local

if TYPE_CHECKING:
    from sync.terminal.views import Connection

translate = QCoreApplication.translate

STALE = timedelta(hours=24)
"""A programme older than this is one to ask about."""

Mark = Literal["dot", "ring", "half"]


@dataclass(frozen=True, slots=True)
class Words:
    """A mark and a sentence: connected (dot), without network (ring), to be asked about (half)."""

    mark: Mark
    text: str


def resident(connection: Connection, now: datetime, language: str) -> Words:
    """What residents read about the line.

    Args:
        connection: the line as the engine last saw it.
        now: the time, on the clocks of Milano.
        language: of the screen.
    """
    if not connection.clock_trusted:
        return Words("half", translate("Pill", "L'orologio è da verificare: guarda la data di ogni attività."))
    if connection.updated is None:
        return Words("half", translate("Pill", "Il programma non è ancora arrivato: chiedi al portiere."))
    updated = local(connection.updated)
    if now - updated > STALE:
        day = dates.weekday_and_number(updated.date(), language)
        return Words("half", translate("Pill", "Programma di %1: chiedi conferma al portiere.").replace("%1", day))
    time = dates.clock(updated)
    if connection.online:
        return Words("dot", translate("Pill", "Collegato · aggiornato alle %1").replace("%1", time))
    if updated.date() == now.date():
        words = translate("Pill", "Senza rete: puoi usare il terminale. Programma delle %1.")
    else:
        words = translate("Pill", "Senza rete: puoi usare il terminale. Programma di ieri, %1.")
    return Words("ring", words.replace("%1", time))


def staff(connection: Connection, now: datetime, language: str) -> str:
    """What staff read about what waits: "3 registrazioni da inviare · ultimo invio 13:40"."""
    first = counted.to_send(connection.pending) if connection.pending else translate("Pill", "Tutto inviato")
    if connection.last_sent is None:
        return first
    sent = local(connection.last_sent)
    when = (
        dates.clock(sent)
        if sent.date() == now.date()
        else f"{dates.short_day(sent.date(), language)}{bidi.comma()}{dates.clock(sent)}"
    )
    return first + " · " + translate("Pill", "ultimo invio %1").replace("%1", when)
