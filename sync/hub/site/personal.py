"""A person's own page of a sign-up: how it stands, the code for the door, and how not to come.

The address is the key: 144 random bits, of which the database keeps a digest. It is never told to other sites, never
kept by caches and not found by search engines.
"""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync import card as codec
from sync.clock import instant
from sync.hub import seating, signups
from sync.hub.site import agenda
from sync.hub.site.agenda import Entry
from sync.hub.site.site import Site
from sync.hub.store.models import Booking, Member
from sync.hub.web.answers import PRIVATE, see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.qr import Picture, picture
from sync.hub.web.words import N_
from sync.membership import link_secret

MAX_LINK_CHARS = 64
CODE_LIFE = timedelta(days=1)
"""How long after the end a booking's code is still read."""
HELD = ("final", "waiting")
"""States in which a person may still say that they do not come."""
UNKNOWN = (404, N_("Questa iscrizione non c'è."), N_("Controlla l'indirizzo, o chiedi al portiere."))


class Personal:
    """The views.

    Args:
        site: what they work with.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/p/{link}", self.show, methods=["GET", "HEAD"])
        router.add_api_route("/p/{link}/cancel", self.confirm, methods=["GET", "HEAD"])
        router.add_api_route("/p/{link}/cancel", self.cancel, methods=["POST"])

    def show(self, request: Request, link: str) -> Response:
        """How the sign-up stands."""
        visit = self._site.pages.visit(request)
        with self._site.hub.database.read() as session:
            booking, entry = self._find(session, link)
            code = self._code(booking, entry) if booking.state == "final" and not entry.cancelled else None
            return self._site.show(
                visit, "booking.html", cache=PRIVATE, booking=booking, entry=entry, link=link, code=code,
                may_cancel=self._may_cancel(booking, entry), card=self._card(session, booking),
            )  # fmt: skip

    def confirm(self, request: Request, link: str) -> Response:
        """Asks whether the person really does not come."""
        visit = self._site.pages.visit(request)
        with self._site.hub.database.read() as session:
            booking, entry = self._find(session, link)
            if not self._may_cancel(booking, entry):
                return see_other(visit.href(f"/p/{link}"))
            return self._site.show(visit, "cancel.html", cache=PRIVATE, booking=booking, entry=entry, link=link)

    def cancel(self, request: Request, link: str, _form: Form = Depends(read_form)) -> Response:
        """The person does not come. Saying so again changes nothing."""
        visit = self._site.pages.visit(request)
        with self._site.hub.database.write() as session:
            booking, entry = self._find(session, link)
            if self._may_cancel(booking, entry):
                seating.cancel(session, booking)
        return see_other(visit.href(f"/p/{link}"))

    def _find(self, session: Session, link: str) -> tuple[Booking, Entry]:
        if len(link) > MAX_LINK_CHARS:
            raise PageError(*UNKNOWN)
        booking = session.scalar(sa.select(Booking).where(Booking.link == signups.digest(link)))
        entry = agenda.occurrence(session, booking.occurrence_id) if booking is not None else None
        if booking is None or entry is None:
            raise PageError(*UNKNOWN)
        return booking, entry

    def _card(self, session: Session, booking: Booking) -> str:
        """The address of the member's own page, where they became one with this very sign-up: who types somebody's
        number into the form learns nothing of them.
        """
        member = session.get(Member, booking.card) if booking.card else None
        if member is None or not member.active or member.booking != booking.id:
            return ""
        return f"/p/{link_secret(self._site.hub.pepper(member.space_id), member.number)}"

    def _may_cancel(self, booking: Booking, entry: Entry) -> bool:
        return booking.state in HELD and not entry.over(self._site.hub.clock.now())

    def _code(self, booking: Booking, entry: Entry) -> Picture:
        """The booking as a code that the door reads, the same each time."""
        issued = instant(booking.at)
        expires = max((entry.end or entry.start) + CODE_LIFE, issued + CODE_LIFE)
        payload = codec.Booking(
            booking=booking.id, occurrence=booking.occurrence_id, people=booking.people,
            terminal=booking.terminal or "hub", issued=int(issued.timestamp()), expires=int(expires.timestamp()),
        )  # fmt: skip
        return picture(codec.encode(payload, self._site.hub.signer()))
