"""A throw-away PostgreSQL server from the system's package, for as long as the tests run.

It listens on a Unix socket in its own folder and nowhere else, so it needs neither a port nor a password, and no other
user can reach it. Commits are fsynced as in the field.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

MISSING = "PostgreSQL is not installed here. Type: sudo apt-get install --no-install-recommends postgresql"
START_SECONDS = 30.0
LOG_TAIL_CHARS = 2_000


class PostgresMissingError(Exception):
    """There is no PostgreSQL on this machine; the message says how to get it."""


class PostgresServer:
    """A running server; `postgres_server` makes one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)

    def url(self, database: str = "postgres") -> str:
        """The SQLAlchemy URL of one of its databases."""
        return f"postgresql+psycopg://postgres@/{database}?host={self._folder}"

    @property
    def pid(self) -> int:
        """Of its first process, whose children do the work."""
        return int((self._folder / "data" / "postmaster.pid").read_text(encoding="ascii").split()[0])

    @contextlib.contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """A fresh database, until the block ends: its URL. It is empty, or a copy of the one that `template` names, to
        which nobody may be connected.
        """
        name = f"test_{next(self._numbers)}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.url(name)
        finally:
            self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    def _execute(self, statement: str) -> None:
        with self._connect() as connection:
            connection.execute(statement.encode())

    def _connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(host=str(self._folder), user="postgres", dbname="postgres", autocommit=True)

    def wait_until_ready(self, process: subprocess.Popen[bytes], log: Path) -> None:
        """Returns when it answers.

        Raises:
            RuntimeError: it ended, or did not answer in ``START_SECONDS``; with the end of its log.
        """
        deadline = time.monotonic() + START_SECONDS
        while process.poll() is None and time.monotonic() < deadline:
            try:
                self._connect().close()
            except psycopg.OperationalError:
                time.sleep(0.05)  # a server has no signal to wait for
            else:
                return
        raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')[-LOG_TAIL_CHARS:]}")


@contextlib.contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A server of its own in a temporary folder, stopped and removed at the end.

    Raises:
        PostgresMissingError: the package is not installed.
    """
    programs = _programs()
    # Not below pytest's own folder: that is closed to other users, and the socket's path must stay short.
    folder = Path(tempfile.mkdtemp(prefix="qc-pg-"))
    log = folder / "log"
    try:
        as_owner = _as_owner(folder)
        data = str(folder / "data")
        initdb = [*as_owner, str(programs / "initdb"), "--pgdata", data, "--username", "postgres", "--auth", "trust"]
        initdb += ["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
        subprocess.run(initdb, check=True, cwd=folder, stdout=subprocess.DEVNULL)
        settings = {"listen_addresses": "", "unix_socket_directories": str(folder), "max_connections": "100"}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with log.open("wb") as output:
            command = [*as_owner, str(programs / "postgres"), "-D", data, *options]
            process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        try:
            server = PostgresServer(folder)
            server.wait_until_ready(process, log)
            yield server
        finally:
            process.send_signal(signal.SIGINT)  # "fast": open connections are ended
            process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder with the newest PostgreSQL's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    initdb = found[-1] if found else shutil.which("initdb")
    if initdb is None:
        raise PostgresMissingError(MISSING)
    return Path(initdb).parent


def _as_owner(folder: Path) -> list[str]:
    """What to put before PostgreSQL's programs: they refuse root, and must end when the tests are killed."""
    setpriv = ["setpriv", "--pdeathsig", "INT"]
    if os.geteuid() != 0:
        return [*setpriv, "--"]
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return [*setpriv, "--reuid", str(owner.pw_uid), "--regid", str(owner.pw_gid), "--clear-groups", "--"]
