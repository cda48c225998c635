"""The terminal beside what many kiosks are: Chromium in kiosk mode, with the same Home as a static page.

Both on an X server without a screen, both from the start of the process to the painted frame; then the memory of all
their processes, once nothing moves any more. The page lies in the memory of a server on this machine.
"""

from __future__ import annotations

import http.server
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.bench.cold_start import started
from tests.bench.home_page import PAINTED, SIZE
from tests.bench.measure import Tell, Turns, interleave
from tests.bench.processes import family, pss_bytes, wait_until_quiet
from tests.bench.report import Result, Target
from tests.bench.world import World, child
from tests.support.xserver import x_server

NAME = "browser"
MEMORY_PERCENT = 60.0
QUIET_SECONDS = 30.0
PAINT_SECONDS = 60.0
END_SECONDS = 10
CHROMIUM = "chromium"
WORDS = (
    "--kiosk", "--no-first-run", "--no-default-browser-check", "--disable-component-update", "--disable-sync",
    "--disable-background-networking", "--password-store=basic", f"--window-size={SIZE[0]},{SIZE[1]}",
    "--window-position=0,0",
)  # fmt: skip
"""As a kiosk would be set up, without what it would fetch from the net."""


class Page(http.server.ThreadingHTTPServer):
    """Serves the page, and notes when it was painted."""

    def __init__(self, text: str) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.text = text.encode()
        self.painted = threading.Event()
        self.painted_ns = 0

    @property
    def address(self) -> str:
        """The page's."""
        return f"http://127.0.0.1:{self.server_address[1]}/"


class _Answer(http.server.BaseHTTPRequestHandler):
    server: Page

    def do_GET(self) -> None:
        """A request."""
        if self.path == PAINTED:
            self.server.painted_ns = time.monotonic_ns()
            self.server.painted.set()
        body = self.server.text if self.path == "/" else b""
        with suppress(ConnectionError):  # who has painted is ended, and waits for nothing
            self.send_response(200 if body else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name is Python's
        """Nobody wants to read this."""


def run(world: World, turns: Turns, tell: Tell) -> Result:
    """Starts both in turns; the memory of each is that of its last start."""
    begin = os.getloadavg()[0]
    folder = world.copy(world.synced)
    if shutil.which(CHROMIUM) is None:
        raise RuntimeError("There is no Chromium. `make bench` installs it; else: apt-get install chromium")
    with tempfile.TemporaryDirectory() as place, x_server(SIZE) as display, world.serving():
        file = Path(place) / "home.html"
        child("tests.bench.home_page", "--data", folder, "--out", file, env=world.env())
        env = world.env() | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        profile = Path(place) / "profile"
        with _served(file.read_text(encoding="utf-8")) as page:
            kiosk = ["tests.bench.start_kiosk", "run", "--data", str(folder), "--window", f"{SIZE[0]}x{SIZE[1]}"]
            started(kiosk, env)
            _painted(page, profile, env)  # the first start of either writes what a later one finds
            sides = {
                "kiosk": lambda: started(kiosk, env)[0],
                "chromium": lambda: _painted(page, profile, env)[0],
            }
            samples = interleave(sides, turns, tell)
            ours = [_settled(folder, env) for _ in range(turns.least // 2 or 1)]
            theirs = [_painted(page, profile, env, settle=True)[1] for _ in range(turns.least // 2 or 1)]
    shutil.rmtree(folder)
    mine, other = (statistics.median(sum(one) for one in side) for side in (ours, theirs))
    facts: dict[str, Any] = {
        "memory_percent": 100 * mine / other, "pss_mib": mine / 2**20, "pss_chromium_mib": other / 2**20,
        "processes": len(ours[-1]), "processes_chromium": len(theirs[-1]),
        "pss_mib_each": ", ".join(f"{one / 2**20:.0f}" for one in ours[-1]), "chromium": _version(),
    }  # fmt: skip
    what = "the start to a painted Home, and the memory of all processes then, beside Chromium in kiosk mode"
    told = {
        "kiosk": "`kiosk run` with its engine and a hub, on X11: from the start of the process to Home's first frame",
        "chromium": "Chromium in kiosk mode with the same Home as a static page: until its first frames were painted",
    }
    return Result(NAME, what, samples, told, (Target("memory_percent", MEMORY_PERCENT),), facts, begin)


@contextmanager
def _served(text: str) -> Iterator[Page]:
    with Page(text) as page:
        thread = threading.Thread(target=page.serve_forever, daemon=True)
        thread.start()
        try:
            yield page
        finally:
            page.shutdown()
            thread.join()


@contextmanager
def _started(words: Sequence[str], env: Mapping[str, str]) -> Iterator[int]:
    """A process in a group of its own, which is ended with it."""
    process = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, **env},
    )  # fmt: skip
    try:
        yield process.pid
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(END_SECONDS)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _painted(page: Page, profile: Path, env: Mapping[str, str], *, settle: bool = False) -> tuple[float, list[int]]:
    """Starts Chromium: the seconds until it has painted, and, where it may settle, the bytes of each process then."""
    page.painted.clear()
    root = ["--no-sandbox"] if os.geteuid() == 0 else []  # it refuses root otherwise
    began = time.monotonic_ns()
    with _started([CHROMIUM, *WORDS, *root, f"--user-data-dir={profile}", page.address], env) as pid:
        if not page.painted.wait(PAINT_SECONDS):
            raise RuntimeError("Chromium did not paint the page")
        return (page.painted_ns - began) / 1e9, _memory(pid) if settle else []


def _settled(folder: Path, env: Mapping[str, str]) -> list[int]:
    """Starts the terminal: the bytes of each of its processes once nothing moves any more."""
    words = [sys.executable, "-m", "kiosk", "run", "--data", str(folder), "--window", f"{SIZE[0]}x{SIZE[1]}"]
    with _started(words, env) as pid:
        deadline = time.monotonic() + PAINT_SECONDS
        while len(family(pid)) < 2 and time.monotonic() < deadline:  # its engine comes after the first frame
            time.sleep(0.1)
        return _memory(pid)


def _memory(pid: int) -> list[int]:
    for one in family(pid):
        with suppress(OSError):  # a helper that has ended meanwhile is quiet
            wait_until_quiet(one, QUIET_SECONDS)
    return [pss_bytes(one) for one in family(pid)]


def _version() -> str:
    return subprocess.run([CHROMIUM, "--version"], capture_output=True, text=True, check=True).stdout.strip()
