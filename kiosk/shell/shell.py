"""What the whole window does: steps, the question whether somebody is there, codes, the minute."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QEvent, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import codes, opening
from kiosk.controls.context import Context, Modes
from kiosk.devices.repeats import Repeats
from kiosk.shell.graph import HOME, PIN, SCREENS, SETTINGS, Navigator
from kiosk.shell.idle import ASK_S, Idle
from kiosk.shell.places import back_label
from kiosk.shell.scans import Act, act
from sync.terminal import registers

if TYPE_CHECKING:
    from sync.terminal.views import Scanned, StaffView

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 500
SPEECH_IDLE_S = 180
"""How long one may listen without a touch until the terminal asks."""
STAFF_MODELS = sorted({"pin", *(screen.model for screen in SCREENS.values() if screen.staff)})
"""View-models that forget when the desk is left."""
LOOK_MS = 5_000
"""How often the data is looked at without being told: another process may work on the same folder."""
TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})
LIFTS = frozenset(
    {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.KeyRelease}
)
"""How a touch ends, in the order of `TOUCHES` and in whatever way the system ends it."""


@QmlElement
class Shell(QObject):
    """The window's view-model.

    Args:
        context: the terminal and the session.
        models: the view-models by the names that the graph knows them under.
        root: the folder that the graph's QML files are relative to.
    """

    placed = Signal()
    asked = Signal()
    messaged = Signal()
    slept = Signal()
    """The screen fell asleep or woke. What can switch the display itself off (DPMS) may listen here: the program only
    makes it black."""
    surroundings = Signal()
    """The minute, the day or the data changed."""

    def __init__(
        self,
        context: Context,
        models: dict[str, Any],
        root: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._models = models
        self._root = root
        self.navigator = Navigator()
        self._clock = context.terminal.clock
        now_ms = self._clock.monotonic_ms()
        self._idle = Idle(now_ms, self.navigator.screen.idle_s)
        self._touched = self._listened = False
        self._asking = self._asleep = self._waking = False
        self._seconds = ASK_S
        self._message = ""
        self._repeats = Repeats()
        self._visit = 0
        self._minute = self._shown_minute()
        self._looked_ms = now_ms
        context.navigate.connect(self.go)
        context.said.connect(self._say)
        context.changed.connect(self._refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Shows Home and starts the minute hand."""
        self._show()
        self._timer.start()

    def stop(self) -> None:
        """Stops the minute hand."""
        self._timer.stop()

    # -- steps --------------------------------------------------------------------------------

    @Slot(str, str)
    def go(self, screen: str, key: str = "") -> None:
        """Takes a step to a screen."""
        self.navigator.go(screen, key, staff=self._context.session.staff is not None)
        self._show()

    def jump(self, screen: str, key: str = "") -> None:
        """Shows a screen as if one had come there from Home: for scripted tours and tests."""
        self.navigator.jump(screen, key)
        self._show()

    @Slot()
    def back(self) -> None:
        """Takes the step back."""
        self.navigator.back()
        self._show()

    @Slot()
    def exit(self) -> None:
        """Ends the visit: nothing of the person remains."""
        self.navigator.home()
        self._context.wipe()
        for model in self._models.values():
            model.wipe()
        self._touched = False
        self._repeats = Repeats()
        self._show()

    def _show(self) -> None:
        screen = self.navigator.screen
        session = self._context.session
        stays = screen.staff or screen.name in SETTINGS or (screen.name == PIN and not session.named)
        if session.staff and not stays:
            # The desk stays open only while somebody stands at it.
            session.staff, session.named = None, False
            for name in STAFF_MODELS:
                self._models[name].wipe()
        now_ms = self._clock.monotonic_ms()
        self._idle.limit(screen.idle_s)
        self._idle.touched(now_ms)
        self._set_asking(False)
        self._say("")
        self._visit += 1
        self._models[screen.model].enter(self.navigator.place.key)
        self.placed.emit()
        self.surroundings.emit()

    # -- the person --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: every event of the window; a touch says that somebody is there, and one that wakes does no more."""
        if self._waking:
            self._waking = event.type() not in LIFTS
            return event.type() in TOUCHES | LIFTS
        if self._asleep and event.type() in TOUCHES:
            self._waking = True
            self._touched = True
            self.wake()
            event.accept()
            return True
        if event.type() in TOUCHES and not self._asking:
            self._touched = True
            self._idle.touched(self._clock.monotonic_ms())
        return False

    @Slot()
    def wake(self) -> None:
        """Somebody is there, or the day begins: the screen lights up."""
        self._idle.touched(self._clock.monotonic_ms())
        self._set_asleep(False)

    @Slot()
    def more(self) -> None:
        """Somebody needs more time, and has it."""
        self._idle.touched(self._clock.monotonic_ms())
        self._set_asking(False)

    @Slot()
    def tick(self) -> None:
        """Looks at the clocks: is somebody there, is it another minute, is there something new."""
        now_ms = self._clock.monotonic_ms()
        self._watch(now_ms)
        if now_ms - self._looked_ms >= LOOK_MS:
            self._looked_ms = now_ms
            if self._context.terminal.projection.refresh():
                self._context.changed.emit()
            else:
                self.surroundings.emit()
        minute = self._shown_minute()
        if minute != self._minute:
            self._minute = minute
            if self._asleep and not self._night():
                self.wake()
            self._context.changed.emit()

    def _watch(self, now_ms: int) -> None:
        if self._context.listening != self._listened:  # who has just heard the end is still there
            self._listened = self._context.listening
            idle_s = self.navigator.screen.idle_s
            self._idle.limit(max(idle_s, SPEECH_IDLE_S) if self._listened else idle_s)
            self._idle.touched(now_ms)
        phase = self._idle.phase(now_ms)
        if phase == "here":
            return
        if not self._somebody():
            if self._touched:
                self.exit()
            self._idle.touched(now_ms)
            self._set_asleep(self._night())
        elif phase == "gone":
            self.exit()
        else:
            self._seconds = self._idle.left_s(now_ms)
            self._set_asking(True)
            self.asked.emit()

    def _night(self) -> bool:
        """Whether nobody is expected now, by the space's hours and by what takes place there."""
        context = self._context
        if not context.connection().clock_trusted:
            return False
        now = context.now()
        day = timedelta(days=1)
        near = context.terminal.projection.agenda(now.date() - day, now.date() + day)
        lasting = [(one.start, one.ends()) for one in near if not one.cancelled and not one.all_day]
        return opening.asleep(context.space().hours, now, [span for span in lasting if span[1] - span[0] < day])

    def _set_asleep(self, asleep: bool) -> None:
        if asleep != self._asleep:
            self._asleep = asleep
            self.slept.emit()

    def _somebody(self) -> bool:
        """Whether there is anything that a person could lose."""
        session = self._context.session
        return (
            self.navigator.place.screen != HOME
            or session.card is not None
            or session.modes != Modes()
            or self._context.language != self._context.default_language
        )

    def _set_asking(self, asking: bool) -> None:
        if asking != self._asking:
            self._asking = asking
            self.asked.emit()

    def _shown_minute(self) -> str:
        return self._context.now().strftime("%Y-%m-%d %H:%M")

    # -- keys ---------------------------------------------------------------------------------

    def writes(self) -> bool:
        """Whether the screen takes what a person types on a keyboard."""
        return self.navigator.screen.writes and not self._asking

    def typed(self, text: str) -> None:
        """A person typed something that is for the screen."""
        self._models[self.navigator.screen.model].typed(text)

    # -- codes --------------------------------------------------------------------------------

    def scanned(self, text: str) -> None:
        """A code was read: a card, a badge or a booking, on whatever screen."""
        from sync.card import CodeError
        from sync.number import NumberError

        now_ms = self._clock.monotonic_ms()
        fresh = self._repeats.fresh(text, now_ms)
        self.wake()
        if self._asking:
            self.more()
        self._idle.touched(now_ms)
        if not fresh:
            return
        try:
            found = self._context.terminal.read_code(text)
        except (CodeError, NumberError) as error:
            self._say(codes.sentence(str(error.reason), codes.claimed(text)))
            return
        self._say("")
        self._route(found)
        self._repeats.fresh(text, now_ms)  # a badge that ended a visit, and was forgotten with it, is still there

    def _route(self, found: Scanned) -> None:
        match act(self.navigator.screen, found):
            case Act.NAME_STAFF if found.badge:
                self._models["pin"].choose(found.badge.id)
            case Act.OPEN_DESK if found.badge:
                self.exit()
                self._open_desk(found.badge)
            case Act.CHANGE_STAFF if found.badge:
                self._open_desk(found.badge)
            case Act.CHECK_IN:
                self.go("checkin", _arrived(found))
            case Act.SHOW_PARCEL if found.parcel:
                self.go("parcels", found.parcel)
            case Act.SAY_PARCEL:
                self._say(codes.parcel())
            case Act.FOR_CARD if found.card:
                self._models[self.navigator.screen.model].card_read(found.card)
            case Act.SHOW_BOOKING if found.booking:
                self.go("signup.result", found.booking)
            case act_of_card if found.card:
                self._context.use_card(found.card)
                if act_of_card is Act.GIVE_CARD:
                    self._models[self.navigator.screen.model].card_read(found.card)
                elif act_of_card is Act.OPEN_CARD:
                    self.go("card")

    def _open_desk(self, staff: StaffView) -> None:
        self._context.session.staff = staff
        self._context.session.named = False
        self.go("desk")

    # -- what QML sees -----------------------------------------------------------------------------

    def _say(self, sentence: str) -> None:
        if sentence != self._message:
            self._message = sentence
            self.messaged.emit()

    @Slot()
    def closeMessage(self) -> None:
        """The sentence has been read."""
        self._say("")

    def _refresh(self) -> None:
        self._models[self.navigator.screen.model].refresh()
        self.surroundings.emit()
        self.placed.emit()

    @Property(str, notify=placed)
    def screen(self) -> str:
        """The name of the screen."""
        return self.navigator.place.screen

    @Property(int, notify=placed)
    def visit(self) -> int:
        """Grows with each step, also with one to the same screen."""
        return self._visit

    @Property(QUrl, notify=placed)
    def source(self) -> QUrl:
        """Its QML file."""
        return QUrl.fromLocalFile(str(self._root / self.navigator.screen.source))

    @Property(QObject, notify=placed)
    def model(self) -> QObject:
        """Its view-model."""
        model: QObject = self._models[self.navigator.screen.model]
        return model

    @Property(str, notify=placed)
    def header(self) -> str:
        """What stands above it: home, back or desk."""
        return self.navigator.screen.header

    @Property(bool, notify=placed)
    def canExit(self) -> bool:
        """Whether there is a visit to end."""
        return self._somebody()

    @Property(str, notify=placed)
    def backLabel(self) -> str:
        """Where *back* leads, in words."""
        return back_label(self.navigator.before, self._space_name)

    def _space_name(self, space: str) -> str:
        return self._context.space(space).name

    @Property(bool, notify=asked)
    def asking(self) -> bool:
        """Whether the terminal asks if somebody is there."""
        return self._asking

    @Property(bool, notify=slept)
    def asleep(self) -> bool:
        """Whether the screen sleeps: it is night, and nobody is there."""
        return self._asleep

    @Property(int, notify=asked)
    def seconds(self) -> int:
        """Seconds that are left to answer."""
        return self._seconds

    @Property(int, notify=surroundings)
    def notes(self) -> int:
        """At the desk: notes of the shift before that nobody has ticked off."""
        return registers.unread(self._context.terminal.projection) if self.navigator.screen.staff else 0

    @Property(str, notify=messaged)
    def message(self) -> str:
        """A sentence that the person has to read; empty for none."""
        return self._message


def _arrived(found: Scanned) -> str:
    """The key of the check-in's screen: who has come."""
    return f"booking:{found.booking}" if found.booking else f"card:{found.card.number}" if found.card else ""
