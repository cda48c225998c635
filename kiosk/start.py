"""From the options of `kiosk run` to the window."""

from __future__ import annotations

import gc
import os
from pathlib import Path

from sync.errors import UsageError


def show(window: str | None, language: str | None, data: Path | None, vault: str | None) -> int:
    """Shows the terminal's window until it is closed; returns the exit status.

    Raises:
        UsageError: the window's size cannot be read.
    """
    size = _size(window)
    # What is imported stays, and looking for garbage in it takes a tenth of a start. `kiosk.running.run` looks again.
    gc.disable()
    from kiosk.running import run
    from sync.terminal.folder import default_folder

    chosen = vault or os.environ.get("KIOSK_VAULT") or "auto"
    return run(data or default_folder(), vault=chosen, window=size, language=language)


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    width, found, height = text.lower().partition("x")
    if not found or not all(side.isdigit() and 200 <= int(side) <= 8000 for side in (width, height)):
        raise UsageError(f"{text!r} is no size of a window. Write it like 1080x1920.")
    return int(width), int(height)
