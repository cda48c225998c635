"""The sign-up page that a terminal's QR opens on a phone.

Whoever holds the signed ticket may book once with it; there is no account and so no session, and nothing that a page of
another site could do in somebody's name. Who has no card gets one with the sign-up, kept on the phone; that they live
here is looked at once, at the desk. What goes wrong is a sentence next to its field; what was typed stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync import card as codec
from sync.clock import local, stamp
from sync.hub import clashes, members, seating, signups
from sync.hub.site import agenda
from sync.hub.site.agenda import Entry
from sync.hub.site.site import Site
from sync.hub.store.models import Activity, Booking, Key, Member, Occurrence, Terminal
from sync.hub.web.answers import PRIVATE, see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.limits import address
from sync.hub.web.pages import PageError, Visit
from sync.hub.web.words import MEMBER_LANGUAGES, N_
from sync.keys import verify_keys
from sync.number import NumberError, NumberReason, check

FIELDS = ("name", "card", "people", "contact", "language", "consent", "anyway")
MAX_NAME_CHARS = 120
MAX_CONTACT_CHARS = 200
MAX_PEOPLE = 20
"""People that one sign-up on a phone may bring; a group asks at the desk."""
MIN_PHONE_DIGITS, MAX_PHONE_DIGITS = 6, 15

BACK = N_("Torna al terminale e inquadra il nuovo codice.")
DESK = N_("Chiedi al portiere.")
BAD_CODES = {
    codec.Reason.EXPIRED: (410, N_("Questo codice è scaduto."), BACK),
    codec.Reason.KEY_EXPIRED: (410, N_("Questo codice è scaduto."), BACK),
    codec.Reason.NOT_YET_VALID: (403, N_("Questo codice non vale ancora."), BACK),
    codec.Reason.UNKNOWN_KEY: (403, N_("Questo codice viene da un terminale che non conosciamo."), DESK),
    codec.Reason.NOT_ALLOWED: (403, N_("Questo codice viene da un terminale che non conosciamo."), DESK),
    codec.Reason.KEY_REVOKED: (403, N_("Questo codice viene da un terminale che non è più attivo."), DESK),
    codec.Reason.REVOKED: (403, N_("Questo codice non vale più."), BACK),
    codec.Reason.WRONG_VERSION: (400, N_("Questo codice è di un'altra versione."), DESK),
}
DAMAGED = (404, N_("Questo codice non si legge."), BACK)
USED = (410, N_("Questo codice è già stato usato."), BACK)
REFUSALS = {
    "used": USED,
    "over": (410, N_("Questo incontro è già passato."), N_("Guarda quando è la prossima volta.")),
    "cancelled": (410, N_("Questo incontro è annullato."), N_("Guarda quando è la prossima volta.")),
    "no_signup": (409, N_("Non serve iscriversi: basta venire."), ""),
    "unknown_occurrence": (404, N_("Questo incontro non c'è più."), N_("Guarda che cosa c'è oggi.")),
}
NUMBERS = {
    NumberReason.TOO_FEW: N_("Il numero della tessera ha 12 cifre: qui ne mancano."),
    NumberReason.TOO_MANY: N_("Il numero della tessera ha 12 cifre: qui sono di più."),
    NumberReason.TOO_LONG: N_("Il numero della tessera ha 12 cifre: qui sono di più."),
    NumberReason.NOT_DIGITS: N_("Il numero della tessera ha solo cifre. Scrivilo di nuovo."),
    NumberReason.MISTYPED: N_("C'è una cifra sbagliata. Confronta il numero con la tessera."),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody filled in; `card` is a number or "" and `name` likewise."""

    name: str
    card: str
    people: int
    contact: str
    language: str


class SignUp:
    """The views.

    Args:
        site: what they work with.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    def add_to(self, router: APIRouter) -> None:
        """Registers the address."""
        router.add_api_route("/i/{segment}", self.ask, methods=["GET", "HEAD"])
        router.add_api_route("/i/{segment}", self.take, methods=["POST"])

    def ask(self, request: Request, segment: str) -> Response:
        """The form."""
        visit = self._site.pages.visit(request)
        with self._site.hub.database.read() as session:
            ticket, entry = self._offer(session, segment)
        return self._form(visit, ticket, entry, {"people": str(ticket.people), "language": visit.language}, {}, 200)

    def take(self, request: Request, segment: str, form: Form = Depends(read_form)) -> Response:
        """Books, or shows the form again with what is missing."""
        visit = self._site.pages.visit(request)
        if not self._site.sign_ups.take(address(request)):
            raise PageError(429, N_("Troppi tentativi da questa rete."), N_("Aspetta qualche minuto e riprova."))
        with self._site.hub.database.read() as session:
            ticket, entry = self._offer(session, segment)
        wish, problems = read(form)
        if wish.card and not problems:
            problems = self._unknown_card(wish.card, ticket)
            if not problems and form.get("anyway") != "yes":
                problems = self._clash(visit, wish.card, ticket)
        if problems:
            return self._form(visit, ticket, entry, dict(form), problems, 422)
        try:
            secret = self._book(ticket, wish)
        except seating.SeatingError as error:
            if error.reason == "already":
                already = {"card": N_("Con questa tessera sei già iscritto a questo incontro.")}
                return self._form(visit, ticket, entry, dict(form), already, 409)
            raise PageError(*REFUSALS[error.reason]) from None
        return see_other(visit.href(f"/p/{secret}"))

    def _offer(self, session: Session, segment: str) -> tuple[codec.Ticket, Entry]:
        """The ticket and what it is for.

        Raises:
            PageError: it is not accepted, or there is nothing to sign up for.
        """
        now = self._site.hub.clock.now()
        try:
            text = codec.from_url(segment)
            keys = verify_keys(key.row() for key in session.scalars(sa.select(Key)))
            ticket = codec.decode(text, keys, now=int(now.timestamp()), kinds={codec.Ticket}).payload
        except codec.CodeError as error:
            raise PageError(*BAD_CODES.get(error.reason, DAMAGED)) from None
        if not isinstance(ticket, codec.Ticket):
            raise PageError(*DAMAGED)
        if session.scalar(sa.select(Booking.id).where(Booking.nonce == ticket.nonce)) is not None:
            raise PageError(*USED)
        entry = agenda.occurrence(session, ticket.occurrence)
        if entry is None or not session.get_one(Activity, entry.activity).active:
            raise PageError(*REFUSALS["unknown_occurrence"])
        if entry.cancelled:
            raise PageError(*REFUSALS["cancelled"])
        if (entry.end or entry.start) < now:
            raise PageError(*REFUSALS["over"])
        if entry.capacity is None:
            raise PageError(*REFUSALS["no_signup"])
        return ticket, entry

    def _unknown_card(self, number: str, ticket: codec.Ticket) -> dict[str, str]:
        """Why a card cannot be used; unknown, revoked and expired look alike, and guesses are counted."""
        if not self._site.guesses.take(ticket.nonce):
            raise PageError(429, N_("Troppi numeri di tessera sbagliati."), DESK)
        with self._site.hub.database.read() as session:
            member = session.get(Member, number)
            good = member is not None and member.active and member.expires > stamp(self._site.hub.clock.now())
        return {} if good else {"card": N_("Tessera non attiva. Chiedi al portiere.")}

    def _clash(self, visit: Visit, card: str, ticket: codec.Ticket) -> dict[str, str]:
        """Whether the card's holder is signed up for anything at the same time: said, not forbidden.

        Not for what: the number was typed, and whoever typed it may not be the one whose number it is.
        """
        with self._site.hub.database.read() as session:
            found = clashes.clash(session, session.get_one(Occurrence, ticket.occurrence), card)
            if found is None:
                return {}
        return {"anyway": visit.words.gettext(N_("A quest'ora c'è già un'altra iscrizione con questa tessera."))}

    def _book(self, ticket: codec.Ticket, wish: Wish) -> str:
        """Signs up; whoever has no card becomes a member of the space where they stand, and has one from now on."""
        with self._site.hub.database.write() as session:
            made = None if wish.card else self._member(session, ticket, wish)
            booking, secret = signups.book(
                session, self._site.hub, occurrence_id=ticket.occurrence, people=wish.people, ticket=ticket, name=None,
                card=made.number if made else wish.card, contact=wish.contact or None, language=wish.language,
            )  # fmt: skip
            if made is not None:
                made.booking = booking.id  # this sign-up's page, and no other, leads to the card
                if made.space_id != booking.space_id:
                    booking.name = made.name  # for those who expect the person there
        return secret

    def _member(self, session: Session, ticket: codec.Ticket, wish: Wish) -> Member:
        space = session.get_one(Terminal, ticket.terminal).space_id
        return members.make(session, self._site.hub, space, wish.name, wish.language, wish.contact or None)

    def _form(
        self, visit: Visit, ticket: codec.Ticket, entry: Entry, typed: Form, problems: dict[str, str], status: int
    ) -> Response:
        sentences = {name: visit.words.gettext(sentence) for name, sentence in problems.items()}
        held_until = local(datetime.fromtimestamp(ticket.expires, UTC)).strftime("%H:%M")
        return self._site.show(
            visit, "signup.html", cache=PRIVATE, status=status, entry=entry, ticket=ticket,
            typed={name: typed.get(name, "") for name in FIELDS}, held_until=held_until, problems=sentences,
            languages=MEMBER_LANGUAGES, max_people=MAX_PEOPLE,
        )  # fmt: skip


def read(form: Form) -> tuple[Wish, dict[str, str]]:
    """What somebody filled in, and a sentence for each field that needs another look."""
    problems: dict[str, str] = {}
    name, card = " ".join(form.get("name", "").split()), form.get("card", "").strip()
    if card:
        try:
            card = check(card)
        except NumberError as error:
            problems["card"] = NUMBERS.get(error.reason, NUMBERS[NumberReason.MISTYPED])
    elif not name:
        problems["name"] = N_("Scrivi il tuo nome, oppure il numero della tessera.")
    elif len(name) > MAX_NAME_CHARS:
        problems["name"] = N_("Il nome è troppo lungo: bastano nome e iniziale.")
    people = _number(form.get("people", ""))
    if not 1 <= people <= MAX_PEOPLE:
        problems["people"] = N_("Scrivi quante persone siete: da 1 a 20. Per un gruppo chiedi al portiere.")
    contact = form.get("contact", "").strip()
    if contact and not _contact(contact):
        problems["contact"] = N_("Scrivi un indirizzo e-mail o un numero di telefono, oppure lascia vuoto.")
    language = form.get("language", "")
    if language not in MEMBER_LANGUAGES:
        problems["language"] = N_("Scegli una lingua.")
    if form.get("consent") != "yes":
        problems["consent"] = N_("Per iscriverti serve il tuo consenso.")
    return Wish(name, card, people, contact, language), problems


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"\s*[0-9]{1,4}\s*", text) else 0


def _contact(text: str) -> bool:
    digits = sum(char.isdecimal() for char in text)
    phone = re.fullmatch(r"\+?[0-9 ()./\-]+", text) and MIN_PHONE_DIGITS <= digits <= MAX_PHONE_DIGITS
    mail = re.fullmatch(r"[^@\s<>,;:\"()\[\]]+@[^@\s<>,;:\"()\[\]]+\.[^@\s<>,;:\"()\[\].]{2,}", text)
    return len(text) <= MAX_CONTACT_CHARS and bool(phone or mail)
