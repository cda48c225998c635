"""News for many terminals at once: what the feed grew by is read once, and a page made of it for each terminal that
it concerns. Such a page is the one that the terminal would have got by asking the database itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import digest
from sync.hub import backups, pull, travel
from sync.hub.hub import Hub
from sync.hub.store.feed import Stamp
from sync.hub.store.models import Feed, FeedDigest, Terminal
from sync.hub.store.rapid import matching
from sync.wire import MAX_PAGE_BYTES, MAX_PAGE_ITEMS


@dataclass(frozen=True, slots=True)
class Waits:
    """A terminal that waits: it asked this, stands so, and knows everything up to `at`."""

    ask: pull.Ask
    standing: pull.Standing
    at: Stamp


@dataclass(frozen=True, slots=True)
class News:
    """What there is to tell.

    Attributes:
        at: up to where the feed was read.
        pages: by place among those who wait: the page, or None where the terminal must be looked after by itself.
            Who is left out has no news.
    """

    at: Stamp
    pages: Mapping[int, pull.Page | None]


@dataclass(frozen=True, slots=True)
class _Row:
    pos: int
    text: str
    size: int


def read(session: Session, hub: Hub, after: Stamp, waiting: Sequence[Waits]) -> News:
    """What the feed holds after a place that none of those who wait is behind."""
    head = travel.head_of(session)
    now = head.stamp
    rows = _rows(session, after.pos, head.pos) if after.epoch == head.epoch and head.floor <= after.pos else None
    if rows is None:
        return News(now, dict.fromkeys(range(len(waiting))))
    concerned = [
        index
        for index, one in enumerate(waiting)
        if one.at.pos < head.pos and any(scope in rows for scope in one.standing.scopes)
    ]
    standings = _standings(session, [waiting[index].standing.terminal for index in concerned])
    sums = _sums(session, {scope for index in concerned for scope in waiting[index].standing.scopes})
    pages: dict[int, pull.Page | None] = {}
    for index in concerned:
        one = waiting[index]
        mine = sorted(
            (row for scope in one.standing.scopes for row in rows.get(scope, ()) if row.pos > one.at.pos),
            key=lambda row: row.pos,
        )
        if mine:
            pages[index] = _page(hub, one, standings.get(one.standing.terminal), mine, now, sums)
    return News(now, pages)


def _page(
    hub: Hub, one: Waits, stands: pull.Standing | None, mine: Sequence[_Row], now: Stamp, sums: Mapping[str, int]
) -> pull.Page | None:
    known = one.standing
    if stands is None or (stands.space, stands.incarnation) != (known.space, known.incarnation):
        return None
    if sum(row.size for row in mine) > MAX_PAGE_BYTES:
        return None
    total = digest.text(sum(sums.get(scope, 0) for scope in stands.scopes))
    return pull.write(hub, stands, one.ask, pull.Items([row.text for row in mine], now), resync=False, total=total)


def _rows(session: Session, after: int, head: int) -> dict[str, list[_Row]] | None:
    """What the feed grew by, by scope, in order; None where it is more than a page may hold."""
    query = (
        sa.select(Feed.pos, Feed.entity, Feed.id, Feed.scope, Feed.body)
        .where(Feed.pos > after, Feed.pos <= head)
        .order_by(Feed.pos)
        .limit(MAX_PAGE_ITEMS + 1)
    )
    rows: dict[str, list[_Row]] = {}
    count = 0
    for pos, entity, row_id, scope, body in session.execute(query):
        count += 1
        text = pull.item(pos, entity, row_id, scope, body)
        rows.setdefault(scope, []).append(_Row(pos, text, len(body or pull.GONE)))
    return rows if count <= MAX_PAGE_ITEMS else None


def _standings(session: Session, terminals: Iterable[str]) -> dict[str, pull.Standing]:
    """How these terminals stand; without those that are no longer admitted."""
    query = "SELECT id, space_id, incarnation, have FROM terminal WHERE state = 'active' AND id"
    found = matching(session, query, sorted(set(terminals)))
    rows = [Terminal(id=name, space_id=space, incarnation=inc, have=have) for name, space, inc, have in found]
    durable = backups.durables(session, rows)
    return {
        one.id: pull.Standing(one.id, one.space_id, one.incarnation, one.have, durable[one.id]) for one in rows
    }  # fmt: skip


def _sums(session: Session, scopes: Iterable[str]) -> dict[str, int]:
    table = FeedDigest.__tablename__
    found = matching(session, f"SELECT scope, value FROM {table} WHERE scope", sorted(scopes))  # noqa: S608 - a name
    return dict(map(tuple, found))
