"""The properties of the design (sync.md, "What must be proven") as checks.

Some are made when something happens (a commit, an answer, a switch), some after each step, some at rest, when the
network is healed and everybody has synchronised to the end. Property 6 has a test of its own on PostgreSQL; here it
shows as 4 and 5: each terminal's rows are those of a commit. Property 12 has recorded exchanges. What desks said and
took back (`deskrest`) is numbered 15.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from sync import seats
from sync.hub.api.endpoints import Answer, Incoming
from sync.hub.cursor import unseal
from sync.hub.hub import CURSOR
from sync.hub.store import history
from tests.simulation.atrest import AtRest
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
        AtRest(self._world).check()
