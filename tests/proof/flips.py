"""Flipped bits in a terminal's two files: each is found, none is shown, and the files come back.

Each seed flips one bit anywhere in journal.db or replica.db. Looking at the whole file must find it; reading it must
end with an error or give exactly what was there. Now and then the repair is run to its end: a damaged replica is
fetched again from a real hub within a minute; a damaged journal is salvaged, whole where it has a mirror, and without
the facts on the damaged page where it has none.
"""

from __future__ import annotations

import random
import shutil
import tempfile
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
from sync.terminal.store import check_pages, suspect
from tests.proof.account import Told, chained, record
from tests.proof.proof import Check, NotHereError, Proof
from tests.proof.world import World, database_key, printed, template, traffic

FILES = ("journal.db", "replica.db")
REPAIR_EACH = 25
FACTS = 120
MOST_ON_A_PAGE = 24
"""Facts are larger than 160 bytes, a page has 4,096; a page of an index costs none."""
REBUILT_SECONDS = 60.0
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Whole:
    """A terminal before the damage.

    Attributes:
        world: its hub serves.
        key: of its files.
        folders: where each file is copied from: the replica synchronised, the journal with facts that only it has.
        rows: of each file.
        facts: of the journal.
        mirror: of the journal.
    """

    world: World
    key: bytes
    folders: dict[str, Path]
    rows: dict[str, Rows]
    facts: list[str]
    mirror: Path


@contextmanager
def prepare(place: Path) -> Iterator[Check]:
    """A terminal with facts, all of them in the files themselves, and its hub."""
    with other_medium(place) as mirror, template(place) as made, made.copy(place / "world") as world, world.serving():
        whole = _worked(world, place, mirror)

        def check(seed: int) -> Counter[str]:
            rng = random.Random(f"flip {seed}")
            name = FILES[seed % 2]
            path = _copied(whole.folders[name], place / "damaged") / name
            bit = _flip(path, rng)
            try:
                _found(path, whole)
                if seed // 2 % REPAIR_EACH == 0:
                    return _refetched(path, whole) if name == "replica.db" else _salvaged(path, whole, rng)
            except AssertionError as error:
                raise AssertionError(f"bit {bit} of {name}: {error}") from error
            return Counter({"flips": 1, f"in_{path.stem}": 1})

        yield check


def _worked(world: World, place: Path, mirror: Path) -> Whole:
    """A terminal that has worked and synchronised, then worked on."""
    rng, told = random.Random("flips"), Told()
    mirrored = world.at(world.terminal.folder, KIOSK_MIRROR=str(mirror))
    folder, key = world.terminal.folder, database_key(world.terminal.folder)
    record(mirrored, traffic(rng, FACTS, world.occurrence), told)
    mirrored.terminal.sync()
    _settle(folder / "replica.db", key)
    synchronised = _copied(folder, place / "synchronised", whole=True)
    record(mirrored, traffic(rng, FACTS // 2, world.occurrence), told)
    _settle(folder / "journal.db", key)
    folders = {"replica.db": synchronised, "journal.db": folder}
    rows = {name: _rows(folders[name] / name, key) for name in FILES}
    return Whole(world, key, folders, rows, told.saved, mirror)


@contextmanager
def other_medium(place: Path) -> Iterator[Path]:
    """A folder on another medium than `place`.

    Raises:
        NotHereError: there is none.
    """
    for medium in (Path("/dev/shm"), Path("/var/tmp"), Path("/tmp")):
        if medium.is_dir() and medium.stat().st_dev != place.stat().st_dev:
            with tempfile.TemporaryDirectory(prefix="qc-mirror-", dir=medium) as folder:
                yield Path(folder)
            return
    raise NotHereError("a mirror needs another medium, and /dev/shm, /var/tmp and /tmp are one")


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


def _shown(path: Path) -> list[tuple[Any, ...]]:
    """The rows that screens read in a replica."""
    return _rows(path, database_key(path.parent))["item"]


def _copied(folder: Path, place: Path, *, whole: bool = False) -> Path:
    """A copy of a folder; without what memory holds and what is in no file yet, unless it is to be kept."""
    left_out = shutil.ignore_patterns("ballast") if whole else shutil.ignore_patterns("ballast", "*-wal", "*-shm")
    shutil.rmtree(place, ignore_errors=True)
    return Path(shutil.copytree(folder, place, ignore=left_out))


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
    same = _copied(whole.folders["replica.db"], path.parent.with_name("same"), whole=True)
    whole.world.at(same).terminal.sync()
    assert _shown(path) == _shown(same / "replica.db"), "the replica that was fetched again shows something else"
    assert seconds <= REBUILT_SECONDS
    return Counter({"flips": 1, "in_replica": 1, "replicas_rebuilt": 1})


def _salvaged(path: Path, whole: Whole, rng: random.Random) -> Counter[str]:
    """The journal is salvaged when it is opened next, as the engine that found the damage has it done."""
    mirrored = rng.random() < 0.5
    suspect(path)
    with tempfile.TemporaryDirectory(dir=whole.mirror.parent) as copy:
        mirror = {"KIOSK_MIRROR": str(_copied(whole.mirror, Path(copy) / "mirror", whole=True))} if mirrored else {}
        with whole.world.at(path.parent, **mirror).begin("status", "--json") as status:
            assert status.wait() == 0, status.errors
    kept = chained(path.parent)
    lost = set(whole.facts) - set(kept)
    assert set(kept) <= set(whole.facts)
    assert len(set(kept)) == len(kept), "facts are there twice"
    assert len(lost) <= (0 if mirrored else MOST_ON_A_PAGE), f"{len(lost)} facts are lost, mirror: {mirrored}"
    return Counter(
        flips=1, in_journal=1, journals_salvaged=1, with_a_mirror=int(mirrored), facts_salvaged=len(kept),
        facts_on_damaged_pages=len(lost),
    )  # fmt: skip


PROOF = Proof(
    "flips",
    "Every flipped bit in a terminal's files is found, none is shown, and the files come back.",
    prepare,
    seeds=1_000,
    sample=100,
    jobs=2,
)
