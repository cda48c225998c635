"""The hub's catalogue: the spaces, and the occurrences that activities have in the rolling window.

An activity says when it takes place (`sync.hub.recurrence`); its rows in `Occurrence` are what people book. They are
made for the days from `DAYS_BACK` before today to `DAYS_AHEAD` after it, on the clocks of Milano, and whatever touches
that span counts: an exhibition that began in spring is on today. Doing it again changes nothing, and a row that stays
as it is, is not touched: the feed stamps only what changed.

Where a row and the plan differ:

- The plan counts, with what it says of single occurrences (`Activity.overrides`). What a person decides about one
  occurrence belongs there, through `change_occurrence`; then it also outlives the next version of an imported file.
- A row that was cancelled otherwise (at a terminal) and is `pinned` stays so until the plan gives its very status.
- A row that left the plan is deleted. If somebody booked it, or it is pinned, it stays, cancelled with a reason.
- Something that happens once and was moved keeps its occurrence, and with it the bookings.
- Behind the window, rows that nobody booked go; the others stay as they are.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import ROME, instant, local, stamp
from sync.hub.hub import Hub, set_setting, setting
from sync.hub.recurrence import EVERY, Planned, RuleError, plan, text_of, zone_of
from sync.hub.store.models import Activity, Booking, CheckIn, Occurrence, SeatAccount, Space, TicketHold
from sync.ids import occurrence_id

DAYS_BACK = 60
DAYS_AHEAD = 400
BATCH = 200
"""Activities whose occurrences one transaction rolls: a few tenths of a second on SQLite."""
CHUNK = 400
"""Ids in one query."""
STAFF = "staff"
"""Mark of an override that a person made: a newer version of an imported file does not take it back."""
LEFT = "Non è più in programma."
"""Why an occurrence is cancelled that left the recurrence after somebody had booked it."""

Progress = Callable[[int, int], None]
"""Told how many are done, and of how many."""

log = logging.getLogger(__name__)


@dataclass
class Rolled:
    """What an expansion did to occurrences (`removed`: deleted, or cancelled because they were booked)."""

    activities: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    unusable: int = 0

    def __add__(self, other: Rolled) -> Rolled:
        return Rolled(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def window(now: datetime) -> tuple[datetime, datetime]:
    """The rolling window: the first instant of its first day, and the first instant after its last."""
    today = local(now).date()
    first, after = today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD + 1)
    return datetime.combine(first, time(), ROME), datetime.combine(after, time(), ROME)


def expand(session: Session, activity: Activity, now: datetime) -> None:
    """Makes and updates the occurrences of one activity.

    Raises:
        RuleError: its recurrence or its times cannot be used; its occurrences are as they were.
    """
    expand_many(session, [activity], now)


def expand_many(session: Session, activities: Sequence[Activity], now: datetime) -> Rolled:
    """Makes and updates the occurrences of activities that are few enough for one transaction.

    Raises:
        RuleError: the times of one of them cannot be used.
    """
    session.flush()  # an activity that is new has its defaults only then
    first, last = window(now)
    rolled = Rolled()
    ordered = sorted(activities, key=lambda activity: activity.id)  # locks are taken in the order of the ids
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        plans = [(one, plan(one, first, last) if one.active else []) for one in batch]
        rolled += _roll(session, plans, (first, last))
    return rolled


def expand_all(hub: Hub, progress: Progress | None = None) -> Rolled:
    """Rolls the window on over all activities, in short transactions, so that the hub goes on serving meanwhile.

    An activity whose times cannot be used keeps the occurrences that it has, is counted and logged.
    """
    first, last = window(hub.clock.now())
    with hub.database.read() as session:
        ids = session.scalars(sa.select(Activity.id).order_by(Activity.id)).all()
    rolled = Rolled()
    for start in range(0, len(ids), BATCH):
        chunk = ids[start : start + BATCH]
        with hub.database.write() as session:
            batch = session.scalars(sa.select(Activity).where(Activity.id.in_(chunk)).order_by(Activity.id)).all()
            plans = [(one, planned) for one in batch if (planned := _tried(one, first, last)) is not None]
            rolled += _roll(session, plans, (first, last))
            rolled.unusable += len(batch) - len(plans)
        if progress:
            progress(start + len(chunk), len(ids))
    return rolled


def _tried(activity: Activity, first: datetime, last: datetime) -> list[Planned] | None:
    try:
        return plan(activity, first, last) if activity.active else []
    except RuleError as error:
        log.warning("activity %s keeps the occurrences that it has: %s", activity.id, error)
        return None


def _roll(session: Session, plans: Sequence[tuple[Activity, list[Planned]]], span: tuple[datetime, datetime]) -> Rolled:
    rolled = Rolled(activities=len(plans))
    present = _present(session, [activity.id for activity, _ in plans])
    gone: list[Occurrence] = []
    for activity, planned in plans:
        gone += _meet(session, activity, planned, present.get(activity.id, {}), rolled)
    if gone:
        _dismiss(session, gone, (stamp(span[0]), stamp(span[1])), rolled)
    return rolled


def change_occurrence(session: Session, occurrence: Occurrence, now: datetime, **changes: Any) -> None:
    """What a person decides about one occurrence: noted with its activity, so that every later expansion keeps it.

    Args:
        session: of a transaction that writes.
        occurrence: the one.
        now: present instant.
        changes: of ``status`` ("cancelled", "scheduled"), ``reason``, ``start`` and ``end`` (aware), ``capacity``.

    Raises:
        RuleError: it would start outside the days that the programme covers; nothing was changed.
    """
    first, last = window(now)
    if not first <= changes.get("start", first) < last:
        raise RuleError(f"it can be moved to a day up to {DAYS_AHEAD} days from now")
    activity = occurrence.activity

    def told(value: Any) -> Any:
        return _there(activity, value) if isinstance(value, datetime) else value

    key = _key(occurrence)
    said = {**activity.overrides.get(key, {}), **{name: told(value) for name, value in changes.items()}, STAFF: True}
    if said.get("status") == "scheduled" and activity.overrides.get(EVERY, {}).get("status") != "cancelled":
        del said["status"]  # nothing to say any more; a later word from a terminal counts again
        occurrence.status, occurrence.reason = "scheduled", ""
    activity.overrides = {**activity.overrides, key: said}
    occurrence.pinned = True
    expand(session, activity, now)


def _there(activity: Activity, value: datetime) -> str:
    """An instant on the activity's clocks, as its overrides write it."""
    there = value.astimezone(zone_of(activity.zone)).replace(tzinfo=None)
    return text_of(there.date() if activity.all_day else there)


def _key(occurrence: Occurrence) -> str:
    """The key under which its activity's overrides speak of an occurrence."""
    activity = occurrence.activity
    recurs = activity.rrule or activity.rdates
    return _there(activity, instant(occurrence.original)) if recurs else activity.start


def is_called_off(occurrence: Occurrence) -> bool:
    """Whether its programme itself says that it is cancelled, by the office or by an import."""
    overrides = occurrence.activity.overrides
    return any(overrides.get(key, {}).get("status") == "cancelled" for key in (EVERY, _key(occurrence)))


def reinstate(session: Session, activity: Activity, before: Mapping[str, Any]) -> None:
    """Takes back what earlier overrides had cancelled and the present ones do not, also where somebody had booked."""
    back = {key for key, said in before.items() if said.get("status") == "cancelled"}
    back -= {key for key, said in activity.overrides.items() if said.get("status") == "cancelled"}
    for row in _present(session, [activity.id]).get(activity.id, {}).values() if back else ():
        there = instant(row.original).astimezone(zone_of(activity.zone)).replace(tzinfo=None)
        if EVERY in back or text_of(there.date() if activity.all_day else there) in back:
            _assign(row, {"status": "scheduled", "reason": ""})


def load_spaces(session: Session, path: Path) -> int:
    """Brings the spaces of a file up to date; says how many it names.

    The file is ``config/spaces.json``; the reasons of its areas lie beside it in ``reasons.json``. What the office
    edited stays until the file itself says something new about that space.
    """
    config = json.loads(path.read_text(encoding="utf-8"))
    reasons = json.loads(path.with_name("reasons.json").read_text(encoding="utf-8"))
    for entry in config["spaces"]:
        values = _space(entry, config["hours"], reasons)
        digest = sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
        key = f"space-config-{entry['id']}"[:64]
        space = session.get(Space, entry["id"])
        if space is None:
            session.add(Space(id=entry["id"], **values))
        elif setting(session, key) != digest:
            _assign(space, values)
        set_setting(session, key, digest)
    return len(config["spaces"])


def _space(entry: Mapping[str, Any], hours: Mapping[str, Any], reasons: Mapping[str, Any]) -> dict[str, Any]:
    area = str(entry["area"])
    names = ("name", "address", "quarter", "municipio", "area", "lat", "lon")
    return {name: entry[name] for name in names} | {
        "hours": entry.get("hours", hours[area]),
        "reasons": [{"code": code, "label": reasons["labels"][code]} for code in reasons["areas"][area]],
    }


def _present(session: Session, activities: Sequence[str]) -> dict[str, dict[str, Occurrence]]:
    # Locked: nobody books a seat between the look at the bookings and the deletion of what has none.
    query = sa.select(Occurrence).where(Occurrence.activity_id.in_(activities)).order_by(Occurrence.id)
    found: dict[str, dict[str, Occurrence]] = {}
    for row in session.scalars(query.with_for_update()):
        found.setdefault(row.activity_id, {})[row.id] = row
    return found


def _meet(
    session: Session, activity: Activity, planned: Sequence[Planned], rows: dict[str, Occurrence], rolled: Rolled
) -> list[Occurrence]:
    """Brings the rows of one activity to its plan; returns those that the plan does not have."""
    wanted = {occurrence_id(activity.id, stamp(one.original)): one for one in planned}
    if not activity.rrule and not activity.rdates:
        wanted = _same_booking(wanted, rows)
    for row_id, one in wanted.items():
        row = rows.pop(row_id, None)
        values = _values(activity, one)
        if row is None:
            session.add(Occurrence(id=row_id, activity_id=activity.id, original=stamp(one.original), **values))
            rolled.added += 1
        elif _assign(row, _kept(row, one, values)):
            rolled.changed += 1
    return list(rows.values())


def _same_booking(wanted: dict[str, Planned], rows: Mapping[str, Occurrence]) -> dict[str, Planned]:
    """Something that happens once and was moved is still the same: its row, where it may be booked, keeps its id."""
    held = [row for row in rows.values() if row.pinned or row.sold]
    if len(wanted) == len(held) == 1 and held[0].id not in wanted:
        return {held[0].id: next(iter(wanted.values()))}
    return wanted


def _values(activity: Activity, one: Planned) -> dict[str, Any]:
    capacity = activity.capacity if one.capacity is None else one.capacity
    return {
        "space_id": activity.space_id,
        "start": stamp(one.start),
        "end": stamp(one.end) if one.end else None,
        "all_day": activity.all_day,
        "status": one.status,
        "reason": one.reason,
        "capacity": capacity if activity.signup else None,
    }


def _kept(row: Occurrence, one: Planned, values: dict[str, Any]) -> dict[str, Any]:
    """What changes of a row that is there: a person's cancellation stays unless the plan speaks of this very one."""
    if row.pinned and not one.explicit and row.status == "cancelled" and row.reason != LEFT:
        return {**values, "status": row.status, "reason": row.reason}
    return values


def _assign(row: Any, values: Mapping[str, Any]) -> bool:
    """Sets what differs, and says whether anything did: an assigned attribute is written even where it is the same."""
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)


def _dismiss(session: Session, rows: Sequence[Occurrence], span: tuple[str, str], rolled: Rolled) -> None:
    """Deletes what the plan no longer has; what somebody booked or changed stays, cancelled if it is in the window."""
    named = _named(session, [row.id for row in rows])
    for row in rows:
        if row.id not in named and not row.pinned and not row.sold:
            session.delete(row)
            rolled.removed += 1
        elif span[0] <= (row.end or row.start) and row.start < span[1] and row.status != "cancelled":
            _assign(row, {"status": "cancelled", "reason": LEFT, "pinned": True})
            rolled.removed += 1


def _named(session: Session, ids: Sequence[str]) -> set[str]:
    """Those among the occurrences that a booking, a seat account, a phone ticket or a check-in speaks of."""
    found: set[str] = set()
    columns = (Booking.occurrence_id, SeatAccount.occurrence_id, TicketHold.occurrence_id, CheckIn.occurrence_id)
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        for column in columns:
            found.update(one for one in session.scalars(sa.select(column).where(column.in_(chunk)).distinct()) if one)
    return found
