"""What really happened, as the harness saw it being committed: the facts of each machine, and what people were told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.simulation.clocks import Time
from tests.simulation.history import Violation

RETENTION_MS = 89 * 86_400_000
"""A fact younger than this may not leave a journal, whatever a clock says."""


@dataclass
class Stated:
    """A committed fact.

    Attributes:
        machine: where it was stated; order: its place among that machine's facts.
        gone: the disk that held it was set back; it counts only where the hub has it.
        sent: the hub had it then, and has not gone back in time since.
    """

    id: str
    machine: str
    order: int
    kind: str
    raw: bytes
    personal: bytes | None
    ms: int
    body: dict[str, Any]
    gone: bool = False
    sent: bool = False


@dataclass
class Journal:
    """What is known of a machine's journal: what the last look saw."""

    incarnation: int = 0
    last: int = 0
    held: dict[int, str] = field(default_factory=dict)
    counters: dict[tuple[int, str], tuple[int, int, int]] = field(default_factory=dict)


class Truth:
    """The facts of all machines.

    Attributes:
        facts: by id; every one that was ever committed at a terminal.
        excused: occurrences that people or a set-back disk have promised twice: seats are not counted there.
        expired: facts that left their journal as durable and old.
        forgotten: facts whose personal part the hub was once told to erase.
    """

    def __init__(self, time: Time) -> None:
        self._time = time
        self.facts: dict[str, Stated] = {}
        self.journals: dict[str, Journal] = {}
        self.excused: set[str] = set()
        self.expired: set[str] = set()
        self.cancelled: set[str] = set()
        self.forgotten: set[str] = set()
        self.on_expired: Callable[[str], None] = lambda _fact: None

    def look(self, machine: str, raw: Any) -> None:
        """Looks at a journal that was just committed."""
        state = dict(raw.execute("SELECT key, value FROM state").fetchall())
        if "incarnation" not in state:
            return
        known = self.journals.setdefault(machine, Journal())
        incarnation = int(state["incarnation"])
        if incarnation != known.incarnation:
            before = set(known.held.values())
            known.incarnation, known.last, known.held = incarnation, 0, {}
            self._read(machine, known, raw)
            still_there = {fact_id for (fact_id,) in raw.execute("SELECT id FROM fact").fetchall()}
            self._left(machine, before - still_there, state)
        else:
            self._read(machine, known, raw)
            count = raw.execute("SELECT count(*) FROM fact WHERE incarnation = ?", (incarnation,)).fetchone()[0]
            if count != len(known.held):
                query = "SELECT seq FROM fact WHERE incarnation = ?"
                still = {seq for (seq,) in raw.execute(query, (incarnation,)).fetchall()}
                left = {seq: fact for seq, fact in known.held.items() if seq not in still}
                for seq in left:
                    del known.held[seq]
                    if seq > int(state["durable"]):
                        raise Violation(1, f"{machine} deletes fact {seq}, which is not durable")
                self._left(machine, set(left.values()), state)
        self._count(machine, known, raw)

    def _read(self, machine: str, known: Journal, raw: Any) -> None:
        query = "SELECT seq, id, kind, raw, personal FROM fact WHERE incarnation = ? AND seq > ? ORDER BY seq"
        for seq, fact_id, kind, content, personal in raw.execute(query, (known.incarnation, known.last)).fetchall():
            if seq != known.last + 1 and known.last:
                raise Violation(2, f"{machine} journals fact {seq} after {known.last}")
            known.last = seq
            known.held[seq] = fact_id
            found = self.facts.get(fact_id)
            if found is None:
                self._state(machine, fact_id, kind, bytes(content), bytes(personal) if personal else None)
            elif found.raw != bytes(content):
                raise Violation(9, f"{machine} journals fact {fact_id} again with other bytes")

    def _state(self, machine: str, fact_id: str, kind: str, raw: bytes, personal: bytes | None) -> None:
        try:
            body = json.loads(raw).get("body", {})
        except (ValueError, AttributeError, RecursionError):
            body = {}
        body = body if isinstance(body, dict) else {}
        self.facts[fact_id] = Stated(
            fact_id, machine, len(self.facts), kind, raw, personal, self._time.ms, body,
        )  # fmt: skip
        if kind == "booking_cancel":
            self.cancelled.add(str(body.get("booking")))

    def _left(self, machine: str, ids: set[str], state: dict[str, str]) -> None:
        """Facts left a journal: they must be old."""
        for fact_id in ids:
            fact = self.facts[fact_id]
            if self._time.ms - fact.ms < RETENTION_MS:
                days = (self._time.ms - fact.ms) / 86_400_000
                raise Violation(1, f"{machine} deletes fact {fact_id} of {days:.1f} days (durable {state['durable']})")
            self.expired.add(fact_id)
            self.on_expired(fact_id)

    def _count(self, machine: str, known: Journal, raw: Any) -> None:
        query = "SELECT incarnation, occurrence, granted, returned, spent FROM counter"
        for incarnation, occurrence, *counters in raw.execute(query).fetchall():
            granted, returned, spent = counters
            if not 0 <= spent <= granted - returned:
                raise Violation(8, f"{machine}: {occurrence} granted {granted}, returned {returned}, spent {spent}")
            before = known.counters.get((incarnation, occurrence), (0, 0, 0))
            if any(now < then for now, then in zip(counters, before, strict=True)):
                raise Violation(8, f"{machine}: {occurrence} counters went from {before} to {tuple(counters)}")
            known.counters[incarnation, occurrence] = (granted, returned, spent)

    def promised(self) -> Iterator[Stated]:
        """The bookings that people were told are final, and that nobody cancelled."""
        for fact in self.facts.values():
            if fact.kind == "booking" and fact.body.get("paid") and not fact.gone and fact.id not in self.cancelled:
                yield fact

    def set_back(self, machine: str, raw: Any, at_hub: set[str]) -> None:
        """A machine's disk was set back to an older state, which `raw` shows."""
        before = self.journals.get(machine, Journal())
        now = Journal()
        self.journals[machine] = now
        self.look(machine, raw)
        for fact_id in set(before.held.values()) - set(now.held.values()):
            fact = self.facts[fact_id]
            fact.gone, fact.sent = True, fact_id in at_hub
        for key, (granted, returned, spent) in before.counters.items():
            then = now.counters.get(key, (0, 0, 0))
            if then != (granted, returned, spent) and then[0] - then[1] - then[2] > 0:
                self.excused.add(key[1])

    def clone(self, machine: str, copy: str) -> None:
        """A machine's disk was copied: both may spend what both hold."""
        held = self.journals.get(machine, Journal())
        self.journals[copy] = Journal(held.incarnation, held.last, dict(held.held), dict(held.counters))
        for key, (granted, returned, spent) in held.counters.items():
            if granted - returned - spent > 0:
                self.excused.add(key[1])

    def hub_went_back(self) -> None:
        """What only the hub had may be lost."""
        for fact in self.facts.values():
            fact.sent = False
