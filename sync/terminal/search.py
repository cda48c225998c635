"""Search: which occurrences hold all the words of a question, as beginnings, the ones that matter most first.

A question is never handed to SQLite as it was typed: it is folded into plain tokens (`sync.folding`), and those are
quoted. Hits in a title come before hits elsewhere; of either, what comes first, and on one day what is here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sync.clock import Clock, local, stamp
from sync.errors import FolderInUse
from sync.folding import asked
from sync.terminal.index import NUMBER_BITS, Index, tag

if TYPE_CHECKING:
    import sqlalchemy as sa

    from sync.terminal.folder import Folder
    from sync.terminal.projection import Projection
    from sync.terminal.replica import Replica
    from sync.terminal.views import OccurrenceView

MAX_HITS = 24
"""Activities that a question finds at most; whoever wants others writes another letter."""
SCREEN_BATCH = 20
"""Activities that are indexed at once in the process of the screen, where no engine does it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """The occurrence of an activity that was found which is under way or comes next."""

    occurrence: str
    in_title: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """What a question found.

    Attributes:
        titles: found in the title, ordered by day, here before elsewhere, then by hour.
        others: found only in other texts, in the same order.
        more: there are more than these.
        complete: the index held all of the programme; else something may be missing, for a moment.
    """

    titles: tuple[OccurrenceView, ...] = ()
    others: tuple[OccurrenceView, ...] = ()
    more: bool = False
    complete: bool = True

    def __len__(self) -> int:
        return len(self.titles) + len(self.others)


class Search:
    """Search on one terminal, for one thread: the screen's."""

    def __init__(self, folder: Folder, replica: Replica, projection: Projection) -> None:
        self._replica, self._projection = replica, projection
        self._clock: Clock = folder.clock
        self._index = Index(folder.search, folder.database_key())
        self._lock = folder.lock("search")
        self._complete_at: int | None = None

    def close(self) -> None:
        """Closes the index."""
        self._index.close()

    def find(self, question: str, *, limit: int = MAX_HITS) -> Findings:
        """What the words of a question are found in; nothing for a question without words.

        Raises:
            StoreError: the files cannot be read.
        """
        words = asked(question)
        if not words:
            return Findings()
        now = self._clock.now()
        hits = self._index.read(lambda connection: _hits(connection, words, self._projection.here, now, limit + 1))
        views = self._projection.occurrences([hit.occurrence for hit in hits[:limit]])
        shown = [(hit, views[hit.occurrence]) for hit in hits[:limit] if hit.occurrence in views]
        here = self._projection.here
        day = _by_day(here, local(now))
        return Findings(
            tuple(sorted((one for hit, one in shown if hit.in_title), key=day)),
            tuple(sorted((one for hit, one in shown if not hit.in_title), key=day)),
            more=len(hits) > limit,
            complete=self._complete(),
        )

    def _complete(self) -> bool:
        """Whether the index holds all that the replica does, which is asked anew when that has changed."""
        version = self._replica.data_version()
        if self._complete_at != version:
            self._complete_at = None if self._index.behind(self._replica) else version
        return self._complete_at is not None

    def prepare(self) -> bool:
        """Does a little of what the index lacks, unless an engine does so; returns whether it is complete now."""
        try:
            self._lock.acquire()
        except FolderInUse:
            return self._complete()
        try:
            return not self._index.catch_up(self._replica, self._clock.now(), batch=SCREEN_BATCH)
        finally:
            self._lock.release()


def _by_day(here: str, now: datetime) -> Callable[[OccurrenceView], tuple[object, ...]]:
    """The order of a list: by day, what began before as today's; of a day those here first; then by hour."""

    def key(one: OccurrenceView) -> tuple[object, ...]:
        return max(one.start.date(), now.date()), one.space != here, one.start, one.id

    return key


def _hits(connection: sa.Connection, words: list[str], here: str, now: datetime, limit: int) -> list[Hit]:
    """The next `limit` matches, those in titles before others, and of either those here before those elsewhere."""
    phrase = " AND ".join(f'"{word}" *' for word in words)
    in_title, anywhere = f"{{title}} : ({phrase})", f"{{title text}} : ({phrase})"
    found: dict[int, bool] = {}
    for match, titles in ((in_title, True), (anywhere, False)):
        # What is here has half of the room at least: elsewhere there is far more.
        for narrowed, room in ((f'({match}) AND tag : "{tag(here)}"', limit // 2), (match, limit)):
            query = "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid LIMIT ?"
            for place in connection.exec_driver_sql(query, (narrowed, room + len(found))).scalars():
                found.setdefault(place, titles)
        if len(found) >= limit:
            break
    return _resolved(connection, found, stamp(now))[:limit]


def _resolved(connection: sa.Connection, found: dict[int, bool], now: str) -> list[Hit]:
    """The occurrences of matches, those that are over left out; the order stays."""
    numbers = {place & ((1 << NUMBER_BITS) - 1): place for place in found}
    query = f"SELECT number, occurrence, finish FROM entry WHERE number IN ({', '.join('?' * len(numbers))})"  # noqa: S608
    rows = {
        numbers[row.number]: row.occurrence
        for row in connection.exec_driver_sql(query, tuple(numbers))
        if row.finish > now
    }
    return [Hit(rows[place], titles) for place, titles in found.items() if place in rows]
