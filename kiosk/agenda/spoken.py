"""An activity as it is read aloud: whole sentences, dates and hours in words, nothing that a voice stumbles over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kiosk.agenda import recurrence, words
from kiosk.agenda.arrange import is_long, last_day
from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from sync.rows import pick
from sync.terminal.views import OccurrenceView

MAX_CHARS = 1_500
"""Of one text: more than a minute and a half, which nobody stands through."""
SHORT: Mapping[str, Mapping[str, str]] = {
    "it": {
        "p.za": "piazza", "p.zza": "piazza", "v.le": "viale", "l.go": "largo", "c.so": "corso", "tel.": "telefono",
        "n.": "numero", "ca.": "circa", "es.": "esempio", "max": "massimo", "min.": "minuti", "ecc.": "eccetera",
    },
    "en": {"e.g.": "for example", "i.e.": "that is", "tel.": "telephone", "approx.": "about", "no.": "number"},
    "es": {"p. ej.": "por ejemplo", "tel.": "teléfono", "aprox.": "aproximadamente", "máx.": "máximo"},
}  # fmt: skip
"""Abbreviations as a voice shall say them, by language."""
AND: Mapping[str, str] = {"en": "and", "es": "y", "ar": "و", "zh": "和", "fil": "at"}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MARKS = re.compile(r"[*_#<>|`~^]+")
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Utterance:
    """Some sentences in one language."""

    text: str
    language: str


def spoken(context: Context, one: OccurrenceView, language: str) -> list[Utterance]:
    """What is said of an occurrence, in order; texts of the programme in the language that they have.

    Args:
        context: gives the day, and the words of the screen.
        one: the occurrence.
        language: that the texts of the programme are wanted in.
    """
    screen = context.language
    said = [_text(one.title, language)]
    if one.cancelled:
        said.append(Utterance(translate("Activity", "Annullato: questa volta non si fa."), screen))
    said.append(Utterance(when(context, one), screen))
    for label, texts in (
        (
            translate("Agenda", "Dove"),
            {screen: bidi.comma().join(dict.fromkeys(filter(None, (one.venue, one.address))))},
        ),
        (translate("Agenda", "Come si entra"), one.access),
        (translate("Agenda", "Per chi"), one.audience),
        (translate("Agenda", "Costo"), {screen: _cost(one)}),
    ):
        text = _text(texts, language)
        if text.text:
            said += [Utterance(f"{label}:", screen), text]
    if one.seats is not None and not one.cancelled:
        said.append(Utterance(words.seats_short(one), screen))
    said.append(_text(one.description if any(one.description.values()) else one.summary, language))
    return joined(Utterance(plain(part.text, part.language), part.language) for part in said)


def when(context: Context, one: OccurrenceView) -> str:
    """Day and hours, in words."""
    language, first = context.language, one.start.date()
    if is_long(one):
        days = translate("Agenda", "da %1 a %2").replace("%1", dates.long_day(first, language))
        return days.replace("%2", dates.long_day(last_day(one), language))
    said = dates.day_in_words(first, context.today(), language)
    if not one.all_day:
        said += bidi.comma() + hours(one.start, one.end)
    again = recurrence.in_words(one.rrule, one.start, language)
    return f"{said}{bidi.comma()}{again}" if again else said


def hours(start: datetime, end: datetime | None) -> str:
    """``dalle 18 e 30 alle 20``."""
    if end is None or end <= start:
        return translate("Spoken", "alle %1").replace("%1", clock(start))
    return translate("Spoken", "dalle %1 alle %2").replace("%1", clock(start)).replace("%2", clock(end))


def clock(moment: datetime) -> str:
    """``18 e 30``; ``20`` on the hour."""
    if not moment.minute:
        return translate("Spoken", "%1", "a whole hour").replace("%1", str(moment.hour))
    text = translate("Spoken", "%1 e %2", "hour and minutes")
    return text.replace("%1", str(moment.hour)).replace("%2", f"{moment.minute}")


def plain(text: str, language: str) -> str:
    """A text without what is only for the eye: addresses of the web, marks, abbreviations."""
    said = _ADDRESS.sub(translate("Spoken", "un indirizzo web"), text.translate(bidi.MARKS))
    said = said.replace("&", f" {AND.get(language.split('-', maxsplit=1)[0], 'e')} ")
    said = _MARKS.sub(" ", said).replace("·", ",").replace("–", ", ").replace("\n", ". ")
    for short, whole in SHORT.get(language.split("-", maxsplit=1)[0], {}).items():
        said = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", whole, said, flags=re.IGNORECASE)
    return " ".join(said.split())[:MAX_CHARS]


def joined(parts: Iterable[Utterance]) -> list[Utterance]:
    """The parts as sentences, those of one language that follow each other together."""
    found: list[Utterance] = []
    for part in parts:
        if not part.text:
            continue
        text = part.text if part.text[-1] in ".!?:…。؟" else f"{part.text}."
        if found and found[-1].language == part.language:
            found[-1] = Utterance(f"{found[-1].text} {text}", part.language)
        else:
            found.append(Utterance(text, part.language))
    return found


def _text(texts: Mapping[str, str], language: str) -> Utterance:
    return Utterance(*pick(texts, language))


def _cost(one: OccurrenceView) -> str:
    if one.free:
        return translate("Agenda", "gratuito")
    return one.cost.strip() or (translate("Agenda", "a pagamento") if one.free is False else "")
