"""The composition root: the one place where the terminal, the view-models and the window are wired together.

Nothing heavy is imported before the first frame: pydantic, the QR writer and every feature but Home come in beside the
screen, as soon as it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.controls import eye
from kiosk.controls.context import LANGUAGES, Context
from kiosk.controls.qr import PROVIDER, QrImages
from kiosk.devices.wedge import Wedge
from kiosk.features import FEATURES, Models
from kiosk.shell.screen import diagonal_mm
from kiosk.shell.shell import Shell
from kiosk.shell.status import Status
from kiosk.shell.supervisor import Supervisor, command
from kiosk.shell.translations import Translations
from kiosk.windows import FULL_SCREEN, Size, complain, find, make_application, root, window_of
from sync.errors import UsageError
from sync.terminal.terminal import Terminal

if TYPE_CHECKING:
    from kiosk.devices.camera import Camera
    from kiosk.devices.protocols import Port
    from kiosk.devices.readers import Readers

REOPEN = 75
"""How the event loop ends when the folder is to be opened anew: that repairs the damage met in its journal, and obeys
an order to erase it.
"""


class App:
    """The window with everything behind it.

    Attributes:
        terminal: the opened terminal; whoever built the app closes it.
        engine: Qt's QML engine, which owns the view-models.
        window: the window.
        context, shell, status: for tests and tours that look behind the glass.
    """

    def __init__(self, terminal: Terminal, application: QGuiApplication, *, window: Size | None, language: str) -> None:
        self.terminal = terminal
        self._application = application
        self._translations = Translations(application)
        self._translations.install(language)
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(root()))
        self.engine.addImageProvider(PROVIDER, QrImages())
        self.context = Context(terminal, language, self.engine)
        self.engine.addImageProvider(eye.PROVIDER, eye.EyeImages(self.context.eye))
        self.models = Models(self.context, self.engine)
        self.shell = Shell(self.context, self.models, root() / "kiosk", self.engine)
        self.status = Status(self.context, self.engine)
        self.supervisor: Supervisor | None = None
        self.readers: Readers | None = None
        self.camera: Camera | None = None
        self._suspected = terminal.journal.suspected()
        self.context.spoken.connect(self._speak)
        self.shell.surroundings.connect(self.status.refresh)
        self.window = self._open(window)
        self.wedge = Wedge(self.engine)
        self.wedge.on_code(self.shell.scanned)
        self.wedge.on_typed(self.shell.writes, self.shell.typed)
        # The last filter that is installed sees an event first: the scanner, before anybody counts as having touched.
        self.window.installEventFilter(self.shell)
        self.window.installEventFilter(self.wedge)
        self._first_frame: list[Callable[[], None]] = []
        self.window.frameSwapped.connect(self._framed)
        self._painted: QEventLoop | None = None

    def _open(self, size: Size | None) -> QQuickWindow:
        screen = self._application.primaryScreen()
        width, height = size or ((screen.size().width(), screen.size().height()) if screen else FULL_SCREEN)
        self.shell.start()
        self.engine.setInitialProperties(
            {
                "shell": self.shell,
                "status": self.status,
                "diagonalMm": diagonal_mm(width, height),
                "width": width,
                "height": height,
            }
        )
        self.engine.load(QUrl.fromLocalFile(str(root() / "kiosk/shell/Main.qml")))
        window = window_of(self.engine)
        if size is None:
            window.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        return window

    def show(self, *, full_screen: bool = False) -> None:
        """Shows the window."""
        if full_screen:
            self.window.showFullScreen()
        else:
            self.window.show()

    def on_first_frame(self, call: Callable[[], None]) -> None:
        """Has `call` called once, when the first frame stands."""
        self._first_frame.append(call)

    def _framed(self) -> None:
        self.window.frameSwapped.disconnect(self._framed)
        for call in self._first_frame:
            QTimer.singleShot(0, self.window, call)

    def make_models(self) -> None:
        """Makes the view-models that no screen has asked for yet, one a turn of the event loop: no touch waits long."""
        name = next((name for name in FEATURES if name not in self.models), None)
        if name is not None:
            self.models[name]
            QTimer.singleShot(0, self.window, self.make_models)

    def start_devices(self) -> None:
        """Begins to read the scanners that the terminal has besides those that type into the window, and its camera."""
        from kiosk.devices.camera import Camera
        from kiosk.devices.grabbed import GrabbedScanner
        from kiosk.devices.present import plugged
        from kiosk.devices.qtcamera import QtCamera
        from kiosk.devices.readers import Readers
        from kiosk.devices.serial_line import SerialScanner
        from kiosk.devices.settings import NO_CAMERA, load_or_default

        chosen = load_or_default(self.terminal.folder, complain)
        self.wedge.affixes = chosen.keyboard
        ports: list[Port] = [GrabbedScanner(one) for one in chosen.grabbed]
        ports += [SerialScanner(one) for one in chosen.serial]
        self.readers = Readers(ports, self.engine)
        self.readers.on_code(self.shell.scanned)
        self.readers.start()
        if chosen.camera != NO_CAMERA:
            self.look_through(Camera(partial(QtCamera, chosen.camera), plugged(chosen.camera), self.terminal.clock))

    def look_through(self, camera: Camera) -> None:
        """Has screens that ask for a code show what a camera sees, and read it."""
        self.camera = camera
        camera.code.connect(self.shell.scanned)
        self.context.eye.use(camera)
        self.shell.placed.connect(self.context.eye.look_again)

    def start_engine(self, vault: str) -> None:
        """Starts the engine beside the screen, and keeps it running."""
        self.supervisor = Supervisor(command(self.terminal.folder, vault), self.engine)
        self.supervisor.said.connect(self._heard)
        self.supervisor.ended.connect(self._silent)
        self.terminal.on_recorded(self.supervisor.facts)
        self.supervisor.start()

    def _look_for_damage(self) -> None:
        """Has the folder opened anew where somebody met damage in the journal since it was opened, or the hub orders
        this terminal to erase what it holds.
        """
        if self.terminal.ordered or (not self._suspected and self.terminal.journal.suspected()):
            self._application.exit(REOPEN)

    def _heard(self, message: dict[str, Any]) -> None:
        self._look_for_damage()
        self.context.heard_online = bool(message.get("online"))
        self.terminal.projection.refresh()
        self.context.changed.emit()

    def _silent(self) -> None:
        self._look_for_damage()
        self.context.heard_online = None
        self.shell.surroundings.emit()

    def _speak(self, language: str) -> None:
        self._translations.install(language)
        self.engine.retranslate()

    # -- for tests and tours -----------------------------------------------------------------------

    def go(self, screen: str, **params: str) -> None:
        """Shows a screen as if one had come there from Home: ``go("activity", occurrence=...)``."""
        self.shell.jump(screen, next(iter(params.values()), ""))

    def scan(self, text: str) -> None:
        """What happens when a scanner reads a code."""
        self.shell.scanned(text)

    def item(self, name: str) -> QQuickItem | None:
        """What is on screen under an ``objectName``; the list of names is in `kiosk.shell`."""
        return find(self.window.contentItem(), name)

    def settle(self) -> None:
        """Returns when everything that changed has been laid out and painted."""
        if self._painted is None:  # once: each time that a signal is connected, PySide keeps a few bytes for good
            self._painted = QEventLoop(self.engine)
            self.window.frameSwapped.connect(self._painted.quit)
        self.window.update()
        self._painted.exec()

    def grab(self) -> QImage:
        """A picture of the window as it is."""
        return self.window.grabWindow()

    def close(self) -> None:
        """Ends the engine and the window; the terminal stays open."""
        if self.supervisor is not None:
            self.supervisor.stop()
        if self.readers is not None:
            self.readers.stop()
        if self.camera is not None:
            self.camera.close()
        self.terminal.on_recorded(lambda: None)
        self.shell.stop()
        self.window.removeEventFilter(self.wedge)
        self.window.removeEventFilter(self.shell)
        self.window.close()
        self._translations.remove()
        self.engine.deleteLater()


def build(terminal: Terminal, *, window: Size | None = None, language: str | None = None) -> App:
    """Wires a terminal to a window, which is not shown yet.

    Args:
        terminal: an opened terminal.
        window: width and height in pixels; None for the whole screen, without a frame.
        language: a code of `kiosk.controls.context.LANGUAGES`; Italian by default.

    Raises:
        UsageError: no such language, or no such screen size.
    """
    spoken = language or "it"
    if spoken not in LANGUAGES:
        raise UsageError(f"There are no texts in {spoken!r}. Choose one of: {', '.join(LANGUAGES)}.")
    return App(terminal, make_application(), window=window, language=spoken)
