"""The projection: what screens and commands read. The replica, plus the facts that it does not contain yet.

So nothing is shown twice and nothing vanishes between push and pull.
"""

from __future__ import annotations

from datetime import date

from sync import rows
from sync.clock import Clock, stamp
from sync.rows import Texts
from sync.terminal import announced, offering
from sync.terminal.daylog import DayLog
from sync.terminal.journal import Journal
from sync.terminal.offering import OfferView, RequestView, ServiceView
from sync.terminal.programme import Programme, bounds
from sync.terminal.reading import one_state
from sync.terminal.replica import Replica
from sync.terminal.views import DropInView, NoticeView, StaffView


class Projection(Programme):
    """Reads for one terminal. Not safe for several threads at a time; each thread opens its own."""

    def __init__(self, journal: Journal, replica: Replica, space: str, clock: Clock) -> None:
        self._log = DayLog()
        super().__init__(journal, replica, space, clock)

    # the desk

    @one_state
    def dropins(self, day: date) -> tuple[DropInView, ...]:
        """The drop-ins of this space on a day, the newest first; voided ones left out."""
        begin, end = bounds(day, day)
        query = "SELECT body FROM item WHERE entity = 'dropin' AND space = :space AND at >= :begin AND at < :end"

        def stored() -> list[rows.DropIn]:
            return [
                rows.load(rows.DropIn, body) for body in self._bodies(query, space=self._space, begin=begin, end=end)
            ]

        return self._log.shown((begin, end), stored, self._pending, self._have, self._switches)

    @one_state
    def notices(self) -> tuple[NoticeView, ...]:
        """What is on the board now: urgent ones first, then the newest."""
        stored = self._bodies("SELECT body FROM item WHERE entity = 'notice'")
        return announced.notices(stored, self._pending, stamp(self._clock.now()), self._space)

    # what one can ask for

    @one_state
    def services(self) -> tuple[ServiceView, ...]:
        """What this space offers now: services, products, openings."""
        query = "SELECT body FROM item WHERE entity = 'service' AND space = :space"
        return offering.services(self._bodies(query, space=self._space), stamp(self._clock.now()))

    @one_state
    def offers(self) -> tuple[OfferView, ...]:
        """What neighbours offer and look for, as far as the office has approved it."""
        return offering.offers(self._bodies("SELECT body FROM item WHERE entity = 'offer'"), stamp(self._clock.now()))

    @one_state
    def titles(self) -> dict[str, Texts]:
        """What everything that one can ask for here is called, by id."""
        return {one.id: one.title for one in self.services()} | {one.id: one.title for one in self.offers()}

    @one_state
    def requests(self) -> tuple[RequestView, ...]:
        """Who asked for what, for the desk."""
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'request'")
        kinds = {one.id: one.kind for one in self.services()} | {one.id: "offer" for one in self.offers()}
        return offering.requests(bodies, self._pending, self._have, kinds)

    @one_state
    def staff(self) -> tuple[StaffView, ...]:
        """Who may open the desk here."""
        return tuple(StaffView(one.id, one.name, one.role) for one in self.staff_rows())

    # what the terminal itself needs

    @one_state
    def staff_rows(self) -> tuple[rows.Staff, ...]:
        """Staff with verifiers, active ones, by name."""
        found = [rows.load(rows.Staff, body) for body in self._bodies("SELECT body FROM item WHERE entity = 'staff'")]
        return tuple(sorted((one for one in found if one.active), key=lambda one: one.name))

    @one_state
    def confirmed(self, number: str) -> str | None:
        """Until when a card is good that a terminal signed and the hub heard of, as an instant; None: it is none."""
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'confirmed' AND id = :id", id=number)
        return rows.load(rows.Confirmed, bodies[0]).expires if bodies else None

    @one_state
    def keys(self) -> tuple[rows.Key, ...]:
        """The public keys whose codes are accepted."""
        return tuple(rows.load(rows.Key, body) for body in self._bodies("SELECT body FROM item WHERE entity = 'key'"))

    @one_state
    def revocations(self) -> str | None:
        """The signed list of what is revoked."""
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'revocations'")
        return str(bodies[0]["signed"]) if bodies else None

    def called_off(self) -> frozenset[str]:
        """The occurrences that were called off here and that the replica does not show so yet."""
        return announced.called_off(self._pending)
