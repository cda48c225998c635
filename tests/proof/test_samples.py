"""A sample of each long proof in every run of the tests; `make prove` runs them whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof import states, strace
from tests.proof.proof import NotHereError, Record, sample
from tests.proof.registry import load
from tests.proof.world import template


def _sample(name: str, place: Path) -> Record:
    try:
        return sample(load(name), place)
    except NotHereError as error:
        pytest.skip(str(error))


def test_whatever_is_killed_nothing_that_was_said_to_be_saved_is_lost(tmp_path: Path) -> None:
    seen = _sample("kills", tmp_path)
    assert seen.figures["kills"] >= 36
    assert seen.figures["facts_saved"] > 250


def test_whatever_write_fails_nothing_that_was_said_to_be_saved_is_lost(tmp_path: Path) -> None:
    seen = _sample("faults", tmp_path)
    assert seen.figures["commands_that_failed"] > 0
    assert seen.figures["facts_saved"] > 12


def test_whatever_a_power_cut_leaves_what_was_said_to_be_saved_is_there(tmp_path: Path) -> None:
    seen = _sample("states", tmp_path)
    assert seen.figures["facts_acknowledged"] > 1_000
    assert seen.figures["facts_told"] > 100


def test_a_journal_that_does_not_wait_for_the_disk_does_lose_facts(tmp_path: Path) -> None:
    """The control: the proof of power cuts notices a loss where there is one."""
    try:
        strace.needed()
    except NotHereError as error:
        pytest.skip(str(error))
    with template(tmp_path) as made, made.copy(tmp_path / "world") as world:
        terminal, _ = states.record_both(world, tmp_path, program="tests.proof.careless", many=30, rounds=1)
        assert states.losses(terminal, range(40), tmp_path / "cut") > 5


def test_no_request_is_accepted_but_a_terminals_own_in_its_time_and_once(tmp_path: Path) -> None:
    seen = _sample("altered", tmp_path)
    assert seen.figures["refused"] == 300


def test_no_mutation_of_a_good_code_is_accepted(tmp_path: Path) -> None:
    seen = _sample("mutations", tmp_path)
    assert seen.figures["mutations"] == 2_000


def test_a_card_before_a_camera_is_read_as_what_it_says_or_not_at_all_and_straight_always(tmp_path: Path) -> None:
    seen = _sample("pictures", tmp_path)
    shown = seen.figures["of_each"]
    assert seen.figures["phone_straight"] == seen.figures["paper_straight"] == shown == 10
    assert seen.figures["phone_photo"] > shown / 2


def test_every_flipped_bit_is_found_and_none_is_shown(tmp_path: Path) -> None:
    seen = _sample("flips", tmp_path)
    assert seen.figures["flips"] == 100
    assert seen.figures["replicas_rebuilt"] >= 2
    assert seen.figures["journals_salvaged"] >= 2


def test_a_clock_ten_years_wrong_changes_times_and_nothing_else(tmp_path: Path) -> None:
    seen = _sample("clocks", tmp_path)
    assert seen.figures["times_corrected"] == 6


def test_a_full_disk_stores_what_it_says_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    seen = _sample("full", tmp_path)
    assert [seen.figures[f"full_{what}"] for what in ("terminals", "hubs", "mirrors")] == [1, 1, 1]
