"""Navigation, without Qt."""

from __future__ import annotations

from pathlib import Path

import pytest

import kiosk
from kiosk.shell.graph import ANYWHERE, HOME, MAX_TRAIL, SCREENS, Navigator, NoWay, Place

STAFF_ONLY = {name for name, screen in SCREENS.items() if screen.staff}


def test_every_step_of_the_graph_leads_to_a_screen_that_exists() -> None:
    named = {target for screen in SCREENS.values() for target in screen.leads} | ANYWHERE
    assert named <= set(SCREENS)


def test_every_screen_can_be_reached_from_home() -> None:
    reached, waiting = {HOME}, [HOME]
    while waiting:
        for target in SCREENS[waiting.pop()].leads | ANYWHERE:
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    assert reached == set(SCREENS)


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_every_screen_is_drawn_by_a_file_of_its_feature(name: str) -> None:
    assert (Path(kiosk.__file__).parent / SCREENS[name].source).is_file()


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_back_ends_at_home_from_every_screen(name: str) -> None:
    navigator = Navigator()
    navigator.jump(name)
    steps = 0
    while navigator.place.screen != HOME:
        navigator.back()
        steps += 1
        assert steps <= MAX_TRAIL
    assert navigator.back() == Place(HOME)


def test_the_person_is_asked_after_60_s_on_sign_up_after_30_and_at_the_desk_after_120() -> None:
    times = {name: screen.idle_s for name, screen in SCREENS.items()}
    whose = {name for name, screen in SCREENS.items() if screen.card == "who"} | {"signup.result", "service.done"}
    assert {name for name in SCREENS if name.startswith("signup")} < whose
    assert {times[name] for name in whose} == {30}
    assert {times[name] for name in STAFF_ONLY} == {120}
    assert {times[name] for name in SCREENS if name not in whose | STAFF_ONLY} == {60}


def test_the_first_promises_take_one_tap_from_home() -> None:
    assert {"week", "spaces", "board", "activity"} <= SCREENS[HOME].leads
    assert {"staff", "card", "language"} <= ANYWHERE


def test_back_returns_to_the_list_that_one_came_from() -> None:
    navigator = Navigator()
    for screen, key in (("spaces", ""), ("space", "omero"), ("activity", "coro-1"), ("takeaway", "coro-1")):
        navigator.go(screen, key)
    assert [navigator.back() for _ in range(4)] == [
        Place("activity", "coro-1"), Place("space", "omero"), Place("spaces"), Place(HOME),
    ]  # fmt: skip


def test_back_from_a_result_never_leads_into_the_sign_up_again() -> None:
    navigator = Navigator()
    for screen in ("activity", "signup", "signup.card", "signup.result"):
        navigator.go(screen, "coro-1")
    assert navigator.back() == Place(HOME)
    assert navigator.back() == Place(HOME)


def test_the_language_is_chosen_anywhere_and_one_goes_on_where_one_was() -> None:
    navigator = Navigator()
    for screen in ("activity", "signup", "signup.result"):
        navigator.go(screen, "coro-1")
    navigator.go("language")
    assert navigator.back() == Place("signup.result", "coro-1")


@pytest.mark.parametrize("name", sorted(STAFF_ONLY))
def test_screens_of_staff_are_closed_without_a_badge_or_a_pin(name: str) -> None:
    before = next(one for one, screen in SCREENS.items() if name in screen.leads | ANYWHERE)
    navigator = Navigator()
    navigator.jump(before)
    with pytest.raises(NoWay, match="for staff"):
        navigator.go(name)
    assert navigator.place == Place(before)
    assert navigator.go(name, staff=True) == Place(name)


def test_a_step_that_the_graph_does_not_have_is_refused() -> None:
    navigator = Navigator()
    with pytest.raises(NoWay, match="does not lead"):
        navigator.go("signup.phone")
    with pytest.raises(NoWay, match="no screen"):
        navigator.go("settings")
    assert navigator.place == Place(HOME)


def test_the_way_back_is_bounded() -> None:
    navigator = Navigator()
    for _ in range(3 * MAX_TRAIL):
        navigator.go("language")
        navigator.go("card")
    steps = 0
    while navigator.place.screen != HOME:
        navigator.back()
        steps += 1
    assert steps == MAX_TRAIL + 1
