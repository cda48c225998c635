"""What becomes of the hub: it dies, is backed up and put back, gives a terminal up, begins an epoch."""

from __future__ import annotations

import secrets
from random import Random
from typing import TYPE_CHECKING

from sync.clock import stamp
from sync.hub import backups, epochs, terminals
from sync.hub.store.feed import HubSession
from sync.hub.store.models import Backup
from tests.simulation import disk
from tests.simulation.actions import action, terminal_of
from tests.simulation.places import PLACES

if TYPE_CHECKING:
    from tests.simulation.world import World


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
    name = terminal_of(machine).id
    return world.hub.office(lambda session: f"orders {terminals.revoke(session, name, erase=True).id} to erase itself")


@action
def rotate(world: World, random: Random) -> str | None:
    """`hub epoch rotate`."""
    world.alarming = True

    def work(session: HubSession) -> str:
        assert world.hub.hub is not None
        return f"epoch {epochs.rotate(session, world.hub.hub, None, 'by hand', attested=True)} begins"

    return world.hub.office(work)
