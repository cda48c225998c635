"""Plain pushes, which are one statement: they leave behind what the ledger would, and leave to the ledger, untouched,
what it would not take.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync import digest, wire
from sync.chain import genesis
from sync.clock import stamp
from sync.envelope import Moment, encode
from sync.errors import StoreError
from sync.facts import parse
from sync.hub import ledger, plain, terminals, travel, views
from sync.hub.hub import Hub
from sync.hub.store.models import DropIn, Feed, FeedCommit, FeedDigest, FeedHead, Nonce, StoredFact, Terminal
from tests.hub.programme import Sender
from tests.hub.test_bulk import FACTS, World, fact

MOMENT = Moment("2026-11-24T14:20:00Z", 1, "boot", 5_000)


def with_epoch(hub: Hub, message: wire.Push) -> wire.Push:
    """As a terminal sends it that has heard of the hub."""
    with hub.database.read() as session:
        return message.model_copy(update={"epoch": travel.head_of(session).epoch})


def plainly(sender: Sender, message: wire.Push, **changes: Any) -> wire.PushReply | None:
    """Pushes by the statement alone."""
    public = sender.key.public_key().public_bytes_raw().hex()
    nonce = views.Nonce(changes.pop("nonce", secrets.token_hex(8)), 2**40, changes.pop("public", public))
    space = changes.pop("space", "zoia")
    return plain.push(sender.hub, sender.id, space, nonce, message.model_copy(update=changes))


def everything(hub: Hub) -> dict[str, Any]:
    """All that a push may change."""
    tables = (StoredFact, DropIn, Feed, FeedCommit, FeedDigest, FeedHead, Nonce, Terminal)
    with hub.database.read() as session:
        found = {one.__tablename__: session.execute(sa.select(*sa.inspect(one).columns)).all() for one in tables}
    return {name: sorted(map(repr, rows)) for name, rows in found.items()}


@pytest.fixture
def sender(hub: Hub) -> Sender:
    """A terminal with a push of three drop-ins behind it, and three before it."""
    made = Sender(hub)
    for _ in range(3):
        made.state("dropin", {"reasons": ["chiavi"]})
    made.taken()
    for people in (1, 2, 3):
        made.state("dropin", {"reasons": ["posta"], "people": people})
    return made


def test_a_plain_push_is_taken_and_the_ledger_knows_it(hub: Hub, sender: Sender) -> None:
    message = with_epoch(hub, sender.message(4))
    told = plainly(sender, message)
    assert told is not None
    assert (told.have, told.results, told.epoch) == (6, [], message.epoch)
    again = sender.taken(1)
    assert (again.have, again.results) == (6, [])
    with hub.database.read() as session:
        terminal = session.get_one(Terminal, sender.id)
        assert (terminal.have, terminal.last, terminal.have_hash) == (6, 6, sender.hash_at(6).hex())
        assert terminal.last_seen == stamp(hub.clock.now())
        assert session.scalar(sa.select(sa.func.count()).select_from(DropIn)) == 6
        raws = session.scalars(sa.select(StoredFact.raw).order_by(StoredFact.seq)).all()
    assert raws == [one.raw for one in sender.facts]


def _gap(message: wire.Push) -> dict[str, Any]:
    return {"first": message.first + 1, "facts": message.facts[1:]}


REFUSED: dict[str, Callable[[wire.Push], dict[str, Any]]] = {
    "a gap": _gap,
    "what is held already": lambda message: {"first": message.first - 1},
    "another chain": lambda _: {"previous": genesis("zoia-1", 7).hex()},
    "no hash": lambda _: {"previous": "x"},
    "another incarnation": lambda _: {"incarnation": 2},
    "another epoch": lambda _: {"epoch": "000007-0123456789abcdef"},
    "no epoch": lambda _: {"epoch": None},
    "a position to be judged": lambda _: {"seen": "x" * 76},
    "no fact": lambda _: {"facts": []},
    "the same fact twice": lambda message: {"facts": [message.facts[0]] * 2},
    "a personal part": lambda message: {
        "facts": [message.facts[0].model_copy(update={"personal": "{}", "salt": "00"})]
    },
    "no fact at all": lambda message: {"facts": [*message.facts, wire.WireFact(raw="{}")]},
    "another kind": lambda _: {
        "facts": [wire.WireFact(raw=encode(parse("dropin_void", {"dropin": "x"}), "f1", MOMENT).raw.decode())]
    },
    "another space": lambda _: {"space": "omero"},
    "another key": lambda _: {"public": "0" * 64},
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_not_plain_changes_nothing(hub: Hub, sender: Sender, what: str) -> None:
    message = with_epoch(hub, sender.message(4))
    before = everything(hub)
    assert plainly(sender, message, **REFUSED[what](message)) is None
    assert everything(hub) == before
    assert plainly(sender, message) is not None


def test_a_nonce_that_was_used_changes_nothing(hub: Hub, sender: Sender) -> None:
    message = with_epoch(hub, sender.message(4, 4))
    assert plainly(sender, message, nonce="n" * 16) is not None
    before = everything(hub)
    assert plainly(sender, with_epoch(hub, sender.message(5)), nonce="n" * 16) is None
    assert everything(hub) == before


def test_a_terminal_that_is_no_longer_admitted_changes_nothing(hub: Hub, sender: Sender) -> None:
    message = with_epoch(hub, sender.message(4))
    with hub.database.write() as session:
        terminals.revoke(session, sender.id)
    before = everything(hub)
    assert plainly(sender, message) is None
    assert everything(hub) == before


def test_an_id_that_was_stated_before_is_left_to_the_ledger(hub: Hub, sender: Sender) -> None:
    bad = parse("checkin_undo", {"checkin": "nobody"})
    taken = [encode(bad, "f7", MOMENT), encode(parse("dropin", {"reasons": ["chiavi"]}), "f7", MOMENT)]
    sender.facts[3:] = taken
    assert [one.state for one in sender.taken(4, 4).results] == ["quarantined"]
    other = Sender(hub, "omero")
    other.facts.append(sender.facts[0])
    for one, first, space, state in ((sender, 5, "zoia", "duplicate"), (other, 1, "omero", "quarantined")):
        before = everything(hub)
        assert plainly(one, with_epoch(hub, one.message(first)), space=space) is None
        assert everything(hub) == before
        assert [result.state for result in one.taken(first).results] == [state]


def test_what_the_witness_owes_is_written_before_anything_is_taken(hub: Hub, sender: Sender) -> None:
    def owes() -> None:
        raise StoreError("The witness could not be written.")

    message = with_epoch(hub, sender.message(4))
    before = everything(hub)
    hub.database.promising = owes
    with pytest.raises(StoreError, match="witness"):
        plainly(sender, message)
    assert everything(hub) == before


def test_of_many_who_push_the_same_one_is_taken(hub: Hub, sender: Sender) -> None:
    message = with_epoch(hub, sender.message(4))
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda _: plainly(sender, message), range(8)))
    assert sorted(one is not None for one in told) == [False] * 7 + [True]
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(StoredFact)) == 6
        assert session.scalar(sa.select(sa.func.count()).select_from(DropIn)) == 6


def test_pushes_side_by_side_leave_a_feed_without_gaps_whose_digests_are_right(hub: Hub) -> None:
    senders = [Sender(hub, space) for space in ("zoia", "omero") * 3]

    def work(one: Sender) -> None:
        for number in range(1, 13):
            one.state("dropin", {"reasons": ["chiavi"]})
            space = one.id.partition("-")[0]
            message = with_epoch(hub, one.message(number))
            if number % 3:
                assert plainly(one, message, space=space) is not None
            else:  # the long way, between the others
                one.taken(number)

    with hub.database.read() as session:
        start = travel.head_of(session).pos
    with ThreadPoolExecutor(len(senders)) as pool:
        list(pool.map(work, senders))
    with hub.database.read() as session:
        head = travel.head_of(session)
        places = session.scalars(sa.select(Feed.pos).where(Feed.pos > start).order_by(Feed.pos)).all()
        assert places == list(range(start + 1, start + 1 + 12 * len(senders)))
        assert head.pos == places[-1]
        commits = session.execute(sa.select(FeedCommit.pos, FeedCommit.tag).where(FeedCommit.pos > start)).all()
        assert {pos for pos, _ in commits} == set(places)
        assert dict(map(tuple, commits))[head.pos] == head.tag
        for scope in ("space:zoia", "space:omero"):
            rows = session.execute(sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body).where(Feed.scope == scope))
            total = sum(digest.of_row(*row) for row in rows if row[3] is not None)
            assert session.get_one(FeedDigest, scope).value == digest.signed(total)


@pytest.fixture
def worlds(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], tuple[World, World]]]:
    made: list[World] = []

    def make(kind: str) -> tuple[World, World]:
        for index in range(2):
            folder = tmp_path / f"{len(made)}-{index}"
            url = f"sqlite:///{folder / 'hub.db'}"
            if kind == "postgresql":
                url = request.getfixturevalue("postgres_database")()
            made.append(World(url, folder))
        return made[-2], made[-1]

    yield make
    for world in made:
        world.hub.close()


DROPINS = st.lists(
    st.tuples(st.just("dropin"), st.sampled_from([f"{number:032x}" for number in range(40)]),
              st.sampled_from(["chiavi", "posta"]), st.none()),
    min_size=1, max_size=6,
)  # fmt: skip
PUSHES = st.lists(st.tuples(st.integers(0, 2), st.one_of(DROPINS, DROPINS, FACTS)), min_size=2, max_size=8)


@pytest.mark.parametrize(("kind", "examples"), [("sqlite", 25), ("postgresql", 8)])
def test_plainly_or_by_the_ledger_is_the_same(
    kind: str, examples: int, worlds: Callable[[str], tuple[World, World]]
) -> None:
    ways = {"plain": 0, "ledger": 0}

    def push(world: World, number: int, facts: list[Any], *, try_plainly: bool) -> tuple[int, list[Any]]:
        one = world.senders[number]
        first = len(one.facts) + 1
        one.facts += [encoded for encoded, _ in facts]
        message = with_epoch(world.hub, one.message(first))
        sent = [
            each.model_copy(update={"personal": personal, "salt": "00"})
            for each, (_, personal) in zip(message.facts, facts, strict=True)
        ]
        message = message.model_copy(update={"facts": sent})
        told = plainly(one, message, space=("zoia", "zoia", "omero")[number]) if try_plainly else None
        if try_plainly:
            ways["ledger" if told is None else "plain"] += 1
        if told is None:
            with world.hub.database.write() as session:
                by_ledger = ledger.push(session, world.hub, one.id, message)
            assert isinstance(by_ledger, wire.PushReply)
            told = by_ledger
        return told.have, [(result.seq, result.state, result.outcome) for result in told.results]

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(PUSHES)
    def pushed(pushes: list[tuple[int, list[tuple[str, str, Any, str | None]]]]) -> None:
        short, long = worlds(kind)
        number = 0
        for sender, whats in pushes:
            facts = [fact(number + index, what) for index, what in enumerate(whats)]
            number += len(facts)
            assert push(short, sender, facts, try_plainly=True) == push(long, sender, facts, try_plainly=False)
        assert short.state() == long.state()

    pushed()
    assert min(ways.values()) > examples, ways
