"""The properties of the design (sync.md, "What must be proven") as checks.

Some are made when something happens (a commit, an answer, a switch), some after each step, some at rest, when the
network is healed and everybody has synchronised to the end. Property 6 has a test of its own on PostgreSQL; here it
shows as 4 and 5: each terminal's rows are those of a commit. Property 12 has recorded exchanges.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from sync import rows, seats
from sync.clock import stamp
from sync.hub.api.endpoints import Answer, Incoming
from sync.hub.cursor import unseal
from sync.hub.hub import CURSOR
from sync.hub.store import history
from sync.hub.store.feed import Replicated, encode
from sync.hub.store.models import Base
from tests.simulation.feedlog import MASK, row_hash
from tests.simulation.history import Violation

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.world import World

TAKEN = ("final", "checked_in")
SPACE_ENTITIES = ("member", "dropin", "staff")
"""Entities of which a terminal holds those of its own space alone."""


class Checks:
    """What is watched in a run."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._switches: dict[str, tuple[int, str, int]] = {}
        self._told: list[tuple[str, int, str, int]] = []
        self._epoch = ""
        self._used: dict[str, int] | None = None
        self._out: dict[tuple[str, str], int] = {}
        self._attested: dict[str, str] = {}
        self.counted: dict[str, int] = defaultdict(int)

    # when something happens

    def told(self, machine: Machine, incoming: Incoming, answer: Answer) -> None:
        """An answer that a terminal is about to read. What it says is looked up as soon as the hub is up."""
        if answer.status != 200 or answer.headers.get("content-encoding") or machine.terminal is None:
            return
        name, incarnation = machine.terminal.id, machine.terminal.journal.position().incarnation
        if incoming.path == "/v1/push":
            self._told.append((name, incarnation, "", int(json.loads(answer.content).get("have", 0))))
        elif incoming.path == "/v1/seats":
            for grant in json.loads(answer.content).get("grants", ()):
                self._told.append((name, incarnation, grant["occurrence"], grant["granted"]))

    def _kept_promises(self) -> None:
        """2, 8: what a terminal was told, `have` and grants, is committed."""
        told, self._told = self._told, []
        for terminal, incarnation, occurrence, number in told:
            if occurrence:
                query = "SELECT granted FROM seat_account WHERE terminal = ? AND incarnation = ? AND occurrence_id = ?"
                found = self._world.hub.query(query, terminal, incarnation, occurrence)
                if number > (found[0][0] if found else 0):
                    raise Violation(8, f"{terminal} is told {number} seats of {occurrence}, committed are {found}")
                continue
            query = "SELECT have FROM terminal WHERE id = ? AND incarnation = ?"
            found = self._world.hub.query(query, terminal, incarnation)
            if found and number > found[0][0]:
                raise Violation(2, f"{terminal} is told have {number}, committed is {found[0][0]}")

    def _no_false_alarm(self) -> None:
        """7, 9: nobody is taken for rewound who was not, and no epoch ends that need not."""
        world = self._world
        if not world.alarming:
            if world.feed.head[0] != self._epoch and self._epoch:
                raise Violation(7, f"epoch {self._epoch} ends, though the hub never went back")
            query = "SELECT id, incarnation FROM terminal WHERE incarnation > 1 OR forks > 0"
            for terminal, incarnation in world.hub.query(query):
                raise Violation(9, f"{terminal} goes on as {incarnation}, though its disk was never put back")
        self._epoch = world.feed.head[0]

    def switched(self, machine: Machine, raw: Any) -> None:
        """A replica was committed: 4, 5, 14 where it was switched."""
        world = self._world
        meta = dict(raw.execute("SELECT key, value FROM meta").fetchall())
        switches = int(meta.get("switches", "0"))
        before = self._switches.get(machine.name)
        if (before is not None and before[0] == switches) or "cursor" not in meta or world.hub.hub is None:
            return
        if machine.terminal is None:  # it is being enrolled
            return
        self.counted["switches"] += 1
        cursor = unseal(meta["cursor"], world.hub.hub.secret(CURSOR))
        if cursor is None:
            raise Violation(4, f"{machine.name} switched to a cursor that the hub never sealed")
        sums: dict[str, int] = {}
        for entity, row_id, scope, body in raw.execute("SELECT entity, id, scope, body FROM item").fetchall():
            sums[scope] = (sums.get(scope, 0) + row_hash(entity, row_id, scope, body)) & MASK
            if entity in SPACE_ENTITIES and json.loads(body).get("space", machine.space) != machine.space:
                raise Violation(14, f"{machine.name} in {machine.space} holds {entity} {row_id} of another space")
        mine = machine.scopes()
        foreign = set(sums) - mine
        if foreign:
            raise Violation(14, f"{machine.name} holds rows of {sorted(foreign)}")
        committed = world.feed.commits.get((cursor.pos, cursor.tag))
        if committed is None:
            words = f"position {cursor.pos}, tag {cursor.tag}, which no commit has; the head is {world.feed.head}"
            raise Violation(4, f"{machine.name} switched to {words}")
        wrong = [scope for scope in mine if sums.get(scope, 0) != committed.get(scope, 0)]
        for scope in wrong:
            if sums.get(scope, 0) != committed.get(scope, 0):
                raise Violation(4, f"{machine.name} at {cursor.pos}: {self._difference(raw, scope)}")
        if before is not None and before[1] == meta["epoch"] and before[2] > cursor.pos:
            raise Violation(5, f"{machine.name} goes back from {before[2]} to {cursor.pos} within epoch {before[1]}")
        self._switches[machine.name] = (switches, meta["epoch"], cursor.pos)

    def _difference(self, raw: Any, scope: str) -> str:
        """How a scope differs from what the hub has, in words, if it is still at that position."""
        query = "SELECT entity, id, body FROM item WHERE scope = ?"
        here = {(entity, row_id): body for entity, row_id, body in raw.execute(query, (scope,)).fetchall()}
        feed = self._world.feed
        there = {key[:2]: body for key, body in feed.rows.items() if key[2] == scope}
        words = [
            f"{key} is {here.get(key)} instead of {there.get(key)}"
            for key in sorted({*here, *there})
            if here.get(key) != there.get(key)
        ]
        return f"scope {scope} differs from the hub's (now at {feed.head[1]}): {'; '.join(words)[:1500]}"

    def proof(self, machine: Machine, incoming: Incoming) -> str:
        """Whether a request shows the hub a position that it lost; the epoch in which it does, or ""."""
        world = self._world
        if not world.lost or incoming.path != "/v1/pull" or machine.terminal is None:
            return ""
        place = machine.place(dict(parse_qsl(incoming.query)).get("cursor"))
        return world.feed.head[0] if place in world.lost else ""

    def shown(self, machine: Machine, epoch: str, answer: Answer) -> None:
        """7: at the first contact of a terminal that is ahead, the hub finds out that it was put back."""
        world = self._world
        if not epoch or answer.status != 200:
            return
        if world.feed.head[0] == epoch:
            raise Violation(7, f"{machine.name} shows a position that the hub lost, and epoch {epoch} goes on")
        world.lost = set()

    def ended(self, before: str, incoming: Incoming) -> None:
        """7: what a request proves once ends one epoch: in the new one the hub knows where it stands."""
        after = self._world.feed.head[0]
        if history.order(after) - history.order(before) > 1 and not self._beyond(before, after):
            raise Violation(7, f"{incoming.method} {incoming.path} ends more than one epoch: from {before} to {after}")

    def _beyond(self, before: str, after: str) -> bool:
        """Whether epochs were passed over because a terminal knows of them from before the hub went back."""
        query = "SELECT count(*) FROM audit WHERE what = 'epoch.rotate' AND subject LIKE ?"
        return bool(self._world.hub.query(query, f"{before} {after} %")[0][0])

    def forget_switches(self, machine: Machine) -> None:
        """The machine died or was set back: its replica may be an older one."""
        self._switches.pop(machine.name, None)

    # after each step

    def step(self) -> None:
        """What holds at all times."""
        world = self._world
        if world.hub.hub is not None:
            self._kept_promises()
            self._no_false_alarm()
            self._gapless()
            self._escrow()
            self._promises()
            self._sales()
            self._forgotten()
        for machine in world.machines:
            if machine.terminal is not None and machine.name in world.touched:
                self._own_bookings(machine)
                self._compared(machine)
        world.touched.clear()

    def _gapless(self) -> None:
        """2: what the hub says that it has, it has."""
        query = (
            "SELECT t.id, t.incarnation, t.have, count(f.seq), min(f.seq), max(f.seq) FROM terminal t LEFT JOIN fact f "
            "ON f.terminal = t.id AND f.incarnation = t.incarnation GROUP BY t.id"
        )
        for terminal, incarnation, have, count, first, last in self._world.hub.query(query):
            if count == 0 and have == 0:
                continue
            lost = self._lost(terminal, incarnation)
            if count + lost != have or (last or have) != have or (first or 1) != 1 + lost:
                raise Violation(2, f"{terminal}: have {have}, but it holds {count} facts from {first} to {last}")

    def _lost(self, terminal: str, incarnation: int) -> int:
        query = "SELECT coalesce(sum(last - first + 1), 0) FROM loss WHERE terminal = ? AND incarnation = ?"
        return int(self._world.hub.query(query, terminal, incarnation)[0][0])

    def _newly_attested(self) -> set[str]:
        """The terminals that have shown their counters, in this epoch, since this was last asked."""
        epoch, before = self._world.feed.head[0], self._attested
        query = "SELECT id FROM terminal WHERE attested"
        self._attested = {name: epoch for (name,) in self._world.hub.query(query)}
        return {name for name in self._attested if before.get(name) != epoch}

    def _held(self, terminal: str, occurrence: str) -> int:
        """What a terminal was granted in truth: it shows that to a hub that was put back to before it, which may have
        fewer seats by then. What it holds beyond is recalled, never denied.
        """
        machines = [one for one in self._world.machines if one.terminal is not None and one.terminal.id == terminal]
        counters = [one.terminal.journal.counters().get(occurrence) for one in machines if one.terminal is not None]
        return max((one.granted - one.returned for one in counters if one is not None), default=0)

    def _escrow(self) -> None:
        """8: seats given away never grow beyond the capacity; each account is sound."""
        query = (
            "SELECT o.id, o.capacity, o.sold_by_hub, a.terminal, a.granted, a.returned, a.spent, a.credited, "
            "t.space_id = o.space_id, t.attested FROM occurrence o LEFT JOIN seat_account a ON a.occurrence_id = o.id "
            "LEFT JOIN terminal t ON t.id = a.terminal WHERE o.capacity IS NOT NULL"
        )
        used: dict[str, int] = {}
        capacities: dict[str, int] = {}
        out: dict[tuple[str, str], int] = defaultdict(int)
        caps: dict[tuple[str, str], int] = {}
        for row in self._world.hub.query(query):
            occurrence, capacity, by_hub, terminal, granted, returned, spent, credited = row[:8]
            used.setdefault(occurrence, by_hub)
            capacities[occurrence] = capacity
            if terminal is None:
                continue
            used[occurrence] += granted - returned - credited
            out[occurrence, terminal] += granted - returned - credited
            caps[occurrence, terminal] = seats.cap(capacity, hosts=bool(row[8])) if row[9] else 10**6
            if not (returned >= 0 and 0 <= spent <= granted - returned and credited >= 0):
                words = f"granted {granted}, returned {returned}, spent {spent}, credited {credited}"
                raise Violation(8, f"account of {terminal} for {occurrence}: {words}")
        known, self._used, before, self._out = self._used, used, self._out, dict(out)
        told_anew = self._newly_attested()
        shown: dict[str, int] = defaultdict(int)
        if known is None:  # nothing to compare with
            return
        for key, count in out.items():
            if key[0] in self._world.truth.excused:
                continue
            if count < 0:
                raise Violation(8, f"{key[1]} gave back {-count} seats of {key[0]} that it never had")
            held = self._held(key[1], key[0]) if key[1] in told_anew else 0
            shown[key[0]] += max(0, min(count, held) - before.get(key, 0))
            if count > max(before.get(key, 0), caps[key], held):
                raise Violation(8, f"{key[1]} holds {count} seats of {key[0]}, may hold {caps[key]}")
        for occurrence, count in used.items():
            earlier, capacity = known.get(occurrence, 0), capacities[occurrence]
            if count > max(capacity, earlier + shown[occurrence]) and occurrence not in self._world.truth.excused:
                raise Violation(8, f"{occurrence}: {count} of {capacity} seats given away (before: {earlier})")

    def hub_went_back(self) -> None:
        """The hub's books are older than they were."""
        self._used = None
        self._told.clear()

    def _promises(self) -> None:
        """8: the people who were told that they have a seat fit in."""
        world = self._world
        seated: dict[str, int] = {}
        known = {}
        query = "SELECT id, occurrence_id, people, state, why FROM booking"
        for booking, occurrence, people, state, why in world.hub.query(query):
            known[booking] = (state, why)
            if state in TAKEN and booking not in world.truth.cancelled:
                seated[occurrence] = seated.get(occurrence, 0) + people
        for fact in world.truth.promised():
            if fact.id not in known:
                occurrence = fact.body["occurrence"]
                seated[occurrence] = seated.get(occurrence, 0) + fact.body.get("people", 1)
                continue
            state, why = known[fact.id]
            if state not in (*TAKEN, "cancelled") and why not in ("already", "cancelled"):
                raise Violation(8, f"final booking {fact.id} became {state} ({why})")
        for occurrence, capacity in world.hub.query("SELECT id, capacity FROM occurrence WHERE capacity IS NOT NULL"):
            limit = world.ceilings.get(occurrence, capacity)
            if seated.get(occurrence, 0) > max(limit, capacity) and occurrence not in world.truth.excused:
                raise Violation(8, f"{occurrence} is oversold: {seated[occurrence]} people, {capacity} seats")

    def _sales(self) -> None:
        """7, 8: what was sold on the hub's pages stays sold, also after a restore with the witness at hand."""
        if not self._world.sold:
            return
        query = f"SELECT id, state, why FROM booking WHERE id IN ({', '.join('?' * len(self._world.sold))})"  # noqa: S608
        found = {row[0]: row[1:] for row in self._world.hub.query(query, *self._world.sold)}
        for booking in self._world.sold:
            state, why = found.get(booking, ("gone", ""))
            if state not in TAKEN and booking not in self._world.truth.cancelled and why != "already":
                raise Violation(8, f"booking {booking}, sold on the hub's page, is {state} {why}")

    def _forgotten(self) -> None:
        """What was erased of a person is never seen again, also after a restore with the witness at hand."""
        if self._world.forgotten:
            for (fact_id,) in self._world.hub.query("SELECT id FROM fact WHERE personal IS NOT NULL"):
                if fact_id in self._world.forgotten:
                    raise Violation(7, f"the personal part of {fact_id}, which was erased, is there again")

    def _compared(self, machine: Machine) -> None:
        """2, 9: what a terminal believes that the hub has of it is its own chain."""
        world = self._world
        if world.hub.hub is None or world.went_back or machine.terminal is None:
            return
        journal = machine.terminal.journal
        position = journal.position()
        query = "SELECT hash FROM fact WHERE terminal = ? AND incarnation = ? AND seq = ?"
        found = world.hub.query(query, machine.terminal.id, position.incarnation, position.have)
        mine = journal.hash_at(position.have)
        if found and mine is not None and bytes(found[0][0]) != mine:
            raise Violation(9, f"{machine.name} believes have {position.have}, where the hub holds another fact")

    def _own_bookings(self, machine: Machine) -> None:
        """5: no own booking ever disappears from a screen."""
        assert machine.terminal is not None
        wanted = {
            fact.id
            for fact in self._world.truth.facts.values()
            if fact.kind == "booking" and fact.machine == machine.name and not fact.gone
        } - self._world.truth.expired
        if not wanted:
            return
        projection = machine.terminal.projection
        projection.touch()
        projection.refresh()
        shown = {booking.id for booking in projection.bookings()}
        if wanted - shown:
            raise Violation(5, f"{machine.name} no longer shows its booking {sorted(wanted - shown)[0]}")

    # at rest

    def rest(self) -> None:
        """What holds when everybody has synchronised to the end."""
        if self._world.overtaken and self._world.overtaken == self._world.feed.head[0]:
            raise Violation(7, f"a terminal was ahead of the hub, and epoch {self._world.overtaken} goes on")
        self._stored_once()
        self._in_order()
        self._dropins()
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
