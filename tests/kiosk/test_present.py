"""What the self-test says of devices, and that a terminal reads those that its file names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from kiosk.devices import present, settings
from tests.kiosk.hand import Hand
from tests.kiosk.world import card_code


def found(folder: Path, text: str, listed: Path = Path("/nowhere")) -> dict[str, tuple[bool, str]]:
    """The findings under a file, by name; the last of a name counts."""
    (folder / settings.FILE).write_text(text, encoding="utf-8")
    return {name: (ok, sentence) for name, ok, sentence in present.look(folder, listed)}


def camera(listed: Path, node: str, name: str) -> None:
    (listed / node).mkdir(parents=True)
    (listed / node / "name").write_text(name + "\n", encoding="utf-8")


def test_a_terminal_without_any_device_is_well(tmp_path: Path) -> None:
    assert all(ok for _, ok, _ in present.look(tmp_path))


def test_a_scanner_that_the_file_names_and_that_is_not_there_is_not_well(tmp_path: Path) -> None:
    for text in ("[[grabbed]]\ndevice = '05f9:2216'", f"[[serial]]\ndevice = '{tmp_path}/nothing'"):
        ok, sentence = found(tmp_path, text)["scanner"]
        assert not ok
        assert "Plug" in sentence


def test_a_scanner_that_is_there_is_named_and_not_opened(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    try:
        name = os.ttyname(theirs)
        assert found(tmp_path, f"[[serial]]\ndevice = '{name}'")["scanner"] == (True, f"{name} is there, at 9600 baud.")
        (tmp_path / "event0").touch()
        ok, sentence = found(tmp_path, f"[[grabbed]]\ndevice = '{tmp_path}/event0'")["scanner"]
        assert (ok, sentence) == (True, f"{tmp_path}/event0 is {tmp_path}/event0.")
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_slip_in_the_file_is_a_finding_of_its_own_and_the_others_are_made(tmp_path: Path) -> None:
    findings = found(tmp_path, "[camera]\nuse = 7")
    assert findings["devices"][0] is False
    assert {"scanner", "camera", "screen"} <= set(findings)


def test_cameras_are_told_by_the_names_that_the_kernel_lists(tmp_path: Path) -> None:
    listed = tmp_path / "video4linux"
    assert "No camera is plugged in" in found(tmp_path, "", listed)["camera"][1]
    camera(listed, "video0", "Integrated Camera")
    camera(listed, "video1", "Integrated Camera")
    camera(listed, "video2", "Document Reader 3")
    assert present.cameras(listed) == ["Integrated Camera", "Document Reader 3"]
    assert found(tmp_path, "", listed)["camera"][1].startswith("Integrated Camera is used")
    assert found(tmp_path, "[camera]\nuse = 'reader'", listed)["camera"][1].startswith("Document Reader 3 is used")
    assert found(tmp_path, "[camera]\nuse = 'none'", listed)["camera"] == (True, "None is used: devices.toml says so.")
    ok, sentence = found(tmp_path, "[camera]\nuse = 'other'", listed)["camera"]
    assert not ok
    assert "Integrated Camera, Document Reader 3" in sentence


def test_a_terminal_reads_the_scanner_that_its_file_names(qtbot: Any, hand: Hand, data: Path) -> None:
    ours, theirs = os.openpty()
    try:
        text = f"[[serial]]\ndevice = '{os.ttyname(theirs)}'\nprefix = '#'\n[keyboard]\nprefix = '!'\n"
        (data / settings.FILE).write_text(text, encoding="utf-8")
        hand.app.start_devices()
        assert hand.app.readers is not None
        qtbot.waitUntil(hand.app.readers.present)
        os.write(ours, f"#{card_code()}\r".encode())
        qtbot.waitUntil(lambda: hand.screen == "card")
        hand.app.shell.exit()
        hand.scan_by_keys(f"!{card_code()}")
        assert hand.screen == "card"
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_slip_in_the_file_keeps_no_terminal_from_starting(
    hand: Hand, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / settings.FILE).write_text("[camera", encoding="utf-8")
    hand.app.start_devices()
    assert "is no TOML" in capsys.readouterr().err
    hand.scan(card_code())
    assert hand.screen == "card"
