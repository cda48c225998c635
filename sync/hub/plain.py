"""Pushes that are plain: new drop-ins, stated where their terminal stands, that continue what is held of it. That is
nearly all that terminals push while somebody is at the desk, and so it is one statement on PostgreSQL, one short
transaction on SQLite.

The statement itself asks for what the ledger would (`sync.hub.ledger`), under the same lock: admitted, this
incarnation, no gap, the same chain, no id that was stated before. Where anything of it is not so, or an id is taken, it
changes nothing, and the push goes through the ledger, which says why.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from typing import Any, NamedTuple

from sync import digest
from sync.clock import stamp
from sync.errors import FactError
from sync.hub import backups, dropins, entries, views
from sync.hub.apply import time_of
from sync.hub.entries import Entry
from sync.hub.hub import Hub
from sync.hub.store.feed import Change, Stamp
from sync.hub.store.straight import Line
from sync.rows import space_scope
from sync.wire import Push, PushReply

KIND = "dropin"
HINT = f'"kind":"{KIND}",'
"""Stands in every plain fact as terminals write it: so that nothing is read twice that is left to the ledger."""


def push(hub: Hub, terminal: str, space: str, nonce: views.Nonce, message: Push) -> PushReply | None:
    """Takes a push in and uses its nonce up; None where it is not plain, and nothing was changed.

    Args:
        hub: that takes it.
        terminal: whose push it is.
        space: where it stood when it was last looked up.
        nonce: of the request.
        message: what it pushes.

    Raises:
        StoreError: it could not be stored.
    """
    rows = _rows(terminal, space, message)
    if not rows:
        return None
    hub.database.promising()
    values = _values(hub, terminal, space, nonce, message, rows)
    try:
        with hub.database.firm() as line:
            found = (_at_once if line.postgresql else _in_turn)(line, values, rows)
    except hub.database.refusals:
        return None
    if found is None:
        return None
    at, decides = found
    hub.database.moved(at)
    have = rows[-1][0].seq
    stands = _Stands(terminal, message.incarnation, have)
    return PushReply(
        have=have, durable=backups.durable_by(hub.database, decides, stands), time=values["now"], epoch=at.epoch
    )


Row = tuple[Entry, dropins.Row, Change]


class _Stands(NamedTuple):
    """How far the terminal's facts are held now."""

    id: str
    incarnation: int
    have: int


def _rows(terminal: str, space: str, message: Push) -> list[Row]:
    """The facts, the drop-ins that they become, and what the feed tells of these; none where the push is not plain."""
    if message.epoch is None or message.seen is not None:
        return []
    if any(fact.personal is not None or HINT not in fact.raw for fact in message.facts):
        return []
    try:
        previous = bytes.fromhex(message.previous)
    except ValueError:
        return []
    found = []
    for entry in entries.read(terminal, message.first - 1, previous, message.facts):
        fact = entry.fact
        if entry.kind != KIND or fact is None or fact.space not in (None, space):
            return []
        try:
            at = time_of(fact)
        except (ValueError, OverflowError, FactError):
            return []
        row = dropins.Row(fact.id, space, terminal, at, dict(fact.body), void=False, old=False)
        found.append((entry, row, dropins.change(row)))
    return found if len({entry.id for entry, _, _ in found}) == len(found) else []


def _values(
    hub: Hub, terminal: str, space: str, nonce: views.Nonce, message: Push, rows: Sequence[Row]
) -> dict[str, Any]:  # fmt: skip
    last = rows[-1][0]
    sums = sum(digest.of_row(change.entity, change.id, change.scope, change.body or "") for _, _, change in rows)
    return {
        "terminal": terminal, "key": nonce.public, "nonce": nonce.text, "expires": nonce.expires, "space": space,
        "incarnation": message.incarnation, "held": message.first - 1, "previous": message.previous,
        "epoch": message.epoch, "have": last.seq, "hash": last.hash.hex(), "now": stamp(hub.clock.now()),
        "scope": space_scope(space), "count": len(rows), "tag": secrets.token_hex(8), "sum": digest.signed(sums),
        "before": backups.wanted() - 1, "kind": KIND,
    }  # fmt: skip


Taken = tuple[Stamp, backups.Decides | None]
_STANDS = """
    SELECT t.id FROM terminal t CROSS JOIN feed_head h
    WHERE t.id = :terminal AND t.public = :key AND t.state = 'active' AND t.space_id = :space
    AND t.incarnation = :incarnation AND t.have = :held AND t.have_hash = :previous AND h.id = 1 AND h.epoch = :epoch
    AND (SELECT have FROM terminal WHERE id = :terminal) = :held
    AND NOT EXISTS (SELECT 1 FROM fact WHERE terminal = :terminal AND state <> 'duplicate' AND id %s)"""
"""The terminal, where it stands as its push says. It is read twice on purpose: PostgreSQL looks at a row that it waited
for as it is now, at all else as it was when the statement began; where both say the same, nothing came between.
"""
_FACT = "terminal, incarnation, seq, id, kind, hash, raw, state, why, received"
_DROPIN = 'id, space_id, terminal, "at", data, void'
_MOVE = "UPDATE terminal SET have = :have, have_hash = :hash, last_seen = :now, last = %s(last, :have)"
_DECIDES = 'SELECT id, "at" FROM backup WHERE NOT gone ORDER BY id DESC LIMIT 1 OFFSET :before'

_TAKE = f"""
    WITH stands AS ({_STANDS % "= ANY(:ids)"} FOR UPDATE OF t),
    used AS (
        INSERT INTO nonce (keyid, nonce, expires) SELECT id, :nonce, :expires FROM stands
        ON CONFLICT DO NOTHING RETURNING 1),
    moved AS ({_MOVE % "greatest"} FROM used WHERE id = :terminal RETURNING 1),
    stored AS (
        INSERT INTO fact ({_FACT})
        SELECT :terminal, :incarnation, :held + f.n, f.id, :kind, f.hash, f.raw, 'accepted', '', :now
        FROM moved, unnest(CAST(:ids AS text[]), CAST(:hashes AS bytea[]), CAST(:raws AS bytea[]))
        WITH ORDINALITY f (id, hash, raw, n)),
    applied AS (
        INSERT INTO dropin ({_DROPIN}) SELECT d.id, :space, :terminal, d.happened, CAST(d.data AS json), false
        FROM moved, unnest(CAST(:ids AS text[]), CAST(:times AS text[]), CAST(:datas AS text[]))
        d (id, happened, data)),
    head AS (
        UPDATE feed_head SET pos = pos + :count, tag = :tag FROM moved WHERE feed_head.id = 1 RETURNING epoch, pos),
    noted AS (INSERT INTO feed_commit (pos, tag) SELECT pos, :tag FROM head),
    fed AS (
        INSERT INTO feed (entity, id, scope, body, pos) SELECT :kind, c.id, :scope, c.body, head.pos - :count + c.n
        FROM head, unnest(CAST(:ids AS text[]), CAST(:bodies AS text[])) WITH ORDINALITY c (id, body, n)),
    summed AS (
        INSERT INTO feed_digest (scope, value) SELECT :scope, :sum FROM head
        ON CONFLICT (scope) DO UPDATE SET value = CAST(mod(
            feed_digest.value + CAST(excluded.value AS numeric) + 27670116110564327424, 18446744073709551616
        ) - 9223372036854775808 AS bigint))
    SELECT head.epoch, head.pos, b.id, b."at", pg_notify('qc_feed', '')
    FROM head LEFT JOIN ({_DECIDES}) b ON true"""  # noqa: S608 - texts of this module
"""Each part takes what it needs from the one before, which so has its lock first: terminal, head, digest. Digests are
sums modulo 2⁶⁴, kept as signed numbers: 27670116110564327424 is 2⁶⁴ + 2⁶³.
"""


def _at_once(line: Line, values: dict[str, Any], rows: Sequence[Row]) -> Taken | None:
    arrays = {
        "ids": [entry.id for entry, _, _ in rows], "hashes": [entry.hash for entry, _, _ in rows],
        "raws": [entry.raw for entry, _, _ in rows], "times": [row.at for _, row, _ in rows],
        "datas": [json.dumps(row.data) for _, row, _ in rows], "bodies": [change.body for _, _, change in rows],
    }  # fmt: skip
    found = line.ask(_TAKE, {**values, **arrays})
    if not found:
        return None
    epoch, pos, backup, at, _ = found[0]
    return Stamp(epoch, pos, values["tag"]), None if backup is None else backups.Decides(backup, at)


_STORE = f"""
    INSERT INTO fact ({_FACT})
    VALUES (:terminal, :incarnation, :seq, :id, :kind, :hash, :raw, 'accepted', '', :now)"""  # noqa: S608
_APPLY = f"INSERT INTO dropin ({_DROPIN}) VALUES (:id, :space, :terminal, :at, :data, false)"  # noqa: S608
_HEAD = "UPDATE feed_head SET pos = pos + :count, tag = :tag WHERE id = 1 RETURNING epoch, pos"
_FEED = "INSERT INTO feed (entity, id, scope, body, pos) VALUES (:kind, :id, :scope, :body, :pos)"
_SUM = """
    INSERT INTO feed_digest (scope, value) VALUES (:scope, :sum)
    ON CONFLICT (scope) DO UPDATE SET value = excluded.value"""


def _in_turn(line: Line, values: dict[str, Any], rows: Sequence[Row]) -> Taken | None:
    line.begin()
    ids = json.dumps([entry.id for entry, _, _ in rows])
    if not line.ask(_STANDS % "IN (SELECT value FROM json_each(:ids))", {**values, "ids": ids}) or not line.do(
        views.USE, values
    ):
        line.give_up()
        return None
    line.do(f"{_MOVE % 'max'} WHERE id = :terminal", values)
    line.each(
        _STORE, [{**values, "seq": one.seq, "id": one.id, "hash": one.hash, "raw": one.raw} for one, _, _ in rows]
    )
    line.each(_APPLY, [{**values, "id": row.id, "at": row.at, "data": json.dumps(row.data)} for _, row, _ in rows])
    epoch, head = line.ask(_HEAD, values)[0]
    line.do("INSERT INTO feed_commit (pos, tag) VALUES (:pos, :tag)", {"pos": head, "tag": values["tag"]})
    first = head - len(rows) + 1
    line.each(_FEED, [
        {**values, "id": change.id, "body": change.body, "pos": first + index}
        for index, (_, _, change) in enumerate(rows)
    ])  # fmt: skip
    before = line.ask("SELECT value FROM feed_digest WHERE scope = :scope", values)
    line.do(_SUM, {**values, "sum": digest.signed(values["sum"] + (before[0][0] if before else 0))})
    decides = line.ask(_DECIDES, values)
    line.commit()
    return Stamp(epoch, head, values["tag"]), backups.Decides(*decides[0]) if decides else None
