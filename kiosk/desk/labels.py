"""The desk's codes in words. Reasons come with labels of the space's own; these stand in where a label is missing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from kiosk.controls import bidi
from kiosk.controls.context import Context
from sync.terminal.views import DropInView

translate = QCoreApplication.translate

AGE_BANDS = ("<18", "18-24", "25-29", "30-54", "55-64", "65-74", "75+")
NO_AGE = "non_rilevata"


def standard() -> dict[str, str]:
    """The reasons of product.md, for a space that has not its own list yet."""
    return {
        "pacchi_posta": translate("Reasons", "Pacchi e posta"),
        "aiuto_digitale": translate("Reasons", "Aiuto digitale, SPID"),
        "informazioni": translate("Reasons", "Informazioni"),
        "chiavi": translate("Reasons", "Chiavi"),
        "piccole_riparazioni": translate("Reasons", "Piccole riparazioni"),
        "ascolto": translate("Reasons", "Ascolto"),
        "pratiche_bandi_casa": translate("Reasons", "Casa: pratiche e bandi"),
        "salute_prenotazioni": translate("Reasons", "Salute, prenotazioni"),
        "altro": translate("Reasons", "Altro motivo"),
    }


def reasons(context: Context) -> dict[str, str]:
    """The space's own list, in its order: code and label."""
    own = {code: context.text(texts) or standard().get(code, code) for code, texts in context.space().reasons}
    return own or standard()


def reason_names(codes: Iterable[str], known: dict[str, str]) -> str:
    """Reasons in words; one that the space no longer has is called by its code, readably."""
    names = (known.get(code) or standard().get(code) or code.replace("_", " ").capitalize() for code in codes)
    return bidi.comma().join(names)


def age(band: str) -> str:
    """An age band as it is written: with a dash that does not break."""
    return band.replace("-", "–")


def dropin(one: DropInView, known: dict[str, str]) -> str:
    """A drop-in in a line: reasons, people, age band."""
    parts = [reason_names(one.reasons, known), str(one.people)]
    if one.age_band != NO_AGE:
        parts.append(age(one.age_band))
    return bidi.joined(parts)
