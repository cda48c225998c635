"""State down: pages of the feed for one terminal, and the whole scope at one position.

Everything on a page is read in one REPEATABLE READ transaction: the rows, the head, and how far the terminal's own
facts are applied. So the page without `more` is a committed state of the hub.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.hub import ledger
from sync.hub.cursor import Cursor, seal, unseal
from sync.hub.hub import CURSOR, Hub
from sync.hub.store.models import Feed, FeedCommit, FeedHead, Terminal
from sync.rows import PUBLIC, space_scope, terminal_scope
from sync.wire import MAX_PAGE_BYTES, MAX_PAGE_ITEMS

GONE = "null"


@dataclass(frozen=True, slots=True)
class Page:
    """A page ready to be sent. `text` is the JSON of `sync.wire.PullReply`; `news` says whether it tells anything."""

    text: str
    news: bool


def scopes(terminal: Terminal) -> tuple[str, ...]:
    """What a terminal may see."""
    return (PUBLIC, space_scope(terminal.space_id), terminal_scope(terminal.id))


def scope_name(terminal: Terminal) -> str:
    """The scopes as a cursor names them."""
    return "|".join(scopes(terminal)[1:])


def page(session: Session, hub: Hub, terminal_id: str, cursor_text: str | None, told_have: int) -> Page:
    """The next page after a cursor; without a cursor, from the beginning."""
    terminal = session.get_one(Terminal, terminal_id)
    head = session.get_one(FeedHead, 1)
    start, resync = _start(session, hub, terminal, head, cursor_text)
    items, last, more = _items(session, scopes(terminal), start, head.pos)
    cursor = _cursor(session, hub, terminal, head, last)
    fields: dict[str, Any] = {
        "cursor": cursor, "more": more, "have": terminal.have, "durable": ledger.DURABLE,
        "applied": terminal.have, "incarnation": terminal.incarnation, "epoch": head.epoch, "resync": resync,
        "time": stamp(hub.clock.now()),
    }  # fmt: skip
    news = bool(items) or resync or more or cursor_text is None or terminal.have != told_have
    return Page(f'{json.dumps(fields)[:-1]}, "items": [{",".join(items)}]}}', news)


def _start(session: Session, hub: Hub, terminal: Terminal, head: FeedHead, text: str | None) -> tuple[int, bool]:
    """The position to go on from, and whether the terminal must drop what it has."""
    if not text:
        return 0, False
    cursor = unseal(text, hub.secret(CURSOR))
    if cursor is None or cursor.epoch != head.epoch or cursor.scopes != scope_name(terminal):
        return 0, True
    if cursor.pos > head.pos or cursor.tag != _tag(session, cursor.pos):
        return 0, True
    return cursor.pos, False


def _tag(session: Session, pos: int) -> str:
    """The tag of the commit that contains a position; "" before the first commit."""
    if pos == 0:
        return ""
    query = sa.select(FeedCommit.tag).where(FeedCommit.pos >= pos).order_by(FeedCommit.pos).limit(1)
    return session.scalar(query) or ""


def _cursor(session: Session, hub: Hub, terminal: Terminal, head: FeedHead, pos: int) -> str:
    return seal(Cursor(head.epoch, scope_name(terminal), pos, _tag(session, pos)), hub.secret(CURSOR))


def _items(session: Session, mine: Sequence[str], start: int, head: int) -> tuple[list[str], int, bool]:
    """The items of a page as JSON texts, the position after them, and whether more follow."""
    query = (
        sa.select(Feed.pos, Feed.entity, Feed.id, Feed.scope, Feed.body)
        .where(Feed.scope.in_(mine), Feed.pos > start, Feed.pos <= head)
        .order_by(Feed.pos)
        .limit(MAX_PAGE_ITEMS + 1)
    )
    if start == 0:  # nobody needs to hear of what is gone who never had it
        query = query.where(Feed.body.is_not(None))
    items: list[str] = []
    size, last = 0, start
    for pos, entity, row_id, scope, body in session.execute(query):
        size += len(body or GONE)
        if items and (len(items) == MAX_PAGE_ITEMS or size > MAX_PAGE_BYTES):
            return items, last, True
        items.append(f"[{json.dumps(entity)},{json.dumps(row_id)},{json.dumps(scope)},{body or GONE}]")
        last = pos
    return items, head, False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A whole scope at one position, as gzip of JSON lines: a head line (a PullReply without items), then an item a
    line.
    """

    etag: str
    content: bytes


def snapshot(session: Session, hub: Hub, terminal_id: str) -> Snapshot:
    """Everything that the terminal may see, at the head."""
    terminal = session.get_one(Terminal, terminal_id)
    head = session.get_one(FeedHead, 1)
    query = (
        sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body)
        .where(Feed.scope.in_(scopes(terminal)), Feed.body.is_not(None), Feed.pos <= head.pos)
        .order_by(Feed.entity, Feed.id)
    )
    fields = {
        "cursor": _cursor(session, hub, terminal, head, head.pos), "more": False, "have": terminal.have,
        "durable": ledger.DURABLE, "applied": terminal.have, "incarnation": terminal.incarnation,
        "epoch": head.epoch, "resync": False, "time": stamp(hub.clock.now()),
    }  # fmt: skip
    lines = [json.dumps(fields)]
    lines += [
        f"[{json.dumps(entity)},{json.dumps(row_id)},{json.dumps(scope)},{body}]"
        for entity, row_id, scope, body in session.execute(query)
    ]
    lines.append(json.dumps({"rows": len(lines) - 1}))
    content = gzip.compress("\n".join(lines).encode(), compresslevel=6, mtime=0)
    return Snapshot(hashlib.sha256(content).hexdigest()[:32], content)
