"""The tour of the three jobs is a test too: every step as expected, and the report says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e import tour


def test_every_step_of_the_tour_is_as_expected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tour, "PLACE", tmp_path / "demo")
    status = tour.main()
    report = json.loads((tmp_path / "demo" / "report.json").read_text(encoding="utf-8"))
    assert [step["name"] for step in report["steps"] if not step["ok"]] == [], capsys.readouterr().out
    assert status == 0
    assert len(report["steps"]) == 17
    pictures = [name for step in report["steps"] for name in step["pictures"]]
    assert len(pictures) >= 12
    assert all((tmp_path / "demo" / name).stat().st_size > 10_000 for name in pictures)


def test_a_step_that_goes_wrong_is_reported_and_ends_with_status_1(tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    walk = tour.Tour(tmp_path)
    with walk.step("a step", "something") as step:
        walk.saw(step, "something", ok=True)
    with walk.step("another", "something else"):
        raise LookupError("it was not there")
    assert walk.report() is False
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [(one["ok"], one["seen"]) for one in report["steps"]] == [
        (True, "something"),
        (False, "LookupError: it was not there"),
    ]
