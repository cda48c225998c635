"""The end of a switch of the replica: do its rows add up to what the hub says, and what when they do not?

All of this runs within the switch's transaction, which is given up where the rows are not the hub's (`Refused`): the
digest is compared before any screen can see what came. A difference is counted; the first time everything is fetched
anew, then ever more rarely, so that two ends that will not agree do not send everything for ever.
"""

from __future__ import annotations

import logging
import math
import re
from typing import Any

from sync import digest
from sync.errors import HubError
from sync.terminal.fresh import Head
from sync.terminal.standing import SET

log = logging.getLogger(__name__)

PATIENCE = 8
"""After a difference of digests that a snapshot did not mend, so many times more are let pass before the next one, and
each time so many times as many.
"""
_DIGEST = re.compile(r"[0-9a-f]{16}")
DOUBTS = ("doubts", "difference", "accepted")
"""What is noted while the two ends do not agree."""


class Differs(HubError):
    """What came in does not add up to what the hub says; it was not switched, and screens keep what they have.

    Attributes:
        anew: the next pull starts from the beginning; else it asks again for what was refused.
    """

    def __init__(self, *, anew: bool) -> None:
        super().__init__("What the hub sent is not what it says that it is. Trying again later.")
        self.anew = anew


class Refused(Exception):
    """Gives a switch up, within its transaction."""

    def __init__(self, told: str, total: int) -> None:
        super().__init__(told[:16])
        self.told, self.total = told, total


def settle(
    raw: Any, known: dict[str, str], head: Head, total: int, updated: str, *, whole: bool, seats: bool = True
) -> None:  # fmt: skip
    """The end of a switch: nothing is staged any more, and everything says so. `seats`: what they depend on came.

    A whole state that differs as the one before it did is taken, and what is built on it: then it is the hub's sum that
    is wrong, or a row that this program leaves out, and screens would stand still for ever.

    Raises:
        Refused: the rows are not what the hub says.
    """
    raw.execute("DELETE FROM staged")
    raw.execute("DELETE FROM meta WHERE key IN ('fresh', 'staged_cursor', 'staged_size')")
    number = str(int(known.get("switches", "0")) + 1)
    values = {
        "cursor": head.cursor, "applied": str(head.applied), "incarnation": str(head.incarnation), "epoch": head.epoch,
        "updated": updated, "switches": number, "digest": str(digest.signed(total)),
        "seats_at": number if seats else known.get("seats_at", number),
    }  # fmt: skip
    raw.executemany(SET, list(values.items()))
    if not head.digest or agree(raw, head.digest, total):
        return
    difference = _difference(head.digest, total)
    if difference != known.get("accepted") and not (whole and difference == known.get("difference")):
        raise Refused(head.digest, total)
    raw.execute(SET, ("accepted", difference))
    doubt(raw, {**known, "accepted": difference}, head.digest, total)


def agree(raw: Any, told: str, total: int) -> bool:
    """Compares digests; where they agree, there is no doubt any more."""
    if told != digest.text(total):
        return False
    raw.execute(f"DELETE FROM meta WHERE key IN {DOUBTS}")  # noqa: S608 - names of this module
    return True


def _difference(told: str, total: int) -> str:
    """By how much a told digest is off: the same for every state where a hub's sum is, another with each lost row."""
    if not _DIGEST.fullmatch(told):
        return "none"
    return digest.text(int(told, 16) - total)


def doubt(raw: Any, known: dict[str, str], told: str, total: int) -> bool:
    """Counts a difference; returns whether the next pull starts from the beginning: the first time, then ever more
    rarely, so that two ends that will not agree do not send everything for ever.
    """
    difference = _difference(told, total)
    is_other = known.get("accepted", difference) != difference
    doubts = 1 if is_other else int(known.get("doubts", "0")) + 1
    raw.executemany(SET, [("doubts", str(doubts)), ("difference", difference)])
    if is_other:
        raw.execute("DELETE FROM meta WHERE key = 'accepted'")
    due = math.log(doubts, PATIENCE).is_integer()
    log.warning(
        "The replica is not what the hub says that it is (%s, not %s): %s", digest.text(total), told[:16],
        "it is fetched anew." if due else "it was fetched anew before.",
    )  # fmt: skip
    if due:
        forget(raw)
    return due


def refuse(raw: Any, known: dict[str, str], told: str, total: int) -> bool:
    """Drops what was not switched, and counts why; see `_doubt`."""
    raw.execute("DELETE FROM staged")
    raw.execute("DROP TABLE IF EXISTS fresh")
    raw.execute("DELETE FROM meta WHERE key IN ('fresh', 'staged_cursor', 'staged_size')")
    return doubt(raw, known, told, total)


def forget(raw: Any) -> None:
    """Drops what came in and was not switched, and where to go on."""
    raw.execute("DELETE FROM staged")
    raw.execute("DROP TABLE IF EXISTS fresh")
    raw.execute("DELETE FROM meta WHERE key IN ('cursor', 'fresh', 'staged_cursor', 'staged_size')")
