"""Seat rights, as the terminal asks for them and gives them back (`sync.seats`).

The terminal of the space where something takes place asks for as many as it may hold; any other for a few, and only of
what is near. What is given back is committed before the hub is told. After the hub lost sight of what terminals hold,
all counters are shown once; until then the hub counts the most that this terminal may have.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa

from sync import rows, seats, wire
from sync.clock import Clock, stamp
from sync.errors import HubRefused
from sync.seats import Counters
from sync.terminal.greeting import MAX_SEALED_CHARS, Greeting
from sync.terminal.journal import Journal, Position
from sync.terminal.projection import Projection
from sync.terminal.replica import Replica
from sync.terminal.transport import Transport

AHEAD = timedelta(days=30)
"""How far ahead seats of the own space are asked for."""
ELSEWHERE_AHEAD = timedelta(days=7)
ELSEWHERE = 60
"""Occurrences of other spaces of which seats are asked for, the next ones."""
GATHER_WITHIN = timedelta(hours=2)
"""Before the start, seats are only at the space where it takes place."""
OVER_AFTER = timedelta(days=1)
"""After its start, an occurrence of which nobody said when it ends is over for good."""
MAX_WANT = 10_000
MAX_GRANTED = 1_000_000
"""No honest grant comes near."""
MAX_MESSAGES = 2
"""Of a turn, when nothing but wishes is in them: the next turn goes on."""
CHUNK = 400


@dataclass(frozen=True, slots=True)
class Seen:
    """What the replica says of seats. `recalled`: by occurrence, of the current incarnation."""

    known: Mapping[str, rows.Occurrence]
    recalled: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Basis:
    """All that a turn's questions depend on. As long as it is what it was when nothing was left to tell, nothing is."""

    seats_at: int
    applied: tuple[int, int]
    position: Position
    held: Mapping[str, Counters]
    minute: int


class Asker:
    """Asks for seats, of one thread."""

    def __init__(
        self, journal: Journal, replica: Replica, transport: Transport, projection: Projection, greeting: Greeting,
        clock: Clock,
    ) -> None:  # fmt: skip
        self._journal, self._replica, self._transport = journal, replica, transport
        self._projection, self._greeting, self._clock = projection, greeting, clock
        self._settled: Basis | None = None
        self._settled_files: object = None

    def seats(self) -> bool:
        """Gives back, tells counters and asks, where something changed; returns whether the terminal's rights grew.

        Raises:
            HubError: the line failed; what was given back stays so, and is told later.
        """
        minute = int(self._clock.now().timestamp() // 60)
        files = (self._journal.version(), self._replica.version(), minute)
        if files == self._settled_files:
            return False
        stands, position = self._replica.standing(), self._journal.position()
        if stands.switches == 0 or stands.cursor is None or position.salvaged:
            return False  # without the programme nobody can tell what to ask for, or what to give back
        held = self._journal.counters()
        basis = Basis(stands.seats_at, (stands.applied, stands.incarnation), position, held, minute)
        if basis == self._settled:
            self._settled_files = files
            return False
        self._settled = self._settled_files = None
        self._projection.refresh()
        wishes = self._wishes()
        seen = self._replica.read(lambda connection: _look(connection, held, position.incarnation))
        self._give_back(seen, held, wishes)
        attests = position.epoch is not None and self._journal.notes().get("attested") != position.epoch
        lines = self._lines(seen, wishes, everything=attests)
        if not lines and not attests:
            self._settled, self._settled_files = basis, files
            return False
        return self._tell(lines, position.incarnation, position.epoch, attests)

    def _wishes(self) -> dict[str, int]:
        """How many seats to hold, by occurrence, the next ones first."""
        now = self._clock.now()
        found = {
            one.id: min(one.capacity or 0, MAX_WANT) for one in self._projection.bookable(now + AHEAD) if one.capacity
        }
        near = self._projection.bookable_elsewhere(now + GATHER_WITHIN, now + ELSEWHERE_AHEAD, limit=ELSEWHERE)
        for one in near:
            found[one.id] = min(seats.cap(one.capacity or 0, hosts=False), MAX_WANT)
        return {name: want for name, want in found.items() if name not in self._projection.called_off()}

    def _give_back(self, seen: Seen, held: Mapping[str, Counters], wishes: Mapping[str, int]) -> None:
        """Commits what goes back: what the hub asked for; everything where it is called off, and where it starts soon
        in another space.
        """
        called_off, soon = self._projection.called_off(), stamp(self._clock.now() + GATHER_WITHIN)
        returns: list[tuple[str, int | None]] = []
        for name, counters in held.items():
            one = seen.known.get(name)
            elsewhere = one is not None and one.space != self._projection.here and one.start < soon
            off = name in called_off or (one is not None and one.status == "cancelled")
            if counters.right > 0 and (off or elsewhere):
                returns.append((name, None))
            elif seen.recalled.get(name, 0) > counters.returned and counters.right > 0:
                returns.append((name, seen.recalled[name]))
        if returns:
            self._journal.give_back(returns)

    def _lines(self, seen: Seen, wishes: Mapping[str, int], *, everything: bool) -> list[wire.SeatLine]:
        """What to tell: counters and wishes that the hub has not heard of; every counter when it must see them all."""
        counters, asked = self._journal.counters(), self._journal.asked()
        now, long_ago = stamp(self._clock.now()), stamp(self._clock.now() - OVER_AFTER)
        lines = []
        for name in dict.fromkeys((*wishes, *counters)):
            one, held = seen.known.get(name), counters.get(name, Counters())
            over = one is not None and ((one.end or "~") < now or one.start < long_ago)
            want = wishes.get(name, 0)
            told = asked.get(name)
            news = told is None or told != (held.spent, held.returned, want)
            empty = held == Counters() and not want
            if not over and ((everything and held != Counters()) or (news and not empty)):
                line = wire.SeatLine(
                    occurrence=name, granted=held.granted, returned=held.returned, spent=held.spent, want=want
                )
                lines.append(line)
        return lines

    def _tell(self, lines: list[wire.SeatLine], incarnation: int, epoch: str | None, attests: bool) -> bool:
        grew = False
        parts = [lines[at : at + wire.MAX_SEAT_LINES] for at in range(0, len(lines), wire.MAX_SEAT_LINES)]
        if attests and not parts:
            parts = [[]]
        for number, part in enumerate(parts if attests else parts[:MAX_MESSAGES]):
            complete = attests and number == len(parts) - 1
            message = wire.Seats(
                incarnation=incarnation, lines=part, complete=complete, epoch=epoch, seen=self._journal.seen()
            )
            try:
                reply = self._transport.post("/v1/seats", message, wire.SeatsReply)
            except HubRefused as refused:
                if refused.code == "fork":  # another incarnation is in force: the hub says which
                    self._greeting.hello()
                    return grew
                raise
            grew = self._take(reply, part) or grew
            if complete and reply.epoch == epoch:
                self._journal.note("attested", reply.epoch)
        return grew

    def _take(self, reply: wire.SeatsReply, part: Iterable[wire.SeatLine]) -> bool:
        """Stores what was granted of what was asked for, with the proof of it."""
        lines = {line.occurrence: line for line in part}
        grants = [
            (one.occurrence, one.granted)
            for one in reply.grants
            if one.occurrence in lines and one.granted <= MAX_GRANTED
        ]
        seen = reply.seen if len(reply.seen) <= MAX_SEALED_CHARS else ""
        grew = self._journal.take_grants(grants, seen) if grants else False
        self._journal.note_asked([(one.occurrence, one.spent, one.returned, one.want) for one in lines.values()])
        return grew


def _look(connection: sa.Connection, held: Mapping[str, Counters], incarnation: int) -> Seen:
    """What the replica says of the occurrences that seats are held of."""
    query = sa.text("SELECT body FROM item WHERE entity = 'occurrence' AND id IN :ids").bindparams(
        sa.bindparam("ids", expanding=True)
    )
    names, known = sorted(held), {}
    for start in range(0, len(names), CHUNK):
        for text in connection.execute(query, {"ids": names[start : start + CHUNK]}).scalars():
            one = rows.load(rows.Occurrence, json.loads(text))
            known[one.id] = one
    recalled = {}
    for text in connection.exec_driver_sql("SELECT body FROM item WHERE entity = 'seat'").scalars():
        seat = rows.load(rows.Seat, json.loads(text))
        if seat.incarnation == incarnation:
            recalled[seat.occurrence] = seat.recalled
    return Seen(known, recalled)
