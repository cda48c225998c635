"""Nonces of requests that only read: those that come at the same time are used up on one connection, so that a crowd
does not wait for one each. Who comes first goes through for all who came meanwhile; then the next one does.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

One = TypeVar("One")


@dataclass(slots=True, eq=False)
class _Ticket(Generic[One]):
    one: One
    called: threading.Event = field(default_factory=threading.Event)
    leads: bool = False
    failure: Exception | None = None


class Turnstile(Generic[One]):
    """Puts together what comes at the same time.

    Args:
        together: does it for several, in order; returns for each why it failed, or None. What it raises, all get.
    """

    def __init__(self, together: Callable[[Sequence[One]], Sequence[Exception | None]]) -> None:
        self._together = together
        self._lock = threading.Lock()
        self._queue: list[_Ticket[One]] = []
        self._busy = False

    def pass_through(self, one: One) -> None:
        """Returns when it was done for this one.

        Raises:
            Exception: why it failed for this one, or for all.
        """
        mine = _Ticket(one)
        with self._lock:
            self._queue.append(mine)
            if not self._busy:
                self._busy = mine.leads = True
        if not mine.leads:
            mine.called.wait()
        if mine.leads:
            self._lead()
        if mine.failure is not None:
            raise mine.failure

    def _lead(self) -> None:
        """Does it for all who stand here, the leader among them, and calls the next leader."""
        with self._lock:
            party, self._queue = self._queue, []
        try:
            failures = self._together([ticket.one for ticket in party])
        except Exception as error:
            failures = [error] * len(party)
        for ticket, failure in zip(party, failures, strict=True):
            ticket.failure = failure
        with self._lock:
            self._busy = bool(self._queue)
            if self._queue:
                self._queue[0].leads = True
                self._queue[0].called.set()
        for ticket in party:
            ticket.called.set()
