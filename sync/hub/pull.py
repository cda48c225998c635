"""State down: pages of the feed for one terminal.

Everything on a page is read in one REPEATABLE READ transaction: the rows, the head, the digests, and how far the
terminal's own facts are applied. So the page without `more` is a committed state of the hub.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import digest
from sync.clock import stamp
from sync.hub import backups, travel
from sync.hub.cursor import mark_of_epoch, mark_of_scopes, unseal
from sync.hub.hub import CURSOR, Hub
from sync.hub.store.feed import Head, Stamp
from sync.hub.store.models import Feed, FeedDigest, Terminal
from sync.wire import MAX_PAGE_BYTES, MAX_PAGE_ITEMS

GONE = "null"
ItemRow = tuple[int, str, str, str, str | None]
"""(pos, entity, id, scope, body)."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a terminal says with a pull (`sync.wire.PullReply`).

    Attributes:
        cursor: from where on; "" from the beginning.
        have: up to where its replica includes its own facts: more is news.
        told: the `have` that the hub told it, of `incarnation`; None from a version 0.1.0, which gets the long answer.
        epoch: as it knows it.
        seen: a position that it was told with grants.
    """

    cursor: str = ""
    have: int = 0
    told: int | None = None
    incarnation: int | None = None
    epoch: str | None = None
    seen: str | None = None

    @property
    def says(self) -> travel.Told:
        """What of it can prove that the hub went back in time."""
        return travel.Told(self.epoch, self.incarnation, self.told, (self.cursor, self.seen))


@dataclass(frozen=True, slots=True)
class Standing:
    """One terminal in one view of the database."""

    terminal: str
    space: str
    incarnation: int
    have: int
    durable: int

    @classmethod
    def of(cls, session: Session, terminal: Terminal) -> Standing:
        """As this transaction sees it."""
        durable = backups.durable(session, terminal)
        return cls(terminal.id, terminal.space_id, terminal.incarnation, terminal.have, durable)

    @property
    def scopes(self) -> tuple[str, str, str]:
        """What it may see."""
        return travel.scopes(self.terminal, self.space)


@dataclass(frozen=True, slots=True)
class Items:
    """What is on a page. `rows` are JSON texts; `last`: the position after them."""

    rows: Sequence[str]
    last: Stamp
    more: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page ready to be sent. `text` is the JSON of `sync.wire.PullReply`; `news` says whether it tells anything.

    Attributes:
        at: up to where the terminal knows everything with it.
    """

    text: str
    news: bool
    standing: Standing
    at: Stamp


def page(session: Session, hub: Hub, terminal_id: str, ask: Ask) -> Page:
    """The next page after a cursor; without a cursor, from the beginning.

    Raises:
        TimeTravel: what the terminal says proves that this hub went back in time.
    """
    terminal = session.get_one(Terminal, terminal_id)
    head = travel.head_of(session)
    travel.judge(session, hub, terminal, head, ask.says)
    standing = Standing.of(session, terminal)
    start = _start(hub, standing, head, ask.cursor)
    items = _items(session, standing.scopes, start or 0, head)
    total = "" if items.more else digest_of(session, standing.scopes)
    return write(hub, standing, ask, items, resync=start is None, total=total)


def write(hub: Hub, standing: Standing, ask: Ask, items: Items, *, resync: bool, total: str) -> Page:
    """The page as it is sent. `total`: the digest of all that the terminal holds then; "" while more follows."""
    cursor = travel.sealed(hub, standing.terminal, standing.space, items.last)
    short = ask.told is not None
    fields: dict[str, Any] = {
        "have": standing.have, "durable": standing.durable, "applied": standing.have,
        "incarnation": standing.incarnation, "time": stamp(hub.clock.now()),
    }  # fmt: skip
    if not short or cursor != ask.cursor:
        fields["cursor"] = cursor
    if not short or items.last.epoch != ask.epoch:
        fields["epoch"] = items.last.epoch
    for name, value in (("more", items.more), ("resync", resync)):
        if value or not short:
            fields[name] = value
    if total:
        fields["digest"] = total
    text = json.dumps(fields, separators=(",", ":"))
    if items.rows or not short:
        text = f'{text[:-1]},"items":[{",".join(items.rows)}]}}'
    news = bool(items.rows) or resync or items.more or not ask.cursor or standing.have != ask.have
    return Page(text, news, standing, items.last)


def _start(hub: Hub, standing: Standing, head: Head, text: str) -> int | None:
    """The position to go on from; None where the terminal must drop what it has."""
    if not text:
        return 0
    cursor = unseal(text, hub.secret(CURSOR))
    if cursor is None or cursor.epoch != mark_of_epoch(head.epoch) or cursor.pos < head.floor:
        return None
    if cursor.scopes != mark_of_scopes(travel.scope_name(standing.terminal, standing.space)):
        return None
    return cursor.pos


def digest_of(session: Session, mine: Sequence[str]) -> str:
    """What all present rows of these scopes add up to."""
    values = session.execute(sa.select(FeedDigest.value).where(FeedDigest.scope.in_(mine))).scalars()
    return digest.text(sum(values))


def _items(session: Session, mine: Sequence[str], start: int, head: Head) -> Items:
    """The items of a page."""
    at_head = head.stamp
    if start == head.pos:
        return Items((), at_head)
    query = (
        sa.select(Feed.pos, Feed.entity, Feed.id, Feed.scope, Feed.body)
        .where(Feed.scope.in_(mine), Feed.pos > start, Feed.pos <= head.pos)
        .order_by(Feed.pos)
        .limit(MAX_PAGE_ITEMS + 1)
    )
    if start == 0:  # nobody needs to hear of what is gone who never had it
        query = query.where(Feed.body.is_not(None))
    items: list[str] = []
    size, last = 0, start
    for row in session.execute(query):
        size += len(row.body or GONE)
        if items and (len(items) == MAX_PAGE_ITEMS or size > MAX_PAGE_BYTES):
            return Items(items, Stamp(head.epoch, last, travel.tag_at(session, head, last)), more=True)
        items.append(item(*row))
        last = row.pos
    return Items(items, at_head)


def item(_pos: int, entity: str, row_id: str, scope: str, body: str | None) -> str:
    """A row as it stands on a page."""
    return f"[{json.dumps(entity)},{json.dumps(row_id)},{json.dumps(scope)},{body or GONE}]"
