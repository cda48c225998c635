"""The thread that waits for the scanners that are read without the window's help: grabbed ones, and serial ones.

A device that is not there is looked for again and again; one that is unplugged is let go and looked for. Codes go to
the GUI thread through a mailbox with bounds: a device that floods it loses its own codes and holds nobody up.
"""

from __future__ import annotations

import os
import queue
import selectors
import threading
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.devices.protocols import Absent, Port

LOOK_S = 1.0
"""How often a device that is not there is looked for."""
MAILBOX_CODES = 64
"""Codes that may wait for the GUI thread."""


class Readers(QObject):
    """Reads all ports in one thread. Implements `devices.protocols.Scanner`.

    Args:
        ports: the devices.
        look_s: how often one that is not there is looked for.
    """

    changed = Signal()
    """A device has come or gone. Emitted in the reading thread."""
    _arrived = Signal()

    def __init__(self, ports: Sequence[Port], parent: QObject | None = None, *, look_s: float = LOOK_S) -> None:
        super().__init__(parent)
        self._ports = tuple(ports)
        self._look_s = look_s
        self._mailbox: queue.Queue[str] = queue.Queue(MAILBOX_CODES)
        self._callbacks: list[Callable[[str], None]] = []
        self._absent: dict[str, str] = {port.name: "It was not looked for yet." for port in ports}
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None
        self._bell: tuple[int, int] | None = None

    def on_code(self, callback: Callable[[str], None]) -> None:
        """Whom to call for each code, in the GUI thread."""
        self._callbacks.append(callback)

    def present(self) -> bool:
        """Whether any of them is there."""
        return len(self._absent) < len(self._ports)

    def absent(self) -> dict[str, str]:
        """Those that are not there, by name, with a sentence each."""
        return dict(self._absent)

    def start(self) -> None:
        """Begins to read."""
        if self._ports and self._thread is None:
            self._bell = os.pipe()
            self._thread = threading.Thread(target=self._work, args=(self._bell[0],), name="readers", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Lets all devices go; returns when they are free."""
        if self._thread is None or self._bell is None:
            return
        listens, rings = self._bell
        os.close(rings)  # the other end of the pipe becomes readable: at its end
        self._thread.join()
        os.close(listens)
        self._thread = self._bell = None

    def _deliver(self) -> None:
        while True:
            try:
                code = self._mailbox.get_nowait()
            except queue.Empty:
                return
            for callback in self._callbacks:
                callback(code)

    # -- in the thread -----------------------------------------------------------------------------

    def _work(self, bell: int) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(bell, selectors.EVENT_READ, None)
            missing = list(self._ports)
            try:
                while True:
                    missing = [port for port in missing if not self._open(port, selector)]
                    for key, _ in selector.select(self._look_s if missing else None):
                        if key.data is None:
                            return
                        if not self._read(key.data):
                            self._close(key.data, key.fd, selector)
                            missing.append(key.data)
            finally:
                for key in [one for one in selector.get_map().values() if one.data is not None]:
                    self._close(key.data, key.fd, selector)

    def _open(self, port: Port, selector: selectors.BaseSelector) -> bool:
        try:
            selector.register(port.open(), selectors.EVENT_READ, port)
        except Absent as why:
            self._absent[port.name] = str(why)
            return False
        self._absent.pop(port.name, None)
        self.changed.emit()
        return True

    def _close(self, port: Port, descriptor: int, selector: selectors.BaseSelector) -> None:
        selector.unregister(descriptor)
        port.close()
        self._absent[port.name] = "It was unplugged."
        self.changed.emit()

    def _read(self, port: Port) -> bool:
        try:
            codes = port.read(time.monotonic_ns() // 1_000_000)
        except BlockingIOError:  # the kernel woke us for nothing
            return True
        except OSError:
            return False
        for code in codes:
            try:
                self._mailbox.put_nowait(code)
            except queue.Full:
                break
        if codes:
            self._arrived.emit()
        return True
