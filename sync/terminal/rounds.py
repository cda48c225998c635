"""What is due for a terminal's files: every page authenticated soon after the start and then daily, and the rounds of
`sync.terminal.upkeep` each hour.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sync.errors import Damaged
from sync.terminal.folder import Folder
from sync.terminal.journal import Journal
from sync.terminal.replica import Replica
from sync.terminal.upkeep import look_through, tidy

log = logging.getLogger(__name__)

CHECK_EVERY_MS = 24 * 3600 * 1000
TIDY_EVERY_MS = 3600 * 1000


class Rounds:
    """Does what is due, for one thread."""

    def __init__(self, folder: Folder, journal: Journal, replica: Replica) -> None:
        self._folder, self._journal, self._replica = folder, journal, replica
        self._checked: int | None = None
        self._tidied: int | None = None

    def turn(self, *, in_touch: bool) -> bool:
        """Does what is due; returns whether screens have something else to read.

        Args:
            in_touch: whether the hub told the time in its last answer: nothing is deleted by this machine's own.
        """
        now, mended = self._folder.clock.monotonic_ms(), False
        if self._checked is None or now - self._checked >= CHECK_EVERY_MS:
            mended = self._look()
            self._checked = now
        if self._tidied is None or now - self._tidied >= TIDY_EVERY_MS:
            tidy(self._folder, self._journal, self._hub_time() if in_touch else None)
            self._tidied = now
        return mended

    def _look(self) -> bool:
        try:
            look_through(self._folder)
        except Damaged as damage:
            log.error("%s", damage)
        try:
            self._replica.check()
        except Damaged:  # it is set aside, and an empty one is in its place until everything is here again
            return True
        return False

    def _hub_time(self) -> datetime | None:
        offset = int(self._journal.notes().get("offset", "0"))
        try:
            return self._folder.clock.now() + timedelta(milliseconds=offset)
        except OverflowError:
            return None
