"""What programs read: calendars (iCalendar), RSS, and whether the hub is well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import sqlalchemy as sa
from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from sync.clock import local
from sync.errors import UsageError
from sync.hub.calendars import calendar_for
from sync.hub.hub import setting
from sync.hub.site import agenda
from sync.hub.site.agenda import Entry, midnight
from sync.hub.site.site import Site
from sync.hub.site.when import When
from sync.hub.staff import PUBLIC_ADDRESS
from sync.hub.store.models import FeedHead
from sync.hub.web.answers import PRIVATE, send
from sync.hub.web.pages import NOT_FOUND, PageError
from sync.hub.web.words import N_
from sync.rows import pick

CALENDAR_CACHE = "public, max-age=300"
RSS_DAYS = 14
MAX_RSS_ITEMS = 100
MAX_KEPT, MAX_KEPT_BYTES = 32, 4 * 1024 * 1024
"""Calendars that are kept in memory, and the size of the largest."""
Key = tuple[str | None, int | None, str | None]
State = tuple[int | None, date]
"""Position of the feed's head and the day: while both are the same, so is every calendar."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feeds:
    """The views.

    Args:
        site: what they work with.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._kept: Mapping[Key, tuple[State, bytes]] = {}

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        for path, view in (
            ("/calendar.ics", self.everything),
            ("/spaces/{space_id}/calendar.ics", self.of_space),
            ("/areas/{number}/calendar.ics", self.of_area),
            ("/activities/{activity_id}/calendar.ics", self.of_activity),
            ("/feed.rss", self.rss),
            ("/healthz", self.health),
        ):
            router.add_api_route(path, view, methods=["GET", "HEAD"])

    def everything(self, request: Request) -> Response:
        """The calendar of all spaces."""
        return self._calendar(request)

    def of_space(self, request: Request, space_id: str) -> Response:
        """The calendar of a space."""
        return self._calendar(request, space=space_id)

    def of_area(self, request: Request, number: str) -> Response:
        """The calendar of an area."""
        if number not in ("1", "2", "3"):
            raise PageError(404, N_("Le aree sono 1, 2 e 3."))
        return self._calendar(request, area=int(number))

    def of_activity(self, request: Request, activity_id: str) -> Response:
        """The calendar of one activity."""
        return self._calendar(request, activity=activity_id)

    def _calendar(
        self, request: Request, *, space: str | None = None, area: int | None = None, activity: str | None = None
    ) -> Response:
        now, key = self._site.hub.clock.now(), (space, area, activity)
        with self._site.hub.database.read() as session:
            state = (session.scalar(sa.select(FeedHead.pos)), local(now).date())
            kept, content = self._kept.get(key, (None, b""))
            if kept != state:
                try:
                    content = calendar_for(session, space=space, area=area, activity=activity, now=now)
                except UsageError:
                    raise PageError(*NOT_FOUND) from None
                self._keep(key, state, content)
        return send(request, content, "text/calendar; charset=utf-8", cache=CALENDAR_CACHE)

    def _keep(self, key: Key, state: State, content: bytes) -> None:
        """Keeps a calendar until something is changed: the one of everything takes a second to make."""
        if len(content) <= MAX_KEPT_BYTES:
            if len(self._kept) >= MAX_KEPT:
                self._kept = {}
            self._kept = {**self._kept, key: (state, content)}

    def rss(self, request: Request) -> Response:
        """The coming two weeks as RSS 2.0."""
        visit = self._site.pages.visit(request)
        today = visit.now.date()
        with self._site.hub.database.read() as session:
            base = setting(session, PUBLIC_ADDRESS).rstrip("/") or str(request.base_url).rstrip("/")
            last = midnight(today + timedelta(days=RSS_DAYS))
            entries = agenda.between(session, visit.now, last, limit=MAX_RSS_ITEMS)
        when = When(visit.words, visit.now)
        rss = ET.Element("rss", version="2.0")
        channel = ET.SubElement(rss, "channel")
        _tell(channel, "title", "Quartieri Connessi")
        _tell(channel, "link", f"{base}/")
        _tell(channel, "description", visit.words.gettext(N_("Che cosa c'è nei prossimi giorni.")))
        _tell(channel, "language", visit.language)
        for entry in entries:
            _item(channel, entry, f"{base}/activities/{entry.activity}?day={entry.start.date()}", when, visit.language)
        body = ET.tostring(rss, encoding="utf-8", xml_declaration=True)
        return send(request, body, "application/rss+xml; charset=utf-8", cache=CALENDAR_CACHE)

    def health(self) -> Response:
        """Whether the hub answers and its database does."""
        try:
            with self._site.hub.database.read() as session:
                session.execute(sa.select(FeedHead.pos)).scalar_one()
        except sa.exc.SQLAlchemyError:
            return JSONResponse({"status": "database"}, 503, {"Cache-Control": PRIVATE})
        return JSONResponse({"status": "ok"}, 200, {"Cache-Control": PRIVATE})


def _item(channel: ET.Element, entry: Entry, link: str, when: When, language: str) -> None:
    item = ET.SubElement(channel, "item")
    _tell(item, "title", f"{when.short_day(entry.start)}, {when.hours(entry)}: {pick(entry.title, language)[0]}")
    _tell(item, "link", link)
    ET.SubElement(item, "guid", isPermaLink="false").text = entry.id
    description = (entry.space_name, pick(entry.summary, language)[0])
    _tell(item, "description", " · ".join(part for part in description if part))
    if entry.category:
        _tell(item, "category", entry.category)


def _tell(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NO_XML.sub("", text)
