"""How often somebody may try: buckets of tokens that fill up again, by address, by ticket, by person.

They are kept in memory and not in the database: the hub is one process, a guess must not cost a write (that would be a
way to hold up the terminals), and what a restart forgets is worth little against Argon2id or a number of twelve digits.
"""

from __future__ import annotations

import ipaddress
import threading
from collections import OrderedDict
from dataclasses import dataclass

from fastapi import Request

from sync.clock import Clock

MAX_KEYS = 10_000
"""Keys that are remembered; then the one that was seen longest ago is forgotten."""


@dataclass
class _Level:
    tokens: float
    at_ms: int


class Buckets:
    """One bucket of tokens a key.

    Args:
        clock: for the time that passes.
        size: attempts in a row.
        seconds: after which one more attempt is free.
    """

    def __init__(self, clock: Clock, size: int, seconds: float) -> None:
        self._clock, self._size, self._seconds = clock, size, seconds
        self._levels: OrderedDict[str, _Level] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str) -> bool:
        """Whether one more attempt is free; it is counted then."""
        with self._lock:
            level = self._filled(key)
            if level.tokens < 1:
                return False
            level.tokens -= 1
            return True

    def give_back(self, key: str) -> None:
        """The attempt was a good one: it does not count."""
        with self._lock:
            level = self._filled(key)
            level.tokens = min(self._size, level.tokens + 1)

    def _filled(self, key: str) -> _Level:
        now = self._clock.monotonic_ms()
        level = self._levels.pop(key, None) or _Level(self._size, now)
        level.tokens = min(self._size, level.tokens + (now - level.at_ms) / 1000 / self._seconds)
        level.at_ms = now
        self._levels[key] = level
        while len(self._levels) > MAX_KEYS:
            self._levels.popitem(last=False)
        return level


def address(request: Request) -> str:
    """Where a request comes from: the IPv4 address, or the /64 that one subscriber of IPv6 has."""
    host = request.client.host if request.client else ""
    try:
        parsed = ipaddress.ip_address(host)
    except ValueError:
        return host
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return host
