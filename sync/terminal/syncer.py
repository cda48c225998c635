"""One turn of synchronisation at a time: facts up, state down, seats. No loop, no threads, no waiting but the hub's
own.

Rules kept here: the hub's `have` is believed when it goes down, and sending goes on from there; it goes up only by the
answer to a push, which compared the chains; a journal that does not hold what the hub holds goes on under a new
incarnation; what the hub refuses is never deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sync import __version__, wire
from sync.clock import Clock, instant, stamp
from sync.errors import HubError, HubRefused
from sync.seats import Counters
from sync.terminal.journal import Journal, Position
from sync.terminal.projection import Projection
from sync.terminal.replica import Replica, as_items
from sync.terminal.transport import Transport

MAX_TURNS = 10_000
"""Pushes or pages in a row; far beyond any real backlog, so that a hub gone mad cannot hold us for ever."""
SEATS_AHEAD = timedelta(days=30)
MAX_WANT = 10_000
OFFSET_STEP_MS = 2_000
"""A measured clock offset is noted again when it moved by more than this."""


@dataclass
class Tally:
    """What a turn did."""

    pushed: int = 0
    pulled: int = 0
    switched: bool = False


class Syncer:
    """The terminal's end of the line."""

    def __init__(
        self, journal: Journal, replica: Replica, transport: Transport, projection: Projection, clock: Clock
    ) -> None:
        self._journal, self._replica, self._transport = journal, replica, transport
        self._projection, self._clock = projection, clock

    def hello(self) -> None:
        """Introduces this terminal: the first time, after an update of the program, and after a refusal."""
        position = self._journal.position()
        reply = self._transport.post("/v1/hello", self._hello(position), wire.HelloReply)
        if reply.incarnation > position.incarnation:
            self._journal.begin_incarnation(reply.incarnation)
        elif reply.have < position.have:
            self._journal.acknowledge(reply.have, reply.durable)
        if reply.epoch != position.epoch:
            self._journal.note_epoch(reply.epoch)
        self._measure(reply.time)
        self._journal.note("hello", __version__)

    def _hello(self, position: Position) -> wire.Hello:
        def hash_of(seq: int) -> str:
            return (self._journal.hash_at(seq) or b"").hex()

        held = position.last >= position.floor
        return wire.Hello(
            incarnation=position.incarnation, epoch=position.epoch, cursor=self._replica.standing().cursor,
            floor=position.floor if held else 0, last=position.last if held else 0,
            floor_hash=hash_of(position.floor) if held else "", last_hash=hash_of(position.last) if held else "",
            have=position.have, have_hash=hash_of(position.have), clock=self._moment(), version=__version__,
        )  # fmt: skip

    def introduce(self) -> None:
        """Says hello where this program has not done so yet."""
        if self._journal.notes().get("hello") != __version__:
            self.hello()

    # facts up

    def push(self, tally: Tally | None = None) -> Tally:
        """Sends everything above the hub's `have`, in order.

        Raises:
            HubError: the line failed; what was acknowledged stays so.
        """
        tally = tally or Tally()
        for _ in range(MAX_TURNS):
            position = self._journal.position()
            if position.last <= position.have:
                return tally
            try:
                tally.pushed += self._push_some(position)
            except HubRefused as refused:
                self._misplaced(refused, position)
        raise HubError("The hub takes facts without end. Ask for help: something is wrong with it.")

    def _push_some(self, position: Position) -> int:
        facts = self._journal.after(position.have, facts=wire.FIRST_PUSH_FACTS, size=wire.FIRST_PUSH_BYTES)
        previous = self._journal.hash_at(position.have)
        if not facts or previous is None:
            raise HubError(f"The journal does not hold fact {position.have + 1}, which the hub wants.")
        message = wire.Push(
            incarnation=position.incarnation, first=facts[0].seq, previous=previous.hex(), clock=self._moment(),
            facts=[
                wire.WireFact(
                    raw=fact.raw.decode(), salt=fact.salt.hex() if fact.salt else None,
                    personal=fact.personal.decode() if fact.personal else None,
                )
                for fact in facts
            ],
        )  # fmt: skip
        reply = self._transport.post("/v1/push", message, wire.PushReply)
        self._journal.store_outcomes(
            [
                (one.seq, one.state, one.outcome.state if one.outcome else None, one.outcome.why if one.outcome else "")
                for one in reply.results
            ]
        )
        self._journal.acknowledge(reply.have, reply.durable, stamp(self._clock.now()))
        self._measure(reply.time)
        if reply.have <= position.have:
            raise HubError("The hub took no fact and did not say why. Trying again later.")
        return reply.have - position.have

    def _misplaced(self, refused: HubRefused, position: Position) -> None:
        """Goes where the hub says that it stands; anything else it refuses is not ours to mend."""
        have, incarnation = refused.details.get("have"), refused.details.get("incarnation")
        if refused.code == "fork" and isinstance(incarnation, int) and incarnation > position.incarnation:
            self._journal.begin_incarnation(incarnation)
        elif refused.code == "gap" and isinstance(have, int) and have < position.have:
            self._journal.acknowledge(have, position.durable)
        else:
            raise refused

    # state down

    def pull(self, wait: float = 0.0, tally: Tally | None = None) -> Tally:
        """Takes pages until there is no more; the first may wait up to `wait` seconds for news.

        Raises:
            HubError: the line failed; what is staged stays staged.
        """
        tally = tally or Tally()
        for _ in range(MAX_TURNS):
            if not self._pull_page(wait, tally):
                return tally
            wait = 0.0
        raise HubError("The hub sends pages without end. Ask for help: something is wrong with it.")

    def _pull_page(self, wait: float, tally: Tally) -> bool:
        """Takes one page; returns whether another follows."""
        stands, position = self._replica.standing(), self._journal.position()
        cursor = stands.cursor
        # What the replica includes, so that the hub tells at once when it has taken more.
        included = stands.applied if stands.incarnation == position.incarnation else -1
        query = {"cursor": cursor or "", "wait": f"{wait:g}", "have": str(included)}
        reply = self._transport.get("/v1/pull", query, wire.PullReply, wait=wait)
        now = stamp(self._clock.now())
        items = as_items(reply.items)
        tally.pulled += len(items)
        if reply.more:
            self._replica.stage(cursor, items, reply.cursor, reset=reply.resync)
        elif items or reply.resync or cursor is None or self._behind(reply):
            switched = self._replica.switch(
                cursor, items, reply.cursor, applied=reply.applied, incarnation=reply.incarnation, epoch=reply.epoch,
                updated=now, reset=reply.resync,
            )  # fmt: skip
            tally.switched = tally.switched or switched
        else:
            self._replica.confirm(now)
        self._believe(reply, position)
        self._measure(reply.time)
        return reply.more

    def _behind(self, reply: wire.PullReply) -> bool:
        stands = self._replica.standing()
        return (stands.applied, stands.incarnation) != (reply.applied, reply.incarnation)

    def _believe(self, reply: wire.PullReply, told: Position) -> None:
        if reply.incarnation > told.incarnation:
            self._journal.begin_incarnation(reply.incarnation)
        elif reply.incarnation < told.incarnation or reply.have > self._journal.position().last:
            self.hello()  # one of us went back in time: the hub sees who, and says how to go on
        elif reply.have < told.have:
            self._journal.acknowledge(reply.have, reply.durable)
        if reply.epoch and reply.epoch != told.epoch:
            self._journal.note_epoch(reply.epoch)

    # seats

    def seats(self) -> bool:
        """Tells counters and asks for seats where something changed; returns whether the terminal's rights grew."""
        self._projection.refresh()
        lines = self._seat_lines()
        grew = False
        incarnation = self._journal.position().incarnation
        for start in range(0, len(lines), wire.MAX_SEAT_LINES):
            part = lines[start : start + wire.MAX_SEAT_LINES]
            reply = self._transport.post("/v1/seats", wire.Seats(incarnation=incarnation, lines=part), wire.SeatsReply)
            grew = self._journal.take_grants([(one.occurrence, one.granted) for one in reply.grants]) or grew
            self._journal.note_asked([(line.occurrence, line.spent, line.returned, line.want) for line in part])
        return grew

    def _seat_lines(self) -> list[wire.SeatLine]:
        counters, asked = self._journal.counters(), self._journal.asked()
        lines = []
        for occurrence in self._projection.bookable(self._clock.now() + SEATS_AHEAD):
            held = counters.get(occurrence.id, Counters())
            want = min(occurrence.capacity or 0, MAX_WANT)
            if asked.get(occurrence.id) != (held.spent, held.returned, want):
                lines.append(
                    wire.SeatLine(
                        occurrence=occurrence.id,
                        granted=held.granted,
                        returned=held.returned,
                        spent=held.spent,
                        want=want,
                    )
                )
        return lines

    # clocks

    def _moment(self) -> wire.Clock:
        return wire.Clock(at=stamp(self._clock.now()), mono=self._clock.monotonic_ms(), boot=self._clock.boot_id())

    def _measure(self, time: str) -> None:
        """Notes how far the hub's clock is ahead of ours."""
        try:
            offset = int((instant(time) - self._clock.now()).total_seconds() * 1000)
        except ValueError:
            return
        known = self._journal.notes().get("offset")
        if known is None or abs(int(known) - offset) > OFFSET_STEP_MS:
            self._journal.note("offset", str(offset))
