"""Pages of what is on: today and the coming days, a space, the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from sync.hub.site import agenda
from sync.hub.site.agenda import Entry, Filters, midnight
from sync.hub.site.site import Site
from sync.hub.site.when import When
from sync.hub.store.models import Space
from sync.hub.web.answers import PRIVATE, PUBLIC
from sync.hub.web.pages import NOT_FOUND, PageError, Visit

COMING_DAYS = 3
"""Days after today that the first page shows."""
COMING_ENTRIES = 12
"""Entries that it shows of each."""
SPACE_DAYS = 14
DAYS_BACK, DAYS_AHEAD = 60, 400
"""Days around today of which the hub knows the programme."""
MAX_SEARCH_CHARS = 100

Day = tuple[date, list[Entry], int]
"""A day, its entries, and how many more it has."""


class Programme:
    """The views.

    Args:
        site: what they work with.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/", self.home, methods=["GET", "HEAD"])
        router.add_api_route("/spaces/{space_id}", self.space, methods=["GET", "HEAD"])
        router.add_api_route("/search", self.search, methods=["GET", "HEAD"])

    def home(self, request: Request) -> Response:
        """Today over all spaces, then the coming days; or one chosen day."""
        visit = self._site.pages.visit(request)
        today = visit.now.date()
        day = _day(request.query_params.get("day"), today)
        ahead = COMING_DAYS if day == today else 0
        with self._site.hub.database.read() as session:
            spaces = agenda.spaces(session)
            filters = _filters(request.query_params, spaces)
            found = agenda.between(session, midnight(day), midnight(day + timedelta(days=1 + ahead)), filters)
            listed = [entry for entry in found if entry.start < midnight(day + timedelta(days=1))]
            values = _sections(listed, visit) if day == today else _whole_day(listed)
            coming = [_share(found, day + timedelta(days=number)) for number in range(1, ahead + 1)]
            return self._site.show(
                visit, "home.html", cache=PUBLIC, heading=When(visit.words, visit.now).heading(day), day=day,
                today=today, scope=self._scope(visit, filters, spaces), spaces=spaces, filters=filters, coming=coming,
                **_week(day, today), **values,
            )  # fmt: skip

    def space(self, request: Request, space_id: str) -> Response:
        """One space: where, when it is open, and what is on there."""
        visit = self._site.pages.visit(request)
        today = visit.now.date()
        with self._site.hub.database.read() as session:
            space = session.get(Space, space_id)
            if space is None:
                raise PageError(*NOT_FOUND)
            last = midnight(today + timedelta(days=SPACE_DAYS))
            found = agenda.between(session, midnight(today), last, Filters(space=space_id))
            sections = _sections([entry for entry in found if entry.start < midnight(today + timedelta(days=1))], visit)
            listed = sections.pop("listed")
            days = [(today, listed, 0)] if listed else []
            following = (today + timedelta(days=number) for number in range(1, SPACE_DAYS))
            days += [_share(found, day, agenda.MAX_ENTRIES) for day in following]
            coming = [day for day in days if day[1]]
            hours = _hours(space.hours, When(visit.words, visit.now))
            return self._site.show(
                visit, "space.html", cache=PUBLIC, space=space, coming=coming, hours=hours, **sections
            )

    def search(self, request: Request) -> Response:
        """Activities in which the words occur."""
        visit = self._site.pages.visit(request)
        text = " ".join(request.query_params.get("q", "").split())
        if len(text) > MAX_SEARCH_CHARS:
            text = text[:MAX_SEARCH_CHARS]
        with self._site.hub.database.read() as session:
            found = agenda.search(session, text, visit.now) if text else []
        return self._site.show(visit, "search.html", cache=PRIVATE, text=text, found=found)

    def _scope(self, visit: Visit, filters: Filters, spaces: Sequence[Space]) -> str:
        say = visit.words.gettext
        named = [space.name for space in spaces if space.id == filters.space]
        if named:
            return named[0]
        if filters.area:
            return say("Area %(number)s") % {"number": filters.area}
        return say("Nei nove spazi di Milano") if len(spaces) == 9 else say("In tutti gli spazi")


def _day(text: str | None, today: date) -> date:
    """The day that the address names; today where it names none of the programme."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return today
    return day if -DAYS_BACK <= (day - today).days <= DAYS_AHEAD else today


def _filters(query: Mapping[str, str], spaces: Sequence[Space]) -> Filters:
    """The filters that the address names; what names nothing filters nothing."""
    space, area = query.get("space"), query.get("area", "")
    return Filters(
        space=space if any(space == one.id for one in spaces) else None,
        area=int(area) if area in ("1", "2", "3") else None,
        free=query.get("free") == "1",
    )


def _sections(entries: Sequence[Entry], visit: Visit) -> dict[str, Any]:
    """Today's entries: what is on now, what comes later, what lasts for days."""
    ahead = [entry for entry in entries if not entry.over(visit.now)]
    short = [entry for entry in ahead if not entry.long]
    now_on = [entry for entry in short if entry.goes_on(visit.now) and not entry.all_day and not entry.cancelled]
    return {
        "now_on": now_on,
        "listed": [entry for entry in short if entry not in now_on],
        "long": [entry for entry in ahead if entry.long],
    }


def _whole_day(entries: Sequence[Entry]) -> dict[str, Any]:
    return {
        "now_on": [],
        "listed": [entry for entry in entries if not entry.long],
        "long": [entry for entry in entries if entry.long],
    }


def _share(entries: Sequence[Entry], day: date, limit: int = COMING_ENTRIES) -> Day:
    """What begins on a day: what lasts for days is told once."""
    begins = [entry for entry in entries if entry.start.date() == day]
    return day, begins[:limit], max(0, len(begins) - limit)


def _week(day: date, today: date) -> dict[str, Any]:
    """Seven days to choose from: from today on, or the week of the day that was chosen."""
    first = today if 0 <= (day - today).days < 7 else day - timedelta(days=day.weekday())
    week = [first + timedelta(days=number) for number in range(7)]
    before, after = first - timedelta(days=7), first + timedelta(days=7)
    if first > today > before:
        before = today
    return {
        "week": week,
        "before": before if first > today else None,
        "after": after if (after - today).days <= DAYS_AHEAD else None,
    }


def _hours(hours: Mapping[str, Any], when: When) -> list[tuple[str, str]]:
    """Opening hours with equal days put together: ``("lun – ven", "09:00 – 12:30")``."""
    groups: list[tuple[list[int], str]] = []
    for number in range(1, 8):
        spans = hours.get(str(number)) or []
        text = ", ".join(f"{span[0]} – {span[1]}" for span in spans if len(span) == 2)
        if groups and groups[-1][1] == text and groups[-1][0][-1] == number - 1:
            groups[-1][0].append(number)
        elif text:
            groups.append(([number], text))
    named = [[when.weekday(date(2026, 1, 4) + timedelta(days=number)) for number in days] for days, _ in groups]
    return [
        (names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}", text)
        for names, (_, text) in zip(named, groups, strict=True)
    ]
