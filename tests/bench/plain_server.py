"""The other end of the yardsticks: rows over loopback HTTP as plainly as they can be had, in a process of its own.

    python -m tests.bench.plain_server --folder DIR

``GET /NAME.json.gz`` gives a file of the folder, ``GET /nothing`` an empty answer, ``GET /page?after=N`` a page of
``rows.db`` made when it is asked for, ``POST /facts`` stores what it carries in ``facts.db`` (WAL, FULL). Says its
port; ends when its standard input does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sqlite3
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

PAGE = 1_000
LEVEL = 6
TABLE = "CREATE TABLE IF NOT EXISTS fact (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, kind TEXT, raw TEXT)"


class Handler(BaseHTTPRequestHandler):
    """Answers over kept-alive connections."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body leave together
    folder: Path

    def do_GET(self) -> None:
        """All at once, a page, or nothing."""
        parts = urlsplit(self.path)
        if parts.path == "/nothing":
            self._answer(b"")
        elif parts.path == "/page":
            self._answer(self._page(int(parse_qs(parts.query)["after"][0])))
        else:
            self._answer((self.folder / Path(parts.path).name).read_bytes())

    def _page(self, after: int) -> bytes:
        with sqlite3.connect(self.folder / "rows.db") as connection:
            query = "SELECT rowid, entity, id, scope, body FROM item WHERE rowid > ? ORDER BY rowid LIMIT ?"
            rows = connection.execute(query, (after, PAGE)).fetchall()
        connection.close()
        last = rows[-1][0] if rows else after
        page = {"rows": [row[1:] for row in rows], "after": last, "more": len(rows) == PAGE}
        return gzip.compress(json.dumps(page, ensure_ascii=False).encode(), LEVEL)

    def do_POST(self) -> None:
        """Stores facts, then says so."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        facts = json.loads(gzip.decompress(body))
        connection = sqlite3.connect(self.folder / "facts.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(TABLE)
        connection.executemany("INSERT INTO fact VALUES (?, ?, ?, ?)", facts)
        connection.execute("COMMIT")
        connection.close()
        self._answer(gzip.compress(json.dumps({"have": facts[-1][0]}).encode()))

    def _answer(self, content: bytes) -> None:
        self.send_response(200)
        if content:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the library's name
        """Says nothing."""


def main() -> int:
    """The process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, required=True)
    Handler.folder = parser.parse_args().folder
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(json.dumps({"port": server.server_address[1]}) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
