"""Times and days in words, as people say them, in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from babel.dates import format_date

from sync.hub.site.agenda import Entry
from sync.hub.web.words import N_, Words

LOCALES = {"it": "it_IT", "en": "en_GB"}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONDAY = date(2026, 1, 5)


class When:
    """Says when something is, seen from a moment.

    Args:
        words: the language.
        now: on Milano's clocks.
    """

    def __init__(self, words: Words, now: datetime) -> None:
        self._words, self._now = words, now
        self._locale = LOCALES[words.language]

    def day(self, day: date | datetime) -> str:
        """``martedì 24 novembre``, with the year where it is another one."""
        other = day.year != self._now.year
        return format_date(day, "EEEE d MMMM y" if other else "EEEE d MMMM", locale=self._locale)

    def short_day(self, day: date | datetime) -> str:
        """``mar 24 nov``, with the year where it is another one."""
        other = day.year != self._now.year
        return format_date(day, "EEE d MMM y" if other else "EEE d MMM", locale=self._locale)

    def day_of_month(self, day: date | datetime) -> str:
        """``24 nov``."""
        return format_date(day, "d MMM", locale=self._locale)

    def weekday(self, day: date) -> str:
        """``mar``."""
        return format_date(day, "EEE", locale=self._locale)

    def month(self, day: date) -> str:
        """``novembre 2026``."""
        return format_date(day, "LLLL y", locale=self._locale)

    def relative(self, day: date) -> str:
        """``oggi``, ``domani`` or nothing."""
        ahead = (day - self._now.date()).days
        return self._words.gettext({0: N_("oggi"), 1: N_("domani")}.get(ahead, ""))

    def heading(self, day: date) -> str:
        """``Oggi, martedì 24 novembre``."""
        relative = self.relative(day)
        text = f"{relative}, {self.day(day)}" if relative else self.day(day)
        return text[:1].upper() + text[1:]

    def clock(self, time: datetime) -> str:
        """``18:30``."""
        return time.strftime("%H:%M")

    def hours(self, entry: Entry) -> str:
        """``18:30 – 20:00`` of one day, or ``tutto il giorno``."""
        if entry.all_day:
            return self._words.gettext(N_("tutto il giorno"))
        if entry.end is None or entry.end == entry.start:
            return self.clock(entry.start)
        return f"{self.clock(entry.start)} – {self.clock(entry.end)}"

    def whole(self, entry: Entry) -> str:
        """Day and hours: ``oggi, martedì 24 novembre, 18:30 – 20:00``; of several days the first and the last."""
        if entry.last_day != entry.start.date() and (entry.long or entry.all_day):
            return self._words.gettext(N_("da %(first)s a %(last)s")) % {
                "first": self.day(entry.start),
                "last": self.day(entry.last_day),
            }
        relative = self.relative(entry.start.date())
        return ", ".join(part for part in (relative, self.day(entry.start), self.hours(entry)) if part)

    def title(self, entry: Entry) -> str:
        """The same as a heading."""
        text = self.whole(entry)
        return text[:1].upper() + text[1:]

    def repeats(self, rule: str | None) -> str:
        """``ogni martedì e giovedì, fino a martedì 15 dicembre``; nothing for what happens once."""
        if not rule:
            return ""
        parts = dict(part.split("=", 1) for part in rule.upper().removeprefix("RRULE:").split(";") if "=" in part)
        often = self._often(parts)
        until = _until(parts.get("UNTIL", ""))
        if until is None:
            return often
        return self._words.gettext(N_("%(often)s, fino a %(day)s")) % {"often": often, "day": self.day(until)}

    def _often(self, parts: Mapping[str, str]) -> str:
        say, every = self._words.gettext, parts.get("INTERVAL", "1")
        days = [day for day in parts.get("BYDAY", "").split(",") if day]
        weekly = parts.get("FREQ") == "WEEKLY" and all(day in _WEEKDAYS for day in days)
        if parts.get("FREQ") == "DAILY" and every == "1" and not days:
            return say(N_("ogni giorno"))
        if weekly and days and every in ("1", "2"):
            names = [self._name_of(day) for day in sorted(days, key=_WEEKDAYS.index)]
            *some, last = names
            listed = say(N_("%(days)s e %(last)s")) % {"days": ", ".join(some), "last": last} if some else last
            return say(N_("ogni %(days)s") if every == "1" else N_("ogni due settimane, %(days)s")) % {"days": listed}
        if weekly and every == "1":
            return say(N_("ogni settimana"))
        if parts.get("FREQ") == "MONTHLY" and every == "1":
            return say(N_("ogni mese"))
        return say(N_("più volte"))

    def _name_of(self, weekday: str) -> str:
        return format_date(_MONDAY + timedelta(days=_WEEKDAYS.index(weekday)), "EEEE", locale=self._locale)


def _until(text: str) -> date | None:
    try:
        return datetime.strptime(text[:8], "%Y%m%d").date()  # noqa: DTZ007 - a date
    except ValueError:
        return None
