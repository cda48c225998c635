"""What all commands of the hub share: its options, and the hub that they open."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sync.commandline import say
from sync.errors import UsageError
from sync.hub.hub import Hub

Database = Annotated[
    str | None, typer.Option(help="SQLAlchemy URL: sqlite:////folder/hub.db or postgresql://…", envvar="HUB_DATABASE")
]
Data = Annotated[Path | None, typer.Option(help="Folder for what lies outside the database.", envvar="HUB_DATA")]
Json = Annotated[bool, typer.Option("--json", help="JSON on standard output and nothing else there.")]
Witness = Annotated[
    Path | None, typer.Option(help="File for the witness, on another disk than the database.", envvar="HUB_WITNESS")
]


def ready(database: str | None, data: Path | None, *, writes: bool = True) -> Hub:
    """The hub, if its schema is the one that this program needs; with its witness, where the command writes.

    Raises:
        UsageError: it was never initialised, or is of another version.
    """
    from sync.hub import recovery
    from sync.hub.store.schema import current

    hub = Hub.open(database, data)
    if not current(hub.database):
        raise UsageError("The database is new or of another version. Run `hub init` first: it creates or migrates it.")
    if writes:
        for words in recovery.begin(hub, recovery.place(hub)).words:
            say(words)
    return hub
