"""Folders of a hub and its terminals, made once a process and copied for each run."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sync.clock import stamp
from sync.hub import members
from sync.hub.hub import CURSOR, Hub
from sync.hub.store.database import Database
from sync.hub.store.models import Activity, Occurrence, Space
from sync.hub.store.schema import migrate
from sync.ids import occurrence_id
from sync.vault import Vault
from tests.simulation.clocks import START, MachineClock, Time
from tests.simulation.entropy import Entropy
from tests.simulation.feedlog import Sums
from tests.simulation.places import PLACES
from tests.simulation.vaults import Drawer

SPACES = ("zoia", "omero")
PROGRAMME = (
    ("cucito", "zoia", 12, 3), ("coro", "zoia", 4, 6), ("yoga", "omero", 20, 2), ("scacchi", "omero", 3, 12),
    ("lettura", "zoia", None, 4),
)  # fmt: skip
"""(activity, space, capacity, days from the start)."""


@dataclass(frozen=True)
class Template:
    """What each run begins with. `drawers`: the keyrings, by machine; `commits`: of
    the hub (`FeedLog`)."""

    place: Path
    drawers: dict[str, Drawer]
    commits: dict[tuple[int, str], Sums] = field(default_factory=dict)

    @classmethod
    def made(cls, place: Path) -> Template:
        """Makes it."""
        from tests.simulation.world import World

        drawers = {name: Drawer() for name in ("hub", *PLACES)}
        (place / "hub").mkdir(parents=True)
        with Entropy("template").installed():
            _hub(place / "hub", drawers["hub"])
        made = cls(place, drawers)
        World.enrolled(made, place)
        return made

    def copy(self, place: Path, name: str) -> Path:
        """A machine's folder for a run."""
        shutil.rmtree(place / name, ignore_errors=True)
        if (self.place / name).exists():
            shutil.copytree(self.place / name, place / name)
        else:
            (place / name).mkdir(parents=True)
        return place / name


def _hub(folder: Path, drawer: Drawer) -> None:
    hub = Hub(folder, Database(f"sqlite:///{folder / 'hub.db'}"), Vault(drawer, "hub"), MachineClock(Time(), "hub"))
    migrate(hub.database)
    with hub.database.write() as session:
        for space in SPACES:
            reasons = [{"code": "chiavi", "label": {"it": "Chiavi"}}]
            session.add(Space(id=space, name=space.title(), area=1, reasons=reasons))
        session.flush()
        for activity, space, capacity, days in PROGRAMME:
            start = START + timedelta(days=days)
            end = start + timedelta(hours=2)
            session.add(
                Activity(
                    id=activity, space_id=space, title={"it": activity.title()}, start=stamp(start)[:16],
                    end=stamp(end)[:16], signup=capacity is not None, capacity=capacity,
                )
            )  # fmt: skip
            session.flush()
            session.add(
                Occurrence(
                    id=occurrence_id(activity, stamp(start)), activity_id=activity, space_id=space,
                    original=stamp(start), start=stamp(start), end=stamp(end), capacity=capacity, status="scheduled",
                    sold=0, sold_by_hub=0,
                )
            )  # fmt: skip
    members.ensure_keys(hub)
    hub.secret(CURSOR)
    hub.close()
