"""The engine: a process of its own that pushes and pulls whenever it can.

    python -m sync.terminal.engine --data DIR [--vault KIND]

It writes one JSON object a line on standard output whenever something changes:
    {"online", "updated", "pending", "last_sent", "changed", "reason", "clock_trusted"}
and reads lines on standard input: ``facts`` (something was recorded), ``quit``. It ends when standard input closes,
so it never outlives the screen that started it. There is one engine a data folder.

Four threads, each with files and a connection of its own: *pull* waits at the hub for news, *push* waits for facts and
then sends them, and the seat counters after them; *upkeep* looks after the files; *search* brings the index of search
to what the replica holds. None waits for another. After an
error of the disk all is closed and opened again. A thread that stands still or fails for good ends the process, which
the screen then starts again.
"""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from sync.errors import DiskFull, FolderInUse, HubError, StoreError, SyncError
from sync.terminal.backoff import Backoff
from sync.terminal.erasing import take
from sync.terminal.folder import Folder, open_folder
from sync.terminal.index import Index
from sync.terminal.opening import open_journal
from sync.terminal.pictures import Shelf, fetch
from sync.terminal.projection import Projection
from sync.terminal.replica import Replica
from sync.terminal.reporting import Report, reason_of
from sync.terminal.rounds import Rounds
from sync.terminal.store import release_ballast
from sync.terminal.syncer import Syncer
from sync.terminal.transport import Transport
from sync.terminal.upkeep import health
from sync.wire import MAX_WAIT_SECONDS

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
"""How often facts that another process recorded (`kiosk record`) are looked for."""
BREATH_SECONDS = 0.25
"""Between two pulls, whatever the hub sends: one that always has news keeps nobody from anything else."""
HASTY_SECONDS = 1.0
"""A hub that was asked to wait and answers sooner with nothing is not asked again before this time."""
INDEX_BREATH_SECONDS = 0.02
"""Between two batches of the index of search: whoever pushes goes first."""
INDEX_ROUND_SECONDS = 60.0
"""How often the index lets go of what is over, though nothing changed; and how long it rests after an error."""
PICTURES_EVERY_SECONDS = 3600.0
"""After which is looked again which pictures the coming days want, without any news."""
UPKEEP_AFTER_SECONDS = 20.0
UPKEEP_EVERY_SECONDS = 600.0
NICE = 5
"""How far the engine steps back behind the screen: on a machine with little to spare, a picture goes first."""
STUCK_SECONDS = 900.0
"""A thread that did nothing for so long stands still: no wait of ours and no answer of a hub takes longer."""
BEAT_SECONDS = 30.0
MAX_REOPENED = 5
"""How often in a row files that fail are closed and opened again before the process ends."""


class Parts:
    """What one thread works with: its own files, its own connection."""

    def __init__(self, folder: Folder, beat: Callable[[], None] = lambda: None) -> None:
        self.journal, repaired = open_journal(folder)
        if repaired:
            log.warning("%s", repaired)
        identity = self.journal.identity()
        if identity is None:
            raise StoreError("This terminal is not enrolled. Enrol it: kiosk enrol --hub URL --space ID.")
        self.replica = Replica.opened(folder.replica, folder.database_key())
        self.transport = Transport(identity.hub, identity.terminal, folder.private_key(), folder.clock)
        self.projection = Projection(self.journal, self.replica, identity.space, folder.clock)
        self.syncer = Syncer(
            self.journal, self.replica, self.transport, self.projection, folder.clock, beat,
            lambda: health(folder, self.journal),
        )  # fmt: skip

    def close(self) -> None:
        """Closes all."""
        self.syncer.close()
        self.transport.close()
        self.journal.close()
        self.replica.close()


class Engine:
    """All threads of one data folder.

    Attributes:
        stuck: a thread stands still: nobody can end it but with the process.
    """

    def __init__(self, folder: Folder, out: TextIO) -> None:
        self._folder = folder
        self._report = Report(out)
        self._stop = threading.Event()
        self._facts = threading.Event()
        self._beats: dict[str, float] = {}
        self._failed = False
        self.stuck = False

    def run(self, commands: Iterable[bytes]) -> int:
        """Works until told to quit, until the commands end, or until a thread fails; returns the exit status."""
        works = {
            "push": self._push,
            "pull": self._pull,
            "upkeep": self._keep_up,
            "search": self._index,
            "pictures": self._fetch,
        }
        try:
            Parts(self._folder).close()  # what needs repair is repaired while nobody else has it open
        except SyncError as error:
            log.error("%s", error)
            return 1
        threads = {
            name: threading.Thread(target=self._guarded, args=(name, work), name=name, daemon=True)
            for name, work in works.items()
        }
        # Nobody can end a wait for the next command, so it has a thread that is left behind.
        listen = threading.Thread(target=self._listen, args=(commands,), name="commands", daemon=True)
        for thread in (*threads.values(), listen):
            thread.start()
        while not self._stop.wait(LOOK_SECONDS):
            self._watch()
        self._facts.set()
        for name in ("push", "upkeep", "search", "pictures"):
            threads[name].join(timeout=5.0)  # the pull thread may wait at the hub: it is a daemon and holds nothing
        return 1 if self._failed else 0

    def _listen(self, commands: Iterable[bytes]) -> None:
        for line in commands:
            if line.strip() == b"facts":
                self._facts.set()
            elif line.strip() == b"quit":
                break
        self._stop.set()

    def _watch(self) -> None:
        late = [name for name, beat in self._beats.items() if time.monotonic() - beat > STUCK_SECONDS]
        if late:
            log.error("The engine's %s thread stands still; the engine ends and is started again.", late[0])
            self._failed = self.stuck = True
            self._stop.set()

    def _guarded(self, name: str, work: Callable[[Parts], None]) -> None:
        """Works with files of its own, opened again after an error of theirs."""

        def beat() -> None:
            self._beats[name] = time.monotonic()

        backoff = Backoff()
        try:
            for attempt in range(MAX_REOPENED + 1):
                beat()
                parts = Parts(self._folder, beat)
                began = time.monotonic()
                try:
                    work(parts)
                    return
                except StoreError as error:  # never again on the same handle: what it holds is not what lies on disk
                    if attempt == MAX_REOPENED:
                        raise
                    log.error("%s Everything is closed and opened again.", error)
                finally:
                    parts.close()
                if time.monotonic() - began > STUCK_SECONDS:
                    backoff.reset()
                self._pause(name, backoff.delay())
        except SyncError as error:
            self._failed = True
            log.error("%s", error)
        except Exception:
            self._failed = True
            log.exception("the engine failed")
        finally:
            self._beats.pop(name, None)
            self._stop.set()

    def _pause(self, name: str, seconds: float) -> None:
        """Waits, and shows that it does."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and not self._stop.wait(min(left, BEAT_SECONDS)):
            self._beats[name] = time.monotonic()

    # facts up, then seats

    def _push(self, parts: Parts) -> None:
        backoff, seats = Backoff(), Backoff()
        seats_from = 0.0
        while not self._stop.is_set():
            self._beats["push"] = time.monotonic()
            try:
                # A fact recorded, or a state switched, from here on is news, whether it is sent or not.
                before = (parts.journal.data_version(), parts.replica.data_version())
                parts.syncer.push()
                backoff.reset()
                self._report.files(parts.journal, parts.replica)
            except (HubError, DiskFull) as error:
                self._cannot(error, parts)
                self._pause("push", backoff.delay(getattr(error, "retry_after", None)))
                continue
            if time.monotonic() >= seats_from:
                try:
                    if parts.syncer.seats():
                        self._report.files(parts.journal, parts.replica, changed=True)
                    seats.reset()
                    seats_from = 0.0
                except (HubError, DiskFull) as error:  # facts do not wait for seats
                    self._cannot(error, parts)
                    seats_from = time.monotonic() + seats.delay(getattr(error, "retry_after", None))
            self._wait_for_news(parts, before, seats_from)

    def _wait_for_news(self, parts: Parts, before: tuple[int, int], seats_from: float) -> None:
        while not self._stop.is_set():
            self._beats["push"] = time.monotonic()
            if self._facts.wait(LOOK_SECONDS):
                self._facts.clear()
                return
            if 0.0 < seats_from <= time.monotonic():
                return
            if (parts.journal.data_version(), parts.replica.data_version()) != before:
                return

    # state down

    def _pull(self, parts: Parts) -> None:
        backoff, wait = Backoff(), 0.0
        while not self._stop.is_set():
            self._beats["pull"] = began = time.monotonic()
            try:
                parts.syncer.introduce()
                tally = parts.syncer.pull(wait)
                backoff.reset()
                self._report.line(True, "", parts.journal, parts.replica, changed=tally.switched)
                hasty = wait > 0 and not tally.pulled and time.monotonic() - began < HASTY_SECONDS
                wait = MAX_WAIT_SECONDS
                self._pause("pull", HASTY_SECONDS if hasty else BREATH_SECONDS)
            except (HubError, DiskFull) as error:
                wait = 0.0
                self._cannot(error, parts)
                self._pause("pull", backoff.delay(getattr(error, "retry_after", None)))

    def _cannot(self, error: SyncError, parts: Parts) -> None:
        self._report.log(str(error))
        if take(self._folder, parts.journal, error):
            self._report.log("The hub orders this terminal to erase what it holds.")
            self._stop.set()  # the order is obeyed when nobody has the folder open
        if isinstance(error, DiskFull):
            release_ballast(self._folder.path)
        self._report.line(False, reason_of(error), parts.journal, parts.replica)

    # the index of search

    def _index(self, parts: Parts) -> None:
        """Keeps the index up to date. It is disposable: whatever happens to it stops nothing else."""
        index = Index(self._folder.search, self._folder.database_key())
        lock = self._folder.lock("search")
        try:
            lock.acquire(wait=True)  # a screen that did some of it meanwhile is done in a moment
            while not self._stop.is_set():
                self._beats["search"] = time.monotonic()
                seen, until = parts.replica.data_version(), time.monotonic() + INDEX_ROUND_SECONDS
                try:
                    while not self._stop.is_set() and index.catch_up(parts.replica, self._folder.clock.now()):
                        self._pause("search", INDEX_BREATH_SECONDS)
                except StoreError as error:
                    self._report.log(str(error))
                    self._pause("search", INDEX_ROUND_SECONDS)
                while parts.replica.data_version() == seen and time.monotonic() < until:
                    self._pause("search", LOOK_SECONDS)
                    if self._stop.is_set():
                        break
        finally:
            index.close()
            lock.release()

    # pictures

    def _fetch(self, parts: Parts) -> None:
        """Fetches the activities' pictures, while the hub answers. Whatever happens to them stops nothing else."""
        shelf, backoff = Shelf(self._folder.pictures), Backoff()
        shelf.check()

        def breathe() -> bool:
            self._beats["pictures"] = time.monotonic()
            return self._report.online and not self._stop.is_set()

        while not self._stop.is_set():
            seen = parts.replica.data_version() if self._report.online else None
            if seen is not None:
                try:
                    wanted = parts.projection.pictures(self._folder.clock.now())
                    if fetch(shelf, wanted, parts.transport.picture, breathe):
                        self._report.files(parts.journal, parts.replica, changed=True)
                    backoff.reset()
                except HubError as error:
                    self._report.log(str(error))
                    self._pause("pictures", backoff.delay(getattr(error, "retry_after", None)))
                    continue
                except (OSError, StoreError) as error:
                    shelf.clear()
                    self._report.log(f"Pictures are not kept for now: {error}")
                    self._pause("pictures", PICTURES_EVERY_SECONDS)
            until = time.monotonic() + PICTURES_EVERY_SECONDS
            while not self._stop.is_set() and time.monotonic() < until:
                self._pause("pictures", LOOK_SECONDS)
                if self._report.online and parts.replica.data_version() != seen:
                    break

    # the files

    def _keep_up(self, parts: Parts) -> None:
        rounds = Rounds(self._folder, parts.journal, parts.replica)
        self._pause("upkeep", UPKEEP_AFTER_SECONDS)
        while not self._stop.is_set():
            self._beats["upkeep"] = time.monotonic()
            try:
                if rounds.turn(in_touch=self._report.online):
                    self._report.files(parts.journal, parts.replica, changed=True)
            except DiskFull as error:
                self._cannot(error, parts)
            self._pause("upkeep", UPKEEP_EVERY_SECONDS)


def main(arguments: list[str] | None = None) -> int:
    """The process."""
    parser = argparse.ArgumentParser(prog="python -m sync.terminal.engine", description="Synchronises one terminal.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vault", default=None)
    options = parser.parse_args(arguments)
    os.nice(NICE)
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
        engine = Engine(folder, sys.stdout)
        status = engine.run(io.FileIO(sys.stdin.fileno(), closefd=False))
        if engine.stuck:
            sys.stderr.flush()
            os._exit(status)  # the interpreter would wait for a thread that does not come back
        return status
    except KeyboardInterrupt:  # Ctrl-C in the terminal that started the screen
        return 0
    finally:
        lock.release()


if __name__ == "__main__":
    sys.exit(main())
