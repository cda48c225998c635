"""The facts of this terminal that the replica does not contain yet, in order, as plain values.

They are what stands between "the hub's state" and "what this terminal knows": facts above the replica's `applied`,
and facts that the hub holds without having applied them (quarantined or parked). Read straight from the journal's
JSON: this runs in the screen's process, before its first frame, and must not wait for anything heavy.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sync.terminal.appending import Journaled
from sync.terminal.journal import Journal
from sync.upcasting import upcast

CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of this terminal, at its place in the journal. `by`: id of the member of staff who stated it."""

    seq: int
    id: str
    kind: str
    at: str
    body: dict[str, Any]
    personal: dict[str, Any]
    by: str | None = None


UNREADABLE = "?"
"""The kind of a fact that this program cannot read: an older, a newer or a broken one wrote it. It is sent all the
same, and stands in no screen's way.
"""


def read(fact: Journaled) -> Stated:
    """A journaled fact as values; total over bytes."""
    try:
        envelope = json.loads(fact.raw)
        personal = json.loads(fact.personal) if fact.personal else {}
        at, by = envelope["at"], envelope.get("by")
        _version, body = upcast(fact.kind, envelope["v"], envelope["body"])  # an older program may have written it
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Stated(fact.seq, fact.id, UNREADABLE, "", {}, {})
    if not (isinstance(at, str) and isinstance(body, dict) and isinstance(personal, dict)):
        return Stated(fact.seq, fact.id, UNREADABLE, "", {}, {})
    return Stated(fact.seq, fact.id, fact.kind, at, body, personal, by if isinstance(by, str) else None)


class Pending:
    """The facts above a position, kept up to date cheaply: only what is new is read.

    Attributes:
        generation: grows when the list changes otherwise than by new facts at its end.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.generation = 0
        self._incarnation = -1
        self._applied = 0
        self._last = 0
        self._facts: list[Stated] = []
        self._held: dict[str, Stated] = {}
        self._named: frozenset[str] = frozenset()
        self._erased: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Stated]:
        yield from self._held.values()
        yield from self._facts

    def since(self, count: int) -> Iterator[Stated]:
        """What follows the first `count` facts."""
        held = list(self._held.values())
        yield from held[count:]
        for index in range(max(0, count - len(held)), len(self._facts)):
            yield self._facts[index]

    def __len__(self) -> int:
        return len(self._facts) + len(self._held)

    def catch_up(
        self, incarnation: int, applied: int, held: frozenset[str], erased: frozenset[str] = frozenset()
    ) -> None:
        """Brings the list to what the journal holds above `applied` now.

        Args:
            incarnation: the journal's.
            applied: highest sequence number of that incarnation that the replica includes.
            held: ids of facts that the hub stored and did not apply.
            erased: ids of facts whose personal part must be forgotten.
        """
        changed = (held, erased) != (self._named, self._erased)
        if incarnation != self._incarnation or applied < self._applied or erased != self._erased:
            self._incarnation, self._last, self._facts, self._erased = incarnation, applied, [], erased
            changed = True
        elif applied > self._applied:
            self._facts = [fact for fact in self._facts if fact.seq > applied]
            changed = True
        self._applied = applied
        self._last = max(self._last, applied)
        while batch := self._journal.after(self._last, facts=CHUNK, size=CHUNK * 32 * 1024):
            self._facts += [self._read(fact) for fact in batch]
            self._last = batch[-1].seq
        if changed:
            self.generation += 1
            self._named = held
            above = {fact.id for fact in self._facts}
            found = self._journal.by_ids(sorted(held - above))
            self._held = {fact.id: self._read(fact) for fact in found}

    def _read(self, fact: Journaled) -> Stated:
        stated = read(fact)
        return replace(stated, personal={}) if fact.id in self._erased else stated
