"""Backups, epochs, and forgetting people."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from sync.commandline import answers, progress, put, say
from sync.errors import UsageError
from sync.hub.commands.common import Data, Database, Json, Witness, ready
from sync.hub.hub import Hub

epoch = typer.Typer(no_args_is_help=True, help="The history of the hub, as its terminals know it.")
member = typer.Typer(no_args_is_help=True, help="What is held of a person.")


def add_to(app: typer.Typer) -> None:
    """Registers the commands."""
    app.command()(backup)
    app.command()(restore)
    app.command("backup-mark")(backup_mark)
    app.add_typer(epoch, name="epoch")
    app.add_typer(member, name="member")


@answers
def backup(
    file: Annotated[Path, typer.Argument(help="Where to write it.")],
    keep: Annotated[int, typer.Option(help="How many to keep: FILE, FILE.1, and so on.")] = 1,
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Write a consistent, verified copy of the database while the hub serves."""
    from sync.hub import backups

    hub = ready(database, data)
    with progress("Rows") as tell:
        made = backups.backup(hub, file, keep, tell)
    text = f"{made.facts} facts are in {file}, read back and compared."
    put({"epoch": made.epoch, "facts": made.facts}, as_json=as_json, text=text)


@answers
def restore(
    file: Annotated[Path, typer.Argument(help="A backup that `hub backup` wrote.")],
    witness: Witness = None, database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Put a backup back, bring back what the witness remembers, and tell all terminals to resynchronise."""
    from sync.hub import recovery, restoring

    hub = Hub.open(database, data)
    with progress("Rows") as tell:
        done = restoring.restore(hub, file, recovery.settle(hub, witness), tell)
    for words in done.words:
        say(words)
    text = f"{done.facts} facts are back. The new epoch is {done.epoch}."
    put({"epoch": done.epoch, "facts": done.facts}, as_json=as_json, text=text)


@answers
def backup_mark(
    begun: Annotated[
        str | None, typer.Option(help="When the copy was begun, such as 2026-10-09T03:00; default: 24 hours ago.")
    ] = None,
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Register a backup that was made by other means.

    What a terminal has sent by the time of this command may be more than the copy holds, and the terminal would delete
    it too early: so what counts is what the hub had when the copy was begun.
    """
    from sync.hub import backups

    hub = ready(database, data)
    count = backups.mark(hub, _instant(begun) if begun else None)
    put({"facts": count}, as_json=as_json, text=f"A backup with at least {count} facts is registered.")


def _instant(text: str) -> datetime:
    from sync.clock import ROME

    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--begun is {text!r}: write a time like 2026-10-09T03:00.") from None
    return found if found.tzinfo else found.replace(tzinfo=ROME)


@epoch.command("rotate")
@answers
def rotate(database: Database = None, data: Data = None, as_json: Json = False) -> None:
    """Tell all terminals to resynchronise. Nothing is lost by it."""
    from sync.hub import epochs

    hub = ready(database, data)
    with hub.database.write() as session:
        fresh = epochs.rotate(session, hub, None, "by hand", attested=True)
    put({"epoch": fresh}, as_json=as_json)


@epoch.callback()
def _epoch() -> None:
    pass


@member.command("export")
@answers
def export(
    number: Annotated[str, typer.Argument(metavar="NUMBER")],
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Print all that is held of a person, as JSON."""
    import json

    from sync.hub import erasure

    found = erasure.export(ready(database, data, writes=False), number)
    put(found, as_json=as_json, text=json.dumps(found, ensure_ascii=False, indent=1))


@member.command("erase")
@answers
def erase(
    number: Annotated[str, typer.Argument(metavar="NUMBER")],
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Forget a person, here and at every terminal. The card goes out of use."""
    from sync.hub import erasure

    put(erasure.erase(ready(database, data), number), as_json=as_json)
