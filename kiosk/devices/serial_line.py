"""A scanner on a serial line: RS-232, or USB in the mode that makes it one ("COM", CDC); CR or LF ends each code."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.devices.burst import MAX_CODE, MIN_CODE
from kiosk.devices.protocols import Absent
from kiosk.devices.settings import Serial

if TYPE_CHECKING:
    import serial

PAUSE_MS = 1_000
"""The longest pause inside a code; 9600 baud send one in 0.2 s. What was begun before a longer one is dropped."""
READ_BYTES = 4096
ENDS = b"\r\n\t"


class Lines:
    """Turns the bytes of a line into codes: pure."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._last_ms = 0

    def feed(self, data: bytes, now_ms: int) -> list[str]:
        """The codes that are complete with these bytes, which came just now."""
        if not 0 <= now_ms - self._last_ms <= PAUSE_MS:
            self._held.clear()
        self._last_ms = now_ms
        codes = []
        for byte in data:
            if byte in ENDS:
                if MIN_CODE <= len(self._held) <= MAX_CODE:
                    codes.append(self._held.decode("ascii", errors="replace"))
                self._held.clear()
            elif len(self._held) <= MAX_CODE:  # one more than a code has: it stays too long up to its end
                self._held.append(byte)
        return codes


class SerialScanner:
    """One line. Implements `devices.protocols.Port`."""

    def __init__(self, settings: Serial) -> None:
        self._settings = settings
        self._lines = Lines()
        self._port: serial.Serial | None = None

    @property
    def name(self) -> str:
        """As the settings name it."""
        return self._settings.device

    def look(self) -> str:
        """That the line is there, without opening it: that would ring at the other end.

        Raises:
            Absent: it is not there, or may not be read.
        """
        device = self._settings.device
        try:
            Path(device).stat()
            if not os.access(device, os.R_OK | os.W_OK):
                raise PermissionError(errno.EACCES, "not for this user", device)
        except OSError as error:
            raise Absent(_why(error, device)) from None
        return f"{device} is there, at {self._settings.baud} baud."

    def open(self) -> int:
        """Opens the line for this program alone.

        Raises:
            Absent: it is not there, may not be read, or is another program's; or pyserial is not installed.
        """
        try:
            import serial
        except ImportError:
            raise Absent("pyserial is not installed. Install the program with its extra `devices`.") from None
        device = self._settings.device
        try:
            self._port = serial.Serial(device, self._settings.baud, timeout=0, exclusive=True)
            return int(self._port.fileno())
        except (OSError, ValueError) as error:
            self.close()
            raise Absent(_why(error, device)) from None
        finally:
            self._lines = Lines()

    def read(self, now_ms: int) -> list[str]:
        """The codes that are complete."""
        data = os.read(self._port.fileno(), READ_BYTES) if self._port is not None else b""
        if not data:
            raise OSError(errno.ENODEV, "unplugged")
        return [self._settings.affixes.off(code) for code in self._lines.feed(data, now_ms)]

    def close(self) -> None:
        """Lets the line go."""
        port, self._port = self._port, None
        if port is not None:
            port.close()


def _why(error: Exception, device: str) -> str:
    number = getattr(error, "errno", None)
    if number == errno.ENOENT:
        return f"{device} is not there. Plug the scanner in."
    if number in (errno.EACCES, errno.EPERM):
        return f"{device} may not be read. Put the program's user into the group dialout."
    if number in (errno.EAGAIN, errno.EBUSY):
        return f"{device} is in another program's hands. Close that program."
    return f"{device} is no serial line that can be used. Plug the scanner in again, or correct it in devices.toml."
