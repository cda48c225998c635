"""What the program expects of a device, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Scanner(Protocol):
    """Reads codes. It calls back in the GUI thread, with the text as it was read."""

    def on_code(self, callback: Callable[[str], None]) -> None:
        """Whom to call for each code."""

    def present(self) -> bool:
        """Whether the device is there, as far as it can tell."""
