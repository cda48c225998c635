"""What the desk states: whom it told, cards, changes of plan, notices, the close of a day, parcels, notes.

`sync.facts` knows them all.
"""

from __future__ import annotations

from typing import Annotated, Literal

import pydantic.main  # noqa: F401 - first: its fields before it are a circle where Qt watches imports
from pydantic import Field, StringConstraints, model_validator

from sync.body import Body, Code, Contact, Id, Language, Name, Note, Number, Personal, Prose, Title


class Told(Body):
    """The person has been told how their booking came out."""

    kind = "told"
    booking: Id


class ToldUndo(Body):
    """The person was ticked off by mistake: they have not been told."""

    kind = "told_undo"
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


class HandoverUndo(Body):
    """A note was ticked off by mistake: this space has it still to do."""

    kind = "handover_undo"
    handover: Id
