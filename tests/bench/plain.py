"""The yardsticks of synchronisation, ready to be run: the plain server over a folder, and its clients."""

from __future__ import annotations

import contextlib
import gzip
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.plain_server import LEVEL
from tests.bench.world import child

END_SECONDS = 10


@dataclass
class Plain:
    """A plain server that runs. `said`: what each client said last, by mode."""

    folder: Path
    url: str
    said: dict[str, Any] = field(default_factory=dict)

    def down(self, mode: str) -> float:
        """Takes everything in once; the seconds."""
        with tempfile.TemporaryDirectory(dir=self.folder) as fresh:
            return self._run("down", mode, Path(fresh))

    def up(self, mode: str) -> float:
        """Sends everything once, to a server that has nothing; the seconds."""
        for old in self.folder.glob("facts.db*"):
            old.unlink()
        return self._run("up", mode, self.folder)

    def _run(self, direction: str, mode: str, folder: Path) -> float:
        self.said[mode] = child("tests.bench.plain_client", direction, mode, "--url", self.url, "--folder", folder)
        return float(self.said[mode]["seconds"])


@contextlib.contextmanager
def serving(place: Path) -> Iterator[Plain]:
    """The server over a new folder in a place, until the block is left."""
    folder = Path(tempfile.mkdtemp(dir=place, prefix="plain-"))
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.plain_server", "--folder", str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Plain(folder, f"http://127.0.0.1:{json.loads(process.stdout.readline())['port']}")
        finally:
            process.stdin.close()
            try:
                process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
            shutil.rmtree(folder, ignore_errors=True)


def offer_rows(folder: Path, rows: Sequence[tuple[str, str, str, str]]) -> None:
    """What the server gives: the rows as one file and as a table."""
    (folder / "all.json.gz").write_bytes(gzip.compress(json.dumps({"rows": rows}, ensure_ascii=False).encode(), LEVEL))
    with contextlib.closing(sqlite3.connect(folder / "rows.db")) as connection, connection:
        connection.execute("CREATE TABLE item (entity TEXT, id TEXT, scope TEXT, body TEXT)")
        connection.executemany("INSERT INTO item VALUES (?, ?, ?, ?)", rows)


def own_facts(folder: Path, facts: Sequence[tuple[int, str, str, str]]) -> None:
    """What a client sends: (seq, id, kind, raw)."""
    with contextlib.closing(sqlite3.connect(folder / "own.db")) as connection, connection:
        connection.execute("CREATE TABLE fact (seq INTEGER PRIMARY KEY, id TEXT, kind TEXT, raw TEXT)")
        connection.executemany("INSERT INTO fact VALUES (?, ?, ?, ?)", facts)
