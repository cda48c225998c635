"""How a hub finds out that it went back in time: restored from a backup, while its terminals went on.

A proof is what only this hub can have told and does not know any more: a sealed position with another tag at its
place, beyond the head, or of a later epoch; the name of a later epoch; a `have`, an incarnation or a grant above its
own books. The last three count where the terminal's epoch is the one in force; a terminal of an earlier epoch has not
heard yet that it is over, and is answered as such.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.hub.cursor import Cursor, mark_of_epoch, mark_of_scopes, name_of_epoch, seal, unseal
from sync.hub.epochs import TimeTravel
from sync.hub.hub import CURSOR, Hub
from sync.hub.store import history
from sync.hub.store.feed import Head, Stamp, head_of
from sync.hub.store.models import FeedCommit
from sync.rows import PUBLIC, space_scope, terminal_scope

__all__ = ["Told", "head_of", "judge", "judge_position", "places", "scope_name", "scopes", "sealed", "tag_at", "tags"]

MAX_AHEAD = 1_000
"""A told epoch is not sealed: one that is further ahead than any hub is put back is not believed, so that no claim
uses up the names of epochs.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What a terminal says that the hub told it. A member that it did not say is None.

    Attributes:
        epoch: the hub's, as it knows it.
        incarnation: its own; `have` is of that one.
        sealed: positions: its cursor, and what it was told with grants.
    """

    epoch: str | None = None
    incarnation: int | None = None
    have: int | None = None
    sealed: Sequence[str | None] = ()


class Books(Protocol):
    """What the hub's books say of a terminal."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def incarnation(self) -> int:
        """Which journal of it is the live one."""

    @property
    def have(self) -> int:
        """How far its facts are held."""


Tags = Callable[[int], str]
"""The tag of the commit that contains a position."""


def scopes(terminal: str, space: str) -> tuple[str, str, str]:
    """What a terminal may see."""
    return (PUBLIC, space_scope(space), terminal_scope(terminal))


def scope_name(terminal: str, space: str) -> str:
    """The scopes as a cursor names them."""
    return f"{space_scope(space)}|{terminal_scope(terminal)}"


def sealed(hub: Hub, terminal: str, space: str, at: Stamp) -> str:
    """A position of a terminal, sealed."""
    cursor = Cursor(mark_of_epoch(at.epoch), mark_of_scopes(scope_name(terminal, space)), at.pos, at.tag)
    return seal(cursor, hub.secret(CURSOR))


def tag_at(session: Session, head: Head, pos: int) -> str:
    """The tag of the commit that contains a position from the floor to the head; "" before the first commit."""
    if pos == head.pos:
        return head.tag
    if pos == 0:
        return ""
    query = sa.select(FeedCommit.tag).where(FeedCommit.pos >= pos).order_by(FeedCommit.pos).limit(1)
    return session.scalar(query) or ""


def tags(session: Session, head: Head) -> Tags:
    """Asks this transaction for tags."""
    return partial(tag_at, session, head)


def places(hub: Hub, told: Told) -> Sequence[int]:
    """The positions of which `judge` may want the tag."""
    cursors = [unseal(text, hub.secret(CURSOR)) for text in told.sealed if text]
    return [cursor.pos for cursor in cursors if cursor is not None]


def judge(tags: Tags, hub: Hub, terminal: Books, head: Head, told: Told) -> None:
    """Compares what a terminal says with what the hub knows.

    Raises:
        TimeTravel: the hub went back in time.
    """
    for text in told.sealed:
        cursor = unseal(text, hub.secret(CURSOR)) if text else None
        if cursor is not None:
            judge_position(tags, head, cursor)
    if told.epoch is not None and 0 < history.order(told.epoch) - history.order(head.epoch) <= MAX_AHEAD:
        raise _claimed(f"a later epoch told by {terminal.id}", terminal, head, beyond=told.epoch)
    if told.epoch != head.epoch or told.incarnation is None:
        return
    if told.incarnation > terminal.incarnation:
        raise _claimed(f"incarnation {told.incarnation} of {terminal.id}", terminal, head)
    if told.incarnation == terminal.incarnation and told.have is not None and told.have > terminal.have:
        raise _claimed(f"have {told.have} of {terminal.id}", terminal, head)


def _claimed(why: str, terminal: Books, head: Head, *, beyond: str = "") -> TimeTravel:
    return TimeTravel(why, epoch=head.epoch, beyond=beyond, claimed_by=terminal.id)


def judge_position(tags: Tags, head: Head, cursor: Cursor) -> None:
    """Compares a sealed position with the feed.

    Raises:
        TimeTravel: it is one that this feed never had.
    """
    ours = mark_of_epoch(head.epoch)
    if cursor.epoch[0] > ours[0]:
        raise TimeTravel("a position of a later epoch", epoch=head.epoch, beyond=name_of_epoch(cursor.epoch))
    if cursor.epoch != ours or cursor.pos < head.floor:
        return
    if cursor.pos > head.pos:
        raise TimeTravel(f"position {cursor.pos} beyond the head", epoch=head.epoch)
    if cursor.tag != tags(cursor.pos):
        raise TimeTravel(f"another history at position {cursor.pos}", epoch=head.epoch)
