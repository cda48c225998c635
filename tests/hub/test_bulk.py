"""Drop-ins taken in bulk come out as if each had been applied by itself: the same tables, outcomes, feed, digests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync import rows
from sync.chain import Encoded
from sync.envelope import Moment, encode
from sync.errors import StoreError
from sync.facts import parse
from sync.hub import dropins, ledger, members
from sync.hub.hub import Hub
from sync.hub.store import feed
from sync.hub.store.models import DropIn, Feed, FeedDigest, FeedHead, HeldFact, Space, StoredFact
from sync.hub.store.schema import migrate
from tests.hub.programme import Sender
from tests.support.served import HandClock

IDS = [f"0190000000007000800000000000000{number}" for number in range(6)]
SHOWN = ("dropin", "held")
PARTS = st.sampled_from(["{}", '{"name":"x"}', "["])
FACTS = st.lists(
    st.one_of(
        st.tuples(st.just("dropin"), st.sampled_from(IDS), st.sampled_from(["chiavi", "posta"]), st.none()),
        st.tuples(st.just("dropin_amend"), st.sampled_from(IDS), st.integers(1, 5), st.none()),
        st.tuples(st.just("dropin_void"), st.sampled_from(IDS), st.none(), st.none()),
        st.tuples(st.just("notice"), st.sampled_from(["a", "b"]), st.none(), st.none()),
        st.tuples(st.just("checkin_undo"), st.sampled_from(["nobody"]), st.none(), st.none()),
        st.tuples(st.just("dropin"), st.sampled_from(IDS), st.just("chiavi"), PARTS),
        st.tuples(st.just("dropin"), st.sampled_from(IDS), st.just("far"), st.none()),
    ),
    min_size=1, max_size=8,
)  # fmt: skip
PUSHES = st.lists(st.tuples(st.integers(0, 2), FACTS), min_size=1, max_size=5)


def fact(number: int, what: tuple[str, str, Any, str | None]) -> tuple[Encoded, str | None]:
    """A fact, and a personal part that does not belong to it."""
    kind, name, value, personal = what
    moment = Moment("9999-12-31T23:59:59Z" if value == "far" else "2026-11-24T14:20:00Z", 1, "boot", 5_000)
    fact_id = f"f{number:08}"
    match kind:
        case "dropin":
            fact_id, body = name, {"reasons": ["chiavi" if value == "far" else value]}
            if value == "posta":  # a whole record
                body |= {"who": "residente", "first_visit": "si", "language": "ar", "mediation": True}
        case "dropin_amend":
            body = {"dropin": name, "changes": {"people": value, "minutes": value, "gender": "f"}}
        case "dropin_void":
            body = {"dropin": name}
        case "notice":
            body = {"title": name, "text": "x"}
        case _:
            body = {"checkin": name}
    return encode(parse(kind, body), fact_id, moment), personal


class World:
    """A hub with two terminals of a space and one of another."""

    def __init__(self, url: str, folder: Path) -> None:
        self.hub = Hub.open(url, folder)
        self.hub.clock = HandClock()
        migrate(self.hub.database)
        with self.hub.database.write() as session:
            session.add_all([Space(id=space, name=space, area=1, reasons=[]) for space in ("zoia", "omero")])
        members.ensure_keys(self.hub)
        self.senders = [Sender(self.hub, space) for space in ("zoia", "zoia", "omero")]
        self.start = self.state()

    def push(self, sender: int, facts: list[tuple[Encoded, str | None]]) -> list[tuple[int, str, object]]:
        """Pushes facts; returns what became of each that was not plainly accepted."""
        one = self.senders[sender]
        first = len(one.facts) + 1
        one.facts += [encoded for encoded, _ in facts]
        message = one.message(first)
        sent = [
            wire.model_copy(update={"personal": personal, "salt": "00"})
            for wire, (_, personal) in zip(message.facts, facts, strict=True)
        ]
        with self.hub.database.write() as session:
            reply = ledger.push(session, self.hub, one.id, message.model_copy(update={"facts": sent}))
        assert not isinstance(reply, ledger.Refusal)
        return [(result.seq, result.state, result.outcome) for result in reply.results]

    def state(self) -> dict[str, Any]:
        """Everything that a push may change."""
        with self.hub.database.read() as session:

            def rows(*columns: Any) -> list[tuple[Any, ...]]:
                return sorted(map(tuple, session.execute(sa.select(*columns))), key=repr)

            return {
                "facts": rows(StoredFact.terminal, StoredFact.seq, StoredFact.id, StoredFact.state, StoredFact.why),
                "bytes": rows(StoredFact.terminal, StoredFact.seq, StoredFact.raw, StoredFact.personal),
                "dropins": rows(
                    DropIn.id, DropIn.space_id, DropIn.terminal, DropIn.at, sa.cast(DropIn.data, sa.Text), DropIn.void
                ),
                "held": rows(HeldFact.id, HeldFact.terminal, HeldFact.seq, HeldFact.kind, HeldFact.why),
                "feed": [row for row in rows(Feed.entity, Feed.id, Feed.scope, Feed.body) if row[0] in SHOWN],
                "digests": rows(FeedDigest.scope, FeedDigest.value)[1:],
                "head": rows(FeedHead.pos),
            }  # fmt: skip


@pytest.fixture
def worlds(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], tuple[World, World]]]:
    made: list[World] = []

    def make(kind: str) -> tuple[World, World]:
        number = len(made)
        for index in range(2):
            folder = tmp_path / f"{number}-{index}"
            url = f"sqlite:///{folder / 'hub.db'}"
            if kind == "postgresql":
                url = request.getfixturevalue("postgres_database")()
            made.append(World(url, folder))
        return made[-2], made[-1]

    yield make
    for world in made:
        world.hub.close()


@pytest.mark.parametrize(("kind", "examples"), [("sqlite", 25), ("postgresql", 8)])
def test_in_bulk_or_one_by_one_is_the_same(
    kind: str, examples: int, worlds: Callable[[str], tuple[World, World]], monkeypatch: pytest.MonkeyPatch
) -> None:
    bulk = dropins.apply

    def resists(*_: object) -> None:
        raise RuntimeError("one by one, then")

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(PUSHES)
    def pushed(pushes: list[tuple[int, list[tuple[str, str, Any, str | None]]]]) -> None:
        together, apart = worlds(kind)
        number = 0
        for sender, whats in pushes:
            facts = [fact(number + index, what) for index, what in enumerate(whats)]
            number += len(facts)
            monkeypatch.setattr("sync.hub.dropins.apply", bulk)
            told = together.push(sender, facts)
            monkeypatch.setattr("sync.hub.dropins.apply", resists)
            assert apart.push(sender, facts) == told
        assert together.state() == apart.state()

    pushed()


def test_an_id_that_is_another_terminals_puts_one_fact_aside_and_no_other(hub: Hub) -> None:
    first, second = Sender(hub), Sender(hub, "omero")
    taken = first.state("dropin", {"reasons": ["chiavi"]})
    first.taken()
    copied = encode(parse("dropin", {"reasons": ["posta"]}), taken, Moment("2026-11-24T14:20:00Z", 1, "boot"))
    second.facts.append(copied)
    for _ in range(5):
        second.state("dropin", {"reasons": ["posta"]})
    told = second.taken()
    assert [(one.seq, one.state) for one in told.results] == [(1, "quarantined")]
    with hub.database.read() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(DropIn)) == 6
        assert session.get_one(DropIn, taken).space_id == "zoia"
        assert "exists" in session.scalars(sa.select(StoredFact.why).where(StoredFact.state == "quarantined")).one()


def test_a_database_that_fails_is_no_facts_fault(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    sender = Sender(hub)
    sender.state("dropin", {"reasons": ["chiavi"]})

    def full(*_: object) -> None:
        raise sa.exc.OperationalError("INSERT", {}, Exception("database or disk is full"))

    monkeypatch.setattr("sync.hub.dropins.apply", full)
    with pytest.raises(StoreError, match="Nothing was changed"):
        sender.push()
    monkeypatch.undo()
    with hub.database.read() as session:
        assert session.scalars(sa.select(StoredFact)).all() == []
    assert sender.taken().results == []


@given(
    st.text(), st.sampled_from(["zoia", "omero"]), st.lists(st.text(), min_size=1, max_size=3), st.integers(1, 3),
    st.sampled_from(["non_rilevata", "75+", "<18"]), st.booleans(),
)  # fmt: skip
def test_a_drop_in_written_by_hand_is_written_as_any_row(
    text: str, space: str, reasons: list[str], people: int, band: str, void: bool
) -> None:
    row = dropins.Row(text, space, "t", text, {"reasons": reasons, "people": people, "age_band": band}, void, old=False)
    plain = rows.DropIn(text, space, "t", text, reasons, people, band, void)
    assert dropins.body(row) == feed.encode(rows.dump(plain))
