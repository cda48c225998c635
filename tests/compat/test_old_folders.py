"""Data folders as an old version left them, in the middle of its work: opened, brought to today's form, and used."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from sync.hub.store.models import Booking, Feed, Space, StoredFact
from sync.hub.store.schema import migrate
from sync.terminal.folder import Folder, open_folder
from sync.terminal.journal import Identity, Journal
from tests.compat import hubside
from tests.compat.exchange import FIXTURES, stories, versions
from tests.support.pair import Machine
from tests.support.served import HandClock, ServedHub

LATER = 3600.0
"""Seconds between the last work of the old version and the first of today's."""


class Found:
    """The two folders as they were found, and today's programs on them."""

    def __init__(self, version: str, place: Path) -> None:
        with zipfile.ZipFile(FIXTURES / version / "folders.zip") as archive:
            archive.extractall(place)
            for name in archive.namelist():
                (place / name).chmod(0o600)
        self.clock = HandClock()
        self.clock.move(seconds=LATER)
        self.hub = ServedHub(place / "hub", self.clock)
        migrate(self.hub.hub.database)
        self.hub.start()
        self.folder: Folder = replace(open_folder(place / "terminal", "file"), clock=self.clock)
        journal = Journal(self.folder.journal, self.folder.database_key())
        known = journal.identity()
        assert known is not None
        journal.relocate(Identity(known.terminal, known.space, self.hub.address, known.hub_key))
        journal.close()
        self.machine = Machine(self.folder)

    def close(self) -> None:
        self.machine.close()
        self.hub.close()

    def turn(self) -> None:
        """What the engine does."""
        self.machine.syncer.introduce()
        self.machine.sync()

    def journaled(self) -> list[str]:
        """The ids of all facts that the terminal holds."""
        return [json.loads(fact.raw)["id"] for fact in self.machine.journal.after(0, facts=10_000, size=10**9)]

    def stored(self) -> dict[str, str]:
        """What became of each fact at the hub."""
        with self.hub.hub.database.read() as session:
            rows = session.execute(sa.select(StoredFact.id, StoredFact.state)).all()
        assert [name for name, count in Counter(row.id for row in rows).items() if count > 1] == []
        return {row.id: row.state for row in rows}

    def held(self) -> dict[tuple[str, str, str], Any]:
        """The replica's rows."""
        with self.machine.replica.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT entity, id, scope, body FROM item").all()
            connection.rollback()
        return {(row.entity, row.id, row.scope): json.loads(row.body) for row in rows}

    def fed(self) -> dict[tuple[str, str, str], Any]:
        """What the terminal shall hold."""
        mine = ("public", "space:zoia", "terminal:zoia-1")
        with self.hub.hub.database.read() as session:
            query = sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body)
            rows = session.execute(query.where(Feed.scope.in_(mine), Feed.body.is_not(None))).all()
        return {(row.entity, row.id, row.scope): json.loads(row.body) for row in rows}


@pytest.fixture(params=versions())
def found(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Found]:
    opened = Found(request.param, tmp_path)
    yield opened
    opened.close()


def test_nothing_is_lost_on_opening(found: Found) -> None:
    assert found.machine.journal.position().pending == 2
    assert len(found.journaled()) > len(found.stored()) > 5
    assert len(found.held()) > 3 * hubside.SMALL_PAGE
    with found.hub.hub.database.read() as session:
        assert set(session.scalars(sa.select(Space.id))) == {"zoia", "omero"}


def test_the_two_go_on_where_they_were_and_meet(found: Found) -> None:
    later = found.machine.dropin()
    found.turn()
    found.turn()
    stored = found.stored()
    assert set(stored) == set(found.journaled())
    assert stored[later] == "accepted"
    assert found.machine.journal.position().pending == 0
    assert found.machine.journal.position().incarnation == 1
    assert found.held() == found.fed()
    assert ("notice", "n984", "space:zoia") in found.held()


def test_rights_and_bookings_of_the_old_version_count(found: Found) -> None:
    occurrence = hubside.occurrence(_at_the_start(found), "cucito")
    before = found.machine.journal.counters()[occurrence]
    assert before.granted > before.spent > 0
    found.turn()
    found.turn()
    after = found.machine.journal.counters()[occurrence]
    assert (after.spent, after.granted >= before.granted) == (before.spent, True)
    with found.hub.hub.database.read() as session:
        booking = session.scalars(sa.select(Booking).where(Booking.name == "Luca Verdi")).one()
        assert booking.state == "final"


def _at_the_start(found: Found) -> Any:
    """The hub with its clock where the old programme began."""
    return replace(found.hub.hub, clock=HandClock())


def test_the_hub_serves_a_new_terminal_what_the_old_version_stored(found: Found, tmp_path: Path) -> None:
    from tests.support.pair import enrolled

    fresh = Machine(enrolled(found.hub, tmp_path / "fresh", found.clock))
    try:
        fresh.syncer.introduce()
        fresh.sync()
        ours = {row for row in found.fed() if not row[2].startswith("terminal:")}
        with fresh.replica.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT entity, id, scope FROM item").all()
            connection.rollback()
        assert {tuple(row) for row in rows if not row[2].startswith("terminal:")} == ours
    finally:
        fresh.close()


@pytest.mark.parametrize("version", versions())
def test_what_was_recorded_fits_in_the_repository(version: str) -> None:
    sizes = {path.name: path.stat().st_size for path in (FIXTURES / version).iterdir()}
    assert set(sizes) == {"folders.zip", "replies.json", *(f"{name}.jsonl" for name in stories(version))}
    assert sizes["folders.zip"] <= 200 * 1024
    assert sum(sizes.values()) <= 400 * 1024
