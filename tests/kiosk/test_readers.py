"""Scanners that are read without the window's help: recorded bytes, a pseudo-terminal, a kernel that lists devices."""

from __future__ import annotations

import errno
import os
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices import grabbed, settings
from kiosk.devices.affixes import Affixes
from kiosk.devices.burst import MAX_CODE
from kiosk.devices.grabbed import EVENT, GrabbedScanner, Strokes, find
from kiosk.devices.protocols import Absent
from kiosk.devices.readers import Readers
from kiosk.devices.serial_line import PAUSE_MS, Lines, SerialScanner
from kiosk.devices.settings import Grabbed, Serial
from sync.errors import UsageError
from tests.kiosk.world import card_code

US = {
    **{character: (code, False) for code, character in enumerate("1234567890-=", 2)},
    **{character: (code, True) for code, character in enumerate("!@#$%^&*()_+", 2)},
    **{character: (code, True) for code, character in enumerate("QWERTYUIOP", 16)},
    **{character: (code, True) for code, character in enumerate("ASDFGHJKL:", 30)},
    **{character: (code, True) for code, character in enumerate("ZXCVBNM", 44)},
    ".": (52, False), "/": (53, False), " ": (57, False),
}  # fmt: skip
"""Keys of a US keyboard, and whether Shift goes with them."""


def record(text: str, start_ms: int = 1_000_000, gap_ms: int = 2, end: int | None = 28) -> bytes:
    """What the kernel hands out for a scanner that reads a text: scan code, key, report, as evtest shows them."""
    keys, data, at = [US[one] for one in text] + ([(end, False)] if end else []), b"", start_ms
    for code, shift in keys:
        strokes = [(42, 1)] * shift + [(code, 1), (code, 0)] + [(42, 0)] * shift
        for key, value in strokes:
            time = at // 1000, at % 1000 * 1000
            for event in ((4, 4, 0x70000 + key), (1, key, value), (0, 0, 0)):
                data += EVENT.pack(*time, *event)
        at += gap_ms
    return data


# -- a grabbed device's bytes ------------------------------------------------------------------------


def test_a_record_has_the_size_that_the_kernel_writes() -> None:
    assert EVENT.size == struct.calcsize("ll") + 8


@pytest.mark.parametrize("end", [28, 96, 15])
def test_recorded_keys_become_the_code(end: int) -> None:
    assert Strokes().feed(record(card_code(), end=end)) == [card_code()]


def test_bytes_may_come_in_any_pieces() -> None:
    data, strokes = record("QCT1:A+B$C"), Strokes()
    assert [code for byte in data for code in strokes.feed(bytes([byte]))] == ["QCT1:A+B$C"]


def test_twenty_codes_a_second_are_all_read() -> None:
    codes = [f"QCT1:{i:04}" for i in range(100)]
    data = b"".join(record(code, start_ms=1_000_000 + 50 * i) for i, code in enumerate(codes))
    assert Strokes().feed(data) == codes


def test_a_slow_scanner_is_read_for_nobody_types_on_it() -> None:
    assert Strokes().feed(record("QCT1:ABC", gap_ms=200)) == ["QCT1:ABC"]


def test_what_was_interrupted_does_not_begin_the_next_code() -> None:
    data = record("QCT1:INTER", end=None) + record("QCT1:NEXT", start_ms=1_002_000)
    assert Strokes().feed(data) == ["QCT1:NEXT"]


def test_after_events_were_lost_the_code_is_dropped_and_the_next_one_whole() -> None:
    lost = EVENT.pack(1000, 0, 0, 3, 0) + EVENT.pack(1000, 0, 1, 16, 1) + EVENT.pack(1000, 0, 0, 0, 0)
    data = record("QCT1:ABCDEF", end=None) + lost + record("XY", start_ms=1_000_030)
    assert Strokes().feed(data + record("QCT1:NEXT", start_ms=1_000_100)) == ["QCT1:NEXT"]


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_without_complaint(data: bytes) -> None:
    for code in Strokes().feed(data):
        assert 6 <= len(code) <= MAX_CODE


# -- which device it is ------------------------------------------------------------------------------


def plug(inputs: Path, node: str, vendor: str, product: str, uniq: str = "", keys: str = "1 fffffffffffffffe") -> None:
    told = inputs / node / "device"
    for name, text in (("id/vendor", vendor), ("id/product", product), ("uniq", uniq), ("capabilities/key", keys)):
        (told / name).parent.mkdir(parents=True, exist_ok=True)
        (told / name).write_text(text + "\n", encoding="ascii")


def test_a_device_is_found_by_what_it_is_wherever_it_is_plugged_in(tmp_path: Path) -> None:
    plug(tmp_path, "event2", "046d", "c31c")
    plug(tmp_path, "event3", "05f9", "2216", keys="0")  # the part of the scanner that is no keyboard
    plug(tmp_path, "event10", "05f9", "2216", "S1")
    plug(tmp_path, "event11", "05f9", "2216", "S2")
    assert find("05F9:2216", tmp_path) == Path("/dev/input/event10")
    assert find("05f9:2216:S2", tmp_path) == Path("/dev/input/event11")
    assert find("046d:c31c", tmp_path) == Path("/dev/input/event2")
    for missing in ("05f9:2217", "05f9:2216:S3", str(tmp_path / "nothing")):
        with pytest.raises(Absent, match="Plug"):
            find(missing, tmp_path)


def test_a_file_that_is_no_input_device_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "event0"
    file.touch()
    with pytest.raises(Absent, match="no input device"):
        GrabbedScanner(Grabbed(str(file))).open()


@pytest.mark.parametrize(("number", "word"), [(errno.EACCES, "group input"), (errno.EBUSY, "another program")])
def test_a_device_that_may_not_be_had_is_a_sentence(
    number: int, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "event0").touch()

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(grabbed.fcntl, "ioctl", refuse)
    with pytest.raises(Absent, match=word):
        GrabbedScanner(Grabbed(str(tmp_path / "event0"))).open()


# -- a serial line's bytes ---------------------------------------------------------------------------


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t"])
def test_a_line_is_a_code(end: bytes) -> None:
    assert Lines().feed(b"QCT1:A B" + end + b"QCB1:CD" + end, 0) == ["QCT1:A B", "QCB1:CD"]


def test_a_line_that_never_ends_is_held_within_bounds_and_dropped() -> None:
    lines = Lines()
    for _ in range(100):
        assert lines.feed(b"A" * 4096, 0) == []
    assert len(lines._held) <= MAX_CODE + 1
    assert lines.feed(b"\rQCT1:AB\r", 0) == ["QCT1:AB"]


def test_what_was_begun_before_a_pause_is_dropped() -> None:
    lines = Lines()
    assert lines.feed(b"QCT1:INTER", 0) == []
    assert lines.feed(b"QCT1:NEXT\r", PAUSE_MS + 1) == ["QCT1:NEXT"]
    assert lines.feed(b"QCT1:", PAUSE_MS + 2) == []
    assert lines.feed(b"SLOW\r", 2 * PAUSE_MS) == ["QCT1:SLOW"]


@given(st.lists(st.tuples(st.binary(max_size=300), st.integers(0, 10_000)), max_size=20))
def test_any_bytes_on_a_line_are_read_without_complaint(pieces: list[tuple[bytes, int]]) -> None:
    lines = Lines()
    for data, at in pieces:
        assert all(6 <= len(code) <= MAX_CODE for code in lines.feed(data, at))


# -- the thread --------------------------------------------------------------------------------------


@contextmanager
def reading(*ports: Any) -> Iterator[tuple[Readers, list[str]]]:
    readers, codes = Readers(ports, look_s=0.01), list[str]()
    readers.on_code(codes.append)
    readers.start()
    try:
        yield readers, codes
    finally:
        readers.stop()


@contextmanager
def line(link: Path) -> Iterator[int]:
    """A serial line whose other end we hold: a pseudo-terminal under a name of its own."""
    ours, theirs = os.openpty()
    link.unlink(missing_ok=True)
    link.symlink_to(os.ttyname(theirs))
    os.close(theirs)
    try:
        yield ours
    finally:
        os.close(ours)


def test_a_serial_scanner_is_read_unplugged_and_plugged_in_again(qtbot: Any, tmp_path: Path) -> None:
    link = tmp_path / "scanner"
    scanner = SerialScanner(Serial(str(link), affixes=Affixes("<", ">")))
    with reading(scanner) as (readers, codes):
        assert not readers.present()
        qtbot.waitUntil(lambda: "not there" in readers.absent().get(str(link), ""))
        with line(link) as device:
            qtbot.waitUntil(readers.present)
            os.write(device, b"<QCT1:FIRST>\r\n<QCT1:INTERRUPTED")
            qtbot.waitUntil(lambda: codes == ["QCT1:FIRST"])
        qtbot.waitUntil(lambda: not readers.present())
        with line(link) as device:
            qtbot.waitUntil(readers.present)
            os.write(device, b"<QCT1:SECOND>\r")
            qtbot.waitUntil(lambda: codes == ["QCT1:FIRST", "QCT1:SECOND"])
    assert not readers.present()


def test_codes_of_a_serial_scanner_arrive_in_the_thread_of_the_screen(qtbot: Any, tmp_path: Path) -> None:
    threads: list[threading.Thread] = []
    with (
        line(tmp_path / "scanner") as device,
        reading(SerialScanner(Serial(str(tmp_path / "scanner")))) as (readers, _),
    ):
        readers.on_code(lambda _: threads.append(threading.current_thread()))
        qtbot.waitUntil(readers.present)
        os.write(device, b"QCT1:A CODE\r")
        qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_a_serial_line_in_another_programs_hands_is_a_sentence(tmp_path: Path) -> None:
    first, second = (SerialScanner(Serial(str(tmp_path / "scanner"))) for _ in range(2))
    with line(tmp_path / "scanner"):
        first.open()
        with pytest.raises(Absent, match="another program"):
            second.open()
        first.close()
        second.open()
        second.close()


def test_a_flood_of_codes_is_held_within_bounds_and_nobody_waits(qtbot: Any, tmp_path: Path) -> None:
    with (
        line(tmp_path / "scanner") as device,
        reading(SerialScanner(Serial(str(tmp_path / "scanner")))) as (readers, codes),
    ):
        qtbot.waitUntil(readers.present)
        for i in range(500):  # the GUI thread does not look meanwhile
            os.write(device, f"QCT1:{i:06}\r".encode())
        qtbot.waitUntil(lambda: bool(codes))
        assert codes[:3] == ["QCT1:000000", "QCT1:000001", "QCT1:000002"]
        os.write(device, b"QCT1:AFTER\r")
        qtbot.waitUntil(lambda: codes[-1] == "QCT1:AFTER")


def test_a_grabbed_device_is_read_unplugged_and_plugged_in_again(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs, nodes, grabs = tmp_path / "inputs", tmp_path / "nodes", list[int]()
    nodes.mkdir()
    monkeypatch.setattr(grabbed.fcntl, "ioctl", lambda _fd, request, _on: grabs.append(request))
    with reading(GrabbedScanner(Grabbed("05f9:2216"), inputs, nodes)) as (readers, codes):
        for node, code in (("event5", "QCT1:FIRST"), ("event7", "QCT1:SECOND")):
            qtbot.waitUntil(lambda: "Plug it in" in str(readers.absent()))
            os.mkfifo(nodes / node)
            plug(inputs, node, "05f9", "2216")
            qtbot.waitUntil(readers.present)
            device = os.open(nodes / node, os.O_WRONLY)
            os.write(device, record(code))
            qtbot.waitUntil(lambda code=code: codes[-1:] == [code])
            (inputs / node / "device/id/vendor").unlink()
            os.close(device)
            qtbot.waitUntil(lambda: not readers.present())
    assert grabs == [0x40044590] * 2


@pytest.mark.skipif(not os.access("/dev/uinput", os.W_OK), reason="needs /dev/uinput")
def test_a_device_of_the_kernel_is_grabbed_and_read(qtbot: Any) -> None:
    from tests.support.uinput import keyboard

    with keyboard(0x05F9, 0x2216) as device, reading(GrabbedScanner(Grabbed("05f9:2216"))) as (readers, codes):
        qtbot.waitUntil(readers.present)
        device.write(record("QCT1:A+B"))
        qtbot.waitUntil(lambda: codes == ["QCT1:A+B"])


def test_without_devices_there_is_no_thread() -> None:
    with reading() as (readers, _):
        assert readers._thread is None
        assert not readers.present()


# -- settings ----------------------------------------------------------------------------------------


def written(folder: Path, text: str) -> settings.Settings:
    (folder / settings.FILE).write_text(text, encoding="utf-8")
    return settings.load(folder)


def test_a_terminal_without_a_file_has_what_config_says(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == settings.Settings()


def test_each_device_of_the_file_is_taken(tmp_path: Path) -> None:
    assert written(
        tmp_path,
        """
        [keyboard]
        prefix = "<"
        [[grabbed]]
        device = "05f9:2216:S1"
        suffix = "#"
        [[grabbed]]
        device = "/dev/input/by-id/scanner"
        [[serial]]
        device = "/dev/ttyACM0"
        baud = 115200
        [camera]
        use = "none"
        [lamp]
        device = "another module's"
        """,
    ) == settings.Settings(
        Affixes("<"),
        (Grabbed("05f9:2216:S1", Affixes("", "#")), Grabbed("/dev/input/by-id/scanner")),
        (Serial("/dev/ttyACM0", 115200),),
        "none",
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[keyboard", "no TOML"),
        ("keyboard = 3", "no section"),
        ("[keyboard]\nprefix = 3", "prefix is a text"),
        ("[keyboard]\nsufix = ''", "no setting 'sufix'"),
        ("[[grabbed]]\ndevice = 'scanner'", "vendor:product"),
        ("[[grabbed]]", "vendor:product"),
        ("[[serial]]\ndevice = '05f9:2216'", "device is a path"),
        ("[[serial]]\ndevice = '/dev/ttyS0'\nbaud = 9601", "baud is one of"),
        ("[serial]\ndevice = '/dev/ttyS0'", r"\[\[serial\]\]"),
        ("[[serial]]\ndevice = '/dev/ttyS0'\n" * 9, "at most 8"),
        ("[camera]\nuse = true", "use is a text"),
        ("# " + "x" * settings.MAX_FILE_BYTES, "longer than"),
        ("\udcff", "no TOML"),
    ],
)
def test_a_slip_in_the_file_is_said_in_a_sentence_and_the_terminal_reads_on(
    tmp_path: Path, text: str, word: str
) -> None:
    (tmp_path / settings.FILE).write_bytes(text.encode("utf-8", errors="surrogateescape"))
    with pytest.raises(UsageError, match=word):
        settings.load(tmp_path)
    said: list[str] = []
    assert settings.load_or_default(tmp_path, said.append) == settings.Settings()
    assert str(tmp_path) in said[0]
