"""Facts on their way into the ledger: read from what was sent, written to the table of facts. No objects of the
database: a push may hold thousands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.chain import chain, personal_hash
from sync.envelope import MAX_FACT_BYTES, Fact, decode
from sync.errors import FactError, SyncError
from sync.hub.apply import HANDLERS
from sync.hub.store.models import StoredFact, Terminal
from sync.hub.store.rapid import each, matching
from sync.wire import Outcome, Result, WireFact

MAX_WHY_CHARS = 500
MAX_SALT_BYTES = 64


@dataclass(slots=True)
class Entry:
    """A fact at its place in a terminal's stream. The members are those of `StoredFact`; `fact` is what is to be
    applied, None where it is not.
    """

    seq: int
    hash: bytes
    raw: bytes | None
    id: str
    kind: str = "?"
    salt: bytes | None = None
    personal: bytes | None = None
    state: str = "accepted"
    why: str = ""
    outcome: dict[str, str] | None = None
    fact: Fact | None = None

    def quarantine(self, error: Exception) -> None:
        """Puts it aside."""
        self.state, self.outcome, self.why = "quarantined", None, reason(error)

    def result(self) -> Result:
        """What became of it, for its terminal."""
        return result(self.seq, self.state, self.outcome)


def result(seq: int, state: str, outcome: dict[str, str] | None) -> Result:
    """What became of a fact, for its terminal."""
    return Result.model_validate({"seq": seq, "state": state, "outcome": Outcome(**outcome) if outcome else None})


def reason(error: Exception) -> str:
    """What the office reads of an error, as text that every database stores: it may quote a field that is none."""
    text = str(error) if isinstance(error, SyncError) else type(error).__name__
    return text.encode(errors="replace").decode().replace("\x00", "?")[:MAX_WHY_CHARS]


def read(terminal: str, seq: int, running: bytes, incoming: Sequence[WireFact]) -> list[Entry]:
    """The facts that follow what is held of a terminal up to `seq`, where its chain's hash is `running`; chained."""
    entries = []
    for wire in incoming:
        raw = wire.raw.encode()
        running, seq = chain(running, raw), seq + 1
        entries.append(read_one(terminal, seq, running, wire, raw))
    return entries


def read_one(terminal: str, seq: int, digest: bytes, wire: WireFact, raw: bytes) -> Entry:
    """A fact as it was sent; whatever its bytes make of the reader, there is an entry to store."""
    entry = Entry(seq, digest, raw, id="")
    try:
        fact = decode(raw)
        entry.id, entry.kind = fact.id, fact.kind
        if wire.personal is not None:  # never there, or erased at the terminal
            entry.salt, entry.personal = _personal(fact, wire.salt, wire.personal)
        if fact.parked is not None:
            entry.state, entry.why = "parked", fact.parked
        elif fact.kind not in HANDLERS:
            entry.state, entry.why = "parked", f"this hub does not use facts of kind {fact.kind} yet"
        else:
            entry.fact = fact
    except Exception as error:
        entry.quarantine(error)
        entry.id = entry.id or _unnamed(terminal, raw)
    return entry


def _unnamed(terminal: str, raw: bytes) -> str:
    """The id of a fact that does not say its own: the same when it comes again under another incarnation."""
    return f"{terminal}:{hashlib.sha256(raw).hexdigest()[:32]}"


def _personal(fact: Fact, salt_text: str | None, text: str) -> tuple[bytes, bytes]:
    try:
        salt, part = bytes.fromhex(salt_text or ""), text.encode()
    except ValueError:
        raise FactError("the salt of the personal part is no hexadecimal text") from None
    if len(part) > MAX_FACT_BYTES or len(salt) > MAX_SALT_BYTES:
        raise FactError("the personal part is too large")
    if fact.personal_hash != personal_hash(salt, part):
        raise FactError("the personal part is not the one that the fact names")
    return salt, part


def mark_duplicates(session: Session, terminal: str, entries: Sequence[Entry]) -> None:
    """Marks those that this terminal stated before, or twice in a row; they keep no bytes and are not applied."""
    query = "SELECT id FROM fact WHERE terminal = ? AND state <> 'duplicate' AND id"
    seen = {row.id for row in matching(session, query, [entry.id for entry in entries], terminal)}
    for entry in entries:
        if entry.id in seen:
            entry.state, entry.why, entry.fact = "duplicate", "", None
            entry.raw = entry.salt = entry.personal = None
        seen.add(entry.id)


_COLUMNS = "terminal, incarnation, seq, id, kind, hash, raw, salt, personal, state, why, outcome, received"
_INSERT = f"INSERT INTO fact ({_COLUMNS}) VALUES ({', '.join('?' * 13)})"  # noqa: S608 - names of columns
_UPDATE = "UPDATE fact SET state = ?, why = ?, outcome = ? WHERE terminal = ? AND incarnation = ? AND seq = ?"


def store(session: Session, terminal: Terminal, entries: Iterable[Entry], received: str) -> None:
    """Writes facts at their places, as they are before they are applied."""
    name, incarnation = terminal.id, terminal.incarnation
    values = [
        (name, incarnation, one.seq, one.id, one.kind, one.hash, one.raw, one.salt, one.personal, one.state, one.why,
         None, received)
        for one in entries
    ]  # fmt: skip
    each(session, _INSERT, values)


def settle(session: Session, terminal: Terminal, entries: Iterable[Entry]) -> None:
    """Writes what became of facts that were applied, where it is more than that they were accepted."""
    name, incarnation = terminal.id, terminal.incarnation
    values = [
        (one.state, one.why, json.dumps(one.outcome) if one.outcome else None, name, incarnation, one.seq)
        for one in entries
        if one.outcome or one.state == "quarantined"
    ]
    each(session, _UPDATE, values)


def known(session: Session, terminal: Terminal, first: int, count: int) -> list[Result]:
    """What became of facts that were sent again: told again, in case the first answer was lost."""
    if count <= 0:
        return []
    query = sa.select(StoredFact.seq, StoredFact.state, StoredFact.outcome).where(
        StoredFact.terminal == terminal.id, StoredFact.incarnation == terminal.incarnation,
        StoredFact.seq.between(first, first + count - 1),
    )  # fmt: skip
    return [result(*row) for row in session.execute(query.order_by(StoredFact.seq))]
