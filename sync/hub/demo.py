"""The demonstration programme: made-up activities and notices that bring the nine spaces to life; and the work of
their desks (`sync.hub.demo_desk`).

`load_demo` may be called again and again: what is there stays, with what the office made of it. Activities recur
without an end, so any day is alive. The few occurrences that are cancelled or moved are chosen relative to the day of
the first load, so that somebody who tries the program meets them within a week.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import ROME, instant, local, stamp
from sync.hub import pictures
from sync.hub.catalogue import change_occurrence, expand_many
from sync.hub.demo_desk import load_desks
from sync.hub.demo_pictures import picture_for
from sync.hub.hub import Hub
from sync.hub.importing.importer import store_entry
from sync.hub.requests import approve
from sync.hub.store.models import Activity, Notice, Occurrence, Offer, Service
from sync.resources import resource

PROGRAMME = "assets/demo/programme.json"
SOURCE = "demo"


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demonstration holds now, whether this load brought it in or an earlier one."""

    activities: int
    occurrences: int
    notices: int


def load_demo(hub: Hub, path: Path | None = None) -> DemoResult:
    """Loads the programme and its notices; the spaces must be there (`sync.hub.catalogue.load_spaces`)."""
    programme = json.loads((path or resource(PROGRAMME)).read_text(encoding="utf-8"))
    now = hub.clock.now()
    with hub.database.write() as session:
        fresh = [stored for entry in programme["activities"] if (stored := _store(session, entry)) is not None]
        expand_many(session, fresh, now)
        session.flush()
        new = {activity.id for activity in fresh}
        for activity in fresh:
            drawn = picture_for(activity.id)
            if drawn is not None and activity.picture is None:
                pictures.attach(session, activity, *drawn)
        for change in programme["changes"]:
            if change["activity"] in new:
                _change(session, change, now)
        for notice in programme["notices"]:
            _announce(session, notice, now)
        for service in programme["services"]:
            _offer(session, service, now)
        for note in programme["offers"]:
            _hang(session, note, now)
        session.flush()
        load_desks(session, hub)
        session.flush()
        return _counted(session)


def _store(session: Session, entry: Mapping[str, Any]) -> Activity | None:
    digest = sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()
    plain = ("id", "title", "summary", "category", "audience", "venue", "access", "start", "end", "rrule")
    values = {name: entry[name] for name in plain} | {
        "space_id": entry["space"],
        "source": SOURCE,
        "uid": entry["id"],
        "description": entry.get("description", {}),
        "cost": entry.get("cost", ""),
        "free": entry["free"],
        "languages": entry.get("languages", []),
        "capacity": entry.get("capacity"),
        "signup": "capacity" in entry,
        "overrides": {},
    }
    return store_entry(session, session.get(Activity, entry["id"]), values, digest)


def _change(session: Session, change: Mapping[str, Any], now: datetime) -> None:
    """Cancels or moves the first occurrence that starts some days from now."""
    day = local(now).date() + timedelta(days=change["after_days"])
    earliest = stamp(datetime.combine(day, time(), ROME))
    query = sa.select(Occurrence).where(Occurrence.activity_id == change["activity"], Occurrence.start >= earliest)
    row = session.scalars(query.order_by(Occurrence.start).limit(1)).first()
    if row is None or row.pinned:
        return
    said: dict[str, Any] = {"reason": change["reason"]}
    if "status" in change:
        said["status"] = change["status"]
    if "shift_minutes" in change:
        shift = timedelta(minutes=change["shift_minutes"])
        said["start"] = instant(row.start) + shift
        said["end"] = instant(row.end) + shift if row.end else None
    change_occurrence(session, row, now, **said)


def _announce(session: Session, notice: Mapping[str, Any], now: datetime) -> None:
    notice_id = f"{SOURCE}-{notice['id']}"
    if session.get(Notice, notice_id) is None:
        session.add(
            Notice(
                id=notice_id,
                space_id=notice["space"],
                title=notice["title"],
                text=notice["text"],
                at=stamp(now),
                until=stamp(now + timedelta(days=notice["days"])),
                urgent=notice["urgent"],
            )
        )


def _offer(session: Session, entry: Mapping[str, Any], now: datetime) -> None:
    """A service, a product or an opening; what is there stays as the office made it."""
    service_id = f"{SOURCE}-{entry['id']}"
    if session.get(Service, service_id) is None:
        texts = {name: entry.get(name, {}) for name in ("title", "text", "group", "hours", "price", "who")}
        until = stamp(now + timedelta(days=entry["days"])) if "days" in entry else None
        session.add(
            Service(
                id=service_id, space_id=entry["space"], kind=entry["kind"], places=entry.get("places"), until=until,
                contact=entry.get("contact", ""), ask=entry.get("ask", True), source=SOURCE, **texts,
            )
        )  # fmt: skip


def _hang(session: Session, note: Mapping[str, Any], now: datetime) -> None:
    """A neighbour's note that the office has approved."""
    note_id = f"{SOURCE}-{note['id']}"
    if session.get(Offer, note_id) is None:
        offer = Offer(
            id=note_id, space_id=note["space"], what=note["what"], title=note["title"], text=note.get("text", {}),
            at=stamp(now),
        )  # fmt: skip
        approve(offer, now, stamp(now + timedelta(days=note["days"])))
        session.add(offer)


def _counted(session: Session) -> DemoResult:
    ours = sa.select(Activity.id).where(Activity.source == SOURCE)

    def count(entity: type[Any], condition: sa.ColumnElement[bool]) -> int:
        return session.scalar(sa.select(sa.func.count()).select_from(entity).where(condition)) or 0

    return DemoResult(
        activities=count(Activity, Activity.source == SOURCE),
        occurrences=count(Occurrence, Occurrence.activity_id.in_(ours)),
        notices=count(Notice, Notice.id.startswith(f"{SOURCE}-")),
    )
