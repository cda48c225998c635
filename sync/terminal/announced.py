"""What the desk said to everybody and the replica may not contain yet: changes of plan, and notices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sync import rows
from sync.clock import local
from sync.terminal.pending import Stated
from sync.terminal.views import NoticeView

CALLED_OFF = "occurrence_cancel"
PLANS = (CALLED_OFF, "occurrence_restore")


def plans(pending: Iterable[Stated]) -> dict[str, Stated]:
    """The desk's last word on each occurrence of which it said that it does not take place, or does after all."""
    return {fact.body["occurrence"]: fact for fact in pending if fact.kind in PLANS}


def called_off(pending: Iterable[Stated]) -> frozenset[str]:
    """The occurrences that the desk called off and that the replica may not show so yet."""
    return frozenset(name for name, fact in plans(pending).items() if fact.kind == CALLED_OFF)


def reason(row: rows.Occurrence, word: Stated | None) -> str:
    """Why it does not take place."""
    if word is None:
        return row.reason
    return row.reason or str(word.body.get("reason") or "") if word.kind == CALLED_OFF else ""


def is_off(row: rows.Occurrence, word: Stated | None) -> bool:
    """Whether it does not take place."""
    return row.status == "cancelled" if word is None else word.kind == CALLED_OFF


def notices(
    stored: Iterable[Mapping[str, Any]], pending: Iterable[Stated], now: str, here: str
) -> tuple[NoticeView, ...]:
    """What is on the board: urgent ones first, then the newest.

    Args:
        stored: the replica's notices.
        pending: what the replica does not contain yet.
        now: an instant; what ended before it is left out.
        here: the space.
    """
    found: dict[str, NoticeView] = {}
    for body in stored:
        row = rows.load(rows.Notice, body)
        if row.until is None or row.until > now:
            own = row.space == here
            found[row.id] = NoticeView(row.id, row.title, row.text, local(row.at), row.urgent, own, row.until)
    for fact in pending:
        body = fact.body
        if fact.kind == "notice" and (body.get("until") or "9") > now:
            found[fact.id] = NoticeView(
                fact.id, {"it": body["title"]}, {"it": body["text"]}, local(fact.at), body.get("urgent", False),
                own=True, until=body.get("until"),
            )  # fmt: skip
        elif fact.kind == "notice_remove":
            found.pop(body["notice"], None)
    return tuple(sorted(found.values(), key=lambda one: (not one.urgent, -one.at.timestamp(), one.id)))
