"""A hub with the demonstration programme and an enrolled terminal, made once; each test gets copies of their
folders.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.platform import HubSite, TerminalSite


@dataclass(frozen=True)
class Template:
    """Folders to copy, and the port that the terminal knows its hub by."""

    hub: Path
    terminal: Path
    port: int


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """An initialised demonstration hub and one terminal of the space zoia, synchronised; not to be changed."""
    place = tmp_path_factory.mktemp("template")
    hub = HubSite(place / "hub")
    hub.folder.mkdir()
    hub.init("--demo")
    terminal = TerminalSite(place / "terminal")
    with hub.serving():
        terminal.enrol(hub, "zoia")
        terminal.sync()
    return Template(hub.folder, terminal.folder, hub.port)


@pytest.fixture
def hub(template: Template, tmp_path: Path) -> HubSite:
    """A demonstration hub that is not serving yet, and knows the terminal zoia-1."""
    return HubSite(Path(shutil.copytree(template.hub, tmp_path / "hub")), port=template.port)


@pytest.fixture
def served(hub: HubSite) -> Iterator[HubSite]:
    """A demonstration hub that serves."""
    with hub.serving():
        yield hub


@pytest.fixture
def terminal(template: Template, tmp_path: Path) -> TerminalSite:
    """The terminal zoia-1, enrolled and synchronised."""
    return TerminalSite(Path(shutil.copytree(template.terminal, tmp_path / "terminal")))


@pytest.fixture
def newcomer(tmp_path: Path) -> TerminalSite:
    """A terminal's folder that is not enrolled yet."""
    return TerminalSite(tmp_path / "newcomer")
