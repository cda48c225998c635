"""The office's words about parcels and notes from shift to shift in English, by the Italian sentence."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "a tutti gli spazi": "to all spaces",
    "Consegne": "Handover",
    "Consegne tra un turno e l'altro": "Notes from shift to shift",
    "consegnati di recente: %(count)s": "handed over lately: %(count)s",
    "Da consegnare": "To be handed over",
    "da più di 14 giorni": "for more than 14 days",
    "da più di 14 giorni: %(count)s": "for more than 14 days: %(count)s",
    "Di chi sono i pacchi lo vede chi lavora nello spazio.": "Those who work in a space see whose the parcels are.",
    "fatto": "done",
    "La legge chi lavora in questo spazio.": "Those who work in this space read it.",
    "Nessun pacco da consegnare.": "No parcels to hand over.",
    "Nessuna consegna.": "No notes.",
    "pacco aspetta da più di 14 giorni": "parcel has waited for more than 14 days",
    "pacchi aspettano da più di 14 giorni": "parcels have waited for more than 14 days",
    "Pacchi": "Parcels",
    "qui: %(count)s": "here: %(count)s",
}
