"""The hub's word that a terminal may sign cards of its own space: given when the terminal is let in, renewed while it
is, gone when it is shut out. It travels with the terminal's public key, to everybody who reads cards.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import card as codec
from sync.clock import stamp
from sync.hub.hub import Hub
from sync.hub.store.models import Confirmed, Key, Member, Revoked, Terminal
from sync.number import LANES, lane_start

RENEW_AFTER = timedelta(days=4)
"""So a terminal that was in touch today can issue cards for ten days without a network, at least."""
CHUNK = 200


def certify(session: Session, hub: Hub, key: Key, terminal: Terminal) -> None:
    """Lets a terminal sign cards of its space from now on, and gives it its lane of numbers.

    Args:
        session: of a write transaction.
        hub: for its key and its clock.
        key: the terminal's own.
        terminal: whose key it is.
    """
    if terminal.lane is None:
        terminal.lane = _free_lane(session)
    now = int(hub.clock.now().timestamp())
    certificate = codec.Certificate(
        key.id, terminal.id, terminal.space_id, bytes.fromhex(key.public), now, now + codec.CERTIFICATE_SECONDS
    )
    key.certificate, key.certified, key.lane = codec.encode(certificate, hub.signer()), now, terminal.lane


def renew(hub: Hub) -> int:
    """The chore: certifies anew whoever was certified a while ago, or never, and forgets confirmed cards that are over;
    returns how many terminals got a certificate.
    """
    now = hub.clock.now()
    due = int((now - RENEW_AFTER).timestamp())
    old = (
        sa.select(Key.id, Terminal.id)
        .join(Terminal, Terminal.id == Key.terminal)
        .where(Terminal.state == "active", sa.or_(Key.certified.is_(None), Key.certified <= due))
    )
    over = sa.select(Confirmed.number).where(Confirmed.expires <= stamp(now))
    with hub.database.read() as session:
        keys, ended = session.execute(old.limit(CHUNK)).all(), session.scalars(over.limit(CHUNK)).all()
    if not keys and not ended:
        return 0
    done = 0
    with hub.database.write() as session:
        for kid, name in keys:
            terminal = session.get(Terminal, name, with_for_update=True, populate_existing=True)
            key = session.get(Key, kid, populate_existing=True)
            if key is not None and terminal is not None and terminal.state == "active" and key.kinds:
                certify(session, hub, key, terminal)
                done += 1
        for number in ended:
            if (confirmed := session.get(Confirmed, number)) is not None:
                session.delete(confirmed)
    return done


def _free_lane(session: Session) -> int | None:
    """A lane that no terminal has and no card is in; None where all are given away."""
    taken = set(session.scalars(sa.select(Terminal.lane).where(Terminal.lane.is_not(None))))
    free = [lane for lane in range(LANES) if lane not in taken]
    while free:
        lane = free.pop(secrets.randbelow(len(free)))
        begins = lane_start(lane)
        used = session.scalar(sa.select(Member.number).where(Member.number.startswith(begins)).limit(1))
        gone = session.scalar(sa.select(Revoked.id).where(Revoked.id.startswith(begins)).limit(1))
        if used is None and gone is None:
            return lane
    return None
