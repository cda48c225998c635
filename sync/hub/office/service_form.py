"""The fields of a service's form: how they are filled, read and stored. Products and openings have the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sync.clock import local, stamp
from sync.hub.office.activity_form import LANGUAGES
from sync.hub.recurrence import FIRST_YEAR, LAST_YEAR
from sync.hub.site.agenda import midnight
from sync.hub.store.asking import MAX_CONTACT_CHARS
from sync.hub.store.models import Service
from sync.hub.web.forms import Form
from sync.hub.web.words import N_

KINDS = {"service": N_("Servizio"), "product": N_("Prodotto"), "opening": N_("Lavoro o corso")}
TEXTS = {"title": 120, "text": 2_000, "group": 60, "hours": 200, "price": 120, "who": 200}
"""Texts by language, with their most characters."""
MAX_PLACES = 10_000
TOO_LONG = N_("Questo testo è troppo lungo. Accorcialo.")


@dataclass
class Changes:
    """What a form wants to be stored: texts by language, and plain values."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)

    def apply(self, service: Service) -> None:
        """Stores it in the row; texts in other languages than the office's stay."""
        for name, texts in self.texts.items():
            merged = {**(getattr(service, name) or {}), **texts}
            setattr(service, name, {language: text for language, text in merged.items() if text})
        for name, value in self.values.items():
            setattr(service, name, value)


def filled(service: Service) -> dict[str, str]:
    """The form as it is shown first."""
    typed = {f"{name}_{language}": getattr(service, name).get(language, "") for name in TEXTS for language in LANGUAGES}
    last = local(service.until) - timedelta(seconds=1) if service.until else None
    return typed | {
        "kind": service.kind, "places": "" if service.places is None else str(service.places),
        "contact": service.contact, "until": last.date().isoformat() if last else "",
        "ask": "yes" if service.ask else "", "active": "yes" if service.active else "",
    }  # fmt: skip


def read(form: Form) -> tuple[Changes, dict[str, str]]:
    """What the form wants, and a sentence for each field that needs another look."""
    problems: dict[str, str] = {}
    changes = Changes()
    for name, limit in TEXTS.items():
        changes.texts[name] = {language: form.get(f"{name}_{language}", "").strip() for language in LANGUAGES}
        for language, text in changes.texts[name].items():
            if len(text) > limit:
                problems[f"{name}_{language}"] = TOO_LONG
    if not changes.texts["title"]["it"]:
        problems["title_it"] = N_("Scrivi il titolo in italiano.")
    kind = form.get("kind", "service")
    if kind not in KINDS:
        problems["kind"] = N_("Scegli che cos'è.")
    contact = " ".join(form.get("contact", "").split())
    if len(contact) > MAX_CONTACT_CHARS:
        problems["contact"] = TOO_LONG
    changes.values = {
        "kind": kind, "contact": contact, "ask": form.get("ask") == "yes", "active": form.get("active") == "yes",
        "places": _places(form, problems), "until": _until(form, problems),
    }  # fmt: skip
    return changes, problems


def _places(form: Form, problems: dict[str, str]) -> int | None:
    text = form.get("places", "").strip()
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", text) or not 1 <= int(text) <= MAX_PLACES:
        problems["places"] = N_("Scrivi quanti posti ci sono, da 1 a 10000, oppure lascia vuoto.")
        return None
    return int(text)


def _until(form: Form, problems: dict[str, str]) -> str | None:
    """The instant after the last day, on Milano's clocks."""
    text = form.get("until", "").strip()
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        problems["until"] = N_("Questa data non va. Scrivila come 2026-12-31, oppure lascia vuoto.")
        return None
    return stamp(midnight(day + timedelta(days=1)))
