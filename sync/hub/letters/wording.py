"""What a letter says in one language, and the two languages that the others are measured by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sync.hub.telling.standing import Kind


@dataclass(frozen=True)
class Wording:
    """The sentences of one language.

    Attributes:
        locale: for days and hours.
        subject: by kind; ``{title}`` is the activity's.
        first: the first sentence, by kind.
        then: what to do, by kind.
        when, where, access, people: labels.
        at: of a time: ``{day}``, ``{time}``.
        persons: (one, more); where a language counts in more ways, the number alone, after a label that asks how many.
        more: before the address of the activity's page.
        closing: who writes.
        right_to_left: what may be in Latin letters is kept apart, so that it does not turn the line around.
    """

    locale: str
    subject: Mapping[Kind, str]
    first: Mapping[Kind, str]
    then: Mapping[Kind, str]
    when: str
    where: str
    access: str
    people: str
    at: str
    persons: tuple[str, str]
    more: str
    closing: str = "Quartieri Connessi"
    right_to_left: bool = False


ITALIAN = Wording(
    locale="it_IT",
    subject={
        "final": "Iscrizione confermata: {title}",
        "waiting": "Lista d'attesa: {title}",
        "refused": "Iscrizione non riuscita: {title}",
        "cancelled": "Annullato: {title}",
        "moved": "Spostato: {title}",
    },
    first={
        "final": "la tua iscrizione è confermata.",
        "waiting": "i posti sono finiti: sei in lista d'attesa.",
        "refused": "non abbiamo potuto tenerti il posto.",
        "cancelled": "questo incontro è annullato.",
        "moved": "questo incontro è spostato. Il tuo posto resta tuo.",
    },
    then={
        "final": "Se non puoi venire, dillo al portiere: il posto va a un'altra persona.",
        "waiting": "Se si libera un posto ti scriviamo. Non devi fare niente.",
        "refused": "Chiedi al portiere: ti aiuta a trovare un'altra data.",
        "cancelled": "Ci dispiace. Chiedi al portiere quando si rifà.",
        "moved": "Se non puoi venire nel nuovo giorno, dillo al portiere.",
    },
    when="Quando", where="Dove", access="Come si entra", people="Per", at="{day}, ore {time}",
    persons=("1 persona", "{number} persone"), more="Il programma",
)  # fmt: skip

ENGLISH = Wording(
    locale="en_GB",
    subject={
        "final": "Sign-up confirmed: {title}",
        "waiting": "Waiting list: {title}",
        "refused": "No place: {title}",
        "cancelled": "Cancelled: {title}",
        "moved": "New time: {title}",
    },
    first={
        "final": "your sign-up is confirmed.",
        "waiting": "there are no places left: you are on the waiting list.",
        "refused": "we could not keep a place for you.",
        "cancelled": "this meeting is cancelled.",
        "moved": "this meeting has a new time. Your place stays yours.",
    },
    then={
        "final": "If you cannot come, tell the portiere: somebody else gets the place.",
        "waiting": "If a place becomes free we write to you. There is nothing to do.",
        "refused": "Ask the portiere, who helps you to find another date.",
        "cancelled": "We are sorry. Ask the portiere when it takes place again.",
        "moved": "If you cannot come at the new time, tell the portiere.",
    },
    when="When", where="Where", access="How to get in", people="For", at="{day}, {time}",
    persons=("1 person", "{number} people"), more="The programme",
)  # fmt: skip
