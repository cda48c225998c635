"""Recurrences in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.agenda.recurrence import MAX_RULE, in_words
from kiosk.shell.translations import Translations
from sync.clock import ROME

TUESDAY = datetime(2026, 11, 24, 18, 30, tzinfo=ROME)

WORDS = [
    (
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T220000Z",
        "ogni martedì fino al 15 dicembre",
        "every Tuesday until 15 December",
    ),
    ("FREQ=WEEKLY", "ogni martedì", "every Tuesday"),
    ("RRULE:FREQ=WEEKLY;BYDAY=TH,TU", "ogni martedì e giovedì", "every Tuesday and Thursday"),
    ("FREQ=WEEKLY;BYDAY=MO,WE,SA", "ogni lunedì, mercoledì e sabato", "every Monday, Wednesday and Saturday"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "ogni settimana, da lunedì a venerdì", "every week, Monday to Friday"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "ogni due settimane, martedì", "every two weeks, on Tuesday"),
    ("FREQ=DAILY", "ogni giorno", "every day"),
    ("FREQ=MONTHLY;BYDAY=1SA", "il primo sabato del mese", "the first Saturday of the month"),
    ("FREQ=MONTHLY;BYDAY=-1SU", "l'ultima domenica del mese", "the last Sunday of the month"),
    ("FREQ=MONTHLY;BYDAY=1SU", "la prima domenica del mese", "the first Sunday of the month"),
    ("FREQ=MONTHLY;BYMONTHDAY=3", "ogni mese, il giorno 3", "every month, on day 3"),
]


@pytest.fixture
def speak(qapp: QGuiApplication) -> Any:
    translations = Translations(qapp)
    yield translations.install
    translations.remove()


@pytest.mark.parametrize(("rule", "italian", "english"), WORDS)
def test_a_simple_rule_is_said_in_both_languages(speak: Any, rule: str, italian: str, english: str) -> None:
    speak("it")
    assert in_words(rule, TUESDAY, "it") == italian
    speak("en")
    assert in_words(rule, TUESDAY, "en") == english


@pytest.mark.parametrize(
    "rule",
    [
        None, "", "FREQ=YEARLY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=2MO,4MO", "FREQ=WEEKLY;BYSETPOS=1",
        "FREQ=WEEKLY;BYDAY=1TU", "FREQ=WEEKLY;INTERVAL=due", "FREQ=MONTHLY;BYMONTHDAY=-1", "rubbish", ";;;", "FREQ",
        "FREQ=WEEKLY;" * MAX_RULE, "FREQ=DAILY;INTERVAL=0",
    ],
)  # fmt: skip
def test_what_cannot_be_said_simply_is_not_said(speak: Any, rule: str | None) -> None:
    speak("it")
    assert in_words(rule, TUESDAY, "it") == ""


@pytest.mark.parametrize("until", ["20261332", "99999999", "2026", "20260230T250000Z"])
def test_an_end_that_is_no_date_is_left_out(speak: Any, until: str) -> None:
    speak("it")
    assert in_words(f"FREQ=WEEKLY;UNTIL={until}", TUESDAY, "it") == "ogni martedì"


def test_an_end_at_midnight_in_milano_is_of_that_day_there(speak: Any) -> None:
    speak("it")
    assert in_words("FREQ=WEEKLY;UNTIL=20261215T230000Z", TUESDAY, "it") == "ogni martedì fino al 16 dicembre"
