"""A hub for tests, on SQLite and on PostgreSQL: whatever is proven here is proven on both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.hub import members
from sync.hub.hub import Hub
from sync.hub.store.models import Space
from sync.hub.store.schema import migrate


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The SQLAlchemy URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'hub.db'}"
    make: Callable[[], str] = request.getfixturevalue("postgres_database")
    return make()


@pytest.fixture
def hub(database_url: str, tmp_path: Path) -> Iterator[Hub]:
    """A migrated hub with two spaces and its keys."""
    opened = Hub.open(database_url, tmp_path / "hub")
    migrate(opened.database)
    with opened.database.write() as session:
        reasons = [{"code": "chiavi", "label": {"it": "Chiavi"}}]
        session.add(Space(id="zoia", name="Via Fratelli Zoia", area=2, reasons=reasons))
        session.add(Space(id="omero", name="Viale Omero", area=1, reasons=reasons))
    members.ensure_keys(opened)
    yield opened
    opened.close()
