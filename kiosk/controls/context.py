"""What every view-model is handed: the terminal, the person in front of it, the signals that tie screens together.

Features do not know the shell or each other. They read the terminal's projection through a `Context`, record facts
through it, and ask to be led elsewhere by emitting `Context.navigate`; the shell listens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kiosk.controls.eye import Eye
from sync.clock import local
from sync.errors import DiskFull, StoreError, UsageError
from sync.rows import pick

if TYPE_CHECKING:
    from kiosk.devices.printing import Printing
    from sync.terminal.terminal import Terminal
    from sync.terminal.views import CardView, Connection, SpaceView, StaffView

translate = QCoreApplication.translate
Result = TypeVar("Result")

LANGUAGES: dict[str, str] = {
    "it": "Italiano", "en": "English", "ar": "العربية", "zh": "中文", "es": "Español", "fil": "Filipino",
}  # fmt: skip
"""Languages that every text of the program exists in, by code, each under its own name."""


@dataclass(frozen=True, slots=True)
class Modes:
    """How the person wants the screens.

    Attributes:
        large: large text, with capitals of 7.4 mm or more.
        contrast: black on white, 15:1 or more.
        reach: everything that can be touched in the lowest 350 mm of the screen.
    """

    large: bool = False
    contrast: bool = False
    reach: bool = False


@dataclass(slots=True)
class Session:
    """The person in front of the terminal. A new one starts whenever the terminal is wiped.

    Attributes:
        card: the card that was read last; None for whoever just looks.
        staff: who opened the desk, by badge or by PIN.
        named: the desk was opened with a PIN, so that names may be shown.
        chose: the person chose the language on the screen: a card's preference does not change it.
        modes: how the person wants the screens.
    """

    card: CardView | None = None
    staff: StaffView | None = None
    named: bool = False
    chose: bool = False
    modes: Modes = Modes()


class ScreenModel(Protocol):
    """What the shell asks of a screen's view-model. All of them are QObjects that derive from nothing else."""

    def enter(self, key: str) -> None:
        """The screen is about to be shown; `key` names what it is about, where it is about one thing."""

    def refresh(self) -> None:
        """What is on screen may differ now: new data, another language, another minute."""

    def wipe(self) -> None:
        """Forgets everything of the person who was here."""


class Context(QObject):
    """The terminal and the session, as view-models see them.

    Args:
        terminal: the opened terminal.
        language: the code of the language that the terminal speaks to whoever comes next.
    """

    changed = Signal()
    """Data, language, minute or session changed: whatever is on screen refreshes."""
    recorded = Signal()
    """A fact was written here: it wants to be sent."""
    navigate = Signal(str, str)
    """A view-model asks for a screen: its name, and the key of what it is about."""
    said = Signal(str)
    """A sentence that the person has to read."""
    spoken = Signal(str)
    """The language changed to this code."""

    def __init__(self, terminal: Terminal, language: str = "it", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.terminal = terminal
        self.session = Session()
        self.default_language = language
        self.language = language
        self.heard_online: bool | None = None
        self.listening = False
        self.eye = Eye(self)

    @cached_property
    def printing(self) -> Printing | None:
        """The queue before the terminal's printer; None where there is none. It outlives the person."""
        from kiosk.devices.printing import printing_of

        return printing_of(self.terminal.folder, self)

    def now(self) -> datetime:
        """The terminal's time on the clocks of Milano."""
        return local(self.terminal.clock.now())

    def today(self) -> date:
        """The day on the clocks of Milano."""
        return self.now().date()

    def connection(self) -> Connection:
        """The line: what is on disk, and whether the hub answers, as the engine said last, while it runs."""
        known = self.terminal.connection()
        return known if self.heard_online is None else replace(known, online=self.heard_online)

    def space(self, space_id: str | None = None) -> SpaceView:
        """A space; this terminal's by default. Before the first synchronisation it has no more than its id."""
        try:
            return self.terminal.projection.space(space_id)
        except UsageError:
            from sync.terminal.views import SpaceView

            return SpaceView(space_id or self.terminal.space, "", "", "", 2, {}, (), "")

    def text(self, texts: Mapping[str, str]) -> str:
        """A text of the programme in the language of the screen, else in Italian."""
        return pick(texts, self.language)[0]

    def speak(self, language: str) -> None:
        """Changes the language of all screens; an unknown code changes nothing. `zh-Hans` is Chinese."""
        language = language.split("-", maxsplit=1)[0]
        if language in LANGUAGES and language != self.language:
            self.language = language
            self.spoken.emit(language)
            self.changed.emit()

    def adapt(self, modes: Modes) -> None:
        """Shows all screens as the person wants them, from now on until they are gone."""
        if modes != self.session.modes:
            self.session.modes = modes
            self.changed.emit()

    def use_card(self, card: CardView) -> None:
        """A new scan replaces the person; the card's language is theirs, unless they chose one on the screen."""
        self.session.card = card
        if not self.session.chose:
            self.speak(card.language)
        self.changed.emit()

    def record(self, action: Callable[[], Result]) -> Result | None:
        """Runs an action that states a fact, then shows what it changed.

        Returns:
            What the action returns; None when it could not be stored, and then the person has been told.
        """
        try:
            result = action()
        except DiskFull:
            self.said.emit(
                translate("Context", "Lo spazio di questo terminale è pieno: non ho salvato. Chiedi al portiere.")
            )
            return None
        except StoreError:
            self.said.emit(translate("Context", "Non riesco a salvare. Chiedi al portiere."))
            return None
        self.terminal.projection.refresh()
        self.changed.emit()
        self.recorded.emit()
        return result

    def wipe(self) -> None:
        """Forgets the person: card, desk session, language and modes."""
        self.session = Session()
        self.eye.close()
        self.speak(self.default_language)
