"""Where the replica stands: the small things that it keeps beside its rows, read within a transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from sync.terminal import fresh
from sync.terminal.fresh import Progress

SEATS = ("occurrence", "seat", "space")
"""The entities that a terminal's questions about seats depend on."""
SET = "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"
"""Notes one of the small things."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the replica stands.

    Attributes:
        cursor: to pull on from, including what is staged; None to begin.
        applied, incarnation: the state includes this terminal's facts up to `applied` of that incarnation.
        epoch: of the hub.
        updated: when it was last known to be current, as the terminal's wall clock said.
        switches: grows with each switch.
        seats_at: the switch that last brought anything that seats depend on (`SEATS`).
        progress: of a snapshot that is coming in.
    """

    cursor: str | None
    applied: int
    incarnation: int
    epoch: str | None
    updated: str | None
    switches: int
    seats_at: int = 0
    progress: Progress | None = None


def small_things(connection: sa.Connection) -> dict[str, str]:
    """All that it keeps beside its rows."""
    return {row.key: row.value for row in connection.exec_driver_sql("SELECT key, value FROM meta")}


def standing(connection: sa.Connection) -> Standing:
    """Where the replica stands, within a transaction."""
    return standing_of(small_things(connection))


def standing_of(known: Mapping[str, str]) -> Standing:
    """Where the replica stands by what it notes."""
    progress = fresh.load(known["fresh"]) if "fresh" in known else None
    in_pages = progress.cursor if progress is not None else None
    return Standing(
        cursor=(in_pages or None) if progress is not None else known.get("staged_cursor") or known.get("cursor"),
        applied=int(known.get("applied", "0")),
        incarnation=int(known.get("incarnation", "0")),
        epoch=known.get("epoch"),
        updated=known.get("updated"),
        switches=int(known.get("switches", "0")),
        seats_at=int(known.get("seats_at", known.get("switches", "0"))),
        progress=progress if progress is not None and progress.etag else None,
    )


def switches(connection: sa.Connection) -> int:
    """How often it was switched, within a transaction: names the state that is read."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'switches'").scalar()
    return int(found or 0)
