"""One time that an activity takes place: its seats, cancelling it, moving it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.clock import ROME
from sync.hub import audit, catalogue, granting, seating
from sync.hub.office.office import OBSERVERS, PROGRAMME, Me, Office, told
from sync.hub.recurrence import RuleError
from sync.hub.site import agenda
from sync.hub.site.agenda import Entry, midnight
from sync.hub.store.models import Booking, Occurrence, SeatAccount
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.words import N_

MAX_REASON_CHARS = 300
NO_OCCURRENCE = (404, N_("Questo incontro non c'è."))
BAD_TIMES = N_("Controlla inizio e fine: l'inizio serve, e la fine viene dopo.")


@dataclass(frozen=True, slots=True)
class Holding:
    """Seats that one terminal holds of an occurrence. `sold`: of them, by bookings that the hub knows."""

    terminal: str
    granted: int
    returned: int
    credited: int
    outstanding: int
    sold: int


class Occurrences:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/occurrences/{occurrence_id}", self.one, methods=["GET", "HEAD"])
        router.add_api_route("/office/occurrences/{occurrence_id}/cancel", self.cancel, methods=["POST"])
        router.add_api_route("/office/occurrences/{occurrence_id}/restore", self.restore, methods=["POST"])
        router.add_api_route("/office/occurrences/{occurrence_id}/move", self.move, methods=["POST"])

    def one(self, request: Request, occurrence_id: str) -> Response:
        """Seats, and the forms."""
        me = self._office.enter(request, {*PROGRAMME, *OBSERVERS})
        return self._page(request, me, occurrence_id, {}, 200)

    def _page(self, request: Request, me: Me, occurrence_id: str, problems: dict[str, str], status: int) -> Response:
        with self._office.hub.database.read() as session:
            occurrence = self._find(session, me, occurrence_id)
            entry = agenda.occurrence(session, occurrence_id)
            if entry is None:
                raise PageError(*NO_OCCURRENCE)
            states = sa.select(Booking.state, sa.func.count(), sa.func.sum(Booking.people)).group_by(Booking.state)
            bookings = session.execute(states.where(Booking.occurrence_id == occurrence_id)).all()
            return self._office.show(
                request, me, "activities", "occurrence.html", status=status, entry=entry, occurrence=occurrence,
                seats=seating.state(session, occurrence), holdings=holdings(session, occurrence_id),
                bookings=bookings, problems=told(self._office.pages.visit(request), problems), start=_typed(entry)[0],
                end=_typed(entry)[1], may_change=me.role in PROGRAMME, may_write_off=me.role in OBSERVERS,
            )  # fmt: skip

    def cancel(self, request: Request, occurrence_id: str, form: Form = Depends(read_form)) -> Response:
        """It does not take place this time."""
        me = self._office.enter(request, PROGRAMME, form)
        reason = " ".join(form.get("reason", "").split())[:MAX_REASON_CHARS]
        self._change(me, occurrence_id, "occurrence.cancel", status="cancelled", reason=reason)
        return see_other(f"/office/occurrences/{occurrence_id}?done=occurrence_cancelled")

    def restore(self, request: Request, occurrence_id: str, form: Form = Depends(read_form)) -> Response:
        """It takes place after all."""
        me = self._office.enter(request, PROGRAMME, form)
        self._change(me, occurrence_id, "occurrence.restore", status="scheduled", reason="")
        return see_other(f"/office/occurrences/{occurrence_id}?done=occurrence_restored")

    def move(self, request: Request, occurrence_id: str, form: Form = Depends(read_form)) -> Response:
        """It takes place at another time."""
        me = self._office.enter(request, PROGRAMME, form)
        with self._office.hub.database.read() as session:
            all_day = self._find(session, me, occurrence_id).all_day
        try:
            start, end = _read(form.get("start", ""), form.get("end", ""), all_day=all_day)
            self._change(me, occurrence_id, "occurrence.move", start=start, end=end)
        except (ValueError, RuleError):
            return self._page(request, me, occurrence_id, {"start": BAD_TIMES}, 422)
        return see_other(f"/office/occurrences/{occurrence_id}?done=occurrence_moved")

    def _change(self, me: Me, occurrence_id: str, what: str, **changes: Any) -> None:
        now = self._office.hub.clock.now()
        with self._office.hub.database.write() as session:
            activity_id = self._find(session, me, occurrence_id).activity_id
            rows = sa.select(Occurrence).where(Occurrence.activity_id == activity_id).order_by(Occurrence.id)
            session.scalars(rows.with_for_update().execution_options(populate_existing=True)).all()
            occurrence = session.get_one(Occurrence, occurrence_id)
            catalogue.change_occurrence(session, occurrence, now, **changes)
            session.flush()
            granting.adjust(session, self._office.hub, occurrence)
            audit.record(session, self._office.hub, me.id, what, occurrence_id)

    def _find(self, session: Session, me: Me, occurrence_id: str) -> Occurrence:
        occurrence = session.get(Occurrence, occurrence_id)
        if occurrence is None or not me.sees(occurrence.space_id):
            raise PageError(*NO_OCCURRENCE)
        return occurrence


def holdings(session: Session, occurrence_id: str) -> list[Holding]:
    """What each terminal holds of an occurrence."""
    bookings = (
        sa.select(Booking.terminal, sa.func.sum(Booking.people))
        .where(Booking.occurrence_id == occurrence_id, Booking.paid_by == "terminal")
        .where(Booking.state.in_(seating.TAKEN))
        .group_by(Booking.terminal)
    )
    sold_by = {terminal: people for terminal, people in session.execute(bookings)}  # noqa: C416 - rows are no pairs
    total = sa.func.sum
    query = (
        sa.select(
            SeatAccount.terminal, total(SeatAccount.granted), total(SeatAccount.returned), total(SeatAccount.credited)
        )
        .where(SeatAccount.occurrence_id == occurrence_id)
        .group_by(SeatAccount.terminal)
        .order_by(SeatAccount.terminal)
    )
    return [
        Holding(name, granted, returned, credited, granted - returned - credited, sold_by.get(name, 0) or 0)
        for name, granted, returned, credited in session.execute(query)
    ]


def _typed(entry: Entry) -> tuple[str, str]:
    """Start and end as the form shows them."""
    if entry.all_day:
        return entry.start.date().isoformat(), entry.last_day.isoformat()
    end = entry.end.strftime("%Y-%m-%dT%H:%M") if entry.end else ""
    return entry.start.strftime("%Y-%m-%dT%H:%M"), end


def _read(start: str, end: str, *, all_day: bool) -> tuple[datetime, datetime | None]:
    """Start and end as the form sent them, on Milano's clocks.

    Raises:
        ValueError: they are no times, or the wrong way round.
    """
    if all_day:
        first, last = date.fromisoformat(start), date.fromisoformat(end or start)
        if last < first:
            raise ValueError("ends before it starts")
        return midnight(first), midnight(last + timedelta(days=1))
    begins = datetime.fromisoformat(start).replace(tzinfo=ROME)
    ends = datetime.fromisoformat(end).replace(tzinfo=ROME) if end else None
    if ends is not None and ends <= begins:
        raise ValueError("ends before it starts")
    return begins, ends
