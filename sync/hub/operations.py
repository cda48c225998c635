"""What the commands do, as functions that return plain values; the office's pages and the tests use them too."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

import sqlalchemy as sa

from sync.envelope import decode
from sync.errors import FactError
from sync.hub import audit, catalogue, members, seating, staff
from sync.hub import terminals as terminal_admin
from sync.hub.hub import Hub
from sync.hub.rolling import roll_on
from sync.hub.store.models import Activity, Occurrence, Space, StoredFact, Terminal
from sync.hub.store.schema import migrate
from sync.resources import resource

FACT_CHUNK = 500


@dataclass
class Initialised:
    """What `init` did. `words`: for people, among them PINs and cards to try in a demonstration."""

    counts: dict[str, int]
    words: list[str] = field(default_factory=list)


def init(hub: Hub, *, demo: bool) -> Initialised:
    """Creates or migrates the database, loads the spaces, and what a demonstration needs."""
    migrate(hub.database)
    with hub.database.write() as session:
        catalogue.load_spaces(session, resource("config/spaces.json"))
    members.ensure_keys(hub)
    words = []
    if demo:
        from sync.hub import demo as demonstration
        from sync.hub import tryout

        demonstration.load_demo(hub)
        words = tryout.people(hub)
    roll_on(hub)
    with hub.database.read() as session:
        counts = {
            name: session.scalar(sa.select(sa.func.count()).select_from(model)) or 0
            for name, model in (("spaces", Space), ("activities", Activity), ("occurrences", Occurrence))
        }
    return Initialised(counts, words)


def new_staff(made: staff.NewStaff) -> dict[str, Any]:
    """A member of staff as the commands print it."""
    return asdict(made)


def approve(hub: Hub, code: str) -> dict[str, str]:
    """Lets a terminal in."""
    with hub.database.write() as session:
        terminal = terminal_admin.approve(session, hub, code, audit.COMMAND_LINE)
        session.flush()
        audit.record(session, hub, audit.COMMAND_LINE, "terminal.approve", terminal.id)
        return {"terminal": terminal.id, "space": terminal.space_id}


def revoke(hub: Hub, terminal_id: str, *, erase: bool = False) -> dict[str, str]:
    """Refuses a terminal; with `erase`, it is told to erase what it holds."""
    with hub.database.write() as session:
        terminal = terminal_admin.revoke(session, terminal_id, erase=erase)
        audit.record(session, hub, audit.COMMAND_LINE, f"terminal.{'erase' if erase else 'revoke'}", terminal.id)
        return {"terminal": terminal.id}


def terminal_lines(hub: Hub) -> list[dict[str, Any]]:
    """Each terminal with what a technician asks first. `queue`: facts that it said it still has to send."""
    with hub.database.read() as session:
        return [
            {
                "terminal": one.id, "space": one.space_id, "state": one.state, "last_seen": one.last_seen,
                "have": one.have, "queue": max(0, one.last - one.have), "incarnation": one.incarnation,
                "version": one.version, "health": one.health,
            }
            for one in session.scalars(sa.select(Terminal).order_by(Terminal.id))
        ]  # fmt: skip


def fact_lines(hub: Hub, terminal: str | None) -> Iterator[dict[str, Any]]:
    """Facts as stored, in the order (terminal, incarnation, seq); a duplicate is not told again."""
    query = sa.select(StoredFact).where(StoredFact.state != "duplicate")
    if terminal is not None:
        query = query.where(StoredFact.terminal == terminal)
    query = query.order_by(StoredFact.terminal, StoredFact.incarnation, StoredFact.seq)
    streamed = query.execution_options(yield_per=FACT_CHUNK)
    with hub.database.read() as session, contextlib.closing(session.scalars(streamed)) as found:
        yield from map(_fact_line, found)


def _fact_line(row: StoredFact) -> dict[str, Any]:
    return {
        "terminal": row.terminal, "incarnation": row.incarnation, "seq": row.seq, "id": row.id, "kind": row.kind,
        "state": row.state, "outcome": row.outcome, "body": _body(row), **({"why": row.why} if row.why else {}),
    }  # fmt: skip


def _body(row: StoredFact) -> object:
    """The body as stated; what is no fact is shown as text."""
    raw = row.raw or b""
    try:
        fact = decode(raw)
    except FactError:
        try:
            return json.loads(raw)
        except ValueError:
            return raw.decode(errors="replace")
    return json.loads(raw)["body"] if fact.parked else fact.body


def seat_state(hub: Hub, occurrence_id: str) -> dict[str, Any]:
    """Seats of an occurrence.

    Raises:
        SeatingError: there is none.
    """
    with hub.database.read() as session:
        found = session.get(Occurrence, occurrence_id)
        if found is None:
            raise seating.SeatingError(
                "unknown_occurrence", f"There is no occurrence {occurrence_id!r}. The activity's page lists them."
            )
        return asdict(seating.state(session, found))
