"""What the program expects of a device, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.devices.escpos import Raster


class Scanner(Protocol):
    """Reads codes. It calls back in the GUI thread, with the text as it was read."""

    def on_code(self, callback: Callable[[str], None]) -> None:
        """Whom to call for each code."""

    def present(self) -> bool:
        """Whether the device is there, as far as it can tell."""


class Absent(Exception):
    """A device that is not there, or that cannot be used; the text is a sentence that says what to do."""


class Port(Protocol):
    """A device whose bytes a thread waits for. All of it but `name` is called in that thread alone."""

    @property
    def name(self) -> str:
        """What it is called in the settings."""

    def open(self) -> int:
        """Opens it and returns its file descriptor, which never blocks.

        Raises:
            Absent: it is not there.
        """

    def read(self, now_ms: int) -> list[str]:
        """The codes that are complete with what has come.

        Args:
            now_ms: the monotonic clock, in milliseconds.

        Raises:
            OSError: it was unplugged.
        """

    def close(self) -> None:
        """Lets it go; nothing of a code that was begun is kept."""


class Printer(Protocol):
    """Prints slips. It is used from one thread, and may take its time there."""

    @property
    def dots(self) -> int:
        """How many dots it prints across the paper."""

    def print(self, raster: Raster) -> None:
        """Prints a slip; returns when it is out.

        Raises:
            PrinterTrouble: it was not printed, or only in part.
        """


class Voice(Protocol):
    """Reads aloud. All of it happens in the GUI thread, and nothing of it waits."""

    def languages(self) -> frozenset[str]:
        """The languages that it has voices for, as two-letter codes; none while it does not work."""

    def say(self, text: str, language: str) -> None:
        """Says a text; calls back when it was said."""

    def stop(self) -> None:
        """Is silent at once; nobody is called back."""

    def on_done(self, call: Callable[[], None]) -> None:
        """Whom to call when a text was said."""
