"""The printer for slips: where it is, and one slip at a time through a line that never waits for ever.

It is one on USB, by the kernel's own driver (``/dev/usb/lp0``: both ways, and nothing of ours to install), one on the
network (``tcp:192.0.2.7:9100``), or a file that takes what would be printed (``file:/tmp/slips``), to try it out.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import socket
import stat
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.devices import settings
from kiosk.devices.escpos import ASK_CAUSE, ASK_PAPER, DOTS, Raster, job, judged, told

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 1.0
"""How long a printer may take to say how it is before it prints; one that says nothing prints without being asked."""
PATIENCE_SECONDS = 8.0
"""Without taking a byte for so long a printer is stuck; a slow one takes some every 100 ms."""
MAX_ANSWER = 64
"""Bytes of an answer that are looked at."""

Trouble = Literal["absent", "paper", "stuck"]


class PrinterTrouble(Exception):
    """The slip was not printed, or not wholly.

    Attributes:
        trouble: ``absent`` (not there, or switched off), ``paper`` (none left), ``stuck`` (there, and standing still).
    """

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble


@dataclass(frozen=True, slots=True)
class EscPosPrinter:
    """An ESC/POS printer. Implements `devices.protocols.Printer`.

    Attributes:
        where: a device's or a file's path, or (host, port).
        dots: printed across the paper.
        answer_s, patience_s: see `ANSWER_SECONDS`, `PATIENCE_SECONDS`.
    """

    where: Path | tuple[str, int]
    dots: int
    answer_s: float = ANSWER_SECONDS
    patience_s: float = PATIENCE_SECONDS

    def print(self, raster: Raster) -> None:
        """Prints a slip and cuts it; returns when the printer has it all and is well.

        Raises:
            PrinterTrouble: it was not printed, or only in part.
        """
        with contextlib.closing(self._line()) as line:
            talks = self._ask(line, self.answer_s)
            for command in job(raster):
                line.send(command)
            # One that answered before and does not now was unplugged while it printed.
            if talks and not self._ask(line, self.patience_s):
                raise PrinterTrouble("stuck")

    def state(self) -> Literal["ready", "absent", "paper", "stuck"]:
        """How it stands now."""
        try:
            with contextlib.closing(self._line()) as line:
                self._ask(line, self.answer_s)
        except PrinterTrouble as found:
            return found.trouble
        return "ready"

    def _line(self) -> _Line:
        try:
            if isinstance(self.where, Path):
                return _Line(_opened(self.where), self.patience_s)
            with socket.create_connection(self.where, CONNECT_SECONDS) as connection:
                return _Line(connection.detach(), self.patience_s)
        except (OSError, OverflowError):  # a port beyond all ports
            raise PrinterTrouble("absent") from None

    def _ask(self, line: _Line, seconds: float) -> bool:
        """Whether it says how it is.

        Raises:
            PrinterTrouble: it says that it cannot print.
        """
        answers = []
        for question in (ASK_CAUSE, ASK_PAPER):
            line.send(question)
            answers.append(line.answer(seconds))
            if answers[-1] is None:
                return False
        state = judged(answers[0], answers[1])
        if state != "ready":
            raise PrinterTrouble(state)
        return True


class _Line:
    """A file descriptor that neither reading nor writing waits at for longer than is said."""

    def __init__(self, descriptor: int, patience_s: float) -> None:
        self._descriptor, self._patience_s = descriptor, patience_s
        os.set_blocking(descriptor, False)
        self._two_way = not stat.S_ISREG(os.fstat(descriptor).st_mode)

    def close(self) -> None:
        os.close(self._descriptor)

    def send(self, data: bytes) -> None:
        """Writes all of it.

        Raises:
            PrinterTrouble: the line broke, or nothing was taken for `patience_s`.
        """
        left = memoryview(data)
        while left:
            if not self._ready(select.POLLOUT, self._patience_s):
                raise PrinterTrouble("stuck")
            try:
                left = left[os.write(self._descriptor, left) :]
            except BlockingIOError:
                continue
            except OSError:
                raise PrinterTrouble("stuck") from None

    def answer(self, seconds: float) -> int | None:
        """The next status byte; None where none comes in time."""
        until = time.monotonic() + seconds
        while self._two_way and (left := until - time.monotonic()) > 0:
            if not self._ready(select.POLLIN, left):
                continue
            try:
                came = os.read(self._descriptor, MAX_ANSWER)
            except BlockingIOError:
                continue
            except OSError:
                return None
            if not came:  # the other end is closed
                return None
            status = told(came)
            if status is not None:
                return status
        return None

    def _ready(self, what: int, seconds: float) -> bool:
        poll = select.poll()
        poll.register(self._descriptor, what)
        return bool(poll.poll(seconds * 1000))


def _opened(path: Path) -> int:
    flags = os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    if not path.exists() or path.is_file():  # a file for trying it out; a device is never made by opening it
        if path.parent == Path("/dev") or Path("/dev") in path.parents:
            raise FileNotFoundError(path)
        return os.open(path, flags | os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    return os.open(path, flags | os.O_RDWR)


def printer_of(settings: settings.Printer) -> EscPosPrinter:
    """The printer that the settings name."""
    network = re.fullmatch(r"tcp:(.+):([0-9]+)", settings.device)
    if network:
        return EscPosPrinter((network[1].strip("[]"), int(network[2])), DOTS[settings.paper])
    return EscPosPrinter(Path(settings.device.removeprefix("file:")), DOTS[settings.paper])
