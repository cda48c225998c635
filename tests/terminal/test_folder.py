"""The data folder: its keys, and sentences where it is not what it should be."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from sync.errors import StoreError, UsageError
from sync.terminal.folder import DATABASE_KEY, PEPPER, TERMINAL_KEY, default_folder, open_folder
from sync.terminal.terminal import Terminal
from tests.support import alone
from tests.support.served import HandClock


def test_keys_are_made_once_and_stay(tmp_path: Path) -> None:
    folder = open_folder(tmp_path, "file", create=True)
    folder.make_keys()
    database, private = folder.database_key(), folder.private_key().private_bytes_raw()
    assert database != private
    folder.make_keys()
    again = open_folder(tmp_path, "file")
    assert (again.database_key(), again.private_key().private_bytes_raw()) == (database, private)


def test_no_key_lies_readable_in_the_folder_and_nobody_else_may_look(tmp_path: Path) -> None:
    place = tmp_path / "terminal"
    folder = open_folder(place, "file", create=True)
    folder.make_keys()
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    stored = b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())
    for name in (DATABASE_KEY, TERMINAL_KEY):
        key = folder.vault.get(name)
        assert key is not None
        assert key not in stored
        assert key.hex().encode() not in stored


def test_a_folder_that_is_not_there_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no terminal in .*kiosk enrol"):
        open_folder(tmp_path / "nothing", "file")


def test_a_folder_that_cannot_be_made_is_said_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"cannot be made: Not a directory\. Choose one with --data"):
        open_folder(tmp_path / "file" / "terminal", "file", create=True)


def test_a_vault_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Choose auto, keyring, file or systemd"):
        open_folder(tmp_path, "matress")


def test_a_folder_without_keys_says_that_the_terminal_is_not_enrolled(tmp_path: Path) -> None:
    folder = open_folder(tmp_path, "file", create=True)
    with pytest.raises(StoreError, match=r"There is no key for .*kiosk enrol.*--vault"):
        folder.database_key()
    with pytest.raises(StoreError, match="has no key"):
        folder.private_key()
    assert folder.pepper() == b""
    folder.vault.put(DATABASE_KEY, b"short")
    with pytest.raises(StoreError, match="There is no key"):
        folder.database_key()
    folder.vault.put(PEPPER, b"pepper")
    assert folder.pepper() == b"pepper"


def test_the_environment_names_folder_vault_and_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone.alone(tmp_path, HandClock())
    monkeypatch.setenv("KIOSK_DATA", str(tmp_path))
    monkeypatch.setenv("KIOSK_VAULT", "file")
    monkeypatch.setenv("QC_NOW", "2031-01-01T10:00")
    assert default_folder() == tmp_path
    folder = open_folder()
    assert folder.path == tmp_path
    assert folder.vault.kind == "file"
    terminal = Terminal(folder)
    assert (terminal.clock.now().year, terminal.id, terminal.space) == (2031, "zoia-1", "zoia")
    terminal.close()


def test_a_journal_without_an_identity_says_that_the_terminal_is_not_enrolled(tmp_path: Path) -> None:
    from sync.terminal.journal import Journal

    folder = open_folder(tmp_path, "file", create=True)
    folder.make_keys()
    Journal(folder.journal, folder.database_key(), create=True).close()
    with pytest.raises(StoreError, match="not enrolled"):
        Terminal(folder)
