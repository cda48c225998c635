"""What a benchmark found: a JSON file in ``build/bench`` and a line of the table at the end."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from rich.console import Console
from rich.table import Table

from tests.bench.measure import Spread, ratio, ratios

LIBRARIES = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "pydantic", "requests", "fastapi", "uvicorn")

CROSSED = ("bytes_up", "bytes_down", "bytes_both", "turns", "connections")
"""Facts of synchronisation that the table tells beside the seconds."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is promised.

    Attributes:
        of: the ratio to the yardstick ("ratio"), our own median in seconds ("seconds"), or one of the facts by name.
        bound: what it is held to.
        at: whether it may be that at most or must be that at least.
    """

    of: str
    bound: float
    at: Literal["most", "least"] = "most"

    def met(self, reached: float) -> bool:
        """Whether a figure keeps the promise."""
        return reached <= self.bound if self.at == "most" else reached >= self.bound


@dataclass(frozen=True, slots=True)
class Result:
    """A benchmark's samples.

    Attributes:
        name: of the file.
        what: the work, in words.
        samples: seconds by side; the first side is ours, the second, where there is one, the yardstick of the ratio.
        sides: what each side is, in words.
        targets: what is promised.
        facts: more that was counted, such as bytes; plain JSON values.
        load: load average of the last minute when it began.
    """

    name: str
    what: str
    samples: dict[str, list[float]]
    sides: dict[str, str]
    targets: tuple[Target, ...]
    facts: dict[str, Any] = field(default_factory=dict)
    load: float = field(default_factory=lambda: os.getloadavg()[0])

    @property
    def ours(self) -> list[float]:
        """Our samples."""
        return next(iter(self.samples.values()))

    @property
    def yardstick(self) -> str | None:
        """The name of the yardstick; None where ours is alone."""
        return list(self.samples)[1] if len(self.samples) > 1 else None

    @property
    def ratio(self) -> float | None:
        """Ours to the yardstick."""
        return None if self.yardstick is None else ratio(self.ours, self.samples[self.yardstick])

    def reached(self, target: Target) -> float:
        """What a target speaks of."""
        if target.of == "ratio":
            assert self.ratio is not None
            return self.ratio
        return Spread.of(self.ours).median if target.of == "seconds" else float(self.facts[target.of])

    @property
    def met(self) -> bool:
        """Whether all promises hold."""
        return all(target.met(self.reached(target)) for target in self.targets)

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        found: dict[str, Any] = {"name": self.name, "what": self.what}
        if self.yardstick is not None:
            ours = next(iter(self.samples))
            pairs = Spread.of(ratios(self.ours, self.samples[self.yardstick]))
            found |= {
                "ratio": self.ratio, "ratio_quartiles": [pairs.first, pairs.third],
                "ratios": {name: ratio(self.ours, taken) for name, taken in self.samples.items() if name != ours},
            }  # fmt: skip
        return found | {
            "targets": [
                {**asdict(one), "reached": self.reached(one), "met": one.met(self.reached(one))} for one in self.targets
            ],
            "met": self.met, "repetitions": len(self.ours), "yardstick": self.yardstick,
            "sides": {
                name: {"what": self.sides[name], **_figures(taken), "samples": taken}
                for name, taken in self.samples.items()
            },
            "facts": self.facts, "load": {"begin": self.load, "end": os.getloadavg()[0]},
        }  # fmt: skip


def _figures(taken: Sequence[float]) -> dict[str, Any]:
    spread = Spread.of(taken)
    return {
        "unit": "s", "median": spread.median, "quartiles": [spread.first, spread.third], "least": spread.least,
        "most": spread.most,
    }  # fmt: skip


def write(result: Result, folder: Path, *, quick: bool) -> Path:
    """Writes a result with what it was found on; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {
        **result.as_json(), "quick": quick, "at": datetime.now(UTC).isoformat(timespec="seconds"), "commit": commit(),
        "machine": machine(), "versions": versions(),
    }  # fmt: skip
    path = folder / f"{result.name}.json"
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def table(results: Sequence[Result]) -> Table:
    """The results, a line each."""
    made = Table(title="Benchmarks: medians, quartiles in brackets")
    for heading in ("work", "ours", "others, and ours to them", "promised", "repetitions", "more"):
        made.add_column(heading, justify="right" if heading == "repetitions" else "left")
    for one in results:
        ours, *others = (_side(one, name) for name in one.samples)
        more = [
            f"{key.replace('_', ' ')}: {_short(value)}"
            for key, value in one.facts.items()
            if key != "crossed" and key not in CROSSED
        ]
        made.add_row(
            one.name, ours, "\n".join(others),
            "\n".join(_promised(one, target) for target in one.targets), str(len(one.ours)), "\n".join(more),
        )  # fmt: skip
    return made


def _side(result: Result, name: str) -> str:
    """A side's seconds, how ours compare, and what crossed the line."""
    taken, crossed = result.samples[name], result.facts.get("crossed", {}).get(name)
    words = [seconds(Spread.of(taken))]
    if taken is not result.ours:
        words = [f"{name}: {words[0]}, {ratio(result.ours, taken):.2f} ×"]
    if crossed:
        turns = f"{crossed['turns']} turn{'s' if crossed['turns'] != 1 else ''}"
        words.append(f"{crossed['bytes_up']:,} B up, {crossed['bytes_down']:,} B down, {turns}")
    return "; ".join(words)


def _promised(result: Result, target: Target) -> str:
    """A promise and what became of it."""
    reached, sign = result.reached(target), "≤" if target.at == "most" else "≥"
    word = "met" if target.met(reached) else "MISSED"
    if target.of == "ratio":
        return f"{sign} {target.bound:g} ×: {reached:.2f}, {word}"
    if target.of == "seconds":
        return f"{sign} {target.bound * 1000:g} ms: {reached * 1000:.3g}, {word}"
    return f"{target.of.replace('_', ' ')} {sign} {target.bound:,g}: {_short(reached)}, {word}"


def seconds(spread: Spread) -> str:
    """A median with its quartiles, in milliseconds or seconds."""
    unit, factor = ("ms", 1000.0) if spread.median < 1 else ("s", 1.0)
    return f"{spread.median * factor:.3g} {unit} [{spread.first * factor:.3g}, {spread.third * factor:.3g}]"


def _short(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def show(results: Sequence[Result]) -> None:
    """Prints the table."""
    console = Console()
    console.width = max(console.width, 150)  # a log has no width; a line that is cut tells nothing
    console.print(table(results))


def commit() -> str:
    """What was measured: the commit, and a plus where the checkout differs from it."""
    try:
        return _git("rev-parse", "--short=12", "HEAD") + ("+" if _git("status", "--porcelain") else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], capture_output=True, text=True, check=True).stdout.strip()


def machine() -> dict[str, Any]:
    """What it was measured on."""
    info = Path("/proc/cpuinfo")
    models = [line.partition(":")[2].strip() for line in _lines(info) if line.startswith("model name")]
    memory = next((line.split()[1] for line in _lines(Path("/proc/meminfo")) if line.startswith("MemTotal")), "0")
    return {
        "processors": os.cpu_count(), "model": models[0] if models else platform.processor(),
        "memory_mib": int(memory) // 1024, "system": platform.platform(), "python": platform.python_version(),
    }  # fmt: skip


def versions() -> dict[str, str]:
    """The libraries that the figures depend on."""
    return {name: version(name) for name in LIBRARIES}


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
