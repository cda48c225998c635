"""What a space offers, what neighbours offer, and who asked for what: the replica's rows with pending facts laid over.

Pure: `sync.terminal.projection` hands in what one state of the replica holds. Nothing heavy is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sync import rows
from sync.clock import local
from sync.rows import Texts
from sync.stages import CLOSED, RECEIVED
from sync.terminal.pending import Stated

KINDS = ("service", "product", "opening")


@dataclass(frozen=True, slots=True)
class ServiceView:
    """Something that one can ask for; the members are those of `sync.rows.Service`. `until`: on Milano's clocks."""

    id: str
    space: str
    kind: str
    title: Texts
    text: Texts
    group: Texts
    hours: Texts
    price: Texts
    who: Texts
    places: int | None
    contact: str
    ask: bool
    until: datetime | None


@dataclass(frozen=True, slots=True)
class OfferView:
    """What a neighbour offers (``offro``) or looks for (``cerco``). Nobody's name, nobody's number."""

    id: str
    what: str
    title: Texts
    text: Texts
    at: datetime


@dataclass(frozen=True, slots=True)
class RequestView:
    """Who asked for what, for the desk alone.

    Attributes:
        service: id of the service or the offer, or a code.
        stage, outcome: as in `sync.stages`.
        card, name, text: personal; None or "" where this terminal is not the space's that answers.
        pending: the hub does not have it yet, or does not have yet that it is closed.
    """

    id: str
    service: str
    kind: str
    stage: str
    outcome: str
    at: datetime
    card: str | None
    name: str | None
    text: str
    pending: bool

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.stage != CLOSED


def services(bodies: Iterable[Mapping[str, Any]], now: str) -> tuple[ServiceView, ...]:
    """What is offered at an instant, in the order of kinds, headings and titles."""
    found = []
    for body in bodies:
        row = rows.load(rows.Service, body)
        if row.kind in KINDS and (row.until is None or row.until > now):
            until = local(row.until) if row.until else None
            found.append(
                ServiceView(
                    row.id, row.space, row.kind, row.title, row.text, row.group, row.hours, row.price, row.who,
                    row.places, row.contact, row.ask, until,
                )
            )  # fmt: skip
    return tuple(
        sorted(found, key=lambda one: (KINDS.index(one.kind), _italian(one.group), _italian(one.title), one.id))
    )


def _italian(texts: Texts) -> str:
    return texts.get("it", "").casefold()


def offers(bodies: Iterable[Mapping[str, Any]], now: str) -> tuple[OfferView, ...]:
    """What is on the neighbours' board at an instant, the newest first."""
    read = (rows.load(rows.Offer, body) for body in bodies)
    found = [
        OfferView(row.id, row.what, row.title, row.text, local(row.at))
        for row in read
        if row.at and (row.until is None or row.until > now)
    ]
    return tuple(sorted(found, key=lambda one: (-one.at.timestamp(), one.id)))


def requests(
    bodies: Iterable[Mapping[str, Any]], pending: Iterable[Stated], have: int, kinds: Mapping[str, str]
) -> tuple[RequestView, ...]:
    """Who asked for what, the newest first.

    Args:
        bodies: of the replica's rows; the space's copy of a row says more than its maker's.
        pending: what the replica does not contain yet, in order.
        have: highest sequence number that the hub acknowledged.
        kinds: kind of what is offered, by id.
    """
    found: dict[str, RequestView] = {}
    for body in bodies:
        row = rows.load(rows.Request, body)
        if row.at and (row.id not in found or row.name or row.card):
            found[row.id] = RequestView(
                row.id, row.service, row.kind, row.stage, row.outcome, local(row.at), row.card, row.name,
                row.text or "", pending=False,
            )  # fmt: skip
    for fact in pending:
        body = fact.body
        if fact.kind == "request" and fact.id not in found:
            found[fact.id] = RequestView(
                fact.id, body["service"], kinds.get(body["service"], "service"), RECEIVED, "", local(fact.at),
                body.get("card"), fact.personal.get("name"), fact.personal.get("text") or "", fact.seq > have,
            )  # fmt: skip
        elif fact.kind == "request_close" and (asked := found.get(body["request"])) is not None and asked.open:
            found[asked.id] = replace(
                asked, stage=CLOSED, outcome=body["outcome"], pending=asked.pending or fact.seq > have
            )
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.id), reverse=True))
