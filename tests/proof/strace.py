"""System calls of a process that was started: watched, counted, made to fail, or the last thing that it does.

strace does the work. It attaches to a command that the fork server holds back, or to a server that waits for requests,
so that a call's number is the same in every run.
"""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.proof.proof import NotHereError
from tests.support.forkserver import Forked

MISSING = "strace is not installed. Type: sudo apt-get install --no-install-recommends strace"
CALL = re.compile(r"^(\d+) +(?:[\d.]+ +)?(\w+)\(")


@functools.cache
def needed() -> None:
    """Makes sure that processes can be traced here.

    Raises:
        NotHereError: why they cannot.
    """
    if shutil.which("strace") is None:
        raise NotHereError(MISSING)
    done = subprocess.run(["strace", "-qq", "-e", "trace=none", "true"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NotHereError(f"tracing is not permitted here: {done.stderr.strip()}")


@contextmanager
def attached(process: Forked, options: Sequence[str], log: Path) -> Iterator[None]:
    """A tracer on a process and all its threads; the process is killed when the block is left.

    Args:
        process: held back or waiting, so that nothing is missed.
        options: of strace.
        log: where it writes.
    """
    command = ["strace", "-f", "-o", str(log), *options, "-p", str(process.pid)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        line = tracer.stderr.readline()
        if "attached" not in line:
            tracer.kill()
            raise NotHereError(f"strace cannot attach: {line.strip()}")
        try:
            yield
        finally:
            process.kill()
            tracer.stderr.read()


def counted(log: Path) -> Counter[str]:
    """How often each call was made by the thread that made it most: that is how a tracer counts."""
    threads: dict[str, Counter[str]] = {}
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if found := CALL.match(line):
            threads.setdefault(found[1], Counter())[found[2]] += 1
    most: Counter[str] = Counter()
    for calls in threads.values():
        most |= calls
    return most


def inject(call: str, number: int, what: str, *, lasting: bool = False) -> list[str]:
    """Options that do something (``signal=KILL``, ``error=EIO``) at the `number`-th call of that name of a thread, or
    from it on.
    """
    return ["-e", f"trace={call}", "-e", f"inject={call}:{what}:when={number}{'+' if lasting else ''}"]
