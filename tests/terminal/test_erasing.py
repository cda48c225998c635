"""The hub's order to erase: obeyed when it is the hub's and for this terminal, when nobody else has the folder; and
wherever the machine is stopped over it, no fact is lost.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.errors import DiskFull, Erased, HubRefused, StoreError
from sync.exported import Reader
from sync.hub import intake, operations
from sync.hub import terminals as admission
from sync.hub.hub import SIGNING
from sync.orders import Erase, write
from sync.sealed import opened
from sync.terminal import erasing, export
from sync.terminal.erasing import Mark, take
from sync.terminal.folder import DATABASE_KEY, TERMINAL_KEY, Folder, open_folder
from sync.terminal.journal import Journal
from sync.terminal.opening import MEMORY, open_journal
from sync.terminal.terminal import Terminal
from tests.support.pair import Machine, Pair, enrolled

TRACED = ("erasing.py", "export.py", "journal_file.py", "store.py", "vault.py", "keyrings.py")
"""Modules in which the kill test stops at lines that obeying runs through."""
DENSELY, SPARSELY = ("erasing.py",), 8
"""In these it stops at each line, in the others at one of so many."""


def refused(order: object) -> HubRefused:
    return HubRefused("no longer admitted", status=403, code="revoked", details={"order": order})


def condemned(pair: Pair, machine: Machine) -> HubRefused:
    """The refusal by which a terminal hears of the order."""
    operations.revoke(pair.hub.hub, machine.terminal.id, erase=True)
    with pytest.raises(HubRefused) as found:
        machine.syncer.pull()
    return found.value


def ordered(pair: Pair, *, facts: int = 3) -> tuple[Folder, list[str]]:
    """A terminal that sent some facts, recorded others, heard of the order and was closed."""
    machine = Machine(pair.folder())
    ids = [machine.dropin() for _ in range(2)]
    machine.sync()
    ids += [machine.dropin() for _ in range(facts)]
    machine.terminal.projection.refresh()
    assert take(machine.folder, machine.journal, condemned(pair, machine))
    machine.close()
    return machine.folder, ids


def exported(pair: Pair, folder: Folder) -> list[str]:
    """Ids in all complete exports."""
    found = []
    public = bytes.fromhex(pair.hub.terminal().public)
    for path in sorted(folder.path.glob("*.export")):
        with path.open("rb") as file:
            reader = Reader(opened(file, pair.hub.hub.secret(SIGNING)))
            found += [str(json.loads(line.raw)["id"]) for line in reader.facts(public)]
    return found


def test_what_is_not_durable_reaches_the_hub_and_the_rest_is_gone(pair: Pair) -> None:
    folder, ids = ordered(pair)
    (folder.path / "pictures").mkdir()
    (folder.path / "pictures" / "one.webp").write_bytes(b"x")
    (folder.path / "journal.db.damaged-20261001T000000Z").write_bytes(b"x")
    with pytest.raises(Erased, match=r"erased by order of its hub on .*The 5 records .*zoia-1-1\.export") as said:
        Terminal(folder)
    assert str(folder.path.absolute() / "zoia-1-1.export") in str(said.value)
    kept = {path.name for path in folder.path.iterdir()}
    assert not kept & {"journal.db", "journal.db-wal", "replica.db", "replica.db-wal", "ballast", "erase.order"}
    assert not {name for name in kept if "damaged" in name or name == "pictures"}
    assert not [name for name in (DATABASE_KEY, TERMINAL_KEY, MEMORY) if folder.vault.get(name) is not None]
    assert intake.import_facts(pair.hub.hub, folder.path / "zoia-1-1.export") == {"facts": 5, "new": 3}
    assert intake.import_facts(pair.hub.hub, folder.path / "zoia-1-1.export") == {"facts": 5, "new": 0}
    assert [fact.id for fact in pair.hub.facts()] == ids
    with pytest.raises(Erased, match="facts import"):
        Terminal(folder)


def test_what_was_exported_before_is_not_overwritten_and_the_mirror_goes_too(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, ids = ordered(pair)
    (folder.path / "zoia-1-1.export").write_bytes(b"an older one")
    medium = tmp_path / "medium"
    medium.mkdir()
    for name in ("mirror.db", "mirror.db-wal", "mirror.db.damaged"):
        (medium / name).write_bytes(b"x")
    (medium / "holidays.jpg").write_bytes(b"x")
    (folder.path / "mirror").write_text(f"{medium}\n", encoding="utf-8")
    with pytest.raises(Erased, match=r"zoia-1-1-2\.export"):
        open_journal(folder)
    assert (folder.path / "zoia-1-1.export").read_bytes() == b"an older one"
    (folder.path / "zoia-1-1.export").unlink()
    assert exported(pair, folder) == ids
    assert [path.name for path in medium.iterdir()] == ["holidays.jpg"]


def test_an_order_that_is_not_the_hubs_or_for_another_terminal_erases_nothing(pair: Pair) -> None:
    machine = Machine(pair.folder())
    hub, mine = pair.hub.hub.private_key, machine.folder.private_key().public_key().public_bytes_raw()
    machine.journal.begin_incarnation(2)
    wrong: list[object] = [
        write(Erase("zoia-1", 2, mine), Ed25519PrivateKey.generate()),
        write(Erase("zoia-2", 2, mine), hub),
        write(Erase("zoia-1", 1, mine), hub),
        write(Erase("zoia-1", 2, bytes(32)), hub),
        write(Erase("zoia-1", 2, mine), hub)[:-2] + "00",
        None, 7, "", "x" * 1_000_000, ["ERASE1"], {},
    ]  # fmt: skip
    for order in wrong:
        assert not take(machine.folder, machine.journal, refused(order))
        assert not machine.folder.order.exists()
    assert not take(machine.folder, machine.journal, StoreError("something else"))
    machine.close()
    for order in wrong[:5]:  # and not if somebody puts it into the folder
        machine.folder.order.write_text(str(order), encoding="utf-8")
        open_journal(machine.folder)[0].close()
        assert not machine.folder.order.exists()
    assert take(*_again(machine.folder), refused(write(Erase("zoia-1", 3, mine), hub)))


def _again(folder: Folder) -> tuple[Folder, Journal]:
    return folder, open_journal(folder)[0]


def test_a_hub_that_does_not_know_the_terminal_or_only_revoked_it_orders_nothing(pair: Pair) -> None:
    machine = pair.machine()
    machine.dropin()
    operations.revoke(pair.hub.hub, machine.terminal.id)
    with pytest.raises(HubRefused) as found:
        machine.syncer.push()
    assert not take(machine.folder, machine.journal, found.value)
    with pair.hub.hub.database.write() as session:
        session.delete(admission.revoke(session, machine.terminal.id))
    with pytest.raises(HubRefused) as found:
        machine.syncer.push()
    assert found.value.code == "unknown_terminal"
    assert not take(machine.folder, machine.journal, found.value)


def test_it_is_obeyed_only_when_nobody_else_has_the_folder(pair: Pair) -> None:
    machine = pair.machine()
    assert take(machine.folder, machine.journal, condemned(pair, machine))
    beside = Terminal(machine.folder)
    beside.log_dropin(["chiavi"], people=1)
    assert machine.folder.order.exists()
    beside.close()
    machine.close()
    with pytest.raises(Erased):
        Terminal(machine.folder)


def ended(folder: Folder, *, status: int) -> str:
    """What an engine says that ends by itself."""
    command = [sys.executable, "-m", "sync.terminal.engine", "--data", str(folder.path), "--vault", "file"]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **streams) as engine:  # type: ignore[call-overload]
        assert engine.wait(60) == status
        return str(engine.stderr.read())


def test_an_engine_that_hears_of_it_ends_and_the_next_one_obeys(pair: Pair) -> None:
    machine = Machine(pair.folder())
    ids = [machine.dropin() for _ in range(3)]
    operations.revoke(pair.hub.hub, machine.terminal.id, erase=True)
    machine.close()
    assert "orders this terminal to erase" in ended(machine.folder, status=0)
    assert exported(pair, machine.folder) == []
    assert "was erased by order of its hub" in ended(machine.folder, status=1)
    assert exported(pair, machine.folder) == ids


def test_a_closed_journal_takes_nothing_more_and_an_export_that_fails_erases_nothing(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, ids = ordered(pair)

    def full(*_: Any) -> int:
        raise DiskFull("The disk of this terminal is full.")

    monkeypatch.setattr(erasing, "export", full)
    with pytest.raises(DiskFull):
        open_journal(folder)
    journal = Journal(folder.journal, folder.database_key())
    with pytest.raises(Erased, match="nothing more is recorded"), journal.append():
        pass
    assert [fact.id for fact in journal.after(0, facts=100, size=10**6)] == ids
    journal.close()
    monkeypatch.undo()
    with pytest.raises(Erased, match="The 5 records"):
        open_journal(folder)
    assert exported(pair, folder) == ids


def test_a_damaged_journal_is_repaired_first_and_what_was_saved_is_exported(pair: Pair) -> None:
    folder, ids = ordered(pair)
    folder.journal.with_suffix(".suspect").touch()
    data = bytearray(folder.journal.read_bytes())
    data[4096 - 20] ^= 1  # the first page authenticates no more
    folder.journal.write_bytes(data)
    with pytest.raises(Erased):
        open_journal(folder)
    assert set(exported(pair, folder)) == set(ids)
    path = next(folder.path.glob("*.export"))
    assert intake.import_facts(pair.hub.hub, path)["new"] == 3
    assert sorted(fact.id for fact in pair.hub.facts()) == sorted(ids)


def test_the_machine_can_be_enrolled_anew(pair: Pair) -> None:
    folder, _ids = ordered(pair)
    with pytest.raises(Erased):
        open_journal(folder)
    again = enrolled(pair.hub, folder.path, folder.clock)
    machine = pair.opened(Machine(again))
    assert machine.terminal.id == "zoia-2"
    assert machine.sync().pulled > 0
    assert (folder.path / "zoia-1-1.export").exists()


def test_a_terminal_that_was_enrolled_anew_is_not_erased_by_the_order_of_before(pair: Pair) -> None:
    folder, _ids = ordered(pair)
    order = folder.order.read_bytes()
    with pytest.raises(Erased):
        open_journal(folder)
    again = enrolled(pair.hub, folder.path, folder.clock)
    again.order.write_bytes(order)
    machine = pair.opened(Machine(again))
    assert machine.terminal.id == "zoia-2"
    assert not again.order.exists()


def test_keys_that_cannot_be_destroyed_are_told_of_until_they_are(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    from sync.vault import VaultError

    folder, _ids = ordered(pair)

    def left(_: object) -> None:
        raise VaultError("The machine still has credentials: x.")

    with monkeypatch.context() as patched:
        patched.setattr(type(folder.vault), "destroy", left)
        with pytest.raises(Erased, match="still has credentials"):
            open_journal(folder)
        with pytest.raises(StoreError, match="still has credentials"):
            erasing.begin_anew(folder)
    with pytest.raises(Erased) as done:
        open_journal(folder)
    assert "credentials" not in str(done.value)
    assert Mark.read(folder.erased) is not None
    assert folder.vault.get(DATABASE_KEY) is None


@pytest.mark.parametrize("content", [b"", b"rubbish", b"[" * 10_000, b'{"terminal": 1}', b"[]"])
def test_a_damaged_note_of_the_erasure_is_a_sentence(pair: Pair, content: bytes) -> None:
    folder = pair.folder()
    folder.erased.write_bytes(content)
    with pytest.raises(StoreError, match="was erased"):
        open_journal(folder)


# stopped anywhere


def opening(folder: Folder, stop_at: tuple[str, int] | None, seen: list[tuple[str, int]]) -> None:
    """Opens the folder; the process dies before the first time that it runs the line `stop_at`."""

    def line(frame: FrameType, what: str, _value: object) -> Any:
        place = (Path(frame.f_code.co_filename).name, frame.f_lineno)
        if what == "line":
            if place == stop_at:
                os.kill(os.getpid(), signal.SIGKILL)
            seen.append(place)
        return line

    def call(frame: FrameType, _what: str, _value: object) -> Any:
        return line if Path(frame.f_code.co_filename).name in TRACED else None

    sys.settrace(call)
    try:
        open_journal(folder)
    finally:
        sys.settrace(None)


def killed(folder: Folder, stop_at: tuple[str, int]) -> bool:
    """Opens the folder in a process that is killed there; returns whether it came so far."""
    child = os.fork()
    if child == 0:
        try:
            opening(folder, stop_at, [])
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def copied(folder: Folder, place: Path) -> Folder:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder.path, place)
    return replace(open_folder(place, "file"), clock=folder.clock)


def test_wherever_it_is_killed_no_fact_is_lost_and_the_next_opening_goes_on(pair: Pair, tmp_path: Path) -> None:
    folder, ids = ordered(pair)
    pair.hub.stop()
    seen: list[tuple[str, int]] = []
    with pytest.raises(Erased):
        opening(copied(folder, tmp_path / "whole"), None, seen)
    places = list(dict.fromkeys(seen))
    assert len(places) > 100
    assert {name for name, _ in places} == set(TRACED)
    places = [place for number, place in enumerate(places) if place[0] in DENSELY or number % SPARSELY == 0]
    cut = 0
    for place in places:
        copy = copied(folder, tmp_path / "copy")
        cut += killed(copy, place)
        if copy.journal.exists() and copy.vault.get(DATABASE_KEY) is not None and not copy.erased.exists():
            journal = Journal(copy.journal, copy.database_key())
            assert [fact.id for fact in journal.after(0, facts=100, size=10**6)] == ids, place
            journal.close()
        else:
            assert set(exported(pair, copy)) == set(ids), place
        with pytest.raises(Erased):
            open_journal(copy)
        assert set(exported(pair, copy)) == set(ids), place
        mark = Mark.read(copy.erased)
        assert mark is not None, place
        assert (mark.finished, mark.facts, Path(mark.file).exists()) == (True, 5, True), place
        assert not list(copy.path.glob("journal.db*")), place
        assert copy.vault.get(DATABASE_KEY) is None, place
    assert cut > len(places) * 0.9


def test_a_part_of_an_export_is_never_taken_for_one(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, ids = ordered(pair)
    real = os.fsync

    def fails(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().name.endswith(".export.part"):
            raise OSError(5, "Input/output error")
        real(handle)

    monkeypatch.setattr(export.os, "fsync", fails)
    with pytest.raises(StoreError, match="cannot be written"):
        open_journal(folder)
    assert not list(folder.path.glob("*.export*"))
    assert folder.database_key()
    monkeypatch.undo()
    with pytest.raises(Erased):
        open_journal(folder)
    assert exported(pair, folder) == ids
