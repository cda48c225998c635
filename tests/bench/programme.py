"""A large programme, the same at every run: activities of the nine spaces, each with some occurrences or none.

The rows go through the hub's own models, so that the feed is stamped as in the field. Texts are put together from
phrases of neighbourhood centres; as variety decides how well a page compresses, every description is another one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from sync.clock import ROME, local, stamp
from sync.hub.catalogue import DAYS_AHEAD, DAYS_BACK
from sync.hub.hub import Hub, set_setting
from sync.hub.rolling import ROLLED
from sync.hub.store.models import Activity, Occurrence, Space
from sync.ids import derived, occurrence_id
from tests.bench.measure import Tell

SEED = 20261124
WEEKS = 5
"""Weeks in a row that an activity's rule names."""
BATCH = 500
"""Activities in a transaction."""

_WHAT = (
    ("Laboratorio di cucito", "laboratori"), ("Italiano per chi arriva", "lingua"), ("Doposcuola aperto", "studio"),
    ("Ginnastica dolce", "salute"), ("Cineforum di cortile", "cultura"), ("Sportello digitale", "sportelli"),
    ("Coro di quartiere", "musica"), ("Orto in cassetta", "verde"), ("Torneo di scacchi", "gioco"),
    ("Caffè delle lingue", "lingua"), ("Ciclofficina", "laboratori"), ("Lettura ad alta voce", "cultura"),
    ("Gruppo di cammino", "salute"), ("Prove d'orchestra", "musica"), ("Aiuto compiti di matematica", "studio"),
    ("Cucina senza sprechi", "laboratori"), ("Sportello casa", "sportelli"), ("Banco del riuso", "verde"),
)  # fmt: skip
_HOW = (
    "ripariamo insieme", "primi passi", "livello A1", "livello A2", "gruppo del mattino", "gruppo della sera",
    "porte aperte", "per chi ha perso il filo", "in cortile", "con merenda", "a più voci", "da zero", "in compagnia",
    "una storia alla volta", "con chi ne sa di più", "per cominciare bene la settimana",
    "mani in pasta", "senza fretta",
)  # fmt: skip
_WHO = (
    "per tutti",
    "adulti",
    "bambini dai 6 agli 11 anni",
    "ragazzi dai 12 ai 17 anni",
    "over 65",
    "famiglie",
    "donne",
)
_WHERE = (
    "Sala grande",
    "Sala piccola",
    "Cortile",
    "Cucina",
    "Aula al primo piano",
    "Biblioteca",
    "Palestra",
    "Portico",
)
_OPENINGS = (
    "Ci troviamo intorno a un tavolo e lavoriamo su quello che ognuno porta da casa.",
    "Un appuntamento per chi abita qui e vuole conoscere i vicini facendo qualcosa di utile.",
    "Si può iniziare in qualunque settimana: chi c'è già aiuta chi arriva.",
    "Le prime parole e i primi gesti, con calma, ripetendo tutte le volte che serve.",
    "Un'ora e mezza per muoversi, ridere e tornare a casa più leggeri.",
    "Guardiamo insieme, poi ne parliamo davanti a qualcosa di caldo.",
    "Portate un oggetto rotto: proviamo ad aggiustarlo prima di buttarlo.",
    "Nato da un'idea delle inquiline della scala C, cresciuto con l'aiuto della biblioteca.",
    "Con due volontarie e un operatore del Comune, nello spazio di sempre.",
    "Un percorso breve, pensato per chi lavora e ha poco tempo.",
    "Non servono competenze: bastano curiosità e puntualità.",
    "Ogni incontro è fatto a sé; chi torna trova sempre qualcosa di nuovo.",
)  # fmt: skip
_MIDDLES = (
    "I materiali li mettiamo noi, ma se avete forbici, metro o colori portateli.",
    "È utile avere con sé un documento e, se c'è, l'ultima bolletta.",
    "Chi usa la carrozzina entra dal portone di destra: la rampa è sempre aperta.",
    "I bambini più piccoli possono restare nell'angolo dei giochi con una persona adulta.",
    "Si parla italiano; una mediatrice capisce l'arabo e lo spagnolo.",
    "Alla fine mettiamo in ordine insieme: servono dieci minuti e molte mani.",
    "Se piove ci spostiamo nella sala accanto alla portineria.",
    "Un piccolo quaderno raccoglie le ricette, le parole e i trucchi di ogni settimana.",
    "Ci sono una teiera, qualche biscotto e posto per chi vuole solo ascoltare.",
    "Il gruppo è piccolo perché ognuno abbia il tempo di provare.",
)  # fmt: skip
_ENDINGS = (
    "Per informazioni chiedete in portineria.", "L'ultima volta facciamo festa.", "Si replica in primavera.",
    "Chi viene in bicicletta la lascia in cortile.", "Arrivate cinque minuti prima.", "Il numero di posti è limitato.",
    "Non occorre portare niente.", "Ci si può fermare anche solo per mezz'ora.",
)  # fmt: skip
_NAMES = (
    "Amina", "Bruno", "Carla", "Dmitro", "Elena", "Farid", "Giulia", "Hana", "Ivo", "Jole", "Kamal", "Lucia", "Marco",
    "Nadia", "Oscar", "Paola", "Rosa", "Samir", "Teresa", "Ugo", "Vera", "Yara", "Zeno",
)  # fmt: skip
_STREETS = (
    "via dei Ciclamini",
    "via degli Orti",
    "piazza del Lavatoio",
    "via delle Rondini",
    "largo Portici",
    "via Cava",
)


def fill(hub: Hub, activities: int, weeks: int, now: datetime, tell: Tell = lambda _done, _of: None) -> dict[str, int]:
    """Adds the programme to a hub that has its spaces; says how many rows of each kind it made.

    Each activity has an occurrence in the first `weeks` of its weeks. The hub's own daily expansion is noted as done,
    so that it does not run while something is measured.
    """
    rng = random.Random(SEED)
    with hub.database.read() as session:
        spaces = list(session.scalars(sa.select(Space.id).order_by(Space.id)))
    today = local(now)
    made = 0
    for start in range(0, activities, BATCH):
        with hub.database.write() as session:
            for number in range(start, min(start + BATCH, activities)):
                activity = _activity(rng, number, spaces[number % len(spaces)], today)
                session.add(activity)
                rows = list(_occurrences(activity, weeks))
                session.add_all(rows)
                made += len(rows)
        tell(min(start + BATCH, activities), activities)
    with hub.database.write() as session:
        set_setting(session, ROLLED, today.date().isoformat())
    return {"activities": activities, "occurrences": made}


def change(hub: Hub, count: int, number: int) -> None:
    """Gives so many activities, spread over all, a summary that they never had. `number`: of the change."""
    rng = random.Random(f"{SEED}-{number}")
    with hub.database.write() as session:
        ids = list(session.scalars(sa.select(Activity.id).order_by(Activity.id)))
        for index in range(count):
            activity = session.get_one(Activity, ids[index * len(ids) // count])
            activity.summary = {"it": f"{_summary(rng, rng.choice(_WHO))} Novità {number}."}


def _activity(rng: random.Random, number: int, space: str, today: datetime) -> Activity:
    what, category = rng.choice(_WHAT)
    how, who = rng.choice(_HOW), rng.choice(_WHO)
    first = today.replace(
        tzinfo=None, hour=rng.choice((9, 10, 15, 16, 17, 18, 20)), minute=rng.choice((0, 0, 15, 30)), second=0
    )
    first = first.replace(microsecond=0) + timedelta(days=rng.randint(1 - DAYS_BACK, DAYS_AHEAD - 7 * WEEKS))
    end = first + timedelta(minutes=rng.choice((60, 90, 120, 150)))
    signup = rng.random() < 0.4
    titles = {"it": f"{what}: {how}"}
    if rng.random() < 0.2:
        titles["en"] = f"{what} ({how}), {number % 40 + 1}"
    return Activity(
        id=derived("bench", str(number)), space_id=space, title=titles, summary={"it": _summary(rng, who)},
        description={"it": _description(rng)}, category=category, audience={"it": who}, venue=rng.choice(_WHERE),
        address=f"{rng.choice(_STREETS)} {rng.randint(1, 180)}, Milano" if rng.random() < 0.3 else "",
        access={"it": "piano terra, senza gradini"} if rng.random() < 0.5 else {}, free=rng.random() < 0.9 or None,
        languages=rng.sample(["ar", "es", "en", "uk", "zh"], rng.choice((0, 0, 1, 2))), signup=signup,
        capacity=rng.choice((8, 12, 14, 20, 30)) if signup else None, start=first.isoformat(timespec="minutes"),
        end=end.isoformat(timespec="minutes"), rrule=f"FREQ=WEEKLY;COUNT={WEEKS}",
    )  # fmt: skip


def _summary(rng: random.Random, who: str) -> str:
    return f"Con {rng.choice(_NAMES)} e {rng.choice(_NAMES)}; {who}, {rng.randint(5, 30)} persone al massimo."


def _description(rng: random.Random) -> str:
    parts = [*rng.sample(_OPENINGS, 1), *rng.sample(_MIDDLES, 2), rng.choice(_ENDINGS)]
    contact = f"Chiedete di {rng.choice(_NAMES)} al 02 {rng.randint(1_000_000, 9_999_999)}."
    return " ".join([*parts, contact])


def _occurrences(activity: Activity, weeks: int) -> Iterator[Occurrence]:
    """The same rows as the catalogue's expansion of the activity's rule would make."""
    begin, end = datetime.fromisoformat(activity.start), datetime.fromisoformat(activity.end or activity.start)
    for week in range(weeks):
        start, finish = ((one + timedelta(weeks=week)).replace(tzinfo=ROME) for one in (begin, end))
        values: dict[str, Any] = {"original": stamp(start), "start": stamp(start), "end": stamp(finish)}
        yield Occurrence(
            id=occurrence_id(activity.id, stamp(start)), activity_id=activity.id, space_id=activity.space_id,
            capacity=activity.capacity, **values,
        )  # fmt: skip
