"""Makes runs faster without changing what they do: each of a run's many engines would compile the same statements anew.

SQLAlchemy keeps compiled statements by engine and by dialect. Here all engines on SQLite share one store, and their
dialects count as one: they are of one class, over one library.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

STATEMENTS = 5_000


@contextmanager
def haste() -> Iterator[None]:
    """Until the block is left, engines share what they compile, and nothing is collected in the middle of a run."""
    store: LRUCache[Any, Any] = LRUCache(STATEMENTS)
    begin = Engine.__init__

    def sharing(engine: Engine, *arguments: Any, **named: Any) -> None:
        begin(engine, *arguments, **named)
        engine._compiled_cache = store

    with (
        patch.object(Engine, "__init__", sharing),
        patch.object(SQLiteDialect_pysqlite, "__hash__", lambda _self: 1, create=True),
        patch.object(SQLiteDialect_pysqlite, "__eq__", lambda one, other: type(one) is type(other), create=True),
    ):
        gc.collect()
        gc.freeze()
        gc.disable()
        try:
            yield
        finally:
            gc.enable()
            gc.unfreeze()
