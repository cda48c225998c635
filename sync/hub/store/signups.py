"""The tables of who comes: sign-ups with their letters, terminals' seats, phone tickets, check-ins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from sync import rows
from sync.hub.store.feed import ID, INSTANT, Base, Replicated
from sync.ids import derived
from sync.membership import short_name
from sync.rows import space_scope, terminal_scope


class Booking(Base, Replicated):
    """A sign-up.

    Attributes:
        state: final, waiting, refused, cancelled or checked_in.
        paid_by: what paid for the seats: "terminal" (a right), "hub" (its own sale) or None.
        nonce: of the phone ticket that it came from; used once.
        name, contact: personal data.
        link: digest of the secret that lets the person see and cancel it on the phone.
        clash: id of an occurrence at the same hour, of which the person has not heard yet (`sync.hub.clashes`).
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
    clash: Mapped[str | None] = mapped_column(ID)

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
        held = (self.clash or "") if self.state == "final" else ""
        named = rows.Booking(**{**rows.dump(common), "name": name, "contact": reached, "clash": held})
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
