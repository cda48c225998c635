"""Days and hours in words, in the language of the screen (Qt's locale data; 24-hour times, as on any poster)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.controls import bidi

translate = QCoreApplication.translate

WRITTEN = {"en": "en_GB", "ar": "ar_AE"}
"""Locales that are not the first of their language: English as in Europe, and Arabic with the digits that stand on
Milano's signs, doors and telephones, so that a number on the screen is the number that one looks for.
"""
DAY_AND_MONTH = {"es": "d 'de' MMMM", "fil": "MMMM d", "zh": "M月d日"}
LONG_DAY = {"es": "dddd d 'de' MMMM", "fil": "dddd, MMMM d", "zh": "M月d日dddd"}
WEEKDAY_AND_NUMBER = {"zh": "d日dddd"}
"""How a day is written where it is not as in Italian."""
NARROW = 5
"""Letters that a word for today may have in a narrow column; where it has more, the weekday stands there."""
COMMA = {"ar": "، ", "zh": "\uff0c"}
"""Between the word for a day and its date, where it is another sign."""


@lru_cache(maxsize=16)
def locale(language: str) -> QLocale:
    """The locale of a language as it is written here."""
    return QLocale(WRITTEN.get(language, language))


def _format(day: date, pattern: str, language: str) -> str:
    return locale(language).toString(QDate(day.year, day.month, day.day), pattern)


def clock(moment: datetime) -> str:
    """``15:20``."""
    return f"{moment:%H:%M}"


def span(start: datetime, end: datetime) -> str:
    """``18:30 – 20:00``, which no line break parts (a word joiner and spaces of the kind that holds together)."""
    return bidi.left_to_right(f"{clock(start)}\u00a0–\u2060\u00a0{clock(end)}")


def weekday(day: date, language: str) -> str:
    """``martedì``."""
    return _format(day, "dddd", language)


def short_weekday(day: date, language: str) -> str:
    """``mar``."""
    # Arabic has no short names; without the article they are short.
    return _format(day, "ddd", language).rstrip(".").removeprefix("ال")


def weekday_and_number(day: date, language: str) -> str:
    """``lunedì 12``."""
    return _format(day, WEEKDAY_AND_NUMBER.get(language, "dddd d"), language)


def short_day(day: date, language: str) -> str:
    """``mar 24``."""
    if language == "zh":
        return _format(day, "d日ddd", language)
    return f"{short_weekday(day, language)} {day.day}"


def short_day_and_month(day: date, language: str) -> str:
    """``mar 1 dic``."""
    if language == "zh":
        return _format(day, "M月d日ddd", language)
    return f"{short_day(day, language)} {_format(day, 'MMM', language).rstrip('.')}"


def long_day(day: date, language: str) -> str:
    """``martedì 24 novembre``."""
    return _format(day, LONG_DAY.get(language, "dddd d MMMM"), language)


def day_and_month(day: date, language: str) -> str:
    """``15 dicembre``."""
    return _format(day, DAY_AND_MONTH.get(language, "d MMMM"), language)


def relative(day: date, today: date) -> str:
    """``oggi`` or ``domani``; nothing for other days."""
    if day == today:
        return translate("Dates", "oggi")
    if day == today + timedelta(days=1):
        return translate("Dates", "domani")
    return ""


def near_day(day: date, today: date, language: str) -> str:
    """``oggi``; ``mer 25``: short, for a narrow column."""
    near = relative(day, today) if day == today else ""
    return near if 0 < len(near) <= NARROW else short_day(day, language)


def day_in_words(day: date, today: date, language: str) -> str:
    """``oggi, martedì 24 novembre``; ``giovedì 26 novembre``."""
    near = relative(day, today)
    return f"{near}{COMMA.get(language, ', ')}{long_day(day, language)}" if near else long_day(day, language)


def sentence(text: str) -> str:
    """The same words at the start of a line."""
    return text[:1].upper() + text[1:]
