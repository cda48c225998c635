"""How what somebody asked for goes on, stage by stage, until it is closed.

Pure tables and rules, which the office and the terminals read alike.

A request for a service is answered; one for a product is made and handed over; an application for an opening is read,
talked over, tried, and ends in a placement or not; who answers a neighbour's offer is put in touch. Work goes forward,
by one stage or by several; one step back mends a mistake. It can be closed at any time, with an outcome, and opened
again where it stood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

RECEIVED, CLOSED = "received", "closed"

STAGES: dict[str, tuple[str, ...]] = {
    "service": (RECEIVED, "working"),
    "product": (RECEIVED, "working", "ready"),
    "opening": (RECEIVED, "reading", "interview", "trial"),
    "offer": (RECEIVED, "working"),
}
"""Kind of what was asked for → its open stages, in order."""

OUTCOMES: dict[str, tuple[str, ...]] = {
    "service": ("risolto", "appuntamento", "inviato", "non_risolvibile", "ritirata"),
    "product": ("consegnato", "non_disponibile", "ritirata"),
    "opening": ("inserito", "posti_finiti", "non_adatto", "ritirata"),
    "offer": ("messi_in_contatto", "non_disponibile", "ritirata"),
}
"""Kind → how it can end, the good end first."""

MAX_STEPS = 60
"""Steps that one request keeps; nobody needs more, and a table must not grow for ever."""


class StageError(ValueError):
    """A step that there is not."""


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to a request.

    Attributes:
        stage: where it went.
        at: when, as `sync.clock.stamp` writes it.
        by: id of the member of staff, or of the terminal; "" where nobody said.
        outcome: how it ended, where it was closed.
    """

    stage: str
    at: str
    by: str = ""
    outcome: str = ""


def kind_of(kind: str) -> str:
    """The kind of a request as these tables know it; what is unknown is treated as a service."""
    return kind if kind in STAGES else "service"


def following(kind: str, stage: str) -> tuple[str, ...]:
    """The open stages to which a request may go from an open one: all later ones, then the one before."""
    stages = STAGES[kind_of(kind)]
    if stage not in stages:
        return ()
    place = stages.index(stage)
    return (*stages[place + 1 :], *stages[max(0, place - 1) : place])


def move(kind: str, steps: Sequence[Step], to: Step) -> tuple[Step, ...]:
    """The steps of a request after one more.

    Args:
        kind: of what was asked for.
        steps: so far, the first one `RECEIVED`.
        to: the new one. To close, `stage` is `CLOSED` and `outcome` is said; to open again, it is the stage where the
            request stood before it was closed.

    Raises:
        StageError: the request cannot go there.
    """
    now = steps[-1].stage if steps else ""
    if to.stage == CLOSED:
        allowed = now != CLOSED and bool(to.outcome)
    elif now == CLOSED:
        allowed = to.stage == stood(steps)
    else:
        allowed = to.stage in following(kind, now)
    if not allowed or (to.outcome and to.stage != CLOSED):
        raise StageError(f"a request for a {kind} does not go from {now or 'nowhere'} to {to.stage}")
    kept = tuple(steps)
    if len(kept) >= MAX_STEPS:  # where it began, where it stood, and the latest of the others
        kept = (kept[0], *kept[len(kept) - MAX_STEPS + 2 :])
    return (*kept, to)


def stood(steps: Sequence[Step]) -> str:
    """The last open stage of a request."""
    return next((step.stage for step in reversed(steps) if step.stage != CLOSED), RECEIVED)
