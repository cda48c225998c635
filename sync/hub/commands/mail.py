"""The mail server that letters are handed to."""

from __future__ import annotations

import getpass
import sys
from email.message import EmailMessage
from typing import Annotated

import typer

from sync.commandline import answers, put
from sync.errors import UsageError
from sync.hub.commands.common import Data, Database, Json, ready

mail = typer.Typer(no_args_is_help=True, help="Letters by e-mail: HUB_SMTP and HUB_MAIL_FROM name the server.")


def add_to(app: typer.Typer) -> None:
    """Registers the commands."""
    app.add_typer(mail, name="mail")


@mail.command("password")
@answers
def password(database: Database = None, data: Data = None, as_json: Json = False) -> None:
    """Keep the mail server's password, read from standard input, in the hub's vault."""
    from sync.hub.letters import post

    hub = ready(database, data, writes=False)
    given = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not 0 < len(given) <= post.MAX_PASSWORD_CHARS:
        raise UsageError("There is no password on standard input. Write it there, one line.")
    hub.vault.put(post.PASSWORD, given.encode())
    put({"kept": True}, as_json=as_json, text="It is kept in the hub's vault.")


@mail.command("test")
@answers
def try_out(
    address: Annotated[str, typer.Argument(help="Who gets the letter.")],
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Send a letter, to see whether the settings are right."""
    from sync.hub.letters import post
    from sync.membership import is_address

    if not is_address(address):
        raise UsageError(f"{address!r} is no e-mail address.")
    server = post.configured()
    if server is None:
        raise UsageError("There is no mail server. Name it: HUB_SMTP=smtp://user@host:587 HUB_MAIL_FROM=name@host.")
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Quartieri Connessi", server.sender, address
    message.set_content("La posta di Quartieri Connessi funziona.\nThe mail of Quartieri Connessi works.\n")
    with post.opened(ready(database, data, writes=False), server) as line:
        line.send(message)
    put({"sent": address}, as_json=as_json, text=f"{server.host} took it.")
