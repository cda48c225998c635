"""What a busy desk states: drop-ins with amendments and corrections, about 250 bytes each, the same at every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sync.chain import Encoded
from sync.clock import local, stamp
from sync.envelope import Moment, encode
from sync.facts import parse
from sync.ids import uuid7
from sync.terminal.folder import open_folder
from sync.terminal.journal import Journal
from tests.bench.programme import SEED

REASONS = (
    "pacchi_posta", "aiuto_digitale", "informazioni", "chiavi", "piccole_riparazioni", "ascolto", "pratiche_bandi_casa",
    "salute_prenotazioni", "altro",
)  # fmt: skip
BANDS = ("<18", "18-24", "25-29", "30-54", "55-64", "65-74", "75+")
OPENS, HOURS = 8, 7
"""The desk opens at eight; by three in the afternoon today's facts have been stated."""
A_DAY = 400
"""Facts of an earlier day."""


def state(folder: Path, count: int, today: int, now: datetime) -> int:
    """Journals so many facts, the last of them today and the others on the days before; returns their bytes in all."""
    opened = open_folder(folder, "file")
    journal = Journal(opened.journal, opened.database_key())
    size = 0
    with journal.append() as appending:
        for fact in encoded(count, today, now):
            appending.add(fact)
            size += len(fact.raw)
    journal.close()
    return size


def encoded(count: int, today: int, now: datetime) -> Iterator[Encoded]:
    """The facts in the order of their instants."""
    rng = random.Random(SEED)
    boot = "7c0f6f0e-6f0b-4a52-9d9c-5a2f6f0c1d11"
    last = ""
    for number, at in enumerate(_instants(count, today, now)):
        fact_id = uuid7(at)
        offset = rng.randint(-900, 900)
        moment = Moment(stamp(at), 86_400_000 + number * 977, boot, offset)
        chance = rng.random()
        if last and chance < 0.12:
            changes = {"people": rng.randint(2, 6), "age_band": rng.choice(BANDS), "outcome": "risolto"}
            body = parse("dropin_amend", {"dropin": last, "changes": changes})
        elif last and chance < 0.14:
            body, last = parse("dropin_void", {"dropin": last}), ""
        else:
            reasons = rng.sample(REASONS, rng.choice((1, 1, 1, 2)))
            values = {"reasons": reasons, "people": rng.choice((1, 1, 1, 2, 3)), "age_band": rng.choice(BANDS)}
            body, last = parse("dropin", values), fact_id
        yield encode(body, fact_id, moment, "3k7mzq9c")


def _instants(count: int, today: int, now: datetime) -> Iterator[datetime]:
    opens = local(now).replace(hour=OPENS, minute=0, second=0, microsecond=0)
    earlier = count - today
    days = -(-earlier // A_DAY)
    for number in range(earlier):
        day, place = divmod(number, A_DAY)
        yield opens - timedelta(days=days - day) + timedelta(hours=HOURS) * (place / A_DAY)
    for number in range(today):
        yield opens + timedelta(hours=HOURS) * (number / today)
