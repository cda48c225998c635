"""A printer on the network that puts on paper what ESC/POS says: bytes in, a picture out, and troubles on demand."""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass, field

from PySide6.QtGui import QImage

WELL, COVER_OPEN, NO_PAPER = 0x12, 0x16, 0x72


@dataclass
class Paper:
    """What came out so far."""

    lines: list[bytes] = field(default_factory=list)
    width: int = 0
    cuts: int = 0
    unknown: bytes = b""

    def picture(self) -> QImage:
        """The paper, black on white."""
        across = len(self.lines[0])
        bits = b"".join(bytes(byte ^ 0xFF for byte in line) for line in self.lines)
        image = QImage(bits, across * 8, len(self.lines), across, QImage.Format.Format_Mono)
        image.setColorTable([0xFF000000, 0xFFFFFFFF])
        return image.convertToFormat(QImage.Format.Format_Grayscale8)


class PaperPrinter:
    """Listens on the loopback, one line at a time.

    Attributes:
        port: where it listens.
        cause, paper: status bytes that it answers with; `silent`: it answers nothing.
        unplug_after: raster lines after which its plug is pulled: the line breaks.
        ends_after: raster lines after which its paper ends; it goes on taking bytes.
        freeze_after: raster lines after which it takes no more bytes, and says nothing.
    """

    def __init__(self) -> None:
        self.cause, self.paper, self.silent = WELL, WELL, False
        self.unplug_after: int | None = None
        self.freeze_after: int | None = None
        self.ends_after: int | None = None
        self.out = Paper()
        self.cut = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._frozen: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Switches it off."""
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for line in self._frozen:
            line.close()
        self._thread.join(timeout=10)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            try:
                self._take(line)
            except (EOFError, ConnectionError):
                line.close()

    def _take(self, line: socket.socket) -> None:
        """Reads commands until the line is closed."""

        def take(count: int) -> bytes:
            came = b""
            while len(came) < count:
                piece = line.recv(count - len(came))
                if not piece:
                    raise EOFError
                came += piece
            return came

        while True:
            head = take(2)
            if head == b"\x1b@":
                continue
            if head == b"\x10\x04":
                answer = {2: self.cause, 4: self.paper}[take(1)[0]]
                if not self.silent:
                    line.sendall(bytes([answer]))
            elif head == b"\x1dv":
                assert take(2) == b"0\x00"
                across, height = int.from_bytes(take(2), "little"), int.from_bytes(take(2), "little")
                for _ in range(height):
                    self.out.lines.append(take(across))
                    if len(self.out.lines) == self.unplug_after:
                        raise EOFError
                    if len(self.out.lines) == self.ends_after:
                        self.paper = NO_PAPER
                    if len(self.out.lines) == self.freeze_after:
                        self._frozen.append(line)
                        return
                self.out.width = across * 8
            elif head == b"\x1bd":
                take(1)
            elif head == b"\x1dV":
                assert take(2) == b"B\x00"
                self.out.cuts += 1
                self.cut.set()
            else:
                self.out.unknown += head
