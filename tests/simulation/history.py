"""What happened in a run, a line each; shown when it fails, or when somebody asks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from tests.simulation.clocks import Time


class Violation(AssertionError):
    """A property of the design does not hold. `number`: which one (sync.md); `what`: how it shows."""

    def __init__(self, number: int, what: str) -> None:
        super().__init__(f"property {number}: {what}")
        self.number, self.what = number, what


@dataclass
class History:
    """The lines of a run."""

    time: Time
    lines: list[str] = field(default_factory=list)
    depth: int = 0

    def say(self, who: str, what: str) -> None:
        """Adds a line."""
        at = self.time.now().strftime("%m-%d %H:%M:%S")
        self.lines.append(f"{at} {'  ' * self.depth}{who:<9} {what}")

    def digest(self) -> str:
        """What tells whether two runs were the same."""
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()[:16]
