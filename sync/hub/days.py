"""Days that desks closed, and what the hub reckons of a day from all that it holds by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.hub.apply import NotApplicable, Received, handles
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, CheckIn, DropIn
from sync.hub.store.registers import DayClose, Parcel
from sync.totals import CAME, Totals, reckon, span


@handles("day_close")
def _day_close(session: Session, _hub: Hub, got: Received) -> None:
    body = got.fact.body
    try:
        day = date.fromisoformat(body["day"])
    except ValueError:
        raise NotApplicable(f"{body['day']} is no day") from None
    if session.get(DayClose, got.fact.id) is not None:
        raise NotApplicable(f"a close {got.fact.id} exists")
    session.add(
        DayClose(
            id=got.fact.id, space_id=got.space, day=day.isoformat(), at=got.at, by=got.fact.by,
            totals=dict(body["totals"]),
        )
    )  # fmt: skip


def totals(session: Session, space: str, day: date) -> Totals:
    """A day of a space, as of now."""
    begin, end = span(day)

    def count(model: type[Booking | CheckIn | Parcel], moment: sa.ColumnElement[str], *more: object) -> int:
        there = (model.space_id == space, moment >= begin, moment < end, *more)
        return session.scalar(sa.select(sa.func.count()).select_from(model).where(*there)) or 0  # type: ignore[arg-type]

    came = sa.select(DropIn.data).where(
        DropIn.space_id == space, DropIn.at >= begin, DropIn.at < end, DropIn.void.is_(False)
    )
    return reckon(
        ((data["reasons"], data["people"], data["age_band"]) for data in session.scalars(came)),
        checkins=count(CheckIn, sa.type_coerce(CheckIn.at, sa.String), CheckIn.void.is_(False)),
        signups=count(Booking, sa.type_coerce(Booking.at, sa.String), Booking.state.in_(CAME)),
        parcels=count(Parcel, sa.type_coerce(Parcel.at, sa.String)),
        handed=count(Parcel, sa.type_coerce(Parcel.out, sa.String)),
    )


@dataclass(frozen=True, slots=True)
class Closed:
    """A day that was closed, the last close of it. `then`: what the desk saw; `now`: what the hub reckons."""

    space: str
    day: str
    at: str
    then: dict[str, int]
    now: dict[str, int]

    @property
    def changed(self) -> bool:
        """Whether something came, or was amended, since."""
        return any(self.now.get(name, 0) != value for name, value in self.then.items())


def closed(session: Session, space: str | None, *, limit: int) -> Sequence[Closed]:
    """The days that were closed, the newest first.

    Args:
        session: of a transaction that reads.
        space: of one space; None: of all.
        limit: days at most.
    """
    where = DayClose.space_id == space if space else sa.true()
    query = (
        sa.select(DayClose)
        .where(where)
        .order_by(DayClose.day.desc(), DayClose.space_id, DayClose.at.desc(), DayClose.id.desc())
    )
    last: dict[tuple[str, str], DayClose] = {}
    for one in session.scalars(query.limit(limit * 4)):
        last.setdefault((one.day, one.space_id), one)
    return [
        Closed(one.space_id, one.day, one.at, one.totals, _now(session, one)) for one in list(last.values())[:limit]
    ]


def _now(session: Session, close: DayClose) -> dict[str, int]:
    return totals(session, close.space_id, date.fromisoformat(close.day)).named()
