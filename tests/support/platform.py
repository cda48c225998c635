"""A real hub process and real terminals on disk, driven by the commands that people script."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support import forkserver
from tests.support.processes import Process


@dataclass(frozen=True)
class Done:
    """How a command ended. `values`: the JSON objects that it printed."""

    status: int
    values: list[Any]
    errors: str

    @property
    def value(self) -> Any:
        """The one object that it printed."""
        assert self.status == 0, self.errors
        assert len(self.values) == 1, self.values
        return self.values[0]


def run(module: str, *arguments: str, env: Mapping[str, str] | None = None, stdin: str = "") -> Done:
    """Runs ``python -m module arguments`` to its end."""
    status, out, errors = forkserver.run(module, arguments, {**os.environ, **(env or {})}, stdin)
    values = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    return Done(status, values, errors)


@dataclass
class HubSite:
    """A hub: its database, its folder, and its process while it serves.

    Attributes:
        folder: its data folder.
        database: SQLAlchemy URL; SQLite in the folder by default.
        env: more variables for its commands, such as QC_NOW.
    """

    folder: Path
    database: str = ""
    env: dict[str, str] = field(default_factory=dict)
    port: int = 0

    def __post_init__(self) -> None:
        self.database = self.database or f"sqlite:///{self.folder / 'hub.db'}"

    @property
    def address(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self.port}"

    def run(self, *arguments: str) -> Done:
        """A `hub` command with --json."""
        return run("sync.hub", *arguments, "--json", env=self.variables())

    def init(self, *arguments: str) -> HubSite:
        """`hub init`."""
        done = self.run("init", *arguments)
        assert done.status == 0, done.errors
        return self

    @contextmanager
    def serving(self) -> Iterator[Process]:
        """`hub serve`, until the block is left. The port stays the same over several servings."""
        command = [sys.executable, "-m", "sync.hub", "serve", "--port", str(self.port)]
        with Process(command, env=self.variables()) as process:
            self.port = int(process.wait_for(r"ready at http://127\.0\.0\.1:(\d+)")[1])
            yield process

    def variables(self) -> dict[str, str]:
        """The environment that its commands need."""
        return {"HUB_DATA": str(self.folder), "HUB_DATABASE": self.database, **self.env}


@dataclass
class TerminalSite:
    """A terminal's data folder with the file vault."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, stdin: str = "") -> Done:
        """A `kiosk` command with --json."""
        return run("kiosk", *arguments, "--json", env=self.variables(), stdin=stdin)

    def enrol(self, hub: HubSite, space: str) -> str:
        """Enrols with a hub that serves, approved by its command line; returns the terminal's id."""
        code = self.run("enrol", "--hub", hub.address, "--space", space, "--no-wait").value["code"]
        approved = hub.run("approve", code).value
        assert approved["space"] == space
        told = self.run("enrol", "--hub", hub.address, "--space", space).values[-1]
        assert told == {"terminal": approved["terminal"]}
        return str(told["terminal"])

    def record(self, facts: Sequence[tuple[str, Mapping[str, Any]]]) -> Done:
        """`kiosk record` with these facts."""
        lines = "".join(json.dumps({"kind": kind, "body": body}) + "\n" for kind, body in facts)
        return self.run("record", stdin=lines)

    def sync(self) -> Any:
        """`kiosk sync --once`, which must succeed."""
        return self.run("sync", "--once").value

    def variables(self) -> dict[str, str]:
        """The environment that its commands need."""
        return {"KIOSK_DATA": str(self.folder), "KIOSK_VAULT": "file", **self.env}
