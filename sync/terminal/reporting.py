"""What the engine says: how the line is and what the files hold, one JSON object a line, whenever it changed."""

from __future__ import annotations

import contextlib
import json
import logging
import threading
from typing import TextIO

from sync.errors import DiskFull, HubNotOurs, HubRefused, HubVersion, SyncError
from sync.terminal.journal import Journal
from sync.terminal.replica import Replica

log = logging.getLogger(__name__)

TRUST_MS = 5 * 60 * 1000
"""A clock that is further than this from the hub's is not trusted."""
MAX_LOGGED = 1_000
"""Characters of a sentence in the log."""


class Report:
    """Tells the screen how things stand; writes a line when they changed. Safe for several threads."""

    def __init__(self, out: TextIO) -> None:
        self._out, self._lock = out, threading.Lock()
        self._said: dict[str, object] = {}
        self._online, self._reason = False, ""
        self._logged = ""

    @property
    def online(self) -> bool:
        """Whether the hub answered last time."""
        return self._online

    def log(self, words: str) -> None:
        """Logs what went wrong, once until something else does or it goes right again."""
        if words != self._logged:
            self._logged = words
            log.info("%s", words[:MAX_LOGGED])

    def line(self, online: bool, reason: str, journal: Journal, replica: Replica, *, changed: bool = False) -> None:
        """Says how the line is and what the files hold."""
        with self._lock:
            self._online, self._reason = online, reason
            if online:
                self._logged = ""
            self._write(journal, replica, changed=changed)

    def files(self, journal: Journal, replica: Replica, *, changed: bool = False) -> None:
        """Says what the files hold; the line is as it was."""
        with self._lock:
            self._write(journal, replica, changed=changed)

    def _write(self, journal: Journal, replica: Replica, *, changed: bool) -> None:
        position = journal.position()
        offset = int(journal.notes().get("offset", "0"))
        now: dict[str, object] = {
            "online": self._online, "updated": replica.standing().updated, "pending": position.pending,
            "last_sent": position.last_sent, "reason": self._reason, "clock_trusted": abs(offset) <= TRUST_MS,
        }  # fmt: skip
        if changed or now != self._said:
            self._said = now
            with contextlib.suppress(BrokenPipeError):
                self._out.write(json.dumps({**now, "changed": changed}) + "\n")
                self._out.flush()


def reason_of(error: SyncError) -> str:
    """Why the line does not work, as the screen knows it."""
    if isinstance(error, HubRefused) and error.code != "busy":
        return "revoked" if error.code in ("revoked", "stopped", "unknown_terminal") else "hub_refused"
    if isinstance(error, HubNotOurs):
        return "not_ours"
    if isinstance(error, HubVersion):
        return "version"
    if isinstance(error, DiskFull):
        return "disk_full"
    return "no_network"
