"""What every test may ask for. Qt is not imported here, but its surroundings are set before it is."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable, Iterator

import pytest

from tests.support.postgres import PostgresMissingError, PostgresServer, postgres_server

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
# No test may find the keyring, the settings or the data of whoever runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for name in ("HUB_DATA", "HUB_DATABASE", "KIOSK_DATA", "KIOSK_VAULT", "QC_NOW"):
    os.environ.pop(name, None)


@pytest.fixture(scope="session", autouse=True)
def homeless(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Points the user's folders to an empty place, for the tests and for the processes that they start."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home / name.lower())


@pytest.fixture
def free_port() -> int:
    """A TCP port that nobody listens on, on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def _postgres() -> Iterator[PostgresServer]:
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(postgres_server())
        except PostgresMissingError as error:
            pytest.fail(str(error), pytrace=False)
        yield server


@pytest.fixture(scope="session")
def postgres_url(_postgres: PostgresServer) -> str:
    """The SQLAlchemy URL of a real PostgreSQL server's maintenance database, the same for the whole session."""
    return _postgres.url()


@pytest.fixture
def postgres_database(_postgres: PostgresServer) -> Iterator[Callable[[], str]]:
    """Makes fresh, empty databases: each call gives the SQLAlchemy URL of another, gone after the test."""
    with contextlib.ExitStack() as databases:
        yield lambda: databases.enter_context(_postgres.database())
