"""Vaults for the tests, and programs that use one."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import keyring.backend
import keyring.errors
import pytest

from sync.vault import (
    CREDENTIALS_VARIABLE,
)

ROOT = Path(__file__).parents[2]
SERVICE = "qc-test"
SECRET = bytes(range(32))


def python(program: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """A Python of its own that knows the project, without a terminal to ask questions on."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def output(program: str, *arguments: str, **environment: str) -> str:
    process = python(program, *arguments, **environment)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out.strip()


class Memory(keyring.backend.KeyringBackend):
    """A backend of the library `keyring` that keeps values in memory, and can be locked."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise keyring.errors.KeyringLocked("locked")
        return self.values.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise keyring.errors.KeyringLocked("locked")
        self.values[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        try:
            del self.values[service, username]
        except KeyError:
            raise keyring.errors.PasswordDeleteError("no such password") from None


def provision(directory: Path, monkeypatch: pytest.MonkeyPatch, values: dict[str, bytes]) -> None:
    directory.mkdir(exist_ok=True)
    for name, value in values.items():
        (directory / f"{SERVICE}.{name}").write_bytes(base64.b64encode(value) + b"\n")
    monkeypatch.setenv(CREDENTIALS_VARIABLE, str(directory))
