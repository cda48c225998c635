"""One direction of a synchronisation by the terminal's own code, timed: half of what `kiosk sync --once` does.

    python -m tests.bench.sync_client down|up --data DIR

Time begins when the files are open and the line is not: as for the yardsticks (`plain_client`). Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from sync.terminal.folder import open_folder
from sync.terminal.syncer import Syncer, Tally
from sync.terminal.terminal import Terminal
from sync.terminal.transport import Transport


def main() -> int:
    """The process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("direction", choices=["down", "up"])
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    folder = open_folder(options.data, "file")
    terminal = Terminal(folder)
    identity = terminal.identity
    transport = Transport(identity.hub, identity.terminal, folder.private_key(), folder.clock)
    syncer = Syncer(terminal.journal, terminal.replica, transport, terminal.projection, folder.clock)
    tally = Tally()
    parts = {}
    began = time.perf_counter()
    if options.direction == "up":
        syncer.push(tally)
    else:
        syncer.pull(0.0, tally)
        parts["pull"] = time.perf_counter() - began
        syncer.seats()
        parts["seats"] = time.perf_counter() - began - parts["pull"]
    seconds = time.perf_counter() - began
    found = {
        "seconds": seconds, "pushed": tally.pushed, "pulled": tally.pulled, "bytes_up": transport.bytes_up,
        "bytes_down": transport.bytes_down, "rows": terminal.replica.rows(),
        "pending": terminal.journal.position().pending, **parts,
    }  # fmt: skip
    terminal.close()
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
