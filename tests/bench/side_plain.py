"""Yardsticks of synchronisation that are no product: the same rows as one file (`limit`), and in pages (`plain`)."""

from __future__ import annotations

import contextlib
import gzip
import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench import worker
from tests.bench.line import Line
from tests.bench.plain_server import LEVEL
from tests.bench.sides import Done, Fact, Row

WHAT = {
    "limit": "one gzip JSON file over loopback HTTP, parsed and inserted with sqlite3 executemany, WAL, FULL",
    "plain": "pages of 1,000 as gzip JSON over requests, each inserted likewise",
}


class PlainServer:
    """A plain server that runs over a folder."""

    def __init__(self, folder: Path, port: int, line: Line) -> None:
        self.folder, self.port, self.line = folder, port, line


class PlainSide:
    """A client of the plain server; `name` is its mode."""

    def __init__(self, name: str, server: PlainServer) -> None:
        self.name, self.what = name, WHAT[name]
        self._server = server

    def offer(self, rows: Sequence[Row]) -> None:
        """The rows as one file and as a table."""
        _write(self._server.folder / "all.json.gz", rows)
        with contextlib.closing(sqlite3.connect(self._server.folder / "rows.db")) as connection, connection:
            connection.execute("DROP TABLE IF EXISTS item")
            connection.execute(
                "CREATE TABLE item (place INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT, id TEXT, scope TEXT, "
                "body TEXT, UNIQUE (entity, id, scope))"
            )
            self._insert(connection, rows)

    @staticmethod
    def _insert(connection: sqlite3.Connection, rows: Sequence[Row]) -> None:
        statement = "INSERT OR REPLACE INTO item (entity, id, scope, body) VALUES (?, ?, ?, ?)"
        connection.executemany(statement, rows)

    def first(self) -> Done:
        """Takes everything in."""
        with self._client() as client:
            return self.ask(client, do="first", path="/all.json.gz")

    def own(self, facts: Sequence[Fact]) -> None:
        """What clients send."""
        with contextlib.closing(sqlite3.connect(self._server.folder / "own.db")) as connection, connection:
            connection.execute("DROP TABLE IF EXISTS fact")
            connection.execute("CREATE TABLE fact (seq INTEGER PRIMARY KEY, id TEXT, kind TEXT, raw TEXT)")
            connection.executemany("INSERT INTO fact VALUES (?, ?, ?, ?)", facts)

    def up(self) -> Done:
        """Sends everything."""
        for old in self._server.folder.glob("facts.db*"):
            old.unlink()
        with self._client() as client:
            return self.ask(client, do="up")

    @contextlib.contextmanager
    def following(self) -> Iterator[PlainFollower]:
        """A client that took everything in."""
        with self._client() as client:
            self.ask(client, do="first", path="/all.json.gz")
            yield PlainFollower(self, client)

    def change(self, rows: Sequence[Row]) -> None:
        """Some rows are others now."""
        _write(self._server.folder / "changed.json.gz", rows)
        with contextlib.closing(sqlite3.connect(self._server.folder / "rows.db")) as connection, connection:
            self._insert(connection, rows)

    @contextlib.contextmanager
    def _client(self) -> Iterator[worker.Worker]:
        folder = Path(tempfile.mkdtemp(dir=self._server.folder))
        url = f"http://127.0.0.1:{self._server.line.to(self._server.port)}"
        own = self._server.folder / "own.db"
        with worker.python(
            "tests.bench.plain_client", self.name, "--url", url, "--folder", folder, "--own", own
        ) as client:  # fmt: skip
            client.hear()
            yield client
        shutil.rmtree(folder)

    def ask(self, client: worker.Worker, **words: object) -> Done:
        """Has a client do a work."""
        self._server.line.take(self._server.port)
        said = client.ask(**words)
        return Done(said["seconds"], self._server.line.take(self._server.port), said["done"])


class PlainFollower:
    """A client whose process stays."""

    def __init__(self, side: PlainSide, client: worker.Worker) -> None:
        self._side, self._client = side, client
        self._path = "/nothing"

    def change(self, rows: Sequence[Row]) -> None:
        """Some rows are others now."""
        self._side.change(rows)
        self._path = "/changed.json.gz"

    def cycle(self) -> Done:
        """Asks for them."""
        path, self._path = self._path, "/nothing"
        return self._side.ask(self._client, do="cycle", path=path)


def _write(path: Path, rows: Sequence[Row]) -> None:
    path.write_bytes(gzip.compress(json.dumps({"rows": rows}, ensure_ascii=False).encode(), LEVEL))


@contextlib.contextmanager
def sides(place: Path, line: Line) -> Iterator[list[PlainSide]]:
    """Both, with their server, until the block is left."""
    folder = Path(tempfile.mkdtemp(dir=place, prefix="plain-"))
    words = [sys.executable, "-m", "tests.bench.plain_server", "--folder", str(folder)]
    with worker.Worker(words) as process:
        server = PlainServer(folder, process.hear()["port"], line)
        yield [PlainSide("limit", server), PlainSide("plain", server)]
    shutil.rmtree(folder, ignore_errors=True)
