"""The words of the page of closed days in English, as in `sync.hub.office.words`."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "Giornate chiuse": "Closed days",
    "Giornate": "Days",
    "Giorno": "Day",
    "Chiusa": "Closed",
    "persone": "people",
    "passaggi": "drop-ins",
    "arrivi": "arrivals",
    "iscrizioni": "sign-ups",
    "pacchi presi": "parcels taken in",
    "pacchi consegnati": "parcels handed over",
    "alla chiusura %(number)s": "%(number)s at the close",
    "Nessuna giornata chiusa.": "No day was closed.",
}
