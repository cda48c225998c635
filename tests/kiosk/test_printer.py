"""Slips on a printer that reads real ESC/POS over a real line, with every trouble that a printer has."""

from __future__ import annotations

import os
import pty
import tty
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.controls.qr import matrix
from kiosk.devices import escpos, settings
from kiosk.devices.escpos import DOTS, Raster, judged, told
from kiosk.devices.present import look
from kiosk.devices.printer import EscPosPrinter, PrinterTrouble, printer_of
from kiosk.devices.printing import MAX_WAITING, Printing
from kiosk.devices.settings import load
from kiosk.devices.slip import Paragraph, Slip, as_raster, picture, raster
from kiosk.windows import make_application
from sync.errors import UsageError
from tests.kiosk.conftest import Hand
from tests.kiosk.decoders import codes_on
from tests.kiosk.paper_printer import COVER_OPEN, NO_PAPER, PaperPrinter
from tests.kiosk.world import NUMBER

ADDRESS = "https://quartieri.example.org/activities/italiano"
SLIP = Slip(
    (Paragraph("Perché così? Già più là.", "title"), Paragraph("ogni martedì, 18:30 – 20:00", "strong")),
    tuple(tuple(row) for row in matrix(ADDRESS)),
    (Paragraph(ADDRESS, "small"),),
)
STRIPES = Raster(576, tuple(bytes([0xAA] * 72) for _ in range(1000)))


@pytest.fixture
def paper() -> Iterator[PaperPrinter]:
    make_application()
    printer = PaperPrinter()
    yield printer
    printer.close()


def on(paper: PaperPrinter, width: int = 80, patience_s: float = 0.5) -> EscPosPrinter:
    return EscPosPrinter(("127.0.0.1", paper.port), DOTS[width], answer_s=5.0, patience_s=patience_s)


@pytest.mark.parametrize("width", [80, 58])
def test_a_slip_comes_out_with_its_words_and_a_code_that_is_read(paper: PaperPrinter, width: int) -> None:
    on(paper, width, patience_s=30).print(raster(SLIP, DOTS[width]))
    assert paper.cut.wait(30)
    assert (paper.out.width, paper.out.cuts, paper.out.unknown) == (DOTS[width], 1, b"")
    assert codes_on(paper.out.picture()) == [ADDRESS]
    assert paper.out.picture() == paper.out.picture().scaled(DOTS[width], len(paper.out.lines))
    drawn = as_raster(picture(SLIP, DOTS[width]))
    assert tuple(paper.out.lines) == drawn.lines


@pytest.mark.parametrize("text", ["così è già più là", "Українська", "العربية ١٢", "සිංහල", "বাংলা"])
def test_no_script_comes_out_as_boxes(text: str) -> None:
    from PySide6.QtGui import QFont, QTextLayout

    make_application()
    lines = raster(Slip((Paragraph(text),)), 576).lines
    assert any(any(line) for line in lines)
    font = QFont("Noto Sans")
    font.setPixelSize(34)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(10_000)
    layout.endLayout()
    missing = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes() if glyph == 0]
    assert not missing


def test_words_of_a_script_from_right_to_left_stand_at_the_right() -> None:
    make_application()

    def ink(right_to_left: bool) -> float:
        lines = raster(Slip((Paragraph("درس", right_to_left=right_to_left),)), 576).lines
        found = [index for line in lines for index, byte in enumerate(line) if byte]
        return sum(found) / len(found)

    assert ink(False) < 20
    assert ink(True) > 52


def test_long_words_are_broken_and_a_slip_without_end_is_cut() -> None:
    make_application()
    assert len(raster(Slip((Paragraph("x" * 200),)), 384).lines) > 100
    assert len(raster(Slip((Paragraph("parola " * 20_000),)), 384).lines) <= escpos.MAX_LINES


def test_a_printer_that_says_nothing_prints(paper: PaperPrinter) -> None:
    paper.silent = True
    EscPosPrinter(("127.0.0.1", paper.port), 576, answer_s=0.05, patience_s=30).print(STRIPES)
    assert paper.cut.wait(30)
    assert len(paper.out.lines) == 1000


@pytest.mark.parametrize(
    ("cause", "level", "trouble"), [(0x12, NO_PAPER, "paper"), (COVER_OPEN, 0x12, "stuck"), (0x32, 0x12, "paper")]
)
def test_a_printer_that_cannot_is_not_printed_on(paper: PaperPrinter, cause: int, level: int, trouble: str) -> None:
    paper.cause, paper.paper = cause, level
    with pytest.raises(PrinterTrouble, match=trouble):
        on(paper).print(STRIPES)
    assert on(paper).state() == trouble
    assert not paper.out.lines


def test_a_printer_that_is_not_there_is_absent(paper: PaperPrinter, tmp_path: Path) -> None:
    dark = PaperPrinter()
    dark.close()
    for printer in (
        on(dark),
        EscPosPrinter(tmp_path / "no" / "folder", 576),
        EscPosPrinter(Path("/dev/usb/lp99"), 576),
    ):
        assert printer.state() == "absent"
        with pytest.raises(PrinterTrouble, match="absent"):
            printer.print(STRIPES)


@pytest.mark.parametrize("fault", ["unplug_after", "freeze_after"])
def test_a_plug_that_is_pulled_while_it_prints_is_noticed(paper: PaperPrinter, fault: str) -> None:
    setattr(paper, fault, 300)
    with pytest.raises(PrinterTrouble, match="stuck"):
        on(paper).print(STRIPES)
    assert not paper.out.cuts
    setattr(paper, fault, None)


def test_paper_that_ends_while_it_prints_is_noticed(paper: PaperPrinter) -> None:
    paper.ends_after = 300
    with pytest.raises(PrinterTrouble, match="paper"):
        on(paper, patience_s=30).print(STRIPES)


def test_a_device_file_is_asked_and_printed_on() -> None:
    """A pseudo-terminal stands for /dev/usb/lp0: a descriptor that is written and read."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    try:
        printer = EscPosPrinter(Path(os.ttyname(slave)), 576, answer_s=0.05, patience_s=0.2)
        short = Raster(576, STRIPES.lines[:20])
        printer.print(short)  # it says nothing: what was sent is all that can be known
        came = b""
        while not came.endswith(escpos.CUT):
            came += os.read(master, 65_536)
        assert came.startswith(escpos.ASK_CAUSE + escpos.START)
        with pytest.raises(PrinterTrouble, match="stuck"):
            printer.print(STRIPES)  # nobody reads at the other end
    finally:
        os.close(master)
        os.close(slave)


def test_a_file_takes_what_would_be_printed(tmp_path: Path) -> None:
    printer = printer_of(settings.Printer(f"file:{tmp_path}/slips", 58))
    printer.print(Raster(384, (b"\xff" * 48,)))
    printer.print(Raster(384, (b"\xff" * 48,)))
    assert (tmp_path / "slips").read_bytes().count(escpos.CUT) == 2


@pytest.mark.parametrize(
    ("lines", "where", "dots"),
    [
        ('device = "/dev/usb/lp0"', Path("/dev/usb/lp0"), 576),
        ('device = "/dev/usb/lp0"\npaper = 58', Path("/dev/usb/lp0"), 384),
        ('device = "tcp:192.0.2.7:9100"\npaper = 80', ("192.0.2.7", 9100), 576),
        ('device = "tcp:[2001:db8::7]:9100"', ("2001:db8::7", 9100), 576),
        ('device = "file:/tmp/slips"', Path("/tmp/slips"), 576),
    ],
)
def test_the_settings_name_a_printer(tmp_path: Path, lines: str, where: Path | tuple[str, int], dots: int) -> None:
    (tmp_path / "devices.toml").write_text(f"[printer]\n{lines}\n")
    chosen = load(tmp_path).printer
    assert chosen is not None
    assert printer_of(chosen) == EscPosPrinter(where, dots)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('device = "lp0"', "tcp:HOST:PORT"),
        ('device = "tcp:host"', "tcp:HOST:PORT"),
        ("paper = 80", "tcp:HOST:PORT"),
        ('device = "/dev/usb/lp0"\npaper = 62', "80 or 58"),
        ('device = "/dev/usb/lp0"\ncolour = "red"', "no setting 'colour'"),
    ],
)
def test_settings_that_name_none_are_told_with_what_would(tmp_path: Path, lines: str, words: str) -> None:
    (tmp_path / "devices.toml").write_text(f"[printer]\n{lines}\n")
    with pytest.raises(UsageError, match=words):
        load(tmp_path)


def test_the_self_test_says_how_the_printer_stands(paper: PaperPrinter, tmp_path: Path) -> None:
    def said() -> tuple[bool, str]:
        return next((ok, detail) for name, ok, detail in look(tmp_path) if name == "printer")

    assert "printer" not in [name for name, _, _ in look(tmp_path)]
    (tmp_path / "devices.toml").write_text(f'[printer]\ndevice = "tcp:127.0.0.1:{paper.port}"\n')
    assert said() == (True, f"tcp:127.0.0.1:{paper.port}, paper of 80 mm. It is there, and prints.")
    paper.paper = NO_PAPER
    assert said() == (False, f"tcp:127.0.0.1:{paper.port}, paper of 80 mm. It is out of paper. Put in a new roll.")


def test_status_bytes_are_told_from_noise() -> None:
    assert told(b"\xff\x00\x12") == 0x12
    assert told(b"\x14\xff\x00") is None
    assert judged(None, None) == "ready"
    assert judged(0x12, 0x1E) == "ready"  # the paper nears its end


def test_slips_are_printed_one_after_the_other_and_few_wait(qtbot: Any, paper: PaperPrinter) -> None:
    paper.freeze_after = 10
    printing = Printing(on(paper, patience_s=5))
    told: list[tuple[int, str]] = []
    printing.done.connect(lambda number, outcome: told.append((number, outcome)))
    numbers = [printing.submit(SLIP) for _ in range(MAX_WAITING + 3)]
    assert None in numbers
    accepted = [number for number in numbers if number is not None]
    qtbot.waitUntil(lambda: len(told) == len(accepted), timeout=60_000)
    assert [number for number, _ in told] == accepted
    assert [outcome for _, outcome in told] == ["stuck"] + ["printed"] * (len(told) - 1)
    printing.stop()


# -- at the window ------------------------------------------------------------------------------


@pytest.fixture
def there(data: Path, paper: PaperPrinter, window: Callable[..., Hand]) -> Iterator[tuple[Hand, PaperPrinter]]:
    (data / "devices.toml").write_text(f'[printer]\ndevice = "tcp:127.0.0.1:{paper.port}"\n')
    hand = window()
    yield hand, paper
    hand.app.context.printing.stop()


def printed(qtbot: Any, hand: Hand) -> None:
    hand.tap("takeaway.slip")
    qtbot.waitUntil(lambda: hand.app.models["takeaway"].told != "", timeout=60_000)
    hand.app.settle()


def test_a_slip_of_the_activity_is_printed(qtbot: Any, there: tuple[Hand, PaperPrinter]) -> None:
    hand, paper = there
    hand.app.go("takeaway", occurrence="italiano-1")
    printed(qtbot, hand)
    assert hand.text("Fatto: prendi il foglietto dalla stampante.")
    assert codes_on(paper.out.picture()) == [ADDRESS]


def test_a_printer_without_paper_says_what_to_do(qtbot: Any, there: tuple[Hand, PaperPrinter]) -> None:
    hand, paper = there
    paper.paper = NO_PAPER
    hand.app.go("takeaway", occurrence="italiano-1")
    printed(qtbot, hand)
    assert hand.text("La stampante ha finito la carta. Usa il codice, o chiedi al portiere.")
    paper.paper = 0x12
    printed(qtbot, hand)
    assert hand.text("Fatto: prendi il foglietto dalla stampante.")


def test_whoever_is_signed_up_hears_that_the_sign_up_is_safe(qtbot: Any, there: tuple[Hand, PaperPrinter]) -> None:
    hand, paper = there
    paper.cause = COVER_OPEN
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.card")
    hand.type_number("signup.number", NUMBER)
    hand.tap("signup.number.confirm")
    hand.app.go("takeaway", occurrence="italiano-1")
    printed(qtbot, hand)
    assert hand.text("La stampante è ferma. La tua iscrizione è salva.")


def test_the_window_answers_while_the_printer_stands_still(qtbot: Any, there: tuple[Hand, PaperPrinter]) -> None:
    hand, paper = there
    paper.freeze_after = 5
    hand.app.go("takeaway", occurrence="italiano-1")
    hand.tap("takeaway.slip")
    hand.app.settle()
    assert hand.text("Stampo il foglietto …")
    hand.tap("takeaway.calendar")
    hand.app.settle()
    assert codes_on(hand.app.grab())[0].startswith("BEGIN:VEVENT")
    hand.tap("bar.exit")
    assert hand.screen == "home"
    assert hand.app.models["takeaway"].told == ""


def test_without_a_printer_there_is_no_such_button(hand: Hand) -> None:
    hand.app.go("takeaway", occurrence="italiano-1")
    hand.app.settle()
    assert "takeaway.slip" not in hand.names()


def test_settings_that_are_wrong_name_no_printer(data: Path, window: Callable[..., Hand]) -> None:
    (data / "devices.toml").write_text('[printer]\ndevice = "the one in the corner"\n')
    hand = window()
    hand.app.go("takeaway", occurrence="italiano-1")
    hand.app.settle()
    assert "takeaway.slip" not in hand.names()
