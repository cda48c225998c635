"""What the witness remembers: what only the hub knows, without names. Pure values; `sync.hub.witness` writes them down.

A record is a list whose first member says what it is. Later records of one thing replace or exceed earlier ones, so
that it does not matter how often they are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Record: TypeAlias = list[Any]

GRANT, SALE, GONE, CAPACITY, TERMINAL, REVOKED, LIST, ERASED, FORGOTTEN, WAITS, BACK, EPOCH, ATTESTED = (
    "grant", "sale", "gone", "capacity", "terminal", "revoked", "list", "erased", "forgotten", "waits", "back", "epoch",
    "attested",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sale:
    """A booking that only the hub's books know to be final: sold by the hub itself, or made with a phone ticket.

    Attributes:
        paid_by: "hub", or "terminal" where a held seat paid.
        terminal, incarnation, nonce: of the phone ticket, where there was one.
        link: digest of the secret of the booking's page.
    """

    occurrence: str
    people: int
    paid_by: str
    terminal: str | None = None
    incarnation: int | None = None
    nonce: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A terminal that was let in, or out again."""

    space: str
    public: str
    incarnation: int
    state: str


@dataclass(slots=True)
class Remembered:
    """All that is remembered.

    Attributes:
        grants: (occurrence, terminal, incarnation) → cumulative grant.
        sales: by booking; gone: by booking, occurrence and people of those that were cancelled.
        capacities: by occurrence, where a person changed it.
        revoked: id → what it is; list_number: of the signed list.
        erased: fact → terminal; forgotten: members' numbers.
        waits: occurrences that were not there when all this was applied to a restored database: it still is to be.
        attested: every terminal has shown its seats since they were last lost sight of: there are no other `grants`.
    """

    epoch: str = ""
    pos: int = 0
    tag: str = ""
    grants: dict[tuple[str, str, int], int] = field(default_factory=dict)
    sales: dict[str, Sale] = field(default_factory=dict)
    gone: dict[str, tuple[str, int]] = field(default_factory=dict)
    capacities: dict[str, int | None] = field(default_factory=dict)
    terminals: dict[str, Enrolled] = field(default_factory=dict)
    revoked: dict[str, str] = field(default_factory=dict)
    list_number: int = 0
    erased: dict[str, str] = field(default_factory=dict)
    forgotten: set[str] = field(default_factory=set)
    waits: set[str] = field(default_factory=set)
    attested: bool = True

    def take(self, record: Sequence[Any]) -> None:  # noqa: PLR0912 - one case each
        """Takes a record in; one of a kind that is not known (of a newer program) is passed over."""
        match record:
            case ["grant", str(occurrence), str(terminal), int(incarnation), int(granted)]:
                key = (occurrence, terminal, incarnation)
                self.grants[key] = max(granted, self.grants.get(key, 0))
            case ["sale", str(booking), *values]:
                self.sales[booking] = Sale(*values)
                self.gone.pop(booking, None)
            case ["gone", str(booking), str(occurrence), int(people)]:
                self.sales.pop(booking, None)
                self.gone[booking] = (occurrence, people)
            case ["capacity", str(occurrence), capacity]:
                self.capacities[occurrence] = capacity
            case ["terminal", str(terminal), *values]:
                self.terminals[terminal] = Enrolled(*values)
            case ["revoked", str(identity), str(what)]:
                self.revoked[identity] = what
            case ["list", int(number)]:
                self.list_number = max(number, self.list_number)
            case ["erased", str(fact), str(terminal)]:
                self.erased[fact] = terminal
            case ["forgotten", str(number)]:
                self.forgotten.add(number)
            case ["waits", str(occurrence)]:
                self.waits.add(occurrence)
            case ["back", str(occurrence)]:
                self.waits.discard(occurrence)
            case ["epoch", str(epoch)]:
                self.epoch = epoch
            case ["attested", bool(attested)]:
                self.attested = attested

    def records(self) -> Iterator[Record]:
        """All of it as records."""
        yield from ([GRANT, *key, granted] for key, granted in self.grants.items())
        yield from (sale_record(booking, sale) for booking, sale in self.sales.items())
        yield from ([GONE, booking, *values] for booking, values in self.gone.items())
        yield from ([CAPACITY, occurrence, capacity] for occurrence, capacity in self.capacities.items())
        yield from (terminal_record(name, one) for name, one in self.terminals.items())
        yield from ([REVOKED, identity, what] for identity, what in self.revoked.items())
        yield [LIST, self.list_number]
        yield from ([ERASED, fact, terminal] for fact, terminal in self.erased.items())
        yield from ([FORGOTTEN, number] for number in self.forgotten)
        yield from ([WAITS, occurrence] for occurrence in self.waits)
        yield [EPOCH, self.epoch]
        yield [ATTESTED, self.attested]

    def beyond(self, other: Remembered) -> list[Record]:
        """The records of this that the other does not hold."""
        known = {_frozen(record) for record in other.records()}
        return [record for record in self.records() if _frozen(record) not in known]

    def without(self, over: Iterable[str]) -> Remembered:
        """The same without what concerns occurrences that are over."""
        gone = set(over)
        return Remembered(
            self.epoch, self.pos, self.tag,
            {key: granted for key, granted in self.grants.items() if key[0] not in gone},
            {booking: sale for booking, sale in self.sales.items() if sale.occurrence not in gone},
            {booking: values for booking, values in self.gone.items() if values[0] not in gone},
            {occurrence: capacity for occurrence, capacity in self.capacities.items() if occurrence not in gone},
            self.terminals, self.revoked, self.list_number, self.erased, self.forgotten,
            self.waits - gone, self.attested,
        )  # fmt: skip

    def occurrences(self) -> set[str]:
        """Those that anything is remembered of."""
        return (
            {key[0] for key in self.grants}
            | {sale.occurrence for sale in self.sales.values()}
            | {occurrence for occurrence, _ in self.gone.values()}
            | set(self.capacities)
        )


def sale_record(booking: str, sale: Sale) -> Record:
    """A sale as a record."""
    return [
        SALE, booking, sale.occurrence, sale.people, sale.paid_by, sale.terminal, sale.incarnation, sale.nonce,
        sale.link,
    ]  # fmt: skip


def terminal_record(terminal: str, one: Enrolled) -> Record:
    """A terminal as a record."""
    return [TERMINAL, terminal, one.space, one.public, one.incarnation, one.state]


def _frozen(record: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(record)
