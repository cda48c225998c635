"""The office as one object: its pages, who is in, and what each role may do.

A session is a sealed cookie: nothing lies on the server, and it ends with the password that it was opened with. Every
form carries a token that belongs to its session; a form without it changes nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from fastapi import Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync.clock import instant, local, stamp
from sync.hub.hub import Hub
from sync.hub.office.words import DONE, ENGLISH
from sync.hub.site import words as site_words
from sync.hub.site.site import TEMPLATES as SITE_TEMPLATES
from sync.hub.site.site import Site
from sync.hub.site.when import When
from sync.hub.staff import session_key
from sync.hub.store.models import Space, Staff
from sync.hub.web.answers import PRIVATE
from sync.hub.web.forms import Form, Seal
from sync.hub.web.pages import Elsewhere, PageError, Pages, Visit
from sync.hub.web.words import N_
from sync.rows import pick

TEMPLATES = Path(__file__).resolve().parent / "templates"
SESSION_LIFE = timedelta(hours=10)
COOKIE = "qc_office"
FORM_COOKIE = "qc_form"
TOKEN = "token"  # noqa: S105 - the name of a field

EVERYBODY = ("operator", "portiere", "comune", "technician")
MACHINES = ("comune", "technician")
"""Roles that let terminals in and out."""
OBSERVERS = ("comune", "technician", "operator")
"""Roles that see terminals and facts; an operator those of the own space."""
PROGRAMME = ("comune", "operator", "portiere")
"""Roles that look after activities and cards; operator and portiere those of the own space."""
PLANNERS = ("comune", "operator")
"""Roles that say what a space offers and what hangs on its board."""
MENU = (
    ("start", "/office", N_("Inizio"), EVERYBODY),
    ("terminals", "/office/terminals", N_("Terminali"), OBSERVERS),
    ("facts", "/office/facts", N_("Registrazioni"), OBSERVERS),
    ("cards", "/office/cards", N_("Tessere"), PROGRAMME),
    ("activities", "/office/activities", N_("Attività"), PROGRAMME),
    ("services", "/office/services", N_("Servizi"), PLANNERS),
    ("requests", "/office/requests", N_("Richieste"), PROGRAMME),
    ("board", "/office/board", N_("Bacheca"), PLANNERS),
    ("days", "/office/days", N_("Giornate"), PROGRAMME),
    ("parcels", "/office/parcels", N_("Pacchi"), PROGRAMME),
    ("handovers", "/office/handovers", N_("Consegne"), PROGRAMME),
)
NOT_YOURS = (403, N_("Questa pagina non è per il tuo ruolo."), N_("Chiedi a chi gestisce il personale."))


@dataclass(frozen=True, slots=True)
class Me:
    """Who is in.

    Attributes:
        space: where the person works; None: in all.
        session: names the session, for its forms.
    """

    id: str
    name: str
    role: str
    space: str | None
    session: str

    def sees(self, space: str) -> bool:
        """Whether what belongs to a space is this person's business."""
        return self.space in (None, space)


class Office:
    """What the views of the office work with.

    Args:
        hub: an open hub.
    """

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        english = {**site_words.ENGLISH, **ENGLISH}
        shared = {"assets": Site(hub).assets, "pick": pick, "local": local, "TOKEN": TOKEN}
        self.pages = Pages(hub, [TEMPLATES, SITE_TEMPLATES], english, shared)
        self._sessions = Seal(hub, "office session")
        self._forms = Seal(hub, "office form")

    def enter(self, request: Request, roles: Collection[str] = EVERYBODY, form: Form | None = None) -> Me:
        """Who asks, if they may.

        Args:
            request: with the session's cookie.
            roles: that may.
            form: of a request that changes something; its token is checked.

        Raises:
            Elsewhere: nobody is in: to the login.
            PageError: not for this role, or the form is not of this session.
        """
        me = self._me(request)
        if me is None:
            raise Elsewhere("/office/login")
        if me.role not in roles:
            raise PageError(*NOT_YOURS)
        if form is not None:
            self.check(form, me.session)
        return me

    def check(self, form: Form, session: str) -> None:
        """Refuses a form that another page made up.

        Raises:
            PageError: its token is not of this session.
        """
        if not self._forms.fits(form.get(TOKEN, ""), session):
            raise PageError(
                403, N_("Questa pagina è rimasta aperta troppo a lungo."), N_("Torna indietro, ricarica e riprova.")
            )

    def token(self, session: str) -> str:
        """What the forms of a session carry."""
        return self._forms.token(session)

    def _me(self, request: Request) -> Me | None:
        values = self._sessions.open(request.cookies.get(COOKIE))
        if not values or instant(values["until"]) <= self.hub.clock.now():
            return None
        with self.hub.database.read() as session:
            person = session.get(Staff, values["staff"])
            if person is None or not person.active or session_key(person) != values["key"]:
                return None
            return Me(person.id, person.name, person.role, person.space_id, values["id"])

    def open_session(self, request: Request, response: Response, person: Staff) -> None:
        """Lets somebody in whose password was right."""
        values = {
            "staff": person.id, "key": session_key(person), "id": secrets.token_hex(16),
            "until": stamp(self.hub.clock.now() + SESSION_LIFE),
        }  # fmt: skip
        self.set_cookie(request, response, COOKIE, self._sessions.close(values), SESSION_LIFE)

    def close_session(self, response: Response) -> None:
        """Shows somebody out."""
        response.delete_cookie(COOKIE, path="/office")

    def set_cookie(self, request: Request, response: Response, name: str, value: str, life: timedelta) -> None:
        """A cookie of the office alone, that no script reads and no other site sends."""
        response.set_cookie(
            name, value, max_age=int(life.total_seconds()), path="/office", httponly=True, samesite="lax",
            secure=request.url.scheme == "https",
        )  # fmt: skip

    def show(self, request: Request, me: Me, page: str, template: str, *, status: int = 200, **values: Any) -> Response:
        """A page of the office for somebody who is in."""
        visit = self.pages.visit(request)
        menu = [(name, address, title) for name, address, title, roles in MENU if me.role in roles]
        done = DONE.get(request.query_params.get("done", ""))
        return self.render(
            visit, template, status=status, me=me, page=page, menu=menu, token=self.token(me.session),
            done=visit.words.gettext(done) if done else None, **values,
        )  # fmt: skip

    def render(self, visit: Visit, template: str, *, status: int = 200, **values: Any) -> Response:
        """A page of the office."""
        when = When(visit.words, visit.now)
        return self.pages.show(visit, template, status=status, cache=PRIVATE, when=when, **values)


def told(visit: Visit, problems: Mapping[str, str]) -> dict[str, str]:
    """The sentences next to fields, in the visitor's language."""
    return {name: visit.words.gettext(sentence) for name, sentence in problems.items()}


def space_of(session: Session, me: Me, wanted: str) -> Space:
    """The space that a form or an address names; the own one where the person works in one.

    Raises:
        PageError: there is none, or it is not this person's business.
    """
    space = session.get(Space, me.space or wanted)
    if space is None or not me.sees(space.id):
        raise PageError(404, N_("Questo spazio non c'è."))
    return space
