"""Facts as the terminals stated them; what could not be applied, why, and a button to try again."""

from __future__ import annotations

import json

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from sync.errors import UsageError
from sync.hub import audit, ledger, recovery
from sync.hub.hub import set_setting, setting
from sync.hub.office.office import OBSERVERS, Office
from sync.hub.store.models import Loss, StoredFact, Terminal
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.words import N_

PAGE = 50
MAX_LOSSES = 100
MAX_PAGE = 10_000
STATES = ("held", "accepted", "quarantined", "parked", "duplicate")
HELD = ("quarantined", "parked")
MAX_BODY_CHARS = 4_000
"""Of a fact's body, on the page."""


class Facts:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/facts", self.all, methods=["GET", "HEAD"])
        router.add_api_route("/office/facts/replay", self.replay, methods=["POST"])
        router.add_api_route("/office/facts/seen", self.seen, methods=["POST"])

    def all(self, request: Request) -> Response:
        """The newest first, of one terminal or state where the address says so."""
        me = self._office.enter(request, OBSERVERS)
        wanted = request.query_params
        page = int(wanted.get("page", "0")) if wanted.get("page", "0").isdecimal() else 0
        page = min(page, MAX_PAGE)
        with self._office.hub.database.read() as session:
            terminals = [
                name
                for name, space in session.execute(sa.select(Terminal.id, Terminal.space_id).order_by(Terminal.id))
                if me.sees(space)
            ]
            terminal = wanted.get("terminal") if wanted.get("terminal") in terminals else None
            state = wanted.get("state") if wanted.get("state") in STATES else None
            query = sa.select(StoredFact).where(StoredFact.terminal.in_([terminal] if terminal else terminals))
            if state:
                query = query.where(StoredFact.state.in_(HELD if state == "held" else (state,)))
            newest = (StoredFact.received, StoredFact.terminal, StoredFact.incarnation, StoredFact.seq)
            query = query.order_by(*(column.desc() for column in newest)).offset(page * PAGE).limit(PAGE + 1)
            rows = session.scalars(query).all()
            lost = (
                sa.select(Loss).where(Loss.terminal.in_(terminals)).order_by(Loss.at.desc(), Loss.terminal, Loss.first)
            )
            losses = session.scalars(lost.limit(MAX_LOSSES)).all()
            trouble = setting(session, recovery.TROUBLE) if me.space is None else ""
            return self._office.show(
                request, me, "facts", "facts.html", rows=rows[:PAGE], more=len(rows) > PAGE, number=page,
                terminals=terminals, states=STATES, terminal=terminal, state=state, body=body, losses=losses,
                trouble=trouble,
            )  # fmt: skip

    def seen(self, request: Request, form: Form = Depends(read_form)) -> Response:
        """Takes away the notice of a witness that was missing or damaged, since somebody has seen it."""
        me = self._office.enter(request, OBSERVERS, form)
        if me.space is not None:
            raise PageError(404, N_("Questo avviso non c'è."))
        with self._office.hub.database.write() as session:
            trouble = setting(session, recovery.TROUBLE)
            if trouble:
                set_setting(session, recovery.TROUBLE, "")
                audit.record(session, self._office.hub, me.id, "witness.seen", trouble.partition(" ")[0])
        return see_other("/office/facts?done=seen")

    def replay(self, request: Request, form: Form = Depends(read_form)) -> Response:
        """Tries a fact again, after its cause was mended."""
        me = self._office.enter(request, OBSERVERS, form)
        terminal_id, incarnation, seq = form.get("terminal", "")[:80], form.get("incarnation", ""), form.get("seq", "")
        if not (incarnation.isdecimal() and seq.isdecimal() and len(incarnation) < 9 and len(seq) < 18):
            raise PageError(404, N_("Questa registrazione non c'è."))
        with self._office.hub.database.write() as session:
            terminal = session.get(Terminal, terminal_id)
            if terminal is None or not me.sees(terminal.space_id):
                raise PageError(404, N_("Questa registrazione non c'è."))
            try:
                row = ledger.replay(session, self._office.hub, terminal_id, int(incarnation), int(seq))
            except UsageError:
                raise PageError(409, N_("Questa registrazione non aspetta di essere riprovata.")) from None
            state = row.state
            audit.record(session, self._office.hub, me.id, "fact.replay", f"{terminal_id} {incarnation}:{seq} {state}")
        return see_other(f"/office/facts?done={'replayed' if state == 'accepted' else 'still_held'}")


def body(row: StoredFact) -> str:
    """What a fact says, without its personal part; bytes that are no fact are shown as text."""
    raw = row.raw or b""
    try:
        text = json.dumps(json.loads(raw).get("body"), ensure_ascii=False, indent=1)
    except (ValueError, AttributeError, RecursionError):
        text = raw.decode(errors="replace")
    return text[:MAX_BODY_CHARS]
