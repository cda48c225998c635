"""Facts on a stick: what a terminal exports, the hub takes in as if it had been pushed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.errors import HubRefused, StoreError, UsageError
from sync.exported import Reader, write
from sync.facts import parse
from sync.hub import intake, operations
from sync.hub.hub import SIGNING
from sync.hub.store.models import DropIn, StoredFact
from sync.sealed import SealError, opened, seal
from sync.terminal.export import export
from tests.support.pair import Machine, Pair
from tests.terminal.test_mirror import fill
from tests.terminal.test_salvage import open_at, recorded, wreck


def exported(machine: Machine, path: Path) -> int:
    return export(machine.journal, machine.terminal.identity, machine.folder.private_key(), machine.folder.clock, path)


def dropins(pair: Pair) -> list[str]:
    with pair.hub.hub.database.read() as session:
        return sorted(session.scalars(sa.select(DropIn.id)))


def stored(pair: Pair) -> list[tuple[int, int, str]]:
    with pair.hub.hub.database.read() as session:
        query = sa.select(StoredFact.incarnation, StoredFact.seq, StoredFact.state)
        return [tuple(row) for row in session.execute(query.order_by(StoredFact.incarnation, StoredFact.seq))]


def test_what_was_never_sent_is_taken_in_as_if_it_had_been_and_once(pair: Pair, tmp_path: Path) -> None:
    machine = pair.machine()
    ids = [machine.dropin()]
    machine.sync()
    ids += [machine.dropin() for _ in range(3)]
    personal = parse("request", {"service": "prestito_oggetti", "name": "Amina Diallo", "text": "Un trapano"})
    ids.append(machine.terminal.record(personal)[0])
    assert exported(machine, tmp_path / "facts.qc") == 5
    assert intake.import_facts(pair.hub.hub, tmp_path / "facts.qc") == {"facts": 5, "new": 4}
    assert intake.import_facts(pair.hub.hub, tmp_path / "facts.qc") == {"facts": 5, "new": 0}
    assert dropins(pair) == sorted(ids[:-1])
    held = pair.hub.facts()
    assert [fact.id for fact in held] == ids
    assert b"Amina" in (held[-1].personal or b"")
    machine.sync()
    assert machine.journal.position().pending == 0
    assert machine.journal.position().incarnation == 1
    assert pair.hub.terminal().forks == 0


def test_only_what_is_not_durable_is_exported(pair: Pair, tmp_path: Path) -> None:
    machine = pair.machine()
    [machine.dropin() for _ in range(5)]
    machine.sync()
    machine.journal.acknowledge(5, 3)
    assert exported(machine, tmp_path / "facts.qc") == 2
    assert intake.import_facts(pair.hub.hub, tmp_path / "facts.qc") == {"facts": 2, "new": 0}


def test_nothing_to_export_is_a_file_too(pair: Pair, tmp_path: Path) -> None:
    assert exported(pair.machine(), tmp_path / "facts.qc") == 0
    assert intake.import_facts(pair.hub.hub, tmp_path / "facts.qc") == {"facts": 0, "new": 0}


def test_nothing_on_the_stick_can_be_read_without_the_hub(pair: Pair, tmp_path: Path) -> None:
    machine = pair.machine()
    machine.terminal.record(parse("request", {"service": "prestito_oggetti", "name": "Amina Diallo", "text": "Un"}))
    exported(machine, tmp_path / "facts.qc")
    data = (tmp_path / "facts.qc").read_bytes()
    for word in (b"Amina", b"zoia", b"request", b"trapano"):
        assert word not in data


@pytest.mark.parametrize("cut", [5, 60, 200, -1])
def test_a_file_that_is_cut_short_changes_nothing(pair: Pair, tmp_path: Path, cut: int) -> None:
    machine = pair.machine()
    for _ in range(3):
        machine.dropin()
    exported(machine, tmp_path / "facts.qc")
    (tmp_path / "cut.qc").write_bytes((tmp_path / "facts.qc").read_bytes()[:cut])
    with pytest.raises(SealError):
        intake.import_facts(pair.hub.hub, tmp_path / "cut.qc")
    assert stored(pair) == []


def test_a_file_that_the_terminal_did_not_write_changes_nothing(pair: Pair, tmp_path: Path) -> None:
    machine = pair.machine()
    machine.dropin()
    exported(machine, tmp_path / "facts.qc")
    with (tmp_path / "facts.qc").open("rb") as file:
        reader = Reader(opened(file, pair.hub.hub.secret(SIGNING)))
        values = {**reader.head.values}
    forged = write(values, [], Ed25519PrivateKey.generate())
    with (tmp_path / "forged.qc").open("wb") as out:
        seal(forged, bytes.fromhex(machine.terminal.identity.hub_key), out)
    with pytest.raises(SealError, match="forged"):
        intake.import_facts(pair.hub.hub, tmp_path / "forged.qc")
    assert stored(pair) == []


def test_a_terminal_that_the_hub_does_not_know_and_a_file_that_is_none_are_sentences(
    pair: Pair, tmp_path: Path
) -> None:
    machine = pair.machine()
    with (tmp_path / "other.qc").open("wb") as out:
        content = write(
            {"terminal": "x-9", "incarnation": 1, "first": 1, "before": "00"}, [], Ed25519PrivateKey.generate()
        )
        seal(content, bytes.fromhex(machine.terminal.identity.hub_key), out)
    with pytest.raises(UsageError, match="knows no terminal 'x-9'"):
        intake.import_facts(pair.hub.hub, tmp_path / "other.qc")
    (tmp_path / "rubbish").write_bytes(b"rubbish")
    with pytest.raises(SealError, match="no export"):
        intake.import_facts(pair.hub.hub, tmp_path / "rubbish")
    with pytest.raises(StoreError, match="cannot be read"):
        intake.import_facts(pair.hub.hub, tmp_path / "missing")


def test_a_file_is_never_overwritten_and_one_that_cannot_be_written_leaves_nothing(
    pair: Pair, tmp_path: Path, small_disk: Path
) -> None:
    machine = pair.machine()
    [machine.dropin() for _ in range(3)]
    exported(machine, tmp_path / "facts.qc")
    with pytest.raises(UsageError, match="is there already"):
        exported(machine, tmp_path / "facts.qc")
    fill(small_disk)
    with pytest.raises(StoreError, match="cannot be written"):
        exported(machine, small_disk / "facts.qc")
    assert not (small_disk / "facts.qc").exists()
    with pytest.raises(StoreError, match="cannot be written"):
        exported(machine, tmp_path / "nowhere" / "facts.qc")


def test_a_repaired_journal_that_never_sees_the_network_again_is_taken_in_whole(pair: Pair, tmp_path: Path) -> None:
    ids = recorded(pair, 4, sync=True)
    ids += recorded(pair, 3)
    wreck(tmp_path / "zoia" / "journal.db", 1)
    machine = pair.opened(Machine(open_at(pair, tmp_path)))
    ids.append(machine.dropin())
    assert exported(machine, tmp_path / "facts.qc") == 8
    assert intake.import_facts(pair.hub.hub, tmp_path / "facts.qc") == {"facts": 8, "new": 4}
    assert dropins(pair) == sorted(ids)
    assert intake.import_facts(pair.hub.hub, tmp_path / "facts.qc") == {"facts": 8, "new": 0}
    ids.append(machine.dropin())
    machine.sync()
    assert dropins(pair) == sorted(ids), "and if it does see it, nothing is doubled"


def test_a_hub_restored_from_an_older_backup_takes_the_file_in_all_the_same(pair: Pair, tmp_path: Path) -> None:
    backup = pair.hub.backup(tmp_path / "backup")
    machine = pair.machine()
    ids = [machine.dropin() for _ in range(3)]
    machine.sync()
    machine.journal.acknowledge(3, 2)  # two were durable, so the hub was told
    ids.append(machine.dropin())
    exported(machine, tmp_path / "facts.qc")
    pair.hub.restore(backup)
    assert intake.import_facts(pair.hub.hub, tmp_path / "facts.qc") == {"facts": 2, "new": 2}
    assert set(dropins(pair)) == set(ids[2:])


def test_a_file_from_before_a_new_incarnation_brings_only_what_is_missing(pair: Pair, tmp_path: Path) -> None:
    recorded(pair, 2, sync=True)
    image = shutil.copytree(tmp_path / "zoia", tmp_path / "image")
    recorded(pair, 2, sync=True)
    shutil.rmtree(tmp_path / "zoia")
    shutil.copytree(image, tmp_path / "zoia")
    machine = pair.opened(Machine(replace(pair.folder())))
    machine.dropin()
    exported(machine, tmp_path / "facts.qc")
    before = len(dropins(pair))
    machine.sync()
    assert machine.journal.position().incarnation == 2
    assert intake.import_facts(pair.hub.hub, tmp_path / "facts.qc")["new"] == 0
    assert len(dropins(pair)) == before + 1
    machine.sync()
    assert machine.journal.position().incarnation == 2, "nobody was disturbed"


def test_a_terminal_that_was_revoked_can_still_be_emptied(pair: Pair, tmp_path: Path) -> None:
    machine = pair.machine()
    fact = machine.dropin()
    operations.revoke(pair.hub.hub, "zoia-1")
    with pytest.raises(HubRefused):
        machine.sync()
    exported(machine, tmp_path / "facts.qc")
    assert intake.import_facts(pair.hub.hub, tmp_path / "facts.qc") == {"facts": 1, "new": 1}
    assert dropins(pair) == [fact]
