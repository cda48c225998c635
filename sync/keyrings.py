"""Where the secrets of either end lie on disk: an encrypted file, systemd's credentials, and the lock that both take.

Each has the three methods of a backend of the library `keyring`; `sync.vault` says when which is used.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sync.errors import SyncError

if TYPE_CHECKING:
    pass

MAX_VAULT_BYTES = 1024 * 1024
"""The most that is read of a vault's file or of a credential."""
VAULT_KEY = "vault-key"
"""The credential that encrypts what a terminal under systemd learns later."""

_MAGIC = b"QCVAULT1"
_KEY_BYTES, _NONCE_BYTES = 32, 12
_DESTROYED = bytes(_KEY_BYTES)
"""What is written over a key first when it is destroyed; no key is this."""


class VaultError(SyncError):
    """Secrets that cannot be read or kept; its text is a sentence that says what to do, and never holds a secret."""


class FileKeyring:
    """Secrets in one file, encrypted with ChaCha20-Poly1305 (RFC 8439), replaced as a whole and flushed at each change.

    With its key in a file beside it, as it is by default, it protects nothing when the disk is stolen.
    """

    def __init__(self, folder: Path, *, name: str = "vault", key: Callable[[], bytes] | None = None) -> None:
        """`key` gives 32 bytes that are kept elsewhere; None: a random key in ``<name>.key``."""
        self._sealed, self._key_file = folder / f"{name}.bin", folder / f"{name}.key"
        self._key, self.lock = key, FolderLock(folder / f"{name}.lock")

    def describe(self) -> str:
        """Where the file is, and what it is good for."""
        return (
            f"file vault {self._sealed}, for demonstrations and tests only: its key lies beside it, so it protects "
            "nothing when the disk is stolen."
        )

    def get_password(self, service: str, username: str) -> str | None:
        """The value, or None.

        Raises:
            VaultError: the file is damaged or cannot be read.
        """
        return self._load().get(service, {}).get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps a value.

        Raises:
            VaultError: it was not stored; the file is as it was.
        """
        with self.lock:
            values = self._load()
            values.setdefault(service, {})[username] = password
            self._store(values)

    def delete_password(self, service: str, username: str) -> None:
        """Forgets a value; with the last one the file and its key are destroyed.

        Raises:
            VaultError: it is still there.
        """
        with self.lock:
            values = self._load()
            values.get(service, {}).pop(username, None)
            kept = {name: entries for name, entries in values.items() if entries}
            if kept:
                self._store(kept)
            else:
                self._shred()

    def _load(self) -> dict[str, dict[str, str]]:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        sealed = _read(self._sealed)
        if sealed is None:
            return {}
        if self._key is None and _read(self._key_file) == _DESTROYED:  # somebody was stopped while shredding
            return {}
        key, start = self._secret_key(), len(_MAGIC) + _NONCE_BYTES
        try:
            opened = ChaCha20Poly1305(key).decrypt(sealed[len(_MAGIC) : start], sealed[start:], sealed[: len(_MAGIC)])
            values: dict[str, dict[str, str]] = json.loads(opened)
        except (InvalidTag, ValueError):
            raise VaultError(
                f"The vault {self._sealed} does not open with its key: one of them is damaged or of another vault. "
                "It was left as it is. Put it back from a copy; or remove it with its key, and enrol again."
            ) from None
        return values

    def _store(self, values: dict[str, dict[str, str]]) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        if self._key is None and _read(self._key_file) in (None, _DESTROYED):
            _replace(self._key_file, secrets.token_bytes(_KEY_BYTES))
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = ChaCha20Poly1305(self._secret_key()).encrypt(nonce, json.dumps(values).encode(), _MAGIC)
        if len(_MAGIC + nonce + sealed) > MAX_VAULT_BYTES:
            raise VaultError(
                f"The vault {self._sealed} would be larger than {MAX_VAULT_BYTES} bytes. Delete secrets first."
            )
        _replace(self._sealed, _MAGIC + nonce + sealed)

    def _secret_key(self) -> bytes:
        if self._key is not None:
            key: bytes | None = self._key()
        else:
            key = _read(self._key_file)
            if key is not None and self._key_file.stat().st_mode & 0o077:
                raise VaultError(f"Others may read {self._key_file}. Run: chmod 600 {self._key_file}")
        if key is None or len(key) != _KEY_BYTES:
            raise VaultError(
                f"The key of the vault {self._sealed} is missing or damaged. The vault was left as it is. Put the key "
                "back from a copy; or remove both, and enrol again."
            )
        return key

    def shred(self) -> None:
        """Destroys the file and its key if there is nothing in it, or somebody was stopped while doing so.

        Raises:
            VaultError: something is still there.
        """
        with self.lock:
            if not any(self._load().values()):
                self._shred()

    def _shred(self) -> None:
        try:
            if self._key is None and self._key_file.exists():
                _replace(self._key_file, _DESTROYED, in_place=True)
            self._sealed.unlink(missing_ok=True)
            self._key_file.unlink(missing_ok=True)
            _flush_folder(self._sealed.parent)
        except OSError as error:
            raise VaultError(
                f"The vault {self._sealed} cannot be removed: {error.strerror}. Remove it by hand."
            ) from error


class CredentialsKeyring:
    """Credentials that systemd decrypted for this service: read-only files ``<service>.<name>``, holding base64.

    Where the credential ``<service>.vault-key`` (base64 of 32 bytes) was provisioned, further values are kept in a file
    that is encrypted with it. Credentials sealed with the host's key alone lie on the disk beside that key: use a TPM.
    """

    def __init__(self, directory: Path, service: str, folder: Path) -> None:
        self._directory, self._service = directory, service
        self._later = FileKeyring(folder, name="sealed", key=self._vault_key)
        self.lock = self._later.lock

    def describe(self) -> str:
        """Where they come from."""
        return f"systemd credentials of this service ({self._directory})."

    def get_password(self, service: str, username: str) -> str | None:
        """The credential, or what was kept later, or None.

        Raises:
            VaultError: the credentials cannot be read.
        """
        given = self._given(service, username)
        return given if given is not None else self._later.get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps a value in the encrypted file.

        Raises:
            VaultError: there is no vault key, or the name is a credential; the sentence says how to provision it.
        """
        if self._given(service, username) is not None:
            raise VaultError(
                f"{service}.{username} is a systemd credential, which only the administrator can change: replace "
                f"/etc/credstore.encrypted/{service}.{username} and restart the service."
            )
        self._later.set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        """Forgets a value that was kept later; `complain_of_leftovers` tells of the credentials."""
        self._later.delete_password(service, username)

    def complain_of_leftovers(self, service: str) -> None:
        """Says which credentials a wiped machine still has.

        Raises:
            VaultError: there are some besides the vault key, which by now encrypts nothing.
        """
        found = sorted(
            path.name for path in self._directory.glob(f"{service}.*") if path.name != f"{service}.{VAULT_KEY}"
        )
        if found:
            raise VaultError(
                f"The machine still has credentials: {', '.join(found)}. Remove them from /etc/credstore.encrypted and "
                "from the service's unit, and restart the service."
            )

    def _given(self, service: str, username: str) -> str | None:
        raw = _read(self._directory / f"{service}.{username}")
        return None if raw is None else raw.decode("ascii", errors="replace").strip()

    def _vault_key(self) -> bytes:
        name = f"{self._service}.{VAULT_KEY}"
        text = self._given(self._service, VAULT_KEY)
        if text is None:
            raise VaultError(
                f"systemd gives this service no credential {name}, so nothing can be kept. Provision it: head -c 32 "
                f"/dev/urandom | base64 | systemd-creds encrypt --name={name} - /etc/credstore.encrypted/{name} ; add "
                f"LoadCredentialEncrypted={name}:/etc/credstore.encrypted/{name} to the unit; restart the service."
            )
        try:
            return base64.b64decode(text, validate=True)
        except ValueError:
            return b""


class FolderLock:
    """A lock between processes and threads on a file that stays; a thread that holds it may take it again."""

    def __init__(self, path: Path) -> None:
        self._path, self._mutex, self._depth, self._handle = path, threading.RLock(), 0, -1

    def __enter__(self) -> None:
        self._mutex.acquire()
        try:
            if self._depth == 0:
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
                fcntl.flock(self._handle, fcntl.LOCK_EX)
        except OSError as error:
            self._mutex.release()
            raise VaultError(f"The vault's folder {self._path.parent} cannot be written: {error.strerror}.") from error
        self._depth += 1

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        if self._depth == 0:
            os.close(self._handle)
        self._mutex.release()


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_VAULT_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise VaultError(f"{path} cannot be read: {error.strerror}. Check its owner and mode.") from error
    if len(raw) > MAX_VAULT_BYTES:
        raise VaultError(f"{path} is larger than {MAX_VAULT_BYTES} bytes: it is no vault.")
    return raw


def _replace(path: Path, content: bytes, *, in_place: bool = False) -> None:
    """Writes a file that only its owner may read, flushed, and in one step unless it is to be overwritten in place."""
    target = path if in_place else path.with_name(path.name + ".new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | (0 if in_place else os.O_TRUNC)
    try:
        with open(os.open(target, flags, 0o600), "wb") as file:  # noqa: PTH123 - the mode is given before a byte is written
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not in_place:
            target.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        raise VaultError(
            f"{path} cannot be written: {error.strerror}. Nothing was changed; make room, then try again."
        ) from error


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
