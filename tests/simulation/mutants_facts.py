"""Rules about facts, switched off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sync.errors import FactError
from sync.hub import backups, entries, ledger, plain
from sync.hub.api import gate
from sync.hub.api.endpoints import Answer, Incoming
from sync.hub.api.exchange import answer as as_answer
from sync.terminal import retention
from sync.terminal.greeting import Greeting
from sync.terminal.journal import Journal
from sync.terminal.journal_file import all_state
from tests.simulation.hubnode import HubNode
from tests.simulation.mutant import RESTORES, SETBACKS, mutant


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
