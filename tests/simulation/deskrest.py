"""What became of a desk's facts at the hub, at rest: notices, closes of days, documents that were seen, requests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.simulation.history import Violation

if TYPE_CHECKING:
    from tests.simulation.world import World

Facts = dict[str, dict[str, Any]]


def check(world: World) -> None:
    """Raises `Violation` where the hub's tables are not what the facts that it accepted make of them."""
    _notices(world)
    _days(world)
    _seen(world)
    for kind, table in (("request", "request"), ("offer", "offer")):
        _one_each(_accepted(world, kind), {row[0] for row in world.hub.query(f"SELECT id FROM {table}")}, kind)  # noqa: S608


def _accepted(world: World, kind: str) -> Facts:
    """Bodies of the facts of a kind that the hub applied, by id, with their space under ``""``."""
    query = "SELECT id, raw FROM fact WHERE kind = ? AND state = 'accepted'"
    found = {fact: json.loads(raw) for fact, raw in world.hub.query(query, kind)}
    return {fact: {**values["body"], "": values.get("space", "")} for fact, values in found.items()}


def _notices(world: World) -> None:
    """A notice is on the board until it is taken down, and then no more, in whatever order the hub heard of it."""
    notices = _accepted(world, "notice")
    down = {(body["notice"], body[""]) for body in _accepted(world, "notice_remove").values()}
    shown = {key[1] for key in world.feed.rows if key[0] == "notice"}
    for notice, body in notices.items():
        if (notice, body[""]) in down and notice in shown:
            raise Violation(15, f"notice {notice} was taken down, and is on the board")
        if notice not in {one for one, _ in down} and notice not in shown:
            raise Violation(15, f"notice {notice} is not on the board, and nobody took it down")


def _days(world: World) -> None:
    """A close of a day is kept once for each fact, with what the desk saw."""
    closes = _accepted(world, "day_close")
    query = "SELECT id, space_id, day, totals FROM day_close"
    kept = {row[0]: row[1:] for row in world.hub.query(query)}
    _one_each(closes, set(kept), "day_close")
    for fact, body in closes.items():
        space, day, totals = kept[fact]
        if (day, json.loads(totals)) != (body["day"], body["totals"]) or (body[""] and space != body[""]):
            raise Violation(15, f"close {fact} is kept as {space} {day} {totals}, stated {body}")


def _seen(world: World) -> None:
    """Of whom a document was seen, it stays seen, whatever card they have now."""
    rows = {
        number: (seen, after) for number, seen, after in world.hub.query("SELECT number, seen, followed_by FROM member")
    }
    for fact, body in _accepted(world, "member_seen").items():
        number = body["card"]
        while number in rows and rows[number][1] in rows:
            number = rows[number][1]
        if number not in rows or rows[number][0] is None:
            raise Violation(15, f"fact {fact} saw a document of {body['card']}, and nobody saw one of {number}")


def _one_each(facts: Facts, kept: set[str], kind: str) -> None:
    if facts.keys() != kept:
        wrong = sorted(facts.keys() ^ kept)[0]
        raise Violation(15, f"{kind} {wrong} is {'kept without its fact' if wrong in kept else 'not kept'}")
