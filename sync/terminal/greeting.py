"""How a terminal and its hub find out where each other stands: hello, limits, clocks, and what is believed.

The hub's `have` is believed when it goes down. It goes up only by the answer to a push, which compared the chains; or,
by a hello, over facts that this terminal has deleted as durable and the hub lost: nobody has those any more.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from sync import __version__, wire
from sync.clock import Clock, stamp
from sync.errors import HubError
from sync.terminal.answers import told_time
from sync.terminal.journal import Journal, Position
from sync.terminal.replica import Replica
from sync.terminal.transport import Transport

OFFSET_STEP_MS = 2_000
"""A measured clock offset is noted again when it moved by more than this."""
AGAIN_MS = 24 * 3600 * 1000
"""A program that runs for long introduces itself again after this time: the hub's limits may be others by now."""
MIN_PUSH_BYTES = 64 * 1024
"""One fact always fits."""
MAX_NAME_CHARS = 64
MAX_SEALED_CHARS = 1_000
"""Of a cursor or a proof; what is longer comes from no hub."""


class Greeting:
    """What this terminal knows of its hub beyond facts and rows; the same for pushes, pulls and seats."""

    def __init__(
        self, journal: Journal, replica: Replica, transport: Transport, clock: Clock,
        health: Callable[[], dict[str, Any]] = dict,
    ) -> None:  # fmt: skip
        self._journal, self._replica, self._transport, self._clock = journal, replica, transport, clock
        self._health = health
        notes = journal.notes()
        self._offset: int | None = int(notes["offset"]) if "offset" in notes else None
        if self._offset is not None:
            transport.shift(self._offset)
        self.limits, self.knows_limits = wire.Limits(), False
        if "limits" in notes:
            self._use(notes["limits"])
        self._greeted_ms = clock.monotonic_ms()

    def introduce(self) -> None:
        """Says hello where this program has not done so yet, or not for long."""
        long = self._clock.monotonic_ms() - self._greeted_ms > AGAIN_MS
        if long or self._journal.notes().get("hello") != __version__:
            self.hello()

    def hello(self) -> None:
        """Introduces this terminal: the first time, after an update of the program, and after a refusal."""
        position = self._journal.position()
        reply = self._transport.post("/v1/hello", self._hello(position), wire.HelloReply)
        missing = position.have + 1 < position.floor
        if reply.incarnation > position.incarnation:
            self._journal.begin_incarnation(reply.incarnation)
        elif reply.have < position.have or (missing and position.have < reply.have <= position.last):
            self._journal.acknowledge(reply.have, min(reply.durable, reply.have))
        self.believe_epoch(reply.epoch, position)
        self.measure(reply.time)
        told = reply.limits.model_dump_json()
        self._use(told)
        self._journal.note_all({"hello": __version__, "limits": told})
        self._greeted_ms = self._clock.monotonic_ms()

    def _hello(self, position: Position) -> wire.Hello:
        def hash_of(seq: int) -> str:
            return (self._journal.hash_at(seq) or b"").hex()

        held = position.last >= position.floor
        return wire.Hello(
            incarnation=position.incarnation, epoch=position.epoch, cursor=self._replica.standing().cursor,
            floor=position.floor if held else 0, last=position.last if held else 0,
            floor_hash=hash_of(position.floor) if held else "", base_hash=position.base_hash,
            last_hash=hash_of(position.last) if held else "", have=position.have, have_hash=hash_of(position.have),
            seen=self._journal.seen(), clock=self.moment(), version=__version__, health=self._health(),
        )  # fmt: skip

    def _use(self, told: str) -> None:
        """Keeps to what a hub told of its limits, as far as that makes sense."""
        try:
            limits = wire.Limits.model_validate_json(told)
        except ValidationError:
            return
        wait = limits.wait_seconds if math.isfinite(limits.wait_seconds) else wire.MAX_WAIT_SECONDS
        self.limits = limits.model_copy(
            update={
                "push_facts": min(max(limits.push_facts, 1), wire.MAX_PUSH_FACTS),
                "push_bytes": min(max(limits.push_bytes, MIN_PUSH_BYTES), wire.MAX_PUSH_BYTES),
                "wait_seconds": min(max(wait, 0.0), wire.MAX_WAIT_SECONDS),
            }
        )
        self._transport.encodings = self.limits.encodings
        self.knows_limits = True

    def without_snapshot(self) -> None:
        """Remembers that the hub has no snapshot as lines, until it says something else."""
        self.limits = self.limits.model_copy(update={"snapshot": False})
        self._journal.note("limits", self.limits.model_dump_json())

    def believe(self, reply: wire.PullReply, told: Position) -> None:
        """Goes where the hub says that it stands. `told`: where this terminal stood when it asked."""
        if reply.incarnation > told.incarnation:
            self._journal.begin_incarnation(reply.incarnation)
        elif reply.incarnation < told.incarnation or self._beyond(reply.have, told):
            self.hello()  # one of us went back in time: the hub sees who, and says how to go on
        elif reply.have < told.have:
            self._journal.acknowledge(reply.have, min(reply.durable, reply.have))
        elif reply.durable != told.durable:
            self._journal.secure(reply.incarnation, reply.durable)
        self.believe_epoch(reply.epoch, told)

    def _beyond(self, have: int, told: Position) -> bool:
        """Whether the hub holds more than this terminal, which may have recorded something since it asked."""
        return have > told.last and have > self._journal.position().last

    def believe_epoch(self, epoch: str, told: Position) -> None:
        """Remembers the hub's epoch; after `have`, which is told of this epoch and would be wrong of the other.

        Raises:
            HubError: it is none.
        """
        if not epoch or epoch == told.epoch:
            return
        if len(epoch) > MAX_NAME_CHARS:
            raise HubError("The hub's epoch is none. Ask for help: something is wrong with it.")
        self._journal.note_epoch(epoch)

    # clocks

    def moment(self) -> wire.Clock:
        """This terminal's clocks now."""
        return wire.Clock(at=stamp(self._clock.now()), mono=self._clock.monotonic_ms(), boot=self._clock.boot_id())

    def measure(self, time: str) -> None:
        """Notes how far the hub's clock is ahead of ours; requests are signed in the hub's time from then on."""
        told = told_time(time)
        if told is None:
            return
        offset = int((told - self._clock.now()).total_seconds() * 1000)
        if self._offset is None or abs(self._offset - offset) > OFFSET_STEP_MS:
            self._offset = offset
            self._transport.shift(offset)
            self._journal.note("offset", str(offset))


def checked_seal(sealed: str) -> str:
    """A cursor or a proof of the hub's.

    Raises:
        HubError: it is none.
    """
    if not 0 < len(sealed) <= MAX_SEALED_CHARS:
        raise HubError("The hub's cursor is none. Ask for help: something is wrong with it.")
    return sealed
