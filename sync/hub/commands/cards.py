"""`hub card`: members' cards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sync.commandline import answers, put
from sync.hub.commands.common import Data, Database, Json, ready

if TYPE_CHECKING:
    from sync.hub.hub import Hub
    from sync.hub.members import IssuedCard

card = typer.Typer(no_args_is_help=True, help="Members' cards.")
Pdf = Annotated[Path | None, typer.Option(help="Write the card to this file too, to print it at its size.")]
Number = Annotated[str, typer.Argument(metavar="NUMBER")]


@card.command("issue")
@answers
def issue(
    space: Annotated[str, typer.Option(help="The member's space.")],
    name: Annotated[str, typer.Option(help="As the person wants to be called.")],
    language: Annotated[str, typer.Option(help="it, en, ar, zh-Hans, es, fil, …")] = "it",
    pdf: Pdf = None,
    database: Database = None, data: Data = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Make a member's card; `card` is the text of its QR code."""
    from sync.hub import members

    hub = ready(database, data)
    _put(hub, members.issue_card(hub, space, name, language), pdf, as_json)


@card.command("reissue")
@answers
def reissue(
    number: Number, pdf: Pdf = None, database: Database = None, data: Data = None, as_json: Json = False
) -> None:
    """Make a new card for a member who lost this one, which goes out of use; the sign-ups stay."""
    from sync.hub import members

    hub = ready(database, data)
    _put(hub, members.reissue_card(hub, number), pdf, as_json)


@card.command("revoke")
@answers
def revoke(number: Number, database: Database = None, data: Data = None, as_json: Json = False) -> None:
    """Take a card out of use."""
    from sync.hub import members
    from sync.number import check

    members.revoke_card(ready(database, data), number)
    put({"number": check(number)}, as_json=as_json)


def _put(hub: Hub, made: IssuedCard, pdf: Path | None, as_json: bool) -> None:
    if pdf is not None:
        from sync.hub import card_pdf, members

        card_pdf.write(pdf, members.printed(hub, made.number))
    put({"card": made.card_text, "number": made.number, "member": made.member}, as_json=as_json)
