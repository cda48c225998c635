"""SIGKILL at seeded moments over `kiosk record`, `kiosk sync --once` and `hub serve`: real processes, real files.

Each seed kills them all, the hub at its start and at its work, in an order of its own and at moments of its own: at a
system call that is counted, or after a delay. Then everything is started again and finishes, and what the hub holds is
compared with what `kiosk record` had printed.
"""

from __future__ import annotations

import random
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.proof import strace
from tests.proof.account import Told, record, settle
from tests.proof.proof import Check, Proof
from tests.proof.world import Template, World, template, traffic
from tests.support.forkserver import Forked

VICTIMS = ("record", "sync", "start", "serve")
DELAY_SHARE = 0.3
"""Of the kills come after a delay instead of at a counted call."""
POSTGRES_EACH = 5
FACTS = (3, 15)
SYNC = ("sync", "--once", "--json")


@dataclass
class Rhythm:
    """What a command does when nobody kills it: the calls it makes, and how long it takes in seconds."""

    calls: Counter[str]
    seconds: float

    def moment(self, rng: random.Random) -> tuple[str, int]:
        """A call, and which of its kind. Calls that write are as likely as all the others together."""
        writing = {name for name in self.calls if name in ("pwrite64", "fsync", "fdatasync", "write", "ftruncate")}
        others = {name for name in self.calls if name not in (*writing, "exit_group")}
        names = sorted(writing if writing and rng.random() < 0.5 else others)
        name = rng.choices(names, [self.calls[name] for name in names])[0]
        return name, rng.randint(1, self.calls[name])


@contextmanager
def prepare(place: Path) -> Iterator[Check]:
    """A hub and a terminal to copy, and how its commands behave when they are left alone."""
    strace.needed()
    with template(place, postgres=True) as made:
        rhythms = _rhythms(made, place)

        def check(seed: int) -> Counter[str]:
            rng = random.Random(f"kill {seed}")
            on_postgres = seed % POSTGRES_EACH == POSTGRES_EACH - 1
            with made.copy(place / str(seed), postgres=on_postgres) as world:
                told = Told()
                for victim in rng.sample(VICTIMS, len(VICTIMS)):
                    _strike(victim, world, rhythms[victim], rng, told, place / "log")
                settle(world, rng, told)
            told.figures["seeds_on_postgresql"] += on_postgres
            return told.figures

        yield check


def _rhythms(made: Template, place: Path) -> dict[str, Rhythm]:
    """Lets each victim do its work once under the tracer."""
    found = {}
    with made.copy(place / "calm") as world:
        facts = traffic(random.Random("rhythm"), FACTS[1], world.occurrence)
        with world.begin("record", "--json", facts=facts, held=True) as recording:
            found["record"] = _watched(recording, place / "log")
        with world.begin_serving(held=True) as starting:
            with strace.attached(starting, ["-r"], place / "log"):
                starting.release()
                assert world.ready(starting), starting.errors
            found["start"] = _rhythm(place / "log")
        with world.serving() as serve:
            with strace.attached(serve, ["-r"], place / "log"), world.begin(*SYNC, held=True) as sync:
                found["sync"] = _watched(sync, place / "sync")
            found["serve"] = _rhythm(place / "log")
    return found


def _watched(process: Forked, log: Path) -> Rhythm:
    with strace.attached(process, ["-r"], log):
        process.release()
        assert process.wait() == 0, process.errors
    return _rhythm(log)


def _rhythm(log: Path) -> Rhythm:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return Rhythm(strace.counted(log), sum(float(line.split()[1]) for line in lines))


@contextmanager
def _doomed(process: Forked, rhythm: Rhythm, rng: random.Random, told: Told, log: Path) -> Iterator[None]:
    """A process that will be killed at its moment; at the latest when the block is left."""
    with ExitStack() as stack:
        if rng.random() < DELAY_SHARE:
            timer = threading.Timer(rng.random() * rhythm.seconds, process.kill)
            stack.callback(timer.join)
            stack.callback(timer.cancel)
            timer.start()
        else:
            call, number = rhythm.moment(rng)
            stack.enter_context(strace.attached(process, strace.inject(call, number, "signal=KILL"), log))
        yield
    process.kill()
    told.figures["kills"] += process.wait() == -signal.SIGKILL


def _strike(victim: str, world: World, rhythm: Rhythm, rng: random.Random, told: Told, log: Path) -> None:
    """Kills one victim at its work."""
    facts = traffic(rng, rng.randint(*FACTS), world.occurrence)
    if victim == "record":
        with world.begin("record", "--json", facts=facts, held=True) as recording:
            with _doomed(recording, rhythm, rng, told, log):
                recording.release()
                recording.wait()
            told.heard(recording)
        return
    record(world, facts, told)
    if victim == "sync":
        with world.serving(), world.begin(*SYNC, held=True) as sync, _doomed(sync, rhythm, rng, told, log):
            sync.release()
            sync.wait()
    elif victim == "start":
        with world.begin_serving(held=True) as serve, _doomed(serve, rhythm, rng, told, log):
            serve.release()
            world.ready(serve)
    else:
        with world.serving() as serve, _doomed(serve, rhythm, rng, told, log), world.begin(*SYNC) as sync:
            status = sync.wait()
            assert status in (0, 1), f"a hub that died made the terminal end with {status}: {sync.errors}"


PROOF = Proof(
    "kills",
    "Whatever is killed at whatever moment, no fact that was said to be saved is lost, and none is there twice.",
    prepare,
    seeds=260,
    sample=12,
    jobs=2,
)
