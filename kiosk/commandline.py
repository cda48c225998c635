"""The terminal's command line, by Typer. Stable: others script it.

Every command takes ``--data DIR`` (or KIOSK_DATA), ``--vault KIND`` (or KIOSK_VAULT) and ``--json``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core

from sync.commandline import Exit, answers, put
from sync.errors import UsageError

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="The terminal of a space.", pretty_exceptions_enable=False
)

Data = Annotated[Path | None, typer.Option(help="The terminal's data folder.", envvar="KIOSK_DATA")]
Vault = Annotated[
    str | None,
    typer.Option(help="Where keys are: auto, keyring, systemd, or file (demonstrations only).", envvar="KIOSK_VAULT"),
]
Json = Annotated[bool, typer.Option("--json", help="JSON on standard output and nothing else there.")]


@app.command()
@answers
def run(
    window: Annotated[str | None, typer.Option(help="Such as 1080x1920; full screen by default.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language to start in: it, en.")] = None,
    data: Data = None, vault: Vault = None,
) -> None:  # fmt: skip
    """Show the terminal's window."""
    from kiosk.start import show

    raise Exit(show(window, lang, data, vault))


@app.command()
@answers
def enrol(
    hub: Annotated[str, typer.Option(help="The hub's address.")],
    space: Annotated[str, typer.Option(help="The space where this terminal stands.")],
    no_wait: Annotated[bool, typer.Option("--no-wait", help="Show the code and end.")] = False,
    data: Data = None, vault: Vault = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Ask the hub to let this terminal in: shows a code and a QR, waits for approval."""
    from kiosk import commands

    commands.enrol(data, vault, hub, space, wait=not no_wait, as_json=as_json)


class _RecordHelp(typer.core.TyperCommand):
    """Adds the kinds of facts to the help, which are read only when somebody asks."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the usual help, then the kinds with an example each."""
        from sync.terminal.recording import help_text

        super().format_help(ctx, formatter)
        sys.stdout.write(help_text() + "\n")


@app.command(cls=_RecordHelp)
@answers
def record(data: Data = None, vault: Vault = None, _as_json: Json = True) -> None:
    """Read facts as JSON lines {"kind", "body"} on standard input; print {"id", "seq"} for each once it is durable."""
    from kiosk import commands

    commands.record(data, vault)


@app.command()
@answers
def sync(
    once: Annotated[bool, typer.Option("--once", help="One push and pull to the end.")] = False,
    data: Data = None, vault: Vault = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Push what is recorded and pull what is new."""
    from kiosk import commands

    if not once:
        raise UsageError("`kiosk run` synchronises by itself; by hand it is `kiosk sync --once`.")
    commands.sync_once(data, vault, as_json=as_json)


@app.command()
@answers
def status(data: Data = None, vault: Vault = None, as_json: Json = False) -> None:
    """What a technician wants to know."""
    from kiosk import commands

    put(commands.status(data, vault), as_json=as_json)


@app.command("self-test")
@answers
def self_test(data: Data = None, vault: Vault = None, as_json: Json = False) -> None:
    """Test database, keys, clock, network and each device: a line each; exit status 1 if one fails."""
    from kiosk import commands

    failed = False
    for line in commands.self_test(data, vault):
        failed = failed or not line["ok"]
        put(line, as_json=as_json, text="{0}  {test}: {detail}".format("ok    " if line["ok"] else "FAILED", **line))
    if failed:
        raise Exit(1)


@app.command()
@answers
def agenda(
    day: Annotated[str | None, typer.Option(help="YYYY-MM-DD, or all; today by default.")] = None,
    space: Annotated[str | None, typer.Option(help="A space's id, or all; this one by default.")] = None,
    data: Data = None, vault: Vault = None, as_json: Json = False,
) -> None:  # fmt: skip
    """What the screens show of the programme."""
    from kiosk import commands

    for line in commands.agenda(data, vault, day, space):
        put(line, as_json=as_json, text="{start}  {title}  ({space}) {status}".format(**line))


@app.command()
@answers
def bookings(
    occurrence: Annotated[str | None, typer.Argument(metavar="[OCCURRENCE]")] = None,
    data: Data = None, vault: Vault = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Bookings as this terminal sees them."""
    from kiosk import commands

    for line in commands.bookings(data, vault, occurrence):
        put(line, as_json=as_json)


@app.command()
@answers
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; one that is there stays.")],
    data: Data = None, vault: Vault = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Write every fact that is not yet durable on the hub, readable with the hub's key alone."""
    from kiosk import commands

    written = commands.export(data, vault, file)
    put(
        {"facts": written}, as_json=as_json, text=f"{written} facts in {file}. On the hub: hub facts import {file.name}"
    )


@app.command(hidden=True, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def engine(context: typer.Context) -> None:
    """The process that synchronises; `run` starts it."""
    from sync.terminal.engine import main as work

    raise SystemExit(work(context.args))
