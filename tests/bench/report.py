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


@dataclass(frozen=True, slots=True)
class Target:
    """What is promised: of the ratio to the yardstick, or of our own median in seconds."""

    of: Literal["ratio", "seconds"]
    at_most: float


@dataclass(frozen=True, slots=True)
class Result:
    """A benchmark's samples.

    Attributes:
        name: of the file.
        what: the work, in words.
        samples: seconds by side; the first side is ours, the second the yardstick of the ratio.
        sides: what each side is, in words.
        target: what is promised.
        facts: more that was counted, such as bytes; plain JSON values.
        load: load average of the last minute when it began.
    """

    name: str
    what: str
    samples: dict[str, list[float]]
    sides: dict[str, str]
    target: Target
    facts: dict[str, Any] = field(default_factory=dict)
    load: float = field(default_factory=lambda: os.getloadavg()[0])

    @property
    def ours(self) -> list[float]:
        """Our samples."""
        return next(iter(self.samples.values()))

    @property
    def yardstick(self) -> str:
        """The name of the yardstick."""
        return list(self.samples)[1]

    @property
    def ratio(self) -> float:
        """Ours to the yardstick."""
        return ratio(self.ours, self.samples[self.yardstick])

    @property
    def reached(self) -> float:
        """What the target speaks of."""
        return self.ratio if self.target.of == "ratio" else Spread.of(self.ours).median

    @property
    def met(self) -> bool:
        """Whether the promise holds."""
        return self.reached <= self.target.at_most

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        pairs = Spread.of(ratios(self.ours, self.samples[self.yardstick]))
        ours = next(iter(self.samples))
        return {
            "name": self.name,
            "what": self.what,
            "ratio": self.ratio,
            "ratio_quartiles": [pairs.first, pairs.third],
            "ratios": {name: ratio(self.ours, taken) for name, taken in self.samples.items() if name != ours},
            "target": asdict(self.target),
            "met": self.met,
            "repetitions": len(self.ours),
            "yardstick": self.yardstick,
            "sides": {
                name: {"what": self.sides[name], **_figures(taken), "samples": taken}
                for name, taken in self.samples.items()
            },
            "facts": self.facts,
            "load": {"begin": self.load, "end": os.getloadavg()[0]},
        }


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
    for heading in ("work", "ours", "yardstick", "ratio", "target", "", "turns", "more"):
        made.add_column(heading, justify="left" if heading in ("work", "more") else "right")
    for one in results:
        ours, yardstick = Spread.of(one.ours), Spread.of(one.samples[one.yardstick])
        target = f"≤ {one.target.at_most:g} ×" if one.target.of == "ratio" else f"≤ {one.target.at_most * 1000:g} ms"
        made.add_row(
            one.name, seconds(ours), f"{seconds(yardstick)}\n{one.yardstick}", f"{one.ratio:.2f} ×", target,
            "met" if one.met else "MISSED", str(len(one.ours)),
            "\n".join(f"{key.replace('_', ' ')}: {_short(value)}" for key, value in one.facts.items()),
        )  # fmt: skip
    return made


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
