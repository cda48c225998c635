"""`hub`: the platform's command line. Stable: others script it.

Every command takes ``--database`` (or HUB_DATABASE), ``--data`` (or HUB_DATA) and ``--json``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sync.commandline import answers, progress, put, say
from sync.hub import operations
from sync.hub.commands import cards, mail, recovery
from sync.hub.commands.common import Data, Database, Json, Witness, ready
from sync.hub.hub import Hub

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="The platform that connects the spaces.",
    pretty_exceptions_enable=False,
)
staff = typer.Typer(no_args_is_help=True, help="Members of staff.")
facts = typer.Typer(invoke_without_command=True, help="Facts as stored, in order.")
app.add_typer(staff, name="staff")
app.add_typer(cards.card, name="card")
app.add_typer(facts, name="facts")

recovery.add_to(app)
mail.add_to(app)


@app.command()
@answers
def init(
    demo: Annotated[bool, typer.Option("--demo", help="Add the demonstration programme, staff and members.")] = False,
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Create or migrate the database and load the nine spaces."""
    hub = Hub.open(database, data)
    done = operations.init(hub, demo=demo)
    for line in done.words:
        say(line)
    put(done.counts, as_json=as_json)


@app.command()
@answers
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one.")] = 8080,
    public: Annotated[
        str | None, typer.Option(help="Address by which people's phones reach the hub.", envvar="HUB_PUBLIC_URL")
    ] = None,
    witness: Witness = None,
    database: Database = None, data: Data = None,
) -> None:  # fmt: skip
    """Run the platform; says its address when it is ready."""
    from sync.hub.serving import serve as run

    run(ready(database, data, writes=False), host, port, public, witness)


@app.command("import")
@answers
def import_(
    file: Annotated[Path, typer.Argument(help="An iCalendar, CSV or JSON file.")],
    space: Annotated[str, typer.Option(help="The space whose activities they are.")],
    format_: Annotated[str | None, typer.Option("--format", help="ics, csv or json; else by the name.")] = None,
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Bring in activities. The same file again changes nothing."""
    from sync.hub.importing.importer import import_file

    with progress("Activities") as tell:
        result = import_file(ready(database, data), file, space, format_, tell)
    for note in result.notes:
        say(f"note: {note.where}: {note.what}" + (f" ({note.times} times)" if note.times > 1 else ""))
    skipped = [{"where": one.where, "why": one.why} for one in result.skipped]
    for one in skipped:
        say(f"skipped: {one['where']}: {one['why']}")
    words = f"{result.added} added, {result.changed} changed, {result.unchanged} unchanged, {len(skipped)} skipped"
    put(
        {"added": result.added, "changed": result.changed, "unchanged": result.unchanged, "skipped": skipped},
        as_json=as_json, text=words,
    )  # fmt: skip


@staff.command("add")
@answers
def staff_add(
    role: Annotated[str, typer.Option(help="operator, portiere, comune or technician.")],
    name: Annotated[str, typer.Option(help="The person's name.")],
    space: Annotated[str | None, typer.Option(help="Where the person works.")] = None,
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Add a member of staff: one-time link, PIN and badge."""
    from sync.hub import staff as people

    hub = ready(database, data)
    put(operations.new_staff(people.add(hub, role, name, space)), as_json=as_json)


@staff.command("reset")
@answers
def staff_reset(
    who: Annotated[str, typer.Argument(metavar="STAFF")],
    database: Database = None,
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Give a member of staff a new link, PIN and badge."""
    from sync.hub import staff as people

    hub = ready(database, data)
    put(operations.new_staff(people.reset(hub, who)), as_json=as_json)


@app.command()
@answers
def approve(
    code: Annotated[str, typer.Argument(help="The code on the terminal's screen.")],
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Let in the terminal that waits with a code."""
    put(operations.approve(ready(database, data), code), as_json=as_json)


@app.command()
@answers
def terminals(database: Database = None, data: Data = None, as_json: Json = False) -> None:
    """List the terminals: last contact, queue, version, health."""
    for line in operations.terminal_lines(ready(database, data, writes=False)):
        put(line, as_json=as_json)


@app.command()
@answers
def revoke(
    terminal: Annotated[str, typer.Argument(metavar="TERMINAL")],
    erase: Annotated[
        bool, typer.Option("--erase", help="Have it export what is not durable here, sealed for this hub, and erase.")
    ] = False,
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Refuse a terminal from its next request on."""
    put(operations.revoke(ready(database, data), terminal, erase=erase), as_json=as_json)


@facts.callback()
@answers
def list_facts(
    context: typer.Context,
    terminal: Annotated[str | None, typer.Option(help="Of this terminal only.")] = None,
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Print facts as stored, in order; quarantined ones with why."""
    if context.invoked_subcommand is None:
        for line in operations.fact_lines(ready(database, data, writes=False), terminal):
            put(line, as_json=as_json)


@facts.command("import")
@answers
def import_facts(
    file: Annotated[Path, typer.Argument(help="What `kiosk export` wrote.")],
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Take in what a terminal exported. The same file again changes nothing."""
    from sync.hub import intake

    done = intake.import_facts(ready(database, data), file)
    put(done, as_json=as_json, text=f"{done['facts']} facts in the file, {done['new']} of them new")


@app.command()
@answers
def seats(
    occurrence: Annotated[str, typer.Argument(metavar="OCCURRENCE")],
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Show capacity, sold, granted and waiting of an occurrence."""
    put(operations.seat_state(ready(database, data, writes=False), occurrence), as_json=as_json)


def main() -> None:
    """The entry point."""
    app()


if __name__ == "__main__":
    main()
