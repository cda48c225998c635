"""Every fact that a terminal can state.

A fact is immutable: what happened at a terminal, checked here, written and read by `sync.envelope`, journaled, sent,
and applied by the hub. A name or a contact is marked `Personal`: it forms the fact's personal part, which lies and
travels beside the fact and can be deleted while the chain of facts stays whole.

Versions: a model's `schema_version` grows when its body changes its meaning; `sync.upcasting` brings an old body to
the newest form. An unknown kind or a newer version is parked by the reader, never refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import pydantic.main  # noqa: F401 - first: its fields before it are a circle where Qt watches imports
from pydantic import Field, ValidationError, model_validator

from sync.body import Body, Code, Contact, Id, Language, Name, Nonce, Number, People, Personal, Prose, Title
from sync.deskfacts import (
    CardIssue,
    CardReplace,
    CardRevoke,
    DayClose,
    Handover,
    HandoverDone,
    HandoverUndo,
    MemberSeen,
    Notice,
    NoticeRemove,
    OccurrenceCancel,
    OccurrenceRestore,
    Parcel,
    ParcelBack,
    ParcelOut,
    Told,
    ToldUndo,
)
from sync.errors import FactError

AgeBand = Literal["<18", "18-24", "25-29", "30-54", "55-64", "65-74", "75+", "non_rilevata"]
ReferredTo = Literal[
    "wemi",
    "servizio_sociale",
    "custode_sociale",
    "gestore_casa",
    "caf_patronato",
    "asst",
    "cpi",
    "scuola",
    "associazione",
]


class DropIn(Body):
    """Somebody came by (or rang). No name, no free text."""

    kind = "dropin"
    reasons: tuple[Code, ...] = Field(min_length=1, max_length=20)
    channel: Literal["di_persona", "telefono", "totem"] = "di_persona"
    who: Literal["inquilino_erp", "utente_target", "residente", "altro", "non_rilevato"] = "non_rilevato"
    first_visit: Literal["si", "no", "non_noto"] = "non_noto"
    age_band: AgeBand = "non_rilevata"
    gender: Literal["f", "m", "altro", "non_rilevato"] = "non_rilevato"
    language: Language | None = None
    mediation: bool = False
    outcome: Literal["risolto", "appuntamento", "inviato", "in_sospeso", "non_risolvibile"] | None = None
    referred_to: ReferredTo | None = None
    people: People = 1
    minutes: Annotated[int, Field(ge=0, le=24 * 60)] | None = None


_DROPIN_FIELDS = frozenset(DropIn.model_fields)


class DropInAmend(Body):
    """Changes to a drop-in; for each field the latest in the order of the terminal counts."""

    kind = "dropin_amend"
    dropin: Id
    changes: dict[str, Any] = Field(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _changes_are_fields(self) -> DropInAmend:
        unknown = self.changes.keys() - _DROPIN_FIELDS
        if unknown:
            raise ValueError(f"a drop-in has no field {', '.join(sorted(unknown))}")
        DropIn.model_validate({"reasons": ["altro"], **self.changes})
        return self


class DropInVoid(Body):
    """A drop-in that was logged by mistake."""

    kind = "dropin_void"
    dropin: Id


class Booking(Body):
    """A sign-up.

    `paid`: a seat right of the terminal paid for it, so it is final; the terminal sets it, nobody else. `waiting`: the
    person knew that no seat was known to be left, and asked to wait.

    `card` is a member's number; a person without a card is known by `name`.
    """

    kind = "booking"
    occurrence: Id
    card: Number | None = None
    name: Annotated[Name | None, Personal] = None
    contact: Annotated[Contact | None, Personal] = None
    people: People = 1
    paid: bool = False
    waiting: bool = False
    language: Language | None = None

    @model_validator(mode="after")
    def _somebody(self) -> Booking:
        if (self.card is None) == (self.name is None):
            raise ValueError("a booking needs either card or name")
        return self


class Hold(Body):
    """One seat right set aside for a phone ticket that names this nonce."""

    kind = "hold"
    occurrence: Id
    nonce: Nonce
    expires: str | None = None


class BookingCancel(Body):
    """The person does not come. The seat comes back through the hub alone."""

    kind = "booking_cancel"
    booking: Id


class CheckIn(Body):
    """A person is here: by their booking, or by their card (a walk-in where there is no booking)."""

    kind = "checkin"
    booking: Id | None = None
    card: Number | None = None
    occurrence: Id | None = None

    @model_validator(mode="after")
    def _somebody(self) -> CheckIn:
        if self.booking is None and self.card is None:
            raise ValueError("a check-in needs booking, or card (with the occurrence)")
        return self


class CheckInUndo(Body):
    """A check-in made by mistake."""

    kind = "checkin_undo"
    checkin: Id


class Request(Body):
    """Somebody asks for a service of the portineria."""

    kind = "request"
    service: Id
    card: Number | None = None
    name: Annotated[Name | None, Personal] = None
    text: Annotated[Prose | None, Personal] = None


class RequestClose(Body):
    """A request is settled."""

    kind = "request_close"
    request: Id
    outcome: Code


class Offer(Body):
    """A neighbour offers something or looks for something. Nobody reads it before the office has approved it.

    What was written may say whose it is, so all of it is personal: it can be forgotten as a whole. `contact` is for the
    portiere, who puts people in touch.
    """

    kind = "offer"
    what: Literal["offro", "cerco"]
    title: Annotated[Title, Personal]
    text: Annotated[Prose | None, Personal] = None
    card: Number | None = None
    name: Annotated[Name | None, Personal] = None
    contact: Annotated[Contact | None, Personal] = None


class Feedback(Body):
    """A rating of an activity or of a space."""

    kind = "feedback"
    occurrence: Id | None = None
    space: Id | None = None
    score: Annotated[int, Field(ge=1, le=5)]
    text: Annotated[Prose | None, Personal] = None

    @model_validator(mode="after")
    def _of_something(self) -> Feedback:
        if (self.occurrence is None) == (self.space is None):
            raise ValueError("feedback needs either occurrence or space")
        return self


class Idea(Body):
    """A proposal from a resident."""

    kind = "idea"
    title: Title
    text: Prose


class Support(Body):
    """Somebody supports an idea."""

    kind = "support"
    idea: Id
    card: Number | None = None


class Answer(Body):
    """A filled form."""

    kind = "answer"
    form: Id
    version: Annotated[int, Field(ge=1)]
    answers: dict[str, Any] = Field(max_length=100)


KINDS: dict[str, type[Body]] = {
    model.kind: model
    for model in (
        DropIn, DropInAmend, DropInVoid, Booking, Hold, BookingCancel, CheckIn, CheckInUndo, Told, ToldUndo,
        CardIssue, CardReplace, CardRevoke, MemberSeen, OccurrenceCancel, OccurrenceRestore, Notice, NoticeRemove,
        DayClose, Request, RequestClose, Offer, Parcel, ParcelOut, ParcelBack, Handover, HandoverDone,
        HandoverUndo, Feedback, Idea, Support, Answer,
    )
}  # fmt: skip
"""Every kind of fact, by its name on the wire."""


def parse(kind: str, body: Mapping[str, Any]) -> Body:
    """Checks what somebody wants to state.

    Raises:
        FactError: the kind is unknown or a field is wrong; the text names the field.
    """
    model = KINDS.get(kind)
    if model is None:
        raise FactError(f"There is no fact of kind {kind!r}. Known kinds: {', '.join(sorted(KINDS))}.")
    try:
        found: Body = model.__pydantic_validator__.validate_python(body)  # its wrapper costs as much again
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "body"
        raise FactError(f"{kind}: {where}: {first['msg']}.") from None
    return found
