"""The messages between a terminal and the hub (``/v1``), as JSON.

Every request is signed by the terminal (`sync.signing`). Both ends ignore members that they do not know; a member
that is missing takes its default. Limits are named here, and both ends keep to them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

PROTOCOL = 1
"""The version of the protocol that this program speaks."""

MAX_PUSH_FACTS = 2_500
MAX_PUSH_BYTES = 1024 * 1024
"""Of the facts' raw bytes and personal parts, before compression: what this hub takes at a time (`Limits`)."""
FIRST_PUSH_FACTS = 500
FIRST_PUSH_BYTES = 512 * 1024
"""What every hub takes: the most that a terminal sends before a hub told its limits."""
MAX_REQUEST_BYTES = 4 * 1024 * 1024
"""The most that the hub reads of one request, after decompression."""
MAX_REPLY_BYTES = 8 * 1024 * 1024
"""The most that a terminal reads of one message, after decompression; for a snapshot see `sync.lines`."""
MAX_PAGE_ITEMS = 1_000
MAX_PAGE_BYTES = 1024 * 1024
"""Of the bodies on one page of a pull, before compression; at least one item is sent."""
MAX_WAIT_SECONDS = 25
MAX_SEAT_LINES = 500

MEDIA_TYPE = "application/json"


class Message(BaseModel):
    """Base of all messages: unknown members are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)


Seq = Annotated[int, Field(ge=0, le=2**63 - 1)]
"""A sequence number, an incarnation or a count of seats in an answer; databases end there."""


class Problem(Message):
    """A refusal. `code` is for programs, `message` for people.

    Codes: bad_request, unsigned, stale (with `time`), altered, replayed, unknown_terminal, revoked, version, fork (with
    `incarnation`), gap (with `have`), resync, too_large, busy. A terminal that is to erase what it holds is told so in
    `order` (`sync.orders`).
    """

    code: str
    message: str
    time: str | None = None
    incarnation: Seq | None = None
    have: Seq | None = None
    protocols: list[int] = Field(default_factory=list)
    order: str | None = None


class Limits(Message):
    """What the hub takes at a time. A member that is missing was not known to that hub: the least that any takes.

    Attributes:
        encodings: in which a request's body may be compressed, the best first.
        snapshot: whether there is ``GET /v1/snapshot`` as lines (`sync.lines`).
    """

    push_facts: int = FIRST_PUSH_FACTS
    push_bytes: int = FIRST_PUSH_BYTES
    wait_seconds: float = MAX_WAIT_SECONDS
    encodings: list[str] = ["gzip"]
    snapshot: bool = False


HUB_LIMITS = Limits(
    push_facts=MAX_PUSH_FACTS, push_bytes=MAX_PUSH_BYTES, wait_seconds=MAX_WAIT_SECONDS, encodings=["zstd", "gzip"],
    snapshot=True,
)  # fmt: skip
"""What this hub takes."""


class EnrolRequest(Message):
    """A terminal asks to be let in (in the shape of RFC 8628).

    Attributes:
        public: raw Ed25519 public key, hexadecimal; the request is signed with it, key id = the same text.
    """

    protocols: list[int] = [PROTOCOL]
    public: str = Field(pattern=r"^[0-9a-f]{64}$")
    space: str = Field(min_length=1, max_length=64)
    version: str = Field(default="", max_length=40)


class EnrolReply(Message):
    """What the terminal shows (code, url) until somebody approves it, and what it gets then.

    Attributes:
        state: pending, approved or refused.
        code: short code; url: where the office approves it.
        terminal, incarnation, epoch: from here on.
        pepper: the space's PIN pepper, hexadecimal; told once it is approved.
        hub_key: the hub's public key, hexadecimal.
        limits: what the hub takes, so that a new terminal's first synchronisation needs no hello; told once it is
            approved.
    """

    state: Literal["pending", "approved", "refused"]
    code: str = ""
    url: str = ""
    interval: float = 2.0
    terminal: str | None = None
    incarnation: Seq | None = None
    epoch: str | None = None
    have: Seq = 0
    pepper: str | None = None
    hub_key: str | None = None
    limits: Limits | None = None


class Clock(Message):
    """The terminal's clocks when it asked."""

    at: str
    mono: int
    boot: str


class Hello(Message):
    """How a terminal introduces itself: the first time, and after a refusal.

    Attributes:
        floor, last: first and last sequence number that its journal holds (0 and 0 when empty).
        floor_hash, last_hash, have_hash: hashes of the facts floor, last and have, hexadecimal; "" where it holds none.
        base_hash: hash of the fact before floor, which it deleted as durable; "" where floor is 1 or 0.
        have: what the hub told it last.
        seen: the newest proof of where the hub stood that it was told (`PullReply.cursor`, `SeatsReply.seen`).
    """

    protocols: list[int] = [PROTOCOL]
    incarnation: int
    epoch: str | None = None
    cursor: str | None = None
    floor: int = 0
    last: int = 0
    floor_hash: str = ""
    base_hash: str = ""
    last_hash: str = ""
    have: int = 0
    have_hash: str = ""
    seen: str | None = None
    clock: Clock
    version: str = ""
    health: dict[str, Any] = Field(default_factory=dict)


class HelloReply(Message):
    """Where the hub stands."""

    protocol: int = PROTOCOL
    epoch: str
    have: Seq
    durable: Seq
    incarnation: Seq
    time: str
    limits: Limits = Limits()
    resync: bool = False


class WireFact(Message):
    """One fact on its way up. `raw` is the exact text that was chained; salt is hexadecimal."""

    raw: str
    salt: str | None = None
    personal: str | None = None


class Push(Message):
    """Facts in order: `first` is the sequence number of the first, `previous` the hash of the fact before it.

    Attributes:
        epoch: the hub's epoch as the terminal knows it.
        seen: see `Hello`.
    """

    incarnation: int
    first: int = Field(ge=1)
    previous: str
    facts: list[WireFact] = Field(max_length=MAX_PUSH_FACTS)
    clock: Clock | None = None
    epoch: str | None = None
    seen: str | None = None


class Outcome(Message):
    """What became of a booking: final, waiting or refused, and why."""

    state: str
    why: str = ""


class Result(Message):
    """What became of a fact: accepted, duplicate, quarantined or parked."""

    seq: Seq
    state: Literal["accepted", "duplicate", "quarantined", "parked"]
    outcome: Outcome | None = None


class PushReply(Message):
    """`have` is the highest gapless sequence number that the hub holds; `results` leaves out plain acceptance."""

    have: Seq
    durable: Seq
    results: list[Result] = Field(default_factory=list)
    epoch: str = ""
    time: str = ""


Item = tuple[str, str, str, dict[str, Any] | None]
"""(entity, id, scope, body); no body: the row is gone from that scope."""


class PullReply(Message):
    """A page of what changed.

    Attributes:
        items: in the order of the feed.
        cursor: where to go on.
        more: whether another page follows at once; the page without switches the replica.
        applied: highest sequence number of this terminal's incarnation that the state includes.
        resync: the cursor is of no use: drop the replica and start without one.
        digest: of all rows that the terminal holds after this page (`sync.digest`), hexadecimal; on the last page only,
            and "" from a hub that tells none.

    A terminal that says `told` in its query gets nothing repeated that it said itself: no `cursor` is its own, no
    `epoch` the one it named; `have`, `durable`, `applied`, `incarnation` are always there, so that the ``{}`` of some
    network that wants a sign-in is not taken for a page.
    """

    items: list[Item] = Field(default_factory=list)
    cursor: str = ""
    more: bool = False
    have: Seq
    durable: Seq
    applied: Seq
    incarnation: Seq
    epoch: str = ""
    resync: bool = False
    time: str = ""
    digest: str = ""


class SeatLine(Message):
    """A terminal's counters for one occurrence, and how many seats it would like to hold beyond them."""

    occurrence: str = Field(max_length=120)
    granted: int = Field(default=0, ge=0)
    returned: int = Field(default=0, ge=0)
    spent: int = Field(default=0, ge=0)
    want: int = Field(default=0, ge=0, le=10_000)


class Seats(Message):
    """Counters up, wants up.

    Attributes:
        complete: with these lines the terminal has shown all counters that it holds since the epoch began: it is
            attested.
        epoch, seen: see `Push`.
    """

    incarnation: int
    lines: list[SeatLine] = Field(max_length=MAX_SEAT_LINES)
    complete: bool = False
    epoch: str | None = None
    seen: str | None = None


class Grant(Message):
    """Cumulative grant of one occurrence."""

    occurrence: str
    granted: Seq


class SeatsReply(Message):
    """Cumulative grants, of the lines asked for.

    Attributes:
        seen: where the hub stands after these grants, sealed like a cursor. The terminal keeps it with the grants and
            shows it with each request until a pull has gone beyond, so that a hub which was restored to before the
            grants is found out at the first contact.
    """

    grants: list[Grant] = Field(default_factory=list)
    epoch: str = Field(min_length=1)
    seen: str = ""
