"""How long to wait before trying again: full jitter, so that terminals whose line came back do not all call at once.

Source: M. Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015).
"""

from __future__ import annotations

import random

BASE_SECONDS = 1.0
CAP_SECONDS = 60.0


class Backoff:
    """Delays between attempts: uniformly between nothing and base · 2ⁿ, at most the cap."""

    def __init__(self, rng: random.Random | None = None, base: float = BASE_SECONDS, cap: float = CAP_SECONDS) -> None:
        self._rng, self._base, self._cap, self._failures = rng or random.Random(), base, cap, 0  # noqa: S311

    def reset(self) -> None:
        """It worked."""
        self._failures = 0

    def delay(self, retry_after: float | None = None) -> float:
        """It failed: seconds to wait, never less than the hub asked for."""
        ceiling = min(self._cap, self._base * 2 ** min(self._failures, 16))
        self._failures += 1
        waited = self._rng.uniform(0.0, ceiling)
        # Whom the hub told the same number must not come back at the same moment either.
        return max(waited, 0.1) + (retry_after or 0.0)
