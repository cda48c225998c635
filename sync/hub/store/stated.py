"""The tables of what terminals stated: facts as they came, drop-ins, what is held, lost or to be forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from sync import rows
from sync.details import details
from sync.hub.store.feed import ID, INSTANT, Base, Replicated
from sync.rows import space_scope, terminal_scope


class StoredFact(Base):
    """A fact as it was received, at its place in the stream of one incarnation of a terminal.

    Attributes:
        state: accepted, duplicate (the same id came earlier, under another incarnation), quarantined or parked.
        raw, salt, personal: as received; a duplicate keeps no bytes.
        outcome: what became of a booking: {"state", "why"}.
    """

    __tablename__ = "fact"
    terminal: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    incarnation: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(ID, index=True)
    kind: Mapped[str] = mapped_column(ID)
    hash: Mapped[bytes]
    raw: Mapped[bytes | None]
    salt: Mapped[bytes | None]
    personal: Mapped[bytes | None]
    state: Mapped[str] = mapped_column(sa.String(16))
    why: Mapped[str] = mapped_column(sa.String(500), default="")
    outcome: Mapped[dict[str, Any] | None]
    received: Mapped[str] = mapped_column(INSTANT)


class HeldFact(Base, Replicated):
    """A quarantined or parked fact: a row that keeps it shown at the terminal that stated it."""

    __tablename__ = "held_fact"
    entity = "held"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    terminal: Mapped[str] = mapped_column(sa.String(80))
    seq: Mapped[int] = mapped_column(sa.BigInteger)
    kind: Mapped[str] = mapped_column(ID)
    why: Mapped[str] = mapped_column(sa.String(500))

    def replicas(self) -> Mapping[str, Any]:
        """Its own terminal."""
        return {terminal_scope(self.terminal): rows.Held(self.id, self.seq, self.kind, self.why)}


class DropIn(Base, Replicated):
    """A drop-in with its amendments applied."""

    __tablename__ = "dropin"
    entity = "dropin"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.String(64))
    terminal: Mapped[str] = mapped_column(sa.String(80))
    at: Mapped[str] = mapped_column(INSTANT)
    data: Mapped[dict[str, Any]]
    void: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (sa.Index("dropin_space_at", "space_id", "at"),)

    def replicas(self) -> Mapping[str, Any]:
        """The terminals of its space."""
        data = self.data
        row = rows.DropIn(
            self.id, self.space_id, self.terminal, self.at, list(data["reasons"]), data["people"], data["age_band"],
            self.void, details(data),
        )  # fmt: skip
        return {space_scope(self.space_id): row}


class Loss(Base):
    """Facts that a terminal had deleted as durable and that this hub, restored from an older backup, does not have.

    Attributes:
        first, last: the sequence numbers that are missing, both included.
    """

    __tablename__ = "loss"
    terminal: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    incarnation: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(sa.BigInteger)
    at: Mapped[str] = mapped_column(INSTANT)


class Erased(Base, Replicated):
    """A fact whose personal part must be forgotten, here and at the terminal that stated it."""

    __tablename__ = "erased"
    entity = "erasure"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    terminal: Mapped[str] = mapped_column(sa.String(80))
    at: Mapped[str] = mapped_column(INSTANT)

    def replicas(self) -> Mapping[str, Any]:
        """The terminal that stated it."""
        return {terminal_scope(self.terminal): rows.Erasure(self.id)}
