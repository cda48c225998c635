"""An occurrence in words: the line of a list, and the facts of an activity."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from kiosk.agenda import recurrence
from kiosk.agenda.arrange import DayPlan, is_long, last_day
from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from sync.terminal.views import OccurrenceView, SeatsView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A line of a list of activities. `notice` is a change of plan; `section` heads the lines that share it."""

    key: str
    section: str
    time: str
    title: str
    detail: str
    seats: str
    notice: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of an activity: its name and its words. `strong`: what one decides by."""

    label: str
    text: str
    strong: bool = False


def row(
    context: Context, one: OccurrenceView, *, section: str = "", dated: bool = False, space: bool = False
) -> AgendaRow:
    """The line of a list.

    Args:
        context: gives language and day.
        one: the occurrence.
        section: the heading that it stands under.
        dated: whether the day is said besides the hour.
        space: whether the space is said.
    """
    language = context.language
    detail = [context.text(one.audience), one.venue, recurrence.in_words(one.rrule, one.start, language)]
    if space:
        detail.insert(0, one.space_name)
    words = bidi.joined(dates.sentence(part) if i == 0 else part for i, part in enumerate(p for p in detail if p))
    return AgendaRow(
        key=one.id,
        section=section,
        time=time(context, one, dated=dated),
        title=context.text(one.title),
        detail=words,
        seats="" if one.cancelled else seats_short(one),
        notice=notice(one, language),
    )


def found_row(context: Context, one: OccurrenceView, *, section: str, dated: bool) -> AgendaRow:
    """The line of what a search found: the space is said first, and seats stand with the rest, for lines are narrow."""
    line = row(context, one, section=section, dated=dated, space=True)
    seats = line.seats.replace(" ", "\u00a0")  # a number and its word stay together
    parts = [one.space_name, one.venue if one.venue != one.space_name else "", seats]
    return replace(line, detail=bidi.joined(parts), seats="")


def time(context: Context, one: OccurrenceView, *, dated: bool) -> str:
    """What stands in a list's first column: an hour, a day and an hour, or until when."""
    if is_long(one):
        return translate("Agenda", "fino a\n%1").replace("%1", dates.short_day(last_day(one), context.language))
    hour = translate("Agenda", "tutto il giorno") if one.all_day else dates.clock(one.start)
    if not dated:
        return hour
    day = dates.near_day(one.start.date(), context.today(), context.language)
    return f"{day}\n{hour}"


def notice(one: OccurrenceView, language: str) -> str:
    """A change of plan, in a word or two."""
    if one.cancelled:
        return translate("Agenda", "Annullato")
    if one.moved_from is not None and one.moved_from != one.start:
        before = f"{dates.short_day(one.moved_from.date(), language)}{bidi.comma()}{dates.clock(one.moved_from)}"
        return translate("Agenda", "Spostato: era %1").replace("%1", before)
    return ""


def seats_short(one: OccurrenceView) -> str:
    """Seats, or what it takes to get in, in the width of a list's last column."""
    if one.seats is not None:
        if one.seats.left:
            return counted.seats(one.seats.left)
        return translate("Agenda", "posti finiti")
    if one.signup:
        return translate("Agenda", "con iscrizione")
    if one.free:
        return translate("Agenda", "ingresso libero")
    return translate("Agenda", "a pagamento") if one.free is False else ""


def seats_long(seats: SeatsView, *, online: bool) -> str:
    """Seats as the activity's screen says them, with what a sign-up would be worth now."""
    if not seats.left:
        return translate("Agenda", "posti finiti: puoi metterti in lista d'attesa")
    words = counted.seats(seats.left)
    if online or seats.right >= seats.left:
        return words + (bidi.comma() + translate("Agenda", "conferma subito") if seats.right else "")
    if not seats.right:
        return words + bidi.comma() + translate("Agenda", "conferma quando torna la rete")
    split = translate("Agenda", "%1 con conferma subito, gli altri quando torna la rete")
    return words + ": " + split.replace("%1", str(seats.right))


def day_line(context: Context, one: OccurrenceView) -> str:
    """The day in full, at the start of a line; from the first to the last where there are several."""
    language = context.language
    if is_long(one):
        words = translate("Agenda", "Da %1 a %2").replace("%1", dates.long_day(one.start.date(), language))
        return words.replace("%2", dates.long_day(last_day(one), language))
    return dates.sentence(dates.day_in_words(one.start.date(), context.today(), language))


def hours_line(one: OccurrenceView) -> str:
    """The hours, or that it lasts all day; nothing for what lasts for days."""
    if is_long(one):
        return ""
    if one.all_day:
        return translate("Agenda", "Tutto il giorno")
    if one.end is None or one.end <= one.start:
        return translate("Agenda", "Dalle %1").replace("%1", dates.clock(one.start))
    return dates.span(one.start, one.end)


def when(context: Context, one: OccurrenceView) -> str:
    """Day and hours in full, and how it recurs."""
    today, language = context.today(), context.language
    first = one.start.date()
    if is_long(one):
        words = translate("Agenda", "da %1 a %2")
        words = words.replace("%1", dates.long_day(first, language)).replace(
            "%2", dates.long_day(last_day(one), language)
        )
    else:
        words = dates.day_in_words(first, today, language)
        if not one.all_day:
            words += bidi.comma() + hours(one.start, one.end)
    again = recurrence.in_words(one.rrule, one.start, language)
    return f"{words}\n{again}" if again else words


def hours(start: datetime, end: datetime | None) -> str:
    """``18:30 – 20:00``; the start alone where nobody said the end."""
    if end is None or end <= start:
        return dates.clock(start)
    return dates.span(start, end)


def language_name(code: str) -> str:
    """A language as a sentence calls it; its code where the program has no word for it."""
    names = {
        "it": translate("Agenda", "italiano"),
        "en": translate("Agenda", "inglese"),
        "ar": translate("Agenda", "arabo"),
        "zh": translate("Agenda", "cinese"),
        "es": translate("Agenda", "spagnolo"),
        "fil": translate("Agenda", "filippino"),
        "ro": translate("Agenda", "rumeno"),
        "uk": translate("Agenda", "ucraino"),
        "si": translate("Agenda", "singalese"),
        "bn": translate("Agenda", "bengalese"),
        "sq": translate("Agenda", "albanese"),
        "fr": translate("Agenda", "francese"),
    }
    return names.get(code.split("-", maxsplit=1)[0], code)


AUTONYMS = {
    "it": "Italiano", "en": "English", "ar": "العربية", "zh": "中文", "es": "Español", "fil": "Filipino",
    "ro": "Română", "uk": "Українська", "si": "සිංහල", "bn": "বাংলা", "sq": "Shqip", "fr": "Français",
}  # fmt: skip
"""Languages under their own names: whoever looks for one does not read the others."""


def autonym(code: str) -> str:
    """A language under its own name; its code where the program does not know it."""
    return AUTONYMS.get(code.split("-", maxsplit=1)[0], code)


def languages(codes: tuple[str, ...]) -> str:
    """The languages that are spoken there besides Italian."""
    names = [language_name(code) for code in codes if code != "it"]
    if not names:
        return ""
    *first, last = names
    listed = (
        translate("Agenda", "%1 e %2").replace("%1", bidi.comma().join(first)).replace("%2", last) if first else last
    )
    return translate("Agenda", "italiano; parliamo anche %1").replace("%1", listed)


def facts(context: Context, one: OccurrenceView, *, online: bool) -> list[FactRow]:
    """The facts of an activity at a glance, besides when it is; what nobody said is left out."""
    cost = one.cost.strip()
    if one.free:
        cost = translate("Agenda", "gratuito")
    elif one.free is False and not cost:
        cost = translate("Agenda", "a pagamento")
    address = one.address if one.address != one.venue else ""
    signup = "" if one.signup or one.cancelled else translate("Agenda", "non serve: vieni e basta")
    where = bidi.comma().join(part for part in (one.venue, address) if part)
    found = [
        FactRow(translate("Agenda", "Dove"), where or one.space_name),
        FactRow(translate("Agenda", "Come si entra"), context.text(one.access)),
        FactRow(translate("Agenda", "Per chi"), context.text(one.audience)),
        FactRow(translate("Agenda", "Lingua"), languages(one.languages)),
        FactRow(translate("Agenda", "Costo"), cost),
        FactRow(translate("Agenda", "Iscrizione"), signup),
    ]
    if one.seats is not None and not one.cancelled:
        # First of all: it is what one decides by.
        found.insert(0, FactRow(translate("Agenda", "Posti"), seats_long(one.seats, online=online), strong=True))
    return [fact for fact in found if fact.text]


def days_heading(plan: DayPlan) -> str:
    """What stands over the lines of a day that have no hour."""
    if not plan.long:
        return translate("Agenda", "Tutto il giorno")
    return (
        translate("Agenda", "Tutto il giorno e per più giorni")
        if plan.all_day
        else translate("Agenda", "Per più giorni")
    )


def day_heading(day: date, today: date, language: str) -> str:
    """A day over the lines that happen on it: "Domani, mercoledì 25 novembre"."""
    return dates.sentence(dates.day_in_words(day, today, language))
