"""Rules about what a desk says, switched off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import sqlalchemy as sa

from sync.hub import apply, members
from sync.hub.store.models import Notice
from sync.hub.store.registers import DayClose
from tests.simulation.mutant import RESTORES, mutant

NOTICES: dict[str, float] = {"notice": 25, "notice_down": 25, "sync": 25}


@mutant("a notice that is taken down before it came stays down", NOTICES | RESTORES, machines=3)
def removal_forgotten() -> Iterator[None]:
    real = apply.HANDLERS["notice_remove"]

    def remove(session: Any, hub: Any, got: Any) -> None:
        if session.get(Notice, got.fact.body["notice"]) is not None:
            real(session, hub, got)

    with patch.dict(apply.HANDLERS, {"notice_remove": remove}):
        yield


@mutant("each close of a day is kept", {"day_close": 40, "sync": 20})
def last_close_counts() -> Iterator[None]:
    real = apply.HANDLERS["day_close"]

    def close(session: Any, hub: Any, got: Any) -> None:
        session.flush()
        for one in session.scalars(sa.select(DayClose).where(DayClose.day == got.fact.body["day"])):
            session.delete(one)
        real(session, hub, got)

    with patch.dict(apply.HANDLERS, {"day_close": close}):
        yield


@mutant(
    "a new card is of somebody whose document was seen",
    {"phone_member": 15, "member_seen": 30, "card_change": 25, "card_issue": 2, "sync": 25},
)
def seen_of_the_old_card_alone() -> Iterator[None]:
    real = members.replace

    def replaced(*arguments: Any, **named: Any) -> Any:
        made = real(*arguments, **named)
        made.seen = None
        return made

    with patch.object(members, "replace", replaced):
        yield
