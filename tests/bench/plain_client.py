"""This end of the yardsticks: the same rows without signatures, encryption, chain, staging or seats.

    python -m tests.bench.plain_client down|up limit|plain --url URL --folder DIR

``limit`` moves everything in one gzip JSON body, ``plain`` in pages of a thousand; what comes down is inserted with
sqlite3's executemany (WAL, FULL). Prints one JSON object.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

import requests

from tests.bench.plain_server import LEVEL, PAGE


class Line:
    """A kept-alive connection that counts the bodies' bytes."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session = requests.Session()
        self._session.trust_env = False
        self.up = self.down = self.turns = 0

    def get(self, path: str) -> Any:
        """The JSON of an address."""
        return self._read(self._session.get(self._url + path, timeout=60))

    def post(self, path: str, message: object) -> Any:
        """Sends JSON; the answer's."""
        body = gzip.compress(json.dumps(message, ensure_ascii=False).encode(), LEVEL)
        self.up += len(body)
        headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        return self._read(self._session.post(self._url + path, data=body, headers=headers, timeout=60))

    def _read(self, response: requests.Response) -> Any:
        response.raise_for_status()
        self.turns += 1
        self.down += int(response.headers["Content-Length"])
        return json.loads(response.content)


def store(path: Path) -> sqlite3.Connection:
    """An empty store, as durable as ours."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE item (entity TEXT, id TEXT, scope TEXT, body TEXT, PRIMARY KEY (entity, id, scope)) WITHOUT ROWID"
    )
    return connection


def down(line: Line, mode: str, connection: sqlite3.Connection) -> int:
    """Takes everything in; how many rows there are then."""
    after, more = 0, True
    while more:
        page = line.get("/all" if mode == "limit" else f"/page?after={after}")
        after, more = page.get("after", 0), page.get("more", False)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO item VALUES (?, ?, ?, ?)", page["rows"])
        connection.execute("COMMIT")
    return int(connection.execute("SELECT count(*) FROM item").fetchone()[0])


def up(line: Line, mode: str, source: sqlite3.Connection) -> int:
    """Sends all facts; the last that the server has."""
    facts = source.execute("SELECT seq, id, kind, raw FROM fact ORDER BY seq").fetchall()
    size = len(facts) if mode == "limit" else PAGE
    have = 0
    for start in range(0, len(facts), size):
        have = line.post("/facts", facts[start : start + size])["have"]
    return have


def main() -> int:
    """The process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("direction", choices=["down", "up"])
    parser.add_argument("mode", choices=["limit", "plain"])
    parser.add_argument("--url", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    options = parser.parse_args()
    line = Line(options.url)
    goes_down = options.direction == "down"
    connection = store(options.folder / "got.db") if goes_down else sqlite3.connect(options.folder / "own.db")
    began = time.perf_counter()
    done = (down if goes_down else up)(line, options.mode, connection)
    seconds = time.perf_counter() - began
    connection.close()
    found = {"seconds": seconds, "done": done, "bytes_up": line.up, "bytes_down": line.down, "turns": line.turns}
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
