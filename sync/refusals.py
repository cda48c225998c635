"""Why a code is not accepted, and the sentence that says what to do."""

from __future__ import annotations

from enum import StrEnum

from sync.errors import SyncError


class Reason(StrEnum):
    """Why a code is not accepted."""

    FOREIGN = "foreign"
    DAMAGED = "damaged"
    TOO_LONG = "too_long"
    WRONG_KIND = "wrong_kind"
    WRONG_VERSION = "wrong_version"
    UNKNOWN_KEY = "unknown_key"
    NOT_ALLOWED = "not_allowed"
    REVOKED = "revoked"
    KEY_REVOKED = "key_revoked"
    KEY_EXPIRED = "key_expired"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    UNFIT = "unfit"


_SENTENCES = {
    Reason.FOREIGN: "This is no code of Quartieri Connessi. Show the card, the badge or the booking.",
    Reason.DAMAGED: "The code cannot be read. Hold it still and show it again, or type the number.",
    Reason.TOO_LONG: "This is no code of Quartieri Connessi: it is too long.",
    Reason.WRONG_KIND: "This code is for something else. Show the one that is asked for.",
    Reason.WRONG_VERSION: "This code is of another version. Update this program, or ask for a new code.",
    Reason.UNKNOWN_KEY: "Nobody that this machine knows has signed this code. Synchronise, or ask the office.",
    Reason.NOT_ALLOWED: "Whoever signed this code may not issue such codes. Ask the office for a new one.",
    Reason.REVOKED: "This code has been revoked. Ask the portiere for a new one.",
    Reason.KEY_REVOKED: "The terminal that made this code has been revoked. Ask the portiere for a new one.",
    Reason.KEY_EXPIRED: "The terminal that made this code was out of touch too long. Ask the portiere for a new one.",
    Reason.EXPIRED: "This code has expired. Ask for a new one.",
    Reason.NOT_YET_VALID: "This code is not valid yet. Check the clocks, or come back later.",
    Reason.UNFIT: "This cannot be written as a code: a field is out of its bounds.",
}


class CodeError(SyncError):
    """A code that is not accepted, or cannot be made; its text is a sentence that says what to do.

    Attributes:
        reason: why, for programs and for the words on a screen.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(_SENTENCES[reason])
        self.reason = reason
