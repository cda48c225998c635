"""The vault: what was put is there, whatever happens in between; what is damaged is said and left alone."""

from __future__ import annotations

import base64
import os
import secrets
import shutil
import signal
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.keyrings import MAX_VAULT_BYTES, VAULT_KEY, FolderLock
from sync.vault import (
    MAX_SECRET_BYTES,
    FileKeyring,
    Vault,
    VaultError,
    open_vault,
)
from tests.sync.vaults import SECRET, SERVICE, Memory, output, provision, python

OTHER_SERVICE = "qc-other"


@pytest.fixture(params=["memory", "file", "systemd"])
def vault(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Vault:
    """A vault over each kind of backend that can be written."""
    if request.param == "memory":
        return Vault(Memory(), SERVICE)
    if request.param == "systemd":
        provision(tmp_path / "credentials", monkeypatch, {VAULT_KEY: SECRET})
    return open_vault(request.param, tmp_path / "data", SERVICE)


def file_vault(folder: Path, service: str = SERVICE) -> Vault:
    return open_vault("file", folder, service)


def test_what_was_put_is_there_and_what_was_not_is_none(vault: Vault) -> None:
    assert vault.get("key") is None
    vault.put("key", SECRET)
    vault.put("empty", b"")
    assert vault.get("key") == SECRET
    assert vault.get("empty") == b""
    assert vault.get("other") is None


def test_a_secret_is_replaced_by_the_next_of_its_name(vault: Vault) -> None:
    vault.put("key", b"old")
    vault.put("key", b"new")
    assert vault.get("key") == b"new"


def test_a_deleted_secret_is_gone_and_deleting_it_again_is_no_error(vault: Vault) -> None:
    vault.put("key", SECRET)
    vault.put("other", b"stays")
    vault.delete("key")
    vault.delete("key")
    assert vault.get("key") is None
    assert vault.get("other") == b"stays"


def test_destroying_forgets_every_secret_and_the_vault_can_be_used_again(vault: Vault) -> None:
    for name in ("terminal-key", "database-key", "pepper"):
        vault.put(name, SECRET)
    vault.destroy()
    assert [vault.get(name) for name in ("terminal-key", "database-key", "pepper")] == [None, None, None]
    vault.destroy()
    vault.put("key", b"new")
    assert vault.get("key") == b"new"


def test_a_secret_is_made_once_and_kept(vault: Vault) -> None:
    made = vault.ensure("key", lambda: secrets.token_bytes(32))
    assert len(made) == 32
    assert vault.ensure("key", lambda: secrets.token_bytes(32)) == made
    assert vault.get("key") == made


@pytest.mark.parametrize("name", ["", "../key", "a/b", "a b", "_names", "x" * 121, "é", "key\n"])
def test_a_name_that_is_none_is_refused(vault: Vault, name: str) -> None:
    for use in (vault.get, vault.delete, lambda name: vault.put(name, b"")):
        with pytest.raises(VaultError, match="no name for a secret"):
            use(name)


def test_a_value_that_is_too_large_is_refused(vault: Vault) -> None:
    vault.put("key", b"x" * MAX_SECRET_BYTES)
    with pytest.raises(VaultError, match="larger than"):
        vault.put("key", b"x" * (MAX_SECRET_BYTES + 1))
    assert vault.get("key") == b"x" * MAX_SECRET_BYTES


@given(st.binary(max_size=300))
def test_any_bytes_come_back_as_they_were(value: bytes) -> None:
    vault = Vault(Memory(), SERVICE)
    vault.put("key", value)
    assert vault.get("key") == value


def test_destroying_leaves_no_entry_behind_and_no_other_service_touched() -> None:
    backend = Memory()
    ours, others = Vault(backend, SERVICE), Vault(backend, OTHER_SERVICE)
    ours.put("key", SECRET)
    others.put("key", b"theirs")
    ours.destroy()
    assert {service for service, _ in backend.values} == {OTHER_SERVICE}
    assert others.get("key") == b"theirs"


def test_a_file_vault_is_found_again_by_another_process_and_kept_apart_by_service(tmp_path: Path) -> None:
    file_vault(tmp_path).put("key", SECRET)
    file_vault(tmp_path, OTHER_SERVICE).put("key", b"theirs")
    program = "import sys; from pathlib import Path; from sync.vault import open_vault\n"
    program += "print(open_vault('file', Path(sys.argv[1]), sys.argv[2]).get('key').hex())"
    assert output(program, str(tmp_path), SERVICE) == SECRET.hex()
    assert output(program, str(tmp_path), OTHER_SERVICE) == b"theirs".hex()


def test_a_file_vault_says_that_it_is_for_demonstrations_and_tests_only(tmp_path: Path) -> None:
    vault = file_vault(tmp_path)
    assert vault.ephemeral
    assert vault.kind == "file"
    assert "for demonstrations and tests only" in vault.describe()
    assert str(tmp_path / "vault.bin") in vault.describe()


def test_looking_for_a_secret_leaves_no_file(tmp_path: Path) -> None:
    assert file_vault(tmp_path / "none").get("key") is None
    assert list(tmp_path.iterdir()) == []


def test_no_file_of_a_vault_shows_a_secret_or_its_name_or_is_open_to_others(tmp_path: Path) -> None:
    secret = secrets.token_bytes(32)
    folder = tmp_path / "new"
    file_vault(folder).put("terminal-key", secret)
    files = sorted(path.name for path in folder.iterdir())
    assert files == ["vault.bin", "vault.key", "vault.lock"]
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        content = path.read_bytes()
        for shown in (secret, secret.hex().encode(), base64.b64encode(secret), b"terminal-key", SERVICE.encode()):
            assert shown not in content
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_destroying_a_file_vault_removes_its_files_once_no_service_has_secrets_left(tmp_path: Path) -> None:
    ours, others = file_vault(tmp_path), file_vault(tmp_path, OTHER_SERVICE)
    ours.put("key", SECRET)
    others.put("key", b"theirs")
    ours.destroy()
    assert others.get("key") == b"theirs"
    others.destroy()
    assert [path.name for path in tmp_path.iterdir()] == ["vault.lock"]


def test_deleting_the_last_secret_of_a_file_vault_removes_its_files_too(tmp_path: Path) -> None:
    vault = file_vault(tmp_path)
    vault.put("key", SECRET)
    vault.delete("key")
    assert [path.name for path in tmp_path.iterdir()] == ["vault.lock"]


def refused_and_left_alone(folder: Path, match: str) -> None:
    """No use of the vault succeeds, and none changes a byte."""
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}
    vault = file_vault(folder)
    uses: tuple[Callable[[], object], ...] = (
        lambda: vault.get("key"),
        lambda: vault.put("key", b"new"),
        lambda: vault.put("other", b"new"),
        lambda: vault.ensure("key", lambda: b"new"),
        lambda: vault.delete("key"),
        vault.destroy,
    )
    for use in uses:
        with pytest.raises(VaultError, match=match):
            use()
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"} == before


def test_a_vault_with_any_flipped_byte_is_refused_and_left_alone(tmp_path: Path) -> None:
    file_vault(tmp_path).put("key", SECRET)
    sealed = tmp_path / "vault.bin"
    good = sealed.read_bytes()
    for place in range(len(good)):
        sealed.write_bytes(good[:place] + bytes([good[place] ^ 0x40]) + good[place + 1 :])
        with pytest.raises(VaultError, match="does not open with its key"):
            file_vault(tmp_path).get("key")
    refused_and_left_alone(tmp_path, "does not open with its key")


@pytest.mark.parametrize("size", [0, 1, 8, 20, 40])
def test_a_truncated_vault_is_refused_and_left_alone(tmp_path: Path, size: int) -> None:
    file_vault(tmp_path).put("key", SECRET)
    os.truncate(tmp_path / "vault.bin", size)
    refused_and_left_alone(tmp_path, "does not open with its key")


def test_a_vault_that_is_far_too_large_is_refused_and_left_alone(tmp_path: Path) -> None:
    file_vault(tmp_path).put("key", SECRET)
    os.truncate(tmp_path / "vault.bin", MAX_VAULT_BYTES + 1)
    refused_and_left_alone(tmp_path, "no vault")


def test_a_vault_without_its_key_is_refused_and_left_alone(tmp_path: Path) -> None:
    file_vault(tmp_path).put("key", SECRET)
    (tmp_path / "vault.key").unlink()
    refused_and_left_alone(tmp_path, "key of the vault .* is missing")


def test_a_vault_with_a_damaged_key_is_refused_and_left_alone(tmp_path: Path) -> None:
    file_vault(tmp_path).put("key", SECRET)
    os.truncate(tmp_path / "vault.key", 31)
    refused_and_left_alone(tmp_path, "key of the vault .* is missing or damaged")


def test_a_vault_with_the_key_of_another_is_refused_and_left_alone(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        file_vault(tmp_path / folder).put("key", SECRET)
    shutil.copy(tmp_path / "two" / "vault.key", tmp_path / "one" / "vault.key")
    refused_and_left_alone(tmp_path / "one", "does not open with its key")


def test_a_key_that_others_may_read_is_refused_with_the_command_that_mends_it(tmp_path: Path) -> None:
    file_vault(tmp_path).put("key", SECRET)
    (tmp_path / "vault.key").chmod(0o640)
    refused_and_left_alone(tmp_path, "chmod 600")
    (tmp_path / "vault.key").chmod(0o600)
    assert file_vault(tmp_path).get("key") == SECRET


def test_a_vault_that_would_grow_beyond_its_bound_says_so_and_keeps_what_it_has(tmp_path: Path) -> None:
    backend = FileKeyring(tmp_path)
    backend.set_password(SERVICE, "key", "small")
    with pytest.raises(VaultError, match="would be larger"):
        backend.set_password(SERVICE, "large", "x" * MAX_VAULT_BYTES)
    assert backend.get_password(SERVICE, "key") == "small"
    assert backend.get_password(SERVICE, "large") is None


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    vault = file_vault(tmp_path / "file" / "data")
    with pytest.raises(VaultError, match="cannot be written"):
        vault.put("key", SECRET)


FULL_DISK = """
import resource, sys
from pathlib import Path
from sync.vault import VaultError, open_vault
vault = open_vault("file", Path(sys.argv[1]), "qc-test")
vault.put("key", b"kept")
resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
try:
    vault.put("other", b"x" * 1000)
except VaultError as error:
    print(error)
"""


def test_a_disk_that_is_full_is_said_and_loses_nothing(tmp_path: Path) -> None:
    said = output(FULL_DISK, str(tmp_path))
    assert "cannot be written" in said
    assert "make room" in said
    assert file_vault(tmp_path).get("key") == b"kept"
    assert file_vault(tmp_path).get("other") is None


PUTTING = """
import sys
from pathlib import Path
from sync.vault import open_vault
vault = open_vault("file", Path(sys.argv[1]), "qc-test")
for count in range(int(sys.argv[3])):
    vault.put(f"{sys.argv[2]}-{count}", f"{sys.argv[2]} {count}".encode())
    print(count, flush=True)
"""


def test_two_processes_that_write_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    writers = [python(PUTTING, str(tmp_path), name, "30") for name in ("a", "b")]
    for writer in writers:
        _, err = writer.communicate(timeout=60)
        assert writer.returncode == 0, err
    vault = file_vault(tmp_path)
    for name in ("a", "b"):
        for count in range(30):
            assert vault.get(f"{name}-{count}") == f"{name} {count}".encode()


@pytest.mark.parametrize("acknowledged", [1, 4, 9])
def test_a_process_that_is_killed_loses_nothing_that_it_had_put(tmp_path: Path, acknowledged: int) -> None:
    writer = python(PUTTING, str(tmp_path), "a", "100000")
    assert writer.stdout is not None
    for _ in range(acknowledged):
        writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate(timeout=60)
    vault = file_vault(tmp_path)
    for count in range(acknowledged + len(rest.splitlines())):
        assert vault.get(f"a-{count}") == f"a {count}".encode()
    vault.put("after", b"works")
    assert vault.get("after") == b"works"


STORING = """
import sys
from pathlib import Path
from sync.vault import FileKeyring
backend = FileKeyring(Path(sys.argv[1]))
for count in range(40):
    backend.set_password("qc-test", f"{sys.argv[2]}-{count}", "x")
"""


def test_two_processes_that_use_the_file_as_a_backend_by_itself_lose_nothing_of_each_other(tmp_path: Path) -> None:
    writers = [python(STORING, str(tmp_path), name) for name in ("a", "b")]
    for writer in writers:
        _, err = writer.communicate(timeout=60)
        assert writer.returncode == 0, err
    backend = FileKeyring(tmp_path)
    assert {backend.get_password(SERVICE, f"{name}-{count}") for name in ("a", "b") for count in range(40)} == {"x"}


ENSURING = """
import secrets, sys
from pathlib import Path
from sync.vault import open_vault
sys.stdin.read()
print(open_vault("file", Path(sys.argv[1]), "qc-test").ensure("key", lambda: secrets.token_bytes(32)).hex())
"""


def test_processes_that_make_a_secret_at_once_all_get_the_same(tmp_path: Path) -> None:
    made = [python(ENSURING, str(tmp_path)) for _ in range(4)]
    seen = {process.communicate(timeout=60)[0].strip() for process in made}
    stored = file_vault(tmp_path).get("key")
    assert stored is not None
    assert seen == {stored.hex()}


def test_threads_that_write_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    shared, names = file_vault(tmp_path), [f"t{n}" for n in range(8)]
    vaults = [shared if n % 2 else file_vault(tmp_path) for n in range(len(names))]
    threads = [
        threading.Thread(target=vault.put, args=(name, name.encode()))
        for vault, name in zip(vaults, names, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [shared.get(name) for name in names] == [name.encode() for name in names]


def test_a_lock_is_taken_again_by_its_own_thread_and_waited_for_by_others(tmp_path: Path) -> None:
    order: list[str] = []
    lock, waiting = FolderLock(tmp_path / "x.lock"), threading.Event()

    def other() -> None:
        waiting.set()
        with FolderLock(tmp_path / "x.lock"):
            order.append("other")

    thread = threading.Thread(target=other)
    with lock, lock:
        thread.start()
        assert waiting.wait(60)
        order.append("first")
    thread.join(60)
    assert order == ["first", "other"]
