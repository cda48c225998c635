"""Coming in and going out: login, logout, and the page of the one-time link where somebody chooses a password.

Guesses are limited by address, and by person for browsers that this person has never come in with. A browser that has,
carries a sealed cookie that says so and has a limit of its own: whoever hammers on somebody's name does not lock that
person out (OWASP: device cookies). An unknown name and a wrong password get the same answer after the same time.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from sync.hub import staff
from sync.hub.office.office import FORM_COOKIE, SESSION_LIFE, Office, told
from sync.hub.store.models import Staff
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form, Seal, read_form
from sync.hub.web.limits import Buckets, address
from sync.hub.web.pages import PageError, Visit
from sync.hub.web.words import N_

KNOWN_COOKIE = "qc_known"
KNOWN_LIFE = timedelta(days=180)
MAX_KNOWN = 8
"""People that one browser is known for."""
WRONG = N_("Codice o password non sono giusti. Controllali, o chiedi un nuovo link.")
TOO_OFTEN = (429, N_("Troppi tentativi."), N_("Aspetta qualche minuto e riprova, o chiedi un nuovo link."))
BUSY = (503, N_("Adesso stanno entrando in troppi."), N_("Riprova tra un minuto."))
LINK_GONE = (410, N_("Questo link è già stato usato o è troppo vecchio."), N_("Chiedi un nuovo link."))
PASSWORDS = {
    "short": N_("La password ha almeno 10 caratteri. Tre parole vanno bene."),
    "long": N_("La password ha al massimo 200 caratteri."),
    "common": N_("Questa password è tra le prime che si provano. Scegline un'altra."),
}


class Login:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._known = Seal(office.hub, "office known browser")
        self._addresses = Buckets(office.hub.clock, size=30, seconds=20)
        self._strangers = Buckets(office.hub.clock, size=8, seconds=120)
        self._browsers = Buckets(office.hub.clock, size=8, seconds=60)

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/login", self.ask, methods=["GET", "HEAD"])
        router.add_api_route("/office/login", self.come_in, methods=["POST"])
        router.add_api_route("/office/logout", self.go_out, methods=["POST"])
        router.add_api_route("/office/welcome/{token}", self.welcome, methods=["GET", "HEAD"])
        router.add_api_route("/office/welcome/{token}", self.choose, methods=["POST"])

    def ask(self, request: Request) -> Response:
        """The form."""
        return self._form(request, "", None, 200)

    def come_in(self, request: Request, form: Form = Depends(read_form)) -> Response:
        """Checks the password and lets the person in."""
        self._office.check(form, request.cookies.get(FORM_COOKIE, ""))
        staff_id, known = staff.clean_id(form.get("staff", "")), self._known.open(request.cookies.get(KNOWN_COOKIE))
        whom = staff_id if staff_id in known.get("staff", "").split(",") else ""
        bucket, key = (self._browsers, known["id"]) if whom else (self._strangers, staff_id)
        here = address(request)
        if not self._addresses.take(here) or not bucket.take(key):
            raise PageError(*TOO_OFTEN)
        try:
            person = staff.login(self._office.hub, staff_id, form.get("password", ""))
        except staff.BusyError:
            raise PageError(*BUSY) from None
        if person is None:
            return self._form(request, staff_id, WRONG, 401)
        self._addresses.give_back(here)
        bucket.give_back(key)
        return self._let_in(request, person)

    def go_out(self, request: Request, form: Form = Depends(read_form)) -> Response:
        """Ends the session in this browser."""
        self._office.enter(request, form=form)
        response = see_other("/office/login")
        self._office.close_session(response)
        return response

    def welcome(self, request: Request, token: str) -> Response:
        """Asks for a password."""
        return self._welcome(request, token, {}, 200)

    def choose(self, request: Request, token: str, form: Form = Depends(read_form)) -> Response:
        """Stores the password and lets the person in; the link is used up."""
        self._office.check(form, request.cookies.get(FORM_COOKIE, ""))
        if not self._addresses.take(address(request)):
            raise PageError(*TOO_OFTEN)
        if form.get("password", "") != form.get("again", ""):
            return self._welcome(request, token, {"again": N_("Le due password sono diverse. Riscrivile.")}, 422)
        try:
            person = staff.set_password(self._office.hub, token, form.get("password", ""))
        except staff.LinkError:
            raise PageError(*LINK_GONE) from None
        except staff.BusyError:
            raise PageError(*BUSY) from None
        except staff.PasswordError as error:
            return self._welcome(request, token, {"password": PASSWORDS[error.reason]}, 422)
        return self._let_in(request, person)

    def _welcome(self, request: Request, token: str, problems: dict[str, str], status: int) -> Response:
        visit = self._office.pages.visit(request)
        with self._office.hub.database.read() as session:
            try:
                person = staff.welcome(session, self._office.hub, token)
            except staff.LinkError:
                raise PageError(*LINK_GONE) from None
            name, staff_id = person.name, person.id
        return self._with_token(
            request, visit, "welcome.html", status, name=name, staff_id=staff_id, problems=told(visit, problems),
            address=visit.href(request.url.path),
        )  # fmt: skip

    def _form(self, request: Request, staff_id: str, problem: str | None, status: int) -> Response:
        visit = self._office.pages.visit(request)
        sentence = visit.words.gettext(problem) if problem else None
        return self._with_token(request, visit, "login.html", status, staff_id=staff_id, problem=sentence)

    def _with_token(self, request: Request, visit: Visit, template: str, status: int, **values: object) -> Response:
        """A form for somebody who is not in yet: its token belongs to a cookie of its own."""
        marker = request.cookies.get(FORM_COOKIE) or secrets.token_hex(16)
        response = self._office.render(visit, template, status=status, token=self._office.token(marker), **values)
        self._office.set_cookie(request, response, FORM_COOKIE, marker, SESSION_LIFE)
        return response

    def _let_in(self, request: Request, person: Staff) -> Response:
        response = see_other("/office")
        self._office.open_session(request, response, person)
        known = self._known.open(request.cookies.get(KNOWN_COOKIE))
        people = [one for one in known.get("staff", "").split(",") if one and one != person.id][: MAX_KNOWN - 1]
        sealed = {"id": known.get("id") or secrets.token_hex(16), "staff": ",".join([person.id, *people])}
        self._office.set_cookie(request, response, KNOWN_COOKIE, self._known.close(sealed), KNOWN_LIFE)
        return response
