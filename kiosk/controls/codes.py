"""What a person reads when a code could not be taken: what happened, what to do, who helps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def sentence(reason: str) -> str:
    """The sentence for a `sync.card.CodeError` or a `sync.number.NumberError`, by its reason."""
    match reason:
        case "expired" | "revoked" | "unknown_key" | "not_yet_valid" | "not_allowed" | "key_revoked" | "key_expired":
            return translate("Codes", "Tessera non attiva. Chiedi al portiere.")
        case "too_few" | "too_many" | "empty":
            return translate("Codes", "Il numero della tessera ha 12 cifre. Controlla e riscrivilo.")
        case "mistyped" | "not_digits":
            return translate("Codes", "Una cifra non torna. Confronta il numero con la tessera e riscrivilo.")
        case "wrong_kind" | "foreign":
            return translate("Codes", "Questo codice non serve qui. Mostra la tessera o scrivi il numero.")
        case "wrong_version":
            return translate("Codes", "Questo codice è più nuovo del terminale. Chiedi al portiere.")
        case _:
            return translate("Codes", "Non leggo il codice. Tieni ferma la tessera o scrivi il numero.")
