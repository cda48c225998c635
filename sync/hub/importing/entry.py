"""What a file of any format is read into, and how much of it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sync.errors import SyncError

MAX_FILE_BYTES = 32 * 1024 * 1024
MAX_ENTRIES = 20_000
"""Entries of one file, the unusable ones included."""
MAX_OCCURRENCES = 100_000
"""Occurrences that one file may add within the rolling window."""
MAX_DATES = 1_000
"""Excluded, additional or changed dates of one entry."""
MAX_CAPACITY = 10_000
MAX_UID_CHARS = 300
MAX_TITLE_CHARS = 200
MAX_SUMMARY_CHARS = 500
MAX_DESCRIPTION_CHARS = 4_000
MAX_CATEGORY_CHARS = 80
MAX_AUDIENCE_CHARS = 200
MAX_PLACE_CHARS = 300
"""Of a venue, and of an address."""
MAX_COST_CHARS = 500
MAX_URL_CHARS = 500
MAX_REASON_CHARS = 500


class Unusable(SyncError):
    """An entry that cannot be taken in; the message says why, without a full stop."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a file that did not come in."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that takes place, once or again and again. A `sync.hub.recurrence.Series`.

    Attributes:
        where: its place in the file, for people.
        uid: what the file calls it, the same in each version of the file.
        start, end: local texts in `zone`, dates where `all_day`; the end is exclusive, None where nobody said.
        free: costs nothing (True), something (False), unknown (None).
        overrides: as in `sync.hub.store.models.Activity`.
        notes: what was left out or read in a way that somebody may want to know.
    """

    where: str
    uid: str
    title: str
    start: str
    end: str | None = None
    zone: str = "Europe/Rome"
    all_day: bool = False
    summary: str = ""
    description: str = ""
    category: str = ""
    audience: str = ""
    venue: str = ""
    address: str = ""
    cost: str = ""
    free: bool | None = None
    url: str | None = None
    capacity: int | None = None
    rrule: str | None = None
    exdates: tuple[str, ...] = ()
    rdates: tuple[str, ...] = ()
    overrides: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def content(self) -> dict[str, Any]:
        """Everything that makes two versions of an entry differ."""
        values = asdict(self)
        del values["where"], values["notes"]
        return values


Item = Entry | Skipped
