"""Home, the programme, one activity and what one takes of it; language and access."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage

from sync import rows
from tests.kiosk.desk_acts import Waiting
from tests.kiosk.hand import Hand
from tests.kiosk.states.ways import go
from tests.kiosk.world import SPACE, tell

ALT = "Un tavolo con quaderni, tazze e un vocabolario aperto"


class SilentVoice:
    """A voice that notes what it says, and is done when it is told so."""

    def __init__(self, *languages: str) -> None:
        self._languages = frozenset(languages)
        self._done: Callable[[], None] = lambda: None
        self.said: list[tuple[str, str]] = []
        self.saying, self.stopped = False, 0

    def languages(self) -> frozenset[str]:
        return self._languages

    def say(self, text: str, language: str) -> None:
        self.said.append((text, language))
        self.saying = True

    def stop(self) -> None:
        self.saying, self.stopped = False, self.stopped + 1

    def on_done(self, call: Callable[[], None]) -> None:
        self._done = call

    def finish(self) -> None:
        """The text that is being said is over."""
        self.saying = False
        self._done()


def asking(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.wait(60)


def choosing(screen: str, name: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.app.go(screen)
        hand.tap(name)

    return act


def filtering(hand: Hand) -> None:
    hand.app.go("week")
    hand.tap("agenda.filters")
    hand.tap("filters.free")


def filtered(hand: Hand) -> None:
    filtering(hand)
    hand.tap("filters.show")
    hand.tap("agenda.day.2026-11-24")


def filtered_to_nothing(hand: Hand) -> None:
    filtering(hand)
    hand.tap("filters.show")
    hand.tap("agenda.day.2026-11-30")


def searching(words: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.app.go("search")
        while not hand.app.terminal.search.prepare():
            pass
        for letter in words.upper():
            hand.tap(f"search.key.{letter}")

    return act


def connected(hand: Hand) -> None:
    hand.app.context.heard_online = True
    hand.app.context.changed.emit()


def night(hand: Hand) -> None:
    hand.wait(10 * 3600)
    hand.wait(60)
    assert hand.app.shell.property("asleep")


def with_picture(how: str) -> Callable[[Hand], None]:
    """An activity with a picture: ``here``, ``damaged``, or not fetched yet."""

    def act(hand: Hand) -> None:
        drawn = QImage(1280, 720, QImage.Format.Format_RGB32)
        drawn.fill(QColor(200, 120, 40))
        folder, name = hand.app.terminal.pictures, "ab" * 32
        folder.mkdir(exist_ok=True)
        place = folder / f"{name}.jpg"
        if how == "here":
            assert drawn.save(str(place))
        elif how == "damaged":
            place.write_bytes(b"no picture at all")
        shown = {"sha256": name, "width": 1280, "height": 720, "alt": {"it": ALT}}
        row = rows.Activity(
            "italiano", SPACE, {"it": "Italiano per chi arriva, livello A1"}, signup=True, capacity=14, free=True,
            venue="Sala piccola", audience={"it": "adulti"}, picture=shown,
            description={"it": "Le prime parole per fare la spesa. Si può iniziare in qualunque settimana."},
        )  # fmt: skip
        tell(hand.app.terminal.folder, [("activity", row, rows.PUBLIC)])
        hand.app.terminal.projection.refresh()
        hand.app.go("activity", occurrence="italiano-1")
        hand.app.settle()

    return act


def read_aloud(occurrence: str, tap: str = "", languages: str = "it en") -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.app.models["activity"].reader.use(SilentVoice(*languages.split()))
        hand.app.go("activity", occurrence=occurrence)
        if tap:
            hand.tap(tap)

    return act


def taking(way: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.app.go("takeaway", occurrence="visita3-1")
        hand.tap(way)

    return act


def with_printer(occurrence: str, outcome: str = "") -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        model = hand.app.models["takeaway"]
        printing = Waiting(model)
        model.slips.use(printing)
        hand.app.go("takeaway", occurrence=occurrence)
        if outcome:
            hand.tap("takeaway.slip")
            printing.done.emit(1, outcome)
            QCoreApplication.sendPostedEvents(model.slips, QEvent.Type.MetaCall.value)

    return act


STATES: dict[str, Callable[[Hand], None]] = {
    "home": lambda _hand: None,
    "home, area 1": lambda _hand: None,
    "home, area 3": lambda _hand: None,
    "home, nothing today": lambda _hand: None,
    "home, first start": lambda _hand: None,
    "home, old": lambda _hand: None,
    "home, connected": connected,
    "night": night,
    "home with a sentence": lambda hand: hand.scan("https://example.org/not-a-card"),
    "the question": asking,
    "week": go("week"),
    "week, all days": choosing("week", "agenda.day.week"),
    "week, filtered": filtered,
    "week, filtered to nothing": filtered_to_nothing,
    "week, nothing that day": choosing("week", "agenda.day.2026-11-30"),
    "filters": go("filters"),
    "filters, chosen": filtering,
    "everywhere": go("all", "*"),
    "search": go("search"),
    "search, found": searching("vi"),
    "search, one": searching("cucito"),
    "search, nothing": searching("xyzzy"),
    "spaces": go("spaces"),
    "space, empty": go("space", "omero"),
    "space": go("space", "capuana"),
    "activity": go("activity", "italiano-1"),
    "activity, short": go("activity", "mercato-1"),
    "activity, languages": go("activity", "cucito-1"),
    "activity, moved": go("activity", "caffe-1"),
    "activity, over days": go("activity", "mostra-1"),
    "activity, gone": go("activity", "mai-esistita"),
    "activity, long": go("activity", "visita3-1"),
    "activity, cancelled": go("activity", "coro-1"),
    "activity, picture": with_picture("here"),
    "activity, picture to come": with_picture(""),
    "activity, to be heard": read_aloud("italiano-1"),
    "activity, read aloud": read_aloud("visita3-1", "activity.listen"),
    "activity, read in English": read_aloud("italiano-1", languages="de en"),
    "takeaway": go("takeaway", "visita3-1"),
    "takeaway, calendar": taking("takeaway.calendar"),
    "takeaway, slip": with_printer("italiano-1"),
    "takeaway, printer without paper": with_printer("visita3-1", "paper"),
    "language": go("language"),
    "access": go("access"),
}
