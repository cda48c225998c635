"""A vault in memory: the keyring of a machine survives whatever happens to its files."""

from __future__ import annotations


class Drawer:
    """A backend of `sync.vault.Vault`."""

    def __init__(self, secrets: dict[tuple[str, str], str] | None = None) -> None:
        self.secrets = dict(secrets or {})

    def copy(self) -> Drawer:
        return Drawer(self.secrets)

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.secrets.pop((service, username), None)
