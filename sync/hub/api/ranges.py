"""Answers of which a part may be asked for (RFC 9110, 14): one range, from an offset on, of what was sent before."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sync.hub.api.exchange import Answer, Incoming

_RANGE = re.compile(r"bytes=(\d{1,15})-(\d{1,15})?")


def wanted(request: Incoming) -> tuple[str, int, int | None] | None:
    """What a request wants of something that it has begun to read: the etag, the first byte and the last one (None: to
    the end); None where it wants the whole of whatever there is now.
    """
    found = _RANGE.fullmatch(request.header("range"))
    name = request.header("if-range")
    if found is None or len(name) < 3 or name[0] != '"' or name[-1] != '"':
        return None
    return name[1:-1], int(found[1]), int(found[2]) if found[2] else None


def part(content: bytes, first: int, last: int | None, headers: Mapping[str, str]) -> Answer:
    """The part from `first` to `last`, both included: 206, or 416 where there is nothing at that place."""
    end = len(content) if last is None else min(last + 1, len(content))
    if first >= end:
        return Answer(416, {**headers, "content-range": f"bytes */{len(content)}"}, b"")
    where = {"content-range": f"bytes {first}-{end - 1}/{len(content)}"}
    return Answer(206, {**headers, **where}, content[first:end])
