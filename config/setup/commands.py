"""Running the set-up's commands: what they print goes to a log, what a person needs to know to standard error."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LOG = ROOT / "build" / "setup.log"

ATTEMPTS = 3
PAUSE_SECONDS = 5
TAIL_LINES = 15


class SetupError(Exception):
    """The set-up cannot go on; the message says why and what to do."""


class CommandError(SetupError):
    """A command ended with an error; ``output`` is all that it printed."""

    def __init__(self, command: Sequence[str], output: str) -> None:
        self.output = output
        tail = "\n".join(output.splitlines()[-TAIL_LINES:])
        super().__init__(f"This failed: {' '.join(command)}\n{tail}\nMore in {LOG.relative_to(ROOT)}.")


def say(words: str) -> None:
    """Tells the person at the keyboard; standard output stays free for what a make target prints."""
    print(words, file=sys.stderr, flush=True)


def run(command: Sequence[str], on_line: Callable[[str], None] | None = None) -> None:
    """Runs a command to its end, its output in the log; each line goes to ``on_line`` as it comes.

    Raises:
        CommandError: it could not be started, or its exit status is not 0.
    """
    LOG.parent.mkdir(exist_ok=True)
    lines: list[str] = []
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"\n$ {' '.join(command)}\n")
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                cwd=ROOT,
            )
        except OSError as error:
            raise CommandError(command, str(error)) from error
        with process:
            for line in process.stdout or ():
                log.write(line)
                log.flush()
                lines.append(line)
                if on_line:
                    on_line(line)
    if process.returncode != 0:
        raise CommandError(command, "".join(lines))


def retry(what: str, attempt: Callable[[], None], hopeless: Sequence[str] = ()) -> None:
    """Attempts what needs the network up to ``ATTEMPTS`` times; output with one of ``hopeless`` in it ends it at once.

    Raises:
        SetupError: none of them succeeded, or one was hopeless.
    """
    for number in range(1, ATTEMPTS + 1):
        try:
            attempt()
        except CommandError as failure:
            if any(sign in failure.output for sign in hopeless):
                raise
            if number == ATTEMPTS:
                raise SetupError(
                    f"{failure}\n{what} could not be had. Is this machine online? Then try again."
                ) from None
            say(f"{what} did not come in whole. Trying again in {PAUSE_SECONDS * number} s.")
            time.sleep(PAUSE_SECONDS * number)
        else:
            return
