"""A person's own pages: of one sign-up, how it stands, the code for the door, and how not to come; of a member, the
card and all sign-ups.

The address is the key: 144 bits that nobody guesses, of which the database keeps a digest. It is never told to other
sites, never kept by caches and not found by search engines.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from sync import card as codec
from sync.clock import instant, local
from sync.hub import members, seating, signups
from sync.hub.site import agenda
from sync.hub.site.agenda import Entry
from sync.hub.site.site import Site
from sync.hub.store.models import Booking, Member, Space
from sync.hub.web.answers import PRIVATE, see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.qr import Picture, picture
from sync.hub.web.words import N_
from sync.membership import link_secret
from sync.number import grouped

MAX_LINK_CHARS = 64
MAX_OWN = 50
"""Sign-ups that a member's page lists."""
CODE_LIFE = timedelta(days=1)
"""How long after the end a booking's code is still read."""
HELD = ("final", "waiting")
"""States in which a person may still say that they do not come."""
LISTED = (*HELD, "checked_in")
UNKNOWN = (
    404, N_("Questa iscrizione non c'è."),
    N_("Controlla l'indirizzo, o riprova più tardi: una tessera appena fatta aspetta la rete."),
)  # fmt: skip


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
        router.add_api_route("/p/{link}/{booking}", self.one, methods=["GET", "HEAD"])
        router.add_api_route("/p/{link}/{booking}/cancel", self.confirm_one, methods=["GET", "HEAD"])
        router.add_api_route("/p/{link}/{booking}/cancel", self.cancel_one, methods=["POST"])

    def show(self, request: Request, link: str) -> Response:
        """How the sign-up stands; or a member's card and sign-ups."""
        with self._site.hub.database.read() as session:
            member = self._member(session, link)
            if member is not None:
                return self._all(request, session, member, link)
        return self._show(request, link, None)

    def one(self, request: Request, link: str, booking: str) -> Response:
        """How one of a member's sign-ups stands."""
        return self._show(request, link, booking)

    def _all(self, request: Request, session: Session, member: Member, link: str) -> Response:
        own = sa.select(Booking).where(Booking.card == member.number, Booking.state.in_(LISTED))
        now, found = self._site.hub.clock.now(), list[tuple[datetime, Booking, Entry]]()
        for booking in session.scalars(own.order_by(Booking.at.desc()).limit(MAX_OWN)):
            entry = agenda.occurrence(session, booking.occurrence_id)
            if entry is not None and not entry.over(now):
                found.append((entry.start, booking, entry))
        found.sort(key=lambda one: one[0])
        return self._site.show(
            self._site.pages.visit(request), "member.html", cache=PRIVATE, link=link, number=grouped(member.number),
            code=picture(members.card_text(self._site.hub, member)), space=session.get_one(Space, member.space_id),
            expires=local(instant(member.expires)), own=[(booking, entry) for _, booking, entry in found],
        )  # fmt: skip

    def _show(self, request: Request, link: str, own: str | None) -> Response:
        visit = self._site.pages.visit(request)
        with self._site.hub.database.read() as session:
            booking, entry = self._find(session, link, own)
            code = self._code(booking, entry) if booking.state == "final" and not entry.cancelled else None
            return self._site.show(
                visit, "booking.html", cache=PRIVATE, booking=booking, entry=entry, link=_path(link, own), code=code,
                may_cancel=self._may_cancel(booking, entry), card=self._card(session, booking),
            )  # fmt: skip

    def confirm(self, request: Request, link: str) -> Response:
        """Asks whether the person really does not come."""
        return self._confirm(request, link, None)

    def confirm_one(self, request: Request, link: str, booking: str) -> Response:
        """Asks a member the same."""
        return self._confirm(request, link, booking)

    def _confirm(self, request: Request, link: str, own: str | None) -> Response:
        visit, path = self._site.pages.visit(request), _path(link, own)
        with self._site.hub.database.read() as session:
            booking, entry = self._find(session, link, own)
            if not self._may_cancel(booking, entry):
                return see_other(visit.href(f"/p/{path}"))
            return self._site.show(visit, "cancel.html", cache=PRIVATE, booking=booking, entry=entry, link=path)

    def cancel(self, request: Request, link: str, _form: Form = Depends(read_form)) -> Response:
        """The person does not come. Saying so again changes nothing."""
        return self._cancel(request, link, None)

    def cancel_one(self, request: Request, link: str, booking: str, _form: Form = Depends(read_form)) -> Response:
        """A member does not come to one of the sign-ups."""
        return self._cancel(request, link, booking)

    def _cancel(self, request: Request, link: str, own: str | None) -> Response:
        visit = self._site.pages.visit(request)
        with self._site.hub.database.write() as session:
            booking, entry = self._find(session, link, own)
            if self._may_cancel(booking, entry):
                seating.cancel(session, booking)
        return see_other(visit.href(f"/p/{_path(link, own)}"))

    def _member(self, session: Session, link: str) -> Member | None:
        """Whose own page it is, while the card is in use."""
        if len(link) > MAX_LINK_CHARS:
            raise PageError(*UNKNOWN)
        digest = signups.digest(link)
        return session.scalar(sa.select(Member).where(Member.link == digest, Member.active.is_(True)))

    def _find(self, session: Session, link: str, own: str | None) -> tuple[Booking, Entry]:
        """The sign-up that has this address, or (`own`: its id) the one of the member who has it."""
        if len(link) > MAX_LINK_CHARS:
            raise PageError(*UNKNOWN)
        if own is None:
            booking = session.scalar(sa.select(Booking).where(Booking.link == signups.digest(link)))
        else:
            member = self._member(session, link)
            booking = session.get(Booking, own[:MAX_LINK_CHARS]) if member is not None else None
            if booking is not None and (member is None or booking.card != member.number):
                booking = None
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


def _path(link: str, own: str | None) -> str:
    """A sign-up's place under ``/p/``."""
    return link if own is None else f"{link}/{own}"
