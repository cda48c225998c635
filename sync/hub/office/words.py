"""The words of the office in English, by the Italian sentence that stands in template or code."""

from __future__ import annotations

from collections.abc import Mapping

from sync.hub.web.words import N_

DONE: Mapping[str, str] = {
    "approved": N_("Il terminale è ammesso."),
    "revoked": N_("Il terminale è escluso dalla sua prossima richiesta."),
    "written_off": N_("I posti sono di nuovo liberi."),
    "replayed": N_("La registrazione è stata applicata."),
    "still_held": N_("La registrazione non si può ancora applicare: il motivo è nell'elenco."),
    "issued": N_("La tessera è pronta: stampala, o mostrala alla persona."),
    "card_revoked": N_("La tessera non è più attiva. I terminali lo sanno al prossimo collegamento."),
    "saved": N_("Salvato. I terminali lo mostrano al prossimo collegamento."),
    "occurrence_cancelled": N_("L'incontro è annullato."),
    "occurrence_restored": N_("L'incontro è di nuovo in programma."),
    "occurrence_moved": N_("L'incontro è spostato."),
}
"""What was done, by the word that the address carries after a form was taken in."""

ENGLISH: Mapping[str, str] = {}
