"""Real commands in tests: started, watched line by line, and always ended.

A process that a test starts gets a group of its own. Leaving the ``with`` block ends the process, then whatever it left
behind in its group, and the kernel ends it should the tests themselves be killed.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self

Stream = Literal["out", "err"]

START_SECONDS = 30.0
STOP_SECONDS = 10.0
LOOK_SECONDS = 0.5


class Process:
    """One command, from its start to its end, with all that it prints.

    Use it as a context manager::

        with Process([sys.executable, "-m", "sync.hub", "serve"], env={"HUB_DATABASE": url}) as hub:
            address = hub.wait_for(r"http://\\S+")[0]

    Args:
        command: the program and its arguments.
        env: what to set on top of this process's environment; None takes a name away.
        cwd: the folder that it runs in.
        stdin: text that it reads; without one its standard input is empty.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        env: Mapping[str, str | None] | None = None,
        cwd: Path | None = None,
        stdin: str | None = None,
    ) -> None:
        self.command = [str(part) for part in command]
        self._lines: list[tuple[Stream, str]] = []
        self._news = threading.Condition()
        self._open_streams = 2
        self._process = subprocess.Popen(
            [*_ended_with_us(), *self.command],
            env=_environment(env or {}),
            cwd=cwd,
            stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        self._readers = [
            threading.Thread(target=self._read, args=(name, pipe), daemon=True)
            for name, pipe in (("out", self._process.stdout), ("err", self._process.stderr))
        ]
        for reader in self._readers:
            reader.start()
        if stdin is not None and self._process.stdin is not None:
            with contextlib.suppress(BrokenPipeError), self._process.stdin:
                self._process.stdin.write(stdin)

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    @property
    def output(self) -> str:
        """All of standard output so far."""
        return self._text("out")

    @property
    def errors(self) -> str:
        """All of standard error so far."""
        return self._text("err")

    def wait_for(self, pattern: str, seconds: float = START_SECONDS) -> re.Match[str]:
        """The first match of ``pattern`` in a line of standard output or standard error, past lines included.

        Raises:
            AssertionError: the process ended, or the time was over, before such a line came; with all that it printed.
        """
        deadline = time.monotonic() + seconds
        seen = 0
        with self._news:
            while True:
                for _, line in self._lines[seen:]:
                    if found := re.search(pattern, line):
                        return found
                seen = len(self._lines)
                left = deadline - time.monotonic()
                if not self._open_streams:
                    raise AssertionError(f"{self._name()} ended without a line like {pattern!r}. {self._said()}")
                if left <= 0:
                    raise AssertionError(f"{self._name()} printed no {pattern!r} in {seconds:g} s. {self._said()}")
                news = self._news.wait(min(left, LOOK_SECONDS))
                if not news and not self.running:
                    self._open_streams = 0  # a child of it may hold them open, but it will say no more itself

    def wait(self, seconds: float = START_SECONDS) -> int:
        """Waits until it ends by itself; returns its exit status, negative for a signal.

        Raises:
            AssertionError: it is still running after ``seconds``.
        """
        try:
            status = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"{self._name()} did not end in {seconds:g} s. {self._said()}") from None
        self._collect()
        return status

    def kill(self) -> None:
        """Ends it as a power cut would, and waits until it is gone."""
        self._process.kill()
        self._process.wait()

    def stop(self, seconds: float = STOP_SECONDS) -> int:
        """Asks it to end (SIGTERM) and waits; after ``seconds`` it is killed. Returns its exit status."""
        self._process.terminate()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
        self._collect()
        return self._process.returncode

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.stop()
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            self._collect()

    def _read(self, name: Stream, pipe: IO[str]) -> None:
        with pipe:
            for line in pipe:
                with self._news:
                    self._lines.append((name, line))
                    self._news.notify_all()
        with self._news:
            self._open_streams -= 1
            self._news.notify_all()

    def _collect(self) -> None:
        # A child that outlives the process may hold the pipes open: its words are not waited for.
        for reader in self._readers:
            reader.join(timeout=1.0)

    def _text(self, stream: Stream) -> str:
        with self._news:
            return "".join(line for name, line in self._lines if name == stream)

    def _name(self) -> str:
        return " ".join(self.command)

    def _said(self) -> str:
        return f"It said:\n{''.join(line for _, line in self._lines) or '(nothing)'}"


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    merged = {**os.environ, "PYTHONUNBUFFERED": "1", **changes}
    return {name: value for name, value in merged.items() if value is not None}


def _ended_with_us() -> list[str]:
    # The kernel watches the thread that started the process, so this is right for the main thread alone.
    setpriv = shutil.which("setpriv")
    if setpriv is None or threading.current_thread() is not threading.main_thread():
        return []
    return [setpriv, "--pdeathsig", "KILL", "--"]
