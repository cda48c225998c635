"""How a sign-up came out, in the product's own words. A provisional place never looks final."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

Tone = Literal["good", "open", "off"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A state in words.

    Attributes:
        tone: good is final, open is still to be decided, off is over.
        title: what happened.
        text: what it means, and what to do.
        can_undo: whether one can still withdraw.
    """

    tone: Tone
    title: str
    text: str
    can_undo: bool


def outcome(state: str, *, online: bool, already: bool = False) -> Outcome:
    """The words for a booking's state.

    Args:
        state: of the booking.
        online: whether the hub answers now.
        already: the person was signed up before; nothing was added.
    """
    if already and state in ("final", "checked_in"):
        return Outcome(
            "good", translate("Outcome", "Sei già iscritto."), translate("Outcome", "Il tuo posto c'è."), True
        )
    match state:
        case "final":
            return Outcome("good", translate("Outcome", "Iscritto"), translate("Outcome", "Il posto è tuo."), True)
        case "checked_in":
            return Outcome(
                "good", translate("Outcome", "Sei già arrivato"), translate("Outcome", "La presenza è segnata."), False
            )
        case "provisional":
            # Online it is the hub's answer that is missing, for a moment; without a network it may take long.
            if online:
                text = translate("Outcome", "Aspetto la conferma: di solito bastano pochi secondi.")
            else:
                text = translate("Outcome", "Ti confermiamo quando torna la rete.")
            return Outcome("open", translate("Outcome", "Richiesta ricevuta."), text, True)
        case "waiting":
            text = translate("Outcome", "Se si libera un posto, lo sai qui con la tessera o dal portiere.")
            return Outcome("open", translate("Outcome", "Sei in lista d'attesa."), text, True)
        case "refused":
            text = translate("Outcome", "Non c'era più posto. Chiedi al portiere se ci sono altre date.")
            return Outcome("off", translate("Outcome", "Iscrizione non riuscita."), text, False)
        case _:
            return Outcome(
                "off",
                translate("Outcome", "Iscrizione annullata."),
                translate("Outcome", "Il posto non è più tuo."),
                False,
            )


def short(state: str) -> str:
    """A state in a list's last column."""
    return {
        "final": translate("Outcome", "iscritto"),
        "checked_in": translate("Outcome", "presente"),
        "provisional": translate("Outcome", "da confermare"),
        "waiting": translate("Outcome", "in lista d'attesa"),
        "refused": translate("Outcome", "non riuscita"),
        "cancelled": translate("Outcome", "annullata"),
    }[state]


def refusal(reason: str) -> str:
    """Why no sign-up was possible, by the reason of `sync.terminal.signing_up.SignUpError`."""
    return {
        "cancelled": translate("Outcome", "Questa attività è annullata. Scegline un'altra."),
        "over": translate("Outcome", "Questa attività è già finita. Scegline un'altra."),
        "no_signup": translate("Outcome", "Per questa attività non serve iscriversi: vieni e basta."),
    }.get(reason, translate("Outcome", "Questa attività non c'è più. Torna a Oggi qui e scegline un'altra."))
