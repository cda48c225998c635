"""Letting terminals in, and out again (in the shape of RFC 8628: the terminal shows a code, a person approves it)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.card import key_id
from sync.chain import genesis
from sync.clock import instant, stamp
from sync.errors import UsageError
from sync.hub import certificates
from sync.hub.hub import Hub
from sync.hub.store.models import Confirmed, Enrolment, FeedHead, Key, Space, Terminal
from sync.wire import HUB_LIMITS, EnrolReply, EnrolRequest

CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels (no words by accident), no digits that look like letters (RFC 8628, 6.1)."""
CODE_LENGTH = 8
CODE_LIFE = timedelta(minutes=30)
MAX_WAITING = 200
"""Terminals that may wait at a time; the next one is told to come back later."""


def enrol(session: Session, hub: Hub, request: EnrolRequest) -> EnrolReply:
    """What to tell a terminal that asks to be let in; the same call again tells how it stands.

    One that was revoked waits like any other: a technician who stands before it may approve it again, and goes on with
    all that it holds. One that has an order to erase itself is refused for good.

    Raises:
        UsageError: there is no such space, or too many wait.
    """
    known = session.scalar(sa.select(Terminal).where(Terminal.public == request.public))
    if known is not None and known.state == "erasing":
        return EnrolReply(state="refused")
    if known is not None and known.space_id == request.space and known.state == "active":
        return _approved(session, hub, known)
    waiting = session.get(Enrolment, request.public)
    now = hub.clock.now()
    if waiting is None or waiting.space_id != request.space or instant(waiting.expires) < now:
        waiting = _wait(session, request, now)
    return EnrolReply(state="pending", code=_grouped(waiting.code))


def _approved(session: Session, hub: Hub, terminal: Terminal) -> EnrolReply:
    head = session.get_one(FeedHead, 1)
    public = hub.private_key.public_key().public_bytes_raw().hex()
    return EnrolReply(
        state="approved", terminal=terminal.id, incarnation=terminal.incarnation, epoch=head.epoch,
        have=terminal.have, pepper=hub.pepper(terminal.space_id).hex(), hub_key=public,
        limits=HUB_LIMITS,
    )  # fmt: skip


def _wait(session: Session, request: EnrolRequest, now: datetime) -> Enrolment:
    if session.get(Space, request.space) is None:
        known = ", ".join(session.scalars(sa.select(Space.id).order_by(Space.id)))
        raise UsageError(f"There is no space {request.space!r}. The spaces are: {known}.")
    session.execute(sa.delete(Enrolment).where(Enrolment.expires < stamp(now)))
    session.expire_all()
    if (session.scalar(sa.select(sa.func.count()).select_from(Enrolment)) or 0) >= MAX_WAITING:
        raise UsageError("Too many terminals wait for approval. Approve or wait for them to expire, then try again.")
    fresh = Enrolment(
        public=request.public, code="".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH)),
        space_id=request.space, state="pending", created=stamp(now), expires=stamp(now + CODE_LIFE),
        version=request.version,
    )  # fmt: skip
    return session.merge(fresh)


def pending(session: Session, now: datetime) -> Sequence[Enrolment]:
    """The terminals that wait, the oldest first."""
    query = sa.select(Enrolment).where(Enrolment.state == "pending", Enrolment.expires >= stamp(now))
    return session.scalars(query.order_by(Enrolment.created)).all()


def approve(session: Session, hub: Hub, code: str, by: str) -> Terminal:
    """Lets in the terminal that shows the code.

    Raises:
        UsageError: no terminal waits with that code.
    """
    plain = "".join(code.upper().split()).replace("-", "")
    now = hub.clock.now()
    waiting = session.scalar(sa.select(Enrolment).where(Enrolment.code == plain).with_for_update())
    if waiting is None or waiting.state != "pending" or instant(waiting.expires) < now:
        raise UsageError(f"No terminal waits with the code {code}. Read it again from the terminal's screen.")
    terminal = session.scalar(sa.select(Terminal).where(Terminal.public == waiting.public))
    if terminal is None:
        terminal = _new_terminal(session, waiting)
        session.add(terminal)
    elif terminal.space_id != waiting.space_id:  # the same terminal, moved: what it stated before counts where it was
        terminal.stood = sorted({*terminal.stood, terminal.space_id} - {waiting.space_id})
        terminal.space_id = waiting.space_id
    terminal.state, terminal.approved_at, terminal.approved_by = "active", stamp(now), by
    certificates.certify(session, hub, publish_key(session, terminal), terminal)
    session.delete(waiting)
    return terminal


def publish_key(session: Session, terminal: Terminal) -> Key:
    """Lets everybody verify the tickets and bookings that this terminal signs."""
    kid = key_id(bytes.fromhex(terminal.public))
    key = session.get(Key, kid) or Key(id=kid, public=terminal.public, not_before=0, not_after=2**53)
    key.kinds, key.spaces, key.terminal = ["ticket", "booking"], [terminal.space_id], terminal.id
    session.add(key)
    return key


def _new_terminal(session: Session, waiting: Enrolment) -> Terminal:
    taken = set(session.scalars(sa.select(Terminal.id).where(Terminal.id.startswith(f"{waiting.space_id}-"))))
    number = next(n for n in range(1, 100_000) if f"{waiting.space_id}-{n}" not in taken)
    name = f"{waiting.space_id}-{number}"
    return Terminal(
        id=name, space_id=waiting.space_id, public=waiting.public, incarnation=1, have=0,
        have_hash=genesis(name, 1).hex(), version=waiting.version,
    )  # fmt: skip


def revoke(session: Session, terminal_id: str, *, erase: bool = False) -> Terminal:
    """Refuses a terminal from its next request on, and withdraws its certificate. What it has sent stays; what it holds
    it keeps until a person decides, or, with `erase`, exports sealed and erases when it hears of the refusal
    (`sync.orders`).

    Raises:
        UsageError: there is no such terminal.
    """
    terminal = session.get(Terminal, terminal_id)
    if terminal is None:
        raise UsageError(f"There is no terminal {terminal_id!r}. `hub terminals` lists them.")
    terminal.state = "erasing" if erase else "revoked"
    key = session.get(Key, key_id(bytes.fromhex(terminal.public)))
    confirmed = sa.select(Confirmed.number).where(Confirmed.terminal == terminal.id).limit(1)
    if key is not None and session.scalar(confirmed) is None:
        session.delete(key)
    elif key is not None:  # the cards that were heard of stay good, so whoever reads them still needs it
        key.kinds, key.certificate, key.certified = [], None, None
    return terminal


def _grouped(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"
