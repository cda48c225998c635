"""The tables of who is let in: terminals, those that wait, nonces that were used, staff."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from sync import rows
from sync.hub.store.feed import INSTANT, Base, Replicated
from sync.rows import space_scope

SHUT_OUT = ("revoked", "erasing")
"""States of terminals that are no longer admitted."""


class Terminal(Base):
    """A terminal, and how far its stream of facts has come.

    Attributes:
        public: raw Ed25519 public key, hexadecimal.
        have, have_hash: highest gapless sequence number held of `incarnation`, and that fact's chain hash.
        state: active, stopped (after a second fork, until a technician approves it), revoked, or erasing: revoked, with
            the order to erase what it holds.
        forks: how often a rewound or cloned journal was seen.
        attested: it has shown its seat counters since the hub last lost sight of them; until then its outstanding seats
            count as the most that they can be.
        stood: ids of the spaces where it stood before; facts that it stated there count there.
        lane: of the card numbers that it may give out (`sync.number`); never another terminal's.
    """

    __tablename__ = "terminal"
    id: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id"))
    public: Mapped[str] = mapped_column(sa.String(64), unique=True)
    state: Mapped[str] = mapped_column(sa.String(16), default="active")
    incarnation: Mapped[int] = mapped_column(default=1)
    have: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    have_hash: Mapped[str] = mapped_column(sa.String(64))
    forks: Mapped[int] = mapped_column(default=0)
    attested: Mapped[bool] = mapped_column(default=True, server_default=sa.true())
    stood: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    lane: Mapped[int | None] = mapped_column(unique=True, index=True)
    approved_at: Mapped[str] = mapped_column(INSTANT)
    approved_by: Mapped[str] = mapped_column(sa.String(120), default="")
    last_seen: Mapped[str | None] = mapped_column(INSTANT)
    version: Mapped[str] = mapped_column(sa.String(40), default="")
    last: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    health: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Enrolment(Base):
    """A terminal that waits to be let in."""

    __tablename__ = "enrolment"
    public: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    code: Mapped[str] = mapped_column(sa.String(16), unique=True)
    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id"))
    state: Mapped[str] = mapped_column(sa.String(16), default="pending")
    terminal_id: Mapped[str | None] = mapped_column(sa.String(80))
    created: Mapped[str] = mapped_column(INSTANT)
    expires: Mapped[str] = mapped_column(INSTANT)
    version: Mapped[str] = mapped_column(sa.String(40), default="")


class Nonce(Base):
    """A nonce that was used, until it would be stale anyway."""

    __tablename__ = "nonce"
    keyid: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    nonce: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    expires: Mapped[int] = mapped_column(sa.BigInteger, index=True)


class Staff(Base, Replicated):
    """A member of staff. `verifier`: Argon2id over HMAC(pepper of the space, PIN); `password`: Argon2id."""

    __tablename__ = "staff"
    entity = "staff"
    id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(120))
    role: Mapped[str] = mapped_column(sa.String(16))
    space_id: Mapped[str | None] = mapped_column(sa.ForeignKey("space.id"))
    verifier: Mapped[str | None] = mapped_column(sa.String(200))
    badge: Mapped[str | None] = mapped_column(sa.String(32), unique=True)
    password: Mapped[str | None] = mapped_column(sa.String(200))
    link: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    link_expires: Mapped[str | None] = mapped_column(INSTANT)
    epoch: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)

    def replicas(self) -> Mapping[str, Any]:
        """The terminals of the space where the person works; nobody else gets the verifier."""
        if self.space_id is None or self.verifier is None:
            return {}
        row = rows.Staff(self.id, self.name, self.role, self.verifier, self.badge, self.epoch, self.active)
        return {space_scope(self.space_id): row}
