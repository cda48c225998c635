"""What tests of the syncer share."""

from __future__ import annotations

import secrets

from sync.hub.store.models import Notice
from sync.terminal.store import reading
from tests.hub.programme import add_occurrence
from tests.support.pair import Machine, Pair
from tests.support.served import NOW

TODAY = NOW.date()


def shown(machine: Machine) -> list[str]:
    """The ids of the drop-ins on screen."""
    machine.terminal.projection.touch()
    machine.terminal.projection.refresh()
    return sorted(one.id for one in machine.terminal.projection.dropins(TODAY))


def bookable(pair: Pair, capacity: int = 10) -> str:
    """An occurrence with seats."""
    with pair.hub.hub.database.write() as session:
        return add_occurrence(session, pair.hub.hub, capacity=capacity)


def fill(pair: Pair, count: int, first: int = 0) -> None:
    """Notices, so that a snapshot has something to break in."""
    with pair.hub.hub.database.write() as session:
        for number in range(first, first + count):
            session.add(
                Notice(
                    id=f"n{number:03}", space_id="zoia", title={"it": f"Avviso {number}"},
                    text={"it": secrets.token_hex(200)}, at="2026-11-24T14:20:00Z", urgent=False,
                )
            )  # fmt: skip


def held(machine: Machine) -> set[tuple[str, str, str]]:
    """The keys of the rows that a screen could read."""
    with reading(machine.replica.engine) as connection:
        return {tuple(row) for row in connection.exec_driver_sql("SELECT entity, id, scope FROM item")}  # type: ignore[misc]
