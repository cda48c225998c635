"""Where one can be on the terminal, and where one can go from there: plain data, and a navigator that walks it.

Nothing here knows Qt. A `Screen` says which feature draws it, which screens it leads to, what *back* means there,
after how long without a touch the terminal asks whether somebody is still there, and what reading a card does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HOME, DESK, PIN = "home", "desk", "pin"
MAX_TRAIL = 20
"""Places that *back* remembers; older ones are forgotten, and *back* ends at Home."""

RESIDENT_IDLE_S = 60
SIGN_UP_IDLE_S = 30
DESK_IDLE_S = 120


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of the terminal.

    Attributes:
        name: its name in the graph.
        source: its QML file, relative to the package.
        model: the view-model that it shows, by the name that the composition root gave it.
        leads: names of the screens that it leads to, besides Home and those in `ANYWHERE`.
        back: where *back* goes: to the place before, or straight to Home.
        header: what stands above it.
        idle_s: seconds without a touch until the terminal asks.
        staff: only for staff: reached with a badge or a PIN, and left for good when left.
        card: what a card does that is read here: it opens the holder's screen, it is kept while the holder goes on, it
            says who signs up or asks, it checks in, or it says whom the desk's job is about.
        writes: what a person types on a keyboard is for it: its view-model has a method `typed`.
    """

    name: str
    source: str
    model: str
    leads: frozenset[str] = frozenset()
    back: Literal["previous", "home"] = "previous"
    header: Literal["home", "back", "desk"] = "back"
    idle_s: int = RESIDENT_IDLE_S
    staff: bool = False
    card: Literal["open", "keep", "who", "checkin", "subject"] = "open"
    writes: bool = False


def _sign_up(name: str, source: str, leads: set[str]) -> Screen:
    """A step of a sign-up: a card that is read there signs up."""
    return Screen(name, source, "signup", frozenset(leads), idle_s=SIGN_UP_IDLE_S, card="who")


def _asking(name: str, source: str, model: str) -> Screen:
    """Who asks for something: a card that is read there asks."""
    return Screen(name, source, model, frozenset({"service.done"}), idle_s=SIGN_UP_IDLE_S, card="who")


def _desk(
    name: str, source: str, model: str, leads: set[str], back: Literal["previous", "home"] = "previous",
    card: Literal["checkin", "subject"] = "checkin",
) -> Screen:  # fmt: skip
    """A screen of staff: a card that is read there checks in, unless said otherwise. It leads to the desk's other jobs
    by its bottom bar, and by a parcel's slip.
    """
    return Screen(
        name,
        source,
        model,
        frozenset(leads | DESK_BAR | {"parcels"}) - {name},
        back=back,
        header="desk",
        idle_s=DESK_IDLE_S,
        staff=True,
        card=card,
    )


_FROM_AGENDA = frozenset({"activity", "filters", "spaces"})
DESK_BAR = {"checkin", "enrol", "more"}
"""Where the desk's bottom bar leads."""
_WAYS = {"signup.card", "signup.phone", "signup.desk"}

SCREENS: dict[str, Screen] = {
    screen.name: screen
    for screen in (
        Screen(
            HOME,
            "agenda/HomeScreen.qml",
            "home",
            frozenset({"activity", "week", "spaces", "services", "board", "board.item"}),
            header="home",
        ),
        Screen("week", "agenda/AgendaScreen.qml", "agenda", _FROM_AGENDA),
        Screen("spaces", "agenda/SpacesScreen.qml", "spaces", frozenset({"space", "all"})),
        Screen("space", "agenda/AgendaScreen.qml", "agenda", _FROM_AGENDA),
        Screen("all", "agenda/AgendaScreen.qml", "agenda", _FROM_AGENDA),
        Screen("filters", "agenda/FiltersScreen.qml", "agenda"),
        Screen("search", "agenda/SearchScreen.qml", "search", frozenset({"activity", "all", "spaces"}), writes=True),
        Screen("activity", "agenda/ActivityScreen.qml", "activity", frozenset({"takeaway", "signup"}), card="keep"),
        Screen("takeaway", "agenda/TakeawayScreen.qml", "takeaway", card="keep"),
        Screen("services", "services/ServicesScreen.qml", "services", frozenset({"service"}), card="keep"),
        Screen("service", "services/ServiceScreen.qml", "service", frozenset({"service.ask"}), card="keep"),
        _asking("service.ask", "services/AskScreen.qml", "ask"),
        Screen("service.done", "services/AnswerScreen.qml", "answer", back="home", idle_s=SIGN_UP_IDLE_S, card="keep"),
        Screen(
            "board", "board/BoardScreen.qml", "board", frozenset({"board.item", "board.write", "service"}), card="keep"
        ),
        Screen("board.item", "board/BoardItemScreen.qml", "board.item", frozenset({"service.ask"}), card="keep"),
        _asking("board.write", "services/WriteScreen.qml", "note"),
        Screen("language", "access/LanguageScreen.qml", "language", card="keep"),
        Screen("access", "access/AccessScreen.qml", "access", card="keep"),
        Screen("card", "signup/CardScreen.qml", "card", frozenset({"service.done"})),
        _sign_up("signup", "signup/SignUpScreen.qml", _WAYS),
        _sign_up("signup.card", "signup/NumberScreen.qml", set()),
        _sign_up("signup.phone", "signup/PhoneScreen.qml", set()),
        _sign_up("signup.desk", "signup/AskScreen.qml", set()),
        Screen("signup.result", "signup/ResultScreen.qml", "result", back="home", idle_s=SIGN_UP_IDLE_S),
        Screen("staff", "desk/StaffScreen.qml", "pin", frozenset({"pin"}), back="home"),
        Screen("pin", "desk/PinScreen.qml", "pin"),
        _desk("desk", "desk/DeskScreen.qml", "desk", {"record"}, back="home"),
        _desk("record", "desk/RecordScreen.qml", "record", set()),
        _desk("checkin", "desk/CheckInScreen.qml", "checkin", set()),
        _desk("enrol", "desk/EnrolScreen.qml", "enrol", {"enrol.name", "pin"}),
        _desk("enrol.name", "desk/EnrolScreen.qml", "enrol", {"pin"}, card="subject"),
        _desk(
            "more",
            "desk/MoreScreen.qml",
            "more",
            {"expected", "totell", "requests", "today", "notice", "handover", "closing", "cards"},
        ),
        _desk("expected", "desk/ExpectedScreen.qml", "expected", {"pin"}),
        _desk("totell", "desk/ToTellScreen.qml", "totell", {"pin"}),
        _desk("today", "desk/TodayScreen.qml", "today", {"totell", "pin"}),
        _desk("notice", "desk/NoticeScreen.qml", "notice", {"pin"}),
        _desk("closing", "desk/ClosingScreen.qml", "closing", {"pin"}),
        _desk("requests", "desk/RequestsScreen.qml", "requests", {"pin"}),
        _desk("parcels", "desk/ParcelsScreen.qml", "parcels", {"parcels.keep", "pin"}),
        _desk("parcels.keep", "desk/KeepScreen.qml", "keep", {"pin"}, card="subject"),
        _desk("cards", "desk/CardsScreen.qml", "cards", {"pin"}, card="subject"),
        _desk("handover", "desk/HandoverScreen.qml", "handover", {"pin"}),
    )
}
"""Every screen by its name."""

SETTINGS = frozenset({"language", "access"})
"""Screens that change how the others are shown: whoever comes to them from the desk has not left it."""

ANYWHERE = frozenset({HOME, *SETTINGS, "search", "card", "staff", "desk", "signup.result"})
"""Screens that every other one leads to: the bottom bar is always there, and a code may be read at any time."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is: a screen, and the key of what it is about (an occurrence, a space, a booking), if anything."""

    screen: str
    key: str = ""


class NoWay(Exception):
    """A step that the graph does not have: a mistake of the program, never of a person."""


class Navigator:
    """Walks the graph. It holds where one is and how one came there; it never leaves the graph.

    A job of the desk that asks for the PIN is remembered: the step from the PIN to the desk leads to it, and *back*
    leads to where one was before, not to the job, which would only ask again.
    """

    def __init__(self) -> None:
        self.place = Place(HOME)
        self._trail: list[Place] = []
        self._wanted: Place | None = None

    @property
    def screen(self) -> Screen:
        """The screen that one is on."""
        return SCREENS[self.place.screen]

    @property
    def before(self) -> Place:
        """Where *back* leads."""
        if self.screen.back == "home" or not self._trail:
            return Place(HOME)
        return self._trail[-1]

    def go(self, name: str, key: str = "", *, staff: bool = False) -> Place:
        """Takes a step.

        Args:
            name: the screen to go to.
            key: what it shall be about.
            staff: whether a badge or a PIN opened the desk.

        Raises:
            NoWay: the graph has no such step, or the screen is for staff.
        """
        target = SCREENS.get(name)
        if target is None:
            raise NoWay(f"there is no screen {name!r}")
        if name not in self.screen.leads | ANYWHERE and name != self.place.screen:
            raise NoWay(f"{self.place.screen} does not lead to {name}")
        if target.staff and not staff:
            raise NoWay(f"{name} is for staff")
        if name == HOME:
            return self.home()
        here, wanted, self._wanted = self.place, self._wanted, None
        self.place = Place(name, key)
        if name == PIN and SCREENS[here.screen].staff:
            self._wanted = here
        elif here.screen == PIN and name == DESK and wanted is not None:
            self.place = wanted
        elif name != here.screen:
            self._trail = [*self._trail, here][-MAX_TRAIL:]
        return self.place

    def jump(self, name: str, key: str = "") -> Place:
        """Stands on a screen as if one had come there straight from Home.

        Raises:
            NoWay: there is no such screen.
        """
        if name not in SCREENS:
            raise NoWay(f"there is no screen {name!r}")
        self._trail = [Place(HOME)] if name != HOME else []
        self._wanted = None
        self.place = Place(name, key)
        return self.place

    def back(self) -> Place:
        """Takes the step back that the screen means by it."""
        target = self.before
        self._wanted = None
        self._trail = self._trail[:-1] if self.screen.back == "previous" else []
        self.place = target
        if target.screen == HOME:
            self._trail = []
        return target

    def home(self) -> Place:
        """Goes Home; the way there is forgotten."""
        self._trail = []
        self._wanted = None
        self.place = Place(HOME)
        return self.place
