"""The tables of what one can ask for: services, products and openings; neighbours' offers; and who asked for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from sync import rows
from sync.hub.store.feed import ID, INSTANT, Base, Replicated
from sync.membership import short_name
from sync.rows import PUBLIC, space_scope, terminal_scope
from sync.stages import Step

MAX_CONTACT_CHARS = 200
NEW, APPROVED, REFUSED, WITHDRAWN = "new", "approved", "refused", "withdrawn"
"""States of an offer: it waits for the office; it is on the board; it never was; it is no more."""


class Service(Base, Replicated):
    """Something that a space offers and that one can ask for (`sync.rows.Service`).

    Attributes:
        active: it is offered now; what is not stays for the requests that name it.
        source: ``office``, or ``demo``.
    """

    __tablename__ = "service"
    entity = "service"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id"), index=True)
    kind: Mapped[str] = mapped_column(sa.String(16))
    title: Mapped[dict[str, Any]]
    text: Mapped[dict[str, Any]] = mapped_column(default=dict)
    group: Mapped[dict[str, Any]] = mapped_column("group_name", default=dict)
    hours: Mapped[dict[str, Any]] = mapped_column(default=dict)
    price: Mapped[dict[str, Any]] = mapped_column(default=dict)
    who: Mapped[dict[str, Any]] = mapped_column(default=dict)
    places: Mapped[int | None]
    contact: Mapped[str] = mapped_column(sa.String(MAX_CONTACT_CHARS), default="")
    ask: Mapped[bool] = mapped_column(default=True)
    until: Mapped[str | None] = mapped_column(INSTANT)
    active: Mapped[bool] = mapped_column(default=True)
    source: Mapped[str] = mapped_column(sa.String(32), default="office")

    def replicas(self) -> Mapping[str, Any]:
        """Public while it is offered."""
        if not self.active:
            return {}
        row = rows.Service(
            self.id, self.space_id, self.kind, self.title, self.text, self.group, self.hours, self.price, self.who,
            self.places, self.contact, self.ask, self.until,
        )  # fmt: skip
        return {PUBLIC: row}


class Offer(Base, Replicated):
    """A neighbour's offer or search, moderated.

    Attributes:
        what: ``offro`` or ``cerco``.
        title, text: as written, and as the office corrected it, by language.
        card, name, contact: personal data: they never leave the hub.
        why: of a refusal, for the office.
        until: when it leaves or left the board.
    """

    __tablename__ = "offer"
    entity = "offer"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.String(64))
    what: Mapped[str] = mapped_column(sa.String(16))
    title: Mapped[dict[str, Any]]
    text: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[str] = mapped_column(sa.String(16), default=NEW)
    why: Mapped[str] = mapped_column(sa.String(500), default="")
    at: Mapped[str] = mapped_column(INSTANT)
    until: Mapped[str | None] = mapped_column(INSTANT)
    terminal: Mapped[str | None] = mapped_column(sa.String(80))
    card: Mapped[str | None] = mapped_column(sa.String(12), index=True)
    name: Mapped[str | None] = mapped_column(sa.String(120))
    contact: Mapped[str | None] = mapped_column(sa.String(200))

    __table_args__ = (sa.Index("offer_space_at", "space_id", "at"),)

    def replicas(self) -> Mapping[str, Any]:
        """The terminals of its space once the office has approved it; nothing of who wrote it."""
        if self.state != APPROVED:
            return {}
        row = rows.Offer(self.id, self.space_id, self.what, self.title, self.text, self.at, self.until)
        return {space_scope(self.space_id): row}


class ServiceRequest(Base, Replicated):
    """Somebody asked for something (`sync.stages`).

    Attributes:
        service_id: of the service or of the offer; whatever a terminal stated, also where there is none of that id.
        steps: what happened to it, as `sync.stages.Step` members, the first one when it was received.
        closed: when it was closed last; None while it is open.
        card, name, text: personal data, own space only.
    """

    __tablename__ = "request"
    entity = "request"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.String(64))
    service_id: Mapped[str] = mapped_column(ID)
    kind: Mapped[str] = mapped_column(sa.String(16))
    stage: Mapped[str] = mapped_column(sa.String(16))
    outcome: Mapped[str] = mapped_column(sa.String(40), default="")
    steps: Mapped[list[Any]] = mapped_column(default=list)
    at: Mapped[str] = mapped_column(INSTANT)
    closed: Mapped[str | None] = mapped_column(INSTANT)
    terminal: Mapped[str | None] = mapped_column(sa.String(80))
    card: Mapped[str | None] = mapped_column(sa.String(12), index=True)
    name: Mapped[str | None] = mapped_column(sa.String(120))
    text: Mapped[str | None] = mapped_column(sa.Text)

    __table_args__ = (sa.Index("request_space_at", "space_id", "at"),)

    def taken(self) -> tuple[Step, ...]:
        """The steps so far."""
        return tuple(Step(**step) for step in self.steps)

    def stand(self, steps: Sequence[Step]) -> None:
        """Stores the steps, and where they lead."""
        self.steps = [asdict(step) for step in steps]
        last = steps[-1]
        self.stage, self.outcome = last.stage, last.outcome
        self.closed = last.at if last.outcome else None

    def replicas(self) -> Mapping[str, Any]:
        """The space that answers it, with who asked and for what; and its maker, without."""
        common = rows.Request(
            self.id, self.space_id, self.service_id, self.kind, self.stage, self.at, self.outcome, self.terminal
        )
        scopes: dict[str, Any] = {}
        if self.terminal:
            scopes[terminal_scope(self.terminal)] = common
        whole = {"card": self.card, "name": short_name(self.name) if self.name else None, "text": self.text}
        scopes[space_scope(self.space_id)] = rows.Request(**{**rows.dump(common), **whole})
        return scopes
