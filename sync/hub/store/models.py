"""The hub's tables.

Instants are texts as `sync.clock.stamp` writes them: they sort by time and are the same on both databases. Texts for
residents are ``{language: text}``. A class that is `Replicated` says who receives what of its rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from sync import rows
from sync.details import details
from sync.hub.store.asking import Offer, Service, ServiceRequest
from sync.hub.store.cards import Confirmed, Key, Member, RevocationList, Revoked, Sighting
from sync.hub.store.feed import Base, Feed, FeedCommit, FeedDigest, FeedHead, FeedMark, Replicated
from sync.hub.store.registers import Handover, Parcel
from sync.ids import derived
from sync.membership import short_name
from sync.rows import PUBLIC, space_scope, terminal_scope

__all__ = [
    "Base", "Confirmed", "Feed", "FeedCommit", "FeedDigest", "FeedHead", "FeedMark", "Handover", "Key", "Member",
    "Offer", "Parcel", "RevocationList", "Revoked", "Service", "ServiceRequest", "Sighting",
]  # fmt: skip

ID = sa.String(120)
INSTANT = sa.String(32)


class Setting(Base):
    """A value of the hub itself, such as its public address."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    value: Mapped[str] = mapped_column(sa.Text)


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


class Booking(Base, Replicated):
    """A sign-up.

    Attributes:
        state: final, waiting, refused, cancelled or checked_in.
        paid_by: what paid for the seats: "terminal" (a right), "hub" (its own sale) or None.
        nonce: of the phone ticket that it came from; used once.
        name, contact: personal data.
        link: digest of the secret that lets the person see and cancel it on the phone.
    """

    __tablename__ = "booking"
    entity = "booking"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    occurrence_id: Mapped[str] = mapped_column(sa.ForeignKey("occurrence.id"), index=True)
    space_id: Mapped[str] = mapped_column(sa.String(64))
    people: Mapped[int]
    state: Mapped[str] = mapped_column(sa.String(16))
    why: Mapped[str] = mapped_column(sa.String(200), default="")
    paid_by: Mapped[str | None] = mapped_column(sa.String(16))
    terminal: Mapped[str | None] = mapped_column(sa.String(80))
    incarnation: Mapped[int | None]
    card: Mapped[str | None] = mapped_column(sa.String(12), index=True)
    name: Mapped[str | None] = mapped_column(sa.String(120))
    contact: Mapped[str | None] = mapped_column(sa.String(200))
    language: Mapped[str] = mapped_column(sa.String(12), default="it")
    nonce: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    link: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    told: Mapped[bool] = mapped_column(default=False)
    at: Mapped[str] = mapped_column(INSTANT)

    def replicas(self) -> Mapping[str, Any]:
        """The space where it takes place, with first name and initial, and the telephone number as long as there is
        something to tell; and its maker, without. An e-mail address stays here: letters are sent from here.
        """
        common = rows.Booking(
            self.id, self.occurrence_id, self.people, self.state, self.terminal, self.card, None, self.why, self.nonce,
            self.told, self.at,
        )  # fmt: skip
        scopes: dict[str, Any] = {}
        if self.terminal:
            scopes[terminal_scope(self.terminal)] = common
        to_tell = not self.told and self.state in ("final", "waiting", "refused")
        reached = self.contact if to_tell and self.contact and "@" not in self.contact else None
        name = short_name(self.name) if self.name else None
        named = rows.Booking(**{**rows.dump(common), "name": name, "contact": reached})
        scopes[space_scope(self.space_id)] = named
        return scopes


class SeatAccount(Base, Replicated):
    """Counters of one terminal's incarnation for one occurrence (`sync.seats`).

    Attributes:
        recalled: seats that the hub would like to have back, cumulative: the terminal returns what it can.
    """

    __tablename__ = "seat_account"
    entity = "seat"
    occurrence_id: Mapped[str] = mapped_column(sa.ForeignKey("occurrence.id"), primary_key=True)
    terminal: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    incarnation: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    granted: Mapped[int] = mapped_column(default=0)
    returned: Mapped[int] = mapped_column(default=0)
    spent: Mapped[int] = mapped_column(default=0)
    credited: Mapped[int] = mapped_column(default=0)
    recalled: Mapped[int] = mapped_column(default=0, server_default="0")

    def replica_id(self) -> str:
        """Of this account alone: another terminal's row of the same id would be taken for one that left its scope."""
        return derived("seat", self.occurrence_id, self.terminal, str(self.incarnation))

    def replicas(self) -> Mapping[str, Any]:
        """Its terminal, once it was granted something."""
        if not self.granted:
            return {}
        row = rows.Seat(self.replica_id(), self.occurrence_id, self.incarnation, self.granted, self.recalled)
        return {terminal_scope(self.terminal): row}


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


class Letter(Base):
    """What a person is told by e-mail of a sign-up (`sync.hub.letters`). The address is the booking's or the member's
    and is not kept here, so that whoever is forgotten is not written to.

    Attributes:
        said: how the sign-up stood when the last letter was taken by a mail server; "" before.
        due: when to try next; "" at once; None: nothing is to be told.
        attempts: how often the letter that is due was tried in vain.
        since: when it was first tried in vain; "" if it was not.
        why: what the mail server said.
    """

    __tablename__ = "letter"
    booking_id: Mapped[str] = mapped_column(ID, primary_key=True)
    said: Mapped[str] = mapped_column(sa.String(80), default="")
    due: Mapped[str | None] = mapped_column(INSTANT, index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    since: Mapped[str] = mapped_column(INSTANT, default="")
    why: Mapped[str] = mapped_column(sa.String(300), default="")


class TicketHold(Base):
    """A seat right that a terminal set aside for a phone ticket.

    Attributes:
        known: the hold's fact was received (the phone may be faster than the terminal's line).
        state: open, used or expired.
    """

    __tablename__ = "ticket_hold"
    nonce: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    terminal: Mapped[str] = mapped_column(sa.String(80))
    incarnation: Mapped[int]
    occurrence_id: Mapped[str] = mapped_column(ID)
    expires: Mapped[str] = mapped_column(INSTANT)
    known: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(sa.String(16), default="open")


class CheckIn(Base, Replicated):
    """Somebody came."""

    __tablename__ = "checkin"
    entity = "checkin"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.String(64))
    at: Mapped[str] = mapped_column(INSTANT)
    booking_id: Mapped[str | None] = mapped_column(ID)
    card: Mapped[str | None] = mapped_column(sa.String(12))
    occurrence_id: Mapped[str | None] = mapped_column(ID)
    void: Mapped[bool] = mapped_column(default=False)

    def replicas(self) -> Mapping[str, Any]:
        """The terminals of the space where it happened."""
        row = rows.CheckIn(self.id, self.space_id, self.at, self.booking_id, self.card, self.occurrence_id, self.void)
        return {space_scope(self.space_id): row}


class Notice(Base, Replicated):
    """Something to read, for one space or for all."""

    __tablename__ = "notice"
    entity = "notice"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str | None] = mapped_column(sa.String(64))
    title: Mapped[dict[str, Any]]
    text: Mapped[dict[str, Any]]
    at: Mapped[str] = mapped_column(INSTANT)
    until: Mapped[str | None] = mapped_column(INSTANT)
    urgent: Mapped[bool] = mapped_column(default=False)

    def replicas(self) -> Mapping[str, Any]:
        """Its space, or everybody."""
        row = rows.Notice(self.id, self.space_id, self.title, self.text, self.at, self.until, self.urgent)
        return {space_scope(self.space_id) if self.space_id else PUBLIC: row}


class Audit(Base):
    """Who did what in the office and on the command line; chained like facts, without personal content."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)
    at: Mapped[str] = mapped_column(INSTANT)
    who: Mapped[str] = mapped_column(sa.String(120))
    what: Mapped[str] = mapped_column(sa.String(64))
    subject: Mapped[str] = mapped_column(sa.String(300), default="")
    hash: Mapped[str] = mapped_column(sa.String(64))
