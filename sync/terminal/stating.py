"""How a terminal states a fact: in one transaction of its journal, on disk when it returns, shown at once, told to the
engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from sync.clock import Clock, stamp
from sync.errors import DiskFull
from sync.ids import uuid7
from sync.terminal.appending import Appending
from sync.terminal.folder import Folder
from sync.terminal.journal import Identity, Journal
from sync.terminal.projection import Projection
from sync.terminal.replica import Replica

if TYPE_CHECKING:
    from sync.body import Body
    from sync.payloads import Payload

    New = Callable[[Appending, Body, str | None], tuple[str, int]]
    """Journals a fact in the transaction that is running; returns its id and sequence number."""

Stated = TypeVar("Stated")

TRUST_MS = 5 * 60 * 1000


class Stating:
    """An enrolled terminal with its files open, and how it states facts.

    Attributes:
        clock: the only clock that anything asks here.
        identity: who it is.
    """

    def __init__(self, folder: Folder, journal: Journal, identity: Identity) -> None:
        self._folder = folder
        self.clock: Clock = folder.clock
        self._journal = journal
        self.identity = identity
        self._replica = Replica.opened(folder.replica, folder.database_key())
        self.projection = Projection(journal, self._replica, identity.space, folder.clock)
        self._recorded: Callable[[], None] = lambda: None

    @property
    def id(self) -> str:
        """The terminal's id."""
        return self.identity.terminal

    @property
    def space(self) -> str:
        """The id of the space where it stands."""
        return self.identity.space

    def on_recorded(self, call: Callable[[], None]) -> None:
        """Has `call` called after each fact, so that the engine can be told."""
        self._recorded = call

    def record(self, body: Body, *, by: str | None = None) -> tuple[str, int]:
        """States a fact; returns its id and sequence number.

        Raises:
            FactError: it is too large.
            DiskFull, StoreError: it was not stored.
        """
        return self._state(lambda journal, new: new(journal, body, by))

    def say(self, kind: str, body: Mapping[str, Any], *, by: str | None = None) -> str:
        """States a fact of a kind by its fields (`sync.facts`); returns its id.

        Raises:
            FactError: a field is wrong, or it is too large.
            DiskFull, StoreError: it was not stored.
        """
        from sync.facts import parse

        return self.record(parse(kind, body), by=by)[0]

    def _state(self, work: Callable[[Appending, New], Stated]) -> Stated:
        """Runs `work` in a transaction of the journal that is on disk when this returns.

        Where the disk is full, the journal makes room out of what is kept for this moment, and `work` runs once more.

        Raises:
            DiskFull, StoreError: nothing of it was stored.
        """
        try:
            found = self._append(work)
        except DiskFull:
            found = self._append(work)
        self.projection.touch()
        self.projection.refresh()
        self._recorded()
        return found

    def _append(self, work: Callable[[Appending, New], Stated]) -> Stated:
        from sync.envelope import Moment, encode

        offset = self._journal.notes().get("offset")

        def new(journal: Appending, body: Body, by: str | None) -> tuple[str, int]:
            now = self.clock.now()
            moment = Moment(
                stamp(now), self.clock.monotonic_ms(), self.clock.boot_id(), int(offset) if offset else None
            )
            fact_id = uuid7(now)
            return fact_id, journal.add(encode(body, fact_id, moment, by, space=self.space))

        with self._journal.append() as journal:
            return work(journal, new)

    def sign(self, payload: Payload) -> str:
        """The text of a code that this terminal signs.

        Raises:
            sync.card.CodeError: a field is out of its bounds.
        """
        from sync import card

        return card.encode(payload, card.Signer.of(self._folder.private_key()))

    @property
    def offset_ms(self) -> int:
        """By how many milliseconds the hub's clock was ahead of this one when it was last measured; 0 before."""
        return int(self._journal.notes().get("offset", "0"))

    def _clock_trusted(self) -> bool:
        return abs(self.offset_ms) <= TRUST_MS
