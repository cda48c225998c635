"""What a drop-in may say beyond its reasons: told where it says something, left out where it does not."""

from __future__ import annotations

from sync.details import UNSAID, amended, details
from sync.facts import DropIn, parse


def test_what_is_unsaid_is_what_a_drop_in_says_by_itself() -> None:
    plain = parse("dropin", {"reasons": ["chiavi"]}).model_dump()
    assert {name: plain[name] for name in UNSAID} == UNSAID
    assert set(DropIn.model_fields) - set(UNSAID) == {"reasons", "people", "age_band"}
    assert details(plain) == {}


def test_an_amendment_says_more_and_takes_back() -> None:
    before = amended({}, {"gender": "f", "minutes": 10, "people": 3})
    assert before == {"gender": "f", "minutes": 10}
    assert amended(before, {"gender": "non_rilevato", "mediation": True}) == {"mediation": True, "minutes": 10}
