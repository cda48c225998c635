"""What the commands beside `run` do. They work while a terminal runs on the same folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sync import __version__
from sync.clock import local
from sync.commandline import Exit, put, say
from sync.errors import Damaged, Erased, HubRefused, NotEnrolled, StoreError, SyncError, UsageError
from sync.terminal.folder import DATABASE_KEY, Folder, open_folder
from sync.terminal.terminal import Terminal
from sync.terminal.views import OccurrenceView

MAX_LINE_BYTES = 64 * 1024
"""Of a line on standard input; a fact is at most 32 KB."""
ALL_BACK, ALL_AHEAD = timedelta(days=60), timedelta(days=400)
"""What `--day all` means: the window over which the hub expands occurrences."""


def _open(data: Path | None, vault: str | None) -> Terminal:
    return _opened(open_folder(data, vault))


def _opened(folder: Folder) -> Terminal:
    terminal = Terminal(folder)
    if terminal.repaired:
        say(terminal.repaired)
    return terminal


def enrol(data: Path | None, vault: str | None, hub: str, space: str, *, wait: bool, as_json: bool) -> None:
    """Shows code and QR, waits for approval, prints who the terminal is then."""
    from sync.terminal import enrol as enrolment

    folder = open_folder(data, vault, create=True)
    if folder.vault.kind == "file":
        say(folder.vault.describe())

    def show(waiting: enrolment.Waiting) -> None:
        if as_json:
            put({"code": waiting.code, "url": waiting.url}, as_json=True)
        else:
            say(_qr(waiting.url))
        say(f"Approve this terminal in the office at {waiting.url}, or with: hub approve {waiting.code}")
        say(f"Code: {waiting.code}")

    identity = enrolment.enrol(folder, hub, space, show=show, wait=wait)
    if identity is not None:
        put({"terminal": identity.terminal}, as_json=as_json, text=f"This is terminal {identity.terminal} now.")


def _qr(url: str) -> str:
    import io

    import qrcode

    code = qrcode.QRCode(border=2)
    code.add_data(url)
    out = io.StringIO()
    code.print_ascii(out=out, invert=True)
    return out.getvalue()


def record(data: Path | None, vault: str | None) -> None:
    """Records the facts on standard input, one a line, and prints a line for each after it is durable."""
    from sync.terminal.recording import record_line

    terminal = _open(data, vault)
    failed = False
    for number, line in enumerate(_lines(), start=1):
        if not line.strip():
            continue
        try:
            fact_id, seq = record_line(terminal, line)
            put({"id": fact_id, "seq": seq}, as_json=True)
        except StoreError as error:
            put({"error": str(error), "line": number}, as_json=True)
            say(str(error))
            raise Exit(1) from None
        except SyncError as error:
            failed = True
            put({"error": str(error), "line": number}, as_json=True)
    if failed:
        raise Exit(1)


def _lines() -> Iterator[bytes]:
    """Lines of standard input; of one that is too long only so much that it is refused."""
    stream = sys.stdin.buffer
    while line := stream.readline(MAX_LINE_BYTES + 1):
        if len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            while rest := stream.readline(MAX_LINE_BYTES):
                if rest.endswith(b"\n"):
                    break
        yield line


MAX_SYNCS = 3
"""Pushes and pulls of `kiosk sync --once`: more are wanted only where the hub went back in time meanwhile."""


def sync_once(data: Path | None, vault: str | None, *, as_json: bool) -> None:
    """One push and pull to the end."""
    from sync.terminal.erasing import take
    from sync.terminal.syncer import Syncer, Tally
    from sync.terminal.transport import Transport
    from sync.terminal.upkeep import health

    folder = open_folder(data, vault)
    terminal = _opened(folder)
    identity = terminal.identity
    transport = Transport(identity.hub, identity.terminal, folder.private_key(), folder.clock)
    syncer = Syncer(
        terminal.journal, terminal.replica, transport, terminal.projection, folder.clock,
        health=lambda: health(folder, terminal.journal),
    )  # fmt: skip
    began = time.perf_counter()
    tally = Tally()
    try:
        for _ in range(MAX_SYNCS):
            syncer.push(tally)
            syncer.pull(0.0, tally)
            if syncer.seats():
                syncer.pull(0.0, tally)  # the seats that were granted are news as well
            position = terminal.journal.position()
            if not position.pending:  # a hub that was restored asks for facts again, and says so with a pull
                break
    except HubRefused as refused:
        if take(folder, terminal.journal, refused):
            syncer.close()
            terminal.close()
            Terminal(folder).close()  # obeys, where no window has the folder; says so
        raise
    put(
        {
            "pushed": tally.pushed, "have": position.have, "durable": position.durable, "pulled": tally.pulled,
            "epoch": position.epoch, "seconds": round(time.perf_counter() - began, 3),
            "bytes_up": transport.bytes_up, "bytes_down": transport.bytes_down,
        },
        as_json=as_json,
    )  # fmt: skip


def status(data: Path | None, vault: str | None) -> dict[str, Any]:
    """What a technician wants to know, read from the files: true while a terminal runs on them, after damage, and
    before it is enrolled.

    `state`: ok, not_enrolled, repaired (the journal was damaged, just now or earlier, and waits for its new
    incarnation), damaged (it cannot be read now) or erased (by order of the hub); `why` says more, in words.
    """
    folder = open_folder(data, vault)
    if not folder.erased.exists() and not folder.journal.exists() and folder.vault.get(DATABASE_KEY) is None:
        return _nothing("not_enrolled", "Enrol this terminal: kiosk enrol --hub URL --space ID.")
    try:
        terminal = _opened(folder)
    except Damaged as error:
        return _nothing("damaged", str(error))
    except Erased as error:
        return _nothing("erased", str(error))
    except NotEnrolled as error:
        return _nothing("not_enrolled", str(error))
    position, stands = terminal.journal.position(), terminal.replica.standing()
    repaired = position.salvaged or bool(terminal.repaired)
    mirror = terminal.journal.mirror
    return {
        "terminal": terminal.id, "space": terminal.space, "pending": position.pending, "have": position.have,
        "durable": position.durable, "epoch": position.epoch, "last_sync": stands.updated,
        "replica_rows": terminal.replica.rows(), "version": __version__,
        "state": "repaired" if repaired else "ok", "why": terminal.repaired,
        "mirror": mirror.health(terminal.journal) if mirror is not None else None,
    }  # fmt: skip


def _nothing(state: str, why: str) -> dict[str, Any]:
    unknown = dict.fromkeys(("terminal", "space", "pending", "have", "durable", "epoch", "last_sync", "replica_rows"))
    return {**unknown, "version": __version__, "state": state, "why": why, "mirror": None}


def self_test(data: Path | None, vault: str | None) -> Iterator[dict[str, Any]]:
    """Each test of a terminal and its devices, as soon as it is made."""
    from kiosk.devices.present import look
    from sync.terminal.selftest import run

    folder = open_folder(data, vault)
    for result in run(folder):
        yield {"test": result.test, "ok": result.ok, "detail": result.detail}
    for name, ok, detail in look(folder.path):
        yield {"test": name, "ok": ok, "detail": detail}


def export(data: Path | None, vault: str | None, file: Path) -> int:
    """Writes what is not yet durable at the hub, sealed for the hub; returns how many facts."""
    from sync.terminal.export import export as write

    folder = open_folder(data, vault)
    terminal = _opened(folder)
    return write(terminal.journal, terminal.identity, folder.private_key(), folder.clock, file)


def agenda(data: Path | None, vault: str | None, day: str | None, space: str | None) -> Iterator[dict[str, Any]]:
    """Occurrences as the screens show them."""
    terminal = _open(data, vault)
    today = local(terminal.clock.now()).date()
    first, last = _days(day, today)
    if space is not None and space != "all":
        terminal.projection.space(space)
    found = terminal.projection.agenda(first, last, space=None if space == "all" else space, all_spaces=space == "all")
    for view in found:
        yield _agenda_line(view)


def _days(day: str | None, today: date) -> tuple[date, date]:
    if day is None:
        return today, today
    if day == "all":
        return today - ALL_BACK, today + ALL_AHEAD
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise UsageError(f"{day!r} is no day. Write it like 2026-10-09, or all.") from None
    return wanted, wanted


def _agenda_line(view: OccurrenceView) -> dict[str, Any]:
    seats = None
    if view.seats is not None:
        seats = {"capacity": view.seats.capacity, "left": view.seats.left, "right": view.seats.right}
    return {
        "id": view.id, "activity": view.activity, "title": view.title.get("it") or next(iter(view.title.values()), ""),
        "start": view.start.isoformat(), "end": view.end.isoformat() if view.end else None, "space": view.space,
        "status": "cancelled" if view.cancelled else "moved" if view.moved_from else "scheduled", "seats": seats,
    }  # fmt: skip


def bookings(data: Path | None, vault: str | None, occurrence: str | None) -> Iterator[Mapping[str, Any]]:
    """Bookings as this terminal sees them."""
    for view in _open(data, vault).projection.bookings(occurrence):
        yield {"id": view.id, "occurrence": view.occurrence, "people": view.people, "state": view.state}
