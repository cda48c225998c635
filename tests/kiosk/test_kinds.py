"""What organisers write, gathered into kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.agenda.kinds import AUDIENCES, CATEGORIES, MAX_NAME, audiences_of, category_of, languages_of, name_of_other
from sync.folding import MAX_TOKEN


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Laboratori", "lab"), ("LABORATORIO creativo", "lab"), ("corso di cucito", "study"), ("Musica", "music"),
        ("Concerti", "music"), ("coro", "music"), ("Cultura", "culture"), ("Festival", "culture"),
        ("mostre", "culture"),
        ("Famiglie", "family"), ("sportelli", "help"), ("CAF", "help"), ("Orto", "green"), ("verde", "green"),
        ("gioco", "play"), ("lingua", "language"), ("Attività sportiva", "health"), ("Feste", "party"), ("", ""),
        ("  ", ""), ("Ceramica", "+ceramica"), ("Coraggio", "+coraggio"), ("Artrosi", "+artrosi"),
    ],
)  # fmt: skip
def test_known_words_join_their_kind_and_others_are_one_of_their_own(text: str, kind: str) -> None:
    assert category_of(text) == kind


def test_the_same_category_in_other_letters_is_the_same_one() -> None:
    assert category_of("CERÀMICA") == category_of("ceramica ")


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        ({"it": "bambini dai 6 agli 11 anni"}, {"children"}),
        ({"it": "adulti e famiglie con bambini"}, {"adults", "families", "children"}),
        ({"it": "over 65"}, {"older"}),
        ({"it": "donne"}, {"women"}),
        ({"it": "per tutti"}, set(AUDIENCES)),
        ({"en": "Everyone"}, set(AUDIENCES)),
        ({}, set(AUDIENCES)),
        ({"it": "chi ha perso il filo"}, set()),
    ],
)
def test_an_audience_names_kinds_of_people(texts: dict[str, str], kinds: set[str]) -> None:
    assert audiences_of(texts) == kinds


def test_languages_go_without_region_and_italian_chooses_nothing() -> None:
    assert languages_of(["it", "zh-Hans", "AR", ""]) == {"zh", "ar"}


@given(st.text(st.characters(exclude_categories=[])))
def test_whatever_is_written_has_a_bounded_code_and_name(text: str) -> None:
    code = category_of(text)
    assert code == "" or code in CATEGORIES or (code.startswith("+") and len(code) <= MAX_TOKEN + 1)
    assert len(name_of_other(text)) <= MAX_NAME + 3
    assert audiences_of({"it": text}) <= set(AUDIENCES)
