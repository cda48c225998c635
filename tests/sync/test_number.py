"""Member numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.number import MAX_TYPED_CHARS, NumberError, NumberReason, check, grouped, new_number, with_check_digit

numbers = st.integers(10**10, 10**11 - 1).map(lambda value: with_check_digit(str(value)))


def test_the_check_digit_is_the_one_of_damms_published_example() -> None:
    assert with_check_digit("572") == "5724"


def test_new_numbers_pass_their_own_check_and_do_not_repeat() -> None:
    made = [new_number() for _ in range(2_000)]
    assert len(set(made)) == len(made)
    for number in made:
        assert len(number) == 12
        assert number.isascii()
        assert number[0] != "0"
        assert check(number) == number


@given(numbers)
def test_every_single_wrong_digit_is_found(number: str) -> None:
    for place in range(12):
        for digit in "0123456789":
            if digit != number[place]:
                with pytest.raises(NumberError) as caught:
                    check(number[:place] + digit + number[place + 1 :])
                assert caught.value.reason is NumberReason.MISTYPED


@given(numbers)
def test_every_swap_of_two_neighbouring_digits_is_found(number: str) -> None:
    for place in range(11):
        left, right = number[place], number[place + 1]
        if left != right:
            with pytest.raises(NumberError) as caught:
                check(number[:place] + right + left + number[place + 2 :])
            assert caught.value.reason is NumberReason.MISTYPED


@given(numbers)
def test_a_number_is_read_back_however_people_write_it(number: str) -> None:
    arabic = number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    spellings = [
        grouped(number),
        grouped(number).replace(" ", "-"),
        grouped(number).replace(" ", " – "),
        grouped(number).replace(" ", "\u00a0"),
        f"  {number}\r\n",
        ".".join(number),
        f"\u200e{number}\u200f",
        arabic,
    ]
    assert {check(text) for text in spellings} == {number}


def test_a_number_is_grouped_by_four() -> None:
    assert grouped("123456789012") == "1234 5678 9012"


@pytest.mark.parametrize(
    ("text", "reason", "digits"),
    [
        ("", NumberReason.EMPTY, 0),
        (" - ", NumberReason.EMPTY, 0),
        ("1234 5678 901", NumberReason.TOO_FEW, 11),
        ("1234 5678 9012 3", NumberReason.TOO_MANY, 13),
        ("1234 5678 9O12", NumberReason.NOT_DIGITS, 11),
        ("1234 5678 901½", NumberReason.NOT_DIGITS, 11),
        ("1" * (MAX_TYPED_CHARS + 1), NumberReason.TOO_LONG, 0),
        (with_check_digit("0" * 11), NumberReason.MISTYPED, 12),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason_and_a_sentence(
    text: str, reason: NumberReason, digits: int
) -> None:
    with pytest.raises(NumberError) as caught:
        check(text)
    assert caught.value.reason is reason
    assert caught.value.digits == digits
    assert str(caught.value).endswith(".")


@given(st.text(max_size=80))
def test_any_text_is_either_a_number_or_a_number_error(text: str) -> None:
    try:
        number = check(text)
    except NumberError:
        return
    assert check(number) == number
