"""How long the journal keeps facts, and how a personal part leaves it earlier.

A fact is deleted only when its sequence number is durable at the hub *and* it has lain here for `RETENTION_DAYS` by the
hub's own clock. A fact's own time says nothing: the terminal's clock may be ten years off. So each day on which the hub
told the time is marked with the last fact of that day; what a mark covers was there on that day. Two different days
must say that the time is over before anything is deleted, so that one wrong answer deletes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from sync.terminal.journal_file import JournalFile, all_state
from sync.terminal.journal_schema import (
    fact_table,
    mark_table,
    outcome_table,
    settled_table,
)

RETENTION_DAYS = 90
MAX_PRUNE_FACTS = 500
"""Deleted in one transaction: nobody who records waits for longer."""
MAX_OUTCOMES = 10_000
"""Answers of the hub that are kept; the replica has the rest."""
MAX_FORGET = 500


class Retention(JournalFile):
    """What leaves the journal."""

    def prune(self, now: datetime, trusted: bool) -> int:
        """Deletes a batch of facts that are durable at the hub and old; returns how many, 0 when there is no more.

        Args:
            now: the time, as the hub just told it.
            trusted: whether it was the hub that told it; without, nothing happens.
        """
        if not trusted:
            return 0
        today = now.date()
        with self._writing() as connection:
            known = all_state(connection)
            incarnation = int(known["incarnation"])
            if not _mark(connection, incarnation, today):
                return 0  # an earlier answer lay in the future of this one: one of the two is wrong
            settled = {row.incarnation: row.durable for row in connection.execute(sa.select(settled_table))}
            for each, durable in sorted({**settled, incarnation: int(known["durable"])}.items()):
                upto = min(durable, _old(connection, each, today))
                deleted = _delete(connection, each, upto)
                if deleted:
                    _tidy(connection)
                    return deleted
        return 0

    def forget_personal(self, ids: Sequence[str]) -> int:
        """Erases the personal parts of facts, by their ids; returns how many there were. The chain stays whole.

        They are overwritten in the file, and the log that still held them is emptied as far as others let us.
        """
        forgotten = 0
        for start in range(0, len(ids), MAX_FORGET):
            part = list(ids[start : start + MAX_FORGET])
            with self._writing() as connection:
                where = (fact_table.c.id.in_(part), fact_table.c.personal.is_not(None))
                found = list(connection.scalars(sa.select(fact_table.c.id).where(*where)))
                if not found:
                    continue
                connection.execute(fact_table.update().where(*where).values(salt=None, personal=None))
                for fact_id in found:
                    connection.execute(
                        sa.text("INSERT INTO erased (id) VALUES (:id) ON CONFLICT DO NOTHING"), {"id": fact_id}
                    )
                forgotten += len(found)
        if forgotten:
            self._carry("TRUNCATE")
        return forgotten


def _mark(connection: sa.Connection, incarnation: int, today: date) -> bool:
    """Marks up to where facts are there today; returns whether the day is none before the last one that was marked."""
    newest = connection.scalar(sa.select(sa.func.max(mark_table.c.day)))
    if newest is not None and newest > today.isoformat():
        return False
    last = connection.scalar(sa.select(sa.func.max(fact_table.c.seq)).where(fact_table.c.incarnation == incarnation))
    connection.execute(
        # The first mark of a day holds: facts that came later that day are of the next one.
        sa.text("INSERT INTO mark (incarnation, day, last) VALUES (:i, :d, :l) ON CONFLICT DO NOTHING"),
        {"i": incarnation, "d": today.isoformat(), "l": last or 0},
    )
    return True


def _old(connection: sa.Connection, incarnation: int, today: date) -> int:
    """The highest sequence number that was there `RETENTION_DAYS` before two different days."""
    days = sa.select(mark_table.c.day).distinct().order_by(mark_table.c.day.desc())
    before = connection.scalar(days.offset(1).limit(1))
    if before is None:
        return 0
    limit = min(today, date.fromisoformat(before)) - timedelta(days=RETENTION_DAYS)
    where = (mark_table.c.incarnation == incarnation, mark_table.c.day <= limit.isoformat())
    return int(connection.scalar(sa.select(sa.func.max(mark_table.c.last)).where(*where)) or 0)


def _delete(connection: sa.Connection, incarnation: int, upto: int) -> int:
    """Deletes facts from the floor up, keeping the hash of the last one deleted; returns how many."""
    mine = fact_table.c.incarnation == incarnation
    query = sa.select(fact_table.c.seq, fact_table.c.hash).where(mine, fact_table.c.seq <= upto)
    row = connection.execute(query.order_by(fact_table.c.seq).limit(MAX_PRUNE_FACTS)).all()
    if not row:
        return 0
    last = row[-1]
    connection.execute(
        sa.text(
            "INSERT INTO base (incarnation, seq, hash) VALUES (:i, :s, :h) "
            "ON CONFLICT (incarnation) DO UPDATE SET seq = excluded.seq, hash = excluded.hash"
        ),
        {"i": incarnation, "s": last.seq, "h": last.hash},
    )
    connection.execute(fact_table.delete().where(mine, fact_table.c.seq <= last.seq))
    return len(row)


def _tidy(connection: sa.Connection) -> None:
    """Lets go of what was kept for facts that are gone."""
    connection.exec_driver_sql("DELETE FROM erased WHERE id NOT IN (SELECT id FROM fact)")
    connection.exec_driver_sql(
        "DELETE FROM mark WHERE day NOT IN (SELECT DISTINCT day FROM mark ORDER BY day DESC LIMIT 2) "
        "AND last <= (SELECT seq FROM base WHERE base.incarnation = mark.incarnation)"
    )


def bound_outcomes(connection: sa.Connection) -> None:
    """Keeps the newest answers only."""
    newest = connection.scalar(sa.select(sa.func.max(outcome_table.c.seq))) or 0
    connection.execute(outcome_table.delete().where(outcome_table.c.seq <= newest - MAX_OUTCOMES))
