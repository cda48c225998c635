"""Synchronisation in both directions, against a real `hub serve`, beside the same rows moved as plainly as can be."""

from __future__ import annotations

import os
import shutil
from typing import Any

from sync.terminal.folder import open_folder
from sync.terminal.journal import Journal
from tests.bench import plain
from tests.bench.measure import Spread, Tell, Turns, interleave
from tests.bench.report import Result, Target
from tests.bench.world import World, child

FIRST_SYNC, UPLOAD = "first-sync", "upload"
FIRST_SYNC_TARGET, UPLOAD_TARGET = Target("ratio", 2.0), Target("ratio", 3.0)
SIDES_DOWN = {
    "terminal": "the terminal's own pull and seats: signed requests, pages staged in SQLCipher, one switch",
    "limit": "one gzip JSON file over loopback HTTP, parsed and inserted with sqlite3 executemany, WAL, FULL",
    "plain": "pages of 1,000 rows as gzip JSON over requests, each inserted likewise",
}
SIDES_UP = {
    "terminal": "the terminal's own push: signed; the hub checks the chain, stores, applies and stamps each fact",
    "limit": "one gzip JSON body over loopback HTTP, parsed and inserted with sqlite3 executemany, WAL, FULL",
    "plain": "bodies of 1,000 facts as gzip JSON over requests, each inserted likewise",
}
WHOLE_JOURNAL = 1_000_000_000


def first(world: World, turns: Turns, tell: Tell) -> Result:
    """A new terminal takes everything in."""
    rows = world.feed()
    said: dict[str, Any] = {}
    load = os.getloadavg()[0]

    def ours() -> float:
        folder = world.copy(world.enrolled)
        said.update(child("tests.bench.sync_client", "down", "--data", folder, env=world.env()))
        shutil.rmtree(folder)
        if said["rows"] != len(rows):
            raise RuntimeError(f"the replica has {said['rows']} of {len(rows)} rows")
        return float(said["seconds"])

    with plain.serving(world.place) as yardstick, world.serving():
        plain.offer_rows(yardstick.folder, rows)
        sides = {"terminal": ours, "limit": lambda: yardstick.down("limit"), "plain": lambda: yardstick.down("plain")}
        samples = interleave(sides, turns, tell)
        _check(yardstick, len(rows))
    what = f"first synchronisation of {world.rows['activities']} activities and {world.rows['occurrences']} occurrences"
    facts = _facts(samples, len(rows), said, yardstick, "bytes_down")
    facts |= {"seconds_of_pull": said["pull"], "seconds_of_seats": said["seats"]}
    bodies = [len(body.encode()) for kind, *_, body in rows if kind == "activity"]
    facts["bytes_of_an_activity"] = round(sum(bodies) / len(bodies))
    return Result(FIRST_SYNC, what, samples, SIDES_DOWN, FIRST_SYNC_TARGET, facts, load)


def upload(world: World, count: int, turns: Turns, tell: Tell) -> Result:
    """A terminal that was long without a network sends what it recorded."""
    template, size = world.backlog(count, count // 5)
    folder = open_folder(template, "file")
    journal = Journal(folder.journal, folder.database_key())
    own = [(one.seq, one.id, one.kind, one.raw.decode()) for one in journal.after(0, facts=count, size=WHOLE_JOURNAL)]
    journal.close()
    said: dict[str, Any] = {}
    load = os.getloadavg()[0]

    def ours() -> float:
        terminal, hub = world.copy(template), world.copy(world.hub.folder)
        with world.serving(hub):
            said.update(child("tests.bench.sync_client", "up", "--data", terminal, env=world.env()))
        shutil.rmtree(terminal)
        shutil.rmtree(hub)
        if said["pushed"] != count or said["pending"]:
            raise RuntimeError(f"{said['pushed']} of {count} facts were taken, {said['pending']} wait")
        return float(said["seconds"])

    with plain.serving(world.place) as yardstick:
        plain.own_facts(yardstick.folder, own)
        sides = {"terminal": ours, "limit": lambda: yardstick.up("limit"), "plain": lambda: yardstick.up("plain")}
        samples = interleave(sides, turns, tell)
        _check(yardstick, count)
    facts = _facts(samples, count, said, yardstick, "bytes_up") | {"bytes_of_a_fact": round(size / count)}
    return Result(UPLOAD, f"upload of {count} facts", samples, SIDES_UP, UPLOAD_TARGET, facts, load)


def _check(yardstick: plain.Plain, count: int) -> None:
    short = {mode: said["done"] for mode, said in yardstick.said.items() if said["done"] != count}
    if short:
        raise RuntimeError(f"a yardstick moved another number than {count}: {short}")


def _facts(
    samples: dict[str, list[float]], count: int, said: dict[str, Any], yardstick: plain.Plain, direction: str
) -> dict[str, Any]:
    """Documents a second and bytes, ours and theirs: of bodies as they crossed the line, without HTTP's heads."""
    found: dict[str, Any] = {"documents": count}
    for name, taken in samples.items():
        found[f"documents_per_second_{name}"] = round(count / Spread.of(taken).median)
    found["bytes_up"], found["bytes_down"] = said["bytes_up"], said["bytes_down"]
    for mode, other in yardstick.said.items():
        found[f"{direction}_{mode}"] = other[direction]
    return found
