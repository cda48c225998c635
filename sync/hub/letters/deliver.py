"""The chore that sends what is due. Each letter is claimed before it is sent, so that several hubs do not send it
twice, and struck off after a mail server took it. A hub that stops between the two sends it again, under the same
Message-ID: twice is better than never.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import instant, stamp
from sync.hub import calendars
from sync.hub.hub import Hub, setting
from sync.hub.letters import post
from sync.hub.letters.compose import Subject, compose
from sync.hub.letters.post import NotSent, Post, Server
from sync.hub.staff import PUBLIC_ADDRESS
from sync.hub.store.models import Activity, Booking, Letter, Occurrence, Space
from sync.hub.telling.outbox import address_of
from sync.hub.telling.standing import kind, standing
from sync.membership import is_address

log = logging.getLogger(__name__)

AT_A_TIME = 20
CLAIM = timedelta(minutes=15)
"""How long a claimed letter is nobody else's: longer than sending all that is claimed can take."""
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
GIVES_UP_AFTER = timedelta(days=3)
"""Then the person is told at a terminal."""


@dataclass(frozen=True, slots=True)
class Due:
    """A letter to be written: what it says, and to whom."""

    to: str
    about: Subject


def deliver(hub: Hub) -> int:
    """Sends what is due, if there is a mail server; returns how many letters were taken.

    Raises:
        UsageError: the settings name no mail server.
    """
    server = post.configured()
    if server is None:
        return 0
    due = _claim(hub)
    if not due:
        return 0
    try:
        with post.opened(hub, server) as line:
            return sum(_send(hub, server, line, letter) for letter in due)
    except NotSent as trouble:  # before the first letter: what happens to one is `_send`'s
        log.warning("%s Trying again later.", trouble)
        for letter in due:
            _later(hub, letter.about, trouble)
        return 0


def _claim(hub: Hub) -> list[Due]:
    """What is due, and nobody else's from now on; what has nothing to tell any more is struck off."""
    now = hub.clock.now()
    found: list[Due] = []
    with hub.database.write() as session:
        query = sa.select(Letter).where(Letter.due <= stamp(now)).order_by(Letter.due, Letter.booking_id)
        for letter in session.scalars(query.limit(AT_A_TIME).with_for_update(skip_locked=True)):
            due = _written(session, letter, now)
            letter.due = stamp(now + CLAIM) if due else None
            if due:
                found.append(due)
    return found


def _written(session: Session, letter: Letter, now: datetime) -> Due | None:
    booking = session.get(Booking, letter.booking_id)
    occurrence = session.get(Occurrence, booking.occurrence_id) if booking is not None else None
    if booking is None or occurrence is None or (occurrence.end or occurrence.start) < stamp(now):
        return None
    to = address_of(session, booking)
    stands = standing(booking.state, booking.why, occurrence.status, occurrence.start)
    what = kind(letter.said, stands)
    if what is None or to is None or not is_address(to):
        return None
    activity = session.get_one(Activity, occurrence.activity_id)
    space = session.get_one(Space, occurrence.space_id)
    web = setting(session, PUBLIC_ADDRESS).rstrip("/")
    keeps = what in ("final", "moved", "cancelled")
    about = Subject(
        booking=booking.id, standing=stands, kind=what, language=booking.language, title=activity.title,
        access=activity.access, start=instant(occurrence.start), place=activity.venue or space.name,
        address=activity.address or space.address, people=booking.people,
        page=f"{web}/activities/{activity.id}" if web else "",
        calendar=calendars.entry_for(activity, occurrence, space, now) if keeps else b"",
    )  # fmt: skip
    return Due(to.strip(), about)


def _send(hub: Hub, server: Server, line: Post, letter: Due) -> bool:
    try:
        line.send(compose(letter.about, letter.to, server.sender, hub.clock.now()))
    except NotSent as trouble:
        _later(hub, letter.about, trouble)
        return False
    with hub.database.write() as session:
        kept = session.get(Letter, letter.about.booking, with_for_update=True)
        booking = session.get(Booking, letter.about.booking)
        if kept is not None and booking is not None:
            kept.said, kept.attempts, kept.since, kept.why = letter.about.standing, 0, "", ""
            occurrence = session.get(Occurrence, booking.occurrence_id)
            stands = occurrence and standing(booking.state, booking.why, occurrence.status, occurrence.start)
            changed = bool(stands) and stands != kept.said  # while it was on its way: that is for the next letter
            kept.due = "" if changed else None
            booking.told = booking.told or not changed
    return True


def _later(hub: Hub, about: Subject, trouble: NotSent) -> None:
    """Tries again later, ever more rarely; gives up in the end, and the person is told at a terminal."""
    now = hub.clock.now()
    with hub.database.write() as session:
        kept = session.get(Letter, about.booking, with_for_update=True)
        if kept is None:
            return
        kept.since = kept.since or stamp(now)
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(kept.attempts, 20))
        kept.attempts, kept.why = kept.attempts + 1, str(trouble)[:300]
        over = trouble.final or instant(kept.since) + GIVES_UP_AFTER < now
        kept.due = None if over else stamp(now + wait)
