"""The page of an activity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.hub.hub import setting
from sync.hub.site import agenda
from sync.hub.site.agenda import Entry, midnight
from sync.hub.site.site import Site
from sync.hub.site.structured import events
from sync.hub.site.when import LOCALES, When
from sync.hub.staff import PUBLIC_ADDRESS
from sync.hub.store.models import Activity, Space
from sync.hub.web.answers import PUBLIC
from sync.hub.web.pages import NOT_FOUND, PageError, Visit
from sync.hub.web.words import N_
from sync.rows import pick

MAX_TIMES = 10
"""Coming times that the page lists."""


class ActivityPage:
    """The view.

    Args:
        site: what it works with.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    def add_to(self, router: APIRouter) -> None:
        """Registers the address."""
        router.add_api_route("/activities/{activity_id}", self.activity, methods=["GET", "HEAD"])

    def activity(self, request: Request, activity_id: str) -> Response:
        """An activity: when, where, for whom, how to take part. ``?day=`` says which of its times is meant."""
        visit = self._site.pages.visit(request)
        with self._site.hub.database.read() as session:
            activity = session.get(Activity, activity_id)
            if activity is None:
                raise PageError(*NOT_FOUND)
            if not activity.active:
                raise PageError(410, N_("Questa attività non c'è più."), N_("Guarda che cosa c'è oggi."))
            space = session.get_one(Space, activity.space_id)
            times = agenda.of_activity(session, activity_id, visit.now, MAX_TIMES)
            shown = self._shown(session, request, times, activity_id)
            text, language = pick(activity.description or activity.summary, visit.language)
            structured = events(activity, space, times, self._address(session, request, activity_id), visit.language)
            return self._site.show(
                visit, "activity.html", cache=PUBLIC, scripts=[structured] if structured else [], structured=structured,
                activity=activity, space=space, times=times, shown=shown, text=text, text_language=language or "it",
                foreign=pick(activity.title, visit.language)[1] not in ("", visit.language),
                audience=pick(activity.audience, visit.language)[0],
                languages=_names(activity.languages, visit), link=web_address(activity.url),
                repeats=When(visit.words, visit.now).repeats(activity.rrule),
            )  # fmt: skip

    def _shown(self, session: Session, request: Request, times: Sequence[Entry], activity_id: str) -> Entry | None:
        """The time that the visitor asked for, else the next one, else the last one that there was."""
        try:
            day = date.fromisoformat(request.query_params.get("day", ""))
        except ValueError:
            day = None
        if day is not None and 1970 <= day.year <= 2200:
            asked = agenda.of_activity(session, activity_id, midnight(day), 1)
            if asked and asked[0].start < midnight(day + timedelta(days=1)):
                return asked[0]
        return times[0] if times else agenda.latest(session, activity_id)

    def _address(self, session: Session, request: Request, activity_id: str) -> str:
        base = setting(session, PUBLIC_ADDRESS).rstrip("/") or str(request.base_url).rstrip("/")
        return f"{base}/activities/{activity_id}"


def web_address(text: str | None) -> str | None:
    """An address that may be a link: of the web, and nothing that runs."""
    return text if text and text.lower().startswith(("https://", "http://")) else None


def _names(languages: Sequence[str], visit: Visit) -> str:
    """Languages by their names in the language of the page."""
    names = []
    for code in languages:
        try:
            names.append(Locale.parse(code, sep="-").get_language_name(LOCALES[visit.language]) or code)
        except (UnknownLocaleError, ValueError, TypeError):
            names.append(str(code))
    return format_list(names, locale=LOCALES[visit.language])
