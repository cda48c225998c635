"""The account that every proof with real processes settles: what was said to be saved against what is there."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sync.chain import chain, genesis
from tests.proof.world import TERMINAL, Fact, World, acknowledged, database_key, traffic
from tests.support.forkserver import Forked

BASES = "SELECT incarnation, seq, hash FROM base"
FACTS_IN_ORDER = "SELECT incarnation, seq, id, raw, hash FROM fact ORDER BY incarnation, seq"


@dataclass
class Told:
    """What was said to have been saved, and how often that was cut short.

    Attributes:
        saved: ids of facts that were acknowledged.
        attempts: how often `kiosk record` was killed or failed: each may leave one fact that was stored and not told.
        figures: of the seed.
    """

    saved: list[str] = field(default_factory=list)
    attempts: int = 0
    figures: Counter[str] = field(default_factory=Counter)

    def heard(self, recording: Forked) -> None:
        """Takes in what `kiosk record` printed."""
        self.saved += acknowledged(recording.output)
        self.attempts += recording.wait() != 0


def record(world: World, facts: Sequence[Fact], told: Told) -> None:
    """Records while nobody is killed: all of it must be saved."""
    with world.begin("record", "--json", facts=facts) as recording:
        assert recording.wait() == 0, f"`kiosk record` failed: {recording.errors or recording.output}"
        told.heard(recording)


def settle(world: World, rng: random.Random, told: Told) -> None:
    """Everything works again at once, and nothing is missing or there twice."""
    record(world, traffic(rng, 1, world.occurrence), told)
    with world.serving():
        done = world.terminal.sync()
    assert world.terminal.run("status").value["pending"] == 0
    held = world.facts()
    ids = [fact["id"] for fact in held]
    assert ids == chained(world.terminal.folder), "the hub does not hold what the journal holds"
    lost = sorted(set(told.saved) - set(ids))
    assert not lost, f"{len(lost)} facts that were said to be saved are lost: {lost}"
    assert len(set(ids)) == len(ids), f"facts are there twice: {[one for one in ids if ids.count(one) > 1]}"
    assert [fact["seq"] for fact in held] == list(range(1, done["have"] + 1)), "the sequence has a gap"
    assert {fact["state"] for fact in held} == {"accepted"}, [fact for fact in held if fact["state"] != "accepted"]
    unsaid = len(ids) - len(told.saved)
    assert unsaid <= told.attempts, f"{unsaid} facts are there that nobody was told of"
    people = sum(fact["body"]["people"] for fact in held if fact["kind"] == "booking")
    seats = world.hub.run("seats", world.occurrence).value
    assert seats["sold"] + seats["waiting"] == people, f"{people} people signed up, and the hub counts {seats}"
    told.figures["facts_saved"] += len(told.saved)
    told.figures["facts_stored_but_not_told"] += unsaid


def chained(folder: Path) -> list[str]:
    """The ids of the facts in a terminal's journal, in order, after looking at the whole chain of each incarnation."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(folder / "journal.db"))
    try:
        connection.execute(f"PRAGMA key = \"x'{database_key(folder).hex()}'\"")
        before = {one: (seq, hash_) for one, seq, hash_ in connection.execute(BASES)}
        rows = list(connection.execute(FACTS_IN_ORDER))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # a page that a cut tore on its way is whole in the log
        damage = list(connection.execute("PRAGMA cipher_integrity_check"))
    finally:
        connection.close()
    assert not damage, f"the journal's pages are damaged: {damage}"
    for incarnation, seq, _, raw, hash_ in rows:
        last, previous = before.get(incarnation, (0, genesis(TERMINAL, incarnation)))
        assert seq == last + 1, f"the journal goes from {last} to {seq}"
        assert hash_ == chain(previous, raw), f"the chain is broken at {seq}"
        before[incarnation] = seq, hash_
    return [row[2] for row in rows]
