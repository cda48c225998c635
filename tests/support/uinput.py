"""A keyboard that the kernel makes for us (uinput), where this machine allows it."""

from __future__ import annotations

import fcntl
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

SET_EVBIT, SET_KEYBIT, SETUP, CREATE, DESTROY = 0x40045564, 0x40045565, 0x405C5503, 0x5501, 0x5502
SETUP_STRUCT = struct.Struct("HHHH80sI")
"""struct uinput_setup: bus, vendor, product, version, name, effects."""
EV_KEY, EV_MSC, BUS_USB, KEYS = 1, 4, 3, range(1, 128)


@dataclass(frozen=True)
class Device:
    """A keyboard of the kernel's."""

    descriptor: int

    def write(self, events: bytes) -> None:
        """Its keys, as records of struct input_event."""
        os.write(self.descriptor, events)


@contextmanager
def keyboard(vendor: int, product: int) -> Iterator[Device]:
    """Plugs a keyboard in, and out at the end."""
    descriptor = os.open("/dev/uinput", os.O_WRONLY | os.O_NONBLOCK)
    try:
        for kind in (EV_KEY, EV_MSC):
            fcntl.ioctl(descriptor, SET_EVBIT, kind)
        for key in KEYS:
            fcntl.ioctl(descriptor, SET_KEYBIT, key)
        fcntl.ioctl(descriptor, SETUP, SETUP_STRUCT.pack(BUS_USB, vendor, product, 1, b"scanner", 0))
        fcntl.ioctl(descriptor, CREATE)
        yield Device(descriptor)
        fcntl.ioctl(descriptor, DESTROY)
    finally:
        os.close(descriptor)
