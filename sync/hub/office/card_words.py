"""The office's words about cards that were shown in two spaces at once in English, by the Italian sentence."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "da guardare": "to be looked at",
    "Ho chiesto: è tutto a posto": "I have asked: all is well",
    "Nessuno va da uno spazio all'altro in così poco tempo. Chiedi alla persona: se qualcuno ha una copia, fai una "
    "nuova tessera.":
        "Nobody gets from one space to the other in so little time. Ask the person: if somebody has a copy, make a "
        "new card.",
    "Segnato: nessuno ne ha una copia. Il banco non lo mostra più dal prossimo collegamento.":
        "Noted: nobody has a copy. The desk no longer shows it from its next connection on.",
    "tessera usata in due spazi insieme": "card used in two spaces at once",
    "tessere usate in due spazi insieme": "cards used in two spaces at once",
    "Usata in due spazi insieme": "Used in two spaces at once",
    "Usate in due spazi insieme": "Used in two spaces at once",
}  # fmt: skip
