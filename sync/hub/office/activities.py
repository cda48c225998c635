"""Activities: the list, and the form that changes one."""

from __future__ import annotations

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.clock import stamp
from sync.hub import audit, catalogue, granting, seating
from sync.hub.office.activity_form import Changes, filled, read
from sync.hub.office.office import PROGRAMME, Me, Office, told
from sync.hub.recurrence import RuleError
from sync.hub.site import agenda
from sync.hub.site.agenda import fold
from sync.hub.site.when import When
from sync.hub.store.models import Activity, Booking, Occurrence, Space
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.words import N_
from sync.rows import pick

MAX_LISTED = 200
MAX_TIMES = 40
MAX_SEARCH_CHARS = 100
NO_ACTIVITY = (404, N_("Questa attività non c'è."))
BOOKED = N_("Ci sono già iscrizioni con questo orario: sposta le singole volte, qui sotto.")
BAD_TIMES = N_("Questi orari non si possono usare.")


class Activities:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/activities", self.all, methods=["GET", "HEAD"])
        router.add_api_route("/office/activities/{activity_id}", self.one, methods=["GET", "HEAD"])
        router.add_api_route("/office/activities/{activity_id}", self.change, methods=["POST"])

    def all(self, request: Request) -> Response:
        """The activities of the spaces that this person looks after, by title."""
        me = self._office.enter(request, PROGRAMME)
        visit = self._office.pages.visit(request)
        text = request.query_params.get("q", "")[:MAX_SEARCH_CHARS].strip()
        with self._office.hub.database.read() as session:
            spaces = [space for space in agenda.spaces(session) if me.sees(space.id)]
            wanted = request.query_params.get("space", "")
            chosen = [space.id for space in spaces if space.id == wanted] or [space.id for space in spaces]
            found = [
                (one, pick(one.title, visit.language)[0])
                for one in session.scalars(sa.select(Activity).where(Activity.space_id.in_(chosen)))
                if fold(text) in fold(" ".join(one.title.values()))
            ]
            found.sort(key=lambda pair: fold(pair[1]))
            return self._office.show(
                request, me, "activities", "activities.html", found=found[:MAX_LISTED], more=len(found) > MAX_LISTED,
                text=text, spaces=spaces, chosen=wanted, names={space.id: space.name for space in spaces},
            )  # fmt: skip

    def one(self, request: Request, activity_id: str) -> Response:
        """The form, and the times to come."""
        me = self._office.enter(request, PROGRAMME)
        with self._office.hub.database.read() as session:
            activity = self.find(session, me, activity_id)
            return self._form(request, me, session, activity, filled(activity), {}, 200)

    def shown(
        self, request: Request, me: Me, activity_id: str, typed: Form, problems: dict[str, str], status: int
    ) -> Response:  # fmt: skip
        """The page again, with what was typed into another of its forms and what is wrong with it."""
        with self._office.hub.database.read() as session:
            activity = self.find(session, me, activity_id)
            return self._form(request, me, session, activity, {**filled(activity), **typed}, problems, status)

    def _form(
        self, request: Request, me: Me, session: Session, activity: Activity, typed: Form, problems: dict[str, str],
        status: int,
    ) -> Response:  # fmt: skip
        visit = self._office.pages.visit(request)
        times = agenda.of_activity(session, activity.id, visit.now, MAX_TIMES)
        return self._office.show(
            request, me, "activities", "activity_edit.html", status=status, activity=activity, typed=typed, times=times,
            problems=told(visit, problems), space=session.get_one(Space, activity.space_id),
            repeats=When(visit.words, visit.now).repeats(activity.rrule),
        )  # fmt: skip

    def change(self, request: Request, activity_id: str, form: Form = Depends(read_form)) -> Response:
        """Stores what was changed and rolls the occurrences."""
        me = self._office.enter(request, PROGRAMME, form)
        with self._office.hub.database.read() as session:
            activity = self.find(session, me, activity_id)
            changes, problems = read(form, activity)
            if problems:
                return self._form(request, me, session, activity, form, problems, 422)
        problem = self._store(me, activity_id, changes)
        if problem:
            with self._office.hub.database.read() as session:
                activity = self.find(session, me, activity_id)
                return self._form(request, me, session, activity, form, {"start": problem}, 409)
        return see_other(f"/office/activities/{activity_id}?done=saved")

    def _store(self, me: Me, activity_id: str, changes: Changes) -> str | None:
        """Stores the changes; returns why the times cannot be changed, and nothing is stored then."""
        try:
            with self._office.hub.database.write() as session:
                activity = self.find(session, me, activity_id)
                rows = self._locked(session, activity_id)
                if changes.moves(activity) and activity.rrule:
                    if _booked(session, rows):
                        raise BookedError
                    for row in rows:  # what was said of single times goes with the hours, in the activity's overrides
                        row.pinned = False
                changes.apply(activity)
                catalogue.expand(session, activity, self._office.hub.clock.now())
                session.flush()
                for row in rows:
                    if not sa.inspect(row).deleted and row.start > stamp(self._office.hub.clock.now()):
                        granting.adjust(session, self._office.hub, row)
                audit.record(session, self._office.hub, me.id, "activity.change", activity_id)
        except BookedError:
            return BOOKED
        except RuleError:
            return BAD_TIMES
        return None

    def _locked(self, session: Session, activity_id: str) -> list[Occurrence]:
        """All occurrences of an activity, locked in the order of their ids."""
        query = sa.select(Occurrence).where(Occurrence.activity_id == activity_id).order_by(Occurrence.id)
        return list(session.scalars(query.with_for_update()))

    def find(self, session: Session, me: Me, activity_id: str) -> Activity:
        """An activity that is this person's business.

        Raises:
            PageError: there is none.
        """
        activity = session.get(Activity, activity_id)
        if activity is None or not me.sees(activity.space_id):
            raise PageError(*NO_ACTIVITY)
        return activity


class BookedError(Exception):
    """Somebody is signed up for a time that would go."""


def _booked(session: Session, rows: list[Occurrence]) -> bool:
    ids = [row.id for row in rows]
    for start in range(0, len(ids), 500):
        held = Booking.state.in_((*seating.TAKEN, "waiting"))
        query = sa.select(Booking.id).where(Booking.occurrence_id.in_(ids[start : start + 500]), held)
        if session.scalar(query.limit(1)) is not None:
            return True
    return False
