"""Which devices are there, without taking them from a terminal that runs: for `kiosk self-test`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.devices import settings
from kiosk.devices.grabbed import GrabbedScanner
from kiosk.devices.printer import printer_of
from kiosk.devices.protocols import Absent
from kiosk.devices.serial_line import SerialScanner
from kiosk.devices.settings import Printer as PrinterSettings
from kiosk.devices.settings import Settings
from sync.errors import UsageError

INPUTS, CAMERAS = Path("/proc/bus/input/devices"), Path("/sys/class/video4linux")
Finding = tuple[str, bool, str]
"""A device's name, whether all is well with it, a sentence."""


def look(folder: Path, listed: Path = CAMERAS) -> Iterator[Finding]:
    """Each device that a terminal has; one that need not be there is well when it is not.

    Args:
        folder: the terminal's data folder.
        listed: where the kernel lists cameras.
    """
    try:
        chosen = settings.load(folder)
    except UsageError as error:
        yield "devices", False, str(error)
        chosen = Settings()
    yield "scanner", True, _keyboards()
    scanners: list[GrabbedScanner | SerialScanner] = [GrabbedScanner(one) for one in chosen.grabbed]
    scanners += [SerialScanner(one) for one in chosen.serial]
    for scanner in scanners:
        yield "scanner", *_scanner(scanner)
    yield "camera", *_camera(chosen.camera, cameras(listed))
    if chosen.printer is not None:
        yield "printer", *_printer(chosen.printer)
    yield "screen", *_screen()


def plugged(use: str, listed: Path = CAMERAS) -> Callable[[], bool]:
    """Tells whether a camera that the settings mean is plugged in, whenever it is asked."""
    return lambda: bool(_fitting(use, cameras(listed)))


def cameras(listed: Path = CAMERAS) -> list[str]:
    """The names of the cameras that are plugged in, as the kernel lists them."""
    names = []
    for entry in sorted(listed.glob("video*")):
        try:
            names.append((entry / "name").read_text(encoding="utf-8", errors="replace").strip())
        except OSError:  # unplugged between two looks
            continue
    return list(dict.fromkeys(names))


def _keyboards() -> str:
    """A scanner that types is a keyboard to the system; which of them it is shows when it reads a code."""
    try:
        blocks = INPUTS.read_text(encoding="utf-8", errors="replace").split("\n\n")
    except OSError:
        return "Which keyboards there are cannot be told here. Scan a code on the terminal's screen."
    names = [_name(block) for block in blocks if "kbd" in block]
    if not names:
        return "No scanner or keyboard is plugged in: numbers are typed on the screen."
    return f"Reads as a keyboard: {', '.join(names[:8])}. Scan a code on the terminal's screen."


def _name(block: str) -> str:
    line = next((line for line in block.splitlines() if line.startswith("N: Name=")), "")
    return line.removeprefix("N: Name=").strip('"') or "a keyboard without a name"


def _scanner(scanner: GrabbedScanner | SerialScanner) -> tuple[bool, str]:
    try:
        return True, scanner.look()
    except Absent as why:
        return False, str(why)


def _camera(use: str, found: list[str]) -> tuple[bool, str]:
    if use == settings.NO_CAMERA:
        return True, "None is used: devices.toml says so."
    fitting = _fitting(use, found)
    if fitting:
        return True, f"{fitting[0]} is used while a screen asks for a code."
    if use == settings.ANY_CAMERA:
        return True, "No camera is plugged in: codes are read by a scanner, or typed."
    there = ", ".join(found) or "none"
    return False, f"No camera is called {use!r}; there is: {there}. Plug it in, or correct devices.toml."


def _fitting(use: str, found: list[str]) -> list[str]:
    return found if use == settings.ANY_CAMERA else [name for name in found if use.casefold() in name.casefold()]


def _printer(chosen: PrinterSettings) -> tuple[bool, str]:
    words = {
        "ready": "It is there, and prints.",
        "absent": "It is not there: look at its plug and its cable, and at [printer] in devices.toml.",
        "paper": "It is out of paper. Put in a new roll.",
        "stuck": "It stands still: its cover is open, or it has an error. Close it, or switch it off and on.",
    }
    state = printer_of(chosen).state()
    return state == "ready", f"{chosen.device}, paper of {chosen.paper} mm. {words[state]}"


def _screen() -> tuple[bool, str]:
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return True, f"Qt draws by its platform {chosen}."
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(name):
            return True, f"{name}={os.environ[name]}."
    return True, "This session has no display; `kiosk run` needs one."
