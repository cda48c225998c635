"""What screens and commands see: frozen dataclasses out of the projection, never a database row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from sync.pictures import MAX_HEIGHT, MAX_WIDTH, is_name
from sync.rows import Texts

BookingState = Literal["final", "provisional", "waiting", "refused", "cancelled", "checked_in"]


@dataclass(frozen=True, slots=True)
class SpaceView:
    """A space: where it is, what it puts first (area 1, 2 or 3), when it is open. `lat`, `lon`: degrees, where said."""

    id: str
    name: str
    address: str
    quarter: str
    area: int
    hours: dict[str, list[list[str]]]
    reasons: tuple[tuple[str, Texts], ...]
    web: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class SeatsView:
    """Seats of an occurrence as this terminal may speak of them.

    Attributes:
        capacity: seats in all.
        left: seats not taken as far as is known here (own unsent bookings subtracted); never negative.
        right: seats that this terminal can confirm at once, without a network.
    """

    capacity: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture: its name, its size in pixels, and what is to be seen on it, by language."""

    name: str
    width: int
    height: int
    alt: Texts


def picture_of(values: object) -> PictureView | None:
    """A picture as the hub told it; None for none, and for what is none."""
    if not isinstance(values, dict):
        return None
    name, alt = values.get("sha256"), values.get("alt")
    width, height = values.get("width"), values.get("height")
    if not (is_name(name) and isinstance(width, int) and isinstance(height, int) and isinstance(alt, dict)):
        return None
    if not (0 < width <= MAX_WIDTH and 0 < height <= MAX_HEIGHT):
        return None
    return PictureView(str(name), width, height, {str(key): str(text) for key, text in alt.items()})


def picture_place(folder: Path, picture: PictureView) -> Path:
    """Where a picture lies in the folder of pictures, once it is there."""
    return folder / f"{picture.name}.jpg"


@dataclass(frozen=True, slots=True)
class OccurrenceView:
    """One time that an activity takes place, with what a list or the activity's screen shows of it.

    Attributes:
        title, summary, description, audience, access: texts by language, Italian always among them.
        start, end: aware, Europe/Rome; `end` is None where nobody said.
        free: costs nothing (True), costs something (False), unknown (None); `cost`: the words.
        seats: None where one just comes.
        cancelled, moved_from, reason: changes of plan.
        signup: a place can be booked.
    """

    id: str
    activity: str
    space: str
    space_name: str
    title: Texts
    summary: Texts
    description: Texts
    category: str
    audience: Texts
    venue: str
    address: str
    access: Texts
    cost: str
    free: bool | None
    languages: tuple[str, ...]
    rrule: str | None
    start: datetime
    end: datetime | None
    all_day: bool
    cancelled: bool
    reason: str
    moved_from: datetime | None
    signup: bool
    seats: SeatsView | None
    url: str | None
    picture: PictureView | None = None

    def ends(self) -> datetime:
        """When it is over: its end, or an hour after its start where nobody said."""
        from datetime import timedelta

        return self.end or self.start + timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class BookingView:
    """A sign-up, as this terminal sees it.

    Attributes:
        pending: the hub does not have it yet.
        told: the person knows how it stands now.
        contact: where the person wants to be reached, while there is something to tell; at the desk of the space alone.
        clash: id of an occurrence of another space at the same hour, which the person has a place in too.
    """

    id: str
    occurrence: str
    people: int
    state: BookingState
    card: str | None
    name: str | None
    pending: bool
    why: str = ""
    told: bool = True
    contact: str = ""
    clash: str = ""


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody who does not know yet how a sign-up stands.

    Attributes:
        what: final, waiting, refused, cancelled (the occurrence) or moved; "" for nothing beyond `clash`.
        clash: what the person has a place in at the same hour, in another space; None for nothing.
    """

    booking: BookingView
    occurrence: OccurrenceView
    what: str
    clash: OccurrenceView | None = None


@dataclass(frozen=True, slots=True)
class DropInView:
    """A drop-in of today's log. `pending`: still to be sent; `details`: what else was said of it (`sync.details`)."""

    id: str
    at: datetime
    reasons: tuple[str, ...]
    people: int
    age_band: str
    pending: bool
    void: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice on the board. `own`: of this space alone, whose desk may take it down; `until`: an instant, if any."""

    id: str
    title: Texts
    text: Texts
    at: datetime
    urgent: bool
    own: bool = False
    until: str | None = None


@dataclass(frozen=True, slots=True)
class StaffView:
    """Somebody who may open the desk."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a code was. Exactly one of the attributes is set.

    Attributes:
        card: member's number of a valid card, with the preferences that it carries.
        badge: the member of staff that a badge belongs to.
        booking: id of a booking, from its code.
        parcel: id of a parcel, from its slip; whether it is kept here is not asked.
    """

    card: CardView | None = None
    badge: StaffView | None = None
    booking: str | None = None
    parcel: str | None = None


@dataclass(frozen=True, slots=True)
class CardView:
    """A valid card."""

    number: str
    language: str
    access: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignUp:
    """How a sign-up came out at this moment, durable. `state` is final, provisional or waiting, or an existing
    booking's.
    """

    booking: str
    state: BookingState
    already: bool = False


@dataclass(frozen=True, slots=True)
class TicketOffer:
    """What the sign-up QR opens. `held`: a seat is kept for it until `expires`."""

    url: str
    nonce: str
    expires: datetime
    held: bool


@dataclass(frozen=True, slots=True)
class Connection:
    """The state of the line, as screens say it.

    Attributes:
        online: the hub answered lately.
        updated: when the programme on screen was last known to be current (terminal's wall clock); None if never.
        pending: facts that the hub has not acknowledged; `last_sent`: when it last acknowledged one.
        clock_trusted: the wall clock agrees with the hub's, or has never been contradicted.
        reason: when offline, a code: no_network, hub_refused, revoked, not_ours, version, or "".
    """

    online: bool = False
    updated: datetime | None = None
    pending: int = 0
    last_sent: datetime | None = None
    clock_trusted: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of one space or of all: its occurrences by start."""

    day: date
    occurrences: tuple[OccurrenceView, ...] = field(default_factory=tuple)
