"""Flipped bits in a terminal's two files: each is found, none is shown, and the files come back.

Each seed flips one bit anywhere in journal.db or replica.db. Looking at the whole file must find it; reading it must
end with an error or give exactly what was there. Now and then the repair is run to its end: a damaged replica is
fetched again from a real hub within a minute.
"""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from sync.errors import Damaged
from sync.terminal.replica import Replica
from sync.terminal.store import check_pages
from tests.proof.account import Told, record
from tests.proof.proof import Check, Proof
from tests.proof.states import digest
from tests.proof.world import World, database_key, printed, template, traffic

FILES = ("journal.db", "replica.db")
REPAIR_EACH = 25
FACTS = 120
REBUILT_SECONDS = 60.0
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Whole:
    """A terminal before the damage: its world, its key, its files' rows, what its replica shows."""

    world: World
    key: bytes
    rows: dict[str, Rows]
    shown: str


@contextmanager
def prepare(place: Path) -> Iterator[Check]:
    """A terminal with facts, all of them in the files themselves, and its hub."""
    with template(place) as made, made.copy(place / "world") as world, world.serving():
        record(world, traffic(random.Random("flips"), FACTS, world.occurrence), Told())
        world.terminal.sync()
        folder = world.terminal.folder
        key = database_key(folder)
        for name in FILES:
            _settle(folder / name, key)
        rows = {name: _rows(folder / name, key) for name in FILES}
        whole = Whole(world, key, rows, digest(folder))

        def check(seed: int) -> Counter[str]:
            rng = random.Random(f"flip {seed}")
            damaged = _copied(folder, place / "damaged")
            path = damaged / FILES[seed % 2]
            bit = _flip(path, rng)
            try:
                _found(path, whole)
                if path.name == "replica.db" and seed // 2 % REPAIR_EACH == 0:
                    return _refetched(path, whole)
            except AssertionError as error:
                raise AssertionError(f"bit {bit} of {path.name}: {error}") from error
            return Counter({"flips": 1, f"in_{path.stem}": 1})

        yield check


def _settle(path: Path, key: bytes) -> None:
    """Has the file hold everything, and no log beside it."""
    with closing(_opened(path, key)) as connection:
        assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0


def _opened(path: Path, key: bytes) -> Any:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def _rows(path: Path, key: bytes) -> Rows:
    """Every row of every table."""
    with closing(_opened(path, key)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608


def _copied(folder: Path, place: Path) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    return Path(shutil.copytree(folder, place, ignore=shutil.ignore_patterns("ballast", "*-wal", "*-shm")))


def _flip(path: Path, rng: random.Random) -> int:
    data = bytearray(path.read_bytes())
    bit = rng.randrange(len(data) * 8)
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)
    return bit


def _found(path: Path, whole: Whole) -> None:
    """Looking at all of it finds the damage; reading it never gives anything else than was there."""
    with suppress(Damaged):
        assert check_pages(path, whole.key), "nothing was found"
    try:
        rows = _rows(path, whole.key)
    except dbapi2.DatabaseError:
        return
    assert rows == whole.rows[path.name], "other rows were read than were written"


def _refetched(path: Path, whole: Whole) -> Counter[str]:
    """The replica is set aside when it is looked at, and fetched again."""
    began = time.monotonic()
    try:
        replica = Replica(path, whole.key)
    except Damaged:
        path.unlink()
        replica = Replica(path, whole.key, create=True)
    with closing(replica):
        try:
            replica.check()
        except Damaged:
            assert replica.rows() == 0, "a damaged replica is still shown"
    sync = whole.world.at(path.parent).begin("sync", "--once", "--json")
    with sync:
        assert sync.wait() == 0, sync.errors
        assert printed(sync.output)[0]["pulled"] > 0
    seconds = time.monotonic() - began
    assert digest(path.parent) == whole.shown, "the replica that was fetched again shows something else"
    assert seconds <= REBUILT_SECONDS
    return Counter({"flips": 1, "in_replica": 1, "replicas_rebuilt": 1})


PROOF = Proof(
    "flips",
    "Every flipped bit in a terminal's files is found, none is shown, and the files come back.",
    prepare,
    seeds=1_000,
    sample=100,
    jobs=2,
)
