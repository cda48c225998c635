"""A terminal introduces itself. Where its journal is the one that the hub knows, as nearly always, that is one look and
at most one short statement; everything else is the ledger's (`sync.hub.ledger.greet`).
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from sync.hub import backups, ledger, travel, views
from sync.hub.hub import Hub
from sync.hub.store.models import Terminal
from sync.wire import Hello

MAX_HEALTH_CHARS = 4000
MAX_VERSION_CHARS = 40


class Greeted(NamedTuple):
    """Where the hub stands towards a terminal."""

    epoch: str
    incarnation: int
    have: int


_NOTE = "UPDATE terminal SET version = :version, last = :last, health = :health WHERE id = :terminal"


def wanted(hub: Hub, terminal: str, space: str, message: Hello) -> views.Want:
    """What is to be looked up."""
    first, second = (*travel.places(hub, _told(message)), views.NOWHERE, views.NOWHERE)[:2]
    return views.Want(terminal, space, (first, second))


def greet(hub: Hub, view: views.View, message: Hello) -> tuple[Greeted, int]:
    """Takes in what a terminal says of itself; returns where the hub stands then, and what is durable.

    Raises:
        TimeTravel: what the terminal says proves that this hub went back in time.
    """
    if not _continues(view.terminal, message):
        return _by_the_ledger(hub, view.terminal.id, message)
    stands = view.terminal
    travel.judge(view.tag_at, hub, stands, view.head, _told(message))
    said = _said(message)
    if (stands.version, stands.last, json.loads(stands.health)) != (said["version"], said["last"], said["health"]):
        with hub.database.lax() as line:  # how it is, nobody is promised
            line.do(_NOTE, {**said, "health": json.dumps(said["health"]), "terminal": stands.id})
    durable = backups.durable_by(hub.database, view.backup, stands)
    return Greeted(view.head.epoch, stands.incarnation, stands.have), durable


def _continues(stands: views.Stands, message: Hello) -> bool:
    """Whether the journal ends, as far as the hub holds it, as the hub's books do, and nothing of it is missing."""
    ours = (stands.incarnation, stands.have, stands.have_hash)
    return ours == (message.incarnation, message.have, message.have_hash) and message.floor <= stands.have + 1


def _by_the_ledger(hub: Hub, name: str, message: Hello) -> tuple[Greeted, int]:
    with hub.database.write() as session:
        terminal = session.get_one(Terminal, name, with_for_update=True)
        ledger.greet(session, hub, terminal, message)
        said = _said(message)
        terminal.version, terminal.last, terminal.health = said["version"], said["last"], said["health"]
        epoch = travel.head_of(session).epoch
        return Greeted(epoch, terminal.incarnation, terminal.have), backups.durable(session, terminal)


def _told(message: Hello) -> travel.Told:
    return travel.Told(message.epoch, message.incarnation, message.have, (message.cursor, message.seen))


def _said(message: Hello) -> dict[str, Any]:
    """What a terminal says of how it is, if it is something to keep."""
    last = min(max(message.last, 0), ledger.MAX_SEQ)
    return {"version": message.version[:MAX_VERSION_CHARS], "last": last, "health": _health(message.health)}


def _health(values: dict[str, Any]) -> dict[str, Any]:
    try:
        text = json.dumps(values, allow_nan=False)
    except ValueError:
        return {}
    return values if len(text) < MAX_HEALTH_CHARS else {}
