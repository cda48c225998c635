"""Who is meant by a few letters or figures."""

from __future__ import annotations

import pytest

from sync.terminal.members import MemberView, matching

EVERYBODY = [
    MemberView(number, name, "it", (), active=True)
    for number, name in (
        ("100000000001", "Amina D."), ("200000000002", "Amélie D."), ("300000000013", "Maria Grazia L."),
        ("400000000104", "محمد ع."), ("500000000005", "王 芳"), ("912310000006", "O'Neill P."), ("600000000017", ""),
    )
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am", ["Amina D.", "Amélie D."]),
        ("AME", ["Amélie D."]),
        ("amina diallo", ["Amina D."]),
        ("amina rossi", []),
        ("diallo", ["Amina D.", "Amélie D."]),
        ("gra mar", ["Maria Grazia L."]),
        ("محم", ["محمد ع."]),
        ("王", ["王 芳"]),
        ("oneill", ["O'Neill P."]),
        ("o'n", ["O'Neill P."]),
        ("9123", ["O'Neill P."]),
        ("0104", ["محمد ع."]),
        ("5000 0000 0005", ["王 芳"]),
        ("", []),
        ("...", []),
    ],
)
def test_a_text_finds_those_whose_name_or_number_it_begins(text: str, expected: list[str]) -> None:
    assert [one.name for one in matching(EVERYBODY, text)] == expected
