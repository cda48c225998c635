"""Small programmes and terminals for tests of the hub."""

from __future__ import annotations

from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from sync import wire
from sync.chain import Encoded, chain, genesis
from sync.clock import stamp
from sync.envelope import Moment, encode
from sync.facts import parse
from sync.hub import ledger, terminals
from sync.hub.hub import Hub
from sync.hub.store.models import Activity, Occurrence
from sync.ids import occurrence_id, uuid7


def add_occurrence(
    session: Session, hub: Hub, *, activity: str = "cucito", space: str = "zoia", capacity: int | None = 10,
    starts_in: timedelta = timedelta(hours=5),
) -> str:  # fmt: skip
    """An activity with one occurrence; returns the occurrence's id."""
    start = hub.clock.now().replace(microsecond=0) + starts_in
    end = start + timedelta(hours=2)
    if session.get(Activity, activity) is None:
        session.add(
            Activity(
                id=activity,
                space_id=space,
                title={"it": activity.title()},
                start=_local(start),
                end=_local(end),
                signup=capacity is not None,
                capacity=capacity,
            )
        )
        session.flush()
    made = Occurrence(
        id=occurrence_id(activity, stamp(start)), activity_id=activity, space_id=space, original=stamp(start),
        start=stamp(start), end=stamp(end), capacity=capacity, status="scheduled", sold=0, sold_by_hub=0,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made.id


def _local(value: datetime) -> str:
    return value.strftime("%Y-%m-%dT%H:%M")


class Sender:
    """A terminal reduced to what the ledger sees of it: an id, a chain of facts, and pushes."""

    def __init__(self, hub: Hub, space: str = "zoia") -> None:
        self.hub, self.key = hub, Ed25519PrivateKey.generate()
        public = self.key.public_key().public_bytes_raw().hex()
        with hub.database.write() as session:
            asked = terminals.enrol(session, hub, wire.EnrolRequest(public=public, space=space))
            self.id = terminals.approve(session, hub, asked.code, "test").id
        self.incarnation = 1
        self.facts: list[Encoded] = []

    def state(
        self, kind: str, body: dict[str, object], at: str = "2026-10-09T08:00:00Z", space: str | None = None
    ) -> str:  # fmt: skip
        """States a fact; returns its id."""
        fact = encode(parse(kind, body), uuid7(self.hub.clock.now()), Moment(at, 1, "boot"), space=space)
        self.facts.append(fact)
        return fact.id

    def move(self, space: str) -> None:
        """Is enrolled in another space, under the same name."""
        public = self.key.public_key().public_bytes_raw().hex()
        with self.hub.database.write() as session:
            asked = terminals.enrol(session, self.hub, wire.EnrolRequest(public=public, space=space))
            assert terminals.approve(session, self.hub, asked.code, "test").id == self.id

    def hash_at(self, seq: int) -> bytes:
        """The chain's hash at a place."""
        running = genesis(self.id, self.incarnation)
        for fact in self.facts[:seq]:
            running = chain(running, fact.raw)
        return running

    def message(self, first: int, last: int | None = None) -> wire.Push:
        """The facts from `first` to `last` as a push."""
        facts = [
            wire.WireFact(
                raw=fact.raw.decode(), salt=fact.salt.hex() if fact.salt else None,
                personal=fact.personal.decode() if fact.personal else None,
            )
            for fact in self.facts[first - 1 : last]
        ]  # fmt: skip
        previous = self.hash_at(first - 1).hex()
        return wire.Push(incarnation=self.incarnation, first=first, previous=previous, facts=facts)

    def push(self, first: int = 1, last: int | None = None) -> wire.PushReply | ledger.Refusal:
        """Pushes them, in a transaction that commits."""
        with self.hub.database.write() as session:
            return ledger.push(session, self.hub, self.id, self.message(first, last))

    def taken(self, first: int = 1, last: int | None = None) -> wire.PushReply:
        """Pushes them, and expects them to be taken."""
        reply = self.push(first, last)
        assert isinstance(reply, wire.PushReply), reply
        return reply
