"""Run by Alembic: migrates over the connection that `sync.hub.store.schema` hands in."""

from __future__ import annotations

from alembic import context

from sync.hub.store.models import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
