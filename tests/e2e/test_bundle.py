"""The bundle: the built program alone shows Home and synchronises."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from Xlib import X
from Xlib.display import Display

from tests.support.platform import HubSite, TerminalSite
from tests.support.processes import Process

PAPER, BAR = QColor("#FBF8F3"), QColor("#17324D")
BUILD_SECONDS = 600
SHOW_SECONDS = 60


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program that `kiosk.spec` builds; a fresh build."""
    place = tmp_path_factory.mktemp("bundle")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    done = subprocess.run(
        [*command, "--workpath", str(place / "work"), "--distpath", str(place / "dist"), "kiosk.spec"],
        capture_output=True, text=True, check=False, timeout=BUILD_SECONDS,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return place / "dist" / "kiosk" / "kiosk"


@contextmanager
def display() -> Iterator[str]:
    """An X server without a screen; the name of its display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1080x1920x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as pipe:
                yield f":{pipe.readline().strip()}"
        finally:
            server.terminate()


def picture(name: str) -> QImage:
    """What is on the display."""
    screen = Display(name)
    root = screen.screen().root
    size = root.get_geometry()
    raw = root.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF)
    image = QImage(raw.data, size.width, size.height, QImage.Format.Format_RGB32).copy()
    screen.close()
    return image


def await_picture(name: str, *colours: QColor) -> QImage:
    """Waits until colours are on the display: each is asked for at the places where Home has it."""
    deadline = time.monotonic() + SHOW_SECONDS
    while time.monotonic() < deadline:
        image = picture(name)
        seen = {image.pixelColor(x, y).name() for y in range(0, image.height(), 8) for x in range(0, image.width(), 8)}
        if all(colour.name() in seen for colour in colours):
            return image
    raise AssertionError(f"the bundle did not show Home in {SHOW_SECONDS} s")


def test_the_built_program_shows_home_from_a_prepared_folder_and_sends_what_waits(
    bundle: Path, hub: HubSite, terminal: TerminalSite
) -> None:
    terminal.record([("dropin", {"reasons": ["chiavi"]})])
    env = {
        "KIOSK_DATA": str(terminal.folder), "KIOSK_VAULT": "file", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": None,
        "PYTHONHOME": None, "LANG": "C.UTF-8",
    }  # fmt: skip
    with hub.serving(), display() as name:
        with Process([bundle, "run", "--window", "1080x1920"], env={**env, "DISPLAY": name}) as program:
            await_picture(name, PAPER, BAR)
            terminal_waits(terminal)
            assert program.stop() == 0
            assert "Traceback" not in program.errors
        assert [fact["kind"] for fact in hub.run("facts").values] == ["dropin"]


def terminal_waits(terminal: TerminalSite) -> None:
    """Until nothing waits to be sent any more. Another process's file sends no signal."""
    for _ in range(200):
        if terminal.run("status").value["pending"] == 0:
            return
    raise AssertionError("the bundle's engine did not send")


def test_the_built_program_answers_on_the_command_line(bundle: Path, terminal: TerminalSite) -> None:
    env = {**os.environ, "KIOSK_DATA": str(terminal.folder), "KIOSK_VAULT": "file"}
    done = subprocess.run([bundle, "status", "--json"], capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr
    assert '"terminal": "zoia-1"' in done.stdout


def test_the_built_program_brings_a_typeface_for_every_language_that_a_screen_names(bundle: Path) -> None:
    (fonts,) = bundle.parent.rglob("assets/fonts")
    at_once, later = ({path.name for path in (fonts / part).glob("*.tt[fc]")} for part in ("", "later"))
    assert {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansArabic-Regular.ttf"} <= at_once
    assert {"NotoSansBengali-Regular.ttf", "NotoSansSinhala-Regular.ttf", "NotoSansCJK-Regular.ttc"} <= later
