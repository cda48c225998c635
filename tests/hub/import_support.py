"""What the tests of the importers share: a hub to import into, files to write, and looks at what came of them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.clock import local
from sync.hub.hub import Hub
from sync.hub.importing import ImportResult
from sync.hub.importing.entry import Entry, Item, Skipped
from sync.hub.store.models import Activity, FeedHead, Occurrence, Space
from sync.hub.store.schema import migrate
from sync.ids import derived
from tests.hub.web_support import at_noon

DATA = Path(__file__).parent / "data"
ICS, JSON = DATA / "cortile.ics", DATA / "bacheca.json"


@contextlib.contextmanager
def on_sqlite(folder: Path) -> Iterator[Hub]:
    """A hub with one space, for what does not depend on the database."""
    opened = Hub.open(f"sqlite:///{folder / 'small.db'}", folder / "small")
    migrate(opened.database)
    with opened.database.write() as session:
        session.add(Space(id="zoia", name="Via Fratelli Zoia", area=2))
    at_noon(opened)
    yield opened
    opened.close()


def activity(hub: Hub, uid: str, space: str = "zoia") -> Activity:
    """The activity that a file calls by that id."""
    with hub.database.read() as session:
        return session.get_one(Activity, derived(space, uid))


def occurrences(hub: Hub, uid: str) -> list[Occurrence]:
    """Its occurrences, by start."""
    with hub.database.read() as session:
        query = sa.select(Occurrence).where(Occurrence.activity_id == derived("zoia", uid))
        return list(session.scalars(query.order_by(Occurrence.start)))


def times(hub: Hub, uid: str) -> list[str]:
    """When they start, on the clocks of Milano."""
    return [f"{local(row.start):%Y-%m-%d %H:%M}" for row in occurrences(hub, uid)]


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    """Added, changed, unchanged, skipped."""
    return result.added, result.changed, result.unchanged, len(result.skipped)


def state(hub: Hub) -> tuple[int, int]:
    """Where the feed ends, and how many activities there are."""
    with hub.database.read() as session:
        activities = session.scalar(sa.select(sa.func.count()).select_from(Activity)) or 0
        return session.get_one(FeedHead, 1).pos, activities


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """A file."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def listed(folder: Path, *entries: dict[str, Any]) -> Path:
    """A JSON file of entries."""
    return written(folder, "lista.json", json.dumps(entries))


def calendar(*events: str, end: str = "END:VCALENDAR\r\n") -> str:
    """An iCalendar text of events."""
    blocks = "".join(f"BEGIN:VEVENT\r\n{event.strip()}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{blocks}{end}"


def taken(items: Iterable[Item]) -> list[Entry]:
    """What can be taken in."""
    return [item for item in items if isinstance(item, Entry)]


def left_out(items: Iterable[Item]) -> list[Skipped]:
    """What is skipped."""
    return [item for item in items if isinstance(item, Skipped)]


def only(items: Iterable[Item]) -> Entry:
    """The one entry that there is."""
    (item,) = items
    assert isinstance(item, Entry), item
    return item
