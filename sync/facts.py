"""Every fact that a terminal can state.

A fact is immutable: what happened at a terminal, checked here, written and read by `sync.envelope`, journaled, sent,
and applied by the hub. A name or a contact is marked `Personal`: it forms the fact's personal part, which lies and
travels beside the fact and can be deleted while the chain of facts stays whole.

Versions: a model's `schema_version` grows when its body changes its meaning; `sync.upcasting` brings an old body to
the newest form. An unknown kind or a newer version is parked by the reader, never refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from sync.errors import FactError

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.@:\-]{1,120}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})?$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Contact = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=200)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Number = Annotated[str, StringConstraints(pattern=r"^\d{12}$")]
Nonce = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
People = Annotated[int, Field(ge=1, le=99)]


class Personal:
    """Marks a field that belongs to the fact's personal part."""


class Body(BaseModel):
    """What a fact says. Frozen, and strict about unknown fields: a misspelt field is an error, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: ClassVar[str]
    schema_version: ClassVar[int] = 1

    @classmethod
    def personal_fields(cls) -> frozenset[str]:
        """The fields that are kept out of the chained bytes."""
        return frozenset(name for name, field in cls.model_fields.items() if any(m is Personal for m in field.metadata))


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


class Told(Body):
    """The person has been told how their booking came out."""

    kind = "told"
    booking: Id


class CardIssue(Body):
    """A card made at the desk. The terminal chooses the number."""

    kind = "card_issue"
    name: Annotated[Name | None, Personal]
    contact: Annotated[Contact | None, Personal] = None
    language: Language = "it"
    access: tuple[Code, ...] = Field(default=(), max_length=10)
    number: Number | None = None


class CardReplace(Body):
    """A member lost the card and has another; the old one is refused from now on. The terminal chooses the number.

    `card`: the number of the old one.
    """

    kind = "card_replace"
    card: Number
    number: Number | None = None


class CardRevoke(Body):
    """A member's card goes out of use."""

    kind = "card_revoke"
    card: Number


class MemberSeen(Body):
    """Somebody who signed up on a phone showed a document that says where they live. Only that it was seen is kept."""

    kind = "member_seen"
    card: Number


class OccurrenceCancel(Body):
    """An activity does not take place this time."""

    kind = "occurrence_cancel"
    occurrence: Id
    reason: Prose | None = None


class OccurrenceRestore(Body):
    """It takes place after all: a cancellation that the desk takes back."""

    kind = "occurrence_restore"
    occurrence: Id


class Notice(Body):
    """Something to read for everybody in the space."""

    kind = "notice"
    title: Title
    text: Prose
    until: str | None = None
    urgent: bool = False


class NoticeRemove(Body):
    """A notice of the space is taken off the board before its time."""

    kind = "notice_remove"
    notice: Id


class DayClose(Body):
    """The desk closes a day. `totals`: what it saw of it then, by name (`sync.totals`); what comes later counts too."""

    kind = "day_close"
    day: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    totals: dict[Code, Annotated[int, Field(ge=0, le=1_000_000)]] = Field(default_factory=dict, max_length=20)


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


class Parcel(Body):
    """A parcel is kept until somebody says its code. `for`: how it is addressed; `card`: a member's; one of them."""

    kind = "parcel"
    schema_version = 2  # `card` came: an older hub parks the fact until it knows what that means
    recipient: Annotated[Name | None, Personal] = Field(default=None, alias="for")
    card: Number | None = None
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{3,12}$")]

    @model_validator(mode="after")
    def _for_somebody(self) -> Parcel:
        if self.recipient is None and self.card is None:
            raise ValueError("a parcel needs for, or card")
        return self


class ParcelOut(Body):
    """The parcel was handed over."""

    kind = "parcel_out"
    parcel: Id


class ParcelBack(Body):
    """A hand-over that was logged by mistake: the parcel is still here. `out`: the `parcel_out` that is taken back."""

    kind = "parcel_back"
    parcel: Id
    out: Id


class Handover(Body):
    """A note for whoever stands at the desk next: here, or at every desk.

    It asks for no names; what was written may hold one all the same, so it is personal and can be forgotten.
    """

    kind = "handover"
    text: Annotated[Note | None, Personal]
    to: Literal["here", "all"] = "here"


class HandoverDone(Body):
    """This space has read a note and done what it asks for."""

    kind = "handover_done"
    handover: Id


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
        DropIn, DropInAmend, DropInVoid, Booking, Hold, BookingCancel, CheckIn, CheckInUndo, Told, CardIssue,
        CardReplace, CardRevoke, MemberSeen, OccurrenceCancel, OccurrenceRestore, Notice, NoticeRemove,
        DayClose, Request, RequestClose, Offer, Parcel, ParcelOut, ParcelBack, Handover, HandoverDone,
        Feedback, Idea, Support, Answer,
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
