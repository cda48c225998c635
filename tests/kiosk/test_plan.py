"""The plan of the spaces: every point on the sheet, north up, nothing on anything else."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.agenda.plan import EM, Mark, Sheet, distance_km, laid_out

SHEET = Sheet(260.0, 160.0, 12.0, 7.75)
NINE = [
    Mark("zoia", 45.474, 9.106, "Sei qui"), Mark("boccioni", 45.506, 9.143, "Villapizzone"),
    Mark("capuana", 45.517, 9.138, "Quarto Oggiaro"), Mark("monti", 45.512, 9.19, "Niguarda"),
    Mark("erlembaldo", 45.509, 9.226, "Gorla"), Mark("palmanova", 45.498, 9.242, "Cimiano"),
    Mark("omero", 45.438, 9.222, "Corvetto"), Mark("faenza", 45.434, 9.16, "Barona"),
    Mark("duomo", 45.4642, 9.19, "Duomo"),
]  # fmt: skip
NEAR = st.builds(
    Mark,
    st.uuids().map(str),
    st.floats(45.3, 45.6),
    st.floats(9.0, 9.3),
    st.sampled_from(["", "Gorla", "Quarto Oggiaro"]),
)


def test_a_distance_is_what_a_map_says() -> None:
    assert distance_km((45.474, 9.106), (45.438, 9.222)) == pytest.approx(9.9, abs=0.1)
    assert distance_km((45.0, 9.0), (45.0, 9.0)) == 0.0


def test_the_nine_all_have_room_for_their_names() -> None:
    drawn = laid_out(NINE, SHEET)
    assert [one.key for one in drawn] == [one.key for one in NINE]
    assert all(one.name for one in drawn)
    by_key = {one.key: one for one in drawn}
    assert by_key["capuana"].y < by_key["monti"].y < by_key["zoia"].y < by_key["faenza"].y
    assert by_key["zoia"].x < by_key["monti"].x < by_key["palmanova"].x


@given(st.lists(NEAR, min_size=1, max_size=10))
def test_points_and_names_are_on_the_sheet_and_cover_nothing(marks: list[Mark]) -> None:
    drawn = laid_out(marks, SHEET)
    assert len(drawn) == len(marks)
    boxes = []
    for one in drawn:
        assert SHEET.size / 2 - 0.01 <= one.x <= SHEET.width - SHEET.size / 2 + 0.01
        assert SHEET.size / 2 - 0.01 <= one.y <= SHEET.height - SHEET.size / 2 + 0.01
        if one.name:
            assert one.width == pytest.approx(len(one.name) * SHEET.letters * EM)
            box = (one.left, one.top, one.left + one.width, one.top + SHEET.letters * 1.3)
            assert box[0] >= 0
            assert box[1] >= 0
            assert box[2] <= SHEET.width
            assert box[3] <= SHEET.height
            boxes.append(box)
            for other in drawn:
                corner = (other.x - SHEET.size / 2, other.y - SHEET.size / 2)
                boxes_meet = meet(box, (*corner, corner[0] + SHEET.size, corner[1] + SHEET.size))
                assert not boxes_meet
    assert not any(meet(one, other) for one, other in itertools.combinations(boxes, 2))


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(st.lists(NEAR, min_size=2, max_size=4))
def test_a_few_points_do_not_cover_each_other(marks: list[Mark]) -> None:
    drawn = laid_out(marks, SHEET)
    for one, other in itertools.combinations(drawn, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= SHEET.size


@given(st.lists(st.builds(Mark, st.uuids().map(str), st.floats(), st.floats(), st.text(max_size=20)), max_size=6))
def test_no_number_is_too_odd(marks: list[Mark]) -> None:
    for one in laid_out(marks, SHEET):
        assert math.isfinite(one.x)
        assert math.isfinite(one.y)


def test_a_sheet_too_small_for_a_point_stays_empty() -> None:
    assert laid_out(NINE, Sheet(20.0, 100.0, 12.0, 7.75)) == []


def test_a_point_at_the_other_end_of_the_world_does_not_squeeze_the_city() -> None:
    drawn = laid_out([*NINE, Mark("slip", 9.1, 45.4, "?")], SHEET)
    assert "slip" not in {one.key for one in drawn}
