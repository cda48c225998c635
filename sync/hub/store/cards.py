"""The tables of members, their cards, and what makes a code good: keys, confirmed cards, and what is revoked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from sync import rows
from sync.hub.store.feed import INSTANT, Base, Replicated
from sync.membership import short_name
from sync.rows import PUBLIC, space_scope


class Member(Base, Replicated):
    """A person with a card. The number is on the card.

    Attributes:
        name, contact: personal data, own space only.
        seen: when somebody at a desk or in the office saw a document of theirs; None while nobody has.
        booking: id of the sign-up with which they became a member on a phone.
        link: digest of the secret of the person's own page on the phone (`sync.membership.link_secret`).
        followed_by: number of the card that replaced this one; then all that is personal is there.
        doubled: it was shown in two places at once, and nobody has looked at that yet (`sync.hub.sightings`).
    """

    __tablename__ = "member"
    entity = "member"
    number: Mapped[str] = mapped_column(sa.String(12), primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id"))
    name: Mapped[str] = mapped_column(sa.String(120), default="")
    contact: Mapped[str | None] = mapped_column(sa.String(200))
    language: Mapped[str] = mapped_column(sa.String(12), default="it")
    access: Mapped[list[Any]] = mapped_column(default=list)
    active: Mapped[bool] = mapped_column(default=True)
    issued: Mapped[str] = mapped_column(INSTANT)
    expires: Mapped[str] = mapped_column(INSTANT)
    seen: Mapped[str | None] = mapped_column(INSTANT)
    booking: Mapped[str | None] = mapped_column(sa.String(120))
    link: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    followed_by: Mapped[str | None] = mapped_column(sa.String(12), index=True)
    doubled: Mapped[bool] = mapped_column(default=False, server_default=sa.false())

    def replica_id(self) -> str:
        """The number."""
        return self.number

    def replicas(self) -> Mapping[str, Any]:
        """First name and initial, to the terminals of the person's own space."""
        row = rows.Member(
            self.number, self.space_id, short_name(self.name), self.language, self.access, self.active,
            self.seen is not None, self.doubled,
        )  # fmt: skip
        return {space_scope(self.space_id): row}


class Sighting(Base):
    """A card was shown at a space, as a fact says; without a time nobody knows, it is not kept.

    Attributes:
        card: the number that was read, whatever card replaced it since.
        looked: somebody in the office has seen it and found nothing wrong.
    """

    __tablename__ = "sighting"
    fact: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    card: Mapped[str] = mapped_column(sa.String(12))
    space_id: Mapped[str] = mapped_column(sa.String(64))
    at: Mapped[str] = mapped_column(INSTANT, index=True)
    looked: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (sa.Index("sighting_card_at", "card", "at"),)


class Confirmed(Base, Replicated):
    """A card that a terminal signed, and that was heard of before anybody took that terminal out of use."""

    __tablename__ = "confirmed"
    entity = "confirmed"
    number: Mapped[str] = mapped_column(sa.String(12), primary_key=True)
    terminal: Mapped[str] = mapped_column(sa.String(80), index=True)
    expires: Mapped[str] = mapped_column(INSTANT, index=True)

    def replica_id(self) -> str:
        """The number."""
        return self.number

    def replicas(self) -> Mapping[str, Any]:
        """Public."""
        return {PUBLIC: rows.Confirmed(self.number, self.expires)}


class Key(Base, Replicated):
    """A public key whose codes are accepted.

    Attributes:
        certificate: of a terminal, that it may sign cards; `certified`: since when, epoch seconds.
        lane: of the terminal's card numbers.
    """

    __tablename__ = "key"
    entity = "key"
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    public: Mapped[str] = mapped_column(sa.String(64))
    kinds: Mapped[list[Any]]
    spaces: Mapped[list[Any] | None]
    not_before: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    not_after: Mapped[int] = mapped_column(sa.BigInteger, default=2**53)
    terminal: Mapped[str | None] = mapped_column(sa.String(80))
    certificate: Mapped[str | None] = mapped_column(sa.Text)
    certified: Mapped[int | None] = mapped_column(sa.BigInteger)
    lane: Mapped[int | None]

    def replicas(self) -> Mapping[str, Any]:
        """Public."""
        return {PUBLIC: self.row()}

    def row(self) -> rows.Key:
        """As it is on the wire."""
        return rows.Key(
            self.id, self.public, self.kinds, self.spaces, self.not_before, self.not_after, self.terminal,
            self.certificate, self.lane,
        )  # fmt: skip


class Revoked(Base):
    """A number, a badge serial or a key id that is no longer accepted."""

    __tablename__ = "revoked"
    id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    what: Mapped[str] = mapped_column(sa.String(16))
    at: Mapped[str] = mapped_column(INSTANT)
    why: Mapped[str] = mapped_column(sa.String(200), default="")


class RevocationList(Base, Replicated):
    """The signed list that terminals hold; one row."""

    __tablename__ = "revocation_list"
    entity = "revocations"
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    number: Mapped[int] = mapped_column(default=0)
    signed: Mapped[str] = mapped_column(sa.Text)

    def replicas(self) -> Mapping[str, Any]:
        """Public."""
        return {PUBLIC: rows.Revocations(self.id, self.signed)}
