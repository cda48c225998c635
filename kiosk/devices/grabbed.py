"""A scanner that types, read from the kernel for this program alone (evdev with an exclusive grab).

What it types reaches no other program and no screen, its keys mean the same under every layout, and nobody who plugs in
a keyboard can pass for it. The kernel's interface is a file of fixed records and one request (linux/input.h), so no
library stands between.
"""

from __future__ import annotations

import errno
import fcntl
import os
import struct
from pathlib import Path

from kiosk.devices.burst import Burst
from kiosk.devices.keys import Keyboard
from kiosk.devices.protocols import Absent
from kiosk.devices.settings import USB_ID, Grabbed

EVENT = struct.Struct("llHHi")
"""struct input_event: seconds, microseconds, type, code, value."""
READ_EVENTS = 64
GRAB = 0x40044590
"""EVIOCGRAB."""
TYPE_SYN, TYPE_KEY = 0, 1
SYN_REPORT, SYN_DROPPED = 0, 3
UP, DOWN = 0, 1
KEY_A = 30
"""What has this key is a keyboard; a scanner may have other parts that are none."""
INPUTS, NODES = Path("/sys/class/input"), Path("/dev/input")


class Strokes:
    """Turns the bytes of a device into codes: pure."""

    def __init__(self) -> None:
        self._rest = b""
        self._keyboard = Keyboard()
        self._burst = Burst(pace_ms=None)
        self._lost = False

    def feed(self, data: bytes) -> list[str]:
        """The codes that are complete with these bytes."""
        data = self._rest + data
        whole = len(data) - len(data) % EVENT.size
        self._rest = data[whole:]
        codes = (self._event(*event) for event in EVENT.iter_unpack(data[:whole]))
        return [code for code in codes if code is not None]

    def _event(self, seconds: int, micros: int, kind: int, code: int, value: int) -> str | None:
        if kind == TYPE_SYN:
            self._sync(code)
        if kind != TYPE_KEY or value not in (UP, DOWN) or self._lost:
            return None
        at_ms = seconds * 1000 + micros // 1000
        written = self._keyboard.key(code, down=value == DOWN)
        if written == "\n":
            return self._burst.end(at_ms)
        if written:
            self._burst.key(written, at_ms)
        return None

    def _sync(self, code: int) -> None:
        """The kernel drops events that nobody reads in time: then what follows, up to the next report, is no use."""
        if code == SYN_DROPPED:
            self._lost = True
            self._keyboard.reset()
            self._burst.drop()
        elif code == SYN_REPORT:
            self._lost = False


class GrabbedScanner:
    """One device. Implements `devices.protocols.Port`.

    Args:
        settings: which one, and what it adds.
        inputs, nodes: where the kernel lists devices, and where their files are.
    """

    def __init__(self, settings: Grabbed, inputs: Path = INPUTS, nodes: Path = NODES) -> None:
        self._settings = settings
        self._inputs, self._nodes = inputs, nodes
        self._strokes = Strokes()
        self._descriptor = -1

    @property
    def name(self) -> str:
        """As the settings name it."""
        return self._settings.device

    def look(self) -> str:
        """Where the device is, without taking it from whoever reads it.

        Raises:
            Absent: it is not there, or may not be read.
        """
        path = find(self._settings.device, self._inputs, self._nodes)
        os.close(_opened(path))
        return f"{self.name} is {path}."

    def open(self) -> int:
        """Opens the device and grabs it.

        Raises:
            Absent: it is not there, may not be read, or is another program's.
        """
        path = find(self._settings.device, self._inputs, self._nodes)
        self._descriptor = _opened(path)
        try:
            fcntl.ioctl(self._descriptor, GRAB, 1)
        except OSError as error:
            self.close()
            raise Absent(_why(error, path)) from None
        self._strokes = Strokes()
        return self._descriptor

    def read(self, now_ms: int) -> list[str]:
        """The codes that are complete; times are the kernel's own."""
        data = os.read(self._descriptor, EVENT.size * READ_EVENTS)
        if not data:
            raise OSError(errno.ENODEV, "unplugged")
        return [self._settings.affixes.off(code) for code in self._strokes.feed(data)]

    def close(self) -> None:
        """Lets the device go, and the grab with it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1


def find(device: str, inputs: Path = INPUTS, nodes: Path = NODES) -> Path:
    """The file of a device.

    Args:
        device: a path, or vendor:product[:serial] as `settings` checked it.
        inputs: where the kernel lists devices.
        nodes: where their files are.

    Raises:
        Absent: no such device is plugged in.
    """
    asked = USB_ID.fullmatch(device)
    if asked is None:
        if not Path(device).exists():
            raise Absent(f"{device} is not there. Plug the scanner in.")
        return Path(device)
    for entry in sorted(inputs.glob("event*"), key=lambda path: (len(path.name), path.name)):
        told = entry / "device"
        same = [_line(told / "id" / part) == asked[part].lower() for part in ("vendor", "product")]
        same.append(asked["serial"] in (None, _line(told / "uniq")))
        if all(same) and _is_keyboard(_line(told / "capabilities/key")):
            return nodes / entry.name
    raise Absent(f"No scanner {device} is plugged in. Plug it in, or see with lsusb what it is called.")


def _is_keyboard(capabilities: str) -> bool:
    """Whether a device has letters: its keys are bits, in hexadecimal words, the last one first."""
    last = capabilities.split()[-1:]
    try:
        return bool(int(last[0], 16) >> KEY_A & 1) if last else False
    except ValueError:
        return False


def _line(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Absent(_why(error, path)) from None


def _why(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return f"{path} may not be read. Put the program's user into the group input."
        case errno.EBUSY:
            return f"{path} is in another program's hands. Close that program."
        case errno.ENOTTY | errno.EINVAL:
            return f"{path} is no input device. Correct it in devices.toml."
        case _:
            return f"{path} cannot be opened: {error.strerror}. Plug the scanner in again."
