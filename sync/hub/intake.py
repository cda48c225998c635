"""Takes in what a terminal exported (`kiosk export`), as if the terminal had pushed it.

A file is read twice: once to the end, so that one that is damaged, cut short, forged or foreign changes nothing; then
again, in batches, through the ledger, in one transaction.

Where the file does not continue what the hub holds (the journal was repaired, the hub was restored, the terminal was
given a new incarnation meanwhile), its facts are taken under a new incarnation, like a terminal that journals again
all that it holds: the ledger knows by their ids which of them it has. A terminal that still lives hears of the new
incarnation at its next contact, and nothing is doubled.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.chain import chain, genesis
from sync.errors import StoreError, UsageError
from sync.exported import Line, Reader
from sync.hub import audit, ledger
from sync.hub.hub import SIGNING, Hub
from sync.hub.store.models import StoredFact, Terminal
from sync.sealed import opened
from sync.wire import FIRST_PUSH_FACTS, Push, WireFact


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read to its end.

    Attributes:
        terminal, incarnation: whose it is.
        facts: how many.
        continues: it begins and goes on as the hub's own chain does.
        unknown: there are facts in it that the hub does not hold.
    """

    terminal: str
    incarnation: int
    facts: int
    continues: bool
    unknown: bool


def import_facts(hub: Hub, path: Path) -> dict[str, int]:
    """Takes an export in; the same file again changes nothing.

    Returns:
        ``facts`` in the file, ``new`` ones among them.

    Raises:
        SealError: the file is no export for this hub, damaged, cut short or forged.
        UsageError: the hub does not know the terminal.
        StoreError: the file cannot be read.
    """
    with hub.database.read() as session:
        checked = _check(session, hub, path)
    if not checked.continues and not checked.unknown:
        return {"facts": checked.facts, "new": 0}
    with hub.database.write() as session:
        before = _held(session, checked.terminal)
        _take(session, hub, path, checked)
        new = _held(session, checked.terminal) - before
        audit.record(session, hub, audit.COMMAND_LINE, "facts.import", checked.terminal)
    return {"facts": checked.facts, "new": new}


@contextmanager
def _reader(hub: Hub, path: Path) -> Iterator[Reader]:
    try:
        with path.open("rb") as file:
            yield Reader(opened(file, hub.secret(SIGNING)))
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}.") from error


def _check(session: Session, hub: Hub, path: Path) -> Checked:
    """Reads the whole file, and compares its chain with what the hub holds."""
    with _reader(hub, path) as reader:
        head = reader.head
        terminal = session.get(Terminal, head.terminal)
        if terminal is None:
            raise UsageError(
                f"This hub knows no terminal {head.terminal!r}: `hub terminals` lists those that it knows. Was it "
                "restored from before the enrolment? Approve the terminal again, then import."
            )
        seq, running, count, unknown = head.first - 1, bytes.fromhex(head.before), 0, False
        meets = running.hex() == terminal.have_hash if seq == terminal.have else None
        facts = reader.facts(bytes.fromhex(terminal.public))
        while batch := list(islice(facts, FIRST_PUSH_FACTS)):
            unknown = unknown or not _all_held(session, terminal.id, batch)
            for fact in batch:
                seq, running, count = seq + 1, chain(running, fact.raw.encode()), count + 1
                if seq == terminal.have:
                    meets = running.hex() == terminal.have_hash
    if meets is None and seq < terminal.have:  # all of it was pushed, and more
        meets = running == _hash_at(session, terminal, seq)
    return Checked(
        head.terminal, head.incarnation, count, bool(meets) and head.incarnation == terminal.incarnation, unknown
    )


def _hash_at(session: Session, terminal: Terminal, seq: int) -> bytes | None:
    key = (StoredFact.terminal == terminal.id, StoredFact.incarnation == terminal.incarnation, StoredFact.seq == seq)
    return session.scalar(sa.select(StoredFact.hash).where(*key))


def _all_held(session: Session, terminal: str, batch: Sequence[Line]) -> bool:
    ids = {_id(fact.raw) for fact in batch}
    query = sa.select(sa.func.count()).where(
        StoredFact.terminal == terminal, StoredFact.state != "duplicate", StoredFact.id.in_(ids)
    )
    return session.scalar(query) == len(ids)


def _id(raw: str) -> str:
    try:
        return str(json.loads(raw)["id"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""  # no fact: the ledger takes it into quarantine, and knows it again


def _held(session: Session, terminal: str) -> int:
    where = (StoredFact.terminal == terminal, StoredFact.state != "duplicate")
    return session.scalar(sa.select(sa.func.count()).select_from(StoredFact).where(*where)) or 0


def _take(session: Session, hub: Hub, path: Path, checked: Checked) -> None:
    with _reader(hub, path) as reader:
        terminal = session.get_one(Terminal, checked.terminal)
        first, previous = reader.head.first, reader.head.before
        if not checked.continues:
            ledger.begin_above(session, terminal.id, checked.incarnation)
            first, previous = 1, genesis(terminal.id, terminal.incarnation).hex()
        running = bytes.fromhex(previous)
        facts = reader.facts(bytes.fromhex(terminal.public))
        while batch := list(islice(facts, FIRST_PUSH_FACTS)):
            message = Push(
                incarnation=terminal.incarnation, first=first, previous=running.hex(),
                facts=[WireFact(raw=fact.raw, salt=fact.salt, personal=fact.personal) for fact in batch],
            )  # fmt: skip
            answer = ledger.push(session, hub, terminal.id, message)
            if isinstance(answer, ledger.Refusal):  # it synchronised between the two readings
                raise UsageError(f"{answer.problem.message} Import the file again.")
            first += len(batch)
            for fact in batch:
                running = chain(running, fact.raw.encode())
