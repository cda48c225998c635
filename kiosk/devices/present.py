"""Which devices are there, without opening them: for `kiosk self-test`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

INPUTS = Path("/proc/bus/input/devices")


def look() -> Iterator[tuple[str, bool, str]]:
    """Each device that the terminal can use: (name, whether all is well with it, a sentence).

    A device that need not be there is well when it is not.
    """
    yield "scanner", True, _scanner()
    yield "screen", *_screen()


def _scanner() -> str:
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


def _screen() -> tuple[bool, str]:
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return True, f"Qt draws by its platform {chosen}."
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(name):
            return True, f"{name}={os.environ[name]}."
    return True, "This session has no display; `kiosk run` needs one."
