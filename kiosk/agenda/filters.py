"""What a person wants to see of a programme: pure. Each choice narrows what the others left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kiosk.agenda.kinds import audiences_of, category_of, languages_of
from sync.terminal.views import OccurrenceView


@dataclass(frozen=True, slots=True)
class Wanted:
    """The choices; an empty one narrows nothing.

    Attributes:
        category, audience, language: a code, see `kiosk.agenda.kinds`.
        free: only what is known to cost nothing.
        seats: only what one can still go to: seats left, or none needed.
    """

    category: str = ""
    audience: str = ""
    language: str = ""
    free: bool = False
    seats: bool = False

    def toggled(self, dimension: str, code: str) -> Wanted:
        """The same with one choice made, or taken back where it was made before."""
        held = getattr(self, dimension)
        return self.choosing(dimension, value=not held if isinstance(held, bool) else ("" if held == code else code))

    def choosing(self, dimension: str, *, value: str | bool) -> Wanted:
        """The same with one choice as it is told."""
        changed: dict[str, Any] = {dimension: value}
        return replace(self, **changed)


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: how much one would see then. `sample`: how the first activity of it spells it."""

    code: str
    count: int
    sample: str = ""


def fits(one: OccurrenceView, wanted: Wanted) -> bool:
    """Whether an occurrence is what a person wants."""
    return (
        (not wanted.category or category_of(one.category) == wanted.category)
        and (not wanted.audience or wanted.audience in audiences_of(one.audience))
        and (not wanted.language or wanted.language in languages_of(one.languages))
        and (not wanted.free or one.free is True)
        and (not wanted.seats or (not one.cancelled and (one.seats is None or one.seats.left > 0)))
    )


def narrowed(found: Iterable[OccurrenceView], wanted: Wanted) -> tuple[OccurrenceView, ...]:
    """What of a programme a person wants, in its order."""
    return tuple(found) if wanted == Wanted() else tuple(one for one in found if fits(one, wanted))


_CODES: dict[str, Callable[[OccurrenceView], Iterable[str]]] = {
    "category": lambda one: [category_of(one.category)],
    "audience": lambda one: audiences_of(one.audience),
    "language": lambda one: languages_of(one.languages),
}


def options(found: Sequence[OccurrenceView], wanted: Wanted, dimension: str) -> list[Option]:
    """What can be chosen of one kind, the most frequent first: how much one would see with it and the other choices.

    A choice that would show nothing is left out, except the one that was made, which can be taken back.
    """
    rest = narrowed(found, wanted.choosing(dimension, value=""))
    count: Counter[str] = Counter()
    sample: dict[str, str] = {}
    for one in rest:
        for code in _CODES[dimension](one):
            if code and not one.cancelled:
                count[code] += 1
                sample.setdefault(code, one.category)
    chosen = getattr(wanted, dimension)
    if chosen and chosen not in count:
        count[chosen] = 0
    ranked = sorted(count.items(), key=lambda entry: (-entry[1], entry[0]))
    return [Option(code, many, sample.get(code, "")) for code, many in ranked]


def count_with(found: Sequence[OccurrenceView], wanted: Wanted, dimension: str) -> int:
    """How much one would see with a yes-or-no choice made, besides the others."""
    return sum(1 for one in narrowed(found, wanted.choosing(dimension, value=True)) if not one.cancelled)
