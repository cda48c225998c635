"""The feed: each commit once, in order, exactly what was committed."""

from __future__ import annotations

import contextlib
import json
import threading

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from sync import digest
from sync.hub import retention
from sync.hub.hub import Hub
from sync.hub.store import feed
from sync.hub.store.models import Booking, Feed, FeedCommit, FeedDigest, FeedHead, Notice, Space
from tests.hub.programme import add_occurrence
from tests.support.served import HandClock


def head(hub: Hub) -> int:
    with hub.database.read() as session:
        return session.get_one(FeedHead, 1).pos


def notice(number: int, space: str | None = "zoia") -> Notice:
    return Notice(
        id=f"n{number}",
        space_id=space,
        title={"it": f"{number}"},
        text={"it": "x"},
        at="2026-10-09T08:00:00Z",
        urgent=False,
    )


def entries(hub: Hub, entity: str) -> dict[tuple[str, str], object]:
    with hub.database.read() as session:
        rows = session.execute(sa.select(Feed.id, Feed.scope, Feed.body).where(Feed.entity == entity))
        return {(row.id, row.scope): None if row.body is None else json.loads(row.body) for row in rows}


def test_a_commit_advances_the_head_by_the_number_of_changed_rows(hub: Hub) -> None:
    before = head(hub)
    with hub.database.write() as session:
        session.add_all([notice(1), notice(2), notice(3)])
    assert head(hub) == before + 3
    with hub.database.read() as session:
        assert session.get(FeedCommit, before + 3) is not None


def test_a_change_that_changes_nothing_is_not_stamped(hub: Hub) -> None:
    before = head(hub)
    with hub.database.write() as session:
        space = session.get_one(Space, "zoia")
        space.name = str(space.name)
        space.hours = dict(space.hours)
    assert head(hub) == before


def test_a_rollback_leaves_the_feed_as_it_was(hub: Hub) -> None:
    before = head(hub)

    def fail() -> None:
        with hub.database.write() as session:
            session.add(notice(1))
            session.flush()
            raise RuntimeError("the plug")

    with pytest.raises(RuntimeError):
        fail()
    assert head(hub) == before
    assert entries(hub, "notice") == {}


def test_a_savepoint_that_is_rolled_back_leaves_no_trace_in_the_feed(hub: Hub) -> None:

    def fail(session: Session) -> None:
        with session.begin_nested():
            session.add(notice(2))
            session.get_one(Space, "zoia").name = "Another name"
            session.flush()
            raise RuntimeError("one bad fact")

    with hub.database.write() as session:
        session.add(notice(1))
        with pytest.raises(RuntimeError):
            fail(session)
    assert set(entries(hub, "notice")) == {("n1", "space:zoia")}
    space = entries(hub, "space")[("zoia", "public")]
    assert isinstance(space, dict)
    assert space["name"] == "Via Fratelli Zoia"


def test_a_savepoint_does_not_stamp_before_the_outermost_commit(hub: Hub) -> None:
    before = head(hub)
    with hub.database.write() as session:
        with session.begin_nested():
            session.add(notice(1))
        stamped = session.execute(sa.select(FeedHead.pos)).scalar_one()
        assert stamped == before
    assert head(hub) == before + 1


def test_leaving_a_scope_and_being_deleted_leave_tombstones(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(notice(1))
    with hub.database.write() as session:
        session.get_one(Notice, "n1").space_id = "omero"
    found = entries(hub, "notice")
    assert found[("n1", "space:zoia")] is None
    assert found[("n1", "space:omero")] is not None
    with hub.database.write() as session:
        session.delete(session.get_one(Notice, "n1"))
    assert set(entries(hub, "notice").values()) == {None}


def test_a_row_keeps_its_latest_position_only(hub: Hub) -> None:
    for name in ("one", "two", "three"):
        with hub.database.write() as session:
            session.get_one(Space, "zoia").name = name
    with hub.database.read() as session:
        found = session.execute(sa.select(Feed.pos).where(Feed.entity == "space", Feed.id == "zoia")).scalars().all()
    assert found == [head(hub)]


def test_bulk_changes_of_replicated_tables_are_refused(hub: Hub) -> None:
    with pytest.raises(TypeError, match="bypass the feed"), hub.database.write() as session:
        session.execute(sa.update(Space).values(name="x"))


def test_a_booking_tells_its_maker_no_name_and_its_space_only_first_name_and_initial(hub: Hub) -> None:
    with hub.database.write() as session:
        occurrence = add_occurrence(session, hub)
        session.add(
            Booking(
                id="b1",
                occurrence_id=occurrence,
                space_id="zoia",
                people=1,
                state="final",
                terminal="omero-1",
                name="Amina Diallo",
                contact="amina@example.org",
                at="2026-10-09T08:00:00Z",
                why="",
                told=False,
            )
        )
    found = entries(hub, "booking")
    assert set(found) == {("b1", "space:zoia"), ("b1", "terminal:omero-1")}
    assert found[("b1", "space:zoia")]["name"] == "Amina D."  # type: ignore[index]
    assert "name" not in found[("b1", "terminal:omero-1")]  # type: ignore[operator]
    assert "example.org" not in json.dumps(list(found.values()))


def test_concurrent_writers_make_gapless_positions_that_a_reader_sees_in_order(hub: Hub) -> None:
    writers, commits = 6, 12
    start, seen, done = head(hub), [head(hub)], threading.Event()
    missed: list[str] = []

    def write(writer: int) -> None:
        for number in range(commits):
            with hub.database.write() as session:
                session.add_all([notice(writer * 10_000 + number * 2), notice(writer * 10_000 + number * 2 + 1)])
                if number % 4 == 3:
                    session.flush()
                    session.rollback()

    def read() -> None:
        last = start
        while not done.is_set() or last < head(hub):
            with hub.database.read() as session:
                upto = session.get_one(FeedHead, 1).pos
                query = sa.select(Feed.pos).where(Feed.pos > last, Feed.pos <= upto).order_by(Feed.pos)
                positions = list(session.execute(query).scalars())
            if positions != list(range(last + 1, upto + 1)):
                missed.append(f"after {last}: {positions} up to {upto}")
            last = upto
            seen.append(upto)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
    reader = threading.Thread(target=read)
    for thread in (*threads, reader):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    assert missed == []
    assert head(hub) == start + writers * commits * 2 * 3 // 4
    assert seen == sorted(seen)


# rows that were written without objects, and what scopes add up to


def assert_added_up(hub: Hub) -> None:
    """The kept digest of each scope is that of its present rows, and the positions are gapless up to the head."""
    with hub.database.read() as session:
        sums: dict[str, int] = {}
        for entity, row_id, scope, body in session.execute(sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body)):
            sums[scope] = sums.get(scope, 0) + (digest.of_row(entity, row_id, scope, body) if body is not None else 0)
        kept = dict(map(tuple, session.execute(sa.select(FeedDigest.scope, FeedDigest.value))))
        assert {scope: digest.text(value) for scope, value in kept.items()} == {
            scope: digest.text(value) for scope, value in sums.items()
        }
        stands = session.get_one(FeedHead, 1)
        assert session.get_one(FeedCommit, stands.pos).tag == stands.tag
        assert session.scalar(sa.select(sa.func.max(Feed.pos))) == stands.pos


def named(number: int, text: str | None) -> feed.Change:
    return feed.Change("notice", f"n{number}", "public", text and f'{{"id":"{text}"}}')


def test_rows_written_without_objects_are_stamped_when_they_are_named(hub: Hub) -> None:
    with hub.database.write() as session:
        feed.changed(session, [named(1, "a"), named(2, "b"), named(1, "c")])
    assert entries(hub, "notice") == {("n1", "public"): {"id": "c"}, ("n2", "public"): {"id": "b"}}
    before = head(hub)
    with hub.database.write() as session:
        feed.changed(session, [named(1, "c"), named(2, None)])
    assert head(hub) == before + 1
    assert entries(hub, "notice")["n2", "public"] is None
    assert_added_up(hub)


def test_names_of_a_savepoint_that_is_rolled_back_are_forgotten_and_others_kept(hub: Hub) -> None:
    def fail(session: Session) -> None:
        with session.begin_nested():
            feed.changed(session, [named(2, "b")])
            with session.begin_nested():
                feed.changed(session, [named(3, "c")])
            raise RuntimeError("one bad fact")

    with hub.database.write() as session:
        feed.changed(session, [named(1, "a")])
        with pytest.raises(RuntimeError, match="one bad fact"):
            fail(session)
        with session.begin_nested():
            feed.changed(session, [named(4, "d")])
    assert set(entries(hub, "notice")) == {("n1", "public"), ("n4", "public")}
    assert_added_up(hub)


def test_an_object_of_the_same_row_is_believed(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(notice(1, None))
        session.flush()
        feed.changed(session, [named(1, "another")])
    assert entries(hub, "notice")["n1", "public"]["title"] == {"it": "1"}  # type: ignore[index]
    assert_added_up(hub)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "move", "delete", "name", "named", "gone"]), st.integers(0, 5),
        st.sampled_from(["zoia", "omero", None]),
    ),
    max_size=6,
)  # fmt: skip
COMMITS = st.lists(st.tuples(st.sampled_from(["commit", "rollback"]), st.lists(st.tuples(st.booleans(), STEPS))))


def work(session: Session, step: tuple[str, int, str | None]) -> None:
    what, number, space = step
    found = session.get(Notice, f"n{number}")
    match what:
        case "add" if found is None:
            session.add(notice(number, space))
        case "change" if found:
            found.text = {"it": f"{found.text['it']}x"}
        case "move" if found:
            found.space_id = space
        case "delete" if found:
            session.delete(found)
        case "name":
            session.get_one(Space, space or "zoia").name = f"{number}"
        case "named":
            feed.changed(session, [feed.Change("other", f"{number}", "public", f'{{"id":"{space}"}}')])
        case "gone":
            feed.changed(session, [feed.Change("other", f"{number}", "public", None)])
    session.flush()


def test_scopes_add_up_after_whatever_was_committed_or_taken_back(hub: Hub) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(COMMITS)
    def commits(history: list[tuple[str, list[tuple[bool, list[tuple[str, int, str | None]]]]]]) -> None:
        for end, savepoints in history:
            with contextlib.suppress(RuntimeError), hub.database.write() as session:
                for keep, steps in savepoints:
                    with contextlib.suppress(RuntimeError), session.begin_nested():
                        for step in steps:
                            work(session, step)
                        if not keep:
                            raise RuntimeError("this savepoint")
                if end == "rollback":
                    raise RuntimeError("all of it")
        assert_added_up(hub)

    commits()


# what is kept for those who come back late


def test_what_is_older_than_the_longest_time_offline_is_forgotten(hub: Hub) -> None:
    clock = HandClock()
    hub.clock = clock
    with hub.database.write() as session:
        session.add_all([notice(1), notice(2)])
    with hub.database.write() as session:
        session.delete(session.get_one(Notice, "n1"))
    assert retention.forget(hub) == 0
    marked = head(hub)
    clock.move(days=300)
    with hub.database.write() as session:
        session.delete(session.get_one(Notice, "n2"))
        session.add(notice(3))
    assert retention.forget(hub) == 0
    clock.move(days=101)
    assert retention.forget(hub) == marked == retention.forget(hub)
    assert set(entries(hub, "notice")) == {("n2", "space:zoia"), ("n3", "space:zoia")}
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.min(FeedCommit.pos))) == marked
    assert_added_up(hub)
