"""Facts that an older hub stored and did not know what to do with: applied once this one does."""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa

from sync.facts import KINDS
from sync.hub import ledger
from sync.hub.apply import HANDLERS
from sync.hub.hub import Hub, set_setting, setting
from sync.hub.store.models import StoredFact

CHUNK = 100
"""Facts that one transaction tries."""
TRIED = "parked-tried"
"""Setting: by which handlers the parked facts were tried last."""


def replay(hub: Hub) -> int:
    """The chore: tries all parked facts in the order of their terminals, once for each hub that knows more than the one
    before it did; returns how many are applied now.
    """
    known = _known()
    with hub.database.read() as session:
        if setting(session, TRIED) == known:
            return 0
    place, applied = ("", 0, 0), 0
    while True:
        keys = _after(hub, place)
        if not keys:
            break
        with hub.database.write() as session:
            for terminal, incarnation, seq in keys:
                row = session.get(StoredFact, (terminal, incarnation, seq))
                if row is not None and row.state == "parked":
                    applied += ledger.replay(session, hub, terminal, incarnation, seq).state == "accepted"
        place = keys[-1]
    with hub.database.write() as session:
        set_setting(session, TRIED, known)
    return applied


def _after(hub: Hub, place: tuple[str, int, int]) -> list[tuple[str, int, int]]:
    key = (StoredFact.terminal, StoredFact.incarnation, StoredFact.seq)
    query = sa.select(*key).where(StoredFact.state == "parked", sa.tuple_(*key) > sa.tuple_(*map(sa.literal, place)))
    with hub.database.read() as session:
        return [(row[0], row[1], row[2]) for row in session.execute(query.order_by(*key).limit(CHUNK))]


def _known() -> str:
    """Names what this program can apply."""
    versions = {kind: KINDS[kind].schema_version for kind in HANDLERS}
    return hashlib.sha256(json.dumps(versions, sort_keys=True).encode()).hexdigest()[:32]
