"""Members' cards: issue, print, take out of use.

A name is shown to those who work in the member's own space; others see numbers.
"""

from __future__ import annotations

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from sync.errors import UsageError
from sync.hub import members, sightings
from sync.hub.office.office import PROGRAMME, Me, Office, space_of, told
from sync.hub.site import agenda
from sync.hub.store.models import Member, Space
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form, read_form
from sync.hub.web.pages import PageError
from sync.hub.web.qr import picture
from sync.hub.web.words import MEMBER_LANGUAGES, N_
from sync.number import NumberError, check, grouped

LATEST = 20
MOST_PAIRS = 5
"""Of the places where a card was shown at once, the newest."""
FIELDS = ("name", "contact", "language", "space", "number")
ACCESS = {
    "large_text": N_("Testo grande"), "contrast": N_("Contrasto alto"), "low_reach": N_("Comandi in basso"),
    "speech": N_("Voce"),
}  # fmt: skip
PRIVATE_FILE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
NO_CARD = N_("Non c'è una tessera con questo numero. Confrontalo con la tessera.")


class Cards:
    """The views.

    Args:
        office: what they work with.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def add_to(self, router: APIRouter) -> None:
        """Registers the addresses."""
        router.add_api_route("/office/cards", self.all, methods=["GET", "HEAD"])
        router.add_api_route("/office/cards", self.issue, methods=["POST"])
        router.add_api_route("/office/cards/find", self.find, methods=["POST"])
        router.add_api_route("/office/cards/{number}", self.one, methods=["GET", "HEAD"])
        router.add_api_route("/office/cards/{number}/card.pdf", self.pdf, methods=["GET", "HEAD"])
        router.add_api_route("/office/cards/{number}/looked", self.looked, methods=["POST"])
        router.add_api_route("/office/cards/{number}/reissue", self.reissue, methods=["POST"])
        router.add_api_route("/office/cards/{number}/revoke", self.revoke, methods=["POST"])

    def all(self, request: Request) -> Response:
        """The forms, and the latest cards."""
        me = self._office.enter(request, PROGRAMME)
        return self._list(request, me, {}, {}, 200)

    def _list(self, request: Request, me: Me, typed: Form, problems: dict[str, str], status: int) -> Response:
        visit = self._office.pages.visit(request)
        with self._office.hub.database.read() as session:
            spaces = [space for space in agenda.spaces(session) if me.sees(space.id)]
            query = sa.select(Member).where(Member.space_id.in_([space.id for space in spaces]))
            latest = session.scalars(query.order_by(Member.issued.desc(), Member.number).limit(LATEST)).all()
            return self._office.show(
                request, me, "cards", "cards.html", status=status, spaces=spaces, latest=latest, grouped=grouped,
                doubled=sightings.flagged(session, me.space),
                typed={name: typed.get(name, "") for name in FIELDS} | {"language": typed.get("language", "it")},
                wishes=[code for code in ACCESS if typed.get(f"access_{code}") == "yes"],
                access=ACCESS, languages=MEMBER_LANGUAGES, problems=told(visit, problems),
            )  # fmt: skip

    def issue(self, request: Request, form: Form = Depends(read_form)) -> Response:
        """Makes a member and shows the card."""
        me = self._office.enter(request, PROGRAMME, form)
        problems = self._problems(form)
        with self._office.hub.database.read() as session:
            space = space_of(session, me, form.get("space", "")).id
        if problems:
            return self._list(request, me, form, problems, 422)
        access = [code for code in ACCESS if form.get(f"access_{code}") == "yes"]
        issued = members.issue_card(
            self._office.hub, space, form["name"], form["language"], form.get("contact") or None, access, by=me.id
        )
        return see_other(f"/office/cards/{issued.number}?done=issued")

    def _problems(self, form: Form) -> dict[str, str]:
        problems = {}
        if not 0 < len(" ".join(form.get("name", "").split())) <= members.MAX_NAME_CHARS:
            problems["name"] = N_("Scrivi il nome, al massimo 120 caratteri.")
        contact = form.get("contact", "").strip()
        if contact and not members.MIN_CONTACT_CHARS <= len(contact) <= members.MAX_CONTACT_CHARS:
            problems["contact"] = N_("Il contatto ha da 3 a 200 caratteri, oppure resta vuoto.")
        if form.get("language") not in MEMBER_LANGUAGES:
            problems["language"] = N_("Scegli una lingua.")
        return problems

    def find(self, request: Request, form: Form = Depends(read_form)) -> Response:
        """Goes to the card with a number."""
        me = self._office.enter(request, PROGRAMME, form)
        try:
            number = check(form.get("number", ""))
            self._member(me, number)
        except (NumberError, PageError):
            return self._list(request, me, form, {"number": NO_CARD}, 422)
        return see_other(f"/office/cards/{number}")

    def one(self, request: Request, number: str) -> Response:
        """A card, to be printed or taken out of use."""
        me = self._office.enter(request, PROGRAMME)
        member, space = self._member(me, number)
        hub, named = self._office.hub, me.space == member.space_id
        code = picture(members.card_text(hub, member), paper=True) if member.active else None
        with hub.database.read() as session:
            pairs = sightings.pairs(session, member.number) if member.doubled and member.active else []
            names = {one.id: one.name for one in session.scalars(sa.select(Space))}
        address = members.page_address(hub, member, space.web) if member.active and named and member.link else ""
        return self._office.show(
            request, me, "cards", "card.html", member=member, space=space, code=code, number=grouped(member.number),
            named=named, languages=MEMBER_LANGUAGES, page_code=picture(address) if address else None,
            pairs=pairs[-MOST_PAIRS:], names=names,
        )  # fmt: skip

    def pdf(self, request: Request, number: str) -> Response:
        """The card as a page to print. It bears the name: for those who work in the member's own space."""
        me = self._office.enter(request, PROGRAMME)
        member, _ = self._member(me, number)
        if not member.active or me.space != member.space_id:
            raise PageError(404, NO_CARD)
        content = members.printed(self._office.hub, member.number)
        headers = {"Content-Disposition": f'attachment; filename="tessera-{member.number}.pdf"', **PRIVATE_FILE}
        return Response(content, media_type="application/pdf", headers=headers)

    def looked(self, request: Request, number: str, form: Form = Depends(read_form)) -> Response:
        """Somebody looked at where the card was shown, and it is all right."""
        me = self._office.enter(request, PROGRAMME, form)
        member, _ = self._member(me, number)
        sightings.look_at(self._office.hub, member.number, by=me.id)
        return see_other(f"/office/cards/{member.number}?done=looked")

    def reissue(self, request: Request, number: str, form: Form = Depends(read_form)) -> Response:
        """Another card for one that is lost."""
        me = self._office.enter(request, PROGRAMME, form)
        member, _ = self._member(me, number)
        if form.get("sure") != "yes":
            raise PageError(422, N_("Spunta la casella per confermare."))
        try:
            made = members.reissue_card(self._office.hub, member.number, by=me.id)
        except UsageError:
            raise PageError(404, NO_CARD) from None
        return see_other(f"/office/cards/{made.number}?done=reissued")

    def revoke(self, request: Request, number: str, form: Form = Depends(read_form)) -> Response:
        """Takes a card out of use."""
        me = self._office.enter(request, PROGRAMME, form)
        member, _ = self._member(me, number)
        if form.get("sure") != "yes":
            raise PageError(422, N_("Spunta la casella per confermare."))
        try:
            members.revoke_card(self._office.hub, member.number, by=me.id)
        except UsageError:
            raise PageError(404, NO_CARD) from None
        return see_other(f"/office/cards/{member.number}?done=card_revoked")

    def _member(self, me: Me, number: str) -> tuple[Member, Space]:
        with self._office.hub.database.read() as session:
            member = session.get(Member, number[:12])
            if member is None or not me.sees(member.space_id):
                raise PageError(404, NO_CARD)
            space = session.get_one(Space, member.space_id)
            session.expunge_all()
            return member, space
