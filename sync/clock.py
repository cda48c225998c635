"""Time, as something that is handed in.

Nothing in the project reads the clock directly: it asks the `Clock` that it was given. That lets tests and the
simulation own time, and lets ``QC_NOW`` set the clock of a demonstration. The spaces live in Europe/Rome; instants are
stored in UTC.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from sync.errors import UsageError

ROME = ZoneInfo("Europe/Rome")
"""The zone of every space, and of imported times that name none."""


class Clock(Protocol):
    """Wall time, monotonic time, and which boot the monotonic time belongs to."""

    def now(self) -> datetime:
        """The wall clock's instant, aware, in UTC. It may jump."""

    def monotonic_ms(self) -> int:
        """Milliseconds that only grow until the machine starts again."""

    def boot_id(self) -> str:
        """A name of this boot of the machine."""


class SystemClock:
    """The machine's clock, shifted by a constant where ``QC_NOW`` asks for another day.

    Args:
        shift: added to the machine's wall clock; zero in the field.
    """

    def __init__(self, shift: timedelta = timedelta()) -> None:
        self._shift = shift

    def now(self) -> datetime:
        """The wall clock's instant in UTC, with the shift."""
        return datetime.now(UTC) + self._shift

    def monotonic_ms(self) -> int:
        """CLOCK_BOOTTIME where there is one: it goes on while the machine sleeps."""
        clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
        return time.clock_gettime_ns(clock) // 1_000_000

    def boot_id(self) -> str:
        """The kernel's id of this boot, or "unknown" where it tells none."""
        return _boot_id()


def _boot_id() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return "unknown"


def clock_from_environment(*, demonstration: bool) -> SystemClock:
    """The clock that this process shall use.

    ``QC_NOW=2026-10-09T10:00`` (Europe/Rome unless it carries an offset) sets it for demonstrations and tests; the
    clock runs on from there.

    Args:
        demonstration: whether the keys are in the file vault. A real terminal never takes its time from a variable.

    Raises:
        UsageError: ``QC_NOW`` is no time, or is set where keys are real.
    """
    text = os.environ.get("QC_NOW")
    if not text:
        return SystemClock()
    if not demonstration:
        raise UsageError(
            "QC_NOW is for demonstrations and tests: it needs the file vault (--vault file). "
            "Unset QC_NOW, or run a demonstration terminal."
        )
    try:
        wanted = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"QC_NOW={text!r} is no time. Write it like 2026-10-09T10:00.") from None
    if wanted.tzinfo is None:
        wanted = wanted.replace(tzinfo=ROME)
    return SystemClock(wanted.astimezone(UTC) - datetime.now(UTC))


def stamp(instant: datetime) -> str:
    """An instant as the text that every row and fact carries: ``2026-10-09T08:00:00Z``; such texts sort by time."""
    return f"{instant.astimezone(UTC).isoformat()[:19]}Z"


def instant(text: str) -> datetime:
    """The instant that `stamp` wrote.

    Raises:
        ValueError: the text is no instant with a zone.
    """
    value = datetime.fromisoformat(text)
    if value.tzinfo is None:
        raise ValueError(f"{text!r} has no zone")
    return value.astimezone(UTC)


def local(value: datetime | str) -> datetime:
    """An instant, or its text, on the clocks of Milano."""
    return (instant(value) if isinstance(value, str) else value).astimezone(ROME)
