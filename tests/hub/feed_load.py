"""The feed under concurrency: eight writers with aborts and savepoints, and terminals that read meanwhile.

Each writer notes what it committed and where the head stood then. Each reader pulls page after page by its cursor, as a
terminal does, and notes what it saw. `Seen.against` compares the two.

The control does the same work with a feed as one would first think of it: a row takes its position from a sequence when
it is written, and a reader goes on after the highest position that it saw. A transaction that commits late has taken
early positions, and its rows are never read.
"""

from __future__ import annotations

import random
import secrets
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import wire
from sync.hub.api.endpoints import Asked, Endpoints, Incoming
from sync.hub.hub import Hub
from sync.hub.store.database import Database
from sync.hub.store.models import Notice, Space
from sync.hub.store.schema import migrate
from sync.signing import Message, sign
from tests.hub.programme import Sender
from tests.proof.proof import Check, Figures, NotHereError, Proof
from tests.support.postgres import PostgresMissingError, postgres_server

WRITERS = 8
READERS = 3
HOT = 5
"""Rows that all writers change again and again."""
SIZES = (1, 1, 2, 7, 40, 300)
"""Rows that a transaction inserts."""
PAUSE_SECONDS = 0.002
PATIENCE = 600.0
CONTROL = "CREATE TABLE control (pos BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id TEXT NOT NULL)"


class AbortedError(Exception):
    """A transaction or a savepoint that its writer gives up."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What one transaction committed: rows that are new, and the head after it."""

    head: int
    ids: tuple[str, ...]


@dataclass
class Written:
    """What all writers committed."""

    commits: list[Commit] = field(default_factory=list)
    aborted: int = 0

    @property
    def rows(self) -> int:
        """How many new rows."""
        return sum(len(commit.ids) for commit in self.commits)


def write(url: str, seed: int, writer: int, rows: int) -> Written:
    """One writer: transactions until it has committed so many rows."""
    chance, database, done = random.Random(f"{seed}/{writer}"), Database(url), Written()
    number = 0
    while done.rows < rows:
        number += 1
        made: list[str] = []
        try:
            with database.write() as session:
                _transaction(session, chance, f"w{writer}-{number}", made)
        except AbortedError:
            done.aborted += 1
            continue
        assert session.stamped is not None
        done.commits.append(Commit(session.stamped, tuple(made)))
    database.dispose()
    return done


def _transaction(session: Session, chance: random.Random, name: str, made: list[str]) -> None:
    """Inserts, in the outer transaction and in savepoints; changes a hot row; gives up now and then."""
    for part in range(chance.randint(1, 3)):
        ids = [f"{name}-{part}-{place}" for place in range(chance.choice(SIZES))]
        if chance.random() < 0.5:
            _insert(session, ids)
            made += ids
            continue
        try:
            with session.begin_nested():
                _insert(session, ids)
                if chance.random() < 0.3:
                    raise AbortedError
            made += ids
        except AbortedError:
            pass
    if chance.random() < 0.3:
        hot = session.get_one(Notice, f"hot-{chance.randrange(HOT)}", with_for_update=True)
        hot.text = {"it": secrets.token_hex(4)}
    if not made or chance.random() < 0.2:
        session.flush()
        raise AbortedError


def _insert(session: Session, ids: list[str]) -> None:
    session.add_all(_notice(row_id) for row_id in ids)
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.text("INSERT INTO control (id) VALUES (:id)"), [{"id": row_id} for row_id in ids])


def _notice(row_id: str) -> Notice:
    return Notice(id=row_id, space_id="zoia", title={"it": "x"}, text={"it": "x"}, at="2026-11-24T14:20:00Z")


# -- readers


class Reader(Sender):
    """A terminal that only pulls.

    Attributes:
        ends: how many rows it had seen each time that no more pages followed.
        order: the rows that it saw, in order; a row that came again is there again.
        texts: what it holds of the rows that are changed.
    """

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._endpoints = Endpoints(hub)
        # Through the gate once: each time it would write a nonce, and wait for the writers where there is one lock.
        first = self._endpoints.first(self._request())
        assert isinstance(first, tuple), first
        self._asked: Asked = first[0]
        self._cursor = ""
        self.order: list[str] = []
        self.ends: list[int] = [0]
        self.texts: dict[str, str] = {}

    def _request(self) -> Incoming:
        query = "cursor=&wait=0&have=0"
        message = Message("GET", f"http://hub/v1/pull?{query}", {}, b"")
        sign(message, key=self.key, keyid=self.id, created=int(self.hub.clock.now().timestamp()), nonce="0" * 16)
        return Incoming("GET", "/v1/pull", query, {name.lower(): value for name, value in message.headers.items()})

    def pull(self) -> bool:
        """Takes a page; returns whether it had anything."""
        asked = replace(self._asked, ask=replace(self._asked.ask, cursor=self._cursor))
        answer = self._endpoints.look(asked).answer
        if answer.status == 503:  # SQLite's writers were faster, all the time that a reader may wait
            return True
        assert answer.status == 200, answer.content
        page = wire.PullReply.model_validate_json(answer.content)
        assert not page.resync
        for entity, row_id, _scope, body in page.items:
            if entity == "notice" and body is not None:
                self._take(row_id, body["text"]["it"])
        self._cursor = page.cursor or self._cursor
        if not page.more:
            self.ends.append(len(self.order))
        return page.more or bool(page.items)

    def _take(self, row_id: str, text: str) -> None:
        if row_id.startswith("hot-"):
            self.texts[row_id] = text
        else:
            self.order.append(row_id)


class NaiveReader:
    """Reads the control by position."""

    def __init__(self, hub: Hub) -> None:
        self._database = hub.database
        self._pos = 0
        self.order: list[str] = []

    def pull(self) -> bool:
        """Takes what is above its position."""
        with self._database.read() as session:
            query = sa.text("SELECT pos, id FROM control WHERE pos > :pos ORDER BY pos")
            found = session.execute(query, {"pos": self._pos}).all()
        self.order += [row.id for row in found]
        self._pos = found[-1].pos if found else self._pos
        return bool(found)


@dataclass(frozen=True, slots=True)
class Seen:
    """How what a reader saw differs from what was committed, in rows."""

    missed: int = 0
    doubled: int = 0
    invented: int = 0
    out_of_order: int = 0
    torn: int = 0

    @classmethod
    def against(cls, written: Written, reader: Reader) -> Seen:
        """Compares.

        torn: commits of which a reader had some rows and not others at an end of its pages.
        """
        place = {row_id: commit.head for commit in written.commits for row_id in commit.ids}
        size = {commit.head: len(commit.ids) for commit in written.commits}
        known = [row_id for row_id in reader.order if row_id in place]
        heads = [place[row_id] for row_id in known]
        torn, held, ends = 0, dict.fromkeys(size, 0), set(reader.ends)
        for count, head in enumerate(heads, 1):
            held[head] += 1
            torn += count in ends and held[head] != size[head]
        return cls(
            missed=len(place.keys() - set(known)), doubled=len(known) - len(set(known)),
            invented=len(reader.order) - len(known), torn=torn,
            out_of_order=sum(later < before for before, later in pairwise(heads)),
        )  # fmt: skip


# -- a run


@dataclass
class Outcome:
    """What a run showed.

    Attributes:
        seen: of each reader.
        lost_by_control: rows that the control's reader missed; None where there is no control.
        pages: how often a reader came to an end of its pages while the writers worked.
    """

    written: Written
    seen: list[Seen]
    hot_differ: int
    lost_by_control: int | None
    pages: int


def prepared(url: str, folder: Path) -> Hub:
    """An empty hub with its space, the rows that are changed, and the control's table."""
    hub = Hub.open(url, folder)
    migrate(hub.database)
    with hub.database.write() as session:
        session.add(Space(id="zoia", name="Via Fratelli Zoia", area=2, reasons=[]))
        session.add_all(_notice(f"hot-{number}") for number in range(HOT))
    if hub.database.postgresql:
        with hub.database.engine.begin() as connection:
            connection.execute(sa.text(CONTROL))
    return hub


def load(hub: Hub, seed: int, rows: int, *, processes: bool = False) -> Outcome:
    """Has all writers and readers work at once, until about so many rows are committed and read.

    Args:
        processes: whether each writer is a process of its own, else a thread; it has its own connections either way.
    """
    readers = [Reader(hub) for _ in range(READERS)]
    naive = NaiveReader(hub) if hub.database.postgresql else None
    over = threading.Event()
    pool: Executor = (
        ProcessPoolExecutor(WRITERS, mp_context=get_context("spawn")) if processes else ThreadPoolExecutor(WRITERS)
    )
    everyone: list[Callable[[], bool]] = [reader.pull for reader in readers]
    everyone += [naive.pull] if naive else []
    with pool, ThreadPoolExecutor(len(everyone)) as reading:
        following = [reading.submit(_follow, pull, over) for pull in everyone]
        try:
            share = -(-rows // WRITERS)
            writing = [pool.submit(write, hub.database.url, seed, writer, share) for writer in range(WRITERS)]
            parts = [one.result(PATIENCE) for one in writing]
        finally:
            over.set()
        for one in following:
            one.result(PATIENCE)
    written = Written([commit for part in parts for commit in part.commits], sum(part.aborted for part in parts))
    pages = min(len(reader.ends) for reader in readers)
    lost = len({row for commit in written.commits for row in commit.ids} - set(naive.order)) if naive else None
    return Outcome(written, [Seen.against(written, one) for one in readers], _differ(hub, readers), lost, pages)


def _follow(pull: Callable[[], bool], over: threading.Event) -> None:
    """Pulls until the writers are done, and then until nothing is new."""
    while not over.is_set():
        if not pull():
            over.wait(PAUSE_SECONDS)
    while pull():
        pass


def _differ(hub: Hub, readers: list[Reader]) -> int:
    """How many changed rows some reader holds in another form than the hub."""
    with hub.database.read() as session:
        texts = {row.id: row.text["it"] for row in session.scalars(sa.select(Notice).where(Notice.id.like("hot-%")))}
    return sum(reader.texts != texts for reader in readers)


# -- the long form

ROWS_A_SEED = 50_000


@contextmanager
def _prepare(place: Path) -> Iterator[Check]:
    try:
        with postgres_server() as server:

            def check(seed: int) -> Figures:
                with server.database() as url:
                    hub = prepared(url, place / f"hub-{seed}")
                    try:
                        return _checked(load(hub, seed, ROWS_A_SEED, processes=True))
                    finally:
                        hub.close()

            yield check
    except PostgresMissingError as error:
        raise NotHereError(str(error)) from None


def _checked(outcome: Outcome) -> Figures:
    assert outcome.seen == [Seen()] * READERS, outcome.seen
    assert outcome.hot_differ == 0
    assert outcome.lost_by_control, "the control lost nothing: this load would not have shown a fault"
    return {
        "rows": outcome.written.rows, "commits": len(outcome.written.commits), "aborted": outcome.written.aborted,
        "rows_read": READERS * outcome.written.rows, "missed": 0, "out_of_order": 0,
        "missed_by_the_control": outcome.lost_by_control,
    }  # fmt: skip


PROOF = Proof(
    "feed",
    "With eight writers that abort and roll back at any time, every terminal reads each committed row of PostgreSQL "
    "once, in order, and nothing else; a feed by plain sequence under the same load misses rows.",
    _prepare,
    seeds=21,
    sample=1,
)
"""Over a million rows. What every run of the tests checks is `test_feed_concurrency`: the same load, smaller."""
