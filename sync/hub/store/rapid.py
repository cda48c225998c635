"""Statements over thousands of rows without objects, the same on both databases. Placeholders are written as ``?``.

Whoever changes replicated rows with them names these rows to the feed (`sync.hub.store.feed.changed`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

_TRANSIENT_CLASSES = ("08", "40", "53", "55", "57", "58")
"""Of SQLSTATE: connection, rollback (deadlock), resources (disk full), locks, operator, system."""


def each(session: Session | sa.Connection, statement: str, values: Sequence[tuple[Any, ...]]) -> None:
    """Executes a statement with each of these values."""
    if values:
        connection = session.connection() if isinstance(session, Session) else session
        connection.exec_driver_sql(_of_dialect(connection, statement), list(values))


def matching(session: Session, query: str, ids: Sequence[str], *values: Any, tail: str = "") -> Sequence[Any]:
    """The rows of a query that ends with the column that must be one of these ids; `values` are for its placeholders,
    `tail` follows.
    """
    if not ids:
        return []
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        statement, wanted = f"{query} = ANY(?) {tail}", list(ids)
        return connection.exec_driver_sql(_of_dialect(connection, statement), (*values, wanted)).all()
    statement = f"{query} IN (SELECT value FROM json_each(?)) {tail}"  # noqa: S608 - texts of this program
    return connection.exec_driver_sql(statement, (*values, json.dumps(ids))).all()


def _of_dialect(connection: sa.Connection, statement: str) -> str:
    return statement.replace("?", "%s") if connection.dialect.name == "postgresql" else statement


def transient(error: Exception) -> bool:
    """Whether the database failed, and not what was written: the same may succeed later."""
    if not isinstance(error, sa.exc.OperationalError):
        return False
    state = getattr(error.orig, "sqlstate", None)
    return state is None or str(state)[:2] in _TRANSIENT_CLASSES
