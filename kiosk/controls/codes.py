"""What a person reads when a code could not be taken: what happened, what to do, who helps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


INACTIVE = frozenset({"expired", "revoked", "unknown_key", "not_allowed", "key_revoked", "key_expired"})


def claimed(text: str) -> str:
    """What a text claims to be: ``booking``, ``badge``, or ``card`` for everything else."""
    from sync.card import Badge, Booking, sniff

    kind = sniff(text)
    return "booking" if kind is Booking else "badge" if kind is Badge else "card"


def parcel() -> str:
    """What a resident reads who shows a parcel's slip."""
    return translate("Codes", "Questo è il codice di un pacco. Mostralo al portiere.")


def sentence(reason: str, kind: str = "card") -> str:
    """What a person reads.

    Args:
        reason: of a `sync.card.CodeError` or a `sync.number.NumberError`.
        kind: what the code claims to be.
    """
    if kind == "booking" and reason in INACTIVE:
        return translate("Codes", "Questa iscrizione non vale più. Chiedi al portiere.")
    if kind == "badge" and reason in INACTIVE | {"not_yet_valid"}:
        return translate("Codes", "Badge non attivo. Chiedi a chi lo ha rilasciato.")
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
