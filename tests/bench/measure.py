"""Measuring: sides that take turns, until their ratio is steady, and what the samples say.

On a machine that does other work too, times come and go, but what runs one after the other is slowed alike. So a figure
is always the ratio to a yardstick whose turns lie between its own.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

STEADY = 0.03
"""Standard error of the ratio's median, as a share of it, below which no more turns are needed."""
IQR_OF_NORMAL = 1.349
MEDIAN_ERROR = 1.253
"""How much a median's standard error exceeds that of a mean."""

Side = Callable[[], float]
"""Does the work once; returns what it took, in seconds."""
Tell = Callable[[int, int], None]
"""Told how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Turns:
    """How often to measure: at least, and at most where the ratio is not steady before."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Spread:
    """What some samples say."""

    median: float
    first: float
    third: float
    least: float
    most: float

    @classmethod
    def of(cls, samples: Sequence[float]) -> Spread:
        """The spread of one sample or more."""
        first, median, third = (
            statistics.quantiles(samples, method="inclusive") if len(samples) > 1 else (samples[0],) * 3
        )
        return cls(median, first, third, min(samples), max(samples))


def interleave(
    sides: Mapping[str, Side], turns: Turns, tell: Tell = lambda _done, _of: None,
    prepare: Callable[[int], None] = lambda _turn: None,
) -> dict[str, list[float]]:  # fmt: skip
    """Samples of each side, taken in turns: A B, B A, A B, ... The first side is ours, the second the yardstick.

    Args:
        sides: by name.
        turns: how many.
        tell: told after each turn.
        prepare: called before each turn, with its number.
    """
    names = list(sides)
    samples: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(turns.most):
        prepare(turn)
        for name in names if turn % 2 == 0 else reversed(names):
            samples[name].append(sides[name]())
        tell(turn + 1, turns.most)
        if turn + 1 >= turns.least and steady(samples[names[0]], samples[names[1]]):
            break
    return samples


def p99(values: Sequence[float]) -> float:
    """What 99 of 100 samples stay below."""
    return statistics.quantiles(values, n=100, method="inclusive")[98]


def ratio(ours: Sequence[float], yardstick: Sequence[float]) -> float:
    """How many times the yardstick ours took: median by median."""
    return statistics.median(ours) / statistics.median(yardstick)


def ratios(ours: Sequence[float], yardstick: Sequence[float]) -> list[float]:
    """The ratio of each turn."""
    return [one / other for one, other in zip(ours, yardstick, strict=True)]


def steady(ours: Sequence[float], yardstick: Sequence[float]) -> bool:
    """Whether more turns would hardly move the ratio."""
    spread = Spread.of(ratios(ours, yardstick))
    error = MEDIAN_ERROR * (spread.third - spread.first) / IQR_OF_NORMAL / math.sqrt(len(ours))
    return error <= STEADY * spread.median
