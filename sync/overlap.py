"""Whether two things take place at the same time, pure: somebody who signed up for both should hear of it."""

from __future__ import annotations

from datetime import datetime, timedelta

UNSAID = timedelta(hours=1)
"""How long something takes of which nobody said when it ends."""
LONG = timedelta(hours=12)
"""What is open for longer, such as an exhibition, one visits at some time: it keeps nobody from anything."""

Span = tuple[datetime, datetime | None]


def meet(one: Span, other: Span) -> bool:
    """Whether two spans of time, each from its start to its end, have more than an instant in common."""
    (begin, end), (start, stop) = one, other
    end, stop = end or begin + UNSAID, stop or start + UNSAID
    return begin < stop and start < end and max(end - begin, stop - start) <= LONG
