"""What the engine does for the journal beside pushing and pulling: looks at the whole file, lets go of what is old,
keeps room for a full disk, keeps the mirror up to date, and says how all of it stands.

Nothing here is needed for a fact to be safe; everything here is bounded, so that whoever records waits for none of it.
"""

from __future__ import annotations

import json
import os
from datetime import datetime
from typing import Any

from sync.errors import Damaged
from sync.terminal.folder import Folder
from sync.terminal.journal import Journal
from sync.terminal.opening import check_journal, remember
from sync.terminal.store import BALLAST, keep_ballast, suspect

MAX_BATCHES = 20
"""Of facts that are let go in one round (`retention.MAX_PRUNE_FACTS` each)."""


def look_through(folder: Folder) -> None:
    """Authenticates every page of the journal and walks its chains, soon after the start of a process without a screen.

    Raises:
        Damaged: something is wrong; it is noted, and the next start repairs it. Whoever shows the journal on a screen
            closes it and opens it anew.
    """
    problems = check_journal(folder)
    if problems:
        suspect(folder.journal)
        raise Damaged(f"The journal is damaged: {problems[0]}. It is repaired when the terminal starts again.")


def tidy(folder: Folder, journal: Journal, hub_time: datetime | None) -> int:
    """One round; returns how many facts were let go.

    Args:
        folder: of the terminal.
        journal: its journal.
        hub_time: the time, if the hub told it in an answer just now.

    Raises:
        StoreError: the journal cannot be written.
    """
    gone = 0
    if hub_time is not None:
        for _ in range(MAX_BATCHES):
            batch = journal.prune(hub_time, trusted=True)
            gone += batch
            if not batch:
                break
    keep_ballast(folder.path)
    if journal.mirror is not None:
        journal.mirror.copy()
    remember(folder, journal)
    return gone


def health(folder: Folder, journal: Journal) -> dict[str, Any]:
    """How journal, disk and mirror stand, for the office: small, and without a word of what is recorded.

    Members: ``disk_free_mb``; ``ballast`` (whether room is kept for a full disk); ``mirror`` (see `Mirror.health`; None
    without one); ``salvaged`` (see `salvage.Salvaged`; None if the journal was never repaired).
    """
    room = os.statvfs(folder.path)
    noted = journal.notes().get("salvage")
    return {
        "disk_free_mb": room.f_bavail * room.f_frsize // 2**20,
        "ballast": (folder.path / BALLAST).exists(),
        "mirror": journal.mirror.health(journal) if journal.mirror is not None else None,
        "salvaged": json.loads(noted) if noted else None,
    }
