"""Reading one state of the hub: the replica and, beside it, the facts that it does not contain yet.

Screens read without holding anything up: another process may switch the replica to the next state between two queries.
Then the question is asked again as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from sync.clock import Clock
from sync.errors import StoreError
from sync.seats import Counters
from sync.terminal.journal import Journal
from sync.terminal.pending import Pending, Stated
from sync.terminal.replica import Replica
from sync.terminal.standing import Standing, standing, switches

CHUNK = 500
MAX_SWITCHES = 100
"""In a row, while one question is asked; far beyond any engine's pace."""


class _Moved(Exception):
    """The replica is in another state than the pending facts were looked up for."""


F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


def one_state(method: F) -> F:
    """A question that is answered from one state of the hub, however many queries it takes: asked again where another
    process switched to the next one meanwhile.
    """

    @wraps(method)
    def asked(self: Reading, *args: Any, **kwargs: Any) -> Any:
        if self._asking:  # part of another question, which begins again as a whole
            return method(self, *args, **kwargs)
        self._asking = True
        try:
            for _ in range(MAX_SWITCHES):
                try:
                    return method(self, *args, **kwargs)
                except _Moved:
                    self._unseen = self._look(always=True)
        finally:
            self._asking = False
        raise StoreError("The programme changes faster than it can be read. Try again.")

    return cast("F", asked)


class Reading:
    """What every question to the projection stands on. Not safe for several threads at a time."""

    def __init__(self, journal: Journal, replica: Replica, space: str, clock: Clock) -> None:
        self._journal, self._replica, self._space, self._clock = journal, replica, space, clock
        self._pending = Pending(journal)
        self._switches = -1
        self._renumbered = False
        self._asking = self._unseen = False
        self._counters: dict[str, Counters] = {}
        self._have = 0
        self._seen: tuple[int, int] | None = None
        self._stale = True
        self.refresh()

    # keeping up

    def touch(self) -> None:
        """Says that this process itself wrote: the next `refresh` looks again."""
        self._stale = True

    def refresh(self) -> bool:
        """Looks whether replica or journal changed since the last call; returns whether they did."""
        unseen, self._unseen = self._unseen, False
        return self._look() or unseen

    def _look(self, *, always: bool = False) -> bool:
        seen = (self._journal.data_version(), self._replica.data_version())
        if not self._stale and not always and seen == self._seen:
            return False
        self._seen, self._stale = seen, False
        stands, held, erased = self._replica.read(_basis)
        position = self._journal.position()
        self._have, self._switches = position.have, stands.switches
        self._renumbered = stands.incarnation != position.incarnation
        applied = 0 if self._renumbered else stands.applied
        self._pending.catch_up(position.incarnation, applied, held, erased)
        self._counters = self._journal.counters()
        self._forget()
        return True

    def _forget(self) -> None:
        """Another state is shown from now on: what was kept of the one before goes."""

    # one state

    @property
    def here(self) -> str:
        """The id of the space where this terminal stands."""
        return self._space

    @one_state
    def laid(self, entity: str) -> tuple[list[dict[str, Any]], tuple[Stated, ...], int]:
        """What the replica holds of an entity, as bodies, what was stated here and it does not contain, and up to which
        sequence number the hub has that: for who lays the one over the other.
        """
        bodies = self._bodies("SELECT body FROM item WHERE entity = :entity", entity=entity)
        return bodies, tuple(self._pending), self._have

    def _by_id(self, entity: str, ids: Sequence[str]) -> list[str]:
        """The bodies of an entity's rows that have one of these ids, in any order. It goes to the driver as it is."""

        def work(connection: sa.Connection) -> list[str]:
            found: list[str] = []
            for start in range(0, len(ids), CHUNK):
                some = ids[start : start + CHUNK]
                query = f"SELECT body FROM item WHERE entity = ? AND id IN ({', '.join('?' * len(some))})"  # noqa: S608
                found += connection.exec_driver_sql(query, (entity, *some)).scalars()
            return found

        return self._in_state(work)

    def _bodies(self, query: str, **values: object) -> list[dict[str, Any]]:
        return self._bodies_of_each(query, [values])

    def _bodies_of_each(self, query: str, questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """The bodies that a query finds with each of these values. It goes to the driver as it is, not compiled."""

        def work(connection: sa.Connection) -> list[str]:
            found = (connection.exec_driver_sql(query, values).scalars() for values in questions)
            return [text for texts in found for text in texts]

        return [json.loads(text) for text in self._in_state(work)]

    def _read(self, query: sa.TextClause, values: Mapping[str, object]) -> Sequence[Any]:
        return self._in_state(lambda connection: connection.execute(query, values).all())

    def _in_state(self, work: Callable[[sa.Connection], T]) -> T:
        """Reads of the replica the state that the pending facts were looked up for (`_one_state`)."""

        def asked(connection: sa.Connection) -> T:
            if switches(connection) != self._switches:
                raise _Moved
            return work(connection)

        return self._replica.read(asked)


def _basis(connection: sa.Connection) -> tuple[Standing, frozenset[str], frozenset[str]]:
    """Where the replica stands, and the ids of facts that the hub holds without having applied them, and of those whose
    personal part must be forgotten.
    """
    found = connection.exec_driver_sql("SELECT entity, id FROM item WHERE entity IN ('held', 'erasure')").all()
    by_entity = {kind: frozenset(name for entity, name in found if entity == kind) for kind in ("held", "erasure")}
    return standing(connection), by_entity["held"], by_entity["erasure"]
