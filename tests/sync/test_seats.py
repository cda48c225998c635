"""The escrow's arithmetic, over random histories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import seats
from sync.seats import Account, Counters

counts = st.integers(min_value=0, max_value=50)


@st.composite
def counters(draw: st.DrawFn) -> Counters:
    granted = draw(counts)
    returned = draw(st.integers(0, granted))
    return Counters(granted, returned, draw(st.integers(0, granted - returned)))


@given(counters(), st.integers(1, 60))
def test_a_right_pays_once_and_never_more_than_it_is(held: Counters, people: int) -> None:
    if people > held.right:
        with pytest.raises(ValueError, match="left"):
            held.spend(people)
    else:
        assert held.spend(people).right == held.right - people


@given(counters(), counters(), counters())
def test_merging_reports_does_not_depend_on_order_or_repetition(a: Counters, b: Counters, c: Counters) -> None:
    assert a.merge(b) == b.merge(a)
    assert a.merge(b).merge(c) == a.merge(b.merge(c))
    assert a.merge(a) == a


@given(st.integers(1, 100), st.lists(st.tuples(st.sampled_from(["a", "b", "hub"]), st.integers(1, 9)), max_size=40))
def test_grants_and_sales_together_never_exceed_the_capacity(capacity: int, asks: list[tuple[str, int]]) -> None:
    accounts = {"a": Account(Counters()), "b": Account(Counters())}
    sold_by_hub = 0
    for who, wanted in asks:
        outstanding = sum(one.outstanding for one in accounts.values())
        left = seats.free(capacity, sold_by_hub, outstanding)
        assert left >= 0
        if who == "hub":
            sold_by_hub += wanted if wanted <= left else 0
        else:
            limit = seats.cap(capacity, hosts=who == "a")
            held = accounts[who]
            more = seats.grant(wanted, limit, held, left)
            accounts[who] = Account(Counters(granted=held.counters.granted + more))
            assert accounts[who].outstanding <= limit
    assert sold_by_hub + sum(one.outstanding for one in accounts.values()) <= capacity


def test_no_grant_is_made_from_seats_that_are_not_there() -> None:
    assert seats.grant(5, 10, Account(Counters(granted=8)), 1) == 1
    assert seats.grant(5, 10, Account(Counters(granted=8)), -3) == 0
    assert seats.grant(5, 10, Account(Counters(granted=12)), 5) == 0


def test_the_host_space_may_hold_most_and_every_terminal_at_least_one() -> None:
    assert seats.cap(20, hosts=True) == 12
    assert seats.cap(20, hosts=False) == 1
    assert seats.cap(1, hosts=False) == 1
