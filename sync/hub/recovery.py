"""After a restore: what the witness remembers is brought back into a database that went back in time, before anybody
is served.

    the database is ahead of the witness    the witness catches up (the hub stopped between a commit and its line)
    the database is behind                  what it lacks is applied again by id, and a new epoch begins
    the database is of an earlier witness   the same: a witness begins with all that its database holds, and names those
                                            that were before it
    the witness is missing or damaged       a new epoch begins in which no terminal's seats are known
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.errors import StoreError
from sync.hub import audit, epochs, reapplying, seating, witness, witnessed
from sync.hub.hub import Hub, set_setting, setting
from sync.hub.remembered import Remembered
from sync.hub.store import history
from sync.hub.store.models import (
    FeedCommit,
    FeedHead,
    Occurrence,
    Setting,
    Terminal,
)
from sync.hub.witness import Place, Witness

NAME = "witness"
"""Setting: the name of the witness that this database had."""
BEFORE = "witnesses-before"
"""Setting: the names of those that it had before, the oldest first."""
MAX_BEFORE = 100
TROUBLE = "witness-trouble"
"""Setting: a sentence for the office, since when and what."""
RESTORED = "restored"
"""Setting: when a backup was put back, until it was compared with the witness."""
FILE, NOTED = "witness.log", "witness.place"
REMEMBERED_AFTER = timedelta(days=30)
"""An occurrence is remembered this long after its end."""


@dataclass(frozen=True, slots=True)
class Begun:
    """How a hub and its witness found each other. `words`: for people; empty where all was well."""

    witness: Witness
    words: tuple[str, ...] = ()
    epoch: str | None = None


def place(hub: Hub, named: Path | None = None) -> Path:
    """Where the witness is: as named, as ``HUB_WITNESS`` says, as noted when the hub last served, or in its folder."""
    told = os.environ.get("HUB_WITNESS")
    wanted = named or (Path(told) if told else None)
    return (wanted or _noted(hub) or hub.folder / FILE).expanduser().absolute()


def settle(hub: Hub, named: Path | None = None) -> Path:
    """Notes where the witness is, so that every later command finds it without being told; returns the place.

    A witness that is named for the first time at another place is taken along from the place that was noted.

    Raises:
        StoreError: it cannot be noted, or taken along.
    """
    wanted, before = place(hub, named), _noted(hub) or hub.folder / FILE
    try:
        wanted.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if wanted != before and before.exists() and not wanted.exists():
            taken = wanted.with_name(f"{wanted.name}.taken")
            shutil.copyfile(before, taken)
            with taken.open("rb") as file:
                os.fsync(file.fileno())
            taken.replace(wanted)
        if wanted.parent == hub.folder.absolute():  # not by its full name: the folder may be moved or copied
            (hub.folder / NOTED).unlink(missing_ok=True)
        else:
            (hub.folder / NOTED).write_text(f"{wanted}\n", encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"The witness cannot be kept at {wanted}: {error.strerror}. Name another place with --witness."
        ) from error
    return wanted


def _noted(hub: Hub) -> Path | None:
    try:
        text = (hub.folder / NOTED).read_text(encoding="utf-8").strip()
    except OSError:
        return None
    return Path(text) if text else None


def begin(hub: Hub, path: Path) -> Begun:
    """Compares the database with its witness, mends what is to be mended, and witnesses every commit from here on.

    Raises:
        StoreError: the witness cannot be read or written.
    """
    found = witness.read(path)  # before the database: a hub that serves meanwhile is never seen behind
    log = Witness(path)
    with hub.database.read() as session:
        name, restored = setting(session, NAME), setting(session, RESTORED)
        new = not (name or restored) and (found is None or session.scalar(sa.select(Terminal.id).limit(1)) is None)
        mine = found is not None and (name in ("", found.name) or name in found.after)
        ours = mine and found is not None and found.ends_well and not new
        behind = ours and found is not None and _behind(session, found.remembered)
        present = witnessed.present(session)
    if new:
        return _anew(hub, log, (), None)
    if not ours or found is None:
        return _lost(hub, log, path)
    if behind:
        return _recover(hub, log, found)
    if not found.whole:
        words = f"The witness {path} is damaged; the database is not behind it, so nothing was lost. A new one begins."
        return _anew(hub, log, (words,), None, also=found.remembered)
    _catch_up(hub, log, found.remembered, present)
    if restored or name != found.name:
        with hub.database.write() as session:
            _name(session, found.name, found.after)
            _compared(session)
    _await(hub, found.remembered)
    return Begun(log)


def _behind(session: Session, known: Remembered) -> bool:
    """Whether the witness knows of a commit that this database does not."""
    head = session.get_one(FeedHead, 1)
    if history.order(head.epoch) < history.order(known.epoch) or head.pos < known.pos:
        return True
    tag = session.scalar(sa.select(FeedCommit.tag).where(FeedCommit.pos == known.pos))
    if tag is None:
        oldest = session.scalar(sa.select(sa.func.min(FeedCommit.pos)))
        return known.pos > 0 and oldest is not None and oldest <= known.pos
    return tag != known.tag


def _anew(
    hub: Hub, log: Witness, words: tuple[str, ...], epoch: str | None, also: Remembered | None = None
) -> Begun:  # fmt: skip
    """Begins a new witness with all that the database knows."""
    with hub.database.read() as session:
        present = witnessed.everything(session, stamp(hub.clock.now() - REMEMBERED_AFTER))
        before = [*(setting(session, BEFORE) or "").split(), setting(session, NAME) or ""]
    if also is not None:
        gone = {one: values for one, values in also.gone.items() if one not in present.sales}
        present.gone, present.capacities = {**gone, **present.gone}, {**also.capacities, **present.capacities}
        present.forgotten |= also.forgotten
    after = tuple(one for one in before if one)[-MAX_BEFORE:]
    name = log.begin(present, after=after)
    with hub.database.write() as session:
        _name(session, name, after)
        _compared(session)
    witnessed.attach(hub.database, log)
    return Begun(log, words, epoch)


def _name(session: Session, name: str, after: Sequence[str]) -> None:
    set_setting(session, NAME, name)
    set_setting(session, BEFORE, " ".join(after))


def _compared(session: Session) -> None:
    found = session.get(Setting, RESTORED)
    if found is not None:
        session.delete(found)


def _place(known: Remembered) -> Place:
    return Place(known.epoch, known.pos, known.tag)


def _lost(hub: Hub, log: Witness, path: Path) -> Begun:
    words = (
        f"The witness {path} is gone, damaged at its end, or another database's. What the hub promised since its "
        "database was last written may be unknown: every terminal is asked for its seats, and until it answers the "
        "hub keeps back all that it may hold."
    )
    with hub.database.write() as session:
        set_setting(session, TROUBLE, f"{stamp(hub.clock.now())} {words}")
        _compared(session)
        epoch = epochs.rotate(session, hub, None, "witness lost", attested=False)
    return _anew(hub, log, (words,), epoch)


def _catch_up(hub: Hub, log: Witness, known: Remembered, present: Remembered) -> None:
    missing = present.beyond(known)
    cancelled = {one for one, sale in known.sales.items() if sale.occurrence not in known.waits} - present.sales.keys()
    missing += [["gone", one, known.sales[one].occurrence, known.sales[one].people] for one in sorted(cancelled)]
    if missing or present.pos > known.pos:
        log.append(_place(present), missing)
    witnessed.attach(hub.database, log)


def _recover(hub: Hub, log: Witness, found: witness.Read) -> Begun:
    """Applies again what the database lacks, and begins a new epoch, in one transaction."""
    known = found.remembered
    with hub.database.write() as session:
        counts = reapplying.apply(session, hub, known)
        why = "behind the witness" if found.whole else "behind a damaged witness"
        known_seats = found.whole and known.attested
        epoch = epochs.rotate(session, hub, None, why, attested=known_seats, beyond=known.epoch)
        words = (
            "The database is older than the witness: it was restored. Applied again: "
            + (", ".join(f"{number} {what}" for what, number in counts.items() if number) or "nothing was missing")
            + f". A new epoch begins: {epoch}."
        )
        if not found.whole:
            words += " The witness is damaged: every terminal is asked for its seats."
            set_setting(session, TROUBLE, f"{stamp(hub.clock.now())} {words}")
        _name(session, found.name, found.after)
        _compared(session)
        audit.record(session, hub, audit.COMMAND_LINE, "hub.recover", epoch)
    with hub.database.read() as session:
        present = witnessed.present(session)
        known_here = set(session.scalars(sa.select(Occurrence.id).where(Occurrence.id.in_(known.occurrences()))))
    _keep_what_waits(known, present, known_here)
    log.begin(present, found.name, found.after)
    witnessed.attach(hub.database, log)
    _await(hub, present)
    return Begun(log, (words,), epoch)


def _keep_what_waits(known: Remembered, present: Remembered, here: set[str]) -> None:
    """What is remembered of occurrences that this database does not have stays: they may be imported again."""
    waiting = known.without(here)
    present.waits = waiting.occurrences()
    present.grants.update(waiting.grants)
    present.sales.update(waiting.sales)
    present.gone, present.capacities, present.forgotten = known.gone, known.capacities, known.forgotten
    present.erased = {**known.erased, **present.erased}


def _await(hub: Hub, known: Remembered) -> None:
    """Applies what is remembered of an occurrence that is not there as soon as it is, before any seat of it moves."""
    hub.database.info["returning"] = {
        occurrence_id: lambda session, found: reapplying.apply_to(session, hub, found, known)
        for occurrence_id in known.waits
    }
    bring_back(hub)


def bring_back(hub: Hub) -> int:
    """The chore: occurrences that are there again get what is remembered of them; returns how many."""
    waiting = list(hub.database.info.get("returning", ()))
    if not waiting:
        return 0
    with hub.database.read() as session:
        here = session.scalars(sa.select(Occurrence.id).where(Occurrence.id.in_(waiting)).order_by(Occurrence.id)).all()
    for occurrence_id in here:
        with hub.database.write() as session:
            seating.lock(session, occurrence_id)
    return len(here)


def over(hub: Hub) -> set[str]:
    """Occurrences that ended long ago: nothing of them matters to a restore any more."""
    with hub.database.read() as session:
        ended = sa.func.coalesce(Occurrence.end, Occurrence.start) < stamp(hub.clock.now() - REMEMBERED_AFTER)
        return set(session.scalars(sa.select(Occurrence.id).where(ended)))
