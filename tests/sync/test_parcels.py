"""Pick-up codes and slips of parcels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.parcels import LETTERS, free_code, read_slip, slip_text

ALL_SHORT = {f"{letter}{number}" for letter in LETTERS for number in range(10, 100)}


@given(taken=st.sets(st.sampled_from(sorted(ALL_SHORT))), start=st.integers(0, len(ALL_SHORT) - 1))
def test_a_code_is_a_letter_and_two_digits_that_nobody_has(taken: set[str], start: int) -> None:
    code = free_code(taken, lambda below: start % below)
    assert code not in taken
    assert code in ALL_SHORT or taken == ALL_SHORT


def test_the_last_free_code_is_found_and_then_codes_grow_by_a_digit() -> None:
    assert free_code(ALL_SHORT - {"M42"}, lambda _below: 0) == "M42"
    assert free_code(ALL_SHORT, lambda _below: 7) == "A107"


def test_a_slip_names_its_parcel_for_good() -> None:
    parcel = "0192a3b4c5d67e8f8a9bacbdcedfe0f1"
    assert read_slip(slip_text(parcel)) == parcel


@pytest.mark.parametrize(
    "text", ["", "A17", "QCP1:", "QCP1:" + "0" * 31, "QCP1:" + "0" * 33, "QCP1:" + "g" * 32, "qcp1:" + "0" * 32,
             "QCP1:" + "\u0660" * 32, "QCP1:" + "0" * 32 + "\n", "https://example.org/QCP1:" + "0" * 32],
)  # fmt: skip
def test_anything_else_is_no_slip(text: str) -> None:
    assert read_slip(text) is None
