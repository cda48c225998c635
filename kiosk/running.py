"""`kiosk run`: from a data folder to a window that stays, whatever happens to the folder meanwhile.

A folder that cannot be opened is told on the screen, which goes on trying; damage that is met while the window stands
closes it and opens the folder anew, which repairs it.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from kiosk import app, windows
from kiosk.app import REOPEN
from kiosk.shell.screen import diagonal_mm
from sync.errors import FolderInUse, SyncError, UsageError
from sync.terminal.folder import open_folder
from sync.terminal.terminal import Terminal

if TYPE_CHECKING:
    from sync.terminal.store import Lock

PULSE_MS = 250
RETRY_MS = 5_000
"""How often a terminal that is out of order looks whether it can work again."""
SWITCH_INTERVAL_S = 0.001
"""How soon another Python thread lets the screen go on: measured, frames within 17 ms instead of 106."""


def run(folder: Path, *, vault: str, window: windows.Size | None = None, language: str | None = None) -> int:
    """The terminal's window, until it is closed; `kiosk run`.

    A folder that cannot be opened is told on standard error and on the screen, which goes on trying.

    Returns:
        The exit status: 0 closed by a person, 1 it never worked, 2 wrong usage.
    """
    if not _has_display():
        windows.complain("There is no display. Start it in a graphical session, or with QT_QPA_PLATFORM=offscreen.")
        return 1
    # A start makes next to no garbage, and looking for it takes a tenth of its time: not before the first frame.
    gc.disable()
    try:
        return _run(folder, vault, window, language)
    finally:
        gc.enable()


def _run(folder: Path, vault: str, window: windows.Size | None, language: str | None) -> int:
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    application = windows.make_application()
    _end_on_signals(application)
    try:
        opened = _open(folder, vault)
    except UsageError as error:
        windows.complain(error)
        return 2
    except FolderInUse as error:  # the other window is there already: there is nothing to show beside it
        windows.complain(error)
        return 1
    except SyncError as error:
        windows.complain(error)
        again = _fermo(application, folder, vault, error, window)
        if again is None:
            return 1
        opened = again
    while True:
        terminal, lock = opened
        try:
            status = _serve(application, terminal, vault, window, language)
        finally:
            terminal.close()
            lock.release()
        if status != REOPEN:
            return status
        reopened = _reopened(application, folder, vault, window)
        if reopened is None:
            return 1
        opened = reopened


def _reopened(
    application: QGuiApplication, folder: Path, vault: str, window: windows.Size | None
) -> tuple[Terminal, Lock] | None:
    """Opens the folder again, which repairs the damage met in it; None when the window was closed meanwhile."""
    try:
        return _open(folder, vault)
    except SyncError as error:
        windows.complain(error)
        return _fermo(application, folder, vault, error, window)


def _serve(
    application: QGuiApplication, terminal: Terminal, vault: str, window: windows.Size | None, language: str | None
) -> int:
    try:
        shown = app.build(terminal, window=window, language=language)
    except UsageError as error:
        windows.complain(error)
        return 2

    def settle() -> None:
        gc.freeze()  # what is there now stays: no later search looks at it again while somebody touches the screen
        gc.enable()
        shown.start_engine(vault)
        shown.start_devices()
        shown.make_models()
        windows.read_fonts("later")
        threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()
        terminal.prepare()

    shown.on_first_frame(settle)
    shown.show(full_screen=window is None)
    status = application.exec()
    shown.close()
    return status


def _warm_up() -> None:
    """Brings in what the first tap would wait for, beside the screen."""
    import qrcode  # noqa: F401

    import sync.card
    import sync.facts
    import sync.terminal.codes
    import sync.terminal.desk  # noqa: F401


def _open(folder: Path, vault: str) -> tuple[Terminal, Lock]:
    """Opens a data folder for this process alone.

    Raises:
        UsageError, StoreError, VaultError: with a sentence.
    """
    opened = open_folder(folder, vault)
    lock = opened.lock("run")
    lock.acquire()
    try:
        terminal = Terminal(opened)
    except BaseException:
        lock.release()
        raise
    if terminal.repaired:
        windows.complain(terminal.repaired)
    return terminal, lock


def _fermo(
    application: QGuiApplication, folder: Path, vault: str, error: SyncError, size: windows.Size | None
) -> tuple[Terminal, Lock] | None:
    """Shows that the terminal is out of order, and tries again and again; None when the window was closed."""
    gc.enable()  # this may take days
    width, height = size or windows.FULL_SCREEN
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(windows.root()))
    engine.setInitialProperties(
        {"reason": str(error), "diagonalMm": diagonal_mm(width, height), "width": width, "height": height}
    )
    engine.load(QUrl.fromLocalFile(str(windows.root() / "kiosk/shell/Fermo.qml")))
    window = windows.window_of(engine)
    found: list[tuple[Terminal, Lock]] = []

    def look() -> None:
        try:
            found.append(_open(folder, vault))
        except SyncError as again:
            window.setProperty("reason", str(again))
        else:
            application.exit(0)

    timer = QTimer(engine)
    timer.timeout.connect(look)
    timer.start(RETRY_MS)
    if size is None:
        window.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        window.showFullScreen()
    else:
        window.show()
    application.exec()
    timer.stop()
    window.close()
    engine.deleteLater()
    return found[0] if found else None


def _has_display() -> bool:
    """Whether Qt would find a place to show anything; it aborts the process where it does not."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _end_on_signals(application: QGuiApplication) -> None:
    """Lets SIGTERM and SIGINT close the window in good order.

    Python sees a signal when it next runs: a pulse makes that soon. The end is queued, so that it also counts when it
    comes before the event loop has begun.
    """

    def end(_number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, application, lambda: application.exit(0))

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    pulse = QTimer(application)
    pulse.timeout.connect(lambda: None)
    pulse.start(PULSE_MS)
