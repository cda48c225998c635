"""What the desks of the demonstration have to do: parcels, a note, a request, somebody to be told.

Everybody in it is made up. What is there stays as the desk left it; but once nobody of the demonstration is to come any
more, somebody signs up again, so that the lists of a desk have something to try on any day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.hub import signups
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, Handover, Occurrence, Parcel, Service, ServiceRequest
from sync.resources import resource
from sync.stages import RECEIVED, Step

DESKS = "assets/demo/desk.json"
SOURCE = "demo"
AHEAD = timedelta(days=2)
"""Whoever tries the program signs people up for what is on sooner, and finds all seats there."""


def load_desks(session: Session, hub: Hub, path: Path | None = None) -> None:
    """Loads it; the programme must be there, with its occurrences."""
    desks = json.loads((path or resource(DESKS)).read_text(encoding="utf-8"))["desks"]
    now = hub.clock.now()
    for desk in desks:
        for parcel in desk["parcels"]:
            _keep(session, desk["space"], parcel, now)
        _note(session, desk["space"], desk["note"], now)
        _ask(session, desk["space"], desk["request"], now)
        _sign_up(session, hub, desk["space"], desk["signup"])


def _keep(session: Session, space: str, entry: Mapping[str, Any], now: datetime) -> None:
    parcel_id = f"{SOURCE}-{space}-{entry['code'].lower()}"
    if session.get(Parcel, parcel_id) is None:
        session.add(
            Parcel(
                id=parcel_id, space_id=space, code=entry["code"], at=stamp(now - timedelta(days=entry["days"])),
                terminal=SOURCE, name=entry["name"], outs=[],
            )
        )  # fmt: skip


def _note(session: Session, space: str, entry: Mapping[str, Any], now: datetime) -> None:
    note_id = f"{SOURCE}-{space}-note"
    if session.get(Handover, note_id) is None:
        at = stamp(now)
        session.add(
            Handover(
                id=note_id, space_id=space, text=entry["text"], at=at, to=entry["to"], done={}, terminal=SOURCE,
                heard=at,
            )
        )  # fmt: skip


def _ask(session: Session, space: str, entry: Mapping[str, Any], now: datetime) -> None:
    request_id = f"{SOURCE}-{space}-request"
    service = session.get(Service, f"{SOURCE}-{entry['service']}")
    if service is None or session.get(ServiceRequest, request_id) is not None:
        return
    request = ServiceRequest(
        id=request_id, space_id=space, service_id=service.id, kind=service.kind, at=stamp(now), name=entry["name"],
        text=entry["text"],
    )  # fmt: skip
    request.stand([Step(RECEIVED, stamp(now), SOURCE)])
    session.add(request)


def _sign_up(session: Session, hub: Hub, space: str, entry: Mapping[str, Any]) -> None:
    """Somebody without a card signs up by telephone, so the desk is to tell them."""
    now = hub.clock.now()
    coming = sa.select(Booking.id).join(Occurrence, Booking.occurrence_id == Occurrence.id)
    known = coming.where(Booking.space_id == space, Booking.name == entry["name"], Occurrence.start > stamp(now))
    if session.scalar(known.limit(1)) is not None:
        return
    free = sa.select(Occurrence.id).where(
        Occurrence.space_id == space, Occurrence.status == "scheduled", Occurrence.start > stamp(now + AHEAD),
        Occurrence.capacity > Occurrence.sold,
    )  # fmt: skip
    chosen = session.scalar(free.order_by(Occurrence.start, Occurrence.id).limit(1))
    if chosen is not None:
        booking, _ = signups.book(
            session, hub, occurrence_id=chosen, people=1, card=None, name=entry["name"], contact=entry["contact"],
            language="it", ticket=None,
        )  # fmt: skip
        session.flush()
        booking.told = False  # no page told them
