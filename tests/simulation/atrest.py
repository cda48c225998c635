"""What holds at rest, when the network is healed and everybody has synchronised to the end."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sync import rows
from sync.clock import stamp
from sync.hub.cursor import unseal
from sync.hub.hub import CURSOR
from sync.hub.store.feed import Replicated, encode
from sync.hub.store.models import Base
from tests.simulation import deskrest
from tests.simulation.history import Violation

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.world import World


class AtRest:
    """A world that came to rest."""

    def __init__(self, world: World) -> None:
        self._world = world

    def check(self) -> None:
        """What holds when everybody has synchronised to the end."""
        if self._world.overtaken and self._world.overtaken == self._world.feed.head[0]:
            raise Violation(7, f"a terminal was ahead of the hub, and epoch {self._world.overtaken} goes on")
        self._stored_once()
        self._in_order()
        self._dropins()
        deskrest.check(self._world)
        for machine in self._world.machines:
            if not machine.retired and machine.terminal is not None:
                self._drained(machine)
                self._granted(machine)
        self._projection()

    def _granted(self, machine: Machine) -> None:
        """8: what a terminal believes that it was granted stands in the hub's books, whatever became of the hub."""
        world = self._world
        assert machine.terminal is not None
        position, held = machine.terminal.journal.position(), machine.terminal.journal.counters()
        now = stamp(world.hub.clock.now())
        books = {
            row[0]: row[1]
            for row in world.hub.query(
                "SELECT a.occurrence_id, a.granted FROM seat_account a WHERE a.terminal = ? AND a.incarnation = ?",
                machine.terminal.id, position.incarnation,
            )
        }  # fmt: skip
        coming = {row[0] for row in world.hub.query('SELECT id FROM occurrence WHERE "start" > ?', now)}
        for occurrence, counters in held.items():
            if occurrence in coming and counters.granted > books.get(occurrence, 0):
                words = f"{counters.granted} seats of {occurrence}, the books say {books.get(occurrence, 0)}"
                raise Violation(8, f"{machine.name} was granted {words}")

    def _stored_once(self) -> None:
        """1: every surviving fact is stored exactly once, as it was stated."""
        world = self._world
        held: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for fact_id, raw, personal, state in world.hub.query("SELECT id, raw, personal, state FROM fact"):
            if state != "duplicate":
                held[fact_id].append((bytes(raw), bytes(personal) if personal is not None else None))
        by_bytes: dict[bytes, int] = defaultdict(int)
        for copies in held.values():
            for raw, _ in copies:
                by_bytes[raw] += 1
        for fact in world.truth.facts.values():
            count = by_bytes[fact.raw] if fact.kind == "rubbish" else len(held[fact.id])
            if count > 1:
                raise Violation(1, f"fact {fact.id} of {fact.machine} is stored {count} times")
            if count == 0 and not (fact.gone and not fact.sent) and not self._excused_loss(fact.id):
                raise Violation(1, f"fact {fact.id} of {fact.machine} ({fact.kind}) is lost")
            whole = [(fact.raw, fact.personal), *([(fact.raw, None)] if fact.id in world.truth.forgotten else [])]
            if count == 1 and fact.kind != "rubbish" and held[fact.id][0] not in whole:
                raise Violation(1, f"fact {fact.id} of {fact.machine} is stored with other bytes")

    def _excused_loss(self, fact_id: str) -> bool:
        """Whether it had left its journal as durable, and the hub went back beyond the backups that count."""
        return fact_id in self._world.truth.expired and self._world.beyond_backups

    def _in_order(self) -> None:
        """3: the order of a machine's facts at the hub is the order in which they were stated."""
        query = "SELECT id FROM fact WHERE state <> 'duplicate' ORDER BY terminal, incarnation, seq"
        last: dict[str, int] = {}
        for (fact_id,) in self._world.hub.query(query):
            fact = self._world.truth.facts.get(fact_id)
            if fact is None or fact.gone:
                continue
            if fact.order < last.get(fact.machine, -1):
                raise Violation(3, f"fact {fact_id} of {fact.machine} is stored after one that was stated later")
            last[fact.machine] = fact.order

    def _dropins(self) -> None:
        """3, 10: drop-ins at the hub are what their facts, each taken once and in order, make of them."""
        world = self._world
        stored = {row[0]: (json.loads(row[1]), row[2]) for row in world.hub.query("SELECT id, data, void FROM dropin")}
        expected: dict[str, dict[str, Any]] = {}
        void: set[str] = set()
        facts = [fact for fact in world.truth.facts.values() if not fact.gone or fact.sent]
        for fact in facts:
            if fact.kind == "dropin":
                expected[fact.id] = {"people": 1, **fact.body}
            elif fact.kind == "dropin_amend" and fact.body["dropin"] in expected:
                expected[fact.body["dropin"]].update(fact.body["changes"])
            elif fact.kind == "dropin_void":
                void.add(fact.body["dropin"])
        doubtful = {fact.body.get("dropin") for fact in world.truth.facts.values() if fact.gone} | world.unsure
        for fact_id, body in expected.items():
            if fact_id in doubtful or self._excused_loss(fact_id):
                continue
            if fact_id not in stored:
                raise Violation(3, f"drop-in {fact_id} is not among the hub's")
            data, gone = stored[fact_id]
            if data["people"] != body["people"] or bool(gone) != (fact_id in void):
                words = f"{data['people']} people, void {gone}; stated {body}, void {fact_id in void}"
                raise Violation(3, f"drop-in {fact_id} is {words}")

    def _drained(self, machine: Machine) -> None:
        """1, 4, 13: nothing waits, and the replica is the hub's state."""
        world = self._world
        assert machine.terminal is not None
        assert world.hub.hub is not None
        position, stands = machine.terminal.journal.position(), machine.terminal.replica.standing()
        query = "SELECT id FROM fact WHERE personal IS NOT NULL"
        with machine.terminal.journal.snapshot() as connection:
            kept = {row[0] for row in connection.exec_driver_sql(query)} & world.forgotten
        if kept:
            raise Violation(7, f"{machine.name} keeps the personal part of {sorted(kept)[0]}, which was erased")
        if position.pending:
            raise Violation(13, f"{machine.name} still has {position.pending} facts to send ({machine.refused})")
        cursor = unseal(stands.cursor or "", world.hub.hub.secret(CURSOR))
        if cursor is None or stands.epoch != world.feed.head[0]:
            raise Violation(4, f"{machine.name} has no cursor of epoch {world.feed.head[0]} at rest")
        query = "SELECT entity, id, scope, body FROM item"
        with machine.terminal.replica.engine.connect() as connection:
            here = {tuple(row[:3]): row[3] for row in connection.exec_driver_sql(query)}
            connection.rollback()
        mine = machine.scopes()
        there = {key: body for key, body in world.feed.rows.items() if key[2] in mine}
        if here != there:
            wrong = sorted(key for key in {*here, *there} if here.get(key) != there.get(key))
            raise Violation(4, f"{machine.name} at rest: {[(k, here.get(k), there.get(k)) for k in wrong[:3]]}")

    def _projection(self) -> None:
        """4: the feed is what the hub's tables say (compacted = projected)."""
        world = self._world
        assert world.hub.hub is not None
        wanted: dict[tuple[str, str, str], str] = {}
        with world.hub.hub.database.read() as session:
            for mapper in Base.registry.mappers:
                if issubclass(mapper.class_, Replicated):
                    for row in session.query(mapper.class_):
                        for scope, value in row.replicas().items():
                            wanted[row.entity, row.replica_id(), scope] = encode(rows.dump(value))
        if wanted != world.feed.rows:
            wrong = sorted(key for key in {*wanted, *world.feed.rows} if wanted.get(key) != world.feed.rows.get(key))
            words = [f"{key}: {world.feed.rows.get(key)} instead of {wanted.get(key)}" for key in wrong[:3]]
            raise Violation(4, f"the feed is not what the tables say: {'; '.join(words)}")
