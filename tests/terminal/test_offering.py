"""What one can ask for and who asked, on the terminal: the replica's rows with what was stated here laid over."""

from __future__ import annotations

from typing import Any

import pytest

from sync import rows
from sync.errors import FactError
from sync.terminal import offering
from sync.terminal.offering import RequestView
from sync.terminal.pending import Stated
from tests.support.pair import Pair

NOW = "2026-11-24T14:20:00Z"


def body(row: Any) -> dict[str, Any]:
    return rows.dump(row)


def stated(seq: int, kind: str, values: dict[str, Any], **personal: str) -> Stated:
    return Stated(seq, f"fact{seq}", kind, NOW, values, personal)


def only(found: tuple[RequestView, ...]) -> RequestView:
    assert len(found) == 1
    return found[0]


ROW = rows.Request(
    "r1", "zoia", "chiavi", "service", "received", NOW, "", "zoia-1", "100000000001", "Ada R.", "Scala B"
)


def test_services_are_in_the_order_of_kinds_headings_and_titles_and_go_when_their_time_is_over() -> None:
    def service(name: str, kind: str, group: str, **more: Any) -> dict[str, Any]:
        return body(rows.Service(name, "zoia", kind, {"it": name}, group={"it": group}, **more))

    found = offering.services(
        [
            service("sarta", "product", "Bottega"),
            service("trapano", "service", "Prestiti"),
            service("scala", "service", "Prestiti", until="2026-11-24T14:20:01Z"),
            service("chiavi", "service", "A casa"),
            service("vecchio", "service", "A casa", until=NOW),
            service("futuro", "teleport", "A casa"),
        ],
        NOW,
    )
    assert [one.id for one in found] == ["chiavi", "scala", "trapano", "sarta"]


def test_offers_are_shown_until_their_time_is_over_the_newest_first() -> None:
    def offer(name: str, at: str, until: str | None = None) -> dict[str, Any]:
        return body(rows.Offer(name, "zoia", "offro", {"it": name}, at=at, until=until))

    found = offering.offers(
        [
            offer("a", "2026-11-20T08:00:00Z"),
            offer("b", "2026-11-22T08:00:00Z", "2026-12-01T00:00:00Z"),
            offer("c", NOW, NOW),
        ],
        NOW,
    )
    assert [one.id for one in found] == ["b", "a"]


def test_the_spaces_copy_of_a_request_says_more_than_its_makers_in_any_order() -> None:
    poor = rows.Request("r1", "zoia", "chiavi", "service", "received", NOW, "", "zoia-1")
    for order in ([ROW, poor], [poor, ROW]):
        one = only(offering.requests(map(body, order), [], 0, {}))
        assert (one.name, one.text, one.open, one.pending) == ("Ada R.", "Scala B", True, False)


def test_a_request_that_was_stated_here_is_there_at_once_and_once() -> None:
    asked = stated(3, "request", {"service": "sarta"}, name="Eva", text="Un orlo")
    one = only(offering.requests([], [asked], 2, {"sarta": "product"}))
    assert (one.kind, one.stage, one.name, one.text, one.pending) == ("product", "received", "Eva", "Un orlo", True)
    assert not only(offering.requests([], [asked], 3, {})).pending
    known = rows.Request("fact3", "zoia", "sarta", "product", "working", NOW, name="Eva")
    assert only(offering.requests([body(known)], [asked], 3, {})).stage == "working"


def test_what_is_closed_here_is_closed_at_once_and_the_first_end_counts() -> None:
    facts = [
        stated(4, "request_close", {"request": "r1", "outcome": "risolto"}),
        stated(5, "request_close", {"request": "r1", "outcome": "ritirata"}),
        stated(6, "request_close", {"request": "nobody", "outcome": "risolto"}),
    ]
    one = only(offering.requests([body(ROW)], facts, 0, {}))
    assert (one.stage, one.outcome, one.open, one.pending) == ("closed", "risolto", False, True)


def test_who_asks_is_a_card_or_a_name_and_the_hub_tells_the_same_that_was_shown(pair: Pair) -> None:
    machine = pair.machine()
    terminal = machine.terminal
    for who in ({}, {"card": "100000000001", "name": "Ada"}):
        with pytest.raises(FactError, match="either card or name"):
            terminal.ask("chiavi", **who)
    asked = terminal.ask("chiavi", name="Ada Rossi")
    terminal.offer("cerco", "Una scala", card="100000000001")
    assert [(one.id, one.name, one.pending) for one in terminal.projection.requests()] == [(asked, "Ada Rossi", True)]
    machine.sync()
    terminal.projection.refresh()
    told = only(terminal.projection.requests())
    assert (told.id, told.name, told.open, told.pending) == (asked, "Ada R.", True, False)
    terminal.close_request(asked, "ritirata")
    assert not only(terminal.projection.requests()).open
    machine.sync()
    terminal.projection.refresh()
    assert (only(terminal.projection.requests()).outcome, terminal.projection.offers()) == ("ritirata", ())
