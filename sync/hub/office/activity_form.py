"""The fields of an activity's form: how they are filled, read and stored.

Times are on the clocks of the activity's own zone. What recurs keeps its days: only its hours can be changed, and with
them the exceptions that are named by the hours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sync.hub.recurrence import EVERY, FIRST_YEAR, LAST_YEAR, text_of
from sync.hub.store.models import Activity
from sync.hub.web.forms import Form
from sync.hub.web.words import N_

MAX_TITLE_CHARS, MAX_SUMMARY_CHARS, MAX_VENUE_CHARS, MAX_COST_CHARS = 200, 2_000, 300, 500
MAX_CAPACITY = 10_000
LANGUAGES = ("it", "en")
"""Languages in which the office writes."""
FREE = {"yes": True, "no": False, "": None}


@dataclass
class Changes:
    """What a form wants to be stored.

    Attributes:
        texts: field → language → text.
        values: field → value.
        start, end: local, as the activity stores them; None: as they were.
    """

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    start: str | None = None
    end: str | None = None

    def moves(self, activity: Activity) -> bool:
        """Whether the times change."""
        return self.start is not None and (self.start, self.end) != (activity.start, activity.end)

    def apply(self, activity: Activity) -> None:
        """Stores it in the row."""
        for name, texts in self.texts.items():
            merged = {**getattr(activity, name), **texts}
            setattr(activity, name, {language: text for language, text in merged.items() if text})
        for name, value in self.values.items():
            setattr(activity, name, value)
        if self.moves(activity) and self.start is not None:
            if activity.rrule or activity.rdates:
                _shift(activity, datetime.fromisoformat(self.start) - datetime.fromisoformat(activity.start))
            activity.start, activity.end = self.start, self.end


def _shift(activity: Activity, by: timedelta) -> None:
    """Moves what names single times of a series by their hours."""

    def moved(text: str) -> str:
        return text if len(text) == len("2026-11-24") else text_of(datetime.fromisoformat(text) + by)

    activity.exdates = [moved(text) for text in activity.exdates]
    activity.rdates = [moved(text) for text in activity.rdates]
    activity.overrides = {key if key == EVERY else moved(key): value for key, value in activity.overrides.items()}


def filled(activity: Activity) -> dict[str, str]:
    """The form as it is shown first."""
    texts = {"title": activity.title, "summary": activity.summary}
    typed = {f"{name}_{language}": texts[name].get(language, "") for name in texts for language in LANGUAGES}
    typed |= {"venue": activity.venue, "cost": activity.cost, "capacity": str(activity.capacity or "")}
    typed |= {"signup": "yes" if activity.signup else "", "free": {True: "yes", False: "no", None: ""}[activity.free]}
    typed |= {"active": "yes" if activity.active else ""}
    alt = activity.picture["alt"] if activity.picture else {}
    typed |= {f"alt_{language}": alt.get(language, "") for language in LANGUAGES}
    if activity.all_day:
        last = date.fromisoformat(activity.end[:10]) - timedelta(days=1) if activity.end else None
        return typed | {"start": activity.start[:10], "end": last.isoformat() if last else ""}
    cut = slice(11, 16) if activity.rrule else slice(0, 16)
    return typed | {"start": activity.start[cut], "end": (activity.end or "")[cut]}


def read(form: Form, activity: Activity) -> tuple[Changes, dict[str, str]]:
    """What the form wants, and a sentence for each field that needs another look."""
    problems: dict[str, str] = {}
    changes = Changes()
    limits = {"title": MAX_TITLE_CHARS, "summary": MAX_SUMMARY_CHARS}
    for name, limit in limits.items():
        changes.texts[name] = {language: form.get(f"{name}_{language}", "").strip() for language in LANGUAGES}
        for language, text in changes.texts[name].items():
            if len(text) > limit:
                problems[f"{name}_{language}"] = N_("Questo testo è troppo lungo. Accorcialo.")
    if not changes.texts["title"]["it"]:
        problems["title_it"] = N_("Scrivi il titolo in italiano.")
    for name, limit in (("venue", MAX_VENUE_CHARS), ("cost", MAX_COST_CHARS)):
        changes.values[name] = form.get(name, "").strip()
        if len(changes.values[name]) > limit:
            problems[name] = N_("Questo testo è troppo lungo. Accorcialo.")
    _read_seats(form, changes, problems)
    changes.values["free"] = FREE.get(form.get("free", ""))
    changes.values["active"] = form.get("active") == "yes"
    _read_times(form, activity, changes, problems)
    return changes, problems


def _read_seats(form: Form, changes: Changes, problems: dict[str, str]) -> None:
    text = form.get("capacity", "").strip()
    capacity = int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None
    if text and (capacity is None or not 1 <= capacity <= MAX_CAPACITY):
        problems["capacity"] = N_("Scrivi quanti posti ci sono, da 1 a 10000, oppure lascia vuoto.")
    changes.values["signup"] = form.get("signup") == "yes"
    changes.values["capacity"] = capacity
    if changes.values["signup"] and capacity is None and "capacity" not in problems:
        problems["capacity"] = N_("Per le iscrizioni serve il numero dei posti.")


def _read_times(form: Form, activity: Activity, changes: Changes, problems: dict[str, str]) -> None:
    start, end = form.get("start", "").strip(), form.get("end", "").strip()
    if activity.all_day and activity.rrule:
        return
    try:
        if activity.all_day:
            changes.start, changes.end = _days(start, end)
        elif activity.rrule:
            changes.start, changes.end = _hours(activity, start, end)
        else:
            changes.start, changes.end = _moments(start, end)
    except ValueError:
        problems["start"] = N_("Controlla inizio e fine: l'inizio serve, e la fine viene dopo.")


def _days(start: str, end: str) -> tuple[str, str]:
    first = _within(date.fromisoformat(start))
    last = _within(date.fromisoformat(end)) if end else first
    if last < first:
        raise ValueError("ends before it starts")
    return first.isoformat(), (last + timedelta(days=1)).isoformat()


def _hours(activity: Activity, start: str, end: str) -> tuple[str, str | None]:
    """New hours of a series on the days that it has; an end that is earlier than the start is on the next day."""
    day = datetime.fromisoformat(activity.start).date()
    first = datetime.combine(day, datetime.strptime(start, "%H:%M").time())  # noqa: DTZ007 - local by design
    if not end:
        return text_of(first), None
    last = datetime.combine(day, datetime.strptime(end, "%H:%M").time())  # noqa: DTZ007
    return text_of(first), text_of(last if last > first else last + timedelta(days=1))


def _moments(start: str, end: str) -> tuple[str, str | None]:
    first = _within(datetime.fromisoformat(start).replace(tzinfo=None))
    if not end:
        return text_of(first), None
    last = _within(datetime.fromisoformat(end).replace(tzinfo=None))
    if last <= first:
        raise ValueError("ends before it starts")
    return text_of(first), text_of(last)


Day = TypeVar("Day", bound=date)


def _within(value: Day) -> Day:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError("out of reach")
    return value
