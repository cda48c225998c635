"""The engine: a process of its own that pushes and pulls whenever it can.

    python -m sync.terminal.engine --data DIR [--vault KIND]

It writes one JSON object a line on standard output whenever something changes:
    {"online", "updated", "pending", "last_sent", "changed", "reason", "clock_trusted"}
and reads lines on standard input: ``facts`` (something was recorded), ``quit``. It ends when standard input closes,
so it never outlives the screen that started it. There is one engine a data folder.

Two threads, each with a connection of its own: pull waits at the hub for news, push waits for facts; neither waits
for the other.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import logging
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from sync.errors import DiskFull, FolderInUse, HubError, HubNotOurs, HubRefused, HubVersion, StoreError, SyncError
from sync.terminal.backoff import Backoff
from sync.terminal.folder import Folder, open_folder
from sync.terminal.opening import open_journal
from sync.terminal.projection import Projection
from sync.terminal.replica import Replica
from sync.terminal.store import release_ballast
from sync.terminal.syncer import Syncer
from sync.terminal.transport import Transport
from sync.wire import MAX_WAIT_SECONDS

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
"""How often facts that another process recorded (`kiosk record`) are looked for."""
TRUST_MS = 5 * 60 * 1000
"""A clock that is further than this from the hub's is not trusted."""


class Parts:
    """What one thread works with: its own files, its own connection."""

    def __init__(self, folder: Folder) -> None:
        key = folder.database_key()
        self.journal, repaired = open_journal(folder)
        if repaired:
            log.warning("%s", repaired)
        self.replica = Replica(folder.replica, key)
        identity = self.journal.identity()
        if identity is None:
            raise StoreError("This terminal is not enrolled. Enrol it: kiosk enrol --hub URL --space ID.")
        self.transport = Transport(identity.hub, identity.terminal, folder.private_key(), folder.clock)
        self.projection = Projection(self.journal, self.replica, identity.space, folder.clock)
        self.syncer = Syncer(self.journal, self.replica, self.transport, self.projection, folder.clock)

    def close(self) -> None:
        """Closes all."""
        self.transport.close()
        self.journal.close()
        self.replica.close()


class Report:
    """Tells the screen how things stand; writes a line when they changed."""

    def __init__(self, out: TextIO) -> None:
        self._out, self._lock = out, threading.Lock()
        self._said: dict[str, object] = {}
        self._online, self._reason = False, ""
        self._logged = ""

    def log(self, words: str) -> None:
        """Logs what went wrong, once until something else does or it goes right again."""
        if words != self._logged:
            self._logged = words
            log.info("%s", words)

    def line(self, online: bool, reason: str, parts: Parts, *, changed: bool = False) -> None:
        """Says how the line is and what the files hold."""
        with self._lock:
            self._online, self._reason = online, reason
            if online:
                self._logged = ""
            self._write(parts, changed=changed)

    def files(self, parts: Parts, *, changed: bool = False) -> None:
        """Says what the files hold; the line is as it was."""
        with self._lock:
            self._write(parts, changed=changed)

    def _write(self, parts: Parts, *, changed: bool) -> None:
        position = parts.journal.position()
        offset = int(parts.journal.notes().get("offset", "0"))
        now: dict[str, object] = {
            "online": self._online, "updated": parts.replica.standing().updated, "pending": position.pending,
            "last_sent": position.last_sent, "reason": self._reason, "clock_trusted": abs(offset) <= TRUST_MS,
        }  # fmt: skip
        if changed or now != self._said:
            self._said = now
            with contextlib.suppress(BrokenPipeError):
                self._out.write(json.dumps({**now, "changed": changed}) + "\n")
                self._out.flush()


class Engine:
    """Both threads of one data folder."""

    def __init__(self, folder: Folder, out: TextIO) -> None:
        self._folder = folder
        self._report = Report(out)
        self._stop = threading.Event()
        self._facts = threading.Event()
        self._failed = False

    def run(self, commands: Iterable[bytes]) -> int:
        """Works until told to quit, until the commands end, or until a thread fails; returns the exit status."""
        push, *others = [
            threading.Thread(target=self._guarded, args=(work,), name=name, daemon=True)
            for name, work in (("push", self._push_forever), ("pull", self._pull_forever))
        ]
        # Nobody can end a wait for the next command, so it has a thread that is left behind.
        listen = threading.Thread(target=self._listen, args=(commands,), name="commands", daemon=True)
        for thread in (push, *others, listen):
            thread.start()
        self._stop.wait()
        self._facts.set()
        push.join(timeout=5.0)  # the pull thread may wait at the hub: it is a daemon and holds nothing
        return 1 if self._failed else 0

    def _listen(self, commands: Iterable[bytes]) -> None:
        for line in commands:
            if line.strip() == b"facts":
                self._facts.set()
            elif line.strip() == b"quit":
                break
        self._stop.set()

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except SyncError as error:
            self._failed = True
            log.error("%s", error)
        except Exception:
            self._failed = True
            log.exception("the engine failed")
        finally:
            self._stop.set()

    def _push_forever(self) -> None:
        parts, backoff = Parts(self._folder), Backoff()
        while not self._stop.is_set():
            try:
                before = parts.journal.data_version()  # a fact recorded from here on is news, whether it is sent or not
                parts.syncer.push()
                backoff.reset()
                self._report.files(parts)
                self._wait_for_facts(parts, before)
            except (HubError, DiskFull) as error:
                self._cannot(error, parts)
                self._stop.wait(backoff.delay(getattr(error, "retry_after", None)))
        parts.close()

    def _wait_for_facts(self, parts: Parts, before: int) -> None:
        while not self._stop.is_set():
            if self._facts.wait(LOOK_SECONDS):
                self._facts.clear()
                return
            if parts.journal.data_version() != before:
                return

    def _pull_forever(self) -> None:
        parts, backoff = Parts(self._folder), Backoff()
        wait = 0.0
        while not self._stop.is_set():
            try:
                parts.syncer.introduce()
                tally = parts.syncer.pull(wait)
                changed = parts.syncer.seats() or tally.switched
                backoff.reset()
                wait = MAX_WAIT_SECONDS
                self._report.line(True, "", parts, changed=changed)
            except (HubError, DiskFull) as error:
                wait = 0.0
                self._cannot(error, parts)
                self._stop.wait(backoff.delay(getattr(error, "retry_after", None)))
        parts.close()

    def _cannot(self, error: SyncError, parts: Parts) -> None:
        self._report.log(str(error))
        if isinstance(error, DiskFull):
            release_ballast(self._folder.path)
        self._report.line(False, reason_of(error), parts)


def reason_of(error: SyncError) -> str:
    """Why the line does not work, as the screen knows it."""
    if isinstance(error, HubRefused) and error.code != "busy":
        return "revoked" if error.code in ("revoked", "stopped", "unknown_terminal") else "hub_refused"
    if isinstance(error, HubNotOurs):
        return "not_ours"
    if isinstance(error, HubVersion):
        return "version"
    if isinstance(error, DiskFull):
        return "disk_full"
    return "no_network"


def main(arguments: list[str] | None = None) -> int:
    """The process."""
    parser = argparse.ArgumentParser(prog="python -m sync.terminal.engine", description="Synchronises one terminal.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vault", default=None)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s", stream=sys.stderr)
    try:
        folder = open_folder(options.data, options.vault)
        lock = folder.lock("engine")
        lock.acquire()
    except FolderInUse as error:
        sys.stderr.write(f"{error}\n")
        return 3
    except SyncError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    try:
        # Without a buffer: the thread that waits for commands must not hold its lock when the interpreter ends.
        return Engine(folder, sys.stdout).run(io.FileIO(sys.stdin.fileno(), closefd=False))
    except KeyboardInterrupt:  # Ctrl-C in the terminal that started the screen
        return 0
    finally:
        lock.release()


if __name__ == "__main__":
    sys.exit(main())
