"""The database's schema, by Alembic migrations; and what every database holds from the start."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from sync.errors import StoreError
from sync.hub.store import history
from sync.hub.store.database import Database
from sync.hub.store.models import FeedHead


def migrate(database: Database) -> None:
    """Creates the schema or brings it to the newest form.

    Raises:
        StoreError: the database cannot be reached.
    """
    config = alembic_config()
    try:
        with database.engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.commit()
        with database.write() as session:
            if session.get(FeedHead, 1) is None:
                session.add(FeedHead(id=1, epoch=history.following(), pos=0))
    except sa.exc.OperationalError as error:
        raise StoreError(f"The database cannot be reached: {error.orig}. Check its address and that it runs.") from None


def current(database: Database) -> bool:
    """Whether the schema is the one that this program needs.

    Raises:
        StoreError: the database cannot be reached.
    """
    script = ScriptDirectory.from_config(alembic_config())
    try:
        with database.engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision() == script.get_current_head()
    except sa.exc.OperationalError as error:
        raise StoreError(f"The database cannot be reached: {error.orig}. Check its address and that it runs.") from None


def alembic_config() -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config
