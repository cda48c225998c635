"""Damaged and lost journals: what was shown as saved is there again, once, and the terminal goes on at once."""

from __future__ import annotations

import json
import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from sync.body import Body
from sync.errors import Damaged
from sync.facts import parse
from sync.hub.store.models import DropIn
from sync.terminal import enrol as enrolment
from sync.terminal import salvage as salvaging
from sync.terminal.desk import MAX_PIN_FAILURES
from sync.terminal.folder import Folder, open_folder
from sync.terminal.journal import Journal
from sync.terminal.opening import MEMORY, check_journal, open_journal, remember
from sync.terminal.pages import PAGE
from sync.terminal.salvage import ASSUMED_FAILURES
from sync.terminal.store import SALVAGED
from sync.terminal.terminal import Terminal
from tests.hub.programme import add_occurrence
from tests.support.pair import Machine, Pair


def dropins(pair: Pair) -> list[str]:
    with pair.hub.hub.database.read() as session:
        return sorted(session.scalars(sa.select(DropIn.id)))


def recorded(pair: Pair, count: int, *, sync: bool = False) -> list[str]:
    """A terminal is opened, records, perhaps synchronises, and is closed."""
    machine = Machine(pair.folder())
    ids = [machine.dropin() for _ in range(count)]
    if sync:
        machine.sync()
    machine.terminal.prepare()
    machine.close()
    return ids


def flip(path: Path, place: int, bit: int = 0) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1 << bit
    path.write_bytes(data)


def wreck(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(data)


def shown(machine: Machine) -> list[str]:
    day = machine.terminal.clock.now().date()
    return sorted(one.id for one in machine.terminal.projection.dropins(day))


@pytest.mark.parametrize("sync", [False, True])
@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_damaged_page_of_the_tree_loses_no_fact_and_the_terminal_goes_on_offline(
    pair: Pair, tmp_path: Path, page: int, sync: bool
) -> None:
    ids = recorded(pair, 60, sync=sync)
    wreck(tmp_path / "zoia" / "journal.db", page)
    (tmp_path / "zoia" / "journal.suspect").touch()
    machine = pair.opened(Machine(open_at(pair, tmp_path)))
    assert "60 records were saved" in machine.terminal.repaired
    assert shown(machine) == sorted(ids), "shown as before, once, before the hub was asked"
    ids.append(machine.dropin())
    assert shown(machine) == sorted(ids)
    machine.sync()
    assert dropins(pair) == sorted(ids)
    assert shown(machine) == sorted(ids)
    position = machine.journal.position()
    assert (position.incarnation, position.pending, position.salvaged) == (2, 0, False)
    assert list(machine.journal.verify()) == []


def open_at(pair: Pair, tmp_path: Path) -> Folder:
    return replace(open_folder(tmp_path / "zoia", "file"), clock=pair.clock)


def test_the_damaged_file_is_kept_and_what_happened_is_noted_for_the_office(pair: Pair, tmp_path: Path) -> None:
    recorded(pair, 5)
    path = tmp_path / "zoia" / "journal.db"
    wreck(path, 1)
    damaged = path.read_bytes()
    machine = pair.opened(Machine(open_at(pair, tmp_path)))
    (aside,) = (tmp_path / "zoia").glob("journal.db.damaged-*")
    assert aside.read_bytes() == damaged
    noted = json.loads(machine.journal.notes()["salvage"])
    assert (noted["facts"], noted["lost"], noted["aside"]) == (5, 0, aside.name)


def test_facts_that_no_page_and_no_mirror_holds_are_counted(pair: Pair, tmp_path: Path) -> None:
    ids = recorded(pair, 200)
    path = tmp_path / "zoia" / "journal.db"
    folder = open_at(pair, tmp_path)
    whole, _ = salvaging.read_file(path, folder.database_key())
    page = next(
        number
        for number in range(path.stat().st_size // PAGE, 1, -1)
        if 0 < 200 - len(without(path, number, folder.database_key()).facts) < 60
        and 200 in without(path, number, folder.database_key()).places(1)
    )
    assert len(whole.facts) == 200
    wreck(path, page)
    (path.parent / "journal.suspect").touch()
    machine = pair.opened(Machine(folder))
    noted = json.loads(machine.journal.notes()["salvage"])
    assert noted["facts"] + noted["lost"] == 200
    assert noted["lost"] > 0
    machine.sync()
    assert set(dropins(pair)) < set(ids)
    assert len(dropins(pair)) == noted["facts"]


def without(path: Path, page: int, key: bytes) -> salvaging.Found:
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    wreck(copy, page)
    found, _ = salvaging.read_file(copy, key)
    copy.unlink()
    return found


@pytest.mark.parametrize("seed", range(4))
def test_flipped_bits_are_found_out_and_nothing_of_them_is_served(pair: Pair, tmp_path: Path, seed: int) -> None:
    """A sample; the long run is elsewhere."""
    ids = recorded(pair, 40)
    path, folder = tmp_path / "zoia" / "journal.db", open_at(pair, tmp_path)
    good = path.read_bytes()
    rng = random.Random(seed)
    for _ in range(10):
        path.write_bytes(good)
        flip(path, rng.randrange(len(good)), rng.randrange(8))
        assert check_journal(folder) != []
        (path.parent / "journal.suspect").touch()
        journal, words = open_journal(folder)
        found = journal.after(0, facts=1000, size=10**7)
        assert "repaired" in words
        assert {fact.id for fact in found} <= set(ids)
        assert list(journal.verify()) == []
        journal.close()
        for aside in path.parent.glob("journal.db*"):
            aside.unlink()


def test_a_suspicion_that_was_wrong_changes_nothing(pair: Pair, tmp_path: Path) -> None:
    recorded(pair, 3)
    path = tmp_path / "zoia" / "journal.db"
    before = path.read_bytes()
    (path.parent / "journal.suspect").touch()
    journal, words = open_journal(open_at(pair, tmp_path))
    assert words == ""
    assert journal.position().last == 3
    journal.close()
    assert path.read_bytes() == before
    assert not (path.parent / "journal.suspect").exists()


def test_a_journal_that_others_have_open_is_not_repaired_under_their_hands(pair: Pair, tmp_path: Path) -> None:
    recorded(pair, 3)
    other = pair.machine()
    path = tmp_path / "zoia" / "journal.db"
    (path.parent / "journal.suspect").touch()
    journal, words = open_journal(open_at(pair, tmp_path))
    journal.close()
    assert words == ""
    wreck(path, 1)
    with pytest.raises(Damaged, match="another process still has it open"):
        open_journal(open_at(pair, tmp_path))
    other.close()


def test_of_several_that_start_at_once_one_repairs_and_the_others_wait_for_it(pair: Pair, tmp_path: Path) -> None:
    ids = recorded(pair, 10)
    wreck(tmp_path / "zoia" / "journal.db", 1)
    folder = open_at(pair, tmp_path)
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_journal(folder), range(4)))
    assert sum(bool(words) for _, words in opened) == 1
    for journal, _ in opened:
        assert [fact.id for fact in journal.after(0, facts=99, size=10**6)] == ids
        journal.close()
    assert len(list(folder.path.glob("journal.db.damaged-*"))) == 1


def test_the_wrong_vault_sets_nothing_aside(pair: Pair, tmp_path: Path) -> None:
    recorded(pair, 3)
    folder = open_at(pair, tmp_path)
    folder.vault.delete(MEMORY)
    folder.vault.put("database-key", bytes(32))
    before = folder.journal.read_bytes()
    with pytest.raises(Damaged, match="--vault"):
        Terminal(folder)
    assert folder.journal.read_bytes() == before
    assert not list(folder.path.glob("*.damaged*"))


def test_seat_rights_do_not_come_back_with_a_salvaged_journal(pair: Pair, tmp_path: Path) -> None:
    with pair.hub.hub.database.write() as session:
        occurrence = add_occurrence(session, pair.hub.hub, activity="cucito", capacity=10)
    machine = Machine(pair.folder())
    machine.sync()
    held = machine.journal.counters()[occurrence]
    assert held.right > 1
    booking = machine.terminal.sign_up(occurrence, name="Amina Diallo")
    assert booking.state == "final"
    machine.terminal.prepare()
    machine.close()
    wreck(tmp_path / "zoia" / "journal.db", 1)
    machine = pair.opened(Machine(open_at(pair, tmp_path)))
    assert machine.journal.counters() == {}
    assert not machine.journal.take_grants([(occurrence, held.granted)]), "none before the new incarnation"
    assert machine.journal.counters() == {}
    machine.sync()
    assert machine.journal.position().incarnation == 2
    state = {view.id: view.state for view in machine.terminal.projection.bookings(occurrence)}
    assert state[booking.booking] == "final", "what somebody was told stays theirs"


def test_wrong_pins_are_carried_over_and_assumed_where_nobody_can_tell(pair: Pair, tmp_path: Path) -> None:
    recorded(pair, 3)
    path, folder = tmp_path / "zoia" / "journal.db", open_at(pair, tmp_path)
    journal = Journal(path, folder.database_key())
    for _ in range(MAX_PIN_FAILURES):
        journal.count_pin_attempt("ada", 0)
    journal.close()
    good = path.read_bytes()
    wreck(path, 1)
    journal, _ = open_journal(folder)
    assert journal.pin_failures("ada", 0) == MAX_PIN_FAILURES
    assert journal.pin_failures("bruno", 0) == 0
    journal.close()
    path.write_bytes(good)
    page = next(
        number for number in range(2, len(good) // PAGE + 1) if not without(path, number, folder.database_key()).pins
    )
    wreck(path, page)
    (path.parent / "journal.suspect").touch()
    journal, _ = open_journal(folder)
    assert journal.pin_failures("ada", 0) == ASSUMED_FAILURES < MAX_PIN_FAILURES
    assert journal.count_pin_attempt("ada", 0) == ASSUMED_FAILURES + 1
    journal.clear_pin_failures("ada", 0)
    assert journal.pin_failures("ada", 0) == 0
    journal.close()


def test_an_erased_personal_part_does_not_come_back(pair: Pair, tmp_path: Path) -> None:
    machine = Machine(pair.folder())
    fact = machine.terminal.record(request())[0]
    machine.journal.forget_personal([fact])
    machine.terminal.prepare()
    machine.close()
    wreck(tmp_path / "zoia" / "journal.db", 1)
    machine = pair.opened(Machine(open_at(pair, tmp_path)))
    (found,) = machine.journal.by_ids([fact])
    assert (found.salt, found.personal) == (None, None)


def request() -> Body:
    return parse("request", {"service": "prestito_oggetti", "name": "Amina Diallo", "text": "Un trapano"})


def test_a_lost_journal_is_known_by_the_vault_and_the_terminal_goes_on_without_enrolling(
    pair: Pair, tmp_path: Path
) -> None:
    ids = recorded(pair, 3, sync=True)
    for file in (tmp_path / "zoia").glob("journal.db*"):
        file.unlink()
    machine = pair.opened(Machine(open_at(pair, tmp_path)))
    assert machine.terminal.id == "zoia-1"
    assert machine.journal.pin_failures("ada", 0) == ASSUMED_FAILURES, "the counts were lost with the file"
    ids.append(machine.dropin())
    machine.sync()
    machine.sync()
    assert dropins(pair) == sorted(ids)
    assert machine.journal.position().incarnation == 2


def test_a_journal_that_was_lost_before_anything_was_sent_holds_no_seats_before_its_new_incarnation(
    pair: Pair, tmp_path: Path
) -> None:
    recorded(pair, 0, sync=True)
    for file in (tmp_path / "zoia").glob("journal.db*"):
        file.unlink()
    machine = pair.opened(Machine(open_at(pair, tmp_path)))
    machine.syncer.introduce()
    assert machine.journal.position().incarnation == 2
    machine.sync()
    assert machine.journal.position().incarnation == 2


def test_a_terminal_of_0_1_0_is_remembered_from_its_next_start(pair: Pair, tmp_path: Path) -> None:
    folder = open_at(pair, tmp_path) if (tmp_path / "zoia").exists() else pair.folder()
    folder.vault.delete(MEMORY)
    terminal = Terminal(folder)
    terminal.prepare()
    terminal.close()
    assert folder.vault.get(MEMORY) is not None


def test_a_journal_that_does_not_say_whose_it_is_waits_for_an_enrolment_and_loses_nothing(
    pair: Pair, tmp_path: Path
) -> None:
    ids = recorded(pair, 30)
    folder = pair.folder()
    folder.vault.delete(MEMORY)
    path, key = folder.journal, folder.database_key()
    pages = range(2, path.stat().st_size // PAGE + 1)
    wreck(path, next(number for number in pages if "terminal" not in without(path, number, key).state))
    (path.parent / "journal.suspect").touch()
    before = path.read_bytes()
    with pytest.raises(Damaged, match="Enrol the terminal again"):
        Terminal(folder)
    assert path.read_bytes() == before
    enrolment.enrol(folder, pair.hub.address, "zoia", show=lambda _: None, wait=False)
    machine = pair.opened(Machine(folder))
    machine.sync()
    assert dropins(pair) == sorted(ids)


@pytest.mark.parametrize("stop", ["part", "renamed", "aside"])
def test_a_repair_that_was_stopped_is_done_again(
    pair: Pair, tmp_path: Path, stop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = recorded(pair, 20)
    path = tmp_path / "zoia" / "journal.db"
    wreck(path, 1)
    calls = 0

    def plug(folder: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == {"part": 1, "renamed": 1, "aside": 2}[stop]:
            raise KeyboardInterrupt

    if stop == "part":
        monkeypatch.setattr(Journal, "begin_salvaged", lambda *_, **__: plug(path))
    else:
        monkeypatch.setattr(salvaging, "_flush", plug)
    with pytest.raises(KeyboardInterrupt):
        open_journal(open_at(pair, tmp_path))
    assert path.exists() == (stop != "aside")
    assert (path.parent / SALVAGED).exists() == (stop != "part")
    monkeypatch.undo()
    machine = pair.opened(Machine(open_at(pair, tmp_path)))
    machine.sync()
    assert dropins(pair) == sorted(ids)
    assert list(path.parent.glob("journal.db.damaged*"))


def test_an_enrolment_repairs_too(pair: Pair, tmp_path: Path) -> None:
    ids = recorded(pair, 7)
    wreck(tmp_path / "zoia" / "journal.db", 1)
    folder = open_at(pair, tmp_path)
    enrolment.enrol(folder, pair.hub.address, "zoia", show=lambda _: None, wait=False)
    machine = pair.opened(Machine(folder))
    machine.sync()
    assert dropins(pair) == sorted(ids)


def test_what_the_vault_remembers_is_kept_up_to_date(pair: Pair, tmp_path: Path) -> None:
    recorded(pair, 1, sync=True)
    folder = pair.folder()
    journal, _ = open_journal(folder)
    journal.begin_incarnation(5)
    remember(folder, journal)
    journal.close()
    kept = salvaging.Remembered.read(folder.vault.get(MEMORY))
    assert kept is not None
    assert (kept.identity.terminal, kept.incarnation) == ("zoia-1", 5)
    assert kept.salt == folder.journal.read_bytes()[:16]
    assert salvaging.Remembered.read(b"rubbish") is None
