"""What stories have done at the hub, by name. The same names work in every version, so that a story which an old
version played can be played again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from sync.clock import local, stamp
from sync.hub import terminals
from sync.hub.hub import Hub
from sync.hub.store.models import Activity, Notice, Occurrence
from sync.ids import occurrence_id
from tests.support.served import HandClock, ServedHub

SMALL_PAGE = 25
"""Items on a page while a story plays: several pages, without a thousand rows in a fixture."""
LIMIT = "MAX_PAGE_ITEMS"
OCCURRENCES = {"cucito": 10, "yoga": 3, "mercatino": None}
"""Activities of the programme, with the seats of each."""


class HubSide:
    """The hub of a story and its clock."""

    def __init__(self, hub: ServedHub, clock: HandClock, place: Path) -> None:
        self.hub, self.clock, self._place = hub, clock, place

    def act(self, do: str, args: dict[str, Any]) -> None:
        """Does what a story says."""
        getattr(self, f"do_{do}")(**args)

    def do_programme(self) -> None:
        """Three activities of Via Fratelli Zoia with an occurrence each, and notices enough for several pages."""
        with self.hub.hub.database.write() as session:
            for activity, capacity in OCCURRENCES.items():
                session.add(_activity(self.hub.hub, activity, capacity))
            session.flush()
            for activity, capacity in OCCURRENCES.items():
                session.add(_occurrence(self.hub.hub, activity, capacity))
            session.flush()
            session.add_all(_notice(number) for number in range(3 * SMALL_PAGE))

    def do_notice(self, number: int) -> None:
        """One more notice."""
        with self.hub.hub.database.write() as session:
            session.add(_notice(number))

    def do_withdraw(self, number: int) -> None:
        """A notice is taken back."""
        with self.hub.hub.database.write() as session:
            session.delete(session.get_one(Notice, f"n{number}"))

    def do_approve(self) -> None:
        """Lets in the one terminal that waits."""
        with self.hub.hub.database.read() as session:
            (waiting,) = terminals.pending(session, self.hub.hub.clock.now())
        self.hub.approve(waiting.code)

    def do_revoke(self, terminal: str) -> None:
        """The office revokes a terminal."""
        with self.hub.hub.database.write() as session:
            terminals.revoke(session, terminal)

    def do_move(self, seconds: float) -> None:
        """Time goes on."""
        self.clock.move(seconds=seconds)

    def do_backup(self) -> None:
        """A copy of the database is put aside."""
        self.hub.backup(self._place / "copy.db")

    def do_restore(self) -> None:
        """The copy is put back, by somebody who knows nothing of epochs."""
        self.hub.restore(self._place / "copy.db")


def small_pages(set_: Callable[[object, str, object], None] = setattr) -> None:
    """Makes pages of pulls small; a terminal cannot tell why a page ends.

    Args:
        set_: how; a test's may put things back.
    """
    pages = [
        module
        for name, module in sorted(sys.modules.items())
        if name.startswith("sync.hub.") and vars(module).get(LIMIT)
    ]
    assert pages, f"no module of the hub knows {LIMIT} any more: find the new place of the pages' size"
    for module in pages:
        set_(module, LIMIT, SMALL_PAGE)


def _start(hub: Hub) -> Any:
    return hub.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=5)


def _activity(hub: Hub, name: str, capacity: int | None) -> Activity:
    start = _start(hub)
    return Activity(
        id=name, space_id="zoia", title={"it": name.title()}, signup=capacity is not None, capacity=capacity,
        start=f"{local(start):%Y-%m-%dT%H:%M}", end=f"{local(start + timedelta(hours=2)):%Y-%m-%dT%H:%M}",
    )  # fmt: skip


def occurrence(hub: Hub, activity: str) -> str:
    """The id of an activity's occurrence."""
    return occurrence_id(activity, stamp(_start(hub)))


def _occurrence(hub: Hub, activity: str, capacity: int | None) -> Occurrence:
    start = _start(hub)
    return Occurrence(
        id=occurrence(hub, activity), activity_id=activity, space_id="zoia", original=stamp(start), start=stamp(start),
        end=stamp(start + timedelta(hours=2)), capacity=capacity, status="scheduled", sold=0, sold_by_hub=0,
    )  # fmt: skip


def _notice(number: int) -> Notice:
    texts = {"title": {"it": f"Avviso {number}"}, "text": {"it": "La portineria apre alle nove."}}
    return Notice(id=f"n{number}", space_id="zoia", at="2026-11-24T14:20:00Z", urgent=False, **texts)
