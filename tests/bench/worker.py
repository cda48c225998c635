"""A process of a benchmark that stays: told what to do, it says what came of it, a JSON object a line each way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

END_SECONDS = 10
TAIL_CHARS = 2_000


class Worker:
    """A process. One that has to get ready says so first (`hear`).

    Use it as a context manager. What it says on standard error is told when it fails.
    """

    def __init__(self, words: Sequence[object], env: Mapping[str, str] | None = None) -> None:
        self._words = [str(word) for word in words]
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - see close
        self._process = subprocess.Popen(
            self._words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, text=True,
            env={**os.environ, **(env or {})},
        )  # fmt: skip

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def ask(self, **words: object) -> dict[str, Any]:
        """Tells it something and waits for what it says.

        Raises:
            RuntimeError: it ended instead; with what it complained of.
        """
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(words) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._failure() from None
        return self.hear()

    def hear(self) -> dict[str, Any]:
        """What it says next; see `ask`."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise self._failure()
        said: dict[str, Any] = json.loads(line)
        return said

    def _failure(self) -> RuntimeError:
        self._process.wait(END_SECONDS)
        self._errors.seek(0)
        said = self._errors.read()[-TAIL_CHARS:]
        return RuntimeError(f"{' '.join(self._words)} ended with {self._process.returncode}:\n{said}")

    def close(self) -> None:
        """Lets it end, and waits."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._errors.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def python(module: str, *arguments: object, env: Mapping[str, str] | None = None) -> Worker:
    """``python -m module arguments``."""
    return Worker([sys.executable, "-m", module, *arguments], env)


def obey(act: Callable[[dict[str, Any]], Mapping[str, Any]]) -> None:
    """The worker's own end: says that it is ready, then does what it is told until its standard input ends."""
    sys.stdout.write(json.dumps({"ready": True}) + "\n")
    sys.stdout.flush()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(act(json.loads(line))) + "\n")
        sys.stdout.flush()
