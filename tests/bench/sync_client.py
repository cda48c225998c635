"""A terminal's end of a benchmark: what its engine does, by the engine's own parts, timed.

    python -m tests.bench.sync_client --data DIR --hub URL

A worker (`tests.bench.worker`). ``{"do": "first"}`` introduces the terminal and takes everything in, ``{"do": "up"}``
sends what was recorded, ``{"do": "cycle"}`` is a turn of the engine in touch with its hub: news, and seats where any
are to be asked for. Files are open before the time begins; the line is not, before the first request.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sync.terminal.engine import Parts
from sync.terminal.folder import open_folder
from sync.terminal.journal import Identity, Journal
from sync.terminal.syncer import Tally
from tests.bench.worker import obey


class Client:
    """The open terminal."""

    def __init__(self, data: Path, hub: str) -> None:
        folder = open_folder(data, "file")
        journal = Journal(folder.journal, folder.database_key())
        identity = journal.identity()
        assert identity is not None
        journal.relocate(Identity(identity.terminal, identity.space, hub, identity.hub_key))
        journal.close()
        self._parts = Parts(folder)

    def act(self, words: dict[str, Any]) -> Mapping[str, Any]:
        """Does one work, and says how long it took."""
        syncer, tally = self._parts.syncer, Tally()
        began = time.perf_counter()
        if words["do"] == "up":
            syncer.push(tally)
        else:
            syncer.introduce()
            syncer.pull(0.0, tally)
            syncer.seats()
        seconds = time.perf_counter() - began
        return {
            "seconds": seconds, "pushed": tally.pushed, "pulled": tally.pulled, "rows": self._parts.replica.rows(),
            "pending": self._parts.journal.position().pending,
        }  # fmt: skip

    def close(self) -> None:
        """Closes the files and the line."""
        self._parts.close()


def main() -> int:
    """The process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--hub", required=True)
    options = parser.parse_args()
    client = Client(options.data, options.hub)
    obey(client.act)
    client.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
