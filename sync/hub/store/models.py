"""The hub's tables: each in the room of its idea, all of them known here; and the hub's own settings, backups and log.

Instants are texts as `sync.clock.stamp` writes them: they sort by time and are the same on both databases. Texts for
residents are ``{language: text}``. A class that is `Replicated` says who receives what of its rows.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from sync.hub.store.admitted import SHUT_OUT, Enrolment, Nonce, Staff, Terminal
from sync.hub.store.asking import Offer, Service, ServiceRequest
from sync.hub.store.cards import Confirmed, Key, Member, RevocationList, Revoked, Sighting
from sync.hub.store.feed import INSTANT, Base, Feed, FeedCommit, FeedDigest, FeedHead, FeedMark
from sync.hub.store.programme import Activity, Notice, Occurrence, Picture, Space
from sync.hub.store.registers import Handover, Parcel
from sync.hub.store.signups import Booking, CheckIn, Letter, SeatAccount, TicketHold
from sync.hub.store.stated import DropIn, Erased, HeldFact, Loss, StoredFact

__all__ = [
    "SHUT_OUT", "Activity", "Audit", "Backup", "Base", "Booking", "CheckIn", "Confirmed", "DropIn", "Enrolment",
    "Erased", "Feed", "FeedCommit", "FeedDigest", "FeedHead", "FeedMark", "Handover", "HeldFact", "Key", "Letter",
    "Loss", "Member", "Nonce", "Notice", "Occurrence", "Offer", "Parcel", "Picture", "RevocationList", "Revoked",
    "SeatAccount", "Service", "ServiceRequest", "Setting", "Sighting", "Space", "Staff", "StoredFact", "Terminal",
    "TicketHold",
]  # fmt: skip


class Setting(Base):
    """A value of the hub itself, such as its public address."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    value: Mapped[str] = mapped_column(sa.Text)


class Backup(Base):
    """A backup that was made and verified, for `durable` (`sync.hub.backups`).

    Attributes:
        at: when it began.
        kind: ``backup`` (made by `hub backup`) or ``mark`` (made by other means, registered by `hub backup-mark`).
        place: where it was written; "" for a mark.
        haves: by terminal, [incarnation, highest gapless sequence number] that it holds.
        gone: it was deleted, or never verified.
    """

    __tablename__ = "backup"
    id: Mapped[int] = mapped_column(sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)
    at: Mapped[str] = mapped_column(INSTANT)
    kind: Mapped[str] = mapped_column(sa.String(16))
    place: Mapped[str] = mapped_column(sa.String(1000), default="")
    epoch: Mapped[str] = mapped_column(sa.String(32))
    pos: Mapped[int] = mapped_column(sa.BigInteger)
    facts: Mapped[int] = mapped_column(sa.BigInteger)
    haves: Mapped[dict[str, Any]]
    gone: Mapped[bool] = mapped_column(default=False)


class Audit(Base):
    """Who did what in the office and on the command line; chained like facts, without personal content."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)
    at: Mapped[str] = mapped_column(INSTANT)
    who: Mapped[str] = mapped_column(sa.String(120))
    what: Mapped[str] = mapped_column(sa.String(64))
    subject: Mapped[str] = mapped_column(sa.String(300), default="")
    hash: Mapped[str] = mapped_column(sa.String(64))
