"""The arithmetic of seats: an escrow, so that terminals without a network never give away a seat that is not there.

Per terminal, incarnation and occurrence there are three counters in seats that only grow: *granted* by the hub,
*returned* and *spent* by the terminal. They merge by maximum, so that it does not matter how often or in what order
they are told.

    right of a terminal  = granted - returned - spent          what it may still promise, alone
    outstanding          = granted - returned - credited       what the hub must keep back for it, sold seats included
    free                 = capacity - sold by the hub - Σ outstanding

`credited` counts, at the hub, seats that a terminal's cancelled bookings and unused holds gave back. A hub that lost
sight of what it granted (it was restored, and its witness is gone) counts a terminal that has not shown its counters
since as the most that it can hold: max(outstanding, cap).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Counters:
    """What a terminal knows of its seats for one occurrence. Invariant: 0 ≤ spent ≤ granted - returned."""

    granted: int = 0
    returned: int = 0
    spent: int = 0

    @property
    def right(self) -> int:
        """Seats that the terminal may still promise without asking."""
        return self.granted - self.returned - self.spent

    def spend(self, seats: int) -> Counters:
        """Pays for a booking or a hold.

        Raises:
            ValueError: the right is smaller.
        """
        if seats < 1 or seats > self.right:
            raise ValueError(f"{seats} seats wanted, {self.right} left")
        return replace(self, spent=self.spent + seats)

    def give_back(self, seats: int) -> Counters:
        """Returns unspent seats to the hub.

        Raises:
            ValueError: the right is smaller.
        """
        if seats < 1 or seats > self.right:
            raise ValueError(f"{seats} seats to return, {self.right} left")
        return replace(self, returned=self.returned + seats)

    def merge(self, other: Counters) -> Counters:
        """The newer of two reports, counter by counter."""
        return Counters(
            max(self.granted, other.granted), max(self.returned, other.returned), max(self.spent, other.spent)
        )

    def told(self, other: Counters, *, lost_sight: bool) -> Counters:
        """These counters, as the hub holds them, after a terminal told its own.

        Args:
            other: what the terminal told.
            lost_sight: the hub may have granted more than its books say.

        Raises:
            AheadError: the terminal was granted more than the books say, and the hub never lost sight of it: the hub
                went back in time.
        """
        if other.granted > self.granted and not lost_sight:
            raise AheadError(f"granted {other.granted}, the books say {self.granted}")
        granted = max(self.granted, other.granted)
        spent = max(self.spent, min(other.spent, granted - self.returned))
        return Counters(granted, max(self.returned, min(other.returned, granted - spent)), spent)


class AheadError(ValueError):
    """A terminal's counters are ahead of the hub's books."""


@dataclass(frozen=True, slots=True)
class Account:
    """What the hub knows of one terminal's seats for one occurrence."""

    counters: Counters
    credited: int = 0

    @property
    def outstanding(self) -> int:
        """Seats that the hub keeps back for this terminal."""
        return self.counters.granted - self.counters.returned - self.credited


def free(capacity: int, sold_by_hub: int, outstanding: int) -> int:
    """Seats that the hub may still sell or grant. Negative after the capacity was lowered; nothing is taken back."""
    return capacity - sold_by_hub - outstanding


def exposed(outstanding: int, cap: int, *, attested: bool) -> int:
    """Seats to keep back for one terminal, over all its incarnations. Never less than none: what a terminal claims to
    have given back beyond its grants frees nobody's seat.
    """
    return max(outstanding, 0 if attested else cap)


def grant(wanted: int, cap: int, account: Account, free_seats: int) -> int:
    """How many seats to add to a terminal's grant.

    Args:
        wanted: how many more it would like to hold.
        cap: the most that may be outstanding at this terminal, sold seats included.
        account: its account as the hub knows it.
        free_seats: what `free` says.
    """
    return max(0, min(wanted, cap - account.outstanding, free_seats))


def cap(capacity: int, *, hosts: bool) -> int:
    """The most seats that may be outstanding at one terminal.

    The space where it takes place signs up most people, so its terminal may hold most; every other terminal may hold
    a few, so that a cut line strands little. The hub's own sales and the desk of the space share the rest.
    """
    return max(1, capacity * 6 // 10) if hosts else max(1, capacity // 16)


def recalls(needed: int, rights: Mapping[str, int], hosts: frozenset[str]) -> dict[str, int]:
    """Whom to ask for seats back, and for how many: first the terminals that do not host, each in proportion to what
    it has not promised, so that no single space is left without; then the hosts.

    Args:
        needed: seats wanted back.
        rights: by terminal, seats not promised as far as the hub knows.
        hosts: the terminals of the space where it takes place.
    """
    asked: dict[str, int] = {}
    for group in ([one for one in rights if one not in hosts], [one for one in rights if one in hosts]):
        total = sum(rights[one] for one in group)
        part = min(needed, total)
        left = part
        for one in sorted(group, key=lambda name: (-rights[name], name)):
            share = min(left, rights[one], -(-part * rights[one] // total)) if total else 0
            if share > 0:
                asked[one] = share
            left -= share
        needed -= part
    return asked
