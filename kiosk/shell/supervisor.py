"""Keeps the engine running: a process of its own that synchronises while the screens stay smooth.

It says one JSON object a line on its standard output and hears ``facts`` and ``quit`` on its standard input.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

log = logging.getLogger(__name__)

FIRST_RESTART_MS = 1_000
LAST_RESTART_MS = 60_000
STEADY_MS = 60_000
"""An engine that ran this long is taken to be well: the next restart waits the shortest time again."""
QUIT_MS = 3_000
"""How long a farewell may take before the process is ended."""
MAX_LINE = 64 * 1024
"""Bytes without a line's end that are kept; what is longer is no line of the engine."""


def command(folder: Path, vault: str) -> list[str]:
    """The command line of the engine. A bundled program has no interpreter: it is its own engine."""
    arguments = ["--data", str(folder), "--vault", vault]
    if getattr(sys, "frozen", False):
        return [sys.executable, "engine", *arguments]
    return [sys.executable, "-m", "sync.terminal.engine", *arguments]


class Supervisor(QObject):
    """Starts the engine, hears it, starts it again when it dies."""

    said = Signal(object)
    """What the engine said: a dictionary."""
    ended = Signal()
    """It does not run any more; it will be started again."""

    def __init__(self, words: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._heard = b""
        self._restart_ms = FIRST_RESTART_MS
        self._stopping = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._complain)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._steady = QTimer(self, singleShot=True, interval=STEADY_MS)
        self._steady.timeout.connect(self._is_steady)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.start)

    def start(self) -> None:
        """Starts the engine; does nothing while it runs."""
        if self._process.state() == QProcess.ProcessState.NotRunning and not self._stopping:
            self._heard = b""
            self._process.start(self._words[0], self._words[1:])
            self._steady.start()

    def facts(self) -> None:
        """Tells the engine that something was recorded."""
        if self._process.state() == QProcess.ProcessState.Running:
            self._process.write(b"facts\n")

    def process_id(self) -> int:
        """The engine's process id; 0 while it does not run."""
        return int(self._process.processId())

    def stop(self) -> None:
        """Says farewell and waits, shortly."""
        self._stopping = True
        self._again.stop()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._process.write(b"quit\n")
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(QUIT_MS):
            self._process.kill()
            self._process.waitForFinished(QUIT_MS)

    def _read(self) -> None:
        self._heard += bytes(self._process.readAllStandardOutput().data())
        *lines, self._heard = self._heard.split(b"\n")
        if len(self._heard) > MAX_LINE:
            self._heard = b""
        for line in lines:
            try:
                message = json.loads(line)
            except ValueError:
                log.warning("the engine said something that is no JSON")
                continue
            if isinstance(message, dict):
                self.said.emit(message)

    def _complain(self) -> None:
        for line in bytes(self._process.readAllStandardError().data()).decode(errors="replace").splitlines():
            log.warning("engine: %s", line)

    def _is_steady(self) -> None:
        self._restart_ms = FIRST_RESTART_MS

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._ended()

    def _ended(self) -> None:
        self._steady.stop()
        self.ended.emit()
        if not self._stopping:
            log.warning("the engine ended; it starts again in %d ms", self._restart_ms)
            self._again.start(self._restart_ms)
            self._restart_ms = min(LAST_RESTART_MS, self._restart_ms * 2)
