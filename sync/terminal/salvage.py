"""Saves what a damaged journal still holds: fact by fact from its readable pages, and what is missing from the mirror.

What is found is journaled again, in its old order, with the same bytes and ids, into a new file. The damaged one is set
aside and kept. The new journal

    - begins with a hash that no hub knows, so that the hub sees at the first contact that it is another journal and
      issues a new incarnation, whatever was lost; until then it records like any other;
    - holds no seat rights: what the old one held stays out until its occurrences end, since what it had spent may be
      lost with it;
    - keeps the wrong PINs that were counted, and assumes some where the count cannot be read.

Facts that could be read from nowhere are counted and noted for the office.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sync.chain import Encoded
from sync.clock import stamp
from sync.errors import Damaged
from sync.terminal.appending import Journaled
from sync.terminal.journal import Identity, Journal
from sync.terminal.pages import Pages, Row
from sync.terminal.store import SALVAGED, clear_suspicion

log = logging.getLogger(__name__)

PART = "salvaging.db"
"""The new journal while it is being written; `SALVAGED` when it is complete but not yet in the old one's place."""
ASSUMED_FAILURES = 3
"""Wrong PINs that are assumed of everybody where the counts are lost: two tries are left."""
CHUNK = 500
HASH_BYTES = 32
_STATE = frozenset(
    {"terminal", "space", "hub", "hub_key", "incarnation", "have", "have_hash", "durable", "epoch", "last_sent", "seen"}
)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of a damaged journal.

    Attributes:
        at: when.
        facts: journaled again; `mirrored`: of these, from the mirror alone.
        lost: facts above the hub's `have` that are known to have been there and that nobody could read.
        aside: the name under which the damaged file is kept; "" where there was none.
    """

    at: str
    facts: int
    mirrored: int
    lost: int
    aside: str

    def words(self) -> str:
        """What to tell people."""
        kept = f"It is kept as {self.aside}." if self.aside else "There was no file."
        lost = f"{self.lost} could be read from nowhere." if self.lost else "None is known to be missing."
        return (
            f"The journal has been repaired: {self.facts} records were saved, {self.mirrored} of them "
            f"from the mirror. {lost} {kept}"
        )


@dataclass
class Found:
    """What could be read of a journal or a mirror.

    Attributes:
        state: the small values.
        facts: by id, with the incarnation. A mirror may hold two at one place, where an older journal was put back.
        pins: wrong PINs by person, (epoch, failures).
        erased: ids of facts whose personal part was erased.
        whole: whether every page could be read.
    """

    state: dict[str, str] = field(default_factory=dict)
    facts: dict[str, tuple[int, Journaled]] = field(default_factory=dict)
    pins: dict[str, tuple[int, int]] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    whole: bool = True

    @classmethod
    def of(cls, rows: Iterable[Row], *, whole: bool) -> Found:
        """Sorts rows, the newest first, by what they are; `whole`: whether all pages could be read."""
        found = cls(whole=whole)
        for row in rows:
            match row:
                case (
                    int(incarnation), int(seq), str(fact_id), str(kind), bytes(raw), bytes(hash_),
                    bytes() | None as salt, bytes() | None as personal,
                ) if incarnation > 0 < seq and len(hash_) == HASH_BYTES:  # fmt: skip
                    fact = Journaled(seq, fact_id, kind, raw, hash_, salt, personal)
                    found.facts.setdefault(fact_id, (incarnation, fact))
                case (str(key), str(value)) if key in _STATE or key.startswith("note."):
                    found.state.setdefault(key, value)
                case (str(staff), int(epoch), int(failures)):
                    found.pins.setdefault(staff, (epoch, failures))
                case (None, str(erased)):
                    found.erased.add(erased)
                case _:
                    pass
        return found

    def number(self, key: str) -> int:
        """A number of the state; 0 where it could not be read."""
        text = self.state.get(key, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0

    def identity(self) -> Identity | None:
        """Who the terminal is, if all of it could be read."""
        values = [self.state.get(key) for key in ("terminal", "space", "hub", "hub_key")]
        return Identity(*values) if all(values) else None  # type: ignore[arg-type]

    def incarnation(self) -> int:
        """The incarnation that was live, as far as anything tells."""
        return max([self.number("incarnation"), *(incarnation for incarnation, _ in self.facts.values())])

    def places(self, incarnation: int) -> set[int]:
        """The sequence numbers of an incarnation that are there."""
        return {fact.seq for each, fact in self.facts.values() if each == incarnation}


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the vault remembers of a journal, in case the file forgets: who it is of, and what opens a damaged one."""

    identity: Identity
    incarnation: int
    salt: bytes

    def text(self) -> bytes:
        """As the vault keeps it."""
        return json.dumps(
            {**asdict(self.identity), "incarnation": self.incarnation, "salt": self.salt.hex()}, sort_keys=True
        ).encode()

    @classmethod
    def read(cls, text: bytes | None) -> Remembered | None:
        """What the vault kept; None where that is nothing, or not this."""
        try:
            values = json.loads(text or b"")
            identity = Identity(*(str(values[key]) for key in ("terminal", "space", "hub", "hub_key")))
            return cls(identity, int(values["incarnation"]), bytes.fromhex(values["salt"]))
        except (ValueError, KeyError, TypeError):
            return None


def read_file(path: Path, key: bytes, salt: bytes | None = None) -> tuple[Found, int]:
    """What can be read of a journal's or a mirror's file, and how many authentic pages there are."""
    pages = Pages(path, key, salt)
    return Found.of(pages.rows(), whole=pages.authentic > 0 and not pages.damaged), pages.authentic


def salvage(
    path: Path, key: bytes, now: datetime, *, remembered: Remembered | None = None, told: Identity | None = None,
    mirror: Path | None = None,
) -> Salvaged:  # fmt: skip
    """Makes a new journal of what can be read of a damaged or missing one. Whoever calls has the journal alone.

    Nothing is moved before the new file is complete and on disk; stopped at any point, it can be done again.

    Args:
        path: the journal.
        key: of the journal and the mirror.
        now: for the name of what is set aside.
        remembered: what the vault remembers.
        told: who the terminal is, where the hub has just said so.
        mirror: the mirror's file, where one is configured.

    Raises:
        Damaged: the file is of another key, or nobody knows any more which terminal this is: nothing was changed.
        StoreError: the new file cannot be written.
    """
    found, authentic = read_file(path, key, remembered.salt if remembered else None)
    copied, proof = read_file(mirror, key) if mirror is not None and _is_there(mirror) else (Found(whole=False), 0)
    if path.exists() and not authentic and not proof and remembered is None:  # a mirror of this key proves the key
        raise Damaged(
            f"{path.name} is damaged, or belongs to another key: nothing in it can be read. It was left as it is. "
            "Name the vault that this terminal was enrolled with (--vault), or put the file back from a copy."
        )
    identity = found.identity() or (remembered.identity if remembered else None) or copied.identity() or told
    if identity is None:
        raise Damaged(
            f"{path.name} is damaged, and which terminal this is cannot be read any more. It was left as it is. "
            "Enrol the terminal again: kiosk enrol --hub URL --space ID; what can be read is kept."
        )
    incarnation = max(found.incarnation(), copied.incarnation(), remembered.incarnation if remembered else 0, 1)
    facts, mirrored = _together(found, copied)
    made = Salvaged(
        at=stamp(now), facts=len(facts), mirrored=mirrored, lost=_lost(found, copied, incarnation),
        aside=_name(path, now) if path.exists() else "",
    )  # fmt: skip
    _write(path.with_name(PART), key, identity, incarnation, _epoch(found, copied), facts, _pins(found, copied), made)
    finish(path, made.aside)
    log.warning("%s", made.words())
    return made


def finish(path: Path, aside: str = "") -> None:
    """Puts a complete new journal in the old one's place, which is set aside; nothing where there is no new one.

    The old log is moved after the old file and before the new one comes: it must never meet it.
    """
    new = path.with_name(SALVAGED)
    if not new.exists():
        return
    if path.exists():
        path.rename(path.with_name(aside))
    log_file = path.with_name(path.name + "-wal")
    if log_file.exists():
        log_file.rename(_free(log_file.with_name((aside or path.name + ".damaged") + "-wal")))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    _flush(path.parent)
    new.rename(path)
    _flush(path.parent)
    clear_suspicion(path)


def _together(found: Found, copied: Found) -> tuple[list[Journaled], int]:
    """Each fact once, in the order in which they were stated, and how many came from the mirror alone."""
    extra = {fact_id: one for fact_id, one in copied.facts.items() if fact_id not in found.facts}
    erased = found.erased | copied.erased
    facts = sorted([*found.facts.values(), *extra.values()], key=lambda one: (one[0], one[1].seq, one[1].id in extra))
    return [replace(one, salt=None, personal=None) if one.id in erased else one for _, one in facts], len(extra)


def _lost(found: Found, copied: Found, incarnation: int) -> int:
    """Facts of the last incarnation that were there, that the hub has not acknowledged, and that nobody could read."""
    have = max(found.number("have"), copied.number("have") if copied.number("incarnation") == incarnation else 0)
    held = found.places(incarnation) | copied.places(incarnation)
    if not held:
        return 0
    begin = have + 1 if have or found.state.get("have") == "0" else min(held)
    return sum(seq not in held for seq in range(begin, max(held)))


def _epoch(found: Found, copied: Found) -> str:
    return found.state.get("epoch") or copied.state.get("epoch", "")


def _pins(found: Found, copied: Found) -> dict[str, tuple[int, int]] | None:
    """Wrong PINs by person (epoch, failures), the worse of two accounts; None where nobody can tell."""
    if not (found.whole or found.pins or copied.pins):
        return None
    worst = dict(copied.pins)
    for staff, counted in found.pins.items():
        worst[staff] = max(counted, worst.get(staff, (0, 0)))
    return worst


def _write(
    part: Path, key: bytes, identity: Identity, incarnation: int, epoch: str, facts: list[Journaled],
    pins: dict[str, tuple[int, int]] | None, made: Salvaged,
) -> None:  # fmt: skip
    for suffix in ("", "-wal", "-shm"):  # of an attempt that was stopped
        part.with_name(part.name + suffix).unlink(missing_ok=True)
    journal = Journal(part, key, create=True)
    try:
        journal.begin_salvaged(
            identity, incarnation, epoch, before=secrets.token_bytes(32), pins=pins, assumed=ASSUMED_FAILURES,
            note=json.dumps(asdict(made)),
        )  # fmt: skip
        for start in range(0, len(facts), CHUNK):
            with journal.append() as appending:
                appending.add_all(
                    Encoded(fact.id, fact.kind, fact.raw, fact.salt, fact.personal)
                    for fact in facts[start : start + CHUNK]
                )
    finally:
        journal.close()  # the last handle carries the log into the file
    part.with_suffix(".lock").unlink(missing_ok=True)
    part.rename(part.with_name(SALVAGED))
    _flush(part.parent)


def _is_there(mirror: Path) -> bool:
    try:
        return mirror.exists()
    except OSError:
        return False


def _name(path: Path, now: datetime) -> str:
    return _free(path.with_name(f"{path.name}.damaged-{now.strftime('%Y%m%dT%H%M%SZ')}")).name


def _free(path: Path) -> Path:
    """A name that nothing has: what is set aside is never overwritten."""
    number, candidate = 1, path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.name}-{number}")
    return candidate


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
