"""The composition root: the one place where the terminal, the view-models and the window are wired together.

Nothing heavy is imported before the first frame: pydantic, the QR writer and every feature but Home come in beside the
screen, as soon as it stands.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface

from kiosk.controls import eye
from kiosk.controls.context import LANGUAGES, Context
from kiosk.controls.qr import PROVIDER, QrImages
from kiosk.devices.wedge import Wedge, without_input_method
from kiosk.shell.screen import diagonal_mm
from kiosk.shell.shell import Shell
from kiosk.shell.status import Status
from kiosk.shell.supervisor import Supervisor, command
from kiosk.shell.translations import Translations
from sync.errors import FolderInUse, SyncError, UsageError
from sync.resources import resource
from sync.terminal.folder import open_folder
from sync.terminal.terminal import Terminal

if TYPE_CHECKING:
    from kiosk.devices.camera import Camera
    from kiosk.devices.protocols import Port
    from kiosk.devices.readers import Readers
    from sync.terminal.store import Lock

PULSE_MS = 250
RETRY_MS = 5_000
"""How often a terminal that is out of order looks whether it can work again."""
SWITCH_INTERVAL_S = 0.001
"""How soon another Python thread lets the screen go on (platform.md: frames within 17 ms instead of 106)."""
REOPEN = 75
"""How the event loop ends when the folder is to be opened anew: that repairs the damage met in its journal, and obeys
an order to erase it.
"""
FULL_SCREEN = (1080, 1920)

Size = tuple[int, int]
Makers = dict[str, Callable[[Context, QObject], Any]]
"""What makes view-models, by the names that the navigation graph knows them under."""


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
        self.engine.addImportPath(str(_root()))
        self.engine.addImageProvider(PROVIDER, QrImages())
        self.context = Context(terminal, language, self.engine)
        self.engine.addImageProvider(eye.PROVIDER, eye.EyeImages(self.context.eye))
        self.models = Models(self.context, self.engine)
        self.shell = Shell(self.context, self.models, _root() / "kiosk", self.engine)
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
        self.engine.load(QUrl.fromLocalFile(str(_root() / "kiosk/shell/Main.qml")))
        window = _window(self.engine)
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

        chosen = load_or_default(self.terminal.folder, _complain)
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
        return _find(self.window.contentItem(), name)

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


def run(folder: Path, *, vault: str, window: Size | None = None, language: str | None = None) -> int:
    """The terminal's window, until it is closed; `kiosk run`.

    A folder that cannot be opened is told on standard error and on the screen, which goes on trying.

    Returns:
        The exit status: 0 closed by a person, 1 it never worked, 2 wrong usage.
    """
    if not _has_display():
        _complain("There is no display. Start it in a graphical session, or with QT_QPA_PLATFORM=offscreen.")
        return 1
    # A start makes next to no garbage, and looking for it takes a tenth of its time: not before the first frame.
    gc.disable()
    try:
        return _run(folder, vault, window, language)
    finally:
        gc.enable()


def _run(folder: Path, vault: str, window: Size | None, language: str | None) -> int:
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    application = make_application()
    _end_on_signals(application)
    try:
        opened = _open(folder, vault)
    except UsageError as error:
        _complain(error)
        return 2
    except FolderInUse as error:  # the other window is there already: there is nothing to show beside it
        _complain(error)
        return 1
    except SyncError as error:
        _complain(error)
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
    application: QGuiApplication, folder: Path, vault: str, window: Size | None
) -> tuple[Terminal, Lock] | None:
    """Opens the folder again, which repairs the damage met in it; None when the window was closed meanwhile."""
    try:
        return _open(folder, vault)
    except SyncError as error:
        _complain(error)
        return _fermo(application, folder, vault, error, window)


def _complain(sentence: object) -> None:
    sys.stderr.write(f"{sentence}\n")


def _serve(
    application: QGuiApplication, terminal: Terminal, vault: str, window: Size | None, language: str | None
) -> int:
    try:
        app = build(terminal, window=window, language=language)
    except UsageError as error:
        _complain(error)
        return 2

    def settle() -> None:
        gc.freeze()  # what is there now stays: no later search looks at it again while somebody touches the screen
        gc.enable()
        app.start_engine(vault)
        app.start_devices()
        app.make_models()
        read_fonts("later")
        threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()
        terminal.prepare()

    app.on_first_frame(settle)
    app.show(full_screen=window is None)
    status = application.exec()
    app.close()
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
        _complain(terminal.repaired)
    return terminal, lock


def _fermo(
    application: QGuiApplication, folder: Path, vault: str, error: SyncError, size: Size | None
) -> tuple[Terminal, Lock] | None:
    """Shows that the terminal is out of order, and tries again and again; None when the window was closed."""
    gc.enable()  # this may take days
    width, height = size or FULL_SCREEN
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(_root()))
    engine.setInitialProperties(
        {"reason": str(error), "diagonalMm": diagonal_mm(width, height), "width": width, "height": height}
    )
    engine.load(QUrl.fromLocalFile(str(_root() / "kiosk/shell/Fermo.qml")))
    window = _window(engine)
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


class Models(dict[str, Any]):
    """The view-models by the names that the navigation graph knows; parented, so that they outlive no engine.

    Each is made, and its feature imported, when it is first asked for: the first frame wants Home's alone.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__()
        self._context, self._parent = context, parent

    def __missing__(self, name: str) -> Any:
        model = self[name] = FEATURES[name]()[name](self._context, self._parent)
        return model


def _home() -> Makers:
    from kiosk.agenda.home import HomeModel

    return {"home": HomeModel}


def _agenda() -> Makers:
    from kiosk.agenda.activity import ActivityModel
    from kiosk.agenda.agenda import AgendaModel
    from kiosk.agenda.search import SearchModel
    from kiosk.agenda.spaces import SpacesModel
    from kiosk.agenda.takeaway import TakeawayModel

    return {
        "agenda": AgendaModel, "spaces": SpacesModel, "activity": ActivityModel, "takeaway": TakeawayModel,
        "search": SearchModel,
    }  # fmt: skip


def _around() -> Makers:
    from kiosk.access.access import AccessModel
    from kiosk.access.language import LanguageModel
    from kiosk.board.board import BoardItemModel, BoardModel

    return {"board": BoardModel, "board.item": BoardItemModel, "language": LanguageModel, "access": AccessModel}


def _services() -> Makers:
    from kiosk.services.ask import AnswerModel, AskModel, NoteModel
    from kiosk.services.services import ServiceModel, ServicesModel

    return {
        "services": ServicesModel, "service": ServiceModel, "ask": AskModel, "answer": AnswerModel, "note": NoteModel,
    }  # fmt: skip


def _signup() -> Makers:
    from kiosk.signup.card import CardModel
    from kiosk.signup.result import ResultModel
    from kiosk.signup.signup import SignUpModel

    return {"card": CardModel, "signup": SignUpModel, "result": ResultModel}


def _desk() -> Makers:
    from kiosk.desk.cards import CardsModel
    from kiosk.desk.checkin import CheckInModel
    from kiosk.desk.closing import ClosingModel
    from kiosk.desk.desk import DeskModel
    from kiosk.desk.enrol import EnrolModel
    from kiosk.desk.expected import ExpectedModel
    from kiosk.desk.handover import HandoverModel
    from kiosk.desk.keep import KeepModel
    from kiosk.desk.more import MoreModel
    from kiosk.desk.notice import NoticeModel
    from kiosk.desk.parcels import ParcelsModel
    from kiosk.desk.pin import PinModel
    from kiosk.desk.record import RecordModel
    from kiosk.desk.requests import RequestsModel
    from kiosk.desk.today import TodayModel
    from kiosk.desk.totell import ToTellModel

    return {
        "pin": PinModel, "desk": DeskModel, "checkin": CheckInModel, "enrol": EnrolModel, "more": MoreModel,
        "requests": RequestsModel, "expected": ExpectedModel, "totell": ToTellModel, "today": TodayModel,
        "notice": NoticeModel, "record": RecordModel, "closing": ClosingModel, "parcels": ParcelsModel,
        "keep": KeepModel, "handover": HandoverModel, "cards": CardsModel,
    }  # fmt: skip


FEATURES: dict[str, Callable[[], Makers]] = {
    "home": _home, "agenda": _agenda, "spaces": _agenda, "activity": _agenda, "takeaway": _agenda, "search": _agenda,
    "board": _around, "board.item": _around, "language": _around, "access": _around,
    "services": _services, "service": _services, "ask": _services, "answer": _services, "note": _services,
    "card": _signup, "signup": _signup, "result": _signup,
    "pin": _desk, "desk": _desk, "checkin": _desk, "enrol": _desk, "more": _desk,
    "requests": _desk, "expected": _desk, "totell": _desk, "today": _desk, "notice": _desk, "record": _desk,
    "closing": _desk, "parcels": _desk, "keep": _desk, "handover": _desk, "cards": _desk,
}  # fmt: skip
"""Where each view-model comes from."""


def make_application() -> QGuiApplication:
    """The application, made once a process, with the renderer that needs no graphics card and the typeface."""
    found = QGuiApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    without_input_method()
    application = QGuiApplication(["kiosk"])
    application.setApplicationName("kiosk")
    application.setOrganizationName("quartieri-connessi")
    read_fonts("")
    application.setFont(QFont("Noto Sans"))
    return application


def read_fonts(part: str) -> int:
    """Reads the typefaces that a bundle brings along; returns how many.

    Args:
        part: "" for what the first frame needs; "later" for scripts that the first frame seldom shows: large files.
    """
    folder = _root() / "assets" / "fonts" / part
    files = sorted(folder.glob("*.tt[fc]")) if folder.is_dir() else []
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def _root() -> Path:
    """The folder that holds the package ``kiosk``: QML imports start there."""
    return resource("kiosk/shell/Main.qml").parent.parent.parent


def _window(engine: QQmlApplicationEngine) -> QQuickWindow:
    windows = [root for root in engine.rootObjects() if isinstance(root, QQuickWindow)]
    if not windows:
        raise RuntimeError("the window's QML did not load; its warnings say why")
    return windows[0]


def _find(item: QQuickItem, name: str) -> QQuickItem | None:
    """A visible item by its object name. Lists own their rows in ways of their own, so this goes by what is painted."""
    if not item.isVisible():
        return None
    if item.objectName() == name:
        return item
    return next((found for child in item.childItems() if (found := _find(child, name)) is not None), None)


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
