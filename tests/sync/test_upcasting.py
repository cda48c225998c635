"""Facts of older programs: read in the newest form, by the hub and by the screen; nothing that is newer is refused."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.body import Body
from sync.envelope import Moment, decode, encode
from sync.errors import FactError
from sync.facts import KINDS, DropIn, parse
from sync.upcasting import UPCASTERS, upcast

AT = Moment("2026-10-09T08:00:00Z", 5, "boot")


class Third(DropIn):
    """As a drop-in may look two versions from now: `people` is counted as adults and children."""

    schema_version: ClassVar[int] = 3
    children: int = 0


def first_to_second(body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "reasons": [reason.replace("pacchi_posta", "pacchi") for reason in body["reasons"]]}


def second_to_third(body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "children": body.get("people", 1) - 1, "people": 1}


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program two versions of drop-ins from now."""
    monkeypatch.setitem(KINDS, "dropin", Third)
    monkeypatch.setitem(UPCASTERS, ("dropin", 1), first_to_second)
    monkeypatch.setitem(UPCASTERS, ("dropin", 2), second_to_third)


def written(version: int, **body: Any) -> bytes:
    raw = encode(parse("dropin", {"reasons": ["chiavi"]}), f"{7:032x}", AT).raw
    return json.dumps({**json.loads(raw), "v": version, "body": body}).encode()


def test_a_body_of_each_older_version_is_read_in_the_newest_form(later: None) -> None:
    first = decode(written(1, reasons=["pacchi_posta"], people=3))
    assert (first.parked, first.body["reasons"]) == (None, ["pacchi"])
    assert (first.body["people"], first.body["children"]) == (1, 2)
    second = decode(written(2, reasons=["pacchi"], people=3))
    assert (second.body["reasons"], second.body["children"]) == (["pacchi"], 2)
    third = decode(written(3, reasons=["pacchi"], people=3, children=1))
    assert (third.body["people"], third.body["children"]) == (3, 1)


def test_what_is_newer_or_unknown_is_parked_with_its_body_as_it_came(later: None) -> None:
    newer = decode(written(4, something="else"))
    assert newer.parked == "dropin of version 4, newer than 3"
    assert newer.body == {"something": "else"}


@pytest.mark.parametrize("version", [0, -1, True])
def test_a_version_that_never_was_is_no_fact_and_nothing_worse(later: None, version: int) -> None:
    if version is True:
        assert decode(written(version, reasons=["chiavi"])).parked is None
    else:
        with pytest.raises(FactError, match=f"has no version {version}"):
            decode(written(version, reasons=["chiavi"]))


def test_a_body_that_is_not_of_its_version_is_no_fact_and_nothing_worse(later: None) -> None:
    with pytest.raises(FactError, match="not written as that version is"):
        decode(written(1, people=3))


def test_the_bytes_stay_as_they_were_written(later: None) -> None:
    body = {"reasons": ["pacchi_posta"], "people": 3}
    before = json.dumps(body)
    upcast("dropin", 1, body)
    assert json.dumps(body) == before


@given(st.integers(-5, 9), st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=8), max_size=4))
def test_reading_any_version_ends_in_a_fact_or_in_a_fact_error(version: int, body: dict[str, Any]) -> None:
    try:
        fact = decode(written(version, **{"reasons": ["chiavi"], **body}))
    except FactError:
        return
    assert fact.kind == "dropin"


def test_every_kind_can_be_read_from_every_version_it_ever_had() -> None:
    for kind, model in KINDS.items():
        assert issubclass(model, Body)
        missing = [step for step in range(1, model.schema_version) if (kind, step) not in UPCASTERS]
        assert missing == [], kind
