"""Seats on their way to terminals and back: grants, counters, recalls, and write-offs by people.

A grant is bounded by what one terminal may hold and by what is free. Near the start only the space where it takes
place is granted anything, and the others are asked for what they have not promised, so that nobody is sent away while
a seat lies unused at a terminal across the city.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import seats
from sync.clock import stamp
from sync.errors import UsageError
from sync.hub import seating
from sync.hub.epochs import TimeTravel
from sync.hub.hub import Hub
from sync.hub.seating import Books
from sync.hub.store.models import SHUT_OUT, Occurrence, SeatAccount, Terminal
from sync.wire import Grant, SeatLine

GRANT_AHEAD = timedelta(days=30)
"""Seats are handed to terminals for occurrences that start within this time."""
GATHER_WITHIN = timedelta(hours=2)
"""Before the start, and until the end: only the host space's terminals hold unpromised seats."""
MAX_COUNTER = 1_000_000
"""No honest terminal's counter comes near; a line beyond is not taken in."""


def exchange(
    session: Session, hub: Hub, terminal: Terminal, lines: Sequence[SeatLine], *, complete: bool = False
) -> list[Grant]:
    """Takes in a terminal's counters and answers with cumulative grants, in the order of occurrence ids.

    Args:
        session: of a write transaction that holds the terminal's row.
        hub: for the time.
        terminal: whose incarnation the counters are of.
        lines: counters and wishes.
        complete: with these the terminal has shown all that it holds, in the epoch that is in force: the hub has
            regained sight of it.

    Raises:
        TimeTravel: the terminal was granted more than the books say, though the hub never lost sight of it.
    """
    grants = []
    now = hub.clock.now()
    for line in sorted(lines, key=lambda one: one.occurrence):
        if max(line.granted, line.returned, line.spent) > MAX_COUNTER:
            continue
        try:
            occurrence = seating.lock(session, line.occurrence)
        except seating.SeatingError:
            continue
        mine = _take_in(session, terminal, occurrence, line)
        if line.want and _grantable(occurrence, terminal, now):
            more = _more(session, terminal, occurrence, line.want)
            mine.granted += more
            if more:  # what was asked back before and did not come is no longer wanted
                mine.recalled = min(mine.recalled, mine.returned)
        session.flush()
        grants.append(Grant(occurrence=occurrence.id, granted=mine.granted))
    if complete and not terminal.attested:
        terminal.attested = True
        session.info.pop("unattested", None)
        session.flush()
    return grants


def _take_in(session: Session, terminal: Terminal, occurrence: Occurrence, line: SeatLine) -> SeatAccount:
    mine = seating.account(session, occurrence.id, terminal.id, terminal.incarnation)
    books = seats.Counters(mine.granted, mine.returned, mine.spent)
    told = seats.Counters(line.granted, line.returned, line.spent)
    try:
        merged = books.told(told, lost_sight=not terminal.attested)
    except seats.AheadError as error:
        raise TimeTravel(f"seats of {occurrence.id} at {terminal.id}: {error}", claimed_by=terminal.id) from None
    mine.granted, mine.returned, mine.spent = merged.granted, merged.returned, merged.spent
    session.flush()
    if merged.returned > books.returned:
        if terminal.attested:
            _not_twice(session, mine, occurrence)
        seating.move_up(session, occurrence)
    return mine


def _not_twice(session: Session, mine: SeatAccount, occurrence: Occurrence) -> None:
    """What was written off and is returned after all came back once."""
    found = Books.of(session, occurrence)
    short = found.kept.get(mine.terminal, 0) - found.outstanding.get(mine.terminal, 0)
    if short > 0:
        mine.credited -= min(short, mine.credited)
        session.flush()


def _grantable(occurrence: Occurrence, terminal: Terminal, now: datetime) -> bool:
    if occurrence.capacity is None or occurrence.status != "scheduled":
        return False
    if occurrence.start < stamp(now + GATHER_WITHIN) and terminal.space_id != occurrence.space_id:
        return False
    return stamp(now) < (occurrence.end or occurrence.start) and occurrence.start < stamp(now + GRANT_AHEAD)


def _more(session: Session, terminal: Terminal, occurrence: Occurrence, want: int) -> int:
    if want and seating.somebody_waits(session, occurrence.id):  # what is free is theirs
        return 0
    books = Books.of(session, occurrence)
    limit = seats.cap(occurrence.capacity or 0, hosts=terminal.space_id == occurrence.space_id)
    out = max(books.outstanding.get(terminal.id, 0), books.kept.get(terminal.id, 0))
    return seats.grant(want, limit, seats.Account(seats.Counters(granted=out)), books.free(seen=terminal.id))


def recall(session: Session, occurrence: Occurrence, now: datetime) -> int:
    """Asks terminals for seats that they have not promised, where there are too few, where the occurrence is
    cancelled, or where it starts soon and others than its space hold them; returns for how many.

    What was asked for and has not come yet is not asked for twice. Final bookings stand.
    """
    accounts = _with_rights(session, occurrence.id)
    hosts = frozenset(one.terminal for one, space in accounts if space == occurrence.space_id)
    rights: dict[str, int] = {}
    for one, _ in accounts:
        rights[one.terminal] = max(0, one.granted - max(one.returned, one.recalled) - one.spent)
    total = sum(rights.values())
    if occurrence.status != "scheduled":
        needed = total
    else:
        pending = sum(max(0, one.recalled - one.returned) for one, _ in accounts)
        books = Books.of(session, occurrence)
        books.unattested = {}  # what they may hold is a reason to sell no more, none to take from others
        needed = max(0, -books.free() - pending)
        if occurrence.start < stamp(now + GATHER_WITHIN):
            needed = max(needed, sum(right for name, right in rights.items() if name not in hosts))
    asked = seats.recalls(min(needed, total), rights, hosts)
    for one, _ in accounts:
        if asked.get(one.terminal):
            one.recalled = max(one.recalled, one.returned) + asked[one.terminal]
    session.flush()
    return sum(asked.values())


def _with_rights(session: Session, occurrence_id: str) -> list[tuple[SeatAccount, str]]:
    """Accounts of live incarnations that may hold something unpromised, with their terminals' spaces."""
    query = (
        sa.select(SeatAccount, Terminal.space_id)
        .join(Terminal, Terminal.id == SeatAccount.terminal)
        .where(SeatAccount.occurrence_id == occurrence_id, SeatAccount.incarnation == Terminal.incarnation)
        .where(SeatAccount.granted - SeatAccount.returned - SeatAccount.spent > 0, Terminal.state == "active")
        .order_by(SeatAccount.terminal)
    )
    return [(one, space) for one, space in session.execute(query)]


def adjust(session: Session, hub: Hub, occurrence: Occurrence) -> None:
    """After a person changed an occurrence: recalls what is too much, or lets those who wait move up."""
    session.flush()
    recall(session, occurrence, hub.clock.now())
    seating.move_up(session, occurrence)


def gather(hub: Hub) -> int:
    """The chore: recalls wherever that is due; returns for how many seats. Each occurrence in a transaction of its
    own, so that nobody waits.
    """
    now = hub.clock.now()
    with hub.database.read() as session:
        due = _due(session, now)
    asked = 0
    for occurrence_id in due:
        with hub.database.write() as session:
            asked += recall(session, seating.lock(session, occurrence_id), now)
    return asked


def _due(session: Session, now: datetime) -> list[str]:
    unpromised = SeatAccount.granted - SeatAccount.spent - SeatAccount.returned
    unasked = sa.and_(unpromised > 0, SeatAccount.recalled < SeatAccount.granted - SeatAccount.spent)
    out = sa.func.sum(SeatAccount.granted - SeatAccount.returned - SeatAccount.credited)
    soon = sa.and_(
        Occurrence.start < stamp(now + GATHER_WITHIN), Terminal.space_id != Occurrence.space_id, unasked
    )  # fmt: skip
    cancelled = sa.and_(Occurrence.status != "scheduled", unasked)
    query = (
        sa.select(Occurrence.id)
        .join(SeatAccount, SeatAccount.occurrence_id == Occurrence.id)
        .join(Terminal, Terminal.id == SeatAccount.terminal)
        .where(sa.func.coalesce(Occurrence.end, Occurrence.start) > stamp(now), Terminal.state == "active")
    )
    over = query.group_by(Occurrence.id, Occurrence.sold_by_hub, Occurrence.capacity).having(
        out + Occurrence.sold_by_hub > Occurrence.capacity
    )
    found = {*session.scalars(query.where(sa.or_(soon, cancelled))), *session.scalars(over)}
    return sorted(found)


def write_off(session: Session, occurrence_id: str, terminal_id: str) -> int:
    """Takes back the seats that a lost terminal holds and has not sold, as far as is known; returns how many.

    What the terminal sold since it was last heard of may then be sold twice: only a person may decide this. A revoked
    terminal of which the hub lost sight will never show its counters: this ends the wait for them.

    Raises:
        UsageError: it holds none.
    """
    terminal = session.get(Terminal, terminal_id, with_for_update=True)
    occurrence = seating.lock(session, occurrence_id)
    books = Books.of(session, occurrence)
    unsold = max(0, books.outstanding.get(terminal_id, 0) - books.kept.get(terminal_id, 0))
    waits = terminal is not None and not terminal.attested and terminal.state in SHUT_OUT
    if not unsold and not waits:
        raise UsageError(f"{terminal_id} holds no unsold seats of {occurrence_id}.")
    if terminal is not None and waits:
        terminal.attested = True
        session.info.pop("unattested", None)
    if unsold:
        newest = sa.select(sa.func.max(SeatAccount.incarnation)).where(
            SeatAccount.occurrence_id == occurrence_id, SeatAccount.terminal == terminal_id
        )
        incarnation = session.scalar(newest) or 1
        seating.account(session, occurrence_id, terminal_id, incarnation).credited += unsold
    session.flush()
    seating.move_up(session, occurrence)
    return unsold
