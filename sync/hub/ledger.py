"""The ledger: takes facts from a terminal, stores them first, applies them second.

Order of a push, in one transaction: lock the terminal's row; refuse another incarnation, a gap, a broken chain; skip
what is held already; store each new fact at its place; apply the batch in a savepoint, or, where one fact resists,
each in a savepoint of its own, so that one bad fact goes into quarantine and never blocks the next; move `have`;
stamp the feed; commit.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.chain import chain, genesis
from sync.clock import stamp
from sync.errors import UsageError
from sync.hub import announcing, backups, cards, days, dropins, entries, erasure, registers, requests, sightings, travel
from sync.hub.apply import HANDLERS, Received, personal_part
from sync.hub.entries import MAX_WHY_CHARS, Entry
from sync.hub.hub import Hub
from sync.hub.store.models import HeldFact, Loss, StoredFact, Terminal
from sync.hub.store.rapid import matching, transient
from sync.wire import Hello, Problem, Push, PushReply, Result, WireFact

_FEATURES = (announcing, cards, days, registers, requests)
"""Modules whose handlers must be known before a fact is read."""
__all__ = ["MAX_WHY_CHARS", "Refusal", "begin_above", "fork", "greet", "push", "replay"]

log = logging.getLogger(__name__)

MAX_FORKS = 1
"""A terminal whose journal forked once goes on under a new incarnation; after the next fork a technician decides."""
MAX_INCARNATION = 2**31 - 2
"""The database's integers end there; no honest terminal comes near."""
MAX_SEQ = 2**63 - 1
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A push that is not taken. What was decided about the terminal is committed all the same."""

    status: int
    problem: Problem


def push(session: Session, hub: Hub, terminal_id: str, message: Push) -> PushReply | Refusal:
    """Takes facts in; see the module for the order.

    Raises:
        TimeTravel: what the terminal says proves that this hub went back in time.
    """
    terminal, head = _locked(session, terminal_id), travel.head_of(session)
    if _can_be(message.incarnation):
        told = travel.Told(message.epoch, message.incarnation, message.first - 1, (message.seen,))
        travel.judge(travel.tags(session, head), hub, terminal, head, told)
    refusal = _misplaced(terminal, message) or _broken(session, terminal, message)
    if refusal is not None:
        return refusal
    skip = terminal.have - message.first + 1
    results = entries.known(session, terminal, message.first, min(skip, len(message.facts)))
    if skip < len(message.facts):
        results += _take(session, hub, terminal, message.facts[skip:])
    session.flush()
    # No more than was compared: what follows may be another journal's, of a terminal whose disk was put back.
    compared = message.first - 1 + len(message.facts)
    return PushReply(
        have=min(terminal.have, compared), durable=backups.durable(session, terminal),
        time=stamp(hub.clock.now()), epoch=head.epoch,
        results=[result for result in results if result.state != "accepted" or result.outcome],
    )  # fmt: skip


def _take(session: Session, hub: Hub, terminal: Terminal, incoming: Sequence[WireFact]) -> list[Result]:
    """Stores new facts, applies them, and moves `have`."""
    fresh = entries.read(terminal.id, terminal.have, bytes.fromhex(terminal.have_hash), incoming)
    erasure.without_erased(session, fresh)
    entries.mark_duplicates(session, terminal.id, fresh)
    entries.store(session, terminal, fresh, stamp(hub.clock.now()))
    _apply_all(session, hub, terminal, fresh)
    entries.settle(session, terminal, fresh)
    terminal.have, terminal.have_hash = fresh[-1].seq, fresh[-1].hash.hex()
    terminal.last = max(terminal.last, terminal.have)
    return [entry.result() for entry in fresh if entry.state != "accepted" or entry.outcome]


def _locked(session: Session, terminal_id: str) -> Terminal:
    query = sa.select(Terminal).where(Terminal.id == terminal_id).with_for_update()
    return session.scalars(query.execution_options(populate_existing=True)).one()


def greet(session: Session, hub: Hub, terminal: Terminal, message: Hello) -> None:
    """Compares a journal, as its terminal describes it, with what the hub holds of it.

    One that does not hold what the hub holds was rewound, cloned or lost, and gets a new incarnation; a push would find
    out too, but only once there is something to push. Where the terminal has deleted, as durable, facts that this hub
    lost, the loss is noted for the office, and the hub goes on from there.

    Raises:
        TimeTravel: what the terminal says proves that this hub went back in time.
    """
    if not _can_be(message.incarnation):
        return
    told = travel.Told(message.epoch, message.incarnation, message.have, (message.cursor, message.seen))
    head = travel.head_of(session)
    travel.judge(travel.tags(session, head), hub, terminal, head, told)
    if message.incarnation > terminal.incarnation:
        _reissue(terminal, message.incarnation)
    elif message.incarnation == terminal.incarnation:
        if not _continues(session, terminal, message):
            fork(terminal)
        elif terminal.have + 1 < message.floor <= min(message.last, MAX_SEQ) and _HASH.fullmatch(message.base_hash):
            _lose(session, hub, terminal, message)


def _lose(session: Session, hub: Hub, terminal: Terminal, message: Hello) -> None:
    first, last = terminal.have + 1, message.floor - 1
    loss = Loss(terminal=terminal.id, incarnation=terminal.incarnation, first=first, last=last)
    loss.at = stamp(hub.clock.now())
    session.merge(loss)
    log.error("facts %d to %d of %s are lost: see the office", first, last, terminal.id)
    terminal.have, terminal.have_hash = last, message.base_hash


def _can_be(incarnation: int) -> bool:
    return 0 < incarnation <= MAX_INCARNATION


def _continues(session: Session, terminal: Terminal, message: Hello) -> bool:
    """Whether a journal holds what the hub holds, as far as its first and last hashes tell."""
    if message.have == terminal.have and message.have_hash:
        return message.have_hash == terminal.have_hash
    if message.last < terminal.have:
        return False
    places = (
        (message.have, message.have_hash), (message.last, message.last_hash), (message.floor, message.floor_hash),
        (message.floor - 1, message.base_hash),
    )  # fmt: skip
    for seq, digest in places:
        held = _hash_at(session, terminal, seq) if digest and 0 <= seq <= terminal.have else None
        if held is not None and held.hex() != digest:
            return False
    return True


def _misplaced(terminal: Terminal, message: Push) -> Refusal | None:
    if not _can_be(message.incarnation):
        return Refusal(400, Problem(code="bad_request", message="`incarnation` is none that a hub gave."))
    if message.incarnation > terminal.incarnation:
        return _reissue(terminal, message.incarnation)
    if message.incarnation != terminal.incarnation:
        text = f"This terminal's journal goes on as incarnation {terminal.incarnation}."
        return Refusal(409, Problem(code="fork", message=text, incarnation=terminal.incarnation, have=terminal.have))
    if message.first > terminal.have + 1:
        text = f"Facts after {terminal.have} are missing. Send from {terminal.have + 1}."
        return Refusal(409, Problem(code="gap", message=text, have=terminal.have))
    return None


def _broken(session: Session, terminal: Terminal, message: Push) -> Refusal | None:
    """Compares the sender's chain with ours, where they overlap; a difference is a rewound or cloned terminal."""
    try:
        running = bytes.fromhex(message.previous)
    except ValueError:
        return Refusal(400, Problem(code="bad_request", message="`previous` is no hash."))
    if running != _hash_at(session, terminal, message.first - 1):
        return fork(terminal)
    overlap = message.facts[: terminal.have - message.first + 1]
    for fact in overlap:
        running = chain(running, fact.raw.encode())
    if overlap and running != _hash_at(session, terminal, message.first + len(overlap) - 1):
        return fork(terminal)
    return None


def _hash_at(session: Session, terminal: Terminal, seq: int) -> bytes | None:
    if seq == terminal.have:
        return bytes.fromhex(terminal.have_hash)
    if seq == 0:
        return genesis(terminal.id, terminal.incarnation)
    key = (StoredFact.terminal == terminal.id, StoredFact.incarnation == terminal.incarnation, StoredFact.seq == seq)
    return session.scalar(sa.select(StoredFact.hash).where(*key))


def fork(terminal: Terminal) -> Refusal:
    """Gives the terminal a new incarnation, under which it journals again all that it holds."""
    terminal.forks += 1
    if terminal.forks > MAX_FORKS:
        terminal.state = "stopped"
    return _begin(terminal, terminal.incarnation + 1)


def _reissue(terminal: Terminal, told: int) -> Refusal:
    """The terminal's incarnation is one that this hub never gave: it is the hub that went back in time. It goes on
    above, and the terminal is not blamed.
    """
    return _begin(terminal, told + 1)


def begin_above(session: Session, terminal_id: str, told: int) -> None:
    """Has a terminal go on under an incarnation above its own and above one that it was heard of under, for whoever
    takes its facts in by another way than a push.
    """
    terminal = _locked(session, terminal_id)
    _begin(terminal, max(terminal.incarnation, told) + 1)


def _begin(terminal: Terminal, incarnation: int) -> Refusal:
    terminal.incarnation = incarnation
    terminal.have, terminal.have_hash = 0, genesis(terminal.id, incarnation).hex()
    text = "This terminal's journal does not continue what the hub holds: it goes on under a new incarnation."
    return Refusal(409, Problem(code="fork", message=text, incarnation=incarnation, have=0))


def _apply_all(session: Session, hub: Hub, terminal: Terminal, fresh: Sequence[Entry]) -> None:
    work = [entry for entry in fresh if entry.fact is not None]
    bulk = [entry for entry in work if entry.kind in dropins.KINDS]
    others = [entry for entry in work if entry.kind not in dropins.KINDS]
    _together(session, hub, terminal, bulk, lambda: dropins.apply(session, terminal, bulk))
    _together(session, hub, terminal, others, lambda: _in_order(session, hub, terminal, others))
    _hold(session, terminal, [entry for entry in fresh if entry.state in ("quarantined", "parked")])


def _together(session: Session, hub: Hub, terminal: Terminal, some: Sequence[Entry], work: Callable[[], None]) -> None:
    """Applies facts in one savepoint, or, where one of them resists, each in a savepoint of its own.

    Raises:
        sqlalchemy.exc.OperationalError: the database failed, whatever the facts are: no fact is to blame.
    """
    if not some:
        return
    try:
        with session.begin_nested():
            work()
    except Exception as error:
        if transient(error):
            raise
        for entry in some:
            entry.state, entry.why, entry.outcome = "accepted", "", None
            _alone(session, hub, terminal, entry)


def _in_order(session: Session, hub: Hub, terminal: Terminal, some: Sequence[Entry]) -> None:
    for entry in some:
        _apply(session, hub, terminal, terminal.incarnation, entry)
    session.flush()


def _alone(session: Session, hub: Hub, terminal: Terminal, entry: Entry, incarnation: int | None = None) -> None:
    try:
        with session.begin_nested():
            _apply(session, hub, terminal, incarnation or terminal.incarnation, entry)
            session.flush()
    except Exception as error:
        if transient(error):
            raise
        entry.quarantine(error)


def _apply(session: Session, hub: Hub, terminal: Terminal, incarnation: int, entry: Entry) -> None:
    if entry.fact is not None:
        got = Received(entry.fact, terminal, incarnation, personal_part(entry.fact, entry.personal))
        entry.outcome = HANDLERS[entry.kind](session, hub, got)
        sightings.record(session, got)


def _hold(session: Session, terminal: Terminal, put_aside: Sequence[Entry]) -> None:
    """Gives each fact that was not applied a row that keeps it shown at its terminal."""
    # An id that another terminal has used is that one's: this terminal's fact is held all the same, unnamed.
    query = "SELECT id FROM held_fact WHERE id"
    taken = {row.id for row in matching(session, query, [entry.id for entry in put_aside])}
    for entry in put_aside:
        if entry.id not in taken:
            taken.add(entry.id)
            session.add(HeldFact(id=entry.id, terminal=terminal.id, seq=entry.seq, kind=entry.kind, why=entry.why))


def replay(session: Session, hub: Hub, terminal_id: str, incarnation: int, seq: int) -> StoredFact:
    """Tries a quarantined or parked fact again, after the cause was mended.

    Raises:
        UsageError: there is no such fact, or it was applied.
    """
    terminal = _locked(session, terminal_id)
    row = session.get(StoredFact, (terminal_id, incarnation, seq))
    if row is None or row.state not in ("quarantined", "parked") or row.raw is None:
        raise UsageError(f"There is no fact {terminal_id} {incarnation}:{seq} that waits to be replayed.")
    held = session.get(HeldFact, row.id)
    sent = WireFact(
        raw=row.raw.decode(), salt=row.salt.hex() if row.salt else None,
        personal=row.personal.decode() if row.personal is not None else None,
    )  # fmt: skip
    entry = entries.read_one(terminal.id, seq, row.hash, sent, row.raw)
    if entry.fact is not None:
        _alone(session, hub, terminal, entry, incarnation)
    row.id, row.kind, row.state, row.why, row.outcome = entry.id, entry.kind, entry.state, entry.why, entry.outcome
    if held is not None and row.state == "accepted":
        session.delete(held)
    elif held is not None:
        held.why = row.why
    return row
