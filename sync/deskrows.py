"""What the desk's work leaves behind, as rows that come down to terminals: see `sync.rows`, which knows them all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class DropIn:
    """A drop-in with its amendments. Entity ``dropin``, for its space. `details`: as in `sync.details`."""

    id: str
    space: str
    terminal: str
    at: str
    reasons: list[str]
    people: int = 1
    age_band: str = "non_rilevata"
    void: bool = False
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asked for a service, or answered a neighbour's offer. Entity ``request``, for its maker and its space.

    Attributes:
        service: id of the `Service` or the `Offer`, or a code that a person typed.
        kind: of what was asked for, as in `sync.stages`.
        stage: where it stands; `outcome`: how it ended.
        card, name, text: who asked, and for what exactly; in the scope of the space alone.
    """

    id: str
    space: str
    service: str
    kind: str
    stage: str
    at: str = ""
    outcome: str = ""
    terminal: str | None = None
    card: str | None = None
    name: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel that a space keeps, or handed over lately. Entity ``parcel``, for its space.

    Attributes:
        code: what whoever comes for it says; unique among what is kept, where terminals knew of each other.
        card, name: whom it is for.
        outs: ids of the facts that say that it was handed over; empty while it is kept.
        out: when it was handed over.
    """

    id: str
    space: str
    code: str
    at: str
    card: str | None = None
    name: str | None = None
    outs: list[str] = field(default_factory=list)
    out: str | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """A note to the desk's next shift. Entity ``handover``, for its space, or public where it is for every desk.

    Attributes:
        space: where it was written.
        by: id of the member of staff who wrote it.
        to: ``here`` or ``all``.
        done: by space that has done what it asks for, when.
    """

    id: str
    space: str
    text: str
    at: str
    by: str | None = None
    to: str = "here"
    done: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DayClose:
    """A day that a desk closed. Entity ``day_close``, for its space.

    Attributes:
        day: as ISO writes it.
        at: when it was closed; `by`: id of the member of staff.
        totals: what the desk saw of the day then (`sync.totals`).
    """

    id: str
    space: str
    day: str
    at: str
    by: str | None = None
    totals: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Somebody is here. Entity ``checkin``, for its space."""

    id: str
    space: str
    at: str
    booking: str | None = None
    card: str | None = None
    occurrence: str | None = None
    void: bool = False
