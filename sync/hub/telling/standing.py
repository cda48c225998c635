"""What there is to tell of a sign-up, pure: it is read off how things stand when a letter is written, never kept from
when something happened. So nobody is told what is not true any more, or the same thing twice.
"""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal["final", "waiting", "refused", "cancelled", "moved"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def standing(state: str, why: str, status: str, start: str) -> str:
    """How a sign-up stands, in a short text that differs wherever the person should hear of it; "" where there is
    nothing to tell, as when they came, or said themselves that they do not come.

    Args:
        state: of the booking.
        why: of the booking. One that was refused because the same card holds a place already has nothing to tell.
        status: of the occurrence.
        start: of the occurrence, an instant.
    """
    if state not in ("final", "waiting", "refused") or (state == "refused" and why == "already"):
        return ""
    if status != "scheduled":
        return "" if state == "refused" else "cancelled"
    return state if state == "refused" else f"{state} {start}"


def kind(said: str, now: str) -> Kind | None:
    """What a letter is about.

    Args:
        said: the standing that the person was told last; "" for none.
        now: the standing of today.

    Returns:
        None where there is nothing to tell.
    """
    if not now or said == now:
        return None
    if now == "cancelled":
        return "cancelled"
    state, _, start = now.partition(" ")
    before, _, told = said.partition(" ")
    if before == state and told and told != start:
        return "moved"
    return next(one for one in KINDS if one == state)
