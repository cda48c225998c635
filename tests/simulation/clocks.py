"""Virtual time: the world's, which only goes on, and each machine's view of it, which drifts and jumps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 24, 14, 20, tzinfo=UTC)
"""A Tuesday afternoon."""
FIRST = datetime(1990, 1, 1, tzinfo=UTC)
"""No machine's clock is believed to be before this: the texts of instants have four digits for the year."""


class Time:
    """The world's time, in milliseconds since the start of the run."""

    def __init__(self) -> None:
        self.ms = 0

    def now(self) -> datetime:
        return START + timedelta(milliseconds=self.ms)

    def move(self, span: timedelta) -> None:
        self.ms += int(span.total_seconds() * 1000)


class MachineClock:
    """A machine's clock (`sync.clock.Clock`): wall time with a jump and a drift, monotonic time since its boot.

    Attributes:
        ahead: by how much the wall clock is ahead of the world's time, drift left out.
        drift: parts per million by which it is too fast.
    """

    def __init__(self, time: Time, name: str, *, ahead: timedelta = timedelta(), drift: float = 0.0) -> None:
        self._time, self._name = time, name
        self.ahead, self.drift = ahead, drift
        self._boots, self._booted = 0, 0
        self.boot()

    def boot(self) -> None:
        """The machine starts again."""
        self._boots += 1
        self._booted = self._time.ms

    def now(self) -> datetime:
        drifted = timedelta(milliseconds=self._time.ms * self.drift / 1e6)
        return max(self._time.now() + self.ahead + drifted, FIRST)

    def monotonic_ms(self) -> int:
        return 5_000 + self._time.ms - self._booted

    def boot_id(self) -> str:
        return f"{self._name}-{self._boots}"
