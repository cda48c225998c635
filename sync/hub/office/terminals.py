"""Terminals: those that wait to be let in, those that are in, and how they are."""

from __future__ import annotations

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from sync.errors import UsageError
from sync.hub import audit, granting
from sync.hub import terminals as admission
from sync.hub.office.office import MACHINES, OBSERVERS, Office, told
from sync.hub.store.models import Activity, Occurrence, SeatAccount, Space, Terminal
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.words import N_

MAX_CODE_CHARS = 20
MAX_HOLDINGS = 200
NO_SUCH = (404, N_("Questo terminale non c'è."))
NOBODY_WAITS = N_("Nessun terminale aspetta con questo codice. Leggilo di nuovo dallo schermo del terminale.")


class Terminals:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/terminals", self.all, methods=["GET", "HEAD"])
        router.add_api_route("/office/terminals/approve", self.approve, methods=["POST"])
        router.add_api_route("/office/terminals/{terminal_id}", self.one, methods=["GET", "HEAD"])
        router.add_api_route("/office/terminals/{terminal_id}/revoke", self.revoke, methods=["POST"])
        router.add_api_route("/office/terminals/{terminal_id}/write-off", self.write_off, methods=["POST"])

    def all(self, request: Request) -> Response:
        """Who waits and who is in."""
        return self._list(request, "", {}, 200)

    def _list(self, request: Request, code: str, problems: dict[str, str], status: int) -> Response:
        me = self._office.enter(request, OBSERVERS)
        visit = self._office.pages.visit(request)
        with self._office.hub.database.read() as session:
            names = {space_id: name for space_id, name in session.execute(sa.select(Space.id, Space.name))}  # noqa: C416
            query = sa.select(Terminal).order_by(Terminal.state, Terminal.id)
            known = [one for one in session.scalars(query) if me.sees(one.space_id)]
            waiting = admission.pending(session, self._office.hub.clock.now()) if me.role in MACHINES else []
            before = {one.public: one for one in known}
            return self._office.show(
                request, me, "terminals", "terminals.html", status=status, waiting=waiting, before=before, known=known,
                names=names, may_admit=me.role in MACHINES, code=code, problems=told(visit, problems),
            )  # fmt: skip

    def approve(self, request: Request, form: Form = Depends(read_form)) -> Response:
        """Lets in the terminal that shows the code."""
        me = self._office.enter(request, MACHINES, form)
        code = form.get("code", "").strip()
        try:
            with self._office.hub.database.write() as session:
                terminal = admission.approve(session, self._office.hub, code[:MAX_CODE_CHARS], me.id)
                session.flush()
                audit.record(session, self._office.hub, me.id, "terminal.approve", terminal.id)
        except UsageError:
            return self._list(request, code[:MAX_CODE_CHARS], {"code": NOBODY_WAITS}, 422)
        return see_other("/office/terminals?done=approved")

    def one(self, request: Request, terminal_id: str) -> Response:
        """One terminal, and the seats that it holds."""
        me = self._office.enter(request, OBSERVERS)
        with self._office.hub.database.read() as session:
            terminal = session.get(Terminal, terminal_id)
            if terminal is None or not me.sees(terminal.space_id):
                raise PageError(*NO_SUCH)
            held = SeatAccount.granted - SeatAccount.returned - SeatAccount.credited
            query = (
                sa.select(Occurrence, Activity.title, sa.func.sum(held))
                .join(SeatAccount, SeatAccount.occurrence_id == Occurrence.id)
                .join(Activity, Activity.id == Occurrence.activity_id)
                .where(SeatAccount.terminal == terminal_id)
                .group_by(Occurrence.id, Activity.id)
                .having(sa.func.sum(held) > 0)
                .order_by(Occurrence.start.desc())
            )
            holdings = session.execute(query.limit(MAX_HOLDINGS)).all()
            space = session.get_one(Space, terminal.space_id)
            return self._office.show(
                request, me, "terminals", "terminal.html", terminal=terminal, holdings=holdings, space=space,
                may_admit=me.role in MACHINES,
            )  # fmt: skip

    def revoke(self, request: Request, terminal_id: str, form: Form = Depends(read_form)) -> Response:
        """Refuses a terminal from its next request on."""
        me = self._office.enter(request, MACHINES, form)
        if form.get("sure") != "yes":
            raise PageError(422, N_("Spunta la casella per confermare."))
        try:
            with self._office.hub.database.write() as session:
                erase = form.get("erase") == "yes"
                admission.revoke(session, terminal_id, erase=erase)
                done = "terminal.erase" if erase else "terminal.revoke"
                audit.record(session, self._office.hub, me.id, done, terminal_id)
        except UsageError:
            raise PageError(*NO_SUCH) from None
        return see_other("/office/terminals?done=revoked")

    def write_off(self, request: Request, terminal_id: str, form: Form = Depends(read_form)) -> Response:
        """Takes back the unsold seats that a lost terminal holds of one occurrence."""
        me = self._office.enter(request, OBSERVERS, form)
        occurrence_id = form.get("occurrence", "")[:120]
        with self._office.hub.database.write() as session:
            occurrence = session.get(Occurrence, occurrence_id)
            if occurrence is None or not me.sees(occurrence.space_id):
                raise PageError(404, N_("Questo incontro non c'è."))
            try:
                taken = granting.write_off(session, occurrence_id, terminal_id)
            except UsageError:
                raise PageError(409, N_("Questo terminale non ha posti invenduti di questo incontro.")) from None
            audit.record(session, self._office.hub, me.id, "seats.write_off", f"{occurrence_id} {terminal_id} {taken}")
        return see_other(f"/office/occurrences/{occurrence_id}?done=written_off")
