"""A viewer of a display without a screen, in the browser, on loopback only: shows the picture, passes taps on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from Xlib import X
from Xlib.display import Display
from Xlib.error import XError
from Xlib.ext import xtest

PICTURE_SECONDS = 1.0

_PAGE = b"""<!doctype html><meta charset="utf-8"><title>Quartieri Connessi: terminal</title>
<style>body{margin:0;background:#222}img{display:block;margin:auto;height:100vh;cursor:pointer}</style>
<img alt="The terminal's screen" src="/screen.png"><script>
const img = document.querySelector('img');
const again = () => { img.src = '/screen.png?' + Date.now(); };
img.onload = img.onerror = () => setTimeout(again, 200);
img.onclick = e => fetch(`/tap?x=${Math.round(e.offsetX * img.naturalWidth / img.width)}` +
  `&y=${Math.round(e.offsetY * img.naturalHeight / img.height)}`, {method: 'POST'});

</script>"""


class Viewer:
    """Serves one display and keeps its picture in a file."""

    def __init__(self, display: str, picture: Path) -> None:
        self._display, self._picture, self._lock = Display(display), picture, threading.Lock()
        handler = type("Handler", (_Handler,), {"viewer": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def serve_until(self, over: Callable[[], bool]) -> None:
        """Keeps the picture in its file fresh until it is over."""
        while not over():
            fresh = self._picture.with_suffix(".new")
            fresh.write_bytes(self.png())
            fresh.replace(self._picture)
            time.sleep(PICTURE_SECONDS)

    def close(self) -> None:
        """Ends serving."""
        self._server.shutdown()

    def png(self) -> bytes:
        """The display as it is now."""
        with self._lock:
            root = self._display.screen().root
            size = root.get_geometry()
            raw = root.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF)
        image = QImage(raw.data, size.width, size.height, QImage.Format.Format_RGB32)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    def tap(self, x: int, y: int) -> None:
        """A tap at a place of the display."""
        with self._lock:
            xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
            xtest.fake_input(self._display, X.ButtonPress, 1)
            xtest.fake_input(self._display, X.ButtonRelease, 1)
            self._display.sync()


class _Handler(BaseHTTPRequestHandler):
    viewer: Viewer

    def do_GET(self) -> None:
        """The page, or the picture."""
        if self.path.startswith("/screen.png"):
            try:
                self._send("image/png", self.viewer.png())
            except XError:
                self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            self._send("text/html; charset=utf-8", _PAGE)

    def do_POST(self) -> None:
        """A tap."""
        values = parse_qs(urlsplit(self.path).query)
        try:
            self.viewer.tap(int(values["x"][0]), int(values["y"][0]))
        except (KeyError, ValueError, XError):
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        self._send("text/plain", b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Says nothing."""

    def _send(self, kind: str, content: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)
