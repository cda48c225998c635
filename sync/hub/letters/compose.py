"""A letter as text: one message in plain words, with the occurrence as a calendar entry where there is one to keep.

Everything that people wrote (titles, places) is text in a body or an encoded header: a line's end in it ends nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from babel.dates import format_date

from sync.clock import local
from sync.hub.letters import first_tier, second_tier
from sync.hub.letters.wording import ENGLISH, ITALIAN, Wording
from sync.hub.telling.standing import Kind
from sync.rows import pick

MAX_SUBJECT_CHARS = 150
WORDINGS: Mapping[str, Wording] = {
    "it": ITALIAN, "en": ENGLISH, **first_tier.WORDINGS, **second_tier.WORDINGS,
}  # fmt: skip
APART = "\u2068{}\u2069"
"""A text whose direction is its own (Unicode Bidirectional Algorithm, first strong isolate)."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a letter speaks of.

    Attributes:
        booking: its id.
        standing: `standing.standing`, of which this letter tells.
        kind: what the letter is about.
        language: the person's.
        title, access: of the activity, by language.
        start: of the occurrence.
        place, address: where.
        people: for how many.
        page: the activity's public page; "" where the hub has no public address.
        calendar: an iCalendar file with the occurrence; empty for none.
    """

    booking: str
    standing: str
    kind: Kind
    language: str
    title: Mapping[str, str]
    access: Mapping[str, str]
    start: datetime
    place: str
    address: str
    people: int
    page: str
    calendar: bytes


def wording(language: str) -> Wording:
    """The sentences in a language; in Italian where there are none."""
    return WORDINGS.get(language, WORDINGS.get(language.split("-", maxsplit=1)[0], ITALIAN))


def compose(about: Subject, to: str, sender: str, now: datetime) -> EmailMessage:
    """The message. The same standing of the same booking gives the same Message-ID (RFC 5322, 3.6.4), so that a letter
    that is sent again after a crash is one letter to programs that compare.
    """
    words = wording(about.language)
    title = _apart(words, _one_line(pick(about.title, about.language)[0]))
    message = EmailMessage()
    message["Subject"] = _one_line(words.subject[about.kind].format(title=title))[:MAX_SUBJECT_CHARS]
    message["From"], message["To"] = sender, to
    message["Date"] = format_datetime(now)
    domain = sender.rpartition("@")[2].strip("> ") or "localhost"
    digest = hashlib.sha256(f"{about.booking} {about.standing}".encode()).hexdigest()[:32]
    message["Message-ID"] = f"<{digest}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    message.set_content(_text(about, title))
    message["Content-Language"] = words.locale.replace("_", "-")  # after the content, which takes such headers away
    if about.calendar:
        message.add_attachment(about.calendar, maintype="text", subtype="calendar", filename="quartieri-connessi.ics")
    return message


def _text(about: Subject, title: str) -> str:
    words = wording(about.language)
    start = local(about.start)
    day = format_date(start, "full", locale=words.locale)
    access = " ".join(pick(about.access, about.language)[0].split())
    one, more = words.persons
    facts = [
        (words.when, words.at.format(day=day, time=f"{start:%H:%M}")),
        (words.where, _apart(words, ", ".join(part for part in (about.place, about.address) if part))),
        (words.access, _apart(words, access)),
        (words.people, one if about.people == 1 else more.format(number=about.people)),
    ]
    lines = [f"{title}:", words.first[about.kind], ""]
    lines += [f"{label}: {_one_line(value)}" for label, value in facts if value]
    lines += ["", words.then[about.kind]]
    if about.page:
        lines += ["", f"{words.more}: {about.page}"]
    return "\n".join([*lines, "", words.closing, ""])


def _apart(words: Wording, text: str) -> str:
    return APART.format(text) if words.right_to_left and text else text


def _one_line(text: str) -> str:
    return " ".join(text.split())
