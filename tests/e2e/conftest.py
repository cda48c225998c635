"""A hub with the demonstration programme, made once; each test gets a copy of its folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.platform import HubSite, TerminalSite


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an initialised demonstration hub; not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "hub"
    folder.mkdir()
    HubSite(folder).init("--demo")
    return folder


@pytest.fixture
def hub(demo_folder: Path, tmp_path: Path) -> HubSite:
    """A demonstration hub that is not serving yet."""
    return HubSite(Path(shutil.copytree(demo_folder, tmp_path / "hub")))


@pytest.fixture
def served(hub: HubSite) -> Iterator[HubSite]:
    """A demonstration hub that serves."""
    with hub.serving():
        yield hub


@pytest.fixture
def terminal(tmp_path: Path) -> TerminalSite:
    """A terminal's folder, not enrolled yet."""
    return TerminalSite(tmp_path / "terminal")
