"""The long proofs' own book-keeping: nothing checked twice, nothing forgotten, nothing of another commit believed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.proof import proof as proofs
from tests.proof import workers
from tests.proof.proof import Check, Proof, Record, record_of
from tests.proof.registry import PROOFS, load


@contextmanager
def _prepare(_place: Path) -> Iterator[Check]:
    def check(seed: int) -> dict[str, float]:
        assert seed != 7, "seven is wrong"
        return {"facts": 2, "max_size": seed}

    yield check


TOY = Proof("toy", "Numbers are right.", _prepare, seeds=10, sample=3)


def _run(record: Record, begin: int = 0) -> list[int]:
    told: list[int] = []
    workers.run(TOY, record, begin, 1, lambda _record: None, lambda seen: told.append(seen.checked))
    return told


def test_a_run_adds_up_figures_and_names_the_seed_that_failed() -> None:
    record = Record("toy", "", "c1", 10)
    _run(record)
    assert record.figures == {"facts": 18, "max_size": 9}
    assert [(one.seed, one.why.splitlines()[0]) for one in record.failures] == [(7, "seven is wrong")]
    assert record.done == [[0, 10]]


def test_a_run_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "commit", lambda: "c1")
    first = record_of(TOY, tmp_path, 4)
    _run(first)
    first.write(tmp_path)
    again = record_of(TOY, tmp_path, 6)
    assert list(again.left()) == [4, 5]
    assert _run(again) == [5, 6]
    assert again.figures["facts"] == 12


def test_what_was_seen_of_another_commit_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "commit", lambda: "c1")
    record = record_of(TOY, tmp_path, 4)
    _run(record)
    record.write(tmp_path)
    monkeypatch.setattr(proofs, "commit", lambda: "c2")
    assert record_of(TOY, tmp_path, 4).checked == 0


def test_seeds_may_be_chosen() -> None:
    record = Record("toy", "", "c1", 10)
    _run(record, begin=8)
    assert record.done == [[8, 10]]
    assert not record.failures


@pytest.mark.parametrize("name", PROOFS)
def test_every_registered_proof_can_be_loaded(name: str) -> None:
    proof = load(name)
    assert 0 < proof.sample <= proof.seeds
    assert proof.promise.endswith(".")


class Enough(Exception):
    """What the test wanted to see has happened."""


def test_more_seeds_than_a_pipe_holds_are_handed_out_all_the_same() -> None:
    def stop(_record: Record) -> None:
        raise Enough

    with pytest.raises(Enough):
        workers.run(load("mutations"), Record("mutations", "", "c1", 400_000), 0, 2, lambda _record: None, stop)
