"""The tables of the desk's registers: parcels that are kept, notes to the next shift, days that were closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from sync import rows
from sync.hub.store.feed import ID, INSTANT, Base, Replicated
from sync.rows import PUBLIC, space_scope

TO_ALL = "all"


class Parcel(Base, Replicated):
    """A parcel that a space keeps, or handed over lately (`sync.rows.Parcel`).

    Attributes:
        card, name: personal data, own space only. The name is how the parcel is addressed, in full: the desk compares.
        gone: when this hub heard that it was handed over; None while it is kept. Retention counts from there, since a
            terminal's clock may be wrong.
    """

    __tablename__ = "parcel"
    entity = "parcel"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.String(64))
    code: Mapped[str] = mapped_column(sa.String(12))
    at: Mapped[str] = mapped_column(INSTANT)
    terminal: Mapped[str] = mapped_column(sa.String(80))
    card: Mapped[str | None] = mapped_column(sa.String(12), index=True)
    name: Mapped[str | None] = mapped_column(sa.String(120))
    outs: Mapped[list[Any]] = mapped_column(default=list)
    out: Mapped[str | None] = mapped_column(INSTANT)
    gone: Mapped[str | None] = mapped_column(INSTANT, index=True)

    __table_args__ = (sa.Index("parcel_space_at", "space_id", "at"),)

    def replicas(self) -> Mapping[str, Any]:
        """The terminals of its space."""
        row = rows.Parcel(self.id, self.space_id, self.code, self.at, self.card, self.name, list(self.outs), self.out)
        return {space_scope(self.space_id): row}


class Handover(Base, Replicated):
    """A note to the next shift (`sync.rows.Handover`).

    Attributes:
        text: personal data, since it may say whose business it is; None once it was forgotten.
        to: ``here`` or ``all``.
        heard: when this hub heard of it; retention counts from there.
    """

    __tablename__ = "handover"
    entity = "handover"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.String(64))
    text: Mapped[str | None] = mapped_column(sa.Text)
    at: Mapped[str] = mapped_column(INSTANT)
    by: Mapped[str | None] = mapped_column("by_staff", ID)
    to: Mapped[str] = mapped_column("to_whom", sa.String(16))
    done: Mapped[dict[str, Any]] = mapped_column(default=dict)
    terminal: Mapped[str] = mapped_column(sa.String(80))
    heard: Mapped[str] = mapped_column(INSTANT, index=True)

    __table_args__ = (sa.Index("handover_space_at", "space_id", "at"),)

    def replicas(self) -> Mapping[str, Any]:
        """The terminals of its space, or all where it is for every desk; nobody once it was forgotten."""
        if self.text is None:
            return {}
        row = rows.Handover(self.id, self.space_id, self.text, self.at, self.by, self.to, dict(self.done))
        return {PUBLIC if self.to == TO_ALL else space_scope(self.space_id): row}


class DayClose(Base, Replicated):
    """A day that a desk closed (`sync.rows.DayClose`); closed again, there is one more."""

    __tablename__ = "day_close"
    entity = "day_close"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.String(64))
    day: Mapped[str] = mapped_column(sa.String(10))
    at: Mapped[str] = mapped_column(INSTANT)
    by: Mapped[str | None] = mapped_column("by_staff", ID)
    totals: Mapped[dict[str, Any]] = mapped_column(default=dict)

    __table_args__ = (sa.Index("day_close_space_day", "space_id", "day"),)

    def replicas(self) -> Mapping[str, Any]:
        """The terminals of its space."""
        row = rows.DayClose(self.id, self.space_id, self.day, self.at, self.by, dict(self.totals))
        return {space_scope(self.space_id): row}
