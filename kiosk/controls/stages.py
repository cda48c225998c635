"""Where a request stands, and how it ended, in words (`sync.stages`)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def stage(code: str) -> str:
    """A stage in words."""
    return {
        "received": translate("Requests", "ricevuta"),
        "working": translate("Requests", "in corso"),
        "ready": translate("Requests", "pronta"),
        "reading": translate("Requests", "in lettura"),
        "interview": translate("Requests", "colloquio"),
        "trial": translate("Requests", "prova"),
    }.get(code, code)


def outcome(code: str) -> str:
    """An outcome in words."""
    return {
        "risolto": translate("Requests", "Fatto"),
        "appuntamento": translate("Requests", "Appuntamento preso"),
        "inviato": translate("Requests", "Inviato a un altro servizio"),
        "non_risolvibile": translate("Requests", "Non si può fare"),
        "ritirata": translate("Requests", "Non serve più"),
        "consegnato": translate("Requests", "Consegnato"),
        "non_disponibile": translate("Requests", "Non disponibile"),
        "inserito": translate("Requests", "Inserimento riuscito"),
        "posti_finiti": translate("Requests", "Posti finiti"),
        "non_adatto": translate("Requests", "Non adatto"),
        "messi_in_contatto": translate("Requests", "Messi in contatto"),
    }.get(code, code)
