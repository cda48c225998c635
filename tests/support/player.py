"""Drives `tests.support.stage` from another process."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


class Failed(AssertionError):
    """What was asked of the stage did not happen."""


class Player:
    """A running stage: methods are its commands; each returns when it is done."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __getattr__(self, name: str) -> Any:
        def command(**values: Any) -> Any:
            return self._ask({"do": name, **values})

        return command

    def tap(self, name: str) -> None:
        """Waits until it can be tapped, and taps it."""
        self._ask({"do": "wait_item", "name": name})
        self._ask({"do": "tap", "name": name})

    def texts(self) -> list[str]:
        """Every text on screen."""
        return list(self._ask({"do": "texts"})["texts"])

    def names(self) -> list[str]:
        """Every name on screen."""
        return list(self._ask({"do": "names"})["names"])

    def kill(self) -> None:
        """Pulls the plug."""
        self._process.kill()
        self._process.wait()

    def _ask(self, command: Mapping[str, Any]) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        answer = self.listen()
        if "error" in answer:
            raise Failed(f"{command}: {answer['error']}")
        return answer

    def listen(self) -> Any:
        """The next answer."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise Failed(f"the stage ended with status {self._process.wait()}")
        return json.loads(line)


@contextlib.contextmanager
def playing(
    data: Path, *, window: str = "1080x1920", language: str = "it", env: Mapping[str, str] | None = None
) -> Iterator[Player]:
    """A stage on a terminal's folder; its window shows its first frame when this begins."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.stage", "--data", str(data), "--window", window, "--lang", language],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **(env or {})},
    )  # fmt: skip
    player = Player(process)
    try:
        assert player.listen() == {"ready": True}
        yield player
    finally:
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
