"""A hub and a terminal on disk, made once and copied for each seed, whose commands are forked and can be killed."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.clock import ROME
from sync.hub.store.models import Base
from sync.terminal.folder import open_folder
from tests.proof.proof import NotHereError
from tests.support import forkserver
from tests.support.forkserver import Forked
from tests.support.platform import HubSite, TerminalSite
from tests.support.postgres import PostgresMissingError, PostgresServer, postgres_server

SPACE, TERMINAL = "zoia", "zoia-1"
CAPACITY = 500
READY_SECONDS = 60.0
LOOK_SECONDS = 0.01
Fact = tuple[str, Mapping[str, Any]]


def traffic(
    rng: random.Random, count: int, occurrence: str, kinds: Sequence[str] = ("dropin", "dropin", "booking", "notice")
) -> list[Fact]:
    """Facts as an afternoon brings them."""
    found: list[Fact] = []
    for _ in range(count):
        match rng.choice(kinds):
            case "dropin":
                found.append(("dropin", {"reasons": ["pacchi_posta"], "people": rng.randint(1, 9)}))
            case "booking":
                name = f"Persona {rng.randrange(10**6)}"
                found.append(("booking", {"occurrence": occurrence, "name": name, "people": rng.randint(1, 3)}))
            case _:
                found.append(("notice", {"title": "Avviso", "text": "parola " * rng.randrange(1, 400)}))
    return found


@dataclass
class World:
    """A hub and its terminal.

    Attributes:
        hub, terminal: their folders and commands.
        occurrence: one that people sign up for.
    """

    hub: HubSite
    terminal: TerminalSite
    occurrence: str

    @contextmanager
    def serving(self, *, held: bool = False) -> Iterator[Forked]:
        """The hub's process; ready, unless it is held back. It is killed when the block is left."""
        with self.begin_serving(held=held) as process:
            if not held:
                self.ready(process)
            yield process

    def begin_serving(self, *, held: bool = False) -> Forked:
        """Starts the hub's process."""
        arguments = ["serve", "--port", str(self.hub.port)]
        return forkserver.start("sync.hub", arguments, {**os.environ, **self.hub.variables()}, held=held)

    def ready(self, process: Forked) -> bool:
        """Waits until the hub serves, or has ended; returns whether it serves."""
        deadline = time.monotonic() + READY_SECONDS
        while "ready at http" not in process.errors:
            if process.ended(LOOK_SECONDS):
                return False
            assert time.monotonic() < deadline, f"the hub was not ready in {READY_SECONDS:g} s: {process.errors}"
        self.hub.port = int(process.errors.partition("ready at http://127.0.0.1:")[2].split()[0])
        return True

    def begin(self, *arguments: str, facts: Sequence[Fact] = (), held: bool = False) -> Forked:
        """Starts a command of the terminal."""
        lines = "".join(json.dumps({"kind": kind, "body": body}) + "\n" for kind, body in facts)
        variables = {**os.environ, **self.terminal.variables()}
        return forkserver.start("kiosk", arguments, variables, lines, held=held)

    def at(self, folder: Path, **env: str) -> World:
        """The same with another folder of the terminal, and more variables for its commands."""
        return replace(self, terminal=TerminalSite(folder, env=env))

    def facts(self) -> list[dict[str, Any]]:
        """What the hub holds of the terminal, in order, without what came a second time."""
        done = self.hub.run("facts", "--terminal", TERMINAL)
        assert done.status == 0, done.errors
        return [line for line in done.values if line["state"] != "duplicate"]


def printed(text: str) -> list[dict[str, Any]]:
    """The objects that a command printed; a line that was not printed to its end says nothing."""
    whole, _, _ = text.rpartition("\n")
    return [json.loads(line) for line in whole.splitlines() if line.startswith("{")]


def acknowledged(text: str) -> list[str]:
    """The ids of the facts that `kiosk record` said were saved."""
    return [line["id"] for line in printed(text) if "id" in line]


class Template:
    """A hub with one activity and a terminal that has its seats; folders to copy."""

    def __init__(self, place: Path, postgres: PostgresServer | None) -> None:
        self._place, self._postgres = place, postgres
        hub = HubSite(place / "hub")
        hub.folder.mkdir(parents=True)
        hub.init()
        start = datetime.now(ROME).replace(hour=18, minute=0, second=0, microsecond=0) + timedelta(days=3)
        entry = {"id": "coro", "title": "Coro di cortile", "start": f"{start:%Y-%m-%dT%H:%M}", "capacity": CAPACITY}
        (place / "agenda.json").write_text(json.dumps([entry]), encoding="utf-8")
        assert hub.run("import", str(place / "agenda.json"), "--space", SPACE).value["added"] == 1
        self.world = World(hub, TerminalSite(place / "terminal"), "")
        with self.world.serving():
            assert self.world.terminal.enrol(hub, SPACE) == TERMINAL
            for _ in range(2):  # the second brings the seats that the first asked for
                self.world.terminal.sync()
        line = self.world.terminal.run("agenda", "--day", "all").values[0]
        assert line["seats"]["right"] > 0, line
        self.world.occurrence = line["id"]
        self._moved = contextlib.ExitStack()
        self._database = ""
        if postgres is not None:
            url = self._moved.enter_context(postgres.database())
            move(hub.folder / "hub.db", HubSite(hub.folder, database=url))
            self._database = str(sa.make_url(url).database)

    def close(self) -> None:
        """Ends it."""
        self._moved.close()

    @contextmanager
    def copy(self, place: Path, *, postgres: bool = False) -> Iterator[World]:
        """A world of its own, gone when the block is left."""
        with ExitStack() as stack:
            stack.callback(shutil.rmtree, place, ignore_errors=True)
            hub = Path(shutil.copytree(self._place / "hub", place / "hub"))
            terminal = Path(shutil.copytree(self._place / "terminal", place / "terminal"))
            database = f"sqlite:///{hub / 'hub.db'}"
            if postgres:
                assert self._postgres is not None
                database = stack.enter_context(self._postgres.database(self._database))
            site = HubSite(hub, database=database, port=self.world.hub.port)
            yield replace(self.world, hub=site, terminal=TerminalSite(terminal))


def move(source: Path, hub: HubSite) -> None:
    """Copies all rows of a hub's SQLite file into its new, empty database."""
    hub.init()
    old, new = sa.create_engine(f"sqlite:///{source}"), sa.create_engine(hub.database)
    with old.connect() as reading, new.begin() as writing:
        for table in reversed(Base.metadata.sorted_tables):
            writing.execute(table.delete())
        for table in Base.metadata.sorted_tables:
            if rows := [dict(row._mapping) for row in reading.execute(table.select())]:
                writing.execute(table.insert(), rows)
    old.dispose()
    new.dispose()


@contextmanager
def template(place: Path, *, postgres: bool = False) -> Iterator[Template]:
    """The folders that each seed copies.

    Raises:
        NotHereError: PostgreSQL is wanted and not installed.
    """
    with ExitStack() as stack:
        server = None
        if postgres:
            try:
                server = stack.enter_context(postgres_server())
            except PostgresMissingError as error:
                raise NotHereError(str(error)) from None
        made = Template(place / "template", server)
        stack.callback(made.close)
        yield made


def database_key(folder: Path) -> bytes:
    """The key of a terminal's two files."""
    return open_folder(folder, "file").database_key()
