"""What a broken, an older or a newer program may have left in a journal. It is always UTF-8: journals hold texts."""

from __future__ import annotations

import json
from random import Random
from typing import Any


def rubbish(random: Random, fact_id: str) -> bytes:
    """The raw bytes of a fact that this program would not write."""
    moment = {"at": "2026-11-24T14:20:00Z", "mono": 1, "boot": "x", "offset": None}
    fact: dict[str, Any] = {"id": fact_id, "kind": "dropin", "v": 1, **moment, "body": {"reasons": ["chiavi"]}}
    odd: list[Any] = [
        None, "", "\x00", "\ud800", -1, 0, 2**63, 2**200, 1e308, [], {}, True, "x" * 300, "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z", "\U0001d518", {"a": {"b": []}},
    ]  # fmt: skip
    kind = random.randrange(7)
    if kind == 0:
        return (
            "".join(chr(random.choice((0, 9, 10, 34, 92, 123, 200, 0x2028, 0x1F600))) for _ in range(40)).encode()
            + fact_id.encode()
        )
    if kind == 1:
        return json.dumps({**fact, "kind": random.choice(("future", "poll", "x" * 120))}).encode()
    if kind == 2:
        return json.dumps({**fact, "v": random.choice((0, 2, 99, -1))}).encode()
    if kind == 3:
        name = random.choice(list(fact))
        return json.dumps({**fact, name: random.choice(odd)}).encode()
    if kind == 4:
        body: dict[str, Any] = {"reasons": random.choice(odd), "people": random.choice(odd), "unknown": 1}
        return json.dumps({**fact, "body": body}).encode()
    if kind == 5:
        booking = {"occurrence": random.choice(("nowhere", "", 5)), "card": "000000000000", "paid": random.choice(odd)}
        return json.dumps({**fact, "kind": "booking", "body": booking}).encode()
    return b"[" * 5_000 + fact_id.encode()
