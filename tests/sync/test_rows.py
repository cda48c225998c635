"""Rows that come down: small on the wire, and read by older and newer programs alike."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields

import pytest

from sync import rows

FULL = {
    rows.Space: rows.Space(
        "zoia", "Via Zoia", "Via Zoia 1", "Quarto Cagnino", 7, 2, 45.4, 9.1, {"1": [["09:00", "12:30"]]},
        [rows.Reason("chiavi", {"it": "Chiavi"})], "https://quartieri.test",
    ),
    rows.Occurrence: rows.Occurrence(
        "cucito@x", "cucito", "zoia", "2026-11-24T17:30:00Z", "2026-11-24T19:00:00Z", True, "cancelled", "r", "m", 5, 2
    ),
    rows.DropIn: rows.DropIn("d1", "zoia", "zoia-1", "2026-11-24T17:30:00Z", ["chiavi"], 3, "65-74", True),
    rows.Notice: rows.Notice("n1", None, {"it": "t"}, {"it": "x"}, "2026-11-24T17:30:00Z", "2026-11-25T00:00:00Z"),
}  # fmt: skip


@pytest.mark.parametrize("row", FULL.values(), ids=lambda row: type(row).__name__)
def test_a_row_reads_back_as_it_was_written(row: object) -> None:
    assert rows.load(type(row), json.loads(json.dumps(rows.dump(row)))) == row


def test_what_equals_its_default_is_not_written() -> None:
    assert rows.dump(rows.Occurrence("o", "a", "s", "t")) == {"id": "o", "activity": "a", "space": "s", "start": "t"}
    assert rows.dump(rows.Space("zoia", "Via Zoia")) == {"id": "zoia", "name": "Via Zoia"}


@pytest.mark.parametrize("kind", rows.ENTITIES.values(), ids=lambda kind: kind.__name__)
def test_every_entity_ignores_unknown_fields_and_fills_in_missing_ones(kind: type) -> None:
    needed = [one for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING]
    small = {one.name: "x" for one in needed}
    assert rows.load(kind, {**small, "novelty": {"of": "a newer hub"}}) == rows.load(kind, small)
    assert set(rows.dump(rows.load(kind, small))) == set(small)
    assert needed[0].name == "id"


def test_a_row_without_what_it_needs_is_none() -> None:
    with pytest.raises(TypeError, match="name"):
        rows.load(rows.Space, {"id": "zoia"})


def test_scopes_of_spaces_and_terminals_never_meet() -> None:
    assert len({rows.PUBLIC, rows.space_scope("x"), rows.terminal_scope("x")}) == 3


@pytest.mark.parametrize(
    ("texts", "language", "picked"),
    [
        ({"it": "ciao", "en": "hello"}, "en", ("hello", "en")),
        ({"it": "ciao", "zh": "你好"}, "zh-Hans", ("你好", "zh")),
        ({"it": "ciao", "en": ""}, "en", ("ciao", "it")),
        ({"ar": "مرحبا"}, "en", ("مرحبا", "ar")),
        ({}, "en", ("", "")),
        ({"it": ""}, "it", ("", "")),
    ],
)
def test_a_text_is_picked_in_the_language_or_in_italian_or_in_any(
    texts: dict[str, str], language: str, picked: tuple[str, str]
) -> None:
    assert rows.pick(texts, language) == picked
