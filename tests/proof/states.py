"""Every state between two writes that a power cut can leave, opened with the real code.

A terminal records and synchronises while all writes of its files, and of its hub's, are logged. Each seed cuts the
power at a moment of the log, rebuilds what a disk with a volatile cache could hold then, and opens it:

- the journal holds every fact that was acknowledged before the cut, in a whole chain, and takes the next one;
- the replica is a state that was committed before the cut, or is found damaged;
- the hub holds every fact that it had told a terminal to have.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from sync.errors import Damaged
from sync.hub.hub import Hub
from sync.hub.store.models import FeedHead, StoredFact
from sync.hub.store.models import Terminal as TerminalRow
from sync.terminal.replica import Replica
from sync.terminal.terminal import Terminal
from tests.proof import strace, writelog
from tests.proof.account import chained
from tests.proof.proof import Check, Proof
from tests.proof.world import TERMINAL, World, database_key, template, traffic
from tests.proof.writelog import Event, Keep, state_at
from tests.support import forkserver

MANY = 260
"""Facts in one go: enough that SQLite carries its log over into the file in between."""
ROUNDS = 6
HUB_EACH = 4
"""One seed in so many is a cut of the hub's power."""


@dataclass(frozen=True)
class Recording:
    """What one end wrote.

    Attributes:
        before: its files when it began.
        events: in order.
        saved: (moment, what was said to be saved from then on): a fact's id, or the hub's `have`.
    """

    folder: Path
    before: dict[Path, bytes]
    events: Sequence[Event]
    saved: Sequence[tuple[float, str | int]]

    def cut(self, rng: random.Random) -> tuple[int, Keep]:
        """A moment, as the number of events before it, and what the cache did."""
        syncs = [number for number, event in enumerate(self.events) if event.what == "sync"]
        until = (
            rng.choice(syncs) + rng.randint(0, 1) if syncs and rng.random() < 0.5 else rng.randint(0, len(self.events))
        )
        keeps = (writelog.nothing, writelog.everything, writelog.some(rng), writelog.first(rng))
        return until, rng.choice(keeps)

    def told_before(self, until: int) -> list[str | int]:
        """What had been said to be saved before the cut."""
        if until == len(self.events):
            return [what for _, what in self.saved]
        return [what for at, what in self.saved if at < self.events[until].at]

    def rebuild(self, until: int, keep: Keep, place: Path) -> None:
        """Puts the files after the cut into a folder. Memory that processes shared is gone with the power."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for path, data in state_at(self.before, self.events[:until], keep).items():
            if not path.name.endswith("-shm"):
                (place / path.name).write_bytes(data)
                (place / path.name).chmod(0o600)


@contextmanager
def prepare(place: Path) -> Iterator[Check]:
    """A recording of both ends, and the states of the replica that were committed."""
    strace.needed()
    with template(place) as made, made.copy(place / "world") as world:
        terminal, hub = record_both(world, place)
        committed = _committed(terminal, place / "committed")

        def check(seed: int) -> Counter[str]:
            rng = random.Random(f"state {seed}")
            if seed % HUB_EACH == HUB_EACH - 1:
                return check_hub(hub, rng, place / "cut")
            return check_terminal(terminal, committed, rng, place / "cut")

        yield check


def record_both(
    world: World, place: Path, *, program: str = "kiosk", many: int = MANY, rounds: int = ROUNDS
) -> tuple[Recording, Recording]:
    """Records and synchronises under the eyes of the tracer."""
    rng = random.Random("states")
    folders = world.terminal.folder, world.hub.folder
    before = [_files(folder) for folder in folders]
    events, told = [], []

    def run(*arguments: str, facts: int = 0) -> str:
        lines = "".join(
            json.dumps({"kind": kind, "body": body}) + "\n" for kind, body in traffic(rng, facts, world.occurrence)
        )
        with forkserver.start(
            program, arguments, {**os.environ, **world.terminal.variables()}, lines, held=True
        ) as command:
            with strace.attached(command, writelog.OPTIONS, place / "log"):
                command.release()
                assert command.wait() == 0, command.errors
            events.extend(writelog.read(place / "log"))
            return command.output

    run("record", "--json", facts=many)
    with world.serving() as serve:
        with strace.attached(serve, writelog.OPTIONS, place / "hub-log"):
            for _ in range(rounds):
                run("record", "--json", facts=3)
                have = json.loads(run("sync", "--once", "--json"))["have"]
                told.append((time.time(), have))
        hub_events = writelog.read(place / "hub-log")
    saved = [(event.at, line["id"]) for event in events for line in _acknowledgements(event)]
    assert len(saved) == many + 3 * rounds
    return (
        Recording(folders[0], before[0], _within(events, folders[0]), saved),
        Recording(folders[1], before[1], _within(hub_events, folders[1]), told),
    )


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "ballast"}


def _within(events: Sequence[Event], folder: Path) -> list[Event]:
    return [event for event in events if folder in (event.path, event.path.parent)]


def _acknowledgements(event: Event) -> list[dict[str, str]]:
    if event.what != "say" or event.path.name != "out":
        return []
    return [line for text in event.data.splitlines() if "id" in (line := json.loads(text))]


def check_terminal(terminal: Recording, committed: dict[str, int], rng: random.Random, place: Path) -> Counter[str]:
    """Cuts a terminal's power and opens what is left."""
    until, keep = terminal.cut(rng)
    terminal.rebuild(until, keep, place)
    said = terminal.told_before(until)
    held = chained(place)
    lost = set(said) - set(held)
    assert not lost, f"{len(lost)} of {len(said)} acknowledged facts are lost by a cut after event {until}"
    figures = Counter(states_of_a_terminal=1, facts_acknowledged=len(said))
    try:
        found = digest(place)
    except Damaged:
        figures["replicas_found_damaged"] = 1
        return figures
    assert committed.get(found, until + 1) <= until, f"the replica after a cut at {until} was never committed"
    with closing(Terminal.open(place, vault="file")) as opened:
        opened.log_dropin(["chiavi"])
    assert chained(place)[:-1] == held
    return figures


def _committed(terminal: Recording, place: Path) -> dict[str, int]:
    """The states of the replica in the order in which they were committed: digest to first event."""
    found: dict[str, int] = {}
    for until in range(len(terminal.events) + 1):
        last = terminal.events[until - 1] if until else None
        if last is None or last.path.name.startswith("replica"):
            terminal.rebuild(until, writelog.everything, place)
            found.setdefault(digest(place), until)
    return found


def digest(folder: Path) -> str:
    """What a screen reads in a replica, as a number.

    Raises:
        Damaged: it was found so.
    """
    replica = Replica(folder / "replica.db", database_key(folder), create=not (folder / "replica.db").exists())
    with closing(replica), replica.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT entity, id, scope, body FROM item ORDER BY entity, id, scope")
        sum_ = hashlib.sha256(repr(rows.all()).encode())
        meta = connection.exec_driver_sql(
            "SELECT key, value FROM meta WHERE key IN ('cursor', 'applied', 'incarnation', 'epoch') ORDER BY key"
        )
        sum_.update(repr(meta.all()).encode())
        connection.rollback()
    return sum_.hexdigest()


def check_hub(recording: Recording, rng: random.Random, place: Path) -> Counter[str]:
    """Cuts the hub's power and opens what is left."""
    until, keep = recording.cut(rng)
    recording.rebuild(until, keep, place)
    told = max((int(have) for have in recording.told_before(until)), default=0)
    hub = Hub.open(f"sqlite:///{place / 'hub.db'}", place)
    with closing(hub), hub.database.read() as session:
        damage = session.execute(sa.text("PRAGMA integrity_check")).scalars().all()
        assert damage == ["ok"], f"the hub's database is damaged: {damage}"
        seqs = session.scalars(sa.select(StoredFact.seq).where(StoredFact.terminal == TERMINAL)).all()
        have = session.get_one(TerminalRow, TERMINAL).have
        top = session.scalar(sa.text("SELECT max(pos) FROM feed")) or 0
        head = session.get_one(FeedHead, 1).pos
    assert sorted(seqs) == list(range(1, have + 1)), f"`have` is {have}, and the hub holds {sorted(seqs)}"
    assert told <= have, f"a terminal was told of {told}, and the hub holds {have} after a cut at event {until}"
    assert top <= head, f"the feed's head is {head}, and there is a row at {top}"
    return Counter(states_of_a_hub=1, facts_told=told)


def losses(recording: Recording, seeds: Sequence[int], place: Path) -> int:
    """In how many cuts an acknowledged fact is lost: for the control."""
    lost = 0
    for seed in seeds:
        until, keep = recording.cut(random.Random(f"control {seed}"))
        recording.rebuild(until, keep, place)
        lost += bool(set(recording.told_before(until)) - set(chained(place)))
    return lost


PROOF = Proof(
    "states",
    "Whatever a disk with a volatile cache holds after a power cut, what was said to be saved is there and whole.",
    prepare,
    seeds=5_000,
    sample=100,
    jobs=2,
)
