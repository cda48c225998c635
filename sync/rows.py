"""The state that comes down: every entity that a terminal's replica holds, as frozen dataclasses.

The hub writes a row with `dump`, a terminal reads it with `load`. Reading is tolerant by design: an unknown field of
a newer hub is ignored, a missing field takes its default, so neither end waits for the other's update. Instants are
texts as `sync.clock.stamp` writes them. Texts for residents are `{language: text}` with Italian always present.

Scopes say who receives a row: ``public`` goes to every terminal, ``space:ID`` to that space's terminals,
``terminal:ID`` to one terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from functools import cache
from typing import Any, TypeVar

from sync.deskrows import CheckIn, DayClose, DropIn, Handover, Parcel, Request

__all__ = ["CheckIn", "DayClose", "DropIn", "Handover", "Parcel", "Request"]
PUBLIC = "public"
Texts = dict[str, str]


def space_scope(space: str) -> str:
    """The scope of what only the terminals of one space may know."""
    return f"space:{space}"


def terminal_scope(terminal: str) -> str:
    """The scope of what one terminal alone receives."""
    return f"terminal:{terminal}"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that people come by for: a code, its labels, and its place on the desk."""

    code: str
    label: Texts


@dataclass(frozen=True, slots=True)
class Space:
    """One of the spaces. Entity ``space``, public.

    Attributes:
        hours: opening hours by ISO weekday ("1" is Monday): [["09:00", "12:30"], ...].
        web: the public address of the hub, for what people take along on their phones.
    """

    id: str
    name: str
    address: str = ""
    quarter: str | None = None
    municipio: int | None = None
    area: int = 1
    lat: float | None = None
    lon: float | None = None
    hours: dict[str, list[list[str]]] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)
    web: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that a space offers, once or again and again. Entity ``activity``, public.

    Attributes:
        signup: whether places are booked; without it one just comes.
        rrule: recurrence as in RFC 5545, for the words that describe it.
        cost: free text as imported; `free` where it is known to cost nothing.
        languages: languages spoken there besides Italian.
        picture: {"sha256", "width", "height", "alt": {language: text}}; its content is fetched by its name.
    """

    id: str
    space: str
    title: Texts
    summary: Texts = field(default_factory=dict)
    description: Texts = field(default_factory=dict)
    category: str = ""
    audience: Texts = field(default_factory=dict)
    venue: str = ""
    address: str = ""
    access: Texts = field(default_factory=dict)
    cost: str = ""
    free: bool | None = None
    languages: list[str] = field(default_factory=list)
    signup: bool = False
    capacity: int | None = None
    rrule: str | None = None
    url: str | None = None
    picture: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an activity takes place. Entity ``occurrence``, public.

    Attributes:
        end: when it ends; None where nobody said.
        all_day: the dates count, the times do not.
        status: ``scheduled`` or ``cancelled``.
        moved_from: the original start where it was moved.
        capacity, sold: seats, and seats taken by bookings that the hub knows; None where places are not booked.
    """

    id: str
    activity: str
    space: str
    start: str
    end: str | None = None
    all_day: bool = False
    status: str = "scheduled"
    reason: str = ""
    moved_from: str | None = None
    capacity: int | None = None
    sold: int = 0


@dataclass(frozen=True, slots=True)
class Booking:
    """A sign-up as the hub sees it. Entity ``booking``, for its maker and the space where it takes place.

    Attributes:
        state: final, provisional, waiting, refused, cancelled or checked_in.
        card: member's number, where the person has one.
        name: first name and initial, in the scope of the space alone.
        nonce: of the phone ticket that it came from.
        told: the person knows how it stands now.
        contact: where the person wants to be reached, in the scope of the space alone, as long as there is something
            to tell.
        clash: id of an occurrence at the same hour that the person has a place in too, in another space, and has not
            been told of; in the scope of the space alone.
    """

    id: str
    occurrence: str
    people: int
    state: str
    terminal: str | None = None
    card: str | None = None
    name: str | None = None
    why: str = ""
    nonce: str | None = None
    told: bool = False
    at: str = ""
    contact: str | None = None
    clash: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A person with a card. Entity ``member``, for the space that they belong to. Its id is the number.

    `seen`: somebody saw a document of theirs; not yet where they became a member on a phone. `doubled`: the card was
    shown in two spaces in less time than the way takes, and the office has not settled that yet.
    """

    id: str
    space: str
    name: str = ""
    language: str = "it"
    access: list[str] = field(default_factory=list)
    active: bool = True
    seen: bool = True
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who may open the desk. Entity ``staff``, for the spaces where they work.

    Attributes:
        verifier: Argon2id over HMAC(pepper, PIN), as argon2-cffi writes it.
        badge: serial of the valid badge.
        epoch: grows when the office unlocks the person; a failure count of an earlier one is void.
    """

    id: str
    name: str
    role: str
    verifier: str
    badge: str | None = None
    epoch: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class Key:
    """A public key whose codes are accepted. Entity ``key``, public. Its id is the key id.

    Attributes:
        public: raw Ed25519 public key, hexadecimal.
        kinds: which codes it may sign; `spaces` limits cards, None means all.
        not_before, not_after: epoch seconds.
        terminal: the only one that its tickets and bookings may name; None: any.
        certificate: the hub's word that the terminal may sign cards too (`sync.payloads.Certificate`), as a code.
        lane: of the terminal's card numbers (`sync.number`).
    """

    id: str
    public: str
    kinds: list[str]
    spaces: list[str] | None = None
    not_before: int = 0
    not_after: int = 2**53
    terminal: str | None = None
    certificate: str | None = None
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A card that a terminal signed and the hub has heard of: good, whatever becomes of the terminal. Entity
    ``confirmed``, public. Its id is the card's number.

    Attributes:
        expires: the instant after which it is not.
    """

    id: str
    expires: str


@dataclass(frozen=True, slots=True)
class Revocations:
    """The list of revoked numbers, badge serials and key ids, signed by the hub. Entity ``revocations``, id ``all``."""

    id: str
    signed: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to read. Entity ``notice``, public or for a space."""

    id: str
    space: str | None
    title: Texts
    text: Texts
    at: str
    until: str | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """Something that a space offers and that one can ask for. Entity ``service``, public.

    Attributes:
        kind: ``service`` (of the portineria), ``product`` (of a workshop) or ``opening`` (work, training).
        group: heading under which a list puts it.
        hours, price: in words, as the office wrote them.
        who: for whom it is.
        places: how many are wanted or taken; None where that is not said.
        contact: of the organisation, for everybody to read; never a neighbour's.
        ask: whether one can ask for it on the terminal; without it one just comes.
        until: the instant after which it is no longer offered.
    """

    id: str
    space: str
    kind: str
    title: Texts
    text: Texts = field(default_factory=dict)
    group: Texts = field(default_factory=dict)
    hours: Texts = field(default_factory=dict)
    price: Texts = field(default_factory=dict)
    who: Texts = field(default_factory=dict)
    places: int | None = None
    contact: str = ""
    ask: bool = True
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What a neighbour offers or looks for, once the office has approved it. Entity ``offer``, for its space.

    It says neither who wrote it nor how to reach them: the portiere puts people in touch.

    Attributes:
        what: ``offro`` or ``cerco``.
    """

    id: str
    space: str
    what: str
    title: Texts
    text: Texts = field(default_factory=dict)
    at: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A fact that the hub stored and could not apply. Entity ``held``, for its terminal, which goes on showing it."""

    id: str
    seq: int
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Seat rights of one terminal for one occurrence, cumulative (`sync.seats`). Entity ``seat``, for that terminal.

    Attributes:
        id: opaque; one for each occurrence, terminal and incarnation.
        granted: seats granted so far.
        recalled: seats that the hub would like to have back so far: the terminal returns what it has not promised,
            until its own `returned` has come to this.
    """

    id: str
    occurrence: str
    incarnation: int
    granted: int
    recalled: int = 0


@dataclass(frozen=True, slots=True)
class Erasure:
    """Personal parts of facts that must be forgotten. Entity ``erasure``, for the terminal that stated them.

    Attributes:
        id: of the fact.
    """

    id: str


ENTITIES: dict[str, type[Any]] = {
    "space": Space,
    "activity": Activity,
    "occurrence": Occurrence,
    "booking": Booking,
    "dropin": DropIn,
    "member": Member,
    "staff": Staff,
    "key": Key,
    "revocations": Revocations,
    "confirmed": Confirmed,
    "notice": Notice,
    "service": Service,
    "offer": Offer,
    "request": Request,
    "parcel": Parcel,
    "handover": Handover,
    "checkin": CheckIn,
    "day_close": DayClose,
    "held": Held,
    "seat": Seat,
    "erasure": Erasure,
}
"""Entity name on the wire → its class. A terminal keeps rows of entities that it does not know yet."""

Row = TypeVar("Row")


def dump(row: Any) -> dict[str, Any]:
    """A row as JSON values; what equals its default is left out. It shares the row's lists and dictionaries."""
    values: dict[str, Any] = {}
    for name, default, factory in _members(type(row)):  # type: ignore[arg-type]
        value = getattr(row, name)
        if value != (factory() if factory is not None else default):
            values[name] = value
    if values.get("reasons") and isinstance(row, Space):
        values["reasons"] = [asdict(reason) for reason in row.reasons]
    return values


@cache
def _members(kind: Hashable) -> list[tuple[str, Any, Callable[[], Any] | None]]:
    """Name, default (`MISSING`, which equals nothing, where there is none) and its factory, of each member."""
    return [
        (one.name, one.default, None if one.default_factory is MISSING else one.default_factory)
        for one in fields(kind)  # type: ignore[arg-type]
    ]


def load(kind: type[Row], values: Mapping[str, Any]) -> Row:
    """A row from JSON values; unknown fields are ignored.

    Raises:
        TypeError: a field without a default is missing.
    """
    known = {name: values[name] for name, _, _ in _members(kind) if name in values}  # type: ignore[arg-type]
    if kind is Space and known.get("reasons"):
        known["reasons"] = [load(Reason, reason) for reason in known["reasons"]]
    return kind(**known)


def pick(texts: Mapping[str, str], language: str) -> tuple[str, str]:
    """A text in a language, or else in Italian, or else in any; and the language that it is in ("" for no text)."""
    for code in (language, language.split("-", maxsplit=1)[0], "it", *texts):
        if texts.get(code):
            return texts[code], code
    return "", ""
