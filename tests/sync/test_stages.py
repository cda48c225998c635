"""The stages of a request: every step that there is, and every one that there is not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.stages import CLOSED, MAX_STEPS, OUTCOMES, RECEIVED, STAGES, StageError, Step, following, kind_of, move, stood

AT = "2026-11-24T14:20:00Z"
ALL = sorted({stage for stages in STAGES.values() for stage in stages} | {CLOSED, "", "elsewhere"})


def may(kind: str, steps: tuple[Step, ...], to: Step) -> bool:
    try:
        move(kind, steps, to)
    except StageError:
        return False
    return True


@pytest.mark.parametrize("kind", sorted(STAGES))
def test_each_kind_begins_where_it_was_received_and_has_ends(kind: str) -> None:
    assert STAGES[kind][0] == RECEIVED
    assert CLOSED not in STAGES[kind]
    assert len(set(STAGES[kind])) == len(STAGES[kind])
    assert "ritirata" in OUTCOMES[kind]
    assert len(OUTCOMES[kind]) >= 3


@pytest.mark.parametrize("kind", sorted(STAGES))
def test_every_pair_of_stages_is_a_step_or_is_refused(kind: str) -> None:
    stages = STAGES[kind]
    for here, there in itertools.product(stages, ALL):
        to = Step(there, AT, outcome="risolto" if there == CLOSED else "")
        known = here in stages and there in stages
        ahead = known and stages.index(there) > stages.index(here)
        one_back = known and stages.index(there) == stages.index(here) - 1
        assert may(kind, (Step(here, AT),), to) == (there == CLOSED or ahead or one_back), (here, there)


@pytest.mark.parametrize("kind", sorted(STAGES))
def test_what_is_closed_opens_again_only_where_it_stood(kind: str) -> None:
    for here, there in itertools.product(STAGES[kind], ALL):
        steps = (Step(here, AT), Step(CLOSED, AT, outcome="ritirata"))
        outcome = "risolto" if there == CLOSED else ""
        assert may(kind, steps, Step(there, AT, outcome=outcome)) == (there == here), (here, there)
        assert stood(steps) == here


def test_an_end_needs_an_outcome_and_nothing_else_has_one() -> None:
    received = (Step(RECEIVED, AT),)
    with pytest.raises(StageError):
        move("service", received, Step(CLOSED, AT))
    with pytest.raises(StageError):
        move("service", received, Step("working", AT, outcome="risolto"))
    with pytest.raises(StageError, match="from nowhere"):
        move("service", (), Step("working", AT))


def test_a_kind_that_nobody_knows_goes_on_like_a_service() -> None:
    assert kind_of("teleport") == "service"
    assert following("teleport", RECEIVED) == following("service", RECEIVED) == ("working",)
    assert following("service", "interview") == ()


@given(st.sampled_from(sorted(STAGES)), st.lists(st.integers(0, 9), max_size=200))
def test_whatever_is_done_the_steps_stay_few_and_begin_where_it_was_received(kind: str, choices: list[int]) -> None:
    steps: tuple[Step, ...] = (Step(RECEIVED, AT),)
    for choice in choices:
        now = steps[-1].stage
        ways = [stood(steps)] if now == CLOSED else [*following(kind, now), CLOSED]
        to = ways[choice % len(ways)]
        steps = move(kind, steps, Step(to, AT, outcome="ritirata" if to == CLOSED else ""))
        assert steps[-1].stage == to
        assert steps[0].stage == RECEIVED
        assert len(steps) <= MAX_STEPS
        assert stood(steps) in STAGES[kind]
