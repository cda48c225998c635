"""What people ask for, and what neighbours offer: the facts about it, and the steps that the office takes.

A request is taken in whatever it names: a service, an offer on the board, or a code that nobody knows here, which then
counts as a service of the space where it was stated. What a person was told is saved is never refused for a title that
the office took away meanwhile.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.hub.apply import NotApplicable, Received, handles
from sync.hub.hub import Hub
from sync.hub.store.asking import APPROVED, NEW, REFUSED, WITHDRAWN, Offer, Service, ServiceRequest
from sync.stages import CLOSED, RECEIVED, StageError, Step, move

ON_BOARD = timedelta(days=60)
"""How long an offer stays on the board where the office says nothing else."""
CHUNK = 500


@handles("request")
def _request(session: Session, _hub: Hub, got: Received) -> None:
    body = got.fact.body
    if session.get(ServiceRequest, got.fact.id) is not None:
        raise NotApplicable(f"a request {got.fact.id} exists")
    space, kind = _meant(session, body["service"], got.space)
    request = ServiceRequest(
        id=got.fact.id, space_id=space, service_id=body["service"], kind=kind, at=got.at, terminal=got.terminal.id,
        card=got.card(session), name=got.personal.get("name"), text=got.personal.get("text"),
    )  # fmt: skip
    request.stand([Step(RECEIVED, got.at, got.fact.by or got.terminal.id)])
    session.add(request)


def _meant(session: Session, service_id: str, here: str) -> tuple[str, str]:
    """The space that answers a request, and the kind of what was asked for."""
    service = session.get(Service, service_id)
    if service is not None:
        return service.space_id, service.kind
    offer = session.get(Offer, service_id)
    return (offer.space_id, "offer") if offer is not None else (here, "service")


@handles("request_close")
def _request_close(session: Session, _hub: Hub, got: Received) -> None:
    body = got.fact.body
    request = session.get(ServiceRequest, body["request"], with_for_update=True, populate_existing=True)
    if request is None:
        raise NotApplicable(f"no request {body['request']}")
    if request.space_id != got.space and request.terminal != got.terminal.id:
        raise NotApplicable("a terminal closes requests of its own space, or its own ones, only")
    if request.stage != CLOSED:  # two who closed it at the same time agree that it is closed
        step = Step(CLOSED, got.at, got.fact.by or got.terminal.id, body["outcome"])
        request.stand(move(request.kind, request.taken(), step))


@handles("offer")
def _offer(session: Session, _hub: Hub, got: Received) -> None:
    if session.get(Offer, got.fact.id) is not None:
        raise NotApplicable(f"an offer {got.fact.id} exists")
    body, personal = got.fact.body, got.personal
    session.add(
        Offer(
            id=got.fact.id, space_id=got.space, what=body["what"], title={"it": personal.get("title", "")},
            text={"it": personal["text"]} if personal.get("text") else {}, state=NEW, at=got.at,
            terminal=got.terminal.id, card=got.card(session), name=personal.get("name"),
            contact=personal.get("contact"),
        )
    )  # fmt: skip


def step(session: Session, hub: Hub, request_id: str, stage: str, by: str, outcome: str = "") -> ServiceRequest:
    """Takes a request to a stage (`sync.stages`), in the caller's transaction.

    Args:
        session: of a write transaction.
        hub: for the time.
        request_id: which one; it must be there.
        stage: where to; `CLOSED` with an outcome.
        by: id of the member of staff.
        outcome: how it ended.

    Raises:
        StageError: it cannot go there, for example because somebody else was faster.
    """
    request = session.get(ServiceRequest, request_id, with_for_update=True, populate_existing=True)
    if request is None:
        raise StageError("it is gone")
    request.stand(move(request.kind, request.taken(), Step(stage, stamp(hub.clock.now()), by, outcome)))
    return request


def approve(offer: Offer, now: datetime, until: str | None = None) -> None:
    """Puts an offer on the board, for `ON_BOARD` where no other end is said."""
    offer.state, offer.why = APPROVED, ""
    offer.until = until or stamp(now + ON_BOARD)


def refuse(offer: Offer, now: datetime, why: str) -> None:
    """Keeps an offer off the board."""
    offer.state, offer.why, offer.until = REFUSED, why, stamp(now)


def withdraw(offer: Offer, now: datetime) -> None:
    """Takes an offer off the board."""
    offer.state = WITHDRAWN
    offer.until = min(offer.until or stamp(now), stamp(now))


def forget(session: Session, card: str) -> None:
    """Forgets what a person, known by a card, asked for and offered; an offer leaves the board with its words."""
    for request in session.scalars(sa.select(ServiceRequest).where(ServiceRequest.card == card)):
        request.name = request.text = None
    for offer in session.scalars(sa.select(Offer).where(Offer.card == card)):
        offer.title, offer.text, offer.name, offer.contact = {}, {}, None, None
        offer.state = WITHDRAWN


def expire(session: Session, now: datetime, kept: timedelta) -> int:
    """Takes offers off the board whose time is over, and forgets who was behind what ended longer than `kept` ago.

    Returns:
        How many requests and offers lost something personal.
    """
    over = sa.select(Offer).where(Offer.state == APPROVED, Offer.until < stamp(now)).limit(CHUNK)
    for offer in session.scalars(over):
        withdraw(offer, now)
    before, lost = stamp(now - kept), 0
    personal = sa.or_(
        ServiceRequest.name.is_not(None), ServiceRequest.text.is_not(None), ServiceRequest.card.is_not(None)
    )
    done = sa.select(ServiceRequest).where(ServiceRequest.closed < before, personal)
    for request in session.scalars(done.limit(CHUNK)):
        request.name = request.text = request.card = None
        lost += 1
    whose = sa.or_(Offer.name.is_not(None), Offer.contact.is_not(None), Offer.card.is_not(None))
    for offer in session.scalars(sa.select(Offer).where(Offer.until < before, whose).limit(CHUNK)):
        offer.name = offer.contact = offer.card = None
        if offer.state == REFUSED:
            offer.title, offer.text = {}, {}
        lost += 1
    return lost
