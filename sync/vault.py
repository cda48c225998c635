"""The secrets of either end: private keys, database keys, peppers. Where they lie is chosen when a vault is opened.

    keyring   the keyring of the person's session (Secret Service and its like), through the library `keyring`
    systemd   credentials that systemd hands to the service, sealed to the machine; what is learnt later (a pepper, at
              enrolment) lies in a file that is encrypted with one of them
    file      an encrypted file with its key beside it: for demonstrations and tests

Every backend has the three methods of a backend of `keyring`, and values are text to it: base64 of the secret. The
library is imported when the system's keyring is asked for, and not otherwise: its search for backends takes longer than
the rest of a terminal's start. Nothing here ever asks a question.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import re
import secrets
import threading
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from sync.errors import SyncError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

MAX_SECRET_BYTES = 16 * 1024
"""The largest value of a vault."""
MAX_VAULT_BYTES = 1024 * 1024
"""The most that is read of a vault's file or of a credential."""
CREDENTIALS_VARIABLE = "CREDENTIALS_DIRECTORY"
VAULT_KEY = "vault-key"
"""The credential that encrypts what a terminal under systemd learns later."""

_NAMES = "_names"  # the entry that lists the others: no backend can be asked what it holds
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.@:\-]{0,119}")
_MAGIC = b"QCVAULT1"
_KEY_BYTES, _NONCE_BYTES = 32, 12
_SYSTEM_KEYRINGS = frozenset(
    f"keyring.backends.{module}" for module in ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
)  # others keep secrets in plain files, or ask for a password on the terminal

Kind = Literal["keyring", "systemd", "file"]
Choice = Literal["auto", "keyring", "systemd", "file"]
T = TypeVar("T")


class VaultError(SyncError):
    """Secrets that cannot be read or kept; its text is a sentence that says what to do, and never holds a secret."""


class Backend(Protocol):
    """What a vault needs of a backend; every `keyring.backend.KeyringBackend` is one."""

    def get_password(self, service: str, username: str) -> str | None:
        """The value, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps a value, replacing the one of that name."""

    def delete_password(self, service: str, username: str) -> None:
        """Forgets a value that is there."""


class Vault:
    """The secrets of one service.

    Attributes:
        kind: where they lie.
        ephemeral: whether they are for demonstrations and tests only.
    """

    def __init__(
        self, backend: Backend, service: str, kind: Kind = "keyring", lock: AbstractContextManager[None] | None = None
    ) -> None:
        """`lock` is held while something is changed; without it a vault is for one process."""
        self._backend, self._service, self._lock = backend, _checked(service), lock or nullcontext()
        self.kind: Kind = kind

    @property
    def ephemeral(self) -> bool:
        """Whether the keys are for demonstrations and tests only."""
        return self.kind == "file"

    def describe(self) -> str:
        """Where the keys are, for people: ``file vault /data/vault.bin, for demonstrations and tests only: …``."""
        if isinstance(self._backend, FileKeyring | CredentialsKeyring):
            return self._backend.describe()
        return f"system keyring ({type(self._backend).__module__.rpartition('.')[2]})."

    def get(self, name: str) -> bytes | None:
        """A secret, or None where there is none of that name.

        Raises:
            VaultError: the backend does not answer, or the value is damaged.
        """
        return self._get(_checked(name))

    def put(self, name: str, value: bytes) -> None:
        """Keeps a secret; when this returns, it is stored.

        Raises:
            VaultError: it cannot be kept here; nothing was changed.
        """
        if len(value) > MAX_SECRET_BYTES:
            raise VaultError(f"The secret {name!r} is larger than {MAX_SECRET_BYTES} bytes. Keep it elsewhere.")
        with self._lock:
            names = self._names()
            if _checked(name) not in names:  # listed first: what is there without being listed could not be destroyed
                self._set(_NAMES, " ".join(sorted({*names, name})).encode())
            self._set(name, value)

    def ensure(self, name: str, make: Callable[[], bytes]) -> bytes:
        """A secret, made now if there is none; of several processes that ask at once, all get the same.

        Raises:
            VaultError: it cannot be read or kept.
        """
        with self._lock:
            value = self.get(name)
            if value is None:
                value = make()
                self.put(name, value)
            return value

    def delete(self, name: str) -> None:
        """Forgets a secret; no error where there is none.

        Raises:
            VaultError: it is still there.
        """
        with self._lock:
            self._delete(_checked(name))
            names = self._names() - {name}
            if names:
                self._set(_NAMES, " ".join(sorted(names)).encode())
            else:
                self._delete(_NAMES)

    def destroy(self) -> None:
        """Forgets every secret of the service: what they encrypted stays unreadable.

        Raises:
            VaultError: something is still there; the sentence says what to remove.
        """
        with self._lock:
            for name in (*sorted(self._names()), _NAMES):
                self._delete(name)
        if isinstance(self._backend, CredentialsKeyring):
            self._backend.complain_of_leftovers(self._service)

    def _names(self) -> frozenset[str]:
        return frozenset((self._get(_NAMES) or b"").decode(errors="replace").split())

    def _get(self, name: str) -> bytes | None:
        text = self._ask(lambda: self._backend.get_password(self._service, name))
        try:
            return None if text is None else base64.b64decode(text, validate=True)
        except ValueError:
            raise VaultError(
                f"The secret {name!r} is damaged: it is no base64. It lies in the {self.describe()}"
            ) from None

    def _set(self, name: str, value: bytes) -> None:
        text = base64.b64encode(value).decode()
        self._ask(lambda: self._backend.set_password(self._service, name, text))

    def _delete(self, name: str) -> None:
        if self._ask(lambda: self._backend.get_password(self._service, name)) is not None:
            self._ask(lambda: self._backend.delete_password(self._service, name))

    def _ask(self, question: Callable[[], T]) -> T:
        try:
            return question()
        except VaultError:
            raise
        except Exception as error:  # keyring's backends raise what their D-Bus libraries raise
            problem = f"No answer ({type(error).__name__}) from the {self.describe()}"
            raise VaultError(f"{problem} Unlock it, or choose another vault.") from error


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

        if self._key is None and _read(self._key_file) is None:
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

    def _shred(self) -> None:
        try:
            if self._key is None and self._key_file.exists():
                _replace(self._key_file, secrets.token_bytes(_KEY_BYTES), in_place=True)
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


def open_vault(choice: Choice, folder: Path, service: str) -> Vault:
    """Opens the secrets of a service.

    Args:
        choice: auto is systemd where ``$CREDENTIALS_DIRECTORY`` is set, else keyring; never file.
        folder: the data folder, for the file vault, for what is learnt later under systemd, and for locks.
        service: under which name the secrets are kept.

    Raises:
        VaultError: there is no such place for secrets on this machine; the sentence says what to do.
    """
    credentials = os.environ.get(CREDENTIALS_VARIABLE)
    kind: Kind = choice if choice != "auto" else "systemd" if credentials else "keyring"
    if kind == "file":
        file = FileKeyring(folder)
        return Vault(file, service, kind, file.lock)
    if kind == "systemd":
        if not credentials or not Path(credentials).is_dir():
            raise VaultError(
                f"systemd gives this process no credentials (${CREDENTIALS_VARIABLE}). Start it as the service whose "
                "unit has LoadCredentialEncrypted=, or choose another vault."
            )
        given = CredentialsKeyring(Path(credentials), service, folder)
        return Vault(given, service, kind, given.lock)
    return Vault(_system_keyring(), service, kind, FolderLock(folder / "vault.lock"))


def _system_keyring() -> Backend:
    try:
        import keyring

        found = keyring.get_keyring()
        for backend in getattr(found, "backends", [found]):
            if type(backend).__module__ in _SYSTEM_KEYRINGS:
                chosen: Backend = backend
                return chosen
        problem = (
            f"{type(found).__module__} is not used: it has no secrets, or keeps them in the open or asks for a password"
        )
    except Exception as error:  # a backend named in the environment that cannot be loaded, a bus that is half there
        problem = f"{type(error).__name__}"
    raise VaultError(
        f"This session has no keyring that can be used ({problem}). Log in to a desktop with one (GNOME Keyring, "
        "KWallet), run as a systemd service with credentials, or, to try it out, choose --vault file."
    )


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise VaultError(f"{name!r} is no name for a secret. Use letters, digits and . _ - only.")
    return name


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
