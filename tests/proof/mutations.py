"""Good codes with bits, lengths, algorithm, key id, map keys, integers or nesting changed: none is accepted.

Nothing but the codec's own refusal may come of one either. `sync.card.decode` is asked without a clock, so that only
the signature and the form can refuse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sync.card import CodeError, decode
from tests.proof.proof import Check, Proof
from tests.support.codes import ACCEPTED, NOW, good_codes, mutants

OF_A_SEED = 1_000


@contextmanager
def prepare(_place: Path) -> Iterator[Check]:
    """Sees that what is spoilt was good before."""
    assert all(decode(text, ACCEPTED, now=NOW).payload for text in good_codes())
    yield check


def check(seed: int) -> Counter[str]:
    """Spoils a thousand codes."""
    reasons: Counter[str] = Counter()
    for mutant in mutants(seed, OF_A_SEED):
        try:
            decode(mutant, ACCEPTED, now=None)
        except CodeError as error:
            reasons[f"refused_as_{error.reason}"] += 1
        else:
            raise AssertionError(f"accepted: {mutant!r}")
    reasons["mutations"] = OF_A_SEED
    return reasons


PROOF = Proof(
    name="mutations",
    promise="No mutation of a good code is accepted, and none raises anything but its refusal.",
    prepare=prepare,
    seeds=100,
    sample=2,
    jobs=0,
)
