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
import os
import re
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from sync.keyrings import CredentialsKeyring, FileKeyring, FolderLock, VaultError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

__all__ = ["Choice", "CredentialsKeyring", "FileKeyring", "Kind", "Vault", "VaultError", "open_vault"]

MAX_SECRET_BYTES = 16 * 1024
"""The largest value of a vault."""
CREDENTIALS_VARIABLE = "CREDENTIALS_DIRECTORY"

_NAMES = "_names"  # the entry that lists the others: no backend can be asked what it holds
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.@:\-]{0,119}")
_SYSTEM_KEYRINGS = frozenset(
    f"keyring.backends.{module}" for module in ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
)  # others keep secrets in plain files, or ask for a password on the terminal

Kind = Literal["keyring", "systemd", "file"]
Choice = Literal["auto", "keyring", "systemd", "file"]
T = TypeVar("T")


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
        if isinstance(self._backend, FileKeyring):
            self._backend.shred()
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
