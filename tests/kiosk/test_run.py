"""`kiosk run` as a process: its window, its sentences, its end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.app import build
from kiosk.shell.screen import INCHES, diagonal_mm
from sync.errors import DiskFull, UsageError
from tests.kiosk.conftest import Hand
from tests.kiosk.world import HandClock, badge_code, open_terminal
from tests.support.processes import Process

PROGRAM = """
import sys
from pathlib import Path
from kiosk import app, running, windows

{before}
sys.exit(running.run(Path({folder!r}), vault="file", window=(540, 960), language="it"))
"""
READY = """
original = app.App.show
def show(self, **more):
    self.window.frameSwapped.connect(lambda: print("first frame", flush=True))
    original(self, **more)
app.App.show = show
"""


def program(folder: Path, before: str = READY) -> list[str]:
    return [sys.executable, "-c", PROGRAM.format(folder=str(folder), before=before)]


def test_it_shows_a_window_and_ends_in_good_order(data: Path) -> None:
    with Process(program(data)) as terminal:
        terminal.wait_for("first frame")
        assert terminal.stop() == 0
        assert "Traceback" not in terminal.errors


def test_a_folder_in_use_is_said_and_the_window_that_is_there_goes_on(data: Path) -> None:
    with Process(program(data)) as first:
        first.wait_for("first frame")
        with Process(program(data)) as second:
            assert second.wait() == 1
            assert "Another terminal already runs on" in second.errors
            assert "Traceback" not in second.errors
        assert first.running
        assert first.stop() == 0


def test_a_terminal_that_is_out_of_order_works_again_by_itself_once_it_can(data: Path) -> None:
    whole_journal = (data / "journal.db").read_bytes()
    (data / "journal.db").write_bytes(b"rubbish " * 4096)
    faster = READY + "running.RETRY_MS = 200\n"
    with Process(program(data, faster)) as terminal:
        terminal.wait_for("journal.db")
        (data / "journal.db").write_bytes(whole_journal)
        terminal.wait_for("first frame")
        assert terminal.stop() == 0


def test_a_damaged_folder_shows_the_terminal_as_out_of_order(data: Path) -> None:
    (data / "journal.db").write_bytes(b"rubbish " * 4096)
    with Process(program(data)) as terminal:
        terminal.wait_for("journal.db")
        assert terminal.running
        assert terminal.stop() == 1
        assert "Traceback" not in terminal.errors


def test_damage_that_is_met_while_the_window_stands_is_repaired_and_the_window_comes_back(data: Path) -> None:
    engine = """
import sync.terminal.journal_file
heard = app.App._heard
def met(self):
    page = self.terminal.folder / "journal.db"
    content = bytearray(page.read_bytes())
    content[2000] ^= 1
    page.write_bytes(content)
    (self.terminal.folder / "journal.suspect").touch()
    heard(self, {})
shown = app.App.start_engine
def start(self, vault):
    if not list(self.terminal.folder.glob("journal.db.damaged-*")):
        met(self)
    else:
        print("repaired and back", flush=True)
app.App.start_engine = start
"""
    with Process(program(data, READY + engine)) as terminal:
        terminal.wait_for("repaired and back")
        assert "The journal has been repaired" in terminal.errors
        assert terminal.stop() == 0
        assert "Traceback" not in terminal.errors


def test_the_hubs_order_to_erase_takes_the_window_down_and_says_where_the_records_are(data: Path) -> None:
    engine = """
from dataclasses import replace
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sync.orders import Erase, write
from sync.terminal.folder import open_folder
hub = Ed25519PrivateKey.from_private_bytes(b"h" * 32)
def start(self, vault):
    folder, journal = open_folder(self.terminal.folder, "file"), self.terminal.journal
    journal.relocate(replace(self.terminal.identity, hub_key=hub.public_key().public_bytes_raw().hex()))
    mine = folder.private_key().public_key().public_bytes_raw()
    folder.order.write_text(write(Erase(self.terminal.id, journal.position().incarnation, mine), hub))
    self._heard({})
app.App.start_engine = start
"""
    with Process(program(data, READY + engine)) as terminal:
        terminal.wait_for("was erased by order of its hub")
        assert terminal.running  # out of order, on the screen
        assert terminal.stop() == 1
        assert "Traceback" not in terminal.errors
    assert len(list(data.glob("*.export"))) == 1
    assert not (data / "journal.db").exists()


def test_a_folder_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    with Process(program(tmp_path / "nowhere")) as terminal:
        assert terminal.wait() == 2
        assert "There is no terminal in" in terminal.errors


def test_without_a_display_it_says_so(data: Path) -> None:
    without = {"QT_QPA_PLATFORM": None, "DISPLAY": None, "WAYLAND_DISPLAY": None}
    with Process(program(data), env=without) as terminal:
        assert terminal.wait() == 1
        assert "There is no display." in terminal.errors


def test_a_language_without_texts_is_wrong_usage(data: Path, clock: HandClock) -> None:
    terminal = open_terminal(data, clock)
    with pytest.raises(UsageError, match="There are no texts in 'la'"):
        build(terminal, language="la")
    terminal.close()


def test_nothing_heavy_is_imported_before_the_first_frame(data: Path) -> None:
    heavy = "{'pydantic', 'requests', 'qrcode', 'zxingcpp', 'fastapi', 'typer'}"
    before = READY.replace(
        'print("first frame", flush=True)', f"print('heavy:', sorted({heavy} & set(sys.modules)), flush=True)"
    )
    with Process(program(data, before)) as terminal:
        assert terminal.wait_for(r"heavy: (.*)")[1] == "[]"


def test_the_fermo_screen_says_what_to_do_in_every_tier_one_language(data: Path) -> None:
    (data / "journal.db").write_bytes(b"rubbish " * 4096)
    look = """
from PySide6.QtCore import QTimer
original = windows.window_of
def window(engine):
    found = original(engine)
    def tell():
        waiting = [found.contentItem()]
        while waiting:
            item = waiting.pop()
            waiting += item.childItems()
            if item.property("text"):
                print("text:", repr(item.property("text")), flush=True)
        print("told", flush=True)
    QTimer.singleShot(200, found, tell)
    return found
windows.window_of = window
"""
    with Process(program(data, look)) as terminal:
        terminal.wait_for("told")
        for words in (
            "Terminale fermo",
            "Chiedi al portiere, oppure torna più tardi",
            "Out of order",
            "Ask at the desk",
            "اسأل البواب",
            "请询问门房",
            "Pregunte en portería",
            "Magtanong sa portiere",
        ):
            assert words in terminal.output


def test_the_engine_runs_beside_the_screen_and_ends_with_it(data: Path) -> None:
    before = (
        READY
        + """
import kiosk.shell.supervisor as supervisor
start = supervisor.Supervisor.start
def started(self):
    start(self)
    self._process.waitForStarted()
    print("engine", self.process_id(), flush=True)
supervisor.Supervisor.start = started
"""
    )
    with Process(program(data, before)) as terminal:
        engine = int(terminal.wait_for(r"engine (\d+)")[1])
        assert Path(f"/proc/{engine}").exists()
        assert terminal.stop() == 0
    assert state_of(engine) in ("", "Z")


def state_of(process: int) -> str:
    """The kernel's letter for a process's state; "" where there is none any more."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0]
    except FileNotFoundError:
        return ""


def test_a_full_disk_is_said_and_nothing_is_called_saved(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: Any, **_more: Any) -> None:
        raise DiskFull("The disk of this terminal is full.")

    hand.scan(badge_code())
    monkeypatch.setattr(hand.app.terminal.journal, "append", full)
    hand.tap("desk.reason.chiavi")
    assert hand.text("Lo spazio di questo terminale è pieno: non ho salvato. Chiedi al portiere.")
    assert not hand.text("Registrato")
    assert hand.text("Oggi: ancora nessuno")
    monkeypatch.undo()
    hand.tap("message.close")
    hand.tap("desk.reason.chiavi")
    assert hand.text("Registrato: Chiavi · 1 persona")


@pytest.mark.parametrize(
    ("size", "inches"), [((1080, 1920), 24.0), ((1920, 1080), 24.0), ((1280, 800), 15.4), ((540, 960), 24.0)]
)
def test_the_shape_of_the_window_tells_the_reference_screen(size: tuple[int, int], inches: float) -> None:
    assert diagonal_mm(*size) == pytest.approx(inches * 25.4)


def test_a_configured_screen_is_believed_and_nonsense_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(INCHES, "32")
    assert diagonal_mm(1080, 1920) == pytest.approx(32 * 25.4)
    for text in ("big", "0", "-24", "1e9", "nan"):
        monkeypatch.setenv(INCHES, text)
        with pytest.raises(UsageError, match="is no screen's diagonal"):
            diagonal_mm(1080, 1920)


def test_what_the_engine_says_of_the_line_is_on_screen_at_once(window: Callable[..., Hand]) -> None:
    hand = window()
    hand.app._heard({"online": True, "pending": 0})
    assert hand.text("Collegato · aggiornato alle 15:18")
    hand.app._heard({"online": False, "reason": "no_network"})
    assert hand.text("Senza rete: puoi usare il terminale. Programma delle 15:18.")
