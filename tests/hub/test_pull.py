"""State down: what a terminal gets, page by page, is what the hub holds for it, and nothing that is not for it."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
import sqlalchemy as sa

from sync import wire
from sync.hub import pull, terminals, travel
from sync.hub.cursor import Cursor, mark_of_epoch, mark_of_scopes, seal
from sync.hub.hub import CURSOR, Hub
from sync.hub.store.models import Booking, Feed, FeedHead, Notice, Space, Terminal
from sync.rows import PUBLIC, space_scope, terminal_scope
from tests.hub.programme import Sender, add_occurrence
from tests.hub.pulled import Copy, Rows, asked, snapshot


def held(hub: Hub, *scopes: str) -> Rows:
    """What the hub holds for these scopes."""
    with hub.database.read() as session:
        query = sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body).where(
            Feed.scope.in_(scopes), Feed.body.is_not(None)
        )
        found = session.execute(query)
        return {(entity, row_id, scope): json.loads(str(body)) for entity, row_id, scope, body in found}


def all_of(hub: Hub, terminal: str, space: str = "zoia") -> Rows:
    return held(hub, PUBLIC, space_scope(space), terminal_scope(terminal))


def notice(number: int, space: str | None = "zoia", text: str = "x") -> Notice:
    texts = {"title": {"it": f"{number}"}, "text": {"it": text}}
    return Notice(id=f"n{number:05}", space_id=space, at="2026-11-24T14:20:00Z", urgent=False, **texts)


def add(hub: Hub, *rows: Any) -> None:
    with hub.database.write() as session:
        session.add_all(rows)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.hub.pull.MAX_PAGE_ITEMS", 3)


def test_pages_hold_at_most_so_many_items(hub: Hub) -> None:
    sender = Sender(hub)
    add(hub, *(notice(number) for number in range(2 * wire.MAX_PAGE_ITEMS)))
    copy = Copy(hub, sender.id)
    pages = copy.pull()
    assert [len(page.items) for page in pages[:2]] == [wire.MAX_PAGE_ITEMS] * 2
    assert [page.more for page in pages] == [True, True, False]
    assert copy.rows == all_of(hub, sender.id)


def test_pages_hold_at_most_so_many_bytes_and_at_least_one_item(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.hub.pull.MAX_PAGE_BYTES", 1000)
    sender = Sender(hub)
    copy = Copy(hub, sender.id)
    copy.pull()
    add(hub, notice(1, text="x" * 300), notice(2, text="x" * 300), notice(3, text="x" * 5000), notice(4), notice(5))
    pages = copy.pull()
    assert [[item[1] for item in page.items] for page in pages] == [
        ["n00001", "n00002"], ["n00003"], ["n00004", "n00005"],
    ]  # fmt: skip


def test_a_page_that_ends_exactly_at_the_head_is_the_last(hub: Hub, small_pages: None) -> None:
    sender = Sender(hub)
    copy = Copy(hub, sender.id)
    copy.pull()
    add(hub, *(notice(number) for number in range(3)))
    assert [(len(page.items), page.more) for page in copy.pull()] == [(3, False)]


def test_who_starts_hears_nothing_of_what_is_gone_and_who_had_it_does(hub: Hub) -> None:
    sender = Sender(hub)
    early = Copy(hub, sender.id)
    add(hub, notice(1), notice(2))
    early.pull()
    with hub.database.write() as session:
        session.delete(session.get_one(Notice, "n00001"))
    late = Copy(hub, sender.id)
    assert None not in [item[3] for page in late.pull() for item in page.items]
    assert [(item[1], item[3]) for page in early.pull() for item in page.items] == [("n00001", None)]
    assert early.rows == late.rows == all_of(hub, sender.id)


def test_what_terminals_of_other_spaces_do_takes_nothing_from_a_page(hub: Hub, small_pages: None) -> None:
    sender = Sender(hub)
    copy = Copy(hub, sender.id)
    copy.pull()
    add(hub, *(notice(number, "omero") for number in range(50)), notice(99))
    assert [(len(page.items), page.more) for page in copy.pull()] == [(1, False)]
    add(hub, notice(100, "omero"))
    assert [(len(page.items), page.more) for page in copy.pull()] == [(0, False)]


def random_change(hub: Hub, rng: random.Random) -> None:
    """One commit: rows come, change, move between spaces, go."""
    with hub.database.write() as session:
        for _ in range(rng.randint(1, 4)):
            found = session.get(Notice, f"n{rng.randint(0, 12):05}")
            match rng.choice(["add", "add", "change", "move", "delete", "name"]):
                case "change" if found:
                    found.text = {"it": str(rng.random())}
                case "move" if found:
                    found.space_id = rng.choice(["zoia", "omero", None])
                case "delete" if found:
                    session.delete(found)
                case "name":
                    session.get_one(Space, rng.choice(["zoia", "omero"])).name = str(rng.random())
                case "add":
                    number = rng.randint(0, 12)
                    if session.get(Notice, f"n{number:05}") is None:
                        session.add(notice(number, rng.choice(["zoia", "omero", None])))
            session.flush()


@pytest.mark.parametrize("seed", range(4))
def test_paging_while_rows_move_ends_in_the_hubs_own_state(hub: Hub, small_pages: None, seed: int) -> None:
    rng = random.Random(seed)
    here, there = Sender(hub, "zoia"), Sender(hub, "omero")
    copies = [(Copy(hub, here.id), "zoia"), (Copy(hub, there.id), "omero"), (Copy(hub, here.id), "zoia")]
    for _ in range(60):
        if rng.random() < 0.4:
            random_change(hub, rng)
        copy, space = rng.choice(copies)
        if not copy.page().more:
            assert copy.rows == all_of(hub, copy.terminal, space)
    for copy, space in copies:
        copy.pull()
        assert copy.rows == all_of(hub, copy.terminal, space)


def test_a_snapshot_is_what_paging_ends_in(hub: Hub) -> None:
    sender = Sender(hub)
    add(hub, *(notice(number) for number in range(20)), notice(50, "omero"))
    with hub.database.write() as session:
        session.delete(session.get_one(Notice, "n00003"))
    copy = Copy(hub, sender.id)
    last = copy.pull()[-1]
    head, rows = snapshot(hub, sender.id)
    assert rows == copy.rows
    assert (head.cursor, head.digest, head.applied) == (last.cursor, last.digest, last.applied)


def resynced(hub: Hub, sender: Sender, cursor: str) -> bool:
    copy = Copy(hub, sender.id)
    copy.rows["notice", "stale", "public"] = {}
    copy.cursor, copy.stale = cursor, True
    first = copy.pull()[0]
    assert copy.rows == all_of(hub, sender.id) or not first.resync
    return first.resync


def sealed(hub: Hub, sender: Sender, **changes: Any) -> str:
    """A cursor at the head, sealed with the hub's key, with something in it changed."""
    with hub.database.read() as session:
        head = session.get_one(FeedHead, 1)
        space = session.get_one(Terminal, sender.id).space_id
        scopes = mark_of_scopes(travel.scope_name(sender.id, space))
        values = {"epoch": mark_of_epoch(head.epoch), "scopes": scopes, "pos": head.pos, "tag": head.tag, **changes}
    return seal(Cursor(**values), hub.secret(CURSOR))


@pytest.mark.parametrize(
    "changes", [{"epoch": mark_of_epoch("another")}, {"scopes": mark_of_scopes("space:omero|terminal:omero-1")}]
)
def test_a_cursor_of_another_epoch_or_terminal_starts_that_terminal_again(hub: Hub, changes: dict[str, Any]) -> None:
    sender = Sender(hub)
    assert not resynced(hub, sender, sealed(hub, sender))
    assert resynced(hub, sender, sealed(hub, sender, **changes))


@pytest.mark.parametrize("text", ["x", "\x00", "ò", "A" * 700, "="])
def test_what_is_no_cursor_starts_that_terminal_again(hub: Hub, text: str) -> None:
    assert resynced(hub, Sender(hub), text)


def test_a_cursor_that_another_key_sealed_starts_that_terminal_again(hub: Hub) -> None:
    sender = Sender(hub)
    good = sealed(hub, sender)
    hub._secrets[CURSOR] = bytes(32)
    assert resynced(hub, sender, good)


def test_a_cursor_in_the_middle_of_a_commit_goes_on_from_there(hub: Hub, small_pages: None) -> None:
    sender = Sender(hub)
    copy = Copy(hub, sender.id)
    copy.pull()
    add(hub, *(notice(number) for number in range(5)))
    assert copy.page().more
    add(hub, notice(9))
    assert [page.resync for page in copy.pull()] == [False]
    assert copy.rows == all_of(hub, sender.id)


def test_a_terminal_that_moved_to_another_space_starts_again_and_keeps_nothing_of_the_old_one(hub: Hub) -> None:
    sender = Sender(hub)
    add(hub, notice(1, "zoia"), notice(2, "omero"))
    copy = Copy(hub, sender.id)
    copy.pull()
    with hub.database.write() as session:
        public = sender.key.public_key().public_bytes_raw().hex()
        asked = terminals.enrol(session, hub, wire.EnrolRequest(public=public, space="omero"))
        terminals.approve(session, hub, asked.code, "test")
    assert copy.pull()[0].resync
    assert copy.rows == all_of(hub, sender.id, "omero")
    assert space_scope("zoia") not in {scope for _, _, scope in copy.rows}


def test_a_page_says_how_far_the_terminals_own_facts_are_in_its_state(hub: Hub) -> None:
    sender = Sender(hub)
    copy = Copy(hub, sender.id)
    for count in range(1, 4):
        sender.state("dropin", {"reasons": ["chiavi"]})
        sender.taken(count)
        (page,) = copy.pull()
        assert (page.have, page.applied, page.incarnation, page.durable) == (count, count, 1, 0)
        assert sum(entity == "dropin" for entity, _, _ in copy.rows) == count


def test_every_page_tells_the_state_of_one_moment(hub: Hub, small_pages: None) -> None:
    sender = Sender(hub)
    copy = Copy(hub, sender.id)
    for number in range(12):
        sender.state("dropin", {"reasons": ["chiavi"]})
        sender.taken(number + 1)
        page = copy.page()
        if not page.more:
            assert sum(entity == "dropin" for entity, _, _ in copy.rows) == page.applied


def test_what_the_hub_could_not_apply_is_included_and_has_a_row_that_keeps_it_shown(hub: Hub) -> None:
    sender = Sender(hub)
    bad = sender.state("dropin_void", {"dropin": "nobody"})
    sender.taken()
    copy = Copy(hub, sender.id)
    (page,) = copy.pull()
    assert page.applied == 1
    assert copy.rows["held", bad, terminal_scope(sender.id)]["seq"] == 1


def test_a_page_is_news_when_it_tells_anything(hub: Hub) -> None:
    sender = Sender(hub)

    def news(cursor: str | None, have: int) -> bool:
        return asked(hub, sender.id, pull.Ask(cursor or "", have)).news

    copy = Copy(hub, sender.id)
    assert news(None, 0)
    copy.pull()
    assert not news(copy.cursor, 0)
    assert news(copy.cursor, 1)
    assert news("rubbish", 0)
    add(hub, notice(1, "omero"))
    assert not news(copy.cursor, 0)
    add(hub, notice(2, "zoia"))
    assert news(copy.cursor, 0)


def test_reading_a_page_waits_for_no_writer_and_sees_none_of_its_work(hub: Hub) -> None:
    sender = Sender(hub)
    copy = Copy(hub, sender.id)
    copy.pull()
    before = dict(copy.rows)
    with hub.database.write() as session:
        session.add(notice(1))
        session.add(Booking(
            id="b1", occurrence_id=add_occurrence(session, hub), space_id="zoia", people=1, state="final", why="",
            told=False, at="2026-11-24T14:20:00Z",
        ))  # fmt: skip
        session.flush()
        copy.pull()
        assert copy.rows == before
    copy.pull()
    assert copy.rows == all_of(hub, sender.id) != before
