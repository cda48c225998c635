"""A sample of each long proof in every run of the tests; `make prove` runs them whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.proof import NotHereError, Record, sample
from tests.proof.registry import load


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
