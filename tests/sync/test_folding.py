"""Folding: what people leave out when they type makes no difference; nothing that comes in makes it fail."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.folding import MAX_QUERY, MAX_TOKEN, MAX_WORDS, asked, fold, tokens

ANY = st.text(st.characters(exclude_categories=[]))  # lone surrogates too: nothing keeps them out of a JSON text
LETTERS = (
    "aàÀÉçßœÆłİıǅΣςϐйЁїґأإآٱاةهىيیکكـ\u064bً٣۴"  # noqa: RUF001 - letters that fold, of many scripts
    "日本語がガｶﾞ北京한국어বাংলাසිංහල'’- .\u200dﬁ½①\u0301"
)
WORDS = st.text(st.sampled_from(LETTERS), max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Caffè", "CAFFE"), ("perché", "perche\u0301"), ("Straße", "strasse"), ("Łódź", "lodz"), ("crêpes", "CREPES"),
        ("Київ", "КИІВ"), ("ёлка", "елка"), ("ﬁlo", "filo"), ("\uff31\uff32", "qr"),
        ("أحمد", "احمد"), ("إيطاليا", "ايطاليا"), ("آلة", "اله"), ("مدرسة", "مدرسه"), ("مستشفى", "مستشفي"),
        ("العـــربية", "العربيه"), ("مُحَمَّد", "محمد"), ("ٱلله", "الله"), ("ساعة ٣", "ساعه 3"), ("کتاب", "كتاب"),
        ("ｶﾞ", "ガ"), ("İstanbul", "istanbul"),
    ],
)  # fmt: skip
def test_what_people_leave_out_makes_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("কল", "কাল"), ("か", "が"), ("casa", "cosa"), ("sala", "salah")])
def test_what_makes_another_word_stays(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_folding_a_character_again_changes_nothing() -> None:
    for code in range(sys.maxunicode + 1):
        folded = fold(chr(code))
        assert fold(folded) == folded, hex(code)


@given(ANY | WORDS)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY | WORDS)
def test_tokens_are_bounded_and_hold_no_space_or_sign_of_a_query(text: str) -> None:
    for token in [*tokens(text), *asked(text)]:
        assert 1 <= len(token) <= MAX_TOKEN
        assert not set(token) & set(" \t\n\"'*():^+-.{}\x00")
    assert len(asked(text)) <= MAX_WORDS


@given(WORDS)
def test_a_text_is_found_by_itself(text: str) -> None:
    held = tokens(text)
    assert all(any(token.startswith(part) for token in held) for part in asked(text))


@given(WORDS, st.data())
def test_a_text_is_found_by_the_beginning_of_any_of_its_words(text: str, data: st.DataObject) -> None:
    words = text.split()
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    begun = word[: data.draw(st.integers(1, len(word)))]
    # A mark that was cut from its letter, or a letter whose form depends on its end, is nobody's beginning.
    if not fold(word).startswith(fold(begun)):
        return
    held = tokens(text)
    assert all(any(token.startswith(part) for token in held) for part in asked(begun))


def test_chinese_is_cut_into_pairs_and_asked_for_by_them() -> None:
    assert tokens("社区图书馆 A1") == ["社区", "区图", "图书", "书馆", "馆", "a1"]
    assert asked("图书") == ["图书"]
    assert asked("馆") == ["馆"]
    assert asked("图书馆") == ["图书", "书馆"]
    assert tokens("中文课ABC") == ["中文", "文课", "课", "abc"]


def test_a_question_is_bounded() -> None:
    assert len(asked("a b c d e f g h i j k l m")) == MAX_WORDS
    assert asked("x" * 10_000) == ["x" * MAX_TOKEN]
    assert asked(" " * MAX_QUERY + "tardi") == []
