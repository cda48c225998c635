"""That the benchmarks run: with tiny sizes, and never a word about how fast."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from tests.bench.measure import Spread, Turns, interleave, steady

ROOT = Path(__file__).resolve().parent.parent.parent
WORKS = ("first-sync", "upload", "changed", "nothing")
EVERY = os.environ.get("QC_EVERY_BENCHMARK") == "1"
"""Also those that take half a minute each, or are another's with a longer line: `make prove` does."""
LINES = tuple(f"{work}{line}" for work in WORKS for line in (("", "-50ms") if EVERY else ("",)))
LOADS = ("waiting", "rounds")
ALONE = (*LOADS, "visits")
COMPARED = (
    "cold-start", "drop-in", "drop-in-backlog", "reading", *LINES, "search",
    *(("browser", "list", "screen", "taps") if EVERY else ()),
)  # fmt: skip
NAMES = (*COMPARED, *ALONE)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a quick run wrote, by benchmark, with what it printed."""
    out = tmp_path_factory.mktemp("bench")
    # Not below pytest's own folder, which is closed to the user that PostgreSQL runs as.
    temporary = Path(tempfile.mkdtemp(prefix="qc-quick-"))
    temporary.chmod(0o755)
    command = [sys.executable, "-m", "tests.bench", "--quick", "--out", str(out), *(f"--only={name}" for name in NAMES)]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment, timeout=900)
    left = list(temporary.iterdir())
    shutil.rmtree(temporary)
    assert done.returncode == 0, done.stderr
    written = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in out.glob("*.json")}
    return {"files": written, "printed": done.stdout, "left": left}


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_writes_what_it_found_and_on_what(found: dict[str, Any], name: str) -> None:
    result = found["files"][name]
    assert {"machine", "commit", "versions", "repetitions", "load", "what", "facts"} <= set(result)
    assert result["machine"]["processors"] > 0
    assert result["versions"]["PySide6_Essentials"]
    assert result["quick"] is True
    assert result["repetitions"] >= 2


@pytest.mark.parametrize("name", NAMES)
def test_every_side_has_positive_figures_of_as_many_turns(found: dict[str, Any], name: str) -> None:
    result = found["files"][name]
    assert (result["yardstick"] in result["sides"]) is (name in COMPARED)
    for side in result["sides"].values():
        assert len(side["samples"]) == result["repetitions"]
        assert 0 < side["least"] <= side["quartiles"][0] <= side["median"] <= side["quartiles"][1] <= side["most"]


@pytest.mark.parametrize("name", NAMES)
def test_the_ratio_is_of_the_medians_and_every_promise_is_judged(found: dict[str, Any], name: str) -> None:
    result = found["files"][name]
    ours, *others = (side["median"] for side in result["sides"].values())
    assert result.get("ratio") == (pytest.approx(ours / others[0]) if others else None)
    known = {"seconds": ours, **result["facts"], **({"ratio": result["ratio"]} if others else {})}
    for target in result["targets"]:
        reached, bound = target["reached"], target["bound"]
        assert reached == known[target["of"]]
        assert target["met"] is (reached <= bound if target["at"] == "most" else reached >= bound)
    assert result["targets"]
    assert result["met"] is all(target["met"] for target in result["targets"])


@pytest.mark.parametrize("name", LINES)
def test_synchronisation_goes_through_the_line_on_every_side(found: dict[str, Any], name: str) -> None:
    result = found["files"][name]
    crossed = result["facts"]["crossed"]
    assert set(crossed) == set(result["sides"])
    assert {"terminal", "limit", "plain"} <= set(crossed)
    assert "PouchDB" in crossed or result["facts"]["left_out"]
    for side in crossed.values():
        assert side["bytes_both"] == side["bytes_up"] + side["bytes_down"]
        assert min(side["bytes_up"], side["bytes_down"], side["turns"]) > 0


def test_one_file_takes_one_turn_and_the_steady_state_no_new_connection(found: dict[str, Any]) -> None:
    for name in LINES:
        assert found["files"][name]["facts"]["crossed"]["limit"]["turns"] == 1
    for name in ("changed", "nothing"):
        assert found["files"][name]["facts"]["connections"] == 0
        assert found["files"][name]["facts"]["turns"] == 1


def test_synchronisation_moves_every_document(found: dict[str, Any]) -> None:
    moved = {name: found["files"][name]["facts"]["moved"] for name in WORKS}
    assert moved["first-sync"] > 90
    assert (moved["upload"], moved["changed"], moved["nothing"]) == (60, 10, 0)


@pytest.mark.skipif(not EVERY, reason="the benchmark of the screen is run by make prove")
def test_the_screen_is_watched_with_and_without_a_synchronisation(found: dict[str, Any]) -> None:
    result = found["files"]["screen"]
    halves = {name.partition(",")[0] for name in result["sides"]}
    assert halves == {"synchronising", "alone"}
    for platform in {name.partition(", ")[2] for name in result["sides"]}:
        figures = {name: result["facts"][f"{name}_{platform}"] for name in ("frames", "synchronised_in_s")}
        assert min(figures.values()) > 0


def test_the_load_generator_reaches_every_terminal_and_says_who_worked(found: dict[str, Any]) -> None:
    waiting, rounds = (found["files"][name]["facts"] for name in LOADS)
    assert waiting["terminals"] == 20
    assert 0 < waiting["median_terminal_told_after_s"] <= waiting["worst_change_s"]
    assert rounds["rounds_a_second"] > 0
    assert min(rounds[f"cpu_ms_a_round_{name}"] for name in ("hub", "postgresql", "generator")) > 0


def test_the_table_names_every_benchmark_and_nothing_is_left_behind(found: dict[str, Any]) -> None:
    assert all(name in found["printed"] for name in NAMES)
    assert found["left"] == []


def test_sides_take_turns_until_their_ratio_is_steady() -> None:
    order: list[str] = []

    def side(name: str, seconds: float) -> float:
        order.append(name)
        return seconds

    samples = interleave({"a": lambda: side("a", 3.0), "b": lambda: side("b", 2.0)}, Turns(4, 100))
    assert "".join(order) == "abbaabba"
    assert samples == {"a": [3.0] * 4, "b": [2.0] * 4}


def test_a_ratio_that_jumps_is_not_steady() -> None:
    assert not steady([1.0, 2.0, 4.0, 1.0], [1.0] * 4)
    assert steady([2.0, 4.0, 8.0, 2.0], [1.0, 2.0, 4.0, 1.0])


def test_a_spread_of_one_sample_is_that_sample() -> None:
    assert Spread.of([0.5]) == Spread(0.5, 0.5, 0.5, 0.5, 0.5)
