"""What a terminal is on disk: a data folder and a vault with its keys."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.clock import Clock, clock_from_environment
from sync.errors import StoreError, UsageError
from sync.terminal.store import ERASED, JOURNAL, KEY_BYTES, ORDER, PICTURES, REPLICA, SEARCH, Lock
from sync.vault import Vault, open_vault

SERVICE = "quartieri-connessi-terminal"
MAX_PATH_CHARS = 4096
TERMINAL_KEY, DATABASE_KEY, PEPPER = "terminal-key", "database-key", "pepper"


@dataclass(frozen=True)
class Folder:
    """An open data folder.

    Attributes:
        path: the folder.
        vault: its keys: the terminal's Ed25519 key, the key of its databases, the pepper of its space's PINs.
        clock: the only clock that anything asks here.
    """

    path: Path
    vault: Vault
    clock: Clock

    @property
    def journal(self) -> Path:
        """The journal's file."""
        return self.path / JOURNAL

    @property
    def replica(self) -> Path:
        """The replica's file."""
        return self.path / REPLICA

    @property
    def search(self) -> Path:
        """The file of the index of search."""
        return self.path / SEARCH

    @property
    def order(self) -> Path:
        """Where the hub's order to erase this terminal is kept until it is obeyed."""
        return self.path / ORDER

    @property
    def erased(self) -> Path:
        """Where it stands that this terminal was erased."""
        return self.path / ERASED

    @property
    def mirror(self) -> Path | None:
        """The folder of the mirror on another medium, where there is one: ``KIOSK_MIRROR``, or the line of the file
        ``mirror`` in the data folder.
        """
        named = os.environ.get("KIOSK_MIRROR") or _line(self.path / "mirror")
        return Path(named).expanduser() if named else None

    @property
    def pictures(self) -> Path:
        """The folder of the activities' pictures."""
        return self.path / PICTURES

    def lock(self, name: str) -> Lock:
        """One of the locks: run, engine, sync, search."""
        return Lock(self.path / f"{name}.lock")

    def database_key(self) -> bytes:
        """The key of the databases.

        Raises:
            StoreError: there is none: the terminal was never enrolled, or its vault is another one.
        """
        key = self.vault.get(DATABASE_KEY)
        if key is None or len(key) != KEY_BYTES:
            raise StoreError(
                f"There is no key for {self.path} in the {self.vault.describe()} Enrol this terminal with "
                "`kiosk enrol --hub URL --space ID`, or name the vault that it was enrolled with (--vault)."
            )
        return key

    def make_keys(self) -> None:
        """Makes the keys that are missing."""
        self.vault.ensure(DATABASE_KEY, lambda: secrets.token_bytes(KEY_BYTES))
        self.vault.ensure(TERMINAL_KEY, lambda: secrets.token_bytes(KEY_BYTES))

    def private_key(self) -> Ed25519PrivateKey:
        """The terminal's key."""
        seed = self.vault.get(TERMINAL_KEY)
        if seed is None:
            raise StoreError("This terminal has no key. Enrol it: kiosk enrol --hub URL --space ID.")
        return Ed25519PrivateKey.from_private_bytes(seed)

    def pepper(self) -> bytes:
        """The pepper of the space's PINs; empty before enrolment."""
        return self.vault.get(PEPPER) or b""


def _line(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            return file.readline(MAX_PATH_CHARS).strip()
    except (OSError, ValueError):
        return ""


def default_folder() -> Path:
    """The folder of ``KIOSK_DATA``, or the user's."""
    return Path(os.environ.get("KIOSK_DATA") or platformdirs.user_data_dir("quartieri-connessi-kiosk"))


def open_folder(path: Path | None = None, vault: str | None = None, *, create: bool = False) -> Folder:
    """Opens the data folder that the options or the environment name (``KIOSK_DATA``, ``KIOSK_VAULT``).

    Args:
        path: the folder; by default the variable's, or the user's data folder.
        vault: auto, keyring, file or systemd.
        create: make the folder.

    Raises:
        UsageError: no such folder, or no such vault.
        StoreError: the folder cannot be made.
    """
    place = (path or default_folder()).expanduser()
    kind = vault or os.environ.get("KIOSK_VAULT") or "auto"
    if kind not in ("auto", "keyring", "file", "systemd"):
        raise UsageError(f"There is no vault {kind!r}. Choose auto, keyring, file or systemd.")
    if create:
        try:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StoreError(f"The folder {place} cannot be made: {error.strerror}. Choose one with --data.") from None
    elif not place.is_dir():
        raise UsageError(
            f"There is no terminal in {place}. Enrol one: kiosk enrol --hub URL --space ID --data {place}."
        )
    shared = kind == "keyring" or (kind == "auto" and not os.environ.get("CREDENTIALS_DIRECTORY"))
    # A keyring belongs to the user: the folder in the name keeps two terminals of one user apart.
    opened = open_vault(kind, place, f"{SERVICE}:{place.resolve()}" if shared else SERVICE)  # type: ignore[arg-type]
    return Folder(place, opened, clock_from_environment(demonstration=opened.kind == "file"))
