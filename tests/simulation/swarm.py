"""What may happen in a run. Each seed enables a random part of all faults and actions, with random frequencies: a run
in which everything happens rarely gets deep into anything (Groce et al., "Swarm Testing", 2012).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

NETWORK = ("lost_request", "lost_reply", "twice", "late", "torn", "storm", "portal", "maimed")
"""Faults of the line, by name; see `network`."""

STATED = {
    "dropin": 10, "amend": 3, "void": 1, "card_booking": 6, "name_booking": 6, "wait": 2, "hold": 2, "ticket": 4,
    "cancel": 4, "check_in": 3, "undo": 1, "told": 2, "notice": 1, "occurrence_off": 0.3, "rubbish": 2,
}  # fmt: skip
SYNC = {"sync": 14, "push": 8, "pull": 8, "hello": 1}
OFFICE = {
    "edit": 3, "capacity": 2, "call_off": 0.5, "sell": 4, "phone": 4, "hub_cancel": 2, "chores": 2, "replay": 1,
    "write_off": 0.4,
}  # fmt: skip
TROUBLE = {
    "restart": 2, "cut": 2, "jump": 1.5, "keep_disk": 1.5, "rewind": 0.7, "clone": 0.3, "move": 0.5, "enrol": 0.5,
    "hub_crash": 2, "hub_down": 1, "backup": 2, "restore": 0.6, "rotate": 0.4, "age": 0.6, "prune": 1, "leap": 1,
}  # fmt: skip
COMMANDS = {"hub_backup": 2, "hub_restore": 1.5, "give_up": 0.5, "forget": 2}
"""Commands of the hub, drawn apart: the seeds that are known to notice a mutant stay what they are."""
REGISTERS = {"parcel": 2, "parcel_out": 2, "handover": 1, "handover_done": 1}
"""The desk's registers, drawn apart for the same reason."""
MEMBERS = {"card_issue": 1.5, "card_change": 1.5}
"""The desk's cards, likewise."""
SAID = {
    "notice_down": 2, "day_close": 1, "untold": 1, "phone_member": 1, "member_seen": 2, "ask": 1.5, "settle": 1,
    "offer": 1, "opinion": 0.5,
}  # fmt: skip
"""What else is said at terminals, likewise."""
ALWAYS = ("sync", "dropin")


@dataclass(frozen=True)
class Swarm:
    """The configuration of a run.

    Attributes:
        steps: how many.
        machines: how many terminals, of four.
        line: probability of each fault of the line, by request.
        actions: weight of each action.
        fuse: probability that a step has a machine die at one of its commits.
        mortals: which machines may; none named, all.
        meanwhile: probability that other things happen while a request is on its way, and again for its answer.
        threads: whether push and pull have files and connections of their own, as in the engine's process.
        page_items, push_facts: limits, small so that pages and pushes come in several parts.
    """

    steps: int
    machines: int
    line: dict[str, float] = field(default_factory=dict)
    actions: dict[str, float] = field(default_factory=dict)
    fuse: float = 0.0
    mortals: tuple[str, ...] = ()
    meanwhile: float = 0.0
    threads: bool = False
    page_items: int = 1000
    push_facts: int = 500

    @staticmethod
    def _commands(random: Random) -> dict[str, float]:
        names = random.sample(sorted(COMMANDS), random.choice((0, 0, 1, 2, 4)))
        if "hub_restore" in names:
            names.append("hub_backup")
        return {name: COMMANDS[name] * random.choice((0.5, 1, 3)) for name in names}

    @staticmethod
    def _desk(random: Random, work: Mapping[str, float]) -> dict[str, float]:
        return {name: weight * random.choice((1, 3)) for name, weight in work.items() if random.random() < 0.5}

    @classmethod
    def of(cls, seed: object) -> Swarm:
        """The configuration of a seed."""
        random = Random(f"swarm:{seed}")
        actions = {name: weight * random.choice((0.3, 1, 1, 3)) for name, weight in (STATED | SYNC | OFFICE).items()}
        kept = {name: weight for name, weight in actions.items() if name in ALWAYS or random.random() < 0.6}
        trouble = random.sample(sorted(TROUBLE), random.choice((0, 2, 3, 5, 8)))
        kept |= {name: TROUBLE[name] * random.choice((0.5, 1, 3)) for name in trouble}
        kept |= cls._commands(Random(f"swarm:{seed}:commands"))
        kept |= cls._desk(Random(f"swarm:{seed}:registers"), REGISTERS)
        kept |= cls._desk(Random(f"swarm:{seed}:cards"), MEMBERS)
        kept |= cls._desk(Random(f"swarm:{seed}:said"), SAID)
        faults = random.sample(NETWORK, random.choice((0, 1, 2, 4)))
        return cls(
            steps=random.randint(20, 60), machines=random.choice((1, 2, 2, 3, 4)),
            line={name: random.choice((0.03, 0.1, 0.25)) for name in faults}, actions=kept,
            fuse=random.choice((0.0, 0.0, 0.05, 0.2)), meanwhile=random.choice((0.0, 0.0, 0.1, 0.3)),
            threads=random.random() < 0.3, page_items=random.choice((2, 7, 40, 1000)),
            push_facts=random.choice((1, 3, 10, 500)),
        )  # fmt: skip
