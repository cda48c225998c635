"""A folder that was copied and runs twice; disks that are put back at any moment: found out, and nothing that the hub
or a disk holds is lost or doubled.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.errors import HubRefused
from sync.hub.store.models import DropIn
from sync.terminal import enrol as enrolment
from sync.terminal import opening
from sync.terminal.folder import open_folder
from sync.terminal.mirror import Mirror
from tests.support.pair import Machine, Pair, Template


def dropins(pair: Pair) -> list[str]:
    with pair.hub.hub.database.read() as session:
        return sorted(session.scalars(sa.select(DropIn.id)))


def approved(pair: Pair, machine: Machine) -> None:
    """A technician lets the terminal go on."""
    codes: list[str] = []
    enrolment.enrol(machine.folder, pair.hub.address, "zoia", show=lambda one: codes.append(one.code), wait=False)
    pair.hub.approve(codes[0])
    enrolment.enrol(machine.folder, pair.hub.address, "zoia", show=lambda _: None, wait=False)


def twin_of(pair: Pair, tmp_path: Path) -> Machine:
    shutil.copytree(tmp_path / "zoia", tmp_path / "twin")
    return pair.opened(Machine(replace(open_folder(tmp_path / "twin", "file"), clock=pair.clock)))


def test_a_folder_that_runs_twice_is_stopped_at_the_second_fork_and_both_keep_what_they_recorded(
    pair: Pair, tmp_path: Path
) -> None:
    first = Machine(pair.folder())
    ids = [first.dropin()]
    first.sync()
    first.close()
    twin = twin_of(pair, tmp_path)
    first = pair.opened(Machine(pair.folder()))
    ids.append(first.dropin())
    first.sync()
    ids.append(twin.dropin())
    twin.sync()  # the first fork: the twin goes on as incarnation 2
    assert (twin.journal.position().incarnation, twin.journal.position().pending) == (2, 0)
    ids.append(first.dropin())
    with pytest.raises(HubRefused) as refused:
        first.sync()  # the second: both say that they are incarnation 2
    assert refused.value.code == "stopped"
    with pytest.raises(HubRefused) as refused:
        twin.sync()
    assert refused.value.code == "stopped"
    assert set(ids[:3]) <= set(dropins(pair))
    assert [fact.id for fact in first.journal.after(0, facts=9, size=10**6)][-1] == ids[3], "kept until it may be sent"
    approved(pair, first)
    first.sync()
    first.sync()
    assert dropins(pair) == sorted(ids)
    assert first.journal.position().pending == 0


def test_what_an_older_journal_lacks_comes_back_from_the_mirror_before_the_hub_is_asked(
    pair: Pair, tmp_path: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_MIRROR", str(small_disk))
    monkeypatch.setattr(opening, "LOOK_SECONDS", 60.0)
    machine = mirrored(pair)
    ids = [machine.dropin() for _ in range(2)]
    machine.close()
    shutil.copytree(tmp_path / "zoia", tmp_path / "yesterday")
    machine = mirrored(pair)
    ids += [machine.dropin() for _ in range(3)]
    machine.close()
    shutil.rmtree(tmp_path / "zoia")
    shutil.copytree(tmp_path / "yesterday", tmp_path / "zoia")
    machine = mirrored(pair)
    assert "3 of them from the mirror" in machine.terminal.repaired
    ids.append(machine.dropin())
    assert [fact.id for fact in machine.journal.after(0, facts=9, size=10**6)] == ids
    machine.close()
    machine = pair.opened(mirrored(pair))
    assert machine.terminal.repaired == "", "once"
    machine.sync()
    assert dropins(pair) == sorted(ids)
    assert pair.hub.terminal().forks == 1


def mirrored(pair: Pair) -> Machine:
    machine = Machine(pair.folder())
    mirror = machine.journal.mirror
    assert isinstance(mirror, Mirror)
    mirror._wait = 60.0  # however slow the machine: no test depends on it
    return machine


STEPS = st.lists(st.sampled_from(["record", "sync", "image", "put back"]), min_size=4, max_size=14)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whenever_disks_are_put_back_the_hub_has_each_fact_that_it_was_sent_or_that_the_disk_still_holds_once(
    template: Template, tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    place = tmp_path_factory.mktemp("put-back")
    pair = Pair(template, place)
    pair.folder()
    images = [Path(shutil.copytree(place / "zoia", place / "image0"))]
    sent: set[str] = set()
    for number, step in enumerate(steps):
        if step == "image":
            images.append(Path(shutil.copytree(place / "zoia", place / f"image{number + 1}")))
        elif step == "put back":
            shutil.rmtree(place / "zoia")
            shutil.copytree(images[number % len(images)], place / "zoia")
        else:
            machine = Machine(pair.folder())
            if step == "record":
                machine.dropin()
            else:
                synchronised(pair, machine)
                sent |= {fact.id for fact in machine.journal.after(0, facts=999, size=10**8)}
            machine.close()
    machine = Machine(pair.folder())
    held = {fact.id for fact in machine.journal.after(0, facts=999, size=10**8)}
    synchronised(pair, machine)
    found = dropins(pair)
    assert len(found) == len(set(found))
    assert set(found) == sent | held
    assert machine.journal.position().pending == 0
    assert list(machine.journal.verify()) == []
    machine.close()
    pair.close()


def synchronised(pair: Pair, machine: Machine) -> None:
    """Until all is sent; a terminal that was stopped is approved."""
    for _ in range(6):
        try:
            machine.sync()
        except HubRefused as refused:
            if refused.code != "stopped":
                raise
            approved(pair, machine)
        else:
            if machine.journal.position().pending == 0:
                return
    raise AssertionError("the hub does not take what the terminal holds")
