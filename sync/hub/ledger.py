"""The ledger: takes facts from a terminal, stores them first, applies them second.

Order of a push, in one transaction: lock the terminal's row; refuse another incarnation, a gap, a broken chain; skip
what is held already; store each new fact at its place; apply the batch in a savepoint, or, where one fact resists,
each in a savepoint of its own, so that one bad fact goes into quarantine and never blocks the next; move `have`;
stamp the feed; commit.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.chain import chain, genesis, personal_hash
from sync.clock import stamp
from sync.envelope import MAX_FACT_BYTES, Fact, decode
from sync.errors import FactError, SyncError, UsageError
from sync.hub import backups, erasure, travel
from sync.hub.apply import HANDLERS, Received, personal_part
from sync.hub.hub import Hub
from sync.hub.store.models import FeedHead, HeldFact, Loss, StoredFact, Terminal
from sync.wire import Hello, Outcome, Problem, Push, PushReply, Result, WireFact

log = logging.getLogger(__name__)

MAX_FORKS = 1
"""A terminal whose journal forked once goes on under a new incarnation; after the next fork a technician decides."""
MAX_INCARNATION = 2**31 - 2
"""The database's integers end there; no honest terminal comes near."""
MAX_SEQ = 2**63 - 1
MAX_WHY_CHARS = 500
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
    terminal = _locked(session, terminal_id)
    if _can_be(message.incarnation):
        told = travel.Told(message.epoch, message.incarnation, message.first - 1, (message.seen,))
        travel.judge(session, hub, terminal, travel.head_of(session), told)
    refusal = _misplaced(terminal, message) or _broken(session, terminal, message)
    if refusal is not None:
        return refusal
    skip = terminal.have - message.first + 1
    fresh = _read(session, hub, terminal, message.facts[skip:]) if skip < len(message.facts) else []
    results = _known_results(session, terminal, message.first, min(skip, len(message.facts)))
    if fresh:
        session.add_all(row for row, _ in fresh)
        session.flush()
        _apply_all(session, hub, terminal, fresh)
        last = fresh[-1][0]
        terminal.have, terminal.have_hash = last.seq, last.hash.hex()
        results += [_result(row) for row, _ in fresh]
    session.flush()
    head = session.get_one(FeedHead, 1)
    return PushReply(
        have=terminal.have, durable=backups.durable(session, terminal), time=stamp(hub.clock.now()), epoch=head.epoch,
        results=[result for result in results if result.state != "accepted" or result.outcome],
    )  # fmt: skip


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
    travel.judge(session, hub, terminal, travel.head_of(session), told)
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


def _read(
    session: Session, hub: Hub, terminal: Terminal, incoming: Sequence[WireFact]
) -> list[tuple[StoredFact, Fact | None]]:
    """Makes the rows to store, with the facts that are to be applied."""
    received = stamp(hub.clock.now())
    running = bytes.fromhex(terminal.have_hash)
    read: list[tuple[StoredFact, Fact | None]] = []
    for offset, wire in enumerate(incoming):
        raw = wire.raw.encode()
        running = chain(running, raw)
        seq = terminal.have + 1 + offset
        row, fact = _row(terminal, seq, running, wire, raw)
        row.received = received
        read.append((row, fact))
    erasure.without_erased(session, [row for row, _ in read])
    return _without_duplicates(session, terminal, read)


def _row(terminal: Terminal, seq: int, digest: bytes, wire: WireFact, raw: bytes) -> tuple[StoredFact, Fact | None]:
    row = StoredFact(
        terminal=terminal.id, incarnation=terminal.incarnation, seq=seq, hash=digest, raw=raw, state="accepted", why="",
        id=_unnamed(terminal, raw), kind="?",
    )  # fmt: skip
    fact = None
    try:
        fact = decode(raw)
        row.id, row.kind = fact.id, fact.kind
        row.salt, row.personal = _personal(fact, wire)
        if fact.parked is not None:
            row.state, row.why, fact = "parked", fact.parked, None
        elif fact.kind not in HANDLERS:
            row.state, row.why, fact = "parked", f"this hub does not use facts of kind {fact.kind} yet", None
    except Exception as error:  # whatever the bytes make of the reader, they are stored and block nothing
        row.state, row.why, fact = "quarantined", _why(error), None
    return row, fact


def _unnamed(terminal: Terminal, raw: bytes) -> str:
    """The id of a fact that does not say its own: the same when it comes again under another incarnation."""
    return f"{terminal.id}:{hashlib.sha256(raw).hexdigest()[:32]}"


def _why(error: Exception) -> str:
    """What the office reads of an error, as text that every database stores: it may quote a field that is none."""
    text = str(error) if isinstance(error, SyncError) else type(error).__name__
    return text.encode(errors="replace").decode().replace("\x00", "?")[:MAX_WHY_CHARS]


def _personal(fact: Fact, wire: WireFact) -> tuple[bytes | None, bytes | None]:
    if wire.personal is None:  # never there, or erased at the terminal
        return None, None
    try:
        salt, part = bytes.fromhex(wire.salt or ""), wire.personal.encode()
    except ValueError:
        raise FactError("the salt of the personal part is no hexadecimal text") from None
    if len(part) > MAX_FACT_BYTES or len(salt) > 64:
        raise FactError("the personal part is too large")
    if fact.personal_hash != personal_hash(salt, part):
        raise FactError("the personal part is not the one that the fact names")
    return salt, part


def _without_duplicates(
    session: Session, terminal: Terminal, read: list[tuple[StoredFact, Fact | None]]
) -> list[tuple[StoredFact, Fact | None]]:
    ids = [row.id for row, _ in read]
    query = sa.select(StoredFact.id).where(
        StoredFact.id.in_(ids), StoredFact.terminal == terminal.id, StoredFact.state != "duplicate"
    )
    seen = set(session.scalars(query))
    result: list[tuple[StoredFact, Fact | None]] = []
    for row, fact in read:
        if row.id in seen:
            row.state, row.raw, row.salt, row.personal, row.why = "duplicate", None, None, None, ""
            result.append((row, None))
        else:
            seen.add(row.id)
            result.append((row, fact))
    return result


def _apply_all(session: Session, hub: Hub, terminal: Terminal, fresh: Sequence[tuple[StoredFact, Fact | None]]) -> None:
    work = [(row, fact) for row, fact in fresh if fact is not None]
    try:
        with session.begin_nested():
            for row, fact in work:
                _apply(session, hub, terminal, row, fact)
            session.flush()
    except Exception:  # one of them resists: find out which, and let the others through
        for row, fact in work:
            row.outcome = None
            _apply_alone(session, hub, terminal, row, fact)
    for row, _ in fresh:
        # An id that another terminal has used is that one's: this terminal's fact is held all the same, unnamed.
        if row.state in ("quarantined", "parked") and session.get(HeldFact, row.id) is None:
            session.add(HeldFact(id=row.id, terminal=terminal.id, seq=row.seq, kind=row.kind, why=row.why))


def _apply_alone(session: Session, hub: Hub, terminal: Terminal, row: StoredFact, fact: Fact) -> None:
    try:
        with session.begin_nested():
            _apply(session, hub, terminal, row, fact)
            session.flush()
    except Exception as error:
        row.state, row.outcome, row.why = "quarantined", None, _why(error)


def _apply(session: Session, hub: Hub, terminal: Terminal, row: StoredFact, fact: Fact) -> None:
    got = Received(fact, terminal, row.incarnation, personal_part(fact, row.personal))
    row.outcome = HANDLERS[fact.kind](session, hub, got)


def _known_results(session: Session, terminal: Terminal, first: int, count: int) -> list[Result]:
    """What became of facts that were sent again: told again, in case the first answer was lost."""
    if count <= 0:
        return []
    query = sa.select(StoredFact).where(
        StoredFact.terminal == terminal.id, StoredFact.incarnation == terminal.incarnation,
        StoredFact.seq.between(first, first + count - 1),
    )  # fmt: skip
    return [_result(row) for row in session.scalars(query.order_by(StoredFact.seq))]


def _result(row: StoredFact) -> Result:
    outcome = Outcome(**row.outcome) if row.outcome else None
    return Result(seq=row.seq, state=row.state, outcome=outcome)


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
    fresh, fact = _row(terminal, seq, row.hash, WireFact(raw=row.raw.decode()), row.raw)
    row.state, row.why, row.id, row.kind = fresh.state, fresh.why, fresh.id, fresh.kind
    if fact is not None:
        _apply_alone(session, hub, terminal, row, fact)
    if held is not None and row.state == "accepted":
        session.delete(held)
    elif held is not None:
        held.why = row.why
    return row
