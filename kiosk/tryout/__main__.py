"""Starts a hub, enrols a terminal, opens its window; without a display, on Xvfb with a viewer in the browser.

Everything lies in ``build/tryout`` and is found again by the next start. The hub is another program to this one: it
is started as a process and spoken to by its command line, as a technician would.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sync.commandline import say

PLACE = Path("build/tryout")
SPACE = os.environ.get("SPACE", "zoia")
WINDOW = os.environ.get("WINDOW", "540x960")
SCREEN = (1080, 1920)
READY = "The hub is ready at "


class Trouble(Exception):
    """A part did not start; the text says which and what it said."""


def main() -> int:
    """Runs until the window is closed or Ctrl-C."""
    place = PLACE.absolute()
    place.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ, "HUB_DATA": str(place / "hub"), "HUB_DATABASE": f"sqlite:///{place / 'hub' / 'hub.db'}",
        "KIOSK_DATA": str(place / "terminal"), "KIOSK_VAULT": "file",
    }  # fmt: skip
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        say("Preparing the hub and its demonstration programme…")
        _command(environment, "sync.hub", "init", "--demo")
        with contextlib.ExitStack() as stack:
            hub = Hub(environment)
            stack.callback(hub.stop)
            hub.start()
            _enrol(environment, hub.address)
            _explain(place, hub.address)
            if sys.stdin.isatty():
                say("  Enter cuts the terminal's network; Enter again brings it back.\n")
                threading.Thread(target=hub.cut_on_enter, daemon=True).start()
            return _window(environment, place, stack)
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 0


def _command(environment: dict[str, str], module: str, *arguments: str) -> list[Any]:
    """Runs a command with --json; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments, "--json"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Trouble(f"`{module.rpartition('.')[2]} {' '.join(arguments)}` failed:\n{done.stderr.strip()}")
    return [json.loads(line) for line in done.stdout.splitlines()]


class Hub:
    """A hub that serves on the port of last time, or on a free one; it can be stopped and started again."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        self._remembered = Path(environment["HUB_DATA"]) / "port"
        self._process: subprocess.Popen[str] | None = None
        self.address = ""

    def start(self) -> None:
        """Starts it and waits until it serves.

        Raises:
            Trouble: it does not.
        """
        last = self._remembered.read_text(encoding="ascii").strip() if self._remembered.exists() else "8080"
        said: list[str] = []
        for port in (last, "0"):
            command = [sys.executable, "-m", "sync.hub", "serve", "--port", port]
            self._process = subprocess.Popen(command, env=self._environment, stderr=subprocess.PIPE, text=True)
            for line in self._process.stderr or ():
                said.append(line)
                if line.startswith(READY):
                    self.address = line.removeprefix(READY).strip()
                    self._remembered.write_text(self.address.rpartition(":")[2], encoding="ascii")
                    return
            self._process.wait()
        raise Trouble(f"The hub did not start:\n{''.join(said)}")

    def stop(self) -> None:
        """Ends it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
            self._process = None

    def cut_on_enter(self) -> None:
        """Each Enter stops the hub, or starts it again: the terminal's network, cut and restored."""
        for _ in sys.stdin:
            if self._process is None:
                self.start()
                say("The network is back.")
            else:
                self.stop()
                say("The network is cut. Go on using the terminal; Enter brings it back.")


def _enrol(environment: dict[str, str], address: str) -> None:
    """Enrols the terminal, or moves it to the hub's address of today."""
    waiting = ("enrol", "--hub", address, "--space", SPACE)
    first = _command(environment, "kiosk", *waiting, "--no-wait")[-1]
    if "code" in first:
        _command(environment, "sync.hub", "approve", first["code"])
        _command(environment, "kiosk", *waiting)
    _command(environment, "kiosk", "sync", "--once")


def _explain(place: Path, address: str) -> None:
    everybody = json.loads((place / "hub" / "demo.json").read_text(encoding="utf-8"))
    people, office = everybody[SPACE], everybody["office"]
    say("")
    say(f"  The terminal stands in the space {SPACE!r} (SPACE=boccioni make run: another one).")
    say(f"  Desk (Personale): PIN {people['portiere']['pin']}")
    for card in people["cards"]:
        say(f"  A member's card: number {card['number']}")
    say(f"  The hub's public page: {address}/")
    for role, one in office.items():
        say(f"  The hub's office, as {role} {one['staff']}: {address}{one['link']}")
    say(f"  All data is in {place}; delete it to begin anew.")
    say("")


def _window(environment: dict[str, str], place: Path, stack: contextlib.ExitStack) -> int:
    command = [sys.executable, "-m", "kiosk", "run", "--window", WINDOW]
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        say("Opening the terminal's window. Close it to end.")
        return subprocess.run(command, env=environment, check=False).returncode
    from kiosk.tryout.viewer import Viewer

    if shutil.which("Xvfb") is None:
        raise Trouble("There is no display and no Xvfb. Type: sudo apt-get install xvfb")
    display = stack.enter_context(_xvfb())
    command[-1] = f"{SCREEN[0]}x{SCREEN[1]}"
    window = subprocess.Popen(command, env={**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})
    viewer = Viewer(display, place / "screen.png")
    say(f"There is no display: the window is on Xvfb. Look at it and tap at {viewer.address} (this machine only).")
    say(f"A picture of what is on screen: {place / 'screen.png'}. Ctrl-C ends.")
    try:
        viewer.serve_until(lambda: window.poll() is not None)
        return window.returncode or 0
    finally:
        viewer.close()
        window.terminate()
        window.wait(timeout=10)


@contextlib.contextmanager
def _xvfb() -> Iterator[str]:
    """An X server without a screen; the name of its display."""
    read, write = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SCREEN[0]}x{SCREEN[1]}x24", "-nolisten", "tcp"],
        pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    if not number:
        raise Trouble("Xvfb did not start.")
    try:
        yield f":{number}"
    finally:
        process.terminate()
        process.wait(timeout=10)


if __name__ == "__main__":
    sys.exit(main())
