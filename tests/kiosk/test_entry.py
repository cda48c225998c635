"""Words that are typed on the terminal's own keys: what each kind makes of a key, its bounds, and that it forgets."""

from __future__ import annotations

import pytest

from kiosk.controls.entry import TextEntry


def typed(entry: TextEntry, keys: str) -> TextEntry:
    for key in keys:
        entry.add(key)
    return entry


@pytest.mark.parametrize(
    ("entry", "keys", "shown", "whole"),
    [
        (TextEntry.of_words(40), "IL FABBRO. DOMANI ", "Il fabbro. Domani ", "Il fabbro. Domani"),
        (TextEntry.of_words(40), " -A  B", "A b", "A b"),
        (TextEntry.of_words(5), "CORRIERE", "Corri", "Corri"),
        (TextEntry.of_name(40), "JEAN-LUC D", "Jean-Luc D", "Jean-Luc D"),
        (TextEntry.of_name(40), "ADA -", "Ada ", "Ada"),
        (TextEntry.of_name(3), "AMINA", "Ami", "Ami"),
    ],
)
def test_what_is_typed_is_written_by_its_rule_within_its_bound(
    entry: TextEntry, keys: str, shown: str, whole: str
) -> None:
    typed(entry, keys)
    assert (entry.property("text"), entry.whole, entry.property("ready")) == (shown, whole, True)


def test_each_key_says_that_it_changed_and_nothing_is_left_when_it_is_cleared() -> None:
    entry, heard = TextEntry.of_words(10), []
    entry.changed.connect(lambda: heard.append(entry.property("text")))
    typed(entry, "AB")
    entry.erase()
    entry.clear()
    entry.erase()
    assert heard == ["A", "Ab", "A", "", ""]
    assert entry.property("ready") is False
