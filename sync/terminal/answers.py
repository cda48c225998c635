"""What a hub's answer says, and every way in which it may be none of a hub's; without a line."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sync.clock import instant
from sync.errors import HubError, HubNotOurs, HubRefused, HubVersion
from sync.wire import MEDIA_TYPE

MAX_WORDS = 500
"""Characters of a hub's sentence that are kept."""
MAX_RETRY_SECONDS = 3600.0
EARLIEST, LATEST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
"""Between these is every hub's time."""
Answer = tuple[int, Mapping[str, str], bytes]
"""Status, headers, content."""

M = TypeVar("M", bound=BaseModel)


class Answers:
    """Reads what came from one address.

    Args:
        hub: the address, for sentences.
    """

    def __init__(self, hub: str) -> None:
        self._base = hub

    def message(self, answer: Answer, reply: type[M]) -> M:
        """The message in an answer.

        Raises:
            HubNotOurs: there is none.
        """
        _, headers, content = answer
        if MEDIA_TYPE not in headers.get("Content-Type", ""):
            raise self.not_ours()
        try:
            return reply.model_validate_json(content)
        except ValidationError:
            raise self.not_ours() from None

    def values(self, answer: Answer) -> dict[str, Any]:
        """An answer's fields as they are; for what comes before both ends agree on a version.

        Raises:
            HubNotOurs: there are none.
        """
        _, headers, content = answer
        values = problem_in(content) if MEDIA_TYPE in headers.get("Content-Type", "") else {}
        if not values:
            raise self.not_ours()
        return values

    def refused(self, answer: Answer) -> HubError:
        """The error that an answer of 400 or above is."""
        status, headers, content = answer
        problem = problem_in(content)
        if "code" not in problem:
            if status == 429 or status >= 500:  # a proxy in front of a hub that is away, or a hub that stumbled
                return HubRefused(
                    f"The hub at {self._base} is not there at the moment (status {status}). Trying again later.",
                    status=status, code="busy", retry_after=_seconds(headers.get("Retry-After")),
                )  # fmt: skip
            return self.not_ours()
        words = str(problem.get("message", ""))[:MAX_WORDS]
        if problem["code"] == "version":
            return HubVersion(words)
        return HubRefused(
            words, status=status, code=str(problem["code"])[:40], details=problem,
            retry_after=_seconds(headers.get("Retry-After")),
        )  # fmt: skip

    def not_ours(self) -> HubNotOurs:
        """Something else answered."""
        return HubNotOurs(
            f"What answers at {self._base} is no hub of Quartieri Connessi. Check the address; in some places the "
            "network itself answers until somebody signs in to it."
        )


def problem_in(content: bytes) -> dict[str, Any]:
    """What a refusal says; nothing where it says nothing."""
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def told_time(text: str) -> datetime | None:
    """The time that a hub told; None where it is none, or none of any hub's."""
    try:
        told = instant(text)
    except (ValueError, OverflowError):
        return None
    return told if EARLIEST <= told <= LATEST else None


def range_start(headers: Mapping[str, str]) -> int:
    """Where a part begins; -1 where its head does not say."""
    unit, _, rest = headers.get("Content-Range", "").partition(" ")
    start = rest.partition("-")[0]
    return int(start) if unit == "bytes" and start.isascii() and start.isdigit() and len(start) < 20 else -1


def _seconds(text: str | None) -> float | None:
    try:
        seconds = float(text) if text else math.nan
    except ValueError:
        return None
    return None if math.isnan(seconds) else min(max(seconds, 0.0), MAX_RETRY_SECONDS)
