"""Rules of the protocol, each switched off in the real code: the simulation must notice every one.

    python -m tests.simulation --mutants all           looks for the first seeds that notice each
    python -m tests.simulation --seed N --mutant NAME  replays one

Not here: positions that are given out at the flush and not at the end of the commit. SQLite has one writer at a time
and cannot show that; the test of the feed on PostgreSQL does, with a plain sequence (`tests.hub.feed_load`).

A mutant patches the product for the time of a run. Where a rule guards against something rare, the mutant names what
its runs are full of (`focus`), so that few seeds are needed.
"""

from __future__ import annotations

from contextlib import nullcontext

from tests.simulation import (
    mutants_desk,  # noqa: F401 - its mutants are registered
    mutants_facts,  # noqa: F401 - likewise
    mutants_feed,  # noqa: F401 - likewise
    mutants_seats,  # noqa: F401 - likewise
)
from tests.simulation.ground import Found, Ground
from tests.simulation.mutant import MUTANTS, RESTORES, SETBACKS, Mutant

MOST_SEEDS = 60
"""A mutant that so many seeds do not catch is a hole in the simulation."""
AS_IT_IS = {
    "restores": Mutant("none", nullcontext, RESTORES | {"sell": 20, "card_booking": 20}, {}, {}),
    "setbacks": Mutant("none", nullcontext, {"clone": 4, **SETBACKS}, {}, {}),
    "deaths": Mutant("none", nullcontext, {"sync": 30, "card_booking": 20, "capacity": 6}, {}, {"fuse": 0.6}),
    "tickets": Mutant("none", nullcontext, {"ticket": 40, "phone": 40, "sync": 10, "cancel": 10}, {}, {}),
}
"""The same configurations with the code as it is: nothing is to be found with them."""
HOLES: tuple[str, ...] = ()
"""Not noticed within `MOST_SEEDS`: the simulation is to be sharpened until it is."""
FIRST = {
    "scope_filter_missing": 51, "no_attestation": 30, "grants_unknown_are_passed_over": 50,
    "cursor_without_tag": 65, "witnesses_before_unknown": 5, "holds_credited_twice": 4, "grants_before_the_commit": 2,
    "incarnation_chosen_by_the_terminal": 3, "acknowledged_before_the_commit": 4,
}  # fmt: skip
"""Seeds that are tried first, where earlier ones are known not to notice."""


def caught(ground: Ground, name: str, seeds: range) -> tuple[int, Found] | None:
    """The first seed of a range that notices a mutant, and how."""
    one = MUTANTS.get(name) or AS_IT_IS[name]
    with one.patch():
        for seed in seeds:
            found = ground.run(seed, one.configured(seed))
            if found.violation:
                return seed, found
    return None
