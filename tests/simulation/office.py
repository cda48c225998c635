"""What people do at the hub: in the office, on its pages, by its commands."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import sqlalchemy as sa

from sync.errors import UsageError
from sync.hub import erasure, granting, holds, ledger, seating
from sync.hub.api import gate
from sync.hub.store.feed import HubSession
from sync.hub.store.models import Activity, Booking, Occurrence, StoredFact
from tests.simulation import disk
from tests.simulation.actions import action

if TYPE_CHECKING:
    from tests.simulation.world import World


def _occurrence(world: World, session: HubSession, random: Random) -> Occurrence:
    return seating.lock(session, world.occurrence(random))


@action
def edit(world: World, random: Random) -> str | None:
    def work(session: HubSession) -> str:
        found = session.scalars(sa.select(Activity).order_by(Activity.id)).all()
        chosen = random.choice(found)
        chosen.title = {"it": f"{chosen.id} {random.randrange(1000)}"}
        if random.random() < 0.1:
            chosen.active = not chosen.active
        return f"{chosen.id} is now {chosen.title['it']}, active {chosen.active}"

    return world.hub.office(work)


@action
def capacity(world: World, random: Random) -> str | None:
    """The office gives an occurrence more or fewer seats. Fewer: who was promised a seat keeps it."""

    def work(session: HubSession) -> str:
        found = _occurrence(world, session, random)
        if found.capacity is None:
            return "nothing"
        before, found.capacity = found.capacity, random.randint(1, 25)
        if found.capacity < before:
            world.ceilings[found.id] = max(world.ceilings.get(found.id, 0), before)
        found.pinned = True
        assert world.hub.hub is not None
        granting.adjust(session, world.hub.hub, found)
        return f"{found.id} has {found.capacity} seats instead of {before}"

    return world.hub.office(work)


@action
def call_off(world: World, random: Random) -> str | None:
    def work(session: HubSession) -> str:
        found = _occurrence(world, session, random)
        found.status = "cancelled" if found.status == "scheduled" else "scheduled"
        found.pinned = True
        assert world.hub.hub is not None
        granting.adjust(session, world.hub.hub, found)
        return f"{found.id} is {found.status}"

    return world.hub.office(work)


@action
def sell(world: World, random: Random) -> str | None:
    """Somebody signs up on the hub's own page, without a ticket."""
    return world.book(random, None)


@action
def phone(world: World, random: Random) -> str | None:
    """Somebody uses a ticket that a terminal's screen showed."""
    if not world.tickets:
        return None
    chosen = random.choice(world.tickets[-5:])
    if chosen.expires < world.time.now().timestamp():
        return None
    return world.book(random, chosen)


@action
def hub_cancel(world: World, random: Random) -> str | None:
    def work(session: HubSession) -> str:
        found = session.scalars(sa.select(Booking).order_by(Booking.id)).all()
        if not found:
            return "no booking to cancel"
        chosen = random.choice(found)
        seating.cancel(session, chosen)
        world.truth.cancelled.add(chosen.id)
        return f"cancels {chosen.id}"

    return world.hub.office(work)


@action
def chores(world: World, random: Random) -> str | None:
    if world.hub.hub is None:
        return None
    try:
        gate.forget_nonces(world.hub.hub)
        asked = granting.gather(world.hub.hub)
    except disk.Crash as crash:
        world.died(crash)
        return "forgets nonces and dies"

    def work(session: HubSession) -> str:
        assert world.hub.hub is not None
        return f"{holds.expire(session, world.hub.hub)} holds are over, {asked} seats asked back"

    return world.hub.office(work)


@action
def replay(world: World, random: Random) -> str | None:
    """The office tries quarantined and parked facts again."""

    def work(session: HubSession) -> str:
        assert world.hub.hub is not None
        waits = StoredFact.state.in_(("quarantined", "parked"))
        query = sa.select(StoredFact).where(waits, StoredFact.raw.is_not(None))
        found = session.scalars(query.order_by(StoredFact.terminal, StoredFact.incarnation, StoredFact.seq)).all()
        if not found:
            return "nothing to replay"
        chosen = random.choice(found)
        world.unsure.add(_amended(chosen))
        done = ledger.replay(session, world.hub.hub, chosen.terminal, chosen.incarnation, chosen.seq)
        return f"replays {chosen.terminal} {chosen.seq}: {done.state} {done.why}"

    return world.hub.office(work)


def _amended(row: StoredFact) -> str:
    import json

    try:
        return str(json.loads(row.raw or b"")["body"].get("dropin", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""


@action
def write_off(world: World, random: Random) -> str | None:
    def work(session: HubSession) -> str:
        occurrence = world.occurrence(random)
        terminals = world.hub.query("SELECT id FROM terminal ORDER BY id")
        chosen = random.choice(terminals)[0]
        world.truth.excused.add(occurrence)
        try:
            return f"writes off {granting.write_off(session, occurrence, chosen)} seats of {chosen} for {occurrence}"
        except UsageError as error:
            return str(error)

    return world.hub.office(work)


@action
def forget(world: World, random: Random) -> str | None:
    """What a fact says of a person is erased, as retention and `hub member erase` do."""

    def work(session: HubSession) -> str:
        assert world.hub.hub is not None
        query = sa.select(StoredFact.id, StoredFact.terminal).where(StoredFact.personal.is_not(None))
        found = session.execute(query.order_by(StoredFact.id)).all()
        if not found:
            return "nobody to forget"
        fact_id, terminal = random.choice(found)
        erasure.forget_facts(session, world.hub.hub, [(fact_id, terminal)])
        chosen.append(fact_id)
        return f"forgets who stated {fact_id}"

    chosen: list[str] = []
    said = world.hub.office(work)
    if said.startswith("forgets"):
        world.forgotten.update(chosen)
        world.truth.forgotten.update(chosen)
    return said
