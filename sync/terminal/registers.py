"""The desk's registers at a terminal: parcels that are kept here, and notes to the next shift.

What the hub told, with what was stated here laid over it; and what the desk states. Nothing heavy is imported.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sync import rows
from sync.clock import local
from sync.parcels import SHORT, free_code
from sync.terminal.pending import Stated

if TYPE_CHECKING:
    from sync.terminal.projection import Projection
    from sync.terminal.terminal import Terminal

TO_ALL = "all"


@dataclass(frozen=True, slots=True)
class ParcelView:
    """A parcel.

    Attributes:
        card, name: whom it is for; personal.
        outs: the facts that say that it was handed over; empty while it is kept.
        out: when it was handed over.
        pending: the hub does not have all of it yet.
    """

    id: str
    code: str
    at: datetime
    card: str | None
    name: str
    outs: tuple[str, ...] = ()
    out: datetime | None = None
    pending: bool = False

    @property
    def kept(self) -> bool:
        """Whether it is still here."""
        return not self.outs


@dataclass(frozen=True, slots=True)
class HandoverView:
    """A note to the next shift.

    Attributes:
        space: where it was written; `by`: id of the member of staff who did.
        text: personal.
        to: ``here`` or ``all``.
        done: when this space did what it asks for; None while it is open.
        pending: the hub does not have all of it yet.
    """

    id: str
    space: str
    text: str
    at: datetime
    by: str | None
    to: str
    done: datetime | None
    pending: bool = False


def parcels(projection: Projection) -> tuple[ParcelView, ...]:
    """The parcels of this space, those first that have lain for longest; those handed over lately among them."""
    return lay_parcels(*projection.laid("parcel"))


def lay_parcels(bodies: Iterable[Mapping[str, Any]], pending: Iterable[Stated], have: int) -> tuple[ParcelView, ...]:
    """The parcels of the replica's rows with pending facts laid over.

    Args:
        bodies: of the rows.
        pending: what the replica does not contain yet, in order.
        have: highest sequence number that the hub acknowledged.
    """
    found: dict[str, ParcelView] = {}
    for body in bodies:
        row = rows.load(rows.Parcel, body)
        out = local(row.out) if row.out else None
        found[row.id] = ParcelView(row.id, row.code, local(row.at), row.card, row.name or "", tuple(row.outs), out)
    for fact in pending:
        unsent = fact.seq > have
        if fact.kind == "parcel":
            name, card = str(fact.personal.get("for") or ""), fact.body.get("card")
            new = ParcelView(fact.id, fact.body["code"], local(fact.at), card, name, pending=unsent)
            found.setdefault(fact.id, new)
        elif fact.kind in ("parcel_out", "parcel_back") and (one := found.get(fact.body["parcel"])) is not None:
            found[one.id] = replace(_moved(one, fact), pending=one.pending or unsent)
        elif fact.kind == "card_replace" and fact.body.get("number"):  # what was for the old card is for the new one
            for one in [one for one in found.values() if one.card == fact.body["card"]]:
                found[one.id] = replace(one, card=fact.body["number"])
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.id)))


def _moved(parcel: ParcelView, fact: Stated) -> ParcelView:
    """A parcel after it was handed over, or after that was taken back."""
    if fact.kind == "parcel_out":
        outs = tuple(dict.fromkeys((*parcel.outs, fact.id)))
        return replace(parcel, outs=outs, out=parcel.out or local(fact.at))
    outs = tuple(one for one in parcel.outs if one != fact.body["out"])
    return replace(parcel, outs=outs, out=parcel.out if outs else None)


def handovers(projection: Projection) -> tuple[HandoverView, ...]:
    """The notes for this desk: those first that are open, the newest first."""
    return lay_handovers(*projection.laid("handover"), here=projection.here)


def unread(projection: Projection) -> int:
    """How many notes for this desk nobody has ticked off."""
    return sum(one.done is None for one in handovers(projection))


def lay_handovers(
    bodies: Iterable[Mapping[str, Any]], pending: Iterable[Stated], have: int, *, here: str
) -> tuple[HandoverView, ...]:
    """The notes of the replica's rows with pending facts laid over, as `lay_parcels` does. `here`: id of the space."""
    found: dict[str, HandoverView] = {}
    for body in bodies:
        row = rows.load(rows.Handover, body)
        done = local(row.done[here]) if here in row.done else None
        found[row.id] = HandoverView(row.id, row.space, row.text, local(row.at), row.by, row.to, done)
    for fact in pending:
        unsent = fact.seq > have
        if fact.kind == "handover" and fact.personal.get("text"):
            to = fact.body.get("to", "here")
            new = HandoverView(fact.id, here, fact.personal["text"], local(fact.at), fact.by, to, None, pending=unsent)
            found.setdefault(fact.id, new)
        elif fact.kind == "handover_done" and (one := found.get(fact.body["handover"])) is not None:
            done = one.done or local(fact.at)
            found[one.id] = replace(one, done=done, pending=one.pending or unsent)
        elif fact.kind == "handover_undo" and (one := found.get(fact.body["handover"])) is not None:
            found[one.id] = replace(one, done=None, pending=one.pending or unsent)
    return tuple(sorted(found.values(), key=lambda one: (one.done is not None, -one.at.timestamp(), one.id)))


def propose_code(projection: Projection) -> str:
    """A pick-up code that nothing has that is kept here; nor, while short ones last, what was handed over lately."""
    known = parcels(projection)
    code = free_code({one.code for one in known}, secrets.randbelow)
    return code if len(code) == SHORT else free_code({one.code for one in known if one.kept}, secrets.randbelow)


def keep_parcel(
    terminal: Terminal, code: str, *, name: str | None = None, card: str | None = None, by: str | None = None
) -> str:
    """A parcel is kept for somebody; returns its id.

    Raises:
        FactError: neither name nor card, or out of its bounds.
        DiskFull, StoreError: it was not stored.
    """
    who = {"for": name, "card": card}
    return terminal.say("parcel", {"code": code, **{key: value for key, value in who.items() if value}}, by=by)


def hand_over(terminal: Terminal, parcel: str, *, by: str | None = None) -> str:
    """The parcel was handed over; returns the fact's id.

    Raises:
        DiskFull, StoreError: it was not stored.
    """
    return terminal.say("parcel_out", {"parcel": parcel}, by=by)


def take_back(terminal: Terminal, parcel: ParcelView, *, by: str | None = None) -> None:
    """The parcel was not handed over after all: takes back each hand-over that this terminal knows of.

    Raises:
        DiskFull, StoreError: not all of it was stored.
    """
    for out in parcel.outs:
        terminal.say("parcel_back", {"parcel": parcel.id, "out": out}, by=by)


def leave_note(terminal: Terminal, text: str, *, to: str = "here", by: str | None = None) -> str:
    """Leaves a note to the next shift here, or at every desk (``all``); returns its id.

    Raises:
        FactError: it is empty or too long.
        DiskFull, StoreError: it was not stored.
    """
    return terminal.say("handover", {"text": text, "to": to}, by=by)


def tick_note(terminal: Terminal, note: str, *, by: str | None = None) -> str:
    """This space did what a note asks for; returns the fact's id.

    Raises:
        DiskFull, StoreError: it was not stored.
    """
    return terminal.say("handover_done", {"handover": note}, by=by)


def untick_note(terminal: Terminal, note: str, *, by: str | None = None) -> str:
    """A note was ticked off by mistake: it is open again here; returns the fact's id.

    Raises:
        DiskFull, StoreError: it was not stored.
    """
    return terminal.say("handover_undo", {"handover": note}, by=by)
