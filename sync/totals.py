"""A day of a desk in figures, pure: reckoned the same way by the terminal, from what it shows, and by the hub."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sync.clock import ROME, stamp

CAME = ("final", "provisional", "waiting", "checked_in")
"""States of a sign-up that counts: neither refused nor withdrawn."""


@dataclass(frozen=True, slots=True)
class Totals:
    """A day.

    Attributes:
        dropins: drop-ins; people: who came with them.
        reasons: drop-ins by reason; one that has several counts for each.
        ages: people by age band.
        checkins: check-ins that were not taken back.
        signups: sign-ups that were made for activities of this space.
        parcels, handed: parcels taken in, and handed over.
    """

    dropins: int = 0
    people: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    ages: dict[str, int] = field(default_factory=dict)
    checkins: int = 0
    signups: int = 0
    parcels: int = 0
    handed: int = 0

    def named(self) -> dict[str, int]:
        """The figures that the fact of a close carries."""
        names = ("dropins", "people", "checkins", "signups", "parcels", "handed")
        return {name: int(getattr(self, name)) for name in names}


def reckon(
    dropins: Iterable[tuple[Sequence[str], int, str]], *, checkins: int, signups: int, parcels: int, handed: int
) -> Totals:
    """The totals.

    Args:
        dropins: reasons, people and age band of each that was not taken back.
        checkins: as in `Totals`.
        signups: as in `Totals`.
        parcels: as in `Totals`.
        handed: as in `Totals`.
    """
    reasons: Counter[str] = Counter()
    ages: Counter[str] = Counter()
    count = people = 0
    for why, number, band in dropins:
        count, people = count + 1, people + number
        reasons.update(set(why))
        ages[band] += number
    return Totals(count, people, dict(reasons), dict(ages), checkins, signups, parcels, handed)


def span(day: date) -> tuple[str, str]:
    """A day on Milano's clocks: its first instant, and the next one's."""
    begin = datetime.combine(day, time(), ROME)
    return stamp(begin), stamp(datetime.combine(day + timedelta(days=1), time(), ROME))
