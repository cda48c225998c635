"""The other part of the simulation's sample."""

from __future__ import annotations

from tests.simulation.test_simulation import sample


def test_no_seed_of_the_second_part_breaks_a_property() -> None:
    sample(1)
