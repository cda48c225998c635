"""What organisers write about an activity, gathered into a few kinds that one can choose from. Pure.

Categories and audiences are free text: each importer and each space has words of its own. A word that is known joins
its kind; a category that is not known is a kind of its own, under the name that was written, and nothing is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sync.folding import MAX_TOKEN, fold, tokens

OTHER = "+"
"""Begins the code of a category that has no kind: the words that were written follow, folded."""
MAX_NAME = 40
"""Characters of the name of such a category."""

CATEGORIES: dict[str, tuple[str, ...]] = {
    "lab": ("laborator", "workshop", "ciclofficin", "cucit", "sartor", "artigian", "riparaz", "creativ", "maker"),
    "language": ("lingu", "italian", "alfabetizz", "conversaz", "language", "l2"),
    "study": ("stud", "compit", "doposcuol", "scuol", "formazion", "cors", "educ", "lezion", "school"),
    "health": ("salut", "sport", "benesser", "ginnast", "yoga", "cammin", "prevenz", "movimen", "health", "ballo"),
    "music": ("music", "concert", "cor", "orchestr", "cant"),
    "culture": (
        "cultur", "cinem", "cinefor", "film", "teatr", "mostr", "lettur", "libr", "art", "fotograf", "museo",
        "spettacol", "festival", "incontr", "conferenz", "visit", "storia",
    ),
    "play": ("gioc", "game", "scacch", "torne", "carte", "ludic"),
    "green": ("verd", "ort", "giardin", "ambient", "riuso", "riciclo", "natur", "ecolog"),
    "help": ("sportell", "aiut", "assisten", "consulen", "patronat", "caf", "servizi", "orientament", "ascolt"),
    "work": ("lavor", "impres", "tirocin", "occupaz", "job"),
    "food": ("cucin", "cibo", "aliment", "mercat", "pranz", "cen", "merend"),
    "family": ("famigl", "bambin", "infanz", "ragazz", "genitor", "kid"),
    "party": ("fest", "sagra", "comunit", "vicinat", "social", "convivial"),
}  # fmt: skip
"""Kind → beginnings of the words that mean it. The kind of a category's first known word counts."""
_WHOLE = frozenset({"l2", "cor", "art", "ort", "caf", "cen", "fest", "cors", "job", "kid"})
"""Beginnings so short that only an ending of one or two letters may follow."""
ENDING = 2
KEPT = 1_024
"""Texts whose kinds are kept: a programme has few, and each of its occurrences has one of them."""

AUDIENCES: dict[str, tuple[str, ...]] = {
    "children": ("bambin", "infanz", "piccol", "neonat", "children", "kid"),
    "young": ("ragazz", "giovan", "adolescent", "student", "young", "teen"),
    "adults": ("adult", "lavorator"),
    "older": ("anzian", "over", "pension", "terza", "senior"),
    "families": ("famigli", "genitor", "mamm", "pap", "family", "families"),
    "women": ("donn", "women"),
}
"""Kind → beginnings of the words that mean it; a text may mean several."""
_EVERYBODY = ("tutt", "chiunque", "everybody", "everyone", "all")


@lru_cache(KEPT)
def category_of(text: str) -> str:
    """The code of a category's kind; "" where nothing is said."""
    words = tokens(text[: 4 * MAX_NAME])
    for word in words:
        # The longest beginning counts: "sportelli" are no sport.
        known = [(len(b), code) for code, beginnings in CATEGORIES.items() for b in beginnings if _begins(word, b)]
        if known:
            return max(known)[1]
    return OTHER + " ".join(words)[:MAX_TOKEN] if words else ""


def name_of_other(text: str) -> str:
    """A category without a kind as a tile says it: as it was written, at the start of a line, and not too long."""
    words = " ".join(text.split())
    if len(words) > MAX_NAME:
        words = words[:MAX_NAME].rsplit(" ", 1)[0] + "…"
    return words[:1].upper() + words[1:]


def audiences_of(texts: Mapping[str, str]) -> frozenset[str]:
    """The kinds of people whom a text names, in whatever language it says so; of all where it is for everybody, or
    where nothing is said. What is said and not known names nobody: it could be anybody.
    """
    return _audiences_of(tuple(texts.values()))


@lru_cache(KEPT)
def _audiences_of(texts: tuple[str, ...]) -> frozenset[str]:
    words = [word for text in texts for word in tokens(text)]
    named = frozenset(
        code for code, beginnings in AUDIENCES.items() if any(_begins(word, b) for word in words for b in beginnings)
    )
    if named:
        return named
    is_open = not words or any(_begins(word, beginning) for word in words for beginning in _EVERYBODY)
    return frozenset(AUDIENCES) if is_open else frozenset()


def _begins(word: str, beginning: str) -> bool:
    return word.startswith(beginning) and (beginning not in _WHOLE or len(word) <= len(beginning) + ENDING)


def languages_of(codes: Iterable[str]) -> frozenset[str]:
    """The languages that are spoken, without regions; Italian is spoken everywhere and chooses nothing."""
    return frozenset(fold(code).split("-", maxsplit=1)[0] for code in codes) - {"it", ""}
