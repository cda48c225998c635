"""Commands without the wait for imports: a process that has imported the programs, and forks for each command.

Each command is still a process of its own, with its own environment, standard streams and exit status; only what
Python imports is there already.
"""

from __future__ import annotations

import atexit
import functools
import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PROGRAMS = ("kiosk.__main__", "sync.hub.__main__")
AHEAD = (
    "kiosk.commandline", "kiosk.commands", "sync.hub.operations", "sync.hub.members", "sync.hub.staff",
    "sync.hub.importing.importer", "sync.hub.store.schema", "sync.hub.demo", "sync.hub.tryout",
    "sync.terminal.enrol", "sync.terminal.recording",
    "sync.terminal.syncer", "sync.terminal.codes", "qrcode",
)  # fmt: skip


def run(module: str, arguments: Sequence[str], env: Mapping[str, str], stdin: str) -> tuple[int, str, str]:
    """Runs ``python -m module arguments`` to its end: exit status, standard output, standard error."""
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    request = {"module": module, "arguments": list(arguments), "env": dict(env), "stdin": stdin}
    server.stdin.write(json.dumps(request) + "\n")
    server.stdin.flush()
    answer = json.loads(server.stdout.readline())
    return answer["status"], answer["out"], answer["err"]


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
    """Serves requests until standard input closes."""
    for name in (*PROGRAMS, *AHEAD):
        importlib.import_module(name)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_fork(json.loads(line))) + "\n")
        sys.stdout.flush()


def _fork(request: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in").write_text(request["stdin"], encoding="utf-8")
        child = os.fork()
        if child == 0:
            _run(request, place)
        _, raw = os.waitpid(child, 0)
        return {
            "status": os.waitstatus_to_exitcode(raw),
            "out": (place / "out").read_text(encoding="utf-8"),
            "err": (place / "err").read_text(encoding="utf-8"),
        }


def _run(request: dict[str, Any], place: Path) -> None:
    status = 1
    try:
        for number, name, mode in ((0, "in", os.O_RDONLY), (1, "out", os.O_WRONLY), (2, "err", os.O_WRONLY)):
            handle = os.open(place / name, mode | os.O_CREAT, 0o600)
            os.dup2(handle, number)
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
