"""What can happen in a step: what people do at terminals and at the hub, what machines do, what goes wrong.

Each action takes the world and the step's randomness, does it, and returns a line for the history, or None where there
was nothing to do it with.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import sqlalchemy as sa

from sync import card
from sync.chain import Encoded
from sync.clock import stamp
from sync.errors import SyncError, UsageError
from sync.facts import parse
from sync.hub import backups, epochs, erasure, granting, holds, ledger, seating, terminals
from sync.hub.api import gate
from sync.hub.store.feed import HubSession
from sync.hub.store.models import Activity, Backup, Booking, Occurrence, StoredFact
from sync.terminal.signing_up import SignUpError
from tests.simulation import disk
from tests.simulation.machine import Machine, hello, pull, push
from tests.simulation.places import PLACES
from tests.simulation.rubbish import rubbish

if TYPE_CHECKING:
    from tests.simulation.world import World

Action = Callable[["World", Random], "str | None"]
ACTIONS: dict[str, Action] = {}
CARDS = ("482910573648", "590182736455", "617283940521", "738291046583")
NAMES = ("Ada Rossi", "Bruno Bianchi", "Carla Verdi", "Dino Neri")


def action(call: Action) -> Action:
    """Registers an action under its function's name."""
    ACTIONS[call.__name__.rstrip("_")] = call
    return call


def _stated(world: World, work: Callable[[Machine], str]) -> str | None:
    """Somebody does something at a terminal."""
    machine = world.somebody()
    if machine is None:
        return None
    try:
        return f"{machine.name}: {work(machine)}"
    except (SyncError, SignUpError) as error:
        return f"{machine.name}: no: {error}"


def _known(world: World, machine: Machine, kind: str) -> list[str]:
    """Facts of a kind that were stated at a machine."""
    return [fact.id for fact in world.truth.facts.values() if fact.kind == kind and fact.machine == machine.name]


def _terminal(machine: Machine):  # type: ignore[no-untyped-def]
    assert machine.terminal is not None
    return machine.terminal


# at the desk and at the screen


@action
def dropin(world: World, random: Random) -> str | None:
    return _stated(world, lambda at: f"drop-in {_terminal(at).log_dropin(['chiavi'], people=random.randint(1, 3))}")


@action
def amend(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        known = _known(world, at, "dropin") or [secrets.token_hex(16)]
        chosen, people = random.choice(known[-6:]), random.randint(1, 9)
        _terminal(at).amend_dropin(chosen, {"people": people})
        return f"amends drop-in {chosen}: {people} people"

    return _stated(world, work)


@action
def void(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        known = _known(world, at, "dropin") or [secrets.token_hex(16)]
        chosen = random.choice(known[-6:])
        _terminal(at).void_dropin(chosen)
        return f"voids drop-in {chosen}"

    return _stated(world, work)


def _sign_up(world: World, random: Random, **who: object) -> str | None:
    def work(at: Machine) -> str:
        occurrence = world.occurrence(random)
        done = _terminal(at).sign_up(occurrence, people=random.choice((1, 1, 1, 2, 4)), **who)
        return f"booking {done.booking} for {occurrence}: {done.state}"

    return _stated(world, work)


@action
def card_booking(world: World, random: Random) -> str | None:
    return _sign_up(world, random, card=random.choice(CARDS))


@action
def name_booking(world: World, random: Random) -> str | None:
    return _sign_up(world, random, name=random.choice(NAMES), contact="340 1234567")


@action
def wait(world: World, random: Random) -> str | None:
    return _sign_up(world, random, name=random.choice(NAMES), waiting=True)


@action
def hold(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        values = {"occurrence": world.occurrence(random), "nonce": secrets.token_hex(8)}
        _, seq = _terminal(at).hold(parse("hold", values))
        return f"hold {values['nonce']} for {values['occurrence']} at {seq}"

    return _stated(world, work)


@action
def ticket(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        terminal, occurrence = _terminal(at), world.occurrence(random)
        people = random.choice((1, 1, 2))
        offer = terminal.offer_ticket(occurrence, people=people)
        now = int(world.time.now().timestamp())
        world.tickets.append(
            card.Ticket(
                terminal=terminal.id, incarnation=terminal.journal.position().incarnation, occurrence=occurrence,
                nonce=offer.nonce, people=people, issued=now, expires=now + 900, held=offer.held,
            )
        )  # fmt: skip
        return f"ticket {offer.nonce} for {occurrence}, {'a seat is kept' if offer.held else 'no seat kept'}"

    return _stated(world, work)


@action
def cancel(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        shown = [one.id for one in _terminal(at).projection.bookings() if one.state != "cancelled"]
        chosen = random.choice(shown or [secrets.token_hex(16)])
        _terminal(at).cancel_booking(chosen)
        return f"cancels {chosen}"

    return _stated(world, work)


@action
def check_in(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        shown = [one.id for one in _terminal(at).projection.bookings()]
        if shown and random.random() < 0.7:
            return f"check-in {_terminal(at).check_in(booking=random.choice(shown))}"
        given = {"card": random.choice(CARDS), "occurrence": world.occurrence(random)}
        return f"check-in {_terminal(at).check_in(**given)} by card"

    return _stated(world, work)


@action
def undo(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        chosen = random.choice(_known(world, at, "checkin") or [secrets.token_hex(16)])
        _terminal(at).record(parse("checkin_undo", {"checkin": chosen}))
        return f"undoes check-in {chosen}"

    return _stated(world, work)


@action
def told(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        chosen = random.choice(_known(world, at, "booking") or [secrets.token_hex(16)])
        _terminal(at).record(parse("told", {"booking": chosen}))
        return f"told about {chosen}"

    return _stated(world, work)


@action
def notice(world: World, random: Random) -> str | None:
    body = parse("notice", {"title": "Ascensore", "text": f"Fermo {random.random()}"})
    return _stated(world, lambda at: f"notice {_terminal(at).record(body)[0]}")


@action
def occurrence_off(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        occurrence, terminal = world.occurrence(random), _terminal(at)
        seen = terminal.projection.occurrence(occurrence)
        off = seen is not None and seen.cancelled
        terminal.say("occurrence_restore" if off else "occurrence_cancel", {"occurrence": occurrence})
        return f"{'takes back that it called off' if off else 'calls off'} {occurrence}"

    return _stated(world, work)


@action
def rubbish_(world: World, random: Random) -> str | None:
    """An older or a newer program, or a broken one, left something in the journal."""

    def work(at: Machine) -> str:
        fact_id = secrets.token_hex(16)
        raw = rubbish(random, fact_id)
        with _terminal(at).journal.append() as journal:
            seq = journal.add(Encoded(fact_id, "rubbish", raw))
        return f"rubbish at {seq}: {raw[:60]!r}"

    return _stated(world, work)


# the line


def _turn(world: World, *works: Callable[[Machine], None]) -> str | None:
    machine = world.somebody(idle=True)
    if machine is None:
        return None
    with world.busy(machine):
        return f"{machine.name}: {machine.turn(*works)}"


@action
def sync(world: World, random: Random) -> str | None:
    return _turn(world, push, pull)


@action
def push_(world: World, random: Random) -> str | None:
    return _turn(world, push)


@action
def pull_(world: World, random: Random) -> str | None:
    return _turn(world, pull)


@action
def hello_(world: World, random: Random) -> str | None:
    return _turn(world, hello)


@action
def cut(world: World, random: Random) -> str | None:
    machine = world.somebody()
    if machine is None:
        return None
    minutes = random.choice((5, 120, 3 * 24 * 60))
    world.network.apart[machine.name] = world.time.ms + minutes * 60_000
    return f"{machine.name} is cut off for {minutes} minutes"


# at the hub


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
def hub_crash(world: World, random: Random) -> str | None:
    if world.hub.hub is None or world.depth:
        return None
    world.hub.die()
    world.hub.boot()
    return "hub dies and starts again"


@action
def hub_down(world: World, random: Random) -> str | None:
    if world.hub.hub is None or world.depth:
        return None
    world.hub.die()
    minutes = random.choice((1, 30, 600))
    world.hub.away_until = world.time.ms + minutes * 60_000
    return f"hub is away for {minutes} minutes"


@action
def backup(world: World, random: Random) -> str | None:
    """A copy of the hub's disk, registered as a backup: facts that it holds may leave the journals."""
    if world.hub.hub is None:
        return None
    found = world.hub.copy()
    haves = {name: [incarnation, have] for name, incarnation, have in world.hub.query(
        "SELECT id, incarnation, have FROM terminal ORDER BY id")}  # fmt: skip

    def work(session: HubSession) -> str:
        at = stamp(world.hub.clock.now())
        session.add(
            Backup(at=at, kind="mark", epoch=found.head[0], pos=found.head[1], facts=0, haves=haves, gone=False)
        )
        return f"backup at position {found.head[1]}: {haves}"

    said = world.hub.office(work)
    if said.startswith("backup"):
        world.hub.copies.append(found)
    return said


@action
def restore(world: World, random: Random) -> str | None:
    if world.hub.hub is None or world.depth or not world.hub.copies:
        return None
    found = random.choice(world.hub.copies[-2:]) if random.random() < 0.8 else random.choice(world.hub.copies)
    return world.restore(found, random.choice(("kept", "kept", "lost", "old")))


@action
def hub_backup(world: World, random: Random) -> str | None:
    """`hub backup`, while the hub serves."""
    if world.hub.hub is None:
        return None
    path = world.hub.folder / f"backup-{len(world.hub.copies)}-{secrets.token_hex(2)}.db"
    found = world.hub.copy(path)
    try:
        made = backups.backup(world.hub.hub, path, 1)
    except disk.Crash as crash:  # it may be registered, and the file is there; or neither counts
        world.died(crash)
        world.beyond_backups = True
        return "hub dies over a backup"
    world.hub.copies.append(found)
    return f"backup by the command at {made.pos}: {made.haves}"


@action
def hub_restore(world: World, random: Random) -> str | None:
    """`hub restore`."""
    written = [one for one in world.hub.copies if one.file is not None]
    if world.hub.hub is None or world.depth or not written:
        return None
    return world.announced(random.choice(written), random.choice(("kept", "kept", "lost")))


@action
def give_up(world: World, random: Random) -> str | None:
    """`hub revoke TERMINAL --erase`."""
    machine = world.somebody(idle=True)
    clones = [one for one in world.machines if one.name not in PLACES]
    if machine is None or machine.condemned or clones or machine.name not in PLACES or len(world.machines) < 2:
        return None
    machine.condemned = True
    name = _terminal(machine).id
    return world.hub.office(lambda session: f"orders {terminals.revoke(session, name, erase=True).id} to erase itself")


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


@action
def rotate(world: World, random: Random) -> str | None:
    """`hub epoch rotate`."""
    world.alarming = True

    def work(session: HubSession) -> str:
        assert world.hub.hub is not None
        return f"epoch {epochs.rotate(session, world.hub.hub, None, 'by hand', attested=True)} begins"

    return world.hub.office(work)


# machines


@action
def move(world: World, random: Random) -> str | None:
    """A technician carries a terminal to the other space and enrols it there."""
    machine = world.somebody(idle=True)
    if machine is None or machine.name not in PLACES:
        return None
    there = "omero" if _terminal(machine).space == "zoia" else "zoia"
    world.unsure |= set(_known(world, machine, "dropin"))  # what it says of them from now on is said elsewhere
    return f"{machine.name}: moves to {there}, {machine.enrol(there)}"


@action
def enrol(world: World, random: Random) -> str | None:
    """A new terminal comes."""
    fresh = [machine for machine in world.machines if not world.alive(machine) and not machine.retired]
    if not fresh:
        return None
    return f"{fresh[0].name}: {fresh[0].enrol(PLACES[fresh[0].name])}"


@action
def restart(world: World, random: Random) -> str | None:
    machine = world.somebody()
    if machine is None:
        return None
    power = random.random() < 0.6
    world.checks.forget_switches(machine)
    machine.die(power=power)
    machine.boot()
    return f"{machine.name}: {'power cut' if power else 'killed'}, starts again"


@action
def jump(world: World, random: Random) -> str | None:
    machine = world.somebody()
    if machine is None:
        return None
    days = random.choice((-3653, -30, -1, 0, 1, 30, 3653))
    machine.clock.ahead = timedelta(days=days, seconds=random.randint(-600, 600))
    return f"{machine.name}: its clock is {days} days ahead"


@action
def leap(world: World, random: Random) -> str | None:
    """The hub's clock is set."""
    world.hub.clock.ahead = timedelta(seconds=random.choice((-900, -200, 0, 200, 900)))
    return f"hub: its clock is {world.hub.clock.ahead} ahead"


@action
def age(world: World, random: Random) -> str | None:
    days = random.choice((1, 10, 40, 100))
    world.time.move(timedelta(days=days))
    return f"{days} days pass"


@action
def keep_disk(world: World, random: Random) -> str | None:
    """Somebody makes a copy of a terminal's disk."""
    machine = world.somebody()
    if machine is None:
        return None
    machine.kept = {path.name: disk.image(path) for path in machine.files}
    return f"{machine.name}: its disk is copied"


@action
def rewind(world: World, random: Random) -> str | None:
    """That copy is put back."""
    machine = world.somebody()
    if machine is None or machine.kept is None:
        return None
    world.set_back(machine, replica=random.random() < 0.7)
    return f"{machine.name}: its disk is put back to an earlier copy"


@action
def clone(world: World, random: Random) -> str | None:
    machine = world.somebody()
    if machine is None or len(world.machines) > 5 or machine.retired or machine.condemned:
        return None
    return f"{machine.name}: its disk runs a second time as {world.clone(machine)}"


@action
def prune(world: World, random: Random) -> str | None:
    """The engine lets go of what is durable and old."""
    machine = world.somebody()
    if machine is None:
        return None
    trusted = random.random() < 0.8
    told = world.hub.clock.now()
    return f"{machine.name}: lets go of {_terminal(machine).journal.prune(told, trusted)} facts, trusted {trusted}"
