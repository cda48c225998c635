"""What the benchmarks work on: a hub with the large programme, and terminals of its space before and after a first
synchronisation. Made once a run through the real commands; each measurement gets copies.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.clock import ROME, SystemClock
from sync.hub.hub import Hub
from sync.hub.store.models import Feed, FeedHead
from sync.rows import PUBLIC, space_scope, terminal_scope
from sync.terminal.folder import open_folder
from sync.terminal.terminal import Terminal
from tests.bench import facts, programme
from tests.bench.measure import Tell
from tests.support.platform import HubSite, TerminalSite
from tests.support.processes import Process

NOW = datetime(2026, 11, 24, 15, 20, tzinfo=ROME)
SPACE = "zoia"
CHILD_SECONDS = 600


@dataclass
class World:
    """The folders.

    Attributes:
        place: everything is in here; whoever made the world removes it.
        hub: initialised, not serving.
        enrolled: a terminal before its first synchronisation.
        synced: the same after it.
        other: another terminal of its space after it.
        badge: what a scanner reads from the portiere's badge.
        rows: how many of each kind the hub has.
    """

    place: Path
    hub: HubSite
    enrolled: Path
    synced: Path
    other: Path
    terminal: str
    badge: str
    rows: dict[str, int]
    _began: float = field(default_factory=time.monotonic)
    _copies: int = 0
    _changes: int = 0

    def copy(self, folder: Path) -> Path:
        """A copy of a folder, for one measurement."""
        self._copies += 1
        return Path(shutil.copytree(folder, self.place / f"copy-{self._copies}"))

    def env(self) -> dict[str, str]:
        """Variables for what is started now: the world's clock, the file vault, a window that nobody sees."""
        passed = timedelta(seconds=time.monotonic() - self._began)
        return {
            "QC_NOW": (NOW + passed).isoformat(timespec="seconds"), "KIOSK_VAULT": "file",
            "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software",
        }  # fmt: skip

    @contextlib.contextmanager
    def serving(self, folder: Path | None = None) -> Iterator[Process]:
        """`hub serve` on the world's hub, or on a copy of its folder, at the address that the terminals know."""
        site = self.hub if folder is None else HubSite(folder, port=self.hub.port)
        site.env = self.env()
        with site.serving() as process:
            yield process

    def backlog(self, count: int, today: int) -> tuple[Path, int]:
        """A synchronised terminal that has not reached the hub for long: its folder, and its facts' bytes."""
        folder = self.copy(self.synced)
        return folder, facts.state(folder, count, today, NOW)

    def feed(self) -> list[tuple[str, str, str, str]]:
        """The rows of a first synchronisation as the hub holds them: (entity, id, scope, body)."""
        hub = Hub.open(folder=self.hub.folder)
        mine = (PUBLIC, space_scope(SPACE), terminal_scope(self.terminal))
        query = sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body).where(Feed.scope.in_(mine)).order_by(Feed.pos)
        with hub.database.read() as session:
            found = [(entity, row, scope, body) for entity, row, scope, body in session.execute(query) if body]
        hub.close()
        return found

    def change(self, count: int) -> list[tuple[str, str, str, str]]:
        """Gives so many activities another text, at the hub; returns their rows as `feed` does."""
        self._changes += 1
        hub = Hub.open(folder=self.hub.folder)
        with hub.database.read() as session:
            before = session.get_one(FeedHead, 1).pos
        programme.change(hub, count, self._changes)
        query = sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body).where(Feed.pos > before).order_by(Feed.pos)
        with hub.database.read() as session:
            found = [(entity, row, scope, body) for entity, row, scope, body in session.execute(query) if body]
        hub.close()
        return found


def open_terminal(path: Path) -> Terminal:
    """A terminal in this process, on the world's clock; whoever opens it closes it."""
    return Terminal(replace(open_folder(path, "file"), clock=SystemClock(NOW.astimezone(UTC) - datetime.now(UTC))))


def build(place: Path, activities: int, weeks: int, tell: Tell) -> World:
    """Makes the world: so many activities, each with an occurrence in so many weeks."""
    env = {"QC_NOW": NOW.replace(tzinfo=None).isoformat(timespec="seconds")}
    site = HubSite(place / "hub", env=env)
    site.folder.mkdir(parents=True)
    site.init()
    hub = Hub.open(folder=site.folder)
    rows = programme.fill(hub, activities, weeks, NOW, tell)
    hub.close()
    portiere = site.run("staff", "add", "--role", "portiere", "--name", "Portiere di prova", "--space", SPACE).value
    terminal = TerminalSite(place / "enrolled", env=env)
    with site.serving():
        name = terminal.enrol(site, SPACE)
        synced = TerminalSite(Path(shutil.copytree(terminal.folder, place / "synced")), env=env)
        synced.sync()
        other = TerminalSite(place / "other", env=env)
        other.enrol(site, SPACE)
        other.sync()
    return World(place, site, terminal.folder, synced.folder, other.folder, name, portiere["badge"], rows)


def child(module: str, *arguments: object, env: Mapping[str, str] | None = None, seconds: float = CHILD_SECONDS) -> Any:
    """Runs ``python -m module arguments`` to its end, for so many seconds at most; the JSON object of its last line.

    Raises:
        RuntimeError: it failed; with what it said.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)], capture_output=True, text=True, check=False,
        timeout=seconds, env=_environment(env),
    )  # fmt: skip
    if done.returncode != 0 or not done.stdout:
        raise RuntimeError(f"{module} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def _environment(env: Mapping[str, str] | None) -> dict[str, str]:
    return {**os.environ, **(env or {})}
