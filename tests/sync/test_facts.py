"""Facts: what may be stated, how it is written, and that reading is total."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.chain import chain, genesis, personal_hash
from sync.envelope import MAX_FACT_BYTES, Moment, decode, encode
from sync.errors import FactError
from sync.facts import KINDS, parse
from sync.terminal.recording import EXAMPLES

MOMENT = Moment("2026-10-09T08:00:00Z", 12, "boot", -40)
FACT_ID = "01990000000070008000000000000001"


def body_of(kind: str) -> dict[str, object]:
    """The documented example of a kind."""
    return EXAMPLES[kind]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_documented_example_of_each_kind_is_written_and_read_back(kind: str) -> None:
    stated = parse(kind, body_of(kind))
    fact = decode(encode(stated, FACT_ID, MOMENT, by="ab12cd34").raw)
    assert (fact.id, fact.kind, fact.by, fact.moment, fact.parked) == (FACT_ID, kind, "ab12cd34", MOMENT, None)
    public = stated.model_dump(mode="json", by_alias=True)
    for name, value in fact.body.items():
        assert public[name] == value


def test_a_name_is_never_in_the_bytes_that_are_chained() -> None:
    written = encode(
        parse("booking", {"occurrence": "a@1", "name": "Amina Diallo", "contact": "amina@example.org"}), FACT_ID, MOMENT
    )
    assert b"Amina" not in written.raw
    assert b"example.org" not in written.raw
    assert written.salt is not None
    assert written.personal is not None
    assert json.loads(written.personal) == {"name": "Amina Diallo", "contact": "amina@example.org"}
    assert decode(written.raw).personal_hash == personal_hash(written.salt, written.personal)


def test_two_people_of_the_same_name_have_different_hashes() -> None:
    body = parse("card_issue", {"name": "Amina Diallo"})
    first, second = encode(body, FACT_ID, MOMENT), encode(body, FACT_ID, MOMENT)
    assert decode(first.raw).personal_hash != decode(second.raw).personal_hash


@pytest.mark.parametrize(
    ("kind", "body", "says"),
    [
        ("dropin", {}, "reasons"),
        ("dropin", {"reasons": []}, "reasons"),
        ("dropin", {"reasons": ["chiavi"], "people": 100}, "people"),
        ("dropin", {"reasons": ["chiavi"], "peple": 2}, "peple"),
        ("dropin", {"reasons": ["Chiavi di casa"]}, "reasons"),
        ("dropin_amend", {"dropin": FACT_ID, "changes": {"colour": "red"}}, "colour"),
        ("booking", {"occurrence": "a@1"}, "card or name"),
        ("booking", {"occurrence": "a@1", "card": "123456789012", "name": "Amina"}, "card or name"),
        ("checkin", {}, "booking, or card"),
        ("hold", {"occurrence": "a@1", "nonce": "xyz"}, "nonce"),
        ("nonsense", {}, "Known kinds"),
    ],
)
def test_a_wrong_field_is_named(kind: str, body: dict[str, object], says: str) -> None:
    with pytest.raises(FactError, match=says):
        parse(kind, body)


def test_a_fact_beyond_its_bound_is_refused_when_it_is_stated() -> None:
    answers = {f"q{n}": "x" * 1000 for n in range(40)}
    with pytest.raises(FactError, match="32 KB"):
        encode(parse("answer", {"form": "f", "version": 1, "answers": answers}), FACT_ID, MOMENT)


def test_an_unknown_kind_and_a_newer_version_are_parked_not_refused() -> None:
    known = json.loads(encode(parse("dropin", {"reasons": ["chiavi"]}), FACT_ID, MOMENT).raw)
    assert decode(json.dumps({**known, "kind": "teleport"}).encode()).parked == "unknown kind teleport"
    newer = decode(json.dumps({**known, "v": 2, "body": {"anything": True}}).encode())
    assert newer.parked is not None
    assert newer.body == {"anything": True}


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_reading_any_bytes_gives_a_fact_or_a_fact_error(raw: bytes) -> None:
    with pytest.raises(FactError):
        decode(raw)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(["id", "kind", "v", "at", "mono", "boot", "offset", "by", "personal", "body"]), json_values)
def test_any_value_in_any_place_gives_a_fact_or_a_fact_error(place: str, value: object) -> None:
    whole = json.loads(encode(parse("dropin", {"reasons": ["chiavi"]}), FACT_ID, MOMENT).raw)
    raw = json.dumps({**whole, place: value}).encode()
    try:
        fact = decode(raw)
    except FactError:
        return
    assert fact.id
    assert fact.at.tzinfo is not None


def test_a_received_fact_beyond_the_bound_is_no_fact() -> None:
    with pytest.raises(FactError, match="larger"):
        decode(b" " * (MAX_FACT_BYTES + 1))


def test_the_chain_depends_on_every_fact_its_order_and_its_terminal() -> None:
    start = genesis("zoia-1", 1)
    assert chain(chain(start, b"a"), b"b") != chain(chain(start, b"b"), b"a")
    assert genesis("zoia-1", 1) != genesis("zoia-1", 2) != genesis("zoia-11", 2)
