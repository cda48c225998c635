"""How a body that an older program wrote is read by this one, pure and light: both ends use it, the screen too.

When the meaning of a kind's body changes, its `schema_version` grows (`sync.facts`), and a function here brings a body
of the version before to it. It gets the body without the personal part, as it was written, and returns a new one.
Functions are never removed: a journal may hold a fact of any version that was ever shipped, and so may a hub.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Body = dict[str, Any]

UPCASTERS: dict[tuple[str, int], Callable[[Body], Body]] = {
    ("parcel", 1): lambda body: body,  # a parcel may be for a card since version 2: what was before still says the same
}
"""(kind, version) → what brings a body of that version to the next one."""


def upcast(kind: str, version: int, body: Body) -> tuple[int, Body]:
    """A body in the newest form that there is a way to, and its version."""
    while (step := UPCASTERS.get((kind, version))) is not None:
        version, body = version + 1, step(dict(body))
    return version, body
