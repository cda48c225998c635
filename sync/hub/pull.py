"""State down: pages of the feed for one terminal.

Everything on a page is read at one moment (`sync.hub.views`): the rows, the head, the digests, and how far the
terminal's own facts are applied. So the page without `more` is a committed state of the hub.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import digest
from sync.clock import stamp
from sync.hub import backups, travel, views
from sync.hub.cursor import mark_of_epoch, mark_of_scopes, unseal
from sync.hub.hub import CURSOR, Hub
from sync.hub.store.feed import Head, Stamp
from sync.hub.store.models import FeedDigest
from sync.wire import MAX_PAGE_BYTES, MAX_PAGE_ITEMS

GONE = "null"
MAX_LOOKS = 5
"""Views that one page may need: the first is of where the terminal was last known to stand."""


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


class Row(travel.Books, Protocol):
    """A terminal's row."""

    @property
    def space_id(self) -> str:
        """Where it stands."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One terminal in one view of the database."""

    terminal: str
    space: str
    incarnation: int
    have: int
    durable: int

    @classmethod
    def of(cls, terminal: Row, durable: int) -> Standing:
        """What its row says, and how far it is durable."""
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


def wanted(hub: Hub, terminal: str, space: str, ask: Ask) -> views.Want:
    """What a page needs, as far as what is asked tells."""
    first, second = (*travel.places(hub, ask.says), views.NOWHERE, views.NOWHERE)[:2]
    cursor = unseal(ask.cursor, hub.secret(CURSOR)) if ask.cursor else None
    return views.Want(terminal, space, (first, second), cursor.pos if cursor else 0, MAX_PAGE_ITEMS + 1)


def page(hub: Hub, want: views.Want, ask: Ask, first: Callable[[views.Want], views.View] | None = None) -> Page:
    """The next page after a cursor; without a cursor, from the beginning.

    Args:
        hub: whose.
        want: as `wanted` has it.
        ask: what the terminal says.
        first: the first look, for a request that enters with it.

    Raises:
        TimeTravel: what the terminal says proves that this hub went back in time.
        LookupError: there is no such terminal.
    """
    for _ in range(MAX_LOOKS):
        view = first(want) if first is not None else look(hub, want)
        first = None
        travel.judge(view.tag_at, hub, view.terminal, view.head, ask.says)
        standing = Standing.of(view.terminal, backups.durable_by(hub.database, view.backup, view.terminal))
        start = _start(hub, standing, view.head, ask.cursor)
        fits = replace(want, space=standing.space, start=start or 0)
        if fits == want:
            items = _items(hub, want, view)
            total = "" if items.more else digest.text(view.total)
            return write(hub, standing, ask, items, resync=start is None, total=total)
        want = fits
    raise AssertionError("a terminal that stands elsewhere at each look")


def look(hub: Hub, want: views.Want) -> views.View:
    """What is wanted, as it is now.

    Raises:
        LookupError: there is no such terminal.
    """
    with hub.database.lax() as line:
        view = views.look(line, want)
    if view is None:
        raise LookupError(want.terminal)
    return view


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


def _items(hub: Hub, want: views.Want, view: views.View) -> Items:
    """The items of a page."""
    items: list[str] = []
    size, last = 0, 0
    for row in view.rows:
        size += len(row[4] or GONE)
        if items and (len(items) == MAX_PAGE_ITEMS or size > MAX_PAGE_BYTES):
            # No later view tells another tag of a position that this one has.
            tag = look(hub, replace(want, places=(last, last), start=None)).tag_at(last)
            return Items(items, Stamp(view.head.epoch, last, tag), more=True)
        items.append(item(*row))
        last = row[0]
    return Items(items, view.head.stamp)


def item(_pos: int, entity: str, row_id: str, scope: str, body: str | None) -> str:
    """A row as it stands on a page."""
    return f"[{json.dumps(entity)},{json.dumps(row_id)},{json.dumps(scope)},{body or GONE}]"
