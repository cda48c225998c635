"""One turn of synchronisation at a time: facts up, state down, seats. No loop, no waiting but the hub's own.

What each of the three does is a module of its own (`pushing`, `pulling`, `asking`); what they know of the hub together
is in `greeting`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sync.clock import Clock
from sync.terminal.asking import Asker
from sync.terminal.greeting import Greeting
from sync.terminal.journal import Journal
from sync.terminal.projection import Projection
from sync.terminal.pulling import Puller
from sync.terminal.pushing import Pusher
from sync.terminal.replica import Replica
from sync.terminal.transport import Transport
from sync.wire import FIRST_PUSH_FACTS

__all__ = ["Syncer", "Tally"]


@dataclass
class Tally:
    """What a turn did."""

    pushed: int = 0
    pulled: int = 0
    switched: bool = False


class Syncer:
    """The terminal's end of the line, for one thread.

    Args:
        journal, replica, transport, projection, clock: of one terminal.
        beat: called again and again while something long goes on well.
        health: what the hub is told of how the files stand, with each hello.
    """

    def __init__(
        self, journal: Journal, replica: Replica, transport: Transport, projection: Projection, clock: Clock,
        beat: Callable[[], None] = lambda: None, health: Callable[[], dict[str, Any]] = dict,
    ) -> None:  # fmt: skip
        self._journal = journal
        self._greeting = Greeting(journal, replica, transport, clock, health)
        self._pusher = Pusher(journal, transport, self._greeting, clock, beat)
        self._puller = Puller(journal, replica, transport, self._greeting, clock, beat)
        self._asker = Asker(journal, replica, transport, projection, self._greeting, clock)

    def close(self) -> None:
        """Ends what works aside."""
        self._pusher.close()

    def hello(self) -> None:
        """Introduces this terminal: the first time, after an update of the program, and after a refusal."""
        self._greeting.hello()

    def introduce(self) -> None:
        """Says hello where this program has not done so yet."""
        self._greeting.introduce()

    def push(self, tally: Tally | None = None) -> Tally:
        """Sends everything above the hub's `have`, in order.

        Raises:
            HubError: the line failed; what was acknowledged stays so.
        """
        tally = tally or Tally()
        if not self._greeting.knows_limits and self._journal.position().pending > FIRST_PUSH_FACTS:
            self._greeting.hello()  # a long backlog goes in fewer pushes where the hub takes more at a time
        tally.pushed += self._pusher.push()
        return tally

    def pull(self, wait: float = 0.0, tally: Tally | None = None) -> Tally:
        """Takes in everything that is new; the first answer may wait up to `wait` seconds for news.

        Raises:
            HubError: the line failed; what is staged stays staged.
        """
        tally = tally or Tally()
        rows, switched = self._puller.pull(wait)
        tally.pulled += rows
        tally.switched = tally.switched or switched
        return tally

    def seats(self) -> bool:
        """Gives seats back, tells counters and asks for seats where something changed; returns whether the terminal's
        rights grew.
        """
        return self._asker.seats()
