"""The questions of a whole drop-in record, each answered by one tap: product.md's codes, with their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

MINUTES = (5, 10, 15, 30, 45, 60, 90)
LANGUAGES = {
    "it": "Italiano", "en": "English", "ar": "العربية", "zh": "中文", "es": "Español", "fil": "Filipino",
    "ro": "Română", "uk": "Українська", "si": "සිංහල", "bn": "বাংলা", "sq": "Shqip", "fr": "Français",
}  # fmt: skip
"""By their own names, those that product.md lists."""
SENT_ON = "inviato"


@dataclass(frozen=True, slots=True)
class Question:
    """A question. `field`: of the drop-in; `answers`: value and words."""

    field: str
    text: str
    answers: tuple[tuple[Any, str], ...]


def questions() -> tuple[Question, ...]:
    """All of them in their order, in the language of the screen."""
    return (
        Question(
            "who",
            translate("Record", "Chi è?"),
            (
                ("inquilino_erp", translate("Record", "Inquilino ERP")),
                ("utente_target", translate("Record", "Seguito dai servizi")),
                ("residente", translate("Record", "Abita nel quartiere")),
                ("altro", translate("Record", "Altra persona")),
            ),
        ),
        Question(
            "first_visit",
            translate("Record", "È la prima volta?"),
            (("si", translate("Record", "Sì, è la prima")), ("no", translate("Record", "No, è già venuta"))),
        ),
        Question(
            "gender",
            translate("Record", "Genere"),
            (
                ("f", translate("Record", "Donna")),
                ("m", translate("Record", "Uomo")),
                ("altro", translate("Record", "Altro")),
            ),
        ),
        Question("language", translate("Record", "In che lingua parla?"), tuple(LANGUAGES.items())),
        Question(
            "mediation",
            translate("Record", "È servita una mediazione?"),
            ((True, translate("Record", "Sì")), (False, translate("Record", "No"))),
        ),
        Question(
            "outcome",
            translate("Record", "Com'è finita?"),
            (
                ("risolto", translate("Record", "Risolto")),
                ("appuntamento", translate("Record", "Dato un appuntamento")),
                (SENT_ON, translate("Record", "Inviata altrove")),
                ("in_sospeso", translate("Record", "In sospeso")),
                ("non_risolvibile", translate("Record", "Non si può risolvere")),
            ),
        ),
        Question(
            "referred_to",
            translate("Record", "A chi l'hai inviata?"),
            (
                ("wemi", translate("Record", "WeMi")),
                ("servizio_sociale", translate("Record", "Servizio sociale")),
                ("custode_sociale", translate("Record", "Custode sociale")),
                ("gestore_casa", translate("Record", "Gestore della casa")),
                ("caf_patronato", translate("Record", "CAF o patronato")),
                ("asst", translate("Record", "ASST")),
                ("cpi", translate("Record", "Centro per l'impiego")),
                ("scuola", translate("Record", "Scuola")),
                ("associazione", translate("Record", "Associazione")),
            ),
        ),
        Question(
            "minutes",
            translate("Record", "Quanti minuti?"),
            tuple((number, str(number)) for number in MINUTES),
        ),
        Question(
            "channel",
            translate("Record", "Come si è fatta viva?"),
            (
                ("di_persona", translate("Record", "Di persona")),
                ("telefono", translate("Record", "Al telefono")),
                ("totem", translate("Record", "Dal totem")),
            ),
        ),
    )


def is_asked(field: str, said: Mapping[str, Any]) -> bool:
    """Whether a question makes sense after what was said already."""
    if field == "mediation":
        return said.get("language") != "it"
    return field != "referred_to" or said.get("outcome") == SENT_ON
