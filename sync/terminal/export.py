"""What is not yet durable at the hub, sealed into a file that any machine can carry and only the hub can read.

For a terminal whose line is dead, or that is about to be wiped. `hub facts import FILE` takes it in.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import __version__
from sync.clock import Clock, stamp
from sync.errors import StoreError, UsageError
from sync.exported import Line, write
from sync.sealed import seal
from sync.terminal.journal import Identity, Journal, Position

CHUNK, CHUNK_BYTES = 500, 1024 * 1024


def export(journal: Journal, identity: Identity, key: Ed25519PrivateKey, clock: Clock, path: Path) -> int:
    """Writes every fact above `durable`, with personal parts, counters and health; returns how many facts.

    The file is there when it is complete and on disk, and not before.

    Args:
        journal: what to export.
        identity: whose it is, and the hub that may read it.
        key: the terminal's own, which signs.
        clock: when.
        path: the file; one that is there is not overwritten.

    Raises:
        UsageError: there is such a file, or no such folder.
        StoreError: the file cannot be written; nothing is left of it.
    """
    if path.exists():
        raise UsageError(f"{path} is there already. Choose another name, or remove it first.")
    position = journal.position()
    head = _head(journal, identity, clock, position)
    part = path.with_name(path.name + ".part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as out:
            seal(write(head, _facts(journal, position), key), bytes.fromhex(identity.hub_key), out)
            out.flush()
            os.fsync(out.fileno())
        part.rename(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise StoreError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return position.last - int(head["first"]) + 1


def _head(journal: Journal, identity: Identity, clock: Clock, position: Position) -> dict[str, Any]:
    first = max(position.durable + 1, position.floor)
    counters = {name: asdict(held) for name, held in journal.counters().items()}
    return {
        "terminal": identity.terminal, "space": identity.space, "incarnation": position.incarnation,
        "epoch": position.epoch, "have": position.have, "durable": position.durable, "first": first,
        "before": (journal.hash_at(first - 1) or b"").hex(), "made": stamp(clock.now()), "version": __version__,
        "counters": counters, "health": journal.notes(),
    }  # fmt: skip


def _facts(journal: Journal, position: Position) -> Iterator[Line]:
    """The facts up to where the journal stood when the export began; what is recorded meanwhile is for the next."""
    at = max(position.durable, position.floor - 1)
    while at < position.last:
        for fact in journal.after(at, facts=CHUNK, size=CHUNK_BYTES):
            if fact.seq <= position.last:
                salt = fact.salt.hex() if fact.salt else None
                yield Line(fact.raw.decode(), salt, fact.personal.decode() if fact.personal else None)
            at = fact.seq
