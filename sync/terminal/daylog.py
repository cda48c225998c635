"""A day's drop-ins, kept up to date cheaply: what the replica has of them, with what was stated here laid over it.

The desk asks again after each tap. On a long day without a network thousands of facts wait: only those are looked at
that are new since the last time, as long as what lies under them is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from sync import rows
from sync.clock import local
from sync.details import amended, details
from sync.terminal.pending import Pending, Stated
from sync.terminal.views import DropInView


class DayLog:
    """The drop-ins of one day, by id; voided ones among them."""

    def __init__(self) -> None:
        self._basis: Hashable = None
        self._found: dict[str, DropInView] = {}
        self._read = 0

    def shown(
        self,
        span: tuple[str, str],
        stored: Callable[[], Iterable[rows.DropIn]],
        pending: Pending,
        have: int,
        state: Hashable,
    ) -> tuple[DropInView, ...]:
        """The drop-ins that count, the newest first.

        Args:
            span: the day's first instant and the next day's, as `sync.clock.stamp` writes them.
            stored: reads the replica's drop-ins of the day.
            pending: what the replica does not contain yet.
            have: highest sequence number that the hub acknowledged.
            state: names the committed state of the replica; another one has it read again.
        """
        basis = (span, have, pending.generation, state)
        if basis != self._basis:
            self._basis, self._read = basis, 0
            self._found = {row.id: _stored(row) for row in stored()}
        for fact in pending.since(self._read):
            self._lay_over(fact, span, unsent=fact.seq > have)
        self._read = len(pending)
        counted = [one for one in self._found.values() if not one.void]
        return tuple(sorted(counted, key=lambda one: (one.at, one.id), reverse=True))

    def _lay_over(self, fact: Stated, span: tuple[str, str], *, unsent: bool) -> None:
        found, body = self._found, fact.body
        if fact.kind == "dropin" and span[0] <= fact.at < span[1] and fact.id not in found:
            found[fact.id] = DropInView(
                fact.id, local(fact.at), tuple(body["reasons"]), body.get("people", 1),
                body.get("age_band", "non_rilevata"), pending=unsent, details=details(body),
            )  # fmt: skip
        elif fact.kind == "dropin_amend" and body["dropin"] in found:
            one, changes = found[body["dropin"]], body["changes"]
            found[one.id] = replace(
                one, reasons=tuple(changes.get("reasons", one.reasons)), people=changes.get("people", one.people),
                age_band=changes.get("age_band", one.age_band), pending=one.pending or unsent,
                details=amended(one.details, changes),
            )  # fmt: skip
        elif fact.kind == "dropin_void" and body["dropin"] in found:
            found[body["dropin"]] = replace(found[body["dropin"]], void=True)


def _stored(row: rows.DropIn) -> DropInView:
    return DropInView(
        row.id, local(row.at), tuple(row.reasons), row.people, row.age_band, pending=False, void=row.void,
        details=row.details,
    )  # fmt: skip
