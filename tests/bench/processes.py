"""What the kernel knows of a process and of those that it started: time of the processors, memory."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
QUIET_SECONDS = 0.3
QUIET_SHARE = 0.1
"""A process that takes no more of a processor than this is quiet."""


def cpu_seconds(pid: int) -> float:
    """Processor time of a process, in seconds."""
    fields = _fields(pid)
    return (fields[11] + fields[12]) / TICKS


def cpu_seconds_with_children(pid: int) -> float:
    """Processor time of a process and of all its children, those that have ended included, in seconds."""
    fields = _fields(pid)
    total = sum(fields[11:15]) / TICKS
    for child in (PROC / str(pid) / "task" / str(pid) / "children").read_text(encoding="ascii").split():
        with contextlib.suppress(OSError):  # it has ended meanwhile
            total += cpu_seconds_with_children(int(child))
    return total


def _fields(pid: int) -> list[int]:
    """The numbers of ``stat`` after the name: utime, stime, cutime and cstime are 11 to 14 (14 to 17 of proc(5))."""
    text = (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    return [0, *(int(word) for word in text.rpartition(")")[2].split()[1:15])]


def pss_bytes(pid: int) -> int:
    """Memory of a process in bytes, with its share of what it shares."""
    for line in (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"the kernel does not tell the memory of process {pid}")


def family(pid: int) -> list[int]:
    """A process and all that descend from it, as they are now."""
    parents: dict[int, int] = {}
    for folder in PROC.glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError):  # it has ended meanwhile
            words = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            parents[int(folder.name)] = int(words[1])
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def wait_until_quiet(pid: int, seconds: float) -> bool:
    """Returns when a process has nothing to do, or after so many seconds; whether it is quiet."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        before = cpu_seconds(pid)
        time.sleep(QUIET_SECONDS)  # the measure itself: a share needs a span
        if cpu_seconds(pid) - before <= QUIET_SHARE * QUIET_SECONDS:
            return True
    return False


def rss_bytes() -> int:
    """Memory of this process in bytes, as it is resident."""
    return int((PROC / "self" / "statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
