"""This end of the yardsticks: the same rows without signatures, encryption, chain, staging or seats.

    python -m tests.bench.plain_client limit|plain --url URL --folder DIR

A worker (`tests.bench.worker`) with the same works as `sync_client`. ``limit`` moves everything in one gzip JSON body,
``plain`` in pages of a thousand; what comes down is written with sqlite3's executemany (WAL, FULL). Where there is
nothing to do, ``limit`` gets an empty answer; both note each time when they asked, as little durable as the terminal
does (WAL, NORMAL), which notes it every 30 s alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sqlite3
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import requests

from tests.bench.plain_server import LEVEL, PAGE
from tests.bench.worker import obey

REPLACE = "INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?)"


class Line:
    """A kept-alive connection."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session = requests.Session()
        self._session.trust_env = False

    def get(self, path: str) -> Any:
        """The JSON of an address; None where the answer is empty."""
        return self._read(self._session.get(self._url + path, timeout=60))

    def post(self, path: str, message: object) -> Any:
        """Sends JSON; the answer's."""
        body = gzip.compress(json.dumps(message, ensure_ascii=False).encode(), LEVEL)
        headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        return self._read(self._session.post(self._url + path, data=body, headers=headers, timeout=60))

    def _read(self, response: requests.Response) -> Any:
        response.raise_for_status()
        return json.loads(response.content) if response.content else None


class Client:
    """A store as durable as ours, and the line."""

    def __init__(self, mode: str, url: str, folder: Path, own: Path) -> None:
        self._limit, self._own = mode == "limit", own
        self._line = Line(url)
        self._after = 0
        self._store = sqlite3.connect(folder / "got.db", isolation_level=None)
        self._store.execute("PRAGMA journal_mode = WAL")
        self._store.execute(
            "CREATE TABLE item (entity TEXT, id TEXT, scope TEXT, body TEXT, PRIMARY KEY (entity, id, scope)) "
            "WITHOUT ROWID"
        )
        self._store.execute("CREATE TABLE asked (id INTEGER PRIMARY KEY, at REAL)")

    def act(self, words: dict[str, Any]) -> Mapping[str, Any]:
        """Does one work, and says how long it took."""
        began = time.perf_counter()
        done = self._up() if words["do"] == "up" else self._down(words["path"])
        seconds = time.perf_counter() - began
        return {"seconds": seconds, "done": done}

    def _down(self, path: str) -> int:
        done, more = 0, True
        while more:
            page = self._line.get(path if self._limit else f"/page?after={self._after}")
            more = bool(page and page.get("more"))
            if page and page["rows"]:
                self._after = page.get("after", 0)
                self._keep(REPLACE, page["rows"], "FULL")
                done += len(page["rows"])
            else:
                self._keep("INSERT OR REPLACE INTO asked VALUES (1, ?)", [(time.time(),)], "NORMAL")
        return done

    def _keep(self, statement: str, rows: list[Any], synchronous: str) -> None:
        self._store.execute(f"PRAGMA synchronous = {synchronous}")
        self._store.execute("BEGIN IMMEDIATE")
        self._store.executemany(statement, rows)
        self._store.execute("COMMIT")

    def _up(self) -> int:
        source = sqlite3.connect(self._own)
        facts = source.execute("SELECT seq, id, kind, raw FROM fact ORDER BY seq").fetchall()
        source.close()
        size = len(facts) if self._limit else PAGE
        have = 0
        for start in range(0, len(facts), size):
            have = self._line.post("/facts", facts[start : start + size])["have"]
        return have


def main() -> int:
    """The process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["limit", "plain"])
    parser.add_argument("--url", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--own", type=Path, required=True)
    options = parser.parse_args()
    obey(Client(options.mode, options.url, options.folder, options.own).act)
    return 0


if __name__ == "__main__":
    sys.exit(main())
