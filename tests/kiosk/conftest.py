"""The real window on a real terminal: real taps on real items, real SQLCipher files, a clock that tests move."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from kiosk.app import App, build
from kiosk.devices.qtcamera import without_gossip
from kiosk.windows import make_application
from tests.kiosk.hand import PORTRAIT, SMALL, WIDE, Hand, compile_translations
from tests.kiosk.states import world_of
from tests.kiosk.states.worlds import signed_up
from tests.kiosk.world import HandClock, at, open_terminal, whole

__all__ = ["PORTRAIT", "SMALL", "WIDE", "Hand"]

without_gossip()  # before test modules bring Qt Multimedia in


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    """The program's own application, without widgets."""
    return make_application()


@pytest.fixture(scope="session", autouse=True)
def compiled_translations() -> None:
    """`make` compiles them; a bare pytest in a checkout does it here."""
    compile_translations()


@pytest.fixture
def clock() -> HandClock:
    """The terminal's clock."""
    return HandClock()


@pytest.fixture(scope="session")
def whole_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with everything in it, to be copied."""
    path = tmp_path_factory.mktemp("world") / "data"
    whole().write(path)
    return path


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The data folder that a state of `tests.kiosk.states` stands on, to be copied."""
    written: dict[object, Path] = {}

    def folder(state: str) -> Path:
        world = world_of(state)
        if world not in written:
            written[world] = tmp_path_factory.mktemp("state") / "data"
            world().write(written[world])
        return written[world]

    return folder


@pytest.fixture
def data(tmp_path: Path, whole_world: Path) -> Path:
    """A data folder of the test's own."""
    return Path(shutil.copytree(whole_world, tmp_path / "data"))


@pytest.fixture
def window(qtbot: Any, clock: HandClock, data: Path) -> Iterator[Callable[..., Hand]]:
    """Opens a window on a terminal; all are closed at the end."""
    opened: list[App] = []

    def open_window(
        size: tuple[int, int] = PORTRAIT, language: str = "it", path: Path | None = None, moved: HandClock = clock
    ) -> Hand:
        app = build(open_terminal(path or data, moved), window=size, language=language)
        opened.append(app)
        with qtbot.waitExposed(app.window):
            app.show()
        return Hand(app, moved)

    yield open_window
    for app in opened:
        app.close()
        app.terminal.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def signed_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that knows of sign-ups, to be copied."""
    path = tmp_path_factory.mktemp("signed") / "data"
    world = whole()
    world.activity("visita0", "Visita guidata", at(24, 16), at(24, 17), seats=5)
    world.activity("visita1", "Giro in bicicletta", at(24, 17), at(24, 18), seats=5)
    signed_up(world)
    world.write(path)
    return path


@pytest.fixture
def desk(window: Callable[..., Hand], tmp_path: Path, signed_world: Path) -> Hand:
    """A terminal that knows of sign-ups; its desk is closed."""
    return window(path=Path(shutil.copytree(signed_world, tmp_path / "signed")))


@pytest.fixture
def hand(window: Callable[..., Hand]) -> Hand:
    """Somebody before the terminal in Via Fratelli Zoia."""
    return window()
