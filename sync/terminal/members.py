"""The members of this space as a terminal knows them: what the hub told, with what the desk stated here laid over it.

A card that was issued, replaced or revoked here counts here at once. Nothing heavy is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sync import rows
from sync.folding import asked
from sync.membership import short_name
from sync.terminal.pending import Stated

if TYPE_CHECKING:
    from sync.terminal.projection import Projection


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member by the number of a card.

    Attributes:
        name: first name and initial; personal, "" where the card was replaced or the person is forgotten.
        active: the card is in use.
        seen: somebody saw a document of theirs.
        doubled: the card was shown in two spaces at once; the office has not settled that yet.
        at: when it was issued here; "" where the hub told of it.
        pending: the hub does not have all of it yet.
    """

    number: str
    name: str
    language: str
    access: tuple[str, ...]
    active: bool
    seen: bool = True
    doubled: bool = False
    at: str = ""
    pending: bool = False


def members(projection: Projection) -> tuple[MemberView, ...]:
    """Everybody of this space who has a card in use, by name."""
    active = [one for one in lay(*projection.laid("member")).values() if one.active]
    return tuple(sorted(active, key=lambda one: (one.name.casefold(), one.number)))


def matching(everybody: Iterable[MemberView], text: str) -> tuple[MemberView, ...]:
    """Those whose number begins or ends with the figures of a text, or whose name has words that begin as its words do.

    Of a surname a terminal knows the initial alone: a surname that begins with it will do.

    Args:
        everybody: whom to look through.
        text: as it was typed; accents and capitals do not matter. Of a text without a letter or figure, nobody.
    """
    figures = text.replace(" ", "")
    if figures.isdecimal():
        return tuple(one for one in everybody if one.number.startswith(figures) or one.number.endswith(figures))
    wanted = asked(text)
    return tuple(one for one in everybody if wanted and _all_begin(wanted, asked(one.name)))


def _all_begin(wanted: Iterable[str], words: Iterable[str]) -> bool:
    """Whether each of what is wanted is the beginning of another word, or has an initial for its beginning."""
    left = list(words)
    for one in sorted(wanted, key=len, reverse=True):
        found = next((word for word in left if word.startswith(one) or (len(word) == 1 and one.startswith(word))), None)
        if found is None:
            return False
        left.remove(found)
    return True


def find(projection: Projection, number: str) -> MemberView | None:
    """A member of this space, whether the card is in use or not."""
    return lay(*projection.laid("member")).get(number)


def lay(bodies: Iterable[Mapping[str, Any]], pending: Iterable[Stated], have: int) -> dict[str, MemberView]:
    """The members of the replica's rows with pending facts laid over, by number.

    Args:
        bodies: of the rows.
        pending: what the replica does not contain yet, in order.
        have: highest sequence number that the hub acknowledged.
    """
    found: dict[str, MemberView] = {}
    for body in bodies:
        row = rows.load(rows.Member, body)
        found[row.id] = MemberView(row.id, row.name, row.language, tuple(row.access), row.active, row.seen, row.doubled)
    for fact in pending:
        for one in _changed(found, fact):
            found[one.number] = replace(one, pending=one.pending or fact.seq > have)
    return found


def _changed(found: Mapping[str, MemberView], fact: Stated) -> Iterator[MemberView]:
    """What a fact says of members."""
    body = fact.body
    if fact.kind == "card_issue" and body.get("number") and body["number"] not in found:
        name, access = short_name(str(fact.personal.get("name") or "")), tuple(body.get("access", ()))
        yield MemberView(body["number"], name, body.get("language", "it"), access, bool(name), at=fact.at)
    elif fact.kind == "card_revoke" and (one := found.get(body["card"])) is not None:
        yield replace(one, active=False)
    elif fact.kind == "member_seen" and (one := found.get(body["card"])) is not None:
        yield replace(one, seen=True)
    elif fact.kind == "card_replace" and body.get("number") and (one := found.get(body["card"])) is not None:
        yield replace(one, name="", active=False)
        if body["number"] not in found:
            yield replace(one, number=body["number"], active=bool(one.name), doubled=False, at=fact.at)
