"""What a request needs to know, read at one moment: its terminal, the head of the feed, what its scopes add up to, and
what they hold beyond a position. On PostgreSQL this is one statement, which also uses the request's nonce up; on SQLite
one short transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sync.hub import backups
from sync.hub.store.feed import Head
from sync.hub.store.straight import Line
from sync.rows import PUBLIC, space_scope, terminal_scope

NOWHERE = 2**63 - 1
"""A position that no feed reaches."""
ItemRow = tuple[int, str, str, str, str | None]
"""(pos, entity, id, scope, body)."""


@dataclass(frozen=True, slots=True)
class Nonce:
    """A nonce to use up, for a terminal that is admitted and has this public key. `expires`: epoch seconds."""

    text: str
    expires: int
    public: str


@dataclass(frozen=True, slots=True)
class Want:
    """What is wanted.

    Attributes:
        terminal: its id; `space`: where it stands as far as is known, for the scopes.
        places: positions of which the tag is wanted.
        start: after which the rows are wanted; 0 for what is there at all, None for none.
        limit: how many rows at most.
        nonce: of the request; None where it was used up already.
    """

    terminal: str
    space: str
    places: tuple[int, int] = (NOWHERE, NOWHERE)
    start: int | None = None
    limit: int = 0
    nonce: Nonce | None = None


@dataclass(frozen=True, slots=True)
class Stands:
    """A terminal's row."""

    id: str
    public: str
    state: str
    space_id: str
    incarnation: int
    have: int
    have_hash: str
    last_seen: str | None
    version: str
    last: int
    health: str


@dataclass(frozen=True, slots=True)
class View:
    """What was found.

    Attributes:
        backup: the one that decides what is durable, None while there are too few.
        total: what the rows of the scopes add up to.
        fresh: the nonce was not used before.
    """

    terminal: Stands
    head: Head
    backup: backups.Decides | None
    total: int
    rows: Sequence[ItemRow]
    fresh: bool
    tags: Mapping[int, str]

    def tag_at(self, pos: int) -> str:
        """The tag of the commit that contains a position that was asked for; "" before the first commit."""
        if pos == self.head.pos:
            return self.head.tag
        return self.tags.get(pos, "") if pos else ""


_COLUMNS = """
    t.id, t.public, t.state, t.space_id, t.incarnation, t.have, t.have_hash, t.last_seen, t.version, t.last,
    CAST(t.health AS TEXT), h.epoch, h.pos, h.tag, h.floor, b.id, b."at",
    (SELECT string_agg(CAST(value AS TEXT), ' ') FROM feed_digest WHERE scope IN (:public, :space, :own)),
    (SELECT tag FROM feed_commit WHERE pos >= :first ORDER BY pos LIMIT 1),
    (SELECT tag FROM feed_commit WHERE pos >= :second ORDER BY pos LIMIT 1)"""
_FROM = """
    FROM terminal t CROSS JOIN feed_head h LEFT JOIN
    (SELECT id, "at" FROM backup WHERE NOT gone ORDER BY id DESC LIMIT 1 OFFSET :before) b ON true"""
_WHERE = " WHERE t.id = :terminal AND h.id = 1"
ROWS = """
    SELECT pos, entity, id, scope, body FROM feed
    WHERE scope IN (:public, :space, :own) AND pos > :start AND (:start > 0 OR body IS NOT NULL)
    ORDER BY pos LIMIT :limit"""
"""Nobody needs to hear of what is gone who never had it."""
USE = """
    INSERT INTO nonce (keyid, nonce, expires)
    SELECT id, :nonce, :expires FROM terminal WHERE id = :terminal AND public = :key AND state = 'active'
    ON CONFLICT DO NOTHING"""
"""Uses a nonce up; changes no row where it was used before, and where the terminal is not admitted with this key."""

_LOOK = f"SELECT {_COLUMNS} {_FROM} {_WHERE}"
_GATHERED = """
    LEFT JOIN LATERAL (
        SELECT array_agg(pos), array_agg(entity), array_agg(id), array_agg(scope), array_agg(body) FROM (%s) found
    ) f ON true"""


def _at_once(used: str) -> str:
    """The statement for PostgreSQL; `used` tells how many nonces it used up."""
    rows = ROWS.replace(":start", "CAST(:start AS BIGINT)")
    return f"SELECT {_COLUMNS}, {used}, f.* {_FROM} {_GATHERED % rows} {_WHERE}"


_LOOK_AT_ONCE = _at_once("0")
_USE_AND_LOOK = f"WITH used AS ({USE} RETURNING 1) {_at_once('(SELECT count(*) FROM used)')}"  # noqa: S608


def look(line: Line, want: Want) -> View | None:
    """What is wanted, or None where there is no such terminal."""
    first, second = want.places
    values: dict[str, Any] = {
        "terminal": want.terminal, "public": PUBLIC, "space": space_scope(want.space),
        "own": terminal_scope(want.terminal), "first": first, "second": second, "before": backups.wanted() - 1,
        "start": want.start or 0, "limit": 0 if want.start is None else want.limit,
    }  # fmt: skip
    if want.nonce is not None:
        values |= {"nonce": want.nonce.text, "expires": want.nonce.expires, "key": want.nonce.public}
    found, used, rows = _in_one(line, want, values) if line.postgresql else _in_turn(line, want, values)
    if found is None:
        return None
    *_, epoch, pos, tag, floor, backup, at, sums, tag_first, tag_second = found
    return View(
        Stands(*found[:11]), Head(epoch, pos, tag, floor), None if backup is None else backups.Decides(backup, at),
        sum(map(int, (sums or "").split())), rows, bool(used), {first: tag_first or "", second: tag_second or ""},
    )  # fmt: skip


Found = tuple[Sequence[Any] | None, int, Sequence[ItemRow]]


def _in_one(line: Line, want: Want, values: dict[str, Any]) -> Found:
    found = line.ask(_LOOK_AT_ONCE if want.nonce is None else _USE_AND_LOOK, values)
    if not found:
        return None, 0, ()
    *row, used, places, entities, ids, scopes, bodies = found[0]
    return row, used, [] if places is None else list(zip(places, entities, ids, scopes, bodies, strict=True))


def _in_turn(line: Line, want: Want, values: dict[str, Any]) -> Found:
    line.begin(writes=want.nonce is not None)
    used = line.do(USE, values) if want.nonce is not None else 0
    found = line.ask(_LOOK, values)
    rows = line.ask(ROWS, values) if want.start is not None else ()
    line.commit()
    return (found[0] if found else None), used, rows
