"""The hub as one object: its folder, its database, its secrets, its clock. Everything else is functions over it."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import platformdirs
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from sync.clock import Clock, clock_from_environment
from sync.errors import StoreError
from sync.hub.store.database import Database
from sync.hub.store.models import Setting
from sync.hub.telling import outbox
from sync.vault import Vault, open_vault

if TYPE_CHECKING:
    from sync.card import Signer

LISTENING = outbox
"""Imported here, so that no hub is open whose bookings change unnoticed."""
SERVICE = "quartieri-connessi-hub"
SIGNING, CURSOR, SESSION = "signing-key", "cursor-key", "session-key"


@dataclass
class Hub:
    """A hub that is open.

    Attributes:
        folder: what lies outside the database: secrets, witness, logs.
        database: PostgreSQL or SQLite.
        vault: the signing key, the key of the cursors, the key of the office's sessions, the peppers.
        clock: the only clock that anything here asks.
        kept: what modules keep of it in memory, by their names.
    """

    folder: Path
    database: Database
    vault: Vault
    clock: Clock
    kept: dict[str, Any] = field(default_factory=dict)
    _secrets: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, database: str | None = None, folder: Path | None = None) -> Hub:
        """Opens the hub that the options or the environment name (``HUB_DATABASE``, ``HUB_DATA``, ``HUB_VAULT``).

        Raises:
            UsageError, StoreError, VaultError: with a sentence.
        """
        url = database or os.environ.get("HUB_DATABASE")
        named = folder or (Path(os.environ["HUB_DATA"]) if os.environ.get("HUB_DATA") else None)
        place = (named or _folder_for(url)).expanduser().resolve()
        try:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StoreError(
                f"The hub's folder {place} cannot be made: {error.strerror}. Choose one with --data."
            ) from None
        if os.environ.get("CREDENTIALS_DIRECTORY"):
            vault = open_vault("systemd", place, SERVICE)
        else:
            kind: Literal["keyring", "file"] = "keyring" if os.environ.get("HUB_VAULT") == "keyring" else "file"
            vault = open_vault(kind, place, f"{SERVICE}:{place}" if kind == "keyring" else SERVICE)
        clock = clock_from_environment(demonstration=vault.kind == "file")
        return cls(place, Database(url or f"sqlite:///{place / 'hub.db'}"), vault, clock)

    def secret(self, name: str, size: int = 32) -> bytes:
        """A secret of the hub, made when it is first wanted."""
        if name not in self._secrets:
            self._secrets[name] = self.vault.ensure(name, lambda: secrets.token_bytes(size))
        return self._secrets[name]

    @property
    def private_key(self) -> Ed25519PrivateKey:
        """The key that signs cards, certificates, revocation lists and orders to terminals."""
        return Ed25519PrivateKey.from_private_bytes(self.secret(SIGNING))

    def signer(self) -> Signer:
        """The hub's key as the codec wants it."""
        from sync.card import Signer, key_id

        private = self.private_key
        return Signer(key_id(private.public_key()), private)

    def pepper(self, space: str) -> bytes:
        """The pepper of a space's PINs."""
        return self.secret(f"pepper-{space}")

    def close(self) -> None:
        """Closes the database."""
        self.database.dispose()


def setting(session: Session, key: str, default: str = "") -> str:
    """A setting's value."""
    found = session.get(Setting, key)
    return found.value if found else default


def set_setting(session: Session, key: str, value: str) -> None:
    """Stores a setting."""
    session.merge(Setting(key=key, value=value))


def _folder_for(url: str | None) -> Path:
    home = Path(platformdirs.user_data_dir("quartieri-connessi-hub"))
    if url is None:
        return home
    try:
        parsed = make_url(url)
    except Exception:
        return home
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return Path(parsed.database).absolute().parent
    return home / (parsed.database or "hub")
