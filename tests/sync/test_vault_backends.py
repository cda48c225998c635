"""Vaults of systemd and of the system's keyring."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.keyrings import VAULT_KEY
from sync.vault import (
    CREDENTIALS_VARIABLE,
    Backend,
    Choice,
    Vault,
    VaultError,
    open_vault,
)
from tests.sync.vaults import ROOT, SECRET, SERVICE, Memory, output, provision


def test_a_credential_of_systemd_is_read_as_it_was_provisioned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    provision(tmp_path / "credentials", monkeypatch, {"terminal-key": SECRET})
    vault = open_vault("systemd", tmp_path / "data", SERVICE)
    assert vault.kind == "systemd"
    assert not vault.ephemeral
    assert vault.get("terminal-key") == SECRET
    assert vault.get("pepper") is None
    assert str(tmp_path / "credentials") in vault.describe()


def test_without_a_vault_key_nothing_is_kept_and_the_sentence_says_how_to_provision_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provision(tmp_path / "credentials", monkeypatch, {"terminal-key": SECRET})
    vault = open_vault("systemd", tmp_path / "data", SERVICE)
    with pytest.raises(VaultError, match=r"systemd-creds encrypt --name=qc-test\.vault-key"):
        vault.put("pepper", b"new")
    assert vault.get("pepper") is None


def test_what_is_learnt_under_systemd_opens_with_the_vault_key_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provision(tmp_path / "credentials", monkeypatch, {VAULT_KEY: SECRET})
    open_vault("systemd", tmp_path / "data", SERVICE).put("pepper", b"a pepper of a space")
    assert open_vault("systemd", tmp_path / "data", SERVICE).get("pepper") == b"a pepper of a space"
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["sealed.bin", "sealed.lock"]
    assert base64.b64encode(b"a pepper of a space") not in (tmp_path / "data" / "sealed.bin").read_bytes()
    provision(tmp_path / "credentials", monkeypatch, {VAULT_KEY: bytes(32)})
    with pytest.raises(VaultError, match="does not open with its key"):
        open_vault("systemd", tmp_path / "data", SERVICE).get("pepper")


@pytest.mark.parametrize("text", ["", "no base64!", "AAAA"])
def test_a_vault_key_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    provision(tmp_path / "credentials", monkeypatch, {})
    (tmp_path / "credentials" / f"{SERVICE}.{VAULT_KEY}").write_text(text)
    with pytest.raises(VaultError, match="missing or damaged"):
        open_vault("systemd", tmp_path / "data", SERVICE).put("pepper", b"x")


def test_a_credential_is_not_overwritten_and_the_sentence_says_who_can_change_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provision(tmp_path / "credentials", monkeypatch, {VAULT_KEY: SECRET, "terminal-key": SECRET})
    vault = open_vault("systemd", tmp_path / "data", SERVICE)
    with pytest.raises(VaultError, match=r"/etc/credstore\.encrypted/qc-test\.terminal-key"):
        vault.put("terminal-key", b"other")
    assert vault.get("terminal-key") == SECRET


def test_a_wiped_machine_that_still_has_credentials_says_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    provision(tmp_path / "credentials", monkeypatch, {VAULT_KEY: SECRET, "terminal-key": SECRET})
    vault = open_vault("systemd", tmp_path / "data", SERVICE)
    vault.put("pepper", b"x")
    with pytest.raises(VaultError, match=r"qc-test\.terminal-key\. Remove"):
        vault.destroy()
    assert vault.get("pepper") is None
    assert not (tmp_path / "data" / "sealed.bin").exists()


@pytest.mark.parametrize("directory", [None, "/no/such/folder"])
def test_without_credentials_a_systemd_vault_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, directory: str | None
) -> None:
    monkeypatch.delenv(CREDENTIALS_VARIABLE, raising=False)
    if directory is not None:
        monkeypatch.setenv(CREDENTIALS_VARIABLE, directory)
    with pytest.raises(VaultError, match="LoadCredentialEncrypted"):
        open_vault("systemd", tmp_path, SERVICE)


def test_auto_takes_systemd_where_there_are_credentials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    provision(tmp_path / "credentials", monkeypatch, {"key": SECRET})
    assert open_vault("auto", tmp_path, SERVICE).kind == "systemd"


# ── The system's keyring ──

OPENING = """
import sys
from pathlib import Path
from sync.vault import VaultError, open_vault
try:
    print(open_vault(sys.argv[1], Path(sys.argv[2]), "qc-test").describe())
except VaultError as error:
    print("refused:", error)
"""
ASKING = """
import keyring.backend
class Keyring(keyring.backend.KeyringBackend):
    priority = 9
    def get_password(self, service, username):
        return input("Password for the keyring: ")
    set_password = delete_password = get_password
"""


@pytest.mark.parametrize("choice", ["auto", "keyring"])
@pytest.mark.parametrize(
    "backend",
    ["keyring.backends.fail.Keyring", "keyring.backends.null.Keyring", "keyrings_that_ask.Keyring", "no.such.Keyring"],
)
def test_a_keyring_that_keeps_nothing_or_asks_or_is_not_there_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: Choice, backend: str
) -> None:
    monkeypatch.delenv(CREDENTIALS_VARIABLE, raising=False)
    (tmp_path / "keyrings_that_ask.py").write_text(ASKING)
    path = f"{ROOT}{os.pathsep}{tmp_path}"
    said = output(OPENING, choice, str(tmp_path), PYTHON_KEYRING_BACKEND=backend, PYTHONPATH=path)
    assert said.startswith("refused: This session has no keyring that can be used")
    assert "--vault file" in said


def test_the_file_and_systemd_vaults_do_not_load_the_library_of_keyrings(tmp_path: Path) -> None:
    program = """
import os, sys
from pathlib import Path
from sync.vault import open_vault
for kind in ("file", "systemd"):
    vault = open_vault(kind, Path(sys.argv[1]), "qc-test")
    if kind == "file":
        vault.put("key", b"x")
    vault.get("key")
print([name for name in sys.modules if name.partition(".")[0] in ("keyring", "secretstorage", "jaraco")])
"""
    assert output(program, str(tmp_path), **{CREDENTIALS_VARIABLE: str(tmp_path)}) == "[]"


def test_a_locked_keyring_is_said_with_what_to_do() -> None:
    backend = Memory()
    vault = Vault(backend, SERVICE)
    backend.locked = True
    uses: tuple[Callable[[], object], ...] = (
        lambda: vault.get("key"),
        lambda: vault.put("key", SECRET),
        lambda: vault.delete("key"),
        vault.destroy,
    )
    for use in uses:
        with pytest.raises(VaultError, match=r"KeyringLocked.* Unlock it"):
            use()


def test_a_damaged_value_is_said_without_showing_it() -> None:
    backend = Memory()
    for text in ("hunter2", "hunter22!hunter22", "é"):
        backend.values[SERVICE, "key"] = text
        with pytest.raises(VaultError, match="is damaged") as caught:
            Vault(backend, SERVICE).get("key")
        assert text not in str(caught.value)


def test_a_backend_of_the_library_is_a_backend_of_ours() -> None:
    backend: Backend = Memory()
    assert not Vault(backend, SERVICE).ephemeral
    assert Vault(backend, SERVICE).kind == "keyring"


SECRET_SERVICE = """
import sys
from pathlib import Path
from sync.vault import open_vault
folder = Path(sys.argv[1])
vault = open_vault("auto", folder, "qc-test")
assert vault.get("key") is None
vault.put("key", bytes(range(32)))
vault.put("pepper", b"x")
again = open_vault("keyring", folder, "qc-test")
assert again.get("key") == bytes(range(32))
again.destroy()
assert vault.get("key") is None and vault.get("pepper") is None
print(vault.kind, vault.describe())
"""


@pytest.mark.skipif(
    not shutil.which("gnome-keyring-daemon") or not shutil.which("dbus-run-session"),
    reason="needs gnome-keyring-daemon and dbus-run-session",
)
def test_a_real_secret_service_keeps_and_forgets_secrets(tmp_path: Path) -> None:
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    script = 'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" -c "$1" "$2"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script, sys.executable, SECRET_SERVICE, str(tmp_path / "data")],
        cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "keyring system keyring (SecretService)."
