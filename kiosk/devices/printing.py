"""Prints slips beside the screen: a thread of its own with a short queue, so that no touch ever waits for paper."""

from __future__ import annotations

import logging
import queue
import threading
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from kiosk.devices.printer import PrinterTrouble, printer_of
from kiosk.devices.protocols import Printer
from kiosk.devices.settings import load
from kiosk.devices.slip import Slip, raster
from sync.errors import UsageError

MAX_WAITING = 2
"""Slips that wait for the one that is printed: who stands there longer has seen that nothing comes."""

Outcome = Literal["printed", "absent", "paper", "stuck"]
log = logging.getLogger(__name__)


def printing_of(folder: Path, parent: QObject) -> Printing | None:
    """The queue before the terminal's printer. Settings that are wrong name none; `kiosk self-test` says why."""
    try:
        settings = load(folder).printer
    except UsageError:
        return None
    return Printing(printer_of(settings), parent) if settings is not None else None


class Printing(QObject):
    """The queue before one printer.

    Args:
        printer: used by the thread alone.
    """

    done = Signal(int, str)
    """A slip's number and its `Outcome`; emitted by the thread, received in the receiver's."""

    def __init__(self, printer: Printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._slips: queue.Queue[tuple[int, Slip] | None] = queue.Queue(MAX_WAITING)
        self._thread: threading.Thread | None = None
        self._number = 0

    def submit(self, slip: Slip) -> int | None:
        """Has a slip printed; returns its number, None where too many wait already."""
        if self._thread is None:  # a daemon: a printer that stands still keeps no program from ending
            self._thread = threading.Thread(target=self._work, name="printer", daemon=True)
            self._thread.start()
        try:
            self._slips.put_nowait((self._number + 1, slip))
        except queue.Full:
            return None
        self._number += 1
        return self._number

    def stop(self) -> None:
        """Lets the thread end after the slip that it is at; those that wait are dropped."""
        while True:
            try:
                self._slips.get_nowait()
            except queue.Empty:
                break
        self._slips.put_nowait(None)

    def _work(self) -> None:
        while (next_one := self._slips.get()) is not None:
            number, slip = next_one
            outcome = self._print(slip)
            try:
                self.done.emit(number, outcome)
            except RuntimeError:  # the window is gone
                return

    def _print(self, slip: Slip) -> Outcome:
        try:
            self._printer.print(raster(slip, self._printer.dots))
        except PrinterTrouble as trouble:
            return trouble.trouble
        except Exception:  # whatever a printer does to us, the next slip is tried
            log.exception("a slip was not printed")
            return "stuck"
        return "printed"
