"""The choices of the agenda in words: what can be chosen, what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.agenda import filters, words
from kiosk.agenda.filters import Wanted
from kiosk.agenda.kinds import OTHER, name_of_other
from kiosk.controls import bidi, dates
from sync.terminal.views import OccurrenceView

translate = QCoreApplication.translate

KINDS = ("category", "audience", "language", "only")
ONLY = ("free", "seats")
MAX_CATEGORIES = 12
MAX_LANGUAGES = 9
"""Tiles of a kind; what is rarer can be searched for."""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A tile. `dimension` and `code` say what it chooses; `count`: how much one would see."""

    code: str
    dimension: str
    label: str
    count: str
    selected: bool


def rows(kind: str, found: Sequence[OccurrenceView], wanted: Wanted) -> list[ChoiceRow]:
    """The tiles of one kind."""
    if kind == "only":
        return [
            ChoiceRow(one, one, only_name(one), str(filters.count_with(found, wanted, one)), getattr(wanted, one))
            for one in ONLY
        ]
    bound = {"category": MAX_CATEGORIES, "language": MAX_LANGUAGES}.get(kind)
    chosen = getattr(wanted, kind)
    return [
        ChoiceRow(one.code, kind, name(kind, one.code, one.sample), str(one.count), one.code == chosen)
        for place, one in enumerate(filters.options(found, wanted, kind))
        if bound is None or place < bound or one.code == chosen
    ]


def in_words(found: Sequence[OccurrenceView], wanted: Wanted) -> str:
    """What was chosen: "Musica · gratuite"."""
    parts = [name(kind, getattr(wanted, kind), _sample(found, wanted)) for kind in KINDS[:3] if getattr(wanted, kind)]
    parts += [only_name(one) for one in ONLY if getattr(wanted, one)]
    return dates.sentence(bidi.joined(part[:1].lower() + part[1:] for part in parts))


def _sample(found: Sequence[OccurrenceView], wanted: Wanted) -> str:
    only = Wanted(category=wanted.category)
    return next((one.category for one in found if wanted.category and filters.fits(one, only)), "")


def name(kind: str, code: str, sample: str = "") -> str:
    """A choice as its tile calls it. `sample`: a category as it was written, for one that has no kind."""
    if kind == "language":
        return dates.sentence(words.language_name(code))
    if kind == "audience":
        return audience_name(code)
    return name_of_other(sample or code.removeprefix(OTHER)) if code.startswith(OTHER) else category_name(code)


def category_name(code: str) -> str:
    """A kind of category."""
    return {
        "lab": translate("Filters", "Laboratori"),
        "language": translate("Filters", "Lingue"),
        "study": translate("Filters", "Studio e corsi"),
        "health": translate("Filters", "Salute e sport"),
        "music": translate("Filters", "Musica"),
        "culture": translate("Filters", "Cultura"),
        "play": translate("Filters", "Giochi"),
        "green": translate("Filters", "Verde e riuso"),
        "help": translate("Filters", "Sportelli e aiuto"),
        "work": translate("Filters", "Lavoro"),
        "food": translate("Filters", "Cibo e cucina"),
        "family": translate("Filters", "Famiglie"),
        "party": translate("Filters", "Feste e vicinato"),
    }.get(code, code)


def audience_name(code: str) -> str:
    """Whom it is for."""
    return {
        "children": translate("Filters", "Bambini"),
        "young": translate("Filters", "Ragazzi"),
        "adults": translate("Filters", "Adulti"),
        "older": translate("Filters", "Anziani"),
        "families": translate("Filters", "Famiglie"),
        "women": translate("Filters", "Donne"),
    }.get(code, code)


def only_name(code: str) -> str:
    """A choice between yes and no."""
    return translate("Filters", "Gratuite") if code == "free" else translate("Filters", "Con posti liberi")
