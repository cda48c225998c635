"""Runs `kiosk` with every file at synchronous=NORMAL."""

from __future__ import annotations

import functools
from typing import Any

from sqlcipher3 import dbapi2


class Careless(dbapi2.Connection):  # type: ignore[misc]
    """Hears FULL and does NORMAL."""

    def execute(self, statement: str, *values: Any) -> Any:
        """Runs a statement."""
        return super().execute(statement.replace("synchronous = FULL", "synchronous = NORMAL"), *values)


def careless() -> None:
    """Makes every file that is opened from now on careless."""
    dbapi2.connect = functools.partial(dbapi2.connect, factory=Careless)


def main() -> None:
    """The entry point."""
    from kiosk.__main__ import main as kiosk

    careless()
    kiosk()


if __name__ == "__main__":
    main()
