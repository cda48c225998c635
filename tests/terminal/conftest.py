"""What tests of the terminal's end share."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.terminal.replica import Replica
from tests.support.pair import Pair, Template
from tests.support.served import HandClock
from tests.terminal.replicas import KEY


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB of its own, so that it can be filled. Needs the right to mount (CI has it)."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip(f"no right to mount a small file system as uid {os.getuid()}: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A hub and a terminal of each space, made once."""
    return Template.made(tmp_path_factory.mktemp("pair"))


@pytest.fixture
def pair(template: Template, tmp_path: Path) -> Iterator[Pair]:
    """A hub that serves in this process, and its terminals' folders."""
    made = Pair(template, tmp_path)
    yield made
    made.close()


@pytest.fixture
def clock() -> HandClock:
    """Time in the hands of the test."""
    return HandClock()


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    """A replica that holds nothing yet."""
    made = Replica(tmp_path / "replica.db", KEY, create=True)
    yield made
    made.close()
