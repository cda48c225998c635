"""Search: what is found and in which order, in every language; never what is gone; nothing that is typed breaks it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync import rows
from sync.clock import ROME, stamp
from sync.terminal import index as index_module
from sync.terminal.folder import open_folder
from sync.terminal.index import Index
from sync.terminal.journal import Identity, Journal
from sync.terminal.replica import Replica
from sync.terminal.search import MAX_HITS, Findings
from sync.terminal.tables import MAX_CHANGED
from sync.terminal.terminal import Terminal
from tests.support.served import HandClock

NOW = datetime(2026, 11, 24, 15, 20, tzinfo=ROME)

SPACES = (
    ("space", rows.Space("zoia", "Via Fratelli Zoia", quarter="Quarto Cagnino")),
    ("space", rows.Space("capuana", "Piazzetta Capuana", quarter="Quarto Oggiaro")),
)


class Desk:
    """A terminal, what the hub tells it, and a clock."""

    def __init__(self, path: Path) -> None:
        folder = open_folder(path, "file", create=True)
        folder.make_keys()
        journal = Journal(folder.journal, folder.database_key(), create=True)
        journal.identify(Identity("t", "zoia", "http://127.0.0.1:9", "00" * 32), 1, 0, "e")
        journal.close()
        self.clock = HandClock(NOW)
        self.folder = replace(folder, clock=self.clock)
        self.hub = Replica(folder.replica, folder.database_key(), create=True)
        self.terminal = Terminal(self.folder)
        self._cursor = 0
        self.tell(*SPACES)

    def tell(self, *told: tuple[str, Any], gone: tuple[tuple[str, str], ...] = (), whole: bool = False) -> None:
        """Lets the hub say more, or everything."""
        items = [(kind, row.id, "public", json.dumps(rows.dump(row), ensure_ascii=False)) for kind, row in told]
        items += [(kind, name, "public", None) for kind, name in gone]
        self._cursor += 1
        if whole:
            self.hub.forget()
        stands = self.hub.standing()
        self.hub.switch(
            stands.cursor, items, f"c{self._cursor}", applied=0, incarnation=1, epoch="e",
            updated=stamp(NOW), reset=stands.cursor is None,
        )  # fmt: skip
        self.terminal.projection.refresh()

    def activity(self, name: str, title: str | dict[str, str], days: float = 1, hours: float = 2, space: str = "zoia",
                 **more: Any) -> list[tuple[str, Any]]:  # fmt: skip
        """An activity with one occurrence, so many days from now."""
        titles = title if isinstance(title, dict) else {"it": title}
        start = NOW + timedelta(days=days)
        return [
            ("activity", rows.Activity(name, space, titles, **more)),
            (
                "occurrence",
                rows.Occurrence(f"{name}-1", name, space, stamp(start), stamp(start + timedelta(hours=hours))),
            ),
        ]

    def add(self, name: str, title: str | dict[str, str], *days: float, **more: Any) -> None:
        self.tell(*self.activity(name, title, *days, **more))

    def find(self, question: str) -> Findings:
        """What is found once the index is complete."""
        while not self.terminal.search.prepare():
            pass
        return self.terminal.search.find(question)

    def names(self, question: str) -> list[str]:
        found = self.find(question)
        assert found.complete
        return [one.activity for one in (*found.titles, *found.others)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "data")
    yield made
    made.terminal.close()
    made.hub.close()


def test_words_are_found_by_their_beginnings_in_every_text_and_language(desk: Desk) -> None:
    desk.add(
        "cucito", {"it": "Laboratorio di cucito", "ar": "ورشة الخياطة", "zh-Hans": "缝纫工作坊", "es": "Costura"},
        summary={"it": "Ripariamo insieme"}, description={"en": "Bring a needle", "uk": "Принесіть голку"},
        audience={"it": "per tutti"}, category="laboratori", venue="Sala grande", address="via dei Ciclamini 4",
    )  # fmt: skip
    for question in (
        "cuc", "LABORATORIO cuc", "cost", "الخياطه", "خياط", "缝", "缝纫", "工作坊", "ripar", "needl", "голку", "tutti",
        "labo", "sala gran", "ciclam", "zoia", "cagnino",
    ):  # fmt: skip
        assert desk.names(question) == ["cucito"], question
    assert desk.names("ucito") == []
    assert desk.names("cucito assente") == []


@pytest.mark.parametrize("question", ["caffe", "CAFFÈ", "caffe\u0301", "caffè delle"])
def test_accents_and_case_make_no_difference(desk: Desk, question: str) -> None:
    desk.add("caffe", "Caffè delle lingue")
    desk.add("te", "Tè delle cinque")
    assert desk.names(question) == ["caffe"]


def test_titles_come_first_then_days_and_of_a_day_what_is_here(desk: Desk) -> None:
    desk.add("testo", "Altro", 0.1, description={"it": "con un coro"})
    desk.add("domani", "Coro di voci", 1)
    desk.add("altrove", "Coro al parco", 0.1, space="capuana")
    desk.add("qui", "Coro di quartiere", 0.2)
    desk.add("dopo", "Coro di Natale", 30)
    found = desk.find("coro")
    assert [one.activity for one in found.titles] == ["qui", "altrove", "domani", "dopo"]
    assert [one.activity for one in found.others] == ["testo"]


def test_what_is_over_is_out_and_the_next_time_is_found(desk: Desk) -> None:
    desk.add("ieri", "Coro di ieri", -1)
    assert desk.names("coro") == []
    start = NOW - timedelta(hours=1)
    desk.tell(
        ("activity", rows.Activity("coro", "zoia", {"it": "Coro"})),
        *(
            ("occurrence", rows.Occurrence(f"coro-{i}", "coro", "zoia", stamp(at), stamp(at + timedelta(hours=2))))
            for i, at in enumerate((start + timedelta(days=7), start))
        ),
    )
    assert [one.id for one in desk.find("coro").titles] == ["coro-1"]
    desk.clock.move(seconds=3600)
    assert desk.terminal.search.find("coro").titles == (), "what is over is not shown, though nobody looked at it"
    assert [one.id for one in desk.find("coro").titles] == ["coro-0"]


def test_a_clock_that_goes_back_finds_again_what_was_over(desk: Desk) -> None:
    desk.add("coro", "Coro", 1)
    desk.clock.move(seconds=3 * 86400)
    assert desk.names("coro") == []
    desk.clock.move(seconds=-3 * 86400)
    assert desk.names("coro") == ["coro"]


def test_what_changes_is_found_by_its_new_words_alone(desk: Desk) -> None:
    desk.add("uno", "Cucito")
    desk.add("due", "Cucina")
    assert desk.names("cuc") == ["due", "uno"]
    desk.add("uno", "Scacchi")
    assert desk.names("cuc") == ["due"]
    assert desk.names("scac") == ["uno"]
    desk.tell(("space", rows.Space("zoia", "Via Fratelli Zoia", quarter="Baggio")))
    assert desk.names("baggio") == ["due", "uno"]


@pytest.mark.parametrize("kind", ["activity", "occurrence"])
def test_what_is_gone_is_never_shown_though_the_index_lags(desk: Desk, kind: str) -> None:
    desk.add("uno", "Cucito")
    assert desk.names("cucito") == ["uno"]
    desk.tell(gone=((kind, "uno" if kind == "activity" else "uno-1"),))
    late = desk.terminal.search.find("cucito")
    assert (late.titles, late.complete) == ((), False)
    assert desk.names("cucito") == []


def test_a_whole_new_state_takes_the_place_of_the_old_one(desk: Desk) -> None:
    desk.add("uno", "Cucito")
    assert desk.names("cucito") == ["uno"]
    desk.tell(*SPACES, *desk.activity("due", "Cucito nuovo"), whole=True)
    assert desk.names("cucito") == ["due"]
    desk.add("tre", "Cucito ancora")
    assert desk.names("cucito") == ["due", "tre"]


def test_another_replica_in_its_place_is_indexed_anew(desk: Desk) -> None:
    desk.add("uno", "Cucito")
    assert desk.names("cucito") == ["uno"]
    desk.hub.close()
    desk.folder.replica.unlink()
    for suffix in ("-wal", "-shm"):
        Path(f"{desk.folder.replica}{suffix}").unlink(missing_ok=True)
    desk.hub = Replica(desk.folder.replica, desk.folder.database_key(), create=True)
    desk.tell(*SPACES, *desk.activity("due", "Cucito nuovo"))
    assert desk.names("cucito") == ["due"]


def test_more_changes_than_are_remembered_are_all_found(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("uno", "Cucito")
    assert desk.names("cucito") == ["uno"]
    with desk.hub.engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        places = [(place,) for place in range(100, 100 + MAX_CHANGED + 600)]
        connection.exec_driver_sql("INSERT INTO changed (place, activity) VALUES (?, 'x')", places)
        assert connection.exec_driver_sql("SELECT count(*) FROM changed").scalar_one() < MAX_CHANGED + 257
        connection.exec_driver_sql(
            "UPDATE item SET body = replace(body, 'Cucito', 'Scacchi') WHERE entity = 'activity'"
        )
        connection.commit()
    assert desk.names("scacchi") == ["uno"], "an update that no trigger told of: everything was looked at"


@pytest.mark.parametrize("at", [0, 40, 5000])
def test_a_damaged_index_is_made_anew(desk: Desk, at: int) -> None:
    for number in range(20):
        desk.add(f"a{number}", f"Cucito {number}")
    assert len(desk.names("cucito")) == 20
    desk.terminal.search.close()
    data = bytearray(desk.folder.search.read_bytes())
    for place in range(at, len(data), 4096):
        data[place] ^= 0xFF
    desk.folder.search.write_bytes(data)
    assert len(desk.names("cucito")) == 20


def test_an_index_that_another_version_made_is_made_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("uno", "Cucito")
    assert desk.names("cucito") == ["uno"]
    desk.terminal.search.close()
    monkeypatch.setattr(index_module, "VERSION", "next")
    assert desk.terminal.search.find("cucito").titles == ()
    assert desk.names("cucito") == ["uno"]


def test_a_question_that_matches_everything_finds_the_first_ones_and_says_that_there_are_more(desk: Desk) -> None:
    told = []
    for number in range(MAX_HITS + 5):
        told += desk.activity(f"a{number:03}", "Coro", 10 + number / 100, space="capuana")
    desk.tell(*told)
    desk.add("qui", "Coro qui", 40)
    found = desk.find("c")
    assert found.more
    assert len(found) == MAX_HITS
    names = [one.activity for one in found.titles]
    assert names == [*(f"a{number:03}" for number in range(MAX_HITS - 1)), "qui"], "what is here has its room"


def test_a_long_show_that_has_begun_stands_where_it_ends(desk: Desk) -> None:
    desk.add("mostra", "Mostra di foto", -5, hours=24 * 60)
    desk.add("oggi", "Mostra mercato", 0.1)
    assert desk.names("mostra") == ["mostra", "oggi"]


def test_rows_of_another_shape_do_no_harm(desk: Desk) -> None:
    told = {
        "id": "strano",
        "space": 7,
        "title": ["no"],
        "summary": {"it": 3},
        "description": None,
        "category": {"x": "y"},
    }
    when = {"id": "strano-1", "activity": "strano", "space": 7, "start": "mai"}
    both = (("activity", "strano", told), ("occurrence", "strano-1", when))
    items = [(kind, name, "public", json.dumps(body)) for kind, name, body in both]
    stands = desk.hub.standing()
    desk.hub.switch(stands.cursor, items, "x", applied=0, incarnation=1, epoch="e", updated="now", reset=False)
    desk.add("coro", "Coro")
    assert desk.names("coro") == ["coro"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=[])) | st.text(st.sampled_from("\"'*:(){}^+-ANDORNOTNEAR coro tag")))
def test_nothing_that_is_typed_breaks_it(desk: Desk, question: str) -> None:
    if not desk.terminal.projection.occurrence("coro-1"):
        desk.add("coro", "Coro e orchestra")
        desk.names("coro")
    found = desk.terminal.search.find(question)
    assert len(found) <= 1


def test_the_screen_leaves_the_work_to_an_engine_that_does_it(desk: Desk) -> None:
    desk.add("coro", "Coro")
    lock = desk.folder.lock("search")
    lock.acquire()
    assert desk.terminal.search.prepare() is False
    assert not desk.terminal.search.find("coro").complete
    engine = Index(desk.folder.search, desk.folder.database_key())
    while engine.catch_up(desk.hub, desk.clock.now()):
        pass
    engine.close()
    assert desk.terminal.search.prepare() is True
    assert [one.activity for one in desk.terminal.search.find("coro").titles] == ["coro"]
    lock.release()
