"""Facts up: in order, as many at a time as the hub takes, the next ones made ready while the hub works on the last.

What the hub refuses is never deleted. A journal that does not hold what the hub holds goes on under a new incarnation;
where the hub holds less than it once did, sending goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeGuard

from sync import wire
from sync.clock import Clock, stamp
from sync.errors import HubError, HubRefused
from sync.terminal.greeting import Greeting
from sync.terminal.journal import Journal, Position
from sync.terminal.transport import Packed, Transport

MAX_TURNS = 10_000
"""Pushes in a row; far beyond any real backlog, so that a hub gone mad cannot hold us for ever."""
MAX_CORRECTIONS = 20
"""Refusals that say where to go on from, in a row without a fact taken."""
MAX_WHY_CHARS = 300


@dataclass(frozen=True, slots=True)
class Batch:
    """A push ready to be sent. `first` to `last`: the facts' places; `hash` is of the last."""

    incarnation: int
    epoch: str | None
    first: int
    last: int
    hash: bytes
    packed: Packed


class Pusher:
    """Sends what the hub does not have."""

    def __init__(
        self, journal: Journal, transport: Transport, greeting: Greeting, clock: Clock, beat: Callable[[], None]
    ) -> None:
        self._journal, self._transport, self._greeting, self._clock = journal, transport, greeting, clock
        self._beat = beat
        self._facts: int | None = None  # fewer than the limit, where the hub found that too much
        self._aside: ThreadPoolExecutor | None = None

    def close(self) -> None:
        """Ends the thread that makes pushes ready."""
        if self._aside is not None:
            self._aside.shutdown()
            self._aside = None

    def push(self) -> int:
        """Sends everything above the hub's `have`, in order; returns how many facts were taken.

        Raises:
            HubError: the line failed; what was acknowledged stays so.
        """
        taken, corrections = 0, 0
        ready: Batch | None = None
        for _ in range(MAX_TURNS):
            self._beat()
            position = self._journal.position()
            if position.salvaged or position.have + 1 < position.floor <= position.last:
                self._catch_up()
                ready = None
                continue
            if position.last <= position.have:
                return taken
            batch = ready if ready is not None and _fits(ready, position) else self._batch(position, position.have)
            try:
                count, ready = self._send(batch, position)
                taken, corrections = taken + count, 0 if count else corrections + 1
                if corrections > MAX_CORRECTIONS:
                    raise HubError("The hub holds more than there ever was. Ask for help: something is wrong with it.")
            except HubRefused as refused:
                ready, corrections = None, corrections + 1
                if corrections > MAX_CORRECTIONS:
                    raise
                self._misplaced(refused, position, batch)
        raise HubError("The hub takes facts without end. Ask for help: something is wrong with it.")

    def _catch_up(self) -> None:
        """Asks the hub how to go on where the journal has nothing to send from: it was salvaged, or the hub lost what
        was durable there and deleted here.
        """
        self._greeting.hello()
        now = self._journal.position()
        if now.salvaged or now.have + 1 < now.floor <= now.last:
            raise HubError(f"The journal does not hold fact {now.have + 1}, which the hub wants. Ask for help.")

    def _send(self, batch: Batch, position: Position) -> tuple[int, Batch | None]:
        """Sends a batch; returns how many facts were taken, and the next batch where there is one."""
        coming = self._prepare(position, batch)
        try:
            reply = self._transport.post("/v1/push", batch.packed, wire.PushReply)
        finally:
            ready = coming.result() if coming is not None else None
        self._journal.store_outcomes(
            [
                (
                    one.seq, one.state, one.outcome.state[:MAX_WHY_CHARS] if one.outcome else None,
                    one.outcome.why[:MAX_WHY_CHARS] if one.outcome else "",
                )
                for one in reply.results[: wire.MAX_PUSH_FACTS]
                if batch.first <= one.seq <= batch.last
            ]
        )  # fmt: skip
        if reply.have > self._journal.position().last:
            self._greeting.hello()  # it holds more than there ever was
            return 0, None
        have = min(reply.have, batch.last)  # what the hub holds beyond was not compared: it may be another journal's
        self._journal.acknowledge(have, min(reply.durable, have), stamp(self._clock.now()))
        self._greeting.believe_epoch(reply.epoch, position)
        self._greeting.measure(reply.time)
        if have <= position.have:
            raise HubError("The hub took no fact and did not say why. Trying again later.")
        return have - position.have, ready

    def _prepare(self, position: Position, batch: Batch) -> Future[Batch] | None:
        """Has the batch after this one made ready, of facts that are there already."""
        if batch.last >= position.last:
            return None
        if self._aside is None:
            self._aside = ThreadPoolExecutor(1, thread_name_prefix="next push")
        return self._aside.submit(self._batch, position, batch.last, batch.hash)

    def _batch(self, position: Position, after: int, previous: bytes | None = None) -> Batch:
        limits = self._greeting.limits
        most = min(limits.push_facts, self._facts or limits.push_facts, position.last - after)
        facts = self._journal.after(after, facts=most, size=limits.push_bytes)
        before = previous if previous is not None else self._journal.hash_at(after)
        if not facts or before is None:
            raise HubError(f"The journal does not hold fact {after + 1}, which the hub wants.")
        message = wire.Push(
            incarnation=position.incarnation, first=facts[0].seq, previous=before.hex(), clock=self._greeting.moment(),
            facts=[
                wire.WireFact.model_construct(  # our own text: nothing to check
                    raw=fact.raw.decode(), salt=fact.salt.hex() if fact.salt else None,
                    personal=fact.personal.decode() if fact.personal else None,
                )
                for fact in facts
            ],
            epoch=position.epoch, seen=self._journal.seen(),
        )  # fmt: skip
        packed = self._transport.pack(message)
        return Batch(position.incarnation, position.epoch, facts[0].seq, facts[-1].seq, facts[-1].hash, packed)

    def _misplaced(self, refused: HubRefused, position: Position, batch: Batch) -> None:
        """Goes where the hub says that it stands; anything else it refuses is not ours to mend."""
        have, incarnation = refused.details.get("have"), refused.details.get("incarnation")
        if refused.code == "fork" and _is_count(incarnation) and incarnation > position.incarnation:
            self._journal.begin_incarnation(incarnation)
        elif refused.code == "gap" and _is_count(have) and have < position.have:
            self._journal.acknowledge(have, min(position.durable, have))
        elif refused.status in (413, 415) and batch.last > batch.first:
            self._facts = (batch.last - batch.first + 1) // 2
            self._greeting.hello()  # its limits are others than they were
        else:
            raise refused


def _fits(ready: Batch, position: Position) -> bool:
    return (ready.incarnation, ready.epoch, ready.first) == (
        position.incarnation, position.epoch, position.have + 1,
    )  # fmt: skip


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and 0 <= value < 1 << 63
