"""`hub backup` and `hub restore`: whole, portable between databases, all or nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from sync.clock import stamp
from sync.errors import Damaged, FolderInUse, StoreError, UsageError
from sync.hub import alone, audit, backups, copying, members, pictures, recovery, restoring, witnessed
from sync.hub.hub import Hub
from sync.hub.store.feed import Base
from sync.hub.store.models import Activity, Audit, Backup, DropIn, FeedHead, StoredFact, Terminal
from sync.hub.store.schema import migrate
from tests.hub.programme import Sender, add_occurrence


@pytest.fixture
def full(hub: Hub) -> Sender:
    """A hub with something of everything, and a terminal of it."""
    sender = Sender(hub)
    members.issue_card(hub, "zoia", "Ada Rossi", "it", access=["large_text"])
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
        activity = session.scalars(sa.select(Activity)).first()
        assert activity is not None
        pictures.attach(session, activity, pictures.Prepared(bytes(range(256)), 640, 400), {"it": "Una sala"})
    for n in range(20):
        sender.state("dropin", {"reasons": ["chiavi"], "people": n + 1})
    sender.state("booking", {"occurrence": occurrence, "name": "Èva 😀"})
    sender.taken()
    return sender


def everything(hub: Hub) -> dict[str, list[str]]:
    with hub.database.read() as session:
        return {
            table.name: sorted(repr(tuple(row)) for row in session.execute(sa.select(table)))
            for table in Base.metadata.sorted_tables
        }


def witness_of(hub: Hub) -> Path:
    return hub.folder / "elsewhere" / "witness.log"


def begin(hub: Hub) -> None:
    recovery.begin(hub, witness_of(hub))


@pytest.fixture
def other(request: pytest.FixtureRequest, tmp_path: Path, hub: Hub) -> Hub:
    """An empty hub on the other kind of database."""
    if hub.database.postgresql:
        url = f"sqlite:///{tmp_path / 'other.db'}"
    else:
        make: Callable[[], str] = request.getfixturevalue("postgres_database")
        url = make()
    return Hub.open(url, tmp_path / "other")


def test_a_backup_comes_back_on_the_other_kind_of_database(hub: Hub, full: Sender, other: Hub, tmp_path: Path) -> None:
    before = everything(hub)
    made = backups.backup(hub, tmp_path / "copy", 1)
    assert made.facts == 21
    done = restoring.restore(other, tmp_path / "copy", witness_of(other))
    after = everything(other)
    assert done.facts == 21
    assert done.epoch == after["feed_head"][0].split("'")[1] > made.epoch
    for name in set(before) - {"feed_head", "setting", "audit", "terminal", "backup"}:
        assert after[name] == before[name], name
    with other.database.write() as session:  # numbers that the database gives go on above
        audit.record(session, other, "test", "test")
        assert audit.verify(session) is None
    other.close()


def test_terminals_are_asked_for_their_seats_unless_the_witness_is_whole(
    hub: Hub, full: Sender, tmp_path: Path
) -> None:
    begin(hub)
    backups.backup(hub, tmp_path / "copy", 1)
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub, activity="teatro")
    full.state("booking", {"occurrence": occurrence, "name": "Eva"})
    full.taken(22)

    def attested() -> bool:
        with hub.database.read() as session:
            return session.get_one(Terminal, full.id).attested

    first = restoring.restore(hub, tmp_path / "copy", witness_of(hub))
    assert "Applied again" in first.words[0]
    assert attested()
    second = restoring.restore(hub, tmp_path / "copy", witness_of(hub))
    assert attested()
    witness_of(hub).unlink()
    third = restoring.restore(hub, tmp_path / "copy", witness_of(hub))
    assert "is gone" in third.words[0]
    assert not attested()
    assert first.epoch < second.epoch < third.epoch
    with hub.database.read() as session:
        assert session.get_one(FeedHead, 1).epoch == third.epoch
        assert session.scalar(sa.select(sa.func.count()).where(Audit.what == "backup.restore")) == 1
    witnessed.detach(hub.database)


def test_a_backup_of_the_present_state_rotates_the_epoch_and_keeps_the_seats_in_sight(
    hub: Hub, full: Sender, tmp_path: Path
) -> None:
    begin(hub)
    made = backups.backup(hub, tmp_path / "copy", 1)
    done = restoring.restore(hub, tmp_path / "copy", witness_of(hub))
    assert done.epoch > made.epoch
    with hub.database.read() as session:
        assert session.get_one(Terminal, full.id).attested
    assert recovery.begin(hub, witness_of(hub)).epoch is None
    witnessed.detach(hub.database)


def test_a_restore_that_was_interrupted_leaves_what_was_there(
    hub: Hub, full: Sender, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.backup(hub, tmp_path / "copy", 1)
    full.state("dropin", {"reasons": ["altro"]})
    full.taken()
    before = everything(hub)

    def tell(done: int, of: int) -> None:
        calls.append(done)
        if len(calls) > verifying + 3:
            raise KeyboardInterrupt

    calls: list[int] = []
    copying.verify(tmp_path / "copy", lambda done, _of: calls.append(done))
    verifying, calls = len(calls), []
    with pytest.raises(KeyboardInterrupt):
        restoring.restore(hub, tmp_path / "copy", witness_of(hub), tell)
    assert everything(hub) == before


def test_nothing_is_restored_while_a_hub_serves_and_nobody_serves_meanwhile(
    hub: Hub, full: Sender, tmp_path: Path
) -> None:
    backups.backup(hub, tmp_path / "copy", 1)
    with alone.serving(hub), alone.serving(hub), pytest.raises(FolderInUse, match="Stop it first"):
        restoring.restore(hub, tmp_path / "copy", witness_of(hub))
    with alone.restoring(hub), pytest.raises(FolderInUse, match="being restored"), alone.serving(hub):
        pass
    with alone.restoring(hub):
        pass


@pytest.mark.parametrize("harm", ["flipped", "row", "cut", "text"])
def test_a_damaged_backup_changes_nothing(hub: Hub, full: Sender, tmp_path: Path, harm: str) -> None:
    path = tmp_path / "copy"
    backups.backup(hub, path, 1)
    match harm:
        case "flipped":
            path.write_bytes(path.read_bytes().replace(b"chiavi", b"chiavh"))
        case "row":
            with sqlite3.connect(path) as connection:
                connection.execute("DELETE FROM dropin WHERE rowid = 3")
            connection.close()
        case "cut":
            os.truncate(path, path.stat().st_size // 2)
        case _:
            path.write_text("nothing of the kind")
    before = everything(hub)
    with pytest.raises(Damaged, match="use another one"):
        restoring.restore(hub, path, witness_of(hub))
    assert everything(hub) == before


def test_a_backup_of_another_program_is_refused_with_a_sentence(hub: Hub, full: Sender, tmp_path: Path) -> None:
    path = tmp_path / "copy"
    backups.backup(hub, path, 1)
    with sqlite3.connect(path) as connection:
        (value,) = connection.execute("SELECT value FROM manifest").fetchone()
        connection.execute("UPDATE manifest SET value = ?", (value.replace('"revision": "0', '"revision": "9'),))
    connection.close()
    with pytest.raises(UsageError, match="newer version"):
        restoring.restore(hub, path, witness_of(hub))


def test_a_backup_that_does_not_verify_does_not_take_the_place_of_the_one_before(
    hub: Hub, full: Sender, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "copy"
    backups.backup(hub, path, 1)
    good = path.read_bytes()
    real = copying.sync

    def rots(fresh: Path) -> None:
        if fresh.name.endswith(".partial"):
            fresh.write_bytes(fresh.read_bytes().replace(b"chiavi", b"chiavh"))
        real(fresh)

    monkeypatch.setattr(copying, "sync", rots)
    with pytest.raises(Damaged):
        backups.backup(hub, path, 1)
    assert path.read_bytes() == good
    assert [one.name for one in tmp_path.iterdir() if "partial" in one.name] == []
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Backup)) == 1


def test_kept_backups_move_on_and_those_deleted_or_missing_are_gone(hub: Hub, full: Sender, tmp_path: Path) -> None:
    path = tmp_path / "copy"

    def rows() -> list[tuple[str, bool]]:
        with hub.database.read() as session:
            found = session.scalars(sa.select(Backup).order_by(Backup.id))
            return [(Path(one.place).name, one.gone) for one in found]

    for _ in range(4):
        full.state("dropin", {"reasons": ["altro"]})
        full.taken()
        backups.backup(hub, path, 3)
    assert sorted(one.name for one in tmp_path.glob("copy*")) == ["copy", "copy.1", "copy.2"]
    assert rows() == [("copy.2", True), ("copy.2", False), ("copy.1", False), ("copy", False)]
    with hub.database.read() as session:
        assert backups.durable(session, session.get_one(Terminal, full.id)) == 23
    path.with_name("copy.1").unlink()
    backups.backup(hub, path, 3)
    assert [gone for _, gone in rows()] == [True, True, True, False, False]
    held = [copying.read_manifest(one) for one in (path, path.with_name("copy.1"))]
    assert [one.facts for one in held if one is not None] == [25, 25]


def test_a_backup_where_there_is_no_room_says_so(hub: Hub, full: Sender, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        backups.backup(hub, tmp_path / "nowhere" / "copy", 1)
    with pytest.raises(UsageError, match="from 1 to 1000"):
        backups.backup(hub, tmp_path / "copy", 0)
    (tmp_path / "copy").mkdir()
    with pytest.raises((StoreError, IsADirectoryError)):
        backups.backup(hub, tmp_path / "copy", 1)


def test_a_mark_holds_what_the_hub_had_when_the_copy_was_begun(
    hub: Hub, full: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_DURABLE_BACKUPS", "1")
    now = hub.clock.now()
    with hub.database.write() as session:
        for fact in session.scalars(sa.select(StoredFact).where(StoredFact.seq <= 5)):
            fact.received = stamp(now - timedelta(hours=30))
    assert backups.mark(hub) == 5
    with hub.database.read() as session:
        assert backups.durable(session, session.get_one(Terminal, full.id)) == 5
    assert backups.mark(hub, now + timedelta(seconds=0)) in (5, 21)
    with pytest.raises(UsageError, match="yet to come"):
        backups.mark(hub, hub.clock.now() + timedelta(hours=1))


def test_a_backup_in_the_schema_of_an_earlier_release_is_brought_up_to_date(
    hub: Hub, full: Sender, tmp_path: Path
) -> None:
    path = tmp_path / "copy"
    backups.backup(hub, path, 1)
    _as_of_0001(path)
    restoring.restore(hub, path, witness_of(hub))
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(DropIn)) == 20
        assert session.get_one(Terminal, full.id).have == 21


def _as_of_0001(path: Path) -> None:
    """Makes a backup look as if the first release had written it, checked by its own manifest."""
    import json

    from alembic import command

    from sync.hub.store.database import Database
    from sync.hub.store.schema import alembic_config

    database = Database(f"sqlite:///{path}")
    config = alembic_config()
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        connection.commit()
        connection.execute(sa.text("PRAGMA journal_mode=DELETE"))
    database.dispose()
    with sqlite3.connect(path) as connection:
        (value,) = connection.execute("SELECT value FROM manifest").fetchone()
        manifest = json.loads(value)
        manifest["revision"] = "0001"
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        manifest["tables"] = {name: one for name, one in manifest["tables"].items() if name in there}
        with copying._opened(path) as source:
            for name, (_, _, kinds) in manifest["tables"].items():
                rows = [
                    row for part in copying._chunks(source, copying._as_stored(source, name, kinds)) for row in part
                ]
                manifest["tables"][name] = [len(rows), f"{copying._sum(rows) % (1 << 256):064x}", kinds]
        connection.execute("UPDATE manifest SET value = ?", (json.dumps(manifest),))
    connection.close()


def test_an_empty_database_needs_no_init_before_a_restore(hub: Hub, full: Sender, tmp_path: Path, other: Hub) -> None:
    backups.backup(hub, tmp_path / "copy", 1)
    restoring.restore(other, tmp_path / "copy", witness_of(other))
    migrate(other.database)
    assert everything(other)["dropin"] == everything(hub)["dropin"]
    other.close()
