"""What the choices leave: each narrows, none hides what it does not speak of, and a count is what one then sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from kiosk.agenda.filters import Wanted, count_with, fits, narrowed, options
from sync.terminal.views import OccurrenceView, SeatsView
from tests.kiosk.world import NOW


def one(key: str, **more: object) -> OccurrenceView:
    plain = OccurrenceView(
        id=key, activity=key, space="zoia", space_name="", title={"it": key}, summary={}, description={}, category="",
        audience={}, venue="", address="", access={}, cost="", free=None, languages=(), rrule=None, start=NOW,
        end=NOW + timedelta(hours=1), all_day=False, cancelled=False, reason="", moved_from=None, signup=False,
        seats=None, url=None,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


FOUND = [
    one("a", category="Musica", free=True, audience={"it": "bambini"}),
    one("b", category="Concerti", free=False, languages=("ar",)),
    one("c", category="Laboratori", free=True, seats=SeatsView(5, 0, 0), signup=True),
    one("d", category="Laboratorio", seats=SeatsView(5, 2, 0), signup=True, audience={"it": "adulti"}),
    one("e", category="Ceramica", cancelled=True, free=True),
    one("f", category="ceramica "),
]


def names(wanted: Wanted) -> str:
    return "".join(view.id for view in narrowed(FOUND, wanted))


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Wanted(), "abcdef"), (Wanted(category="music"), "ab"), (Wanted(category="lab"), "cd"),
        (Wanted(category="+ceramica"), "ef"), (Wanted(free=True), "ace"), (Wanted(seats=True), "abdf"),
        (Wanted(language="ar"), "b"), (Wanted(audience="children"), "abcef"), (Wanted(audience="adults"), "bcdef"),
        (Wanted(category="lab", free=True), "c"), (Wanted(category="lab", free=True, seats=True), ""),
    ],
)  # fmt: skip
def test_choices_narrow(wanted: Wanted, left: str) -> None:
    assert names(wanted) == left


def test_a_choice_is_made_and_taken_back() -> None:
    assert Wanted().toggled("category", "lab") == Wanted(category="lab")
    assert Wanted(category="lab").toggled("category", "music") == Wanted(category="music")
    assert Wanted(category="lab").toggled("category", "lab") == Wanted()
    assert Wanted().toggled("free", "free") == Wanted(free=True)
    assert Wanted(free=True).toggled("free", "free") == Wanted()


def test_a_count_is_what_one_sees_then() -> None:
    for category, free, seats in product(("", "lab", "music"), (False, True), (False, True)):
        wanted = Wanted(category=category, free=free, seats=seats)
        for dimension in ("category", "audience", "language"):
            for option in options(FOUND, wanted, dimension):
                seen = narrowed(FOUND, wanted.choosing(dimension, value=option.code))
                assert option.count == sum(1 for view in seen if not view.cancelled)
        for dimension in ("free", "seats"):
            seen = [view for view in FOUND if fits(view, wanted.choosing(dimension, value=True)) and not view.cancelled]
            assert count_with(FOUND, wanted, dimension) == len(seen)


def test_the_most_frequent_choice_comes_first_and_the_one_that_was_made_stays() -> None:
    assert [(o.code, o.count) for o in options(FOUND, Wanted(), "category")] == [
        ("lab", 2), ("music", 2), ("+ceramica", 1),
    ]  # fmt: skip
    assert options(FOUND, Wanted(language="ar", category="lab"), "category")[-1].code == "lab"
    assert options(FOUND, Wanted(language="ar", category="lab"), "category")[-1].count == 0
