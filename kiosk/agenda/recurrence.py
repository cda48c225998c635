"""A recurrence in words, for the simple rules that most activities follow: "ogni martedì fino al 15 dicembre".

Reads the value of an RRULE (RFC 5545, section 3.3.10). What it cannot say simply it does not say: the dates are in the
agenda anyway.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from kiosk.controls import bidi, dates
from sync.clock import local

translate = QCoreApplication.translate

MAX_RULE = 500
"""Characters of a rule that are looked at; a longer one is not simple."""
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SIMPLE = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "WKST"})
MONDAY = date(2024, 1, 1)
SUNDAY = 6


def in_words(rule: str | None, start: datetime, language: str) -> str:
    """A rule in the language of the screen.

    Args:
        rule: the value of the RRULE, with or without its name; None for what happens once.
        start: an occurrence's start, on the clocks of Milano; its day stands where the rule names none.
        language: of the screen.

    Returns:
        The words, or "" where the rule is not simple.
    """
    parts = _parts(rule)
    if parts is None:
        return ""
    every = _every(parts, start, language)
    until = _until(parts.get("UNTIL", ""), language)
    return f"{every} {until}" if every and until else every


def _parts(rule: str | None) -> dict[str, str] | None:
    if not rule or len(rule) > MAX_RULE:
        return None
    pairs = [part.partition("=") for part in rule.upper().removeprefix("RRULE:").strip().strip(";").split(";")]
    parts = {name: value for name, _, value in pairs}
    return parts if set(parts) <= SIMPLE and parts.get("INTERVAL", "1").isdigit() else None


def _every(parts: dict[str, str], start: datetime, language: str) -> str:
    interval = int(parts.get("INTERVAL", "1"))
    match parts.get("FREQ"):
        case "DAILY" if interval == 1 and "BYMONTHDAY" not in parts:
            return (
                _weekly(parts["BYDAY"], 1, start, language)
                if "BYDAY" in parts
                else translate("Recurrence", "ogni giorno")
            )
        case "WEEKLY" if interval in (1, 2) and "BYMONTHDAY" not in parts:
            return _weekly(parts.get("BYDAY", ""), interval, start, language)
        case "MONTHLY" if interval == 1:
            return _monthly(parts, start, language)
    return ""


def _weekly(by_day: str, interval: int, start: datetime, language: str) -> str:
    codes = [code for code in by_day.split(",") if code] or [DAYS[start.weekday()]]
    if any(code not in DAYS for code in codes):
        return ""
    numbers = sorted({DAYS.index(code) for code in codes})
    if interval == 2:
        return translate("Recurrence", "ogni due settimane, %1").replace("%1", _day_list(numbers, language))
    if len(numbers) == 7:
        return translate("Recurrence", "ogni giorno")
    if len(numbers) >= 3 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        words = translate("Recurrence", "ogni settimana, da %1 a %2")
        return words.replace("%1", _day_name(numbers[0], language)).replace("%2", _day_name(numbers[-1], language))
    return translate("Recurrence", "ogni %1").replace("%1", _day_list(numbers, language))


def _monthly(parts: dict[str, str], start: datetime, language: str) -> str:
    if "BYDAY" not in parts:
        day = parts.get("BYMONTHDAY", str(start.day))
        return translate("Recurrence", "ogni mese, il giorno %1").replace("%1", day) if day.isdigit() else ""
    found = re.fullmatch(r"(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)", parts["BYDAY"])
    if not found or "BYMONTHDAY" in parts:
        return ""
    number = DAYS.index(found[2])
    # Italian's Sunday is a feminine word; its ordinals agree.
    words = _ordinal_sunday(found[1]) if number == SUNDAY else _ordinal(found[1])
    return words.replace("%1", _day_name(number, language))


def _ordinal(which: str) -> str:
    return {
        "1": translate("Recurrence", "il primo %1 del mese"),
        "2": translate("Recurrence", "il secondo %1 del mese"),
        "3": translate("Recurrence", "il terzo %1 del mese"),
        "4": translate("Recurrence", "il quarto %1 del mese"),
        "-1": translate("Recurrence", "l'ultimo %1 del mese"),
    }[which]


def _ordinal_sunday(which: str) -> str:
    return {
        "1": translate("Recurrence", "la prima %1 del mese"),
        "2": translate("Recurrence", "la seconda %1 del mese"),
        "3": translate("Recurrence", "la terza %1 del mese"),
        "4": translate("Recurrence", "la quarta %1 del mese"),
        "-1": translate("Recurrence", "l'ultima %1 del mese"),
    }[which]


def _until(value: str, language: str) -> str:
    found = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?", value)
    if not found:
        return ""
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[7]:
            day = local(f"{day.isoformat()}T{found[4]}:{found[5]}:{found[6]}Z").date()
    except ValueError:
        return ""
    return translate("Recurrence", "fino al %1").replace("%1", dates.day_and_month(day, language))


def _day_name(number: int, language: str) -> str:
    return dates.weekday(date.fromordinal(MONDAY.toordinal() + number), language)


def _day_list(numbers: list[int], language: str) -> str:
    *first, last = [_day_name(number, language) for number in numbers]
    return (
        translate("Recurrence", "%1 e %2").replace("%1", bidi.comma().join(first)).replace("%2", last)
        if first
        else last
    )
