"""The program's own files are found in a checkout, in an installed wheel and in a bundle."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

import pytest

from sync.resources import SHARE, resource


def test_files_of_a_checkout_are_found() -> None:
    assert resource("config").is_dir()
    assert resource("pyproject.toml").is_file()


def test_a_bundles_own_files_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("config") == tmp_path / "config"


def test_files_of_an_installed_wheel_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / SHARE / "assets"
    place.mkdir(parents=True)
    (place / "only-when-installed").write_text("")
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: str(tmp_path))
    assert resource("assets/only-when-installed") == place / "only-when-installed"


def test_a_file_that_is_missing_says_that_the_installation_is_incomplete() -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing/here is missing from this installation: install"):
        resource("nothing/here")
