"""Pictures on a terminal: fetched in the order of the days, whole or not at all, few, and gone when room is needed."""

from __future__ import annotations

import hashlib
import os
from datetime import timedelta
from pathlib import Path

import pytest

from sync.clock import stamp
from sync.errors import HubRefused, HubUnreachable
from sync.hub import pictures as hub_pictures
from sync.hub.store.models import Activity, Occurrence
from sync.pictures import MAX_BYTES
from sync.terminal import pictures
from sync.terminal.pictures import MAX_PICTURES, Shelf, fetch
from sync.terminal.store import release_ballast
from sync.terminal.views import picture_of
from tests.support.pair import Pair
from tests.terminal.engines import Running, running


def jpeg(n: int, size: int = 100) -> bytes:
    return b"\xff\xd8\xff" + n.to_bytes(4, "big") + bytes(size)


def name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Hub:
    """What a hub has, and what it was asked for."""

    def __init__(self, *contents: bytes) -> None:
        self.has = {name(one): one for one in contents}
        self.asked: list[str] = []

    def get(self, wanted: str) -> bytes:
        self.asked.append(wanted)
        if wanted not in self.has:
            raise HubRefused("There is no such picture.", status=404, code="bad_request")
        return self.has[wanted]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "pictures")


def kept(tmp_path: Path) -> set[str]:
    folder = tmp_path / "pictures"
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_what_is_wanted_first_comes_first_and_once(shelf: Shelf) -> None:
    hub = Hub(*(jpeg(n) for n in range(5)))
    wanted = list(hub.has)[::-1]
    assert fetch(shelf, wanted, hub.get, lambda: True) == 5
    assert hub.asked == wanted
    assert fetch(shelf, wanted, hub.get, lambda: True) == 0
    assert hub.asked == wanted
    assert all(shelf.place(one).read_bytes() == hub.has[one] for one in wanted)


def test_what_is_gone_at_the_hub_keeps_no_other_away(shelf: Shelf) -> None:
    hub = Hub(jpeg(1))
    assert fetch(shelf, ["0" * 64, name(jpeg(1))], hub.get, lambda: True) == 1


@pytest.mark.parametrize("content", [jpeg(1, MAX_BYTES), b"<html>", jpeg(2)])
def test_what_is_not_the_picture_of_its_name_is_not_kept(shelf: Shelf, tmp_path: Path, content: bytes) -> None:
    wanted = name(content) if content != jpeg(2) else name(jpeg(3))
    assert fetch(shelf, [wanted], lambda _: content, lambda: True) == 0
    assert not kept(tmp_path)


def test_a_name_that_is_a_way_elsewhere_is_not_asked_for(shelf: Shelf) -> None:
    hub = Hub()
    fetch(shelf, ["../journal.db", "", "A" * 64], hub.get, lambda: True)
    assert not hub.asked


def test_a_line_that_breaks_keeps_what_came(shelf: Shelf, tmp_path: Path) -> None:
    hub = Hub(jpeg(1), jpeg(2))

    def get(wanted: str) -> bytes:
        if hub.asked:
            raise HubUnreachable("gone")
        return hub.get(wanted)

    with pytest.raises(HubUnreachable):
        fetch(shelf, list(hub.has), get, lambda: True)
    assert len(kept(tmp_path)) == 1


def test_there_are_never_more_than_so_many_and_the_longest_unwanted_goes_first(shelf: Shelf, tmp_path: Path) -> None:
    assert MAX_PICTURES * MAX_BYTES <= 64 * 1024 * 1024
    old, new = [jpeg(n) for n in range(300)], [jpeg(n) for n in range(1000, 1200)]
    hub = Hub(*old, *new)
    fetch(shelf, [name(one) for one in old], hub.get, lambda: True)
    for position, one in enumerate(old):
        os.utime(shelf.place(name(one)), (1_000 + position, 1_000 + position))
    fetch(shelf, [name(one) for one in (*new, old[0])], hub.get, lambda: True)
    left = kept(tmp_path)
    assert len(left) == MAX_PICTURES
    assert {f"{name(one)}.jpg" for one in (*new, old[0], old[-1])} <= left
    assert f"{name(old[1])}.jpg" not in left


def test_a_disk_with_little_room_has_no_pictures(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = Hub(jpeg(1))
    fetch(shelf, list(hub.has), hub.get, lambda: True)
    monkeypatch.setattr(pictures, "MIN_FREE_BYTES", 2**70)
    assert fetch(shelf, list(hub.has), hub.get, lambda: True) == 0
    assert not kept(tmp_path)


def test_a_disk_that_fills_while_one_is_written_leaves_nothing_half(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        fetch(shelf, [name(jpeg(1))], lambda _: jpeg(1), lambda: True)
    assert not kept(tmp_path)


def test_when_facts_need_room_pictures_go(shelf: Shelf, tmp_path: Path) -> None:
    fetch(shelf, [name(jpeg(1))], lambda _: jpeg(1), lambda: True)
    release_ballast(tmp_path)
    assert not kept(tmp_path)


def test_what_a_power_cut_left_is_thrown_away(shelf: Shelf, tmp_path: Path) -> None:
    hub = Hub(jpeg(1), jpeg(2))
    fetch(shelf, list(hub.has), hub.get, lambda: True)
    shelf.place(name(jpeg(1))).write_bytes(b"")
    (tmp_path / "pictures" / "x.part").write_bytes(b"half")
    assert shelf.check() == 2
    assert kept(tmp_path) == {f"{name(jpeg(2))}.jpg"}


@pytest.mark.parametrize(
    "values",
    [
        None, [], {}, {"sha256": "x", "width": 1, "height": 1, "alt": {}},
        {"sha256": "0" * 64, "width": 0, "height": 1, "alt": {}},
        {"sha256": "0" * 64, "width": 9**9, "height": 1, "alt": {}},
        {"sha256": "0" * 64, "width": 1, "height": 1, "alt": "words"},
    ],
)  # fmt: skip
def test_what_is_no_picture_is_none(values: object) -> None:
    assert picture_of(values) is None


def test_an_engine_fetches_the_pictures_of_the_coming_days(pair: Pair) -> None:
    content = jpeg(7)
    with pair.hub.hub.database.write() as session:
        start = stamp(pair.hub.hub.clock.now() + timedelta(days=1))
        activity = Activity(id="cucito", space_id="zoia", title={"it": "Cucito"}, start="2026-11-25T18:30")
        session.add(activity)
        session.flush()
        session.add(Occurrence(id="cucito-1", activity_id="cucito", space_id="zoia", original=start, start=start))
        hub_pictures.attach(session, activity, hub_pictures.Prepared(content, 640, 400), {"it": "Una sala"})
    machine = pair.machine()
    machine.sync()
    (wanted,) = machine.terminal.projection.pictures(machine.folder.clock.now())
    assert wanted == name(content)
    assert machine.transport.picture(wanted) == content
    with pytest.raises(HubRefused):
        machine.transport.picture("0" * 64)
    place = Shelf(machine.folder.pictures).place(wanted)
    with running(machine.folder) as engine:
        engine.said.until(lambda _: place.exists())
    assert place.read_bytes() == content
    assert isinstance(engine, Running)
