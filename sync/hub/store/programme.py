"""The tables of the programme: spaces, activities with their pictures and occurrences, notices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sync import rows
from sync.hub.store.feed import ID, INSTANT, Base, Replicated
from sync.rows import PUBLIC, space_scope


class Space(Base, Replicated):
    """One of the spaces."""

    __tablename__ = "space"
    entity = "space"
    id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    address: Mapped[str] = mapped_column(sa.String(300), default="")
    quarter: Mapped[str | None] = mapped_column(sa.String(120))
    municipio: Mapped[int | None]
    area: Mapped[int] = mapped_column(default=1)
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    hours: Mapped[dict[str, Any]] = mapped_column(default=dict)
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    web: Mapped[str] = mapped_column(sa.String(300), default="")

    def replicas(self) -> Mapping[str, Any]:
        """Public."""
        row = rows.Space(
            self.id, self.name, self.address, self.quarter, self.municipio, self.area, self.lat, self.lon,
            self.hours, [rows.Reason(**reason) for reason in self.reasons], self.web,
        )  # fmt: skip
        return {PUBLIC: row}


class Activity(Base, Replicated):
    """Something that a space offers. `source` and `uid` name it in the calendar that it was imported from.

    Attributes:
        start, end: local times of the first occurrence (naive ISO text in `zone`), dates where `all_day`.
        rrule, exdates, rdates: recurrence (RFC 5545); dates as local ISO texts.
        digest: of what was imported, so that the same file again changes nothing.
    """

    __tablename__ = "activity"
    entity = "activity"
    id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id"), index=True)
    source: Mapped[str] = mapped_column(sa.String(32), default="office")
    uid: Mapped[str | None] = mapped_column(sa.String(300))
    digest: Mapped[str | None] = mapped_column(sa.String(64))
    title: Mapped[dict[str, Any]]
    summary: Mapped[dict[str, Any]] = mapped_column(default=dict)
    description: Mapped[dict[str, Any]] = mapped_column(default=dict)
    category: Mapped[str] = mapped_column(sa.String(80), default="")
    audience: Mapped[dict[str, Any]] = mapped_column(default=dict)
    venue: Mapped[str] = mapped_column(sa.String(300), default="")
    address: Mapped[str] = mapped_column(sa.String(300), default="")
    access: Mapped[dict[str, Any]] = mapped_column(default=dict)
    cost: Mapped[str] = mapped_column(sa.String(500), default="")
    free: Mapped[bool | None]
    languages: Mapped[list[Any]] = mapped_column(default=list)
    signup: Mapped[bool] = mapped_column(default=False)
    capacity: Mapped[int | None]
    url: Mapped[str | None] = mapped_column(sa.String(500))
    zone: Mapped[str] = mapped_column(sa.String(64), default="Europe/Rome")
    start: Mapped[str] = mapped_column(sa.String(32))
    end: Mapped[str | None] = mapped_column(sa.String(32))
    all_day: Mapped[bool] = mapped_column(default=False)
    rrule: Mapped[str | None] = mapped_column(sa.String(500))
    exdates: Mapped[list[Any]] = mapped_column(default=list)
    rdates: Mapped[list[Any]] = mapped_column(default=list)
    overrides: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Changes of single occurrences, by original local start: {"start", "end", "status", "reason"}."""
    active: Mapped[bool] = mapped_column(default=True)
    picture: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    """{"sha256", "width", "height", "alt": {language: text}}; its content is in `Picture`."""
    occurrences: Mapped[list[Occurrence]] = relationship(back_populates="activity", cascade="all, delete-orphan")

    def replicas(self) -> Mapping[str, Any]:
        """Public while it is active."""
        if not self.active:
            return {}
        row = rows.Activity(
            id=self.id, space=self.space_id, title=self.title, summary=self.summary, description=self.description,
            category=self.category, audience=self.audience, venue=self.venue, address=self.address, access=self.access,
            cost=self.cost, free=self.free, languages=self.languages, signup=self.signup, capacity=self.capacity,
            rrule=self.rrule, url=self.url, picture=self.picture,
        )  # fmt: skip
        return {PUBLIC: row}


class Picture(Base):
    """A picture's content, under its SHA-256: a JPEG (`sync.hub.pictures`)."""

    __tablename__ = "picture"
    sha256: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    content: Mapped[bytes]


class Occurrence(Base, Replicated):
    """One time that an activity takes place.

    Attributes:
        original: the start that the recurrence gave it; `start` differs where it was moved.
        sold: seats of final bookings; `sold_by_hub`: those among them that no terminal's right paid for.
        pinned: changed by a person or booked: the expansion of the recurrence no longer removes it.
    """

    __tablename__ = "occurrence"
    entity = "occurrence"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    activity_id: Mapped[str] = mapped_column(sa.ForeignKey("activity.id"), index=True)
    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id"))
    original: Mapped[str] = mapped_column(INSTANT)
    start: Mapped[str] = mapped_column(INSTANT)
    end: Mapped[str | None] = mapped_column(INSTANT)
    all_day: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(sa.String(16), default="scheduled")
    reason: Mapped[str] = mapped_column(sa.String(500), default="")
    capacity: Mapped[int | None]
    sold: Mapped[int] = mapped_column(default=0)
    sold_by_hub: Mapped[int] = mapped_column(default=0)
    pinned: Mapped[bool] = mapped_column(default=False)
    activity: Mapped[Activity] = relationship(back_populates="occurrences")

    __table_args__ = (sa.Index("occurrence_space_start", "space_id", "start"),)

    def replicas(self) -> Mapping[str, Any]:
        """Public."""
        row = rows.Occurrence(
            id=self.id, activity=self.activity_id, space=self.space_id, start=self.start, end=self.end,
            all_day=self.all_day, status=self.status, reason=self.reason,
            moved_from=self.original if self.original != self.start else None, capacity=self.capacity, sold=self.sold,
        )  # fmt: skip
        return {PUBLIC: row}


class Notice(Base, Replicated):
    """Something to read, for one space or for all; where it was taken down, that alone."""

    DOWN: ClassVar[str] = ""
    """As `until`: before every instant."""

    __tablename__ = "notice"
    entity = "notice"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str | None] = mapped_column(sa.String(64))
    title: Mapped[dict[str, Any]]
    text: Mapped[dict[str, Any]]
    at: Mapped[str] = mapped_column(INSTANT)
    until: Mapped[str | None] = mapped_column(INSTANT)
    urgent: Mapped[bool] = mapped_column(default=False)

    @property
    def down(self) -> bool:
        """Whether it was taken down; it may not even have come."""
        return self.until == self.DOWN

    def replicas(self) -> Mapping[str, Any]:
        """Its space, or everybody, until it is taken down."""
        if self.down:
            return {}
        row = rows.Notice(self.id, self.space_id, self.title, self.text, self.at, self.until, self.urgent)
        return {space_scope(self.space_id) if self.space_id else PUBLIC: row}
