"""A stroll through the residents' screens, as a person takes it: what is tapped, and where that leads.

Plain data. A name that ends with ``*`` stands for the first thing in sight whose name begins so.
"""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """A tap.

    Attributes:
        tap: the name of what is tapped.
        screen: where one stands then.
    """

    tap: str
    screen: str


def _steps(text: str) -> tuple[Step, ...]:
    """A line each: what is tapped, and the screen behind it where that is another one than before."""
    found: list[Step] = []
    screen = "home"
    for line in text.split("\n"):
        for word in line.split():
            tap, _, leads = word.partition(">")
            screen = leads or screen
            found.append(Step(tap, screen))
    return tuple(found)


STROLL = _steps(
    """
    home.row.*>activity header.back>home
    home.tile.week>week agenda.day.2026-11-26 agenda.day.week agenda.down agenda.up agenda.down
    agenda.row.*>activity header.back>week agenda.filters>filters filters.free filters.show>week agenda.clear
    header.back>home home.tile.spaces>spaces spaces.all>all agenda.down agenda.down header.back>spaces
    spaces.capuana>space header.back>spaces header.back>home
    bar.search>search search.key.C search.key.U search.key.C search.key.I search.key.T search.key.O search.clear
    search.key.V search.key.I search.down search.clear search.key.C search.key.U search.key.C
    search.row.cucito-1>activity activity.takeaway>takeaway header.back>activity
    activity.signup>signup signup.phone>signup.phone header.back>signup signup.card>signup.card signup.number.key.1
    signup.number.key.0 signup.number.key.0 header.back>signup signup.desk>signup.desk bar.exit>home
    home.tile.services>services services.down services.up services.row.*>service service.ask>service.ask
    header.back>service header.back>services header.back>home
    home.tile.board>board board.row.*>board.item header.back>board board.tab.offers board.tab.opening
    board.row.*>service header.back>board board.tab.product header.back>home
    bar.language>language bar.exit>home bar.access>access access.large access.large bar.exit>home
    """
)
"""Home, Agenda, Activity, Sign-up, Services, Board and Search, with their pages, lists and keys; back to its begin."""
