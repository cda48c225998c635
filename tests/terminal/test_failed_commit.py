"""A commit that the disk refuses: what the journal answers is what a new handle finds on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from sync.chain import Encoded
from sync.errors import StoreError
from sync.terminal.journal import Identity, Journal
from sync.terminal.store import JOURNAL

KEY = bytes(range(32))
ERROR = dbapi2.OperationalError("disk I/O error")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / JOURNAL, KEY, create=True)
    made.identify(Identity("zoia-1", "zoia", "https://hub.test", "00" * 32), 1, 0, "e1")
    yield made
    made.close()


def _fact(number: int) -> Encoded:
    return Encoded(f"{number:032x}", "dropin", f'{{"n": {number}}}'.encode())


def _break(journal: Journal, *, commit: bool, checkpoint: bool) -> None:
    """From now on the disk refuses these."""

    def refuse(connection: Any) -> None:
        raise sa.exc.OperationalError("COMMIT", None, ERROR)

    def watch(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "wal_checkpoint" in statement:
            raise ERROR

    if commit:
        sa.event.listen(journal._engine, "commit", refuse)
    if checkpoint:
        sa.event.listen(journal._engine, "before_cursor_execute", watch)


@pytest.mark.parametrize("checkpoint", [False, True])
def test_a_fact_whose_commit_was_refused_is_not_called_stored_and_the_refusal_is_a_sentence(
    journal: Journal, checkpoint: bool
) -> None:
    _break(journal, commit=True, checkpoint=checkpoint)
    with pytest.raises(StoreError, match="cannot be used"), journal.append() as appending:
        appending.add(_fact(1))
    assert journal.position().last == 0


def test_a_disk_that_refuses_to_say_whether_a_fact_is_there_is_a_sentence_too(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = journal._engine.dialect.do_commit

    def late(connection: Any) -> None:
        real(connection)
        raise ERROR

    monkeypatch.setattr(journal._engine.dialect, "do_commit", late)
    _break(journal, commit=False, checkpoint=True)
    with pytest.raises(StoreError, match="cannot be used"), journal.append() as appending:
        appending.add(_fact(1))


def test_a_fact_that_is_on_the_disk_although_its_commit_failed_is_stored_and_once(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = journal._engine.dialect.do_commit
    failed: list[Any] = []

    def late(connection: Any) -> None:
        real(connection)
        if not failed:
            failed.append(connection.dbapi_connection)
            raise ERROR

    monkeypatch.setattr(journal._engine.dialect, "do_commit", late)
    with journal.append() as appending:
        appending.add(_fact(1))
    assert failed, "the commit did fail"
    with journal.append() as appending:
        assert appending.add(_fact(2)) == 2
    assert [fact.id for fact in journal.after(0, facts=9, size=10**6)] == [_fact(1).id, _fact(2).id]
    with pytest.raises(dbapi2.ProgrammingError):  # the handle that failed is closed for good
        failed[0].execute("SELECT 1")
