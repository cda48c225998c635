"""State down: pages of changes, or a whole snapshot where there is nothing to change from.

A snapshot is taken in frame by frame and goes on where it was after a broken line or a crash (`sync.terminal.fresh`).
A hub without snapshots sends everything in pages.
"""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError

from sync import lines, wire
from sync.clock import Clock, stamp
from sync.errors import HubError, HubUnreachable
from sync.terminal.fresh import MAX_ROW_BYTES, Head, Progress
from sync.terminal.greeting import Greeting, checked_seal
from sync.terminal.journal import Journal, Position
from sync.terminal.packing import BadEncoding, Frames
from sync.terminal.replica import Replica
from sync.terminal.settling import Differs
from sync.terminal.staging import as_items
from sync.terminal.standing import Standing
from sync.terminal.transport import Download, Transport

MAX_TURNS = 10_000
"""Pages in a row; far beyond any real programme, so that a hub gone mad cannot hold us for ever."""
MAX_RESYNCS = 3
"""How often in one turn the hub may say that a terminal must begin anew."""
MAX_FRAME_BYTES = lines.MAX_FRAME_BYTES + MAX_ROW_BYTES


class Puller:
    """Fetches what changed.

    Args:
        journal, replica, transport, greeting, clock: of one thread.
        beat: called with each step, however long the whole takes.
    """

    def __init__(
        self, journal: Journal, replica: Replica, transport: Transport, greeting: Greeting, clock: Clock,
        beat: Callable[[], None],
    ) -> None:  # fmt: skip
        self._journal, self._replica, self._transport = journal, replica, transport
        self._greeting, self._clock, self._beat = greeting, clock, beat
        self._erased: frozenset[str] = frozenset()
        self._looked_at: int | None = None

    def pull(self, wait: float = 0.0) -> tuple[int, bool]:
        """Takes in everything that is new; the first answer may wait up to `wait` seconds for news.

        Returns:
            how many rows came, and whether screens have something new to read.

        Raises:
            HubError: the line failed; what is staged stays staged.
        """
        rows, switched, resyncs = 0, False, 0
        for _ in range(MAX_TURNS):
            stands = self._replica.standing()
            if stands.switches != self._looked_at:
                self._forget_erased()
                self._looked_at = stands.switches
            try:
                if stands.cursor is None and self._takes_snapshots():
                    whole = self._snapshot(stands)
                    if whole is not None:
                        return rows + whole, True
                    stands = self._replica.standing()
                came, fresh, goes_on, resync = self._page(stands, wait)
            except Differs as differs:
                if not differs.anew:
                    raise
                came, fresh, goes_on, resync = 0, False, True, True
            rows, switched, wait = rows + came, switched or fresh, 0.0
            resyncs += resync
            if resyncs > MAX_RESYNCS:
                raise HubError("The hub has this terminal begin anew without end. Ask for help: something is wrong.")
            if not goes_on:
                return rows, switched
            self._beat()
        raise HubError("The hub sends pages without end. Ask for help: something is wrong with it.")

    def _takes_snapshots(self) -> bool:
        if not self._greeting.knows_limits:
            self._greeting.hello()
        return self._greeting.limits.snapshot

    def _query(self, stands: Standing, position: Position) -> dict[str, str]:
        """What a terminal says with each pull: where it stands, and what it was told."""
        # What the replica includes, so that the hub tells at once when it has taken more.
        included = stands.applied if stands.incarnation == position.incarnation else -1
        query = {
            "cursor": stands.cursor or "", "have": str(included), "told": str(position.have),
            "inc": str(position.incarnation), "epoch": position.epoch or "", "seen": self._journal.seen() or "",
        }  # fmt: skip
        return {name: value for name, value in query.items() if value}

    # pages

    def _page(self, stands: Standing, wait: float) -> tuple[int, bool, bool, bool]:
        """Takes one page in; returns how many items came, and whether it switched, goes on, and began anew."""
        position = self._journal.position()
        wait = min(wait, self._greeting.limits.wait_seconds)
        query = self._query(stands, position)
        reply = self._transport.get("/v1/pull", {**query, "wait": f"{wait:g}"}, wire.PullReply, wait=wait)
        if reply.resync and (self._greeting.limits.snapshot or not reply.cursor):
            self._replica.forget()
            self._settle(reply, position)
            return 0, False, True, True
        items = as_items(reply.items)
        cursor = checked_seal(reply.cursor or stands.cursor or "")
        if reply.more and cursor == stands.cursor:
            raise HubError("The hub sends the same page again and again. Ask for help: something is wrong with it.")
        try:
            switched = self._take(stands, position, reply, items, cursor)
        except Differs:  # where the hub stands is believed all the same
            self._settle(reply, position)
            raise
        self._settle(reply, position)
        if not reply.more and "seen" in query:
            self._journal.outgrow(query["seen"])
        return len(items), switched, reply.more, reply.resync

    def _take(
        self, stands: Standing, position: Position, reply: wire.PullReply, items: list[lines.Row], cursor: str
    ) -> bool:
        """Stages or switches what a page brought; returns whether screens have something new to read."""
        now, epoch = stamp(self._clock.now()), reply.epoch or position.epoch or ""
        if reply.more:
            self._replica.stage(stands.cursor, items, cursor, reset=reply.resync)
            return False
        is_behind = (stands.applied, stands.incarnation) != (reply.applied, reply.incarnation)
        if not (items or reply.resync or is_behind or cursor != stands.cursor):
            self._replica.confirm(now, told=reply.digest)
            return False
        switched = self._replica.switch(
            stands.cursor, items, cursor, applied=reply.applied, incarnation=reply.incarnation, epoch=epoch,
            updated=now, reset=reply.resync, digest=reply.digest,
        )  # fmt: skip
        if switched:
            self._forget_erased()
            self._looked_at = stands.switches + 1
        return switched and bool(items or reply.resync or is_behind or stands.cursor is None)

    def _settle(self, reply: wire.PullReply, told: Position) -> None:
        self._greeting.believe(reply, told)
        self._greeting.measure(reply.time)

    # a whole state

    def _snapshot(self, stands: Standing) -> int | None:
        """Takes a snapshot in, on from where one had come; returns how many rows it had, None where there is none."""
        position = self._journal.position()
        begun = stands.progress
        with self._transport.snapshot(
            self._query(stands, position), begun.etag if begun else "", begun.offset if begun else 0
        ) as download:
            if download is None or (not download.etag and download.offset == 0 and begun is None):
                self._greeting.without_snapshot()
                return None
            if begun is not None and (begun.etag, begun.offset) != (download.etag, download.offset):
                begun = None
            if begun is None and download.offset:
                self._replica.forget()
                raise HubError("The hub's snapshot is another one by now. Beginning anew.")
            try:
                return self._frames(download, begun, position)
            except BadEncoding as bad:
                self._replica.forget()
                raise HubError(f"The hub's snapshot cannot be read: {bad}. Beginning anew.") from None

    def _frames(self, download: Download, progress: Progress | None, position: Position) -> int:
        frames = Frames(download.encoding, MAX_FRAME_BYTES, download.offset)
        rows = 0
        for chunk in download.chunks:
            for text, end in frames.feed(chunk):
                self._beat()
                if progress is None:
                    progress = self._begin(download, end, text, position)
                    continue
                rows = progress.lines + text.count(b"\n")
                progress = self._replica.take(progress, end, text, stamp(self._clock.now()))
                if progress is None:
                    self._forget_erased()
                    return max(rows - 1, 0)
        raise HubUnreachable("The line broke before the whole programme was here. It goes on from there later.")

    def _begin(self, download: Download, end: int, text: bytes, position: Position) -> Progress:
        try:
            told = wire.PullReply.model_validate_json(text)
        except ValidationError:
            raise HubError("The hub's snapshot does not say what it is. Trying again later.") from None
        epoch = told.epoch or position.epoch or ""
        head = Head(checked_seal(told.cursor), told.applied, told.incarnation, epoch, told.digest)
        self._settle(told, position)
        self._replica.begin(download.etag, download.encoding, end, head)
        progress = self._replica.standing().progress
        if progress is None:
            raise HubError("Another process takes the programme in. Trying again later.")
        return progress

    # erasures

    def _forget_erased(self) -> None:
        """Deletes the personal parts that the hub wants forgotten; asked again at each start, so that a crash between
        hearing of it and doing it forgets nothing.
        """
        wanted = self._replica.ids("erasure")
        if wanted - self._erased:
            self._journal.forget_personal(sorted(wanted - self._erased))
        self._erased = wanted
