"""Commands without the wait for imports: a process that has imported the programs, and forks for each command.

Each command is still a process of its own, with its own environment, standard streams and exit status; only what
Python imports is there already. `run` runs one to its end; `start` leaves it to the caller, who may hold it back until
a tracer is attached, and kill it.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import functools
import importlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PROGRAMS = ("kiosk.__main__", "sync.hub.__main__")
AHEAD = (
    "kiosk.commandline", "kiosk.commands", "sync.hub.operations", "sync.hub.members", "sync.hub.staff",
    "sync.hub.importing.importer", "sync.hub.store.schema", "sync.hub.demo", "sync.hub.tryout",
    "sync.terminal.enrol", "sync.terminal.recording",
    "sync.terminal.syncer", "sync.terminal.codes", "qrcode", "sync.hub.serving", "sync.hub.api.app",
)  # fmt: skip
END_SECONDS = 60.0
PR_SET_PDEATHSIG, PR_SET_PTRACER, PTRACER_ANY = 1, 0x59616D61, -1


def run(module: str, arguments: Sequence[str], env: Mapping[str, str], stdin: str) -> tuple[int, str, str]:
    """Runs ``python -m module arguments`` to its end: exit status, standard output, standard error."""
    with start(module, arguments, env, stdin) as command:
        return command.wait(None), command.output, command.errors


def start(
    module: str, arguments: Sequence[str], env: Mapping[str, str], stdin: str = "", *, held: bool = False
) -> Forked:
    """Starts ``python -m module arguments``. `held`: it does nothing before `Forked.release`."""
    place = Path(tempfile.mkdtemp(prefix="qc-command-"))
    (place / "in").write_text(stdin, encoding="utf-8")
    if held:
        os.mkfifo(place / "go")
    pid = _ask({"module": module, "arguments": list(arguments), "env": dict(env), "place": str(place)})
    return Forked(pid, place)


class Forked:
    """A command that was started; leaving its ``with`` block kills it, if it still runs.

    Attributes:
        pid: of the process.
    """

    def __init__(self, pid: int, place: Path) -> None:
        self.pid = pid
        self._place = place
        self._handle = os.pidfd_open(pid)
        self._status: int | None = None

    def release(self) -> None:
        """Lets it go on."""
        os.close(os.open(self._place / "go", os.O_WRONLY))

    @property
    def output(self) -> str:
        """What it printed on standard output so far."""
        return self._text("out")

    @property
    def errors(self) -> str:
        """What it printed on standard error so far."""
        return self._text("err")

    def ended(self, seconds: float | None) -> bool:
        """Whether it has ended, after waiting up to so long; None waits as long as it takes."""
        return bool(select.select([self._handle], [], [], seconds)[0])

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self._status is None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def stop(self) -> int:
        """Asks it to end (SIGTERM); returns its exit status."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGTERM)
        return self.wait()

    def wait(self, seconds: float | None = END_SECONDS) -> int:
        """Waits for its end; returns its exit status, negative for a signal.

        Raises:
            AssertionError: it still runs after `seconds`.
        """
        assert self.ended(seconds), f"process {self.pid} did not end in {seconds:g} s. It said:\n{self.errors}"
        if self._status is None:
            self._status = _ask({"wait": self.pid})
        return self._status

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self.wait(None)
        os.close(self._handle)
        shutil.rmtree(self._place)

    def _text(self, name: str) -> str:
        path = self._place / name
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _ask(request: Mapping[str, Any]) -> int:
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(json.dumps(request) + "\n")
    server.stdin.flush()
    return int(server.stdout.readline())


@functools.cache
def _server() -> subprocess.Popen[str]:
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.support.forkserver"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    atexit.register(_end, server)
    return server


def _end(server: subprocess.Popen[str]) -> None:
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.close()
    server.wait(timeout=10)
    server.stdout.close()


def main() -> None:
    """Serves requests until standard input closes: each is answered with a process's id, or its exit status."""
    for name in (*PROGRAMS, *AHEAD):
        importlib.import_module(name)
    for line in sys.stdin:
        request = json.loads(line)
        if "wait" in request:
            answer = os.waitstatus_to_exitcode(os.waitpid(request["wait"], 0)[1])
        else:
            answer = os.fork() or _run(request, Path(request["place"]))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _run(request: dict[str, Any], place: Path) -> int:
    """The command, in the process that was forked for it; never returns."""
    status = 1
    try:
        libc = ctypes.CDLL(None)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        libc.prctl(PR_SET_PTRACER, PTRACER_ANY)  # where a tracer may otherwise only follow its own children
        for number, name, mode in ((0, "in", os.O_RDONLY), (1, "out", os.O_WRONLY), (2, "err", os.O_WRONLY)):
            handle = os.open(place / name, mode | os.O_CREAT, 0o600)
            os.dup2(handle, number)
            os.close(handle)
        if (place / "go").exists():
            os.close(os.open(place / "go", os.O_RDONLY))  # waits for whoever lets it go on
        os.environ.clear()
        os.environ.update(request["env"])
        module = request["module"]
        sys.argv = [module, *request["arguments"]]
        program = importlib.import_module(f"{module}.__main__")
        try:
            program.main()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # what a fresh interpreter would print
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
