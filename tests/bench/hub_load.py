"""One hub process on a real PostgreSQL, and a crowd of terminals (`tests.bench.load`): those who wait for news, and
those who come with some.
"""

from __future__ import annotations

import contextlib
import os
import resource
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.chain import genesis
from sync.clock import stamp
from sync.hub.hub import Hub
from sync.hub.store.models import Space, Terminal
from tests.bench import load_line, processes, programme, worker
from tests.bench.measure import Tell
from tests.bench.report import Result, Target
from tests.support.platform import HubSite
from tests.support.postgres import postgres_server

WAITING, ROUNDS = "waiting", "rounds"
TOLD_SECONDS, ROUNDS_A_SECOND = 2.0, 300
FACTS = 1
"""Facts of a push: what a terminal has to tell that pushes as soon as somebody was served."""
WINDOWS = 3
WARM_SECONDS = 3.0
SPARE_FILES = 200
"""Files that a process has open besides its connections."""
QUIET_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Load:
    """How much.

    Attributes:
        activities: of the programme, which every terminal takes in first.
        waiting: terminals that wait; changes: how often something changes for them.
        at_once: terminals that make rounds side by side; seconds: how long, each of `WINDOWS` times.
    """

    activities: int
    waiting: int
    changes: int
    at_once: int
    seconds: float


@dataclass(frozen=True)
class Served:
    """What is measured: the hub's process and its database's first one, the hub opened once more here, a crowd."""

    hub: Hub
    hub_pid: int
    postgres_pid: int
    crowd: worker.Worker

    def cpu(self) -> dict[str, float]:
        """Seconds of processors so far."""
        return {
            "hub": processes.cpu_seconds_with_children(self.hub_pid),
            "postgresql": processes.cpu_seconds_with_children(self.postgres_pid),
        }


def waiting(place: Path, load: Load, tell: Tell) -> Result:
    """A crowd waits; something changes; all are told."""
    begin = os.getloadavg()[0]
    count = _allowed(load.waiting)
    with _served(place, load, count) as served:
        served.crowd.ask(do="wait", terminals=min(count, load.at_once))  # what the first ones need is there from now on
        processes.wait_until_quiet(served.hub_pid, QUIET_SECONDS)
        before = processes.pss_bytes(served.hub_pid)
        arrived = time.monotonic()
        served.crowd.ask(do="wait", terminals=count)
        arrival = time.monotonic() - arrived
        quiet = processes.wait_until_quiet(served.hub_pid, QUIET_SECONDS)
        held = processes.pss_bytes(served.hub_pid) - before
        samples, medians = [], []
        for number in range(load.changes):
            last, median = _change(served, number)
            samples.append(last)
            medians.append(median)
            tell(number + 1, load.changes)
            quiet = processes.wait_until_quiet(served.hub_pid, QUIET_SECONDS) and quiet
        facts: dict[str, Any] = {
            "terminals": count, "median_terminal_told_after_s": statistics.median(medians),
            "worst_change_s": max(samples), "kib_a_waiting_terminal": held / max(count - load.at_once, 1) / 1024,
            "hub_pss_mib": processes.pss_bytes(served.hub_pid) / 2**20, "arrived_in_s": arrival,
            "hub_quiet_between": quiet,
        }  # fmt: skip
    if count < load.waiting:
        facts["left_out"] = f"{load.waiting - count} terminals: a process may not open more files here (ulimit -Hn)"
    return Result(
        WAITING, f"{count} terminals wait; from a change's commit until the last of them was told", {"hub": samples},
        {"hub": "one `hub serve` on PostgreSQL; each terminal on its own connection, asking again as soon as told"},
        (Target("seconds", TOLD_SECONDS),), facts, begin,
    )  # fmt: skip


def _change(served: Served, number: int) -> tuple[float, float]:
    """Changes an activity in another process than the hub's; seconds until the last and the median one was told."""
    served.crowd.ask(do="watch")
    began = time.monotonic_ns()
    programme.change(served.hub, 1, number)
    told = served.crowd.ask(do="told")
    return (told["last"] - began) / 1e9, (told["median"] - began) / 1e9


def rounds(place: Path, load: Load, tell: Tell) -> Result:
    """Terminals say hello, push and pull, as fast as they are answered."""
    begin = os.getloadavg()[0]
    made, spent = [], []
    with _served(place, load, load.at_once) as served:
        for window in range(WINDOWS + 1):
            before = served.cpu()
            seconds = load.seconds if window else min(WARM_SECONDS, load.seconds)
            found = served.crowd.ask(do="rounds", terminals=load.at_once, seconds=seconds, facts=FACTS)
            after = served.cpu()
            if window:  # the first one warms
                made.append(found)
                spent.append({**{name: after[name] - before[name] for name in after}, "generator": found["cpu"]})
            tell(window + 1, WINDOWS + 1)
    facts: dict[str, Any] = {
        "rounds_a_second": statistics.median(one["rounds"] / one["seconds"] for one in made),
        "terminals_at_once": load.at_once, "facts_a_push": FACTS,
        "median_round_ms": 1000 * statistics.median(one["median"] for one in made),
        "p99_round_ms": 1000 * max(one["p99"] for one in made),
    }  # fmt: skip
    for name in spent[0]:
        used = [cpu[name] for cpu in spent]
        share = [cpu / one["seconds"] for cpu, one in zip(used, made, strict=True)]
        each = [1000 * cpu / one["rounds"] for cpu, one in zip(used, made, strict=True)]
        facts |= {f"processors_{name}": statistics.median(share), f"cpu_ms_a_round_{name}": statistics.median(each)}
    return Result(
        ROUNDS, f"hello, push of {FACTS} fact and pull by {load.at_once} terminals side by side; seconds a round",
        {"hub": [one["seconds"] / one["rounds"] for one in made]},
        {"hub": "one `hub serve` on PostgreSQL, fsync on; every request signed, on kept-alive connections"},
        (Target("rounds_a_second", ROUNDS_A_SECOND, "least"),), facts, begin,
    )  # fmt: skip


def _allowed(count: int) -> int:
    """So many terminals, or as many as the machine's limit of open files lets the hub's process and ours hold."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count + SPARE_FILES
    limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(limit, soft), hard))  # for the processes started from here on
    return limit - SPARE_FILES


@contextlib.contextmanager
def _served(place: Path, load: Load, terminals: int) -> Iterator[Served]:
    """A hub that serves on a PostgreSQL of its own, with a programme and a crowd."""
    with postgres_server() as server, server.database() as url:
        site = HubSite(place / "load-hub", database=url)
        site.folder.mkdir(parents=True, exist_ok=True)
        site.init()
        hub = Hub.open(database=url, folder=site.folder)
        try:
            programme.fill(hub, load.activities, 0, datetime.now(UTC))
            spaces = _register(hub, terminals)
            with site.serving() as process, _crowd(site, spaces) as crowd:
                yield Served(hub, process.pid, server.pid, crowd)
        finally:
            hub.database.dispose()


@contextlib.contextmanager
def _crowd(site: HubSite, spaces: list[str]) -> Iterator[worker.Worker]:
    words = [word for space in spaces for word in ("--space", space)]
    with worker.python("tests.bench.load", "--port", site.port, *words) as crowd:
        crowd.hear()
        yield crowd


def _register(hub: Hub, count: int) -> list[str]:
    """Lets so many terminals in, straight through the database; returns the spaces that they are spread over."""
    with hub.database.write() as session:
        spaces = list(session.scalars(sa.select(Space.id).order_by(Space.id)))
        session.add_all(_terminal(number, spaces[number % len(spaces)]) for number in range(count))
    return spaces


def _terminal(number: int, space: str) -> Terminal:
    key: Ed25519PrivateKey = load_line.key_of(number)
    name = load_line.name_of(number, space)
    return Terminal(
        id=name, space_id=space, public=key.public_key().public_bytes_raw().hex(), incarnation=1, have=0,
        have_hash=genesis(name, 1).hex(), state="active", approved_at=stamp(datetime.now(UTC)), approved_by="load",
    )  # fmt: skip
