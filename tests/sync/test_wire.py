"""Messages: older and newer programs understand each other, and every size is bounded."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel, ValidationError

from sync import wire

CLOCK = {"at": "2026-11-24T14:20:00Z", "mono": 1, "boot": "b"}
SMALLEST: dict[type[BaseModel], dict[str, object]] = {
    wire.Problem: {"code": "gap", "message": "Send from 4."},
    wire.EnrolRequest: {"public": "00" * 32, "space": "zoia"},
    wire.EnrolReply: {"state": "pending"},
    wire.Hello: {"incarnation": 1, "clock": CLOCK},
    wire.HelloReply: {"epoch": "e", "have": 0, "durable": 0, "incarnation": 1, "time": "t"},
    wire.WireFact: {"raw": "{}"},
    wire.Push: {"incarnation": 1, "first": 1, "previous": "00", "facts": []},
    wire.Result: {"seq": 1, "state": "accepted"},
    wire.PushReply: {"have": 0, "durable": 0},
    wire.PullReply: {"have": 0, "durable": 0, "applied": 0, "incarnation": 1},
    wire.SeatLine: {"occurrence": "o"},
    wire.Seats: {"incarnation": 1, "lines": []},
    wire.Grant: {"occurrence": "o", "granted": 1},
    wire.SeatsReply: {"epoch": "e"},
}


@pytest.mark.parametrize("model", SMALLEST, ids=lambda model: model.__name__)
def test_a_message_needs_little_and_ignores_what_a_newer_program_adds(model: type[BaseModel]) -> None:
    small = model.model_validate(SMALLEST[model])
    newer = model.model_validate({**SMALLEST[model], "novelty": {"x": [1]}})
    assert newer == small
    assert model.model_validate_json(small.model_dump_json(exclude_none=True)) == small


@pytest.mark.parametrize("model", [wire.HelloReply, wire.PushReply, wire.PullReply, wire.SeatsReply])
def test_an_empty_object_of_some_network_that_wants_a_sign_in_is_no_answer_of_a_hub(model: type[BaseModel]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate_json("{}")


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (wire.EnrolRequest, {"public": "00" * 31}),
        (wire.EnrolRequest, {"public": "ZZ" * 32}),
        (wire.EnrolRequest, {"space": ""}),
        (wire.EnrolRequest, {"space": "x" * 65}),
        (wire.EnrolRequest, {"version": "x" * 41}),
        (wire.Push, {"first": 0}),
        (wire.Push, {"facts": [{"raw": "{}"}] * (wire.MAX_PUSH_FACTS + 1)}),
        (wire.Seats, {"lines": [{"occurrence": "o"}] * (wire.MAX_SEAT_LINES + 1)}),
        (wire.SeatLine, {"occurrence": "x" * 121}),
        (wire.SeatLine, {"want": 10_001}),
        (wire.SeatLine, {"spent": -1}),
        (wire.SeatLine, {"granted": -1}),
        (wire.Result, {"state": "lost"}),
        (wire.EnrolReply, {"state": "maybe"}),
    ],
)
def test_what_is_out_of_its_bounds_is_no_message(model: type[BaseModel], changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate({**SMALLEST[model], **changes})


def test_a_push_of_the_largest_facts_fits_into_a_request() -> None:
    assert wire.MAX_PUSH_BYTES * 4 <= wire.MAX_REQUEST_BYTES
    assert wire.MAX_PAGE_BYTES * 4 <= wire.MAX_REPLY_BYTES


def test_a_row_that_is_gone_is_an_item_without_a_body() -> None:
    values = {**SMALLEST[wire.PullReply], "items": [["notice", "n1", "public", None]]}
    page = wire.PullReply.model_validate_json(json.dumps(values))
    assert page.items == [("notice", "n1", "public", None)]


def test_messages_cannot_be_changed_after_they_were_read() -> None:
    message = wire.Grant(occurrence="o", granted=1)
    with pytest.raises(ValidationError):
        message.granted = 2  # type: ignore[misc]
