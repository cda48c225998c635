"""Rules of the protocol, each switched off in the real code: the simulation must notice every one.

    python -m tests.simulation --mutants all           looks for the first seeds that notice each
    python -m tests.simulation --seed N --mutant NAME  replays one

Not here: positions that are given out at the flush and not at the end of the commit. SQLite has one writer at a time
and cannot show that; the test of the feed on PostgreSQL does, with a plain sequence (`tests.hub.feed_load`).

A mutant patches the product for the time of a run. Where a rule guards against something rare, the mutant names what
its runs are full of (`focus`), so that few seeds are needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

from sync import seats
from sync.errors import FactError
from sync.hub import backups, entries, epochs, holds, ledger, plain, recovery, seating, travel, views, witnessed
from sync.hub.api import gate
from sync.hub.api.endpoints import Answer, Incoming
from sync.hub.api.exchange import answer as as_answer
from sync.hub.cursor import mark_of_epoch, name_of_epoch
from sync.hub.epochs import TimeTravel
from sync.hub.witness import Place
from sync.terminal import fresh, replica, retention, settling, standing
from sync.terminal.greeting import Greeting
from sync.terminal.journal import Journal
from sync.terminal.journal_file import all_state
from sync.terminal.pulling import Puller
from sync.terminal.terminal import Terminal
from tests.simulation.ground import Found, Ground
from tests.simulation.hubnode import HubNode
from tests.simulation.swarm import COMMANDS, MEMBERS, REGISTERS, Swarm

Patch = Callable[[], AbstractContextManager[Any]]
MOST_SEEDS = 60
"""A mutant that so many seeds do not catch is a hole in the simulation."""


@dataclass(frozen=True)
class Mutant:
    """A rule that is switched off.

    Attributes:
        rule: what no longer holds.
        patch: switches it off.
        focus: actions and their weights, beside the swarm's.
        line: faults of the line and their probabilities, beside the swarm's.
        swarm: other values of the configuration.
    """

    rule: str
    patch: Patch
    focus: dict[str, float]
    line: dict[str, float]
    swarm: dict[str, Any]

    def configured(self, seed: int) -> Swarm:
        """The configuration of a seed for this mutant."""
        base = Swarm.of(seed)
        named = {name: weight for name, weight in base.actions.items() if name not in COMMANDS | REGISTERS | MEMBERS}
        actions, line = {**named, **self.focus}, {**base.line, **self.line}
        return replace(base, **{"steps": 60, "actions": actions, "line": line, **self.swarm})


MUTANTS: dict[str, Mutant] = {}
RESTORES: dict[str, float] = {"backup": 8, "restore": 6, "sync": 25, "dropin": 10}
SETBACKS: dict[str, float] = {"keep_disk": 6, "rewind": 6, "sync": 20, "dropin": 15}


def mutant(
    rule: str, focus: dict[str, float] | None = None, line: dict[str, float] | None = None, **swarm: Any
) -> Callable[[Callable[[], Iterator[None]]], Callable[[], Iterator[None]]]:
    """Registers a mutant under the name of its function."""

    def register(call: Callable[[], Iterator[None]]) -> Callable[[], Iterator[None]]:
        MUTANTS[call.__name__] = Mutant(rule, contextmanager(call), focus or {}, line or {}, swarm)
        return call

    return register


AS_IT_IS = {
    "restores": Mutant("none", nullcontext, RESTORES | {"sell": 20, "card_booking": 20}, {}, {}),
    "setbacks": Mutant("none", nullcontext, {"clone": 4, **SETBACKS}, {}, {}),
    "deaths": Mutant("none", nullcontext, {"sync": 30, "card_booking": 20, "capacity": 6}, {}, {"fuse": 0.6}),
    "tickets": Mutant("none", nullcontext, {"ticket": 40, "phone": 40, "sync": 10, "cancel": 10}, {}, {}),
}
"""The same configurations with the code as it is: nothing is to be found with them."""
HOLES: tuple[str, ...] = ()
"""Not noticed within `MOST_SEEDS`: the simulation is to be sharpened until it is."""
FIRST = {
    "scope_filter_missing": 51, "no_attestation": 25, "grants_unknown_are_passed_over": 25,
    "cursor_without_tag": 37, "holds_credited_twice": 4, "grants_before_the_commit": 2,
    "incarnation_chosen_by_the_terminal": 3, "acknowledged_before_the_commit": 4,
}  # fmt: skip
"""Seeds that are tried first, where earlier ones are known not to notice."""


def caught(ground: Ground, name: str, seeds: range) -> tuple[int, Found] | None:
    """The first seed of a range that notices a mutant, and how."""
    one = MUTANTS.get(name) or AS_IT_IS[name]
    with one.patch():
        for seed in seeds:
            found = ground.run(seed, one.configured(seed))
            if found.violation:
                return seed, found
    return None


# facts


@mutant("a fact leaves the journal only when it is durable and old", {"prune": 8, "sync": 20} | RESTORES)
def delete_on_acknowledge() -> Iterator[None]:
    def prune(journal: Journal, _now: object, _trusted: object) -> int:
        with journal._writing() as connection:
            known = all_state(connection)
            for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            return retention._delete(connection, int(known["incarnation"]), int(known["have"]))

    with patch.object(retention.Retention, "prune", prune):
        yield


@mutant("durable is what the last backups hold", {"prune": 25, "age": 15, "sync": 25})
def durable_is_have() -> Iterator[None]:
    with patch.object(backups, "_held", lambda _content, terminal: terminal.have):
        yield


@mutant("the hub dedupes by id", SETBACKS)
def no_dedupe() -> Iterator[None]:
    with patch.object(entries, "mark_duplicates", lambda _session, _terminal, _entries: None):
        yield


@mutant("the terminal believes a `have` that went down", RESTORES)
def no_rewind() -> Iterator[None]:
    real = Journal.acknowledge

    def acknowledge(journal: Journal, have: int, durable: int, at: str | None = None) -> None:
        if have >= journal.position().have:
            real(journal, have, durable, at)

    with patch.object(Journal, "acknowledge", acknowledge):
        yield


@mutant("`have` goes up only by the answer to a push, which compared the chains", {"clone": 4, **SETBACKS})
def have_raised_by_pull() -> Iterator[None]:
    real = Greeting.believe

    def believe(greeting: Greeting, reply: Any, told: Any) -> None:
        real(greeting, reply, told)
        position = greeting._journal.position()
        if reply.incarnation == position.incarnation and position.have < reply.have <= position.last:
            greeting._journal.acknowledge(reply.have, reply.durable)

    with patch.object(Greeting, "believe", believe):
        yield


@mutant("a gap is refused", line={"late": 0.3}, focus={"sync": 20, "dropin": 20, **RESTORES})
def no_gap_refusal() -> Iterator[None]:
    real = ledger._misplaced

    def misplaced(terminal: Any, message: Any) -> Any:
        refusal = real(terminal, message)
        if refusal is not None and refusal.problem.code == "gap":
            terminal.have = message.first - 1
            terminal.have_hash = message.previous
            return None
        return refusal

    with patch.object(ledger, "_misplaced", misplaced):
        yield


@mutant("the hub answers after the commit", {"sync": 30, "dropin": 20}, fuse=0.8, mortals=("hub",))
def acknowledged_before_the_commit() -> Iterator[None]:
    with _answers_while_dying("push"):
        yield


@mutant("grants are answered after the commit", {"sync": 40, "capacity": 25}, fuse=0.8, mortals=("hub",), machines=3)
def grants_before_the_commit() -> Iterator[None]:
    with _answers_while_dying("seats"):
        yield


@contextmanager
def _answers_while_dying(what: str) -> Iterator[None]:
    from sync.hub import granting
    from sync.wire import SeatsReply

    made: list[Any] = []
    push, exchange, answer = ledger.push, granting.exchange, HubNode.answer

    def pushing(*arguments: Any) -> Any:
        made.append(push(*arguments))
        return made[-1]

    def exchanging(*arguments: Any, **named: Any) -> Any:
        grants = exchange(*arguments, **named)
        epoch = arguments[0].connection().exec_driver_sql("SELECT epoch FROM feed_head").scalar_one()
        made.append(SeatsReply(grants=grants, epoch=epoch))
        return grants

    def answering(node: HubNode, incoming: Incoming) -> Answer | None:
        made.clear()
        found = answer(node, incoming)
        if found is None and made and incoming.path == f"/v1/{what}" and not isinstance(made[-1], ledger.Refusal):
            return as_answer(made[-1])
        return found

    with (
        patch.object(plain, "push", lambda *_: None),
        patch.object(ledger, "push", pushing),
        patch.object(granting, "exchange", exchanging),
        patch.object(HubNode, "answer", answering),
    ):
        yield


@mutant("one bad fact does not block the next", {"rubbish": 15, "sync": 20})
def quarantine_blocks() -> Iterator[None]:
    def strict(*arguments: Any) -> Any:
        found = real(*arguments)
        if found.state == "quarantined":
            raise FactError("this fact is none")
        return found

    real = entries.read_one
    with patch.object(entries, "read_one", strict):
        yield


@mutant("the hub issues incarnations", {"clone": 6, "sync": 20, "card_booking": 20, "name_booking": 20, "edit": 0})
def incarnation_chosen_by_the_terminal() -> Iterator[None]:
    begin = Journal.begin_incarnation

    def chosen(journal: Journal, _incarnation: int) -> int:
        return begin(journal, journal.position().incarnation + 1)

    def reissue(terminal: Any, told: int) -> Any:
        ledger._begin(terminal, told)
        return None

    with patch.object(Journal, "begin_incarnation", chosen), patch.object(ledger, "_reissue", reissue):
        yield


@mutant("a request is taken once", line={"twice": 0.4}, focus={"sync": 20})
def nonce_not_checked() -> Iterator[None]:
    with patch.object(gate, "once", lambda _fresh: None):
        yield


# the feed and the replica


@mutant("a cursor names its history by a tag", RESTORES | {"sell": 10, "edit": 10})
def cursor_without_tag() -> Iterator[None]:
    def judge(_tags: Any, head: Any, cursor: Any) -> None:
        ours = mark_of_epoch(head.epoch)
        if cursor.epoch[0] > ours[0]:
            raise TimeTravel("a later epoch", epoch=head.epoch, beyond=name_of_epoch(cursor.epoch))
        if cursor.epoch == ours and cursor.pos > head.pos:
            raise TimeTravel("beyond the head", epoch=head.epoch)

    with patch.object(travel, "judge_position", judge):
        yield


@mutant("`applied` changes with the switch alone", {"sync": 25, "card_booking": 20}, page_items=2)
def applied_before_the_switch() -> Iterator[None]:
    take = Puller._take

    def early(puller: Puller, stands: Any, position: Any, reply: Any, items: Any, cursor: str) -> bool:
        done = take(puller, stands, position, reply, items, cursor)
        if reply.more:
            values = (("applied", str(reply.applied)), ("incarnation", str(reply.incarnation)))
            puller._replica._write(lambda raw, _connection: raw.executemany(standing.SET, values))
        return done

    with patch.object(Puller, "_take", early):
        yield


@mutant("pages are staged, the last one switches", {"sync": 25, "edit": 15}, page_items=2)
def page_switched_without_staging() -> Iterator[None]:
    def straight(puller: Puller, stands: Any, position: Any, reply: Any, items: Any, cursor: str) -> bool:
        return puller._replica.switch(
            stands.cursor, items, cursor, applied=reply.applied, incarnation=reply.incarnation,
            epoch=reply.epoch or position.epoch or "", updated="", reset=reply.resync, digest=reply.digest,
        )  # fmt: skip

    with patch.object(Puller, "_take", straight):
        yield


@mutant("who must begin anew drops what it had", RESTORES | {"edit": 10, "sell": 10, "notice": 10})
def reset_not_honoured() -> Iterator[None]:
    def over(cursor: Any) -> None:
        cursor.execute(
            "INSERT OR REPLACE INTO item (entity, id, scope, body) SELECT entity, id, scope, body FROM fresh"
        )
        cursor.execute("DROP TABLE fresh")

    with patch.object(fresh, "exchange", over):
        yield


@mutant("a terminal receives its own scopes", {"sync": 30, "notice": 10, "name_booking": 10}, machines=4)
def scope_filter_missing() -> Iterator[None]:
    everything = views.ROWS.replace("scope IN (:public, :space, :own) AND", "")
    assert everything != views.ROWS
    with patch.object(views, "ROWS", everything):
        yield


@mutant("digests are compared", line={"maimed": 0.5}, focus={"sync": 25, "edit": 20})
def digest_not_compared() -> Iterator[None]:
    with patch.object(settling, "agree", lambda *_: True), patch.object(replica, "agree", lambda *_: True):
        yield


# seats


@mutant(
    "a cancellation gives no right back locally", {"cancel": 20, "card_booking": 30, "name_booking": 30, "sync": 10}
)
def local_credit_on_cancel() -> Iterator[None]:
    real = Terminal.cancel_booking

    def cancel(terminal: Terminal, booking: str, *, by: str | None = None) -> None:
        view = terminal.projection.booking(booking)
        real(terminal, booking, by=by)
        if view is not None and view.state == "final":
            with terminal.journal.append() as journal:
                journal._connection.exec_driver_sql(
                    "UPDATE counter SET granted = granted + ? WHERE occurrence = ?", (view.people, view.occurrence)
                )

    with patch.object(Terminal, "cancel_booking", cancel):
        yield


@mutant("what no right paid for is not credited", {"cancel": 20, "wait": 20, "name_booking": 20, "sync": 15})
def credit_of_a_seat_that_no_right_paid() -> Iterator[None]:
    real = seating.release

    def release(session: Any, booking: Any, occurrence: Any, new_state: str, why: str = "") -> None:
        if booking.paid_by is None and booking.terminal and booking.incarnation is not None:
            mine = seating.account(session, occurrence.id, booking.terminal, booking.incarnation)
            mine.credited += booking.people
        real(session, booking, occurrence, new_state, why)

    with patch.object(seating, "release", release):
        yield


@mutant(
    "an unused hold is credited once, after its fact was received",
    {"ticket": 40, "phone": 40, "sync": 10},
)
def holds_credited_twice() -> Iterator[None]:
    def credit(session: Any, held: Any) -> None:
        session.flush()
        seating.account(session, held.occurrence_id, held.terminal, held.incarnation).credited += 1
        session.flush()

    with patch.object(holds, "_credit", credit):
        yield


@mutant("after a lost witness terminals show their counters", RESTORES | {"sell": 25, "card_booking": 25})
def no_attestation() -> Iterator[None]:
    real = epochs.rotate

    def rotate(session: Any, hub: Any, expected: Any, why: str, **named: Any) -> str:
        return real(session, hub, expected, why, **{**named, "attested": True})

    with patch.object(epochs, "rotate", rotate):
        yield


@mutant("the hub has a witness", RESTORES | {"sell": 20})
def no_witness() -> Iterator[None]:
    from sync.hub.witness import Witness

    def begin(hub: Any, path: Any) -> Any:
        return recovery.Begun(Witness(path))

    with patch.object(recovery, "begin", begin):
        yield


@mutant("sales and grants are witnessed before they are answered", RESTORES | {"sell": 30})
def answered_before_the_witness() -> Iterator[None]:
    def write_down(session: Any, witness: Any) -> None:
        session.info.pop("records", None)
        place = Place(*session.stamp) if session.stamp else None
        if place:
            witness.append(place, [])

    with patch.object(witnessed, "_write_down", write_down):
        yield


@mutant("a grant that the books do not know proves that the hub went back", RESTORES | {"card_booking": 20, "sell": 20})
def grants_unknown_are_passed_over() -> Iterator[None]:
    def told(books: seats.Counters, other: seats.Counters, *, lost_sight: bool) -> seats.Counters:
        return seats.Counters(books.granted, max(books.returned, 0), max(books.spent, min(other.spent, books.granted)))

    with patch.object(seats.Counters, "told", told), patch.object(Journal, "seen", lambda _journal: None):
        yield
