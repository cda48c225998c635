"""Trying again: never at once, never all together, never sooner than the hub asked for."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sync.terminal.backoff import BASE_SECONDS, CAP_SECONDS, Backoff

SOON_SECONDS = 0.1


@given(seed=st.integers(), failures=st.integers(1, 200))
def test_delays_lie_between_almost_nothing_and_a_ceiling_that_doubles_up_to_the_cap(seed: int, failures: int) -> None:
    backoff = Backoff(random.Random(seed))
    for number in range(failures):
        assert SOON_SECONDS <= backoff.delay() <= max(SOON_SECONDS, min(CAP_SECONDS, BASE_SECONDS * 2**number))


def test_delays_of_terminals_are_spread_over_the_whole_time() -> None:
    backoffs = [Backoff(random.Random(seed)) for seed in range(1000)]
    for backoff in backoffs:
        for _ in range(10):
            backoff.delay()
    last = [backoff.delay() for backoff in backoffs]
    assert sum(one < CAP_SECONDS / 4 for one in last) > 150
    assert sum(one > CAP_SECONDS * 3 / 4 for one in last) > 150


@given(seed=st.integers(), asked=st.floats(0, 3600))
def test_a_terminal_never_comes_back_sooner_than_the_hub_asked_for(seed: int, asked: float) -> None:
    backoff = Backoff(random.Random(seed))
    for _ in range(5):
        assert backoff.delay(asked) >= asked


def test_after_a_success_the_next_failure_waits_the_shortest_time_again() -> None:
    backoff = Backoff(random.Random(1))
    for _ in range(20):
        backoff.delay()
    backoff.reset()
    assert backoff.delay() <= BASE_SECONDS


def test_a_terminal_that_was_offline_for_years_still_computes_a_delay() -> None:
    backoff = Backoff(random.Random(1))
    for _ in range(100_000):
        assert backoff.delay() <= CAP_SECONDS
