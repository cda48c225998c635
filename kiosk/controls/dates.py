"""Days and hours in words, in the language of the screen (Qt's locale data; 24-hour times, as on any poster)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate


@lru_cache(maxsize=16)
def locale(language: str) -> QLocale:
    """The locale of a language as it is written in Europe."""
    return QLocale("en_GB" if language == "en" else language)


def _format(day: date, pattern: str, language: str) -> str:
    return locale(language).toString(QDate(day.year, day.month, day.day), pattern)


def clock(moment: datetime) -> str:
    """``15:20``."""
    return f"{moment:%H:%M}"


def span(start: datetime, end: datetime) -> str:
    """``18:30 – 20:00``, which no line break parts (a word joiner and spaces of the kind that holds together)."""
    return f"{clock(start)}\u00a0–\u2060\u00a0{clock(end)}"


def weekday(day: date, language: str) -> str:
    """``martedì``."""
    return _format(day, "dddd", language)


def short_weekday(day: date, language: str) -> str:
    """``mar``."""
    return _format(day, "ddd", language).rstrip(".")


def weekday_and_number(day: date, language: str) -> str:
    """``lunedì 12``."""
    return _format(day, "dddd d", language)


def short_day(day: date, language: str) -> str:
    """``mar 24``."""
    return f"{short_weekday(day, language)} {day.day}"


def short_day_and_month(day: date, language: str) -> str:
    """``mar 1 dic``."""
    return f"{short_day(day, language)} {_format(day, 'MMM', language).rstrip('.')}"


def long_day(day: date, language: str) -> str:
    """``martedì 24 novembre``."""
    return _format(day, "dddd d MMMM", language)


def day_and_month(day: date, language: str) -> str:
    """``15 dicembre``."""
    return _format(day, "d MMMM", language)


def relative(day: date, today: date) -> str:
    """``oggi`` or ``domani``; nothing for other days."""
    if day == today:
        return translate("Dates", "oggi")
    if day == today + timedelta(days=1):
        return translate("Dates", "domani")
    return ""


def near_day(day: date, today: date, language: str) -> str:
    """``oggi``; ``mer 25``: short, for a narrow column."""
    return relative(day, today) if day == today else short_day(day, language)


def day_in_words(day: date, today: date, language: str) -> str:
    """``oggi, martedì 24 novembre``; ``giovedì 26 novembre``."""
    near = relative(day, today)
    return f"{near}, {long_day(day, language)}" if near else long_day(day, language)


def sentence(text: str) -> str:
    """The same words at the start of a line."""
    return text[:1].upper() + text[1:]
